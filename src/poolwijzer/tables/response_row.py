"""What is kept of the answers of an initiative, per statement: who answered, and within the bounds of privacy what.

No respondent stands here, no municipality and no role; the engine decides what may be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from typing_extensions import TypedDict

from poolwijzer.assessment.answer import Answer
from poolwijzer.engine.respondents import StatementView
from poolwijzer.engine.response_means import Means, find_means
from poolwijzer.engine.results import Contribution, UncountedAnswer
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import make_plain

Source = Literal["samen", "respondenten", "handen", "volgt"]
"""Whose answer counts: the group's, its respondents', nobody's yet but hands went up, or it follows from another."""
OfWhom = Literal["respondenten", "handen"]


class StatementResponses(TypedDict):
    """What respondents said on one statement; `mean` and `talking_point` are None where too few did."""

    mean: float | None
    """Over municipalities, on the scale as given."""
    n: int
    """Respondents with an answer."""
    municipalities: int
    talking_point: bool | None
    """Whether municipalities answer on both sides of the middle."""


class RespondentsRow(TypedDict):
    """Who answered apart."""

    number: int
    municipalities: int
    """With at least one answer."""
    coverage: float | None
    """The share of the municipalities of the initiative that answered; None without a list of them."""
    statements: dict[str, StatementResponses]
    """Only those that somebody answered apart."""


class StatementRow(TypedDict):
    """One statement of one initiative: a line of a long table."""

    statement: str
    axis: str | None
    """None where it does not count for the place."""
    reversed: bool
    status: Literal["beantwoord", "weet-niet", "open", "telt-niet"]
    source: Source | None
    answer: int | None
    """Of the group together."""
    of: OfWhom | None
    """Of whom the rest is."""
    mean: float | None
    n: int | None
    """Who chose an answer."""
    municipalities: int | None
    talking_point: bool | None
    lowest: float | None
    highest: float | None
    """Over municipalities."""
    agreement: float | None
    """Van der Eijk's A, from -1 to 1."""
    votes: list[int]


def told_means(outcome: Outcome) -> Means:
    """The mean per statement as far as it is told: for what is made of an outcome here."""
    found = outcome.respondents
    return find_means(outcome.assessment, outcome.content, outcome.placement, found) if found else {}


def respondents_row(outcome: Outcome, means: Means) -> RespondentsRow | None:
    """Who answered apart, and what on average; None where nobody did."""
    if not outcome.assessment.counted() or (found := outcome.respondents) is None:
        return None
    listed = len(outcome.assessment.initiative.municipalities)
    return RespondentsRow(
        number=found.respondents,
        municipalities=found.municipalities,
        coverage=make_plain(Fraction(found.municipalities, listed)) if listed else None,
        statements={
            name: StatementResponses(
                mean=make_plain(means[name]),
                n=view.respondents,
                municipalities=view.municipalities,
                talking_point=view.talking_point if means[name] is not None else None,
            )
            for name, view in found.statements.items()
            if view.source == "respondenten"
        },
    )


def statement_rows(outcome: Outcome, means: Means) -> list[StatementRow]:
    """Every statement that was asked or answered, in the order of the menus: first those that count for the place."""
    found = outcome.respondents
    views = found.statements if found else {}
    return [_line(entry, axis, outcome, views.get(entry.statement), means) for entry, axis in _entries(outcome)]


def _entries(outcome: Outcome) -> Iterator[tuple[Contribution | UncountedAnswer, str | None]]:
    for axis, place in outcome.placement.axes.items():
        for entry in place.contributions:
            yield entry, axis
    for other in outcome.placement.uncounted:
        yield other, None


def _line(
    entry: Contribution | UncountedAnswer,
    axis: str | None,
    outcome: Outcome,
    view: StatementView | None,
    means: Means,
) -> StatementRow:
    name = entry.statement
    joint = outcome.assessment.answers.get(name)
    mean = means.get(name)
    told = view if mean is not None else None
    spread = told.spread if told else None
    votes = list(joint.votes or ()) if joint else []
    return StatementRow(
        statement=name,
        axis=axis,
        reversed=isinstance(entry, Contribution) and entry.reversed,
        status=entry.status,
        source=_source(entry, bool(votes)),
        answer=joint.known if joint else None,
        of=view.source if view else None,
        mean=make_plain(mean),
        n=_number(view, joint, outcome),
        municipalities=view.municipalities if view and view.source == "respondenten" else None,
        talking_point=told.talking_point if told else None,
        lowest=make_plain(spread.lowest) if spread else None,
        highest=make_plain(spread.highest) if spread else None,
        agreement=make_plain(told.agreement) if told else None,
        votes=votes,
    )


def _number(view: StatementView | None, joint: Answer | None, outcome: Outcome) -> int | None:
    if view is None or view.source == "respondenten":
        return view.respondents if view else None
    hands = joint.hands(len(outcome.content.typology.scale.points())) if joint else None
    return sum(hands.counts) if hands else None


def _source(entry: Contribution | UncountedAnswer, hands: bool) -> Source | None:
    if isinstance(entry, Contribution) and entry.implied_by:
        return "volgt"
    if entry.status == "beantwoord":
        return "samen" if entry.joint else "respondenten"
    return "handen" if hands else None
