"""Which lines of a ledger count where some correct others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.costs.strips.corrections import apply_corrections
from poolwijzer.costs.strips.lines import LedgerLine
from tests.costs.a_card import used

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def line(name: str, corrects: str = "", minutes: float | None = None) -> LedgerLine:
    written = None if minutes is None else NOON + timedelta(minutes=minutes)
    return used("Kleindorp", 1, id=name, corrects=corrects, written=written)


def counted(*lines: LedgerLine) -> list[str]:
    return [one.id for one in apply_corrections(lines).lines]


def test_a_correction_of_a_correction_stands_in_the_place_of_both() -> None:
    assert counted(line("a"), line("b", "a"), line("c", "b"), line("d")) == ["c", "d"]


def test_it_counts_whatever_the_clock_of_the_other_computer_said() -> None:
    assert counted(line("a", minutes=9), line("b", "a", minutes=5), line("c", "b", minutes=1)) == ["c"]
    assert counted(line("b", "a", minutes=1), line("a", minutes=3)) == ["b"]


def test_of_two_that_correct_one_line_the_last_counts_and_it_is_told() -> None:
    found = apply_corrections([line("a"), line("b", "a", minutes=8), line("c", "a", minutes=2)])
    assert [one.id for one in found.lines] == ["b"] and [one.id for one in found.twice_corrected] == ["a"]
    assert counted(line("a"), line("b", "a", minutes=2), line("c", "a", minutes=2)) == ["c"]


def test_a_correction_of_what_is_not_there_counts_by_itself_and_is_told() -> None:
    found = apply_corrections([line("b", "weg")])
    assert [one.id for one in found.lines] == ["b"] == [one.id for one in found.corrects_nothing]


def test_a_circle_that_a_person_made_counts_once() -> None:
    assert len(counted(line("a", "b"), line("b", "a"), line("c", "a"))) == 1
    assert len(counted(line("a", "c"), line("b", "a"), line("c", "b"))) == 1


names = st.integers(0, 9).map(str)


@given(st.dictionaries(names, names | st.just(""), max_size=10), st.randoms(use_true_random=False))
def test_each_row_of_corrections_counts_once_whatever_its_order(links: dict[str, str], random: Random) -> None:
    lines = [
        replace(line(name, corrects, minutes=int(name)), strips=Fraction(1 + int(name)))
        for name, corrects in links.items()
    ]
    found = apply_corrections(lines)
    assert len(found.lines) + len(found.corrected) == len(lines)
    roots = [name for name, corrects in links.items() if corrects not in links]
    assert len(found.lines) >= len(roots)
    random.shuffle(lines)
    assert set(counted(*lines)) == {one.id for one in found.lines}
