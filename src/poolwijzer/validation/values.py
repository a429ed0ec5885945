"""The kinds of single values in our files, read from the text as it was typed.

Each also takes the Python value that it stands for, so that models can be built without a file.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from poolwijzer.problems import Fault, quote
from poolwijzer.validation.model import WrongKind

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

WHOLE = re.compile(r"-?[0-9]{1,18}")
"""A whole number in digits; Python itself refuses to read one of thousands."""
_EXACT = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18}|/0*[1-9][0-9]{0,17})?")
_DECIMAL_COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_YEAR = re.compile(r"[0-9]{4}")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def _refusal(value: Any, what: str, hint: str) -> Fault:
    if value is None:
        return WrongKind(f"Hier staat niets; hier hoort {what}.", "Vul iets in, of haal de regel weg.")
    if isinstance(value, list | tuple | dict | set):
        return WrongKind(f"Hier hoort {what}, geen lijst of groep.", hint)
    return Fault(f"Hier hoort {what}, niet {quote(value)}.", hint)


def _bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value == "true" or value == "false":
        return bool(value == "true")
    raise _refusal(value, "true of false", "Schrijf true voor ja, of false voor nee.")


def _whole(value: Any) -> int:
    if isinstance(value, str):
        if WHOLE.fullmatch(value):
            return int(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refusal(value, "een heel getal", "Schrijf alleen cijfers, zonder punt of komma.")


def _exact(value: Any) -> Fraction:
    if isinstance(value, str):
        if _EXACT.fullmatch(value):
            return Fraction(value)
    elif isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    elif isinstance(value, float | Decimal) and isfinite(value):
        # By way of text, as 3.7 means 37/10 and not the binary number next to it.
        return Fraction(str(value))
    hint = "Schrijf een getal zoals 3, 3.5 of 1/3."
    if isinstance(value, str) and (comma := _DECIMAL_COMMA.fullmatch(value)):
        hint = f"Schrijf {comma[1]}.{comma[2]}, met een punt."
    raise _refusal(value, "een getal", hint)


def _rounded(value: Fraction) -> float:
    return float(round(value, 4))


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    hint = "Schrijf jaar, maand en dag, zoals 2026-01-31."
    if isinstance(value, str):
        if _DATE.fullmatch(value):
            try:
                return datetime.date.fromisoformat(value)
            except ValueError:
                raise Fault(f"De datum {quote(value)} bestaat niet.", hint) from None
        if _YEAR.fullmatch(value):
            raise Fault(f"Hier hoort een hele datum, niet alleen het jaar {quote(value)}.", hint)
        if dutch := _DUTCH_DATE.fullmatch(value):
            if not (meant := _days_meant(dutch[3], dutch[1], dutch[2])):
                raise Fault(f"De datum {quote(value)} bestaat niet.", hint)
            # With slashes the month comes first in English.
            hint = f"Schrijf {' of '.join(meant if '/' in value else meant[:1])}: jaar, maand, dag."
    raise _refusal(value, "een datum", hint)


def _moment(value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.datetime.fromisoformat(value)
        except ValueError:
            hint = "Schrijf jaar, maand, dag en tijd, zoals 2026-01-31T09:30."
            raise Fault(f"De tijd {quote(value)} bestaat niet.", hint) from None
    return _date(value)


def _write_moment(value: datetime.date) -> str:
    exact = isinstance(value, datetime.datetime) and (value.second or value.microsecond)
    return value.isoformat() if exact or not isinstance(value, datetime.datetime) else value.isoformat("T", "minutes")


class _MomentKind:
    """A day, or a day with a time: pydantic knows each, but not either."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(_write_moment, when_used="json")
        return core_schema.no_info_plain_validator_function(_moment, serialization=written)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "anyOf": [{"format": "date"}, {"pattern": f"^{_MOMENT.pattern}$"}]}


def _days_meant(year: str, one: str, two: str) -> list[str]:
    """The days that there are with these numbers, day first, as our files write them."""
    found: list[str] = []
    for day, month in ((one, two), (two, one)):
        with suppress(ValueError):
            found.append(datetime.date(int(year), int(month), int(day)).isoformat())
    return list(dict.fromkeys(found))


class _Kind:
    """A kind of value, told to pydantic directly.

    Its usual way (a validator beside the type) inspects every function for every field, which each start would pay.
    """

    def __init__(self, kind: CoreSchema, read: Callable[[Any], Any] | None = None) -> None:
        """What is of this kind once a function of our own has read it; bounds and JSON Schema are those of the kind."""
        self._kind = kind
        self._read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, self._kind) if self._read else self._kind


class _ExactNumber:
    """A fraction, which pydantic has no quick kind for."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(_rounded)
        return core_schema.no_info_plain_validator_function(_exact, serialization=written)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        found: dict[str, Any] = {"type": ["number", "string"] if handler.mode == "validation" else "number"}
        bounded: Any = core
        while bounded:  # each bound lies round what it bounds
            found |= bounded.get("metadata", {}).get("pydantic_js_updates", {})
            bounded = bounded.get("schema")
        return found


Bool = Annotated[bool, _Kind(core_schema.bool_schema(), _bool)]
"""True or false, written as `true` or `false` and nothing else: YAML's other words for it are text to us."""

Whole = Annotated[int, _Kind(core_schema.int_schema(), _whole)]
"""A whole number, in digits."""

Exact = Annotated[Fraction, _ExactNumber()]
"""A number without rounding, as bounds must not hang on float noise; written as a float of four decimals."""

Euros = Annotated[Decimal, _ExactNumber()]
"""An amount in a document that others read: a number, to the cent."""

Slug = Annotated[str, _Kind(core_schema.str_schema(pattern=SLUG))]
"""An id: lowercase letters, digits and hyphens."""

Text = Annotated[str, _Kind(core_schema.str_schema(min_length=1))]
"""Text that is there: at least one character."""

Date = Annotated[datetime.date, _Kind(core_schema.date_schema(), _date)]
"""A day, as year, month and day."""

Moment = Annotated[datetime.date, _MomentKind()]
"""A day, or a day with the time (a `datetime`), with an offset or without."""
