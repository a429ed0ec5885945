from __future__ import annotations

from functools import partial
from itertools import islice

from poolwijzer.drawing.spots import Box, Point, Spacing, find_spots, steps_outward, steps_within

SPACING = Spacing(20, 10)
SHEET: Box = (0, 0, 400, 400)


def spots(homes: list[Point], box: Box = SHEET, **more: object) -> list[Point | None]:
    found = find_spots(homes, [box] * len(homes), SPACING, partial(steps_within, 40, 2), **more)  # type: ignore[arg-type]
    return [spot for _, spot in sorted(found)]


def test_one_with_room_stays_and_one_without_goes_to_the_nearest_place_beside_it() -> None:
    assert spots([(50, 50), (50, 50), (200, 50)]) == [(50, 50), (50, 40), (200, 50)]


def test_all_that_can_stay_come_first_unless_each_comes_in_its_turn() -> None:
    homes: list[Point] = [(50, 50), (50, 50), (50, 40)]
    assert spots(homes)[2] == (50, 40)
    assert spots(homes, in_turn=True)[:2] == [(50, 50), (50, 40)]


def test_nothing_stands_on_what_is_there_already_or_in_what_is_closed() -> None:
    assert spots([(50, 50)], beside=[(50, 50)]) == [(50, 40)]
    assert spots([(50, 50)], closed=[(40, 30, 60, 70)]) == [(40, 50)]


def test_circles_come_nearer_to_each_other_aslant() -> None:
    homes: list[Point] = [(50, 50), (62, 66)]
    square, circles = Spacing(20, 20), Spacing(20, 20, round=True)
    for spacing, stays in ((square, False), (circles, True)):
        found = find_spots(homes, [SHEET] * 2, spacing, partial(steps_outward, 50))
        assert (dict(found)[1] == homes[1]) == stays


def test_without_room_within_its_bounds_a_marker_gets_no_place() -> None:
    narrow: Box = (50, 0, 55, 100)
    assert spots([(50, 50)], narrow) == [(52.5, 50)]
    assert None in spots([(50, 50)] * 20, narrow)


def test_steps_go_outward_square_by_square_and_each_comes_once() -> None:
    steps = list(steps_outward(3, 2))
    assert len(steps) == len(set(steps)) == 7 * 7
    assert list(islice(steps, 5)) == [(0, 0), (-2, 0), (2, 0), (0, -2), (0, 2)]
    sizes = [max(abs(x), abs(y)) for x, y in steps]
    assert sizes == sorted(sizes)
