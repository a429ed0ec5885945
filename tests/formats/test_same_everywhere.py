"""The same input and date give the same bytes: in every format, at another moment, on another machine."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import known_suffixes
from tests.report.richest import richest
from tests.roots import ROOT

PROGRAM = (sys.executable, "-c", "import sys; from poolwijzer.cli.main import run; sys.exit(run())")
LONGER_THAN_A_ZIP_SEES = 2.1
"""In seconds: the clock in a zip archive ticks once in two."""
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


def _another_machine(folder: Path) -> dict[str, str]:
    """What makes the program think that it is in another place, time zone and language, where there are no fonts."""
    (folder / "fonts.conf").write_text(NO_FONTS, encoding="utf-8")
    return {
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "HOME": str(folder),
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "TYPST_FONT_PATHS": str(ROOT / "src" / "poolwijzer" / "formats" / "pdf" / "fonts"),
        "TZ": "Pacific/Auckland",
    }


def _made(source: Path, folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for depth in ("gewoon", "kort"):
        paths = [folder / f"{depth}{suffix}" for suffix in known_suffixes()]
        outputs = [word for path in paths for word in ("-o", str(path))]
        _run("advise", str(source), "--date", "2026-11-01", "--depth", depth, *outputs, folder=folder, more=environment)
        found |= {path.name: path.read_bytes() for path in paths}
    return found


def _template(folder: Path, environment: dict[str, str]) -> bytes:
    _run("report", "template", "sjabloon.docx", folder=folder, more=environment)
    return (folder / "sjabloon.docx").read_bytes()


def _run(*words: str, folder: Path, more: dict[str, str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    subprocess.run([*PROGRAM, *words], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.mark.slow
def test_another_moment_and_another_machine_give_the_same_files(
    content: Content, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("invoer") / "rijkste.yaml"
    source.write_bytes(dump_assessment(richest(content)))
    here = _made(source, tmp_path_factory.mktemp("hier"), {})
    time.sleep(LONGER_THAN_A_ZIP_SEES)
    folder = tmp_path_factory.mktemp("elders")
    elsewhere = _made(source, folder, _another_machine(folder))
    assert len(here) == 2 * len(known_suffixes())
    assert [name for name in here if here[name] != elsewhere[name]] == []


@pytest.mark.slow
def test_another_moment_and_another_machine_give_the_same_template(tmp_path_factory: pytest.TempPathFactory) -> None:
    here = _template(tmp_path_factory.mktemp("hier"), {})
    time.sleep(LONGER_THAN_A_ZIP_SEES)
    folder = tmp_path_factory.mktemp("elders")
    assert here == _template(folder, _another_machine(folder))
