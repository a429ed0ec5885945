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
from math import isfinite
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from poolwijzer.problems import Fault, quote
from poolwijzer.validation.model import WrongKind

LARGEST = 10**12
"""Above this it is no amount of municipalities together, and surely a slip."""
# Patterns stay text until they are used: compiling them would cost every start.
_SPACES = "[\xa0\u2009\u202f ]"
_UNITS = {"duizend": 10**3, "ton": 10**5, "mln": 10**6, "miljoen": 10**6, "mld": 10**9, "miljard": 10**9}
_AMOUNT = (
    rf"(?P<sign>-?){_SPACES}*(?:€|eur(?:o)?\b)?{_SPACES}*(?P<minus>-?)(?P<number>[0-9][0-9.,\xa0\u2009\u202f ]*?)"
    rf"(?P<round>,(?:-+|[–—]))?{_SPACES}*(?P<unit>{'|'.join(_UNITS)})?\.?{_SPACES}*(?:euro|eur)?"
)
_THOUSANDS = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?"
_SPACED = rf"[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}})+(?:,[0-9]+)?"
_COMMA = r"[0-9]+,[0-9]+"
_POINT = r"[0-9]+\.[0-9]+"
_ENGLISH = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_SHARE = r"(?P<number>[0-9]{1,12}(?:[.,][0-9]{1,12})?)(?:/(?P<under>0*[1-9][0-9]{0,11})| ?(?P<percent>%))?"
_HOW_MONEY = "Schrijf een bedrag als 1.600.000, 1600000 of 0,87."
_HOW_QUANTITY = "Schrijf een getal als 120 of 7,5."
_HOW_SHARE = "Schrijf een deel als 1/3, 10% of 0,25."


def read_number(text: str, decimals: int) -> Fraction | None:
    """A number in Dutch notation, or with a point before its decimals; None where it is none.

    Raises:
        Fault: it can be read in two ways, or as English.
    """
    if text.isdecimal():
        return Fraction(int(text)) if len(text) <= 18 else None
    if re.fullmatch(_THOUSANDS, text) or re.fullmatch(_SPACED, text):
        whole, _, rest = re.sub(rf"\.|{_SPACES}", "", text).partition(",")
        return _within(whole, rest, decimals)
    if re.fullmatch(_ENGLISH, text):
        dutch = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
        if "." not in text and text.count(",") == 1:
            shorter = text.rstrip("0").rstrip(",")
            raise Fault(f"{quote(text)} is op twee manieren te lezen.", f"Schrijf {dutch} of {shorter}.")
        raise Fault(f"{quote(text)} is geen Nederlandse schrijfwijze.", f"Schrijf {dutch}.")
    if re.fullmatch(_COMMA, text) or re.fullmatch(_POINT, text):
        whole, rest = re.split("[,.]", text)
        return _within(whole, rest, decimals)
    return None


def _within(whole: str, rest: str, decimals: int) -> Fraction | None:
    if len(whole) + len(rest) > 36 or len(rest.rstrip("0")) > decimals:
        return None
    return Fraction(int(whole + rest), 10 ** len(rest))


def _exact(value: Any) -> Fraction | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    # By way of text, as 0.1 means a tenth and not the binary number next to it.
    return Fraction(str(value)) if isinstance(value, float | Decimal) and isfinite(value) else None


def _amount_of(value: Any, what: str, how: str, decimals: int) -> Fraction:
    exact = _exact(value)
    if isinstance(value, str) and (typed := re.fullmatch(_AMOUNT, value.strip(), re.IGNORECASE)):
        unit = _UNITS.get((typed["unit"] or "").lower(), 1)
        number = read_number(typed["number"].strip(), decimals + len(str(unit)) - 1)
        exact = None if number is None else number * unit * (-1 if typed["sign"] or typed["minus"] else 1)
    if exact is None:
        if value is None or isinstance(value, list | tuple | dict | set):
            raise WrongKind(f"Hier hoort {what}.", how)
        raise Fault(f"Hier hoort {what}, niet {quote(value)}.", how)
    if exact < 0:
        raise Fault(f"{what.capitalize()} kan hier niet onder nul zijn.", _HOW_BELOW.get(what, how))
    if exact > LARGEST:
        raise Fault(f"{quote(value)} is te groot.", "Kijk de punten en de komma na.")
    if (exact * 10**decimals).denominator != 1:
        raise Fault(f"{quote(value)} heeft te veel cijfers achter de komma.", how)
    return exact


