"""Measure, show, and write docs/snelheid.md: `python -m benchmarks.speed`, or `make bench`.

Times are measured one after the other; instructions are counted after them, on all cores at once, since nothing else
changes them. It is a report and no test: a row that misses its goal, or that cannot run, does not fail. With --quick or
--only it shows and does not write.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.figures import ROOT, Figures, Measured, keep_figures, read_figures
from benchmarks.speed.goals import GOALS
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.machine import describe, load
from benchmarks.speed.measuring import Run
from benchmarks.speed.page import PAGE, page, read_words


def tell(measured: Mapping[str, Measured]) -> None:
    """Which goals hold."""
    print()
    for goal in GOALS:
        if one := measured.get(goal.id):
            sign, by = ">=" if goal.at_least else "<=", "instructions" if one.counts else "time or memory"
            verdict = "holds" if goal.holds(one.decides) else "missed"
            print(f"{goal.id:<24} {one.decides:5.2f} x  {sign} {goal.bound:4.2f}  {verdict:<6}  by {by}")


def main() -> None:
    """Measure, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each row is measured (default 3)")
    parser.add_argument("--quick", action="store_true", help="one round of smaller work, no instructions, no page")
    parser.add_argument("--only", default="", metavar="NAME", help="one row, growth or reports; no page")
    parser.add_argument("--uncounted", action="store_true", help="no instructions, and no page")
    parser.add_argument("--write", action="store_true", help="also write the page of a quick run; it says so")
    parser.add_argument("--page", action="store_true", help="only write the page anew, of what was measured before")
    given = parser.parse_args()
    if not given.page:
        start, load_before = time.perf_counter(), load()
        with TemporaryDirectory() as folder:
            made = Initiatives(Path(folder))
            rounds = 1 if given.quick else max(given.rounds, 1)
            one = Run(made, rounds=rounds, quick=given.quick, only=given.only)
            one.measure()
            if not given.uncounted and (given.write or not given.quick):
                one.count()
        tell(one.goals)
        print(f"\nIt took {(time.perf_counter() - start) / 60:.0f} minutes.")
        if given.only or given.uncounted or (given.quick and not given.write):
            return
        day = datetime.now(UTC).date().isoformat()
        machine = describe(load_before)
        keep_figures(Figures(day, rounds, given.quick, machine, one.goals, one.peers, one.growth, one.reports))
    PAGE.write_text(page(read_figures(), read_words()), encoding="utf-8", newline="\n")
    print(f"Written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
