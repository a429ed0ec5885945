"""A chart as what stands on a sheet, in the measures in which it will be printed."""

from __future__ import annotations

from functools import lru_cache

from poolwijzer.drawing.bars import draw_bars
from poolwijzer.drawing.chart_parts import LEAST, WIDE, ChartSheet
from poolwijzer.drawing.charts import Bars, Chart, Grid, Road, Scales
from poolwijzer.drawing.grid import draw_grid
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.road import draw_road
from poolwijzer.drawing.scales import draw_scales

LEGIBLE = 7.5
"""For letters of this size a unit of a chart is a point; the smallest of a chart are a little larger."""


@lru_cache(maxsize=32)
def draw_chart(
    chart: Chart, palette: Palette, breadth: float | None, letter: float = LEGIBLE
) -> tuple[float, float, tuple[str, ...]]:
    """How wide and how high the sheet of a chart is, and what stands on it; its title is told by who shows it.

    Of the last ones it is kept: how high a chart becomes is asked before it is shown.

    Args:
        chart: What to draw.
        palette: In which colours.
        breadth: How wide it is printed or shown, in points or in pixels; labels wrap for it.
        letter: How large its smallest letters have to be at least, in the same measure.
    """
    sheet = ChartSheet(WIDE if breadth is None else max(breadth * LEGIBLE / letter, LEAST), palette)
    match chart:
        case Scales():
            height, parts = draw_scales(chart, sheet)
        case Grid():
            height, parts = draw_grid(chart, sheet)
        case Bars():
            height, parts = draw_bars(chart, sheet)
        case Road():
            height, parts = draw_road(chart, sheet)
    return sheet.width, round(height, 1), tuple(parts)
