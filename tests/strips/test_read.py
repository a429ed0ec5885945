"""Reading a ledger, whatever a spreadsheet or a person made of it: no line is lost, and none is guessed."""

from __future__ import annotations

import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.problems import InputError
from poolwijzer.strips.append import append_lines
from poolwijzer.strips.read import read_ledger
from tests.strips.a_ledger import HEADER, made, numbers, saved, told, use, written_lines

AS_EXCEL_SAVES = "bcdfghjklmnp;1-3-2027;gebruik;Assen;warmteplan;7,50;;;;Café;2027-03-01T10:00:00Z"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_spreadsheet_may_have_saved_it(tmp_path: Path, encoding: str, end: str, delimiter: str) -> None:
    header, line = HEADER.replace(";", delimiter), AS_EXCEL_SAVES.replace(";", delimiter)
    ledger = read_ledger(saved(tmp_path / "strippen.csv", line, header=header, encoding=encoding, end=end))
    (read,) = ledger.lines
    assert told(ledger) == ""
    assert read.id == "bcdfghjklmnp" and read.day == date(2027, 3, 1)
    assert (read.hours, read.note) == (Fraction(15, 2), "Café")


def test_with_commas_numbers_have_a_point(tmp_path: Path) -> None:
    header = f"sep=,\r\n{HEADER.replace(';', ',')}"
    lines = [",2027-03-01,,Assen,,7.125,,,,,", ',3/21/2027,,Assen,,"7,5",,,,"a, b",', ",21/3/2027,,Assen,,,1,,,,"]
    ledger = read_ledger(saved(tmp_path / "strippen.csv", *lines, header=header))
    assert told(ledger) == ""
    assert [one.hours for one in ledger.lines] == [Fraction(57, 8), Fraction(15, 2), None]
    assert [one.day.day for one in ledger.lines] == [1, 21, 21]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x;31-2-2027;;Assen;;1;;;;;", "Hier hoort een datum, niet '31-2-2027'"),
        ("x;gisteren;;Assen;;1;;;;;", "Hier hoort een datum, niet 'gisteren'"),
        ("x;1-3-1999;;Assen;;1;;;;;", "Het jaar 1999 is niet van deze tijd"),
        ("x;;;Assen;;1;;;;;", "De datum ontbreekt"),
        (
            "x;2027-03-01;gebruikt;Assen;;1;;;;;",
            "Er is geen soort 'gebruikt'. Deze regel telt niet mee. Bedoelde u gebruik?",
        ),
        ("x;2027-03-01;;;;1;;;;;", "De gemeente ontbreekt"),
        ("x;2027-03-01;;Assen;;veel;;;;;", "Hier hoort een getal, niet 'veel'"),
        ("x;2027-03-01;;Assen;;-1;;;;;", "minder dan niets"),
        ("x;2027-03-01;;Assen;;1.125;;;;;", "op twee manieren te lezen"),
        ("x;2027-03-01;;Assen;;1,12345;;;;;", "te veel cijfers"),
        ("x;2027-03-01;;Assen;;1;1;;;;", "allebei"),
        ("x;2027-03-01;;Assen;;;;;;;", "geen uren en geen strippen"),
        ("x;2027-03-01;;Assen;;0;;;;;", "staat 0"),
        ("x;2027-03-01;;Assen;;1;;;x;;", "verbetert zichzelf"),
        ("x;2027-03-01;;Assen;;1;;;;hallo; dag; allemaal", "meer cellen"),
        ("x;2027-03-01;;Assen;;1;;;;hallo; dag", "In de kolom geschreven staat 'dag'. Deze regel telt niet mee. Staat"),
        ('x;2027-03-01;;Assen;;1;;;;"hallo;', "aanhalingsteken"),
        ("los", "niet af"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_spoils_no_other(tmp_path: Path, line: str, message: str) -> None:
    good = AS_EXCEL_SAVES
    path = saved(tmp_path / "strippen.csv", good, line, good.replace("bcdf", "ccdf"))
    ledger = read_ledger(path)
    assert message in told(ledger) and told(ledger).startswith(f"{path}:3: ")
    assert "telt niet mee" in told(ledger)
    assert [(one.number, one.text) for one in ledger.broken] == [(3, line)]
    assert [one.id for one in ledger.lines] == ["bcdfghjklmnp", "ccdfghjklmnp"]


@pytest.mark.parametrize("day", ["1 maart 2027", "1-3-27", "01.03.2027", "2027-03-01 00:00:00", "46447"])
def test_a_day_is_read_as_in_every_other_table(tmp_path: Path, day: str) -> None:
    (line,) = read_ledger(saved(tmp_path / "strippen.csv", f"x;{day};;Assen;;1.250,5;;;;;")).lines
    assert (line.day.isoformat(), line.hours) == ("2027-03-01", Fraction(2501, 2))


def test_a_line_that_is_far_too_long_is_told_as_that(tmp_path: Path) -> None:
    path = saved(tmp_path / "strippen.csv", AS_EXCEL_SAVES, "x" * 200_000)
    assert "Deze regel is veel te lang." in told(read_ledger(path))


def test_with_commas_and_slashes_a_day_can_be_two_and_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "strippen.csv", ",3/4/2027,,Assen,,1,,,,,", header=HEADER.replace(";", ","))
    assert "op twee manieren te lezen" in told(read_ledger(path))
    path = saved(tmp_path / "strippen.csv", ";3/4/2027;;Assen;;1;;;;;")
    assert read_ledger(path).lines[0].day == date(2027, 4, 3)


