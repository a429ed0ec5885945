"""Putting initiatives in the folder of an archive: one file an initiative, with every measurement of it.

A second group on one initiative, on one day, is no newer measurement: it stands in a file of its own beside the first,
with the same id, as `compare` and the overview of `batch` know groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment, Measurement
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.yamlfile import read_bytes

SUFFIX = ".yaml"
Kind = Literal["new", "measured-again", "earlier", "group", "replaced", "same"]
"""What an addition is: a new initiative; a newer or an earlier measurement of a known one; another group on one of the
same day; instead of what this session put there before; or nothing new."""


class Bare(NamedTuple):
    """What a group leaves in an archive."""

    group: str
    """The id of the group."""
    assessment: Assessment


class Addition(NamedTuple):
    """What goes into a file of the archive."""

    group: str
    path: Path
    kind: Kind
    day: date | None
    assessment: Assessment


def plan_additions(folder: Path, found: Iterable[Bare], content: Content, *, force: bool) -> tuple[Addition, ...]:
    """What each group adds, against what the archive holds already; nothing is written.

    Args:
        folder: The folder of the archive, which need not be there.
        found: What the groups leave, in their order.
        content: The menus.
        force: Whether a measurement of the same day in the archive may be replaced.

    Raises:
        InputError: a file in the archive cannot be read, or holds another measurement of the same day.
    """
    additions: list[Addition] = []
    problems: list[Problem] = []
    for of_one in _by_initiative(found).values():
        first, *others = sorted(of_one, key=lambda one: -_how_much(one.assessment))
        planned: dict[Path, Bare] = {_home(folder, first): first}
        planned |= {_home(folder, first, one): one for one in others}
        for path, one in planned.items():
            kind: Kind = "group" if one is not first else "new"
            try:
                additions.append(_add(path, one, kind, content, force=force))
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(additions)


def write_additions(additions: Iterable[Addition]) -> tuple[Addition, ...]:
    """Write each, and give them with where each went.

    Raises:
        InputError: one could not be written; those before it are.
    """
    return tuple(
        one if one.kind == "same" else one._replace(path=write_whole(one.path, dump_assessment(one.assessment)))
        for one in additions
    )


def _by_initiative(found: Iterable[Bare]) -> Mapping[str, list[Bare]]:
    together: dict[str, list[Bare]] = {}
    for one in found:
        together.setdefault(one.assessment.initiative.id, []).append(one)
    return together


def _how_much(assessment: Assessment) -> int:
    """How much a group said: who said most stands for the initiative where several groups discussed it."""
    answered = sum(answer.given for answer in assessment.answers.values())
    return 100 * answered + len(assessment.choices) + len(assessment.estimate.dots)


def _home(folder: Path, first: Bare, other: Bare | None = None) -> Path:
    """The file of an initiative, or that of another group on it."""
    initiative = first.assessment.initiative
    apart = f"-{initiative.date}-{other.group}" if other else ""
    return folder / f"{initiative.id}{apart}{SUFFIX}"


def _add(path: Path, one: Bare, kind: Kind, content: Content, *, force: bool) -> Addition:
    day = one.assessment.initiative.date
    if not path.exists():
        return Addition(one.group, path, kind, day, one.assessment)
    known = parse_assessment(read_bytes(path), str(path), content).assessment
    assert day is not None, "what goes into an archive has a day"
    if known.initiative.id != one.assessment.initiative.id:
        raise InputError(Problem(str(path), "Dit bestand gaat over een ander initiatief.", "Kies een andere map."))
    before = known.initiative.date
    if before == day:
        # What was chosen at earlier measurements stays, so there may be more.
        chosen = one.assessment.choices
        if _measured(known) == _measured(one.assessment) and chosen.items() <= known.choices.items():
            return Addition(one.group, path, "same", day, known)
        if not force:
            message = f"Hier staat al een andere meting van {long_date(day)}."
            hint = "Gaat het om dezelfde sessie? Gebruik dan --force: wat daar staat wordt vervangen."
            raise InputError(Problem(str(path), message, hint))
        newest = one.assessment.model_copy(
            update={
                "measurements": _ordered(known.measurements, one.assessment),
                "choices": {**known.choices, **chosen},
            }
        )
        return Addition(one.group, path, "replaced", day, newest)
    if before is not None and before > day:
        earlier = [moment for moment in known.measurements if moment.date != day]
        whole = known.model_copy(update={"measurements": _ordered([*earlier, _measured(one.assessment)])})
        return Addition(one.group, path, "same" if whole == known else "earlier", day, whole)
    moments = [*known.measurements, *([_measured(known)] if before else [])]
    newest = one.assessment.model_copy(
        update={
            "measurements": _ordered(moments, one.assessment),
            # Choices hold until somebody makes others.
            "choices": {**known.choices, **one.assessment.choices},
        }
    )
    return Addition(one.group, path, "measured-again", day, newest)


def _measured(assessment: Assessment) -> Measurement:
    """What was measured, apart from the initiative that it was measured of."""
    day = assessment.initiative.date
    parts = {name: getattr(assessment, name) for name in Measurement.model_fields if name != "date"}
    return Measurement.model_construct(date=day, **parts)


def _ordered(moments: Iterable[Measurement], newest: Assessment | None = None) -> tuple[Measurement, ...]:
    """Measurements by their day, each day once, with those that the newest one brings along."""
    by_day = {moment.date: moment for moment in (*moments, *(newest.measurements if newest else ()))}
    if newest:
        with suppress(KeyError):
            del by_day[newest.initiative.date]  # type: ignore[arg-type]
    return tuple(by_day[day] for day in sorted(by_day))
