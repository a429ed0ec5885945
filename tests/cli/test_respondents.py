"""A table of respondents through `poolwijzer batch`: who counts, who does not, and what is said of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
STATEMENTS = ("m16", "m2", "m3", "m6", "m12")
YES, NO = ("5", "5", "5", "1", "1"), ("1", "1", "1", "5", "5")


def table(folder: Path, *rows: tuple[str, ...], head: tuple[str, ...] = ("gemeente", *STATEMENTS)) -> Path:
    path = folder / "uitvraag.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([head, *rows])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def outcome(run: Run, path: Path, *options: str, status: int = 0) -> tuple[dict[str, Any], str]:
    """The row of the one initiative, and what was said."""
    out = path.with_name("uit.json")
    result = run("batch", path, "--rows", "respondents", *ON, "-o", out, "--force", *options)
    assert result.exit_code == status, result.stderr
    (row,) = json.loads(out.read_text(encoding="utf-8"))["initiatives"]
    return row, result.stderr


def motivation(row: dict[str, Any]) -> float | None:
    score: float | None = row["placement"]["axes"]["motivatie"]["score"]
    return score


def test_five_spellings_of_one_municipality_are_one(run: Run, tmp_path: Path) -> None:
    names = ["Assen", "gem. Assen", "gemeente assen", "GM0106", "ASSEN"]
    row, _ = outcome(run, table(tmp_path, *((name, *YES) for name in names), ("Emmen", *NO)))
    assert motivation(row) == 3.0
    assert row["initiative"]["municipalities"] == []


def test_a_misspelt_municipality_costs_its_row_and_is_named_with_a_suggestion(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, ("Hoogeveen", *YES), ("Hogeveen", *YES), ("Assen", *NO))
    row, said = outcome(run, path, "--municipalities", "Hoogeveen|Assen", status=1)
    assert (row["status"], row["rejected"], motivation(row)) == ("let-op", [3], 3.0)
    assert "uitvraag.csv:3:1: Kolom A ('gemeente'): 'Hogeveen' staat niet in de lijst van gemeenten." in said
    assert "Bedoelde u Hoogeveen?" in said
    assert "Bij 1 zijn antwoorden weggelaten" in said


def test_more_than_a_third_that_cannot_be_used_is_an_error_of_the_region(run: Run, tmp_path: Path) -> None:
    rows = [("Assen", *YES), ("Emmen", *YES), ("Emmmen", *YES), ("", *YES)]
    row, said = outcome(run, table(tmp_path, *rows), status=1)
    assert row["status"] == "fout"
    assert (row["initiative"]["id"], row["initiative"]["name"]) == ("uitvraag", "uitvraag")
    assert row["rejected"] == [2, 3, 4, 5]
    assert "2 respondenten zijn niet te gebruiken, van de 4. Dat is meer dan een derde." in said
    row, said = outcome(run, table(tmp_path, *rows, ("Meppel", *YES), ("Hoogeveen", *NO)), status=1)
    assert (row["status"], row["rejected"]) == ("let-op", [4, 5])


def test_what_was_left_out_can_be_mended_and_read_again(run: Run, tmp_path: Path) -> None:
    head = ("Naam", "gemeente", *STATEMENTS)
    path = table(tmp_path, ("x", "Assen", *YES), ("=1+1", "Emmmen", *YES), ("y", "Emmen", *YES), head=head)
    rest = tmp_path / "rest.csv"
    outcome(run, path, "--rejected", str(rest), status=1)
    (header, left_out) = list(csv.reader(io.StringIO(rest.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert header == [*head, "problems"]
    assert left_out[:3] == ["'=1+1", "Emmmen", "5"]
    assert "Bedoelde u Emmen?" in left_out[-1]
    rest.write_text(rest.read_text(encoding="utf-8-sig").replace("Emmmen", "Emmen"), encoding="utf-8")
    row, _ = outcome(run, rest, "--municipalities", "Emmen")
    assert motivation(row) == 5.0


def test_the_list_can_be_given_for_a_table_of_one_initiative(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, ("Assen", *YES), ("Groningen", *NO))
    row, said = outcome(run, path)
    assert row["placement"]["axes"]["motivatie"]["status"] == "voorlopig"
    assert '--municipalities "Assen|Emmen"' in said
    row, said = outcome(run, path, "--municipalities", "Assen|Voorbeeldstad (30.000)")
    assert row["initiative"]["municipalities"] == ["Assen", "Voorbeeldstad"]
    assert (motivation(row), row["placement"]["axes"]["motivatie"]["coverage"]) == (5.0, 1.0)
    assert "'Groningen' staat niet in initiative.municipalities. 1 respondent van daar telt niet mee." in said


@pytest.mark.parametrize(
    ("names", "words"),
    [("Asssen", "Bedoelde u Assen?"), ("|", "Hier staat geen gemeente"), ("Bergen", "Er is meer dan één gemeente")],
)
def test_a_list_that_cannot_be_resolved_is_refused(names: str, words: str, run: Run, tmp_path: Path) -> None:
    result = run("batch", table(tmp_path, ("Assen", *YES)), "--rows", "respondents", "--municipalities", names, *ON)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_list_beside_a_column_or_for_more_initiatives_is_refused(run: Run, tmp_path: Path) -> None:
    for column, words in (("initiative.municipalities", "staat al een kolom"), ("initiative.id", "meer dan één")):
        rows = [("Assen", *YES, "Assen"), ("Assen", *YES, "Emmen")]
        path = table(tmp_path, *rows, head=("gemeente", *STATEMENTS, column))
        result = run("batch", path, "--rows", "respondents", "--municipalities", "Assen", *ON)
        assert result.exit_code == 1
        assert words in result.stderr
    result = run("batch", path, "--rows", "initiatives", "--municipalities", "Assen", *ON)
    assert (result.exit_code, "--municipalities" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("header", "moments"),
    [
        ("date", ("01-10-2026 15:00", "01-10-2026 10:00")),
        ("Tijdstempel", ("2026/10/01 3:00:00 PM GMT+2", "2026/10/01 10:00:00 AM GMT+2")),
        ("submitdate", ("2026-10-01 15:00:00", "2026-10-01 10:00:00")),
        ("Voltooiingstijd", ("10/13/26 15:00:00", "10/13/26 10:00:00")),
        ("_submission_time", ("2026-10-01T15:00:00.000+02:00", "2026-10-01T14:00:00.000+02:00")),
    ],
)
def test_of_two_answers_on_behalf_the_newest_counts_by_day_and_time(
    header: str, moments: tuple[str, str], run: Run, tmp_path: Path
) -> None:
    head = ("id", header, "gemeente", "basis", *STATEMENTS)
    rows = [
        ("10", moments[0], "Assen", "namens organisatie", *YES),
        ("9", moments[1], "Assen", "namens organisatie", *NO),
    ]
    row, _ = outcome(run, table(tmp_path, *rows, head=head))
    assert motivation(row) == 5.0


def test_without_a_moment_the_later_row_counts_whatever_its_id(run: Run, tmp_path: Path) -> None:
    head = ("id", "gemeente", "basis", *STATEMENTS)
    rows = [("9", "Assen", "namens organisatie", *NO), ("10", "Assen", "namens organisatie", *YES)]
    row, _ = outcome(run, table(tmp_path, *rows, head=head))
    assert motivation(row) == 5.0


@pytest.mark.parametrize("header", ["id", "E-mailadres", "Email Address"])
def test_of_one_person_only_the_newest_answer_counts(header: str, run: Run, tmp_path: Path) -> None:
    who = "a1" if header == "id" else "Jan.Jansen@assen.nl"
    head = (header, "date", "gemeente", *STATEMENTS)
    rows = [(who, "2026-10-02", "Assen", *YES), (who.upper(), "2026-10-01", "Assen", *NO), ("b", "", "Emmen", *NO)]
    row, said = outcome(run, table(tmp_path, *rows, head=head))
    assert motivation(row) == 3.0
    assert (
        "uitvraag.csv:3: Van dezelfde respondent telt alleen het nieuwste antwoord: rij 2 in plaats van rij 3." in said
    )
    assert "jansen" not in (said + json.dumps(row)).lower()


@pytest.mark.parametrize("address", ["info@assen.nl", "gemeente@assen.nl", "assen@assen.nl", "team.wonen@assen.nl"])
def test_a_shared_mailbox_never_makes_two_persons_one(address: str, run: Run, tmp_path: Path) -> None:
    head = ("E-mail", "gemeente", *STATEMENTS)
    row, said = outcome(run, table(tmp_path, (address, "Assen", *YES), (address, "Assen", *NO), head=head))
    assert motivation(row) == 3.0
    assert "rij 2 en rij 3. Alle tellen mee." in said
    assert address not in said + json.dumps(row)


def test_one_person_may_answer_for_two_municipalities(run: Run, tmp_path: Path) -> None:
    head = ("id", "E-mail", "gemeente", *STATEMENTS)
    rows = [("a", "jan@beide.nl", "Assen", *YES), ("a", "jan@beide.nl", "Emmen", *NO)]
    row, said = outcome(run, table(tmp_path, *rows, head=head))
    assert (motivation(row), row["status"]) == (3.0, "goed")
    assert "nieuwste" not in said


def test_answers_that_are_not_asked_of_municipalities_are_told(run: Run, tmp_path: Path) -> None:
    head = ("gemeente", *STATEMENTS, "b3", "b6")
    row, said = outcome(run, table(tmp_path, ("Assen", *YES, "5", "2"), ("Emmen", *YES, "5", "2"), head=head))
    assert "De stelling 'b3' wordt niet aan gemeenten gevraagd. Deze 2 antwoorden tellen niet mee." in said
    assert row["placement"]["axes"]["betrokkenheid"]["score"] is None or said


def test_a_copy_of_a_file_is_told_and_counts(run: Run, tmp_path: Path) -> None:
    text = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nestimate: {motivatie: 4, betrokkenheid: 4}\n"
    for name in ("regio.yaml", "regio - kopie.yaml", "regio-LAPTOP-01.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "uit.csv"
    result = run("batch", tmp_path, *ON, "-o", out)
    assert result.exit_code == 0
    assert result.stderr.count("Het initiatief 'proef' staat ook in") == 2
    assert out.read_text(encoding="utf-8-sig").count("staat ook in") == 2


def test_the_id_and_name_of_what_failed_stand_in_the_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fout.yaml").write_text("poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nanswers: {m1: 9}\n")
    out = tmp_path / "uit.json"
    assert run("batch", tmp_path / "fout.yaml", *ON, "-o", out).exit_code == 1
    (row,) = json.loads(out.read_text(encoding="utf-8"))["initiatives"]
    assert (row["status"], row["initiative"]["id"], row["initiative"]["name"]) == ("fout", "proef", "Proef")


def test_the_report_says_who_did_not_answer_and_who_does_not_count(run: Run, tmp_path: Path) -> None:
    towns = ["Groningen", "Utrecht", "Zwolle", "Almere"]
    answers = "answers: {m1: 5, m2: 5, m3: 5, m6: 1, m7: 5}"
    entries = [f"- {{id: {name.lower()}, organisation: {{kind: gemeente, name: {name}}}, {answers}}}" for name in towns]
    listed = "[Assen, Emmen, Hoogeveen, Meppel, Coevorden, Tynaarlo]"
    head = f"poolwijzer: 1\ninitiative: {{id: x, name: x, municipalities: {listed}}}\nresponses:\n"
    (tmp_path / "x.yaml").write_text(head + "\n".join(f"  {entry}" for entry in entries), encoding="utf-8")
    result = run("advise", tmp_path / "x.yaml", *ON)
    said = " ".join(result.stdout.split())
    assert "Nog geen plek" in said
    assert "6 van de 6 gemeenten hebben nog niet geantwoord." in said
    assert "4 respondenten komen van een gemeente die niet in de lijst staat. Die tellen niet mee." in said


def test_the_order_of_the_list_may_differ_from_row_to_row(run: Run, tmp_path: Path) -> None:
    rows = [("Assen", *YES, "Assen|Emmen"), ("Emmen", *YES, "Emmen|Assen"), ("Emmen", *YES, "")]
    row, _ = outcome(run, table(tmp_path, *rows, head=("gemeente", *STATEMENTS, "initiative.municipalities")))
    assert (row["status"], row["initiative"]["municipalities"]) == ("goed", ["Assen", "Emmen"])


def test_answers_that_other_answers_make_pointless_are_told(run: Run, tmp_path: Path) -> None:
    """Without an existing body nothing is asked about it, nor who is host where no municipality is that large."""
    file = tmp_path / "geen.yaml"
    file.write_text(
        "poolwijzer: 1\ninitiative: {id: g, name: G, municipalities: [Assen, Meppel, Coevorden, Hoogeveen]}\n"
        "context: {verband: geen, gastheer: ja}\nanswers: {m1: 4, m2: 4, b2: 5, b3: 5}\n",
        encoding="utf-8",
    )
    said = " ".join(run("advise", file, *ON).stdout.split())
    for sentence in (
        "2 antwoorden over betrokkenheid tellen daarom niet mee.",
        "Het antwoord op deze vraag telt hier niet mee: Wil Assen gastheer zijn, en gunnen de anderen dat?",
    ):
        assert sentence in said
        assert sentence in run("batch", file, *ON).stderr
    file.write_text(file.read_text(encoding="utf-8").replace("verband: geen, gastheer: ja", "verband: {kind: gr}"))
    assert "niet mee" not in " ".join(run("advise", file, *ON).stdout.split())


def test_only_what_was_written_is_called_written(run: Run, tmp_path: Path) -> None:
    """Of a table that is of no use no rows are left out, and no advice is made."""
    path, rest, folder = table(tmp_path, ("Assen", *YES), head=("gemeent", *STATEMENTS)), "rest.csv", "adviezen"
    options = ("--rejected", tmp_path / rest, "--reports", tmp_path / folder, "-o", tmp_path / "uit.csv")
    result = run("batch", path, "--rows", "respondents", *ON, *options)
    assert result.exit_code == 1
    assert (tmp_path / "uit.csv").exists() and "uit.csv" in result.stderr
    assert not (tmp_path / rest).exists() and rest not in result.stderr
    assert not (tmp_path / folder).exists() and folder not in result.stderr


def test_the_advice_on_a_region_says_how_many_answers_were_left_out(run: Run, tmp_path: Path) -> None:
    path = table(tmp_path, ("Assen", *YES), ("Emmen", *YES), ("Meppel", *YES), ("Meppell", *YES))
    options = ("--reports", tmp_path / "adviezen", "--format", "md", "--depth", "kort")
    assert run("batch", path, "--rows", "respondents", *ON, *options).exit_code == 1
    (report,) = (tmp_path / "adviezen").glob("*.md")
    assert "Het antwoord van 1 respondent was niet te gebruiken. Dat telt niet mee." in report.read_text("utf-8")


# What a respondent typed is for who runs the program.

TYPED = ("wethoudertje", "Meppelen", "elfje", "Borger-Odoorn", "gisteravond")


def test_what_a_respondent_mistyped_is_on_the_screen_and_in_no_file_for_others(run: Run, tmp_path: Path) -> None:
    towns = ("Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden", "Westerveld", "Tynaarlo", "De Wolden", "Noordenveld")
    rows = [(name, "ambtelijk", "2026-01-01", *YES) for name in towns]
    rows += [
        ("Emmen", "wethoudertje", "2026-01-01", *YES),
        ("Meppelen", "", "2026-01-01", *YES),
        ("Assen", "", "2026-01-01", "elfje", *YES[1:]),
        ("Borger-Odoorn", "", "2026-01-01", *YES),
        ("Assen", "", "gisteravond", *YES),
    ]
    path = table(tmp_path, *rows, head=("gemeente", "role", "date", *STATEMENTS))
    outputs = [tmp_path / f"uit{suffix}" for suffix in (".csv", ".jsonl", ".json", ".md", ".html")]
    given = [part for output in outputs[:-1] for part in ("-o", output)]
    result = run(
        *("batch", path, "--rows", "respondents", *ON, "--municipalities", "|".join(towns)),
        *(*given, "--overview", outputs[-1]),
    )
    assert result.exit_code == 1
    for word in TYPED:
        assert word in result.stderr
        for output in outputs:
            assert word not in output.read_text(encoding="utf-8"), output
    (row,) = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))["initiatives"]
    told = [(one["line"], one["column"], one["message"]) for one in row["problems"]]
    wrong = "Hier klopt iets niet in wat een respondent invulde."
    assert told == [(12, 1, wrong), (13, 4, wrong), (15, 3, wrong)]
    functions = "In kolom B ('role') staan functies die geen van de drie rollen zijn, in 1 rij."
    assert any(one["message"].startswith(functions) for one in row["remarks"])
    assert row["problems"][0]["hint"] == "Wie de opdracht gaf, ziet op het scherm wat er staat."
    assert any("1 respondent telt niet mee." in one["message"] for one in row["remarks"])


@pytest.mark.parametrize(
    "wrong",
    [
        "role: wethoudertje",
        "wethoudertje: bestuurlijk",
        "role:wethoudertje",
        "answers: {m1: wethoudertje}",
        "answers: {wethoudertje: 4}",
        "date: wethoudertje",
    ],
)
def test_nor_does_it_stand_in_what_is_made_of_a_folder_of_files(wrong: str, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "regio"
    folder.mkdir()
    (folder / "een.yaml").write_text(
        "poolwijzer: 1\ninitiative: {id: een, name: Een, municipalities: [Assen]}\nresponses:\n"
        f"  - id: r1\n    organisation: {{kind: gemeente, name: Assen}}\n    {wrong}\n",
        encoding="utf-8",
    )
    outputs = [tmp_path / f"uit{suffix}" for suffix in (".csv", ".jsonl", ".html")]
    result = run("batch", folder, *ON, "-o", outputs[0], "-o", outputs[1], "--overview", outputs[2])
    assert result.exit_code == 1
    assert "wethoudertje" in result.stderr
    for output in outputs:
        assert "wethoudertje" not in output.read_text(encoding="utf-8")
        assert "een.yaml" in output.read_text(encoding="utf-8")


def test_what_the_group_mistyped_itself_does_stand_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "een.yaml"
    path.write_text("poolwijzer: 1\ninitiative: {id: een, name: Een}\nanswers: {m1: elfje}\n", encoding="utf-8")
    assert run("batch", path, *ON, "-o", tmp_path / "uit.csv").exit_code == 1
    assert "elfje" in (tmp_path / "uit.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("suffix", "key", "encoding"),
    [(".json", "respon\\u0073es", "utf-8"), (".json", "responses", "utf-16"), (".yaml", '"respon\\x73es"', "utf-8")],
)
def test_a_file_that_cannot_be_read_shows_no_words_of_respondents_however_it_is_written(
    suffix: str, key: str, encoding: str, run: Run, tmp_path: Path
) -> None:
    twice = '{"id": "r1", "wethoudertje": 1, "wethoudertje": 2}'
    text = f"poolwijzer: 1\ninitiative: {{id: een, name: Een}}\n{key}:\n  - {twice}\n"
    if suffix == ".json":
        text = f'{{"poolwijzer": 1, "initiative": {{"id": "een", "name": "Een"}}, "{key}": [{twice}]}}'
    path = tmp_path / f"een{suffix}"
    path.write_text(text, encoding=encoding)
    assert run("batch", path, *ON, "-o", tmp_path / "uit.csv").exit_code == 1
    assert "wethoudertje" not in (tmp_path / "uit.csv").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_tells_what_the_group_itself_mistyped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "een.yaml"
    path.write_text("poolwijzer: 1\ninitiative: {id: een, name: Een}\nelfje: 1\nelfje: 2\n", encoding="utf-8")
    assert run("batch", path, *ON, "-o", tmp_path / "uit.csv").exit_code == 1
    assert "elfje" in (tmp_path / "uit.csv").read_text(encoding="utf-8")
