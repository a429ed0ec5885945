"""The parts of a report as plain values, and its pictures as SVG."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from poolwijzer.drawing.charts import Bars, Chart, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
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
PICTURES = (Drawing, Scales, Grid, Bars, Road)


class Plain:
    """Writes the parts of one report as values that JSON knows; each picture is drawn once."""

    def __init__(self, typeface: Typeface, palette: Palette, *, careful: bool) -> None:
        """`careful`: whether a drawing gets only what can be drawn in any drawing."""
        self._show = typeface.show
        self._typeface = typeface
        self._palette = palette
        self._careful = careful
        self._drawn: dict[tuple[int, float], int] = {}
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
            return self._show(value)
        if kind is Line:  # most of what a report holds
            show = self._show
            return {"text": show(value.text), "notes": value.notes, "derived": value.derived, "url": show(value.url)}
        if kind is tuple:
            return [self.of(part, breadth) for part in value]
        if kind in PICTURES:
            return self._picture(value, breadth)
        if kind is frozenset:
            return sorted(value)
        if not dataclasses.is_dataclass(value):
            return value
        if kind is Beside:
            breadth = (breadth - BETWEEN) / 2
        return {
            "kind": kind.__name__.lower(),
            **{name: self.of(getattr(value, name), breadth) for name in kind.__slots__},
        }

    def _picture(self, picture: Drawing | Chart, breadth: float) -> dict[str, Any]:
        shown, key = change_texts(picture, self._show), (id(picture), breadth)
        if key not in self._drawn:
            self._drawn[key] = len(self.pictures)
            self.pictures.append(self._draw(shown, breadth))
        alt = shown.description[:LONGEST_STRING]
        return {"kind": "picture", "title": shown.title, "alt": alt, "svg": self._drawn[key]}

    def _draw(self, shown: Drawing | Chart, breadth: float) -> str:
        drawn = partial(draw, palette=self._palette, font=self._typeface.family, breadth=breadth)
        if not self._careful:
            return change_lines(drawn(shown), self._show)
        return self._drawable(shown, drawn)

    def _drawable(self, drawing: Drawing | Chart, drawn: partial[str]) -> str:
        """A drawing with every line of it tried: other letters make other lines, so until nothing new is refused.

        What a line was broken off before, or got behind it, is no letter of the drawing; it is changed in the line.
        """
        instead: dict[str, str] = {}

        def write(text: str) -> str:
            return change_odd(text, lambda one: instead.get(one, one))

        while True:
            svg = change_lines(drawn(change_texts(drawing, write)), self._show)
            lines = sorted(set(drawn_lines(svg)))
            more = {one: way for line in lines for one, way in self._typeface.refused_in(line).items()}
            if more.keys() <= instead.keys():
                return change_lines(svg, write)
            instead.update(more)
