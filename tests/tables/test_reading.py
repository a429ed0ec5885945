"""What holds for any table of initiatives or respondents."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from typer.testing import CliRunner

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import Rows, TableDocument, parse_row
from poolwijzer.tables.formulas import could_be_formula, protect_text, unprotect_text
from poolwijzer.tables.lists import join_parts, split_parts
from poolwijzer.tables.reader import read_table
from tests.assessment.strategies import assessments, menus
from tests.roots import ROOT
from tests.tables.flat import csv_of, flat, that_fits

FILES = [
    *sorted((ROOT / "examples").glob("*.yaml")),
    *sorted((ROOT / "tests" / "files" / "assessments" / "good").glob("*.yaml")),
]


def items_of(table: str | bytes, content: Content, rows: Rows = "initiatives") -> list[TableDocument]:
    raw = table.encode() if isinstance(table, str) else table
    return list(read_table("tabel.csv", raw, ".csv", rows, content))


def only(table: str | bytes, content: Content, rows: Rows = "initiatives") -> Assessment:
    (item,) = items_of(table, content, rows)
    return parse_row(item, content).assessment


def told(table: str | bytes, content: Content, rows: Rows = "initiatives") -> list[str]:
    problems: list[str] = []
    try:
        for item in items_of(table, content, rows):
            try:
                parse_row(item, content)
            except InputError as error:
                problems += map(str, error.problems)
    except InputError as error:
        problems += map(str, error.problems)
    return problems


def remarks(table: str | bytes, content: Content, rows: Rows = "initiatives") -> list[str]:
    return [str(remark) for item in items_of(table, content, rows) for remark in item.remarks]


def dumped(assessment: Assessment) -> dict[str, Any]:
    return assessment.model_dump(mode="json", exclude_defaults=True, by_alias=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_and_its_row_in_a_table_give_the_same_initiative(path: Path, content: Content) -> None:
    expected = Assessment.model_validate(that_fits(dumped(read_assessment(path, content).assessment)))
    for delimiter in ";,\t":
        assert only(csv_of([flat(dumped(expected))], delimiter), content) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_and_its_respondents_in_a_table_give_the_same_answers(path: Path, content: Content) -> None:
    whole = read_assessment(path, content).assessment
    responses = dumped(whole).get("responses", [])
    if not responses:
        return
    initiative = dumped(whole)["initiative"]
    shared = flat({"initiative": {**initiative, "name": whole.initiative.name.replace("|", "/")}})
    rows = [{**shared, **flat(response)} for response in responses]
    assert only(csv_of(rows), content, "respondents").responses == whole.responses


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(st.deferred(assessments), min_size=1, max_size=4))
def test_any_initiative_reads_the_same_from_a_row_as_from_a_file(several: list[dict[str, Any]]) -> None:
    try:
        expected = [Assessment.model_validate(that_fits(dumped(Assessment.model_validate(data)))) for data in several]
    except ValidationError:
        reject()  # what fits is too little: a name of nothing but white space
    if any(
        len(set(called)) < len(called)
        for called in ([one.name for one in of.initiative.municipalities] for of in expected)
    ):
        reject()  # names that only differed in what cannot be seen
    table = csv_of([flat(dumped(one)) for one in expected])
    found = [parse_row(item, menus()).assessment for item in items_of(table, menus())]
    assert found == expected


@given(st.text())
def test_protection_keeps_every_text_and_takes_none_for_a_formula(text: str) -> None:
    safe = protect_text(text)
    assert unprotect_text(safe) == text
    assert safe.startswith("'") or not could_be_formula(safe)


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(["initiatives", "respondents"]))
def test_no_bytes_break_the_reading(raw: bytes, rows: Rows) -> None:
    for head in (b"", b"initiative.name;answers.m1\n", b"Gemeente,m1,m2.note,initiative.name\n"):
        told(head + raw, menus(), rows)


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(max_size=8), max_size=6), max_size=6), st.data())
def test_no_table_breaks_the_reading(cells: list[list[str]], data: st.DataObject) -> None:
    known = ["initiative.name", "initiative.id", "answers.m1", "answers.m1.note", "context.verband", "gemeente", "id"]
    known += ["context.verband.name", "agreements.2.what", "initiative.municipalities", "estimate.motivatie", "own.x"]
    known += ["organisation.kind", "organisation.name", "context.geld", "date", "role", "Naam", ""]
    headers = data.draw(st.lists(st.sampled_from(known), max_size=6, unique=True))
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([headers, *cells])
    for rows in ("initiatives", "respondents"):
        for problem in told(file.getvalue().encode("utf-8", "replace"), menus(), rows):
            assert problem.startswith("tabel.csv") and "\n" not in problem


def test_an_answer_is_a_point_a_label_or_both_in_every_form_of_the_statement(content: Content) -> None:
    joint = {"5": 5, "5,0": 5, "5.00": 5, "(bijna) alle": 5, "BIJNA ALLE": 5, "5, (bijna) alle": 5, "2 een paar": 2}
    own = {"ja, helemaal": 5, "grotendeels": 4, "Nauwelijks": 2, "1: nee, helemaal niet": 1, "neutraal": 3}
    for given_as, point in {**joint, **own, "mee eens": 4, "Helemaal mee oneens": 1}.items():
        read = only(csv_of([{"initiative.name": "Noord", "m1": given_as}]), content)
        assert read.answers["m1"].known == point, given_as


def test_a_label_of_another_point_or_a_number_of_something_else_is_no_answer(content: Content) -> None:
    for wrong in ("5, geen", "2 gemeenten", "4 van de 5", "3,5", "3/5", "zes", "-1", "0"):
        (problem,) = told(csv_of([{"initiative.name": "Noord", "b2": wrong}]), content)
        assert problem.startswith("tabel.csv:2:2: Kolom B ('b2'): Het antwoord ")
    counted = only(csv_of([{"initiative.name": "Noord", "m1": "4 van de 5"}]), content).answers["m1"]
    assert (counted.of, counted.yes) == (5, 4)


def test_what_was_not_shown_or_not_answered_is_not_there_and_not_known_is(content: Content) -> None:
    for nothing in ("", "  ", "n.v.t.", "N/A", "Geen antwoord"):
        assert only(csv_of([{"initiative.name": "Noord", "m1": nothing}]), content).answers == {}
    for unknown in ("weet niet", "weet-niet", "Weet ik niet", "geen idee"):
        assert only(csv_of([{"initiative.name": "Noord", "m1": unknown}]), content).answers["m1"].known is None


def test_a_number_may_have_a_decimal_comma_where_a_number_belongs(content: Content) -> None:
    read = only("initiative.name;estimate.motivatie;initiative.note\nNoord;3,7;3,7\n", content)
    assert read.estimate.places == {"motivatie": Fraction(37, 10)}
    assert read.initiative.note == "3,7"


@pytest.mark.parametrize("cell", ["b4|d5|c3", "b4 D5  c3", "4b | 5d | 3c", "2:4|4:5|3:3", "b4|4:5|3,0:3"])
def test_dots_stand_in_a_cell_as_they_are_called_or_as_numbers(cell: str, content: Content) -> None:
    read = only(f"initiative.name;estimate.motivatie;estimate.dots\nNoord;4;{cell}\n", content)
    assert [[*map(float, dot)] for dot in read.estimate.dots] == [[2, 4], [4, 5], [3, 3]]


def test_a_dot_that_is_none_is_told_at_its_cell(content: Content) -> None:
    with pytest.raises(InputError) as caught:
        only("initiative.name;m2;estimate.dots\nNoord;4;b4|f9\n", content)
    assert "Kolom C ('estimate.dots'): Een stip is een lijst van 2 getallen." in str(caught.value)


def test_the_delimiter_under_which_headers_are_known_wins_over_the_one_that_is_frequent(content: Content) -> None:
    comma = "{verband} wil een vaste taak op zich nemen, zoals werkgever of kassier."
    read = only(f"initiative.name;{comma};answers.m1\nNoord;3;4\n", content)
    assert {name: answer.known for name, answer in read.answers.items()} == {"b5": 3, "m1": 4}


def test_a_delimiter_that_could_be_another_is_told(content: Content) -> None:
    (remark,) = remarks("own.a,own.b;Gemeente\n1,2;Assen\n", content, "respondents")
    assert remark == (
        "tabel.csv: Poolwijzer leest een puntkomma als scheiding tussen de kolommen. Het zou ook een komma kunnen zijn."
    )


def test_a_row_that_ends_early_is_empty_beyond(content: Content) -> None:
    assert only("initiative.name;answers.m1;answers.m2\nNoord;4\n", content).answers.keys() == {"m1"}


def test_line_breaks_in_cells_stay_and_rows_are_counted_as_a_spreadsheet_does(content: Content) -> None:
    table = 'initiative.name;answers.m1;answers.m1.note\r\nNoord;4;"een\r\ntwee"\r\n\r\nZuid;6;\r\n'
    first = items_of(table, content)[0]
    assert parse_row(first, content).assessment.answers["m1"].note == "een\ntwee"
    assert [problem.split(" ")[0] for problem in told(table, content)] == ["tabel.csv:4:2:"]


def test_no_name_or_address_of_a_respondent_is_taken_over(content: Content) -> None:
    table = (
        "id;Naam;E-mailadres;Gemeente;m1;IP-adres\n"
        "Jan Jansen;Jan Jansen;jan@voorbeeld.nl;Assen;4;10.0.0.1\n"
        "jan@voorbeeld.nl;Jan Jansen;jan@voorbeeld.nl;Emmen;4;10.0.0.1\n"
    )
    (item,) = items_of(table, content, "respondents")
    assert not [word for word in ("jan", "10.0") if word in repr(item).lower()]
    assert [response["id"] for response in item.data["responses"]] == ["rij-2", "rij-3"]


def test_the_items_of_initiatives_come_while_the_table_is_read(content: Content) -> None:
    class Slow(io.BytesIO):
        most = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.most = max(self.most, self.tell())
            return super().read(size)

    rows = "".join(f"Initiatief {number};4\n" for number in range(200_000))
    table = Slow(f"initiative.name;answers.m1\n{rows}".encode())
    items = read_table("tabel.csv", table, ".csv", "initiatives", content)
    assert next(items).name == "tabel.csv, rij 2"
    assert table.tell() < len(rows) / 4


def test_a_cell_or_a_line_beyond_all_bounds_is_one_mistake(content: Content) -> None:
    endless = f"initiative.name;answers.m1.note\nNoord;{'a' * 3_000_000}\n"
    assert told(endless, content) == [
        "tabel.csv:2: Een rij is groter dan 2 MB. Waarschijnlijk sluit een aanhalingsteken niet. "
        "Kijk of elk aanhalingsteken een tweede heeft."
    ]
    many = f'initiative.name;answers.m1.note\nNoord;"{"a" * 1000}\n' + f"{'b' * 1000}\n" * 4000
    (problem,) = told(many, content)
    assert problem.startswith("tabel.csv:2: Een rij is groter dan 2 MB.")


def test_more_columns_than_a_table_can_have_are_one_mistake(content: Content) -> None:
    (problem,) = told(";".join(f"own.k{number}" for number in range(2001)) + "\n", content)
    assert problem.startswith("tabel.csv:1:2001: Deze tabel heeft meer dan 2000 kolommen.")


@pytest.fixture
def renaming(content: Content) -> Callable[..., Content]:
    """The menus, after some ids changed."""

    def made(**names: Any) -> Content:
        from dataclasses import replace

        renamed = content.typology.renamed.model_copy(update=names)
        return replace(content, typology=content.typology.model_copy(update={"renamed": renamed}))

    return made


def test_an_old_header_counts_under_its_new_name_with_one_remark(renaming: Callable[..., Content]) -> None:
    now = renaming(statements={"m-oud": "m1"}, components={"gedaante": "vorm"})
    table = "initiative.name;answers.m-oud;choices.gedaante.options\nNoord;4;bij-provincie\nZuid;5;\n"
    first = parse_row(items_of(table, now)[0], now).assessment
    assert first.answers["m1"].known == 4 and first.choices["vorm"].options == ("bij-provincie",)
    assert remarks(table, now) == [
        "tabel.csv:1:2: De kolom 'answers.m-oud' heet nu 'answers.m1'. Zo telt zij mee.",
        "tabel.csv:1:3: De kolom 'choices.gedaante.options' heet nu 'choices.vorm.options'. Zo telt zij mee.",
    ]


@pytest.mark.parametrize("header", ["m-oud", "M-Oud", "stel[m-oud]", "s1_m-oud"])
def test_a_former_id_alone_or_as_a_survey_tool_wraps_it_counts_under_its_new_name(
    renaming: Callable[..., Content], header: str
) -> None:
    now = renaming(statements={"m-oud": "m1"})
    assert only(f"initiative.name;{header};answers.m2\nNoord;4;3\n", now).answers["m1"].known == 4


def test_of_an_old_header_and_its_new_name_the_new_one_counts(renaming: Callable[..., Content]) -> None:
    now = renaming(statements={"m-oud": "m1"})
    table = "initiative.name;answers.m-oud;answers.m1\nNoord;4;5\n"
    assert only(table, now).answers["m1"].known == 5
    assert remarks(table, now) == [
        "tabel.csv:1:2: De kolom 'answers.m-oud' heet nu 'answers.m1'. Die staat er ook; die telt."
    ]


def test_an_old_value_counts_under_its_new_name_at_its_cell(renaming: Callable[..., Content]) -> None:
    now = renaming(options={"oud-loket": "bij-provincie"})
    (item,) = items_of("initiative.name;choices.vorm.options\nNoord;oud-loket|centrumgemeente\n", now)
    reading = parse_row(item, now)
    assert reading.assessment.choices["vorm"].options == ("bij-provincie", "centrumgemeente")
    (remark,) = reading.remarks
    assert str(remark).startswith("tabel.csv:2:2: Kolom B ('choices.vorm.options'): De optie 'oud-loket' heet nu")


def test_a_row_without_any_answer_is_told_where_one_is_asked_for(content: Content) -> None:
    (item,) = items_of("initiative.name;answers.m1\nNoord;\n", content)
    assert parse_row(item, content).assessment.answers == {}
    with pytest.raises(InputError, match=r"tabel\.csv:2: Er is nog niets ingevuld"):
        parse_row(item, content, with_answers=True)


def test_what_is_said_of_a_table_is_told_too_where_its_first_row_cannot_be_used(tmp_path: Path) -> None:
    table = tmp_path / "tabel.csv"
    table.write_bytes("initiative.name;m1\nCafé;9\n".encode("cp1252"))
    result = CliRunner().invoke(
        app, ["batch", str(table), "--rows", "initiatives", "--date", "2026-11-01"], catch_exceptions=False
    )
    assert result.exit_code == 1
    assert "Het antwoord '9' kan niet." in result.stderr and "als Windows-1252" in result.stderr


def test_a_year_belongs_to_the_source_that_it_stands_behind(content: Content) -> None:
    for cell in ("provincie|gemeenten (2027)", "Provincie; gemeenten (t/m 2027)", "provincie, gemeenten (2027)"):
        read = only(csv_of([{"initiative.name": "Noord", "context.geld": cell}]), content)
        assert dumped(read)["context"]["geld"] == ["provincie", {"source": "gemeenten", "until": 2027}], cell


def test_what_cannot_be_seen_makes_no_difference_in_headers_ids_numbers_and_words(content: Content) -> None:
    plain = ["id", "organisation.kind", "organisation.name", "role", "date", "answers.m1", "answers.m2"]
    cells = ["17", "gemeente", "Midden-Drenthe", "ambtelijk", "2026-10-20", "4", "ja, helemaal"]
    expected = only(csv_of([dict(zip(plain, cells, strict=True))]), content, "respondents")
    for sign in "\u200b\ufeff\u00ad\u2060\u200d\u200e":

        def hide(text: str, sign: str = sign) -> str:
            return f"{sign}{text[:2]}{sign}{text[2:]}{sign}"

        hidden = dict(zip(map(hide, plain), map(hide, cells), strict=True))
        assert only(csv_of([hidden]), content, "respondents") == expected, hex(ord(sign))


def test_a_no_break_space_is_a_space(content: Content) -> None:
    table = (
        "initiative.name;initiative.municipalities;\u00a0questions;De\u00a0gemeenten\n"
        "Noord;Voorbeeldstad\u00a0(30\u202f000);kort\u00a0;\n"
    )
    read = only(table.replace(";De\u00a0gemeenten", ";own.x"), content)
    assert [(one.name, one.population) for one in read.initiative.municipalities] == [("Voorbeeldstad", 30000)]
    assert read.questions == "kort"


def test_what_cannot_be_seen_stays_within_free_text_and_is_dropped_round_it(content: Content) -> None:
    family = "\U0001f469\u200d\U0001f467"
    read = only(f"initiative.name;initiative.note\n\ufeffNoord\u200b;{family} co\u00adop\n", content)
    assert read.initiative.name == "Noord"
    assert read.initiative.note == f"{family} co\u00adop"


def test_a_name_with_a_no_break_space_is_no_id_of_a_respondent(content: Content) -> None:
    (item,) = items_of("id;Gemeente;m1\nJan\u00a0Jansen;Assen;4\n", content, "respondents")
    assert [response["id"] for response in item.data["responses"]] == ["rij-2"]


@pytest.mark.parametrize(
    "day",
    [
        *("2026-10-20", "20-10-2026", "20.10.2026", "20/10/2026", "20-10-26", "20 oktober 2026", "20 okt. 2026"),
        *("2026-10-20 14:03:00", "2026-10-20T14:03:00.000+02:00", "20/10/2026 14:03", "46315", "46315,5"),
    ],
)
def test_a_day_is_read_in_every_notation_that_can_only_be_one_day(day: str, content: Content) -> None:
    read = only(csv_of([{"initiative.name": "Noord", "initiative.date": day}]), content)
    assert str(read.initiative.date) == "2026-10-20"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("10/20/2026", "Hier hoort een datum, niet '10/20/2026'. Schrijf 2026-10-20: jaar, maand, dag."),
        ("10-20-2026", "Hier hoort een datum, niet '10-20-2026'. Schrijf 2026-10-20: jaar, maand, dag."),
        ("10/11/2026", "Hier hoort een datum, niet '10/11/2026'. Schrijf 2026-11-10 of 2026-10-11: jaar, maand, dag."),
        ("31-02-2026", "De datum '31-02-2026' bestaat niet. Schrijf jaar, maand en dag, zoals 2026-01-31."),
        ("40/13/2026", "De datum '40/13/2026' bestaat niet. Schrijf jaar, maand en dag, zoals 2026-01-31."),
        ("2026-13-40", "De datum '2026-13-40' bestaat niet. Schrijf jaar, maand en dag, zoals 2026-01-31."),
    ],
)
def test_a_hint_at_a_day_never_names_one_that_there_is_not(day: str, said: str, content: Content) -> None:
    (problem,) = told(csv_of([{"initiative.name": "Noord", "initiative.date": day}]), content)
    assert problem == f"tabel.csv:2:2: Kolom B ('initiative.date'): {said}"


@given(st.lists(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("|\\")), max_size=8), min_size=1))
def test_a_list_in_a_cell_is_read_as_the_parts_it_was_written_from(parts: list[str]) -> None:
    assert split_parts(join_parts(parts)) == parts


def test_a_backslash_before_no_bar_is_a_backslash(content: Content) -> None:
    table = csv_of([{"initiative.name": "Noord", "needs": r"\\server\map|een\|twee|C:\ "}])
    assert only(table, content).needs == (r"\\server\map", "een|twee", "C:\\")
