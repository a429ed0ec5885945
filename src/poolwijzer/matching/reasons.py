"""Why a request does not get all its hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from poolwijzer.matching.outcome import Lack, Settled
from poolwijzer.matching.shortage import Days, find_help
from poolwijzer.matching.values import Offer, Request, Rules, Unmet, Why


def rank_of(municipality: str, rules: Rules) -> int:
    """The place of a municipality in the row: the lowest goes first."""
    return rules.priority.get(municipality, max(rules.priority.values(), default=0) + 1)


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is needed to tell why.

    Attributes:
        rules: What was agreed.
        offers: All of them.
        requests: All of them.
        settled: What came of the markets.
        missing: Hours that are not met, by demand.
        days: When one hour more would help, by expertise.
    """

    rules: Rules
    offers: Sequence[Offer]
    requests: Sequence[Request]
    settled: Sequence[Settled]
    missing: Mapping[Lack, int]
    days: Mapping[str, Sequence[Days]]

    def tell(self) -> dict[int, Unmet]:
        """Of every request that lacks hours, by its place."""
        lacks: dict[int, dict[Lack, int]] = {}
        for (number, demand), hours in self.missing.items():
            at = self.settled[number].market.demands[demand].of
            lacks.setdefault(at, {})[number, demand] = hours
        return {at: self._tell_one(at, theirs) for at, theirs in lacks.items()}

    def _tell_one(self, at: int, lacks: dict[Lack, int]) -> Unmet:
        request = self.requests[at]
        one = self.settled[next(iter(lacks))[0]]
        market = one.market
        near = {
            supply
            for supply, reach in enumerate(market.reach)
            if any(
                market.demands[to].of == at and market.may(market.supplies[supply], market.demands[to]) for to in reach
            )
        }
        rank = rank_of(request.municipality, self.rules)
        return Unmet(
            self._find_why(request, bool(near)),
            sum(market.supplies[supply].hours for supply in near),
            sum(
                hours
                for (supply, demand), hours in one.found.plan.items()
                if supply in near and rank_of(market.demands[demand].municipality, self.rules) < rank
            ),
            find_help(self.days.get(request.expertise, ()), lacks),
        )

    def _find_why(self, request: Request, near: bool) -> Why:
        if near:
            return "scarce"
        same = [one for one in self.offers if one.expertise == request.expertise]
        if not same:
            return "no_expertise"
        others = self.rules.own or any(one.municipality != request.municipality for one in same)
        return "other_period" if others else "only_own"
