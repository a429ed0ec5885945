"""Both axes as bars with their bands and their interval: how high each is, in words and without a number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.drawing.charts import ScaleRow, Scales, Zone
from poolwijzer.dutch import join_words
from poolwijzer.report import words
from poolwijzer.report.sections.material import Material

Reach = tuple[Fraction, Fraction]


def axis_bars(material: Material) -> Scales:
    """How high the initiative is on each axis, and how far that could move."""
    axes, rows = material.content.typology.axes, []
    for name, axis in axes.items():
        found, level = material.placement.axes[name], words.level(material.placement.axes[name], material.content)
        open_ended = found.source == "antwoorden" and found.level and not found.because
        low, high = reach_on(name, material) if open_ended else (None, None)
        span = words.span(low, high, material.content) if low is not None and high is not None else level
        rows.append(
            ScaleRow(
                label=axis.short,
                said=level,
                at=_along(found.score, material),
                low=_along(low, material),
                high=_along(high, material),
                remark="" if span == level else f"kan nog worden: {span}",
            )
        )
    told = join_words(f"{row.label.lower()} is {row.said}" for row in rows)
    return Scales(
        title="Hoe hoog op elke as",
        description=f"Twee balken. {told[:1].upper()}{told[1:]}.",
        rows=tuple(rows),
        zones=tuple(_zones(material)),
        bars=True,
        head=("As", "Stand"),
    )


def reach_on(axis: str, material: Material) -> Reach:
    """From where to where an axis could come, by what is open and by the stress test; on the answer scale."""
    found, stress = material.placement.axes[axis], material.outcome.stress
    if stress is None:
        return found.low, found.high
    reach = stress.axes[axis]
    return min(found.low, reach.low), max(found.high, reach.high)


def _zones(material: Material) -> Iterator[Zone]:
    """The bands of the typology, each with its word."""
    bands, levels = material.content.typology.bands, material.content.typology.levels
    bounds = (Fraction(), *(_share(bound, material) for bound in (bands.low_below, bands.high_above)), Fraction(1))
    for word, start, end in zip((levels["laag"], levels["midden"], levels["hoog"]), bounds, bounds[1:], strict=False):
        yield Zone(word, float(start), float(end))


def _along(score: Fraction | None, material: Material) -> float | None:
    """Where a score lies, from 0 (low) to 1."""
    return None if score is None else float(_share(score, material))


def _share(score: Fraction, material: Material) -> Fraction:
    scale = material.content.typology.scale
    return (score - scale.lowest) / (scale.highest - scale.lowest)
