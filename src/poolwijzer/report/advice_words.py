"""What was decided about an initiative put into words, each part when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from poolwijzer.content.component import Option
from poolwijzer.engine.coherence import ChoiceFinding
from poolwijzer.engine.first_steps import first_steps, quadrants_spoken_of
from poolwijzer.engine.news import News, find_news
from poolwijzer.engine.similar import similar_cases
from poolwijzer.engine.suggestions import Offer, find_offers
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import (
    Advice,
    ComponentAdvice,
    Finding,
    OpenQuestion,
    OptionAdvice,
    Partner,
    RaisedSignal,
    RoadMap,
    RuleTrace,
    SimilarCase,
    Step,
    Suggestion,
)
from poolwijzer.report.answer_words import remarks_on_answers
from poolwijzer.report.plan_words import word_road_map
from poolwijzer.report.sentences import SentenceMaker


class AdviceWords:
    """The advice, worded part by part: who reads one part does not pay for the others."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.sentences = SentenceMaker(outcome)

    def whole(self) -> Advice:
        """Every part, as it is written in JSON."""
        return Advice(*(getattr(self, name) for name in Advice._fields))

    @property
    def date(self) -> date:
        """Of the advice."""
        return self.outcome.on

    @cached_property
    def key_questions(self) -> dict[str, str]:
        """Of the quadrants in play."""
        quadrants = self.outcome.content.typology.quadrants
        spoken_of = quadrants_spoken_of(self.outcome.placement)
        return {name: self.sentences.fill(quadrants[name].key_question) for name in spoken_of}

    @cached_property
    def plain_questions(self) -> dict[str, str]:
        """The same in plain words."""
        quadrants = self.outcome.content.typology.quadrants
        return {name: self.sentences.fill(quadrants[name].plain_question) for name in self.key_questions}

    @property
    def menu_first(self) -> bool:
        """Whether the menu card is the main advice."""
        quadrants = self.outcome.content.typology.quadrants
        return bool(self.key_questions) and all(quadrants[name].menu_first for name in self.key_questions)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What to do first."""
        fill = self.sentences.fill
        return tuple(
            Step(
                what=fill(action.what),
                who=fill(action.who),
                when=fill(action.when),
                quadrant=quadrant,
                basis=action.basis,
                sources=action.sources,
                expired=action.last_day(self.date),
                because=fill(action.because),
            )
            for quadrant, action in first_steps(self.outcome.placement, self.outcome.content)
        )

    @cached_property
    def news(self) -> News:
        """What changed in the menus since the file was made."""
        return find_news(self.outcome.assessment, self.outcome.content)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What stands out in the answers themselves."""
        return tuple(remarks_on_answers(self.outcome, self.sentences))

    @cached_property
    def components(self) -> tuple[ComponentAdvice, ...]:
        """The menu card."""
        return tuple(map(self.component, self.outcome.content.components))

    def component(self, name: str) -> ComponentAdvice:
        """The menu card of one component."""
        facts, component = self.outcome.facts, self.outcome.content.components[name]
        choice = self.outcome.assessment.choices.get(name)
        return ComponentAdvice(
            component=name,
            title=component.title,
            question=self.sentences.fill(component.question),
            options=tuple(map(self.option, self.outcome.cards[name])),
            chosen=facts.chosen_in(name),
            considering=facts.considered_in(name),
            other=choice.other if choice else (),
            consideration=choice.consideration if choice else "",
            answered=choice is not None,
        )

    def option(self, found: OptionJudgement) -> OptionAdvice:
        """One option with every reason and the trace of its rules."""
        option, fill = self.outcome.content.options[found.option], self.sentences.fill
        return OptionAdvice(
            option=found.option,
            title=option.title,
            group=option.group,
            standing=found.standing,
            verdict=found.verdict,
            base_fit=found.base_fit,
            fit_by_quadrant=dict(option.fit),
            adjustment=found.adjustment,
            excluded=found.excluded,
            reasons=self.sentences.reasons(found),
            better_when=tuple(map(fill, found.better_when)),
            depends_on=self.sentences.questions(found.depends_on),
            lapsed=tuple(fill(rule.because) for rule in found.lapsed),
            rules=tuple(self.sentences.trace(self.outcome.judgement.trace(rule)) for rule in option.rules),
            basis=option.basis,
            sources=option.sources,
        )

    @cached_property
    def coherence(self) -> tuple[Finding, ...]:
        """What stands out in the choices together."""
        return tuple(map(self._finding, self.outcome.judgement.findings))

    def _finding(self, found: ChoiceFinding) -> Finding:
        claim = found.claim
        return Finding(
            kind=found.kind,
            options=found.options,
            components=found.components,
            text=self.sentences.finding(found),
            certain=found.certain,
            basis=claim.basis if claim else "afgeleid",
            sources=claim.sources if claim else (),
            expired=claim.last_day(self.date) if claim and not isinstance(claim, Option) else None,
        )

    @cached_property
    def signals(self) -> tuple[RaisedSignal, ...]:
        """What the answers point at: points of attention first."""
        return tuple(self._raised())

    def _raised(self) -> Iterator[RaisedSignal]:
        fill, judgement = self.sentences.fill, self.outcome.judgement
        for effect, raised in (("aandacht", judgement.signals), ("sterk", judgement.strengths)):
            for name in raised:
                signal = self.outcome.content.signals[name]
                for rule in signal.rules:
                    if rule.effect == effect and judgement.truth(rule):
                        yield RaisedSignal(
                            signal=name,
                            kind=signal.kind,
                            effect=rule.effect,
                            title=fill(signal.title),
                            text=fill(signal.text),
                            because=fill(rule.because),
                            basis=signal.basis,
                            sources=tuple(dict.fromkeys((*signal.sources, *rule.sources))),
                            expired=signal.last_day(self.date),
                        )

    @cached_property
    def signal_rules(self) -> dict[str, tuple[RuleTrace, ...]]:
        """The trace of every rule that could raise a signal."""
        trace, say = self.outcome.judgement.trace, self.sentences.trace
        signals = self.outcome.content.signals
        return {name: tuple(say(trace(rule)) for rule in signal.rules) for name, signal in signals.items()}

    @cached_property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What could still change the advice, the most telling first."""
        ask, found = self.sentences.question, self.outcome.open_questions
        return tuple(OpenQuestion(ask(one.question), one.placement, one.options, one.signals) for one in found)

    @cached_property
    def similar(self) -> tuple[SimilarCase, ...]:
        """Real initiatives that resemble this one."""
        cases = self.outcome.content.cases
        return tuple(
            SimilarCase(found.case, cases[found.case].title, tuple(self.sentences.likenesses(found)))
            for found in similar_cases(self.outcome.facts)
        )

    @cached_property
    def suggested(self) -> tuple[Suggestion, ...]:
        """What goes well with the choices."""
        return tuple(map(self._suggestion, find_offers(self.outcome.cards, self.outcome.facts)))

    def _suggestion(self, offer: Offer) -> Suggestion:
        options, fill = self.outcome.content.options, self.sentences.fill
        partners = tuple(
            Partner(name, options[name].title, fill(relation.because), relation.basis, relation.sources)
            for name, relation in offer.partners.items()
        )
        verdict = self.outcome.judgement.verdicts[offer.option]
        return Suggestion(offer.component, offer.option, options[offer.option].title, verdict, partners)

    @cached_property
    def road_map(self) -> RoadMap:
        """The step plan."""
        return word_road_map(self.sentences)
