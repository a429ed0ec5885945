"""Which questions about the situation are asked at which moment, each with what follows on its answer."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import Assessment, DatedChoice
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.interview.steps.bodies import body_steps
from poolwijzer.interview.steps.context import ContextStep, MomentAsked, id_of
from poolwijzer.interview.steps.objections import objections_steps
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.rules.conditions import NotSo

EARLIEST, LATEST = 2000, 2200


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
        items = tuple(dated if id_of(item) == self.detail else item for item in self.choice.items)
        return self.choice.with_context(items)


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
                    yield from body_steps(outcome, step, full)
                elif question.kind == "dated-choices":
                    yield UntilStep(outcome, step, answer)
