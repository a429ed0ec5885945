"""The outcome card, with which a report begins: the news at one glance, and below it what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.drawing.model import Drawing
from poolwijzer.report import words
from poolwijzer.report.answer_words import why_provisional
from poolwijzer.report.model import Beside, Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.pictures import axes_chart
from poolwijzer.report.sections import next_steps, own_words
from poolwijzer.report.sections.certainty import how_certain, tell_place
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.participants import what_it_is
from poolwijzer.report.sections.place import picture
from poolwijzer.report.texts import texts_of

RESTS, RESTS_ON = "rust", "Waar dit op rust"
LONG_LEGEND = 3
"""From more names than this on, a drawing is about as high as all the words beside it."""
PROVISIONAL, GUESSED = "voorlopig", "eigen inschatting"


def card(material: Material) -> Section:
    """What it is, who takes part, the place, what the group says and chose, and the next step; then what it rests on.

    What the group itself said stands before what was computed from it, and no score is told as a number. The list of
    many participants (`participants.list_participants`) stands behind the report.
    """
    blocks = tuple(_beginning(material))
    parts = (
        own_words.choices(material),
        own_words.agreements(material),
        own_words.highlights(material),
        next_steps.next_steps(material),
        rests_on(material),
    )
    return Section("kort", "In het kort", blocks, tuple(part for part in parts if part.blocks))


def _beginning(material: Material) -> Iterator[Block]:
    """What it is and where it stands, beside the drawing; the key question stands where there is room for it."""
    if opening := material.advice.opening:
        yield Paragraph(Line(opening), "let-op")
    drawing = picture(material)
    told, asked = tuple(_in_words(material, drawing)), tuple(own_words.key_question(material))
    if len(drawing.legend()) > LONG_LEGEND:
        yield Beside((*told, *asked), (drawing,))
    else:
        yield Beside(told, (drawing, *asked))


def _in_words(material: Material, drawing: Drawing) -> Iterator[Block]:
    if initiative := what_it_is(material):
        yield initiative
    yield Paragraph(Line(_headline(material)), "sterk")
    yield from tell_place(material)
    if bars := axes_chart(material):
        # The drawing beside them says already what the interval is.
        yield replace(bars, reach="") if drawing.region else bars
    if certain := how_certain(material):
        yield Paragraph(Line(certain))
    yield from next_steps.answer_first(material)


def _headline(material: Material) -> str:
    """The place, and in a word that it is not firm because answers are missing."""
    placement = material.placement
    title = words.headline(placement, material.content)
    if not placement.in_play:
        return title
    if len(placement.in_play) == 1:
        title = f"De plek nu: {title}"
    if placement.source == "eigen-inschatting":
        return f"{title} ({GUESSED})"
    return f"{title} ({PROVISIONAL})" if placement.status == "voorlopig" else title


def rests_on(material: Material) -> Section:
    """What was measured: how much was answered, who is missing, what does not count. Nothing where all is as usual."""
    content, placement = material.content, material.placement
    said = " ".join(texts_of([Section("", "", tuple(tell_place(material)))]))
    note = material.brief(material.assessment.initiative.note)
    told = [
        note,
        # With answers enough there is nothing to say of them.
        "" if placement.status == "definitief" else words.certainty(placement, content),
        *words.who_is_missing(placement, material.assessment, material.left_out, material.outcome.mode),
        *why_provisional(material.outcome, material.sentences),
        *(axis.because for axis in placement.axes.values() if axis.because not in said),
        *material.sentences.what_does_not_count(),
    ]
    # Who waits stands apart: of two anonymous reports nothing else may differ.
    texts = [text for text in (" ".join(filter(None, told)), *words.who_waits(material.outcome.uncounted)) if text]
    first = tuple(Labelled(((RESTS_ON, Line(text)),)) for text in texts[:1])
    return Section(RESTS, "", (*first, *(Paragraph(Line(text)) for text in texts[1:])))
