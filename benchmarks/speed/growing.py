"""Work that grows, in a process of its own: `python -m benchmarks.speed.growing KIND PATH NUMBER OUTPUT`.

Prints the seconds of the processor that it took, without the start: what is small is done a few times, and the median
counts.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median

from typer.testing import CliRunner

from poolwijzer import load_menus, run_batch
from poolwijzer.cli.app import app

ENOUGH, LONG = 0.5, 10
"""Seconds after which it is not done again, and in one of which it is done once."""
FEWEST, MOST = 3, 9
ON = date(2026, 11, 1)


def main() -> None:
    """Do it, and tell."""
    kind, path, number, output = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    menus = load_menus()
    files = [] if path.is_file() else [str(one) for one in islice(sorted(path.iterdir()), number)]

    def work() -> None:
        if kind == "initiatives":
            assert sum(1 for _ in run_batch(files, menus, ON)) == number
        elif kind == "respondents":
            assert all(row["status"] != "fout" for row in run_batch(path, menus, ON, rows="respondents"))
        else:
            told = CliRunner().invoke(
                app, ["compare", *files, "--as", "initiatives", "--date", str(ON), "-o", output, "--force"]
            )
            assert told.exit_code == 0, told.output

    took: list[float] = []
    while not took or (took[0] < LONG and (len(took) < FEWEST or sum(took) < ENOUGH) and len(took) < MOST):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    # The first also imports what it needs: of what takes long that is nothing.
    print(median(took[1:] or took))


if __name__ == "__main__":
    main()
