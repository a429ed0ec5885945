"""What an advice comes down to, without its words and its trace: for who judges many initiatives.

The same as `advise` finds, which the tests hold it against; here every rule is only held against the facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.advice import card, names_in
from poolwijzer.engine.coherence import judged_together
from poolwijzer.engine.facts import InitiativeFacts, facts_of
from poolwijzer.engine.results import VERDICTS, Advice, ComponentAdvice, Finding, Placement, Verdict
from poolwijzer.engine.tracing import Tracer
from poolwijzer.engine.verdicts import base_fit, value_of
from poolwijzer.rules.conditions import Truth
from poolwijzer.rules.together import MOST_REMEMBERED, Together, picker


class Judgement(NamedTuple):
    """Per option how it fits, which signals are raised, and what stands out in the choices together."""

    verdicts: dict[str, Verdict]
    signals: tuple[str, ...]
    """Points of attention, each once."""
    strengths: tuple[str, ...]
    """What speaks for the initiative, each once."""
    findings: tuple[Finding, ...]


def judgement_of(advice: Advice) -> Judgement:
    """What an advice comes down to."""
    raised = {
        effect: tuple(dict.fromkeys(one.signal for one in advice.signals if one.effect == effect))
        for effect in ("aandacht", "sterk")
    }
    verdicts = {option.option: option.verdict for card in advice.components for option in card.options}
    return Judgement(verdicts, raised["aandacht"], raised["sterk"], advice.coherence)


class Judge:
    """Judges initiatives by the rules of the menus, as they hold on a date."""

    def __init__(self, content: Content, on: date) -> None:
        """Makes the rules of the menus ready; those that ran out on the date never hold."""
        self.content = content
        self._on = on
        options, signals = content.options.values(), content.signals.values()
        rules = [
            *(rule for option in options for rule in option.rules),
            *(rule for one in signals for rule in one.rules),
        ]
        live = [rule for rule in rules if not rule.expired(on)]
        self._together = Together(rule.when for rule in live)
        number = {id(rule): at for rule, at in zip(live, self._together.numbers, strict=True)}
        self._options = [
            _OptionJudge(option.fit, [(rule.effect, number[id(rule)]) for rule in option.rules if id(rule) in number])
            for option in options
        ]
        self._raising = [
            (name, rule.effect, number[id(rule)])
            for name, signal in content.signals.items()
            for rule in signal.rules
            if id(rule) in number
        ]

    def judge(self, assessment: Assessment, placement: Placement) -> Judgement:
        """What the menus say to an initiative at this place."""
        facts = facts_of(assessment, self.content, placement, self._on)
        truths = self._together.truths(facts)
        verdicts = {
            name: VERDICTS[option.value(placement.in_play, truths)]
            for name, option in zip(self.content.options, self._options, strict=True)
        }
        return Judgement(
            verdicts,
            self._raised("aandacht", truths),
            self._raised("sterk", truths),
            tuple(self._findings(assessment, placement, facts, verdicts)) if assessment.choices else (),
        )

    def _raised(self, effect: str, truths: list[Truth]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name, own, at in self._raising if truths[at] and own == effect))

    def _findings(
        self, assessment: Assessment, placement: Placement, facts: InitiativeFacts, verdicts: dict[str, Verdict]
    ) -> Iterator[Finding]:
        """What stands out in the choices; of the cards only the options that are told of there."""
        tracer = Tracer(self.content, facts, placement, names_in(assessment, self.content), self._on)
        cards: list[ComponentAdvice] = []
        for name, component in self.content.components.items():
            choice = assessment.choices.get(name)
            chosen = choice.options if choice else ()
            told = [option for option in component.options if option in chosen and verdicts[option] == VERDICTS[0]]
            cards.append(card(name, component, choice, placement, tracer, told))
        yield from judged_together(cards, tracer)


def judge_of(content: Content, on: date) -> Judge:
    """The judge by these menus on a date; the same one each time."""
    return _judge_by(_Same(content), on)


@lru_cache(maxsize=4)
def _judge_by(menus: _Same, on: date) -> Judge:
    return Judge(menus.content, on)


class _Same:
    """These very menus, as a key."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def __hash__(self) -> int:
        return id(self.content)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.content is self.content


class _OptionJudge:
    """The value of one option, remembered by the place and by what its rules say."""

    def __init__(self, fit: dict[str, int], rules: list[tuple[str, int]]) -> None:
        self._fit = fit
        self._effects = [effect for effect, _ in rules]
        self._pick = picker([number for _, number in rules])
        self._remembered: dict[tuple[tuple[str, ...], tuple[Truth, ...]], int] = {}

    def value(self, in_play: tuple[str, ...], truths: list[Truth]) -> int:
        """0, 1 or 2."""
        key = in_play, self._pick(truths)
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            held = [effect for effect, truth in zip(self._effects, key[1], strict=True) if truth]
            found = self._remembered[key] = value_of(base_fit(self._fit, in_play), held)
        return found
