"""Programs that people know, doing what comes nearest, in the same run.

They are not part of what Poolwijzer is tested with: `make bench` puts them in an environment of their own, and who does
not have them is told so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.speed.batches import TIMED, batch
from benchmarks.speed.figures import ROOT
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import PROGRAM, Command, run, seconds_of
from benchmarks.speed.rows import Pairs, in_turn
from benchmarks.speed.starts import HELP

FOLDER = ROOT / ".venv-peers"
PLAIN = "benchmarks/speed/plain_sums.py"


@dataclass(frozen=True)
class Peer:
    """Another program, and what of both is held side by side; without a `program` it is a script of our own."""

    id: str
    what: str
    against: str
    program: str
    own: Callable[[Initiatives], Command]
    other: Callable[[Initiatives, Command], Command]

    def found(self) -> Command | None:
        """How it is started; None where it is not installed."""
        if not self.program:
            return Command((PLAIN,))
        for place in (FOLDER / "bin", Path(sys.executable).parent):
            if (place / self.program).exists():
                return Command((str(place / self.program),), python=str(place / "python"))
        return None

    def version(self) -> str:
        """By name, as pip tells it."""
        found = self.found()
        if not (self.program and found):
            return ""
        asked = f"from importlib.metadata import version; print(version({self.program!r}))"
        return f"{self.program} {run(Command(('-c', asked), python=found.python)).printed.strip()}"

    def pairs(self, made: Initiatives, found: Command, rounds: int) -> Pairs:
        """Seconds by the clock, start included: all of both, as a user has it."""
        own, other = self.own(made), self.other(made, found)
        return in_turn(lambda: 1000 * seconds_of(own), lambda: 1000 * seconds_of(other), rounds)


def _start(id: str) -> Peer:
    def help_of(made: Initiatives, found: Command) -> Command:
        # One of them leaves a database where it is started.
        return replace(_with(found, "--help"), where=Path(made.output("")).parent)

    return Peer(id, "`poolwijzer --help`", f"`{id} --help`", id, lambda _: HELP, help_of)


def _with(found: Command, *more: str) -> Command:
    return Command((*found.arguments, *more), python=found.python)


def _batch(made: Initiatives) -> Command:
    return batch(made.some(TIMED), made.output(".csv"))


def _checked(made: Initiatives, found: Command) -> Command:
    schema = Path(made.output(".schema.json"))
    schema.write_text(run(Command((*PROGRAM, "schema", "assessment"))).printed, encoding="utf-8")
    return _with(found, "--schemafile", str(schema), *map(str, sorted(made.some(TIMED).iterdir())))


PEERS = (
    _start("copier"),
    _start("devops-maturity"),
    Peer(
        "check-jsonschema",
        f"`batch` van {TIMED} bestanden: nakijken, plaatsen en adviseren",
        "`check-jsonschema`: alleen nakijken, met het schema van Poolwijzer",
        "check-jsonschema",
        _batch,
        _checked,
    ),
    Peer(
        "plain-sums",
        f"`batch` van {TIMED} bestanden: nakijken, plaatsen en adviseren",
        "een kort script: PyYAML in C, pydantic en alleen de gemiddelden",
        "",
        _batch,
        lambda made, found: _with(found, str(made.some(TIMED)), made.output(".plain.csv")),
    ),
)
