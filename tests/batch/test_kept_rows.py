"""What a batch keeps is its own: nothing of others that lies where its rows go is harmed, followed or trusted."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import Result

from poolwijzer.batch.checkpoint import Checkpoint, key_of_input
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import read_items
from poolwijzer.batch.kept_lines import KeptLines, is_of_use
from poolwijzer.batch.run import describe_run, judge_and_keep
from poolwijzer.batch.work import prepare_work
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from tests.cli.conftest import run  # noqa: F401 - a fixture

Run = Callable[..., Result]
ON = date(2026, 11, 1)
ABOUT = {"poolwijzer": "0", "menus": "m", "date": "2026-11-01", "rows": None}
KEYS = [sha256(bytes([number])).hexdigest() for number in range(9)]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such files or permissions")


@pytest.fixture(scope="module")
def row(content: Content, examples: Path) -> bytes:
    from poolwijzer.batch.work import judge_items

    item = next(iter(read_items(find_inputs([str(examples / "flexteam-drenthe.yaml")]), content, None)))
    return judge_items(prepare_work(content, ON, "0"), [item])[0].row


def filled(output: Path, row: bytes, about: dict[str, Any] = ABOUT) -> Path:
    """A file with five rows, as a run leaves it that was killed."""
    with Checkpoint(output, about) as checkpoint:
        for key in KEYS[:5]:
            checkpoint.add(key, row)
        return checkpoint.path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# What is not ours.


@posix_only
@pytest.mark.parametrize("kind", ["file", "dangling", "folder", "fifo", "link to a part"])
def test_what_is_no_file_is_refused_and_left_alone(kind: str, row: bytes, tmp_path: Path) -> None:
    mine = tmp_path / "mijn.txt"
    part = tmp_path / "uit.csv.part.jsonl"
    if kind == "file":
        mine.write_text("van mij", encoding="utf-8")
        part.symlink_to(mine)
    elif kind == "dangling":
        part.symlink_to(mine)
    elif kind == "folder":
        part.mkdir()
    elif kind == "fifo":
        os.mkfifo(part)
    else:
        filled(tmp_path / "ander.csv", row).rename(mine)
        part.symlink_to(mine)
    before, said = names(tmp_path), mine.read_bytes() if mine.exists() else None
    with pytest.raises(InputError, match=r"uit\.csv\.part\.jsonl: Hier komen tussentijdse resultaten, maar dit is"):
        Checkpoint(tmp_path / "uit.csv", ABOUT)
    assert names(tmp_path) == before
    assert said == (mine.read_bytes() if mine.exists() else None)


@pytest.mark.parametrize(
    "said", [b"", b"van mij", b"van mij\nen dit\n", b'{"a": 1}\n', b"[]\n", b"\0" * 5000, b"\xff\xfe\n", b"{" * 9999]
)
def test_a_file_with_another_beginning_is_put_aside_with_a_word(said: bytes, row: bytes, tmp_path: Path) -> None:
    part = tmp_path / "uit.csv.part.jsonl"
    part.write_bytes(said)
    (tmp_path / "uit.csv.part.jsonl.oud").write_bytes(b"van toen")
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert checkpoint.taken_over == 0
        assert str(checkpoint.remark) == (
            f"{part}: Dit bestand is beschadigd, of niet door Poolwijzer gemaakt. "
            "Het staat nu in uit.csv.part.jsonl.oud-2. Weg mag het ook."
        )
        checkpoint.add(KEYS[0], row)
        checkpoint.remove()
    assert names(tmp_path) == ["uit.csv.part.jsonl.oud", "uit.csv.part.jsonl.oud-2"]
    assert (tmp_path / "uit.csv.part.jsonl.oud-2").read_bytes() == said
    assert (tmp_path / "uit.csv.part.jsonl.oud").read_bytes() == b"van toen"


@posix_only
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_that_somebody_else_made_is_not_trusted(row: bytes, tmp_path: Path) -> None:
    part = filled(tmp_path / "uit.csv", row)
    os.chown(part, 12345, 12345)
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert checkpoint.taken_over == 0
        assert checkpoint.remark is not None
    assert names(tmp_path) == ["uit.csv.part.jsonl", "uit.csv.part.jsonl.oud"]


@posix_only
def test_another_name_of_the_same_file_stays_as_it_is(row: bytes, tmp_path: Path) -> None:
    part = filled(tmp_path / "uit.csv", row)
    other = tmp_path / "kopie"
    other.hardlink_to(part)
    before = other.read_bytes()
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert checkpoint.taken_over == 5
        checkpoint.add(KEYS[7], row)
    assert other.read_bytes() == before


@posix_only
@pytest.mark.parametrize("mode", [0o644, 0o666, 0o400, 0o000])
def test_nobody_else_can_read_it(mode: int, row: bytes, tmp_path: Path) -> None:
    (tmp_path / "uit.csv").write_bytes(b"")
    (tmp_path / "uit.csv").chmod(0o600)
    umask = os.umask(0)
    try:
        part = filled(tmp_path / "uit.csv", row)
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
        part.chmod(mode)
        filled(tmp_path / "uit.csv", row)
    finally:
        os.umask(umask)
    assert stat.S_IMODE(part.stat().st_mode) == 0o600


@posix_only
def test_a_lock_that_is_a_link_is_refused_and_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mijn.txt"
    mine.write_text("van mij", encoding="utf-8")
    (tmp_path / ".uit.csv.part.jsonl.lock").symlink_to(mine)
    with pytest.raises(InputError, match=r"\.uit\.csv\.part\.jsonl\.lock: .* geen gewoon bestand"):
        Checkpoint(tmp_path / "uit.csv", ABOUT)
    assert mine.read_text(encoding="utf-8") == "van mij"
    assert names(tmp_path) == [".uit.csv.part.jsonl.lock", "mijn.txt"]


def test_a_lock_that_a_killed_run_left_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / ".uit.csv.part.jsonl.lock").touch()
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        checkpoint.remove()
    assert names(tmp_path) == []


# What is ours.


def test_rows_of_a_run_about_something_else_go_with_a_word(row: bytes, tmp_path: Path) -> None:
    part = filled(tmp_path / "uit.csv", row, {**ABOUT, "poolwijzer": "1"})
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert checkpoint.taken_over == 0
        assert str(checkpoint.remark) == (
            f"{part}: Hierin stonden resultaten van een andere opdracht. Die tellen nu niet mee."
        )
    assert names(tmp_path) == ["uit.csv.part.jsonl"]


def test_a_last_line_that_was_broken_off_is_left_out_without_a_word(row: bytes, tmp_path: Path) -> None:
    part = filled(tmp_path / "uit.csv", row)
    part.write_bytes(part.read_bytes()[:-20])
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert (checkpoint.taken_over, checkpoint.remark) == (4, None)


LINE = KeptLines(ABOUT)
HARMS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "a changed row": lambda lines: [*lines[:2], lines[2].replace(b"Drenthe", b"Twenthe"), *lines[3:]],
    "a changed key": lambda lines: [*lines[:2], lines[2].replace(KEYS[1].encode(), KEYS[8].encode()), *lines[3:]],
    "half a line": lambda lines: [*lines[:2], lines[2][:90] + b"\n", *lines[3:]],
    "two halves": lambda lines: [*lines[:2], lines[2][:90], *lines[3:]],
    "an empty line": lambda lines: [*lines[:2], b"\n", *lines[3:]],
    "zeros": lambda lines: [*lines[:2], b"\0" * len(lines[2]), *lines[3:]],
    "zeros at the end": lambda lines: [*lines, b"\0" * 4096],
    "a line that never ends": lambda lines: [*lines, b"x" * 70_000_000],
    "a line of another run": lambda lines: [*lines[:2], KeptLines({"a": 1}).pack(KEYS[1], b"{}"), *lines[3:]],
    "a row that is none": lambda lines: [*lines[:2], LINE.pack(KEYS[1], b"[]"), *lines[3:]],
    "a row of another kind": lambda lines: [*lines[:2], LINE.pack(KEYS[1], b'{"file": 3}'), *lines[3:]],
    "no key": lambda lines: [*lines[:2], LINE.pack("zz", b"{}"), *lines[3:]],
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_file_goes_aside_with_a_word_and_what_is_whole_is_used(harm: str, row: bytes, tmp_path: Path) -> None:
    part = filled(tmp_path / "uit.csv", row)
    lines = HARMS[harm](part.read_bytes().splitlines(keepends=True))
    part.write_bytes(b"".join(lines))
    harmed = part.read_bytes()
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        assert checkpoint.taken_over >= 3
        told = str(checkpoint.remark)
        assert f"{part}: Dit bestand is beschadigd: " in told and "niet te gebruiken. Het staat nu in" in told
        assert all(checkpoint.again(key)["status"] == "goed" for key in KEYS if checkpoint.known(key) is not None)
    assert part.with_name(f"{part.name}.oud").read_bytes() == harmed


def test_names_of_reports_lead_nowhere_else(row: bytes) -> None:
    for name in ("../mijn.md", "/etc/passwd", "C:\\a.md", "..", "a/b.md", ""):
        kept = LINE.unpack(LINE.pack(KEYS[0], row, (name,)))
        assert kept is not None and not is_of_use(kept)
    kept = LINE.unpack(LINE.pack(KEYS[0], row, ("plan-a-2.md", "plan-a.json")))
    assert kept is not None and is_of_use(kept)


@given(st.data())
@settings(max_examples=60)
def test_no_change_of_a_line_goes_unseen(data: st.DataObject) -> None:
    line = LINE.pack(KEYS[0], b'{"a": "b"}')
    at = data.draw(st.integers(0, len(line) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != line[at]))
    assert LINE.unpack(line[:at] + bytes([other]) + line[at + 1 :]) is None
    assert LINE.unpack(line[:at]) is None


def test_a_file_that_is_changed_while_a_run_is_at_work_is_told(row: bytes, tmp_path: Path) -> None:
    with Checkpoint(tmp_path / "uit.csv", ABOUT) as checkpoint:
        checkpoint.add(KEYS[0], row)
        with checkpoint.path.open("r+b") as file:
            file.seek(300)
            was = file.read(1)
            file.seek(300)
            file.write(b"y" if was == b"x" else b"x")
        with pytest.raises(InputError, match="heeft dit bestand intussen veranderd"):
            list(checkpoint.rows())


def test_whatever_was_harmed_the_run_ends_as_one_that_was_not_disturbed(
    content: Content, examples: Path, tmp_path: Path
) -> None:
    work = prepare_work(content, ON, "0")
    head = describe_run(work, content, None)

    def all_rows(output: Path) -> list[Any]:
        with Checkpoint(output, head) as checkpoint:
            coming = read_items(find_inputs([str(examples)]), content, None)
            return list(judge_and_keep(work, coming, checkpoint))

    whole = all_rows(tmp_path / "uit.csv")
    part = tmp_path / "uit.csv.part.jsonl"
    said = part.read_bytes()
    for at in range(0, len(said), len(said) // 25):
        part.write_bytes(said[:at] + b"\0\0\n\0" + said[at + 4 :])
        assert all_rows(tmp_path / "uit.csv") == whole
    assert key_of_input(next(iter(read_items(find_inputs([str(examples)]), content, None)))) in part.read_text("utf-8")


# On the command line.


def test_the_word_comes_on_stderr_and_the_run_goes_on(run: Run, examples: Path, tmp_path: Path) -> None:  # noqa: F811
    output = tmp_path / "uit.jsonl"
    (tmp_path / "uit.jsonl.part.jsonl").write_text("van mij", encoding="utf-8")
    result = run("batch", examples, "--date", "2026-11-01", "-o", output, "--jobs", "1")
    assert result.exit_code == 0
    assert "niet door Poolwijzer gemaakt. Het staat nu in uit.jsonl.part.jsonl.oud." in result.stderr
    assert len(output.read_bytes().splitlines()) == 8
    assert names(tmp_path) == ["uit.jsonl", "uit.jsonl.part.jsonl.oud"]


@posix_only
def test_a_link_is_refused_before_anything_is_done(run: Run, examples: Path, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "uit.jsonl.part.jsonl").symlink_to(tmp_path / "elders")
    result = run("batch", examples, "--date", "2026-11-01", "-o", tmp_path / "uit.jsonl", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "maar dit is een koppeling. Haal het weg, of kies voor de uitvoer een andere naam." in result.stderr
    assert names(tmp_path) == ["uit.jsonl.part.jsonl"]


def test_an_output_is_never_what_is_kept_for_another(run: Run, examples: Path, tmp_path: Path) -> None:  # noqa: F811
    arguments = ("batch", examples, "--date", "2026-11-01", "--force", "-o", tmp_path / "a.csv", "-o")
    result = run(*arguments, tmp_path / "a.csv.part.jsonl")
    assert result.exit_code == 2 and "a.csv.part.jsonl" in result.stderr
    assert names(tmp_path) == []


def test_a_file_that_came_since_a_run_was_broken_off_stays_unless_that_run_was_writing_it(
    run: Run,  # noqa: F811
    examples: Path,
    content: Content,
    tmp_path: Path,
) -> None:
    from poolwijzer.version import __version__

    output = tmp_path / "uit.jsonl"
    files = [file.path for file in find_inputs([str(examples)])]
    head = describe_run(prepare_work(content, ON, __version__), content, None, files)
    arguments = ("batch", examples, "--date", "2026-11-01", "-o", output, "--jobs", "1")
    for writing in (False, True):
        with Checkpoint(output, head) as checkpoint:
            coming = read_items(find_inputs([str(examples)]), content, None)
            list(islice(judge_and_keep(prepare_work(content, ON, __version__), coming, checkpoint), 3))
            if writing:
                checkpoint.mark_writing()
        output.write_text("van mij", encoding="utf-8")
        for _ in range(2):  # also when that is broken off in turn
            with Checkpoint(output, head):
                pass
        result = run(*arguments)
        assert result.exit_code == (0 if writing else 2), result.stderr
        assert ("Dit bestand bestaat al." in result.stderr) is not writing
    assert len(output.read_bytes().splitlines()) == 8
    assert names(tmp_path) == ["uit.jsonl"]


def test_an_option_that_is_no_text_is_no_traceback(run: Run, examples: Path, tmp_path: Path) -> None:  # noqa: F811
    table = tmp_path / "t.csv"
    table.write_text("initiative.name;answers.m1\nA;4\n", encoding="utf-8")
    result = run("batch", table, "--rows", "initiatives", "--sheet", "\udce9", "-o", tmp_path / "uit.jsonl")
    assert result.exit_code in (0, 1), result.output
    assert json.loads((tmp_path / "uit.jsonl").read_bytes().splitlines()[0])
