"""Holding rules against the facts and keeping the trace: what held, why, and what would settle the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from poolwijzer.content.claims import Rule, Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.stories import SignalRule
from poolwijzer.content.wording import MEASURES, described, filled
from poolwijzer.dutch import joined, long_date, number, percentage
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.results import Placement, Question, RuleTrace
from poolwijzer.rules.conditions import (
    AxisIs,
    Condition,
    ContextIs,
    InQuadrant,
    IsChosen,
    MunicipalitiesAre,
    RolesDiffer,
    StatementIs,
    walk,
)
from poolwijzer.rules.facts import HIDDEN, Ref


class Tracer:
    """Evaluates the menus' rules for one initiative on one date."""

    def __init__(
        self,
        content: Content,
        facts: InitiativeFacts,
        placement: Placement,
        names: Mapping[str, str],
        on: date,
    ) -> None:
        """`names` fills the placeholders of texts."""
        self.content = content
        self.facts = facts
        self.on = on
        self._placement = placement
        self._names = names

    def filled(self, text: str) -> str:
        """A text of the menus with its placeholders filled in."""
        return filled(text, self._names) if "{" in text else text

    def lapsed(self, claim: Sourced) -> date | None:
        """The last day a claim held, if that is past."""
        return claim.valid_until if claim.expired(self.on) else None

    def rule(self, rule: Rule | SignalRule) -> RuleTrace:
        """One rule held against the facts."""
        truth, lapsed = rule.truth(self.facts, self.on), self.lapsed(rule)
        return RuleTrace(
            effect=rule.effect,
            truth=truth,
            when=described(rule.when, self.content),
            because=self.filled(rule.because),
            facts=tuple(dict.fromkeys(self._known(rule.when))),
            unknown=self.questions(rule.when.unknowns(self.facts)) if truth is None and not lapsed else (),
            expired=lapsed,
            basis=rule.basis,
            sources=rule.sources,
        )

    def questions(self, refs: Iterable[Ref]) -> tuple[Question, ...]:
        """What to ask to know these things, each once."""
        return tuple(dict.fromkeys(question for ref in refs for question in self._asked(ref)))

    def _asked(self, ref: Ref) -> Iterator[Question]:
        content = self.content
        match ref.kind:
            case "axis" | "quadrant":
                axes = [ref.id] if ref.kind == "axis" else list(self._placement.axes)
                for axis in axes:
                    for entry in self._placement.axes[axis].contributions:
                        if entry.status in ("open", "weet-niet"):
                            yield self._statement(entry.statement)
            case "statement":
                yield self._statement(ref.id)
            case "responses":
                text = f"Vraag het apart aan ambtenaren, secretarissen en bestuurders: {self._statement(ref.id).text}"
                yield Question("responses", ref.id, text)
            case "context":
                question = content.context[ref.id]
                settles = question.ask_when.unknowns(self.facts) if question.ask_when is not None else ()
                first = self.questions(settles)
                yield from first or (Question("context", ref.id, self.filled(question.question)),)
            case "municipalities":
                yield Question("municipalities", "", "Welke gemeenten doen mee?")
            case "component":
                yield Question("component", ref.id, self.filled(content.components[ref.id].question))

    def _statement(self, name: str) -> Question:
        return Question("statement", name, self.filled(self.content.statements[name].joint.text))

    def _known(self, condition: Condition) -> Iterator[str]:
        """What is known of the things a condition looks at."""
        for part in walk(condition):
            match part:
                case AxisIs(axis=axis):
                    score = self.facts.axis(axis)
                    title = self.content.typology.axes[axis].short
                    yield f"{title}: {'nog geen plek' if score is None else number(score, 1)}"
                case InQuadrant():
                    titles = [self.content.typology.quadrants[name].title for name in self._placement.in_play]
                    yield f"plek: {joined(titles, 'en') if titles else 'nog geen plek'}"
                case StatementIs(statement=name) | RolesDiffer(statement=name):
                    yield f"stelling {name}: {self._value(self.facts.statement(name))}"
                case ContextIs(context=name):
                    yield f"{name}: {self._answer(name)}"
                case MunicipalitiesAre(municipalities=measure):
                    figure = self.facts.municipalities(measure)
                    shown = (
                        percentage(figure) if figure is not None and measure == "largest_share" else self._value(figure)
                    )
                    yield f"{MEASURES[measure]}: {shown}"
                case IsChosen(chosen=option):
                    chosen = self.facts.chosen(option)
                    yield f"{option}: {'niet bekend' if chosen is None else 'gekozen' if chosen else 'niet gekozen'}"

    def _answer(self, name: str) -> str:
        """The answer to a context question, or what a map makes of it, in the words of the menus."""
        value = self.facts.context(name)
        if isinstance(value, str | frozenset) and name in self.content.context:
            given = {value} if isinstance(value, str) else value
            answers = self.content.context[name].answers
            return joined([entry.label for answer, entry in answers.items() if answer in given], "en")
        if isinstance(value, Fraction) and name in self.content.maps:
            return self.content.maps[name].words.get(int(value), self._value(value))
        return self._value(value)

    def _value(self, value: object) -> str:
        if value is None:
            return "niet bekend"
        if value is HIDDEN:
            return "telt niet"
        if isinstance(value, Fraction):
            return number(value, 1 if value.denominator > 1 else 0)
        if isinstance(value, date):
            return long_date(value)
        return str(value)
