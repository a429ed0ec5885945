"""What each municipality pays by a key: in all, for each inhabitant, and beside another key and last year."""

from __future__ import annotations

from fractions import Fraction

from poolwijzer.costs.changes import Change, Way
from poolwijzer.costs.comparison import KeyCase, KeyComparison
from poolwijzer.costs.values import Payment
from poolwijzer.dutch import number
from poolwijzer.report.costs.last_year import LESS, MORE
from poolwijzer.report.costs.material import behind_year, money
from poolwijzer.report.costs.payers import TOGETHER
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.words import case_title, tell_more
from poolwijzer.report.model import Table

_SHORT = 6
"""Up to so many letters amounts stand beside each other on a narrow screen, under no more than a number."""


def key_table(case: KeyCase, comparison: KeyComparison, at: int, what_if: WhatIf) -> Table:
    """The amounts of the year at this place.

    On a screen an amount and what it is for each inhabitant share a column, and last year stands only beside the key
    that the others are held against.
    """
    year = case.division.years[at]
    apart = case is not comparison.reference
    last = {} if what_if.narrow and apart else _since(case, at, what_if)
    head = ["Gemeente", *(["Bijdrage (per inwoner)"] if what_if.narrow else ["Bijdrage", "Per inwoner"])]
    rows = [[one.member.name, *_paid(one, narrow=what_if.narrow)] for one in year.payments]
    rows.append([TOGETHER, *_both(money(year.pot), money(Fraction(year.pot) / year.population), what_if.narrow)])
    if apart:
        head.append("Betaalt meer of minder")
        _append(rows, [tell_more(one) for one in comparison.changes(case, at)])
    if last:
        head.append(f"Tegenover {_last(what_if)}")
        _append(rows, [last[one.member.name] for one in year.payments])
    title = behind_year(case_title(case, what_if.content), year.year)
    return Table(
        title, tuple(head), tuple(map(tuple, rows)), frozenset(range(1, len(head))), frozenset({len(rows) - 1})
    )


def overview_table(comparison: KeyComparison, at: int, what_if: WhatIf) -> Table:
    """What an inhabitant of each municipality comes to by each key, in the year at this place; keys by their number."""
    cases, year = comparison.cases, comparison.cases[0].division.years[at]
    columns = []
    for case in cases:
        ways = {one.name: one.way for one in comparison.changes(case, at)}
        paid = case.division.years[at].payments
        columns.append([f"{_sign(ways[one.member.name])}{_bare(one.per_inhabitant)}" for one in paid])
    rows = [tuple(row) for row in zip([one.member.name for one in year.payments], *columns, strict=True)]
    rows.append((TOGETHER, *[_bare(Fraction(year.pot) / year.population)] * len(cases)))
    fits = max(len(cell) for row in rows for cell in row[1:]) <= _SHORT
    named = "" if what_if.narrow and fits and not what_if.spoken else "Sleutel "
    head = ("Gemeente", *(f"{named}{place}" for place in range(1, len(cases) + 1)))
    title = behind_year("Euro per inwoner bij elke sleutel", year.year)
    return Table(title, head, tuple(rows), frozenset(range(1, len(head))), frozenset({len(rows) - 1}))


def _sign(way: Way | None) -> str:
    return MORE if way == "more" else LESS if way == "less" else ""


def _bare(amount: Fraction) -> str:
    """An amount under a head that says that it is euros."""
    return number(amount, 2)


def _append(rows: list[list[str]], cells: list[str]) -> None:
    """A cell more for each row; the last one is a sum and has none."""
    for row, cell in zip(rows, [*cells, ""], strict=True):
        row.append(cell)


def _paid(one: Payment, *, narrow: bool) -> list[str]:
    return _both(money(one.contribution), money(one.per_inhabitant), narrow)


def _both(amount: str, per_inhabitant: str, narrow: bool) -> list[str]:
    return [f"{amount} ({per_inhabitant})"] if narrow else [amount, per_inhabitant]


def _last(what_if: WhatIf) -> str:
    since = what_if.last_year
    return str(since.last) if since and since.last else "vorig jaar"


def _since(case: KeyCase, at: int, what_if: WhatIf) -> dict[str, str]:
    """How much more or less than last year; empty where that is known of nobody, or was for another year."""
    last, since = what_if.costs.last_year, what_if.last_year
    if last is None or since is None or not last.contributions or what_if.years[at].year != since.now.year:
        return {}
    payments = case.division.years[at].payments
    changes = [Change(one.member.name, last.contributions.get(one.member.name), one.contribution) for one in payments]
    return {one.name: tell_more(one) for one in changes}
