"""`batch --overview` at the command line: it changes no table, and tells as much as `--depth` says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from poolwijzer.content.read import load_menus
from tests.batch.overview.a_folder import write_folder

MENUS = load_menus(None)


def test_a_table_is_the_same_with_an_overview_as_without(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    write_folder(folder, MENUS, 12)
    on = ("--date", "2026-11-01", "--quiet")
    run("batch", folder, *on, "-o", tmp_path / "a.json", "-o", tmp_path / "a.jsonl")
    run("batch", folder, *on, "-o", tmp_path / "b.json", "-o", tmp_path / "b.jsonl", "--overview", tmp_path / "o.md")
    for suffix in ("json", "jsonl"):
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
    assert "anders, namelijk" in (tmp_path / "o.md").read_text(encoding="utf-8")
    assert len(json.loads((tmp_path / "a.json").read_bytes())["initiatives"]) == len(list(folder.iterdir()))


def test_depth_is_of_the_overview_too(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    write_folder(folder, MENUS, 12)
    sizes = {}
    for depth in ("kort", "gewoon", "volledig"):
        result = run("batch", folder, "--date", "2026-11-01", "--overview", tmp_path / f"{depth}.md", "--depth", depth)
        assert result.exit_code == 0
        sizes[depth] = (tmp_path / f"{depth}.md").stat().st_size
    assert sizes["kort"] < sizes["gewoon"] < sizes["volledig"]


def test_of_an_initiative_that_comes_twice_is_told_what_a_table_and_what_an_overview_makes_of_it(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    write_folder(folder, MENUS, 12)
    result = run("batch", folder, "--date", "2026-11-01", "--overview", tmp_path / "o.md")
    assert "staat ook in" in result.stderr and "In een tabel tellen beide mee." in result.stderr
    assert "In een overzicht is het één initiatief." in result.stderr
    told = (tmp_path / "o.md").read_text(encoding="utf-8")
    assert told.startswith("# Overzicht van 12 initiatieven") and "1 bestand is een kopie van een ander." in told
