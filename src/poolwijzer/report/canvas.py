"""The typology drawn with characters, for a terminal."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from poolwijzer.report.model import Mark, Picture

HEIGHT, LOWEST = 6, 3
"""Rows of a field whose title fits on one line: usually, and where there is little room."""
SIGNS = {"initiatief": "●", "eigen-inschatting": "○"}
NARROWEST, BROADEST = 56, 96
PLAIN = str.maketrans("┌┬┐├┼┤└┴┘─│●○»«", "+++++++++-|*o><")
"""For a console that cannot show lines: the nearest signs that every console has."""


def drawn(picture: Picture, width: int, height: int = HEIGHT) -> str:
    """The four fields with their titles, the ends of the axes, and the marks.

    Args:
        picture: What to draw.
        width: How many columns there are.
        height: How many rows a field gets, from `LOWEST` on.
    """
    inner = (min(max(width, NARROWEST), BROADEST) - 3) // 2
    heads = [_titles(picture, row, inner) for row in (0, 1)]
    top = [line.center(2 * inner + 3).rstrip() for line in wrap(picture.top, 2 * inner + 3)]
    lines = [
        f"┌{'─' * inner}┬{'─' * inner}┐",
        *_row(heads[0], inner, height),
        f"├{'─' * inner}┼{'─' * inner}┤",
        *_row(heads[1], inner, height),
        f"└{'─' * inner}┴{'─' * inner}┘",
    ]
    for mark in picture.marks:
        _put(lines, mark, inner, height, [len(head) for head in heads])
    bottom = [line.center(2 * inner + 3).rstrip() for line in wrap(picture.bottom, 2 * inner + 3)]
    return "\n".join([*top, *lines, *bottom, *_ends(picture, inner)])


def legend(picture: Picture) -> list[str]:
    """What each mark stands for."""
    return [f"{SIGNS[mark.kind]} {mark.label}" for mark in picture.marks]


def _titles(picture: Picture, row: int, inner: int) -> list[str]:
    """The lines with the titles of two fields side by side."""
    cells = [
        wrap(f"» {entry.title} «" if entry.in_play else entry.title, inner - 2)
        for entry in sorted(picture.fields, key=lambda entry: entry.column)
        if entry.row == row
    ]
    return ["│".join(f" {part}".ljust(inner) for part in parts) for parts in zip_longest(*cells, fillvalue="")]


def _row(head: list[str], inner: int, height: int) -> list[str]:
    """A field begins with its title; the rest is room for marks, so that none hides a word."""
    return [*(f"│{line}│" for line in head), *[f"│{' ' * inner}│{' ' * inner}│"] * (height - 1)]


def _ends(picture: Picture, inner: int) -> list[str]:
    """The words at the left and right end, wrapped under their own half."""
    left, right = wrap(picture.left, inner), wrap(picture.right, inner)
    height = max(len(left), len(right))
    left, right = [*left, *[""] * (height - len(left))], [*right, *[""] * (height - len(right))]
    return [f" {a.ljust(inner)} {b.rjust(inner)}".rstrip() for a, b in zip(left, right, strict=True)]


def _put(lines: list[str], mark: Mark, inner: int, height: int, heads: list[int]) -> None:
    """Draw a mark over the fields; `heads` is how many lines the titles above and below take."""
    column = 1 + round(mark.across * 2 * inner)
    row = _line_of(mark.down, height, heads)
    if lines[row][column] in SIGNS.values():
        column += 1 if column <= 2 * inner else -1
    lines[row] = f"{lines[row][:column]}{SIGNS[mark.kind]}{lines[row][column + 1 :]}"


def _line_of(down: float, height: int, heads: list[int]) -> int:
    """The line for a height from 0 (top) to 1, passing over the lines with titles; the middle is the line between."""
    room = height - 2
    upper = 1 + heads[0]
    middle = upper + height - 1
    if down == 1 / 2:
        return middle
    if down < 1 / 2:
        return upper + round(2 * down * room)
    return middle + 1 + heads[1] + round((2 * down - 1) * room)
