"""Adding to a file that others add to: whole or not at all, at its end, and to the file that has the name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from poolwijzer import growing
from poolwijzer.file_claim import lock_of
from poolwijzer.growing import add_to_file
from poolwijzer.problems import InputError

LARGEST = 1000
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits, and holds open files")


def more(content: bytes) -> bytes:
    return b"regel %d\n" % content.count(b"\n")


def test_it_adds_what_is_made_of_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "map" / "log"
    assert add_to_file(path, more, LARGEST) == b"regel 0\n"
    assert add_to_file(path, more, LARGEST) == b"regel 0\nregel 1\n" == path.read_bytes()
    assert add_to_file(path, lambda content: b"", LARGEST) == path.read_bytes()


def test_what_is_refused_leaves_no_file_and_no_change(tmp_path: Path) -> None:
    def refuse(content: bytes) -> bytes:
        raise ValueError("nee")

    path = tmp_path / "log"
    with pytest.raises(InputError):
        add_to_file(path, refuse, LARGEST)
    assert not path.exists()
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(InputError, match="te groot"):
        add_to_file(path, more, LARGEST)
    assert path.stat().st_size == LARGEST + 1


def test_who_comes_while_another_adds_waits_and_is_told_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "PATIENCE", 0.05)
    path = tmp_path / "log"

    def meanwhile(content: bytes) -> bytes:
        with pytest.raises(InputError, match="Iemand anders is al lang in dit bestand aan het schrijven"):
            add_to_file(path, more, LARGEST)
        return b"eerst\n"

    assert add_to_file(path, meanwhile, LARGEST) == b"eerst\n"
    assert add_to_file(path, more, LARGEST) == b"eerst\nregel 1\n"


@posix_only
def test_a_file_that_is_replaced_meanwhile_gets_it_too(tmp_path: Path) -> None:
    path, other = tmp_path / "log", tmp_path / "other"
    path.write_bytes(b"oud\n")
    other.write_bytes(b"van de andere computer\n")

    def replaced(content: bytes) -> bytes:
        if other.exists():
            other.replace(path)
        return more(content)

    assert add_to_file(path, replaced, LARGEST) == b"van de andere computer\nregel 1\n" == path.read_bytes()


@posix_only
def test_a_link_stays_a_link_and_both_names_wait_for_one_another(tmp_path: Path) -> None:
    path, link = tmp_path / "log", tmp_path / "link"
    path.write_bytes(b"oud\n")
    link.symlink_to(path)
    add_to_file(link, more, LARGEST)
    assert link.is_symlink() and path.read_bytes() == b"oud\nregel 1\n"
    assert lock_of(path).exists() and not lock_of(link).exists()


@posix_only
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="geen gewoon bestand"):
        add_to_file(pipe, more, LARGEST)
    lock_of(tmp_path / "log").mkdir()
    with pytest.raises(InputError, match="geen gewoon bestand"):
        add_to_file(tmp_path / "log", more, LARGEST)


FULL = """
import resource, signal, sys
from pathlib import Path
from poolwijzer.growing import add_to_file
from poolwijzer.problems import InputError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
try:
    add_to_file(Path(sys.argv[1]), lambda content: b"een lange regel\\n", 1000)
except InputError as error:
    print(error)
"""


@posix_only
def test_what_does_not_fit_on_the_disk_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"tien teken")
    told = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, check=True, text=True).stdout
    assert "Het bestand is te groot voor deze schijf." in told
    assert path.read_bytes() == b"tien teken"
