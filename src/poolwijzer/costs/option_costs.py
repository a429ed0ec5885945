"""What an option of the menu card would cost this initiative: its own budget, shared as that option shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poolwijzer.assessment.costs import Costs, Key, KeyKind
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.keys import find_needs
from poolwijzer.costs.members import find_members
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.values import Member, Need, Payment, YearDivision


@dataclass(frozen=True, slots=True)
class PerInhabitant:
    """What a municipality pays in a year for each inhabitant, in euros, exact."""

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


def find_option_cost(kind: KeyKind, costs: Costs | None, initiative: Initiative, on: date) -> OptionCost:
    """What an option would cost, in the first year of the budget that is not past, else in its last.

    A key of another kind than that of the file takes over none of its settings, such as the least and the most.

    Args:
        kind: the key that the option stands for.
        costs: of the file; None where it has none.
        initiative: for its municipalities.
        on: the date of the advice.
    """
    costs = costs or Costs()
    own = costs.key is not None and costs.key.kind == kind
    key = costs.key if own and costs.key else Key(kind=kind)
    years = divide_costs(costs.model_copy(update={"key": key}), initiative).years
    year = next((one for one in years if one.year is None or one.year >= on.year), years[-1])
    if not year.payments:
        return OptionCost(kind, own, year.year, needs=_needs_of_all(key, costs, initiative, year))
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


def _needs_of_all(key: Key, costs: Costs, initiative: Initiative, year: YearDivision) -> tuple[Need, ...]:
    """What is needed, with that of the key itself: a division names that only once there is something to divide."""
    return tuple(dict.fromkeys((*year.needs, *find_needs(key, find_members(initiative, costs, year.year)))))


def _value(payment: Payment) -> Fraction:
    """What a municipality contributes, in money and in hours."""
    return Fraction(payment.amount + (payment.in_kind or 0))


def _extremes(paid: Sequence[PerInhabitant]) -> tuple[PerInhabitant, PerInhabitant] | tuple[None, None]:
    """Who pays least and most; of equals the first by name, so that the order of a list changes nothing."""
    ordered = sorted(paid, key=lambda one: one.municipality)
    lowest, highest = min(ordered, key=lambda one: one.amount), max(ordered, key=lambda one: one.amount)
    same = round_money(lowest.amount) == round_money(highest.amount)
    return (None, None) if same else (lowest, highest)
