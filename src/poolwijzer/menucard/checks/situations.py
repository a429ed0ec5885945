"""Every situation that makes a difference to some conditions: to tell what can never and what must always hold.

A condition only looks at a few things. Each of these takes the values that can change what a condition says of it:
every answer, both sides of every bound. All combinations together are all there is to know; nothing is sampled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import ceil, floor, prod
from typing import Any, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.rules.conditions import (
    AxisIs,
    Bounds,
    Condition,
    ContextIs,
    InQuadrant,
    IsChosen,
    IsDivided,
    MunicipalitiesAre,
    RolesDiffer,
    StatementIs,
    walk,
)
from poolwijzer.rules.facts import HIDDEN, ContextValue, Hidden, Measure

MOST = 200_000
"""How many situations are looked through at most; a condition with more is not judged."""

Thing = tuple[str, str]
"""What an observation looks at: its key and its subject."""


class Situation(NamedTuple):
    """One combination of values (implements `poolwijzer.rules.facts.Facts`); everything that is asked is known."""

    content: Content
    values: Mapping[Thing, Any]

    def axis(self, axis: str) -> Fraction | None:
        """The score, or the fixed one of an axis that has nothing to ask about."""
        absent = self.content.typology.axes[axis].absent
        return absent.score if absent and self._skipped(axis) else self.values["axis", axis]

    def in_play(self) -> tuple[str, ...]:
        """The quadrants that these scores put in play."""
        return quadrants_at({axis: self.axis(axis) for axis in self.content.typology.axes}, self.content)

    def statement(self, statement: str) -> Fraction | Hidden | None:
        """The answer as given."""
        known = self.content.statements[statement]
        pointless = known.ask_when is not None and known.ask_when.truth(self) is False
        return (
            HIDDEN if pointless or (known.axis and self._skipped(known.axis)) else self.values["statement", statement]
        )

    def context(self, question: str) -> ContextValue | Hidden | None:
        """The answer, or what a map makes of it."""
        if entry := self.content.maps.get(question):
            value = self.context(entry.source)
            return entry.values.get(value) if isinstance(value, str) else HIDDEN if value is HIDDEN else None
        when = self.content.context[question].ask_when
        if when is not None and when.truth(self) is False:
            return HIDDEN
        known: ContextValue = self.values["context", question]
        return known

    def context_source(self, question: str) -> str:
        """The question that settles this one."""
        entry = self.content.maps.get(question)
        return entry.source if entry else question

    def municipalities(self, measure: Measure) -> Fraction | None:
        """A figure of the list."""
        found: Fraction = self.values["municipalities", measure]
        return found

    def divided(self, axis: str) -> bool:
        """Whether the municipalities are divided; never on an axis that has nothing to ask about."""
        return not self._skipped(axis) and bool(self.values["divided", axis])

    def role_difference(self, statement: str) -> Fraction | None:
        """The largest difference between two roles."""
        found: Fraction = self.values["difference", statement]
        return found

    def chosen(self, option: str) -> bool | None:
        """Whether an option is chosen."""
        return bool(self.values["chosen", option])

    def choice(self, component: str) -> tuple[str, ...]:
        """What is chosen in a component."""
        options = self.content.components[component].options
        return tuple(option for option in options if self.values.get(("chosen", option)))

    def component_of(self, option: str) -> str:
        """The component an option belongs to."""
        return self.content.component_of[option]

    def _skipped(self, axis: str) -> bool:
        absent = self.content.typology.axes[axis].absent
        return absent is not None and absent.when.truth(self) is True


def list_situations(conditions: Sequence[Condition], content: Content) -> Iterator[Situation] | None:
    """Every situation that these conditions can tell apart; None if that cannot be told.

    That is so when a condition mentions what the menus do not hold, or when there are more than `MOST`.
    """
    looked_at = _Looked(content)
    for condition in conditions:
        looked_at.at(condition)
    if looked_at.unknown:
        return None
    values = _values(looked_at, content)
    if prod(map(len, values.values())) > MOST:
        return None
    everything = (Situation(content, dict(zip(values, some, strict=True))) for some in product(*values.values()))
    return (situation for situation in everything if _possible(situation.values))


class _Looked:
    """What conditions look at, with what that hangs on in its turn, and every leaf that was met."""

    def __init__(self, content: Content) -> None:
        self.things: dict[Thing, None] = {}
        self.leaves: list[Condition] = []
        self.unknown = False
        self._content = content
        self._begun: set[Thing] = set()

    def at(self, condition: Condition) -> None:
        for part in walk(condition):
            if not part.parts():
                self.leaves.append(part)
                self._leaf(part)

    def _leaf(self, leaf: Condition) -> None:
        content = self._content
        match leaf:
            case AxisIs(axis=axis):
                self._axis("axis", axis)
            case IsDivided(divided=axis):
                self._axis("divided", axis)
            case InQuadrant(quadrant=quadrants):
                self.unknown |= not content.typology.quadrants.keys() >= set(quadrants)
                for axis in content.typology.axes:
                    self._axis("axis", axis)
            case StatementIs(statement=statement):
                self._statement(statement)
            case RolesDiffer(statement=statement):
                self._statement(statement)
                self.things["difference", statement] = None
            case ContextIs(context=name):
                self._context(content.maps[name].source if name in content.maps else name, leaf)
            case MunicipalitiesAre(municipalities=measure):
                self.things["municipalities", measure] = None
            case IsChosen(chosen=option):
                self.unknown |= option not in content.options
                self.things["chosen", option] = None

    def _axis(self, kind: str, axis: str) -> None:
        if axis not in self._content.typology.axes:
            self.unknown = True
        elif (kind, axis) not in self._begun:
            self._begun.add((kind, axis))
            self.things[kind, axis] = None
            if absent := self._content.typology.axes[axis].absent:
                self.at(absent.when)

    def _statement(self, name: str) -> None:
        statement = self._content.statements.get(name)
        if statement is None:
            self.unknown = True
        else:
            self.things["statement", name] = None
            if statement.axis:
                self._axis("axis", statement.axis)
            if statement.ask_when is not None:
                self.at(statement.ask_when)

    def _context(self, name: str, leaf: ContextIs) -> None:
        question = self._content.context.get(name)
        if question is None or not _makes_sense(leaf, question, self._content):
            self.unknown = True
        elif ("context", name) not in self._begun:
            self._begun.add(("context", name))
            self.things["context", name] = None
            if question.ask_when is not None:
                self.at(question.ask_when)


def _makes_sense(leaf: ContextIs, question: ContextQuestion, content: Content) -> bool:
    """Whether the question, or the map from it, can give what the condition asks for; if not, another check tells."""
    if leaf.context in content.maps:
        return not leaf.named_answers()
    bounded = leaf.at_least is not None or leaf.at_most is not None
    return question.answers.keys() >= set(leaf.named_answers()) and (question.kind == "date" or not bounded)


def _values(looked_at: _Looked, content: Content) -> dict[Thing, list[Any]]:
    scale, bands = content.typology.scale, content.typology.bands
    low, high = Fraction(scale.lowest), Fraction(scale.highest)
    bounds = _bounds_of(looked_at.leaves)
    found: dict[Thing, list[Any]] = {}
    for thing in looked_at.things:
        match thing:
            case "axis", _:
                found[thing] = _points({*bounds.get(thing, ()), bands.low_below, bands.high_above}, low, high)
            case "statement", _:
                found[thing] = _points(bounds.get(thing, ()), low, high)
            case "difference", _:
                found[thing] = _points(bounds.get(thing, ()), Fraction(), high - low)
            case "municipalities", "largest_share":
                found[thing] = [point for point in _points(bounds.get(thing, ()), Fraction(), Fraction(1)) if point]
            case "municipalities", _:
                found[thing] = _counts(bounds.get(thing, ()))
            case "context", name:
                found[thing] = _answers(name, looked_at.leaves, content)
            case _:
                found[thing] = [True, False]
    if ("municipalities", "number") in found:
        # Enough municipalities for the smallest share of the largest one.
        shares = found.get(("municipalities", "largest_share"), ())
        numbers = {*found["municipalities", "number"], *(Fraction(ceil(1 / share)) for share in shares)}
        found["municipalities", "number"] = sorted(numbers)
    return found


def _possible(values: Mapping[Thing, Any]) -> bool:
    """Whether the figures of a list of municipalities go together."""
    number = values.get(("municipalities", "number"))
    share = values.get(("municipalities", "largest_share"))
    return number is None or share is None or (number * share >= 1 and (number > 1 or share == 1))


def _bounds_of(leaves: Sequence[Condition]) -> dict[Thing, set[Fraction]]:
    found: dict[Thing, set[Fraction]] = {}
    for leaf in leaves:
        if isinstance(leaf, Bounds):
            found.setdefault((leaf.key, leaf.subject()), set()).update(leaf.bounds())
    return found


def _points(bounds: Iterator[Fraction] | set[Fraction] | tuple[()], low: Fraction, high: Fraction) -> list[Fraction]:
    """Both ends, every bound between them, and a point in every gap: a mean can lie anywhere."""
    points = sorted({low, high, *(bound for bound in bounds if low < bound < high)})
    return sorted({*points, *((one + other) / 2 for one, other in pairwise(points))})


def _counts(bounds: set[Fraction] | tuple[()]) -> list[Fraction]:
    """Whole numbers from 1 on: those around every bound, and one beyond them all."""
    around = {number for bound in bounds for number in (floor(bound) - 1, floor(bound), ceil(bound), floor(bound) + 1)}
    return [Fraction(number) for number in sorted({1, 2, *around}) if number > 0]


def _answers(name: str, leaves: Sequence[Condition], content: Content) -> list[Any]:
    question = content.context[name]
    asked = [leaf for leaf in leaves if isinstance(leaf, ContextIs) and leaf.context == name]
    if question.kind == "date":
        days = {day for leaf in asked for day in (leaf.at_least, leaf.at_most) if isinstance(day, date)} or {date.min}
        return sorted({day + timedelta(step) for day in days for step in (-1, 0, 1) if day > date.min or step >= 0})
    known = [answer for answer, entry in question.answers.items() if not entry.unknown]
    if question.kind not in ("choices", "dated-choices"):
        return list(known)
    named = {answer for leaf in asked for answer in leaf.named_answers()}
    alone = [answer for answer in known if question.answers[answer].alone]
    others = [answer for answer in known if answer not in alone and answer not in named]
    # All answers that no condition names are alike: two of them stand for any number.
    together = [answer for answer in known if answer not in alone and answer in named] + others[:2]
    sizes = range(1, min(question.most or len(together), len(together)) + 1)
    return [
        *(frozenset([answer]) for answer in alone),
        *(frozenset(some) for size in sizes for some in combinations(together, size)),
    ]
