"""The steps of the closing: agreements, what struck the group, and what people want next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from poolwijzer.assessment.model import Agreement, Assessment
from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.first_steps import agree_on
from poolwijzer.interview.commands import Side
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.interview.question import AnswerItem, FormLine, InterviewQuestion, SideLine
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.report.sections.own_words import HIGHLIGHTS

AGREEMENT = {
    "what": ("Wat", "Wat spreekt u af?"),
    "who": ("Wie", "Wie doet dat?"),
    "when": ("Wanneer", "Wanneer is het klaar?"),
}
MOST_IN_A_ROW = 20
"""How many agreements are asked for at most; who has more writes them in the file."""
MOST_SHOWN = 4
"""How many other agreements stand with the one that is made."""
USUAL_HIGHLIGHTS = ("striking",)
"""What is asked in twenty minutes of what a group brings back."""


class AgreementStep(InterviewStep):
    """What is agreed, who does it, or when it is done."""

    kind = "agreement"
    stage = "afronden"

    def __init__(self, outcome: Outcome, index: int, detail: str) -> None:
        super().__init__(outcome, str(index), detail)
        self.index = index
        self.short_label, self.title = AGREEMENT[detail]
        found = self.assessment.agreements[index:][:1]
        if index and not found:
            self.title, self.lead = "Wat spreekt u nog meer af?", "Niets meer? Druk op Enter."
        elif index == 0 and detail == "what" and (about := agree_on(outcome.facts)):
            self.lead = f"Spreek eerst dit af: {about}"
        self.label = f"Afspraak{f' {index + 1}' if index else ''}: {self.short_label.lower()}"
        self.answer = (getattr(found[0], detail) or None) if found else None
        self.after = f"{self.kind}:{index - 1}:{detail}" if index and detail == "what" else ""

    def form_lines(self, steps: Sequence[InterviewStep]) -> tuple[FormLine, ...]:
        """The agreements that lie nearest, each on a line, and this one part by part."""
        made = self.assessment.agreements
        others = sorted((at for at in range(len(made)) if at != self.index), key=lambda at: abs(at - self.index))
        near = sorted(others[:MOST_SHOWN])
        lines: dict[int, tuple[FormLine, ...]] = {
            at: (FormLine(f"Afspraak {at + 1}", _in_a_line(made[at]), False),) for at in near
        }
        parts = [AgreementStep(self.outcome, self.index, detail) for detail in AGREEMENT]
        lines[self.index] = tuple(FormLine(step.short_label, step.summarise(), step == self) for step in parts)
        left = len(others) - len(near)
        more = (FormLine("En nog", count_things(left, "afspraak", "afspraken"), False),) if left else ()
        return (*more, *(line for at in sorted(lines) for line in lines[at]))

    def put_answer(self, value: object) -> Assessment:
        text, agreements = clean_line(value), list(self.assessment.agreements)
        if self.index >= len(agreements):
            if text and self.detail == "what":
                agreements.append(Agreement(what=text))
        elif text or self.detail != "what":
            agreements[self.index] = agreements[self.index].model_copy(update={self.detail: text})
        else:
            del agreements[self.index]
        return self.assessment.model_copy(update={"agreements": tuple(agreements)})


def _in_a_line(agreement: Agreement) -> str:
    return " · ".join(part for part in (agreement.what, agreement.who, agreement.when) if part)


class HighlightStep(InterviewStep):
    """One of the four questions about what the group will tell of the conversation."""

    kind = "highlight"
    stage = "afronden"
    in_form = True

    def __init__(self, outcome: Outcome, name: str) -> None:
        super().__init__(outcome, name)
        self.title = self.label = HIGHLIGHTS[name]
        self.answer = getattr(self.assessment.highlights, name) or None

    def put_answer(self, value: object) -> Assessment:
        highlights = self.assessment.highlights.model_copy(update={self.ref: clean_line(value)})
        return self.assessment.model_copy(update={"highlights": highlights})


class NeedsStep(InterviewStep):
    """What people want next: from the list of the menus, and in their own words."""

    kind = "needs"
    stage = "afronden"
    shape = "several"
    title = "Waar hebt u nu behoefte aan?"
    lead = "U kunt er meer dan één kiezen. Met a schrijft u iets anders op."
    label = "Waar u nu behoefte aan hebt"

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.needs = self.assessment.needs
        self.answer = self.needs or None
        labels = self.content.questions.conversation.needs.values()
        self.offered = (*labels, *(need for need in dict.fromkeys(self.needs) if need not in labels))
        """What the menus name, and behind that what the group wrote itself."""

    def summarise(self) -> str:
        return join_words(self.needs)

    def ask(self) -> InterviewQuestion:
        keys = (*ANSWER_KEYS, *repeat("", len(self.offered)))
        return replace(
            super().ask(),
            items=tuple(AnswerItem(key, need, need) for key, need in zip(keys, self.offered, strict=False)),
            chosen=self.needs,
            others=True,
        )

    def put_answer(self, value: object) -> Assessment:
        picked = value if isinstance(value, tuple) else (value,) if value else ()
        if not all(need in self.offered for need in picked):
            raise Refused("Dit antwoord kan hier niet. Kies uit de lijst.")
        return self._with_needs(need for need in self.offered if need in picked)

    def side_line(self, side: Side) -> SideLine:
        if side != "other":
            return super().side_line(side)
        return SideLine("Anders, namelijk:", "Eén ding per keer.", "")

    def put_beside(self, side: Side, text: str) -> Assessment:
        if side != "other":
            return super().put_beside(side, text)
        line = clean_line(text)
        return self._with_needs([*self.needs, line]) if line else self.assessment

    def _with_needs(self, needs: Iterable[str]) -> Assessment:
        return self.assessment.model_copy(update={"needs": tuple(dict.fromkeys(needs))})


def closing_steps(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    """As many agreements as there are and one more, what struck, and what people want next; with more time all."""
    agreements, whole = len(outcome.assessment.agreements), route.full or route.part == AgreementStep.stage
    for index in range(min(agreements + 1, MOST_IN_A_ROW)):
        for detail in AGREEMENT if index < agreements else ("what",):
            yield AgreementStep(outcome, index, detail)
    usual = () if "terugkoppeling" in route.left_out else USUAL_HIGHLIGHTS
    for step in (HighlightStep(outcome, name) for name in HIGHLIGHTS):
        if whole or step.ref in usual or step.answer:
            yield step
    if outcome.content.questions.conversation.needs or outcome.assessment.needs:
        yield NeedsStep(outcome)
