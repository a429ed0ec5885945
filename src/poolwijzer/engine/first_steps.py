"""What to do in a place: its own actions, and those that belong to every place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Action
from poolwijzer.engine.results import Placement


def in_the_middle(placement: Placement) -> bool:
    """Whether every quadrant is in play: then there is no quadrant to speak of."""
    return len(placement.in_play) > 2


def quadrants_spoken_of(placement: Placement) -> tuple[str, ...]:
    """The quadrants whose key questions are asked."""
    return () if in_the_middle(placement) else placement.in_play


def _before_all(placement: Placement, content: Content) -> Action | None:
    """What to do before anything else, where an answer holds the place down."""
    return content.context[placement.held.question].first_action if placement.held else None


def first_steps(placement: Placement, content: Content) -> Iterator[tuple[str | None, Action]]:
    """The steps with their quadrant: of a divided group first, then those of the quadrants in play, in turn."""
    typology = content.typology
    if (first := _before_all(placement, content)) is not None:
        yield None, first
    if placement.divided:
        yield None, typology.divided.first_action
    if in_the_middle(placement):
        yield None, typology.middle.first_action
    lists = [[(name, action) for action in typology.quadrants[name].actions] for name in quadrants_spoken_of(placement)]
    yield from (pair for pair in chain.from_iterable(zip_longest(*lists)) if pair is not None)
    yield from ((None, action) for action in typology.every_quadrant)
