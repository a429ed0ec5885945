from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.drawing.canvas import draw_canvas, legend_lines
from poolwijzer.drawing.charts import Tick
from poolwijzer.drawing.model import PARTS, Cloud, CloudSpot, Drawing, Field, Marker, Region, Ruler
from poolwijzer.drawing.primitives import DARK, GRAY, LIGHT, Palette
from poolwijzer.drawing.sheet import Sheet, lay_out, sizes_for
from poolwijzer.drawing.svg import draw
from poolwijzer.drawing.words import words_in_order
from poolwijzer.report.model import Report
from poolwijzer.report.texts import drawings_in
from tests.drawing.seen import SVG, outside, overlapping, smallest_letter, text_boxes

KEY_QUESTION = "Hoe het initiatief in te richten o.b.v. behoeften gemeenten? (gebruik componenten en menu-opties)"
part = st.floats(0, 1, allow_nan=False)
step = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


def drawing(*markers: Marker, region: Region | None = None, words: str = "Plek") -> Drawing:
    fields = tuple(
        Field(f"{words} {row + column // 2}", column, row, KEY_QUESTION, in_play=(column, row) == (2, 0))
        for row in PARTS[::2]
        for column in PARTS[::2]
    )
    ticks = tuple(Tick(str(step + 1), step / 4) for step in range(5))
    across = Ruler(f"{words} links", f"{words} rechts", ticks=ticks, band=(0.375, 0.625))
    down = Ruler(f"{words} boven", f"{words} onder", ticks=ticks[::-1], band=(0.375, 0.625))
    unnamed = f"{words} zonder naam" if any(not marker.label for marker in markers) else ""
    return Drawing(f"{words} titel", f"{words} uitleg", across, down, fields, markers, region, unnamed)


def numbered(places: list[tuple[float, float]]) -> tuple[Marker, ...]:
    return tuple(Marker(f"Gemeente {index}", "genummerd", *place, str(index)) for index, place in enumerate(places, 1))


def tree(shown: Drawing, palette: Palette = LIGHT) -> ET.Element:
    return ET.fromstring(draw(shown, palette))


def sheet_of(shown: Drawing, breadth: float | None = None) -> Sheet:
    return lay_out(shown, sizes_for(breadth, 7.5))


def circles(shown: Drawing, breadth: float | None = None) -> list[tuple[float, float]]:
    """The middles of the numbered marks in the picture itself, not those in the legend."""
    sheet, root = sheet_of(shown, breadth), ET.fromstring(draw(shown, breadth=breadth))
    return [
        (float(one.attrib["cx"]), float(one.attrib["cy"]))
        for one in root.iter(f"{SVG}circle")
        if float(one.attrib["r"]) == pytest.approx(sheet.sizes.radius, 1e-3) and float(one.attrib["cy"]) < sheet.bottom
    ]


@settings(max_examples=25)
@given(st.lists(st.tuples(part, part), min_size=40, max_size=40), st.sampled_from([None, 240.0]))
def test_forty_marks_never_overlap_and_stay_inside(places: list[tuple[float, float]], breadth: float | None) -> None:
    shown = drawing(*numbered(places))
    found, sheet = circles(shown, breadth), sheet_of(shown, breadth)
    left, top, right, bottom = sheet.plot
    # A point is written with one decimal.
    radius, inside = sheet.sizes.radius, sheet.sizes.radius - 0.05
    assert len(found) == 40
    for (a, b), (c, d) in itertools.combinations(found, 2):
        assert (a - c) ** 2 + (b - d) ** 2 >= (2 * radius) ** 2
    assert all(x - inside >= left and x + inside <= right for x, _ in found)
    assert all(y - inside >= top and y + inside <= bottom for _, y in found)


def test_forty_marks_on_one_spot_are_all_there_with_a_line_to_it() -> None:
    shown = drawing(*numbered([(0.75, 0.45)] * 40))
    x, y = sheet_of(shown).at(shown.markers[0])
    assert len(set(circles(shown))) == 40
    lines = [(one.attrib["x1"], one.attrib["y1"]) for one in tree(shown).iter(f"{SVG}line")]
    assert lines.count((f"{x:.1f}", f"{y:.1f}")) == 39


breadths = st.floats(200, 500) | st.none()
markers = st.builds(
    Marker,
    st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=80),
    st.sampled_from(["initiatief", "eigen-inschatting", "eerder"]),
    part,
    part,
    st.just("a"),
)
"""One of each kind at most is drawn in one place; numbered ones have tests of their own."""


