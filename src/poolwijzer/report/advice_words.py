"""What was decided about an initiative put into words, each part when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from poolwijzer.content.component import Option
from poolwijzer.content.typology import Action, WithoutBody
from poolwijzer.dutch import join_words
from poolwijzer.engine.coherence import ChoiceFinding
from poolwijzer.engine.first_looks import find_first_looks
from poolwijzer.engine.first_steps import (
    at_place,
    card_part,
    find_group,
    first_steps,
    in_the_middle,
    opening,
    phase_unknown,
    quadrants_spoken_of,
    who_decides,
)
from poolwijzer.engine.news import News, find_news
from poolwijzer.engine.practice import find_frequency
from poolwijzer.engine.similar import similar_cases
from poolwijzer.engine.suggestions import Offer, find_offers
from poolwijzer.engine.touched_facts import facts_named_in, find_notices, find_touched_facts
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import (
    Advice,
    ComponentAdvice,
    FactAdvice,
    Finding,
    LookFirst,
    ObjectionAdvice,
    OpenQuestion,
    OptionAdvice,
    Partner,
    Pitfall,
    PlaceAdvice,
    RaisedSignal,
    RoadMap,
    RuleTrace,
    SimilarCase,
    Step,
    Suggestion,
)
from poolwijzer.report.answer_words import block_sentence, remarks_on_answers
from poolwijzer.report.objection_words import word_objections
from poolwijzer.report.option_costs import cost_of
from poolwijzer.report.plan_words import word_road_map
from poolwijzer.report.sentences import SentenceMaker
from poolwijzer.report.words import verdict_sentence

MENTIONED = "Genoemd"
"""Begins the sentence behind a step that tells what was chosen with it."""


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
        return {name: self._of_place(name).plain_question for name in self.key_questions}

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """What the group itself answers: the key questions in plain words, and in the middle a question of its own."""
        middle, group = self.outcome.content.typology.middle, self.phase_group or ""
        if not in_the_middle(self.outcome.placement):
            return tuple(self.plain_questions.values())
        text = middle.plain_question_in.get(group) or middle.plain_question
        return (self.sentences.fill(text),) if text else ()

    def _of_place(self, name: str) -> WithoutBody:
        """The texts of a place that are about the body, for one with or without it, filled in."""
        quadrant, fill = self.outcome.content.typology.quadrants[name], self.sentences.fill
        other = quadrant.without_body if self.outcome.facts.without_body else WithoutBody()
        group = self.phase_group or ""
        question = (
            other.plain_question_in.get(group)
            or quadrant.plain_question_in.get(group)
            or other.plain_question
            or quadrant.plain_question
        )
        summary = other.summary_in.get(group) or quadrant.summary_in.get(group) or other.summary or quadrant.summary
        return WithoutBody(
            plain_question=fill(question),
            summary=fill(summary),
            support=fill(other.support or quadrant.support.text),
        )

    @cached_property
    def places(self) -> dict[str, PlaceAdvice]:
        """What to do in each of the quadrants in play, beside the steps."""
        fill = self.sentences.fill
        found = {name: (self._of_place(name), at_place(name, self.outcome.facts)) for name in self.key_questions}
        return {
            name: PlaceAdvice(
                title=self.outcome.content.typology.quadrants[name].title,
                summary=texts.summary,
                decisions=tuple(self.sentences.fill_inside(text).rstrip(";. ") for text in steps.decisions),
                pitfalls=tuple(
                    Pitfall(fill(one.text), one.basis, one.sources, one.last_day(self.date)) for one in steps.pitfalls
                ),
                support=texts.support,
            )
            for name, (texts, steps) in found.items()
        }

    @property
    def phase_group(self) -> str | None:
        """The group of phases that the steps are of."""
        return find_group(self.outcome.facts)

    @property
    def phase_unknown(self) -> str:
        """Said with the steps where it is not known how far the initiative is."""
        return phase_unknown(self.outcome.facts)

    @property
    def opening(self) -> str:
        """What a report begins with in this group of phases."""
        return self.sentences.fill(opening(self.outcome.facts))

    @cached_property
    def who_decides(self) -> tuple[str, ...]:
        """Who decides about the part of the existing body."""
        return tuple(map(self.sentences.fill, who_decides(self.outcome.facts)))

    @property
    def menu_first(self) -> bool:
        """Whether the menu card is the main advice."""
        quadrants = self.outcome.content.typology.quadrants
        return bool(self.key_questions) and all(quadrants[name].menu_first for name in self.key_questions)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What to do first."""
        fill, inside = self.sentences.fill, self.sentences.fill_inside
        return tuple(
            Step(
                what=" ".join(filter(None, (fill(action.what), self._mentioned(action)))),
                who=inside(action.who),
                when=inside(action.when),
                quadrant=quadrant,
                basis=action.basis,
                sources=action.sources,
                expired=action.last_day(self.date),
                because=fill(action.because),
            )
            for quadrant, action in first_steps(self.outcome.facts)
        )

    def _mentioned(self, action: Action) -> str:
        """What was chosen that goes with a step."""
        question = self.outcome.content.context.get(action.mentions or "")
        found = self.outcome.facts.context(action.mentions) if question and action.mentions else None
        if not isinstance(found, frozenset) or question is None:
            return ""
        named = [one.label for name, one in question.answers.items() if name in found and not one.alone]
        return f"{MENTIONED} {'is' if len(named) == 1 else 'zijn'} al: {join_words(named, 'en')}." if named else ""

    @cached_property
    def news(self) -> News:
        """What changed in the menus since the file was made."""
        return find_news(self.outcome.assessment, self.outcome.content)

    @cached_property
    def blocks(self) -> dict[str, str]:
        """How much of each block is settled, or what it is for."""
        return {name: block_sentence(name, self.outcome) for name in self.outcome.content.blocks}

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
            look_first=self._look_first(name),
            chosen=facts.chosen_in(name),
            considering=facts.considered_in(name),
            other=choice.other if choice else (),
            consideration=choice.consideration if choice else "",
            answered=choice is not None,
            aside=self.aside(name),
        )

    def aside(self, component: str) -> tuple[str, ...]:
        """The options of a component that do not come first in this group of phases."""
        facts, part = self.outcome.facts, card_part(self.outcome.facts)
        if part is None or component in part.components:
            return ()
        options = self.outcome.content.components[component].options
        return tuple(name for name in options if name not in part.options and facts.standing(name) is None)

    def _look_first(self, component: str) -> tuple[LookFirst, ...] | None:
        """What to look at first on the card of a component."""
        found = find_first_looks(component, self.outcome.cards[component], self.outcome.facts)
        if found is None:
            return None
        say = self.sentences.reason
        return tuple(
            LookFirst(
                option=one.option.option,
                reason_for=say(one.speaks_for) if one.speaks_for else None,
                reason_against=say(one.speaks_against) if one.speaks_against else None,
                by_place_alone=one.by_place_alone,
            )
            for one in found
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
            excluded=found.excluded,
            score=found.score,
            reasons_for=found.reasons_for,
            reasons_against=found.reasons_against,
            reasons_open=found.reasons_open,
            place_effect=found.place_effect,
            fit_by_quadrant=dict(option.fit),
            explanation=verdict_sentence(found),
            reasons=self.sentences.reasons(found),
            better_when=tuple(map(self.sentences.fill_inside, found.better_when)),
            depends_on=self.sentences.questions(found.depends_on),
            lapsed=tuple(fill(rule.because) for rule in found.lapsed),
            rules=tuple(self.sentences.trace(self.outcome.judgement.trace(rule)) for rule in option.rules),
            chosen_elsewhere=find_frequency(found.option, self.outcome.content),
            basis=option.basis,
            sources=option.sources,
            facts=facts_named_in(option, self.outcome.content),
            costs=cost_of(found.option, self.outcome),
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
            fact=self.sentences.finding_fact(found),
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
                            facts=tuple(dict.fromkeys((*signal.facts, *([rule.fact] if rule.fact else [])))),
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
        return tuple(map(self._suggestion, find_offers(self.outcome.cards, self.outcome.judgement)))

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

    @cached_property
    def touched(self) -> frozenset[str]:
        """The facts that touch this initiative, by id."""
        return find_touched_facts(self.outcome.judgement)

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """The facts for the top of a report, by id."""
        return find_notices(self.touched, self.outcome.content, self.date)

    @cached_property
    def facts(self) -> tuple[FactAdvice, ...]:
        """Every fact that speaks on the date."""
        return tuple(
            FactAdvice(
                id=name,
                title=fact.title,
                text=self.sentences.fill(stage.text),
                legal=fact.legal,
                notice=name in self.notices,
                touched=name in self.touched,
                unknown=fact.unknown,
                detail=fact.detail,
                checked_on=fact.checked_on,
                check_by=fact.check_by,
                old=fact.is_old(self.date),
                basis=fact.basis,
                sources=fact.sources,
            )
            for name, fact in self.outcome.content.dated_facts.items()
            if (stage := fact.stage(self.date))
        )

    @cached_property
    def objections(self) -> tuple[ObjectionAdvice, ...]:
        """What can be answered to the doubts that were heard."""
        return word_objections(self.sentences)
