"""What everybody may use, has used and has left, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.strips.card import make_card
from poolwijzer.costs.strips.card_values import StripCard, StripNeed
from poolwijzer.costs.strips.corrections import apply_corrections
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.period import forecast_use, period_of
from poolwijzer.costs.strips.use import by_product, total_of
from poolwijzer.costs.strips.values import JointBalance, Signal, StripBalance, StripYear
from poolwijzer.dutch import sorting_key
from poolwijzer.municipalities import fold_name


def balance_strips(costs: Costs, initiative: Initiative, lines: Iterable[LedgerLine], year: int, on: date) -> StripYear:
    """What each municipality may use, has used and has left in a year.

    Args:
        costs: as the file says them.
        initiative: for its municipalities and their inhabitants.
        lines: of the whole ledger, in its order.
        year: which year.
        on: the day of the balance; what is used later in the year is planned.
    """
    counted = apply_corrections(lines)
    named = [_named(one, initiative) for one in counted.lines]
    first = min((one.day.year for one in named), default=year)
    carried: dict[str, Fraction] = {}
    needs: tuple[StripNeed, ...] = ()
    if costs.strips and costs.strips.carry_over:
        for earlier in range(max(first, min(costs.years, default=first)), year):
            before = _balance(costs, initiative, named, earlier, date(earlier, 12, 31), carried)
            carried = _taken_along(before, costs.strips.carry_over)
            needs += tuple(need for need in before.needs if need.kind == "hours")
    found = _balance(costs, initiative, named, year, on, carried)
    if needs and found.balances:
        found = replace(found, balances=(), products=(), needs=needs[:1])
    return replace(found, counted=counted)


def _balance(
    costs: Costs,
    initiative: Initiative,
    lines: Sequence[LedgerLine],
    year: int,
    on: date,
    carried: Mapping[str, Fraction],
) -> StripYear:
    card = make_card(costs, initiative, year)
    inside = [one for one in lines if one.day.year == year]
    found = StripYear(
        card,
        on,
        balances=(),
        joint=JointBalance(card.joint),
        products=(),
        counted=apply_corrections(()),
        other_years=tuple(sorted({one.day.year for one in lines} - {year})),
        later=tuple(one for one in inside if one.day > on),
        needs=card.needs,
    )
    if card.hours is None and any(one.hours is not None for one in inside) and card.complete:
        found = replace(found, needs=(StripNeed("hours"),))
    if found.needs or card.key_needs:
        return found
    members = {one.member.name: one for one in card.shares}
    about: dict[str, list[LedgerLine]] = {name: [] for name in members}
    for one in inside:
        for name in {one.municipality, one.to} - {""}:
            about.setdefault(name, []).append(one)
    strangers = sorted(about.keys() - members.keys(), key=lambda name: (sorting_key(name), name))
    balances = []
    for name in (*members, *strangers):
        share = members[name].strips if name in members else Fraction()
        start = StripBalance(name, members[name].member if name in members else None, share)
        balances.append(_of_one(start, card, costs, about[name], on, carried.get(name)))
    return replace(
        found,
        balances=tuple(balances),
        joint=_of_joint(card, costs, inside, on),
        products=by_product([one for one in inside if one.day <= on], card),
    )


def _of_one(
    start: StripBalance,
    card: StripCard,
    costs: Costs,
    lines: Sequence[LedgerLine],
    on: date,
    carried: Fraction | None,
) -> StripBalance:
    name, now = start.municipality, [one for one in lines if one.day <= on]
    told = [one for one in now if one.kind == "carry" and one.municipality == name]
    uses = [one for one in lines if one.kind == "use" and one.municipality == name]
    used = total_of((one for one in uses if one.day <= on), card)
    planned = total_of((one for one in uses if one.day > on), card)
    found = replace(
        start,
        carried=total_of(told, card) if told else (carried or Fraction()) if start.member else Fraction(),
        carried_by_line=bool(told),
        received=total_of((one for one in now if one.kind == "transfer" and one.to == name), card),
        given=total_of((one for one in now if one.kind == "transfer" and one.municipality == name), card),
        used=used,
        planned=planned,
        forecast=forecast_use(used, planned, period_of(costs, name, card.year), on),
    )
    return replace(found, signal=_signal(found, card.signal))


def _signal(balance: StripBalance, bound: Fraction) -> Signal:
    """Who may use nothing and uses something passes every bound."""
    agreed = max(balance.available, Fraction()) * bound
    if balance.used and balance.used >= agreed:
        return "used"
    return "forecast" if balance.forecast and balance.forecast >= agreed else ""


def _of_joint(card: StripCard, costs: Costs, lines: Sequence[LedgerLine], on: date) -> JointBalance:
    uses = [one for one in lines if one.kind == "joint"]
    used = total_of((one for one in uses if one.day <= on), card)
    planned = total_of((one for one in uses if one.day > on), card)
    return JointBalance(card.joint, used, planned, forecast_use(used, planned, period_of(costs, "", card.year), on))


def _taken_along(before: StripYear, most: Fraction) -> dict[str, Fraction]:
    """What is left of a year, as far as the setting lets it go along; who used too much starts anew."""
    return {one.municipality: min(max(one.left, Fraction()), one.share * most) for one in before.balances}


def _named(line: LedgerLine, initiative: Initiative) -> LedgerLine:
    """A line with the names of municipalities as the initiative has them, whatever capitals the ledger has."""
    names = {fold_name(one.name): one.name for one in initiative.municipalities}
    return replace(
        line,
        municipality=names.get(fold_name(line.municipality), line.municipality),
        to=names.get(fold_name(line.to), line.to),
    )
