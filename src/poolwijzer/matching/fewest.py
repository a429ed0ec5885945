"""The search for the fewest pairs: the whole at once where that can be proven, else parts of it, one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from poolwijzer.matching.order import draw_lot
from poolwijzer.matching.part import Pair, Task
from poolwijzer.matching.splits import MOST_ARCS, Found, prefer_large, search
from poolwijzer.matching.sweep import Plan

MOST_PAIRS = 200
"""Of so many possible pairs at most, the whole is searched at once too."""

MOST_WAYS = 600
"""Of so many ways at most between pieces of offers and requests; with odd dates a pair has many."""

MOST_NODES = 30
"""So many branches at most; a number and no time, so that a slow computer gives the same answer."""

PART_PAIRS = 28
"""Of so many possible pairs is a part, which then takes a moment: nobody who wants to stop it waits long."""

PART_NODES = 200
"""So many branches of a part, which nearly always suffice to prove it."""

MOST_SEARCHES = 300
"""So many parts of a market at most."""

MOST_SEARCHES_OF_MANY = 120
"""So many where there are more than `MOST_ARCS` ways, for then each takes longer."""

ROUNDS = 3
"""How often everybody is the middle of a part."""


def find_fewest(task: Task, plan: Plan) -> Found:
    """A plan with as few pairs as was found, that meets as much of every rank as this one."""
    market = task.market
    possible, ways = _find_possible(task), sum(map(len, market.reach))
    everybody = set(market.offers), set(market.requests)
    if len(possible) <= PART_PAIRS:
        return search(task, plan, *everybody, MOST_NODES, redraw=True)
    plan = min(plan, prefer_large(task, plan), key=lambda one: len(task.pairs_of(one)))
    most = MOST_SEARCHES if ways <= MOST_ARCS else MOST_SEARCHES_OF_MANY
    parts = _improve_parts(task, plan, possible, most)
    if len(possible) > MOST_PAIRS or ways > MOST_WAYS:
        return parts
    # Parts are proven, so that every version of the library gives the same. The whole proves that no fewer can do; what
    # it finds itself goes before only where it needs fewer.
    whole = search(task, parts.plan, *everybody, MOST_NODES, redraw=False)
    return Found(parts.plan, whole.fewest, parts.drawn) if whole.plan is parts.plan else whole


def _find_possible(task: Task) -> set[Pair]:
    market = task.market
    return {
        (gives.of, market.demands[to].of)
        for gives, reach in zip(market.supplies, market.reach, strict=True)
        for to in reach
        if market.may(gives, market.demands[to])
    }


def _improve_parts(task: Task, plan: Plan, possible: set[Pair], most: int) -> Found:
    could, used = _Links(possible), task.pairs_of(plan)
    linked = _Links(used)
    drawn = True
    tried = set[tuple[frozenset[int], frozenset[int]]]()
    for number in range(ROUNDS):
        before = len(used)
        for middle in task.market.requests:
            offers, requests = _gather(task, could, linked, middle, str(number))
            if (part := (frozenset(offers), frozenset(requests))) in tried or len(tried) >= most:
                continue
            tried.add(part)
            found = search(task, plan, offers, requests, PART_NODES, redraw=False)
            drawn = drawn and found.drawn
            if found.plan is not plan:
                plan, used = found.plan, task.pairs_of(found.plan)
                linked = _Links(used)
        if len(used) == before:
            break
    return Found(plan, fewest=False, drawn=drawn)


class _Links:
    """Pairs, by either end."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.offers_of: dict[int, set[int]] = {}
        self.requests_of: dict[int, set[int]] = {}
        for offer, request in pairs:
            self.offers_of.setdefault(request, set()).add(offer)
            self.requests_of.setdefault(offer, set()).add(request)


def _gather(task: Task, could: _Links, linked: _Links, middle: int, number: str) -> tuple[set[int], set[int]]:
    """A part around a request: who gives to it, to whom these give too, and so on; and then others who could."""
    requests, offers = {middle}, set[int]()
    pairs = 0
    for links in (linked, could):
        ahead = deque([*((one, False) for one in sorted(requests)), *((one, True) for one in sorted(offers))])
        while ahead and pairs < PART_PAIRS:
            at, gives = ahead.popleft()
            names = task.request_names if gives else task.offer_names
            others = links.requests_of.get(at, set()) if gives else links.offers_of.get(at, set())
            known, back, there = (requests, could.offers_of, offers) if gives else (offers, could.requests_of, requests)
            for one in sorted(others - known, key=lambda one: draw_lot(names[one], number)):
                more = len(back[one] & there)
                if pairs + more > PART_PAIRS:
                    continue
                known.add(one)
                pairs += more
                ahead.append((one, not gives))
    return offers, requests
