"""What an overview learns of an initiative beside its row: how each statement was met, its own estimate, its past.

It stands with the row only while an overview is asked for, and in no table: answers of single persons never do, and a
mean of respondents only where tables may tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from hashlib import sha256
from statistics import median
from typing import Literal, NotRequired, cast

from typing_extensions import TypedDict

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.results import Contribution, UncountedAnswer
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import make_plain
from poolwijzer.tables.response_row import told_means
from poolwijzer.tables.row import Row

ANSWERED, UNKNOWN, OPEN, NOT_ASKED = "bwo-"
"""How a statement was met: with an answer, with *weet niet*, asked without either, or not asked at all."""
SAME_WITHIN = Fraction(1, 2)
"""On the answer scale: an estimate that differs less from the answers says the same. Reports round to halves too."""
Likeness = Literal["gelijk", "deels", "anders"]
"""Of two places: the same, with one quadrant in common at least, or with none."""
LIKENESSES: tuple[Likeness, ...] = ("gelijk", "deels", "anders")


class AxisDots(TypedDict):
    """Everyone's own dots on one axis, beside what the answers gave."""

    lower: int
    same: int
    higher: int
    middle: float
    """The median of what they differ, dot minus answers, on the answer scale."""


class EarlierMoment(TypedDict):
    """A measurement of before, in the file itself."""

    date: str
    in_play: list[str]
    questions: str | None


class Learned(TypedDict):
    """What is learned of one initiative."""

    digest: str
    """Of all that its file says: the same for a copy."""
    statuses: str
    """A sign for every statement of the menus, in their order."""
    values: list[int | float | None]
    """What was answered, as given; None where nothing was, or where the mean of respondents may not be told."""
    estimate: dict[str, float]
    """Per axis what the group's own mark is more than the answers gave, on the answer scale."""
    estimated_place: Likeness | None
    """How the place of that mark is like the place of the answers."""
    dots: dict[str, AxisDots]
    dot_places: list[int]
    """How many dots are at a place as in `LIKENESSES`."""
    questions: str | None
    """The version of the menus since which other questions count than were answered; None where none came."""
    earlier: list[EarlierMoment]
    """Oldest first."""


class LearningRow(Row):
    """A row while an overview is asked for."""

    overview: NotRequired[Learned]


def add_learned(row: Row, outcome: Outcome) -> Row:
    """The row with what an overview learns."""
    return cast(Row, {**row, "overview": _learn(outcome)})


def learned_of(row: Row) -> Learned | None:
    """What was learned of an initiative; None where that was not asked, or it could not be read."""
    return cast(LearningRow, row).get("overview")


def drop_learned(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows as they are without an overview, for a table."""
    return map(without_learned, rows)


def without_learned(row: Row) -> Row:
    """A row as it is without an overview."""
    return cast(Row, {key: value for key, value in row.items() if key != "overview"}) if "overview" in row else row


def _learn(outcome: Outcome) -> Learned:
    content, placement = outcome.content, outcome.placement
    means = told_means(outcome)
    entries = _entries(outcome)
    names = list(content.statements)
    change = find_change(outcome.assessment, content)
    told = placement.source == "antwoorden" and placement.in_play
    scores = {
        axis: place.score
        for axis, place in placement.axes.items()
        if place.source == "antwoorden" and place.score is not None
    }
    dots = placement.dots if scores else ()
    return Learned(
        digest=sha256(outcome.assessment.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()[:20],
        statuses="".join(_status(entries.get(name)) for name in names),
        values=[_value(entries.get(name), means) for name in names],
        estimate={axis: make_plain(mark - scores[axis]) for axis, mark in placement.estimate.items() if axis in scores},
        estimated_place=(
            _likeness(quadrants_at(placement.estimate, content), placement.in_play)
            if told and len(placement.estimate) == len(placement.axes)
            else None
        ),
        dots={axis: _axis_dots([dot[axis] - score for dot in dots]) for axis, score in scores.items() if dots},
        dot_places=_dot_places(outcome) if told else [0] * len(LIKENESSES),
        questions=change.version if change else None,
        earlier=[
            EarlierMoment(
                date=moment.date.isoformat(),
                in_play=sorted(moment.placement.in_play),
                questions=moment.questions_changed.version if moment.questions_changed else None,
            )
            for moment in outcome.path[:-1]
            if moment.date is not None
        ],
    )


def _entries(outcome: Outcome) -> dict[str, Contribution | UncountedAnswer]:
    """What was asked. Of a block that nobody began it is not known that it was."""
    found: dict[str, Contribution | UncountedAnswer] = {
        entry.statement: entry for place in outcome.placement.axes.values() for entry in place.contributions
    }
    for block in outcome.placement.blocks.values():
        if any(entry.status in ("beantwoord", "weet-niet") for entry in block.answers):
            found |= {entry.statement: entry for entry in block.answers}
    return found


def _status(entry: Contribution | UncountedAnswer | None) -> str:
    if entry is None or entry.status == "telt-niet":
        return NOT_ASKED
    if _follows(entry):
        return OPEN
    return {"beantwoord": ANSWERED, "weet-niet": UNKNOWN}.get(entry.status, OPEN)


def _follows(entry: Contribution | UncountedAnswer) -> bool:
    """Whether nobody answered, and what counts follows from another statement."""
    return isinstance(entry, Contribution) and entry.implied_by is not None


def _value(entry: Contribution | UncountedAnswer | None, means: Mapping[str, Fraction | None]) -> int | float | None:
    if entry is None or entry.status != "beantwoord" or _follows(entry) or entry.answer is None:
        return None
    value = entry.answer if entry.joint else means.get(entry.statement)
    return None if value is None else int(value) if value.denominator == 1 else float(make_plain(value))


def _axis_dots(more: list[Fraction]) -> AxisDots:
    return AxisDots(
        lower=sum(one <= -SAME_WITHIN for one in more),
        same=sum(abs(one) < SAME_WITHIN for one in more),
        higher=sum(one >= SAME_WITHIN for one in more),
        middle=make_plain(median(more)),
    )


def _dot_places(outcome: Outcome) -> list[int]:
    in_play = outcome.placement.in_play
    found = [_likeness(quadrants_at(dot, outcome.content), in_play) for dot in outcome.placement.dots]
    return [found.count(one) for one in LIKENESSES]


def _likeness(one: Iterable[str], other: Iterable[str]) -> Likeness:
    quadrants, others = frozenset(one), frozenset(other)
    return "gelijk" if quadrants == others else "deels" if quadrants & others else "anders"
