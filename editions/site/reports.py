"""The page of every thing as a report: those that the program has are used, the others are made here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from editions.site import card_pages, place_pages, question_pages
from editions.site.telling import labelled, paragraphs, tell_origin
from editions.site.things import KINDS, Thing, title_of
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.menucard.doubts_page import make_doubts_page
from poolwijzer.menucard.option_page import make_option_page
from poolwijzer.menucard.pages import make_case_page
from poolwijzer.report.model import Paragraph, Report, Section
from poolwijzer.report.sections.closing import ORIGIN
from poolwijzer.report.texts import SOURCES

Maker = Callable[[Content, str, date], Report]


def _case(content: Content, name: str, on: date) -> Report:
    made = make_case_page(menus_on(content, on), name)
    return replace(made, subtitle=f"{name}, uit de praktijk")


def _doubt(content: Content, name: str, on: date) -> Report:
    made = make_doubts_page(menus_on(content, on), name)
    title = title_of(("twijfel", name), content)
    told = tuple(_below(title, one) if one.id == name else one for one in made.sections)
    return replace(made, title=title, subtitle=f"{name}, een twijfel: {content.doubts[name].label}", sections=told)


def _below(title: str, section: Section) -> Section:
    """A section under a title that says already what its own title and one of its paragraphs say."""
    blocks = (one for one in section.blocks if not (isinstance(one, Paragraph) and one.line.text == title))
    return replace(section, title="", blocks=tuple(blocks))


MAKERS: dict[str, Maker] = {
    "component": card_pages.make_component_page,
    "optie": make_option_page,
    "praktijk": _case,
    "feit": card_pages.make_fact_page,
    "twijfel": _doubt,
    "plek": place_pages.make_place_page,
    "eerste-stappen": place_pages.make_steps_page,
    "fase": place_pages.make_phase_page,
    "datum": place_pages.make_deadline_page,
    "aandachtspunt": card_pages.make_signal_page,
    "samenhang": card_pages.make_whole_rule_page,
    "as": question_pages.make_axis_page,
    "stelling": question_pages.make_statement_page,
    "vraag": question_pages.make_question_page,
    "begrip": card_pages.make_term_page,
    "bron": card_pages.make_source_page,
}


def make_report(thing: Thing, content: Content, on: date) -> Report:
    """The page of a thing as a report, with where the thing comes from before its sources."""
    kind, name = thing
    report = MAKERS[kind](content, name, on)
    origin = labelled(tell_origin(KINDS[kind].found(content)[name]))
    if not origin:
        return report
    origin += paragraphs(ORIGIN)
    body = tuple(one for one in report.sections if one.id != SOURCES)
    sources = tuple(one for one in report.sections if one.id == SOURCES)
    return replace(report, sections=(*body, Section("herkomst", "Waar dit vandaan komt", origin), *sources))
