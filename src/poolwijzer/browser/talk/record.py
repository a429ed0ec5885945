"""A conversation in a page: the same answers and the same file, with what only a page needs to remember."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from poolwijzer.browser.desk import Desk
from poolwijzer.interview.commands import Command, CountHands, Jump, Keep
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.record import Record
from poolwijzer.interview.state import State
from poolwijzer.problems import InputError, Problem

NO_TALK = "Er is nog geen gesprek. Begin er een, of open een bestand."
_LEAVES = ("back", "closing", "deepen", "stop")
"""What leads away from a field that somebody was typing in."""


class KeptByPage(Drafts):
    """Half-typed text and the minutes, which the page itself keeps: nothing lies beside the file."""

    def __init__(self, minutes: float) -> None:
        """After so many minutes."""
        super().__init__(None)
        self.count(minutes)

    def follow(self, file: Path | None) -> None:
        """Stay where it is."""


@dataclass
class WebRecord(Record):
    """Where one conversation is, and what was kept of it."""

    counting: State | None = None
    """As it was before the count of hands that is going on: a count is turned back as a whole."""

    def take(self, command: Command, typed: str = "") -> tuple[bool, bool]:
        """Let the conversation have a command, with what stood in its field and was not entered.

        Who leaves a field keeps what was typed there, where that can be an answer.

        Returns:
            Whether the file changed, and whether what was typed is kept in it now.
        """
        state, unsaved = self.state, self.unsaved
        if state.remarks:
            self.state = replace(state, remarks=())
        leaves = isinstance(command, Jump) or command in _LEAVES
        keeps = leaves and bool(typed.strip()) and not self.objection(typed)
        if keeps:
            self.react(Keep(typed))
        if isinstance(command, CountHands):
            self.counting = self.counting or self.state
            self.react(command, self.counting)
        else:
            self.counting = None
            self.react(command)
        changed = self.state.assessment is not None and self.state.assessment != state.assessment
        return (changed or unsaved) and not self.unsaved, keeps and not self.unsaved

    def go_on(self) -> None:
        """Go on after having stopped."""
        self.state = replace(self.state, stopped=False, said="")


def open_record(desk: Desk) -> WebRecord:
    """The conversation that lies open.

    Raises:
        InputError: there is none.
    """
    if not isinstance(desk.record, WebRecord):
        raise InputError(Problem("talk", NO_TALK))
    return desk.record
