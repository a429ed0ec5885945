"""Why a text names no municipality of today, and what may have been meant.

Loaded only where that happens, as is the history.
"""

from __future__ import annotations

import re
from functools import lru_cache

from poolwijzer.dutch import join_words
from poolwijzer.municipalities.history import Former, find_former, list_former_names
from poolwijzer.municipalities.names import (
    as_code,
    fold_name,
    index_namesakes,
    known_municipality,
    without_province,
)
from poolwijzer.municipalities.nearby import list_names_today, nearest, undamaged
from poolwijzer.municipalities.regions import kinds_of_region, list_regions
from poolwijzer.municipalities.table import without_addition
from poolwijzer.problems import quote

HOW_TO_NAME = (
    "Schrijf de naam van de gemeente of de code van het CBS, zoals Assen of GM0106. "
    "Schrijf bij een dorp de gemeente waar het in ligt."
)
_DAMAGED = "De letters in het bestand zijn beschadigd. Bewaar het bestand opnieuw, als UTF-8."
_ONE_BY_ONE = "Noem de gemeenten die meedoen één voor één."
_WHO_TAKE_PART = "Noem de gemeenten die meedoen."


# A table can hold one wrong name thousands of times.
@lru_cache(maxsize=1024)
def why_unknown(text: str, *, sought: bool = True) -> tuple[str, str]:
    """Why a text that `known_municipality` does not know names no municipality, and what to write instead.

    What it was meant to be is only sought on request.
    """
    code, name = as_code(text), fold_name(text)
    if not name:
        return "Hier ontbreekt de naam van een gemeente.", HOW_TO_NAME
    if namesakes := index_namesakes().get(name):
        choices = [f"{one.name} in {one.province}" for one in namesakes]
        return (
            f"Er is meer dan één gemeente met de naam {quote(text.strip())}.",
            f"Kies {join_words(choices, 'of')}.",
        )
    if kinds := kinds_of_region(name):
        return f"{quote(text.strip())} is {join_words(kinds)}, geen gemeente.", _ONE_BY_ONE
    if former := find_former(code or name) or find_former(without_province(name)):
        told, hint = _what_became(former)
        return (f"{quote(text.strip())} was de code van {former[0].name}. {told}" if code else told), hint
    if not re.search(r"[^\W\d]", name.removeprefix("gm")):
        return f"{quote(text.strip())} is geen code van een gemeente.", HOW_TO_NAME
    hint = (_what_was_meant(text, name) if sought else "") or HOW_TO_NAME
    return f"{quote(text.strip())} staat niet in de lijst van gemeenten.", hint


def _what_became(former: tuple[Former, ...]) -> tuple[str, str]:
    """Tell what became of a former municipality, for what it is part of now may be far larger."""
    heirs = {heir.name for one in former for heir in one.heirs}
    told = [one.tell() for one in former]
    if len(heirs) == 1:
        (heir,) = heirs
        return told[-1], f"Doet heel {heir} mee? Schrijf dan {heir}."
    if len({without_addition(one.name) for one in former}) < len(former):
        told.insert(0, "Er is meer dan één vroegere gemeente met deze naam.")
    return " ".join(told), _WHO_TAKE_PART


def _what_was_meant(text: str, name: str) -> str:
    """Suggest what a mistyped or damaged name was; empty if nothing comes near.

    Only what is found when it is written is offered as it is; with all else comes what to write instead.
    """
    for whole in undamaged(text):
        if found := known_municipality(whole):
            return f"Bedoelde u {found.name}? {_DAMAGED}"
        if former := find_former(fold_name(whole)):
            return f"{' '.join(_what_became(former))} {_DAMAGED}"
    letters, today = nearest(name, list_names_today())
    more, gone = nearest(name, list_former_names())
    if gone and (not today or more < letters):
        return f"Bedoelde u {join_words(gone[:3], 'of')}? {' '.join(_what_became(_all_called(gone[:3])))}"
    if today:
        return f"Bedoelde u {join_words(today[:3], 'of')}?"
    _, regions = nearest(name, ((fold_name(region), f"de {kind} {region}") for kind, region, _ in list_regions()))
    return f"Bedoelde u {join_words(regions, 'of')}? {_ONE_BY_ONE}" if regions else ""


def _all_called(names: list[str]) -> tuple[Former, ...]:
    return tuple(former for name in names for former in find_former(fold_name(name)))
