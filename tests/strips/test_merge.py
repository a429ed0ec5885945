"""Copies of a ledger: told, and joined so that nothing is lost and nothing counts twice."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.problems import InputError
from poolwijzer.strips.append import append_lines
from poolwijzer.strips.merge import merge_copies
from poolwijzer.strips.read import read_ledger
from tests.strips.a_ledger import HEADER, made, numbers, saved, told, use

COPIES = (
    "strippen-LAPTOP-JAN.csv",
    "strippen (1).csv",
    "strippen - kopie.csv",
    "Kopie van strippen.csv",
    "strippen (conflicted copy 2027-03-01 101500).csv",
    "strippen (Jan's conflicted copy 2027-03-01).csv",
    "strippen_conflict-20270301-101500.csv",
    "strippen.sync-conflict-20270301-101500-ABCDEFG.csv",
    "STRIPPEN (2).CSV",
)
OTHERS = (
    "strippen-2026.csv",
    "strippen2.csv",
    ".strippen.csv.lock",
    "~$strippen.csv",
    "strippen.xlsx",
    "strippenkaart.csv",
)


def copied(path: Path, name: str) -> Path:
    other = path.with_name(name)
    other.write_bytes(path.read_bytes())
    return other


@pytest.mark.parametrize("name", COPIES)
def test_a_conflicted_copy_is_told_and_joined(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1))
    copy = copied(path, name)
    append_lines(copy, [use(hours=2), use(hours=3)])
    append_lines(path, [use(hours=4)])
    before = path.read_bytes()
    ledger = read_ledger(path)
    assert [one.new for one in ledger.copies] == [2] and numbers(path) == [1, 4]
    assert f"{copy}: Dit lijkt een kopie van strippen.csv. Er staan 2 regels in die daar niet staan." in told(ledger)
    merged = merge_copies(path)
    assert [one.hours for one in merged.added] == [2, 3]
    assert path.read_bytes().startswith(before) and numbers(path) == [1, 4, 2, 3]
    assert copy.exists() and "en er staat niets nieuws in. U kunt de kopie weghalen." in told(merged.ledger)
    assert merge_copies(path).added == ()


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_no_copy(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "strippen.csv")
    made(tmp_path / "oud.csv").rename(tmp_path / name)
    assert read_ledger(path).copies == ()
    assert merge_copies(path).added == () and numbers(path) == [12]


def test_the_ledger_of_another_year_that_was_copied_from_this_one_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv")
    copied(path, "strippen-2026.csv")
    assert "er staat niets nieuws in" in told(read_ledger(path))


def test_a_copy_that_cannot_be_read_is_told_and_left_alone(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv")
    bad = tmp_path / "strippen (1).csv"
    bad.write_bytes(b"\x00\x01")
    assert "niet te lezen als logboek" in told(read_ledger(path))
    assert merge_copies(path).added == ()
    with pytest.raises(InputError, match="geen logboek van strippen"):
        merge_copies(path, [bad])
    with pytest.raises(InputError, match="Dit is het logboek zelf"):
        merge_copies(path, [path])


@pytest.mark.parametrize("broken", ["x;2027-03-01;;Assen;;veel;;;;;", 'x;2027-03-01;;Assen;;2;;;;"niet af;'])
def test_a_broken_line_of_a_copy_is_kept_once(tmp_path: Path, broken: str) -> None:
    path = made(tmp_path / "strippen.csv")
    copy = copied(path, "strippen (1).csv")
    with copy.open("a", encoding="utf-8") as file:
        file.write(f"{broken}\n")
    assert [one.new for one in read_ledger(path).copies] == [1]
    merge_copies(path)
    assert [broken in one.text.replace('""', '"') for one in read_ledger(path).broken] == [True]
    assert merge_copies(path).broken == () and read_ledger(path).copies[0].new == 0
    append_lines(path, [use(hours=3)])
    assert numbers(path) == [12, 3]


def test_a_copy_that_a_spreadsheet_saved_has_the_same_lines(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=7.5, note="Café"))
    (line,) = read_ledger(path).lines
    dutch = f"{line.id};1-3-2027;gebruik;Assen;warmteplan;7,50;;;;Café;1-12-2026 10:00"
    saved(tmp_path / "strippen (1).csv", dutch, encoding="cp1252")
    assert [one.new for one in read_ledger(path).copies] == [0]


def test_a_broken_line_of_a_copy_with_other_columns_is_kept_and_not_read_as_something_else(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1))
    line = ";2027-05-01;;Assen;;4;;;;;"  # broken under its own headers, and a use under ours
    copy = saved(tmp_path / "strippen (1).csv", line, header="uren;gemeente;datum")
    assert [one.new for one in read_ledger(path).copies] == [1]
    merge_copies(path)
    assert numbers(path) == [1] and line in read_ledger(path).broken[0].text
    assert merge_copies(path, [copy]).broken == () and read_ledger(path).copies[0].new == 0


def test_a_line_that_a_spreadsheet_spoiled_in_a_copy_is_still_whole_in_the_ledger(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1.125))
    copy = copied(path, "strippen (1).csv")
    copy.write_bytes(copy.read_bytes().replace(b"1,125", b"1.125"))
    assert [one.new for one in read_ledger(path).copies] == [0]
    assert merge_copies(path, [copy]).broken == ()


def test_a_copy_of_which_somebody_took_the_codes_away_has_the_same_lines(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1), use(hours=1), use(hours=2))
    rows = [";2027-03-01;;Assen;warmteplan;1;;;;;"] * 3 + [";2027-03-01;;Assen;warmteplan;2;;;;;"]
    copy = saved(tmp_path / "strippen (1).csv", *rows)
    merged = merge_copies(path)
    assert [one.hours for one in merged.added] == [1]
    # And the other way about.
    assert merge_copies(copy, [path]).added == ()


def test_what_two_files_say_differently_is_told_and_the_own_line_counts(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1))
    copy = copied(path, "strippen (1).csv")
    copy.write_bytes(copy.read_bytes().replace(b";warmteplan;1;", b";warmteplan;9;"))
    assert "Er staat 1 regel anders in dan daar. De kopie telt niet mee." in told(read_ledger(path))
    merged = merge_copies(path)
    assert merged.added == () and numbers(path) == [1]
    (problem,) = merged.different
    assert problem.line == 2 and "zegt hier iets anders dan in het logboek" in problem.message
    append_lines(path, [use(hours=9, corrects=read_ledger(path).lines[0].id)])
    assert "er staat niets nieuws in" in told(read_ledger(path))


def test_a_ledger_that_is_gone_is_told_and_not_made_of_its_copies(tmp_path: Path) -> None:
    copy = made(tmp_path / "oud.csv", use(hours=1))
    with pytest.raises(InputError, match="bestaat niet"):
        merge_copies(tmp_path / "strippen.csv", [copy])


def test_corrections_in_both_are_told(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1))
    (line,) = read_ledger(path).lines
    copy = copied(path, "strippen (1).csv")
    append_lines(path, [use(hours=2, corrects=line.id)])
    append_lines(copy, [use(hours=3, corrects=line.id)])
    assert len(merge_copies(path).ledger.lines) == 3


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=12), st.permutations([1, 2, 3]))
def test_joining_loses_nothing_counts_nothing_twice_and_has_no_order(
    lines: list[tuple[int, int]], order: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder) / "strippen.csv", use(hours=9))
        files = [path, *(copied(path, f"strippen ({number}).csv") for number in (1, 2, 3))]
        for where, hours in lines:
            append_lines(files[where], [use(hours=hours)])
        # Copies that were already joined among themselves.
        merge_copies(files[1], [files[2]])
        everything = {one.id for file in files for one in read_ledger(file).lines}
        before = path.read_bytes()
        merge_copies(path, [files[number] for number in order])
        ledger = read_ledger(path)
        assert path.read_bytes().startswith(before)
        assert {one.id for one in ledger.lines} == everything and len(ledger.lines) == 1 + len(lines)
        assert sum(one.hours or Fraction() for one in ledger.lines) == 9 + sum(hours for _, hours in lines)
        assert merge_copies(path).added == ()
        assert not ledger.broken and {one.new for one in read_ledger(path).copies} == {0}


def test_a_ledger_with_headers_of_another_order_joins_too(tmp_path: Path) -> None:
    path = made(tmp_path / "strippen.csv", use(hours=1))
    other = saved(tmp_path / "x.csv", "Emmen,4.5,2027-05-01", header="gemeente,uren,datum", encoding="utf-8")
    merge_copies(path, [other])
    assert numbers(path) == [1, Fraction(9, 2)]
    assert path.read_bytes().decode("utf-8-sig").startswith(HEADER)
