"""Where things stand in a YAML text: looked up when something of it has to be shown, which is seldom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poolwijzer.yamlfile.builder import Builder
from poolwijzer.yamlfile.document import GroupPositions, ListPositions, Position, Positions


@dataclass(slots=True, eq=False)
class SoughtPlaces:
    """The places in a YAML text that can be read: it is read again for them, once somebody asks for one.

    Attributes:
        text: The text, as it was meant.
        pure: Whether the parser in pure Python reads it.
        without: Signs that are no part of what it says.
    """

    text: str
    pure: bool = False
    without: str = ""
    _found: Positions | None = None

    @property
    def spot(self) -> Positions:
        """The place of the whole, with all that is in it."""
        if self._found is None:
            _, self._found = Builder(self.text).build(pure=self.pure, without=self.without)
            assert self._found is not None  # as it says something
        return self._found

    def mark(self, loc: Sequence[str | int], key: bool = False) -> Position:
        """As `Places`."""
        spot: Positions = self.spot
        key_mark: Position | None = None
        for step in loc:
            if (inner := _inside(spot, step)) is not None:
                key_mark = spot.keys[str(step)] if isinstance(spot, GroupPositions) else None
                spot = inner
        mark = spot.mark if isinstance(spot, GroupPositions | ListPositions) else spot
        return key_mark if key and key_mark is not None else mark

    def holds(self, loc: Sequence[str | int]) -> bool:
        """As `Places`."""
        spot: Positions | None = self.spot
        for step in loc:
            if spot is None:
                break
            spot = _inside(spot, step)
        return spot is not None


def _inside(spot: Positions, step: str | int) -> Positions | None:
    if isinstance(spot, GroupPositions):
        found: Positions | None = spot.values.get(step) if isinstance(step, str) else None
    elif isinstance(spot, ListPositions) and isinstance(step, int) and 0 <= step < len(spot.values):
        found = spot.values[step]
    else:
        found = None
    return found
