"""Which statements hardly anyone can answer, and where the menus say that the answer can be found."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.learned import ANSWERED, NOT_ASKED, OPEN, UNKNOWN
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, count_things, number
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.tables.outputs.statement_texts import statement_texts

HARDLY = Fraction(1, 2)
"""Of who was asked: where fewer answered, it is told where the answer can be found."""
FEW_ROWS, FEWEST_ROWS = 10, 3
"""Statements that are told, unless all is told; and in a short overview."""


class Met(NamedTuple):
    """How many initiatives met a statement how."""

    statement: str
    answered: int
    unknown: int
    open: int
    not_asked: int

    @property
    def asked(self) -> int:
        """How many were asked it."""
        return self.answered + self.unknown + self.open

    @property
    def share(self) -> Fraction:
        """The part of these with an answer; 1 where nobody was asked."""
        return Fraction(self.answered, self.asked) if self.asked else Fraction(1)


def find_met(overview: Overview, content: Content) -> tuple[Met, ...]:
    """Every statement, what the smallest part could answer first; of equals what most said *weet niet* to."""
    signs = [one.kept.learned["statuses"] for one in overview.by_name if one.kept.learned]
    columns = zip(
        content.statements, zip(*signs, strict=True) if signs else [()] * len(content.statements), strict=True
    )
    found = [
        Met(name, *(column.count(sign) for sign in (ANSWERED, UNKNOWN, OPEN, NOT_ASKED))) for name, column in columns
    ]
    return tuple(sorted(found, key=lambda one: (not one.asked, one.share, -one.unknown)))


def unanswered(overview: Overview, content: Content, *, whole: bool, short: bool = False) -> Section:
    """The statements, with what is needed to answer those that few can."""
    met = find_met(overview, content)
    asked = [one for one in met if one.asked]
    if not asked:
        return Section("stellingen", "")
    texts = statement_texts(content)
    missed = [one for one in asked if one.share < 1]
    shown = asked if whole else missed[: FEWEST_ROWS if short else FEW_ROWS]
    blocks: list[Block] = []
    if shown:
        blocks += [
            Paragraph(Line("Bovenaan staat wat het kleinste deel van de initiatieven kan beantwoorden.")),
            _table(shown, texts),
        ]
    else:
        blocks.append(Paragraph(Line("Elke stelling die gevraagd is, heeft overal een antwoord.")))
    if (left := len(missed) - len(shown)) > 0:
        told = f"Bij nog {count_things(left, 'stelling', 'stellingen')} ontbreekt ergens een antwoord."
        blocks.append(Paragraph(Line(told), "stil"))
    if not short:
        blocks += _where_to_find(shown, content, texts)
        blocks += _never_asked(met, whole)
        blocks.append(Paragraph(Line(_READ), "stil"))
    return Section("stellingen", "Wat groepen niet konden beantwoorden", tuple(blocks))


_READ = (
    "Nog open: gevraagd, zonder antwoord. Ook wie halverwege stopte, telt daar. Niet gevraagd: de stelling staat niet "
    "op de lijst van dat initiatief, of zij past er niet. Antwoordde iedereen apart? Dan is er een antwoord als één "
    "respondent het gaf."
)


def _table(shown: list[Met], texts: dict[str, str]) -> Table:
    head = ("Stelling", "Beantwoord", "Weet niet", "Nog open", "Niet gevraagd")
    rows = tuple(
        (
            f"{texts[one.statement]} ({one.statement})",
            *(number(count, 0) for count in (one.answered, one.unknown, one.open, one.not_asked)),
        )
        for one in shown
    )
    return Table("Hoeveel initiatieven elke stelling beantwoordden", head, rows, frozenset({1, 2, 3, 4}))


def _where_to_find(shown: list[Met], content: Content, texts: dict[str, str]) -> Iterator[Block]:
    """The hint of the menus, for what less than half can answer."""
    rows = tuple(
        (texts[one.statement].removesuffix("."), Line(f"{capitalise(content.statements[one.statement].evidence)}."))
        for one in shown
        if one.share < HARDLY
    )
    if rows:
        yield Paragraph(Line("Minder dan de helft kon dit beantwoorden. Hier is het antwoord te vinden"), "sterk")
        yield Labelled(rows)


def _never_asked(met: tuple[Met, ...], whole: bool) -> Iterator[Block]:
    never = [one for one in met if not one.asked]
    if never:
        verb = "is" if len(never) == 1 else "zijn"
        told = f"{count_things(len(never), 'stelling', 'stellingen')} {verb} nergens gevraagd"
        names = f": {', '.join(one.statement for one in never)}" if whole else ""
        yield Paragraph(Line(f"{told}{names}."), "stil")
