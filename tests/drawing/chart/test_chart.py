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

from poolwijzer.drawing.chart.canvas import COUNTED, NUMBERED, drawn_chart
from poolwijzer.drawing.chart.layout import LARGEST, LOOKS, Arrangement, arranged, can_be_named, frame_of
from poolwijzer.drawing.chart.model import Chart
from poolwijzer.drawing.chart.placing import Size, Spot, Zone, placed
from poolwijzer.drawing.chart.wording import rows_of, words_of_chart
from poolwijzer.drawing.svg import DARK, LIGHT, WIDTH, Palette, draw
from tests.drawing.chart.charts import chart

SVG = "{http://www.w3.org/2000/svg}"
part = st.floats(0, 1, allow_nan=False)
fifths = st.integers(0, 20).map(lambda step: step / 20)
"""As scores are of a few statements: many initiatives stand on the very same place."""


def arrangement_of(shown: Chart) -> Arrangement:
    found = arranged(shown)
    assert found is not None
    return found


def tree(shown: Chart, palette: Palette = LIGHT) -> ET.Element:
    return ET.fromstring(draw(shown, palette))


def texts(shown: Chart) -> str:
    return " ".join(one.text or "" for one in tree(shown).iter(f"{SVG}text"))


def check(shown: Chart, found: Arrangement) -> None:
    """No mark covers another, leaves its zone, or goes further than it may."""
    frame = frame_of(shown)
    for mark in found.marks:
        left, top, right, bottom = frame.zone(mark.point.square, shown)
        assert left <= mark.spot.x - found.width / 2 and mark.spot.x + found.width / 2 <= right
        assert top <= mark.spot.y - found.look.height / 2 and mark.spot.y + found.look.height / 2 <= bottom
        reach = max(found.look.reach, hypot(found.width, found.look.height))
        assert hypot(mark.spot.x - mark.home.x, mark.spot.y - mark.home.y) <= reach
    for one, other in combinations(found.marks, 2):
        apart = abs(one.spot.x - other.spot.x) >= found.width, abs(one.spot.y - other.spot.y) >= found.look.height
        assert any(apart), (one, other)


@settings(max_examples=30)
@given(st.lists(st.tuples(part, part), max_size=40) | st.lists(st.tuples(fifths, fifths), max_size=40))
def test_few_marks_never_overlap_nor_leave_their_zone_nor_go_far(places: list[tuple[float, float]]) -> None:
    shown = chart(places, named=True)
    if found := arranged(shown):
        check(shown, found)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_the_same_holds_for_three_hundred(seed: int) -> None:
    random = Random(seed)
    shown = chart([(random.random(), random.random()) for _ in range(300)])
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


def test_three_hundred_marks_find_their_place_in_a_bounded_number_of_steps() -> None:
    assert len(arrangement_of(chart(spread_out(300))).marks) == 300
    assert calls(lambda: arrangement_of(chart(spread_out(300)))) < 3_000_000


def test_a_mark_with_room_stands_at_its_very_place_and_is_the_largest_there_is() -> None:
    found = arrangement_of(chart([(0.1, 0.1), (0.5, 0.5), (0.9, 0.2)], named=True))
    assert found.look == LARGEST and not any(mark.moved for mark in found.marks)


def test_marks_get_smaller_before_they_are_given_up() -> None:
    looks = [arrangement_of(chart(spread_out(number))).look for number in (60, 200, 380)]
    assert [LOOKS.index(look) for look in looks] == sorted(LOOKS.index(look) for look in looks)
    assert looks[0] != looks[-1]
    assert arranged(chart([(0.2, 0.2)] * 200)) is None


def test_one_that_gives_way_has_a_line_to_a_dot_where_it_belongs() -> None:
    shown = chart([(0.2, 0.2)] * 5, named=True)
    lines = list(tree(shown).iter(f"{SVG}line"))
    assert len(lines) == 4
    assert len({(line.attrib["x1"], line.attrib["y1"]) for line in lines}) == 1


def test_on_a_bound_a_mark_lies_wholly_on_the_border_and_its_dot_on_the_line() -> None:
    shown = chart([(0.375, 0.2), (0.625, 0.8)], named=True)
    frame = frame_of(shown)
    for mark in arrangement_of(shown).marks:
        assert mark.moved and abs(mark.home.x - frame.x(0.5)) == pytest.approx(frame.x(0.5) - frame.x(0.375))
        assert abs(mark.spot.x - frame.x(0.5)) + LARGEST.height / 2 <= frame.x(0.5) - frame.x(0.375) + 1e-9


def test_without_room_for_a_mark_in_its_zone_nothing_is_placed() -> None:
    size = Size(20, 10, 40)
    narrow = Zone(50, 0, 55, 100)
    assert placed([Spot(50, 50)], [narrow], size) == [Spot(52.5, 50)]
    assert placed([Spot(50, 50)] * 20, [narrow] * 20, size) is None


def test_the_names_stand_below_only_where_there_are_few() -> None:
    places = spread_out(40)
    shown = chart(places, named=True)
    assert can_be_named(shown.points) and not can_be_named(chart(spread_out(41)).points)
    assert "Regio 40" in texts(shown) and "Regio 40" not in texts(chart(places))


