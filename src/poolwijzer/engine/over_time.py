"""The path of an initiative: its earlier measurements and the newest, placed in the same way and with the same menus.

A score changes for two reasons: statements were answered otherwise, or other statements were answered. On what was
answered both times the change is told per statement, as the difference of its contributions; what is left is due to
statements that were answered only once. The two add up to the change of the score, exactly.
"""

import datetime
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.assessment.model import Assessment, Measurement, QuestionList
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import consolidate_answers
from poolwijzer.engine.leave_out import counted_answers
from poolwijzer.engine.placement import list_asked, place
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.validation import Exact

Caution = Literal["vragen", "menus", "vragenlijst", "bron"]
"""Why two moments do not compare well: other questions count since, other menus were asked from, another list, or not
answers but an estimate or a fixed value."""


class StatementChange(NamedTuple):
    """What one statement did to the score since the moment before."""

    statement: str
    before: Exact
    now: Exact
    """The answers as given."""
    change: Exact
    """Its part of the change of the score, on the answer scale; where the questions changed, of the change of the mean
    over the statements that stayed the same."""


class AxisChange(NamedTuple):
    """The change on one axis since the moment before, on the answer scale."""

    change: Exact | None
    """Unknown where one of the two has no score, and where other questions count since."""
    statements: tuple[StatementChange, ...]
    """Those answered both times that changed, the largest change first."""
    other: Exact | None
    """What is left of the change: due to statements that were answered only once, or to another source."""
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]


class QuestionsChanged(NamedTuple):
    """The version of the menus with which other questions came to count."""

    version: str
    date: datetime.date
    between: str
    """What to know of two measurements, one from before it and one from after; empty where the menus are silent."""


class Moment(NamedTuple):
    """One measurement."""

    date: datetime.date | None
    placement: Placement
    questions: QuestionList
    menus: str | None
    """The hash of the menus it was answered with, where that was recorded."""
    questions_changed: QuestionsChanged | None
    """What came after it and changed which questions count."""
    changes: dict[str, AxisChange]
    """Per axis, since the moment before; empty at the first."""
    cautions: tuple[Caution, ...]
    """Why it does not compare well with the moment before."""


Placing = Callable[[Assessment, Content], Placement]
"""How a measurement is placed."""


def find_path(assessment: Assessment, content: Content, placing: Placing = place) -> tuple[Moment, ...]:
    """Every measurement, oldest first; the file itself is the newest, also where it has no date.

    All are placed with the menus at hand, whatever they were answered with, and with the municipalities that the
    initiative has now.
    """
    moments = [_moment(one, content, placing) for one in list_measurements(assessment)]
    return (moments[0], *(_since(before, now) for before, now in pairwise(moments)))


def list_measurements(assessment: Assessment) -> tuple[Assessment, ...]:
    """What the file would have been at each measurement, oldest first; the newest is the file itself."""
    earlier = sorted(assessment.measurements, key=lambda measurement: measurement.date)
    return (*(_as_assessment(measurement, assessment) for measurement in earlier), assessment)


def _as_assessment(measurement: Measurement, assessment: Assessment) -> Assessment:
    """What the file would have been: the same initiative, with the answers of then and nothing filled in."""
    initiative = assessment.initiative.model_copy(update={"date": measurement.date})
    # Nothing is validated twice; a note alone, that an anonymous initiative leaves out, still says what was asked.
    return Assessment.model_construct(
        poolwijzer=assessment.poolwijzer,
        initiative=initiative,
        **{name: getattr(measurement, name) for name in Measurement.model_fields if name != "date"},
    )


def _moment(assessment: Assessment, content: Content, placing: Placing) -> Moment:
    change = find_change(assessment, content)
    return Moment(
        date=assessment.initiative.date,
        placement=placing(assessment, content),
        questions=list_asked(assessment, content, consolidate_answers(assessment, content)),
        menus=assessment.menus.hash if assessment.menus else None,
        questions_changed=QuestionsChanged(change.version, change.date, change.between) if change else None,
        changes={},
        cautions=(),
    )


def _since(before: Moment, now: Moment) -> Moment:
    axes, same = before.placement.axes, before.questions_changed == now.questions_changed
    changes = {axis: _change(axes[axis], place, same) for axis, place in now.placement.axes.items()}
    return now._replace(changes=changes, cautions=tuple(_cautions(before, now)))


def _cautions(before: Moment, now: Moment) -> Iterator[Caution]:
    if before.questions_changed != now.questions_changed:
        yield "vragen"  # and so of other menus and another list
    else:
        if before.menus and now.menus and before.menus != now.menus:
            yield "menus"
        if before.questions != now.questions:
            yield "vragenlijst"
    pairs = [(before.placement.axes[axis], place) for axis, place in now.placement.axes.items()]
    if any(old.source and new.source and old.source != new.source for old, new in pairs):
        yield "bron"


def _change(before: AxisPlacement, now: AxisPlacement, same_questions: bool) -> AxisChange:
    """What changed on an axis; where other questions count since, only on the statements that stayed the same."""
    old, new = _by_statement(before, same_questions), _by_statement(now, same_questions)
    both = [name for name in new if name in old and not (old[name][0].withheld or new[name][0].withheld)]
    weights = sum((new[name][0].weight for name in both), Fraction())
    changed = [
        _statement(old[name][0], new[name][0], (new[name][1] - old[name][1]) / weights)
        for name in both
        if new[name][1] != old[name][1]
    ]
    only_before = tuple(name for name in old if name not in new)
    only_now = tuple(name for name in new if name not in old)
    ordered = tuple(sorted(changed, key=lambda entry: -abs(entry.change)))
    if not same_questions:
        return AxisChange(None, ordered, None, only_before, only_now)
    if before.score is None or now.score is None:
        return AxisChange(None, (), None, only_before, only_now)
    change = now.score - before.score
    return AxisChange(
        change=change,
        statements=ordered,
        other=change - sum((entry.change for entry in changed), Fraction()),
        only_before=only_before,
        only_now=only_now,
    )


def _by_statement(place: AxisPlacement, same_questions: bool) -> dict[str, tuple[Contribution, Fraction]]:
    """The answers an axis rests on; where the questions changed without those that follow from another answer."""
    answers = counted_answers(place)
    return {e.statement: (e, counted) for e, counted in answers if same_questions or not e.implied_by}


def _statement(old: Contribution, new: Contribution, per_weight: Fraction) -> StatementChange:
    return StatementChange(
        statement=new.statement,
        before=old.answer or Fraction(),
        now=new.answer or Fraction(),
        change=new.weight * per_weight,
    )
