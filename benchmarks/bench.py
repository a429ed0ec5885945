"""How fast the command line starts and advises, as ratios measured in one run.

A time in seconds says more about the machine than about the program. So every row runs the program and a
reference in turn, takes the ratio of each pair, and shows the median beside the goal. It is a report, not a
test: a row that misses its goal, or that cannot run, does not fail.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "flexteam-drenthe.yaml"

# What the console script does.
PROGRAM = "import sys; from poolwijzer.cli.main import run; sys.exit(run())"
ADVISE = ("advise", str(EXAMPLE), "--date", "2026-11-01", "--json")

EMPTY_APP = """
import typer
app = typer.Typer()
@app.command()
def one() -> None:
    "One."
@app.command()
def two() -> None:
    "Two."
app()
"""

BARE_READING = """
import sys
import typer, yaml
from pydantic import BaseModel
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


# The same and questionary, for a program that asks.
BARE_ASKING = f"import questionary\n{BARE_READING}"
FIRST_SCREEN = "beginnen"

# What the stress test adds to an advice: importing it and 1,000 runs.
STRESS = """
import sys, time
from pathlib import Path
from poolwijzer import load, load_menus, place
menus = load_menus()
assessment = load(sys.argv[1], menus)
placement = place(assessment, menus)
start = time.perf_counter()
from poolwijzer.engine.stress import run_stress_test
assert run_stress_test(assessment, menus, placement, 1000)
print(time.perf_counter() - start)
"""


# A report as PDF in a process that made one before, and the compiler alone with what our writer hands over.
PDF = """
import sys, time
from dataclasses import replace
from datetime import date
import typst
from pydantic_core import to_json
from poolwijzer import Outcome, load, load_menus
from poolwijzer.report.build import build_report
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.pdf import writer
from poolwijzer.formats.pdf.compiler import STANDARDS
from poolwijzer.formats.pdf.handover import hand_over
from poolwijzer.formats.pdf.row_headers import mark_row_headers
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
menus = load_menus()
assessment = load(sys.argv[1], menus)
report = build_report(Outcome(menus, assessment, date(2026, 11, 1)), version="0")

def bare(inputs):
    return typst.compile(
        writer.TEMPLATE,
        root=writer.TEMPLATE.parent,
        font_paths=SHIPPED.fonts,
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=STANDARDS,
    )

def handed(report):
    return {"report": to_json(hand_over(report, PLAIN)).decode("utf-8")}

assert writer.render(report, Theme()) == mark_row_headers(bare(handed(report)))
for number in range(int(sys.argv[2])):
    # No two are the same, since typst remembers what it compiled.
    one, other = (replace(report, title=f"{report.title} {number} {name}") for name in "ab")
    inputs = handed(other)
    start = time.perf_counter()
    writer.render(one, Theme())
    middle = time.perf_counter()
    bare(inputs)
    print(middle - start, time.perf_counter() - middle)
"""


@dataclass(frozen=True)
class Row:
    """One line of the table: a program, what it is measured against, and how often that may fit into it.

    Of a program that asks, `until` is what its screen shows when the time is up. A program that `tells` prints how many
    seconds a part of it took, and only that part counts. One without a reference does both itself, as often as it is
    asked to, and prints the seconds of each pair.
    """

    name: str
    program: tuple[str, ...]
    reference: tuple[str, ...]
    goal: float
    until: str = ""
    tells: bool = False


def rows() -> list[Row]:
    """The rows of the table, with the menus that are there now."""
    read = (*(str(path) for path in sorted((ROOT / "menus").rglob("*.yaml"))), str(EXAMPLE))
    return [
        Row("poolwijzer --help", ("-c", PROGRAM, "--help"), ("-c", EMPTY_APP, "--help"), 1.2),
        Row("poolwijzer advise FILE --json", ("-c", PROGRAM, *ADVISE), ("-c", BARE_READING, *read), 1.2),
        Row("first screen of assess", ("-c", PROGRAM, "assess"), ("-c", BARE_ASKING, *read), 1.3, FIRST_SCREEN),
        Row("stress test of 1,000 runs", ("-c", STRESS, str(EXAMPLE)), ("-c", BARE_READING, *read), 0.05, tells=True),
        Row("a PDF report, warm", ("-c", PDF, str(EXAMPLE)), (), 1.2),
    ]


def environment() -> dict[str, str]:
    """The environment of every run: always of one day, and without what would forbid compiled files."""
    unwanted = {"POOLWIJZER_MENUS", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "SOURCE_DATE_EPOCH": "1793491200"}


