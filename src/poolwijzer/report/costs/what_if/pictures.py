"""The pictures of what may change: who pays more or less, and from where to where the keys go."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.costs.changes import Change, Way
from poolwijzer.costs.comparison import KeyComparison
from poolwijzer.costs.values import Member
from poolwijzer.drawing.charts import BarRow, Bars, ScaleRow, Scales, Zone
from poolwijzer.report.costs.material import behind_year, money
from poolwijzer.report.costs.what_if.words import WAYS, case_title, tell_more

MOST_ROWS = 30
"""More of them are no picture any more; those stay that it matters most to."""
_HALF = 0.5
_IN_ORDER: tuple[Way, ...] = ("less", "same", "more")


def change_chart(changes: Sequence[Change], year: int | None, indication: str) -> Scales | None:
    """Of each who pays a bar to the left or to the right; None where nobody pays more or less."""
    known = [(one, one.more) for one in changes if one.more is not None]
    largest = max((abs(more) for _, more in known), default=Decimal())
    if not largest:
        return None
    kept = sorted(known, key=lambda pair: -abs(pair[1]))[:MOST_ROWS]
    shown = [pair for pair in known if pair in kept] if len(known) > MOST_ROWS else known
    rows = tuple(ScaleRow(one.name, tell_more(one), _HALF + float(more / largest) / 2) for one, more in shown)
    few = f", de {MOST_ROWS} grootste verschillen" if len(known) > MOST_ROWS else ""
    return Scales(
        title=behind_year(f"Wie meer en wie minder betaalt{few}", year),
        description=f"Van ieder een balk: naar rechts wie meer betaalt, naar links wie minder betaalt. {indication}",
        rows=rows,
        zones=(Zone(WAYS["less"], 0.0, _HALF), Zone(WAYS["more"], _HALF, 1.0)),
        bars=True,
        start=_HALF,
        head=("Wie", "Verschil"),
    )


def range_chart(comparison: KeyComparison, at: int, indication: str) -> Scales | None:
    """What an inhabitant of each municipality comes to, and from where to where the keys go; None without amounts.

    Args:
        comparison: of at least one key that can be calculated.
        at: which of its years.
        indication: what holds for every amount; a drawing may be taken out of its report.
    """
    reference = comparison.reference
    if reference is None:
        return None
    payments = reference.division.years[at].payments
    spans = {one.member.name: comparison.range_of(one.member, at) for one in payments}
    largest = max((most for _, most in spans.values()), default=Fraction())
    if not largest:
        return None
    widest = sorted(payments, key=lambda one: spans[one.member.name][0] - spans[one.member.name][1])[:MOST_ROWS]
    names = {one.member.name for one in widest}
    few = f", de {MOST_ROWS} gemeenten met het grootste verschil" if len(payments) > MOST_ROWS else ""
    rows = tuple(
        _range_row(one.member, one.contribution, spans[one.member.name], largest)
        for one in payments
        if one.member.name in names
    )
    which = "de sleutel uit het bestand" if comparison.own else "de verdeling naar inwoners"
    year = comparison.years[at].year
    return Scales(
        title=behind_year(f"Wat het per inwoner kost bij de verschillende sleutels{few}", year),
        description=f"De balk is {which}. Het streepje loopt van de laagste tot de hoogste sleutel. {indication}",
        rows=rows,
        bars=True,
        head=("Gemeente", "Per inwoner"),
        reach=f"van de laagste tot de hoogste sleutel; de balk is {which}",
    )


def _range_row(member: Member, amount: Decimal, span: tuple[Fraction, Fraction], largest: Fraction) -> ScaleRow:
    own = Fraction(amount) / member.population
    low, high = span
    said = money(own) if low == high else f"{money(own)} ({money(low)} tot {money(high)})"
    return ScaleRow(member.name, said, float(own / largest), float(low / largest), float(high / largest))


def ways_chart(comparison: KeyComparison, at: int, content: Content) -> Bars | None:
    """Of each other key how many municipalities pay less, as much and more by it; None where there is no other."""
    rows, year = [], comparison.years[at].year
    for case in comparison.cases:
        if case is not comparison.reference:
            ways = [one.way for one in comparison.changes(case, at)]
            rows.append(BarRow(case_title(case, content), tuple(ways.count(way) for way in _IN_ORDER)))
    if not rows or comparison.reference is None:
        return None
    return Bars(
        title=behind_year("Hoeveel gemeenten bij een andere sleutel minder of meer betalen", year),
        description="Van elke sleutel een balk met hoeveel gemeenten minder, evenveel en meer betalen, tegenover: "
        f"{case_title(comparison.reference, content)}.",
        parts=tuple(WAYS[way] for way in _IN_ORDER),
        rows=tuple(rows),
        head="Sleutel",
        ordered=len(_IN_ORDER),
    )
