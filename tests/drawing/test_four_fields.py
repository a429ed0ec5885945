from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.drawing.canvas import draw_canvas, legend_lines
from poolwijzer.drawing.four_fields import BOTTOM, HEIGHT, LOW, MARGIN, RIGHT, TOP
from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Region, Ruler
from poolwijzer.drawing.primitives import DARK, LIGHT, RADIUS, WIDTH, Palette
from poolwijzer.drawing.svg import draw
from poolwijzer.drawing.words import words_in_order
from poolwijzer.report.model import Report
from poolwijzer.report.texts import drawings_in

SVG = "{http://www.w3.org/2000/svg}"
KEY_QUESTION = "Hoe het initiatief in te richten o.b.v. behoeften gemeenten? (gebruik componenten en menu-opties)"
part = st.floats(0, 1, allow_nan=False)


def drawing(*markers: Marker, region: Region | None = None, words: str = "Plek") -> Drawing:
    fields = tuple(
        Field(f"{words} {row + column // 2}", column, row, KEY_QUESTION, in_play=(column, row) == (2, 0))
        for row in PARTS[::2]
        for column in PARTS[::2]
    )
    across, down = Ruler(f"{words} links", f"{words} rechts"), Ruler(f"{words} boven", f"{words} onder")
    unnamed = f"{words} zonder naam" if any(not marker.label for marker in markers) else ""
    return Drawing(f"{words} titel", f"{words} uitleg", across, down, fields, markers, region, unnamed)


def numbered(places: list[tuple[float, float]]) -> tuple[Marker, ...]:
    return tuple(Marker(f"Gemeente {index}", "genummerd", *place, str(index)) for index, place in enumerate(places, 1))


def tree(shown: Drawing, palette: Palette = LIGHT) -> ET.Element:
    return ET.fromstring(draw(shown, palette))


def circles(shown: Drawing) -> list[tuple[float, float]]:
    """The middles of the numbered marks in the picture itself, not those in the legend."""
    return [
        (float(one.attrib["cx"]), float(one.attrib["cy"]))
        for one in tree(shown).iter(f"{SVG}circle")
        if float(one.attrib["r"]) == RADIUS and float(one.attrib["cy"]) <= BOTTOM
    ]


@settings(max_examples=25)
@given(st.lists(st.tuples(part, part), min_size=40, max_size=40))
def test_forty_marks_never_overlap_and_stay_inside(places: list[tuple[float, float]]) -> None:
    found = circles(drawing(*numbered(places)))
    assert len(found) == 40
    for (a, b), (c, d) in itertools.combinations(found, 2):
        assert (a - c) ** 2 + (b - d) ** 2 >= (2 * RADIUS) ** 2
    assert all(x - RADIUS >= MARGIN and x + RADIUS <= RIGHT for x, _ in found)
    assert all(y - RADIUS >= TOP and y + RADIUS <= BOTTOM for _, y in found)


def test_forty_marks_on_one_spot_are_all_there_with_a_line_to_it() -> None:
    shown = drawing(*numbered([(0.75, 0.45)] * 40))
    assert len(set(circles(shown))) == 40
    assert len(list(tree(shown).iter(f"{SVG}line"))) == 39


def test_no_mark_covers_words() -> None:
    shown = drawing(*numbered([(x / 8, y / 5) for x in range(8) for y in range(5)]))
    texts = [
        (float(one.attrib["x"]), float(one.attrib["y"]), (one.text or ""))
        for one in tree(shown).iter(f"{SVG}text")
        if "text-anchor" not in one.attrib and float(one.attrib["y"]) < BOTTOM
    ]
    assert len(texts) >= 8
    for x, y in circles(shown):
        for left, baseline, words in texts:
            beside = x + RADIUS < left or x - RADIUS > left + len(words) * 8
            assert beside or y + RADIUS < baseline - 12 or y - RADIUS > baseline + 3, words


def lines(root: ET.Element) -> list[list[tuple[float, float]]]:
    """The lines that are broken off at words, as points."""
    found = [one.attrib["points"].split() for one in root.iter(f"{SVG}polyline")]
    return [[(float(x), float(y)) for x, y in (point.split(",") for point in line)] for line in found]


@given(st.lists(part, min_size=4, max_size=4), st.lists(st.tuples(part, part), min_size=2, max_size=4), st.booleans())
def test_no_edge_and_no_path_runs_through_words(
    edges: list[float], stops: list[tuple[float, float]], low: bool
) -> None:
    left, right, top, bottom = *sorted(edges[:2]), *sorted(edges[2:])
    marks = [Marker(f"{index}", "eerder", *stop, "a") for index, stop in enumerate(stops[1:])]
    shown = drawing(*marks, Marker("Wij", "initiatief", *stops[0]), region=Region("hier", left, right, top, bottom))
    root = ET.fromstring(draw(shown, breadth=240 if low else None))
    words = [one for one in root.iter(f"{SVG}text") if "text-anchor" not in one.attrib]
    within = [one for one in words if MARGIN < float(one.attrib["x"]) < RIGHT and float(one.attrib["y"]) < BOTTOM]
    for line in lines(root):
        for (x1, y1), (x2, y2) in itertools.pairwise(line):
            for share in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1):
                x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
                for one in within:
                    start, base, size = (float(one.attrib[name]) for name in ("x", "y", "font-size"))
                    beside = not start < x < start + 0.5 * size * len(one.text or "")
                    assert beside or not base - size < y < base, one.text


