"""The typology drawn with characters, for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import ceil, floor
from textwrap import wrap

from poolwijzer.drawing.model import PARTS, CloudSpot, Drawing, Marker, Part, Region, Square
from poolwijzer.drawing.spots import steps_outward
from poolwijzer.dutch import number

HEIGHT, LOWEST = 6, 3
"""Rows of a field whose title fits on one line: usually, and where there is little room."""
SIGNS = {"initiatief": "●", "eigen-inschatting": "○"}
DOT = "°"
"""One person's dot; where there are more on a spot, their number."""
MOST_DOTS = 9
SIGNS_ALONE = " ●○"
"""What a number can stand against without being read with it."""
ROOM = "·"
"""Marks the region where the initiative could stand as well."""
NARROWEST, BROADEST = 56, 96
ENDS: tuple[Part, Part] = (0, 2)
BETWEEN = "═", "║"
"""The frame along the bands in which the picture on an axis is neither low nor high."""
PLAIN = str.maketrans("┌┬┐├┼┤└┴┘─│═║●○»«·°", "+++++++++-|=#*o><.'")
"""For a console that cannot show lines: the nearest signs that every console has."""
MOST_LINES = 4
"""Of numbers in a square, where a table tells who stands in it; of more it is only told how many there are."""


def draw_canvas(drawing: Drawing, width: int, height: int = HEIGHT) -> str:
    """The fields with their titles, the ends of the axes, and the markers or the numbers of who stands where.

    Args:
        drawing: What to draw.
        width: How many columns there are.
        height: How many rows one of four fields gets, from `LOWEST` on; at full height it has its key question too.
    """
    canvas = _SquaresCanvas(drawing, width) if drawing.of_many else _FieldsCanvas(drawing, width, height)
    upper, lower = (
        [line.center(canvas.width) for line in wrap(words, canvas.width)]
        for words in (drawing.down.first, drawing.down.last)
    )
    sides = _ends(drawing.across.first, drawing.across.last, (canvas.width - 3) // 2)
    return "\n".join(line.rstrip() for line in (*upper, *canvas.lines(), *lower, *sides, *canvas.told))


def legend_lines(drawing: Drawing) -> list[str]:
    """What each marker stands for, and what else there is to know."""
    named = [f"{SIGNS.get(marker.kind, marker.sign)} {marker.label}" for marker in drawing.legend()]
    if drawing.of_many:
        return [*named, *drawing.notes()]
    told = {note: note for note in drawing.notes()}
    told[drawing.border] = f"{BETWEEN[0]} {drawing.border}"
    if drawing.region:
        told[drawing.region.label] = f"{ROOM} {drawing.region.label}"
    if drawing.cloud:
        told[drawing.cloud.label] = f"{DOT} {drawing.cloud.legend}"
    return [*named, *(told[note] for note in drawing.notes())]


def _count(spot: CloudSpot) -> str:
    return DOT if spot.count == 1 else str(spot.count) if spot.count <= MOST_DOTS else f"{MOST_DOTS}+"


class _FieldsCanvas:
    """The cells of a drawing. A field begins with its words; the rest is room for marks, so that none hides a word."""

    told: tuple[str, ...] = ()

    def __init__(self, drawing: Drawing, width: int, height: int) -> None:
        self._names: dict[int, str] = {}
        self._side = max((len(tick.words) + 1 for tick in drawing.down.ticks), default=0)
        inner = (min(max(width, NARROWEST), BROADEST) - self._side - 3) // 2
        heads = [_heads(drawing, row, inner, height >= HEIGHT) for row in ENDS]
        self.width = self._side + 2 * inner + 3
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
        self._cells = [list(line) for line in lines]
        self._mark_bands(drawing)
        if drawing.region:
            self._shade(drawing.region)
        self._name_steps(drawing)
        self._taken: dict[tuple[int, int], str] = {}
        self._numbered = any(marker.kind == "genummerd" for marker in drawing.markers)
        for marker in sorted(drawing.markers, key=lambda marker: marker.kind not in SIGNS):
            self._put(marker)
        for spot in drawing.cloud.spots if drawing.cloud else ():
            self._put_dots(spot)

    def lines(self) -> Iterator[str]:
        """The rows, with the names of the steps before them."""
        for row, cells in enumerate(self._cells):
            yield f"{self._names.get(row, ''):{self._side}}{''.join(cells)}"

    def _mark_bands(self, drawing: Drawing) -> None:
        """Mark the frame along the bands, beside all that stands in the fields."""
        if drawing.across.band:
            left, right = map(self._column, drawing.across.band)
            for line in (self._cells[0], self._cells[-1]):
                line[left : right + 1] = (BETWEEN[0] if cell == "─" else cell for cell in line[left : right + 1])
        if drawing.down.band:
            top, bottom = drawing.down.band
            beyond = {self._row(tick.at) for tick in drawing.down.ticks if not top <= tick.at <= bottom}
            for row in range(self._row(top), self._row(bottom) + 1):
                line = self._cells[row]
                if line[0] == "│" and row not in beyond:  # and no joint of lines
                    line[0] = line[-1] = BETWEEN[1]

    def _name_steps(self, drawing: Drawing) -> None:
        """Put the names of the steps along the frame: in the bottom of it, and left of it."""
        for tick in drawing.across.ticks:
            self._cells[-1][self._column(tick.at)] = tick.words
        for tick in drawing.down.ticks:
            self._names[self._row(tick.at)] = tick.words

    def _shade(self, region: Region) -> None:
        """Mark the room that a region takes."""
        left, right = self._column(region.left), self._column(region.right)
        for row in range(self._row(region.top), self._row(region.bottom) + 1):
            if not self._has_words(row):
                for column in range(left, right + 1):
                    if self._cells[row][column] == " ":
                        self._cells[row][column] = ROOM

    def _put(self, marker: Marker) -> None:
        """Draw a marker: that of the initiative where it belongs, another at the nearest spot with room for it."""
        row, column = self._row(marker.down), self._column(marker.across)
        sign = SIGNS.get(marker.kind, marker.sign)
        if marker.kind in SIGNS:
            if self._cells[row][column] in SIGNS.values():
                column += 1 if column <= 2 * self._inner else -1
        else:
            steps = ((row + down, column + right) for right, down in steps_outward(BROADEST))
            row, column = next((one for one in steps if self._free(*one, len(sign))), (row, column))
        self._write(row, column, sign)

    def _put_dots(self, spot: CloudSpot) -> None:
        """Draw the dots on a spot; beside what stands there, so that neither hides the other."""
        row, column, sign = self._row(spot.down), self._column(spot.across), _count(spot)
        if self._numbered and spot.count > 1:  # else it would be one of these
            sign = f"{DOT}{sign}"
        last = 2 * self._inner + 2 - len(sign)
        columns = (min(max(column + by, 1), last) for step in range(self.width) for by in (step, -step))
        column = next((one for one in columns if self._is_clear(row, one, len(sign))), column)
        self._write(row, column, sign)
        for beside in (column - 1, column + len(sign)):  # a dot among the marks of a region would be lost
            if self._cells[row][beside] == ROOM:
                self._cells[row][beside] = " "

    def _is_clear(self, row: int, column: int, size: int) -> bool:
        """Whether nothing stands in these cells, and no number or letter against them."""
        taken = {by: self._taken.get((row, column + by), " ") for by in range(-1, size + 1)}
        return not any(taken[by].strip() for by in range(size)) and not (taken[-1] + taken[size]).strip(SIGNS_ALONE)

    def _write(self, row: int, column: int, sign: str) -> None:
        for offset, letter in enumerate(sign):
            self._cells[row][column + offset] = letter
            self._taken[row, column + offset] = letter

    def _free(self, row: int, column: int, size: int) -> bool:
        """Whether a sign fits here, with a cell left over on both sides of it."""
        if not 0 < row < len(self._cells) - 1 or column < 2 or column + size > len(self._cells[row]) - 2:
            return False
        around = self._cells[row][column - 1 : column + size + 1]
        inside = self._cells[row][column : column + size]
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
        if down < 1 / 2:  # halves go to the middle, so that no two of five steps share a row
            return upper + floor(2 * down * room + 1 / 2)
        return middle + 1 + self._heads[1] + ceil((2 * down - 1) * room - 1 / 2)


class _SquaresCanvas:
    """The squares as rows of characters. Only zones have a line round them, so that there is room for numbers."""

    def __init__(self, drawing: Drawing, width: int) -> None:
        self._drawing = drawing
        self._columns = drawing.across.strips
        self._side = max(len(strip.name) for strip in drawing.down.strips) + 1
        self._size = (min(max(width, NARROWEST), BROADEST) - self._side - 4) // len(self._columns)
        self.width = self._side + 4 + len(self._columns) * self._size
        told, self._held = self._contents()
        self.told = (told,)

    def _contents(self) -> tuple[str, dict[Square, list[str]]]:
        """What the numbers are, and the lines in each square that holds any."""
        drawing = self._drawing
        numbers: dict[Square, list[str]] = defaultdict(list)
        for marker in drawing.markers:
            numbers[marker.square].append(marker.sign)
        lines = {square: wrap(" ".join(held), self._size - 1) for square, held in numbers.items()}
        if numbers and (drawing.named or max(map(len, lines.values())) <= MOST_LINES):
            return f"Elk getal is het nummer van een {drawing.noun}.", lines
        counts = {square: len(held) for square, held in numbers.items()}
        counts |= {one.square: one.count for one in drawing.counts}
        told = f"Elk getal zegt hoeveel {drawing.nouns} er in dat vak staan."
        return told, {square: [number(count)] for square, count in counts.items()}

    def lines(self) -> Iterator[str]:
        """The rows, each with the name of its squares before it."""
        yield self._row("", [strip.name.center(self._size) for strip in self._columns], " ")
        for part in PARTS:
            yield self._rule("├┼┤" if part else "┌┬┐")
            yield from self._titles(part)
            for row, strip in enumerate(self._drawing.down.strips):
                if strip.part == part:
                    cells = [self._held.get((column, row), [""]) for column in range(len(self._columns))]
                    for index, texts in enumerate(zip_longest(*cells, fillvalue="")):
                        yield self._row("" if index else strip.name, [f" {text}" for text in texts], "│")
        yield self._rule("└┴┘")

    def _titles(self, part: Part) -> Iterator[str]:
        """The names of the quadrants in the corners; what lies between needs none."""
        if part != 1:
            left, _, right = (field.title for field in self._drawing.row(part))
            widths = [self._breadth(column) for column in PARTS]
            wrapped = [wrap(title, max(room - 2, 4)) for title, room in ((left, widths[0]), (right, widths[2]))]
            for first, last in zip_longest(*wrapped, fillvalue=""):
                cells = (f" {first}".ljust(widths[0]), " " * widths[1], f" {last}".ljust(widths[2]))
                yield f"{'':{self._side}}│{'│'.join(cells)}│"

    def _row(self, name: str, texts: Sequence[str], line: str) -> str:
        zones = (
            "".join(
                text.ljust(self._size) for text, strip in zip(texts, self._columns, strict=True) if strip.part == part
            )
            for part in PARTS
        )
        return f"{name:{self._side}}{line}{line.join(zones)}{line}"

    def _rule(self, corners: str) -> str:
        first, middle, last = (*corners,)
        return f"{'':{self._side}}{first}{middle.join('─' * self._breadth(part) for part in PARTS)}{last}"

    def _breadth(self, part: int) -> int:
        return sum(strip.part == part for strip in self._columns) * self._size


def _heads(drawing: Drawing, row: Part, inner: int, questions: bool) -> list[str]:
    """The lines with the words of two fields side by side."""
    cells = []
    for field in drawing.row(row):
        title = wrap(f"» {field.title} «" if field.in_play else field.title, inner - 2)
        cells.append([*title, *(wrap(field.key_question, inner - 2) if questions else [])])
    return ["│".join(f" {part}".ljust(inner) for part in parts) for parts in zip_longest(*cells, fillvalue="")]


def _ends(first: str, last: str, inner: int) -> list[str]:
    """The words at the left and right end, wrapped under their own half."""
    left, right = wrap(first, inner), wrap(last, inner)
    height = max(len(left), len(right))
    left, right = [*left, *[""] * (height - len(left))], [*right, *[""] * (height - len(right))]
    return [f" {a.ljust(inner)} {b.rjust(inner)}".rstrip() for a, b in zip(left, right, strict=True)]
