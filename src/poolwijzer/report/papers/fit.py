"""Whether a paper fits an initiative now, and why; and whether a part of it stands there."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.content.papers import Conditional, Figures, Paper
from poolwijzer.engine.first_steps import find_group
from poolwijzer.outcome import Outcome


class Fit(NamedTuple):
    """Whether a paper fits now."""

    fits: bool
    because: str
    senseless: bool = False
    """Whether it makes no sense at all: then it cannot be made."""


def find_fit(paper: Paper, outcome: Outcome) -> Fit:
    """Whether a paper fits, with the first reason why it does or does not."""
    for reason in paper.senseless:
        if holds(reason, outcome):
            return Fit(fits=False, because=reason.because, senseless=True)
    for reason in paper.fits:
        if holds(reason, outcome):
            return Fit(fits=True, because=reason.because)
    return Fit(fits=False, because=paper.otherwise)


def holds(part: Conditional, outcome: Outcome) -> bool:
    """Whether something stands in a paper: what is not known to be so does not."""
    facts = outcome.facts
    if part.groups and find_group(facts) not in part.groups:
        return False
    if part.when is not None and part.when.truth(facts) is not True:
        return False
    if part.unless is not None and part.unless.truth(facts) is True:
        return False
    if part.costs is not None and not _is_known(part.costs, outcome):
        return False
    return part.settled is None or part.settled == is_settled(outcome)


def _is_known(figures: Figures, outcome: Outcome) -> bool:
    """Whether the file says this of costs. What a municipality pays is told of none where none may be named."""
    years = outcome.division.years if outcome.division else ()
    match figures:
        case "posten":
            return any(year.posts for year in years)
        case "geen-posten":
            return not any(year.posts for year in years)
        case "bijdragen":
            return outcome.mode != "anonymous" and any(year.payments for year in years)
        case "geen-bijdragen":
            return outcome.mode == "anonymous" or not any(year.payments for year in years)


def is_settled(outcome: Outcome) -> bool:
    """Whether there is one place, and that is certain enough to decide on."""
    return len(outcome.placement.in_play) == 1 and outcome.placement.status == "definitief"
