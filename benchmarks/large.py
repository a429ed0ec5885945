"""A whole country on a cluster: 17,100 files and a million rows of respondents on Dask with two workers.

Every line is a process of its own, so that what it held at most is its own too. Beside each run on the cluster stands
one in a single process, and the rows of the two must be equal to the byte. Processor time is added up over all
processes: where others use the same machine, it says more than the clock does.
"""

import argparse
import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from poolwijzer import load_menus, run_batch
from poolwijzer.municipalities import list_municipalities

ROOT = Path(__file__).resolve().parent.parent
ON = date(2026, 11, 1)
INITIATIVES = 17_100
"""Fifty for each of the 342 municipalities."""
ROWS = 1_000_000
TOWNS_OF_ONE = 12
"""How many municipalities answer in an initiative of a table."""
ANSWERS = ("1", "2", "3", "4", "5", "weet-niet", "")
WEIGHTS = (3, 3, 3, 3, 3, 1, 1)
WORKERS = 2


class Measured(NamedTuple):
    """What a run took."""

    rows: int
    digest: str
    """Of all rows as JSON."""
    seconds: float
    processor: float
    """Seconds, of all processes."""
    own: float
    """Of these, of the process that reads and tells."""
    most: int
    """How many MB that process held at most."""
    most_of_worker: int
    """The same of the worker that held most; 0 without workers."""


def make_files(number: int, folder: Path) -> Path:
    """A folder of so many initiatives: the examples in turn, with answers of their own."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.yaml"))]
    draw = random.Random(1)
    for index in range(number):
        text = texts[index % len(texts)]
        text = re.sub(r"\b([mb][0-9]+): [1-5]\b", lambda found: f"{found[1]}: {draw.randint(1, 5)}", text)
        text = re.sub(r"^(  id: )(.*)$", rf"\1\2-{index}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^(  name: )(.*)$", rf"\1\2 {index}", text, count=1, flags=re.MULTILINE)
        (folder / f"{index:05}.yaml").write_text(text, encoding="utf-8")
    return folder


def make_table(rows: int, initiatives: int, path: Path) -> Path:
    """A table with a respondent in each row; the rows of an initiative stand as far apart as they can."""
    draw = random.Random(2)
    statements = list(load_menus().statements)
    towns = [town.name for town in list_municipalities()]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        head = ["initiative.name", "organisation.kind", "organisation.name", "role"]
        writer.writerow([*head, *(f"answers.{name}" for name in statements)])
        for index in range(rows):
            of, turn = index % initiatives, index // initiatives
            town = towns[(of * TOWNS_OF_ONE + turn % (TOWNS_OF_ONE if initiatives > 1 else len(towns))) % len(towns)]
            said = draw.choices(ANSWERS, weights=WEIGHTS, k=len(statements))
            writer.writerow([f"Regio {of}", "gemeente", town, draw.choice(("ambtelijk", "bestuurlijk", "")), *said])
    return path


def run(path: Path, *, cluster: bool) -> Measured:
    """All initiatives of a folder or a table, here or on a cluster."""
    digest, number, workers = sha256(), 0, list[tuple[float, int]]()
    start = time.perf_counter()
    with ExitStack() as stack:
        client = None
        if cluster:
            from dask.distributed import Client, LocalCluster
            from joblib import parallel_config  # type: ignore[import-untyped]

            own = LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
            client = stack.enter_context(Client(stack.enter_context(own)))  # type: ignore[no-untyped-call]
            stack.enter_context(parallel_config(backend="dask"))
        rows = None if path.is_dir() else "respondents"
        for row in run_batch(path, on=ON, rows=rows, jobs=None if cluster else 1):  # type: ignore[arg-type]
            digest.update(json.dumps(row, sort_keys=True).encode())
            number += 1
        if client is not None:
            workers = list(client.run(used).values())
    processor, most = used()
    return Measured(
        rows=number,
        digest=digest.hexdigest(),
        seconds=time.perf_counter() - start,
        processor=processor + sum(spent for spent, _ in workers),
        own=processor,
        most=most,
        most_of_worker=max((held for _, held in workers), default=0),
    )


def used() -> tuple[float, int]:
    """The processor time of this process, and how many MB it held at most."""
    return time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def in_process(path: Path, *, cluster: bool) -> Measured:
    """The same in a new process."""
    told = [sys.executable, str(Path(__file__).resolve()), "--run", str(path), *(["--cluster"] if cluster else [])]
    done = subprocess.run(told, stdout=subprocess.PIPE, text=True, check=True, cwd=path.parent)
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def measure(options: argparse.Namespace, place: Path) -> Iterator[tuple[str, Measured, Measured | None]]:
    """Every line: what it is, on the cluster, and in one process."""

    def both(name: str, path: Path) -> tuple[str, Measured, Measured | None]:
        return name, in_process(path, cluster=True), in_process(path, cluster=False) if options.beside else None

    few = make_table(options.initiatives, options.initiatives // 20 or 1, place / "klein.csv")
    yield both(f"{options.initiatives:,} respondents in a table", few)
    many = make_table(options.rows, options.initiatives, place / "groot.csv")
    yield both(f"{options.rows:,} respondents, {options.initiatives:,} initiatives", many)
    one = make_table(options.one, 1, place / "een.csv")
    yield both(f"{options.one:,} respondents of one initiative", one)
    yield both(f"{options.files:,} files", make_files(options.files, place / "bestanden"))


def show(name: str, found: Measured, beside: Measured | None) -> None:
    """One line of the table."""
    same = "" if beside is None else "same" if found.digest == beside.digest else "OTHER ROWS"
    alone = "" if beside is None else f"{beside.processor:8.0f} s {beside.most:6} MB"
    print(
        f"{name:<46} {found.seconds:7.0f} s {found.processor:7.0f} s {found.own:7.0f} s {found.most:6} MB"
        f" {found.most_of_worker:6} MB {alone}  {same}",
        flush=True,
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=INITIATIVES, metavar="N")
    parser.add_argument("--rows", type=int, default=ROWS, metavar="N", help="respondents in the large table")
    parser.add_argument("--initiatives", type=int, default=INITIATIVES, metavar="N", help="initiatives in that table")
    parser.add_argument("--one", type=int, default=ROWS, metavar="N", help="respondents of the one initiative")
    parser.add_argument("--alone", dest="beside", action="store_false", help="no single process beside the cluster")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--cluster", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(run(options.run, cluster=options.cluster)._asdict()))
        return
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, Dask with {WORKERS} workers\n")
    print(
        f"{'':<46} {'clock':>9} {'processor':>9} {'reading':>9} {'reader':>9} {'worker':>9}"
        + (f" {'one process':>20}" if options.beside else "")
    )
    with TemporaryDirectory() as temporary:
        for name, found, beside in measure(options, Path(temporary)):
            show(name, found, beside)


if __name__ == "__main__":
    main()
