"""The points of the typology have the names that a room calls out, whichever way the axes run."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.report.axes import on_axes
from poolwijzer.report.grid_names import grid_names, name_of, place_called
from poolwijzer.report.typology import draw_quadrants

OTHER = Path(__file__).parents[1] / "files" / "menus" / "other-typology"
BOTH = [load_menus(None), load_menus(OTHER)]


def test_letters_go_along_the_bottom_and_digits_up_the_side(content: Content) -> None:
    assert place_called("b4", content) == {"motivatie": Fraction(2), "betrokkenheid": Fraction(4)}
    assert place_called("e1", content) == {"motivatie": Fraction(5), "betrokkenheid": Fraction(1)}
    assert list(grid_names(content).letters) == list("abcde")


def test_capitals_and_a_digit_before_the_letter_are_understood(content: Content) -> None:
    assert place_called("B4", content) == place_called("4b", content) == place_called(" b4 ", content)


@pytest.mark.parametrize("name", ["", "b", "4", "b6", "f1", "b0", "bb", "44", "b4d5", "b4,", "b٤"])
def test_what_is_not_on_the_grid_is_no_place(name: str, content: Content) -> None:
    assert place_called(name, content) is None


def test_a_place_between_the_points_has_no_name(content: Content) -> None:
    assert name_of({"motivatie": Fraction(5, 2), "betrokkenheid": Fraction(4)}, content) is None


@given(st.data())
def test_a_name_leads_to_its_point_and_back(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(BOTH))
    names = grid_names(content)
    name = data.draw(st.sampled_from(list(names.letters))) + data.draw(st.sampled_from(list(names.digits)))
    place = place_called(name, content)
    assert place is not None
    assert list(place) == list(content.typology.axes)
    assert name_of(place, content) == name


@pytest.mark.parametrize("content", BOTH)
def test_a_is_left_and_1_is_at_the_bottom_whichever_end_is_high(content: Content) -> None:
    place, last = place_called("a1", content), f"{[*grid_names(content).letters][-1]}{len(grid_names(content).digits)}"
    assert place is not None
    assert on_axes(place, content) == (0, 1)
    far = place_called(last, content)
    assert far is not None
    assert on_axes(far, content) == (1, 0)


def test_the_drawing_has_the_letters_and_digits_at_its_steps(content: Content) -> None:
    drawing = draw_quadrants(content, [], (), "")
    assert [tick.words for tick in drawing.across.ticks] == list("abcde")
    assert [tick.words for tick in drawing.down.ticks] == list("54321")
