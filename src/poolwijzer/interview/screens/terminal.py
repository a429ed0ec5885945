"""The conversation on a terminal whose cursor can move: one question at a time, large and alone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from prompt_toolkit.application.current import get_app_session

from poolwijzer.content.content import Content
from poolwijzer.interview.asked import Asked
from poolwijzer.interview.face import Check, Keys
from poolwijzer.interview.frame import Frame
from poolwijzer.interview.screens import typing
from poolwijzer.interview.screens.listing import Listing
from poolwijzer.interview.screens.paging import Paging
from poolwijzer.interview.screens.pointing import Pointing
from poolwijzer.interview.screens.running import run
from poolwijzer.interview.wishes import Escaped, Event, Typed
from poolwijzer.report.model import Report


class TerminalFace:
    """Shows each thing on a screen of its own (implements `poolwijzer.interview.face.Face`)."""

    def __init__(self, content: Content) -> None:
        """The menus are for the typology to point at."""
        self._content = content
        self._last: Listing | None = None

    def session(self) -> AbstractContextManager[object]:
        """Keep what is typed between two screens for the next, instead of letting the terminal print it."""
        return get_app_session().input.raw_mode()

    def ask(self, asked: Asked, frame: Frame) -> Event:
        """Show a question that is answered by picking or pointing."""
        if asked.shape == "point":
            return run(Pointing(asked, frame, self._content))
        listing = Listing(asked, frame)
        if self._last is not None and self._last.asked.step == asked.step:
            listing.as_it_was(self._last)
        self._last = listing
        return run(listing)

    def write(self, asked: Asked, frame: Frame, check: Check, text: str | None = None) -> Typed | Escaped | Event:
        """Ask for a line of text."""
        return typing.write(asked, frame, check, text)

    def read(self, report: Report, frame: Frame, keys: Keys, progress: str = "") -> Event:
        """Show something to read."""
        return run(Paging(report, frame, keys, progress))

    def pick(self, title: str, choices: Sequence[str], at: int = 0) -> int | None:
        """Let someone pick from a list, which begins at one of them."""
        return typing.pick(title, choices, at)

    def say(self, text: str) -> None:
        """The last words, on a screen that is clear again."""
        typing.clear()
        typing.say(text)
