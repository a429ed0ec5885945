"""The empty typology that hangs on a wall: its words and names, and room for stickers."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from poolwijzer.drawing.blank_fields import SHAPE
from poolwijzer.drawing.charts import Tick
from poolwijzer.drawing.model import PARTS, Drawing, Field, Ruler
from poolwijzer.drawing.svg import draw
from poolwijzer.drawing.words import words_in_order
from tests.drawing.seen import SVG, outside, overlapping, smallest_letter, text_boxes

A3, A4 = 1122.5, 793.7
"""How wide it stands on those, in points."""


def blank(words: str = "Plek", steps: int = 5) -> Drawing:
    fields = tuple(
        Field(f"{words} {row + column // 2}", column, row, f"Vraag {row}{column} van {words}?")
        for row in PARTS[::2]
        for column in PARTS[::2]
    )
    at = [step / (steps - 1) for step in range(steps)]
    across = Ruler(
        f"{words} links", f"{words} rechts", ticks=tuple(Tick("abcdefghijk"[n], x) for n, x in enumerate(at))
    )
    down = Ruler(f"{words} boven", f"{words} onder", ticks=tuple(Tick(str(steps - n), y) for n, y in enumerate(at)))
    return Drawing("Leeg", "Een leeg assenstelsel.", across, down, fields, blank=True)


def lines_of(svg: str) -> list[str]:
    return [words for words, _ in text_boxes(svg)]


def crossings(svg: str) -> list[tuple[float, float]]:
    return [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in ET.fromstring(svg).iter(f"{SVG}circle")]


@pytest.mark.parametrize("steps", [2, 5, 11])
def test_every_letter_and_digit_stands_at_its_lines_which_cross_as_often(steps: int) -> None:
    svg = draw(blank(steps=steps), breadth=A3)
    where = crossings(svg)
    assert len(where) == steps * steps
    middles = {words: (box[0] + box[2]) / 2 for words, box in text_boxes(svg) if words in "abcdefghijk"}
    assert list(middles) == list("abcdefghijk"[:steps])
    assert [round(x) for x in middles.values()] == sorted({round(x) for x, _ in where})


def test_there_is_as_much_room_at_the_ends_of_an_axis_as_between_them() -> None:
    columns = sorted({x for x, _ in crossings(draw(blank(), breadth=A3))})
    apart = columns[1] - columns[0]
    assert all(second - first == pytest.approx(apart, 0.01) for first, second in itertools.pairwise(columns))
    assert apart > 57  # two centimetres, for a sticker


@pytest.mark.parametrize(("breadth", "least"), [(A3, 14), (A4, 11)])
def test_its_letters_are_large_enough_for_the_paper(breadth: float, least: float) -> None:
    assert smallest_letter(draw(blank(), breadth=breadth), breadth) >= least


@pytest.mark.parametrize("words", ["Plek", "Een bestaande samenwerking boven de gemeenten " * 3, "W" * 90])
@pytest.mark.parametrize("breadth", [A3, A4])
def test_no_words_stand_over_each_other_or_beside_the_sheet(words: str, breadth: float) -> None:
    svg = draw(blank(words), breadth=breadth)
    assert not overlapping(svg)
    assert not list(outside(svg))


def test_it_has_the_shape_of_a_sheet_and_all_its_words_once() -> None:
    svg = draw(blank(), breadth=A3)
    _, _, width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split())
    assert height / width == pytest.approx(SHAPE, abs=0.01)
    told = " ".join(lines_of(svg))
    for words in list(words_in_order(blank()))[2:]:
        assert told.count(words) == 1


def test_a_drawing_that_is_not_empty_stays_as_it_was() -> None:
    assert draw(replace(blank(), blank=False), breadth=A3) != draw(blank(), breadth=A3)
