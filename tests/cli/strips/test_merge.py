"""`poolwijzer strips merge`: copies of a ledger brought together, from what a user types."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Add = Callable[..., dict[str, Any]]
LEDGER, COPY = Path("plan-strippen.csv"), Path("plan-strippen (1).csv")


@pytest.fixture
def conflict(run: Run, add: Add, plan: Path) -> None:
    """Two people added each their own line while a synchronised folder looked away."""
    add("--municipality", "Assen", "--product", "inkoopacties", "--strips", "1")
    shutil.copy(LEDGER, COPY)
    add("--municipality", "Assen", "--product", "inkoopacties", "--strips", "2")
    assert (
        run(
            "strips",
            "add",
            plan,
            "--ledger",
            COPY,
            "--municipality",
            "Emmen",
            "--product",
            "inkoopacties",
            "--strips",
            "3",
        ).exit_code
        == 0
    )


@pytest.mark.usefixtures("conflict")
@pytest.mark.parametrize("named", [("plan.yaml",), (LEDGER,), (LEDGER, COPY)])
def test_a_conflicted_copy_is_told_and_joined(run: Run, plan: Path, named: tuple[object, ...]) -> None:
    before = run("strips", "show", plan)
    assert before.exit_code == 1
    assert "poolwijzer strips merge" in " ".join(before.stdout.split())
    result = run("strips", "merge", *named)
    assert result.exit_code == 0
    assert result.stdout == (
        "Bij plan-strippen.csv is 1 regel toegevoegd:\n- 30 november 2026, Emmen, Inkoopacties, 3 strippen\n"
    )
    after = run("strips", "show", plan)
    assert after.exit_code == 0
    assert ["Emmen", "10", "3", "7", "3,28"] in [line.split() for line in after.stdout.splitlines()]
    again = run("strips", "merge", *named)
    assert again.stdout == "Er kwam niets bij in plan-strippen.csv: alle regels stonden er al.\n"


def test_standard_input_is_no_ledger(run: Run) -> None:
    result = run("strips", "merge", "-")
    assert result.exit_code == 2
    assert result.stderr.startswith("-: Aan - is niet te zien welk logboek u bedoelt.")


def test_a_copy_that_is_not_there_is_told(run: Run, add: Add, plan: Path) -> None:
    add("--municipality", "Assen", "--product", "inkoopacties", "--strips", "1")
    result = run("strips", "merge", plan, "kwijt.csv")
    assert (result.exit_code, result.stderr) == (
        2,
        "kwijt.csv: Dit bestand bestaat niet. Controleer de naam en de map.\n",
    )
