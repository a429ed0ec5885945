"""What was typed from the paper of a group so far, on top of what its file said. Pure.

Every line stays as it was typed: who goes back and types another one gets what would have come of that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.steps.step import Refused
from poolwijzer.outcome import Outcome
from poolwijzer.workshop.entry.lines import EntryLine, list_lines
from poolwijzer.workshop.entry.overwriting import list_overwritten
from poolwijzer.workshop.entry.statements import Row


@dataclass
class Paper:
    """The paper of one group, on its way to its file."""

    content: Content
    start: Assessment
    """What the file said before."""
    on: date
    typed: dict[str, tuple[EntryLine, str]] = field(default_factory=dict)
    """Every line that was typed, by its key, in the order in which they were first typed."""

    def __post_init__(self) -> None:
        self.row = Row(self.content, self.start)
        self.assessment = self.start

    def outcome(self) -> Outcome:
        """All that is found out about the initiative as it stands."""
        return Outcome(self.content, self.assessment, self.on)

    def lines(self) -> tuple[EntryLine, ...]:
        """Everything there is to type, as things stand."""
        return list_lines(self.content, self.row, self.start, self.typed)

    def weigh(self, line: EntryLine, text: str) -> tuple[str, tuple[str, ...]]:
        """How a line is understood, and what of the file it would replace that was not agreed to yet.

        Raises:
            Refused: it cannot be taken.
        """
        told = line.take(self._without(line.key), text).told
        after = self._replayed({**self.typed, line.key: (line, text)})
        known = set(list_overwritten(self.start, self.assessment, self.row, self.content))
        found = list_overwritten(self.start, after, self.row, self.content)
        return told, tuple(what for what in dict.fromkeys(found) if what not in known)

    def enter(self, line: EntryLine, text: str) -> None:
        """Take a line over, in place of what was typed for it before."""
        self.typed[line.key] = (line, text)
        self.assessment = self._replayed(self.typed)

    def leave_out(self, line: EntryLine) -> None:
        """Take back what was typed for a line."""
        self.typed.pop(line.key, None)
        self.assessment = self._replayed(self.typed)

    def _without(self, key: str) -> Outcome:
        others = {name: typed for name, typed in self.typed.items() if name != key}
        return Outcome(self.content, self._replayed(others), self.on)

    def _replayed(self, typed: dict[str, tuple[EntryLine, str]]) -> Assessment:
        outcome = Outcome(self.content, self.start, self.on)
        for line, text in typed.values():
            try:
                outcome = Outcome(self.content, line.take(outcome, text).assessment, self.on)
            except Refused:
                continue  # what it went with was typed otherwise since
        return outcome.assessment
