"""What pydantic finds wrong, in Dutch: a sentence for every kind of error, so that its English stays inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, get_args

from pydantic_core import core_schema

from poolwijzer.problems import Fault, did_you_mean, quote
from poolwijzer.validation.values import SLUG

Told = tuple[str, str]
"""A message and a hint."""

Teller = Callable[[Any, Mapping[str, Any]], Told]

GROUP_KINDS = ("model_type", "model_attributes_type", "dict_type", "mapping_type")
LIST_KINDS = ("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type")
CHOICE_KINDS = ("literal_error", "enum")

MOST_CHOICES = 8
"""How many possible words a hint lists; more than this is no help."""

_FILL_IN = "Vul iets in, of haal de regel weg."
_FRACTION = re.compile(r"Fraction\((-?\d+), (\d+)\)")
_GLUED = re.compile(r"\S+:\S")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")


def tell_error(kind: str, value: Any, context: Mapping[str, Any], text: str = "") -> Told:
    """Tell what is wrong with a value.

    Args:
        kind: pydantic's name for the error.
        value: What stood in the file.
        context: What pydantic tells about the error, such as the bound that was passed.
        text: pydantic's own sentence; shown only for an error that is not pydantic's, but ours.
    """
    if kind in ("value_error", "assertion_error"):
        error = context.get("error")
        return (error.message, error.hint) if isinstance(error, Fault) else _unfit(value, {})
    if text and kind not in get_args(core_schema.ErrorType):
        return text, str(context.get("hint", ""))
    if value is None and kind != "none_required":
        return "Hier staat niets.", _FILL_IN
    return _SENTENCES.get(kind, _unfit)(value, context)


def choose_from(word: str, known: Iterable[str]) -> str:
    """Say which words are possible: the one that was meant, or all of them where they are few."""
    choices = list(known)
    meant = did_you_mean(word, choices)
    if meant or not choices or len(choices) > MOST_CHOICES:
        return meant
    return f"Dit kan hier staan: {', '.join(choices)}."


def _unfit(value: Any, context: Mapping[str, Any]) -> Told:
    if isinstance(value, dict | list | tuple):
        return "Wat hier staat, past hier niet.", ""
    return f"De waarde {quote(value)} past hier niet.", ""


def _group(value: Any, context: Mapping[str, Any]) -> Told:
    hint = "Zet elke naam op een eigen regel, met een dubbele punt, een spatie en de waarde."
    if isinstance(value, str) and _GLUED.match(value):
        hint = "Zet een spatie na elke dubbele punt."
    return "Hier hoort een groep van namen en waarden.", hint


def _list(value: Any, context: Mapping[str, Any]) -> Told:
    return "Hier hoort een lijst.", "Zet elk deel op een eigen regel na een streepje, of alle tussen [ en ]."


def _text(value: Any, context: Mapping[str, Any]) -> Told:
    if isinstance(value, dict):
        return "Hier hoort tekst, geen groep.", "Zet tekst met een dubbele punt tussen aanhalingstekens."
    if isinstance(value, list):
        return (
            "Hier hoort tekst, geen lijst.",
            "Haal het streepje weg, of zet tekst met haken tussen aanhalingstekens.",
        )
    return "Hier hoort tekst.", ""


def _pattern(value: Any, context: Mapping[str, Any]) -> Told:
    if context.get("pattern") == SLUG:
        hint = "Gebruik alleen kleine letters en cijfers, met streepjes ertussen."
        return f"{quote(value)} is geen geldige aanduiding.", hint
    return _unfit(value, context)


def _choice(value: Any, context: Mapping[str, Any]) -> Told:
    if isinstance(value, dict | list | tuple):
        return "Hier hoort één woord, geen lijst of groep.", choose_from("", choices_in(context))
    return f"{quote(value)} kan hier niet staan.", choose_from(str(value), choices_in(context))


def choices_in(context: Mapping[str, Any]) -> list[str]:
    """The words that could have stood where another one did."""
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    return list(filter(None, [first or second for first, second in _QUOTED.findall(expected)] or [expected]))


def _number(value: Any) -> str:
    """Write a bound as the file would: an exact one as a decimal, or as a fraction where that would round it."""
    if isinstance(value, str) and (exact := _FRACTION.fullmatch(value)):  # as pydantic gives a bound that is exact
        value = Fraction(int(exact[1]), int(exact[2]))
    if isinstance(value, Fraction):
        decimal = f"{float(value):g}"
        return decimal if Fraction(decimal) == value else str(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _bound(key: str, words: str, instead: str) -> Teller:
    def told(value: Any, context: Mapping[str, Any]) -> Told:
        shown = _number(value) if isinstance(value, int | float | Fraction) else str(value)
        bound = _number(context.get(key))
        message = f"Het getal {quote(shown)} kan hier niet: het moet {words} {bound} zijn."
        return message, f"Schrijf een getal {instead} {bound}."

    return told


def _size(key: str, words: str, part: str, parts: str) -> Teller:
    def told(value: Any, context: Mapping[str, Any]) -> Told:
        if context.get(key) == 1 and words == "minstens":
            return "Dit mag niet leeg zijn.", _FILL_IN
        count = context.get(key)
        return (
            f"Hier {'hoort' if count == 1 else 'horen'} {words} {count} {part if count == 1 else parts}.",
            f"Haal {parts} weg." if words == "hoogstens" else "",
        )

    return told


def _plain(message: str, hint: str = "") -> Teller:
    def told(value: Any, context: Mapping[str, Any]) -> Told:
        scalar = isinstance(value, str | int | float)
        return f"{message}, niet {quote(value)}." if scalar else f"{message}.", hint

    return told


_WHOLE = _plain("Hier hoort een heel getal", "Schrijf alleen cijfers, zonder punt of komma.")
_DECIMAL = _plain("Hier hoort een getal", "Schrijf een getal zoals 3 of 3.5, met een punt.")
_TRUTH = _plain("Hier hoort true of false", "Schrijf true voor ja, of false voor nee.")
_DAY = _plain("Hier hoort een datum", "Schrijf jaar, maand en dag, zoals 2026-01-31.")

_SENTENCES: dict[str, Teller] = {
    **dict.fromkeys(GROUP_KINDS, _group),
    **dict.fromkeys(LIST_KINDS, _list),
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys((*CHOICE_KINDS, "union_tag_invalid"), _choice),
    "union_tag_not_found": lambda value, context: (
        "Hier ontbreekt het woord dat zegt wat voor deel dit is.",
        choose_from("", [str(context.get("discriminator", "")).strip("'")]),
    ),
    "none_required": lambda value, context: ("Hier mag niets staan.", "Haal de waarde weg."),
    **dict.fromkeys(("bool_type", "bool_parsing"), _TRUTH),
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number", "fraction_type", "fraction_parsing"), _DECIMAL),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), _DAY),
    "greater_than": _bound("gt", "hoger dan", "boven"),
    "greater_than_equal": _bound("ge", "minstens", "vanaf"),
    "less_than": _bound("lt", "lager dan", "onder"),
    "less_than_equal": _bound("le", "hoogstens", "tot en met"),
    "too_short": _size("min_length", "minstens", "deel", "delen"),
    "too_long": _size("max_length", "hoogstens", "deel", "delen"),
    "string_too_short": _size("min_length", "minstens", "teken", "tekens"),
    "string_too_long": _size("max_length", "hoogstens", "teken", "tekens"),
}
