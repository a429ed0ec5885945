"""Lines of text in the conversation: typed as an answer or beside one, and never lost when someone leaves them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from poolwijzer.interview.commands import OF_LINES, EscapedLine, Event, Keep, Reply, Side, TypedLine, WriteBeside
from poolwijzer.interview.presenter import Presenter, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.record import Record

WAYS_OUT: tuple[tuple[str, Event | None], ...] = (
    ("verder typen", None),
    ("terug naar de vorige vraag", "back"),
    ("het laatste antwoord terugdraaien", "undo"),
    ("overzicht van alle vragen", "overview"),
    ("uitkomst tot nu toe", "outcome"),
    ("uitleg", "explain"),
    ("pauze; de klok staat stil", "pause"),
    ("naar het einde, met wat er is", "closing"),
    ("stoppen; alles blijft bewaard", "stop"),
)
"""What Esc offers while someone types."""
_KEEPS_TYPING: tuple[Event | None, ...] = (None, "outcome", "explain", "pause", "undo")
"""What of these makes no answer of a line of text: it goes on with it, or turns back what was answered before."""


@dataclass
class TypedText:
    """What is typed in one conversation."""

    record: Record
    presenter: Presenter

    def ask(self, question: InterviewQuestion) -> Event:
        """Have a question answered in a line of text."""
        return self._write(question, self.record.objection, field_of(question.step.key))

    def enter(self, text: str) -> None:
        """Take a line as the answer to the step that is shown."""
        self.record.react_to_typed(Reply(text), field_of(self.record.state.at))

    def leave(self, draft: str) -> Event | None:
        """Leave a line: what was typed is the answer where it can be, and stays to go on with otherwise."""
        found = self.presenter.pick("Wat wilt u doen?", [label for label, _ in WAYS_OUT])
        event = WAYS_OUT[found or 0][1]
        if event not in _KEEPS_TYPING and draft.strip() and not self.record.objection(draft):
            self.record.react_to_typed(Keep(draft), field_of(self.record.state.at))
        return event

    def write_beside(self, side: Side) -> None:
        """A line of text that goes with the question that is shown."""
        question = self.record.ask()
        title, lead, text = question.step.side_line(side)
        line = replace(question, shape="text", title=title, lead=lead, text=text, aside=True, lines=side in OF_LINES)
        line = replace(line, form=(), beside=(), memory="")

        def objection(text: str) -> str:
            return self.record.script.react(self.record.state, WriteBeside(side, text)).said

        field = field_of(question.step.key, side)
        found = self._write(line, objection, field)
        if isinstance(found, EscapedLine) and found.draft.strip() and not objection(found.draft):
            found = TypedLine(found.draft)  # whoever steps back keeps what was typed
        if isinstance(found, TypedLine):
            self.record.react_to_typed(WriteBeside(side, found.text), field)

    def _write(self, question: InterviewQuestion, check: TextCheck, field: str) -> Event:
        """Ask for a line of text, which goes on with what was typed there before."""
        drafts = self.record.drafts
        try:
            return self.presenter.write(
                question, self.record.surroundings(question), check, drafts.text(field), partial(drafts.keep, field)
            )
        finally:
            drafts.settle()


def field_of(step: str, side: Side | None = None) -> str:
    """What tells a field of text from every other: the key of its step, and which line beside that it is."""
    return f"{step}#{side}" if side else step
