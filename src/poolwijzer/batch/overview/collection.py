"""What an overview keeps of each initiative: little, so that a batch of tens of thousands fits in memory."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import NamedTuple

from poolwijzer.dutch import sorting_key
from poolwijzer.report.many import Stand
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.row import WRONG, AxisRow, ChoiceRow, ProblemRow, Row, share_problems

MOST_PROBLEMS = 5
"""Of one file that are kept; who has more first mends these."""


class OverviewEntry(NamedTuple):
    """One initiative."""

    name: str
    region: str
    file: str
    axes: dict[str, Stand]
    in_play: tuple[str, ...]
    """The quadrants in play, in the order of the alphabet, so that the same ones are always equal."""
    status: str
    divided: bool

    @property
    def estimated(self) -> bool:
        """Whether its place rests on an own estimate."""
        return bool(self.in_play) and any(stand.source == "eigen-inschatting" for stand in self.axes.values())


class Failure(NamedTuple):
    """A file that could not be read, with the first of its problems and how many there are."""

    file: str
    problems: tuple[ProblemRow, ...]
    total: int


class Numbered(NamedTuple):
    """An initiative with its place in the list by name, from 1, and what it is called so that no other is."""

    number: int
    label: str
    kept: OverviewEntry


class Overview:
    """Gathers the rows of a batch one by one. What comes out does not depend on the order in which they came."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.signals: Counter[str] = Counter()
        """How many initiatives each point of attention was raised for."""
        self.strengths: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        """How many initiatives filled in each component."""
        self.chosen: Counter[tuple[str, str]] = Counter()
        """How many chose an option, by its component and its id."""
        self.considered: Counter[tuple[str, str]] = Counter()
        self.own: Counter[str] = Counter()
        """How many wrote something of their own, by component."""
        self._kept: list[OverviewEntry] = []

    def add(self, row: Row) -> None:
        """Take in one row."""
        self.__dict__.pop("by_name", None)
        if row["status"] == WRONG:
            told = share_problems(row["problems"])
            self.failures.append(Failure(sanitize_text(row["file"]), tuple(told[:MOST_PROBLEMS]), len(told)))
            return
        self._kept.append(_kept(row))
        self.signals.update(set(row["signals"]))
        self.strengths.update(set(row["strengths"]))
        for component, choice in row["choices"].items():
            self._choose(component, choice)

    def _choose(self, component: str, choice: ChoiceRow) -> None:
        self.filled[component] += 1
        self.chosen.update((component, option) for option in set(choice["options"]))
        self.considered.update((component, option) for option in set(choice["considering"]))
        self.own[component] += bool(choice["other"])

    def __len__(self) -> int:
        """How many initiatives could be read."""
        return len(self._kept)

    @cached_property
    def by_name(self) -> tuple[Numbered, ...]:
        """Every initiative with its number."""
        ordered = sorted(self._kept, key=lambda one: (sorting_key(one.name), one.name, *_by_file(one), repr(one)))
        labels = _told_apart(ordered)
        return tuple(Numbered(index, labels[index - 1], one) for index, one in enumerate(ordered, 1))

    @property
    def places(self) -> Counter[tuple[str, ...]]:
        """How many initiatives have these quadrants in play; none in play is no place."""
        return Counter(one.in_play for one in self._kept)

    def failed(self) -> list[Failure]:
        """Every file that could not be read, by its name."""
        return sorted(self.failures, key=lambda one: (sorting_key(one.file), one.file, repr(one)))


def _by_file(one: OverviewEntry) -> tuple[tuple[tuple[int, str], ...], str]:
    return sorting_key(one.file), one.file


def _kept(row: Row) -> OverviewEntry:
    initiative, placement = row["initiative"], row["placement"]
    if initiative is None or placement is None:
        raise ValueError(f"a row that is good says which initiative it is of: {row['file']}")
    return OverviewEntry(
        name=sanitize_text(" ".join(initiative["name"].split())),
        region=sanitize_text(" ".join(initiative["region"].split())),
        file=sanitize_text(row["file"]),
        axes={name: _stand(axis) for name, axis in placement["axes"].items()},
        in_play=tuple(sorted(placement["in_play"])),
        status=placement["status"],
        divided=placement["divided"],
    )


def _stand(axis: AxisRow) -> Stand:
    return Stand(axis["score"], axis["low"], axis["high"], axis["level"], axis["status"], axis["source"])


def _told_apart(ordered: list[OverviewEntry]) -> list[str]:
    """What each is called: its name, and behind it the file where others have the same name."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(ordered):
        same[one.name.casefold()].append(index)
    labels = [one.name for one in ordered]
    for indexes in same.values():
        if len(indexes) > 1:
            short = [re.split(r"[\\/]", ordered[index].file)[-1] for index in indexes]
            enough = len(set(short)) == len(short)
            for index, file in zip(indexes, short, strict=True):
                labels[index] = f"{ordered[index].name} ({file if enough else ordered[index].file})"
    return labels
