"""Many conditions evaluated at once, for who judges many initiatives.

What two conditions share is evaluated once, and a combination only for who asks. What was seen before is remembered: a
condition that looks at one thing says the same whenever it sees the same there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
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
        self._whole: dict[int, _Whole] = {}
        for name, one in whole:
            parts = [number[_add(part, every)] for part in one.parts()]
            self._whole[number[name]] = _Whole(one.join, parts, self.settled_by(parts), {})
        self.numbers = tuple(number[name] for name in asked)
        """Of these conditions, in their order."""

    def truths(self, facts: Facts) -> Truths:
        """The truth of every condition for an initiative, by number; the same as each would give alone."""
        seen: list[Truth] = []
        for sight, judges, remembered in self._things:
            sees = sight(facts)
            key = sees.as_integer_ratio() if sees.__class__ is Fraction else sees  # takes long to hash itself
            said = remembered.get(key)
            if said is None:
                if len(remembered) >= MOST_REMEMBERED:
                    remembered.clear()
                said = remembered[key] = tuple([judge(sees) for judge in judges])
            seen += said
        return Truths(seen, self._whole)

    def settled_by(self, numbers: Iterable[int]) -> Picker:
        """Picks, of what was seen, all that settles the conditions with these numbers."""
        return picker(sorted({at for number in numbers for at in self._below(number)}))

    def _below(self, number: int) -> Iterator[int]:
        whole = self._whole.get(number)
        if whole is None:
            yield number
        else:
            for part in whole.parts:
                yield from self._below(part)


class _Whole(NamedTuple):
    """A combination."""

    join: Callable[[Sequence[Truth]], Truth]
    """What the truths of its parts come to."""
    parts: Sequence[int]
    """Their numbers."""
    pick: Picker
    """Of what was seen, what settles it."""
    remembered: dict[tuple[Truth, ...], Truth]
    """By that: what it came to."""


class Truths:
    """What every condition says of an initiative, by its number. What combinations say is found when it is asked."""

    def __init__(self, seen: list[Truth], whole: Mapping[int, _Whole]) -> None:
        """With what those say that look at one thing; these have the first numbers."""
        self.seen = seen
        self._whole = whole

    def __getitem__(self, number: int) -> Truth:
        if number < len(self.seen):
            return self.seen[number]
        join, parts, pick, remembered = self._whole[number]
        sees = pick(self.seen)
        if sees not in remembered:
            if len(remembered) >= MOST_REMEMBERED:
                remembered.clear()
            remembered[sees] = join([self[part] for part in parts])
        return remembered[sees]


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
    key, subject = condition.key, condition.subject()
    plain = condition.__class__.see is Observation.see  # so the same without a step in between
    return _Look(name, (key, subject), methodcaller(key, subject) if plain else condition.see, condition.judge)


class _Thing(NamedTuple):
    """One thing that conditions look at."""

    sight: Callable[[Facts], Any]
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
