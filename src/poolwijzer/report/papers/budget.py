"""The budget in a paper: what it costs and who pays that, from the costs in the file of an initiative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from poolwijzer.content.papers import BudgetTable
from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.values import Division, YearDivision
from poolwijzer.dutch import capitalise
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.beside import MOST_YEARS, align, years_table
from poolwijzer.report.costs.material import gather
from poolwijzer.report.costs.tables import payers_by_year
from poolwijzer.report.costs.words import ROUNDED, indication_of, payer_named
from poolwijzer.report.excerpt import LONGEST_TOWN, excerpt
from poolwijzer.report.model import Line, Paragraph, Table
from poolwijzer.report.papers.money import find_years

MOST_POSTS = 12
"""So many posts stand on a page of their own; the others are one row."""
_TOGETHER = "gemeenten"


def whole_budget(outcome: Outcome, words: BudgetTable) -> Iterator[Table | Paragraph]:
    """The budget of every year, some years beside each other."""
    material = gather(outcome)
    if material and material.told:
        for start in range(0, len(material.years), MOST_YEARS):
            yield _table(material.years[start : start + MOST_YEARS], words)
        yield _under(material.division, outcome)


def short_budget(outcome: Outcome, words: BudgetTable) -> Iterator[Table | Paragraph]:
    """The budget of the first years that are not past, else of the last, with the posts there is room for."""
    material = gather(outcome)
    if material and material.told:
        yield _table(_first_years(outcome, material.division), words, most=MOST_POSTS)
        if not is_short(outcome):
            yield Paragraph(Line(words.rest), "stil")


def is_short(outcome: Outcome) -> bool:
    """Whether the short budget has all there is."""
    division = outcome.division
    if division is None:
        return True
    posts = max((len(year.posts) for year in division.years), default=0)
    return posts <= MOST_POSTS and len(_first_years(outcome, division)) == len(division.years)


def contributions(outcome: Outcome) -> Iterator[Table | Paragraph]:
    """What each municipality contributes, with all others; nothing where none may be named."""
    material = gather(outcome)
    if material and outcome.mode != "anonymous" and any(year.payments for year in material.years):
        yield from payers_by_year(material)
        yield _under(material.division, outcome, ROUNDED)


def _first_years(outcome: Outcome, division: Division) -> tuple[YearDivision, ...]:
    coming = {year.year for year in find_years(outcome)}
    return tuple(year for year in division.years if year.year in coming)[:MOST_YEARS] or division.years[-MOST_YEARS:]


def _under(division: Division, outcome: Outcome, *more: str) -> Paragraph:
    """What stands under amounts."""
    return Paragraph(Line(" ".join([indication_of(division, named=outcome.mode != "anonymous"), *more])), "stil")


def _table(years: Sequence[YearDivision], words: BudgetTable, most: int = 0) -> Table:
    posts = align([[(excerpt(post.what, LONGEST_TOWN), post.amount) for post in year.posts] for year in years])
    if most and len(posts) > most:
        rest = posts[most - 1 :]
        added = [sum((amounts[at] or NOTHING for _, amounts in rest), NOTHING) for at in range(len(years))]
        posts = [*posts[: most - 1], (words.more.replace("{n}", str(len(rest))), list(added))]
    paid = align([list(_paid(year)) for year in years])
    rows: list[tuple[str, Sequence[Decimal | None]]] = [*posts, (words.total, [year.total for year in years])]
    rows += [(words.contribution.replace("{van}", name), amounts) for name, amounts in paid]
    rows.append((words.difference, [sum((one for _, one in _paid(year)), NOTHING) - year.total for year in years]))
    return years_table(words.caption, capitalise(words.post), years, rows, (len(posts), len(rows) - 1))


def _paid(year: YearDivision) -> Iterator[tuple[str, Decimal]]:
    """Who pays how much, the municipalities together and last."""
    for given in year.income:
        yield excerpt(payer_named(given.source), LONGEST_TOWN), given.amount
    for other in year.others:
        yield excerpt(payer_named(other.payer), LONGEST_TOWN), other.amount
    yield payer_named(_TOGETHER), year.pot
