"""The pictures of the axes: where both stand, how they went, and how firm the place on them is; None if of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from poolwijzer.drawing.charts import (
    BarRow,
    Bars,
    ScaleRow,
    Scales,
    Zone,
)
from poolwijzer.dutch import capitalise, join_words, long_date, number
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.results import AxisPlacement
from poolwijzer.engine.stress import BORDER
from poolwijzer.report import words
from poolwijzer.report.sections.material import Material

CASES = 10
"""Of how many cases it is told in how many the place stays."""


def axes_chart(material: Material) -> Scales | None:
    """Both axes as bars with the levels behind them and how far each could reach; in words, without a number."""
    axes = material.content.typology.axes
    placed = material.placement.axes
    if all(place.score is None for place in placed.values()):
        return None
    told = [f"{axis.short.lower()} {words.level(placed[name], material.content)}" for name, axis in axes.items()]
    rows = tuple(_axis_row(name, placed[name], material) for name in axes)
    return Scales(
        title=capitalise(join_words(axis.short.lower() for axis in axes.values())),
        description=f"{capitalise(join_words(told, 'en'))}.",
        rows=rows,
        zones=level_zones(material),
        bars=True,
        head=("As", "Stand"),
        reach="hier kan de as ook uitkomen" if any(row.low is not None for row in rows) else "",
    )


def level_zones(material: Material) -> tuple[Zone, ...]:
    """Where each level is on the scale, from its lowest end."""
    bands, levels = material.content.typology.bands, material.content.typology.levels
    low, high = (along(bound, material) for bound in (bands.low_below, bands.high_above))
    return (
        Zone(levels["laag"], 0.0, low),
        Zone(levels["midden"], low, high),
        Zone(levels["hoog"], high, 1.0),
    )


def _axis_row(name: str, place: AxisPlacement, material: Material) -> ScaleRow:
    label, said = material.content.typology.axes[name].short, words.level(place, material.content)
    if place.score is None:
        return ScaleRow(label, said)
    at = along(place.score, material)
    if place.source != "antwoorden":
        remark = "uw eigen inschatting" if place.source == "eigen-inschatting" else place.because
        return ScaleRow(label, said, at, remark=remark)
    low, high = find_reach(name, material)
    span = words.span(low, high, material.content)
    remark = f"kan ook uitkomen op: {span}" if span != said else ""
    return ScaleRow(label, said, at, along(low, material), along(high, material), remark=remark)


def find_reach(axis: str, material: Material) -> tuple[Fraction, Fraction]:
    """From where to where an axis could come, by what is open and by the stress test; on the answer scale."""
    place, stress = material.placement.axes[axis], material.outcome.stress
    if stress is None:
        return place.low, place.high
    return min(place.low, stress.axes[axis].low), max(place.high, stress.axes[axis].high)


def along(score: Fraction, material: Material) -> float:
    """Where a score lies on the answer scale, from its lowest point (0) to its highest (1)."""
    scale = material.content.typology.scale
    return float((score - scale.lowest) / (scale.highest - scale.lowest))


def path_chart(material: Material, moments: Sequence[Moment]) -> Scales:
    """Both axes at each measurement, one axis after the other."""
    axes = material.content.typology.axes
    rows = tuple(
        ScaleRow(
            f"{axis.short}, {long_date(moment.date) if moment.date else 'nu'}",
            words.level(place, material.content),
            None if place.score is None else along(place.score, material),
        )
        for name, axis in axes.items()
        for moment in moments
        for place in (moment.placement.axes[name],)
    )
    return Scales(
        title="De assen door de tijd",
        description=f"De stand van {join_words([axis.short.lower() for axis in axes.values()], 'en')} bij elke meting.",
        rows=rows,
        zones=level_zones(material),
        bars=True,
        head=("As en meting", "Stand"),
    )


def firmness_chart(material: Material) -> Bars | None:
    """In how many of ten cases, with answers that are slightly different, the initiative comes out where.

    None where nothing was tested, and where it nearly always comes out at the same place: a whole bar would say that it
    is certain, and a sentence says it better.
    """
    found, content = material.outcome.stress, material.content
    if found is None or not (elsewhere := int(number(CASES * found.changed, 0))):
        return None
    in_play = material.placement.in_play
    here = in_play[0] if len(in_play) == 1 else BORDER
    stays = 1 - found.changed
    rest = {name: share for name, share in found.shares.items() if name not in (here, BORDER)}
    between = found.shares[BORDER] - (stays if here == BORDER else 0)
    others = {content.typology.quadrants[name].title: share for name, share in rest.items()}
    others["tussen twee andere plekken" if here == BORDER else "tussen twee plekken"] = between
    title = words.headline(material.placement, content)
    same = f"dezelfde plek ({title if len(in_play) == 1 else title[:1].lower() + title[1:]})"
    counts = {same: CASES - elsewhere}
    counts |= {name: count for name, count in _whole(others, elsewhere).items() if count}
    told = join_words([f"{times} keer {_on(name)}" for name, times in counts.items()], "en")
    return Bars(
        title=f"Waar u uitkomt als enkele antwoorden net anders zijn, in {CASES} gevallen",
        description=(
            f"Zijn enkele antwoorden net anders, dan komt u in {CASES} gevallen {told} uit; "
            "dit zegt niet of uw antwoorden goed zijn."
        ),
        parts=tuple(counts),
        rows=(BarRow("De plek", tuple(counts.values()), content.typology.stress.words[found.clarity]),),
        behind="Hoe vast",
    )


def _on(place: str) -> str:
    return place if place.startswith("tussen ") else f"op {place}"


def _whole(shares: dict[str, Fraction], total: int) -> dict[str, int]:
    """A total divided by shares in whole numbers: who loses most by rounding down gets the rest."""
    all_of_it = sum(shares.values(), Fraction()) or Fraction(1)
    exact = {name: total * share / all_of_it for name, share in shares.items()}
    counts = {name: int(value) for name, value in exact.items()}
    left = total - sum(counts.values())
    for name in sorted(exact, key=lambda one: counts[one] - exact[one])[:left]:
        counts[name] += 1
    return counts
