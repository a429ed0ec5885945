"""Files of the same initiative: it counts once, by its newest measurement, and the others are told as measurements.

Two groups that saw one initiative on one day are two measurements too. A copy is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poolwijzer.batch.overview.entry import OverviewEntry
from poolwijzer.batch.overview.learned import EarlierMoment
from poolwijzer.dutch import sorting_key


class Moment(NamedTuple):
    """One measurement."""

    date: str | None
    in_play: tuple[str, ...]
    questions: str | None
    """As in `Learned`: two that differ were measured by other questions."""


class Measured(NamedTuple):
    """An initiative with every measurement of it."""

    kept: OverviewEntry
    """What counts: of the newest day, and of one day the one with the most answers."""
    others: tuple[OverviewEntry, ...] = ()
    """Its other files, in the same order."""
    copies: int = 0
    """Of how many files the content is that of another."""

    @property
    def same_day(self) -> tuple[OverviewEntry, ...]:
        """Others of the day of what counts: other groups, as a rule."""
        return tuple(one for one in self.others if one.date == self.kept.date)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """One a day, oldest first; the last is what counts. What has no day comes first.

        A file's own earlier measurement counts where no file is of that day.
        """
        files = (self.kept, *self.others)
        found = {one.date: _moment(one) for one in reversed(files)}
        inside = (Moment(one["date"], tuple(one["in_play"]), one["questions"]) for one in _earlier(files))
        last = found.pop(self.kept.date)
        for moment in inside:
            if moment.date != last.date:
                found.setdefault(moment.date, moment)
        return (*sorted(found.values(), key=lambda one: one.date or ""), last)

    @property
    def number(self) -> int:
        """How many measurements there are."""
        days = {one.date for one in (self.kept, *self.others)}
        return 1 + len(self.others) + sum(moment.date not in days for moment in self.moments)


def find_measured(entries: Iterable[OverviewEntry]) -> tuple[Measured, ...]:
    """Every initiative once. Of which no more than its row is known counts by itself."""
    same: dict[str, list[OverviewEntry]] = defaultdict(list)
    found = []
    for entry in entries:
        if entry.learned is None:
            found.append(Measured(entry))
        else:
            same[entry.id].append(entry)
    for files in same.values():
        found.append(_measured(files) if len(files) > 1 else Measured(files[0]))
    return tuple(found)


def _measured(files: list[OverviewEntry]) -> Measured:
    ordered = sorted(files, key=lambda one: (-one.answered, sorting_key(one.file), one.file, repr(one)))
    ordered.sort(key=lambda one: one.date or "", reverse=True)
    each = {one.learned["digest"]: one for one in reversed(ordered) if one.learned}
    first, *others = [one for one in ordered if one.learned and each[one.learned["digest"]] is one]
    return Measured(first, tuple(others), len(ordered) - len(each))


def _moment(entry: OverviewEntry) -> Moment:
    return Moment(entry.date, entry.in_play, entry.learned["questions"] if entry.learned else None)


def _earlier(files: Iterable[OverviewEntry]) -> Iterator[EarlierMoment]:
    for one in files:
        if one.learned:
            yield from one.learned["earlier"]
