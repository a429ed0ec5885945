"""A chart with many rows in pieces that fit on a page, so that its letters stay as large as they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from poolwijzer.drawing.charts import Chart, Grid, Road
from poolwijzer.drawing.draw_charts import draw_chart
from poolwijzer.drawing.primitives import LIGHT, Palette
from poolwijzer.drawing.sheet import LEAST_LETTER

NEAR = 4
"""How many rows a piece may be shorter or longer to end with a group."""


def in_pieces(chart: Chart, breadth: float, highest: float, palette: Palette = LIGHT) -> list[Chart]:
    """The chart, or its rows over several of about as many rows, none of which is higher than this.

    A row that is higher by itself stays whole, and so does a road.

    Args:
        chart: Which one.
        breadth: How wide it is printed, in points.
        highest: How high a piece may be, in points.
        palette: In which colours it will be shown: then it need not be drawn again.
    """
    if isinstance(chart, Road) or _fits(chart, breadth, highest, palette):
        return [chart]
    if isinstance(chart, Grid):
        chart = replace(chart, boxed=chart.with_boxes)
    rows: Any = chart.rows
    number_of = len(rows)
    for pieces in range(2, number_of + 1):
        ends = [_at_a_group(chart, round(index * number_of / pieces)) for index in range(pieces + 1)]
        title = chart.title
        parts: list[Chart] = [
            replace(chart, rows=rows[start:end], title=f"{title} (vervolg)" if start else title)
            for start, end in pairwise(ends)
            if start < end
        ]
        if pieces == number_of or all(_fits(part, breadth, highest, palette) for part in parts):
            return parts
    return [chart]


def _at_a_group(chart: Chart, end: int) -> int:
    """Where a piece ends: at the nearest row before which a group begins, if it is near."""
    if not isinstance(chart, Grid) or not 0 < end < len(chart.rows):
        return end
    near = (one for step in range(NEAR + 1) for one in (end - step, end + step) if 0 < one < len(chart.rows))
    return next((one for one in near if chart.rows[one].group != chart.rows[one - 1].group), end)


def _fits(chart: Chart, breadth: float, highest: float, palette: Palette) -> bool:
    width, height, _ = draw_chart(chart, palette, breadth, LEAST_LETTER)
    return height * breadth / width <= highest
