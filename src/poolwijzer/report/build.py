"""From an advice to a report: which parts, in which order, at which depth."""

from __future__ import annotations

from poolwijzer.dutch import long_date
from poolwijzer.outcome import Outcome
from poolwijzer.report.excerpt import bound_sentences, shorten_texts
from poolwijzer.report.model import Depth, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections import board, closing, findings, menu, next_steps, own_words, page, place
from poolwijzer.report.sections.beside import beside_the_place, news
from poolwijzer.report.sections.card import card
from poolwijzer.report.sections.doubts import doubts
from poolwijzer.report.sections.explanation import explanation
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.over_time import over_time
from poolwijzer.report.sections.participants import list_participants
from poolwijzer.report.sections.respondents import respondents
from poolwijzer.report.sections.roadmap import roadmap
from poolwijzer.report.sections.robustness import robustness
from poolwijzer.report.typed_text import sanitize

KINDS: dict[Depth, str] = {
    "kort": "advies in het kort",
    "gewoon": "advies",
    "volledig": "advies met de hele menukaart",
}
"""Which report it is; a note for the board says so itself."""


def build_report(
    outcome: Outcome, *, version: str, depth: Depth = "gewoon", explain: bool = False, left_out: int = 0
) -> Report:
    """Everything a reader gets, as one value.

    Args:
        outcome: all that was found out about the initiative.
        version: the program's version, for the account of how this was made.
        depth: `kort` or `bestuur` for a page, `gewoon` for a document, `volledig` with all options and every rule.
        explain: add the score redone by hand and the trace of every rule.
        left_out: how many respondents of a table could not be used.
    """
    one_page = depth not in ("gewoon", "volledig")
    assessment = sanitize(shorten_texts(outcome.assessment) if one_page else outcome.assessment)
    # On one page there is no room for sources, so nothing refers to them.
    notes = Notes({} if one_page else outcome.content.sources)
    material = Material(outcome, assessment, depth, notes, left_out)
    body = (
        _of_a_page(material, version)
        if not material.full
        else [
            card(material),
            next_steps.dates(material),
            place.grounds(material),
            *beside_the_place(material),
            robustness(material),
            respondents(material),
            over_time(material, outcome.path),
            findings.actions(material),
            doubts(material),
            menu.menu_card(material),
            findings.choices_together(material),
            news(material),
            findings.signals(material),
            roadmap(material),
            material.facts.chapter(material.advice.touched),
            findings.similar(material),
            findings.open_questions(material),
            own_words.needs(material),
            *([explanation(material)] if explain or material.whole else []),
            closing.background(material),
            closing.describe_making(material, version),
            list_participants(material),
        ]
    )
    sections = tuple(section for section in body if section.blocks or section.parts)
    end: list[Section] = [
        *([closing.terms(material, sections), closing.sources(material)] if material.full else []),
    ]
    made = Report(
        title=assessment.initiative.name,
        subtitle=f"Advies over samenwerken aan menskracht en denkkracht, {long_date(outcome.on)}",
        sections=(*sections, *(section for section in end if section.blocks)),
        date=outcome.on,
        pages=int(one_page),
        more=page.MORE if one_page else "",
        kind=KINDS.get(depth, ""),
    )
    return sanitize(bound_sentences(made) if one_page else made)


def _of_a_page(material: Material, version: str) -> list[Section]:
    """What fits on one page: in short and drawn, or as a note for the board."""
    if material.depth != "bestuur":
        return page.one_page(material, version)
    told = [*board.note(material), next_steps.dates(material)]
    colophon = closing.colophon(material.content, version, material.facts.checked())
    return [*told, page.more(material, told), colophon]