def test_an_own_estimate_shows_around_the_initiative_that_stands_there_too() -> None:
    both = drawing(Marker("Wij", "initiatief", 0.75, 0.75), Marker("vooraf", "eigen-inschatting", 0.75, 0.75))
    ring, dot = [one for one in tree(both).iter(f"{SVG}circle") if float(one.attrib["cy"]) < BOTTOM]
    assert ring.attrib["fill"] == LIGHT.paper and dot.attrib["fill"] == LIGHT.accent
    assert float(ring.attrib["r"]) - 1.5 > float(dot.attrib["r"]) + 1


@settings(max_examples=25)
@given(st.lists(st.tuples(part, part), min_size=40, max_size=40))
def test_forty_numbers_are_all_readable_in_the_terminal_from_sixty_columns(places: list[tuple[float, float]]) -> None:
    shown = drawing(*numbered(places))
    lines = draw_canvas(shown, 60).splitlines()
    assert max(map(len, lines)) <= 60
    inside = " ".join(line for line in lines if line.startswith("│"))
    numbers = re.findall(r"(?<![\w.])\d+(?![\w.])", inside.replace("Plek 0", "").replace("Plek 1", ""))
    for number in range(4, 41):
        assert str(number) in numbers, number


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


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_marks_stand_out_in_light_and_dark(palette: Palette) -> None:
    for ground in (palette.paper, palette.chosen):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.quiet, ground) >= 4.5
        assert contrast(palette.accent, ground) >= 4.5
        assert contrast(palette.line, ground) >= 3
    assert palette.ink in draw(drawing(), palette)


def test_a_path_runs_past_the_earlier_measurements_to_now() -> None:
    marks = (
        Marker("Wij", "initiatief", 0.9, 0.1),
        Marker("2023", "eerder", 0.2, 0.5, "a"),
        Marker("2024", "eerder", 0.4, 0.5, "b"),
    )
    points = [point for line in lines(tree(drawing(*marks))) for point in line]
    assert [x for x, _ in points[:2]] == [MARGIN + part * (RIGHT - MARGIN) for part in (0.2, 0.4)]
    assert points[-1][0] == pytest.approx(MARGIN + 0.9 * (RIGHT - MARGIN))
    shown = draw_canvas(drawing(*marks), 80)
    assert "a" in shown and "b" in shown and legend_lines(drawing(*marks))[1:] == ["a 2023", "b 2024"]


def test_every_example_can_be_drawn_within_its_frame(report_of: Callable[..., Report], examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        [shown] = drawings_in(report_of(path).sections)
        root = tree(shown)
        width, height = map(float, root.attrib["viewBox"].split()[2:])
        assert width == WIDTH
        for one in root.iter(f"{SVG}text"):
            assert 0 <= float(one.attrib["x"]) <= width and 0 < float(one.attrib["y"]) < height
        assert draw(shown) == draw(replace(shown))


def test_where_there_is_little_room_the_fields_are_lower_and_the_mark_still_covers_no_words() -> None:
    for down in (0.05, 0.2, 0.35, 0.45):
        mark = Marker("Initiatief", "initiatief", 0.75, down)
        root = ET.fromstring(draw(drawing(mark), breadth=240))
        circle = next(one for one in root.iter(f"{SVG}circle") if one.attrib["class"] == "pw-accent")
        fields = [one for one in root.iter(f"{SVG}rect") if one.attrib["class"] == "pw-line"]
        assert LOW <= int(fields[0].attrib["height"]) <= HEIGHT
        middle = float(circle.attrib["cy"])
        words = [one for one in root.iter(f"{SVG}text") if MARGIN + 300 < float(one.attrib["x"]) < RIGHT]
        assert not any(middle - RADIUS < float(one.attrib["y"]) < middle + RADIUS for one in words)


def test_where_there_is_little_room_the_legend_stands_beside_the_fields() -> None:
    shown = drawing(*numbered([(0.1 * place, 0.1) for place in range(9)]))
    root = ET.fromstring(draw(shown, breadth=240))
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    names = [one for one in root.iter(f"{SVG}text") if (one.text or "").startswith("Gemeente")]
    assert len(names) == 9
    assert all(WIDTH < float(one.attrib["x"]) < width and float(one.attrib["y"]) < height for one in names)


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
    assert max(float(one.attrib["y"]) for one in tree(wordy).iter(f"{SVG}text")) < height
    assert float(tree(shown).attrib["viewBox"].split()[3]) < 2 * WIDTH
