"""Reports as PDF and in Word, beside what they stand on."""

from __future__ import annotations

from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import Command, run
from benchmarks.speed.rows import Pairs, Row

DOCUMENTS = 8
"""In every process."""
HELD = 50
FOLDER = 64
"""Initiatives that reports are made of: enough for all that differ, and each of the examples as often."""


def _documents(made: Initiatives, kind: str, number: int) -> Command:
    return Command(("-m", "benchmarks.speed.documents", str(made.some(FOLDER)), kind, str(number)))


def _beside(own: str, other: str) -> Row:
    """Two kinds, report by report."""

    def milliseconds(made: Initiatives, kind: str) -> list[float]:
        return [1000 * float(line) for line in run(_documents(made, kind, DOCUMENTS)).printed.split()]

    def pairs(made: Initiatives, rounds: int) -> Pairs:
        both = ((milliseconds(made, own), milliseconds(made, other)) for _ in range(rounds))
        return [pair for mine, theirs in both for pair in zip(mine, theirs, strict=True)]

    return Row(pairs)


def _held(made: Initiatives, rounds: int) -> Pairs:
    told = (run(_documents(made, "held", HELD)).printed.split() for _ in range(rounds))
    return [(float(after), float(first)) for first, after in told]


ROWS = {
    "pdf": _beside("pdf", "typst"),
    "pdf-memory": Row(_held),
    "word": _beside("docx", "html"),
}
