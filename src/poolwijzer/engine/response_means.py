"""What respondents answered on average per statement, where that may be told in a table that goes from hand to hand.

A mean is told where the counts are (`StatementView.counts`). One that is not must not follow from the others: the score
of an axis is told to four decimals, so where a single mean is missing on it, the smallest other goes untold as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import by_organisation, organisation_answer, responses_of
from poolwijzer.engine.exact import mean
from poolwijzer.engine.respondents import Respondents, StatementView
from poolwijzer.engine.results import Contribution, Placement


def find_means(
    assessment: Assessment, content: Content, placement: Placement, respondents: Respondents
) -> dict[str, Fraction | None]:
    """The mean per statement that somebody answered apart, on the scale as given; None where it is not told.

    Of respondents it is that of the method: first within each municipality, then over municipalities. Of hands it is
    that of who chose an answer.

    Args:
        assessment: What was answered.
        content: The menus.
        placement: That of the assessment.
        respondents: What may be told of it.
    """
    found = {
        name: _mean(name, view, assessment, content) if view.counts is not None else None
        for name, view in respondents.statements.items()
    }
    for name in list(_beside_one_untold(placement, respondents, content, found)):
        found[name] = None
    return found


def _mean(name: str, view: StatementView, assessment: Assessment, content: Content) -> Fraction | None:
    if view.vote is not None:
        points = content.typology.scale.points()
        chosen = sum(view.vote.counts)
        return Fraction(sum(p * n for p, n in zip(points, view.vote.counts, strict=True)), chosen) if chosen else None
    groups = by_organisation(responses_of("gemeente", assessment)).values()
    return mean(value for group in groups if (value := organisation_answer(group, name)) is not None)


def _beside_one_untold(
    placement: Placement, respondents: Respondents, content: Content, found: dict[str, Fraction | None]
) -> Iterator[str]:
    """Per axis the statement that goes untold because else the only other one that is untold could be worked out."""
    for axis in placement.axes.values():
        counted = [entry for entry in axis.contributions if _of_respondents(entry)]
        told = [entry for entry in counted if found.get(entry.statement) is not None]
        hidden = [entry for entry in counted if entry not in told or _with_body(entry, content)]
        if told and len(hidden) == 1 and hidden[0] not in told:
            yield min(told, key=lambda entry: respondents.statements[entry.statement].municipalities).statement


def _of_respondents(entry: Contribution) -> bool:
    """Whether what it counts is what respondents answered."""
    return entry.answer is not None and not entry.joint and entry.implied_by is None


def _with_body(entry: Contribution, content: Content) -> bool:
    """Whether the body answers it too, which no mean tells."""
    statement = content.statements.get(entry.statement)
    return statement is not None and "verband" in statement.asked_of