@given(st.lists(markers, max_size=4), st.lists(part, min_size=4, max_size=4), breadths)
def test_letters_are_at_least_seven_points_and_no_words_stand_where_marks_can_be(
    marks: list[Marker], edges: list[float], breadth: float | None
) -> None:
    left, right, top, bottom = *sorted(edges[:2]), *sorted(edges[2:])
    shown = drawing(*marks, region=Region("hier kan het ook", left, right, top, bottom))
    svg = draw(shown, breadth=breadth)
    assert smallest_letter(svg, breadth or 720) >= (7 if breadth else 11)
    plot = sheet_of(shown, breadth).plot
    for words, box in text_boxes(svg):
        within = box[0] < plot[2] and plot[0] < box[2] and box[1] < plot[3] and plot[1] < box[3]
        assert not within or words == "a", words


@pytest.mark.parametrize("place", [(0.75, 0.3), (0, 1)])
@pytest.mark.parametrize("breadth", [None, 240.0])
def test_whiskers_run_through_the_mark_as_far_as_its_interval(
    place: tuple[float, float], breadth: float | None
) -> None:
    region = Region("hier kan het ook", 0.0, 0.9, 0.2, 1.0)
    shown = drawing(Marker("Wij", "initiatief", *place), region=region)
    sheet = sheet_of(shown, breadth)
    x, y = (round(one, 1) for one in sheet.at(shown.markers[0]))
    drawn = [
        tuple(float(one.attrib[name]) for name in ("x1", "y1", "x2", "y2"))
        for one in ET.fromstring(draw(shown, breadth=breadth)).iter(f"{SVG}line")
        if one.attrib["class"] == "pw-accent"
    ]
    across = (round(sheet.x(0.0), 1), y, round(sheet.x(0.9), 1), y)
    down = (x, round(sheet.y(0.2), 1), x, round(sheet.y(1.0), 1))
    assert across in drawn and down in drawn


def test_a_score_that_cannot_move_has_no_whisker() -> None:
    shown = drawing(Marker("Wij", "initiatief", 0.5, 0.5), region=Region("", 0.5, 0.5, 0.3, 0.6))
    accent = [one for one in tree(shown).iter(f"{SVG}line") if one.attrib["class"] == "pw-accent"]
    assert len(accent) == 3  # that of the other axis, with its two ends


def test_an_own_estimate_shows_around_the_initiative_that_stands_there_too() -> None:
    both = drawing(Marker("Wij", "initiatief", 0.75, 0.75), Marker("vooraf", "eigen-inschatting", 0.75, 0.75))
    ring, dot = [one for one in tree(both).iter(f"{SVG}circle") if float(one.attrib["cy"]) < sheet_of(both).bottom]
    assert ring.attrib["fill"] == LIGHT.paper and dot.attrib["fill"] == LIGHT.accent
    inner = float(ring.attrib["r"]) - float(ring.attrib["stroke-width"]) / 2
    assert inner > float(dot.attrib["r"]) + float(dot.attrib["stroke-width"]) / 2


@settings(max_examples=25)
@given(st.lists(st.tuples(part, part), min_size=40, max_size=40))
def test_forty_numbers_are_all_readable_in_the_terminal_from_sixty_columns(places: list[tuple[float, float]]) -> None:
    shown = drawing(*numbered(places))
    lines = draw_canvas(shown, 60).splitlines()
    assert max(map(len, lines)) <= 60
    inside = " ".join(line[2:] for line in lines if line[2:].startswith(("│", "║")))
    numbers = re.findall(r"(?<![\w.])\d+(?![\w.])", inside.replace("Plek 0", "").replace("Plek 1", ""))
    for number in range(4, 41):
        assert str(number) in numbers, number


def test_in_the_terminal_the_frame_shows_where_an_axis_is_neither_low_nor_high() -> None:
    shown = replace(drawing(), border="ertussen")
    lines = draw_canvas(shown, 80).splitlines()
    assert lines[1].count("═") == lines[-3].count("═") == 18 and lines[1][3] == "─"
    assert [line[2] for line in lines if line[2] in "│║"] == ["│"] * 8 + ["║"] * 9 + ["│"] * 3
    assert legend_lines(shown) == ["═ ertussen"]


def with_dots(spots: dict[tuple[float, float], int], *markers: Marker) -> Drawing:
    cloud = Cloud("stippen vooraf", tuple(CloudSpot(*place, count) for place, count in spots.items()))
    return replace(drawing(*markers), cloud=cloud)


