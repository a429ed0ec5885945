"""A part of a market: some offers and requests, with what all others leave them, as rows of a program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from poolwijzer.matching.market import Market
from poolwijzer.matching.order import draw_lot
from poolwijzer.matching.program import Program, in_whole, solve
from poolwijzer.matching.sweep import Plan

Pair = tuple[int, int]
"""The places of an offer and a request."""


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
class Part:
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

    def pair(self, task: Task, arc: tuple[int, int]) -> Pair:
        """The places of the offer and the request of an arc."""
        return task.pair(self.groups[arc[0]][0], arc[1])

    def rest(self, plan: Plan) -> Plan:
        """What of a plan goes to or comes from others."""
        return {arc: hours for arc, hours in plan.items() if arc[0] not in self.left or arc[1] not in self.wants}

    def used(self, task: Task) -> set[Pair]:
        """The pairs by which hours went before."""
        return {self.pair(task, arc) for arc in self.before}

    def columns(self, task: Task) -> dict[Pair, list[int]]:
        """Of every pair that there can be, the places of its arcs."""
        found: dict[Pair, list[int]] = {}
        for column, arc in enumerate(self.arcs):
            found.setdefault(self.pair(task, arc), []).append(column)
        return found

    def get_at_least(self, task: Task) -> dict[int, int]:
        """The hours of every request that others of its rank cannot take over, for they want too few."""
        wants, ranks, left = dict[int, int](), dict[int, int](), dict(self.totals)
        for demand in {demand for _, demand in self.arcs}:
            request, rank = task.market.demands[demand].of, task.ranks[demand]
            wants[request] = wants.get(request, 0) + self.wants[demand]
            ranks[request] = rank
            left[rank] = left.get(rank, 0) - self.wants[demand]
        return {one: hours + left[ranks[one]] for one, hours in wants.items()}

    def give_at_least(self, task: Task) -> dict[int, int]:
        """The hours of every offer that others cannot take over, for they have too few."""
        rooms = dict[int, int]()
        for group, room in zip(self.groups, self.room, strict=True):
            offer = task.market.supplies[group[0]].of
            rooms[offer] = rooms.get(offer, 0) + room
        left = sum(self.totals.values()) - sum(rooms.values())
        return {one: room + left for one, room in rooms.items()}

    def most(self, columns: Sequence[int]) -> int:
        """How many hours can go by a pair with these arcs."""
        groups, demands = ({self.arcs[column][end] for column in columns} for end in (0, 1))
        return min(sum(self.room[at] for at in groups), sum(self.wants[at] for at in demands))


def cut_out(task: Task, plan: Plan, offers: set[int], requests: set[int]) -> Part:
    """The part with these offers and requests."""
    market = task.market
    left = {at: one.hours for at, one in enumerate(market.supplies) if one.of in offers}
    wants = {at: one.hours for at, one in enumerate(market.demands) if one.of in requests}
    totals: dict[int, int] = {}
    inside: Plan = {}
    for (supply, demand), hours in plan.items():
        if supply in left and demand in wants:
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
    return Part(groups, left, [sum(left[at] for at in one) for one in groups], arcs, wants, totals, before)


def limit_hours(task: Task, part: Part, arcs: Sequence[tuple[int, int]]) -> Program:
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


def fill(task: Task, part: Part, chosen: set[Pair], price: Callable[[Pair], int] | None = None) -> Plan:
    """The hours of pairs at the least cost, and then by lot.

    Args:
        task: the market.
        part: the part of it.
        chosen: the pairs by which hours may go; with these can be met what was met before.
        price: of an hour of a pair, far more than lots differ; where there is one, hours may also go as before.
    """
    arcs = [arc for arc in part.arcs if part.pair(task, arc) in chosen or (price and arc in part.before)]
    program = limit_hours(task, part, arcs)
    program.cost = [
        float((price(part.pair(task, arc)) if price else 0) + _draw_arc(task, part.groups[arc[0]][0], arc[1]))
        for arc in arcs
    ]
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
