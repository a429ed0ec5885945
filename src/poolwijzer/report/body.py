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
from poolwijzer.report.sections.checks import checks, more_checks
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
from poolwijzer.report.sections.who_pays import who_pays
from poolwijzer.report.texts import texts_of

Maker = Callable[[Material], Section]
CHAPTERS: tuple[Maker, ...] = (
    card,
    standing,
    choices,
    findings.rubs,
    first_look,
    who_pays,
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
    annexes = _annexes(material, version, made, explain)
    for number, annex in enumerate((one for one in annexes if one.blocks or one.parts), 1):
        made.append(_remembered(annex, material))
        yield replace(annex, title=f"Bijlage {number}: {annex.title[:1].lower()}{annex.title[1:]}", annex=True)


def _annexes(material: Material, version: str, made: list[Section], explain: bool) -> Iterator[Section]:
    """What is for reference, gathered; each is made when all before it is, which is in `made`."""
    path = material.outcome.path
    answers = *place.all_answers(material), respondents(material), robustness(material)
    yield _gathered("antwoorden", "De antwoorden", *answers, over_time(material, path, refer_to_statement))
    more = *findings.with_choices(material), doubts(material), findings.at_this_place(material)
    yield _gathered("meer", "Meer bij uw keuzes en uw plek", *more, findings.similar(material), news(material))
    plan = rest_of_plan(material), more_checks(material), material.facts.others()
    yield _gathered("plan", "Stappenplan, recht, geld en datums", *plan)
    if material.whole:
        yield menu.menu_card(material)
        yield closing.background(material)
    if explain or material.whole:
        yield explanation(material)
    about = list_participants(material), closing.describe_making(material, version)
    rest = closing.terms(material, tuple(made)), closing.sources(material)
    yield _gathered("verantwoording", "Verantwoording, begrippen en bronnen", *about, *rest)


def _gathered(id: str, title: str, *parts: Section) -> Section:
    """Annexes as one; those that say nothing are left out."""
    return Section(id, title, (), tuple(replace(part, annex=False) for part in parts if part.blocks or part.parts))


def _remembered(section: Section, material: Material) -> Section:
    """The same section, of which all is said now."""
    for text in texts_of([section]):
        material.said.remember(text, section.title)
    return section
