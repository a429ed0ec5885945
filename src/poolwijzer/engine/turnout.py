"""How many respondents each municipality has, and which has none yet, within the bounds of privacy.

Who answered is told by name only where names were asked for and all respondents of that municipality agreed, and only
if the ones without a name are none or enough to hide among. Who did not answer is told by name only where everybody who
did has a name: beside the list of participants it would say who the others are.
"""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import by_organisation, responses_of


class Turnout(NamedTuple):
    """The respondents of the municipalities."""

    listed: int | None
    """How many municipalities take part; None without a list."""
    named: dict[str, int]
    """How many respondents each municipality has that may be named."""
    others: dict[int, int]
    """Of the other municipalities that answered: how many have so many respondents, few first."""
    silent: int | None
    """How many municipalities did not answer; None without a list."""
    silent_names: tuple[str, ...]
    """Which these are, where that may be told."""
    names_withheld: bool
    """Whether names were asked for and agreed to, but would give away who the others are."""


def find_turnout(assessment: Assessment, content: Content, *, named: bool) -> Turnout:
    """Who answered, by name where asked for, agreed to, and safe."""
    groups = by_organisation(
        response
        for response in responses_of("gemeente", assessment)
        if any(answer.known is not None for answer in response.answers.values())
    )
    agreed = [name for name, group in groups.items() if named and all(response.named for response in group)]
    hiding = len(groups) - len(agreed)
    told = sorted(agreed, key=str.casefold) if hiding == 0 or hiding >= content.typology.privacy.role_from else []
    sizes = sorted(len(group) for name, group in groups.items() if name not in told)
    listed = [one.name for one in assessment.initiative.municipalities]
    silent = [name for name in listed if name not in groups]
    return Turnout(
        listed=len(listed) or None,
        named={name: len(groups[name]) for name in told},
        others={size: sizes.count(size) for size in sizes},
        silent=len(silent) if listed else None,
        silent_names=tuple(silent) if told and not sizes else (),
        names_withheld=bool(agreed) and not told,
    )
