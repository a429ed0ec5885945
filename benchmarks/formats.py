"""What each format of a report costs beside a PDF: ten reports of every format, made in one run.

Only the writing counts; menus, advice and reports are made before. Every format writes one report first, so that
libraries are imported and fonts are read. No report is written twice in a format: the compiler of PDFs remembers what
it made, so every round has initiatives of its own. It is a report, not a test.
"""

import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console

from benchmarks.speed.initiatives import Initiatives
from poolwijzer import Outcome, load, load_menus
from poolwijzer.drawing.svg import draw
from poolwijzer.formats.registry import DATA_SUFFIX, PICTURE_SUFFIX, WHOLE_REPORTS, Theme, writer_for
from poolwijzer.formats.terminal import show_report
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document, json_bytes
from poolwijzer.report.model import Depth, Report
from poolwijzer.report.texts import drawings_in

ON = date(2026, 11, 1)
REPORTS, ROUNDS = 10, 3
Work = Callable[[], int]
"""Makes a file, and tells how many bytes it has."""


def works(depth: Depth, paths: Iterable[Path]) -> dict[str, list[Work]]:
    """For every format how the report of each of these is made in it."""
    content = load_menus()
    made: dict[str, list[Work]] = {}
    for path in paths:
        assessment = load(path, content)
        outcome = Outcome(content, assessment, ON)
        report = build_report(outcome, version="0", depth=depth)
        for suffix in WHOLE_REPORTS:
            made.setdefault(suffix, []).append(partial(_written, suffix, report))
        data = partial(document, outcome, "0")
        made.setdefault(DATA_SUFFIX, []).append(partial(_as_data, data))
        made.setdefault(PICTURE_SUFFIX, []).append(partial(_pictured, report))
        made.setdefault("terminal", []).append(partial(_shown, report))
    return made


def _written(suffix: str, report: Report) -> int:
    return len(writer_for(suffix)(report, Theme()))


def _as_data(data: Callable[[], dict[str, Any]]) -> int:
    return len(json_bytes(data()))


def _pictured(report: Report) -> int:
    return sum(len(draw(picture).encode("utf-8")) for picture in drawings_in(report.sections))


def _shown(report: Report) -> int:
    screen = io.StringIO()
    show_report(report, Console(file=screen, width=100))
    return len(screen.getvalue().encode("utf-8"))


def seconds(work: Iterable[Work]) -> tuple[float, int]:
    """How long it takes to do all of it, and how many bytes that gave."""
    start = time.perf_counter()
    size = sum(one() for one in work)
    return time.perf_counter() - start, size


def _measured(depth: Depth, files: Iterator[Path]) -> list[dict[str, tuple[float, int]]]:
    """Seconds and bytes of ten reports in every format, for each round."""
    first, *rest = (works(depth, islice(files, number)) for number in (1, *[REPORTS] * ROUNDS))
    for work in first.values():
        work[0]()
    return [{name: seconds(work) for name, work in made.items()} for made in rest]


def main() -> None:
    """Prints the table, once for a document and once for a page."""
    depths: tuple[Depth, ...] = ("gewoon", "kort")
    with TemporaryDirectory() as folder:
        several = len(depths) * (REPORTS * ROUNDS + 1)
        files = iter(sorted(Initiatives(Path(folder)).some(several).iterdir()))
        found = {depth: _measured(depth, files) for depth in depths}
    for depth, rounds in found.items():
        print(f"\nPython {sys.version.split()[0]}, ten reports at depth {depth}, median of {ROUNDS} rounds\n")
        print(f"{'':<10}  {'beside PDF':>10}  {'ten reports':>11}  {'one of them':>11}  {'size of one':>11}")
        for name in sorted(rounds[0], key=lambda name: -median(found[name][0] for found in rounds)):
            ratio = median(found[name][0] / found[".pdf"][0] for found in rounds)
            took, size = median(found[name][0] for found in rounds), rounds[0][name][1]
            one = f"{1000 * took / REPORTS:.0f} ms"
            print(f"{name:<10}  {ratio:8.3f} x  {took:9.2f} s  {one:>11}  {size / REPORTS / 1000:8.0f} kB")


if __name__ == "__main__":
    main()
