"""From what goes out of pools to who gives whom: a beginning for the search, with few pairs but not yet the fewest."""

from __future__ import annotations

from poolwijzer.matching.hours import Flow, Pool
from poolwijzer.matching.market import Market

Plan = dict[tuple[int, int], int]
"""Hours by the place of a supply and that of a demand, above zero."""


def share_pools(market: Market, flow: Flow) -> Plan:
    """Let supplies give what goes out of their pools, first to whom they already give."""
    out: dict[int, dict[int, int]] = {}
    for (pool, demand), hours in flow.hours.items():
        out.setdefault(pool, {})[demand] = hours
    plan: Plan = {}
    given: dict[tuple[int, int], int] = {}
    for at, wanted in sorted(out.items(), key=lambda one: market.supplies[flow.pools[one[0]].supplies[0]].first):
        for (supply, demand), hours in _share_pool(market, flow.pools[at], wanted, given).items():
            plan[supply, demand] = hours
            pair = market.supplies[supply].of, market.demands[demand].of
            given[pair] = given.get(pair, 0) + hours
    return plan


def _share_pool(market: Market, pool: Pool, wanted: dict[int, int], given: dict[tuple[int, int], int]) -> Plan:
    left = {at: market.supplies[at].hours for at in pool.supplies}
    wanted = dict(wanted)
    plan: Plan = {}
    while wanted:
        room = _find_room(market, pool, left, wanted)
        # Whoever is next finds somebody: two others that find just enough would leave nothing to want for a third.
        demand = max(wanted, key=lambda at: (wanted[at], -at))
        asks = market.demands[demand].of
        most = {supply: _most(market, supply, demand, left, wanted, room) for supply in left}
        supply = max(
            (at for at in most if most[at]),
            key=lambda at: (given.get((market.supplies[at].of, asks), 0), most[at], -at),
        )
        hours = most[supply]
        plan[supply, demand] = plan.get((supply, demand), 0) + hours
        for amounts, at in ((left, supply), (wanted, demand)):
            amounts[at] -= hours
            if not amounts[at]:
                del amounts[at]
    return plan


def _find_room(market: Market, pool: Pool, left: dict[int, int], wanted: dict[int, int]) -> dict[str, int]:
    """Of each municipality that both gives and asks, how much may go by it before it finds too little of others."""
    total = sum(left.values())
    room = dict.fromkeys(pool.own, total)
    for amounts, pieces in ((left, market.supplies), (wanted, market.demands)):
        for at, hours in amounts.items():
            if pieces[at].municipality in room:
                room[pieces[at].municipality] -= hours
    return room


def _most(
    market: Market, supply: int, demand: int, left: dict[int, int], wanted: dict[int, int], room: dict[str, int]
) -> int:
    """How much the one may give the other, so that all others can still get what they want."""
    gives, asks = market.supplies[supply], market.demands[demand]
    if not market.may(gives, asks):
        return 0
    others = (
        free for municipality, free in room.items() if municipality not in (gives.municipality, asks.municipality)
    )
    return min(left[supply], wanted[demand], *others)
