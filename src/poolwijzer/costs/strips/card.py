"""How many strips a year has, and how they are divided."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from poolwijzer.assessment.costs import Costs, Key, Strips
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.keys import share_pot
from poolwijzer.costs.members import find_members
from poolwijzer.costs.rounding import round_money, share_out
from poolwijzer.costs.strips.card_values import StripCard, StripNeed, StripNeedKind, StripShare
from poolwijzer.costs.values import Member, Need, YearDivision


def make_card(costs: Costs, initiative: Initiative, year: int) -> StripCard:
    """The strips of a year, for everybody. What cannot be known yet is no number but a need.

    Args:
        costs: as the file says them.
        initiative: for its municipalities and their inhabitants.
        year: which; costs without years hold for every year.
    """
    strips = costs.strips
    if strips is None:
        return StripCard(year, needs=(StripNeed("strips"),))
    card = _settings(strips, year)
    if costs.years and year not in costs.years:
        return card._replace(needs=(StripNeed("year"),))
    budgets = divide_costs(costs, initiative).years
    whole = next(one for one in budgets if one.year in (None, year))
    card = card._replace(budget=strips.budget if strips.budget is not None else whole.total if whole.posts else None)
    members = find_members(initiative, costs, whole.year)  # costs without years are of all who take part
    key = strips.key or costs.key
    missing: list[tuple[StripNeedKind, bool]] = [
        ("budget", card.budget is None),
        ("price", card.price is None),
        ("municipalities", not members),
        ("key", key is None),
    ]
    needs = tuple(StripNeed(kind) for kind, lacks in missing if lacks)
    if needs or card.budget is None or card.price is None or key is None:
        return card._replace(needs=needs)
    return _divided(card, members, strips, key, whole)


def _settings(strips: Strips, year: int) -> StripCard:
    return StripCard(
        year,
        price=strips.price,
        hours=strips.hours,
        hours_per_fte=strips.hours_per_fte,
        step=Fraction(1) if strips.step is None else strips.step,
        joint_part=strips.joint,
        key=strips.key,
        signal=strips.signal,
        carry_over=strips.carry_over,
    )


def _divided(card: StripCard, members: Sequence[Member], strips: Strips, key: Key, whole: YearDivision) -> StripCard:
    budget, price = card.budget or Decimal(), card.price or Decimal()
    steps = int(Fraction(budget) / (Fraction(price) * card.step))
    joint_part = card.joint_part or Fraction()
    joint, own = share_out(steps, [steps * joint_part, steps * (1 - joint_part)], ["", "own"])
    card = card._replace(
        total=steps * card.step,
        undivided=budget - round_money(steps * card.step * Fraction(price)),
        joint=joint * card.step,
    )
    if strips.key is None:
        weights, key_needs = _as_costs(key, members, whole, budget)
    else:
        weights, key_needs = _by_key(key, members, round_money(own * card.step * Fraction(price)), card.year)
    if key_needs:
        return card._replace(key_needs=key_needs)
    together = sum(weights)
    parts = share_out(own, [own * one / together for one in weights], [one.name for one in members])
    shares = tuple(StripShare(one, part * card.step) for one, part in zip(members, parts, strict=True))
    return card._replace(shares=shares)


def _as_costs(
    key: Key, members: Sequence[Member], whole: YearDivision, budget: Decimal
) -> tuple[list[Fraction], tuple[Need, ...]]:
    """In proportion to what each pays; where nobody pays, by what the key counts."""
    unfit = tuple(need for need in whole.needs if need.kind != "posts")
    if unfit:
        return [], unfit
    paid = [Fraction(one.amount + (one.in_kind or 0)) for one in whole.payments]
    if sum(paid) > 0:
        return paid, ()
    unbound = key.model_copy(update={"least": None, "most": None, "most_per_inhabitant": None})
    return _by_key(unbound, members, budget, whole.year)


def _by_key(
    key: Key, members: Sequence[Member], worth: Decimal, year: int | None
) -> tuple[list[Fraction], tuple[Need, ...]]:
    """By what each would pay of so much money; of nothing at all by what each would pay of a euro a head."""
    pot = worth or Decimal(sum(one.population for one in members)).quantize(Decimal("0.01"))
    shared = share_pot(key, pot, members, total=pot, year=year)
    return [Fraction(one.amount + (one.in_kind or 0)) for one in shared.payments], shared.needs
