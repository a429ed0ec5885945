"""A run keeps what it found, goes on where it was broken off, and is the same however it is run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest

from poolwijzer.batch.checkpoint import Checkpoint, has_checkpoint
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import BatchItem, read_items
from poolwijzer.batch.report_folder import ReportFolder
from poolwijzer.batch.run import describe_run, judge_and_keep
from poolwijzer.batch.work import Reports, Work, judge_items, prepare_work
from poolwijzer.batch.workers import judge_all
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import Rows
from poolwijzer.tables.row import Row, read_row
from tests.roots import TESTS

ON = date(2026, 11, 1)


@pytest.fixture(scope="module")
def work(content: Content) -> Work:
    return prepare_work(content, ON, "0")


@pytest.fixture(scope="module")
def hundred(folder_of: Callable[..., Path]) -> Path:
    return folder_of(100, 10)


def coming(folder: Path, content: Content) -> Iterator[BatchItem]:
    return read_items(find_inputs([str(folder)]), content, None)


def differences(one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
    """What is not the same, also where only the kind differs: a list is no tuple, and 1 no 1.0."""
    if type(one) is not type(other):
        yield one, other
    elif isinstance(one, dict):
        yield from differences(list(one), list(other))
        yield from differences(list(one.values()), list(other.values()))
    elif isinstance(one, list) and len(one) == len(other):
        for pair in zip(one, other, strict=True):
            yield from differences(*pair)
    elif one != other:
        yield one, other


@pytest.mark.parametrize(
    ("files", "rows"),
    [
        ("assessments/*/*.yaml", None),
        ("tables/good/*/r*.csv", "respondents"),
        ("tables/good/*/i*.csv", "initiatives"),
    ],
)
def test_a_row_is_what_its_line_says_whether_it_came_from_a_worker_or_not(
    files: str, rows: Rows | None, content: Content, tmp_path: Path
) -> None:
    whole = sorted((TESTS.parent / "examples").glob("*.yaml"))[0].read_bytes()
    for name, raw in ((b"\xfe.yaml", whole), (b"\xff.yaml", b"poolwijzer: 1")):  # which no text can hold
        with suppress(OSError, UnicodeError):
            (tmp_path / os.fsdecode(name)).write_bytes(raw)
    found = find_inputs([*map(str, sorted((TESTS / "files").glob(files))), str(tmp_path)])
    work = prepare_work(content, ON, "0", with_stress=True, with_statements=True, with_overview=True)
    read = [(result.read(), read_row(result.row)) for result in judge_all(work, read_items(found, content, rows))]
    assert len(read) > 1
    assert not list(differences(*map(list, zip(*read, strict=True))))


def test_a_bad_file_never_stops_the_others(work: Work, hundred: Path, content: Content) -> None:
    rows: list[Row] = [json.loads(result.row) for result in judge_all(work, coming(hundred, content))]
    wrong = [row for row in rows if row["status"] == "fout"]
    assert len(rows) == 100
    assert [row["file"] for row in wrong] == [str(path) for path in sorted(hundred.iterdir())[9::10]]
    assert all(row["problems"] and row["problems"][0]["message"] for row in wrong)
    assert all(row["placement"] and not row["problems"] for row in rows if row not in wrong)


def test_the_rows_are_the_same_in_the_same_order_whatever_the_number_of_workers(
    work: Work, hundred: Path, content: Content
) -> None:
    alone = [result.row for result in judge_all(work, coming(hundred, content), 1)]
    assert [result.row for result in judge_all(work, coming(hundred, content), 2)] == alone
    assert [result.row for result in judge_all(work, coming(hundred, content), "auto")] == alone


@pytest.mark.slow  # closing workers halfway kills them
def test_only_a_little_ahead_is_read(work: Work, content: Content, examples: Path) -> None:
    read = 0

    def endless() -> Iterator[BatchItem]:
        nonlocal read
        while True:
            read += 1
            yield BatchItem("x", "x", "yaml", (examples / "flexteam-drenthe.yaml").read_bytes(), "x")

    for jobs in (1, 2):
        read = 0
        found = judge_all(work, endless(), jobs)
        assert len(list(islice(found, 100))) == 100
        found.close()  # type: ignore[attr-defined]
        assert read < 1000


def test_a_mistake_of_ours_in_one_is_told_and_does_not_stop_the_others(
    work: Work, content: Content, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(*args: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys.modules[judge_items.__module__], "make_row", stumbles)
    found = [json.loads(result.row) for result in judge_all(work, coming(examples, content))]
    assert {row["status"] for row in found} == {"fout"}
    assert "een fout in het programma (ZeroDivisionError)" in found[0]["problems"][0]["message"]


def test_a_run_that_was_broken_off_goes_on_and_ends_like_one_that_was_not(
    work: Work, hundred: Path, content: Content, tmp_path: Path
) -> None:
    head = describe_run(work, content, None)
    with Checkpoint(tmp_path / "heel.csv", head) as checkpoint:
        whole = list(judge_and_keep(work, coming(hundred, content), checkpoint))
        assert list(checkpoint.rows()) == whole
        rows = list(checkpoint.rows())
    for broken in (1, 37, 99):
        with Checkpoint(tmp_path / "stuk.csv", head) as checkpoint:
            list(islice(judge_and_keep(work, coming(hundred, content), checkpoint), broken))
        assert has_checkpoint(tmp_path / "stuk.csv", head)
        # And in the middle of a line, as when the machine goes off.
        path = tmp_path / "stuk.csv.part.jsonl"
        path.write_bytes(path.read_bytes()[:-20])
        with Checkpoint(tmp_path / "stuk.csv", head) as checkpoint:
            assert checkpoint.taken_over == broken - 1
            assert list(judge_and_keep(work, coming(hundred, content), checkpoint)) == whole
            assert list(checkpoint.rows()) == rows
            checkpoint.remove()
        assert not path.exists()


def test_a_file_that_changed_meanwhile_is_judged_again(
    work: Work, content: Content, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder, head = folder_of(6), describe_run(work, content, None)
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        list(judge_and_keep(work, coming(folder, content), checkpoint))
    changed = folder / "initiatief-0003.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("name: ", "name: Nieuw "), encoding="utf-8")
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        rows = list(judge_and_keep(work, coming(folder, content), checkpoint))
    assert len(rows) == 6
    assert rows[3]["initiative"] and rows[3]["initiative"]["name"].startswith("Nieuw ")


def test_rows_of_another_date_or_of_other_menus_are_not_taken_over(
    work: Work, content: Content, examples: Path, tmp_path: Path
) -> None:
    with Checkpoint(tmp_path / "uit.csv", describe_run(work, content, None)) as checkpoint:
        list(judge_and_keep(work, coming(examples, content), checkpoint))
    other = describe_run(work._replace(on=date(2027, 1, 1)), content, None)
    assert not has_checkpoint(tmp_path / "uit.csv", other)
    with Checkpoint(tmp_path / "uit.csv", other) as checkpoint:
        assert checkpoint.taken_over == 0


def test_two_runs_on_one_output_do_not_meet(work: Work, content: Content, tmp_path: Path) -> None:
    head = describe_run(work, content, None)
    with (
        Checkpoint(tmp_path / "uit.csv", head),
        pytest.raises(InputError, match="Een andere opdracht is met deze uitvoer"),
    ):
        Checkpoint(tmp_path / "uit.csv", head)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uit.csv.part.jsonl"]


def test_a_part_that_is_damaged_in_the_middle_is_used_up_to_there(
    work: Work, content: Content, examples: Path, tmp_path: Path
) -> None:
    head = describe_run(work, content, None)
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        rows = list(judge_and_keep(work, coming(examples, content), checkpoint))
    path = tmp_path / "uit.csv.part.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b'{"input": "zz"}\n', b"[1, 2}\n", *lines[3:]]))
    with Checkpoint(tmp_path / "uit.csv", head) as checkpoint:
        assert list(judge_and_keep(work, coming(examples, content), checkpoint)) == rows


def test_every_initiative_gets_reports_of_its_own_under_its_own_name(
    content: Content, examples: Path, tmp_path: Path
) -> None:
    work = prepare_work(content, ON, "0", reports=Reports((".md", ".json"), "kort"))
    for place in ("een", "twee"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "Plan A.yaml").write_bytes((examples / "flexteam-drenthe.yaml").read_bytes())
    (tmp_path / "een" / "stuk.yaml").write_bytes(b"[")
    named = [str(tmp_path / place) for place in ("een", "twee")]
    head, folder = describe_run(work, content, None), tmp_path / "uit"
    for _ in range(2):  # the second run takes all over
        with Checkpoint(folder / "poolwijzer", head) as checkpoint:
            list(judge_and_keep(work, read_items(find_inputs(named), content, None), checkpoint, ReportFolder(folder)))
        made = sorted(path.name for path in folder.iterdir() if not path.name.endswith(".part.jsonl"))
        assert made == ["plan-a-2.json", "plan-a-2.md", "plan-a.json", "plan-a.md"]
    # A report that is gone is made again, and no other.
    (folder / "plan-a.md").unlink()
    before = (folder / "plan-a-2.md").stat().st_mtime_ns
    with Checkpoint(folder / "poolwijzer", head) as checkpoint:
        list(judge_and_keep(work, read_items(find_inputs(named), content, None), checkpoint, ReportFolder(folder)))
    assert (folder / "plan-a.md").is_file()
    assert (folder / "plan-a-2.md").stat().st_mtime_ns == before


@pytest.mark.skipif(sys.platform == "win32", reason="there links need a right of their own")
def test_a_report_is_never_written_through_a_link(content: Content, examples: Path, tmp_path: Path) -> None:
    source = tmp_path / "plan.yaml"
    source.write_bytes((examples / "flexteam-drenthe.yaml").read_bytes())
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "plan.md").symlink_to(source)
    work = prepare_work(content, ON, "0", reports=Reports((".md",), "kort"))
    with Checkpoint(folder / "poolwijzer", describe_run(work, content, None)) as checkpoint:
        coming = read_items(find_inputs([str(source)]), content, None)
        list(judge_and_keep(work, coming, checkpoint, ReportFolder(folder)))
        checkpoint.remove()
    assert source.read_bytes() == (examples / "flexteam-drenthe.yaml").read_bytes()
    assert not (folder / "plan.md").is_symlink() and (folder / "plan.md").read_bytes().startswith(b"# ")


def until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def in_group(group: int) -> bool:
    """Whether a process of this group is still at work; one that ended may wait for somebody to take note of it."""
    for process in psutil.process_iter():
        with suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                return True
    return False


RUN = """
import sys
from datetime import date
from pathlib import Path
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import read_items
from poolwijzer.batch.run import describe_run, judge_and_keep
from poolwijzer.batch.checkpoint import Checkpoint
from poolwijzer.batch.work import prepare_work
from poolwijzer.content.read import load_menus
content = load_menus()
work = prepare_work(content, date(2026, 11, 1), "0")
with Checkpoint(Path(sys.argv[2]), describe_run(work, content, None)) as checkpoint:
    coming = read_items(find_inputs([sys.argv[1]]), content, None)
    for row in judge_and_keep(work, coming, checkpoint, jobs=int(sys.argv[3])):
        print(row["file"], flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_a_run_that_was_killed_goes_on(
    jobs: str, work: Work, content: Content, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = folder_of(400, 50)
    with Checkpoint(tmp_path / "heel.csv", describe_run(work, content, None)) as checkpoint:
        list(judge_and_keep(work, coming(folder, content), checkpoint))
        whole = list(checkpoint.rows())
    output = tmp_path / "uit.csv"
    command = [sys.executable, "-c", RUN, str(folder), str(output), jobs]
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, env=unmeasured) as running:
        assert running.stdout is not None
        for _ in range(70):
            running.stdout.readline()
        running.kill()
    until(lambda: not in_group(running.pid))  # its workers see that it is gone
    with Checkpoint(output, describe_run(work, content, None)) as checkpoint:
        assert 60 <= checkpoint.taken_over < 400
        list(judge_and_keep(work, coming(folder, content), checkpoint))
        assert list(checkpoint.rows()) == whole


STOPPED = """
import os, signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
from datetime import date
from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.workers import judge_all
from poolwijzer.batch.work import prepare_work
from poolwijzer.content.read import load_menus
item = BatchItem("x", "x", "yaml", open(sys.argv[1], "rb").read(), "x")
def endless():
    while True:
        yield item
found = judge_all(prepare_work(load_menus(), date(2026, 11, 1), "0"), endless(), 2)
if sys.argv[2] == "close":
    next(found)
    found.close()
else:
    threading.Timer(float(sys.argv[2]), os.killpg, (0, signal.SIGINT)).start()
    try:
        for result in found:
            pass
    except KeyboardInterrupt:
        print("interrupted")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a group")
@pytest.mark.parametrize("when", ["close", "0.3", "0.6", "1"])
def test_several_workers_stop_without_a_word(when: str, examples: Path) -> None:
    command = [sys.executable, "-c", STOPPED, str(examples / "flexteam-drenthe.yaml"), when]
    # A signal that comes while coverage holds its own lock stops a program for ever.
    unmeasured = {**os.environ, "COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
    ended = subprocess.run(command, capture_output=True, start_new_session=True, timeout=60, env=unmeasured)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert when == "close" or ended.stdout == b"interrupted\n"
