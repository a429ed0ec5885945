"""`poolwijzer tables check`, and the short form of it before a batch of respondents."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

Run = Callable[..., Result]
CHECK = ("tables", "check")
RESPONDENTS = ("--rows", "respondents")
NAMES = "Assen|Emmen|Meppel"
HEAD = "Naam;E-mailadres;Gemeente;m16;m2;Tips?"
GOOD = ("Jan;jan@voorbeeld.nl;Assen;4;5;geen", "Piet;piet@voorbeeld.nl;Emmen;ja, helemaal;weet niet;")
WRONG = (
    *GOOD,
    "Klaas;klaas@voorbeeld.nl;Emmme;4;4;",
    "Truus;truus@voorbeeld.nl;Emmen;geheim;4;",
    *(f"Kees;kees{number}@voorbeeld.nl;Assen;4;5;" for number in range(4)),
)


def table(folder: Path, *rows: str, head: str = HEAD, name: str = "uitvraag.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def test_a_table_that_is_read_whole_is_fine_and_the_next_command_stands_there(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, *GOOD)
    result = run(*CHECK, path, *RESPONDENTS, "--municipalities", NAMES, "--plain")
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert "Poolwijzer kan deze tabel lezen. Klopt wat hieronder staat?" in said
    assert "Gelezen: Koppen in rij 1" in said
    assert "Telt mee: 2 respondenten uit 2 gemeenten" in said
    assert "Wie ontbreekt: Meppel" in said
    assert "D (m16) Onze gemeente vraagt zelf om samenwerking" in said
    assert "C: 'Gemeente': de gemeente of organisatie" in said
    assert "Antwoord 5: 'ja, helemaal'" in said
    command = said[said.rindex("poolwijzer batch") :]
    assert shlex.split(command)[1:] == [
        "batch", str(path), *RESPONDENTS, "--municipalities", NAMES, "--reports", "adviezen",
    ]  # fmt: skip
    assert run(*shlex.split(command)[1:-1], tmp_path / "adviezen", "--format", "md").exit_code == 0


def test_what_needs_attention_is_told_with_what_stands_there_and_a_status_of_its_own(run: Run, tmp_path: Path) -> None:
    result = run(*CHECK, table(tmp_path, *WRONG), *RESPONDENTS, "--plain")
    assert result.exit_code == 1
    said = " ".join(result.stdout.split())
    assert "Let op: Niet alles telt mee." in said
    assert "'Emmme' staat niet in de lijst van gemeenten." in said
    assert "het antwoord 'geheim' kan niet." in said


@pytest.mark.parametrize(
    ("head", "rows", "words"),
    [
        ("Uw gemeente hier;m16", ("Assen;4", "Emmen;4"), "staan namen van gemeenten"),
        (HEAD, (), "Onder de kop van deze tabel staat niets."),
        ("Jan;4;5", ("Piet;3;4",), "kent geen enkele kop"),
        ("", (), "Deze tabel is leeg."),
    ],
)
def test_a_table_that_cannot_be_used_tells_what_was_understood_all_the_same(
    head: str, rows: tuple[str, ...], words: str, run: Run, tmp_path: Path
) -> None:
    result = run(*CHECK, table(tmp_path, *rows, head=head), *RESPONDENTS, "--plain")
    assert result.exit_code == 2
    assert "Deze tabel telt nu niet mee." in result.stdout
    assert words in " ".join(result.stdout.split())


def test_nothing_that_respondents_typed_goes_into_a_file_or_into_json(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, *WRONG)
    files = [tmp_path / f"begrepen{suffix}" for suffix in (".md", ".html", ".json")]
    outputs = [word for file in files for word in ("-o", file)]
    assert run(*CHECK, path, *RESPONDENTS, *outputs, "--date", "2026-11-01").exit_code == 1
    texts = [file.read_text(encoding="utf-8") for file in files]
    texts.append(run(*CHECK, path, *RESPONDENTS, "--json").stdout)
    assert texts[2] == texts[3]
    for text in texts:
        assert not any(word in text for word in ("Emmme", "geheim", "voorbeeld.nl", "Jan", "Klaas", str(tmp_path)))
        assert "Wie de opdracht gaf, ziet op het scherm wat er staat." in text


def test_a_first_row_that_is_no_header_is_shown_to_nobody_else(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, "Piet;piet@voorbeeld.nl;3", head="Jan;jan@voorbeeld.nl;4")
    assert "'Jan'" in run(*CHECK, path, *RESPONDENTS).stdout
    assert "Jan" not in run(*CHECK, path, *RESPONDENTS, "--json").stdout


def test_what_few_municipalities_answered_is_told_to_nobody_else(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, *GOOD)
    (initiative,) = json.loads(run(*CHECK, path, *RESPONDENTS, "--json").stdout)["initiatives"]
    assert [(one["id"], one["respondents"], one["counts"]) for one in initiative["statements"]] == [
        ("m2", 1, None),
        ("m16", 2, None),
    ]
    towns = ("Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden")
    path = table(tmp_path, *(f";;{town};4;5;" for town in towns))
    (initiative,) = json.loads(run(*CHECK, path, *RESPONDENTS, "--json").stdout)["initiatives"]
    assert [one["counts"] for one in initiative["statements"]] == [[0, 0, 0, 0, 5], [0, 0, 0, 5, 0]]


def test_the_json_is_valid_against_what_is_published(run: Run, tmp_path: Path) -> None:
    validator = Draft202012Validator(json.loads(run("schema", "table-check").stdout))
    for rows in (GOOD, WRONG, ()):
        validator.validate(json.loads(run(*CHECK, table(tmp_path, *rows), *RESPONDENTS, "--json").stdout))
    initiatives = table(tmp_path, "Noord;4", head="initiative.name;m16")
    validator.validate(json.loads(run(*CHECK, initiatives, "--rows", "initiatives", "--json").stdout))


def test_the_file_of_an_initiative_says_who_takes_part(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "regio.yaml"
    file.write_text("poolwijzer: 1\ninitiative: {id: noord, name: Noord, municipalities: [Assen, Emmen, Meppel]}\n")
    path = table(tmp_path, *GOOD)
    result = run(*CHECK, path, *RESPONDENTS, "--initiative", file, "--plain")
    said = " ".join(result.stdout.split())
    assert result.exit_code == 0 and "Wie ontbreekt: Meppel" in said
    assert f"poolwijzer merge {file} {path} --rows respondents -o" in said
    both = run(*CHECK, path, *RESPONDENTS, "--initiative", file, "--municipalities", NAMES)
    assert both.exit_code == 2 and "Kies een van de twee" in both.stderr


def test_a_map_says_what_a_row_is_and_which_columns_are_left_out(run: Run, tmp_path: Path) -> None:
    path, known = table(tmp_path, *GOOD), tmp_path / "koppeling.yaml"
    assert run("tables", "map", path, "-o", known, *RESPONDENTS).exit_code == 0
    known.write_text(known.read_text(encoding="utf-8").replace("Tips?: ", "Tips?: leave-out # "), encoding="utf-8")
    result = run(*CHECK, path, *RESPONDENTS, "--map", known, "--plain")
    said = " ".join(result.stdout.split())
    assert "Telt niet mee. Weggelaten door de koppeling:" in said
    assert f"--rows respondents --map {known}" in said


@pytest.mark.parametrize("width", [60, 100])
def test_it_reads_on_a_narrow_screen_too(width: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(*CHECK, table(tmp_path, *WRONG, name="u.csv"), *RESPONDENTS).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert any("n  1  2  3  4  5  ?" in line for line in lines)


def test_who_does_not_say_what_a_row_is_is_asked(run: Run, tmp_path: Path) -> None:
    result = run(*CHECK, table(tmp_path, *GOOD))
    assert result.exit_code == 2 and result.stdout == ""
    assert "Kies --rows initiatives, respondents of counts." in result.stderr


def test_a_batch_of_respondents_says_first_how_it_understood_the_table(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, *GOOD)
    batch = ("batch", path, *RESPONDENTS, "--date", "2026-11-01")
    told = run(*batch).stderr.splitlines()
    assert told[0] == f"{path}: koppen in rij 1; 2 respondenten uit 2 gemeenten; 2 stellingen; 3 kolommen weggelaten."
    assert "koppen in rij" not in run(*batch, "--quiet").stderr
    broken = table(tmp_path, "Assen;4", head="Uw gemeente;m16", name="stuk.csv")
    told = run("batch", broken, *RESPONDENTS, "--date", "2026-11-01").stderr.splitlines()
    command = told[0].split(": ", 2)[-1]
    assert run(*shlex.split(command)[1:]).exit_code == 2


def test_saying_how_a_table_was_understood_changes_nothing_that_is_written(run: Run, tmp_path: Path) -> None:
    path, outs = table(tmp_path, *WRONG), [tmp_path / "een.json", tmp_path / "twee.json"]
    for out, extra in zip(outs, ((), ("--quiet",)), strict=True):
        assert run("batch", path, *RESPONDENTS, "--date", "2026-11-01", "-o", out, *extra).exit_code == 1
    assert outs[0].read_bytes() == outs[1].read_bytes()
