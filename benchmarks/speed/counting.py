"""Counting instructions: they are the same whatever else the machine does, where seconds are not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.processes import Command, last_line, run, talk


@dataclass(frozen=True)
class Work:
    """Work that is counted: a run, or what one run does more than another with less to do, for each piece."""

    command: Command
    without: Command | None = None
    pieces: int = 1

    @property
    def commands(self) -> tuple[Command, ...]:
        """The run, and the one that is taken off."""
        return (self.command, self.without) if self.without else (self.command,)


def counter() -> str | None:
    """The counter that is installed, by name and version; None if there is none."""
    if not shutil.which("valgrind"):
        return None
    told = subprocess.run(["valgrind", "--version"], capture_output=True, text=True, check=True).stdout
    return told.strip().replace("valgrind-", "callgrind van valgrind ")


def count_all(works: Mapping[str, Sequence[Work]]) -> dict[str, list[float] | str]:
    """Millions of instructions of each, or why they were not counted: every run once, on all cores together."""
    commands = {command for several in works.values() for work in several for command in work.commands}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        told = dict(zip(commands, pool.map(_instructions, commands), strict=True))

    def count(work: Work) -> float:
        more, *less = (told[command] for command in work.commands)
        return (int(more) - sum(map(int, less))) / work.pieces / 1e6

    found: dict[str, list[float] | str] = {}
    for name, several in works.items():
        failed = [one for work in several for command in work.commands if isinstance(one := told[command], str)]
        found[name] = failed[0] if failed else [count(work) for work in several]
    return found


def _instructions(command: Command) -> int | str:
    """Of a whole run, or why it did not come to its end."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        before = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={told}"]
        try:
            if command.talk:
                talk(command, before)
            else:
                run(command, before=before)
        except subprocess.CalledProcessError as failure:
            return last_line(failure)
        found = re.search(r"Collected : (\d+)", told.read_text(encoding="utf-8", errors="replace"))
    return int(found[1]) if found else "callgrind counted nothing"
