"""Names and dates that some format cannot take: every command still writes every file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from tests.formats.pdf.reading import text_of

Run = Callable[..., Result]
STRESSED = "Samen b\u00edj\u0301 elkaar"
"""With stress on its *ij*: there is no sign for the second letter with its mark."""
DAYS = ("0001-01-01", "1979-12-31", "2107-12-31", "2108-01-01", "9999-12-31")


@pytest.fixture
def pair(tmp_path: Path, examples: Path) -> tuple[Path, Path]:
    """Files of that name and of another."""
    odd = tmp_path / "bij.yaml"
    odd.write_text(
        f'poolwijzer: 1\ninitiative: {{id: bij, name: "{STRESSED}"}}\n'
        "answers: {m1: 4, m2: 5, m3: 2, m6: 2, m7: 4, b2: 4, b3: 4, b4: 5, b6: 2, b9: 4}\n",
        encoding="utf-8",
    )
    return odd, examples / "flexteam-drenthe.yaml"


def outputs(folder: Path, *suffixes: str) -> list[Path]:
    return [folder / f"uit{suffix}" for suffix in suffixes]


def asked(option: str, paths: list[Path]) -> list[object]:
    return [part for path in paths for part in (option, path)]


@pytest.mark.slow
def test_one_name_costs_no_report_no_overview_and_no_comparison(
    run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    short, reports = ("--depth", "kort"), tmp_path / "adviezen"
    each = {
        "advise": (*pair[:1], *short),
        "batch": (*pair, *short, "--reports", reports, "--format", "pdf"),
        "compare": (*pair, *short),
    }
    for command, given in each.items():
        folder = tmp_path / command
        folder.mkdir()
        paths = outputs(folder, ".pdf", ".docx", ".html", ".md")
        option = "--overview" if command == "batch" else "-o"
        result = run(command, *given, "--date", "2026-11-01", *asked(option, paths))
        assert (result.exit_code, result.exception) == (0, None), result.output
        assert STRESSED in text_of(paths[0].read_bytes())
        assert all(path.stat().st_size for path in paths)
        for page in paths[2:]:
            assert STRESSED in page.read_text(encoding="utf-8")
    assert (reports / "bij.pdf").read_bytes() == (tmp_path / "advise" / "uit.pdf").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_a_date_beyond_what_a_file_can_hold_costs_no_file(
    day: str, run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    reports = outputs(tmp_path, ".pdf", ".docx", ".html", ".md", ".svg", ".json")
    result = run("advise", pair[0], "--date", day, "--depth", "kort", *asked("-o", reports))
    assert result.exit_code == 0, result.output
    tables = outputs(tmp_path / "tabel", ".xlsx", ".csv", ".md", ".json", ".jsonl")
    tables[0].parent.mkdir()
    overview = tables[0].parent / "overzicht.docx"
    result = run("batch", *pair, "--date", day, *asked("-o", tables), "--overview", overview)
    assert result.exit_code == 0, result.output
    assert load_workbook(tables[0]).active is not None
    for path in (reports[1], tables[0], overview):
        with zipfile.ZipFile(path) as package:
            assert {member.date_time[0] for member in package.infolist()} == {min(max(int(day[:4]), 1980), 2107)}
