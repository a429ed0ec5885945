"""The pictures beside the typology, as values: what each shows, and the same in a table for who cannot see it.

Locations on a scale are from 0 (its first end) to 1. A picture computes nothing; `words_of_chart` gives all it tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from poolwijzer.dutch import capitalise, number

MOST_BESIDE = 3
"""Columns with signs that a table in words has too; their words take more room than signs."""
Progress = Literal["gedaan", "nu", "straks", ""]
"""How far a phase is; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a scale, with the word for what stands in it."""

    words: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A point of a scale, and what stands below it."""

    words: str
    at: float


@dataclass(frozen=True, slots=True)
class Dots:
    """How many of the others stand at a point of a scale."""

    at: float
    count: int


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """Something that stands on a scale."""

    label: str
    said: str
    """Where it stands, in words; also where that is not known."""
    at: float | None = None
    low: float | None = None
    high: float | None = None
    """The ends of its interval."""
    others: tuple[Dots, ...] = ()
    """Where others stand that it is made of, such as municipalities; nothing where that may not be told."""
    hands: tuple[int, ...] = ()
    """How many hands each answer got, from the first end to the last."""
    remark: str = ""
    """What a reader has to know of it, such as that it was asked the other way round."""


@dataclass(frozen=True, slots=True)
class Scales:
    """Rows on one scale: the axes as bars with their interval, or answers as dots."""

    title: str
    description: str
    """In one sentence what it shows, for who cannot see it."""
    rows: tuple[ScaleRow, ...]
    zones: tuple[Zone, ...] = ()
    ticks: tuple[Tick, ...] = ()
    bars: bool = False
    """Whether a row is a bar, and not a dot."""
    start: float = 0.0
    """Where bars begin: at the first end, or somewhere between the ends where a row can go either way."""
    head: tuple[str, str] = ("Wat", "Waar")
    """Over the columns of the table in words."""
    dot: str = ""
    """What the dot of a row is, or its bar."""
    others: str = ""
    """Who the others are."""
    hands: str = ""
    """What the hands are."""
    reach: str = ""
    """What an interval is."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a cell."""

    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: what stands in it, and how dark it is from 0 to 1 where that tells something."""

    items: tuple[Item, ...] = ()
    shade: float = 0.0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a grid."""

    label: str
    cells: tuple[Cell, ...]
    group: str = ""
    """What it belongs to, with the rows beside it that say the same."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns with something in their cells: options by verdict, who chose what, levels of many."""

    title: str
    description: str
    head: tuple[str, ...]
    """Over the label and over each column."""
    rows: tuple[GridRow, ...]
    chosen: str = "gekozen"
    """What an item that stands out is; empty where that goes without saying."""
    shade: str = ""
    """What it is that a cell is dark."""
    marks: bool = False
    """Whether a sign in a cell will do, as all its words say no more than that it is chosen or not."""
    boxed: bool = False
    """Whether every item has a box to tick, also where none in these rows is chosen."""

    @property
    def with_boxes(self) -> bool:
        """Whether items have a box to tick: something is chosen, here or in another piece of the same picture."""
        return self.boxed or any(item.chosen for row in self.rows for cell in row.cells for item in cell.items)


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar in parts."""

    label: str
    counts: tuple[int, ...]
    """Of each part how many or how much."""
    said: str = ""
    """What stands behind it."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in parts that add up: answers of respondents, how firm a place is, how many stand where."""

    title: str
    description: str
    parts: tuple[str, ...]
    """What each part of a bar is."""
    rows: tuple[BarRow, ...]
    head: str = "Wat"
    behind: str = "Samen"
    """Over what stands behind the bars."""
    whole: bool = True
    """Whether every bar fills the breadth, so that shares are compared; otherwise numbers are."""
    percent: bool = False
    """Whether the counts are percentages."""
    ordered: int = 0
    """How many of the parts, from the first on, run from little to much and get darker so."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A phase on a road map."""

    label: str
    progress: Progress
    when: str = ""
    """In which months it begins."""
    decisions: tuple[str, ...] = ()
    """What is decided in it, and by whom."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that is fixed."""

    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Road:
    """The phases as a line, with where the initiative is now, the decisions and the months."""

    title: str
    description: str
    stops: tuple[Stop, ...]
    deadlines: tuple[Deadline, ...] = ()


