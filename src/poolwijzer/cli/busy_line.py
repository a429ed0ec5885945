"""A line that says what is being made, for who waits at a terminal."""

from __future__ import annotations

import shutil
import sys
from typing import TextIO

from poolwijzer.formats.signs import spell
from poolwijzer.problems import harmless


class BusyLine:
    """One line that is written over each time; nothing at all where no terminal shows it."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """On a stream, or else where messages go."""
        self._stream = stream if stream is not None else sys.stderr
        self._shown = 0

    def show(self, text: str) -> None:
        """Say what is going on now."""
        if self._stream is None or not self._stream.isatty():
            return
        line = harmless(text)[: max(shutil.get_terminal_size().columns - 1, 1)]
        self._put(f"\r{line.ljust(self._shown)}")
        self._shown = len(line)

    def clear(self) -> None:
        """Take the line away; what comes next starts on a clean one."""
        if self._shown:
            self._put(f"\r{' ' * self._shown}\r")
            self._shown = 0

    def _put(self, text: str) -> None:
        self._stream.write(spell(text, self._stream.encoding or "ascii"))
        self._stream.flush()