def quiet_circles(shown: Drawing) -> list[tuple[float, float, float]]:
    found = [one.attrib for one in tree(shown).iter(f"{SVG}circle") if one.attrib["class"] == "pw-quiet"]
    return [(float(one["cx"]), float(one["cy"]), float(one["r"])) for one in found]


def test_dots_stand_where_they_belong_larger_and_with_their_number_where_there_are_more() -> None:
    shown = with_dots({(0.25, 0.25): 1, (0.75, 0.5): 3, (1.0, 1.0): 40})
    one, three, many, _ = quiet_circles(shown)  # the last is that of the legend
    sheet = sheet_of(shown)
    assert one[:2] == pytest.approx((sheet.x(0.25), sheet.y(0.25)), abs=0.1)
    assert one[2] < three[2] < many[2] < sheet.sizes.radius
    texts = [text.text or "" for text in tree(shown).iter(f"{SVG}text")]
    assert "3" in texts and "40" in texts
    assert "stippen vooraf; een getal telt wie hetzelfde koos" in " ".join(texts)


@settings(max_examples=40)
@given(
    st.dictionaries(st.tuples(step, step), st.integers(1, 40), min_size=1),
    st.lists(st.tuples(step, step), min_size=2, max_size=8),
)
def test_no_dot_is_hidden_by_a_mark(spots: dict[tuple[float, float], int], places: list[tuple[float, float]]) -> None:
    first, last, *others = places
    own = Marker("Wij", "initiatief", *first), Marker("vooraf", "eigen-inschatting", *last)
    shown = with_dots(spots, *own, *numbered(others))
    sheet = sheet_of(shown)
    drawn = [one.attrib for one in tree(shown).iter(f"{SVG}circle") if float(one.attrib["cy"]) < sheet.bottom]
    large = [(float(one["cx"]), float(one["cy"]), float(one["r"])) for one in drawn if one["class"] != "pw-quiet"]
    dots = [one for one in quiet_circles(shown)[:-1] if one[2] >= sheet.sizes.letter * 0.3]
    assert len(dots) == len(spots) and len(large) == len(places)
    assert all(hypot(x - a, y - b) >= radius for x, y, _ in dots for a, b, radius in large)


def test_dots_in_the_terminal_stand_beside_the_mark_and_apart_from_numbers() -> None:
    spots = {(0.25, 0.25): 1, (0.75, 0.25): 3, (1.0, 1.0): 12}
    shown = with_dots(spots, Marker("vooraf", "eigen-inschatting", 0.75, 0.25))
    lines = draw_canvas(shown, 80).splitlines()
    row = next(line for line in lines if line.startswith("2"))
    assert "°" in row and "○3" in row
    assert next(line for line in lines if line.startswith("5")).endswith("9+│")
    assert legend_lines(shown)[-1] == "° stippen vooraf; een getal telt wie hetzelfde koos"
    among = draw_canvas(with_dots(spots, *numbered([(0.1, 0.1)])), 80)
    assert "°3" in among and "°9+" in among


def test_the_legend_is_sorted_by_name_and_numbers_in_names_by_their_size() -> None:
    shown = drawing(
        Marker("Zwolle", "genummerd", 0.1, 0.1, "1"),
        Marker("Regio 10", "genummerd", 0.2, 0.2, "2"),
        Marker("Regio 2", "genummerd", 0.3, 0.3, "3"),
        Marker("Assen", "genummerd", 0.4, 0.4, "4"),
        Marker("Wij", "initiatief", 0.5, 0.5),
    )
    assert [marker.label for marker in shown.legend()] == ["Wij", "Assen", "Regio 2", "Regio 10", "Zwolle"]
    assert legend_lines(shown)[:2] == ["● Wij", "4 Assen"]


def test_what_has_no_name_is_told_as_that_in_the_picture_and_the_terminal() -> None:
    shown = drawing(Marker("", "genummerd", 0.1, 0.4, "1"), Marker("", "genummerd", 0.2, 0.4, "2"))
    assert "Plek zonder naam" in draw(shown)
    assert legend_lines(shown) == ["Plek zonder naam"]


def test_title_and_description_say_what_cannot_be_seen_and_the_language_is_dutch() -> None:
    root = tree(drawing(Marker("Wij", "initiatief", 0.9, 0.1)))
    assert root.attrib["role"] == "img" and root.attrib["lang"] == "nl"
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[0].text, root[1].text) == ("Plek titel", "Plek uitleg")