_HOW_BELOW = {"een bedrag": "Zet geld dat binnenkomt onder income, met een gewoon bedrag."}


def read_money(value: Any) -> Decimal:
    """An amount in euros, with two decimals.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    exact = _amount_of(value, "een bedrag", _HOW_MONEY, 2)
    return Decimal(int(exact * 100)).scaleb(-2)


def read_quantity(value: Any) -> Fraction:
    """A number of hours, days, strips or the like: zero or more, with at most four decimals.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    return _amount_of(value, "een getal", _HOW_QUANTITY, 4)


def read_ratio(value: Any) -> Fraction:
    """A part of something, which may be more than all of it: `125%`, `1,25`, `5/4`.

    Raises:
        Fault: it is none.
    """
    exact = _exact(value)
    if isinstance(value, str) and (typed := re.fullmatch(_SHARE, value.strip())):
        number = Fraction(typed["number"].replace(",", "."))
        exact = number / (int(typed["under"]) if typed["under"] else 100 if typed["percent"] else 1)
    if exact is None or exact < 0:
        if value is None or isinstance(value, list | tuple | dict | set):
            raise WrongKind("Hier hoort een deel.", _HOW_SHARE)
        raise Fault(f"Hier hoort een deel, niet {quote(value)}.", _HOW_SHARE)
    return exact


def read_share(value: Any) -> Fraction:
    """A part of a whole: `1/3`, `10%`, `0,25`.

    Raises:
        Fault: it is none, or more than the whole.
    """
    exact = read_ratio(value)
    if exact > 1:
        shown = str(value).strip()
        hint = f"Bedoelt u {shown}%? Schrijf dan het procentteken erbij." if "%" not in shown else _HOW_SHARE
        raise Fault(f"{quote(value)} is meer dan het geheel.", hint)
    return exact


def as_typed_number(value: Fraction | Decimal) -> int | float | str:
    """A number as a file writes it without losing anything: 1600000, 0.87 or 1/3."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return int(exact)
    return float(exact) if Fraction(str(float(exact))) == exact else str(exact)


@dataclass(frozen=True)
class _Number:
    """A kind of number of ours: how it is read, and what it may look like in a file, for the schema."""

    read: Callable[[Any], Any]
    pattern: str
    most: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(as_typed_number)
        return core_schema.no_info_plain_validator_function(self.read, serialization=written)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        number: dict[str, Any] = {"type": "number", "minimum": 0}
        if self.most is not None:
            number["maximum"] = self.most
        return {"anyOf": [number, {"type": "string", "pattern": self.pattern}]}


_MONEY_TEXT = (
    r"^\s*(€|[Ee][Uu][Rr][Oo]?)?\s*[0-9][0-9., \u00a0\u2009\u202f]*(,[-–—]+)?\s*[A-Za-z]*\.?\s*(euro|EUR)?\s*$"
)
_SHARE_TEXT = r"^\s*[0-9]+([.,][0-9]+)?(/[0-9]+| ?%)?\s*$"

Money = Annotated[Decimal, _Number(read_money, _MONEY_TEXT, LARGEST)]
"""An amount in euros of zero or more, with two decimals: the cents are exact."""

Quantity = Annotated[Fraction, _Number(read_quantity, _MONEY_TEXT, LARGEST)]
"""A number of hours, days, strips, or a weight: zero or more."""

Share = Annotated[Fraction, _Number(read_share, _SHARE_TEXT, 1)]
"""A part of a whole, from 0 to 1: `1/3`, `10%` or `0,25`."""

Ratio = Annotated[Fraction, _Number(read_ratio, _SHARE_TEXT)]
"""A part that may be more than the whole: `125%`."""
