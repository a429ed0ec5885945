"""A first indication of who pays what, to look at in a conversation: a few sums, and a row for each municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.costs.values import Division, YearDivision
from poolwijzer.dutch import euros
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.words import indication_of, key_title, payer_title, what_is_needed, where_to_set
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize

FIRST_LOOK = "Wie betaalt wat: een eerste indicatie"


def first_look(outcome: Outcome, file: str) -> Report:
    """What each pays in the first year that the costs name, or what is needed before that can be told."""
    division = outcome.division
    if division is None:
        return plain_page(FIRST_LOOK, "Er is nog geen bedrag.")
    year = division.years[0]
    page = plain_page(FIRST_LOOK, *_needed(division), "" if division.complete else "Daarna staat hier wie wat betaalt.")
    sections = (
        Section("kosten-samen", "", (Labelled(tuple(_sums(year))),)),
        Section("kosten-gemeenten", "", tuple(_municipalities(year, division, outcome))),
        Section("kosten-verder", "", (Paragraph(Line(f"Alles over de kosten: poolwijzer costs {file}"), "stil"),)),
    )
    shown = (*page.sections, *(one for one in sections[: 3 if file else 2] if one.blocks))
    return sanitize(replace(page, subtitle=f"Per jaar, {year.year}" if year.year else "Per jaar", sections=shown))


def _needed(division: Division) -> Iterator[str]:
    for need in division.needs:
        yield f"Nodig is nog: {what_is_needed(need)} ({where_to_set(need)})."


def _sums(year: YearDivision) -> Iterator[tuple[str, Line]]:
    yield "Samen", Line(euros(year.total, 2))
    for income in year.income:
        yield f"{payer_title(income.source)}, gaat eraf", Line(euros(income.amount, 2))
    for other in year.others:
        yield payer_title(other.payer), Line(euros(other.amount, 2))
    yield "Gemeenten samen", Line(euros(year.pot, 2))
    if year.payments:
        yield "Per inwoner", Line(euros(year.pot / year.population, 2))


def _municipalities(year: YearDivision, division: Division, outcome: Outcome) -> Iterator[Block]:
    if not year.payments or division.key is None:
        return
    rows = tuple((one.member.name, euros(one.amount, 2), euros(one.per_inhabitant, 2)) for one in year.payments)
    head = ("Gemeente", "Per jaar", "Per inwoner")
    yield Table(key_title(division.key.kind, outcome.content), head, rows, frozenset({1, 2}))
    yield Paragraph(Line(indication_of(division)), "stil")
