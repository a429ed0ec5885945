"""The matching once more, plainly: hours cut by the day, and every way to share them tried one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from poolwijzer.matching.reasons import rank_of
from poolwijzer.matching.values import Matching, Offer, Request, Rules

Part = tuple[int, date, date, int]
"""The place of an offer or a request, a first and a last day, and hours."""
Score = tuple[int, tuple[int, ...], int]
"""Hours met, hours met of each rank, and how few pairs."""


def cut(rows: Sequence[Offer] | Sequence[Request], days: set[date], *, evenly: bool) -> list[Part]:
    """Hours between the days that count, as whole numbers that add up."""
    parts: list[Part] = []
    for at in range(len(rows)):
        one = rows[at]
        if not evenly:
            parts.append((at, one.first, one.last, one.hours))
            continue
        edges = [one.first, *sorted(day for day in days if one.first < day <= one.last), one.last + timedelta(1)]
        length = (one.last - one.first).days + 1
        lengths = [(after - before).days for before, after in pairwise(edges)]
        hours = [one.hours * days // length for days in lengths]
        rest = [one.hours * days % length for days in lengths]
        order = sorted(range(len(rest)), key=lambda k: (-rest[k], -lengths[k], k))
        for k in order[: one.hours - sum(hours)]:
            hours[k] += 1
        parts += [(at, edges[k], edges[k + 1] - timedelta(1), hours[k]) for k in range(len(hours)) if hours[k]]
    return parts


def edges_of(rows: list[Offer] | list[Request]) -> set[date]:
    """The days on which something begins, or has just ended."""
    return {day for one in rows for day in (one.first, one.last + timedelta(1))}


def cut_both(offers: list[Offer], requests: list[Request], rules: Rules) -> tuple[list[Part], list[Part]]:
    """The parts of both, cut where the other begins or ends, and where both are even by each other too."""
    both = edges_of(offers) | edges_of(requests)
    even = rules.offered == rules.asked == "evenly"
    return (
        cut(offers, both if even else edges_of(requests), evenly=rules.offered == "evenly"),
        cut(requests, both if even else edges_of(offers), evenly=rules.asked == "evenly"),
    )


def find_arcs(
    offers: list[Offer], requests: list[Request], supplies: list[Part], demands: list[Part], rules: Rules
) -> list[tuple[int, int]]:
    """Which part may go to which."""
    return [
        (s, d)
        for s, (o, first, last, _) in enumerate(supplies)
        for d, (r, begin, end, _) in enumerate(demands)
        if first <= end and begin <= last and (rules.own or offers[o].municipality != requests[r].municipality)
    ]


def every_way(arcs: list[tuple[int, int]], left: list[int], wants: list[int]) -> Iterator[dict[tuple[int, int], int]]:
    """Every way to give whole hours."""
    if not arcs:
        yield {}
        return
    (s, d), *rest = arcs
    for hours in range(min(left[s], wants[d]) + 1):
        left[s] -= hours
        wants[d] -= hours
        for way in every_way(rest, left, wants):
            yield {(s, d): hours, **way} if hours else way
        left[s] += hours
        wants[d] += hours


def ranks_of(requests: list[Request], rules: Rules) -> list[int]:
    """The ranks that there are, the first first."""
    return sorted({rank_of(one.municipality, rules) for one in requests})


def best_score(offers: list[Offer], requests: list[Request], rules: Rules) -> Score:
    """What the best of all ways comes to."""
    supplies, demands = cut_both(offers, requests, rules)
    arcs = find_arcs(offers, requests, supplies, demands, rules)
    best: Score = (0, tuple(0 for _ in ranks_of(requests, rules)), 0)
    for way in every_way(arcs, [one[3] for one in supplies], [one[3] for one in demands]):
        by_rank = dict.fromkeys(ranks_of(requests, rules), 0)
        for (_, d), hours in way.items():
            by_rank[rank_of(requests[demands[d][0]].municipality, rules)] += hours
        pairs = {(supplies[s][0], demands[d][0]) for s, d in way}
        best = max(best, (sum(way.values()), tuple(by_rank.values()), -len(pairs)))
    return best


def score_of(matching: Matching, requests: list[Request]) -> Score:
    """What a matching comes to."""
    by_rank = dict.fromkeys(ranks_of(requests, matching.rules), 0)
    for one in matching.requests:
        by_rank[rank_of(one.request.municipality, matching.rules)] += one.hours
    return matching.hours, tuple(by_rank.values()), -len(matching.assignments)


def greedy_hours(offers: list[Offer], requests: list[Request], rules: Rules) -> int:
    """The hours that are met where everybody takes in turn what is there."""
    supplies, demands = cut_both(offers, requests, rules)
    left, wants = [one[3] for one in supplies], [one[3] for one in demands]
    met = 0
    for s, d in sorted(find_arcs(offers, requests, supplies, demands, rules), key=lambda arc: (arc[1], arc[0])):
        hours = min(left[s], wants[d])
        left[s] -= hours
        wants[d] -= hours
        met += hours
    return met
