"""How a batch and a comparison of many initiatives go, as ratios measured in one run.

Every row does the same work in turn with its reference and shows the median of the ratios beside the goal. It is a
report, not a test. It makes its files in a temporary folder: the examples, each with other answers.
"""

import argparse
import csv
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml
from typer.testing import CliRunner

from poolwijzer import load_menus
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import read_items
from poolwijzer.batch.work import prepare_work
from poolwijzer.batch.workers import judge_all
from poolwijzer.cli.app import app
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.registry import write_table
from poolwijzer.tables.row import read_row

ROOT = Path(__file__).resolve().parent.parent
ON = date(2026, 11, 1)
PROGRAM = "import sys; from poolwijzer.cli.main import run; sys.exit(run())"
WARM = 600
"""Files of the comparison in one process."""
FEW, MANY = 100, 10_000
"""Files of the comparison of memory."""
RESPONDENTS = 100_000
SIDE_BY_SIDE = 30, 300
"""Initiatives of the comparisons as a page."""


def made(number: int, folder: Path) -> Path:
    """A folder of so many initiatives: the examples in turn, with answers of their own."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.yaml"))]
    draw = random.Random(1)
    for index in range(number):
        text = re.sub(r"\b([mb][0-9]+): [1-5]\b", lambda found: f"{found[1]}: {draw.randint(1, 5)}", texts[index % 6])
        text = re.sub(r"^(  id: )(.*)$", rf"\1\2-{index}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^(  name: )(.*)$", rf"\1\2 {index}", text, count=1, flags=re.MULTILINE)
        (folder / f"{index:05}.yaml").write_text(text, encoding="utf-8")
    return folder


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def command(*arguments: str) -> tuple[float, int]:
    """How long a run of the program takes, start included, and how many KiB it held at most."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "batch", "--date", "2026-11-01", "--quiet", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"poolwijzer batch {' '.join(arguments)} left with {child.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss


def show(name: str, ratios: list[float], goal: str, more: str) -> None:
    """One line of the table."""
    print(
        f"{name:<48} {median(ratios):6.2f} x  {min(ratios):5.2f} - {max(ratios):<5.2f}  {goal:<18} {more}", flush=True
    )


def one_core(folder: Path, rounds: int) -> None:
    """Per file to a table on one core, beside PyYAML's C loader reading the same files; both warm."""
    content = load_menus()
    work, context = prepare_work(content, ON, "0"), TableContext(content, ON, "0")
    files = find_inputs([str(folder)])[:WARM]

    def batch() -> None:
        rows = (read_row(result.row) for result in judge_all(work, read_items(files, content, None)))
        write_table(".csv", BytesIO(), rows, context)

    def bare() -> None:
        for file in files:
            with file.path.open("rb") as opened:
                yaml.load(opened, Loader=yaml.CSafeLoader)

    batch()
    bare()
    pairs = [(seconds(batch), seconds(bare)) for _ in range(rounds)]
    own, other = (median(column) / len(files) * 1000 for column in zip(*pairs, strict=True))
    show(
        "batch to a table, per file, one core",
        [a / b for a, b in pairs],
        "at most 1.3 x",
        f"{own:.2f} ms beside {other:.2f} ms a file",
    )


def two_cores(folder: Path, number: int, rounds: int, output: Path) -> None:
    """All files on two cores beside one, start included."""
    pairs = []
    for _ in range(rounds):
        one, two = (command(str(folder), "-o", str(output), "--force", "--jobs", jobs)[0] for jobs in ("1", "2"))
        pairs.append((one, two))
    own, other = (median(column) for column in zip(*pairs, strict=True))
    show(
        f"batch of {number:,} files, one core to two",
        [a / b for a, b in pairs],
        "at least 1.7 x",
        f"{own:.1f} s and {other:.1f} s",
    )


def memory(folder: Path, few: Path, rounds: int, output: Path) -> None:
    """The most memory for many files beside that for few."""
    pairs = []
    for _ in range(rounds):
        held = []
        for place in (folder, few):
            held.append(command(str(place), "-o", str(output), "--force", "--jobs", "1")[1] / 1024)
        pairs.append(held)
    own, other = (median(column) for column in zip(*pairs, strict=True))
    number = len(list(folder.iterdir()))
    show(
        f"memory of batch, {number:,} files to {FEW}",
        [a / b for a, b in pairs],
        "at most 1.5 x",
        f"{own:.0f} MB and {other:.0f} MB",
    )


def respondents(folder: Path, rounds: int) -> None:
    """A table of a hundred thousand respondents beside Python's csv module reading it."""
    table = folder / "respondenten.csv"
    content = load_menus()
    draw = random.Random(2)
    statements = list(content.statements)
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        head = ["initiative.name", "organisation.kind", "organisation.name", "role"]
        writer.writerow([*head, *(f"answers.{name}" for name in statements)])
        for index in range(RESPONDENTS):
            region = index % 300
            who = [f"Regio {region}", "gemeente", f"Proefdorp {region}-{index % 12}", "ambtelijk"]
            writer.writerow([*who, *(draw.choice("12345") for _ in statements)])
    work = prepare_work(content, ON, "0")

    def batch() -> None:
        found = judge_all(work, read_items(find_inputs([str(table)]), content, "respondents"))
        assert sum(1 for _ in found) == 300

    def bare() -> None:
        with table.open(encoding="utf-8-sig", newline="") as file:
            for _ in csv.reader(file, delimiter=";"):
                pass

    pairs = [(seconds(batch), seconds(bare)) for _ in range(rounds)]
    own, other = (RESPONDENTS / median(column) for column in zip(*pairs, strict=True))
    show(
        f"a CSV of {RESPONDENTS:,} respondents",
        [a / b for a, b in pairs],
        "none; csv alone",
        f"{own:,.0f} and {other:,.0f} rows a second",
    )


def side_by_side(folder: Path, rounds: int, output: Path) -> None:
    """A comparison of many as a page beside one of few, per initiative in processor time; both warm."""
    files = sorted(map(str, folder.iterdir()))

    def compare(number: int) -> None:
        arguments = ["compare", *files[:number], "--as", "initiatives", "--date", "2026-11-01", "-o", str(output)]
        result = CliRunner().invoke(app, [*arguments, "--force"])
        assert result.exit_code == 0, result.output

    few, many = SIDE_BY_SIDE

    def spent(number: int) -> float:
        start = time.process_time()
        compare(number)
        return (time.process_time() - start) / number

    compare(few)
    pairs = [(spent(many), spent(few)) for _ in range(rounds)]
    own, other = (median(column) * 1000 for column in zip(*pairs, strict=True))
    show(
        f"compare of {many} as a page to {few}, per initiative",
        [a / b for a, b in pairs],
        "at most 1.5 x",
        f"{own:.1f} ms and {other:.1f} ms an initiative",
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=20_000, metavar="N", help="files of the largest batch")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each row is measured")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {options.rounds} rounds\n")
    print(f"{'':<48} {'median':>6}    {'min - max':<13}  {'goal':<17}")
    with TemporaryDirectory() as temporary:
        place = Path(temporary)
        many, few = made(options.files, place / "many"), made(FEW, place / "few")
        half = made(min(MANY, options.files), place / "half")
        one_core(many, 3 * options.rounds)
        memory(half, few, options.rounds, place / "uit.csv")
        side_by_side(many, options.rounds, place / "uit.html")
        respondents(place, options.rounds)
        two_cores(many, options.files, options.rounds, place / "uit.csv")


if __name__ == "__main__":
    main()