def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs this Python with `arguments` and raises CalledProcessError if it fails."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=True,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def seconds(arguments: Sequence[str]) -> float:
    """How long one run takes, start of Python included."""
    start = time.perf_counter()
    run(arguments)
    return time.perf_counter() - start


def seconds_until(arguments: Sequence[str], words: str) -> float:
    """How long it takes until a terminal shows these words; the program is killed then."""
    import pty

    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, *arguments], {**environment(), "TERM": "xterm"})
    shown = b""
    try:
        while words.encode() not in shown:
            shown += os.read(terminal, 65536)
        return time.perf_counter() - start
    except OSError:
        raise subprocess.CalledProcessError(1, arguments, stderr=shown.decode("utf-8", "replace")) from None
    finally:
        os.close(terminal)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def measured(row: Row, pairs: int) -> str:
    """Runs a row in pairs, after one to warm up, and returns its line of the table."""

    def program() -> float:
        if row.tells:
            return float(run(row.program).stdout)
        return seconds_until(row.program, row.until) if row.until else seconds(row.program)

    if row.reference:
        program()
        seconds(row.reference)
        times = [(program(), seconds(row.reference)) for _ in range(pairs)]
    else:
        told = run((*row.program, str(pairs))).stdout.splitlines()
        times = [(float(own), float(bare)) for own, bare in map(str.split, told)]
    ratios = [program / reference for program, reference in times]
    ratio = median(ratios)
    own, bare = (1000 * median(column) for column in zip(*times, strict=True))
    verdict = "holds" if ratio <= row.goal else "missed"
    return (
        f"{row.name:<30}  {ratio:5.2f} x  {min(ratios):5.2f} - {max(ratios):<5.2f}"
        f"  {row.goal:4.2f} x  {verdict:<6}  {own:5.0f} ms  {bare:5.0f} ms"
    )


def import_times(arguments: Sequence[str]) -> dict[str, float]:
    """Milliseconds spent importing, each module's own time added up by room or package."""
    times: defaultdict[str, float] = defaultdict(float)
    for line in run(["-X", "importtime", *arguments]).stderr.splitlines():
        if found := re.match(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", line):
            parts = found[2].split(".")
            times[".".join(parts[: 2 if parts[0] == "poolwijzer" else 1])] += int(found[1]) / 1000
    return times


PROFILED = """
import contextlib, cProfile, io, pstats, sys
from poolwijzer.cli.main import run
profile = cProfile.Profile()
unseen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
with contextlib.redirect_stdout(unseen), contextlib.suppress(SystemExit):
    profile.runcall(run)
pstats.Stats(profile).sort_stats("cumulative").print_stats("poolwijzer", 25)
"""


def show_profile(row: Row) -> None:
    """Prints where the time of a row goes: imports beside those of the reference, then our own functions."""
    program, reference = import_times(row.program), import_times(row.reference)
    print(f"\n{row.name}: importing, in ms\n{'':<34}{'program':>9}{'reference':>11}")
    most = {name: max(program.get(name, 0), reference.get(name, 0)) for name in program | reference}
    for name in sorted(most, key=lambda name: -most[name])[:25]:
        print(f"{name:<34}{program.get(name, 0):>9.1f}{reference.get(name, 0):>11.1f}")
    print(f"{'together':<34}{sum(program.values()):>9.1f}{sum(reference.values()):>11.1f}")
    profile = run(["-c", PROFILED, *row.program[2:]]).stdout
    print(f"\n{row.name}: our own functions after importing (a profiler makes all of it slower)")
    print("\n".join(line for line in profile.splitlines() if line.strip()))


def main() -> None:
    """Prints the table and, when asked, where the time goes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="pairs of runs a row (default 15)")
    parser.add_argument("--profile", action="store_true", help="show where the time goes as well")
    options = parser.parse_args()

    print(f"Python {sys.version.split()[0]}, {options.pairs} pairs of runs a row\n")
    print(f"{'':<30}  {'median':>7}  {'min - max':<13}  {'goal':>6}  {'':<6}  {'program':>8}  {'reference':>8}")
    for row in rows():
        try:
            print(measured(row, max(options.pairs, 1)), flush=True)
            if options.profile and row.reference and not (row.until or row.tells):
                show_profile(row)
        except subprocess.CalledProcessError as failure:
            print(f"{row.name:<30}  did not run: {failure.stderr.strip().splitlines()[-1:]}")


if __name__ == "__main__":
    main()
