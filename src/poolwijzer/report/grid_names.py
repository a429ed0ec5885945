"""What the points of the typology are called in a room: letters along the bottom and digits up the side, as in `b4`.

The letters go from left to right and the digits from bottom to top, whichever end of an axis is the high one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from string import ascii_lowercase
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis
from poolwijzer.drawing.charts import Tick
from poolwijzer.drawing.model import Ruler
from poolwijzer.report.axes import across_and_down, first_or_last, position, ruler

_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18}|/0*[1-9][0-9]{0,17})?")
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

    def examples(self) -> tuple[str, str, str]:
        """Three points as somebody would call them: *b4 d5 c3*."""
        letters, digits = list(self.letters), list(self.digits)
        middle = letters[len(letters) // 2] + digits[len(digits) // 2]
        return letters[1] + digits[-2], letters[-2] + digits[-1], middle

    def example(self) -> str:
        """The same as one would type them."""
        return " ".join(self.examples())


def grid_names(content: Content) -> GridNames:
    """What the lines of the grid are called."""
    (_, across), (_, down) = across_and_down(content)
    steps = content.typology.scale.points()
    letters = ascii_lowercase[: len(steps)]
    return GridNames(
        dict(zip(letters, _from_first(across, content), strict=True)),
        {str(number): step for number, step in enumerate(reversed(_from_first(down, content)), 1)},
    )


def tell_names(content: Content) -> str:
    """How a point is called, in words: for who does not see the grid."""
    names, ((_, across), (_, up)) = grid_names(content), across_and_down(content)
    letter, digit = _tell_ends(names.letters, content), _tell_ends(names.digits, content)
    return (
        f"Typ een plek zoals {names.examples()[0]}. De letter is de {across.short.lower()}: {letter}. "
        f"Het cijfer is de {up.short.lower()}: {digit}."
    )


def _tell_ends(steps: Mapping[str, int], content: Content) -> str:
    lowest = content.typology.scale.lowest
    return " en ".join(
        f"{name} is {'laag' if steps[name] == lowest else 'hoog'}" for name in (*steps,)[:: len(steps) - 1]
    )


def named_ruler(axis: Axis, content: Content) -> Ruler:
    """An axis with the names of its steps, instead of their numbers on the answer scale."""
    names = grid_names(content)
    steps = names.letters if axis.direction == "horizontal" else names.digits
    ticks = [Tick(name, position(Fraction(step), axis, content)) for name, step in steps.items()]
    return replace(ruler(axis, content), ticks=tuple(sorted(ticks, key=lambda tick: tick.at)))


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


def tell_dot(place: Mapping[str, Fraction], content: Content) -> str:
    """A dot as it is typed: by its name, or between the points of the grid by its numbers, as `2.5:4`."""
    return name_of(place, content) or ":".join(map(_digits, place.values()))


def dot_called(typed: str, content: Content) -> dict[str, Fraction] | None:
    """What `tell_dot` says, and any other way to call a point; None where it is neither."""
    if place := place_called(typed, content):
        return place
    scale, numbers = content.typology.scale, typed.strip().split(":")
    if len(numbers) != len(content.typology.axes) or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    place = dict(zip(content.typology.axes, map(Fraction, numbers), strict=True))
    return place if all(scale.lowest <= step <= scale.highest for step in place.values()) else None


def _digits(value: Fraction) -> str:
    decimal = str(float(value))
    return str(value) if value.denominator == 1 or Fraction(decimal) != value else decimal


def _from_first(axis: Axis, content: Content) -> list[int]:
    """The steps of the answer scale from the left or the top."""
    steps = list(content.typology.scale.points())
    return steps if first_or_last(axis, "hoog") == 1 else steps[::-1]
