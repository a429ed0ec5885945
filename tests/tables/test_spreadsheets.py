"""Tables in a spreadsheet: the same as in text, whoever made it, and nothing that is in one can do harm."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from tests.an_office import Office, an_office
from tests.assessment.strategies import menus
from tests.tables.flat import flat, that_fits
from tests.tables.test_fixtures import GOOD, lines_of, table_in
from tests.tables.test_reading import FILES, dumped

BROKEN = (
    "tabel.xlsx: Dit bestand is geen Excel-bestand, of het is stuk. Open het in Excel en sla het opnieuw op als .xlsx."
)
TEXTS = [folder for folder in GOOD if folder.name not in ("scheiding-genoemd",)]


def book_of(rows: Iterable[Iterable[Any]], *more: str, change: Callable[[Any], None] = lambda sheet: None) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Antwoorden"
    for row in rows:
        sheet.append(list(row))
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text is text here, whatever it looks like
    for name in more:
        book.create_sheet(name).append(["iets"])
    change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@cache
def small_book() -> bytes:
    """The same bytes each time, which the library alone does not give."""
    return book_of([["initiative.name", "m1"], ["Noord", 4], ["Zuid", 5]])


def found(
    data: bytes, content: Content, rows: Rows = "initiatives", name: str = "tabel.xlsx"
) -> tuple[list[Assessment], list[str]]:
    """The initiatives that can be read, and all that is told."""
    read: list[Assessment] = []
    told: list[str] = []
    try:
        for item in read_table(name, data, ".xlsx", rows, content):
            told += map(str, item.remarks)
            try:
                read.append(parse_row(item, content).assessment)
            except InputError as error:
                told += map(str, error.problems)
    except InputError as error:
        told += map(str, error.problems)
    return read, told


def with_parts(data: bytes, **changes: Callable[[bytes], bytes]) -> bytes:
    """A package with the parts whose names end like this changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            change = next((made for end, made in changes.items() if name.endswith(f"{end}.xml")), lambda part: part)
            after.writestr(name, change(before.read(name)))
    return file.getvalue()


def text_of(path: Path) -> str:
    raw = path.read_bytes()
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        if encoding != "utf-16" or raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise AssertionError(path)


def delimiter_of(text: str) -> str:
    return max(";,\t", key=text.partition("\n")[0].count)


@pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)
def test_a_spreadsheet_says_the_same_as_the_same_table_in_text(folder: Path, content: Content) -> None:
    path, rows = table_in(folder)
    text = text_of(path)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    expected = [read_assessment(file, content).assessment for file in sorted(folder.glob("*.yaml"))]
    # What could be a formula has an apostrophe in text only.
    data = book_of([cell.removeprefix("'") if cell[1:2] == "=" else cell for cell in row] for row in table)
    read, told = found(data, content, rows, f"{rows}.xlsx")
    assert read == expected
    in_text = {line for line in lines_of(folder) if "UTF-8" not in line}
    assert len(told) <= len(in_text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_and_its_row_in_a_spreadsheet_give_the_same_initiative(path: Path, content: Content) -> None:
    expected = Assessment.model_validate(that_fits(dumped(read_assessment(path, content).assessment)))
    cells = flat(dumped(expected))
    numbers = [int(cell) if cell.isdigit() else cell for cell in cells.values()]
    assert found(book_of([cells, numbers]), content) == ([expected], [])
    assert found(book_of([cells, cells.values()]), content) == ([expected], [])


def test_numbers_dates_and_truths_are_read_as_a_file_would_write_them(content: Content) -> None:
    head = [
        "Gemeente",
        "id",
        "m1",
        "m2",
        "date",
        "named",
        "estimate.motivatie",
        "initiative.name",
        "initiative.municipalities",
    ]
    rows = [
        ["Assen", 17, 4, 2.0, date(2026, 10, 20), True, 0.1 + 0.2 + 3.4, "Noord", "Assen|Emmen"],
        ["Emmen", 18.0, 5.0, "3,0", datetime.fromisoformat("2026-10-21T14:03"), False, None, "Noord"],
    ]
    (read,), told = found(book_of([head, *rows]), content, "respondents")
    assert told == []
    assert [response.id for response in read.responses] == ["17", "18"]
    assert [response.answers["m1"].known for response in read.responses] == [4, 5]
    assert [response.answers["m2"].known for response in read.responses] == [2, 3]
    assert [response.date for response in read.responses] == [
        date(2026, 10, 20),
        datetime.fromisoformat("2026-10-21T14:03"),
    ]
    assert [response.named for response in read.responses] == [True, False]
    assert str(read.estimate.places["motivatie"]) == "37/10"


def test_rows_and_columns_are_those_of_the_sheet_also_behind_gaps(content: Content) -> None:
    def later(sheet: Any) -> None:
        sheet["B5"], sheet["D5"], sheet["D9"] = "Zuid", 9, 8

    data = book_of([[], ["", "initiative.name", "", "m1"], ["", "Noord", "", 4]], change=later)
    read, told = found(data, content)
    assert [one.initiative.name for one in read] == ["Noord"]
    assert [line.partition(" ")[0] for line in told] == ["tabel.xlsx:5:4:", "tabel.xlsx:9:2:", "tabel.xlsx:9:4:"]


def test_a_formula_without_an_outcome_is_told_and_so_is_one_that_went_wrong(content: Content) -> None:
    def formulas(sheet: Any) -> None:
        sheet["B2"], sheet["C2"] = "=2+2", "#DIV/0!"

    data = book_of([["initiative.name", "m1", "m2"], ["Noord", 1, 5]], change=formulas)
    read, told = found(data, content)
    assert read == []
    assert told == [
        "tabel.xlsx:2:2: In kolom B staat een formule zonder uitkomst. "
        "Open het bestand in een rekenprogramma en sla het op, of typ de waarde.",
        "tabel.xlsx:2:3: In kolom C staat de fout #DIV/0! van een formule. Verbeter de formule, of typ de waarde.",
    ]


def test_text_that_looks_like_a_formula_is_text(content: Content) -> None:
    names = ["=1+1", "+31", "@naam", "'=2+2", "_x0041_"]
    data = book_of([["initiative.name"], *([name] for name in names)])
    read, told = found(data, content)
    assert [one.initiative.name for one in read] == ["=1+1", "+31", "@naam", "=2+2", "A"]
    assert told == []


def test_only_the_first_sheet_with_something_in_it_is_read_and_others_are_told(content: Content) -> None:
    data = book_of([["initiative.name", "m1"], ["Noord", 4]], "Uitleg", "Meer")
    (read,), told = found(data, content)
    assert read.initiative.name == "Noord"
    assert told == [
        "tabel.xlsx: Poolwijzer leest alleen het werkblad 'Antwoorden'. Er staat ook iets in 'Uitleg' en 'Meer'. "
        "Met --sheet kiest u een ander werkblad."
    ]

    _, told = found(book_of([["initiative.name", "m1"], ["Noord", 4]], *(f"Blad {n}" for n in range(400))), content)
    assert "'Blad 9' en nog 390 andere. Met --sheet" in told[0]

    def behind(sheet: Any) -> None:
        sheet.parent.create_sheet("Leeg", 0)
        sheet.parent.create_sheet("Verborgen", 0).append(["x"])
        sheet.parent["Verborgen"].sheet_state = "hidden"

    (read,), told = found(book_of([["initiative.name"], ["Noord"]], change=behind), content)
    assert read.initiative.name == "Noord" and told == []


def test_what_is_no_spreadsheet_or_a_broken_one_is_one_mistake(content: Content) -> None:
    good = book_of([["initiative.name"], ["Noord"]])
    cut = (
        "tabel.xlsx: Dit bestand is stuk, of niet helemaal binnengekomen. "
        "Haal het opnieuw op. Of open het in Excel of LibreOffice en sla het opnieuw op als .xlsx."
    )
    without_book = with_parts(good, workbook=lambda part: b"")
    for bad, told in ((b"PK\x03\x04", cut), (good[:400], cut), (good[:-40], cut), (without_book, BROKEN)):
        assert found(bad, content) == ([], [told]), bad[:40]


def test_a_spreadsheet_that_is_called_something_else_is_read_for_what_it_is(content: Content) -> None:
    data = book_of([["initiative.name"], ["Noord"]])
    (item,) = read_table("tabel.csv", data, ".csv", "initiatives", content)
    assert parse_row(item, content).assessment.initiative.name == "Noord"


def test_a_sheet_that_breaks_off_keeps_what_was_read_and_tells_where(content: Content) -> None:
    rows = [["initiative.name"], *([f"Team {number}"] for number in range(1200))]
    cut = with_parts(book_of(rows), sheet1=lambda part: part[: len(part) // 2])
    read, told = found(cut, content)
    assert read == [] or len(read) > 100
    assert told == [BROKEN] or (len(told) == 1 and "is dit bestand niet te lezen" in told[0])


@pytest.mark.slow
def test_what_unpacks_to_far_too_much_is_one_mistake(content: Content) -> None:
    bomb = io.BytesIO(book_of([["initiative.name"], ["Noord"]]))
    nothing = bytes(16 * 1024 * 1024)
    package = zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED, compresslevel=1)
    with package, package.open("xl/media/veel.xml", "w") as part:
        for _ in range(65):
            part.write(nothing)
    assert len(bomb.getvalue()) < 8_000_000
    assert found(bomb.getvalue(), content) == (
        [],
        [
            "tabel.xlsx: Dit bestand wordt uitgepakt veel te groot. "
            "Kijk of dit het goede bestand is, of verdeel het over meer bestanden."
        ],
    )


def test_no_entity_in_a_spreadsheet_grows_and_none_reads_a_file(content: Content, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    good = book_of([["initiative.name"], ["Noord"]])
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 20}">' for n in range(1, 12))
    for entities, use in (
        (f'<!ENTITY l0 "lol">{levels}', b"&l11;"),
        (f'<!ENTITY l "x"><!ENTITY e SYSTEM "{secret.as_uri()}">', b"&e;"),
    ):

        def change(part: bytes, entities: str = entities, use: bytes = use) -> bytes:
            assert b"Noord" in part
            return f"<!DOCTYPE x [{entities}]>".encode() + part.replace(b"Noord", use)

        read, told = found(with_parts(good, sheet1=change), content)
        assert read == [] and len(told) == 1 and told[0].endswith(BROKEN.removeprefix("tabel.xlsx: "))


@pytest.mark.slow
def test_a_row_far_beyond_a_sheet_is_told_and_does_not_take_for_ever(content: Content) -> None:
    far = with_parts(
        book_of([["initiative.name"], ["Noord"], ["Zuid"]]),
        sheet1=lambda part: part.replace(b'r="3"', b'r="99999999999"').replace(b'"A3"', b'"A99999999999"'),
    )
    read, told = found(far, content)
    assert [one.initiative.name for one in read] == ["Noord"]
    assert len(told) == 1 and "is dit bestand niet te lezen" in told[0]


@settings(max_examples=50)
@given(st.data())
def test_no_damage_to_a_spreadsheet_breaks_the_reading(data: st.DataObject) -> None:
    good = bytearray(small_book())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(good) - 1))
        good[place] = data.draw(st.integers(0, 255))
    for line in found(bytes(good), menus())[1]:
        assert line.startswith("tabel.xlsx") and "\n" not in line


