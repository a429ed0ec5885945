"""What small municipalities pay beside what they may use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from poolwijzer.assessment.costs import Costs, Key
from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.keys import share_pot
from poolwijzer.costs.values import Division, Member, Need, YearDivision

Basis = Literal["strips", "strips-as-costs", "days", "use", "assignments", "equal", "population"]
"""What says how much each may use: what the file says, or else one of two assumptions (`equal`, `population`)."""
ASSUMED: tuple[Basis, Basis] = ("equal", "population")
_ANY_POT = Decimal("1000000000.00")
"""Shares of it are exact to far more digits than are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality, or several together: its part of what is paid, of the use, and of the inhabitants."""

    names: tuple[str, ...]
    population: int
    paid: Decimal
    paid_part: Fraction
    use_parts: tuple[Fraction, ...]
    """By each basis of the whole."""
    population_part: Fraction


@dataclass(frozen=True, slots=True)
class Solidarity:
    """Who pays for whom, in one year.

    Attributes:
        bases: What the use is taken from. Where it is assumed there are two, and where strips have no key of their own
            the assumption that everybody may use as much stands beside them.
        rows: From the fewest inhabitants to the most.
        small: The smaller half together; None with fewer than two municipalities.
        needs: What has to be set before the use is known.
    """

    year: YearDivision
    bases: tuple[Basis, ...]
    rows: tuple[Row, ...]
    small: Row | None
    needs: tuple[Need, ...] = ()

    @property
    def assumed(self) -> bool:
        """Whether the file does not say what each may use."""
        return self.bases[0] in ASSUMED


def find_solidarity(costs: Costs, division: Division, start: int = 0) -> Solidarity | None:
    """What each pays beside what it may use, in one year; None where nobody pays.

    Args:
        costs: What the file says.
        division: Who pays what.
        start: The place of the first year that it may be: the first one in which somebody pays.
    """
    year = next((one for one in division.years[start:] if sum(one.contributions.values())), None)
    if year is None:
        return None
    members = [one.member for one in year.payments]
    given, needs = _given(costs, year, members)
    uses = given or {"equal": _equal(members), "population": _by_inhabitants(members)}
    paid, whole = year.contributions, sum(year.contributions.values(), NOTHING)
    people = sum(one.population for one in members)
    rows = sorted(
        (
            Row(
                (one.name,),
                one.population,
                paid[one.name],
                Fraction(paid[one.name]) / Fraction(whole),
                tuple(shares[one.name] for shares in uses.values()),
                Fraction(one.population, people),
            )
            for one in members
        ),
        key=lambda row: (row.population, row.names),
    )
    small = _together(rows[: len(rows) // 2]) if len(rows) > 1 else None
    return Solidarity(year, tuple(uses), tuple(rows), small, needs)


def _together(rows: Sequence[Row]) -> Row:
    return Row(
        tuple(name for row in rows for name in row.names),
        sum(row.population for row in rows),
        sum((row.paid for row in rows), NOTHING),
        sum((row.paid_part for row in rows), Fraction()),
        tuple(sum(parts, Fraction()) for parts in zip(*(row.use_parts for row in rows), strict=True)),
        sum((row.population_part for row in rows), Fraction()),
    )


Uses = dict[Basis, dict[str, Fraction]]


def _given(costs: Costs, year: YearDivision, members: Sequence[Member]) -> tuple[Uses, tuple[Need, ...]]:
    """The part that each may use, by what the file says of it; empty where it says nothing."""
    if costs.strips is not None:
        if costs.strips.key is None:
            as_costs = _shares(
                "strips-as-costs", {name: Fraction(amount) for name, amount in year.contributions.items()}
            )
            return {**as_costs, "equal": _equal(members)}, ()
        return _strips(costs.strips.key, year, members)
    keys = (*((costs.key,) if costs.key else ()), *costs.compare)
    return next((found for found in (_counted(key, year, members) for key in keys) if found), {}), ()


def _counted(key: Key, year: YearDivision, members: Sequence[Member]) -> Uses:
    """The part of each by what a key counts; empty where it counts nothing, or not of everybody."""
    if (days := key.days) is not None:
        by_name = days if isinstance(days, dict) else {one.name: days * one.part for one in members}
        return _of_all("days", by_name, members)
    if key.use:
        return _of_all("use", key.use, members)
    return _shares("assignments", _asked(key, year, members)) if key.assignments else {}


def _of_all(basis: Basis, numbers: Mapping[str, Fraction], members: Sequence[Member]) -> Uses:
    if any(one.name not in numbers for one in members):
        return {}
    return _shares(basis, {one.name: numbers[one.name] for one in members})


def _strips(key: Key, year: YearDivision, members: Sequence[Member]) -> tuple[Uses, tuple[Need, ...]]:
    shared = share_pot(key, _ANY_POT, members, total=_ANY_POT, year=year.year)
    if shared.needs:
        return {}, shared.needs
    return _shares("strips", {one.member.name: Fraction(one.contribution) for one in shared.payments}), ()


def _asked(key: Key, year: YearDivision, members: Sequence[Member]) -> dict[str, Fraction]:
    asked = {one.name: Fraction() for one in members}
    for one in key.assignments:
        if one.municipality in asked and one.year in (None, year.year):
            asked[one.municipality] += Fraction(one.amount)
    return asked


def _shares(basis: Basis, weights: Mapping[str, Fraction]) -> Uses:
    whole = sum(weights.values(), Fraction())
    return {basis: {name: weight / whole for name, weight in weights.items()}} if whole else {}


def _equal(members: Sequence[Member]) -> dict[str, Fraction]:
    return {one.name: Fraction(1, len(members)) for one in members}


def _by_inhabitants(members: Sequence[Member]) -> dict[str, Fraction]:
    people = sum(one.population for one in members)
    return {one.name: Fraction(one.population, people) for one in members}
