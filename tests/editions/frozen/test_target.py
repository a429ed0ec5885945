"""What the frozen program is called and shows of itself, and what goes into it."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import pytest

from editions.frozen import contents, target
from poolwijzer.version import __version__


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("win32", "AMD64", "windows-x86_64"),
        ("darwin", "arm64", "macos-arm64"),
        ("darwin", "x86_64", "macos-x86_64"),
        ("linux", "aarch64", "linux-arm64"),
    ],
)
def test_the_name_tells_the_version_the_system_and_the_processor(
    system: str, machine: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert target.full_name() == f"poolwijzer-{__version__}-{name}"


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "(0, 1, 0, 0)"), ("2.10", "(2, 10, 0, 0)"), ("1.2.0rc1", "(1, 2, 0, 0)")]
)
def test_windows_is_told_the_version_in_four_numbers(version: str, numbers: str, tmp_path: Path) -> None:
    facts = target.write_version_facts(tmp_path, version).read_text(encoding="utf-8")
    assert f"filevers={numbers}, prodvers={numbers}" in facts
    assert f"StringStruct('ProductVersion', '{version}')" in facts
    compile(facts, "version-facts.txt", "eval")  # PyInstaller reads it as Python


def test_the_picture_of_the_program_is_a_square_that_windows_can_use(tmp_path: Path) -> None:
    data = target.write_icon(tmp_path).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)] == [256, 256]


@pytest.mark.parametrize(("given", "signs"), [("", None), ("Developer ID Application: Regio", True)])
def test_only_macos_signs_while_it_is_built_and_only_for_who_says_so(
    given: str, signs: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(target.IDENTITY, given)
    monkeypatch.setattr(sys, "platform", "win32")
    assert target.mac_identity() is None
    monkeypatch.setattr(sys, "platform", "darwin")
    assert target.mac_identity() == (given if signs else None)


def test_nothing_that_the_program_itself_imports_is_left_out() -> None:
    ours = Path(target.__file__).parents[2] / "src" / "poolwijzer"
    text = "\n".join(path.read_text(encoding="utf-8") for path in ours.rglob("*.py"))
    left_out = [name for name in contents.EXCLUDED if f"\nimport {name}\n" in text or f"\nfrom {name} import" in text]
    assert left_out == []


def test_what_is_left_out_though_a_library_cannot_do_without_stops_the_build() -> None:
    told = """This file lists modules PyInstaller was not able to find.
missing module named winreg - imported by platform (delayed, optional)
excluded module named ssl - imported by asyncio.sslproto (optional), http.client (optional)
excluded module named pydoc - imported by rich.markdown (conditional), joblib.memory (top-level)
excluded module named doctest - imported by lxml.doctestcompare (top-level)
"""
    assert contents.find_missed(told) == ["joblib.memory asks for pydoc"]


def test_modules_for_a_browser_stay_out() -> None:
    names = ["poolwijzer.browser", "poolwijzer.browser.page", "poolwijzer.browsers", "poolwijzer.cli"]
    assert [contents.of_browser(name) for name in names] == [True, True, False, False]
