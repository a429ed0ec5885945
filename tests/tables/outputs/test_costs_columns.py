"""What an initiative costs, in a table of many."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from tests.cli.conftest import run
from tests.roots import TESTS

__all__ = ["run"]
GOOD = TESTS / "files" / "assessments" / "good"


def test_a_table_tells_what_it_costs_and_what_municipalities_pay(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "uit.csv"
    names = ("kosten.yaml", "kosten-dagen.yaml", "alleen-inschatting.yaml")
    result = run("batch", *(str(GOOD / name) for name in names), "--date", "2026-11-01", "-o", str(table))
    assert result.exit_code == 0, result.stderr
    with table.open(encoding="utf-8-sig", newline="") as file:
        whole, days, without = sorted(
            csv.DictReader(file, delimiter=";"), key=lambda row: -len(row["costs.years"] + row["costs.key"])
        )
    assert whole["costs.key"] == "vaste-basis-plus-opslag" and whole["costs.years"] == "2027|2028"
    assert [whole[f"costs.{name}"] for name in ("total", "income", "municipalities")] == [
        "1600000,0",
        "412500,5",
        "787499,5",
    ]
    assert (days["costs.per_inhabitant"], days["costs.needs"]) == ("1,2728", "")
    assert not any(value for header, value in without.items() if header.startswith("costs."))


def test_what_is_not_known_yet_is_empty_and_said(run: Callable[..., Result], tmp_path: Path) -> None:
    file, table = tmp_path / "een.yaml", tmp_path / "uit.csv"
    text = "poolwijzer: 2\ninitiative: {id: a, name: A, municipalities: [Assen]}\nanswers: {m2: 4}\n"
    file.write_text(f"{text}costs: {{shares: {{provincie: 1/3}}}}\n", encoding="utf-8")
    result = run("batch", str(file), "--date", "2026-11-01", "-o", str(table))
    assert result.exit_code == 0, result.stderr
    with table.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened, delimiter=";")
    assert (row["costs.total"], row["costs.municipalities"], row["costs.needs"]) == ("", "", "posts|key")


def test_hours_that_a_municipality_brings_count_for_what_an_inhabitant_comes_to(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    file, table = tmp_path / "een.yaml", tmp_path / "uit.csv"
    text = "poolwijzer: 2\ninitiative: {id: a, name: A, municipalities: [Assen]}\nanswers: {m2: 4}\n"
    costs = "{posts: [{what: alles, amount: 90000}], key: {kind: inbreng-in-natura, hours: {Assen: 2000}, price: 50}}"
    file.write_text(f"{text}costs: {costs}\n", encoding="utf-8")
    assert run("batch", str(file), "--date", "2026-11-01", "-o", str(table)).exit_code == 0
    with table.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened, delimiter=";")
    assert row["costs.lowest_per_inhabitant"] == row["costs.highest_per_inhabitant"] == row["costs.per_inhabitant"]
