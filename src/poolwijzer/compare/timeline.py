"""One initiative over time: its measurements from all files in one order, and what came and went."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment, Measurement, Participant
from poolwijzer.compare.choices import Chosen, find_standings
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.labels import tell_files_apart
from poolwijzer.compare.values import ChoiceChange, Effect, Step, Subject, VerdictChange
from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date
from poolwijzer.engine.judgement import Judgement
from poolwijzer.engine.over_time import list_measurements
from poolwijzer.problems import InputError, Problem

NO_DATE = "Over de tijd vergelijken kan alleen met een datum. Hooguit één bestand, het nieuwste, mag er geen hebben."
AS_GROUPS = "Zijn het groepen van één bijeenkomst? Gebruik dan --as groups."
GIVE_A_DATE = f"Zet bij initiative een date. {AS_GROUPS}"
LEAVE_ONE_OUT = f"Laat een van de twee weg. {AS_GROUPS}"
OWN_DATES = "Geef elke meting een eigen date."
_BESIDE = ("key_question", "highlights", "needs")


class Measured(NamedTuple):
    """A measurement, as the file would have been then."""

    day: datetime.date | None
    """None for what is newest and has no date."""
    file: str
    """The file that it stands in, with as much of the path as it takes to tell it from the others."""
    named: str
    """That file as it was named."""
    assessment: Assessment
    whole: bool
    """Whether it is the file itself, with its choices."""


def order_measurements(given: Sequence[Given]) -> list[Measured]:
    """Every measurement in these files, the oldest first; what stands in two of them is taken once.

    Raises:
        InputError: More than one has no date, or two of one date say something else.
    """
    undated = [one for one in given if one.assessment.initiative.date is None]
    if len(undated) > 1:
        raise InputError(Problem(file, NO_DATE, GIVE_A_DATE) for file in sorted(one.file for one in undated))
    found: dict[datetime.date | None, Measured] = {}
    problems = []
    for one in sorted(_all_measured(given), key=lambda one: (not one.whole, one.file, one.named)):
        known = found.setdefault(one.day, one)
        if one is not known and not _alike(one, known):
            problems.append(_otherwise(one, known))
    if problems:
        raise InputError(problems)
    ordered = sorted(found.values(), key=lambda one: one.day or datetime.date.max)
    municipalities = ordered[-1].assessment.initiative.municipalities
    return [one._replace(assessment=_among(municipalities, one.assessment)) for one in ordered]


def _among(municipalities: tuple[Participant, ...], assessment: Assessment) -> Assessment:
    """A measurement among the municipalities of now, as the path over time is told."""
    initiative = assessment.initiative.model_copy(update={"municipalities": municipalities})
    return assessment.model_copy(update={"initiative": initiative})


def _all_measured(given: Sequence[Given]) -> Iterator[Measured]:
    for one, file in zip(given, tell_files_apart([one.file for one in given]), strict=True):
        *earlier, whole = list_measurements(one.assessment)
        yield Measured(whole.initiative.date, file, one.file, whole, whole=True)
        for moment in earlier:
            yield Measured(moment.initiative.date, file, one.file, moment, whole=False)


def _alike(one: Measured, other: Measured) -> bool:
    """Whether two measurements of one date say the same; choices only where both have them.

    What a group said beside its answers need not have come along, and changes nothing here.
    """
    names = [name for name in Measurement.model_fields if name not in ("date", "menus", *_BESIDE)]
    if one.whole and other.whole:
        names.append("choices")
    return all(getattr(one.assessment, name) == getattr(other.assessment, name) for name in names)


def _otherwise(one: Measured, known: Measured) -> Problem:
    day = long_date(one.day) if one.day else "nu"
    if one.named == known.named:
        return Problem(one.named, f"Er staan hier twee metingen van {day}, en zij verschillen.", OWN_DATES)
    return Problem(
        one.named, f"Wat hier staat over de meting van {day}, is anders dan in {known.named}.", LEAVE_ONE_OUT
    )


def gather_measurements(found: Sequence[Measured]) -> Assessment:
    """The newest measurement as a file that holds all earlier ones."""
    *earlier, newest = found
    return newest.assessment.model_copy(update={"measurements": tuple(map(_as_measurement, earlier))})


def _as_measurement(one: Measured) -> Measurement:
    names = [name for name in Measurement.model_fields if name != "date"]
    values = {name: getattr(one.assessment, name) for name in names}
    return Measurement.model_construct(date=one.day, **values)


def find_steps(subjects: Sequence[Subject], judgements: Sequence[Judgement], content: Content) -> Iterator[Step]:
    """What came and went from each measurement to the next.

    Args:
        subjects: The measurements, oldest first.
        judgements: What their points of attention are taken from.
        content: The menus.
    """
    numbered = enumerate(zip(subjects, judgements, strict=True), 1)
    for (number, (before, first)), (_, (now, second)) in pairwise(numbered):
        had, has = raised_by(first), raised_by(second)
        yield Step(
            before=number,
            now=number + 1,
            choices=tuple(_choices(before, now, content)) if before.whole and now.whole else None,
            signals_came=tuple(signal for signal in has if signal not in had),
            signals_went=tuple(signal for signal in had if signal not in has),
            verdicts=tuple(_verdicts(before, now, content.options)),
        )


def raised_by(judgement: Judgement) -> list[tuple[str, Effect]]:
    """The points of attention, each once, in their order."""
    return [*((name, "aandacht") for name in judgement.signals), *((name, "sterk") for name in judgement.strengths)]


def _choices(before: Subject, now: Subject, content: Content) -> Iterator[ChoiceChange]:
    had, has = find_standings(before.assessment, content), find_standings(now.assessment, content)
    components, options = list(content.components), list(content.options)

    def place(chosen: Chosen) -> tuple[int, int]:
        option = len(options) if chosen.option is None else options.index(chosen.option)
        return components.index(chosen.component), option

    for chosen in sorted({**had, **has}, key=place):
        if had.get(chosen) != has.get(chosen):
            yield ChoiceChange(*chosen, before=had.get(chosen), now=has.get(chosen))


def _verdicts(before: Subject, now: Subject, options: Iterable[str]) -> Iterator[VerdictChange]:
    for option in options:
        had, has = (one.judgement.outcome_of(option) for one in (before, now))
        if had != has:
            yield VerdictChange(option, had, has)
