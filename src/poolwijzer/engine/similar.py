"""Real initiatives that resemble this one, with why. By place only where a case confirmed its place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.stories import Case
from poolwijzer.dutch import counted, joined
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.results import Placement, SimilarCase

ENOUGH_REASONS = 2
MOST_CASES = 5
"""More than these say less."""
LIKE_SIZE = Fraction(2)
"""Up to twice as many or half as few municipalities is called about as large."""


def similar_cases(
    assessment: Assessment, content: Content, placement: Placement, facts: InitiativeFacts
) -> tuple[SimilarCase, ...]:
    """The cases that are most alike, with at least two likenesses; an initiative's own case is left out."""
    found = [
        SimilarCase(name, case.title, reasons)
        for name, case in content.cases.items()
        if name != assessment.initiative.id
        and len(reasons := tuple(_likenesses(case, content, placement, facts))) >= ENOUGH_REASONS
    ]
    return tuple(sorted(found, key=lambda case: (-len(case.reasons), case.title))[:MOST_CASES])


def _likenesses(case: Case, content: Content, placement: Placement, facts: InitiativeFacts) -> Iterator[str]:
    for name, answers in case.context.items():
        question = content.context.get(name)
        given = facts.context(name)
        if question is None or not isinstance(given, str | frozenset):
            continue
        shared = ({given} if isinstance(given, str) else given).intersection(answers)
        labels = [question.answers[answer].label for answer in question.answers if answer in shared]
        if labels:
            yield f"{question.question} Ook: {joined(labels, 'en')}."
    size = facts.municipalities("number")
    if size and case.municipalities and 1 / LIKE_SIZE <= size / case.municipalities <= LIKE_SIZE:
        yield f"Ongeveer even groot: {counted(case.municipalities, 'gemeente', 'gemeenten')}."
    chosen = facts.all_chosen()
    alike = [
        content.options[option].title for options in case.choices.values() for option in options if option in chosen
    ]
    if alike:
        yield f"Koos ook: {joined(alike, 'en')}."
    if case.placement and case.placement.status == "bevestigd" and _same_place(case, placement):
        yield "Staat op dezelfde plek."


def _same_place(case: Case, placement: Placement) -> bool:
    levels = {axis: place.level for axis, place in placement.axes.items()}
    place = case.placement.place if case.placement else {}
    return bool(placement.in_play) and all(levels.get(axis) in known for axis, known in place.items())
