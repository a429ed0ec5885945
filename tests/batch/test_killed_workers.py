"""A worker that is killed costs the initiative that it was at work on, or nothing at all, and never the run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest

from poolwijzer.batch import pool
from poolwijzer.batch.checkpoint import Checkpoint
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import BatchItem, read_items
from poolwijzer.batch.run import describe_run, judge_and_keep
from poolwijzer.batch.work import Reports, Work, prepare_work
from poolwijzer.batch.workers import judge_all
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from tests.cli.conftest import PROGRAM

pytestmark = pytest.mark.slow

ON = date(2026, 11, 1)
ALWAYS = "__import__('os')._exit(1)"


class Deadly(bytes):
    """What a file says, which ends the worker that gets it."""

    def __new__(cls, data: bytes, how: str = ALWAYS) -> Deadly:
        made = super().__new__(cls, data)
        made.how = how
        return made

    how: str

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return eval, (f"({self.how}, {bytes(self)!r})[1]",)


@pytest.fixture(scope="module")
def work(content: Content) -> Work:
    return prepare_work(content, ON, "0")


def items_of(folder: Path, content: Content, deadly: dict[int, str]) -> Iterator[BatchItem]:
    for number, item in enumerate(read_items(find_inputs([str(folder)]), content, None)):
        assert isinstance(item.data, bytes)
        yield item._replace(data=Deadly(item.data, deadly[number])) if number in deadly else item


def test_an_initiative_that_ends_its_worker_is_refused_and_all_others_are_judged(
    work: Work, content: Content, folder_of: Callable[..., Path]
) -> None:
    folder = folder_of(150, 50)
    alone = [json.loads(result.row) for result in judge_all(work, items_of(folder, content, {}))]
    deadly = {3: ALWAYS, 4: ALWAYS, 149: ALWAYS}
    rows = [json.loads(result.row) for result in judge_all(work, items_of(folder, content, deadly), 2)]
    assert [row["file"] for row in rows] == [row["file"] for row in alone]
    assert [number for number, row in enumerate(rows) if row != alone[number]] == sorted(deadly)
    for number in deadly:
        (problem,) = rows[number]["problems"]
        assert rows[number]["status"] == "fout"
        assert problem["path"] == str(folder / f"initiatief-{number:04}.yaml")
        assert "stopt telkens onverwacht" in problem["message"] and "geheugen" in problem["hint"]


def test_an_initiative_whose_worker_is_gone_once_is_judged_by_another(
    work: Work, content: Content, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = folder_of(80)
    alone = [result.row for result in judge_all(work, items_of(folder, content, {}))]
    once = f"__import__('os').path.exists({str(tmp_path / 'x')!r}) or (open({str(tmp_path / 'x')!r}, 'w'), {ALWAYS})"
    assert [result.row for result in judge_all(work, items_of(folder, content, {70: once}), 2)] == alone
    assert (tmp_path / "x").exists()


def test_what_ended_its_worker_is_tried_again_when_a_run_goes_on(
    work: Work, content: Content, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder, head = folder_of(6), describe_run(work, content, None)
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        rows = list(judge_and_keep(work, items_of(folder, content, {2: ALWAYS}), checkpoint, jobs=2))
        assert [row["status"] for row in rows] == ["goed", "goed", "fout", "goed", "goed", "goed"]
        assert list(checkpoint.rows()) == rows
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        assert checkpoint.taken_over == 5
        rows = list(judge_and_keep(work, items_of(folder, content, {}), checkpoint))
        assert {row["status"] for row in rows} == {"goed"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_by_programs_of_others_are_never_made_in_our_own_process(
    jobs: int, content: Content, folder_of: Callable[..., Path]
) -> None:
    work = prepare_work(content, ON, "0", reports=Reports((".pdf",), "kort"))
    found = list(judge_all(work, items_of(folder_of(3), content, {1: ALWAYS}), jobs))
    assert [len(result.reports) for result in found] == [1, 0, 1]


def test_when_one_worker_after_the_other_ends_it_is_told_and_the_run_ends(
    work: Work, content: Content, folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "MOST_GONE", 6)
    found = judge_all(work, items_of(folder_of(70), content, dict.fromkeys(range(70), ALWAYS)), 2)
    with pytest.raises(InputError, match=r"Er zijn \d+ werkers achter elkaar gestopt, met code 1\.") as told:
        list(found)
    assert "geheugen" not in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_of_workers_that_the_system_kills_it_is_told_that_memory_may_be_full(
    work: Work, content: Content, folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "MOST_GONE", 6)
    killed = "__import__('os').kill(__import__('os').getpid(), 9)"
    found = judge_all(work, items_of(folder_of(70), content, dict.fromkeys(range(70), killed)), 2)
    with pytest.raises(InputError, match=r"omdat de computer ze afbrak\. Dat gebeurt als het geheugen vol is"):
        list(found)


@pytest.mark.parametrize("python", ["/bestaat/niet", "false", None])
def test_where_no_worker_can_start_the_work_is_done_all_the_same(
    python: str | None, work: Work, content: Content, folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(80, 10)
    alone = [result.row for result in judge_all(work, items_of(folder, content, {}))]
    monkeypatch.setattr(sys, "executable", python)
    assert [result.row for result in judge_all(work, items_of(folder, content, {}), 2)] == alone


def test_a_worker_runs_nothing_that_lies_in_the_folder_of_the_files(
    work: Work, content: Content, folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(3)
    for name in ("json", "typing", "yaml", "typst", "poolwijzer", "pydantic", "sitecustomize"):
        (folder / f"{name}.py").write_text("open('gedaan', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", [place for place in sys.path if place])
    assert len(list(judge_all(work, items_of(folder, content, {}), 2))) == 3
    assert not (folder / "gedaan").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_workers_that_are_killed_all_the_time_cost_nothing_but_time(
    work: Work, content: Content, folder_of: Callable[..., Path]
) -> None:
    work = prepare_work(content, ON, "0", reports=Reports((".pdf",), "kort"))
    folder = folder_of(24)
    whole = list(judge_all(work, items_of(folder, content, {}), 1))
    found = []
    for number, result in enumerate(judge_all(work, items_of(folder, content, {}), 2)):
        found.append(result)
        if number % 6 == 0:
            for process in psutil.Process().children():
                process.kill()
    assert found == whole


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
@pytest.mark.parametrize("jobs", ["1", "auto"])
def test_a_pdf_that_is_killed_halfway_costs_that_report_and_not_the_run(
    jobs: str, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = folder_of(13)
    deadly = folder / "initiatief-0005.yaml"
    text = deadly.read_text(encoding="utf-8")
    deadly.write_text(re.sub(r"(?m)^  name: .*", "  name: Dodelijk plan", text, count=1), encoding="utf-8")
    arguments = ["batch", str(folder), "--date", "2026-11-01", "--depth", "kort", "--jobs", jobs]
    outputs = ["--reports", str(tmp_path / "uit"), "-o", str(tmp_path / "uit.jsonl")]
    ended = subprocess.run(
        [*PROGRAM, *arguments, *outputs], capture_output=True, text=True, env=poisoned(tmp_path / "hook"), timeout=100
    )
    assert (ended.returncode, ended.stdout) == (1, ""), ended.stderr
    first, last, *_ = ended.stderr.splitlines()
    assert first.startswith(f"{deadly}: Poolwijzer kan dit initiatief niet verwerken"), ended.stderr
    assert last == "13 initiatieven bekeken. 1 is niet te gebruiken; zie de meldingen."
    made = {path.stem for path in (tmp_path / "uit").iterdir()}
    assert made == {path.stem for path in folder.iterdir()} - {deadly.stem}
    rows = [json.loads(line) for line in (tmp_path / "uit.jsonl").read_bytes().splitlines()]
    assert [row["status"] for row in rows] == ["goed"] * 5 + ["fout"] + ["goed"] * 7
    assert rows[5]["initiative"]["name"] == "Dodelijk plan"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hook", "uit", "uit.jsonl"]


def poisoned(folder: Path) -> dict[str, str]:
    """An environment in which a program of others is killed in the middle of the PDF of one initiative."""
    folder.mkdir()
    (folder / "typst.py").write_text(
        "import os, sys\n"
        "sys.path.remove(os.path.dirname(__file__))\n"
        "del sys.modules['typst']\n"
        "import typst as real\n"
        "made = real.compile\n"
        "def compile(*given, **more):\n"
        "    if 'Dodelijk' in repr((given, more)):\n"
        "        os.kill(os.getpid(), 9)\n"
        "    return made(*given, **more)\n"
        "real.compile = compile\n",
        encoding="utf-8",
    )
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}
