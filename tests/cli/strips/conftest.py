"""An initiative with a card of strips, and a ledger that grows by what is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

PLAN = """\
poolwijzer: 2
initiative:
  id: vier-gemeenten
  name: Vier gemeenten
  municipalities: [Assen, Emmen, Meppel, {name: Voorbeeldstad, population: 20000}]
answers:
  m2: 4
costs:
  years: [2026, 2027]
  posts:
    - {what: personeel, amount: 5 ton}
  key: gelijke-delen
  strips:
    price: 10.000
    hours: 100
    hours_per_fte: 1363
    joint: 20%
    carry_over: 25%
"""
NOW = "1796036400"
"""30 November 2026, for whoever asks which day it is."""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fifty strips in a year: ten for all together, and ten for each of four."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return Path(file.name)


@pytest.fixture
def add(run: Callable[..., Result], plan: Path) -> Callable[..., dict[str, Any]]:
    """Adds a line and gives what was told of it, as data."""

    def added(*arguments: object) -> dict[str, Any]:
        result = run("strips", "add", plan, *arguments, "--json")
        assert result.exit_code == 0, result.stderr
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    return added


@pytest.fixture
def shown(run: Callable[..., Result], plan: Path) -> Callable[..., dict[str, Any]]:
    """The balance as data."""

    def show(*arguments: object) -> dict[str, Any]:
        result = run("strips", "show", plan, *arguments, "--json")
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    return show
