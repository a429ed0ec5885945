"""The most hours that can be met in a market, and as many as can be of who goes first.

Both come from one program. Which hours can be met together is a polymatroid: who is served first takes from others, but
never from the whole. So the most of what counts for more is also the most of all.

Supplies that reach the same demands are one pool here, for it does not matter yet who gives. What a municipality may
not take from itself is a limit on what it gets out of a pool; no other limit is needed (Hall's theorem).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poolwijzer.matching.market import Market
from poolwijzer.matching.order import draw_lot
from poolwijzer.matching.program import Program, in_whole, solve


@dataclass(frozen=True, slots=True)
class Pool:
    """Supplies that reach the same demands.

    Attributes:
        supplies: Their places in the market.
        reach: The places of the demands.
        hours: Of all together.
        own: Of each municipality that both gives and asks here: the hours that it may get.
    """

    supplies: tuple[int, ...]
    reach: tuple[int, ...]
    hours: int
    own: dict[str, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes out of pools to demands.

    Attributes:
        pools: The pools of the market.
        hours: By the place of a pool and that of a demand, above zero.
    """

    pools: tuple[Pool, ...]
    hours: dict[tuple[int, int], int]


def find_pools(market: Market) -> tuple[Pool, ...]:
    """The pools of a market, in the order of its supplies."""
    by_reach: dict[tuple[int, ...], list[int]] = {}
    for at, reach in enumerate(market.reach):
        if reach:
            by_reach.setdefault(reach, []).append(at)
    return tuple(_as_pool(market, supplies, reach) for reach, supplies in by_reach.items())


def _as_pool(market: Market, supplies: list[int], reach: tuple[int, ...]) -> Pool:
    hours = sum(market.supplies[at].hours for at in supplies)
    own: dict[str, int] = {}
    if not market.own:
        asking = {market.demands[at].municipality for at in reach}
        for one in (market.supplies[at] for at in supplies):
            if one.municipality in asking:
                own[one.municipality] = own.get(one.municipality, hours) - one.hours
    return Pool(tuple(supplies), reach, hours, own)


def find_most(market: Market, ranks: Sequence[int], names: Sequence[str]) -> Flow:
    """The most hours, by rank, and of the ways to meet these the one that a lot points out.

    Args:
        market: the market.
        ranks: of each demand; the lowest goes first.
        names: of each demand, such that no other has it.
    """
    pools = find_pools(market)
    if not pools:
        return Flow((), {})
    arcs = [(at, demand) for at, pool in enumerate(pools) for demand in pool.reach]
    steps = sorted(set(ranks))
    program = _limit(market, pools, arcs)
    program.cost = [steps.index(ranks[demand]) - float(len(steps)) for _, demand in arcs]
    most = in_whole(solve(program).values)
    for rank in steps:
        columns = [column for column, (_, demand) in enumerate(arcs) if ranks[demand] == rank]
        total = float(sum(most[column] for column in columns))
        program.add_row(columns, total, least=total)
    program.cost = [float(draw_lot(names[demand], str(at))) for at, demand in arcs]
    drawn = in_whole(solve(program).values)
    return Flow(pools, {arc: hours for arc, hours in zip(arcs, drawn, strict=True) if hours})


def _limit(market: Market, pools: Sequence[Pool], arcs: Sequence[tuple[int, int]]) -> Program:
    """No more out of a pool than is in it, and no more to a demand than it asks."""
    program = Program(most=[float(market.demands[demand].hours) for _, demand in arcs])
    by_demand: dict[int, list[int]] = {}
    column = 0
    for pool in pools:
        columns = range(column, column := column + len(pool.reach))
        program.add_row(columns, float(pool.hours))
        for municipality, hours in pool.own.items():
            theirs = [at for at in columns if market.demands[arcs[at][1]].municipality == municipality]
            program.add_row(theirs, float(hours))
    for at, (_, demand) in enumerate(arcs):
        by_demand.setdefault(demand, []).append(at)
    for demand, columns_of in by_demand.items():
        program.add_row(columns_of, float(market.demands[demand].hours))
    return program
