"""A terminal for the tests: starts the program in it, presses keys, and reads what the screen shows."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

from tests.cli.conftest import PROGRAM

KEYS = {
    "Enter": "\r",
    "Escape": "\x1b",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Tab": "\t",
    "PageDown": "\x1b[6~",
    "Ctrl-C": "\x03",
    "Ctrl-N": "\x0e",
    "Ctrl-U": "\x15",
}
DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY")
PATIENCE = 30.0
"""Seconds until a screen that does not come is a failure; long, because machines that test are busy."""


class Terminal:
    """One program in a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        unwanted = ("POOLWIJZER_MENUS", "NO_COLOR", "COLUMNS", "LINES", "VISUAL", "EDITOR", *DESKTOP)
        # Reports that a test makes do not open on the desktop of who runs it.
        elsewhere = {} if "DISPLAY" in (environment or {}) else {"SSH_CONNECTION": "10.0.0.1 22 10.0.0.2 22"}
        own = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.child: Any = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *arguments],
            cwd=str(cwd),
            env={**own, "TERM": "xterm-256color", "LANG": "C.UTF-8", **elsewhere, **(environment or {})},
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.raw = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows, without the blanks at the end of lines."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what the program wrote; false once it has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def wait_for(self, *words: str, gone: str = "") -> str:
        """The screen once it shows these words, and no longer those."""
        end = time.monotonic() + PATIENCE
        # The text of a screen takes longer to make than anything else here: once for all that was read.
        shown = self.text
        while not all(word in shown for word in words) or (gone and gone in shown):
            if not self.read() or time.monotonic() > end:
                raise AssertionError(f"{words!r} did not come on this screen:\n{self.text}")
            shown = self.text
        return shown

    def settled(self) -> str:
        """The screen once the program has drawn all of it."""
        shown = b""
        while shown != self.raw:
            shown = self.raw
            self.read(0.2)
        return self.text

    def press(self, *keys: str) -> None:
        """Press keys by name, or type text as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def begin(self) -> None:
        """Go by the welcome of a new conversation."""
        self.wait_for("Welkom", "Enter beginnen")
        self.press("Enter")
        self.wait_for("Hoe heet het initiatief?")

    def stop(self) -> int:
        """Stop before the end, where there is something to report on."""
        self.press("q")
        self.wait_for("Druk op Enter om te stoppen")
        self.press("Enter")
        return self.ended()

    def answer(self, *lines: str) -> None:
        """Where the program asks line by line: enter these, each once it is asked for another."""
        self._asked()
        for line in lines:
            before = len(self.raw)
            self.press(line, "Enter")
            self._asked(before)

    def _asked(self, after: int = 0) -> None:
        """Wait until more was written than so much, and the last of it is where a line is typed."""
        end = time.monotonic() + PATIENCE
        while not (len(self.raw) > after and self.raw.endswith(b"\r\n> ")):
            if not self.read() or time.monotonic() > end:
                raise AssertionError(f"it asks for no line:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def ended(self) -> int:
        """Wait until the program ends, and give its exit status; a signal counts as its number below zero."""
        end = time.monotonic() + PATIENCE
        while self.read():
            if time.monotonic() > end:
                raise AssertionError(f"the program goes on:\n{self.text}")
        self.child.close()
        status = self.child.exitstatus
        return int(status) if status is not None else -int(self.child.signalstatus or 0)
