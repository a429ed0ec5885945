"""As few pairs of an offer and a request as can be, with as many hours met as before.

A pair costs the same however many hours go by it. Such a program is hard to prove the best where it is large, so what
is larger than a bound is made better in parts, each small enough to be proven; then nobody says that the whole is the
best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poolwijzer.matching.market import Market
from poolwijzer.matching.order import draw_lot
from poolwijzer.matching.program import Program, Solution, in_whole, solve
from poolwijzer.matching.sweep import Plan

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Task:
    """A market, and what is known of who asks and gives in it.

    Attributes:
        ranks: Of each demand; what is met of every rank stays.
        offer_names: Of each offer by its place, such that no other has it.
        request_names: Of each request by its place.
    """

    market: Market
    ranks: Sequence[int]
    offer_names: Sequence[str]
    request_names: Sequence[str]

    def pair(self, supply: int, demand: int) -> Pair:
        """The places of the offer and the request of two pieces."""
        return self.market.supplies[supply].of, self.market.demands[demand].of

    def draw(self, pair: Pair, *more: str) -> int:
        """The lot of a pair."""
        return draw_lot(self.offer_names[pair[0]], self.request_names[pair[1]], *more)

    def pairs_of(self, plan: Plan) -> set[Pair]:
        """The pairs by which hours go."""
        return {self.pair(*arc) for arc in plan}


@dataclass(frozen=True, slots=True)
class _Part:
    """Offers and requests of a market, with what the rest leaves them.

    Attributes:
        groups: Supplies of one offer that reach the same demands, which are one here.
        left: The hours of each supply.
        room: The hours of each group.
        arcs: Of a group to a demand.
        wants: The hours of a demand.
        totals: What has to be met of every rank.
        before: What goes by each arc before.
    """

    groups: list[list[int]]
    left: dict[int, int]
    room: list[int]
    arcs: list[tuple[int, int]]
    wants: dict[int, int]
    totals: dict[int, int]
    before: Plan


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search.

    Attributes:
        plan: The plan.
        fewest: Whether no fewer pairs can do.
        drawn: Whether of all plans with as few it is the one with the least lots, so that no other way to search would
            come to another.
    """

    plan: Plan
    fewest: bool
    drawn: bool


def search(task: Task, plan: Plan, offers: set[int], requests: set[int], nodes: int, *, redraw: bool) -> Found:
    """The plan with the fewest pairs among these offers and requests; what goes to or comes from others stays.

    Args:
        task: the market.
        plan: a plan that meets what can be met.
        offers: the offers that may be shared out otherwise.
        requests: the requests that may get it of others.
        nodes: how far is searched at most.
        redraw: whether to draw a lot among the plans with as few pairs where none has fewer than the plan before.
    """
    part = _cut_out(task, plan, offers, requests)
    if not part.arcs:
        return Found(plan, fewest=True, drawn=True)
    program, pairs = _write(task, part)
    begin = _begin(task, part, pairs)
    before = sum(map(round, begin[len(part.arcs) :]))
    if before < 2 and not redraw:
        return Found(plan, fewest=True, drawn=True)
    counted = solve(program, nodes=nodes, start=begin)
    chosen = _choose(pairs, counted)
    if not chosen or (len(chosen) >= before and not redraw):
        return Found(plan, fewest=counted.best, drawn=not redraw)
    program.cost = [0.0] * len(part.arcs) + [float(task.draw(pair)) for pair in pairs]
    program.add_row(range(len(part.arcs), len(program.cost)), float(len(chosen)))
    drawn = solve(program, nodes=nodes, start=counted.values)
    kept = {arc: hours for arc, hours in plan.items() if not _inside(task, arc, offers, requests)}
    filled = _fill(task, part, _choose(pairs, drawn) or chosen)
    return Found({**kept, **filled}, fewest=counted.best, drawn=drawn.best)


def _choose(pairs: Sequence[Pair], solution: Solution) -> set[Pair]:
    """The pairs that a solution chooses; none where it is none."""
    choices = solution.values[len(solution.values) - len(pairs) :]
    return {pair for pair, value in zip(pairs, choices, strict=False) if value > 0.5}


def _inside(task: Task, arc: tuple[int, int], offers: set[int], requests: set[int]) -> bool:
    offer, request = task.pair(*arc)
    return offer in offers and request in requests


