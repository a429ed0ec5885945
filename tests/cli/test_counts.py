"""`poolwijzer batch` on exports of survey tools: from file to advice in one command, also of counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer.api import run_batch
from tests.roots import TESTS

Run = Callable[..., Result]
EXPORTS = TESTS / "files" / "tables" / "exports"
SIX = ("--municipalities", "Assen|Emmen|Hoogeveen|Meppel|Coevorden|Tynaarlo")
ON = ("--date", "2026-11-01")


def row_of(run: Run, tmp_path: Path, *arguments: object, status: int = 0) -> tuple[dict[str, object], Result]:
    """The one initiative of a batch, and what was said."""
    out = tmp_path / "uit.jsonl"
    result = run("batch", *arguments, *ON, "-o", out, "--force")
    assert result.exit_code == status, result.output
    (line,) = out.read_bytes().splitlines()
    return json.loads(line), result


@pytest.mark.parametrize("name", ["limesurvey-codes.csv", "lang-door-elkaar.csv", "gedraaid.csv", "gemaild.xlsx"])
def test_an_export_is_one_command_away_from_its_place(name: str, run: Run, tmp_path: Path) -> None:
    row, _ = row_of(run, tmp_path, EXPORTS / "respondents" / name, "--rows", "respondents", *SIX)
    usual, _ = row_of(run, tmp_path, EXPORTS / "respondents" / "google-schaal-en.csv", "--rows", "respondents", *SIX)
    assert json.dumps(row["placement"]) == json.dumps(usual["placement"])


def test_counts_leave_the_statements_open_unless_agree_is_given(run: Run, tmp_path: Path) -> None:
    table = EXPORTS / "counts" / "aantallen.csv"
    row, result = row_of(run, tmp_path, table, "--rows", "counts", *SIX)
    given = row["given"]
    assert isinstance(given, dict)
    assert given["answers"] == {}
    assert given["votes"]["m2"] == [0, 0, 1, 5, 6]
    assert "Met --agree telt een antwoord dat meer dan de helft van de handen heeft." in result.stderr
    row, result = row_of(run, tmp_path, table, "--rows", "counts", "--agree", *SIX)
    given = row["given"]
    assert isinstance(given, dict)
    assert given["answers"]["m12"] == 2
    assert "Niemand sprak het af: " in result.stderr


def test_a_batch_in_python_reads_counts_too() -> None:
    (row,) = run_batch(EXPORTS / "counts" / "mentimeter.xlsx", on="2026-11-01", rows="counts")
    assert row["given"] is not None
    assert sum(row["given"]["votes"]["b11"]) == 12


def test_agree_without_counts_is_refused(run: Run) -> None:
    result = run("batch", EXPORTS / "respondents" / "gedraaid.csv", "--rows", "respondents", "--agree", *ON)
    assert result.exit_code == 2
    assert "--agree: Dit kan alleen bij een tabel met aantallen. Kies --rows counts" in result.stderr


def test_what_a_row_is_has_three_answers(run: Run) -> None:
    result = run("batch", EXPORTS / "counts" / "aantallen.csv", *ON)
    assert result.exit_code == 2
    assert "--rows initiatives" in result.stderr
    assert "--rows respondents" in result.stderr
    assert "--rows counts" in result.stderr


def test_what_a_respondent_of_a_long_table_lacks_can_be_mended_and_read_again(run: Run, tmp_path: Path) -> None:
    table, rest = tmp_path / "lang.csv", tmp_path / "rest.csv"
    rows = "".join(f"{number};Assen;m2;4\n" for number in range(3))
    table.write_text(f"respondent;gemeente;stelling;antwoord\n{rows}9;Emen;m2;4\n", encoding="utf-8")
    row, _ = row_of(run, tmp_path, table, "--rows", "respondents", "--rejected", rest, *SIX, status=1)
    assert row["rejected"] == [5]
    mended = rest.read_text(encoding="utf-8-sig").replace("Emen", "Emmen")
    rest.write_text(mended, encoding="utf-8")
    row, _ = row_of(run, tmp_path, rest, "--rows", "respondents", *SIX)
    assert row["status"] == "goed"


def test_what_did_not_count_can_be_mended_and_read_again_with_the_same_map(run: Run, tmp_path: Path) -> None:
    table, rest, said = tmp_path / "twee.csv", tmp_path / "rest.csv", tmp_path / "koppeling.yaml"
    head = "poolwijzer: 2\nkind: table-map\nrows: respondents\n"
    rows = "".join(f"{number};Assen;4\n" for number in range(3))
    table.write_text(f";Over u;Vraag\nNr;Plaats;Eigen hulp\n{rows}9;Emen;4\n", encoding="utf-8")
    columns = "columns:\n  Nr: leave-out\n  Over u - Plaats: gemeente\n  Vraag - Eigen hulp: m2\n"
    said.write_text(f"{head}headers: [1, 2]\n{columns}", encoding="utf-8")
    long, part = tmp_path / "lang.csv", tmp_path / "deel.csv"
    rows = "".join(f"{number};Assen;hulp;4\n" for number in range(3))
    long.write_text(f"wie;namens;over;keuze\n{rows}9;Emen;hulp;4\n", encoding="utf-8")
    shaped = tmp_path / "lang.yaml"
    columns = "columns: {wie: respondent, namens: gemeente, over: statement, keuze: answer, hulp: m2}\n"
    shaped.write_text(f"{head}shape: long\n{columns}", encoding="utf-8")
    for first, left_out, known in ((table, rest, said), (long, part, shaped)):
        _, result = row_of(run, tmp_path, first, "--map", known, "--rejected", left_out, *SIX, status=1)
        assert "Emen" in result.stderr
        left_out.write_text(left_out.read_text(encoding="utf-8-sig").replace("Emen", "Emmen"), encoding="utf-8")
        row, _ = row_of(run, tmp_path, left_out, "--map", known, *SIX)
        assert row["status"] == "goed"
        assert json.loads(json.dumps(row["respondents"]))["number"] == 1


def test_what_a_voter_typed_does_not_go_into_a_table_for_others(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "stemmen.csv"
    table.write_text("Session;Voter;m2\n1;1;4\n1;2;mijn baas is gek\n", encoding="utf-8")
    row, result = row_of(run, tmp_path, table, "--rows", "counts", status=1)
    assert "mijn baas" in result.stderr
    assert "mijn baas" not in json.dumps(row)
