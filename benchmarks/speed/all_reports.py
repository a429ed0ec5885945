"""A report on every municipality, by two workers: how long somebody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.batches import QUICK
from benchmarks.speed.figures import ReportsMade, four_digits
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import DATE, PROGRAM, Command, run

MUNICIPALITIES = 342
KINDS = {"html": "HTML", "docx": "Word", "pdf": "PDF"}


def make_all(made: Initiatives, *, quick: bool) -> Iterator[tuple[str, ReportsMade]]:
    """Of each kind what so many took, start included."""
    number = MUNICIPALITIES // QUICK if quick else MUNICIPALITIES
    for kind in KINDS:
        with TemporaryDirectory() as folder:
            to = ("--reports", folder, "--format", kind, "--jobs", "2", "--quiet", "--force")
            spent = run(Command((*PROGRAM, "batch", str(made.some(number)), *DATE, *to)))
            size = sum(path.stat().st_size for path in Path(folder).iterdir())
            assert len(list(Path(folder).iterdir())) == number
        each = 1000 * spent.processor / number
        yield (
            kind,
            ReportsMade(number, four_digits(spent.seconds), four_digits(each), four_digits(size / number / 1000)),
        )