def test_a_line_end_that_somebody_typed_in_a_cell_is_part_of_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "strippen.csv", ';2027-03-01;;Assen;;1;;;;"een\ntwee";', AS_EXCEL_SAVES)
    assert [one.note for one in read_ledger(path).lines] == ["een twee", "Café"]


def test_the_same_line_twice_counts_once(tmp_path: Path) -> None:
    other = AS_EXCEL_SAVES.replace("7,50", "8")
    ledger = read_ledger(saved(tmp_path / "strippen.csv", AS_EXCEL_SAVES, AS_EXCEL_SAVES.replace("7,50", "7,5"), other))
    assert [one.hours for one in ledger.lines] == [Fraction(15, 2)]
    assert ":3: Deze regel is dezelfde als regel 2, en telt één keer mee." in told(ledger)
    assert ":4: Deze regel heeft dezelfde code als regel 2, en zegt iets anders. Regel 2 telt mee." in told(ledger)


def test_lines_that_a_person_added_without_a_code_all_count_and_can_be_corrected(tmp_path: Path) -> None:
    path = saved(tmp_path / "strippen.csv", *[";2027-03-01;;Assen;;1;;;;;"] * 2, ";2027-03-01;;Assen;;2;;;;;")
    first, second, third = read_ledger(path).lines
    assert len({first.id, second.id, third.id}) == 3
    append_lines(path, [use(hours=5, corrects=second.id)])
    assert read_ledger(path).lines[:3] == (first, second, third)


def test_an_own_column_is_told_and_empty_lines_are_none(tmp_path: Path) -> None:
    header = f"{HEADER};kleur"
    ledger = read_ledger(saved(tmp_path / "strippen.csv", "", f"{AS_EXCEL_SAVES};rood", ";;;;;;;;;;;", header=header))
    assert len(ledger.lines) == 1 and "kolom 'kleur' hoort niet bij een logboek" in told(ledger)


@pytest.mark.parametrize("data", [b"naam;bedrag\n", b"\x00\x01\x02", b"datum;gemeente\n", b"%PDF-1.7\n"])
def test_what_is_no_ledger_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "strippen.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match="geen logboek van strippen"):
        read_ledger(path)


def test_a_name_that_is_not_there_is_looked_for(tmp_path: Path) -> None:
    made(tmp_path / "strippen.csv")
    with pytest.raises(InputError, match=r"Bedoelde u strippen\.csv"):
        read_ledger(tmp_path / "stripen.csv")


@given(st.lists(written_lines, min_size=1, max_size=4), st.integers(1, 400))
def test_a_ledger_that_broke_off_anywhere_loses_nothing_but_its_end(lines: list[LedgerLine], cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strippen.csv"
        written = append_lines(path, lines)
        data = path.read_bytes()
        starts = [data.index(one.id.encode()) for one in written]
        cut = max(len(data) - cut, starts[0])
        path.write_bytes(data[:cut])
        complete = [one for one, end in zip(written, [*starts[1:], len(data)], strict=True) if end <= cut]
        # What broke off is not read as something else: it is whole but for its end, or it does not count.
        read = read_ledger(path).lines
        assert read[: len(complete)] == tuple(complete) and len(read) <= len(complete) + 1
        assert all(one.says_the_same(written[len(complete)]) for one in read[len(complete) :])
        (added,) = append_lines(path, [use(hours=99)])
        assert read_ledger(path).lines == (*read, added)
        assert path.read_bytes().startswith(data[:cut])


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_ledger_every_line_is_read_or_told(noise: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder) / "strippen.csv")
        path.write_bytes(path.read_bytes() + noise)
        (first, *_) = read_ledger(path).lines
        assert numbers(path)[0] == 12
        (added,) = append_lines(path, [use(hours=99)])
        lines = read_ledger(path).lines
        assert lines[0] == first and lines[-1] == added
