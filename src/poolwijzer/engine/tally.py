"""What respondents said, added up in one walk past them: sums and counts, from which all else follows exactly.

Nothing here grows with the number of respondents, only with that of their organisations. So an initiative of a million
respondents is placed with the memory of one, as long as they come by one at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Literal

from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import WHO, AskedOf
from poolwijzer.engine.exact import ratio

Role = Literal["ambtelijk", "secretaris", "bestuurlijk"]
Point = int | Fraction
"""An answer on the scale; where means stand in for answers, a fraction."""


@dataclass(slots=True)
class Sum:
    """Answers added up."""

    number: int = 0
    total: Point = 0

    def add(self, value: Point) -> None:
        """One more."""
        self.number += 1
        self.total += value

    def mean(self) -> Fraction:
        """Of what was added, which must be something."""
        return _exact(self.total) if self.number == 1 else Fraction(self.total, self.number)


def _exact(value: Point) -> Fraction:
    return ratio(value) if isinstance(value, int) else value


def _sums() -> dict[str, Sum]:
    return defaultdict(Sum)


@dataclass(slots=True)
class OrganisationTally:
    """What the respondents of one organisation said."""

    known: dict[str, Sum] = field(default_factory=_sums)
    """By statement."""
    on_behalf: dict[str, tuple[datetime, Point]] = field(default_factory=dict)
    """By statement the newest answer that speaks for the organisation, with when it was given."""
    answering: int = 0
    """Respondents who answered anything."""
    named: bool = True
    """Whether all of these agreed to their organisation being named."""

    def answer(self, statement: str) -> Fraction | None:
        """The organisation's answer: the newest that is known on its behalf, else the mean of its respondents."""
        if (newest := self.on_behalf.get(statement)) is not None:
            return _exact(newest[1])
        own = self.known.get(statement)
        return None if own is None else own.mean()

    def number(self, statements: Iterable[str]) -> int:
        """How many answers to these were given."""
        return sum(found.number for name in statements if (found := self.known.get(name)) is not None)


@dataclass(slots=True)
class SideTally:
    """What the municipalities said, or the body."""

    organisations: dict[str, OrganisationTally] = field(default_factory=dict)
    """In the order in which their first respondents stand."""
    answering: list[str] = field(default_factory=list)
    """Of these who answered anything, in the order in which they did."""
    counts: dict[str, dict[Point, int]] = field(default_factory=dict)
    """By statement how many respondents gave each answer."""
    roles: dict[str, dict[Role | None, Sum]] = field(default_factory=dict)
    """By statement what was said in each role."""
    asked: set[str] = field(default_factory=set)
    """Statements at which anything stands, be it a note."""
    given: set[str] = field(default_factory=set)
    """Of these the ones that somebody answered, be it *weet niet*."""
    on_axis: dict[str, tuple[int, set[str]]] = field(default_factory=dict)
    """How many respondents answered any of what the axis asks of municipalities, and of which organisations."""

    def answers(self, statement: str) -> list[Fraction]:
        """That of every organisation that has one."""
        found = (one.answer(statement) for one in self.organisations.values())
        return [answer for answer in found if answer is not None]

    def respondents(self, statement: str) -> int:
        """How many answered it."""
        return sum(self.counts.get(statement, {}).values())

    def answering_respondents(self) -> int:
        """How many answered anything."""
        return sum(one.answering for one in self.organisations.values())

    def add(self, response: Response, asks: Mapping[str, frozenset[str]]) -> None:
        """One respondent more; `asks` is what each axis asks of municipalities."""
        name, role = response.organisation.name, response.role
        own = self.organisations.get(name)
        if own is None:
            own = self.organisations[name] = OrganisationTally()
        told = self._known(response)
        if not told:
            return
        if not own.answering:
            self.answering.append(name)
        own.answering += 1
        own.named = own.named and response.named
        for axis, asked in asks.items():
            if not asked.isdisjoint(told):
                number, names = self.on_axis.get(axis, (0, set[str]()))
                names.add(name)
                self.on_axis[axis] = number + 1, names
        for statement, value in told.items():
            own.known[statement].add(value)
            if statement not in self.counts:
                self.counts[statement], self.roles[statement] = defaultdict(int), defaultdict(Sum)
            self.counts[statement][value] += 1
            self.roles[statement][role].add(value)
        if response.basis == "namens-organisatie":
            age = response.age
            for statement, value in told.items():
                before = own.on_behalf.get(statement)
                if before is None or age >= before[0]:  # of one moment the last one stands
                    own.on_behalf[statement] = age, value

    def _known(self, response: Response) -> dict[str, Point]:
        """The answers on the scale."""
        answers = response.answers
        self.asked.update(answers)
        self.given.update([name for name, answer in answers.items() if answer.value is not None])
        return {name: value for name, answer in answers.items() if (value := answer.known) is not None}


Tally = Mapping[AskedOf, SideTally]


def add_up(assessment: Assessment, content: Content) -> Tally:
    """What the respondents who count said, of the municipalities and of the body."""
    found: Tally = {kind: SideTally() for kind in WHO}
    counted = assessment.counted()
    asks = {axis: _asked_on(axis, content) for axis in content.statements_on} if counted else {}
    for response in counted:
        found[response.organisation.kind].add(response, asks)
    return found


def _asked_on(axis: str, content: Content) -> frozenset[str]:
    """What an axis asks of municipalities."""
    names = content.statements_on[axis]
    return frozenset(name for name in names if "gemeente" in content.statements[name].asked_of)
