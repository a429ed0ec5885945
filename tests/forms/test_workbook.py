"""A form as a workbook: what can be filled in, and how it comes back."""

from __future__ import annotations

import io
import json
import random
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.questionnaire import YES_OR_NO
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.forms.returned.workbook_in import read_workbook
from poolwijzer.forms.sent import SentAnswers, write_block
from poolwijzer.forms.workbook_form import CARRIED, SHEET, carry
from poolwijzer.forms.workbook_sheet import put_text
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize_text
from tests.an_office import an_office
from tests.forms.asking import BODY, ON, UNTIL, ask, filled, opened, row_of, saved, written

TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
NAME = "vragenlijst.xlsx"
HELP, ALONE = "hulp van anderen", "liever alleen"
REGION = Assessment.model_validate(
    {"poolwijzer": 1, "initiative": {"id": "rivierland", "name": "-", "municipalities": ["Assen", "Emmen"]}}
)
WHO = {"Welke gemeente": "Emmen", "functie": "bestuurder", "Ik antwoord": "mijn eigen beeld", "met naam": "ja"}


def came_back(content: Content, data: bytes) -> tuple[SentAnswers, list[str]]:
    remarks: list[Problem] = []
    sent = read_workbook(NAME, data, content, remarks)
    return sent, list(map(str, remarks))


def refused(content: Content, data: bytes) -> list[str]:
    with pytest.raises(InputError) as error:
        read_workbook(NAME, data, content)
    return list(map(str, error.value.problems))


@pytest.fixture(scope="module")
def empty(content: Content) -> bytes:
    """The workbook as it is sent to everybody."""
    return written(ask(content), "xlsx")


def test_what_was_chosen_comes_back_with_who_answered(content: Content, empty: bytes) -> None:
    data = filled(empty, {**WHO, HELP: "grotendeels", ALONE: "weet niet"}, {HELP: "zie de brief"})
    sent, remarks = came_back(content, data)
    response = sent.response
    assert remarks == []
    assert (response.organisation.kind, response.organisation.name) == ("gemeente", "Emmen")
    assert (response.role, response.basis, response.named) == ("bestuurlijk", "eigen-beeld", True)
    assert (response.questions, response.delete_on) == ("kort", UNTIL)
    assert {name: (one.value, one.note) for name, one in response.answers.items()} == {
        "m2": (4, "zie de brief"),
        "m6": ("weet-niet", ""),
    }
    assert sent.form == ask(content).form


def test_the_body_answers_its_own_statements_and_need_not_say_who_it_is(content: Content) -> None:
    asked = ask(content, "verband")
    data = written(asked, "xlsx")
    sent, _ = came_back(
        content, filled(data, {"werkprogramma": "nauwelijks", "Ik antwoord": "namens mijn organisatie"})
    )
    assert (sent.response.organisation.kind, sent.response.organisation.name) == ("verband", BODY["verband"]["name"])
    assert (sent.response.basis, sent.response.answers["b2"].value) == ("namens-organisatie", 2)
    texts = [str(cell.value) for row in opened(data) for cell in row if cell.value]
    assert not any("met naam in het verslag" in text for text in texts)
    assert any(text.endswith("Onze organisatie heeft dit thema in het werkprogramma staan.") for text in texts)


def test_a_screen_reader_hears_the_statement_at_the_cell_of_its_answer(content: Content, empty: bytes) -> None:
    sheet = opened(empty)
    prompts = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule: DataValidation = prompts[f"C{row_of(sheet, HELP)}"]
    assert rule.prompt == ask(content).questions[0].text
    assert (rule.type, rule.showErrorMessage) == ("list", True)
    assert sheet["A1"].value == "Vragenlijst: Rivierland"
    assert sheet.merged_cells.ranges == set()


