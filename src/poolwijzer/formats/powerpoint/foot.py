"""What stands below every slide: whose slides they are, whether they are a draft, and the number of the slide."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.oxml.ns import qn

from poolwijzer.drawing.primitives import breadth_of
from poolwijzer.formats.powerpoint.layouts import FOOT, NUMBER
from poolwijzer.formats.powerpoint.shapes import append_shape
from poolwijzer.formats.powerpoint.texts import Run, Sentence, write_sentences
from poolwijzer.report.slides.fit import fit_line
from poolwijzer.report.slides.model import LETTER

DRAFT = "Concept"
_BETWEEN = "  "


def foot_of(name: str, width: float, *, draft: bool) -> Sentence:
    """Whose slides they are and whether they are a draft, on one line.

    Args:
        name: Of the organisation; may be empty.
        width: What there is room for, in points.
        draft: Whether they are.
    """
    runs = [Run(DRAFT, bold=True, colour="accent")] if draft else []
    room = width - breadth_of(DRAFT + _BETWEEN, LETTER, bold=True) * draft
    if name.strip():
        runs.append(Run(f"{_BETWEEN * draft}{fit_line(name, room, LETTER, bold=False)}"))
    return Sentence(tuple(runs), below=0)


def add_foot(slide: Any, said: Sentence, number: int) -> None:
    """Put it on a slide after all else: that is when it is read.

    Args:
        slide: With nothing below it yet.
        said: What stands there on every slide.
        number: Of the slide, for what does not count them itself.
    """
    for place in slide.slide_layout.placeholders:
        index = place.placeholder_format.idx
        if index == NUMBER or (index == FOOT and said.runs):
            shape = deepcopy(place._element)
            body = shape.find(qn("p:txBody"))
            for looks in (shape.find(qn("p:spPr")), body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))):
                looks.clear()
            if index == FOOT:
                write_sentences(body, [said])
            for counted in body.iter(qn("a:fld")):
                counted.find(qn("a:t")).text = str(number)
            append_shape(slide.shapes._spTree, shape)
