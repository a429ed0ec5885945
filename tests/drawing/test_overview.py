from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from math import hypot
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.drawing.canvas import draw_canvas
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.overview_layout import (
    LARGEST,
    PAGE,
    STYLES,
    Arrangement,
    arrange_markers,
    can_be_named,
    frame_of,
)
from poolwijzer.drawing.primitives import DARK, GRAY, LIGHT, Palette
from poolwijzer.drawing.svg import draw
from poolwijzer.drawing.words import table_rows, words_in_order
from tests.drawing.overviews import overview
from tests.drawing.seen import SVG, outside, overlapping, smallest_letter

NUMBERED = "Elk getal is het nummer van een initiatief."
COUNTED = "Elk getal zegt hoeveel initiatieven er in dat vak staan."
part = st.floats(0, 1, allow_nan=False)
fifths = st.integers(0, 20).map(lambda step: step / 20)
"""As scores are of a few statements: many initiatives stand on the very same place."""


def arrangement_of(shown: Drawing) -> Arrangement:
    found = arrange_markers(shown)
    assert found is not None
    return found


def tree(shown: Drawing, palette: Palette = LIGHT) -> ET.Element:
    return ET.fromstring(draw(shown, palette))


def texts(shown: Drawing) -> str:
    return " ".join(one.text or "" for one in tree(shown).iter(f"{SVG}text"))


def check(shown: Drawing, found: Arrangement) -> None:
    """No mark covers another, leaves its zone, or goes further than it may."""
    frame = frame_of(shown, PAGE)
    for mark in found.markers:
        left, top, right, bottom = frame.part(*shown.parts_of(mark.marker.square), shown)
        assert left <= mark.spot[0] - found.width / 2 and mark.spot[0] + found.width / 2 <= right
        assert top <= mark.spot[1] - found.height / 2 and mark.spot[1] + found.height / 2 <= bottom
        reach = max(found.style.reach * PAGE.letter, hypot(found.width, found.height))
        assert hypot(mark.spot[0] - mark.home[0], mark.spot[1] - mark.home[1]) <= reach
    for one, other in combinations(found.markers, 2):
        apart = abs(one.spot[0] - other.spot[0]) >= found.width, abs(one.spot[1] - other.spot[1]) >= found.height
        assert any(apart), (one, other)


@settings(max_examples=30)
@given(st.lists(st.tuples(part, part), max_size=40) | st.lists(st.tuples(fifths, fifths), max_size=40))
def test_few_marks_never_overlap_nor_leave_their_zone_nor_go_far(places: list[tuple[float, float]]) -> None:
    shown = overview(places, named=True)
    if found := arrange_markers(shown):
        check(shown, found)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_the_same_holds_for_a_hundred(seed: int) -> None:
    random = Random(seed)
    shown = overview([(random.random(), random.random()) for _ in range(100)])
    check(shown, arrangement_of(shown))


def spread_out(number: int) -> list[tuple[float, float]]:
    """Places on a grid as scores give, the same ones again and again."""
    return [(index * 7 % 21 / 20, index * 11 % 19 / 18) for index in range(number)]


def calls(work: Callable[[], object]) -> int:
    """How many functions of ours it takes: a measure of work that is the same on every machine."""
    number = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def test_a_hundred_marks_find_their_place_in_a_bounded_number_of_steps() -> None:
    assert len(arrangement_of(overview(spread_out(100))).markers) == 100
    assert calls(lambda: arrangement_of(overview(spread_out(100)))) < 1_000_000


def test_a_mark_with_room_stands_at_its_very_place_and_is_the_largest_there_is() -> None:
    found = arrangement_of(overview([(0.1, 0.1), (0.5, 0.5), (0.9, 0.2)], named=True))
    assert found.style == LARGEST and not any(mark.moved for mark in found.markers)


