"""The tables of who pays what: everything in them adds up, whatever is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.costs.division import divide_costs
from poolwijzer.municipalities import list_municipalities
from poolwijzer.report.costs.payers import list_payers, round_shares
from poolwijzer.report.model import Report, Section, Table
from poolwijzer.report.texts import flat
from tests.report.costs.telling import outcome_of, report_on, said_in

NAMES = [one.name for one in list_municipalities()]
cents = st.integers(0, 10**9).map(lambda number: str(Decimal(number).scaleb(-2)))


@st.composite
def drawn(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    """Costs of one or more years, and the municipalities that share them."""
    years = draw(st.lists(st.integers(2024, 2035), max_size=5, unique=True))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8, unique=True))
    costs: dict[str, Any] = {
        "posts": [{"what": f"post {at}", "amount": one} for at, one in enumerate(draw(st.lists(cents, max_size=3)))],
        "income": [{"from": "rijk", "amount": one} for one in draw(st.lists(cents, max_size=2))],
        "shares": draw(st.dictionaries(st.sampled_from(["provincie", "waterschap"]), st.sampled_from(["1/3", "10%"]))),
        "key": {"kind": draw(st.sampled_from(["gelijke-delen", "gemeenten-naar-inwoners"]))},
        "years": years,
        "indexing": draw(st.sampled_from(["0%", "3,5%"])),
    }
    if years and len(names) > 1:
        costs["members"] = {names[0]: {"from": f"{max(years)}-07-01"}}
    return costs, names


def tables_in(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from (block for block in flat(section.blocks) if isinstance(block, Table))
        yield from tables_in(section.parts)


def as_money(cell: str) -> Decimal:
    """An amount as a reader adds it up."""
    digits = "".join(sign for sign in cell if sign in "0123456789,-").replace(",", ".")
    return Decimal(digits) if cell != "–" else Decimal()


@given(drawn())
def test_every_table_of_who_pays_adds_up_to_the_sums_below_it(
    content: Content, case: tuple[dict[str, Any], list[str]]
) -> None:
    costs, names = case
    for narrow in (False, True):
        report: Report = report_on(content, costs, names, narrow=narrow)
        told = [one for one in tables_in(report.sections) if one.caption.startswith("Wie betaalt wat")]
        assert bool(told) == bool(costs["posts"])
        for table in told:
            for column in [at for at, head in enumerate(table.head) if head == "Bijdrage" or head.isdecimal()]:
                rows = {at: (row[0], as_money(row[column])) for at, row in enumerate(table.rows)}
                total, together = rows.pop(len(rows) - 1)[1], rows.pop(len(rows) - 1)[1]
                assert sum(amount for _, amount in rows.values()) == total
                assert sum(amount for name, amount in rows.values() if name in names) == together


@given(drawn())
def test_the_parts_of_the_whole_are_a_hundred_percent(content: Content, case: tuple[dict[str, Any], list[str]]) -> None:
    costs, names = case
    outcome = outcome_of(content, costs, names)
    assert outcome.assessment.costs is not None
    for year in divide_costs(outcome.assessment.costs, outcome.assessment.initiative).years:
        payers = list_payers(year)
        shares = round_shares(payers)
        if year.total and not year.surplus:
            single = [
                share for one, share in zip(payers, shares, strict=True) if one.kind not in ("municipalities", "total")
            ]
            assert sum(share or Fraction() for share in single) == 1 == shares[-1]
            for one, share in zip(payers, shares, strict=True):
                assert share is not None and abs(share - (one.share or 0)) < Fraction(1, 1000) * len(payers)


def test_who_joins_later_stands_where_the_file_has_it_and_pays_nothing_before(content: Content) -> None:
    costs = {"years": [2027, 2028], "members": {"Assen": {"from": "2028-01-01"}}}
    table = next(tables_in(report_on(content, costs).sections))
    assert [row[0] for row in table.rows] == ["Assen", "De Wolden", "Westerveld", "Gemeenten samen", "Samen"]
    assert table.rows[0][1:] == ("–", "€\xa030.000,00")


def test_many_years_go_on_in_a_next_table(content: Content) -> None:
    costs = {"years": list(range(2027, 2033))}
    heads = [one.head for one in tables_in(report_on(content, costs).sections[:1])][:2]
    assert heads == [("Wie", "2027", "2028", "2029", "2030"), ("Wie", "2031", "2032")]


def test_every_block_with_amounts_ends_with_what_they_are(content: Content) -> None:
    report = report_on(content, {"years": [2027, 2028], "last_year": {"year": 2026, "amount": "80.000"}})
    assert said_in(report).count("Geen toezegging.") == 6  # all years, two years, the picture, last year, the budget
