"""Runs of the program and of what it is held against, each in a process of its own."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.figures import ROOT

PROGRAM = ("-c", "import sys; from poolwijzer.cli.main import run; sys.exit(run())")
"""What the console script does."""
PATIENCE = 300
"""Seconds without anything new on a screen, after which it is given up; it may run under what counts."""
DATE = ("--date", "2026-11-01")


@dataclass(frozen=True)
class Command:
    """What Python runs. Of a program that asks, `talk` is what its screen shows, and what is typed then."""

    arguments: tuple[str, ...]
    talk: tuple[tuple[str, str], ...] = ()
    python: str = sys.executable
    where: Path = ROOT


@dataclass(frozen=True)
class Spent:
    """What a run took: seconds by the clock and of the processor, the most MB it held, and what it printed."""

    seconds: float
    processor: float
    memory: float
    printed: str


def environment() -> dict[str, str]:
    """The environment of every run: always of one day, and without what would forbid compiled files."""
    unwanted = {"POOLWIJZER_MENUS", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "SOURCE_DATE_EPOCH": "1793491200", "TERM": "xterm", "PYTHONHASHSEED": "0"}


def run(command: Command, *, allowed: Sequence[int] = (0,), before: Sequence[str] = ()) -> Spent:
    """Run it to its end.

    Args:
        command: What is run.
        allowed: The statuses with which it may leave.
        before: What runs Python, and counts.

    Raises:
        CalledProcessError: it left with another status.
    """
    arguments = [*before, command.python, *command.arguments]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        with subprocess.Popen(arguments, cwd=command.where, env=environment(), stdout=out, stderr=said) as child:
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        printed = out.read().decode("utf-8", "replace")
        if child.returncode not in allowed:
            said.seek(0)
            told = said.read().decode("utf-8", "replace")
            raise subprocess.CalledProcessError(child.returncode, arguments, printed, told)
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed)


def talk(command: Command, before: Sequence[str] = ()) -> float:
    """How many seconds it takes until a terminal shows the last of what is waited for; the program is ended then."""
    import pty

    arguments = [*before, command.python, *command.arguments]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment())
        shown = b""
        try:
            for words, keys in command.talk:
                while words.encode() not in shown:
                    if not select.select([terminal], [], [], PATIENCE)[0]:
                        raise TimeoutError
                    shown += os.read(terminal, 65536)
                if keys:
                    shown = b""
                    os.write(terminal, keys.encode())
            return time.perf_counter() - start
        except OSError:
            raise subprocess.CalledProcessError(1, arguments, stderr=shown.decode("utf-8", "replace")) from None
        finally:
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)
            os.close(terminal)


def seconds_of(command: Command) -> float:
    """By the clock, start of Python included."""
    return talk(command) if command.talk else run(command).seconds


def last_line(failure: subprocess.CalledProcessError) -> str:
    """What a program said last before it failed."""
    return ((failure.stderr or "").strip().splitlines() or [f"status {failure.returncode}"])[-1]
