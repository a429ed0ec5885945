"""Many conditions evaluated at once, for who judges many initiatives.

What two conditions share is evaluated once. What was seen before is remembered: a condition that looks at one thing
says the same whenever it sees the same there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from poolwijzer.rules.conditions import Combination, Condition, Observation, Truth
from poolwijzer.rules.facts import Facts

Picker = Callable[[Sequence[Any]], tuple[Any, ...]]
MOST_REMEMBERED = 4096
"""How many sights of one thing are remembered; then it starts anew, so that memory does not grow."""


class Together:
    """A set of conditions, each with a number; `truths` gives the truth of every one by its number."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        """These conditions and their parts; equal ones are one."""
        self._numbers: dict[Condition, int] = {}
        self._looks: dict[tuple[str, str], list[tuple[int, Observation]]] = {}
        self._whole: list[tuple[int, Callable[[Sequence[Truth]], Truth], Picker]] = []
        self.numbers = tuple(self._number(condition) for condition in conditions)
        """Of these conditions, in their order."""
        self._things = [_Thing(looks[0][1].see, tuple(looks), {}) for looks in self._looks.values()]

    def _number(self, condition: Condition) -> int:
        """The number of a condition; its parts have lower ones."""
        if condition in self._numbers:
            return self._numbers[condition]
        parts = tuple(self._number(part) for part in condition.parts())
        number = self._numbers[condition] = len(self._numbers)
        if isinstance(condition, Observation):
            self._looks.setdefault((condition.key, condition.subject()), []).append((number, condition))
        elif isinstance(condition, Combination):
            self._whole.append((number, condition.join, picker(parts)))
        return number

    def truths(self, facts: Facts) -> list[Truth]:
        """The truth of every condition for an initiative, by number; the same as each would give alone."""
        truths: list[Truth] = [None] * len(self._numbers)
        for sight, looks, remembered in self._things:
            seen = sight(facts)
            said = remembered.get(seen)
            if said is None:
                if len(remembered) >= MOST_REMEMBERED:
                    remembered.clear()
                said = remembered[seen] = tuple((number, look.judge(seen)) for number, look in looks)
            for number, truth in said:
                truths[number] = truth
        for number, join, pick in self._whole:
            truths[number] = join(pick(truths))
        return truths


class _Thing(NamedTuple):
    """One thing that conditions look at."""

    sight: Callable[[Facts], Hashable]
    looks: tuple[tuple[int, Observation], ...]
    """Every condition that looks at it, with its number."""
    remembered: dict[Hashable, tuple[tuple[int, Truth], ...]]
    """By what was seen: what each said of it."""


def picker(numbers: Sequence[int]) -> Picker:
    """Picks what stands at these numbers, in one go."""
    if not numbers:
        return lambda _: ()
    if len(numbers) == 1:
        only = numbers[0]
        return lambda values: (values[only],)
    return itemgetter(*numbers)
