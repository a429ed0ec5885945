"""What an option of the menu card would cost this initiative: its own budget, shared as that option shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poolwijzer.assessment.costs import Costs, Key, KeyKind
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.budget import find_posts
from poolwijzer.costs.comparison import BASED, KeyCase, compare_keys
from poolwijzer.costs.keys import find_needs
from poolwijzer.costs.members import find_members
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.values import Member, Need, Payment


@dataclass(frozen=True, slots=True)
class PerInhabitant:
    """What a municipality pays for each inhabitant, in euros, exact."""

    municipality: str
    amount: Fraction


@dataclass(frozen=True, slots=True)
class OptionCost:
    """What an option would cost in one year, or what has to be set before that can be known.

    Attributes:
        kind: the key that the option stands for.
        own: whether it is the key of the file, with its settings.
        year: None where the costs name no years.
        per_inhabitant: euros for each inhabitant of all who take part; None while something is needed.
        lowest: the municipality that pays least for each inhabitant; None where all pay the same, to the cent.
        highest: the municipality that pays most.
        in_kind: whether it is paid in hours, and the amounts say what these are worth.
        members: those whose inhabitants were counted.
        needs: what has to be set first.
    """

    kind: KeyKind
    own: bool
    year: int | None = None
    per_inhabitant: Fraction | None = None
    lowest: PerInhabitant | None = None
    highest: PerInhabitant | None = None
    in_kind: bool = False
    members: tuple[Member, ...] = ()
    needs: tuple[Need, ...] = ()


def find_option_costs(costs: Costs | None, initiative: Initiative, on: date) -> dict[KeyKind, OptionCost]:
    """What each key would cost, in the first year of the budget that is not past, else in its last.

    It is the same budget by each, as `compare_keys` shares it; where the file has no fixed part, none is assumed.

    Args:
        costs: of the file; None where it has none.
        initiative: for its municipalities.
        on: the date of the advice.
    """
    costs = costs or Costs()
    compared = compare_keys(costs, initiative)
    years = [one.year for one in compared.years]
    at = next((at for at, year in enumerate(years) if year is None or year >= on.year), len(years) - 1)
    cases = [one for one in (*compared.cases, *compared.lacking) if one.origin != "example"]
    found = {case.key.kind: _of_case(case, costs, initiative, at) for case in reversed(cases)}
    return found if BASED in found else {**found, BASED: _without_base(costs, initiative, years[at])}


def _without_base(costs: Costs, initiative: Initiative, year: int | None) -> OptionCost:
    key = costs.key if costs.key and costs.key.kind == BASED else Key(kind=BASED)
    members = find_members(initiative, costs, year)
    needs = (*_missing(costs, members, year), *find_needs(key, members))
    return OptionCost(BASED, own=key is costs.key, year=year, needs=tuple(dict.fromkeys(needs)))


def _missing(costs: Costs, members: Sequence[Member], year: int | None) -> Iterator[Need]:
    """What nothing can be calculated without, by whatever key."""
    if not find_posts(costs, year):
        yield Need("posts")
    if not members:
        yield Need("municipalities")


def _of_case(case: KeyCase, costs: Costs, initiative: Initiative, at: int) -> OptionCost:
    year, kind, own = case.division.years[at], case.key.kind, case.origin == "own"
    if not year.payments:
        # A division names the needs of a key only once there is something to divide.
        needs = (*year.needs, *find_needs(case.key, find_members(initiative, costs, year.year)))
        return OptionCost(kind, own, year.year, needs=tuple(dict.fromkeys(needs)))
    paid = [PerInhabitant(one.member.name, _value(one) / one.member.population) for one in year.payments]
    lowest, highest = _extremes(paid)
    return OptionCost(
        kind=kind,
        own=own,
        year=year.year,
        per_inhabitant=sum(map(_value, year.payments), Fraction()) / year.population,
        lowest=lowest,
        highest=highest,
        in_kind=any(one.in_kind is not None for one in year.payments),
        members=tuple(one.member for one in year.payments),
    )


def _value(payment: Payment) -> Fraction:
    """What a municipality contributes, in money and in hours."""
    return Fraction(payment.contribution)


def _extremes(paid: Sequence[PerInhabitant]) -> tuple[PerInhabitant, PerInhabitant] | tuple[None, None]:
    """Who pays least and most; of equals the first by name, so that the order of a list changes nothing."""
    ordered = sorted(paid, key=lambda one: one.municipality)
    lowest, highest = min(ordered, key=lambda one: one.amount), max(ordered, key=lambda one: one.amount)
    same = round_money(lowest.amount) == round_money(highest.amount)
    return (None, None) if same else (lowest, highest)
