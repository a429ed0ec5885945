"""Asking who is in the room at a terminal, for `poolwijzer workshop init`."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.cli.boundary import say
from poolwijzer.problems import InputError, harmless

if TYPE_CHECKING:
    from poolwijzer.content.content import Content
    from poolwijzer.workshop.plan import RoomInitiative
    from poolwijzer.workshop.room_questions import Room

INITIATIVE = "--initiative"
"""The option with which an initiative is given where nobody is asked."""


def has_terminal() -> bool:
    """Whether there is somebody to ask."""
    return bool(sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty())


def ask_room(
    content: Content,
    title: str | None,
    people: int | None,
    number: int | None,
    asked: list[RoomInitiative],
    today: date | None,
) -> Room:
    """Ask who is in the room.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C, or the terminal is gone; nothing was made.
    """
    from poolwijzer.interview.plain import PlainPresenter
    from poolwijzer.interview.stop_signals import take_stop_signals
    from poolwijzer.workshop.room_questions import RoomQuestions

    questions = RoomQuestions(content, _lines(), PlainPresenter(content).say)
    questions.found = asked
    try:
        with take_stop_signals():
            return questions.run(title, people, number, today)
    except (EOFError, OSError):
        raise KeyboardInterrupt from None


def _lines() -> Callable[[], str]:
    """What gives the next line: one can be changed while it is typed, where the cursor can move.

    What is pasted on several lines answers as many questions.
    """
    from poolwijzer.interview.plain_input import take_lines

    waiting: list[str] = []
    take: Callable[[], list[str]] = take_lines
    if os.environ.get("TERM", "dumb" if os.name == "posix" else "") not in ("dumb", "unknown"):
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.renderer import CPR_Support

        session: PromptSession[str] = PromptSession(history=DummyHistory())
        # To ask where the cursor is costs time on a far terminal, and some answer nothing.
        session.app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED

        def take() -> list[str]:
            return session.prompt("> ").splitlines()

    def following() -> str:
        if not waiting:
            waiting.extend(take() or [""])
        return waiting.pop(0)

    return following


@contextlib.contextmanager
def told_again(folder: Path, asked: list[RoomInitiative]) -> Iterator[None]:
    """Where nothing comes of what somebody typed, give it as a command, so that it need not be typed again."""
    from poolwijzer.workshop.room import write_initiative

    try:
        yield
    except (InputError, KeyboardInterrupt):
        if asked:
            given = [part for one in asked for part in (INITIATIVE, write_initiative(one))]
            words = ["poolwijzer", "workshop", "init", str(folder), *given]
            command = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
            with contextlib.suppress(OSError):  # the terminal may be gone too
                say(harmless(f"Zo hoeft u de initiatieven niet opnieuw te typen: {command}"))
        raise
