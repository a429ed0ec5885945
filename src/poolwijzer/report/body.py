"""A report of more than a page: its chapters in reading order, and behind them what is for reference.

Each chapter is made after the ones before it, and says nothing that they said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from poolwijzer.report.model import Section
from poolwijzer.report.sections import closing, findings, menu, place
from poolwijzer.report.sections.beside import news
from poolwijzer.report.sections.card import card
from poolwijzer.report.sections.checks import checks
from poolwijzer.report.sections.choices import choices
from poolwijzer.report.sections.coming_months import coming_months
from poolwijzer.report.sections.doubts import doubts
from poolwijzer.report.sections.explanation import explanation
from poolwijzer.report.sections.first_look import first_look
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.over_time import over_time
from poolwijzer.report.sections.participants import list_participants
from poolwijzer.report.sections.respondents import respondents
from poolwijzer.report.sections.roadmap import rest_of_plan
from poolwijzer.report.sections.robustness import robustness
from poolwijzer.report.sections.standing import standing
from poolwijzer.report.sections.statements import refer_to_statement
from poolwijzer.report.texts import texts_of

Maker = Callable[[Material], Section]
CHAPTERS: tuple[Maker, ...] = (
    card,
    standing,
    choices,
    findings.rubs,
    first_look,
    coming_months,
    findings.open_questions,
    checks,
)


def body(material: Material, version: str, explain: bool) -> Iterator[Section]:
    """The chapters, and then the annexes; those that say nothing are left out.

    Args:
        material: Of the report.
        version: Of the program.
        explain: Whether the sums and the trace of every rule are told too.
    """
    made = list[Section]()
    for chapter in CHAPTERS:  # each is asked for after the one before it was remembered
        made.append(_remembered(chapter(material), material))
        yield made[-1]
    for annex in _annexes(material, explain):
        made.append(_remembered(annex, material))
        yield replace(annex, annex=True)
    yield replace(closing.describe_making(material, version), annex=True)
    yield list_participants(material)
    yield replace(closing.terms(material, tuple(made)), annex=True)
    yield replace(closing.sources(material), annex=True)


def _annexes(material: Material, explain: bool) -> Iterator[Section]:
    yield place.all_answers(material)
    yield respondents(material)
    yield robustness(material)
    yield over_time(material, material.outcome.path, refer_to_statement)
    yield findings.with_choices(material)
    yield doubts(material)
    yield findings.at_this_place(material)
    yield rest_of_plan(material)
    yield findings.similar(material)
    yield news(material)
    if material.whole:
        yield menu.menu_card(material)
        yield closing.background(material)
    if explain or material.whole:
        yield explanation(material)


def _remembered(section: Section, material: Material) -> Section:
    """The same section, of which all is said now."""
    for text in texts_of([section]):
        material.said.remember(text, section.title)
    return section
