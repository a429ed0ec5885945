"""How soon a key that answers a question has the next question on screen, with the answer on disk.

It holds the conversation on a file that somebody edited by hand, past every question, and presses a key at each. What
the disk takes to keep a file (fsync) is measured in the program and taken off: that says something of the disk. Beside
the time by the clock stands the processor time of the program, which other work on the machine does not add to.
"""

import argparse
import os
import pty
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pyte

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "flexteam-drenthe.yaml"
GOAL = 50
"""In milliseconds, from a key to the next question."""
COLUMNS, ROWS = 80, 30
QUIET = 0.12
"""Seconds in which nothing is written any more: then all of a screen is there."""
READING = 0.3
"""Seconds before a key is pressed: nobody reads faster, and the program uses them to clear up."""
MOST_KEYS = 400

# The program, which tells when it kept a file; the clock is the same for every process.
PROGRAM = """
import os, sys, time
told = int(sys.argv.pop(1))
keep = os.fsync

def timed(file):
    began = time.monotonic()
    try:
        keep(file)
    finally:
        os.write(told, f"{began} {time.monotonic()}\\n".encode())

os.fsync = timed
from poolwijzer.cli.main import run
sys.exit(run())
"""


@dataclass(frozen=True)
class Press:
    """A key, and what came of it; in milliseconds."""

    question: str
    waited: float
    """From the key to the last that was written for it, without what the disk took."""
    worked: float
    """The processor time of the program."""
    kept: float
    """What the disk took."""
    saved: bool
    onward: bool
    """Whether another screen came."""


class Conversation:
    """The program in a terminal."""

    def __init__(self, *arguments: str) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._told, write = os.pipe()
        os.set_blocking(self._told, False)
        os.set_inheritable(write, True)
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "LINES": str(ROWS)}
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, str(write), *arguments], environment)
        os.close(write)

    def close(self) -> None:
        """End the program."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)
        os.close(self._told)

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return [line.rstrip() for line in self._screen.display]

    def wait(self, patience: float = 30) -> float:
        """Wait until a screen is there, and give the moment of the last that was written for it; 0 if it ended."""
        last = 0.0
        # A screen ends with its keys: between erasing the last one and drawing this one there is nothing.
        while select.select([self._terminal], [], [], QUIET if last and any(self.lines) else patience)[0]:
            try:
                written = os.read(self._terminal, 65536)
            except OSError:
                return 0.0
            last = time.monotonic()
            self._stream.feed(written)
        return last

    def press(self, key: str) -> Press | None:
        """Press a key; None if the program ended."""
        before, question = self.lines, self.question
        worked = self._processor()
        began = time.monotonic()
        os.write(self._terminal, key.encode())
        if not (last := self.wait()):
            return None
        kept = [(one, other) for one, other in self._fsyncs() if one < last]
        disk = sum(other - one for one, other in kept)
        return Press(
            question=question,
            waited=1000 * (last - began - disk),
            worked=1000 * (self._processor() - worked),
            kept=1000 * disk,
            saved=bool(kept),
            onward=self.lines != before,
        )

    def _processor(self) -> float:
        """The processor time of the program so far, by the clock that the system has for each process."""
        return time.clock_gettime(~self._child << 3 | 2)

    def _fsyncs(self) -> list[tuple[float, float]]:
        """When it kept files since the last time that this was asked."""
        try:
            told = os.read(self._told, 65536).decode()
        except BlockingIOError:
            return []
        return [(float(one), float(other)) for one, other in map(str.split, told.splitlines())]

    @property
    def question(self) -> str:
        """Where the conversation is, as the head of the screen says."""
        return self.lines[0].split("  ")[0]


def next_key(lines: list[str], stayed: bool) -> str:
    """A key that answers what is on screen with something else than stands there, or goes on from where one stayed."""
    foot = next((line for line in reversed(lines) if line), "")
    if stayed or not foot.startswith("1-"):
        return "\r"
    return "3" if any("2 ●" in line for line in lines) else "2"


def presses(conversation: Conversation) -> Iterator[Press]:
    """Everything that is pressed until the end of the conversation."""
    conversation.wait()
    stayed = False
    for _ in range(MOST_KEYS):
        time.sleep(READING)
        found = conversation.press(next_key(conversation.lines, stayed))
        if found is None:
            return
        stayed = not stayed and conversation.question == found.question
        yield found


def main() -> None:
    """Prints how long the next question took, and where it took longest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--slowest", type=int, default=5, metavar="N", help="how many of the slowest to name (default 5)"
    )
    parser.add_argument("--show", action="store_true", help="show every screen, to see what is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / EXAMPLE.name
        shutil.copyfile(EXAMPLE, file)
        conversation = Conversation("assess", str(file), "--all", "--full", "--date", "2026-11-01")
        found = []
        try:
            for press in presses(conversation):
                found.append(press)
                if options.show:
                    print(press, *conversation.lines, sep="\n")
        finally:
            conversation.close()
    told = [press for press in found if press.saved and press.onward]
    kept = median(press.kept for press in told)
    print(f"{len(found)} keys, of which {len(told)} answers that were saved; fsync took {kept:.1f} ms of each")
    print(f"\n{'from a key to the next question':<34}{'median':>9}{'slowest':>9}{'goal':>7}")
    for name, times in (
        ("by the clock, beside fsync", [press.waited for press in told]),
        ("processor time of the program", [press.worked for press in told]),
    ):
        verdict = "holds" if median(times) <= GOAL else "missed"
        print(f"{name:<34}{median(times):6.0f} ms{max(times):6.0f} ms{GOAL:4} ms  {verdict}")
    print("\nthe slowest, by the processor")
    for press in sorted(told, key=lambda press: -press.worked)[: options.slowest]:
        print(f"{press.worked:6.0f} ms  {press.question}")


if __name__ == "__main__":
    main()
