"""The steps about the situation: the context questions of the menus, and what follows on their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import repeat
from typing import ClassVar, Literal

from poolwijzer.assessment.model import Assessment, DatedChoice, NamedChoice, Number
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedAt, ContextQuestion, Stage
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import MONTHS, capitalise, join_words, may_be_one_or_more
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.objections import objections_steps
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.interview.steps.ways import card_title
from poolwijzer.municipalities import list_municipalities, list_regions
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.sentences import names_in
from poolwijzer.rules.conditions import NotSo

APART = ";"
"""What parts a second body from the first, where both are typed at once."""
EARLIEST, LATEST = 2000, 2200
_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2}|[a-z]+)[-/. ](?P<year>\d{4})", re.IGNORECASE)
MomentAsked = AskedAt | Literal["place"]
"""When a question is asked: also right after the place was shown, where that is about it."""
_PARTS: dict[MomentAsked, tuple[Stage, str]] = {
    "start": ("initiatief", "initiatief"),
    "place": ("plek", "plek"),
    "menu": ("menu", "menu"),
    "later": ("menu", "situatie"),
}


class ContextStep(InterviewStep):
    """A context question: a date, one of its answers, or several."""

    kind = "context"
    in_form = True
    missed = True

    def __init__(self, outcome: Outcome, name: str, moment: MomentAsked) -> None:
        self.question = question = outcome.content.context[name]
        self.stage, self.part = _PARTS[moment]
        super().__init__(outcome, name)
        self.part_title = card_title(outcome) if self.part == "menu" else ""
        self.several = question.kind in ("choices", "dated-choices")
        self.shape = "text" if question.kind == "date" else "several" if self.several else "one"
        self.title = fill_names(question.question, names_in(self.assessment, self.content))
        self.label = question.short or capitalise(name.replace("-", " "))
        self.said = self.assessment.context.get(name)
        """The answer as it stands in the file."""
        self.items = self.said if isinstance(self.said, tuple) else () if self.said is None else (self.said,)
        self.ids = tuple(map(_id, self.items))
        self.answer = (self.ids if isinstance(self.said, tuple) else "".join(self.ids)) or None

    def summarise(self) -> str:
        labels = self.question.answers
        return join_words([labels[name].label if name in labels else name for name in self.ids])

    def ask(self) -> InterviewQuestion:
        question, most = self.question, self.question.most if self.several else None
        how_many = f"Kies er hooguit {most}." if most else "U kunt er meer dan één kiezen." if self.several else ""
        keys = (*ANSWER_KEYS, *repeat("", max(len(question.answers) - len(ANSWER_KEYS), 0)))
        items = zip(keys, question.answers.items(), strict=False)
        return replace(
            super().ask(),
            lead="Schrijf een datum, zoals 1-1-2027." if question.kind == "date" else how_many,
            items=tuple(AnswerItem(key, name, one.label, alone=one.alone) for key, (name, one) in items),
            chosen=self.ids,
            most=most or None,
            explanation=(question.explanation,) if question.explanation else (),
        )

    def put_answer(self, value: object) -> Assessment:
        if self.question.kind == "date":
            text = clean_line(value)
            return self.with_context(_day(text) if text else None)
        picked = self._picked(value)
        if self.several:
            # What was said about an answer before, such as its year, stays with it.
            details = {item.source: item for item in self.items if isinstance(item, DatedChoice)}
            return self.with_context(tuple(details.get(name, name) for name in picked))
        if self.question.kind == "named-choice" and picked:
            same = isinstance(self.said, NamedChoice) and self.said.kind == picked[0]
            return self.with_context(self.said if same else NamedChoice(kind=picked[0], name=self._certain(picked[0])))
        return self.with_context("".join(picked))

    def _certain(self, kind: str) -> str:
        """The name of the body, where that is beyond doubt: who asks for it then asks what everybody sees."""
        return (
            ""
            if self.question.answers[kind].alone
            else propose_name(self.question.answers[kind].label, self.assessment)
        )

    def _picked(self, value: object) -> tuple[str, ...]:
        """The answers that were picked, in the order of the menus."""
        answers = self.question.answers
        names = value if isinstance(value, tuple) else (value,) if value else ()
        if not all(isinstance(name, str) and name in answers for name in names):
            raise Refused("Dit antwoord kan hier niet. Kies uit de lijst.")
        picked = tuple(name for name in answers if name in names)
        most = (self.question.most or len(answers)) if self.several else 1
        if len(picked) > most:
            raise Refused(f"Kies er hooguit {most}.")
        if len(picked) > 1 and (alone := [answers[name].label for name in picked if answers[name].alone]):
            raise Refused(f"{quote(join_words(alone))} past niet naast een ander antwoord.")
        return picked

    def with_context(self, answer: object) -> Assessment:
        """The assessment with another answer to the question, or without one."""
        context = {name: value for name, value in self.assessment.context.items() if name != self.ref or answer}
        if answer:
            context[self.ref] = answer  # type: ignore[assignment]
        return self.assessment.model_copy(update={"context": context})


class ContextNameStep(InterviewStep):
    """The name of the body that was chosen; of a second one too, where that is not asked apart."""

    kind = "context-name"
    title = "Hoe heet die samenwerking?"
    lead = (
        "Schrijf het lidwoord erbij, zoals: de provincie Drenthe. "
        "Doet er nog een mee? Zet die erachter, met een puntkomma ertussen."
    )
    label = "Naam daarvan"
    in_form = True
    goes_with = ContextStep.kind

    def __init__(self, outcome: Outcome, choice: ContextStep, apart: bool) -> None:
        self.choice, self.stage, self.part = choice, choice.stage, choice.part
        super().__init__(outcome, choice.ref)
        self.apart = apart
        self.body = choice.said if isinstance(choice.said, NamedChoice) else NamedChoice(kind=choice.ids[0])
        also = "" if apart else self.body.also
        self.answer = f"{APART} ".join(filter(None, (self.body.name, also))) or None

    def ask(self) -> InterviewQuestion:
        proposed = propose_name(self.choice.summarise(), self.assessment)
        return replace(super().ask(), text=self.answer or proposed)

    def put_answer(self, value: object) -> Assessment:
        name, second, also = map(str.strip, clean_line(value).partition(APART))
        if self.apart and not second:
            also = self.body.also
        # Of another name it is not known how many organisations it stands for.
        number = self.body.number if self.body.name == name else None
        return self.choice.with_context(self.body.model_copy(update={"name": name, "number": number, "also": also}))


class ContextAlsoStep(InterviewStep):
    """Another body that takes part: it is told, and never counted."""

    kind = "context-also"
    title = "Is er nog een samenwerking die meedoet?"
    lead = "Schrijf het lidwoord erbij, zoals: de RES-regio Drenthe. De stellingen gaan niet over deze samenwerking."
    label = "Doet ook mee"
    in_form = True
    goes_with = ContextStep.kind

    def __init__(self, outcome: Outcome, choice: ContextStep, body: NamedChoice) -> None:
        self.choice, self.body, self.stage, self.part = choice, body, choice.stage, choice.part
        super().__init__(outcome, choice.ref)
        self.answer = body.also or None

    def put_answer(self, value: object) -> Assessment:
        return self.choice.with_context(self.body.model_copy(update={"also": clean_line(value)}))


def propose_name(kind: str, assessment: Assessment) -> str:
    """The name of a province or RES region, where that is what was chosen and all municipalities lie in one."""
    codes = {one.code for one in assessment.initiative.municipalities}
    members = [one for one in list_municipalities() if one.code in codes]
    for word, attribute in (("provincie", "province"), ("RES-regio", "res_region")):
        found = {getattr(one, attribute) for one in members}
        if word == kind and len(found) == 1:
            return f"de {kind} {found.pop()}"
    region = assessment.initiative.region
    return f"de {kind} {region}" if any((kind, region) == entry[:2] for entry in list_regions()) else ""


def propose_names_anew(changed: Assessment, before: Assessment, content: Content) -> Assessment:
    """An initiative with other municipalities, in which a body that had its name from these has that of now."""
    context = dict(changed.context)
    for name, question in content.context.items():
        said = context.get(name)
        if isinstance(said, NamedChoice) and said.name and said.kind in question.answers:
            label = question.answers[said.kind].label
            if said.name == propose_name(label, before):
                context[name] = said.model_copy(update={"name": propose_name(label, changed)})
    return changed.model_copy(update={"context": context}) if context != changed.context else changed


class ContextNumberStep(InterviewStep):
    """Whether a name stands for one organisation or for more; asked only where the name does not tell."""

    kind = "context-number"
    shape = "one"
    title = "Is dit één organisatie?"
    label = "Eén organisatie"
    in_form = True
    goes_with = ContextStep.kind
    words: ClassVar[dict[Number, str]] = {"enkelvoud": "ja", "meervoud": "nee"}

    def __init__(self, outcome: Outcome, choice: ContextStep, body: NamedChoice) -> None:
        self.stage, self.part = choice.stage, choice.part
        super().__init__(outcome, choice.ref)
        self.choice, self.body = choice, body
        self.answer = body.number

    def summarise(self) -> str:
        return self.words[self.body.number] if self.body.number else ""

    def ask(self) -> InterviewQuestion:
        items = enumerate(self.words.items(), 1)
        return replace(
            super().ask(),
            lead=self.body.name,
            items=tuple(AnswerItem(str(index), number, word) for index, (number, word) in items),
            chosen=(self.answer,) if self.answer else (),
            explanation=("Dan kloppen de werkwoorden in de zinnen.",),
        )

    def put_answer(self, value: object) -> Assessment:
        if value and value not in self.words:
            raise Refused("Dit antwoord kan hier niet. Kies ja of nee.")
        return self.choice.with_context(self.body.model_copy(update={"number": value or None}))


class UntilStep(InterviewStep):
    """The last year of a source of money."""

    kind = "until"
    lead = "Schrijf het laatste jaar, zoals 2027. Weet u het niet? Druk op Enter."
    goes_with = ContextStep.kind

    def __init__(self, outcome: Outcome, choice: ContextStep, source: str) -> None:
        self.choice, self.stage, self.part = choice, choice.stage, choice.part
        super().__init__(outcome, choice.ref, source)
        label = choice.question.answers[source].label
        self.title = f"Tot en met welk jaar is het geld zeker van: {label}?"
        self.label = f"Tot en met welk jaar: {label}"
        dated = (item for item in choice.items if isinstance(item, DatedChoice) and item.source == source)
        self.answer = next((str(item.until) for item in dated if item.until), None)

    def put_answer(self, value: object) -> Assessment:
        text = clean_line(value)
        if text and not (text.isascii() and text.isdigit() and len(text) <= 9 and EARLIEST <= int(text) <= LATEST):
            raise Refused(f"{quote(text)} is geen jaar. Schrijf bijvoorbeeld 2027.")
        dated = DatedChoice(source=self.detail, until=int(text) if text else None)
        items = tuple(dated if _id(item) == self.detail else item for item in self.choice.items)
        return self.choice.with_context(items)


def _id(item: object) -> str:
    return item.kind if isinstance(item, NamedChoice) else item.source if isinstance(item, DatedChoice) else str(item)


def _day(text: str) -> str:
    """A day as people write it, as a file writes it.

    Raises:
        Refused: it is no day.
    """
    try:
        if found := _DAY.fullmatch(text):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _month(month)
            return date(int(found["year"]), number, int(found["day"])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(f"{quote(text)} is geen datum. Schrijf bijvoorbeeld 1-1-2027.") from None


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0, which is none, for anything else."""
    return next((number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.startswith(name)), 0)


