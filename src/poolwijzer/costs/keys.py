"""The keys: how much each municipality counts, and what it pays by that, exact."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.assessment.costs import Key, RestKind
from poolwijzer.costs.bounds import Bounds, fit_bounds
from poolwijzer.costs.rounding import as_money, as_whole, round_money, share_by_weights, share_out
from poolwijzer.costs.values import Bound, Member, Need, NeedKind, Payment

Weights = Sequence[Fraction | int]
"""How much each counts beside the others."""
_UNITS: dict[str, NeedKind] = {
    "vast-aantal-dagen": "days",
    "betalen-naar-gebruik": "use",
    "inbreng-in-natura": "hours",
}


class Shared(NamedTuple):
    """What each pays, or what is needed before that can be known."""

    payments: tuple[Payment, ...] = ()
    needs: tuple[Need, ...] = ()


def share_pot(key: Key, pot: Decimal, members: Sequence[Member], *, total: Decimal, year: int | None) -> Shared:
    """Share what the municipalities pay together among them.

    Args:
        key: how.
        pot: what they pay together, in euros.
        members: who take part, at least one.
        total: what all of it costs; an assignment is paid for the part of it that municipalities pay.
        year: for assignments of a year.
    """
    if needs := find_needs(key, members):
        return Shared(needs=needs)
    if not pot and not key.least and key.kind != "inbreng-in-natura":
        return Shared(tuple(Payment(one, pot) for one in members))
    if key.kind == "inbreng-in-natura":
        return _in_kind(key, pot, members)
    direct = _direct(key, members, Fraction(pot) / Fraction(total) if total else Fraction(), year)
    weights = _weights(key, members) if direct is None else _with_rest(direct, key.rest, Fraction(pot), members)
    if not any(weights):
        return Shared(needs=(Need(_unit_of(key)),))
    return _paid(key, pot, members, weights, direct)


def find_needs(key: Key, members: Sequence[Member]) -> tuple[Need, ...]:
    """What of a key is not set for these municipalities; of numbers for each, for whom."""
    if key.kind == "vaste-basis-plus-opslag" and key.base is None:
        return (Need("base"),)
    if key.weights or key.kind == "gewichten":
        return _missing("weights", key.weights, members)
    if key.kind == "cofinanciering-per-opdracht" and not key.assignments:
        return (Need("assignments"),)
    unit = _UNITS.get(key.kind)
    if unit is None:
        return ()
    given = _units(key, members)
    needs = [*(_missing(unit, given, members) if unit != "hours" or given else ())]
    if key.kind == "inbreng-in-natura" and key.rest == "naar-rato":
        needs.append(Need("rest"))
    if key.price is None and (unit == "hours" or key.rest != "naar-rato"):
        needs.append(Need("price"))
    return tuple(needs)


def _unit_of(key: Key) -> NeedKind:
    return "assignments" if key.kind == "cofinanciering-per-opdracht" else _UNITS.get(key.kind, "weights")


def _missing(kind: NeedKind, given: Mapping[str, Fraction], members: Sequence[Member]) -> tuple[Need, ...]:
    if not given:
        return (Need(kind),)
    unknown = tuple(one.name for one in members if one.name not in given)
    return (Need(kind, unknown),) if unknown else ()


def _units(key: Key, members: Sequence[Member]) -> Mapping[str, Fraction]:
    """How many days, units or hours each has."""
    if key.kind == "vast-aantal-dagen":
        if key.days is None:
            return {}
        days = key.days if isinstance(key.days, dict) else dict.fromkeys((one.name for one in members), key.days)
        return {one.name: days[one.name] * one.part for one in members if one.name in days}
    return key.use if key.kind == "betalen-naar-gebruik" else key.hours


def _direct(key: Key, members: Sequence[Member], paid_part: Fraction, year: int | None) -> list[Fraction] | None:
    """What each pays for what it takes itself: a price times a number. Without a price the numbers alone."""
    if key.kind == "cofinanciering-per-opdracht":
        asked = [one for one in key.assignments if one.year in (None, year)]
        costs = {one.name: Fraction() for one in members}
        for one in asked:
            if one.municipality in costs:
                costs[one.municipality] += Fraction(one.amount) * paid_part
        return list(costs.values())
    if key.kind in ("vast-aantal-dagen", "betalen-naar-gebruik"):
        units, price = _units(key, members), Fraction(1 if key.price is None else key.price)
        return [units[one.name] * price for one in members]
    return None


def _weights(key: Key, members: Sequence[Member]) -> Weights:
    if key.kind == "gewichten":
        return [key.weights[one.name] * one.part for one in members]
    if key.kind == "vaste-basis-plus-opslag":
        base, equal, size = key.base or Fraction(), _equal(members), [_size(key, one) for one in members]
        return _mixed(base, equal, size)
    return _equal(members) if key.kind == "gelijke-delen" else _by_inhabitants(members)


def _mixed(base: Fraction, equal: Weights, size: Weights) -> Weights:
    """A part in equal parts, and the rest by size."""
    each, by = as_whole(equal), as_whole(size)
    all_equal, all_size = sum(each), sum(by)
    if not all_size:
        return [] if base < 1 else each
    # The same proportions without dividing each: whole numbers are quick, also for every municipality there is.
    own, rest = base.numerator * all_size, (base.denominator - base.numerator) * all_equal
    return [own * one + rest * other for one, other in zip(each, by, strict=True)]


def _size(key: Key, member: Member) -> Fraction | int:
    if key.weights:
        return key.weights[member.name] * member.part
    for one in key.sizes:
        if one.up_to is None or member.population <= one.up_to:
            return one.weight * member.part
    return _people(member)


def _people(member: Member) -> Fraction | int:
    return member.population if member.part == 1 else member.population * member.part


def _equal(members: Sequence[Member]) -> Weights:
    return [one.part for one in members]


def _by_inhabitants(members: Sequence[Member]) -> Weights:
    return list(map(_people, members))


def _with_rest(direct: Sequence[Fraction], rest: RestKind, pot: Fraction, members: Sequence[Member]) -> Weights:
    """In which proportion each pays, with its part of what prices do not cover.

    What they cover too much goes back in proportion.
    """
    left = pot - sum(direct)
    if left <= 0 or rest == "naar-rato":
        return list(direct)
    by = _equal(members) if rest == "gelijke-delen" else _by_inhabitants(members)
    whole = sum(by)
    return [own * whole + left * one for own, one in zip(direct, by, strict=True)]


def _paid(
    key: Key, pot: Decimal, members: Sequence[Member], weights: Weights, direct: Sequence[Fraction] | None
) -> Shared:
    cents, names = int(pot.scaleb(2)), [one.name for one in members]
    reached: Sequence[Bound] = [""] * len(members)
    if key.least is None and key.most is None and key.most_per_inhabitant is None:
        paid = share_by_weights(cents, weights, names)
    else:
        bounds = _bounds(key, members)
        fitted = fit_bounds(cents, weights, bounds)
        if fitted is None:
            return Shared(needs=(Need("bounds"),))
        paid = share_out(cents, fitted, names)
        reached = list(map(_bound, fitted, bounds))
    priced = direct if direct is not None and (key.price is not None or key.assignments) else [None] * len(members)
    return Shared(
        tuple(
            Payment(member, as_money(amount), bound, None if own is None else round_money(own))
            for member, amount, bound, own in zip(members, paid, reached, priced, strict=True)
        )
    )


def _bounds(key: Key, members: Sequence[Member]) -> list[Bounds]:
    """The least and the most that each pays, in whole cents; for a part of the year that part of it."""
    least, most, by_head = map(_cents, (key.least, key.most, key.most_per_inhabitant))
    found = []
    for one in members:
        limits = [limit for limit in (most, None if by_head is None else by_head * one.population) if limit is not None]
        low, high = least or 0, min(limits, default=None)
        if one.part != 1:
            # Rounded so that neither is passed; where both are one amount, that is rounded once.
            same = low == high
            low = -(-low * one.part.numerator // one.part.denominator)
            high = None if high is None else low if same else high * one.part.numerator // one.part.denominator
        found.append(Bounds(low, high))
    return found


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount.scaleb(2))


def _bound(quota: Fraction | int, limits: Bounds) -> Bound:
    if limits.most is not None and quota == limits.most:
        return "most"
    return "least" if limits.least and quota == limits.least else ""


def _in_kind(key: Key, pot: Decimal, members: Sequence[Member]) -> Shared:
    """A part of the whole for each, paid in hours as far as it brings them; the difference is settled in money."""
    by = _equal(members) if key.rest == "gelijke-delen" else _by_inhabitants(members)
    shared = _paid(key, pot, members, by, None)
    price = Fraction(key.price or 0)
    payments = []
    for one in shared.payments:
        brought = round_money(key.hours[one.member.name] * price) if key.hours else one.amount
        payments.append(Payment(one.member, one.amount - brought, one.bound, None, brought))
    return Shared(tuple(payments), shared.needs)
