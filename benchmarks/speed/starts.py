"""How long it takes until the program shows something."""

from __future__ import annotations

from benchmarks.speed.counting import Work
from benchmarks.speed.figures import ROOT
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import DATE, PROGRAM, Command, run, seconds_of
from benchmarks.speed.rows import Row, in_turn

EXAMPLE = str(ROOT / "examples" / "flexteam-drenthe.yaml")
PAIRS = 5
"""Of short runs, in every round."""

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
BARE_ASKING = f"import questionary\n{BARE_READING}"
"""The same and questionary, for a program that asks."""
STRESS = """
import sys, time
from pathlib import Path
from poolwijzer import load, load_menus, place
menus = load_menus()
assessment = load(sys.argv[1], menus)
placement = place(assessment, menus)
start = time.perf_counter()
if len(sys.argv) > 2:
    from poolwijzer.engine.stress import run_stress_test
    assert run_stress_test(assessment, menus, placement, int(sys.argv[2]))
print(time.perf_counter() - start)
"""
"""What the stress test adds to an advice: importing it, and its runs."""

READ = (*(str(path) for path in sorted((ROOT / "menus").rglob("*.yaml"))), EXAMPLE)
HELP = Command((*PROGRAM, "--help"))
ADVISE = Command((*PROGRAM, "advise", EXAMPLE, *DATE, "--json"))
ASSESS = Command((*PROGRAM, "assess"), (("beginnen", "\r"), ("Hoe heet het initiatief?", "")))
EMPTY = Command(("-c", EMPTY_APP, "--help"))
READING = Command(("-c", BARE_READING, *READ))
ASKING = Command(("-c", BARE_ASKING, *READ))
RUNS, NO_RUNS = Command(("-c", STRESS, EXAMPLE, "1000")), Command(("-c", STRESS, EXAMPLE))


def _start(own: Command, other: Command) -> Row:
    def pairs(_: Initiatives, rounds: int) -> list[tuple[float, float]]:
        return in_turn(lambda: 1000 * seconds_of(own), lambda: 1000 * seconds_of(other), PAIRS * rounds)

    return Row(pairs, lambda _: (Work(own), Work(other)))


def _stress(_: Initiatives, rounds: int) -> list[tuple[float, float]]:
    return in_turn(lambda: 1000 * float(run(RUNS).printed), lambda: 1000 * seconds_of(READING), PAIRS * rounds)


ROWS = {
    "help": _start(HELP, EMPTY),
    "advise": _start(ADVISE, READING),
    "assess": _start(ASSESS, ASKING),
    "stress": Row(_stress, lambda _: (Work(RUNS, NO_RUNS), Work(READING))),
}
