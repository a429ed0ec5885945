"""Who goes first where hours are short, from what was agreed: groups in their order, and who is in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from poolwijzer.matching.reading.file import MatchingFile, PriorityGroup, participant_name
from poolwijzer.municipalities import known_municipality


@dataclass(frozen=True, slots=True)
class FirstGroup:
    """Those who go before all groups behind theirs.

    Attributes:
        members: Who of those that ask something belong to it, and to no group before it; by name.
        up_to: With how many inhabitants one belongs to it.
        joined_since: From which day on whoever joined belongs to it.
        named: Whether some belong to it by their name.
    """

    members: tuple[str, ...]
    up_to: int | None = None
    joined_since: date | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class RowOfPriority:
    """All groups, in their order."""

    groups: tuple[FirstGroup, ...] = ()
    own_figures: tuple[tuple[str, int], ...] = ()
    """The inhabitants that were given, of who is in no table."""

    @property
    def places(self) -> dict[str, int]:
        """Of each who goes before others the place in the row, from 0."""
        return {name: place for place, group in enumerate(self.groups) for name in group.members}


def make_row(file: MatchingFile, asking: Iterable[str]) -> RowOfPriority:
    """Who goes first of those who ask something; who fits in more groups belongs to the first of these."""
    left, groups = sorted(asking), list[FirstGroup]()
    joined = {participant_name(name, file.others): day for name, day in file.rules.joined.items()}
    own = {one.name: one.population for one in file.organisations}
    for group in file.rules.priority:
        named = {participant_name(name, file.others) for name in group.municipalities}
        members = tuple(name for name in left if _belongs(name, _size(name, own), group, named, joined.get(name)))
        left = [name for name in left if name not in members]
        groups.append(FirstGroup(members, group.up_to, group.joined_since, bool(named)))
    figures = tuple((one.name, one.population) for one in file.organisations if one.population is not None)
    return RowOfPriority(tuple(groups), figures)


def _size(name: str, own: Mapping[str, int | None]) -> int | None:
    """The inhabitants of one who takes part; None where that is no municipality."""
    if name in own:
        return own[name]
    found = known_municipality(name)
    return found.population if found else None


def _belongs(name: str, size: int | None, group: PriorityGroup, named: set[str], joined: date | None) -> bool:
    return (
        name in named
        or (group.up_to is not None and size is not None and size <= group.up_to)
        or (group.joined_since is not None and joined is not None and joined >= group.joined_since)
    )
