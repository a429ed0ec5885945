"""Comparing files: each is placed and judged on its own, and what they say is laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from poolwijzer.compare.choices import compare_components
from poolwijzer.compare.kinds import Given, Kind, Taken, find_kind
from poolwijzer.compare.labels import make_labels, tell_files_apart
from poolwijzer.compare.statements import compare_statements
from poolwijzer.compare.timeline import Measured, find_steps, gather_measurements, order_measurements, raised_by
from poolwijzer.compare.values import (
    Comparison,
    Effect,
    SignalCompared,
    Subject,
    VerdictCompared,
)
from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date, sorting_key
from poolwijzer.engine.judgement import Judgement
from poolwijzer.engine.over_time import find_path
from poolwijzer.outcome import Outcome

EFFECTS: tuple[Effect, ...] = ("aandacht", "sterk")


def compare_assessments(given: Sequence[Given], content: Content, on: date, asked: Kind | None = None) -> Comparison:
    """Compare initiatives, groups on one initiative, or the measurements of one initiative.

    Args:
        given: The files, in any order: it changes nothing.
        content: The menus that all are placed and judged with.
        on: The date of the advice.
        asked: What the files are, where that does not follow from their ids and dates.

    Raises:
        InputError: There is nothing to compare with, or the measurements cannot be put in order.
    """
    taken = find_kind(given, asked)
    return _over_time(given, content, on, taken) if taken.kind == "time" else _side_by_side(given, content, on, taken)


def _side_by_side(given: Sequence[Given], content: Content, on: date, taken: Taken) -> Comparison:
    files = [one.file for one in given]
    names = [one.assessment.initiative.name for one in given]
    labels = make_labels(names, files, by_file=taken.kind == "groups")
    named = zip(labels, tell_files_apart(files), (one.assessment for one in given), strict=True)
    subjects = [Subject(label, file, one, Outcome(content, one, on)) for label, file, one in named]
    subjects.sort(key=lambda one: (sorting_key(one.label), one.label, one.file))
    return _compared(subjects, content, on, taken, [one.judgement for one in subjects])


def _over_time(given: Sequence[Given], content: Content, on: date, taken: Taken) -> Comparison:
    measured = order_measurements(given)
    outcomes = [Outcome(content, one.assessment, on) for one in measured]
    pairs = zip(measured, outcomes, strict=True)
    subjects = [Subject(_day(one), one.file, one.assessment, outcome, one.whole) for one, outcome in pairs]
    judgements = _comparable(subjects, content, on)
    found = _compared(subjects, content, on, taken, judgements)
    steps = find_steps(subjects, judgements, content)
    return found._replace(path=find_path(gather_measurements(measured), content), steps=tuple(steps))


def _day(one: Measured) -> str:
    return long_date(one.day) if one.day else "nu"


def _comparable(subjects: Sequence[Subject], content: Content, on: date) -> list[Judgement]:
    """The judgement of each measurement; where one of them has no choices, without those of the others.

    Points of attention can follow from a choice, so without this they would seem to come and go.
    """
    if all(one.whole for one in subjects):
        return [one.judgement for one in subjects]
    bare = [one.assessment.model_copy(update={"choices": {}}) for one in subjects]
    return [Outcome(content, one, on).judgement for one in bare]


def _compared(
    subjects: Sequence[Subject], content: Content, on: date, taken: Taken, judgements: Sequence[Judgement]
) -> Comparison:
    return Comparison(
        kind=taken.kind,
        ground=taken.ground,
        date=on,
        subjects=tuple(subjects),
        statements=tuple(compare_statements([one.placement for one in subjects], content)),
        components=tuple(compare_components(subjects, content)),
        verdicts=tuple(_verdicts(subjects, content)),
        signals=tuple(_signals(judgements, content)),
    )


def _verdicts(subjects: Sequence[Subject], content: Content) -> Iterator[VerdictCompared]:
    judgements = [one.judgement for one in subjects]
    for name, component in content.component_of.items():
        yield VerdictCompared(component, name, tuple([one.outcome_of(name) for one in judgements]))


def _signals(judgements: Iterable[Judgement], content: Content) -> Iterator[SignalCompared]:
    raised = [set(raised_by(one)) for one in judgements]
    for effect in EFFECTS:
        for name in content.signals:
            numbers = tuple(number for number, found in enumerate(raised, 1) if (name, effect) in found)
            if numbers:
                yield SignalCompared(name, effect, numbers)
