"""Several people who add at once, also where a program is killed half way: nothing that was added is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from poolwijzer.strips.append import append_lines
from poolwijzer.strips.read import read_ledger
from tests.strips.a_ledger import HEADER, use

ADD = """
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.strips.append import append_lines

path, many = Path(sys.argv[1]), int(sys.argv[2])
for number in range(many):
    note = "een lange notitie; " * 20
    lines = [LedgerLine("", date(2027, 3, 1), "use", "Assen", "warmteplan", hours=Fraction(1 + number), note=note)] * 2
    for one in append_lines(path, lines):
        print(one.id, flush=True)
"""
"""Adds two lines at a time, and tells their codes once they are written."""


def start(path: Path, many: int, outputs: Path) -> subprocess.Popen[bytes]:
    with outputs.open("wb") as file:
        return subprocess.Popen([sys.executable, "-c", ADD, str(path), str(many)], stdout=file)


def said(outputs: Sequence[Path]) -> list[str]:
    """The codes that were told; the last of a program that was killed may be half."""
    return [line.decode() for one in outputs for line in one.read_bytes().splitlines(keepends=False) if len(line) == 12]


def test_four_programs_that_add_at_once_to_a_new_ledger_lose_nothing(tmp_path: Path) -> None:
    path, outputs = tmp_path / "strippen.csv", [tmp_path / f"{number}.txt" for number in range(4)]
    programs = [start(path, 25, output) for output in outputs]
    assert [one.wait(timeout=120) for one in programs] == [0] * 4
    ledger = read_ledger(path)
    assert not ledger.broken and not ledger.remarks
    assert len(ledger.lines) == 200 and {one.id for one in ledger.lines} == set(said(outputs))
    assert path.read_bytes().decode("utf-8-sig").count(HEADER) == 1
    # What one adds at once stays together.
    assert all(one.hours == two.hours for one, two in zip(ledger.lines[::2], ledger.lines[1::2], strict=True))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_a_program_that_is_killed_half_way_takes_nothing_with_it(tmp_path: Path) -> None:
    path, outputs = tmp_path / "strippen.csv", [tmp_path / f"{number}.txt" for number in range(8)]
    for output in outputs:
        other = start(path, 10_000, output)
        while not output.stat().st_size:
            time.sleep(0.005)
        time.sleep(0.01 * int(output.stem))
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        append_lines(path, [use(hours=99)])  # nobody waits for who was killed
    ledger = read_ledger(path)
    told = said(outputs)
    assert len(told) > 16 and set(told) <= {one.id for one in ledger.lines}
    assert not ledger.broken and sum(one.hours == 99 for one in ledger.lines) == 8
