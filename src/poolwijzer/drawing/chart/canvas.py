"""A chart drawn with characters, for a terminal: its squares, with what stands in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from poolwijzer.drawing.canvas import BROADEST, NARROWEST, ends
from poolwijzer.drawing.chart.model import PARTS, Chart, Square
from poolwijzer.dutch import number

MOST_LINES = 4
"""Of numbers in a square, where a table tells who stands in it; of more it is only told how many there are."""
NUMBERED = "Elk getal is het nummer van een initiatief."
COUNTED = "Elk getal zegt hoeveel initiatieven er in dat vak staan."


def drawn_chart(chart: Chart, width: int) -> str:
    """The nine zones with their squares, the words at the ends of the axes, and what the numbers are.

    Args:
        chart: What to draw.
        width: How many columns there are.
    """
    canvas = _Canvas(chart, width)
    top, bottom = (wrap(words, canvas.width) for words in (chart.down.first, chart.down.last))
    lines = [
        *(line.center(canvas.width) for line in top),
        *canvas.lines(),
        *(line.center(canvas.width) for line in bottom),
        *ends(chart.across.first, chart.across.last, (canvas.width - 3) // 2),
        canvas.told,
    ]
    return "\n".join(line.rstrip() for line in lines)


class _Canvas:
    """The squares as rows of characters. Only zones have a line round them, so that there is room for numbers."""

    def __init__(self, chart: Chart, width: int) -> None:
        self._chart = chart
        self._columns = chart.across.strips
        self._side = max(len(strip.name) for strip in chart.down.strips) + 1
        self._size = (min(max(width, NARROWEST), BROADEST) - self._side - 4) // len(self._columns)
        self.width = self._side + 4 + len(self._columns) * self._size
        self.told, self._held = self._contents()

    def _contents(self) -> tuple[str, dict[Square, list[str]]]:
        """What the numbers are, and the lines in each square that holds any."""
        numbers: dict[Square, list[int]] = defaultdict(list)
        for point in self._chart.points:
            numbers[point.square].append(point.number)
        lines = {square: wrap(" ".join(map(str, held)), self._size - 1) for square, held in numbers.items()}
        if numbers and (self._chart.named or max(map(len, lines.values())) <= MOST_LINES):
            return NUMBERED, lines
        counts = {square: len(held) for square, held in numbers.items()}
        counts |= {tally.square: tally.count for tally in self._chart.tallies}
        return COUNTED, {square: [number(count)] for square, count in counts.items()}

    def lines(self) -> Iterator[str]:
        """The rows, each with the name of its squares before it."""
        yield self._row("", [strip.name.center(self._size) for strip in self._columns], " ")
        for part in PARTS:
            yield self._rule("├┼┤" if part else "┌┬┐")
            yield from self._titles(part)
            for row, strip in enumerate(self._chart.down.strips):
                if strip.part == part:
                    cells = [self._held.get((column, row), [""]) for column in range(len(self._columns))]
                    for index, texts in enumerate(zip_longest(*cells, fillvalue="")):
                        yield self._row("" if index else strip.name, [f" {text}" for text in texts], "│")
        yield self._rule("└┴┘")

    def _titles(self, part: int) -> Iterator[str]:
        """The names of the places in the corners; what lies between needs none."""
        if part != 1:
            left, _, right = self._chart.zones[part]
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
