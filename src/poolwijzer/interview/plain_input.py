"""Lines as they come in at a terminal without screens: what was typed, and what was pasted with it."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time

from poolwijzer.interview.presenter import BURST
from poolwijzer.interview.stop_signals import raise_if_stopped, wait_or_stop


def can_move_cursor() -> bool:
    """Whether a program can write anywhere on this terminal; on one that cannot, everything goes by lines."""
    return os.environ.get("TERM", "dumb" if os.name == "posix" else "") not in ("dumb", "unknown")


def take_lines() -> list[str]:
    """A line, and what came in right behind it: nobody types that. Empty lines say nothing."""
    raise_if_stopped()
    sys.stdout.write("> ")
    sys.stdout.flush()
    wait_or_stop(sys.stdin)
    lines = [input()]
    with contextlib.suppress(EOFError):
        while _more_waits():
            lines.append(input())
    return [line for line in map(_seen, lines) if line]


def _seen(line: str) -> str:
    """A line without what arrows and control keys leave in it where nobody takes them for what they are."""
    return re.sub(r"\x1b(\[[0-9;?]*[A-Za-z~]|O[A-Za-z])?|[\x00-\x08\x0a-\x1f\x7f]", "", line).strip()


def _more_waits() -> bool:
    """Whether another line comes in at the terminal, sooner than a person can type one."""
    if sys.platform == "win32":
        import msvcrt

        time.sleep(BURST)
        return msvcrt.kbhit()
    import select

    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([sys.stdin], [], [], BURST)[0])
    return False
