"""What papers tell of costs: what it costs, who pays what, and what the municipality pays that a paper is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from poolwijzer.assessment.costs import Costs
from poolwijzer.content.component import Option
from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.values import Payment, YearDivision
from poolwijzer.dutch import euros, join_some, join_words, short_percentage
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.words import indication_of, key_title, payer_named, what_is_needed
from poolwijzer.report.excerpt import LONGEST_TOWN, excerpt
from poolwijzer.report.papers.voice import inside_sentence

UNFORESEEN = "onvoorzien"
"""The post that a budget ought to have."""
MOST_TOLD = 4
"""So many years are told one by one in a text; of more the first and the last."""
Told = tuple[int | None, str]
"""A year, and what is told of it."""


def find_years(outcome: Outcome) -> tuple[YearDivision, ...]:
    """The years of the budget that are not past: of those something is still to be decided."""
    years = outcome.division.years if outcome.division else ()
    return tuple(one for one in years if one.year is None or one.year >= outcome.on.year)


def cost_fields(outcome: Outcome, municipality: str) -> Iterator[tuple[str, str]]:
    """The fields of papers that come from the costs; those that are not known are left out, or empty.

    Args:
        outcome: Of the initiative.
        municipality: That the paper is for; empty for all.
    """
    division, costs = outcome.division, outcome.assessment.costs
    if division is None or costs is None:
        return
    years = find_years(outcome)
    yield "bijdrage", _contribution(years, municipality) if municipality else ""
    named = [str(one.year) for one in years if one.year is not None]
    yield "begrotingen", f"begroting{'en' if len(named) > 1 else ''} {join_words(named)}" if named else ""
    yield "kosten-totaal", say_years([(one.year, euros(one.total)) for one in years if one.posts])
    yield "kosten-anderen", "; ".join(_others(years))
    yield "kosten-stijging", _rise(costs)
    yield "kosten-nodig", join_words(map(what_is_needed, division.needs))
    if any(one.posts for one in division.years):
        yield "indicatie", indication_of(division, named=outcome.mode != "anonymous")
        told = (post.what.casefold() for one in years for post in one.posts)
        yield "kosten-mist", "" if any(UNFORESEEN in what for what in told) else UNFORESEEN
    if division.key is not None:
        yield "kosten-sleutel", inside_sentence(key_title(division.key.kind, outcome.content))
        chosen = _chosen_keys(outcome)
        others = [] if any(one.calculation == division.key.kind for one in chosen) else [one.title for one in chosen]
        yield "kosten-anders", join_words(map(inside_sentence, others))
        yield "kosten-ongekozen", "" if chosen or division.key.kind == "gewichten" else "bekend"


def _chosen_keys(outcome: Outcome) -> list[Option]:
    """The options of the menu card that were chosen to share the costs by."""
    facts, content = outcome.facts, outcome.content
    chosen = [content.options[one] for name in content.components for one in facts.chosen_in(name)]
    return [one for one in chosen if one.calculation not in (None, "strippenkaart")]


def _rise(costs: Costs) -> str:
    """How much costs rise each year, behind *De kosten stijgen*; empty where they do not, or there is one year."""
    if len(costs.years) < 2:
        return ""
    rises = [f"met {short_percentage(costs.indexing, 4)}"] if costs.indexing else []
    for post in costs.posts:
        if post.indexing and post.indexing != costs.indexing and not isinstance(post.amount, dict):
            rises.append(f"met {short_percentage(post.indexing, 4)} voor {excerpt(post.what, LONGEST_TOWN)}")
    return f"per jaar {join_some(rises, MOST_TOLD)}" if rises else ""


def _contribution(years: Iterable[YearDivision], municipality: str) -> str:
    paid = [(one.year, payment) for one in years for payment in one.payments if payment.member.name == municipality]
    return say_years([(year, _paid(payment)) for year, payment in paid])


def _paid(payment: Payment) -> str:
    """What a municipality pays, in money and in hours."""
    if payment.in_kind is None:
        return euros(payment.amount)
    hours = f"{euros(payment.in_kind)} aan uren"
    if not payment.amount:
        return hours
    settled = f"{euros(abs(payment.amount))} in geld"
    return f"{hours} en {settled}" if payment.amount > 0 else f"{hours}, waarvan {settled} terugkomt"


def _others(years: Sequence[YearDivision]) -> Iterator[str]:
    """What each gives or pays that is no municipality, over the years."""
    given: dict[str, list[tuple[int | None, Decimal]]] = {}
    for year in years:
        of_year: dict[str, Decimal] = {}
        for name, amount in (
            *((one.source, one.amount) for one in year.income),
            *((one.payer, one.amount) for one in year.others),
        ):
            of_year[name] = of_year.get(name, NOTHING) + amount
        for name, amount in of_year.items():
            given.setdefault(name, []).append((year.year, amount))
    for name, amounts in given.items():
        told = say_years([(year, euros(amount)) for year, amount in amounts])
        yield f"{excerpt(payer_named(name), LONGEST_TOWN)} {told}"


def say_years(told: Sequence[Told]) -> str:
    """What is told of years, inside a sentence: *€ 900 in 2027 en € 950 in 2028*; the same amount only once."""
    if not told:
        return ""
    (first, what), (last, final) = told[0], told[-1]
    if first is None:
        return what
    if len(told) > 1 and len({one for _, one in told}) == 1:
        return f"{what} per jaar ({first} {'en' if len(told) == 2 else 'tot en met'} {last})"
    if len(told) > MOST_TOLD:
        return f"van {what} in {first} tot {final} in {last}"
    return join_words([f"{one} in {year}" for year, one in told])
