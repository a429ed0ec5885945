"""The sheet on the wall: where the group put its cross, and where each person put a dot."""

from __future__ import annotations

import re

from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.placing import EstimateStep
from poolwijzer.interview.steps.step import Refused
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.dots import count_dots
from poolwijzer.report.grid_names import dot_called, grid_names, tell_dot
from poolwijzer.workshop.entry.taken import Taken


def take_estimate(outcome: Outcome, typed: str) -> Taken:
    """The cross of the group, as `c4`.

    Raises:
        Refused: it is no point of the grid.
    """
    words = typed.split()
    if len(words) > 1:
        raise Refused("Een eigen inschatting is één plek. Stippen van personen komen hierna.")
    names = grid_names(outcome.content)
    place = dot_called(typed, outcome.content)
    if place is None:
        raise Refused(f"{quote(typed)} staat niet op het raster. Typ {names.every()}, zoals {names.examples()[0]}.")
    return Taken(EstimateStep(outcome, Route()).put_answer(place), tell_dot(place, outcome.content))


def take_dots(outcome: Outcome, typed: str) -> Taken:
    """The dots of all, as `b4 c3 c3`: all of them in one line.

    Raises:
        Refused: one of them is no point of the grid.
    """
    line = re.sub("[,;]+", " ", typed)
    after = EstimateStep(outcome, Route()).put_beside("dots", line)
    return Taken(after, f"{count_dots(len(after.estimate.dots))}: {' '.join(line.split())}")


def say_estimate(outcome: Outcome) -> str:
    """The cross as it is typed; empty where there is none."""
    places = outcome.assessment.estimate.places
    axes = outcome.content.typology.axes
    if not places or set(places) != set(axes):
        return ""
    return tell_dot({axis: places[axis] for axis in axes}, outcome.content)


def say_dots(outcome: Outcome) -> str:
    """The dots as they are typed."""
    axes = outcome.content.typology.axes
    dots = (dict(zip(axes, dot, strict=False)) for dot in outcome.assessment.estimate.dots)
    return " ".join(tell_dot(dot, outcome.content) for dot in dots)
