"""A chart in words, for who cannot see it and for formats that cannot draw: what stands in each of its nine zones."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.drawing.chart.model import PARTS, Chart, Point


def words_of_chart(chart: Chart) -> Iterator[str]:
    """What stands in a drawing, in the order in which a report tells it; there, what lies between has no name."""
    yield from (chart.title, chart.description, chart.across.first, chart.across.last)
    for row, end in ((0, chart.down.first), (2, chart.down.last)):
        yield from (end, chart.zones[row][0], chart.zones[row][2])
    yield from (point.label for point in chart.legend())
    yield chart.border


def rows_of(chart: Chart) -> list[tuple[str, list[tuple[str, str]]]]:
    """The zones row by row: the words at that end of the axis, and of each zone its name and what stands there."""
    held = {(column, row): words for column, row, words in chart.contents()}
    ends = (chart.down.first, "", chart.down.last)
    return [
        (ends[row], [(chart.zones[row][column], _told(held.get((column, row), ""), chart)) for column in PARTS])
        for row in PARTS
    ]


def zone_of(point: Point, chart: Chart) -> str:
    """What the zone of a point is called."""
    column, row = chart.parts_of(point.square)
    return chart.zones[row][column]


def _told(held: str, chart: Chart) -> str:
    """Numbers, or how many there are, with the word for it; nothing of an empty zone."""
    return f"{'nummers' if chart.points else 'aantal'}: {held}" if held else ""
