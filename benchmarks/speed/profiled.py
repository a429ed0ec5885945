"""Where the time of a start goes: `python -m benchmarks.speed.profiled`, for `--help` and `advise --json`.

First the imports, beside those of the reference; then our own functions, of which a profiler makes all slower.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict

from benchmarks.speed.figures import ROOT
from benchmarks.speed.processes import PROGRAM, Command, environment, run
from benchmarks.speed.starts import ADVISE, EMPTY, HELP, READING

MOST = 25
"""Lines of each table."""
PROFILED = f"""
import contextlib, cProfile, io, pstats
from poolwijzer.cli.main import run
profile = cProfile.Profile()
unseen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
with contextlib.redirect_stdout(unseen), contextlib.suppress(SystemExit):
    profile.runcall(run)
pstats.Stats(profile).sort_stats("cumulative").print_stats("poolwijzer", {MOST})
"""


def import_times(command: Command) -> dict[str, float]:
    """Milliseconds spent importing, each module's own time added up by room or package."""
    times: defaultdict[str, float] = defaultdict(float)
    arguments = [command.python, "-X", "importtime", *command.arguments]
    done = subprocess.run(arguments, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    for line in done.stderr.splitlines():
        if found := re.match(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", line):
            parts = found[2].split(".")
            times[".".join(parts[: 2 if parts[0] == "poolwijzer" else 1])] += int(found[1]) / 1000
    return times


def show(name: str, own: Command, other: Command) -> None:
    """Print both tables."""
    program, reference = import_times(own), import_times(other)
    print(f"\n{name}: importing, in ms\n{'':<34}{'program':>9}{'reference':>11}")
    most = {name: max(program.get(name, 0), reference.get(name, 0)) for name in program | reference}
    for part in sorted(most, key=lambda part: -most[part])[:MOST]:
        print(f"{part:<34}{program.get(part, 0):>9.1f}{reference.get(part, 0):>11.1f}")
    print(f"{'together':<34}{sum(program.values()):>9.1f}{sum(reference.values()):>11.1f}")
    told = run(Command(("-c", PROFILED, *own.arguments[len(PROGRAM) :]))).printed
    print(f"\n{name}: our own functions after importing")
    print("\n".join(line for line in told.splitlines() if line.strip()))


if __name__ == "__main__":
    show("poolwijzer --help", HELP, EMPTY)
    show("poolwijzer advise FILE --json", ADVISE, READING)
