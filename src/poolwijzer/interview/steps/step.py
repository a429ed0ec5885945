"""What every kind of step can do; each kind says what is different about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Stage
from poolwijzer.dutch import number
from poolwijzer.engine.results import Standing
from poolwijzer.interview.commands import PageKeys, Side
from poolwijzer.interview.question import FormLine, InterviewQuestion, Shape, SideLine
from poolwijzer.interview.state import State
from poolwijzer.outcome import Outcome
from poolwijzer.report.model import Report
from poolwijzer.report.typed_lines import run_on

NOT_HERE = "Dat kan bij deze vraag niet."
MOST_LETTERS = 10_000
"""In one field. With this much in each of them a file can still be read."""
ANSWERED, OPEN = "●", "○"


class Refused(ValueError):  # noqa: N818 - it says what happened to the answer, and is no mistake of ours
    """An answer that cannot be taken; the text says why and what will do, in Dutch."""


def clean_line(value: object) -> str:
    """What was typed as one line that any file can hold."""
    return " ".join(_text(value).encode("utf-8", "replace").decode("utf-8").split())


def clean_lines(value: object) -> str:
    """What was typed on one or more lines, each as `clean_line` has it; none is empty at the beginning or the end."""
    return "\n".join(map(clean_line, _text(value).splitlines())).strip("\n")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Refused("Hier hoort tekst.")
    if len(value) > MOST_LETTERS:
        most = number(MOST_LETTERS)
        raise Refused(f"Deze tekst heeft {number(len(value))} tekens; het zijn er hooguit {most}. Kort de tekst in.")
    return value


class InterviewStep:
    """One thing to ask or show, as things stand. Here it is a line of text; other kinds say what differs.

    Whatever takes an answer raises `Refused` where the value is none, or goes with another kind of step.
    """

    outcome: Outcome
    content: Content
    assessment: Assessment
    """The initiative with all that is found out about it; not there as long as it has no name."""

    kind = ""
    stage: Stage | None = None
    """The part of the conversation whose planned time it takes."""
    part = ""
    """What a person calls this part of the conversation: *motivatie*, *menu*."""
    part_title = ""
    """What that part is called here, where it is not what it is always called."""
    shape: Shape = "text"
    title = ""
    """What it asks."""
    lead = ""
    label = ""
    """What it asks in a word or two, for a form or the overview."""
    answer: Any = None
    """What was answered; None if nothing was."""
    after = ""
    """Of one more of several: the key of the one before it. It is not missing, and asked for once that was seen."""
    lines = False
    """Of a text: whether it may be of several lines."""
    in_form = False
    """Whether it is filled in on one screen with its neighbours."""
    in_a_row = False
    """Whether it is one of a row of statements: numbered by themselves, with a note and hands, several at once."""
    counts = True
    """Whether it asks for something that stands in the file."""
    block: str | None = None
    """Of a statement that does not count for the place: the block it belongs to."""
    missed = False
    """Whether the last page counts it as long as it is open."""
    passed_by = False
    """Whether leafing goes past it: it was said with another step, or there is no time for it."""
    goes_with = ""
    """The kind of step it is counted with: the name of a body with that body, a consideration with its component."""

    def __init__(self, outcome: Outcome | None, ref: str = "", detail: str = "") -> None:
        """A step about a statement, question or component by its id or number, or about a part (`detail`) of that."""
        self.ref, self.detail = ref, detail
        self.key = f"{self.kind}:{ref}:{detail}"
        """What tells this step from every other."""
        self.whole = (self.goes_with or self.kind, ref)
        """What it is counted as."""
        self.part = self.part or str(self.stage)
        if outcome:
            self.outcome, self.content, self.assessment = outcome, outcome.content, outcome.assessment

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InterviewStep) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)

    def summarise(self) -> str:
        """The answer in a few words, on one line; empty where there is none."""
        return "" if self.answer is None else run_on(str(self.answer))

    def overview_line(self) -> str:
        """Whether it was answered, what it asks, and what was said."""
        answer = self.summarise()
        return f"{self.mark(answer)}{self.label}{f': {answer}' if answer else ''}"

    def mark(self, answer: str) -> str:
        """What tells in the overview whether it was answered."""
        return f"{ANSWERED if answer else OPEN} " if self.counts else "  "

    def form_lines(self, steps: Sequence[InterviewStep]) -> tuple[FormLine, ...]:
        """The form it is part of."""
        together = [step for step in steps if step.in_form and step.part == self.part] if self.in_form else []
        return tuple(FormLine(step.label, step.summarise(), step == self) for step in together)

    def is_open(self, state: State) -> bool:
        """Whether it still has to be answered or seen."""
        return self.after in state.seen if self.after else self.answer is None

    def ask(self) -> InterviewQuestion:
        """Its question."""
        text = self.answer if self.shape == "text" and isinstance(self.answer, str) else ""
        return InterviewQuestion(self, self.shape, self.title, self.lead, text=text, lines=self.lines)

    def meant(self, key: str) -> object:
        """The answer for which this is typed; one that cannot be taken where there is none."""
        return key

    def take(self, value: object, state: State) -> State:
        """What an answer makes of the conversation."""
        return replace(state, assessment=self.put_answer(value))

    def put_answer(self, value: object) -> Assessment:
        """The assessment with an answer; an empty text takes it away."""
        raise Refused("Hier is niets te beantwoorden.")

    def side_line(self, side: Side) -> SideLine:
        """The line of text that can be written beside the answer."""
        raise Refused(NOT_HERE)

    def put_beside(self, side: Side, text: str) -> Assessment:
        """The assessment with what was written there."""
        raise Refused(NOT_HERE)

    def put_hands(self, counts: Mapping[str, int]) -> Assessment:
        """The assessment with the hands that went up for answers, by their values."""
        raise Refused(NOT_HERE)

    def mark_option(self, option: str, standing: Standing) -> Assessment:
        """The assessment with an option marked; marked the same again, it is neither chosen nor considered."""
        raise Refused(NOT_HERE)


class PageStep(InterviewStep):
    """Something to read, which asks nothing."""

    shape = "page"
    counts = False
    keys: PageKeys = {}
    """What can be done there."""

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        """What stands on it, given where the answers lie (empty: nowhere yet) and what to tell of reports, by line."""
        raise NotImplementedError

    def is_open(self, state: State) -> bool:
        return True

    def take(self, value: object, state: State) -> State:
        return state
