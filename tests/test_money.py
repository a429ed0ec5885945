"""Who pays what, as a script asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import poolwijzer

FILE: dict[str, Any] = {
    "poolwijzer": 2,
    "initiative": {"id": "proef", "name": "Proef", "municipalities": ["Assen", "De Wolden"]},
    "costs": {"posts": [{"what": "team", "amount": 1000.01}], "key": "gelijke-delen"},
}


def test_a_dict_of_the_shape_of_a_file_is_divided_to_the_cent() -> None:
    division = poolwijzer.divide_costs(FILE)
    assert division is not None and division.complete
    assert [one.amount for one in division.years[0].payments] == [Decimal("500.01"), Decimal("500.00")]


def test_without_costs_there_is_nothing_to_divide() -> None:
    assert poolwijzer.divide_costs({name: part for name, part in FILE.items() if name != "costs"}) is None


@pytest.mark.parametrize(("hours", "told"), [(45.125, "45125/1000"), (1363, "1363"), ("1.363", "1363")])
def test_a_number_of_a_script_is_that_number_and_a_text_is_read_as_dutch(hours: object, told: str) -> None:
    key = {"kind": "inbreng-in-natura", "hours": {"Assen": hours, "De Wolden": 0}, "price": 1, "rest": "gelijke-delen"}
    division = poolwijzer.divide_costs({**FILE, "costs": {"posts": [{"what": "team", "amount": 90_000}], "key": key}})
    assert division is not None and division.key is not None
    assert division.key.hours["Assen"] == Fraction(told)


def test_a_script_keeps_a_ledger_and_asks_what_is_left(tmp_path: Path) -> None:
    costs = {"posts": [{"what": "team", "amount": "1 ton"}], "key": "gelijke-delen", "strips": {"price": 10_000}}
    with_strips = {**FILE, "costs": costs}
    line = poolwijzer.LedgerLine("", date(2027, 3, 1), municipality="assen", product="eigen werk", strips=Fraction(2))
    (written,) = poolwijzer.add_strips(tmp_path / "strippen.csv", [line])
    ledger = poolwijzer.read_ledger(str(tmp_path / "strippen.csv"))
    assert ledger.lines == (written,) and ledger.problems == ()
    year = poolwijzer.balance_strips(with_strips, ledger, on="2027-12-31")
    assert year is not None and [one.left for one in year.balances] == [3, 5]
    assert year == poolwijzer.balance_strips(with_strips, [written], on=date(2027, 12, 31))
    assert poolwijzer.balance_strips({**FILE, "costs": None}, ledger) is None


def test_exact_numbers_of_a_script_stay_exact() -> None:
    costs = {"posts": [{"what": "team", "amount": Decimal("1000.01")}], "shares": {"provincie": Fraction(1, 3)}}
    division = poolwijzer.divide_costs({**FILE, "costs": {**costs, "key": "gelijke-delen"}})
    assert division is not None and division.years[0].total == Decimal("1000.01")
    assert division.years[0].others[0].amount == Decimal("333.34")
    with pytest.raises(poolwijzer.InputError, match="te veel cijfers achter de komma"):
        poolwijzer.divide_costs({**FILE, "costs": {"posts": [{"what": "team", "amount": Decimal("1.234")}]}})


HALF: Any = 0.5


@pytest.mark.parametrize(
    "lines", [None, 5, "strippen.csv", ["x"], [poolwijzer.LedgerLine("", date(2027, 3, 1), strips=HALF)]]
)
def test_what_is_no_line_is_told_before_anything_is_written(tmp_path: Path, lines: Any) -> None:
    for ask in (
        lambda: poolwijzer.add_strips(tmp_path / "strippen.csv", lines),
        lambda: poolwijzer.balance_strips(FILE, lines),
    ):
        with pytest.raises(TypeError, match="geef regels van het soort LedgerLine"):
            ask()
    assert not (tmp_path / "strippen.csv").exists()
