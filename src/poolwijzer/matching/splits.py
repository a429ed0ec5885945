"""As few pairs of an offer and a request as can be, with as many hours met as before.

A pair costs the same however many hours go by it. Such a program is hard to prove the best where it is large, so what
is larger than a bound is made better in parts, each small enough to be proven; then nobody says that the whole is the
best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poolwijzer.matching.part import Pair, Part, Task, cut_out, fill, limit_hours
from poolwijzer.matching.program import Program, Solution, solve
from poolwijzer.matching.sweep import Plan

MOST_ARCS = 60_000
"""So many ways at most from a piece of an offer to a piece of a request are priced all."""

LARGEST = 6
"""Of more, so many of the largest pairs of each offer and each request."""


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
    part = cut_out(task, plan, offers, requests)
    if not part.arcs:
        return Found(plan, fewest=True, drawn=True)
    before = len(part.used(task))
    program, pairs, least = _write(task, part)
    if before <= least and not redraw:
        return Found(plan, fewest=True, drawn=True)
    begin = _begin(task, part, pairs)
    counted = solve(program, nodes=nodes, start=begin)
    chosen = _choose(pairs, counted)
    if not chosen or (len(chosen) >= before and not redraw):
        return Found(plan, fewest=counted.best, drawn=counted.best and not redraw)
    best = counted.best
    if best:
        program.cost = [0.0] * len(part.arcs) + [float(task.draw(pair)) for pair in pairs]
        program.add_row(range(len(part.arcs), len(program.cost)), float(len(chosen)))
        drawn = solve(program, nodes=nodes, start=counted.values)
        chosen, best = _choose(pairs, drawn) or chosen, drawn.best
    return Found({**part.rest(plan), **fill(task, part, chosen)}, fewest=counted.best, drawn=best)


def prefer_large(task: Task, plan: Plan) -> Plan:
    """A plan that meets as much of every rank, in which hours go by pairs that can give many.

    It is the program of the fewest pairs without its choices, so it is quick, and near enough to begin with.
    """
    part = cut_out(task, plan, set(task.market.offers), set(task.market.requests))
    most = {pair: part.most(columns) for pair, columns in part.columns(task).items()}
    chosen = set(most)
    if len(part.arcs) > MOST_ARCS:
        # Then only by the ways that are used and the largest pairs of each, or it would not be quick.
        chosen = set()
        for end in (0, 1):
            by_end: dict[int, list[Pair]] = {}
            for pair in sorted(most, key=lambda pair: (-most[pair], task.draw(pair))):
                by_end.setdefault(pair[end], []).append(pair)
            chosen.update(pair for pairs in by_end.values() for pair in pairs[:LARGEST])
    return fill(task, part, chosen, lambda pair: (1 << 30) // most[pair])


def _choose(pairs: Sequence[Pair], solution: Solution) -> set[Pair]:
    """The pairs that a solution chooses; none where it is none."""
    choices = solution.values[len(solution.values) - len(pairs) :]
    return {pair for pair, value in zip(pairs, choices, strict=False) if value > 0.5}


def _write(task: Task, part: Part) -> tuple[Program, list[Pair], int]:
    """First a column of hours for every arc, and then of every pair whether it is there."""
    program = limit_hours(task, part, part.arcs)
    program.whole = len(part.arcs)
    program.cost = [0.0] * len(part.arcs)
    by_pair = part.columns(task)
    for columns in by_pair.values():
        choice = len(program.cost)
        program.cost.append(1.0)
        program.most.append(1.0)
        program.add_link(columns, choice, float(part.most(columns)))
        if len(columns) > 1:
            # Says nothing new of whole pairs, but much of a half of one, and that is what the search sees.
            for column in columns:
                program.add_link([column], choice, program.most[column])
    return program, list(by_pair), _tell_least(task, part, program, by_pair)


def _tell_least(task: Task, part: Part, program: Program, by_pair: dict[Pair, list[int]]) -> int:
    """Say how many pairs each needs for the hours that others cannot take over, and how many all need by that.

    It follows from the rows of hours, but the search only sees so after a long while.
    """
    most = [part.most(columns) for columns in by_pair.values()]
    needed = [0, 0]
    for end, hours_of in enumerate((part.give_at_least(task), part.get_at_least(task))):
        ways: dict[int, list[int]] = {}
        for at, pair in enumerate(by_pair):
            ways.setdefault(pair[end], []).append(at)
        for one, hours in hours_of.items():
            pairs = _count_needed(hours, sorted((most[at] for at in ways[one]), reverse=True))
            needed[end] += pairs
            if pairs:
                program.add_row([len(part.arcs) + at for at in ways[one]], float("inf"), least=float(pairs))
    return max(needed)


def _count_needed(hours: int, most: Sequence[int]) -> int:
    count = 0
    for can in most:
        if hours <= 0:
            break
        hours -= can
        count += 1
    return count


def _begin(task: Task, part: Part, pairs: Sequence[Pair]) -> list[float]:
    used = part.used(task)
    return [float(part.before.get(arc, 0)) for arc in part.arcs] + [float(pair in used) for pair in pairs]
