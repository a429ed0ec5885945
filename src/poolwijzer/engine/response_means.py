"""What respondents answered on average per statement, where that may be told in a table that goes from hand to hand.

A mean is told where the counts are (`StatementView.counts`). One that is not must not follow from what is told. Of an
axis that is its score, to four decimals, and how far it could go (`low` and `high`). So where one mean of respondents
on an axis goes untold, all of them do: which ones go with it would tell something too. And `hide_reach` tells nothing
but what the score and the numbers of municipalities tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.scale import Scale
from poolwijzer.engine.exact import mean, total, weighted
from poolwijzer.engine.respondents import Respondents
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.engine.tally import add_up
from poolwijzer.engine.vote import Vote

Means = Mapping[str, Fraction | None]


def find_means(
    assessment: Assessment, content: Content, placement: Placement, respondents: Respondents
) -> dict[str, Fraction | None]:
    """The mean per statement that somebody answered apart, on the scale as given; None where it is not told.

    Of respondents it is that of the method: first within each municipality, then over municipalities. Of hands it is
    that of who chose an answer. Where it is not told, nothing else of what they answered may be.

    Args:
        assessment: What was answered.
        content: The menus.
        placement: That of the assessment.
        respondents: What may be told of it.
    """
    scale, views = content.typology.scale, respondents.statements
    side = add_up(assessment, content)["gemeente"]
    apart = {name: mean(side.answers(name)) for name in views}
    untold = {name for name, view in views.items() if view.counts is None}
    for axis in placement.axes.values():
        counted = [one.statement for one in axis.contributions if one.statement in views and _of_respondents(one)]
        # Beside hands, what respondents answered counts and is told nowhere.
        if any(name in untold or views[name].source == "handen" for name in counted):
            untold.update(counted)
    return {
        name: None if name in untold else _mean_of_hands(view.vote, scale) if view.vote else apart[name]
        for name, view in views.items()
    }


def hide_reach(placement: Placement, means: Means, scale: Scale) -> Placement:
    """A placement of which `low` and `high` tell nothing of a mean that is not told.

    Statements differ in how many municipalities did not answer, so how far a score could go weighs what the others said
    in another way than the score does, and the two together give one of them away. Where a mean on an axis goes untold,
    every answer of respondents on it counts there as the score; without a score anything is possible.
    """
    return placement._replace(axes={name: _hidden_reach(axis, means, scale) for name, axis in placement.axes.items()})


def _hidden_reach(axis: AxisPlacement, means: Means, scale: Scale) -> AxisPlacement:
    counted = [one.statement for one in axis.contributions if _of_respondents(one)]
    if axis.source == "eigen-inschatting" or all(means.get(name, 0) is not None for name in counted):
        return axis
    ends = Fraction(scale.lowest), Fraction(scale.highest)
    if axis.score is None:
        return axis._replace(low=ends[0], high=ends[1])
    reaches = [(one.weight, _as_score(one, axis.score, ends)) for one in axis.contributions]
    weights = total(weight for weight, _ in reaches)
    low, high = (weighted((weight, reach[end]) for weight, reach in reaches) / weights for end in (0, 1))
    return axis._replace(low=low, high=high)


def _as_score(entry: Contribution, score: Fraction, ends: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """What a statement could count at least and at most, if those who answered it answered as the score."""
    if not _of_respondents(entry):
        return entry.low, entry.high
    missing = (entry.high - entry.low) / (ends[1] - ends[0])
    return score - missing * (score - ends[0]), score + missing * (ends[1] - score)


def _mean_of_hands(vote: Vote, scale: Scale) -> Fraction | None:
    chosen = sum(vote.counts)
    return Fraction(sum(p * n for p, n in zip(scale.points(), vote.counts, strict=True)), chosen) if chosen else None


def _of_respondents(entry: Contribution) -> bool:
    """Whether what it counts is what respondents answered."""
    return entry.answer is not None and not entry.joint and entry.implied_by is None