Chart = Scales | Grid | Bars | Road


class ChartWords(NamedTuple):
    """All that a picture tells, as a table."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    """The columns that hold numbers."""


def words_of_chart(chart: Chart) -> ChartWords:
    """What stands in a picture, as a table; columns that say nothing are left out."""
    match chart:
        case Scales():
            return _without_empty(ChartWords(chart.title, (*chart.head, "Verdeling", "Let op"), _scale_rows(chart)))
        case Grid() if chart.marks and len(chart.head) - 1 > MOST_BESIDE:
            return _by_mark(chart)
        case Grid():
            told = "" if chart.marks else chart.chosen
            cells = tuple((_named(row), *(_told(cell, told) for cell in row.cells)) for row in chart.rows)
            return ChartWords(chart.title, chart.head, cells)
        case Bars():
            counted = ((row, (tell_count(count, chart) for count in row.counts)) for row in chart.rows)
            rows = tuple((row.label, *counts, row.said) for row, counts in counted)
            counted_behind = all(row.said.removesuffix("%").isdecimal() for row in chart.rows)
            numbers = frozenset(range(1, len(chart.parts) + 1 + counted_behind))
            return _without_empty(ChartWords(chart.title, (chart.head, *chart.parts, chart.behind), rows, numbers))
        case Road():
            stops = tuple((one.label, one.progress, one.when, "; ".join(one.decisions)) for one in chart.stops)
            days = tuple((one.label, "", one.when, "") for one in chart.deadlines)
            return _without_empty(ChartWords(chart.title, ("Fase", "Stand", "Wanneer", "Besluiten"), (*stops, *days)))


def _by_mark(chart: Grid) -> ChartWords:
    """A column for each sign instead of for each of many: what stands over the columns that it is in."""
    marks = list(dict.fromkeys(item.words for row in chart.rows for cell in row.cells for item in cell.items))
    rows = tuple(
        (
            _named(row),
            *(
                ", ".join(
                    head
                    for head, cell in zip(chart.head[1:], row.cells, strict=True)
                    if mark in (item.words for item in cell.items)
                )
                for mark in marks
            ),
        )
        for row in chart.rows
    )
    return ChartWords(chart.title, (chart.head[0], *map(capitalise, marks)), rows)


def tell_count(count: int, chart: Bars) -> str:
    """A number as it stands in a bar."""
    return f"{number(count, 0)}{'%' if chart.percent else ''}"


def _scale_rows(chart: Scales) -> tuple[tuple[str, ...], ...]:
    return tuple((row.label, row.said, _spread(row, chart), row.remark) for row in chart.rows)


def _spread(row: ScaleRow, chart: Scales) -> str:
    """The hands, or where the others stand, by the nearest tick."""
    if row.hands:
        counts = list(zip(row.hands, (tick.words for tick in chart.ticks), strict=False))
    else:
        counts = [(one.count, _nearest(one.at, chart)) for one in row.others]
    return ", ".join(f"{count} keer {words}" for count, words in counts if count)


def _nearest(at: float, chart: Scales) -> str:
    return min(chart.ticks, key=lambda tick: abs(tick.at - at)).words if chart.ticks else f"{at:.1f}"


def _named(row: GridRow) -> str:
    return f"{row.group}: {row.label}" if row.group else row.label


def _told(cell: Cell, chosen: str) -> str:
    return "; ".join(f"{item.words} ({chosen})" if item.chosen and chosen else item.words for item in cell.items)


def _without_empty(words: ChartWords) -> ChartWords:
    kept = [index for index in range(len(words.head)) if index == 0 or any(row[index] for row in words.rows)]
    return ChartWords(
        words.caption,
        tuple(words.head[index] for index in kept),
        tuple(tuple(row[index] for index in kept) for row in words.rows),
        frozenset(place for place, index in enumerate(kept) if index in words.right),
    )
