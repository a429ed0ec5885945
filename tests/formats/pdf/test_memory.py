"""What the compiler keeps of earlier documents: little, however many a process makes."""

import subprocess
import sys
from pathlib import Path

import pytest

HELD = """
import sys
from dataclasses import replace
from datetime import date
import psutil
from poolwijzer import Outcome, load, load_menus
from poolwijzer.formats.registry import Theme, writer_for
from poolwijzer.report.build import build_report

menus = load_menus()
report = build_report(Outcome(menus, load(sys.argv[1], menus), date(2026, 11, 1)), version="0")
for number in range(8):
    writer_for(sys.argv[2])(replace(report, title=f"{report.title} {number}"), Theme())
    print(psutil.Process().memory_info().rss)
"""


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_process_after_many_reports_holds_little_more_than_after_one(examples: Path, suffix: str) -> None:
    example = str(examples / "flexteam-drenthe.yaml")
    told = subprocess.run([sys.executable, "-c", HELD, example, suffix], check=True, capture_output=True, text=True)
    first, *_, last = map(int, told.stdout.split())
    assert last < 1.3 * first
