"""The outcome card, with which a report begins: the news at one glance, and below it what that rests on."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.report import words
from poolwijzer.report.answer_words import why_provisional
from poolwijzer.report.model import Beside, Block, Line, Paragraph, Section
from poolwijzer.report.pictures import axes_chart
from poolwijzer.report.sections import next_steps, own_words
from poolwijzer.report.sections.certainty import how_certain, tell_place
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.participants import what_it_is
from poolwijzer.report.sections.place import picture
from poolwijzer.report.texts import texts_of

RESTS = "rust"
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
    """Notes are numbered in this order."""
    if opening := material.advice.opening:
        yield Paragraph(Line(opening), "let-op")
    if initiative := what_it_is(material):
        yield initiative
    yield Paragraph(Line(_headline(material)), "sterk")
    yield from tell_place(material)
    yield from next_steps.answer_first(material)
    drawing = picture(material)
    bars, certain = axes_chart(material), how_certain(material)
    beside: tuple[Block, ...] = (
        *((bars,) if bars else ()),
        *((Paragraph(Line(certain)),) if certain else ()),
        *own_words.key_question(material),
    )
    if drawing.markers or material.placement.in_play:
        yield Beside((drawing,), beside) if beside else drawing
    else:
        yield from beside


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
        *words.who_waits(material.outcome.uncounted),
        *why_provisional(material.outcome, material.sentences),
        *(axis.because for axis in placement.axes.values() if axis.because not in said),
        *material.sentences.what_does_not_count(),
    ]
    return Section(RESTS, "Waar dit op rust", tuple(Paragraph(Line(text)) for text in told if text))
