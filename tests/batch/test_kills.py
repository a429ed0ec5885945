"""A batch that is killed at random moments: the same command goes on, and ends as one that nobody disturbed.

POOLWIJZER_KILLS says how many times; the number here keeps the suite quick.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.batch.test_run import in_group, until
from tests.cli.conftest import PROGRAM

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals"),
]

KILLS = int(os.environ.get("POOLWIJZER_KILLS", "4"))
SIGNALS = ("SIGKILL", "SIGINT", "SIGTERM", "SIGHUP")
OUTPUTS = ("-o", "uit.jsonl", "-o", "uit.xlsx", "--overview", "uit.html")
REPORTS = ("--reports", "adviezen", "--format", "pdf,md", "--depth", "kort")
STARTED = 1.0
"""Seconds after which it hears what it is told; before that Python itself ends by a signal."""


class Undisturbed(NamedTuple):
    folder: Path
    seconds: float
    files: dict[str, bytes]


def start(folder: Path, place: Path, jobs: int) -> subprocess.Popen[str]:
    # A signal that comes while coverage holds its own lock stops a program for ever.
    env = {**os.environ, "COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": "", "TMPDIR": str(place)}
    command = [*PROGRAM, "batch", str(folder), "--date", "2026-11-01", "--jobs", str(jobs), *OUTPUTS, *REPORTS]
    return subprocess.Popen(
        command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env=env
    )


def files_in(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def undisturbed(folder_of: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder, place = folder_of(14, 7), tmp_path_factory.mktemp("heel")
    begun = time.monotonic()
    with start(folder, place, 2) as program:
        _, told = program.communicate(timeout=100)
    assert program.returncode == 1, told
    files = files_in(place)
    assert len(files) == 3 + 2 * 12
    return Undisturbed(folder, time.monotonic() - begun, files)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_costs_nothing_but_time(number: int, undisturbed: Undisturbed, tmp_path: Path) -> None:
    draw = random.Random(number)
    orderly = True
    for _ in range(draw.choice([1, 1, 2, 3])):
        sign, jobs = getattr(signal, draw.choice(SIGNALS)), draw.choice([1, 2])
        with start(undisturbed.folder, tmp_path, jobs) as program:
            wait = draw.uniform(0.05, undisturbed.seconds)
            time.sleep(wait)
            if sign in (signal.SIGINT, signal.SIGHUP) and draw.random() < 0.5:
                os.killpg(program.pid, sign)  # as a terminal does
            else:
                program.send_signal(sign)
            out, told = program.communicate(timeout=100)
        until(lambda group=program.pid: not in_group(group))  # type: ignore[misc]
        assert out == "" and (wait < STARTED or "Traceback" not in told), told
        orderly &= sign != signal.SIGKILL and wait >= STARTED
        done = files_in(tmp_path) == undisturbed.files  # before it heard of it: Python may end by the signal then
        assert program.returncode in ((130, 1) if orderly and not done else (-sign, 130, 1)), told
        if orderly:
            assert not [path for path in tmp_path.rglob(".*") if path.name.endswith((".lock", ".tmp"))]
        if done:
            break
    else:
        with start(undisturbed.folder, tmp_path, draw.choice([1, 2])) as program:
            out, told = program.communicate(timeout=100)
        assert (program.returncode, out) == (1, ""), told
    assert files_in(tmp_path) == undisturbed.files
