"""The download of the frozen program: the same for the same folder, and whole when it is unpacked."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from editions.frozen.packing import pack

MOMENT = 1_790_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "poolwijzer-1.2.0-linux-x86_64"
    (made / "_internal" / "één.libs").mkdir(parents=True)
    (made / "_internal" / "één.libs" / "lib.so").write_bytes(b"\x7fELF")
    (made / "LEESMIJ.txt").write_text("Dag", encoding="utf-8")
    (made / "poolwijzer").write_bytes(b"#!/bin/sh\n")
    (made / "poolwijzer").chmod(0o755)
    return made


def test_the_same_folder_gives_the_same_bytes_whenever_it_was_laid_out(folder: Path) -> None:
    first = pack(folder, MOMENT).read_bytes()
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    assert pack(folder, MOMENT).read_bytes() == first


def test_the_checksum_beside_it_is_that_of_the_zip(folder: Path) -> None:
    made = pack(folder, MOMENT)
    assert made.name == "poolwijzer-1.2.0-linux-x86_64.zip"
    digest, name = made.with_name(f"{made.name}.sha256").read_text(encoding="ascii").split()
    assert (digest, name) == (hashlib.sha256(made.read_bytes()).hexdigest(), made.name)


def test_a_moment_before_zips_is_that_of_the_first(folder: Path) -> None:
    with zipfile.ZipFile(pack(folder, 0)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@pytest.mark.skipif(sys.platform == "win32", reason="there is nothing to say who may run what")
def test_the_zip_says_what_may_run_and_what_is_another_name_of_a_library(folder: Path) -> None:
    (folder / "_internal" / "lib.so").symlink_to("één.libs/lib.so")
    with zipfile.ZipFile(pack(folder, MOMENT)) as packed:
        modes = {entry.filename: entry.external_attr >> 16 for entry in packed.infolist()}
        link = f"{folder.name}/_internal/lib.so"
        assert packed.read(link).decode("utf-8") == "één.libs/lib.so"
    assert {name.removeprefix(f"{folder.name}/") for name, mode in modes.items() if mode & stat.S_IXUSR} == {
        "poolwijzer",
        "_internal/lib.so",
    }
    assert [name for name, mode in modes.items() if stat.S_ISLNK(mode)] == [link]
