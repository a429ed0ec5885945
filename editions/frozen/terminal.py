"""A terminal for the smoke test: starts the program in it, types lines, and waits for what it says.

Only the standard library, but on Windows, whose terminals that does not know: there it takes `pywinpty`.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds in which what is waited for must come: machines that test are busy."""
SIZE = 40, 200
"""Rows and columns: broad, so that no line is broken."""
_STEERING = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()=>][A-Z0-9]?)|\r")


def _as_text(steering: re.Match[str]) -> str:
    """Windows may go to the beginning of a line by its number, where others end the line before."""
    return "\n" if steering[0].endswith("H") else ""


class SilentError(AssertionError):
    """What was waited for did not come."""


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, command: list[str], cwd: Path, environment: Mapping[str, str]) -> None:
        self._said = ""
        self.at = 0
        """How much of what was said is heard already."""
        self._open = True
        self._status: int | None = None
        self._start(command, cwd, dict(environment))

    def wait_for(self, *texts: str) -> str:
        """Wait until one of these texts is said after what was heard before; gives which.

        Raises:
            SilentError: none of them comes.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            new = self.text[self.at :]
            found = [(new.index(text), text) for text in texts if text in new]
            if found:
                where, text = min(found)
                self.at += where + len(text)
                return text
            if not self._open:
                break
            self._read()
        raise SilentError(f"None of {texts} was said, but: {self.text[self.at :][-2000:]!r}")

    @property
    def text(self) -> str:
        """Everything that was said, without what steers a terminal."""
        return _STEERING.sub(_as_text, self._said)

    def end(self) -> int:
        """Wait until the program has ended; its exit status.

        Raises:
            SilentError: it goes on.
        """
        until = time.monotonic() + PATIENCE
        while self._open and time.monotonic() < until:
            self._read()
        if self._open:
            raise SilentError(f"It did not end, but said: {self.text[self.at :][-2000:]!r}")
        return self._wait()

    if sys.platform == "win32":

        def _start(self, command: list[str], cwd: Path, environment: dict[str, str]) -> None:
            from winpty import PtyProcess

            self._process: Any = PtyProcess.spawn(command, cwd=str(cwd), env=environment, dimensions=SIZE)
            self._process.fileobj.settimeout(0.1)  # else reading waits for ever

        def type(self, keys: str) -> None:
            """Type this."""
            self._process.write(keys)

        def _read(self) -> None:
            try:
                self._said += self._process.read(65536)
            except TimeoutError:
                return
            except EOFError:
                self._open = False

        def _wait(self) -> int:
            self._process.wait()
            return int(self._process.exitstatus or 0)

    else:

        def _start(self, command: list[str], cwd: Path, environment: dict[str, str]) -> None:
            import fcntl
            import pty
            import struct
            import termios

            self._pid, self._end = pty.fork()
            if not self._pid:
                os.chdir(cwd)
                os.execve(command[0], command, environment)
            fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))

        def type(self, keys: str) -> None:
            """Type this."""
            os.write(self._end, keys.encode())

        def _read(self) -> None:
            import select

            if not select.select([self._end], [], [], 0.1)[0]:
                return
            try:
                data = os.read(self._end, 65536)
            except OSError:  # how Linux tells that nobody writes there any more
                data = b""
            self._said += data.decode("utf-8", "replace")
            self._open = bool(data)

        def _wait(self) -> int:
            return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