def test_only_answers_and_notes_can_be_typed_over_and_no_password_is_needed_to_change_that(empty: bytes) -> None:
    sheet = opened(empty)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    free = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    statements = {row_of(sheet, f"{number}. ") for number in range(1, 11)}
    about = {row_of(sheet, text) for text in (*WHO, "Uw eigen kenmerk")}
    assert free == {f"{letter}{row}" for row in statements for letter in "CD"} | {f"C{row}" for row in about}
    assert sheet.parent[CARRIED].sheet_state == "hidden"


def test_above_it_stands_what_becomes_of_the_answers(empty: bytes) -> None:
    said = [cell.value for cell in opened(empty)["A"] if cell.value]
    assert "Deze vragenlijst gaat over uw gemeente, niet over u." in said
    assert "Wij verwijderen de antwoorden op 30 juni 2027." in said
    assert "Schrijf geen namen en geen oordelen over personen op." in said


def test_it_prints_on_the_breadth_of_a_sheet_of_a4(empty: bytes) -> None:
    sheet = opened(empty)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (
        sheet.page_setup.fitToWidth,
        sheet.page_setup.fitToHeight,
        sheet.sheet_properties.pageSetUpPr.fitToPage,
    ) == (
        1,
        0,
        True,
    )


def test_the_same_form_is_the_same_bytes(content: Content, empty: bytes) -> None:
    assert written(ask(content), "xlsx") == empty


def test_text_that_looks_like_a_formula_stays_text(content: Content) -> None:
    asked = ask(content, name='=HYPERLINK("http://example.nl")', municipalities=[{"name": "=1+1", "population": 10}])
    data = written(asked, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    sent, _ = came_back(content, filled(data, {HELP: "nauwelijks"}))
    assert sent.response.organisation.name == "=1+1"


def test_the_same_workbook_twice_is_one_respondent_whoever_saved_it(content: Content, empty: bytes) -> None:
    data = filled(empty, {**WHO, HELP: "nauwelijks"})
    again = saved(opened(data))
    other = filled(empty, {**WHO, HELP: "voor een deel"})
    ids = [came_back(content, one)[0].response.id for one in (data, again, other)]
    assert ids[0] == ids[1] != ids[2]


def test_with_a_mark_of_ones_own_a_correction_is_of_the_same_respondent(content: Content, empty: bytes) -> None:
    first, second, third = (
        came_back(content, filled(empty, {**WHO, "eigen kenmerk": mark, HELP: answer}))[0].response.id
        for mark, answer in (("Wonen", "nauwelijks"), ("wonen ", "ja, helemaal"), ("Zorg", "nauwelijks"))
    )
    assert first == second != third


def test_rows_in_another_order_on_a_sheet_of_another_name_are_found_again(content: Content, empty: bytes) -> None:
    data = filled(empty, {**WHO, HELP: "grotendeels", ALONE: 2}, {ALONE: "soms"})
    sheet = opened(data)
    first = row_of(sheet, HELP)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=sheet.max_row)]
    random.Random(1).shuffle(rows)
    for number, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    sheet.title = "Blad van Emmen"
    sheet.protection.disable()
    sent, _ = came_back(content, saved(sheet))
    assert sent.response.answers == came_back(content, data)[0].response.answers
    assert sent.response.answers["m6"].value == 2


def test_a_row_that_was_deleted_is_told_and_the_others_count(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels", ALONE: "nauwelijks"}))
    sheet.delete_rows(row_of(sheet, ALONE))
    sent, remarks = came_back(content, saved(sheet))
    assert list(sent.response.answers) == ["m2"]
    assert remarks == [
        "vragenlijst.xlsx: De rij van deze stelling is weg: 'Onze gemeente doet dit werk liever alleen dan samen.'. "
        "Zij telt als niet beantwoord."
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("meestal wel", "In C{row} staat 'meestal wel'. Kies uit 'nee, helemaal niet', 'nauwelijks'"),
        ("grotendeel", "In C{row} staat 'grotendeel'. Bedoelde u grotendeels?"),
        (7, "In C{row} staat '7'. Kies uit"),
        ("=C1", "In C{row} staat een formule, en geen antwoord. Kies een antwoord uit de lijst."),
        (date(2026, 1, 4), "In C{row} staat '2026-01-04'. Kies uit"),
    ],
)
def test_what_is_no_answer_is_told_at_its_cell(content: Content, empty: bytes, typed: Any, said: str) -> None:
    data = filled(empty, {**WHO, HELP: typed, ALONE: "nauwelijks"})
    row = row_of(opened(data), HELP)
    (problem,) = refused(content, data)
    assert problem.startswith(f"vragenlijst.xlsx:{row}:3: {said.format(row=row)}")


