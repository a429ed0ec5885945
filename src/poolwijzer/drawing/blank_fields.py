"""The empty typology as SVG, to hang on a wall: large words, and lines at whose crossings one puts a sticker.

Its shape is that of a sheet that lies on its side. Every crossing lies in the middle of a square of its own, so that
there is as much room at the ends of an axis as between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from poolwijzer.drawing.model import MIDDLE, Drawing, Field, Part
from poolwijzer.drawing.primitives import Palette, Sizes, faint, letters, line_between, rectangle
from poolwijzer.drawing.sheet import end_lines
from poolwijzer.drawing.spots import Point

SHAPE = 0.59
"""How high it is for its breadth."""
NAME, TITLE = 1.5, 1.5
"""Of the letters at the sides and of those of titles, for the usual ones."""
SIDE = 2.6
"""The room beside the fields for the digits, in letters."""
SPOT = 0.3
"""Of the ring at a crossing, in letters."""


@dataclass(frozen=True)
class _Board:
    """Where everything lies: the fields with their words, and between these the plot with its lines."""

    sizes: Sizes
    left: float
    right: float
    top: float
    plot_top: float
    plot_bottom: float
    bottom: float
    columns: int
    rows: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def x(self, at: float) -> float:
        """A location on the horizontal axis: in the middle of its column."""
        return self.left + (self.right - self.left) * _inner(at, self.columns)

    def y(self, at: float) -> float:
        return self.plot_top + (self.plot_bottom - self.plot_top) * _inner(at, self.rows)


def draw_blank_fields(drawing: Drawing, palette: Palette, sizes: Sizes) -> tuple[float, list[str]]:
    """How high the sheet is, and what stands on it."""
    board = _lay_out(drawing, sizes)
    letter = sizes.letter
    below = board.bottom + letter * (NAME + 0.4)
    sides = [_lines(words, board, bold=True) for words in (drawing.across.first, drawing.across.last)]
    lowest = below + max(map(len, sides)) * sizes.line
    ends = [end_lines(words, sizes) for words in (drawing.down.first, drawing.down.last)]
    parts = [
        *_strips(board, palette),
        *_grid(drawing, board, palette),
        *_column(ends[0], (board.middle, 0), "middle", board, palette),
        *_names(drawing, 0, board, palette),
        *_names(drawing, 2, board, palette),
        *_called(drawing, board, palette),
        *_column(sides[0], (board.left, below), "start", board, palette),
        *_column(sides[1], (board.right, below), "end", board, palette),
        *_column(ends[1], (board.middle, lowest), "middle", board, palette),
    ]
    return lowest + len(ends[1]) * sizes.line + letter * 0.2, parts


def _column(lines: list[str], at: Point, anchor: str, board: _Board, palette: Palette) -> Iterator[str]:
    """Lines below a point, in heavy letters."""
    letter = board.sizes.letter
    for index, words in enumerate(lines):
        y = at[1] + letter + index * board.sizes.line
        yield letters(at[0], y, words, letter, palette, bold=True, at=anchor)


def _inner(at: float, steps: int) -> float:
    """A location from 0 to 1 where the first and the last step lie half a step inwards."""
    return (0.5 + at * (steps - 1)) / steps


def _lines(words: str, board: _Board, *, bold: bool = False, size: float = 1.0) -> list[str]:
    """Words in as many lines as they take in the breadth of a field."""
    letter = board.sizes.letter
    room = (board.right - board.left) / 2 - 2 * board.sizes.pad
    return board.sizes.lines(words, room, letter * size, bold=bold)


def _lay_out(drawing: Drawing, sizes: Sizes) -> _Board:
    """The board; where its words leave too little room for stickers it is higher than its shape."""
    letter = sizes.letter
    columns, rows = max(len(drawing.across.ticks), 1), max(len(drawing.down.ticks), 1)
    top = len(end_lines(drawing.down.first, sizes)) * sizes.line + 0.2 * letter
    board = _Board(sizes, SIDE * letter, sizes.breadth - SIDE * letter, top, 0, 0, 0, columns, rows)
    heads = [max(_height(field, board) for field in drawing.row(part)) for part in (0, 2)]
    ends = max(len(_lines(words, board, bold=True)) for words in (drawing.across.first, drawing.across.last))
    below = letter * (NAME + 0.6) + (ends + len(end_lines(drawing.down.last, sizes))) * sizes.line
    least = rows * letter * 2.2
    plot = max(sizes.breadth * SHAPE - board.top - sum(heads) - below, least)
    inner = top + heads[0]
    bottom = inner + plot + heads[1]
    return replace(board, plot_top=inner, plot_bottom=inner + plot, bottom=bottom)


def _height(field: Field, board: _Board) -> float:
    """Of the strip with a title and its key question."""
    title, question = _lines(field.title, board, bold=True, size=TITLE), _lines(field.key_question, board)
    return board.sizes.letter * (len(title) * TITLE * 1.2 + 0.8) + len(question) * board.sizes.line


def _strips(board: _Board, palette: Palette) -> Iterator[str]:
    """The grounds of the words, and the frame."""
    width, look = board.right - board.left, faint("line", palette)
    yield rectangle(board.left, board.top, width, board.plot_top - board.top, look)
    yield rectangle(board.left, board.plot_bottom, width, board.bottom - board.plot_bottom, look)
    style = f'class="pw-ink" fill="none" stroke="{palette.ink}" stroke-width="{board.sizes.stroke * 1.5:.2g}"'
    yield rectangle(board.left, board.top, width, board.bottom - board.top, style)


def _grid(drawing: Drawing, board: _Board, palette: Palette) -> Iterator[str]:
    """Faint lines at the points of the scale, a ring where they cross, and the borders between the fields."""
    thin, thick = board.sizes.stroke / 2, board.sizes.stroke * 1.5
    columns = [board.x(tick.at) for tick in drawing.across.ticks]
    rows = [board.y(tick.at) for tick in drawing.down.ticks]
    for x in columns:
        yield line_between((x, board.plot_top), (x, board.plot_bottom), palette, thin, "line")
    for y in rows:
        yield line_between((board.left, y), (board.right, y), palette, thin, "line")
    yield line_between((board.middle, board.top), (board.middle, board.bottom), palette, thick, "ink")
    middle = board.y(MIDDLE)
    yield line_between((board.left, middle), (board.right, middle), palette, thick, "ink")
    look = f'class="pw-paper" fill="{palette.paper}" stroke="{palette.line}" stroke-width="{thin:.2g}"'
    for x in columns:
        for y in rows:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{board.sizes.letter * SPOT:.1f}" {look}/>'


def _names(drawing: Drawing, row: Part, board: _Board, palette: Palette) -> Iterator[str]:
    """The titles and key questions of two fields, outside of where stickers come."""
    letter = board.sizes.letter
    top = board.top if row == 0 else board.plot_bottom
    for field in drawing.row(row):
        x = (board.left if field.column == 0 else board.middle) + board.sizes.pad
        y = top + letter * 0.2
        for words in _lines(field.title, board, bold=True, size=TITLE):
            y += letter * TITLE * 1.2
            yield letters(x, y, words, letter * TITLE, palette, bold=True)
        for words in _lines(field.key_question, board):
            y += board.sizes.line
            yield letters(x, y, words, letter, palette)


def _called(drawing: Drawing, board: _Board, palette: Palette) -> Iterator[str]:
    """The names along both sides; the digits stand at the right as well, where another looks."""
    letter, size = board.sizes.letter, board.sizes.letter * NAME
    for tick in drawing.across.ticks:
        yield letters(board.x(tick.at), board.bottom + size, tick.words, size, palette, bold=True, at="middle")
    for x in (board.left - SIDE * letter / 2, board.right + SIDE * letter / 2):
        for tick in drawing.down.ticks:
            yield letters(x, board.y(tick.at) + size * 0.35, tick.words, size, palette, bold=True, at="middle")
