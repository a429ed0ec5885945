"""The parts of a report as plain values, and its pictures as SVG."""

from __future__ import annotations

import dataclasses
import re
from functools import partial
from itertools import chain
from typing import Any

from poolwijzer.drawing.charts import Bars, Chart, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.pieces import in_pieces
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import change_lines, draw, drawn_lines
from poolwijzer.formats.pdf.letters import change_odd
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.report.model import Beside, Line
from poolwijzer.report.typed_text import change_texts

BETWEEN = 16.0
"""What stands beside each other, in points."""
LONGEST_STRING = 5000
"""In characters: PDF/A bounds the texts that stand on no page, such as properties and descriptions."""
TALLEST = 420.0
"""Of a chart, in points. A higher one goes on in a next, so that its letters stay as large as they are."""
BY_ROW = (Scales, Grid, Bars)
PICTURES = (Drawing, *BY_ROW, Road)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


class Plain:
    """Writes the parts of one report as values that JSON knows; each picture is drawn once."""

    def __init__(self, typeface: Typeface, palette: Palette, *, careful: bool) -> None:
        """`careful`: whether a drawing gets only what can be drawn in any drawing."""
        self.show = typeface.show
        self.typeface = typeface
        self.palette = palette
        self.careful = careful
        self._drawn: dict[tuple[int, float], tuple[int, float]] = {}
        self._alive: list[Chart] = []
        self.pictures: list[str] = []
        """As SVG."""

    def of(self, value: Any, breadth: float) -> Any:
        """A part of a report with the kind that it is, in one go: this runs for every text of a report.

        Args:
            value: The part. It has to live on as long as this does.
            breadth: What there is for it, in points.
        """
        kind = type(value)
        if kind is str:
            return self.show(value)
        if kind is Line:  # most of what a report holds
            show = self.show
            return {"text": show(value.text), "notes": value.notes, "derived": value.derived, "url": show(value.url)}
        if kind is tuple:
            split = (self._split(part, breadth) if type(part) in BY_ROW else (part,) for part in value)
            return [self.of(part, breadth) for part in chain.from_iterable(split)]
        if kind in PICTURES:
            return self._picture(value, breadth)
        if kind is frozenset:
            return sorted(value)
        if kind is Beside:
            breadth = (breadth - BETWEEN) / 2
        if not dataclasses.is_dataclass(value):
            return value
        fields = {name: self.of(getattr(value, name), breadth) for name in kind.__slots__}
        return {"kind": kind.__name__.lower(), **fields}

    def _split(self, chart: Any, breadth: float) -> list[Chart]:
        """A chart by rows in as many as it takes for each to fit on a page, in letters that are large enough."""
        split = in_pieces(chart, breadth, TALLEST)
        self._alive += split
        return split

    def _picture(self, picture: Picture, breadth: float) -> dict[str, Any]:
        at, _ = self._drawn_for(picture, breadth)
        alt = self.show(picture.description)[:LONGEST_STRING]
        return {"kind": "picture", "title": self.show(picture.title), "alt": alt, "svg": at}

    def _drawn_for(self, picture: Picture, breadth: float) -> tuple[int, float]:
        """Which of the pictures it is, and how high in points."""
        key = id(picture), breadth
        if key not in self._drawn:
            svg = self._draw(change_texts(picture, self.show), breadth)
            width, height = map(float, _SIZE.findall(svg)[0])
            self._drawn[key] = len(self.pictures), breadth * height / width
            self.pictures.append(svg)
        return self._drawn[key]

    def _draw(self, shown: Picture, breadth: float) -> str:
        drawn = partial(draw, palette=self.palette, font=self.typeface.family, breadth=breadth)
        if not self.careful:
            return change_lines(drawn(shown), self.show)
        return self._drawable(shown, drawn)

    def _drawable(self, drawing: Picture, drawn: partial[str]) -> str:
        """A drawing with every line of it tried: other letters make other lines, so until nothing new is refused.

        What a line was broken off before, or got behind it, is no letter of the drawing; it is changed in the line.
        """
        instead: dict[str, str] = {}

        def write(text: str) -> str:
            return change_odd(text, lambda one: instead.get(one, one))

        while True:
            svg = change_lines(drawn(change_texts(drawing, write)), self.show)
            lines = sorted(set(drawn_lines(svg)))
            more = {one: way for line in lines for one, way in self.typeface.refused_in(line).items()}
            if more.keys() <= instead.keys():
                return change_lines(svg, write)
            instead.update(more)
