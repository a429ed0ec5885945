"""The matching of offers and requests, from what was given to what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from poolwijzer.matching.fewest import find_fewest
from poolwijzer.matching.hours import find_most
from poolwijzer.matching.market import find_markets
from poolwijzer.matching.order import in_order, name_all
from poolwijzer.matching.outcome import Settled, find_assignments, find_missing
from poolwijzer.matching.part import Task
from poolwijzer.matching.program import check_library
from poolwijzer.matching.reasons import Reasons, rank_of
from poolwijzer.matching.shortage import find_days, find_shortages
from poolwijzer.matching.sweep import share_pools
from poolwijzer.matching.unmet import find_helped
from poolwijzer.matching.values import Matching, Met, Offer, Request, Rules, Used

T = TypeVar("T")


def match_capacity(offers: Sequence[Offer], requests: Sequence[Request], rules: Rules) -> Matching:
    """What is met from what: the most hours, then who goes first, then the fewest assignments.

    Raises:
        InputError: the library that solves the program is not installed.
        ValueError: an offer or request without hours, or whose period ends before it begins.
    """
    check_library()
    # From here on all is in an order of its own, so that the same gives the same in whatever order it was given.
    offered, asked = in_order(offers), in_order(requests)
    given, wanted = [offers[at] for at in offered], [requests[at] for at in asked]
    settled = _settle(given, wanted, rules)
    missing, days = find_missing(settled), find_days(settled, wanted)
    unmet = Reasons(rules, given, wanted, settled, missing, days).tell()
    lent, got = find_assignments(settled, given, wanted)
    return Matching(
        rules,
        _in_their_order(
            asked, [Met(one, sum(a.hours for a in got[at]), got[at], unmet.get(at)) for at, one in enumerate(wanted)]
        ),
        _in_their_order(offered, [Used(one, lent[at]) for at, one in enumerate(given)]),
        find_shortages(days, missing),
        _kinds((one for one in settled if not one.found.fewest), wanted),
        _kinds((one for one in settled if not one.found.drawn), wanted),
    )


def _settle(offers: Sequence[Offer], requests: Sequence[Request], rules: Rules) -> list[Settled]:
    offer_names, request_names = name_all(offers), name_all(requests)
    settled = []
    for market in find_markets(offers, requests, rules):
        ranks = [rank_of(one.municipality, rules) for one in market.demands]
        flow = find_most(market, ranks, [f"{request_names[one.of]} {one.first}" for one in market.demands])
        task = Task(market, ranks, offer_names, request_names)
        found = find_fewest(task, share_pools(market, flow))
        settled.append(Settled(market, found, find_helped(market, found.plan)))
    return settled


def _in_their_order(order: Sequence[int], told: Sequence[T]) -> tuple[T, ...]:
    """What is told in our order, in the order in which it was given."""
    back = dict(zip(order, told, strict=True))
    return tuple(back[at] for at in range(len(told)))


def _kinds(settled: Iterable[Settled], requests: Sequence[Request]) -> tuple[str, ...]:
    return tuple(sorted({requests[one.market.requests[0]].expertise for one in settled}))
