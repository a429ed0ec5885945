"""The report of a page: the card and what else an alderman has to know; what does not fit leaves by importance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poolwijzer.report.excerpt import CUT
from poolwijzer.report.model import Line, Paragraph, Section
from poolwijzer.report.sections import next_steps, own_words
from poolwijzer.report.sections.card import RESTS, card
from poolwijzer.report.sections.closing import describe_method, name_versions
from poolwijzer.report.sections.doubts import doubts
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.participants import list_participants
from poolwijzer.report.sections.roadmap import roadmap
from poolwijzer.report.texts import texts_of

MORE = "Meer staat in het hele verslag."


def one_page(material: Material, version: str) -> list[Section]:
    """Everything for a page, in the order in which it is read; what leaves first is in `importance`."""
    first = card(material)
    news = [part for part in first.parts if part.id != RESTS]
    told = [
        replace(first, parts=()),
        *news,
        next_steps.dates(material),
        replace(doubts(material), leaves=LEAVES["twijfels"]),
        replace(roadmap(material), leaves=LEAVES["stappenplan"]),
        *(part for part in first.parts if part.id == RESTS),
        list_participants(material),
    ]
    return [*told, more(material, told), *_made_with(material, version)]


def more(material: Material, sections: Sequence[Section]) -> Section:
    """That the whole report says more than these parts, where a text was cut or left out."""
    cut = any(CUT in text for text in texts_of(sections))
    agreed = len(material.assessment.agreements) > own_words.MOST_AGREEMENTS
    left_out = cut or agreed or material.assessment.needs or len(material.advice.notices) > next_steps.MOST_NOTICES
    return Section("meer", "", (Paragraph(Line(MORE), "stil"),) if left_out else ())


def _made_with(material: Material, version: str) -> list[Section]:
    """How it was computed, and in a line what it was made with."""
    method = Paragraph(Line(describe_method(material.content)), "stil")
    credit = material.content.typology.credit
    made = f"Gemaakt met {name_versions(material.content, version)}. {credit}"
    lines = tuple(Paragraph(Line(line), "stil") for line in (material.facts.checked(), made) if line)
    return [Section("methode", "", (method,), leaves=LEAVES["methode"]), Section("verantwoording", "", lines)]
