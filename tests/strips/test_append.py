"""Adding to a ledger: what was written is read back, and what was there stays as it was."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.municipalities import official_name
from poolwijzer.problems import InputError
from poolwijzer.strips.append import append_lines
from poolwijzer.strips.read import read_ledger
from poolwijzer.strips.rows import tidy
from tests.strips.a_ledger import HEADER, made, numbers, saved, told, use, written_lines


def test_a_ledger_opens_in_a_dutch_spreadsheet_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "nieuwe map" / "strippen.csv", use(hours=7.5, note="Met België; eerste ronde"))
    data = path.read_bytes()
    header, line, rest = data.decode("utf-8-sig").split("\r\n")
    assert data.startswith(b"\xef\xbb\xbf") and header == HEADER and rest == ""
    assert ';2027-03-01;gebruik;Assen;warmteplan;7,5;;;;"Met België; eerste ronde";20' in line


def test_what_is_there_never_changes(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv")
    before = path.read_bytes()
    (first,) = read_ledger(path).lines
    append_lines(path, [use(hours=1, corrects=first.id)])
    assert path.read_bytes().startswith(before)


def test_a_formula_that_somebody_types_stays_text(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(note="=HYPERLINK(1)", product="@SUM(1)"))
    assert b";=" not in path.read_bytes() and b";@" not in path.read_bytes()
    (line,) = read_ledger(path).lines
    assert (line.note, line.product) == ("=HYPERLINK(1)", "@SUM(1)")


@given(st.lists(written_lines, min_size=1, max_size=6))
def test_what_is_written_is_read_back(lines: list[LedgerLine]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strippen.csv"
        written = append_lines(path, lines[:2]) + append_lines(path, lines[2:])
        ledger = read_ledger(path)
    assert not ledger.problems
    assert ledger.lines == written
    for given_, read in zip(lines, ledger.lines, strict=True):
        same = replace(given_, municipality=official_name(given_.municipality))
        assert read.says_the_same(replace(same, product=tidy(same.product), note=tidy(same.note)))
        assert read.written is not None


@pytest.mark.parametrize(
    ("header", "encoding", "end"),
    [
        (HEADER, "cp1252", "\r\n"),
        (HEADER.replace(";", ","), "utf-8", "\n"),
        (HEADER.replace(";", "\t"), "utf-16", "\r\n"),
        ("Notitie;GEMEENTE; Datum ;Naar;Product;Uren;Strippen;Soort;Verbetert;REGEL;Opmerking van Jan", "utf-8", "\r"),
    ],
)
def test_a_line_is_added_as_the_spreadsheet_saved_the_others(
    tmp_path: Path, header: str, encoding: str, end: str
) -> None:
    path = saved(tmp_path / "strippen.csv", header=header, encoding=encoding, end=end)
    before = path.read_bytes()
    append_lines(path, [use(hours=1.125, note="Coördinatie, ĳ; “x”")])
    (line,) = read_ledger(path).lines
    assert path.read_bytes().startswith(before)
    assert (line.hours, line.municipality, line.note) == (Fraction(9, 8), "Assen", "Coördinatie, ĳ; “x”")


def test_a_last_line_without_an_end_is_ended_first(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv")
    path.write_bytes(path.read_bytes().rstrip())
    append_lines(path, [use(hours=3)])
    assert numbers(path) == [12, 3] and not read_ledger(path).problems


def test_a_column_that_is_gone_is_asked_for_and_nothing_is_written(tmp_path: Path) -> None:
    path = saved(tmp_path / "strippen.csv", header="datum;gemeente;uren")
    with pytest.raises(InputError, match=r"ontbreekt de kolom regel. Zet regel achter de koppen op de eerste regel"):
        append_lines(path, [use(product="")])
    saved(path, header="datum;gemeente;uren;regel")
    before = path.read_bytes()
    with pytest.raises(InputError, match="ontbreekt de kolom product"):
        append_lines(path, [use()])
    append_lines(path, [use(product="")])
    assert path.read_bytes().startswith(before) and numbers(path) == [12]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"strips": Fraction(1)}, "uren en strippen allebei"),
        ({"hours": None}, "geen uren en geen strippen"),
        ({"hours": Fraction()}, "staat 0"),
        ({"municipality": ""}, "gemeente ontbreekt"),
        ({"kind": "transfer", "product": ""}, "niet naar wie"),
        ({"kind": "transfer", "product": "", "to": "ASSEN"}, "naar zichzelf"),
        ({"to": "Emmen"}, "geen overdracht"),
        ({"kind": "carry"}, "hoort geen product"),
        ({"corrects": "bcdfghjklmnp"}, "geen regel 'bcdfghjklmnp' om te verbeteren"),
        ({"day": date(1999, 12, 31)}, "niet van deze tijd"),
        ({"hours": Fraction(1, 3)}, "te veel cijfers"),
        ({"hours": Fraction(-1)}, "minder dan niets"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_and_none_of_the_others_is_written(
    tmp_path: Path, more: dict[str, Any], message: str
) -> None:
    path = made(tmp_path / "strippen.csv")
    before = path.read_bytes()
    with pytest.raises(InputError, match=message):
        append_lines(path, [use(), replace(use(), **more)])
    assert path.read_bytes() == before
    with pytest.raises(InputError, match=message):
        append_lines(tmp_path / "nieuw.csv", [replace(use(), **more)])
    assert not (tmp_path / "nieuw.csv").exists()


def test_what_is_no_ledger_stays_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "plan.csv"
    other.write_text("naam;bedrag\nAssen;12\n", encoding="utf-8")
    with pytest.raises(InputError, match="geen logboek van strippen"):
        append_lines(other, [use()])
    assert other.read_text(encoding="utf-8") == "naam;bedrag\nAssen;12\n"
    with pytest.raises(InputError, match="Dit is een map"):
        append_lines(tmp_path, [use()])


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "strippen.csv"
    path.touch()
    assert read_ledger(path).lines == ()
    append_lines(path, [use()])
    assert numbers(path) == [12]


def test_nothing_is_added_while_a_spreadsheet_has_it_open(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv")
    lock = tmp_path / ".~lock.strippen.csv#"
    lock.touch()
    with pytest.raises(InputError, match="nog open in een rekenblad"):
        append_lines(path, [use()])
    lock.unlink()
    append_lines(path, [use()])
    assert told(read_ledger(path)) == ""