def test_squares_have_their_names_where_a_table_refers_to_them() -> None:
    names = [one.text for one in tree(chart(spread_out(50), counted=True)).iter(f"{SVG}text")]
    assert all(names.count(name) == 2 for name in "ABCDEFGH")
    assert "H" not in [one.text for one in tree(chart(spread_out(5), named=True)).iter(f"{SVG}text")]


def test_who_points_at_a_mark_is_told_its_name() -> None:
    titles = [one.text for one in tree(chart(spread_out(50))).iter(f"{SVG}title")]
    assert titles[0] == "Regio titel" and titles[1:] == [f"{number} Regio {number}" for number in range(1, 51)]


def test_what_is_counted_is_told_by_a_number_and_by_the_size_of_a_dot() -> None:
    root = tree(chart([(0.1, 0.1)] * 100 + [(0.9, 0.9)] * 400 + [(0.5, 0.5)] * 1600, counted=True))
    radii = sorted(float(one.attrib["r"]) for one in root.iter(f"{SVG}circle"))
    assert radii[1] == pytest.approx(2 * radii[0], abs=0.2) and radii[2] == pytest.approx(4 * radii[0], abs=0.3)
    numbers = [one.text for one in root.iter(f"{SVG}text")]
    assert {"100", "400", "1.600"} <= set(numbers)


@pytest.mark.parametrize("number", [3, 30, 300])
def test_a_chart_lies_within_its_sheet_and_is_always_the_same(number: int) -> None:
    shown = chart(spread_out(number), named=number <= 40)
    root = tree(shown)
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    assert width == WIDTH
    for one in root.iter(f"{SVG}text"):
        if "transform" not in one.attrib:
            assert 0 <= float(one.attrib["x"]) <= width and 0 < float(one.attrib["y"]) < height
    for one in root.iter(f"{SVG}rect"):
        assert float(one.attrib.get("y", 0)) + float(one.attrib["height"]) <= height
    assert draw(shown) == draw(chart(spread_out(number), named=number <= 40))


def test_words_stand_in_the_drawing_in_the_order_in_which_a_report_tells_them() -> None:
    shown = chart(spread_out(9), named=True)
    drawn_words, place = texts(shown), 0
    title, description, left, right, *_ = words_of_chart(shown)
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
    root = tree(chart(spread_out(12), named=True, words=text))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "rect", "text", "circle", "line", "g",
    }  # fmt: skip
    assert not any(name.startswith("on") or name == "style" for one in root.iter() for name in one.attrib)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_only_the_colours_of_the_palette_are_used(palette: Palette) -> None:
    known = {getattr(palette, name) for name in ("ink", "paper", "quiet", "line", "chosen", "accent")} | {"none"}
    for shown in (chart(spread_out(50)), chart(spread_out(50), counted=True)):
        root = tree(shown, palette)
        used = {one.attrib[name] for one in root.iter() for name in ("fill", "stroke") if name in one.attrib}
        assert used <= known


@settings(max_examples=25)
@given(st.lists(st.tuples(fifths, fifths), min_size=1, max_size=40))
def test_in_a_terminal_every_number_of_a_few_is_there_once(places: list[tuple[float, float]]) -> None:
    lines = drawn_chart(chart(places, named=True), 60).splitlines()
    assert max(map(len, lines)) <= 60 and lines[-1] == NUMBERED
    inside = " ".join(line[line.index("│") :] for line in lines if "│" in line)
    assert sorted(map(int, re.findall(r"\d+", inside))) == list(range(1, len(places) + 1))


@pytest.mark.parametrize("width", [20, 56, 60, 80, 100, 300])
def test_a_terminal_of_any_width_shows_three_hundred_and_tells_what_the_numbers_are(width: int) -> None:
    for shown in (chart(spread_out(300)), chart(spread_out(300), counted=True), chart([(0.5, 0.5)] * 300)):
        lines = drawn_chart(shown, width).splitlines()
        assert max(map(len, lines)) <= max(width, 60)
        inside = re.findall(r"\d+", " ".join(line[line.index("│") :] for line in lines if "│" in line))
        assert len(inside) == 300 if lines[-1] == NUMBERED else sum(map(int, inside)) == 300
        assert lines[-1] in (NUMBERED, COUNTED)


def test_in_words_each_zone_tells_who_stands_in_it_or_how_many() -> None:
    places = [(0.1, 0.1), (0.2, 0.2), (0.5, 0.5), (0.9, 0.9)]
    assert [cells for _, cells in rows_of(chart(places))] == [
        [("linksboven", "nummers: 1, 2"), ("boven", ""), ("rechtsboven", "")],
        [("links", ""), ("midden", "nummers: 3"), ("rechts", "")],
        [("linksonder", ""), ("onder", ""), ("rechtsonder", "nummers: 4")],
    ]
    assert rows_of(chart(places, counted=True))[0][1][0] == ("linksboven", "aantal: 2")
