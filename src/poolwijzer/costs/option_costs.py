"""What an option of the menu card would cost this initiative: its own budget, shared as that option shares."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.assessment.costs import Costs, Key, KeyKind
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.comparison import BASED, KeyCase, bare_key, compare_keys
from poolwijzer.costs.keys import find_needs
from poolwijzer.costs.members import find_members, nobody
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.values import Member, Need, Payment, YearDivision


class PerInhabitant(NamedTuple):
    """What a municipality pays for each inhabitant, in euros, exact."""

    municipality: str
    amount: Fraction


class OptionCost(NamedTuple):
    """What an option would cost in one year, or what has to be set before that can be known.

    Attributes:
        kind: the key that the option stands for.
        own: whether it is the key of the file, with its settings.
        year: None where the costs name no years.
        per_inhabitant: euros for each inhabitant of all who take part, which is the same by every key; None where it is
            not known what it costs, or who takes part.
        lowest: the municipality that pays least for each inhabitant; None where all pay the same, to the cent.
        highest: the municipality that pays most.
        in_kind: whether it is paid in hours, and the amounts say what these are worth.
        members: those whose inhabitants were counted.
        needs: what has to be set first, before it is known what each municipality pays.
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
    costs = costs or Costs.model_construct()  # nothing said, so nothing to validate
    compared = compare_keys(costs, initiative)
    years = [one.year for one in compared.years]
    at = next((at for at, year in enumerate(years) if year is None or year >= on.year), len(years) - 1)
    cases = [one for one in (*compared.cases, *compared.lacking) if one.origin != "example"]
    found = {case.key.kind: _of_case(case, costs, initiative, at) for case in reversed(cases)}
    if BASED not in found:
        key = costs.key if costs.key and costs.key.kind == BASED else bare_key(BASED)
        found[BASED] = _together(key, costs, initiative, compared.years[at], own=key is costs.key)
    return found


def _together(key: Key, costs: Costs, initiative: Initiative, year: YearDivision, *, own: bool) -> OptionCost:
    """What all pay together by a key that lacks something, and what it lacks."""
    members = find_members(initiative, costs, year.year)
    needs = [*([] if year.posts else [Need("posts")]), *([] if members else [nobody(initiative, costs)])]
    known = not needs
    needs += [*(one for one in year.needs if one.kind == "bounds"), *find_needs(key, members)]
    population = sum(one.population for one in members)
    return OptionCost(
        kind=key.kind,
        own=own,
        year=year.year,
        per_inhabitant=Fraction(year.pot) / population if known else None,
        in_kind=key.kind == "inbreng-in-natura",
        members=members if known else (),
        needs=tuple(dict.fromkeys(needs)),
    )


def _of_case(case: KeyCase, costs: Costs, initiative: Initiative, at: int) -> OptionCost:
    year, kind, own = case.division.years[at], case.key.kind, case.origin == "own"
    if not year.payments:
        return _together(case.key, costs, initiative, year, own=own)
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
