"""What an overview keeps of each initiative: little, so that a batch of tens of thousands fits in memory."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from poolwijzer.batch.overview.entry import Chosen, OverviewEntry
from poolwijzer.batch.overview.learned import learned_of
from poolwijzer.batch.overview.measured import Measured, find_measured
from poolwijzer.dutch import sorting_key
from poolwijzer.report.many import Stand
from poolwijzer.report.typed_text import sanitize_line, sanitize_text
from poolwijzer.tables.row import WRONG, AxisRow, ProblemRow, Row, share_problems

MOST_PROBLEMS = 5
"""Of one file that are kept; who has more first mends these."""
MOST_TEXTS = 10
"""Of what one initiative wrote itself for a component."""


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


class Counts(NamedTuple):
    """How many initiatives there are of each."""

    signals: Counter[str]
    strengths: Counter[str]
    filled: Counter[str]
    """By component."""
    chosen: Counter[tuple[str, str]]
    """By component and option."""
    considered: Counter[tuple[str, str]]
    own: Counter[str]
    """Who wrote something of their own, by component."""


class Overview:
    """Gathers the rows of a batch one by one. What comes out does not depend on the order in which they came."""

    def __init__(self, *, counts: bool = True) -> None:
        """Begin without initiatives.

        Args:
            counts: Whether more is asked for than a list with the place of each, as a screen shows.
        """
        self.failures: list[Failure] = []
        self._counts = counts
        self._kept: list[OverviewEntry] = []
        self._seen: dict[Any, Any] = {}

    def add(self, row: Row) -> None:
        """Take in one row."""
        for name in _FOUND:
            self.__dict__.pop(name, None)
        if row["status"] == WRONG:
            told = share_problems(row["problems"])
            self.failures.append(Failure(sanitize_text(row["file"]), tuple(told[:MOST_PROBLEMS]), len(told)))
            return
        entry = _kept(row)
        if self._counts:
            entry = entry._replace(
                signals=self._same(tuple(sorted(set(row["signals"])))),
                strengths=self._same(tuple(sorted(set(row["strengths"])))),
                chosen=self._chosen(row),
                learned=learned_of(row),
            )
        self._kept.append(entry)

    def _chosen(self, row: Row) -> Chosen:
        choices = {name: row["choices"][name] for name in sorted(row["choices"])}
        texts = {name: dict.fromkeys(" ".join(text.split()) for text in one["other"]) for name, one in choices.items()}
        return Chosen(
            filled=self._same(tuple(choices)),
            options=self._pairs({name: one["options"] for name, one in choices.items()}),
            considering=self._pairs({name: one["considering"] for name, one in choices.items()}),
            other=tuple((name, sanitize_text(text)) for name, own in texts.items() for text in list(own)[:MOST_TEXTS]),
            untold=sum(max(0, len(own) - MOST_TEXTS) for own in texts.values()),
        )

    def _pairs(self, found: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
        return tuple(self._same((name, one)) for name, many in found.items() for one in sorted(set(many)))

    def _same(self, value: _Kept) -> _Kept:
        """The value itself, or one like it that was kept before: most come back."""
        kept: _Kept = self._seen.setdefault(value, value)
        return kept

    def __len__(self) -> int:
        """How many initiatives could be read."""
        return len(self.measured)

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every initiative once, with what else was measured of it."""
        return find_measured(self._kept)

    @cached_property
    def by_name(self) -> tuple[Numbered, ...]:
        """Every initiative with its number."""
        kept = (one.kept for one in self.measured)
        ordered = sorted(kept, key=lambda one: (sorting_key(one.name), one.name, *_by_file(one), repr(one[:9])))
        labels = _told_apart(ordered)
        return tuple(Numbered(index, labels[index - 1], one) for index, one in enumerate(ordered, 1))

    @cached_property
    def counts(self) -> Counts:
        """What returns among the initiatives."""
        found = Counts(Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
        for one in self.by_name:
            found.signals.update(one.kept.signals)
            found.strengths.update(one.kept.strengths)
            found.filled.update(one.kept.chosen.filled)
            found.chosen.update(one.kept.chosen.options)
            found.considered.update(one.kept.chosen.considering)
            found.own.update({component for component, _ in one.kept.chosen.other})
        return found

    @property
    def places(self) -> Counter[tuple[str, ...]]:
        """How many initiatives have these quadrants in play; none in play is no place."""
        return Counter(one.kept.in_play for one in self.by_name)

    def failed(self) -> list[Failure]:
        """Every file that could not be read, by its name."""
        return sorted(self.failures, key=lambda one: (sorting_key(one.file), one.file, repr(one)))


_FOUND = ("measured", "by_name", "counts")
"""What is found again once there is more."""
_Kept = TypeVar("_Kept", bound=Hashable)


def _by_file(one: OverviewEntry) -> tuple[tuple[tuple[int, str], ...], str]:
    return sorting_key(one.file), one.file


def _kept(row: Row) -> OverviewEntry:
    initiative, placement = row["initiative"], row["placement"]
    if initiative is None or placement is None:
        raise ValueError(f"a row that is good says which initiative it is of: {row['file']}")
    return OverviewEntry(
        name=sanitize_line(initiative["name"]),
        region=sanitize_line(initiative["region"]),
        file=sanitize_text(row["file"]),
        axes={name: _stand(axis) for name, axis in placement["axes"].items()},
        in_play=tuple(sorted(placement["in_play"])),
        status=placement["status"],
        divided=placement["divided"],
        id=initiative["id"],
        date=initiative["date"],
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