@settings(max_examples=60)
@given(st.data())
def test_no_damage_to_the_parts_of_a_spreadsheet_breaks_the_reading(data: st.DataObject) -> None:
    good = small_book()
    part = data.draw(st.sampled_from(["sheet1", "workbook", "styles", "sharedStrings", "[Content_Types]"]))

    def damaged(content: bytes) -> bytes:
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 30)))
        return content[:start] + data.draw(st.binary(max_size=10)) + content[end:]

    for line in found(with_parts(good, **{part: damaged}), menus())[1]:
        assert line.startswith("tabel.xlsx") and "\n" not in line


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The spreadsheet of LibreOffice."""
    return an_office(tmp_path_factory.mktemp("calc"), "localc")


@pytest.mark.slow
def test_a_spreadsheet_that_an_office_made_of_dutch_csv_says_the_same(calc: Office, content: Content) -> None:
    for name in ("excel-nederlands", "paden"):
        folder = next(folder for folder in GOOD if folder.name == name)
        path, _ = table_in(folder)
        data = calc(
            path.read_bytes(),
            ".csv",
            "xlsx",
            "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true,false",
        )
        read, _ = found(data, content)
        assert read == [read_assessment(file, content).assessment for file in sorted(folder.glob("*.yaml"))]


@pytest.mark.slow
def test_a_formula_that_an_office_worked_out_counts(calc: Office, content: Content) -> None:
    def formulas(sheet: Any) -> None:
        sheet["B2"], sheet["C2"] = "=2+2", '="Dre"&"nthe"'

    data = book_of([["initiative.name", "m1", "initiative.region"], ["Noord", 1, ""]], change=formulas)
    (read,), told = found(calc(data, ".xlsx", "xlsx:Calc MS Excel 2007 XML"), content)
    assert (read.answers["m1"].known, read.initiative.region, told) == (4, "Drenthe", [])


def hidden_rows(*numbers: int) -> Callable[[Any], None]:
    def hide(sheet: Any) -> None:
        for number in numbers:
            sheet.row_dimensions[number].hidden = True

    return hide


def test_hidden_rows_are_left_out_with_one_remark_that_names_them(content: Content) -> None:
    rows = [["initiative.name"], *([f"Team {number}"] for number in range(2, 12))]
    hidden = book_of(rows, change=hidden_rows(3, 5))
    assert b' hidden="1"' in zipfile.ZipFile(io.BytesIO(hidden)).read("xl/worksheets/sheet1.xml")
    for other in (b' hidden="true"', b' ht="0" customHeight="1"'):

        def hide(part: bytes, other: bytes = other) -> bytes:
            return part.replace(b' hidden="1"', other)

        read, told = found(with_parts(hidden, sheet1=hide), content)
        assert [one.initiative.name for one in read] == [f"Team {number}" for number in (2, 4, 6, 7, 8, 9, 10, 11)]
        assert told == [
            "tabel.xlsx: 2 rijen zijn verborgen of weggefilterd en tellen niet mee: rij 3 en 5. "
            "Met --hidden count telt dat wel mee."
        ]
    _, told = found(book_of(rows, change=hidden_rows(*range(3, 11))), content)
    assert "8 rijen zijn verborgen of weggefilterd en tellen niet mee: rij 3, 4, 5, 6, 7 en nog 3 andere." in told[0]


def test_hidden_rows_of_respondents_do_not_count_unless_that_is_asked_for(content: Content) -> None:
    data = book_of([["gemeente", "m1"], ["Assen", 5], ["Emmen", 1], ["Meppel", 2]], change=hidden_rows(3))
    (read,), told = found(data, content, "respondents")
    assert [one.organisation.name for one in read.responses] == ["Assen", "Meppel"]
    assert len(told) == 1 and "rij 3." in told[0]
    items = list(read_table("tabel.xlsx", data, ".xlsx", "respondents", content, TableOptions(hidden="count")))
    assert len(items[0].data["responses"]) == 3 and items[0].remarks == ()


def test_hidden_rows_in_which_nothing_stands_are_not_worth_a_word(content: Content) -> None:
    data = book_of([["initiative.name"], ["Noord"], [], [""], ["Zuid"]], change=hidden_rows(3, 4))
    read, told = found(data, content)
    assert len(read) == 2 and told == []


def test_a_table_of_which_all_rows_are_hidden_says_so(content: Content) -> None:
    read, told = found(book_of([["initiative.name"], ["Noord"]], change=hidden_rows(2)), content)
    assert read == []
    assert "staat niets" in told[0] and "niet mee: rij 2." in told[1]


def test_hidden_headers_are_headers(content: Content) -> None:
    (read,), told = found(book_of([["initiative.name", "m1"], ["Noord", 4]], change=hidden_rows(1)), content)
    assert read.answers["m1"].known == 4 and told == []


def test_a_hidden_column_counts_and_that_is_told(content: Content) -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions.group("B", "C", hidden=True)

    data = book_of([["initiative.name", "m1", "m2", "m3"], ["Noord", 4, 5, 3]], change=hide)
    (read,), told = found(data, content)
    assert {name: answer.known for name, answer in read.answers.items()} == {"m1": 4, "m2": 5, "m3": 3}
    assert told == ["tabel.xlsx: De kolommen B en C zijn verborgen. Poolwijzer leest ook wat daarin staat."]


def readme_first(sheet: Any) -> None:
    sheet.parent.create_sheet("Lees mij", 0).append(["Toelichting voor elke gemeente"])


def test_the_first_sheet_with_headers_is_read_and_the_others_are_told(content: Content) -> None:
    data = book_of([["initiative.name", "m1"], ["Noord", 4]], change=readme_first)
    (read,), told = found(data, content)
    assert read.initiative.name == "Noord"
    assert told == [
        "tabel.xlsx: Poolwijzer leest alleen het werkblad 'Antwoorden'. Er staat ook iets in 'Lees mij'. "
        "Met --sheet kiest u een ander werkblad."
    ]


def test_a_hidden_sheet_is_told_where_it_holds_headers_too(content: Content) -> None:
    def more(sheet: Any) -> None:
        for name, row in (("Lijsten", ["ja", "nee"]), ("Oud", ["initiative.name", "m1"])):
            other = sheet.parent.create_sheet(name)
            other.append(row)
            other.sheet_state = "hidden"

    _, told = found(book_of([["initiative.name", "m1"], ["Noord", 4]], change=more), content)
    assert len(told) == 1 and "Er staat ook iets in 'Oud' (verborgen)." in told[0]


def test_the_sheet_that_is_asked_for_is_read_however_its_name_is_written(content: Content) -> None:
    def more(sheet: Any) -> None:
        for name, state in (("Zuid", "visible"), ("Verborgen", "hidden")):
            other = sheet.parent.create_sheet(name)
            other.append(["initiative.name"])
            other.append([name])
            other.sheet_state = state

    data = book_of([["initiative.name"], ["Noord"]], change=more)
    for sheet in ("Zuid", " zuid", "Verborgen"):
        (item,) = read_table("tabel.xlsx", data, ".xlsx", "initiatives", content, TableOptions(sheet=sheet))
        assert item.data["initiative"]["name"].casefold() == sheet.strip().casefold()
        assert item.remarks == ()
    for wrong, hint in (("Zuidd", "Bedoelde u Zuid?"), ("x", "'Antwoorden', 'Zuid' en 'Verborgen'.")):
        with pytest.raises(InputError) as caught:
            list(read_table("tabel.xlsx", data, ".xlsx", "initiatives", content, TableOptions(sheet=wrong)))
        assert f"Er is geen werkblad '{wrong}'." in str(caught.value) and str(caught.value).endswith(hint)
    (item,) = read_table("t.csv", b"initiative.name\nNoord\n", ".csv", "initiatives", content, TableOptions("Zuid"))
    assert [str(remark) for remark in item.remarks] == [
        "t.csv: Dit bestand heeft geen werkbladen. --sheet 'Zuid' doet er niet toe."
    ]


def test_a_book_with_nothing_but_hidden_sheets_names_them(content: Content) -> None:
    def hide(sheet: Any) -> None:
        sheet.parent.create_sheet("Leeg")
        sheet.sheet_state = "hidden"

    read, told = found(book_of([["initiative.name"], ["Noord"]], change=hide), content)
    assert read == []
    assert told == [
        "tabel.xlsx: Deze tabel is leeg. Er zijn verborgen werkbladen: 'Antwoorden'. Met --sheet kiest u er een."
    ]


def strict(data: bytes) -> bytes:
    """The same in the terms of Strict Open XML."""

    def renamed(part: bytes) -> bytes:
        for known, name in (
            (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"spreadsheetml/main"),
            (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"officeDocument/relationships"),
        ):
            part = part.replace(known, b"http://purl.oclc.org/ooxml/" + name)
        return part

    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, renamed(before.read(name)))
    return file.getvalue()


@pytest.mark.slow
def test_a_spreadsheet_in_strict_open_xml_says_the_same(content: Content) -> None:
    head = ["initiative.name", "initiative.date", "m1"]
    data = book_of([head, *([f"T{n}", date(2026, 10, 20), 4] for n in range(3000))])
    assert strict(data) != data
    assert found(strict(data), content) == found(data, content)


def without(data: bytes, part: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name != part:
                after.writestr(name, before.read(name))
    return file.getvalue()


def test_a_spreadsheet_without_styles_or_with_broken_ones_is_read(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    data = book_of([["initiative.name", "initiative.date", "m1"], ["Noord", date(2026, 10, 20), 4]])
    (expected,), _ = found(data, content)
    assert found(without(data, "xl/styles.xml"), content) == ([expected], [])
    for broken in (
        with_parts(data, styles=lambda part: part.replace(b'xfId="0" builtinId', b'xfId="77" builtinId')),
        with_parts(data, styles=lambda part: part[:200]),
    ):
        (read,), told = found(broken, content)
        assert read == expected
        assert told == ["tabel.xlsx: De opmaak van dit bestand is stuk. Kijk na of de datums kloppen."]
    assert capsys.readouterr() == ("", "")
