"""Figures of block characters, as large as there is room for: a clock that the last row of a room can read."""

from __future__ import annotations

BLOCK = "█"
ROWS = 5
"""Of a figure of the smallest size."""
MOST = 4
"""The largest size: beyond that a figure is not read any easier."""
_GAP = 1
_SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}
"""A point of a figure is twice as many columns as rows, as letters are twice as high as wide."""


def breadth(text: str, size: int = 1) -> int:
    """How many columns a text takes."""
    return (sum(len(_SHAPES[sign][0]) for sign in text) + _GAP * (len(text) - 1)) * 2 * size


def largest_size(text: str, columns: int, rows: int) -> int:
    """The largest size that fits in so many columns and rows; 0 where not even the smallest does."""
    sizes = range(MOST, 0, -1)
    return next((size for size in sizes if breadth(text, size) <= columns and ROWS * size <= rows), 0)


def draw_figures(text: str, size: int = 1) -> list[str]:
    """The rows of a text of digits, colons and plus signs; all equally long."""
    rows = []
    for row in range(ROWS):
        points = (" " * _GAP).join(_SHAPES[sign][row] for sign in text)
        line = "".join((BLOCK if point == "#" else " ") * 2 * size for point in points)
        rows += [line] * size
    return rows
