"""What shows a conversation to people and takes in what they do: on a terminal, or line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from poolwijzer.interview.asked import Asked
from poolwijzer.interview.frame import Frame
from poolwijzer.interview.wishes import Escaped, Event, Typed
from poolwijzer.report.model import Report

Check = Callable[[str], str]
"""What is wrong with a text, in Dutch; empty if nothing is."""
Keys = Mapping[str, tuple[str, Event]]
"""What can be done at a page besides reading it: the key, what it means, and what it asks for."""


class Face(Protocol):
    """Asks one thing at a time.

    Everything here may raise KeyboardInterrupt (Ctrl-C) and EOFError (the terminal is gone).
    """

    def session(self) -> AbstractContextManager[object]:
        """Have the terminal to ourselves for as long as this lasts."""

    def ask(self, asked: Asked, frame: Frame) -> Event:
        """Show a question that is answered by picking or pointing."""

    def write(self, asked: Asked, frame: Frame, check: Check, text: str | None = None) -> Typed | Escaped | Event:
        """Ask for a line of text, which begins with `text` where that is not the answer there was."""

    def read(self, report: Report, frame: Frame, keys: Keys, progress: str = "") -> Event:
        """Show something to read."""

    def pick(self, title: str, choices: Sequence[str], at: int = 0) -> int | None:
        """Let someone pick from a list, which begins at one of them; None if they went back."""

    def say(self, text: str) -> None:
        """The last words, after which the program goes on or ends."""
