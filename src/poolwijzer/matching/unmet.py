"""Why hours are not met, and when more would help: the dual values of hours offered, as they are for one hour more.

An hour more on a day meets one hour more where it reaches a request that lacks hours, or one that then leaves an hour
of another day to who lacks it, and so on. Such a value is the same for every best plan; the dual values that a solver
gives are not, for where hours just suffice there are several.
"""

from __future__ import annotations

from poolwijzer.matching.hours import find_pools
from poolwijzer.matching.market import Market
from poolwijzer.matching.sweep import Plan


def find_helped(market: Market, plan: Plan) -> list[frozenset[int]]:
    """For every demand, the demands with too few hours of which one hour more for it could meet an hour.

    Args:
        market: the market.
        plan: who gives whom, with the most hours that can be met.
    """
    missing = [one.hours for one in market.demands]
    for (_, demand), hours in plan.items():
        missing[demand] -= hours
    givers = _find_givers(market, plan)
    helped: list[set[int]] = [set() for _ in market.demands]
    for lacking, hours in enumerate(missing):
        if hours:
            ahead, found = [lacking], {lacking}
            while ahead:
                more = givers[ahead.pop()] - found
                found |= more
                ahead += more
            for demand in found:
                helped[demand].add(lacking)
    return [frozenset(lacking) for lacking in helped]


def _find_givers(market: Market, plan: Plan) -> list[set[int]]:
    """For every demand, the demands of which it can take over an hour once they have one of elsewhere."""
    pools = find_pools(market)
    pool_of = {supply: at for at, pool in enumerate(pools) for supply in pool.supplies}
    users: list[set[int]] = [set() for _ in pools]
    used: dict[tuple[int, str], int] = {}
    for (supply, demand), hours in plan.items():
        users[pool_of[supply]].add(demand)
        who = pool_of[supply], market.demands[demand].municipality
        used[who] = used.get(who, 0) + hours
    givers: list[set[int]] = [set() for _ in market.demands]
    for at, pool in enumerate(pools):
        for demand in pool.reach:
            taker = market.demands[demand].municipality
            if used.get((at, taker), 0) < pool.own.get(taker, pool.hours + 1):
                givers[demand] |= users[at]
            else:  # what others have here it cannot have more of, so only what it has itself can change places
                givers[demand] |= {one for one in users[at] if market.demands[one].municipality == taker}
    return givers
