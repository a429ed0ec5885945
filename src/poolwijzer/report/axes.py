"""Where scores lie in a drawing of the typology: which axis runs which way, and which of its ends is which."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis, Side
from poolwijzer.drawing.charts import Tick
from poolwijzer.drawing.model import Ruler

WAYS = {"right": "Naar rechts", "left": "Naar links", "top": "Naar boven", "bottom": "Naar beneden"}
"""Where an axis goes up, in words, by its high side."""


def across_and_down(content: Content) -> tuple[tuple[str, Axis], tuple[str, Axis]]:
    """The horizontal axis and the vertical one, each with its id."""
    axes = list(content.typology.axes.items())
    across = next(item for item in axes if item[1].direction == "horizontal")
    return across, next(item for item in axes if item[1].direction == "vertical")


def on_axes(scores: Mapping[str, Fraction | None], content: Content) -> tuple[float, float] | None:
    """Where scores lie in the picture, from 0 to 1; None where one is missing."""
    (across, first), (down, second) = across_and_down(content)
    x, y = scores.get(across), scores.get(down)
    if x is None or y is None:
        return None
    return position(x, first, content), position(y, second, content)


def first_or_last(axis: Axis, side: Side) -> Literal[0, 1]:
    """0 for left or top, 1 for right or bottom."""
    return 1 if (axis.high_side in ("right", "bottom")) == (side == "hoog") else 0


def end_at(axis: Axis, position: int) -> str:
    """The words at the first end of an axis (0) or at its last (1)."""
    return axis.ends["hoog" if first_or_last(axis, "hoog") == position else "laag"]


def position(score: Fraction | float, axis: Axis, content: Content) -> float:
    """Where a score on the answer scale lies, from 0 to 1."""
    scale = content.typology.scale
    share = float((score - scale.lowest) / (scale.highest - scale.lowest))
    return share if first_or_last(axis, "hoog") == 1 else 1 - share


def ruler(axis: Axis, content: Content) -> Ruler:
    """An axis with the steps of the answer scale, and the band between its bounds."""
    scale, bands = content.typology.scale, content.typology.bands
    ticks = [Tick(str(step), position(step, axis, content)) for step in range(scale.lowest, scale.highest + 1)]
    first, last = sorted(position(bound, axis, content) for bound in (bands.low_below, bands.high_above))
    return Ruler(
        end_at(axis, 0),
        end_at(axis, 1),
        ticks=tuple(sorted(ticks, key=lambda tick: tick.at)),
        band=(first, last),
        between=f"{axis.short} {content.typology.levels['midden']}",
    )


def border_words(content: Content) -> str:
    """What it is to lie in the band of an axis."""
    return f"tussen twee plekken: op een as is het beeld {content.typology.levels['midden']}"
