"""The report of a page: the card and what else an alderman has to know; what does not fit leaves by importance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poolwijzer.report.excerpt import CUT
from poolwijzer.report.leaving_out import say_more
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
    rests = [block for part in first.parts if part.id == RESTS for block in part.blocks]
    method = Paragraph(Line(describe_method(material.content, bounds_too=False)), "stil")
    told = [
        replace(first, parts=()),
        *news,
        next_steps.dates(material),
        replace(doubts(material), leaves=LEAVES["twijfels"]),
        replace(roadmap(material), leaves=LEAVES["stappenplan"]),
        list_participants(material),
        Section("methode", "", (method,), leaves=LEAVES["methode"]),
        Section("verantwoording", "", (*rests, _made_with(material, version))),
    ]
    return list(say_more(tuple(told), MORE if is_shortened(material, told) else ""))


def is_shortened(material: Material, sections: Sequence[Section]) -> bool:
    """Whether the whole report says more than these parts: a text was cut, or something left out."""
    cut = any(CUT in text for text in texts_of(sections))
    agreed = len(material.assessment.agreements) > own_words.MOST_AGREEMENTS
    return bool(cut or agreed or material.assessment.needs or len(material.advice.notices) > next_steps.MOST_NOTICES)


def _made_with(material: Material, version: str) -> Paragraph:
    """Until when facts were checked, and what it was made with."""
    credit = material.content.typology.credit
    made = f"Gemaakt met {name_versions(material.content, version)}. {credit}"
    return Paragraph(Line(" ".join(filter(None, (material.facts.checked(), made)))), "stil")
