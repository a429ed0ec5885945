"""The typology drawn with characters, for a terminal."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

from poolwijzer.drawing.model import Mark, Picture, Region
from poolwijzer.drawing.spreading import nearest_free

HEIGHT, LOWEST = 6, 3
"""Rows of a field whose title fits on one line: usually, and where there is little room."""
SIGNS = {"initiatief": "●", "eigen-inschatting": "○"}
ROOM = "·"
"""Marks the region where the initiative could stand as well."""
NARROWEST, BROADEST = 56, 96
PLAIN = str.maketrans("┌┬┐├┼┤└┴┘─│●○»«·", "+++++++++-|*o><.")
"""For a console that cannot show lines: the nearest signs that every console has."""


def drawn(picture: Picture, width: int, height: int = HEIGHT) -> str:
    """The four fields with their titles, the ends of the axes, and the marks; at full height the key questions too.

    Args:
        picture: What to draw.
        width: How many columns there are.
        height: How many rows a field gets, from `LOWEST` on.
    """
    inner = (min(max(width, NARROWEST), BROADEST) - 3) // 2
    heads = [_heads(picture, row, inner, height >= HEIGHT) for row in (0, 1)]
    top = [line.center(2 * inner + 3).rstrip() for line in wrap(picture.top, 2 * inner + 3)]
    canvas = _Canvas(inner, height, heads)
    if picture.region:
        canvas.shade(picture.region)
    for mark in sorted(picture.marks, key=lambda mark: mark.kind not in SIGNS):
        canvas.put(mark)
    bottom = [line.center(2 * inner + 3).rstrip() for line in wrap(picture.bottom, 2 * inner + 3)]
    return "\n".join([*top, *map("".join, canvas.cells), *bottom, *ends(picture.left, picture.right, inner)])


def legend(picture: Picture) -> list[str]:
    """What each mark stands for."""
    named = [f"{SIGNS.get(mark.kind, mark.sign)} {label}" for mark, label in picture.legend()]
    region = [f"{ROOM} {picture.region.label}"] if picture.region else []
    unnamed = picture.unnamed if any(not mark.label for mark in picture.marks) else ""
    return [*named, *region, *([unnamed] if unnamed else [])]


def _heads(picture: Picture, row: int, inner: int, questions: bool) -> list[str]:
    """The lines with the words of two fields side by side."""
    cells = []
    for entry in sorted(picture.fields, key=lambda entry: entry.column):
        if entry.row == row:
            title = wrap(f"» {entry.title} «" if entry.in_play else entry.title, inner - 2)
            cells.append([*title, *(wrap(entry.key_question, inner - 2) if questions else [])])
    return ["│".join(f" {part}".ljust(inner) for part in parts) for parts in zip_longest(*cells, fillvalue="")]


class _Canvas:
    """The cells of a drawing. A field begins with its words; the rest is room for marks, so that none hides a word."""

    def __init__(self, inner: int, height: int, heads: list[list[str]]) -> None:
        self._inner = inner
        self._height = height
        self._heads = [len(head) for head in heads]
        empty = [f"│{' ' * inner}│{' ' * inner}│"] * (height - 1)
        lines = [
            f"┌{'─' * inner}┬{'─' * inner}┐",
            *(f"│{line}│" for line in heads[0]),
            *empty,
            f"├{'─' * inner}┼{'─' * inner}┤",
            *(f"│{line}│" for line in heads[1]),
            *empty,
            f"└{'─' * inner}┴{'─' * inner}┘",
        ]
        self.cells = [list(line) for line in lines]

    def shade(self, region: Region) -> None:
        """Mark the room that a region takes."""
        left, right = self._column(region.left), self._column(region.right)
        for row in range(self._row(region.top), self._row(region.bottom) + 1):
            if not self._has_words(row):
                for column in range(left, right + 1):
                    if self.cells[row][column] == " ":
                        self.cells[row][column] = ROOM

    def put(self, mark: Mark) -> None:
        """Draw a mark: that of the initiative at its place, a numbered one at the nearest place with room for it."""
        row, column = self._row(mark.down), self._column(mark.across)
        sign = SIGNS.get(mark.kind, mark.sign)
        if mark.kind in SIGNS:
            if self.cells[row][column] in SIGNS.values():
                column += 1 if column <= 2 * self._inner else -1
        else:
            across, down = nearest_free(lambda step: self._free(row + step[1], column + step[0], len(sign)), BROADEST)
            row, column = row + down, column + across
        for offset, letter in enumerate(sign):
            self.cells[row][column + offset] = letter

    def _free(self, row: int, column: int, size: int) -> bool:
        """Whether a sign fits here, with a cell left over on both sides of it."""
        if not 0 < row < len(self.cells) - 1 or column < 2 or column + size > len(self.cells[row]) - 2:
            return False
        around = self.cells[row][column - 1 : column + size + 1]
        inside = self.cells[row][column : column + size]
        return not self._has_words(row) and {*inside} <= {" ", ROOM} and {*around} <= {" ", ROOM, "│"}

    def _has_words(self, row: int) -> bool:
        second = 1 + self._heads[0] + self._height  # below the line between
        return 1 <= row <= self._heads[0] or second <= row < second + self._heads[1]

    def _column(self, across: float) -> int:
        return 1 + round(across * 2 * self._inner)

    def _row(self, down: float) -> int:
        """The row for a height from 0 (top) to 1, passing over those with words; the middle is the line between."""
        room = self._height - 2
        upper = 1 + self._heads[0]
        middle = upper + self._height - 1
        if down == 1 / 2:
            return middle
        if down < 1 / 2:
            return upper + round(2 * down * room)
        return middle + 1 + self._heads[1] + round((2 * down - 1) * room)


def ends(first: str, last: str, inner: int) -> list[str]:
    """The words at the left and right end, wrapped under their own half."""
    left, right = wrap(first, inner), wrap(last, inner)
    height = max(len(left), len(right))
    left, right = [*left, *[""] * (height - len(left))], [*right, *[""] * (height - len(right))]
    return [f" {a.ljust(inner)} {b.rjust(inner)}".rstrip() for a, b in zip(left, right, strict=True)]