def test_every_text_is_in_the_drawing() -> None:
    region = Region("Hier kan het ook zijn", 0.2, 0.6, 0.2, 0.4)
    words = " ".join(draw(drawing(Marker("Wij", "initiatief", 0.9, 0.1), region=region)).split())
    for text in ("Plek 0", "» Plek 1 «", "Plek boven", "Plek onder", "Plek links", "Plek rechts", "Wij", "Hier kan"):
        assert text in words
    shown = "".join(one.text or "" for one in tree(drawing()).iter(f"{SVG}text"))
    assert KEY_QUESTION.replace(" ", "") in shown.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\"&'<>", "]]>", "{{ x }}", "#eval", "😀" * 50, "a" * 10000]
)
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    root = tree(drawing(Marker(text, "initiatief", 0.9, 0.1), words=text[:40]))
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "rect", "text", "circle", "line", "polygon", "polyline",
    }  # fmt: skip
    assert not any(name.startswith("on") or name == "style" for one in root.iter() for name in one.attrib)


def test_attributes_are_plain_so_that_every_reader_of_svg_knows_them() -> None:
    text = draw(drawing(Marker("Wij", "initiatief", 0.9, 0.1), region=Region("r", 0, 1, 0, 1)))
    assert "var(" not in text and "<style" not in text and "url(" not in text and "style=" not in text


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, GRAY])
def test_words_and_marks_stand_out_in_light_and_dark(palette: Palette) -> None:
    for ground in (palette.paper, palette.chosen):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.quiet, ground) >= 4.5
        assert contrast(palette.accent, ground) >= 4.5
        assert contrast(palette.paper, palette.accent) >= 4.5
        assert contrast(palette.line, ground) >= 3
    assert palette.ink in draw(drawing(), palette)


def test_a_path_runs_past_the_earlier_measurements_to_now() -> None:
    marks = (
        Marker("Wij", "initiatief", 0.9, 0.1),
        Marker("2023", "eerder", 0.2, 0.5, "a"),
        Marker("2024", "eerder", 0.4, 0.5, "b"),
    )
    [line] = tree(drawing(*marks)).iter(f"{SVG}polyline")
    points = [point.split(",") for point in line.attrib["points"].split()]
    sheet = sheet_of(drawing(*marks))
    assert [float(x) for x, _ in points] == [pytest.approx(sheet.x(at), abs=0.1) for at in (0.2, 0.4, 0.9)]
    shown = draw_canvas(drawing(*marks), 80)
    assert "a" in shown and "b" in shown and legend_lines(drawing(*marks))[1:] == ["a 2023", "b 2024"]


def test_every_example_can_be_drawn_within_its_frame(report_of: Callable[..., Report], examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        [shown] = drawings_in(report_of(path).sections)
        for breadth in (None, 200.0, 241.0, 330.0, 482.0):
            for svg in (draw(shown, breadth=breadth, font="Source Sans 3"), draw(shown, breadth=breadth)):
                assert not overlapping(svg) and not outside(svg), (path, breadth)
            assert breadth is None or smallest_letter(svg, breadth) >= 7
            assert svg == draw(replace(shown), breadth=breadth)
        narrow = draw(shown, breadth=330, letter=11)  # on a telephone
        assert smallest_letter(narrow, 330) >= 11 and not overlapping(narrow) and not outside(narrow)


def test_where_there_is_little_room_the_fields_have_no_key_questions() -> None:
    shown = drawing(Marker("Initiatief", "initiatief", 0.75, 0.5))
    assert "componenten" not in draw(shown, breadth=240) and "componenten" in draw(shown, breadth=480)
    assert "» Plek 1 «" in draw(shown, breadth=240)


def test_words_stand_in_the_drawing_in_the_order_in_which_a_report_tells_them() -> None:
    shown = drawing(*numbered([(0.2, 0.2), (0.8, 0.8)]), region=Region("streek", 0.1, 0.5, 0.1, 0.5))
    drawn_words = "".join(one.text or "" for one in tree(shown).iter(f"{SVG}text")).replace(" ", "")
    place = 0
    for words in list(words_in_order(shown))[2:-1]:
        place = drawn_words.index(words.replace(" ", ""), place) + 1


def test_a_key_question_of_any_length_fits_in_its_field_and_a_long_name_is_cut_in_the_legend_lines() -> None:
    shown = drawing(Marker("lang " * 2000, "initiatief", 0.5, 0.5))
    wordy = replace(shown, fields=tuple(replace(field, key_question="vraag " * 200) for field in shown.fields))
    height = float(tree(wordy).attrib["viewBox"].split()[3])
    assert not outside(draw(wordy)) and not overlapping(draw(wordy)) and height < 2000
    assert float(tree(shown).attrib["viewBox"].split()[3]) < 1000
