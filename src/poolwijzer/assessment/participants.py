"""Municipalities as a person types them in a row: names, regions, and places of their own; and one that takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.assessment.model import Initiative, Participant
from poolwijzer.dutch import count_things, join_some, number
from poolwijzer.municipalities import (
    Municipality,
    UnknownMunicipality,
    UnknownRegion,
    find_in_province,
    find_in_res_region,
    find_municipality,
    fold_name,
    list_municipalities,
    list_regions,
    official_name,
    split_names,
)
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.validation import WHOLE

_OWN = re.compile(r"(?P<name>.+?)\s*\(\s*(?P<population>[0-9][0-9.\s]*)\s*(?:inwoners)?\s*\)")
_LINE_ENDS = r"[\t\n\v\f\r\x85\u2028\u2029]+"
_BULLET = r"\s*([-*•·–—‣▪●○]|[0-9]{1,3}[.)])\s+"
MOST_NAMED = 12
HOW_TO_ADD = "Staat een gemeente niet in de lijst? Zet dan het aantal inwoners erachter: Voorbeeldstad (30.000)."


class NamedParticipants(NamedTuple):
    """What a line of names stands for, and the region if one filled them in."""

    participants: tuple[Participant, ...]
    region: str = ""


class NameCompletion(NamedTuple):
    """Something to complete a name with, and what it is."""

    text: str
    meaning: str


def read_names(text: str) -> NamedParticipants:
    """The municipalities that a line names, each once, in the order of the line.

    A province or RES region stands for all of its municipalities. A name that is both is the municipality, unless
    the line says *provincie Utrecht*.

    Raises:
        UnknownMunicipality: A name that cannot be resolved; the hint says what may have been meant.
    """
    found: dict[str, Participant] = {}
    region = ""
    for piece in split_names(text):
        group, members = _members(piece)
        region = region or group
        for member in members:
            found.setdefault(member.name, member)
    return NamedParticipants(tuple(found.values()), region)


def has_lines(text: str) -> bool:
    """Whether a text that somebody pasted holds more than one line or cell."""
    return re.search(_LINE_ENDS, text) is not None


def join_lines(text: str) -> str:
    """The names of a column or a list on one line, with commas between; bullets and numbers before them go."""
    names = (re.sub(f"^{_BULLET}", "", name).strip(" ,;") for name in re.split(_LINE_ENDS, text))
    return ", ".join(filter(None, names))


def name_as_data(piece: str) -> str | dict[str, str]:
    """One name as an initiative's file holds it: with a population behind it, a place that no table knows."""
    own = _own_municipality(piece)
    return {"name": own[0], "population": own[1]} if own else piece


def _own_municipality(piece: str) -> tuple[str, str] | None:
    """The name and the population of a place of one's own, in digits."""
    own = _OWN.fullmatch(" ".join(piece.split()))
    population = re.sub(r"[.\s]", "", own["population"]) if own else ""
    return (own["name"], population) if own and WHOLE.fullmatch(population) else None


def _members(piece: str) -> tuple[str, tuple[Participant, ...]]:
    """The region a piece names, if any, and the participants it stands for."""
    if own := _own_municipality(piece):
        return "", (Participant(name=own[0], population=max(1, int(own[1]))),)
    try:
        return "", (_participant(find_municipality(piece)),)
    except UnknownMunicipality:
        if region := _region(piece):
            return region[0], tuple(map(_participant, region[1]))
        raise UnknownMunicipality(piece, HOW_TO_ADD) from None


def _participant(one: Municipality) -> Participant:
    return Participant(name=one.name, population=one.population, code=one.code)


def _region(piece: str) -> tuple[str, tuple[Municipality, ...]] | None:
    for lookup, field in ((find_in_province, "province"), (find_in_res_region, "res_region")):
        try:
            members = lookup(piece)
        except UnknownRegion:
            continue
        return getattr(members[0], field), members
    return None


def write_names(participants: tuple[Participant, ...]) -> str:
    """A line that names these participants, to be read back by `read_names`."""
    return ", ".join(one.name if one.code else f"{one.name} ({number(one.population or 1, 0)})" for one in participants)


def complete_names(text: str) -> Iterator[NameCompletion]:
    """What can complete the last name in a line: municipalities first, then whole regions."""
    typed = last_name(text).casefold()
    if not typed:
        return
    for one in sorted(list_municipalities(), key=lambda one: one.name):
        if _begins(one.name, typed):
            yield NameCompletion(one.name, f"gemeente in {one.province}")
    for kind, name, size in list_regions():
        if _begins(name, typed) or f"{kind} {name}".casefold().startswith(typed):
            yield NameCompletion(f"{kind} {name}", count_things(size, "gemeente", "gemeenten"))


def last_name(text: str) -> str:
    """The name that is being typed at the end of a line."""
    return re.split("[,;]", text)[-1].lstrip()


def _begins(name: str, typed: str) -> bool:
    plain = name.casefold()
    return plain.startswith(typed) or plain.removeprefix("'s-").startswith(typed)


def find_participant(text: str, initiative: Initiative, option: str) -> str:
    """The name of a municipality of an initiative, by what people call it.

    Raises:
        InputError: it does not take part; names the option that it was given with.
    """
    names = {fold_name(one.name): one.name for one in initiative.municipalities}
    wanted = official_name(text)
    if found := names.get(fold_name(wanted)):
        return found
    hint = did_you_mean(text, names.values()) or who_take_part(initiative)
    raise InputError(Problem(option, f"De gemeente {quote(wanted)} doet niet mee aan dit initiatief.", hint))


def who_take_part(initiative: Initiative) -> str:
    """What to choose from, where a municipality has to be named."""
    names = [one.name for one in initiative.municipalities]
    if not names:
        return "Zet in het bestand welke gemeenten meedoen, bij initiative.municipalities."
    return f"Kies uit: {join_some(names, MOST_NAMED)}."
