"""A table says the same in every kind of file it comes in, and in no kind does anything go by unseen."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from python_calamine import load_workbook

from poolwijzer.content.content import Content
from poolwijzer.tables.reader import TableOptions
from poolwijzer.tables.registry import TABLES_IN, read_grid
from tests.tables.kinds import (
    KINDS,
    WORKBOOKS,
    kept,
    ods_of,
    ods_row,
    repacked,
    same_table,
    told_of,
    with_macros,
    zipped,
)

SAME = same_table()
MACROS = "tabel: In dit bestand zitten macro's. Poolwijzer voert die niet uit en leest alleen de cellen."
SHEETS = (
    "tabel: Poolwijzer leest alleen het werkblad 'Antwoorden'. Er staat ook iets in 'Lees mij' en 'Oud' (verborgen). "
    "Met --sheet kiest u een ander werkblad."
)
HIDDEN = (
    "tabel: 2 rijen zijn verborgen of weggefilterd en tellen niet mee: rij 4 en 5. Met --hidden count telt dat wel mee."
)
COLUMN = "tabel: Kolom E is verborgen. Poolwijzer leest ook wat daarin staat."
ERROR = "tabel:6:5: In kolom E staat de fout #DIV/0! van een formule. Verbeter de formule, of typ de waarde."
NO_OUTCOME = (
    "tabel:2:2: In kolom B staat een formule zonder uitkomst. "
    "Open het bestand in een rekenprogramma en sla het op, of typ de waarde."
)


@pytest.mark.parametrize("kind", SAME)
def test_a_table_says_the_same_in_every_kind_of_file(kind: str, content: Content) -> None:
    (expected,), told = told_of(SAME[".csv"], content, "uitvraag.csv")
    assert [len(one.answers) for one in expected.responses] == [4, 4, 4, 3, 4] and told == []
    assert expected.responses[1].date is not None and expected.responses[1].answers["m2"].known == 5
    assert told_of(SAME[kind], content, f"uitvraag{kind}") == ([expected], told)


def test_every_kind_that_can_be_read_is_among_these() -> None:
    assert {f".{name.rpartition('.')[2]}" for name in SAME} | {".xlsm"} == set(TABLES_IN)


@pytest.mark.parametrize("suffix", WORKBOOKS)
def test_hidden_rows_columns_and_sheets_and_errors_are_told_in_the_same_words(suffix: str, content: Content) -> None:
    data = kept(f"werkmap{suffix}")
    (read,), told = told_of(data, content, f"werkmap{suffix}")
    assert [one.organisation.name for one in read.responses] == ["Assen", "Emmen", "Westerveld"]
    assert {name: answer.known for name, answer in read.responses[1].answers.items()} == {"m16": 4, "m2": 3, "m3": 4}
    assert [str(one.date)[:10] for one in read.responses] == ["2026-10-01", "2026-10-02", "2026-10-06"]
    assert [one.named for one in read.responses] == [True, False, False]
    assert sorted(told) == sorted([SHEETS, COLUMN, HIDDEN, ERROR])

    (read,), told = told_of(data, content, f"werkmap{suffix}", options=TableOptions(hidden="count"))
    assert len(read.responses) == 5 and HIDDEN not in told

    (read,), told = told_of(data, content, f"werkmap{suffix}", options=TableOptions(sheet="oud"))
    assert [one.organisation.name for one in read.responses] == ["Assen"] and told == []


@pytest.mark.parametrize("suffix", WORKBOOKS)
def test_a_formula_that_no_program_worked_out_is_told_in_the_same_words(suffix: str, content: Content) -> None:
    (read,), told = told_of(kept(f"zonder-uitkomst{suffix}"), content, f"tabel{suffix}")
    assert [one.organisation.name for one in read.responses] == ["Emmen", "Meppel"]
    assert told == [NO_OUTCOME]


def test_macros_are_never_run_and_that_is_said_once(content: Content) -> None:
    (expected,), _ = told_of(SAME[".csv"], content, "uitvraag.csv")
    book = with_macros(SAME[".xlsx"])
    for name in ("uitvraag.xlsm", "uitvraag.xlsx"):
        assert told_of(book, content, name) == ([expected], [MACROS])
    assert told_of(zipped({"uitvraag.xlsm": book}), content, "uitvraag.zip") == ([expected], [MACROS])
    assert told_of(repacked(SAME[".ods"], {"Basic/script-lc.xml": b""}), content, "uitvraag.ods") == (
        [expected],
        [MACROS],
    )


@pytest.mark.parametrize("path", sorted(KINDS.glob("*.ods")), ids=lambda path: path.stem)
def test_what_stands_in_a_sheet_of_opendocument_is_what_another_library_reads_in_it(path: Path) -> None:
    """Ours reads it as it comes; this one is written by others, and holds it all."""
    data = kept(path.name)
    ours = {row.number: row.cells for row in read_grid("x", io.BytesIO(data), ".ods", str.isalnum, "Antwoorden").rows}
    theirs = load_workbook(io.BytesIO(data)).get_sheet_by_name("Antwoorden").to_python(skip_empty_area=False)
    for number, cells in enumerate(theirs, start=1):
        for ours_, theirs_ in zip(ours[number], cells, strict=False):
            if ours_ not in ("true", "false"):
                said = format(theirs_, ".15g") if isinstance(theirs_, float) else str(theirs_)
                assert ours_ == said


def test_a_cell_of_opendocument_says_what_is_shown_in_it(content: Content) -> None:
    note = "<office:annotation><text:p>een opmerking</text:p></office:annotation>"
    picture = "<draw:frame><draw:text-box><text:p>in een plaatje</text:p></draw:text-box></draw:frame>"
    cells = {
        'office:value-type="string"': f"{note}<text:p>een<text:s text:c='2'/>twee</text:p>{picture}",
        'office:value-type="string" ': "<text:p>boven</text:p><text:p>onder<text:line-break/>daar<text:tab/>x</text:p>",
        'office:value-type="percentage" office:value="0.5"': "<text:p>50%</text:p>",
        'office:value-type="float" office:value="3.0000000000000004"': "<text:p>3</text:p>",
        'office:value-type="date" office:date-value="2026-11-01T10:05:33"': "<text:p>1-11</text:p>",
        'office:value-type="date" office:date-value="2026-11-01"': "<text:p>1-11</text:p>",
        'office:value-type="time" office:time-value="PT09H05M00S"': "<text:p>9.05</text:p>",
        'office:value-type="boolean" office:boolean-value="true"': "<text:p>WAAR</text:p>",
        'office:value-type="string" table:number-columns-repeated="2"': "<text:p>#N/A</text:p>",
    }
    inside = "".join(f"<table:table-cell {said}>{text}</table:table-cell>" for said, text in cells.items())
    rows = ods_row(["kop"]) + f'<table:table-row table:number-rows-repeated="2">{inside}</table:table-row>'
    _, *read = read_grid("x", io.BytesIO(ods_of(rows)), ".ods", lambda header: header == "kop").rows
    assert [row.number for row in read] == [2, 3] and read[0].problems == ()
    assert read[0].cells == read[1].cells
    assert read[0].cells == [
        "een  twee",
        "boven\nonder\ndaar\tx",
        "0.5",
        "3",
        "2026-11-01 10:05:33",
        "2026-11-01",
        "09:05:00",
        "true",
        "#N/A",
        "#N/A",
    ]


def test_rows_of_opendocument_are_hidden_by_hand_by_a_filter_or_in_a_closed_group(content: Content) -> None:
    rows = [
        ods_row(["gemeente", "m2"]),
        ods_row(["Assen", 5]),
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>',
        ods_row(["Emmen", 1], 'table:visibility="collapse"'),
        ods_row(["Meppel", 1], 'table:visibility="filter"'),
        f'<table:table-row-group table:display="false">{ods_row(["Coevorden", 1])}</table:table-row-group>',
        f"<table:table-row-group>{ods_row(['Westerveld', 2])}</table:table-row-group>",
    ]
    (read,), told = told_of(ods_of("".join(rows)), content)
    assert [one.organisation.name for one in read.responses] == ["Assen", "Westerveld"]
    assert told == [
        "tabel: 3 rijen zijn verborgen of weggefilterd en tellen niet mee: rij 6, 7 en 8. "
        "Met --hidden count telt dat wel mee."
    ]


def test_a_table_under_another_name_is_read_for_what_it_is(content: Content) -> None:
    (expected,), _ = told_of(SAME[".csv"], content, "uitvraag.csv")
    for data in (SAME[".csv"], SAME[".txt"]):
        for name in (".xls", ".xlsx", ".ods"):
            read, told = told_of(data, content, f"uitvraag{name}")
            assert read == [expected]
            assert told == [f"tabel: De naam eindigt op {name}, maar dit is tekst. Poolwijzer leest het als CSV."]
    assert told_of(SAME[".xls"], content, "uitvraag.csv") == ([expected], [])
    page = b"<html><body><table><tr><td>gemeente</td></tr></table></body></html>"
    assert told_of(page, content, "tabel.xls") == (
        [],
        [
            "tabel: Dit is een webpagina, ook als de naam iets anders zegt. "
            "Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
        ],
    )


def test_a_package_with_more_than_one_table_names_them_and_says_what_to_do(content: Content) -> None:
    table = SAME[".csv"]
    (expected,), _ = told_of(table, content, "uitvraag.csv")
    system = {"__MACOSX/._a.csv": b"x", ".DS_Store": b"x", "map/Thumbs.db": b"x", "map/": b""}
    for parts, read, told in (
        ({"a.csv": table, **system}, [expected], []),
        (
            {"a.csv": table, "leesmij.txt": b"uitleg", "logo.png": b"x"},
            [expected],
            [
                "tabel: Poolwijzer leest 'a.csv' uit dit zip-bestand. "
                "Wat er nog meer in zit, telt niet mee: 'leesmij.txt' en 'logo.png'."
            ],
        ),
        (
            {"a.csv": table, "b.xlsx": SAME[".xlsx"]},
            [],
            [
                "tabel: In dit zip-bestand zitten 2 tabellen: 'a.csv' en 'b.xlsx'. "
                "Pak het uit, en noem het bestand dat u bedoelt."
            ],
        ),
        (
            {"a.png": b"x", "b.png": b"x"},
            [],
            ["tabel: In dit zip-bestand zit geen tabel. Wel zit erin: 'a.png' en 'b.png'."],
        ),
        (system, [], ["tabel: In dit zip-bestand zit geen tabel. Kijk of dit het goede bestand is."]),
    ):
        assert told_of(zipped(parts), content, "uitvraag.zip") == (read, told)


def test_a_package_in_a_package_is_refused(content: Content) -> None:
    again = ["tabel: In dit bestand zit weer een ingepakt bestand. Pak het uit, en noem het bestand dat erin zit."]
    table = zipped({"a.csv": SAME[".csv"]})
    assert told_of(zipped({"a.zip": table}), content, "tabel.zip") == ([], again)
    assert told_of(gzip.compress(gzip.compress(SAME[".csv"])), content, "tabel.gz") == ([], again)
    assert told_of(gzip.compress(table), content, "tabel.gz") == ([], again)
