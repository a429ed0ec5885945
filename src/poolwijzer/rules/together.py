"""Many conditions evaluated at once, for who judges many initiatives.

What two conditions share is evaluated once. What was seen before is remembered: a condition that looks at one thing
says the same whenever it sees the same there.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import itemgetter, methodcaller
from typing import Any, NamedTuple

from poolwijzer.rules.conditions import Combination, Condition, IsChosen, Observation, Truth
from poolwijzer.rules.facts import Facts

Picker = Callable[[Sequence[Any]], tuple[Any, ...]]
MOST_REMEMBERED = 4096
"""How many sights of one thing are remembered; then it starts anew, so that memory does not grow."""


class Together:
    """A set of conditions, each with a number; `truths` gives the truth of every one by its number."""

    def __init__(self, conditions: Iterable[Condition], component_of: Mapping[str, str] | None = None) -> None:
        """These conditions and their parts; equal ones are one.

        Args:
            conditions: What is asked of every initiative.
            component_of: By option its component: what was chosen in a component is then looked at once.
        """
        every: dict[Hashable, Condition] = {}
        asked = [_add(condition, every) for condition in conditions]
        things: dict[Hashable, list[_Look]] = {}
        for name, condition in every.items():
            if isinstance(condition, Observation):
                look = _look(name, condition, component_of or {})
                things.setdefault(look.thing, []).append(look)
        whole = [(name, one) for name, one in every.items() if isinstance(one, Combination)]
        # What looks at one thing stands together: so what is seen there gives all their truths in one go.
        ordered = [*(look.name for looks in things.values() for look in looks), *(name for name, _ in whole)]
        number = {name: at for at, name in enumerate(ordered)}
        self._things = [_Thing(looks[0].sight, tuple(look.judge for look in looks), {}) for looks in things.values()]
        self._whole = [(one.join, picker([number[_add(part, every)] for part in one.parts()])) for _, one in whole]
        self.numbers = tuple(number[name] for name in asked)
        """Of these conditions, in their order."""

    def truths(self, facts: Facts) -> list[Truth]:
        """The truth of every condition for an initiative, by number; the same as each would give alone."""
        truths: list[Truth] = []
        for sight, judges, remembered in self._things:
            seen = sight(facts)
            said = remembered.get(seen)
            if said is None:
                if len(remembered) >= MOST_REMEMBERED:
                    remembered.clear()
                said = remembered[seen] = tuple([judge(seen) for judge in judges])
            truths += said
        for join, pick in self._whole:
            truths.append(join(pick(truths)))
        return truths


def _add(condition: Condition, every: dict[Hashable, Condition]) -> Hashable:
    """Add what is not there yet, parts first; gives what equal conditions have in common, as plain data.

    Comparing the models themselves takes many times longer, at every start.
    """
    parts = [_add(part, every) for part in condition.parts()]
    name = (condition.key, *(parts or condition.__dict__.values()))
    every.setdefault(name, condition)
    return name


class _Look(NamedTuple):
    """A condition that looks at a thing, and what it says of what is seen there."""

    name: Hashable
    thing: Hashable
    sight: Callable[[Facts], Any]
    judge: Callable[[Any], Truth]


def _look(name: Hashable, condition: Observation, component_of: Mapping[str, str]) -> _Look:
    component = component_of.get(condition.chosen) if isinstance(condition, IsChosen) else None
    if isinstance(condition, IsChosen) and component is not None:
        return _Look(name, (IsChosen, component), methodcaller("choice", component), condition.is_among)
    return _Look(name, (condition.key, condition.subject()), condition.see, condition.judge)


class _Thing(NamedTuple):
    """One thing that conditions look at."""

    sight: Callable[[Facts], Hashable]
    judges: tuple[Callable[[Any], Truth], ...]
    """What every condition that looks at it says of what is seen."""
    remembered: dict[Hashable, tuple[Truth, ...]]
    """By what was seen: what each said of it."""


def picker(numbers: Sequence[int]) -> Picker:
    """Picks what stands at these numbers, in one go."""
    if not numbers:
        return lambda _: ()
    if len(numbers) == 1:
        only = numbers[0]
        return lambda values: (values[only],)
    return itemgetter(*numbers)