def _cut_out(task: Task, plan: Plan, offers: set[int], requests: set[int]) -> _Part:
    market = task.market
    left = {at: one.hours for at, one in enumerate(market.supplies) if one.of in offers}
    wants = {at: one.hours for at, one in enumerate(market.demands) if one.of in requests}
    totals: dict[int, int] = {}
    inside: Plan = {}
    for (supply, demand), hours in plan.items():
        if _inside(task, (supply, demand), offers, requests):
            inside[supply, demand] = hours
            totals[task.ranks[demand]] = totals.get(task.ranks[demand], 0) + hours
        elif supply in left:
            left[supply] -= hours
        elif demand in wants:
            wants[demand] -= hours
    together: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for at in left:
        gives = market.supplies[at]
        reach = tuple(to for to in market.reach[at] if wants.get(to) and market.may(gives, market.demands[to]))
        if left[at] and reach:
            together.setdefault((gives.of, reach), []).append(at)
    groups = list(together.values())
    arcs = [(group, to) for group, (_, reach) in enumerate(together) for to in reach]
    group_of = {at: group for group, members in enumerate(groups) for at in members}
    before: Plan = {}
    for (supply, demand), hours in inside.items():
        arc = group_of[supply], demand
        before[arc] = before.get(arc, 0) + hours
    return _Part(groups, left, [sum(left[at] for at in one) for one in groups], arcs, wants, totals, before)


def _write(task: Task, part: _Part) -> tuple[Program, list[Pair]]:
    """First a column of hours for every arc, and then of every pair whether it is there."""
    program = _limit_hours(task, part, part.arcs)
    by_pair: dict[Pair, list[int]] = {}
    for column, (group, demand) in enumerate(part.arcs):
        by_pair.setdefault(task.pair(part.groups[group][0], demand), []).append(column)
    program.whole = len(part.arcs)
    program.cost = [0.0] * len(part.arcs)
    for columns in by_pair.values():
        choice = len(program.cost)
        program.cost.append(1.0)
        program.most.append(1.0)
        groups, demands = ({part.arcs[column][end] for column in columns} for end in (0, 1))
        most = min(sum(part.room[at] for at in groups), sum(part.wants[at] for at in demands))
        program.add_link(columns, choice, float(most))
        if (
            len(columns) > 1
        ):  # says nothing new of whole pairs, but much of parts of them, which is what the search sees
            for column in columns:
                program.add_link([column], choice, program.most[column])
    return program, list(by_pair)


def _unnamed(part: _Part) -> Plan:
    return {(part.groups[group][0], demand): hours for (group, demand), hours in part.before.items()}


def _limit_hours(task: Task, part: _Part, arcs: Sequence[tuple[int, int]]) -> Program:
    """A column of hours for every arc, with what each can give and wants, and what is met of every rank."""
    program = Program(most=[float(min(part.room[group], part.wants[demand])) for group, demand in arcs])
    for group, columns in _columns_by([group for group, _ in arcs]).items():
        program.add_row(columns, float(part.room[group]))
    for demand, columns in _columns_by([demand for _, demand in arcs]).items():
        program.add_row(columns, float(part.wants[demand]))
    by_rank = _columns_by([task.ranks[demand] for _, demand in arcs])
    for rank, total in part.totals.items():
        program.add_row(by_rank.get(rank, []), float(total), least=float(total))
    return program


def _columns_by(of: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for column, one in enumerate(of):
        found.setdefault(one, []).append(column)
    return found


def _begin(task: Task, part: _Part, pairs: Sequence[Pair]) -> list[float]:
    used = task.pairs_of(_unnamed(part))
    return [float(part.before.get(arc, 0)) for arc in part.arcs] + [float(pair in used) for pair in pairs]


def _fill(task: Task, part: _Part, chosen: set[Pair]) -> Plan:
    """The hours of pairs, by lot."""
    arcs = [arc for arc in part.arcs if task.pair(part.groups[arc[0]][0], arc[1]) in chosen]
    program = _limit_hours(task, part, arcs)
    program.cost = [float(_draw_arc(task, part.groups[group][0], demand)) for group, demand in arcs]
    values = solve(program).values
    found: Plan = {}
    left = dict(part.left)
    for (group, demand), hours in zip(arcs, in_whole(values), strict=True):
        for supply in part.groups[group]:
            if given := min(hours, left[supply]):
                found[supply, demand] = given
                left[supply] -= given
                hours -= given
    return found


def _draw_arc(task: Task, supply: int, demand: int) -> int:
    days = task.market.supplies[supply].first, task.market.demands[demand].first
    return task.draw(task.pair(supply, demand), *map(str, days))
