"""What shows a conversation to people and takes in what they do: on a terminal, or line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from poolwijzer.interview.commands import Event, PageKeys
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.report.model import Report

BURST = 0.04
"""Seconds within which no person presses the next key or enters the next line: what comes sooner was pasted."""
KeepHands = Callable[[Mapping[str, int]], str]
"""What is told of every number of hands that changes, by the values of the answers; it says what there is to say."""
TextCheck = Callable[[str], str]
"""What is wrong with a text, in Dutch; empty if nothing is."""


class Surroundings(NamedTuple):
    """What stands around every question: the clock, the file, and what the last answer did."""

    clock: Callable[[], str] = str
    """The time that went by, in words; asked again while people talk."""
    file: str = ""
    said: str = ""
    beamer: bool = False


class Presenter(Protocol):
    """Asks one thing at a time.

    Everything here may raise KeyboardInterrupt (Ctrl-C) and EOFError (the terminal is gone).
    """

    def session(self) -> AbstractContextManager[object]:
        """Have the terminal to ourselves for as long as this lasts."""

    def ask(self, question: InterviewQuestion, around: Surroundings) -> Event:
        """Show a question that is answered by picking or pointing."""

    def count(self, question: InterviewQuestion, around: Surroundings, keep: KeepHands) -> Event:
        """Have hands counted for each answer; `keep` hears of every change."""

    keeps_lines: bool
    """Whether it knows what is being typed, before that is entered."""

    def write(
        self,
        question: InterviewQuestion,
        around: Surroundings,
        check: TextCheck,
        text: str | None = None,
        keep: Callable[[str], None] = lambda _: None,
    ) -> Event:
        """Ask for a line of text.

        It begins with `text` where that is not the answer there was, and `keep` hears what stands there so far.
        """

    def read(self, report: Report, around: Surroundings, keys: PageKeys, progress: str = "") -> Event:
        """Show something to read."""

    def pick(self, title: str, choices: Sequence[str], at: int = 0, *, first: bool = False) -> int | None:
        """Let someone pick from a list, which begins at one of them; None if they went back.

        Before the `first` list there is nothing to go back to: leaving it ends the program.
        """

    def busy(self, text: str) -> None:
        """Say what is going on, to who waits for it."""

    def say(self, text: str) -> None:
        """The last words, after which the program goes on or ends."""
