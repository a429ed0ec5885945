"""All groups in one typology: who is read from the last row, where each stands, and that none hides another."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.drawing.model import PARTS, Cloud, CloudSpot, Drawing, Field, Marker, Ruler
from poolwijzer.drawing.room import LETTER, OWN, PLACE, draw_room
from poolwijzer.drawing.shapes import Box, Disc, ShapeDrawing, Stroke, Words
from poolwijzer.workshop.plan import MOST_GROUPS

WIDTH, HEIGHT = 506.0, 396.0
Placed = list[tuple[tuple[float, float], tuple[float, float]]]
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


def drawn(places: list[tuple[float, float]], owns: list[tuple[float, float]], cloud: Cloud | None = None) -> Drawing:
    """Groups that came out somewhere, each with its own estimate where there is one."""
    band = (0.375, 0.625)
    titles = ("Behoeften ophalen", "Samen inrichten", "Trekker zoeken", "Gemeenten aan zet")
    corners = ((0, 0), (2, 0), (0, 2), (2, 2))
    fields = tuple(Field(title, PARTS[x], PARTS[y]) for title, (x, y) in zip(titles, corners, strict=True))
    markers = [Marker(f"Groep {at}", "genummerd", *one, sign=str(at)) for at, one in enumerate(places, 1)]
    markers += [Marker(f"Groep {at}", "eigen-inschatting", *one, sign=str(at)) for at, one in enumerate(owns, 1)]
    across = Ruler("Lage motivatie", "Hoge motivatie", band=band)
    down = Ruler("Hoge betrokkenheid", "Lage betrokkenheid", band=band)
    return Drawing("Alle groepen", "Groep 1: Samen inrichten.", across, down, fields, tuple(markers), cloud=cloud)


def signed(made: ShapeDrawing) -> list[Disc]:
    return [shape for shape in made.shapes if isinstance(shape, Disc) and shape.sign]


def at_one_spot(number: int) -> Placed:
    return [((0.5, 0.5), (0.5, 0.5))] * number


GROUPS = st.lists(st.tuples(PLACES, PLACES), max_size=MOST_GROUPS) | st.integers(1, MOST_GROUPS).map(at_one_spot)


@given(GROUPS)
def test_every_group_is_seen_and_none_hides_another(
    groups: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    made = draw_room(drawn([place for place, _ in groups], [own for _, own in groups]), WIDTH, HEIGHT)
    discs = signed(made)
    assert sorted(int(disc.sign) for disc in discs) == sorted([*range(1, len(groups) + 1)] * 2)
    for one, other in combinations(discs, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    for disc in discs:
        assert disc.radius <= disc.x <= WIDTH - disc.radius
        assert disc.radius <= disc.y <= HEIGHT - disc.radius


@pytest.mark.parametrize("number", [0, 1, 8, MOST_GROUPS])
def test_no_letter_is_smaller_than_what_the_last_row_reads(number: int) -> None:
    places = [(at / MOST_GROUPS, 1 - at / MOST_GROUPS) for at in range(number)]
    made = draw_room(drawn(places, places, Cloud("stippen", (CloudSpot(0.5, 0.5, 12),))), WIDTH, HEIGHT)
    sizes = [shape.size for shape in made.shapes if isinstance(shape, Words)]
    sizes += [disc.sign_size for disc in signed(made)]
    assert min(sizes) >= LETTER == 24


def test_the_places_and_the_ends_of_the_axes_are_named() -> None:
    said = {shape.text for shape in draw_room(drawn([], []), WIDTH, HEIGHT).shapes if isinstance(shape, Words)}
    assert said == {
        "Behoeften ophalen",
        "Samen inrichten",
        "Trekker zoeken",
        "Gemeenten aan zet",
        "Lage motivatie",
        "Hoge motivatie",
        "Hoge betrokkenheid",
        "Lage betrokkenheid",
    }


def test_a_long_name_of_a_place_stands_on_more_lines_above_the_discs() -> None:
    made = drawn([(0.0, 0.0)], [])
    long = tuple(Field(f"{one.title} met alle gemeenten samen", one.column, one.row) for one in made.fields)
    shapes = draw_room(Drawing(made.title, "", made.across, made.down, long, made.markers), WIDTH, HEIGHT).shapes
    lines = [shape for shape in shapes if isinstance(shape, Words) and shape.bold]
    assert len(lines) > len(long)
    (disc,) = (shape for shape in shapes if isinstance(shape, Disc) and shape.sign)
    assert sorted(line.y for line in lines)[1] < disc.y - disc.radius


def test_a_name_that_is_far_too_long_is_cut() -> None:
    made = drawn([(0.0, 0.0)], [])
    long = tuple(Field(one.title * 30, one.column, one.row) for one in made.fields)
    shapes = draw_room(Drawing(made.title, "", made.across, made.down, long, made.markers), WIDTH, HEIGHT).shapes
    assert sum(isinstance(shape, Words) and shape.text.endswith("…") for shape in shapes) == len(long)


def test_what_came_out_is_full_and_the_own_estimate_open_with_a_line_between() -> None:
    made = draw_room(drawn([(0.9, 0.1)], [(0.1, 0.9)]), WIDTH, HEIGHT)
    own, place = sorted(signed(made), key=lambda disc: disc.radius)
    assert (place.radius, place.fill, own.radius, own.fill) == (PLACE, "accent", OWN, "paper")
    assert (place.x > own.x, place.y < own.y) == (True, True)
    (line,) = (shape for shape in made.shapes if isinstance(shape, Stroke))
    assert {(line.x1, line.y1), (line.x2, line.y2)} == {(own.x, own.y), (place.x, place.y)}


def test_a_group_that_gave_way_has_a_line_to_where_it_belongs() -> None:
    made = draw_room(drawn([(0.5, 0.5)] * 3, []), WIDTH, HEIGHT)
    first, *others = signed(made)
    lines = [shape for shape in made.shapes if isinstance(shape, Stroke)]
    assert {(line.x1, line.y1) for line in lines} == {(first.x, first.y)}
    assert {(line.x2, line.y2) for line in lines} == {(disc.x, disc.y) for disc in others}


def test_dots_are_small_stand_free_and_tell_by_their_size_how_many_they_are() -> None:
    spots = (CloudSpot(0.5, 0.5, 1), CloudSpot(0.25, 0.25, 5))
    made = draw_room(drawn([(0.5, 0.5)], [], Cloud("stippen", spots)), WIDTH, HEIGHT)
    one, five = (shape for shape in made.shapes if isinstance(shape, Disc) and not shape.sign and shape.edge == "quiet")
    (group,) = signed(made)
    assert one.radius < five.radius < OWN / 1.5
    assert hypot(one.x - group.x, one.y - group.y) >= one.radius + group.radius


def test_where_it_is_neither_low_nor_high_is_a_strip_on_both_axes() -> None:
    boxes = [
        shape for shape in draw_room(drawn([], []), WIDTH, HEIGHT).shapes if isinstance(shape, Box) and shape.faint
    ]
    assert len(boxes) == 2
    assert all(0 < min(box.width, box.height) < 0.3 * WIDTH for box in boxes)


def test_who_does_not_see_it_is_told_the_same() -> None:
    made = draw_room(drawn([(0.9, 0.1)], []), WIDTH, HEIGHT)
    assert (made.title, made.description) == ("Alle groepen", "Groep 1: Samen inrichten.")
