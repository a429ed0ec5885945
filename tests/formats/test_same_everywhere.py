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
Made = dict[str, bytes]


@pytest.fixture(scope="module")
def runs(content: Content, tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """Every kind of file, twice: here, and then in another place, time zone and language, where there are no fonts."""
    source = tmp_path_factory.mktemp("invoer") / "rijkste.yaml"
    source.write_bytes(dump_assessment(richest(content)))
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "fonts.conf").write_text(NO_FONTS, encoding="utf-8")
    other = {
        "FONTCONFIG_FILE": str(elsewhere / "fonts.conf"),
        "HOME": str(elsewhere),
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "TYPST_FONT_PATHS": str(ROOT / "src" / "poolwijzer" / "formats" / "pdf" / "fonts"),
        "TZ": "Pacific/Auckland",
    }
    here = _made(source, tmp_path_factory.mktemp("hier"), {})
    time.sleep(LONGER_THAN_A_ZIP_SEES)
    return here, _made(source, elsewhere, other)


def _made(source: Path, folder: Path, environment: dict[str, str]) -> Made:
    found: Made = {}
    for depth in ("gewoon", "kort"):
        paths = [folder / f"{depth}{suffix}" for suffix in known_suffixes()]
        outputs = [word for path in paths for word in ("-o", str(path))]
        _run("advise", str(source), "--date", "2026-11-01", "--depth", depth, *outputs, folder=folder, more=environment)
        found |= {path.name: path.read_bytes() for path in paths}
    _run("report", "template", "sjabloon.docx", folder=folder, more=environment)
    return {**found, "sjabloon.docx": (folder / "sjabloon.docx").read_bytes()}


def _run(*words: str, folder: Path, more: dict[str, str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    subprocess.run([*PROGRAM, *words], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("depth", ["gewoon", "kort"])
@pytest.mark.parametrize("suffix", known_suffixes())
def test_another_moment_and_another_machine_give_the_same_file(
    suffix: str, depth: str, runs: tuple[Made, Made]
) -> None:
    here, elsewhere = runs
    assert here[f"{depth}{suffix}"] == elsewhere[f"{depth}{suffix}"]


def test_another_moment_and_another_machine_give_the_same_template(runs: tuple[Made, Made]) -> None:
    here, elsewhere = runs
    assert here["sjabloon.docx"] == elsewhere["sjabloon.docx"]
