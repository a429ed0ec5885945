"""Money, shares and quantities, as people in municipalities type them: `€ 1.600.000`, `1,6 miljoen`, `33,3%`, `1/3`.

What can be read in two ways is refused, with both ways in the hint: a budget that is off by a factor of a thousand
says nothing of itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from poolwijzer.problems import Fault, quote
from poolwijzer.validation.model import WrongKind
from poolwijzer.validation.numbers import SPACES, read_number

LARGEST = 10**12
"""Above this it is no amount of municipalities together, and surely a slip."""
MOST_TIMES = 10
"""How many times the whole a part can be at most, before it surely is a percentage without its sign."""
MOST_RISE = Fraction(1, 2)
"""How much something can rise in a year, before it surely is a percentage without its sign."""
# Patterns stay text until they are used: compiling them would cost every start.
_UNITS = {
    "duizend": 10**3,
    "k": 10**3,
    "ton": 10**5,
    "mln": 10**6,
    "miljoen": 10**6,
    "mld": 10**9,
    "miljard": 10**9,
}
_AMOUNT = (
    rf"(?P<sign>-?){SPACES}*(?:€|eur(?:o)?(?![a-z]))?{SPACES}*(?P<minus>-?)(?P<number>[0-9][0-9.,\xa0\u2009\u202f ]*?)"
    rf"(?P<round>,(?:-+|[–—]))?{SPACES}*(?P<unit>{'|'.join(_UNITS)})?\.?{SPACES}*(?:€|euro|eur)?"
)
# Nearly every amount: nothing but digits, with points and commas between.
_BARE_AMOUNT = r"[0-9](?:[0-9.,]*[0-9])?"
_SHARE = (
    r"(?P<of>[0-9]{1,400})/(?P<under>0*[1-9][0-9]{0,399})"
    r"|(?P<percent>[0-9]{1,12}(?:[.,][0-9]{1,12})?) ?%|(?P<number>[0-9]{1,24}(?:[.,][0-9]{1,24})?)"
)
_MOST_DECIMALS = 20
_LARGEST_UNDER = 10**24
"""A part with more digits below its line is refused: a file could not be read back with it."""
_HOW_MONEY = "Schrijf een bedrag als 1.600.000, 1600000 of 0,87."
_HOW_QUANTITY = "Schrijf een getal als 120 of 7,5."
_HOW_WEIGHT = "Schrijf een getal als 3 of 1,5, of een deel als 1/3 of 40%."
_HOW_SHARE = "Schrijf een deel als 1/3, 10% of 0,25."
_HOW_UNKNOWN = "Weet u het nog niet? Haal het dan weg."
_HOW_BELOW = {"een bedrag": "Zet geld dat binnenkomt onder income, met een gewoon bedrag."}


def _exact(value: Any) -> Fraction | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value) if value.denominator < _LARGEST_UNDER else None
    # By way of text, as 0.1 means a tenth and not the binary number next to it.
    return Fraction(str(value)) if isinstance(value, float | Decimal) and isfinite(value) else None


def _typed(text: str, decimals: int) -> Fraction | None:
    text = text.strip()
    if re.fullmatch(_BARE_AMOUNT, text):
        return read_number(text, decimals)
    typed = re.fullmatch(_AMOUNT, text, re.IGNORECASE)
    if typed is None:
        return None
    unit = _UNITS.get((typed["unit"] or "").lower(), 1)
    number = read_number(typed["number"].strip(), decimals, counts=unit == 1, unit=typed["unit"] or "")
    return None if number is None else number * unit * (-1 if typed["sign"] or typed["minus"] else 1)


def _amount_of(value: Any, what: str, how: str, decimals: int) -> Fraction:
    exact = _checked(value, _typed(value, decimals) if isinstance(value, str) else _exact(value), what, how)
    if 10**decimals % exact.denominator:
        raise Fault(f"{quote(value)} heeft te veel cijfers achter de komma.", how)
    return exact


def _checked(value: Any, exact: Fraction | None, what: str, how: str) -> Fraction:
    if exact is None:
        if value is None or isinstance(value, list | tuple | dict | set):
            raise WrongKind(f"Hier hoort {what}.", how)
        unknown = isinstance(value, str) and not re.search("[0-9]", value)
        raise Fault(f"Hier hoort {what}, niet {quote(value)}.", f"{how} {_HOW_UNKNOWN}" if unknown else how)
    if exact.numerator < 0:
        raise Fault(f"{what.capitalize()} kan hier niet onder nul zijn.", _HOW_BELOW.get(what, how))
    if exact.numerator > LARGEST * exact.denominator:
        raise Fault(f"{quote(value)} is te groot.", "Kijk de punten en de komma na.")
    return exact


def _part(text: str) -> Fraction | None:
    typed = re.fullmatch(_SHARE, text.strip())
    if typed is None:
        return None
    if typed["under"]:
        return Fraction(int(typed["of"]), int(typed["under"]))
    number = Fraction((typed["percent"] or typed["number"]).replace(",", "."))
    return number / 100 if typed["percent"] else number


def read_money(value: Any) -> Decimal:
    """An amount in euros, with two decimals.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    exact = _amount_of(value, "een bedrag", _HOW_MONEY, 2)
    return Decimal(exact.numerator * (100 // exact.denominator)).scaleb(-2)


def read_quantity(value: Any) -> Fraction:
    """A number of hours, days, strips or the like: zero or more, with at most four decimals.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    return _amount_of(value, "een getal", _HOW_QUANTITY, 4)


def read_weight(value: Any) -> Fraction:
    """How much one counts beside others: a number, or a part as `1/3` or `40%`.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    if not isinstance(value, str):
        return _checked(value, _exact(value), "een gewicht", _HOW_WEIGHT)
    typed = value.strip()
    exact = _part(typed) if re.search("[/%]", typed) else read_number(typed.removeprefix("-"), 0, counts=False)
    return _checked(value, -exact if exact and typed.startswith("-") else exact, "een gewicht", _HOW_WEIGHT)


def read_ratio(value: Any) -> Fraction:
    """A part of something, which may be more than all of it: `125%`, `1,25`, `5/4`.

    Raises:
        Fault: it is none.
    """
    exact = _part(value) if isinstance(value, str) else _exact(value)
    if exact is None or exact < 0:
        if value is None or isinstance(value, list | tuple | dict | set):
            raise WrongKind("Hier hoort een deel.", _HOW_SHARE)
        raise Fault(f"Hier hoort een deel, niet {quote(value)}.", _HOW_SHARE)
    if exact > MOST_TIMES:
        raise _too_much(value, f"{quote(value)} is meer dan {MOST_TIMES} keer het geheel.")
    return exact


def _too_much(value: Any, message: str) -> Fault:
    shown = str(value).strip()
    known = re.fullmatch("[0-9.,]+", shown)
    return Fault(message, f"Bedoelt u {shown}%? Schrijf het procentteken dan erbij." if known else _HOW_SHARE)


def read_share(value: Any) -> Fraction:
    """A part of a whole: `1/3`, `10%`, `0,25`.

    Raises:
        Fault: it is none, or more than the whole.
    """
    exact = read_ratio(value)
    if exact > 1:
        raise _too_much(value, f"{quote(value)} is meer dan het geheel.")
    return exact


def read_rise(value: Any) -> Fraction:
    """How much something rises in a year: `3,5%`.

    Raises:
        Fault: it is none, or so much that it surely is a slip.
    """
    exact = read_share(value)
    if exact > MOST_RISE:
        raise _too_much(value, f"{quote(value)} is meer dan de helft erbij in een jaar.")
    return exact


def as_typed_number(value: Fraction | Decimal) -> int | float | str:
    """A number as a file writes it without losing anything: 1600000, 0.87, 1/3, or text as 45,1250.

    Three decimals would be read as thousands, and so get a fourth.
    """
    exact = Fraction(value)
    if exact.denominator == 1:
        return int(exact)
    decimals = next((number for number in range(1, _MOST_DECIMALS + 1) if 10**number % exact.denominator == 0), None)
    if decimals is None:
        return str(exact)
    near = float(exact)
    if decimals != 3 and "e" not in str(near) and Fraction(str(near)) == exact:
        return near
    shown = max(decimals, 4)
    whole, rest = divmod(exact.numerator * 10**shown // exact.denominator, 10**shown)
    return f"{whole},{rest:0{shown}}"


def _once(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same, of which a text that comes again is not read again: many files name the same shares and amounts."""
    known = lru_cache(maxsize=512)(read)
    return lambda value: known(value) if value.__class__ is str else read(value)


@dataclass(frozen=True)
class _Number:
    """A kind of number of ours: how it is read, and what it may look like in a file, for the schema."""

    read: Callable[[Any], Any]
    pattern: str
    most: float | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(as_typed_number)
        return core_schema.no_info_plain_validator_function(_once(self.read), serialization=written)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        number: dict[str, Any] = {"type": "number", "minimum": 0}
        if self.most is not None:
            number["maximum"] = self.most
        return {"anyOf": [number, {"type": "string", "pattern": self.pattern}]}


# As an editor knows them: these name every sign that can stand in a number, also where capitals make no difference.
_GAP = r"[ \u00a0\u2009\u202f]"
_NUMBER_TEXT = (
    rf"([0-9]{{1,18}}([.,][0-9]{{1,17}})?"
    rf"|[1-9][0-9]{{0,2}}((\.[0-9]{{3}}){{1,6}}|({_GAP}[0-9]{{3}}){{1,6}})(,[0-9]{{1,8}})?)"
)
_UNIT_TEXT = (
    "([Dd][Uu][Ii][Zz][Ee][Nn][Dd]|[Kk]|[Tt][Oo][Nn]|[Mm][Ii][Ll][Jj](([Oo][Ee][Nn])|([Aa][Rr][Dd]))|[Mm][Ll][NnDd])"
)
_EURO_TEXT = "(€|[Ee][Uu][Rr][Oo]?)"
_MONEY_TEXT = (
    rf"^{_GAP}*{_EURO_TEXT}?{_GAP}*{_NUMBER_TEXT}(,(-+|[–—]))?{_GAP}*({_UNIT_TEXT})?\.?{_GAP}*{_EURO_TEXT}?{_GAP}*$"
)
_PART_TEXT = r"[0-9]{1,12}([.,][0-9]{1,12})? ?%|[0-9]{1,24}/0*[1-9][0-9]{0,23}"
_WEIGHT_TEXT = rf"^{_GAP}*({_NUMBER_TEXT}|{_PART_TEXT}){_GAP}*$"
_SHARE_TEXT = rf"^{_GAP}*({_PART_TEXT}|[0-9]{{1,24}}([.,][0-9]{{1,24}})?){_GAP}*$"

Money = Annotated[Decimal, _Number(read_money, _MONEY_TEXT, LARGEST)]
"""An amount in euros of zero or more, with two decimals: the cents are exact."""

Quantity = Annotated[Fraction, _Number(read_quantity, _MONEY_TEXT, LARGEST)]
"""A number of hours, days, strips, or a weight: zero or more."""

Weight = Annotated[Fraction, _Number(read_weight, _WEIGHT_TEXT, LARGEST)]
"""How much one counts beside others: `3`, `1,5`, `1/3` or `40%`."""

Share = Annotated[Fraction, _Number(read_share, _SHARE_TEXT, 1)]
"""A part of a whole, from 0 to 1: `1/3`, `10%` or `0,25`."""

Rise = Annotated[Fraction, _Number(read_rise, _SHARE_TEXT, float(MOST_RISE))]
"""How much something rises in a year: `3,5%`."""

Ratio = Annotated[Fraction, _Number(read_ratio, _SHARE_TEXT, MOST_TIMES)]
"""A part that may be more than the whole: `125%`."""
