"""What an overview keeps of one file of an initiative."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.batch.overview.learned import ANSWERED, Learned
from poolwijzer.report.many import Stand


class Chosen(NamedTuple):
    """What one initiative filled in on the menu card, by component."""

    filled: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    """Component and option."""
    considering: tuple[tuple[str, str], ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    """Component and what the group wrote itself."""
    untold: int = 0
    """How many texts of its own are not among these, since there are too many of them."""


class OverviewEntry(NamedTuple):
    """One initiative, as one file of it says."""

    name: str
    region: str
    file: str
    axes: dict[str, Stand]
    in_play: tuple[str, ...]
    """The quadrants in play, in the order of the alphabet, so that the same ones are always equal."""
    status: str
    divided: bool
    id: str = ""
    date: str | None = None
    signals: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    chosen: Chosen = Chosen()
    learned: Learned | None = None

    @property
    def estimated(self) -> bool:
        """Whether its place rests on an own estimate."""
        return bool(self.in_play) and any(stand.source == "eigen-inschatting" for stand in self.axes.values())

    @property
    def answered(self) -> int:
        """How many statements have an answer."""
        return self.learned["statuses"].count(ANSWERED) if self.learned else 0
