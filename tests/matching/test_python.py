"""Hours matched from Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import poolwijzer
from tests.roots import TESTS

FOLDER = TESTS / "files" / "matching"
GIVEN: dict[str, Any] = {
    "poolwijzer": 1,
    "kind": "matching",
    "period": {"from": date(2027, 1, 1), "until": "2027-06-30"},
    "requests": [{"municipality": "Assen", "expertise": "jurist", "hours": 120}],
    "offers": [{"municipality": "Emmen", "expertise": "Jurist", "hours": "1.000"}],
}


def test_a_dict_of_the_shape_of_a_file_is_matched() -> None:
    found = poolwijzer.match_capacity(GIVEN)
    assert (found.hours, found.offers[0].left) == (120, 880)


def test_files_and_tables_are_matched_together_as_one() -> None:
    asked, offered = FOLDER / "vraag.csv", [FOLDER / "aanbod.csv"]
    found = poolwijzer.match_capacity(FOLDER / "noorderveld.yaml", requests=asked, offers=offered)
    assert (len(found.requests), len(found.offers)) == (9, 7)


def test_a_number_of_a_script_is_that_number() -> None:
    odd = {**GIVEN, "requests": [{**GIVEN["requests"][0], "hours": 1.125}]}
    with pytest.raises(poolwijzer.InputError, match="Poolwijzer koppelt hele uren"):
        poolwijzer.match_capacity(odd)


def test_rows_that_cannot_be_used_are_warned_of(tmp_path: Path) -> None:
    table = tmp_path / "uren.csv"
    table.write_text(
        "gemeente;expertise;uren;periode;soort\nAssen;a;1;2027;vraag\nEmmen;a;2;2027;aanbod\nAsen;a;1;2027;vraag\n",
        "utf-8",
    )
    with pytest.warns(UserWarning, match="'Asen' staat niet in de lijst"):
        assert poolwijzer.match_capacity(table).hours == 1


def test_what_is_of_a_wrong_kind_is_told() -> None:
    with pytest.raises(TypeError, match="given: geef"):
        poolwijzer.match_capacity(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="requests: geef"):
        poolwijzer.match_capacity(GIVEN, requests=5)  # type: ignore[arg-type]
