"""Real initiatives that resemble this one, and in what. By place only where a case confirmed its place."""

from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.evidence import Case
from poolwijzer.engine.facts import PlacedFacts

ENOUGH_LIKENESSES = 2
MOST_CASES = 5
"""More than these say less."""
LIKE_SIZE = Fraction(2)
"""Up to twice as many or half as few municipalities is called about as large."""


class Likeness(NamedTuple):
    """In what a case resembles an initiative."""

    case: str
    context: dict[str, tuple[str, ...]]
    """The answers they share, by question."""
    size: bool
    choices: tuple[str, ...]
    place: bool

    def number(self) -> int:
        """How many likenesses there are."""
        return len(self.context) + self.size + bool(self.choices) + self.place


def similar_cases(facts: PlacedFacts) -> tuple[Likeness, ...]:
    """The cases that are most alike, with at least two likenesses; an initiative's own case is left out."""
    cases = facts.content.cases
    own = facts.assessment.initiative.id
    found = [_likeness(name, case, facts) for name, case in cases.items() if name != own]
    enough = [one for one in found if one.number() >= ENOUGH_LIKENESSES]
    return tuple(sorted(enough, key=lambda one: (-one.number(), cases[one.case].title))[:MOST_CASES])


def _likeness(name: str, case: Case, facts: PlacedFacts) -> Likeness:
    shared = {}
    for asked, answers in case.context.items():
        question, given = facts.content.context.get(asked), facts.context(asked)
        if question is not None and isinstance(given, str | frozenset):
            both = ({given} if isinstance(given, str) else given).intersection(answers)
            shared[asked] = tuple(answer for answer in question.answers if answer in both)
    size, chosen = facts.municipalities("number"), facts.all_chosen
    return Likeness(
        case=name,
        context={asked: answers for asked, answers in shared.items() if answers},
        size=bool(size and case.municipalities and 1 / LIKE_SIZE <= size / case.municipalities <= LIKE_SIZE),
        choices=tuple(option for options in case.choices.values() for option in options if option in chosen),
        place=_same_place(case, facts),
    )


def _same_place(case: Case, facts: PlacedFacts) -> bool:
    if not case.placement or case.placement.status != "bevestigd" or not facts.placement.in_play:
        return False
    levels = {axis: place.level for axis, place in facts.placement.axes.items()}
    return all(levels.get(axis) in known for axis, known in case.placement.place.items())
