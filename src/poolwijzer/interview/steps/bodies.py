"""The steps about the body that was chosen: its name, whether that is one organisation, and another body beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from poolwijzer.assessment.model import Assessment, NamedChoice, Number
from poolwijzer.dutch import may_be_one_or_more
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.body_names import propose_name
from poolwijzer.interview.steps.context import ContextStep
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.outcome import Outcome

APART = ";"
"""What parts a second body from the first, where both are typed at once."""


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


def body_steps(outcome: Outcome, choice: ContextStep, full: bool) -> Iterator[InterviewStep]:
    """What follows on the choice of a body: its name, whether that is one, and where there is time another body."""
    body = choice.said if isinstance(choice.said, NamedChoice) else None
    yield ContextNameStep(outcome, choice, apart=full)
    if body and (body.number or may_be_one_or_more(body.name)):
        yield ContextNumberStep(outcome, choice, body)
    if body and full:
        yield ContextAlsoStep(outcome, choice, body)
