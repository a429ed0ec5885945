"""What the points of the typology are called in a room: letters along the bottom and digits up the side, as in `b4`.

The letters go from left to right and the digits from bottom to top, whichever end of an axis is the high one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from string import ascii_lowercase
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis
from poolwijzer.report.axes import across_and_down, first_or_last

_CALLED = re.compile(r"(?:(?P<letter>[a-z])(?P<digits>[0-9]{1,2})|(?P<first>[0-9]{1,2})(?P<last>[a-z]))")


class GridNames(NamedTuple):
    """The name of each whole step of the answer scale on both axes."""

    letters: dict[str, int]
    """From left to right."""
    digits: dict[str, int]
    """From bottom to top."""

    def every(self) -> str:
        """What there is, in words."""
        letters, digits = list(self.letters), list(self.digits)
        letter = f"een letter van {letters[0]} tot en met {letters[-1]}"
        return f"{letter} en een cijfer van {digits[0]} tot en met {digits[-1]}"


def grid_names(content: Content) -> GridNames:
    """What the lines of the grid are called."""
    (_, across), (_, down) = across_and_down(content)
    steps = content.typology.scale.points()
    letters = ascii_lowercase[: len(steps)]
    return GridNames(
        dict(zip(letters, _from_first(across, content), strict=True)),
        {str(number): step for number, step in enumerate(reversed(_from_first(down, content)), 1)},
    )


def name_of(place: Mapping[str, Fraction], content: Content) -> str | None:
    """What a point is called; None for a place between the points of the grid."""
    names, ((across, _), (down, _)) = grid_names(content), across_and_down(content)
    letter = next((name for name, step in names.letters.items() if step == place.get(across)), None)
    digit = next((name for name, step in names.digits.items() if step == place.get(down)), None)
    return f"{letter}{digit}" if letter and digit else None


def place_called(name: str, content: Content) -> dict[str, Fraction] | None:
    """The point of this name, in the order of the axes; None if there is none. `4B` is `b4` too."""
    found = _CALLED.fullmatch(name.strip().lower())
    if not found:
        return None
    names, ((across, _), (down, _)) = grid_names(content), across_and_down(content)
    x = names.letters.get(found["letter"] or found["last"])
    y = names.digits.get(found["digits"] or found["first"])
    if x is None or y is None:
        return None
    steps = {across: Fraction(x), down: Fraction(y)}
    return {axis: steps[axis] for axis in content.typology.axes}


def _from_first(axis: Axis, content: Content) -> list[int]:
    """The steps of the answer scale from the left or the top."""
    steps = list(content.typology.scale.points())
    return steps if first_or_last(axis, "hoog") == 1 else steps[::-1]
