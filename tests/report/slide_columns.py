"""How high columns of slides are."""

from poolwijzer.report.slides.measure import height_of, lines_high
from poolwijzer.report.slides.model import AIR, Column


def height_of_column(column: Column, width: float) -> float:
    """How high a column of this width is, with its head, in points."""
    head = [lines_high(1)] if column.title else []
    heights = [*head, *(height_of(block, width) for block in column.blocks)]
    return sum(heights) + AIR * max(len(heights) - 1, 0)
