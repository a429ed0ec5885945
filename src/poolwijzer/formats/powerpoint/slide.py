"""One slide with what is told with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from poolwijzer.formats.powerpoint.body import Frame, areas_of, parts_of
from poolwijzer.formats.powerpoint.foot import add_foot
from poolwijzer.formats.powerpoint.layouts import BESIDE, MAIN, SUBTITLE_AT, Area
from poolwijzer.formats.powerpoint.look import A
from poolwijzer.formats.powerpoint.notes import call_alike, tell
from poolwijzer.formats.powerpoint.shapes import append_shape, make_text
from poolwijzer.formats.powerpoint.texts import Run, Sentence, write_sentences
from poolwijzer.report.slides.model import Slide

if TYPE_CHECKING:
    from pptx.presentation import Presentation


def add_slide(presentation: Presentation, slide: Slide, foot: Sentence, credit: str) -> None:
    """Add a slide at the end.

    Args:
        presentation: With the layouts of ours.
        slide: What stands on it.
        foot: What stands below it, before its number.
        credit: What it rests on, which is told with it.
    """
    columns = [[*parts_of(column, area)] for column, area in areas_of(slide)]
    written = any(isinstance(part, Frame) for parts in columns for part in parts)
    made: Any = presentation.slides.add_slide(presentation.slide_layouts[len(columns) if written else 0])
    places = {place.placeholder_format.idx: place._element for place in made.placeholders}
    tree = made.shapes._spTree
    call_alike(made.placeholders, made.slide_layout.placeholders)
    for place in places.values():
        tree.remove(place)
    for index, text in ((0, slide.title), (SUBTITLE_AT, slide.subtitle)):
        if text.strip():
            write_sentences(places[index].find(qn("p:txBody")), [Sentence((Run(text),), below=None)])
            append_shape(tree, places.pop(index))
    for index, parts in zip((MAIN, BESIDE), columns, strict=False):
        for part in parts:
            append_shape(tree, _text(part, places.pop(index, None)) if isinstance(part, Frame) else part)
    add_foot(made, foot, len(presentation.slides))
    tell(made, slide, credit)


def _text(frame: Frame, place: Any) -> Any:
    """Text in the place that the layout has for it, moved to where it belongs; or in a frame of its own."""
    if place is None:
        return make_text(frame.area, "Tekst", frame.sentences)
    _move(place, frame.area)
    write_sentences(place.find(qn("p:txBody")), frame.sentences)
    return place


def _move(place: Any, area: Area) -> None:
    properties = place.find(qn("p:spPr"))
    properties.clear()
    properties.append(parse_xml(area.frame().replace("<a:xfrm>", f"<a:xfrm {A}>")))
