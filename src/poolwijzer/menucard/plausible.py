"""Made-up initiatives of which the answers hang together: to see which rules of the menus ever speak.

Each has one level per axis, from a normal distribution round the middle of the scale; its answers lie round that
level, and of a reversed statement round the mirror of it. Where the answers of a question about the situation have an
order (from an idea to a running pool, from little money to much), the answer lies about as far along as the mean of
the levels. Part of everything stays open. Plausible, and not real: this shows reach and never how good a rule is.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion, Statement

OPEN = 0.15
"""The part of all answers that stays open."""
SPREAD = 1.0
"""Standard deviation of the levels, and of the answers round them, in points of a scale of five."""
MUNICIPALITIES = (2, 20)
ASKED_APART = 0.3
"""The part of the initiatives in which municipalities answered apart."""
ROLES = ("ambtelijk", "secretaris", "bestuurlijk")
YEARS = (2024, 2032)


def make_initiatives(number: int, content: Content, seed: int = 1) -> Iterator[Assessment]:
    """So many initiatives; of the same seed and menus always the same."""
    random = Random(seed)
    for index in range(number):
        yield Assessment.model_validate(_Made(content, random).initiative(index))


class _Made:
    """One initiative as its file says it."""

    def __init__(self, content: Content, random: Random) -> None:
        self.content, self.random = content, random
        scale = content.typology.scale
        self.lowest, self.highest = scale.lowest, scale.highest
        self.unit = (self.highest - self.lowest) / 4 * SPREAD
        self.levels = {axis: random.gauss(float(scale.middle), self.unit) for axis in content.typology.axes}

    def initiative(self, index: int) -> dict[str, Any]:
        number = self.random.randint(*MUNICIPALITIES)
        names = [f"Proefdorp {at}" for at in range(1, number + 1)]
        apart = self.random.random() < ASKED_APART
        return {
            "poolwijzer": FORMAT,
            "initiative": {
                "id": f"initiatief-{index}",
                "name": f"Initiatief {index}",
                "municipalities": [
                    {"name": name, "population": int(self.random.lognormvariate(10.3, 0.7))} for name in names
                ],
            },
            "questions": "volledig",
            "context": dict(self._context()),
            "answers": {} if apart else self._answers(0),
            "responses": [self._response(name) for name in names for _ in range(2)] if apart else [],
            "choices": dict(self._choices()),
        }

    def _context(self) -> Iterator[tuple[str, Any]]:
        for name, question in self.content.context.items():
            if self.random.random() >= OPEN:
                yield name, self._answer_to(question)

    def _answer_to(self, question: ContextQuestion) -> Any:
        names = list(question.answers)
        match question.kind:
            case "date":
                return f"{self.random.randint(*YEARS)}-01-01"
            case "choice":
                return self._along(names)
            case "named-choice":
                return {"kind": self.random.choice(names), "name": "de organisatie Voorbeeld"}
            case "dated-choices":
                return [{"source": name} for name in self._some(question)]
            case "choices":
                return self._some(question)

    def _along(self, names: list[str]) -> str:
        """An answer about as far along as the levels; now and then any."""
        if self.random.random() < SPREAD / 4:
            return self.random.choice(names)
        share = (sum(self.levels.values()) / len(self.levels) - self.lowest) / (self.highest - self.lowest)
        at = round(self.random.gauss(share, SPREAD / 4) * (len(names) - 1))
        return names[max(0, min(len(names) - 1, at))]

    def _some(self, question: ContextQuestion) -> list[str]:
        alone = [name for name, answer in question.answers.items() if answer.alone]
        if alone and self.random.random() < OPEN:
            return [self.random.choice(alone)]
        names = [name for name in question.answers if name not in alone]
        return self.random.sample(names, self.random.randint(1, min(len(names), question.most or 3)))

    def _answers(self, shift: float) -> dict[str, Any]:
        return {
            name: UNKNOWN if self.random.random() < OPEN / 3 else self._point(statement, shift)
            for name, statement in self.content.statements.items()
            if self.random.random() >= OPEN
        }

    def _point(self, statement: Statement, shift: float) -> int:
        level = self.levels.get(statement.axis or "", sum(self.levels.values()) / len(self.levels)) + shift
        if statement.reversed:
            level = self.lowest + self.highest - level
        return max(self.lowest, min(self.highest, round(self.random.gauss(level, self.unit))))

    def _response(self, name: str) -> dict[str, Any]:
        role = self.random.choice(ROLES)
        return {
            "id": f"r-{self.random.randrange(10**12)}",
            "organisation": {"kind": "gemeente", "name": name},
            "role": role,
            "answers": self._answers(self.random.gauss(0, self.unit)),
        }

    def _choices(self) -> Iterator[tuple[str, Any]]:
        for name, component in self.content.components.items():
            if self.random.random() < 0.5:
                yield name, {"options": self._options(component)}

    def _options(self, component: Component) -> list[str]:
        return self.random.sample(list(component.options), self.random.randint(1, min(3, len(component.options))))
