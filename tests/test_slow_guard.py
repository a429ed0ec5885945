"""What `make check` leaves out is what says so, and nothing that takes long can fail to say so."""

from __future__ import annotations

import re
import signal
import subprocess
import sys

import pytest

from tests.roots import ROOT

UNMARKED = "Mark it with @pytest.mark.slow"


@pytest.mark.parametrize(
    "command", [["soffice", "--version"], ["/usr/bin/chromium"], [sys.executable, "-m", "pip"], "localc"], ids=str
)
def test_a_test_without_the_mark_cannot_start_what_takes_long(command: list[str] | str) -> None:
    with pytest.raises(AssertionError, match=UNMARKED):
        subprocess.run(command, check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_a_test_without_the_mark_cannot_kill() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        with pytest.raises(AssertionError, match=UNMARKED):
            running.send_signal(signal.SIGKILL)
        running.terminate()


@pytest.mark.slow
def test_a_test_with_the_mark_can() -> None:
    assert subprocess.run([sys.executable, "-m", "pip", "--version"], check=True, capture_output=True).stdout


def test_a_commit_is_held_against_what_make_check_and_the_lints_of_make_test_run() -> None:
    def commands(text: str) -> list[str]:
        return re.findall(r"(?:\$\(BIN\)|\.venv/bin)/(.*)", text)

    lints = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\ntest:")[0]
    # Before a commit the files that changed are named behind these.
    named = [command.removesuffix(" $(WORKFLOWS)") for command in commands(lints)]
    assert named == commands((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
