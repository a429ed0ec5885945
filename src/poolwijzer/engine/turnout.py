"""How many respondents each municipality has, and which has none yet, within the bounds of privacy.

Who answered is told by name only where names were asked for and all respondents of that municipality agreed, and only
if the ones without a name are none or enough to hide among. Who did not answer is told by name only where everybody who
did has a name: beside the list of participants it would say who the others are.
"""

from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.tally import Tally


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


def find_turnout(assessment: Assessment, content: Content, tally: Tally, *, named: bool) -> Turnout:
    """Who answered, by name where asked for, agreed to, and safe."""
    towns = tally["gemeente"].organisations
    sizes_of = {name: towns[name].answering for name in tally["gemeente"].answering}
    agreed = [name for name in sizes_of if named and towns[name].named]
    hiding = len(sizes_of) - len(agreed)
    told = sorted(agreed, key=str.casefold) if hiding == 0 or hiding >= content.typology.privacy.role_from else []
    sizes = sorted(size for name, size in sizes_of.items() if name not in told)
    listed = [one.name for one in assessment.initiative.municipalities]
    silent = [name for name in listed if name not in sizes_of]
    return Turnout(
        listed=len(listed) or None,
        named={name: sizes_of[name] for name in told},
        others={size: sizes.count(size) for size in sizes},
        silent=len(silent) if listed else None,
        silent_names=tuple(silent) if told and not sizes else (),
        names_withheld=bool(agreed) and not told,
    )
