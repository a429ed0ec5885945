"""Offers and requests of one expertise that have to do with each other, cut where hours can go different ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from poolwijzer.costs.rounding import share_out
from poolwijzer.matching.values import Offer, Request, Rules, Spread


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole hours of an offer or a request, on days that need not be told apart.

    Attributes:
        of: The place of the offer or the request.
        municipality: Whose it is.
        first: The first day, by its number.
        last: The last day.
        hours: Above zero.
    """

    of: int
    municipality: str
    first: int
    last: int
    hours: int

    def meets(self, other: Piece) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Market:
    """Offers and requests that have to do with each other, directly or through others.

    Attributes:
        offers: Their places.
        requests: Their places.
        supplies: The pieces of the offers.
        demands: The pieces of the requests.
        reach: For every supply, the demands with which it shares a day, by their place in `demands`.
        own: Whether a municipality may be given its own hours.
    """

    offers: tuple[int, ...]
    requests: tuple[int, ...]
    supplies: tuple[Piece, ...]
    demands: tuple[Piece, ...]
    reach: tuple[tuple[int, ...], ...]
    own: bool

    def may(self, supply: Piece, demand: Piece) -> bool:
        """Whether the one may go to the other, where they share a day."""
        return self.own or supply.municipality != demand.municipality


def find_markets(offers: Sequence[Offer], requests: Sequence[Request], rules: Rules) -> list[Market]:
    """The markets that there are.

    An offer that nobody wants is in none; a request that nobody can meet is alone in one.

    Args:
        offers: in an order that does not depend on who wrote them down.
        requests: in such an order.
        rules: how hours lie in a period, and whether own hours count.
    """
    by_kind: dict[str, tuple[list[Piece], list[Piece]]] = {}
    for at, offer in enumerate(offers):
        by_kind.setdefault(offer.expertise, ([], []))[0].append(_as_piece(at, offer))
    for at, request in enumerate(requests):
        by_kind.setdefault(request.expertise, ([], []))[1].append(_as_piece(at, request))
    markets = []
    for kind in sorted(by_kind):
        cuts = _find_cuts(*by_kind[kind], rules)
        markets += [_cut_market(*together, cuts, rules) for together in _find_together(*by_kind[kind], own=rules.own)]
    return markets


def _as_piece(at: int, one: Offer | Request) -> Piece:
    if one.hours < 1 or one.last < one.first:
        raise ValueError(f"no hours, or a period that ends before it begins: {one}")
    return Piece(at, one.municipality, one.first.toordinal(), one.last.toordinal(), one.hours)


def _find_together(
    offers: list[Piece], requests: list[Piece], *, own: bool
) -> Iterable[tuple[list[Piece], list[Piece]]]:
    """Groups of which nobody can give to or get from another group."""
    partners = [
        [
            at
            for at, asked in enumerate(requests)
            if one.meets(asked) and (own or one.municipality != asked.municipality)
        ]
        for one in offers
    ]
    givers: dict[int, list[int]] = {}
    for at, reached in enumerate(partners):
        for to in reached:
            givers.setdefault(to, []).append(at)
    left = {at for at, reached in enumerate(partners) if reached}
    while left:
        found, ahead = set[int](), [min(left)]
        taken = set(ahead)
        while ahead:
            for to in partners[ahead.pop()]:
                if to not in found:
                    found.add(to)
                    more = [giver for giver in givers[to] if giver not in taken]
                    taken.update(more)
                    ahead += more
        left -= taken
        yield [offers[at] for at in sorted(taken)], [requests[at] for at in sorted(found)]
    yield from (([], [one]) for at, one in enumerate(requests) if at not in givers)


def _find_cuts(offers: list[Piece], requests: list[Piece], rules: Rules) -> tuple[list[int], list[int]]:
    """The days on which offers are cut, and requests: where the others begin or end, for there the ways part.

    Where both lie evenly, hours of the one meet hours of the other on the same days, so both are cut on all of them.
    """
    of_offers, of_requests = (
        {day for one in pieces for day in (one.first, one.last + 1)} for pieces in (offers, requests)
    )
    if rules.offered == rules.asked == "evenly":
        of_offers = of_requests = of_offers | of_requests
    return sorted(of_requests), sorted(of_offers)


def _cut_market(offers: list[Piece], requests: list[Piece], cuts: tuple[list[int], list[int]], rules: Rules) -> Market:
    supplies, demands = _cut_all(offers, cuts[0], rules.offered), _cut_all(requests, cuts[1], rules.asked)
    reach = tuple(tuple(at for at, asked in enumerate(demands) if one.meets(asked)) for one in supplies)
    return Market(
        tuple(one.of for one in offers), tuple(one.of for one in requests), supplies, demands, reach, rules.own
    )


def _cut_all(pieces: Iterable[Piece], cuts: Sequence[int], spread: Spread) -> tuple[Piece, ...]:
    if spread == "anywhere":
        return tuple(pieces)
    return tuple(part for one in pieces for part in cut_evenly(one, cuts))


def cut_evenly(piece: Piece, cuts: Sequence[int]) -> Iterable[Piece]:
    """Parts of a piece between the days at which it is cut, each with its part of the hours."""
    starts = [piece.first, *(day for day in cuts if piece.first < day <= piece.last)]
    ends = [*(day - 1 for day in starts[1:]), piece.last]
    days = piece.last - piece.first + 1
    quotas = [Fraction(piece.hours * (end - start + 1), days) for start, end in zip(starts, ends, strict=True)]
    hours = share_out(piece.hours, quotas, [f"{start:08d}" for start in starts])
    return (
        Piece(piece.of, piece.municipality, start, end, part)
        for start, end, part in zip(starts, ends, hours, strict=True)
        if part
    )