def test_everything_that_does_not_fit_is_told_at_once(content: Content, empty: bytes) -> None:
    told = refused(content, filled(empty, {"functie": "raadslid", HELP: "soms", ALONE: "vaak"}))
    assert len(told) == 4
    assert "Welke gemeente dit is, is niet ingevuld." in told[0]
    assert "'raadslid'. Kies uit 'ambtenaar', 'secretaris' en 'bestuurder'." in told[1]


def test_a_point_for_its_words_and_a_municipality_with_the_word_before_it_are_understood(
    content: Content, empty: bytes
) -> None:
    sent, _ = came_back(content, filled(empty, {**WHO, "Welke gemeente": "Gemeente Assen", HELP: "4", ALONE: 2.0}))
    assert sent.response.organisation.name == "Assen"
    assert [one.value for one in sent.response.answers.values()] == [4, 2]


def test_a_municipality_that_does_not_take_part_is_no_guess(content: Content, empty: bytes) -> None:
    (problem,) = refused(content, filled(empty, {**WHO, "Welke gemeente": "Utrecht", HELP: "nauwelijks"}))
    assert "'Utrecht'. Kies uit 'Assen', 'Emmen' en 'Hoogeveen'." in problem


def test_the_same_statement_twice_with_other_answers_is_refused(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    row, last = row_of(sheet, HELP), sheet.max_row + 1
    sheet.cell(last, 1).value, sheet.cell(last, 3).value = sheet.cell(row, 1).value, "nauwelijks"
    (problem,) = refused(content, saved(sheet))
    assert f"Bij dezelfde vraag staan twee antwoorden: in C{row} en in C{last}." in problem


def test_what_was_written_outside_the_cells_is_told_and_counts_for_nothing(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    row, last = row_of(sheet, HELP), sheet.max_row + 2
    sheet.cell(row, 6).value, sheet.cell(last, 4).value = "kanttekening", "nog iets"
    sheet.parent.create_sheet("Mijn blad")["A1"].value = "ook iets"
    sent, remarks = came_back(content, saved(sheet))
    assert [one.value for one in sent.response.answers.values()] == [4]
    assert remarks == [
        f"vragenlijst.xlsx:{row}:6: In F{row} staat iets naast de vakken. Dat telt niet mee.",
        f"vragenlijst.xlsx:{last}:4: In D{last} staat iets bij een rij zonder vraag. Dat telt niet mee.",
        "vragenlijst.xlsx: Het werkblad 'Mijn blad' telt niet mee.",
    ]


def test_nothing_filled_in_is_said(content: Content, empty: bytes) -> None:
    assert refused(content, empty) == [
        "vragenlijst.xlsx: In deze vragenlijst is niets ingevuld. Kijk of dit het goede bestand is."
    ]


def test_a_form_of_other_menus_is_read_by_what_it_asked_itself(content: Content) -> None:
    asked = ask(content)
    first = asked.groups[0].questions[0]._replace(id="x9", text="Onze gemeente wil dit.")
    older = asked._replace(
        form=asked.form.model_copy(update={"menus": asked.form.menus.model_copy(update={"hash": "0ld"})}),
        groups=(asked.groups[0]._replace(questions=(first,)),),
    )
    sent, _ = came_back(content, filled(written(older, "xlsx"), {**WHO, "wil dit": "nauwelijks"}))
    assert sent.form.menus.hash == "0ld"
    assert {name: one.value for name, one in sent.response.answers.items()} == {"x9": 2}


def test_without_its_hidden_sheet_a_workbook_is_no_form(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    del sheet.parent[CARRIED]
    (problem,) = refused(content, saved(sheet))
    assert "Dit is geen vragenlijst van Poolwijzer, of het verborgen werkblad is weg." in problem


def test_a_hidden_sheet_that_was_changed_is_not_believed(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    cell = sheet.parent[CARRIED]["A3"]
    cell.value = "A" * len(cell.value)
    (problem,) = refused(content, saved(sheet))
    assert "Het verborgen werkblad van deze vragenlijst is veranderd." in problem


@pytest.mark.parametrize("change", ["point", "role", "none"])
def test_a_hidden_sheet_that_somebody_made_up_is_not_believed(content: Content, empty: bytes, change: str) -> None:
    carried = carry(ask(content), YES_OR_NO).model_dump(mode="json")
    if change == "point":
        carried["statements"][0]["answers"] = [["veel", "grotendeels"]]
    elif change == "role":
        carried["roles"] = [["koning", "bestuurder"]]
    else:
        carried["statements"][0]["answers"] = []
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    hidden = sheet.parent[CARRIED]
    hidden.delete_cols(1)
    hidden.insert_cols(1)
    for number, line in enumerate(write_block(json.dumps(carried).encode()).splitlines(), start=1):
        hidden.cell(number, 1).value = line
    (problem,) = refused(content, saved(sheet))
    assert "Het verborgen werkblad van deze vragenlijst is veranderd." in problem


def test_a_form_of_a_newer_program_is_told_so(content: Content, empty: bytes) -> None:
    carried = carry(ask(content), YES_OR_NO).model_dump(mode="json") | {"poolwijzer": 99}
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    for number, line in enumerate(write_block(json.dumps(carried).encode()).splitlines(), start=2):
        sheet.parent[CARRIED].cell(number, 1).value = line
    (problem,) = refused(content, saved(sheet))
    assert "Deze vragenlijst is gemaakt met een nieuwere Poolwijzer. Werk Poolwijzer bij" in problem


def test_without_a_list_of_municipalities_one_types_the_name(content: Content) -> None:
    data = written(ask(content, municipalities=[]), "xlsx")
    sent, _ = came_back(content, filled(data, {**WHO, "Welke gemeente": "den bosch", HELP: "nauwelijks"}))
    assert sent.response.organisation.name == "'s-Hertogenbosch"


def test_questions_that_are_all_gone_are_told(content: Content, empty: bytes) -> None:
    sheet = opened(empty)
    sheet.delete_rows(1, sheet.max_row)
    (problem,) = refused(content, saved(sheet))
    assert "In deze werkmap staan de vragen niet meer." in problem


def test_what_is_no_workbook_or_unpacks_to_far_too_much_is_told(content: Content, empty: bytes) -> None:
    file = io.BytesIO(empty)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/image1.png", bytes(20_000_000))
    assert "Dit bestand wordt uitgepakt veel te groot." in refused(content, file.getvalue())[0]
    assert "is stuk" in refused(content, empty[:5000])[0]
    assert "sla het op als Excel-werkmap (.xlsx)." in refused(content, b"gemeente;m1\nAssen;4\n")[0]
    assert "Dit is een pdf, en geen tabel." in refused(content, b"%PDF-1.7")[0]


def test_a_workbook_with_macros_is_read_and_nothing_in_it_runs(content: Content, empty: bytes) -> None:
    data = filled(empty, {**WHO, HELP: "grotendeels"})
    plain, of_macros = b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(b"vnd.openxmlformats-officedocument." + plain, b"vnd." + of_macros)
                assert of_macros in part
            after.writestr(name, part)
        after.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    assert came_back(content, file.getvalue())[0].response.answers == came_back(content, data)[0].response.answers


def test_rows_far_below_the_form_are_not_read(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    sheet.cell(200_000, 1).value = "hier"
    assert "Deze werkmap is veel groter dan een vragenlijst." in refused(content, saved(sheet))[0]


def test_when_it_was_saved_is_when_it_was_answered(content: Content, empty: bytes) -> None:
    book = opened(filled(empty, {**WHO, HELP: "grotendeels"})).parent
    assert book.properties.modified is not None
    sent, _ = came_back(content, saved(book[SHEET]))
    assert sent.response.date is not None
    file = io.BytesIO(saved(book[SHEET]))
    bare = io.BytesIO()
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(bare, "w") as without:
        for name in package.namelist():
            if name != "docProps/core.xml":
                without.writestr(name, package.read(name))
    assert came_back(content, bare.getvalue())[0].response.date is None
    with zipfile.ZipFile(bare, "a", zipfile.ZIP_STORED) as package:
        package.writestr("docProps/core.xml", "<dcterms:modified>2026-11-30T10:00")
    broken = bare.getvalue().replace(b"2026-11-30T10", b"2026-11-31T10")
    assert came_back(content, broken)[0].response.date is None


@given(answers=st.lists(st.none() | st.integers(1, 6), min_size=10, max_size=10), note=TYPED, who=st.integers(0, 2))
def test_whatever_was_filled_in_comes_back(content: Content, answers: list[int | None], note: str, who: int) -> None:
    asked = ask(content)
    sheet = opened(written(asked, "xlsx"))
    sheet.cell(row_of(sheet, "Welke gemeente"), 3).value = asked.organisations[who]
    expected: dict[str, int | str] = {}
    for number, (question, place) in enumerate(zip(asked.questions, answers, strict=True), start=1):
        if place is not None:
            code, words = question.answers[place - 1]
            sheet.cell(row_of(sheet, f"{number}. "), 3).value = words
            expected[question.id] = code if code == UNKNOWN else int(code)
    put_text(sheet.cell(row_of(sheet, "1. "), 4), note)
    data = saved(sheet)
    if not expected and not note.strip():
        assert "niets ingevuld" in refused(content, data)[0]
        return
    response = came_back(content, data)[0].response
    assert {name: one.value for name, one in response.answers.items() if one.given} == expected
    found = response.answers.get(asked.questions[0].id)
    assert (found.note if found else "") == sanitize_text(note).strip()
    assert response.organisation.name == asked.organisations[who]


def test_its_sheet_as_plain_text_is_refused_in_one_line(content: Content, empty: bytes) -> None:
    sheet = opened(filled(empty, {**WHO, HELP: "grotendeels"}))
    lines = [";".join(str(cell.value or "").replace(";", ",") for cell in row) for row in sheet.iter_rows()]
    for suffix in (".csv", ".txt"):
        piece = Piece(f"terug{suffix}", suffix, io.BytesIO("\n".join(lines).encode()))
        arrivals = take_in([], REGION, content, ON, TableRoad(), (piece,))
        (problem,) = arrivals.refused
        assert arrivals.received == () and "Dit is een werkblad van de vragenlijst als tekst." in problem.message


@pytest.mark.slow
def test_libreoffice_opens_it_and_gives_it_back_the_same(content: Content, empty: bytes, tmp_path: Path) -> None:
    office = an_office(tmp_path)
    data = filled(empty, {**WHO, HELP: "grotendeels", ALONE: "weet niet"}, {HELP: "zie de brief"})
    back = office(data, ".xlsx", "xlsx")
    assert back != data
    mine, theirs = came_back(content, data)[0].response, came_back(content, back)[0].response
    assert (theirs.id, theirs.answers, theirs.organisation) == (mine.id, mine.answers, mine.organisation)
    for kind in ("ods", "xls"):
        piece = Piece(f"terug.{kind}", f".{kind}", io.BytesIO(office(data, ".xlsx", kind)))
        arrivals = take_in([], REGION, content, ON, TableRoad(), (piece,))
        (received,) = arrivals.received
        assert received.response.model_copy(update={"date": None}) == mine.model_copy(update={"date": None})
        assert (received.response.date is None) == (kind == "xls") and arrivals.refused == ()
    rules = opened(back).data_validations.dataValidation
    assert sum(rule.type == "list" for rule in rules) >= 3
    assert opened(back).protection.sheet
