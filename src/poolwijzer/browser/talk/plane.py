"""The typology to point at, as plain data: where its fields lie, what its steps are called, and who stands where."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis
from poolwijzer.drawing.model import Ruler
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.report.axes import across_and_down, first_or_last
from poolwijzer.report.dots import count_dots
from poolwijzer.report.typology import draw_quadrants

STEP = 0.5
"""How far an arrow key moves the mark, as on a terminal."""


def lay_out(question: InterviewQuestion, content: Content) -> dict[str, Any]:
    """All that it takes to draw the typology with the group's own mark in it, which begins in the middle."""
    drawing = draw_quadrants(content, (), (), "", question.dots)
    (across, first), (down, second) = across_and_down(content)
    scale = content.typology.scale
    middle = Fraction(scale.lowest + scale.highest, 2)
    spots = drawing.cloud.spots if drawing.cloud else ()
    return {
        "across": _axis(across, first, drawing.across, question.place, middle, content),
        "down": _axis(down, second, drawing.down, question.place, middle, content),
        "lowest": scale.lowest,
        "highest": scale.highest,
        "step": STEP,
        "placed": bool(question.place),
        "fields": [{"title": one.title, "column": one.column, "row": one.row} for one in drawing.fields],
        "dots": [{"across": one.across, "down": one.down, "count": one.count} for one in spots],
        "counted": count_dots(len(question.dots)) if question.dots else "",
        "asks_dots": question.asks_dots,
    }


def _axis(
    name: str, axis: Axis, ruler: Ruler, place: Mapping[str, Fraction], middle: Fraction, content: Content
) -> dict[str, Any]:
    scale = content.typology.scale
    ends = (scale.lowest, scale.highest) if first_or_last(axis, "hoog") == 1 else (scale.highest, scale.lowest)
    return {
        "id": name,
        "title": axis.title,
        "short": axis.short,
        "low": axis.ends["laag"],
        "high": axis.ends["hoog"],
        "first": ruler.first,
        "last": ruler.last,
        "from": ends[0],
        "to": ends[1],
        "at": float(place.get(name, middle)),
        "band": list(ruler.band or ()),
        "ticks": [{"label": tick.words, "at": tick.at} for tick in ruler.ticks],
    }
