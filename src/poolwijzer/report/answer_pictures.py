"""The pictures of answers: what was answered to each statement, and who answered what; None if of nothing.

A picture tells no more than the tables may: what they withhold, it has not got either.
"""

from __future__ import annotations

from fractions import Fraction

from poolwijzer.drawing.charts import (
    BarRow,
    Bars,
    Dots,
    ScaleRow,
    Scales,
    Tick,
)
from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.respondents import StatementView
from poolwijzer.engine.results import Contribution
from poolwijzer.report import words
from poolwijzer.report.answer_words import IMPLIED
from poolwijzer.report.pictures import along
from poolwijzer.report.sections.material import Material
from poolwijzer.report.told_answers import labels_for, tell_answer, words_of
from poolwijzer.report.vote_words import tell_agreement

REVERSED = "omgekeerd gevraagd"


def answers_chart(material: Material, axis: str) -> Scales | None:
    """Every statement of an axis with what was answered, who else answered what, and the hands.

    What is withheld has no dot. The mean of many stands where the tables round it to.
    """
    place = material.placement.axes[axis]
    if place.because or not any(entry.answer is not None or _view(entry, material) for entry in place.contributions):
        return None
    rows = tuple(_answer_row(entry, material) for entry in place.contributions)
    short = material.content.typology.axes[axis].short.lower()
    number_of = count_things(len(rows), "stelling", "stellingen")
    turned = sum(entry.reversed for entry in place.contributions)
    asked = f", waarvan {turned} omgekeerd gevraagd" if turned else ""
    return Scales(
        title=f"De antwoorden over {short}",
        description=f"Wat is geantwoord op {number_of} over {short}{asked}.",
        rows=rows,
        ticks=_ticks([entry.statement for entry in place.contributions], material),
        head=("Stelling", "Antwoord"),
        dot="het antwoord dat telt" if any(row.at is not None for row in rows) else "",
        others="respondenten: hoe groter, hoe meer" if any(row.others for row in rows) else "",
        hands="handen in de groep: hoe hoger, hoe meer" if any(row.hands for row in rows) else "",
    )


def _ticks(statements: list[str], material: Material) -> tuple[Tick, ...]:
    """The points of the scale in its words; in numbers where the statements have several."""
    scale = material.content.typology.scale
    said = {tuple(sorted(words_of(name, material.outcome).items())) for name in statements}
    told = dict(next(iter(said))) if len(said) == 1 else {}
    return tuple(Tick(told.get(point, str(point)), along(Fraction(point), material)) for point in scale.points())


def _view(entry: Contribution, material: Material) -> StatementView | None:
    """What may be told of who else answered a statement; nothing where its answer is withheld."""
    found = material.outcome.respondents
    view = found.statements.get(entry.statement) if found and not entry.withheld else None
    return view if view is not None and view.counts is not None else None


def _answer_row(entry: Contribution, material: Material) -> ScaleRow:
    view = _view(entry, material)
    counts = view.counts or () if view else ()
    by_hand = view is not None and view.source == "handen"
    points = material.content.typology.scale.points()
    others = () if by_hand else tuple(zip(points, counts, strict=False))
    told = None if entry.withheld or entry.answer is None else words.nearest_half(entry.answer)
    remarks = (
        REVERSED if entry.reversed else "",
        f"{IMPLIED[:1].lower()}{IMPLIED[1:]}".rstrip(".") if entry.implied_by else "",
    )
    return ScaleRow(
        label=material.sentences.statement(entry.statement),
        said=tell_answer(entry, material.outcome),
        at=None if told is None else along(told, material),
        others=tuple(Dots(along(Fraction(point), material), count) for point, count in others if count),
        hands=counts if by_hand else (),
        remark="; ".join(filter(None, remarks)),
    )


def respondents_chart(material: Material, axis: str = "") -> Bars | None:
    """How many gave each answer to each statement, or to those of an axis, where that may be told."""
    found = material.outcome.respondents
    views = found.statements.items() if found else ()
    told = [(name, view) for name, view in views if view.counts and axis in ("", view.axis)]
    if not told:
        return None
    all_by_hand = all(view.source == "handen" for _, view in told)
    scales = {id(labels): labels.words for name, _ in told for labels in (labels_for(name, material.outcome),)}
    points, unknown = material.content.typology.scale.points(), material.content.typology.scale.unknown
    unsure = any(view.vote and view.vote.unknown for _, view in told)
    parts = (
        f"{point}: {join_words(list(dict.fromkeys(named[point] for named in scales.values() if point in named)), 'of')}"
        for point in points
    )
    number_of = count_things(len(told), "stelling", "stellingen")
    return Bars(
        title="Hoeveel handen elk antwoord kreeg" if all_by_hand else "Hoe vaak elk antwoord is gegeven",
        description=f"Bij {number_of} hoe vaak elk antwoord is gegeven{', met handen' if all_by_hand else ''}.",
        parts=(*(part.removesuffix(": ") for part in parts), *([unknown] if unsure else [])),
        rows=tuple(_respondents_row(name, view, not all_by_hand, unsure, material) for name, view in told),
        head="Stelling",
        behind="Hoe eensgezind",
        ordered=len(points),
    )


def _respondents_row(name: str, view: StatementView, say_how: bool, unsure: bool, material: Material) -> BarRow:
    how = " (handen)" if view.source == "handen" else " (samen besproken)" if view.joint else ""
    unknown = [view.vote.unknown if view.vote else 0] if unsure else []
    counts = (*(view.counts or ()), *unknown)
    return BarRow(f"{material.sentences.statement(name)}{how if say_how else ''}", counts, tell_agreement(view))
