"""Streams that are full, closed or gone, and a system that gives less: never a traceback, always the right status."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM
from tests.roots import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other streams, and no such limits or signals")

FULL = Path("/dev/full")
has_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is full")
EXAMPLE = str(ROOT / "examples" / "flexteam-drenthe.yaml")
ADVISE = ("advise", EXAMPLE, "--date", "2026-11-01")
UNSEEN = "uitvoer: De uitkomst kan hier niet worden getoond. Is de schijf vol? Kies een andere.\n"
GONE = "poolwijzer: De map waarin u werkt, bestaat niet meer. Ga met cd naar een andere map.\n"


def shell(before: str, arguments: tuple[str, ...], after: str = "", **variables: str) -> tuple[int, str, str]:
    """Run the program by a shell, with something before it and its streams behind it."""
    command = f'{before}\n"$@" {after}\n'
    unmeasured = {"COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
    ended = subprocess.run(
        ["bash", "-c", command, "bash", *PROGRAM, *arguments],
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        env={**os.environ, **unmeasured, **variables},
        timeout=100,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture(scope="module")
def advice() -> tuple[int, str, str]:
    """What it says of the example, as always."""
    return shell("unset COLUMNS LINES", ADVISE)


@has_full
@pytest.mark.parametrize("arguments", [("--help",), ("batch", "--help"), (), ADVISE])
def test_what_does_not_arrive_is_told_also_if_it_is_the_help(arguments: tuple[str, ...]) -> None:
    assert shell("", arguments, ">/dev/full") == (2, "", UNSEEN)


@has_full
@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("onzin",), 2), (("advise", "weg.yaml"), 2), (("batch", "weg.yaml"), 1)],
)
@pytest.mark.parametrize("after", ["2>/dev/full", "2>&-"])
def test_messages_that_nobody_can_read_change_no_status(after: str, arguments: tuple[str, ...], status: int) -> None:
    assert shell("", arguments, after)[0] == status


@has_full
def test_where_nothing_can_be_told_at_all_the_status_still_is() -> None:
    assert shell("", ADVISE, ">/dev/full 2>/dev/full") == (2, "", "")
    assert shell("", ("onzin",), ">&- 2>&- <&-") == (2, "", "")


@pytest.mark.slow
def test_a_file_that_is_written_never_takes_the_place_of_a_stream_that_is_closed(tmp_path: Path) -> None:
    arguments = (*ADVISE, "-o", str(tmp_path / "a.md"), "-o", str(tmp_path / "a.json"))
    assert shell("", arguments, "<&- >&- 2>&-") == (0, "", "")
    assert (tmp_path / "a.md").read_bytes().startswith(b"# ") and (tmp_path / "a.json").read_bytes().startswith(b"{")
    assert shell("", ("batch", EXAMPLE, "-o", str(tmp_path / "uit.jsonl"), "--jobs", "2"), "<&- >&- 2>&-")[0] == 0
    assert (tmp_path / "uit.jsonl").read_bytes().startswith(b'{"')


@pytest.mark.slow
@pytest.mark.parametrize("size", ["0", "-5", "abc", "99999999999"])
def test_a_size_that_is_none_is_no_size(size: str, advice: tuple[int, str, str]) -> None:
    assert advice[0] == 0 and len(advice[1]) > 1000
    assert shell("", ADVISE, COLUMNS=size, LINES=size) == advice


@pytest.mark.slow
@pytest.mark.parametrize("columns", ["1", "7"])
def test_a_terminal_of_hardly_any_width_is_no_traceback(columns: str) -> None:
    status, out, said = shell("", ADVISE, COLUMNS=columns)
    assert (status, said) == (0, "") and "Samen" in "".join(out.split())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "ended"),
    [
        (("batch", ".", "--date", "2026-11-01"), (2, "", GONE)),
        (("batch", EXAMPLE, "-o", "uit.csv"), (2, "", GONE)),
        (("compare", "a.yaml", "b.yaml"), (2, "", GONE)),
    ],
)
def test_a_working_folder_that_is_gone_is_told(arguments: tuple[str, ...], ended: object, tmp_path: Path) -> None:
    assert shell(f"mkdir '{tmp_path}/x' && cd '{tmp_path}/x' && rmdir ../x", arguments) == ended


@pytest.mark.slow
def test_what_needs_no_working_folder_is_done_without_one(advice: tuple[int, str, str], tmp_path: Path) -> None:
    gone = f"mkdir '{tmp_path}/x' && cd '{tmp_path}/x' && rmdir ../x"
    assert shell(gone, ADVISE) == advice
    output = tmp_path / "uit.jsonl"
    assert shell(gone, ("batch", EXAMPLE, "-o", str(output), "--reports", str(tmp_path / "r"), "--jobs", "2"))[0] == 0
    assert output.exists() and (tmp_path / "r" / "flexteam-drenthe.pdf").exists()


LESS = {
    "no home": ("unset HOME", {}),
    "another home": ("", {"HOME": "/bestaat/niet"}),
    "no place for temporary files": ("", {"TMPDIR": "/bestaat/niet"}),
    "few files": ("ulimit -n 20", {}),
    "warnings are errors": ("", {"PYTHONWARNINGS": "error"}),
    "no asserts, no docstrings": ("", {"PYTHONOPTIMIZE": "2"}),
    "everything is told": ("", {"PYTHONDEVMODE": "1"}),
    "ascii": ("", {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "dumb": ("", {"TERM": "dumb", "NO_COLOR": "1"}),
    "a place that is none": ("", {"TZ": "Onzin/Plek"}),
}


def everything(place: Path, before: str, variables: dict[str, str]) -> dict[str, bytes]:
    """What a batch writes with all kinds of formats and workers; it says what it says always."""
    outputs = ("-o", str(place / "u.xlsx"), "--overview", str(place / "o.docx"), "--reports", str(place / "r"))
    arguments = ("batch", EXAMPLE, "--date", "2026-11-01", "--depth", "kort", "--jobs", "2", *outputs)
    status, out, said = shell(before, arguments, **variables)
    assert (status, out) == (0, ""), said
    written = "".join(f"Geschreven: {place}/{name}\n" for name in ("u.xlsx", "o.docx", "r"))
    assert said == f"1 initiatief bekeken.\n{written}"
    return {path.name: path.read_bytes() for path in place.rglob("*.*")}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return everything(tmp_path_factory.mktemp("gewoon"), "", {})


@pytest.mark.slow
@pytest.mark.parametrize("less", LESS)
def test_a_system_that_gives_less_than_usual_gets_the_same(less: str, usual: dict[str, bytes], tmp_path: Path) -> None:
    assert len(usual) == 3
    assert everything(tmp_path, *LESS[less]) == usual


@pytest.mark.slow
def test_a_program_with_little_memory_ends_in_words(tmp_path: Path) -> None:
    for limit in ("60000", "90000", "150000"):
        _, _, said = shell(f"ulimit -v {limit}", (*ADVISE, "-o", str(tmp_path / f"{limit}.md")))
        assert "Traceback" not in said or "poolwijzer" not in said, said


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
@pytest.mark.parametrize("command", ["advise", "batch"])
def test_a_signal_to_stop_ends_with_130_and_leaves_nothing(
    command: str, name: str, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder, output = folder_of(40), tmp_path / "uit.pdf"
    arguments = {
        "advise": [*ADVISE, *(part for number in range(40) for part in ("-o", str(tmp_path / f"{number}.pdf")))],
        "batch": ["batch", str(folder), "--reports", str(tmp_path / "r"), "--jobs", "2"],
    }
    with subprocess.Popen([*PROGRAM, *arguments[command]], stdout=-1, stderr=-1, text=True) as program:
        time.sleep(1.5)
        program.send_signal(getattr(signal, name))
        out, said = program.communicate(timeout=60)
    assert (program.returncode, out) == (130, ""), said
    assert said.endswith("Gestopt.\n") and "Traceback" not in said
    assert not output.exists() and not list(tmp_path.rglob(".*"))


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [[], ["assess"], ["assess", "--plain"]])
def test_a_window_that_is_closed_while_it_asks_something_ends_it_with_130(arguments: list[str], tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    said = tmp_path / "gezegd"
    command = shlex.join([*PROGRAM, *arguments])
    window = pexpect.spawn(
        "bash",
        ["-c", f"exec {command} 2>'{said}'"],
        cwd=str(tmp_path),
        env={**os.environ, "TERM": "xterm"},
        encoding="utf-8",
    )
    window.expect(["initiatief", "Wat wilt u"], timeout=30)
    window.close(force=False)
    assert window.wait() == 130 if window.exitstatus is None else window.exitstatus == 130
    assert "Traceback" not in said.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_window_that_is_closed_stops_nothing_that_was_told_not_to_hear_of_it(tmp_path: Path) -> None:
    unheard = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    command = [sys.executable, "-c", f"{unheard}; {PROGRAM[-1]}", "batch", EXAMPLE, "--reports", str(tmp_path / "r")]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as program:
        time.sleep(1.0)
        program.send_signal(signal.SIGHUP)
        _, said = program.communicate(timeout=60)
    assert program.returncode == 0, said
    assert (tmp_path / "r" / "flexteam-drenthe.pdf").exists()
