"""What lies beside the frozen program for a double click: it finds the program wherever the folder is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from editions.frozen import target

BESIDE = Path(target.__file__).parent / "beside"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the program is double-clicked itself")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mijn prógramma's & meer $x"
    made.mkdir()
    (made / "poolwijzer").write_text('#!/bin/sh\necho "gestart met $*"\n', encoding="utf-8")
    (made / "poolwijzer").chmod(0o755)
    return made


def test_on_macos_a_script_opens_its_own_window(folder: Path, tmp_path: Path) -> None:
    script = folder / "Poolwijzer.command"
    script.write_bytes((BESIDE / script.name).read_bytes())
    script.chmod(0o755)
    assert subprocess.check_output([script], cwd=tmp_path) == b"gestart met --own-window\n"


def test_on_linux_a_desktop_file_does(folder: Path, tmp_path: Path) -> None:
    text = (BESIDE / "Poolwijzer.desktop").read_text(encoding="utf-8")
    fields = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    # As the specification reads it: first as a text, then as words of which those in quotes have signs of their own.
    command = fields["Exec"].replace("\\\\", "\\")
    words = [
        re.sub(r'\\(["`$\\])', r"\1", quoted) if quoted else plain
        for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', command)
    ]
    where = str(folder / "Poolwijzer.desktop")
    done = subprocess.check_output([where if word == "%k" else word for word in words], cwd=tmp_path)
    assert (done, fields["Terminal"]) == (b"gestart met --own-window\n", "true")