def test_marks_get_smaller_before_they_are_given_up() -> None:
    looks = [arrangement_of(overview(spread_out(number))).style for number in (60, 150, 200)]
    assert [STYLES.index(look) for look in looks] == sorted(STYLES.index(look) for look in looks)
    assert looks[0] != looks[-1]
    assert arrange_markers(overview([(0.2, 0.2)] * 200)) is None


def test_one_that_gives_way_has_a_line_to_a_dot_where_it_belongs() -> None:
    shown = overview([(0.2, 0.2)] * 5, named=True)
    lines = list(tree(shown).iter(f"{SVG}line"))
    assert len(lines) == 4
    assert len({(line.attrib["x1"], line.attrib["y1"]) for line in lines}) == 1


def test_on_a_bound_a_mark_lies_wholly_on_the_border_and_its_dot_on_the_line() -> None:
    shown = overview([(0.375, 0.2), (0.625, 0.8)], named=True)
    frame = frame_of(shown, PAGE)
    for mark in arrangement_of(shown).markers:
        assert mark.moved and abs(mark.home[0] - frame.x(0.5)) == pytest.approx(frame.x(0.5) - frame.x(0.375))
        assert abs(mark.spot[0] - frame.x(0.5)) + LARGEST.height / 2 <= frame.x(0.5) - frame.x(0.375) + 1e-9


def test_the_names_stand_below_only_where_there_are_few() -> None:
    places = spread_out(40)
    shown = overview(places, named=True)
    assert can_be_named(shown.markers) and not can_be_named(overview(spread_out(41)).markers)
    assert "Regio 40" in texts(shown) and "Regio 40" not in texts(overview(places))


def test_squares_have_their_names_where_a_table_refers_to_them() -> None:
    names = [one.text for one in tree(overview(spread_out(50), counted=True)).iter(f"{SVG}text")]
    assert all(names.count(name) == 2 for name in "ABCDEFGH")
    assert "H" not in [one.text for one in tree(overview(spread_out(5), named=True)).iter(f"{SVG}text")]


def test_who_points_at_a_mark_is_told_its_name() -> None:
    titles = [one.text for one in tree(overview(spread_out(50))).iter(f"{SVG}title")]
    assert titles[0] == "Regio titel" and titles[1:] == [f"{number} Regio {number}" for number in range(1, 51)]


def test_what_is_counted_is_told_by_a_number_and_by_the_size_of_a_dot() -> None:
    root = tree(overview([(0.1, 0.1)] * 100 + [(0.9, 0.9)] * 400 + [(0.5, 0.5)] * 1600, counted=True))
    radii = sorted(float(one.attrib["r"]) for one in root.iter(f"{SVG}circle"))
    assert radii[1] == pytest.approx(2 * radii[0], abs=0.2) and radii[2] == pytest.approx(4 * radii[0], abs=0.3)
    numbers = [one.text for one in root.iter(f"{SVG}text")]
    assert {"100", "400", "1.600"} <= set(numbers)


@pytest.mark.parametrize("breadth", [None, 200.0, 330.0, 482.0])
@pytest.mark.parametrize("number", [3, 30, 100, 300])
def test_a_chart_lies_within_its_sheet_with_letters_that_can_be_read(number: int, breadth: float | None) -> None:
    shown = overview(spread_out(number), named=number <= 40, counted=number > 100)
    svg = draw(shown, breadth=breadth)
    assert not outside(svg) and not overlapping(svg)
    assert breadth is None or smallest_letter(svg, breadth) >= 7
    root = ET.fromstring(svg)
    height = float(root.attrib["viewBox"].split()[3])
    for one in root.iter(f"{SVG}rect"):
        assert float(one.attrib.get("y", 0)) + float(one.attrib["height"]) <= height
    assert svg == draw(overview(spread_out(number), named=number <= 40, counted=number > 100), breadth=breadth)


