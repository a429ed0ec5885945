"""A context question of the menus: a date, one of its answers, or several."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import repeat
from typing import Literal

from poolwijzer.assessment.model import Assessment, DatedChoice, NamedChoice
from poolwijzer.content.questions import AskedAt, Stage
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import MONTHS, capitalise, join_words
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.body_names import propose_name
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.interview.steps.ways import card_title
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.sentences import names_in

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
        self.ids = tuple(map(id_of, self.items))
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
            return self.with_context(read_day(text) if text else None)
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
        body = self.question.answers[kind]
        return "" if body.alone else propose_name(body.label, self.assessment)

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


def id_of(item: object) -> str:
    """The answer of the menus that this is, whatever was said about it."""
    return item.kind if isinstance(item, NamedChoice) else item.source if isinstance(item, DatedChoice) else str(item)


def read_day(text: str) -> str:
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