def moment_of(question: ContextQuestion, told: Outcome) -> MomentAsked:
    """When a question is asked: right after the place where that is about it, whatever its own moment.

    Between places, one of which is about it, the place may be that one.
    """
    if question.menu_when is None:
        return question.moment
    truth = question.menu_when.truth(told.facts)
    between = truth is None and len(told.placement.in_play) > 1
    return "place" if truth or between else question.moment


def _has_a_point(question: ContextQuestion, facts: InitiativeFacts) -> bool:
    """Whether a question is asked; where its condition is unknown it has no point yet, but by one with *not* it has."""
    if question.ask_when is None:
        return True
    truth = question.ask_when.truth(facts)
    return isinstance(question.ask_when, NotSo) if truth is None else truth


def _about_body(outcome: Outcome, choice: ContextStep, full: bool) -> Iterator[InterviewStep]:
    """What follows on the choice of a body: its name, whether that is one, and where there is time another body."""
    body = choice.said if isinstance(choice.said, NamedChoice) else None
    yield ContextNameStep(outcome, choice, apart=full)
    if body and (body.number or may_be_one_or_more(body.name)):
        yield ContextNumberStep(outcome, choice, body)
    if body and full:
        yield ContextAlsoStep(outcome, choice, body)


def context_steps(
    moment: MomentAsked, outcome: Outcome, told: Outcome, facts: InitiativeFacts, full: bool
) -> Iterator[InterviewStep]:
    """The questions of a moment that have a point, each with what follows on its answer.

    `told` is what may be told already of the place, which can bring a question forward.
    """
    for name, question in outcome.content.context.items():
        if moment_of(question, told) != moment or not _has_a_point(question, facts):
            continue
        step = ContextStep(outcome, name, moment)
        yield step
        yield from objections_steps(step)
        for answer in step.ids:
            if answer in question.answers and not question.answers[answer].alone:
                if question.kind == "named-choice":
                    yield from _about_body(outcome, step, full)
                elif question.kind == "dated-choices":
                    yield UntilStep(outcome, step, answer)
