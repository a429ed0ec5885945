"""Whether a paper fits an initiative now, and why; and whether a part of it stands there."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.content.papers import Conditional, Paper
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
    return part.settled is None or part.settled == is_settled(outcome)


def is_settled(outcome: Outcome) -> bool:
    """Whether there is one place, and that is certain enough to decide on."""
    return len(outcome.placement.in_play) == 1 and outcome.placement.status == "definitief"
