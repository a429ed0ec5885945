"""The sentences of one initiative, made from what was decided about it: what is known, reasons, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.claims import Rule
from poolwijzer.content.component import Coherence, Option
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Retired
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.content.wording import BESTUUR, MEASURES, PLURAL, describe_condition, fill_names
from poolwijzer.dutch import count_things, join_words, long_date, lower_article, number, percentage
from poolwijzer.engine.coherence import ChoiceFinding
from poolwijzer.engine.judgement import Trace
from poolwijzer.engine.respondents import AxisView, Mode
from poolwijzer.engine.similar import Likeness
from poolwijzer.engine.stress import Stress
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import Question, Reason, RuleTrace
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.words import place_sentence
from poolwijzer.rules.conditions import (
    AxisIs,
    ContextIs,
    InQuadrant,
    IsChosen,
    MunicipalitiesAre,
    Observation,
    RolesDiffer,
    StatementIs,
)
from poolwijzer.rules.facts import HIDDEN, Ref

LONGEST_NAME = 120
"""How many characters of the name of a body a sentence repeats."""


def names_in(assessment: Assessment | None, content: Content, mode: Mode = "standaard") -> dict[str, str]:
    """What fills the placeholders of texts: the existing body, who governs it, and the largest municipality.

    Without an initiative these are the general words of the menus; an anonymous one names no municipality.
    """
    names = {}
    for name, question in content.context.items():
        if question.kind == "named-choice":
            given = assessment.context.get(name) if assessment else None
            body = (
                given if isinstance(given, NamedChoice) else NamedChoice(kind=given if isinstance(given, str) else name)
            )
            names[name] = excerpt(lower_article(body.name), LONGEST_NAME) or question.fallback
            governed_by = body.kind in question.answers and question.answers[body.kind].governed_by
            names[BESTUUR] = fill_names(governed_by or question.governed_by, names, inside=True)
            names[PLURAL] = PLURAL if body.plural else ""
    members = assessment.initiative.municipalities if assessment and mode != "anonymous" else ()
    largest = max(members, key=lambda member: member.population or 0, default=None)
    return {**names, "gemeente": largest.name if largest else "de grootste gemeente"}


_COUNTED = re.compile(r"(\{([a-z]+)\} )\{([^{}|]*)\|([^{}|]*)\}")
"""A number and the words for one and for more, as in `{laag} {wil|willen}`."""


def _agree(found: re.Match[str], numbers: Mapping[str, str]) -> str:
    """The number with the words that go with it."""
    return f"{found[1]}{found[3] if numbers.get(found[2]) == '1' else found[4]}"


class SentenceMaker:
    """Words what was decided about an initiative."""

    def __init__(self, outcome: Outcome) -> None:
        """Of this initiative."""
        self.outcome = outcome
        self.content = outcome.content
        self._told: dict[tuple[str, str], str] = {}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Its names fill the placeholders of the menus; many a maker of sentences has nothing to say."""
        return names_in(self.outcome.assessment, self.content, self.outcome.mode)

    def fill(self, text: str) -> str:
        """A text of the menus with its placeholders filled in."""
        return fill_names(text, self._names) if "{" in text else text

    def fill_inside(self, text: str) -> str:
        """The same for a text that stands inside a sentence, such as who does something."""
        return fill_names(text, self._names, inside=True) if "{" in text else text

    def question(self, ref: Ref) -> Question:
        """What to ask."""
        match ref.kind:
            case "responses":
                text = f"Vraag het apart aan ambtenaren, secretarissen en bestuurders: {self.statement(ref.id)}"
            case "context":
                text = self.fill(self.content.context[ref.id].question)
            case "municipalities":
                text = "Welke gemeenten doen mee?"
            case "component":
                text = self.fill(self.content.components[ref.id].question)
            case _:
                text = self.statement(ref.id)
        return Question(ref.kind, ref.id, text)

    def questions(self, refs: Iterable[Ref]) -> tuple[Question, ...]:
        """What to ask, in the same order."""
        return tuple(map(self.question, refs))

    def statement(self, name: str) -> str:
        """A statement as this group reads it, or as it was asked before."""
        asked = self.content.every_statement[name]
        if isinstance(asked, Retired):
            return self.fill(asked.text)
        return self.fill(asked.asked_as(self.outcome.assessment.number_of_municipalities).text)

    def trace(self, trace: Trace) -> RuleTrace:
        """A rule held against the initiative."""
        rule = trace.rule
        return RuleTrace(
            effect=rule.effect,
            truth=trace.truth,
            when=self.fill(describe_condition(rule.when, self.content)),
            because=self.fill(rule.because),
            facts=tuple(dict.fromkeys([self._known(look, seen) for look, seen in trace.seen])),
            unknown=self.questions(trace.unknown),
            expired=trace.expired,
            basis=rule.basis,
            sources=rule.sources,
            silent=self.fill(describe_condition(trace.silent, self.content)) if trace.silent else "",
            fact=rule.fact,
        )

    def _known(self, look: Observation, seen: object) -> str:
        """What is known of the thing that a condition looks at: of one initiative always the same."""
        thing = look.key, look.subject()
        if thing not in self._told:
            self._told[thing] = self._tell(look, seen)
        return self._told[thing]

    def _tell(self, look: Observation, seen: object) -> str:
        match look:
            case AxisIs(axis=axis):
                score = number(seen, 1) if isinstance(seen, Fraction) else "nog geen plek"
                return f"{self.content.typology.axes[axis].short}: {score}"
            case InQuadrant():
                titles = [self.content.typology.quadrants[name].title for name in self.outcome.placement.in_play]
                return f"plek: {join_words(titles, 'en') if titles else 'nog geen plek'}"
            case StatementIs(statement=name) | RolesDiffer(statement=name):
                return f"stelling {name}: {_value(seen)}"
            case ContextIs(context=name):
                return f"{name}: {self._answer(name, seen)}"
            case MunicipalitiesAre(municipalities=measure):
                if measure == "largest_share" and isinstance(seen, Fraction):
                    return f"{MEASURES[measure]}: {percentage(seen)}"
                return f"{MEASURES[measure]}: {_value(seen)}"
            case IsChosen(chosen=option):
                return f"{option}: {'niet bekend' if seen is None else 'gekozen' if seen else 'niet gekozen'}"
        raise AssertionError(look)

    def _answer(self, name: str, seen: object) -> str:
        """The answer to a context question, or what a map makes of it, in the words of the menus."""
        if isinstance(seen, str | frozenset) and name in self.content.context:
            given = {seen} if isinstance(seen, str) else seen
            answers = self.content.context[name].answers
            return join_words([entry.label for answer, entry in answers.items() if answer in given], "en")
        if isinstance(seen, Fraction) and name in self.content.maps:
            return self.content.maps[name].words.get(int(seen), _value(seen))
        return _value(seen)

    def reasons(self, option: OptionJudgement) -> tuple[Reason, ...]:
        """Why an option fits or not; the place comes last."""
        place = place_sentence(option.place_effect, self.outcome.placement)
        return (*map(self.reason, option.reasons), Reason("plek", place, "afgeleid", ()))

    def reason(self, rule: Rule) -> Reason:
        """A rule that holds, as a reason."""
        return Reason(rule.effect, self.fill(rule.because), rule.basis, rule.sources, rule.fact)

    def finding(self, found: ChoiceFinding) -> str:
        """What stands out in the choices."""
        match found.claim:
            case Option():
                judged = self.outcome.judgement.option(found.options[0])
                return f"Al gekozen. Vraagt nu extra aandacht: {self.reasons(judged)[0].text}"
            case Coherence(because=because) | WholeRule(because=because):
                return self.fill(because)
        # Not joined with a word: a title may hold one itself, as in *Looptijd en opschaling*.
        titles = "; ".join(self.content.components[name].title for name in found.components)
        return f"Hier is nog niets gekozen: {titles}."

    def finding_fact(self, found: ChoiceFinding) -> str | None:
        """The fact that what stands out leans on."""
        if isinstance(found.claim, Option):
            return self.reasons(self.outcome.judgement.option(found.options[0]))[0].fact
        return found.claim.fact if isinstance(found.claim, WholeRule) else None

    def likenesses(self, found: Likeness) -> Iterator[str]:
        """In what a case resembles this initiative."""
        for name, answers in found.context.items():
            question = self.content.context[name]
            yield f"{question.question} Ook: {join_words([question.answers[one].label for one in answers], 'en')}."
        if found.size:
            towns = self.content.cases[found.case].municipalities or 0
            yield f"Ongeveer even groot: {count_things(towns, 'gemeente', 'gemeenten')}."
        if found.choices:
            yield f"Koos ook: {join_words([self.content.options[name].title for name in found.choices], 'en')}."
        if found.place:
            yield "Staat op dezelfde plek."

    def stress(self, found: Stress) -> str:
        """In how many cases the place changes, of ten or of all runs, as the menus say it."""
        texts, cases = self.content.typology.stress, number(10 * found.changed, 0)
        text = texts.sentence
        if "{x}" in text:
            text = {"0": texts.sentence_never, "10": texts.sentence_always}.get(cases) or text
        runs = {"aantal": number(found.changed_runs, 0), "totaal": number(found.runs, 0)}
        return fill_names(text, {"x": cases, **runs})

    def divided(self, axis: str, view: AxisView) -> str:
        """How many municipalities want what, where they are divided; empty otherwise."""
        if view.levels is None or not self.outcome.placement.axes[axis].divided:
            return ""
        texts = self.content.typology.divided
        text = texts.sentence if texts.axis in (None, axis) else texts.sentence_elsewhere
        numbers: dict[str, str] = {level: str(view.levels[level]) for level in self.content.typology.levels}
        names = {"as": self.content.typology.axes[axis].short.lower(), **numbers}
        return fill_names(_COUNTED.sub(lambda found: _agree(found, numbers), text), names)

    def what_does_not_count(self) -> Iterator[str]:
        """Answers that are there and count nowhere, since other answers leave nothing to ask about."""
        for axis, place in self.outcome.placement.axes.items():
            told = sum(entry.status == "telt-niet" and entry.answer is not None for entry in place.contributions)
            if told:
                verb = "telt" if told == 1 else "tellen"
                about = self.content.typology.axes[axis].short.lower()
                yield f"{count_things(told, 'antwoord', 'antwoorden')} over {about} {verb} daarom niet mee."
        asked = self.content.context
        for name in self.outcome.assessment.context:
            if name in asked and self.outcome.facts.context(name) is HIDDEN:
                yield f"Het antwoord op deze vraag telt hier niet mee: {self.fill(asked[name].question)}"


def _value(value: object) -> str:
    if value is None:
        return "niet bekend"
    if value is HIDDEN:
        return "telt niet"
    if isinstance(value, Fraction):
        return number(value, 1 if value.denominator > 1 else 0)
    if isinstance(value, date):
        return long_date(value)
    return str(value)
