"""A comparison of many as a page beside one of few."""

from __future__ import annotations

from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import Command, run
from benchmarks.speed.rows import Pairs, Row, in_turn

FEW, MANY = 30, 300


def _each(made: Initiatives, size: int) -> float:
    """Milliseconds of the processor for each initiative, without the start."""
    arguments = ("compare", str(made.some(size)), str(size), made.output(".html"))
    return 1000 * float(run(Command(("-m", "benchmarks.speed.growing", *arguments))).printed) / size


def _pairs(made: Initiatives, rounds: int) -> Pairs:
    return in_turn(lambda: _each(made, MANY), lambda: _each(made, FEW), rounds)


ROWS = {"compare": Row(_pairs)}