def test_where_numbers_could_not_be_read_on_a_narrow_sheet_it_is_told_how_many_there_are() -> None:
    shown = overview([(0.2, 0.2)] * 30 + [(0.8, 0.8)] * 70)
    svg = draw(shown, breadth=200)
    assert ">30<" in svg and ">70<" in svg and "het aantal initiatieven" in svg


def test_words_stand_in_the_drawing_in_the_order_in_which_a_report_tells_them() -> None:
    shown = overview(spread_out(9), named=True)
    drawn_words, place = texts(shown), 0
    title, description, left, right, *_ = words_in_order(shown)
    up = (shown.down.first, "linksboven", "rechtsboven")
    low = (shown.down.last, "linksonder", "rechtsonder")
    for words in (left, right, *up, *low):
        place = drawn_words.index(words, place) + 1
    for words in (*(f"Regio {number}" for number in range(1, 10)), shown.border, *shown.remarks):
        place = drawn_words.index(words, place) + 1
    root = tree(shown)
    assert (root[0].text, root[1].text) == (title, description)
    assert root.attrib["role"] == "img" and root.attrib["lang"] == "nl"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\"&'<>", "]]>", "{{ x }}", "#eval", "a" * 10000])
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    root = tree(overview(spread_out(12), named=True, words=text))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "rect", "text", "circle", "line", "g",
    }  # fmt: skip
    assert not any(name.startswith("on") or name == "style" for one in root.iter() for name in one.attrib)


@pytest.mark.parametrize("palette", [LIGHT, DARK, GRAY])
def test_only_the_colours_of_the_palette_are_used(palette: Palette) -> None:
    known = {getattr(palette, name) for name in ("ink", "paper", "quiet", "line", "chosen", "accent")} | {"none"}
    for shown in (overview(spread_out(50)), overview(spread_out(50), counted=True)):
        root = tree(shown, palette)
        used = {one.attrib[name] for one in root.iter() for name in ("fill", "stroke") if name in one.attrib}
        assert used <= known


@settings(max_examples=25)
@given(st.lists(st.tuples(fifths, fifths), min_size=1, max_size=40))
def test_in_a_terminal_every_number_of_a_few_is_there_once(places: list[tuple[float, float]]) -> None:
    lines = draw_canvas(overview(places, named=True), 60).splitlines()
    assert max(map(len, lines)) <= 60 and lines[-1] == NUMBERED
    inside = " ".join(line[line.index("│") :] for line in lines if "│" in line)
    assert sorted(map(int, re.findall(r"\d+", inside))) == list(range(1, len(places) + 1))


@pytest.mark.parametrize("width", [20, 56, 60, 80, 100, 300])
def test_a_terminal_of_any_width_shows_three_hundred_and_tells_what_the_numbers_are(width: int) -> None:
    for shown in (overview(spread_out(300)), overview(spread_out(300), counted=True), overview([(0.5, 0.5)] * 300)):
        lines = draw_canvas(shown, width).splitlines()
        assert max(map(len, lines)) <= max(width, 60)
        inside = re.findall(r"\d+", " ".join(line[line.index("│") :] for line in lines if "│" in line))
        assert len(inside) == 300 if lines[-1] == NUMBERED else sum(map(int, inside)) == 300
        assert lines[-1] in (NUMBERED, COUNTED)


def test_in_words_each_zone_tells_who_stands_in_it_or_how_many() -> None:
    places = [(0.1, 0.1), (0.2, 0.2), (0.5, 0.5), (0.9, 0.9)]
    assert [[(field.title, field.held) for field in fields] for _, fields in table_rows(overview(places))] == [
        [("linksboven", "nummers: 1, 2"), ("boven", ""), ("rechtsboven", "")],
        [("links", ""), ("midden", "nummers: 3"), ("rechts", "")],
        [("linksonder", ""), ("onder", ""), ("rechtsonder", "nummers: 4")],
    ]
    _, fields = next(table_rows(overview(places, counted=True)))
    assert (fields[0].title, fields[0].held) == ("linksboven", "aantal: 2")
