"""What an option would cost, in the words of the menu card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from poolwijzer.costs.option_costs import OptionCost, PerInhabitant
from poolwijzer.costs.strips.card_values import StripCard, StripShare
from poolwijzer.costs.values import Member
from poolwijzer.dutch import capitalise, euros, join_words, short_number
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.words import indication, what_is_needed
from poolwijzer.report.option_costs import MunicipalityCost, OptionCostAdvice
from poolwijzer.report.strips.words import tell_strips, what_strips_need

EQUAL = "Elke gemeente betaalt dan evenveel per inwoner."
EQUAL_STRIPS = "Elke gemeente krijgt er dan evenveel."
NOTHING = "Dit zou u niets kosten: anderen betalen alles."


def word_option_cost(option: str, outcome: Outcome) -> OptionCostAdvice:
    """What an option would cost of which the menus name the calculation."""
    cost = outcome.option_costs.get(option)
    return _of_strips(outcome.strip_card, outcome) if cost is None else _of_key(cost, outcome)


def tell_missing(told: Iterable[tuple[str, OptionCostAdvice]]) -> Iterator[str]:
    """What is needed before amounts can be known, by the titles of options; who lack the same stand together."""
    lacking: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    for title, one in told:
        if one.missing:
            in_part, whole = lacking.setdefault(one.missing, ([], []))
            (in_part if one.amounts else whole).append(f"'{title}'")
    for missing, (in_part, whole) in lacking.items():
        costs = "kost" if len(whole) == 1 else "kosten"
        parts = [f"wat elke gemeente betaalt bij {join_words(in_part)}"] if in_part else []
        parts += [f"wat {join_words(whole)} {costs}"] if whole else []
        yield f"{capitalise(join_words(parts))}, is nog niet uit te rekenen. {_needed(missing)}"


def _of_key(cost: OptionCost, outcome: Outcome) -> OptionCostAdvice:
    named = outcome.mode != "anonymous"
    missing = tuple(map(what_is_needed, cost.needs))
    amounts = " ".join(_tell_cost(cost, named=named)) if cost.per_inhabitant is not None else ""
    return OptionCostAdvice(
        calculation=cost.kind,
        of_file=cost.own,
        year=cost.year,
        per_inhabitant=cost.per_inhabitant,
        lowest=_of_municipality(cost.lowest) if named else None,
        highest=_of_municipality(cost.highest) if named else None,
        in_hours=cost.in_kind,
        strips=None,
        needs=tuple(need.kind for need in cost.needs),
        missing=missing,
        amounts=amounts,
        text=" ".join(filter(None, (amounts, _not_yet(missing, in_part=bool(amounts))))),
        indication=indication(cost.members, named=named) if cost.per_inhabitant else "",
    )


def _tell_cost(cost: OptionCost, *, named: bool) -> Iterator[str]:
    if not cost.per_inhabitant:
        yield NOTHING
        return
    when = f" in {cost.year}" if cost.year else ""
    kind = " aan uren" if cost.in_kind else ""
    yield f"Dit zou u{when} {euros(cost.per_inhabitant, 2)} per inwoner{kind} kosten."
    if cost.needs:
        return
    if cost.lowest is None or cost.highest is None:
        yield EQUAL
    elif not named:
        yield f"Per gemeente is dat {_amount(cost.lowest)} tot {_amount(cost.highest)}."
    else:
        yield f"{cost.lowest.municipality} betaalt dan het minst: {_amount(cost.lowest)}."
        yield f"{cost.highest.municipality} betaalt dan het meest: {_amount(cost.highest)}."


def _of_strips(card: StripCard, outcome: Outcome) -> OptionCostAdvice:
    named = outcome.mode != "anonymous"
    missing = tuple(
        dict.fromkeys((*(what_strips_need(one.kind) for one in card.needs), *map(what_is_needed, card.key_needs)))
    )
    members = [one.member for one in card.shares]
    costs = outcome.assessment.costs
    year = card.year if costs and costs.years else None  # no year is made up
    known = not missing and card.budget is not None and bool(members)
    amounts = " ".join(_tell_strips(card, members, year, named=named)) if known else ""
    return OptionCostAdvice(
        calculation="strippenkaart",
        of_file=True,
        year=year,
        per_inhabitant=_per_inhabitant(card, members) if known else None,
        lowest=None,
        highest=None,
        in_hours=False,
        strips=card.total if known else None,
        needs=tuple(dict.fromkeys((*(one.kind for one in card.needs), *(one.kind for one in card.key_needs)))),
        missing=missing,
        amounts=amounts,
        text=amounts or _not_yet(missing),
        indication=indication(members, named=named) if known else "",
    )


def _tell_strips(card: StripCard, members: Sequence[Member], year: int | None, *, named: bool) -> Iterator[str]:
    price = f" van {euros(card.price)}" if card.price is not None else ""
    joint = f", waarvan {tell_strips(card.joint)} voor gezamenlijke producten" if card.joint else ""
    there_are = f"In {year} zijn er" if year else "Er zijn"
    yield f"{there_are} {tell_strips(card.total)}{price}{joint}."
    yield f"Samen is dat {euros(_per_inhabitant(card, members), 2)} per inwoner, wie het ook betaalt."
    shares = sorted(card.shares, key=lambda one: one.member.name)
    lowest, highest = min(shares, key=_size), max(shares, key=_size)
    if lowest.strips == highest.strips:
        yield EQUAL_STRIPS
    elif not named:
        yield f"Een gemeente krijgt er {short_number(lowest.strips)} tot {short_number(highest.strips)}."
    else:
        yield f"{lowest.member.name} krijgt er het minst: {tell_strips(lowest.strips)}."
        yield f"{highest.member.name} krijgt er het meest: {tell_strips(highest.strips)}."


def _size(share: StripShare) -> Fraction:
    return share.strips


def _per_inhabitant(card: StripCard, members: Sequence[Member]) -> Fraction:
    return Fraction(card.budget or 0) / sum(one.population for one in members)


def _not_yet(missing: Sequence[str], *, in_part: bool = False) -> str:
    what = "Wat elke gemeente betaalt" if in_part else "Wat dit u kost"
    return f"{what}, is nog niet uit te rekenen. {_needed(missing)}" if missing else ""


def _needed(missing: Sequence[str]) -> str:
    return f"Daarvoor is nodig: {join_words(missing)}."


def _of_municipality(paid: PerInhabitant | None) -> MunicipalityCost | None:
    return None if paid is None else MunicipalityCost(paid.municipality, paid.amount)


def _amount(paid: PerInhabitant) -> str:
    return f"{euros(paid.amount, 2)} per inwoner"
