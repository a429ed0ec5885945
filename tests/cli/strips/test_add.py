"""`poolwijzer strips add`: a line in the ledger, and what is left then."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Add = Callable[..., dict[str, Any]]


def test_the_first_line_makes_the_ledger_and_tells_what_is_left(run: Run, plan: Path) -> None:
    result = run("strips", "add", plan, "--municipality", "assen", "--product", "Inkoopacties", "--hours", "150")
    assert (result.exit_code, result.stderr) == (0, "Dit logboek is nieuw: plan-strippen.csv\n")
    first, second = result.stdout.splitlines()
    assert first.startswith("Toegevoegd: 30 november 2026, Assen, Inkoopacties, 150 uur. Code ")
    assert second == "Assen: 1,5 van 10 strippen gebruikt, nog 8,5 over."
    head, line = Path("plan-strippen.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("regel;datum;soort;gemeente;product;uren;strippen;")
    assert line.split(";")[1:6] == ["2026-11-30", "gebruik", "Assen", "inkoopacties", "150"]


def test_who_uses_more_than_was_agreed_is_told_so_at_once(run: Run, plan: Path) -> None:
    result = run("strips", "add", plan, "--municipality", "Emmen", "--product", "inkoopacties", "--strips", "12,5")
    assert result.stdout.splitlines()[1:] == [
        "Emmen: 12,5 van 10 strippen gebruikt, 2,5 te veel.",
        "Tijd voor een goed gesprek. Emmen: zij gebruikte 12,5 van 10 strippen (125%).",
    ]


def test_strips_go_to_another_municipality_and_both_are_told(run: Run, plan: Path) -> None:
    result = run("strips", "add", plan, "--municipality", "Meppel", "--to", "Assen", "--strips", "3")
    assert result.stdout.splitlines()[0].startswith(
        "Toegevoegd: 30 november 2026, Meppel, gaat naar Assen, 3 strippen."
    )
    assert result.stdout.splitlines()[1:] == [
        "Assen: 0 van 13 strippen gebruikt, nog 13 over.",
        "Meppel: 0 van 7 strippen gebruikt, nog 7 over.",
    ]
    more = run("strips", "add", plan, "--municipality", "Meppel", "--to", "Assen", "--strips", "8")
    assert "Meppel gaf 1 strip meer weg dan zij had." in more.stdout


def test_what_is_for_all_goes_off_the_joint_part(run: Run, plan: Path) -> None:
    result = run("strips", "add", plan, "--joint", "--product", "inkoopacties", "--strips", "4")
    assert result.stdout.splitlines()[1] == "Voor iedereen samen: 4 van 10 strippen gebruikt."


def test_a_mistake_is_corrected_by_a_line_and_nothing_that_was_written_changes(add: Add, run: Run, plan: Path) -> None:
    wrong = add("--municipality", "Assen", "--product", "inkoopacties", "--hours", "800", "--date", "2026-03-01")
    before = Path("plan-strippen.csv").read_bytes()
    right = add("--corrects", wrong["line"]["id"], "--hours", "80")
    assert (right["line"]["date"], right["line"]["hours"], right["balances"][0]["used"]) == ("2026-03-01", 80, 0.8)
    back = add("--corrects", right["line"]["id"], "--hours", "0")
    assert back["balances"][0]["used"] == 0
    assert Path("plan-strippen.csv").read_bytes().startswith(before)
    assert len(Path("plan-strippen.csv").read_text(encoding="utf-8").splitlines()) == 4


def test_what_is_refused_leaves_no_trace(run: Run, plan: Path) -> None:
    result = run("strips", "add", plan, "--municipality", "Groningen", "--product", "inkoopacties", "--hours", "8")
    assert result.exit_code == 2
    assert result.stderr == (
        "--municipality: De gemeente 'Groningen' doet niet mee aan dit initiatief. "
        "Kies uit: Assen, Emmen, Meppel en Voorbeeldstad.\n"
    )
    assert not Path("plan-strippen.csv").exists()


def test_without_a_card_a_line_is_kept_and_it_says_why_there_is_no_balance(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text[: text.index("costs:")].replace("poolwijzer: 2", "poolwijzer: 1"), encoding="utf-8")
    result = run("strips", "add", plan, "--municipality", "Assen", "--product", "inkoopacties", "--hours", "8")
    assert result.exit_code == 0
    assert "De stand is nog niet te geven. Vraag waarom: poolwijzer strips show plan.yaml --year 2026" in result.stderr
    why = run("strips", "show", plan).stdout
    assert "-  de strippenkaart (costs.strips)" in why


def test_who_does_not_take_part_that_year_is_told_so(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("costs:", "costs:\n  members: {Meppel: {from: 2027}}")
    plan.write_text(text, encoding="utf-8")
    result = run("strips", "add", plan, "--municipality", "Meppel", "--product", "inkoopacties", "--strips", "2")
    assert result.stdout.splitlines()[1] == "Meppel doet in dit jaar niet mee. Het gebruik is nu 2 strippen."
    assert "Meppel staat in het logboek, maar doet in 2026 niet mee." in run("strips", "show", plan).stdout


@pytest.mark.slow
def test_who_add_at_the_same_time_lose_nothing(start: Callable[..., Popen[bytes]], run: Run, plan: Path) -> None:
    hours = [str(number) for number in range(1, 5)]
    line = ("strips", "add", plan.resolve(), "--municipality", "Assen", "--product", "inkoopacties", "--hours")
    adding = [start(*line, number) for number in hours]
    assert [one.wait(60) for one in adding] == [0] * len(hours)
    for one in adding:
        one.communicate()
    lines = json.loads(run("strips", "show", plan, "--json").stdout)["lines"]
    assert sorted(str(one["hours"]) for one in lines) == hours
    assert len({one["id"] for one in lines}) == len(hours)


def test_an_initiative_from_standard_input_needs_a_ledger_that_is_named(run: Run, plan: Path) -> None:
    result = run("strips", "add", "-", "--municipality", "Assen", "--product", "inkoopacties", "--hours", "8")
    assert result.exit_code == 2
    assert result.stderr.startswith("--ledger: Aan - is niet te zien welk logboek erbij hoort.")


def test_a_ledger_on_standard_output_is_refused_and_no_file_of_that_name_is_made(run: Run, plan: Path) -> None:
    typed = ("--municipality", "Assen", "--product", "inkoopacties", "--hours", "8")
    result = run("strips", "add", plan, *typed, "--ledger", "-")
    assert result.exit_code == 2
    assert result.stderr == (
        "--ledger: Een logboek is een bestand: er komen regels bij, en die blijven staan. "
        "Geef de naam van een bestand, zoals strippen.csv.\n"
    )
    assert not Path("-").exists()
