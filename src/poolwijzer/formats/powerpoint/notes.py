"""What is told with a slide: on the page with its notes, whole, however much it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from poolwijzer.formats.powerpoint.layouts import NOTES_AREA
from poolwijzer.formats.powerpoint.look import A, notes_style
from poolwijzer.formats.powerpoint.texts import Sentence, sentences_of, write_sentences
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.slides.measure import count_lines
from poolwijzer.report.slides.model import INDENT, LETTER, LINE, NOTE_LETTER, Slide

SMALLEST = 0.75
"""How much smaller letters on paper become at most: to nine points. What is still too much runs off the paper only."""


def tell(made: Any, slide: Slide, credit: str) -> None:
    """Give a slide its notes.

    Args:
        made: The slide as it is in the file.
        slide: What it was made from.
        credit: What it rests on, which stands below the notes of every slide.
    """
    told = [block for block in slide.notes if isinstance(block, Paragraph | Bullets | Labelled)]
    if credit.strip():
        told.append(Paragraph(Line(credit), "stil"))
    if not told:
        return
    page = made.notes_slide
    call_alike(page.placeholders, page.part.notes_master.placeholders)
    body = page.notes_text_frame._txBody
    sentences = [one for block in told for one in sentences_of(block)]
    write_sentences(body, sentences, NOTE_LETTER)
    # LibreOffice looks for the style of notes here, and not on their master.
    body.replace(body.find(qn("a:lstStyle")), parse_xml(f"<a:lstStyle {A}>{notes_style()}</a:lstStyle>"))
    share = _share(sentences)
    if share < 1:
        smaller = f'<a:normAutofit fontScale="{round(share * 1000) * 100}"/>'
        body.replace(body.find(qn("a:bodyPr")), parse_xml(f"<a:bodyPr {A}>{smaller}</a:bodyPr>"))


def call_alike(places: Iterable[Any], models: Iterable[Any]) -> None:
    """Give places the names of those that they were made from: python-pptx gives English ones."""
    names = {model.placeholder_format.idx: model.name for model in models}
    for place in places:
        place.name = names[place.placeholder_format.idx]


def _share(sentences: Sequence[Sentence]) -> float:
    """How large letters are on paper, so that all notes have room there: smaller ones need fewer lines too."""
    scale = NOTE_LETTER / LETTER
    high = 0.0
    for one in sentences:
        width = NOTES_AREA.width - INDENT * scale * one.listed
        lines = count_lines(one.text, width, size=NOTE_LETTER)
        high += lines * NOTE_LETTER * LINE + (one.below or 0) * scale
    return 1.0 if high <= NOTES_AREA.height else max(sqrt(NOTES_AREA.height / high), SMALLEST)
