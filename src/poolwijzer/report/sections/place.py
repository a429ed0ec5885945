"""The typology drawn, and what the place rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from poolwijzer.drawing.model import Drawing, Marker, Region
from poolwijzer.dutch import join_words, long_date
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.results import AxisPlacement, Contribution
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.answer_words import IMPLIED
from poolwijzer.report.axes import on_axes
from poolwijzer.report.dots import where_they_stand
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.pictures import find_reach
from poolwijzer.report.sections.beside import beside_the_place
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.statements import explained, statement_text
from poolwijzer.report.told_answers import tell_answer
from poolwijzer.report.typology import Standing, draw_quadrants

MOST_TELLING = 3
TOGETHER = "Wat niet getoond is, kan iets zeggen over een persoon. Het telt mee met het gemiddelde ervan op deze as."


def picture(material: Material) -> Drawing:
    """The typology drawn, with all that has a place in it."""
    placement, found = material.placement, material.outcome
    standing: list[Standing] = [
        (
            material.assessment.initiative.name,
            "initiatief",
            {name: axis.score for name, axis in placement.axes.items()},
        ),
        ("eigen inschatting vooraf", "eigen-inschatting", placement.estimate),
    ]
    standing += earlier(found.path)
    drawn = draw_quadrants(material.content, standing, placement.in_play, _description(material), placement.dots)
    numbered = tuple(_numbered(found, material))
    unnamed = [marker.sign for marker in numbered if not marker.label]
    return replace(
        drawn,
        title=f"De plek van {material.assessment.initiative.name}",
        markers=(*drawn.markers, *numbered),
        region=_region(material),
        unnamed=_span(unnamed) if unnamed else "",
    )


def earlier(path: Sequence[Moment]) -> Iterator[Standing]:
    """Where an initiative stood at each measurement but the newest."""
    for moment in path[:-1]:
        day = long_date(moment.date) if moment.date else "eerder"
        yield f"meting van {day}", "eerder", {name: axis.score for name, axis in moment.placement.axes.items()}


def _numbered(found: Outcome, material: Material) -> Iterator[Marker]:
    """The municipalities' own places, by name only where they have one."""
    marks = (found.respondents.places.marks or ()) if found.respondents else ()
    for mark in marks:
        place = on_axes(mark.scores, material.content)
        if place is not None:
            yield Marker(mark.name or "", "genummerd", *place, sign=str(mark.number))


def _span(numbers: list[str]) -> str:
    """Which numbers have no name: a row of them by its ends."""
    runs: list[list[int]] = []
    for number_of in sorted(map(int, numbers)):
        if runs and runs[-1][-1] == number_of - 1:
            runs[-1].append(number_of)
        else:
            runs.append([number_of])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]} tot en met {run[-1]}" for run in runs]
    return f"{join_words(told, 'en')}: gemeenten zonder naam; de nummers zijn geen rangorde"


def _region(material: Material) -> Region | None:
    """What the interval of the scores and the stress test reach, on both axes."""
    if not material.placement.in_play or material.placement.source != "antwoorden":
        return None
    reach = {name: find_reach(name, material) for name in material.placement.axes}
    first = on_axes({name: low for name, (low, _) in reach.items()}, material.content)
    second = on_axes({name: high for name, (_, high) in reach.items()}, material.content)
    if first is None or second is None:
        return None
    (x1, y1), (x2, y2) = first, second
    label = "hier kan het initiatief ook uitkomen, als open vragen anders beantwoord worden"
    return Region(label, min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2))


def _description(material: Material) -> str:
    """The place in a sentence, for who cannot see the drawing."""
    scores = [
        f"{axis.short.lower()} {words.level(material.placement.axes[name], material.content)}"
        for name, axis in material.content.typology.axes.items()
    ]
    sign = ";" if len(material.placement.in_play) == 2 else ":"  # the words for two places have a colon of their own
    dots = where_they_stand(material.placement.dots, material.content) if material.placement.dots else ""
    return f"{words.headline(material.placement, material.content)}{sign} {' en '.join(scores)}. {dots}".rstrip()


def all_answers(material: Material) -> Iterator[Section]:
    """Per axis every answer with what it counts and what was written with it, and then what counts nowhere."""
    axes = material.content.typology.axes.items()
    yield from (Section(f"antwoorden-{name}", axis.title, tuple(_axis(name, material))) for name, axis in axes)
    yield from beside_the_place(material)


def _axis(name: str, material: Material) -> Iterator[Block]:
    place = material.placement.axes[name]
    if place.because:
        return
    rows = [("Stand", words.level(place, material.content))]
    if place.source == "eigen-inschatting":
        rows.append(("Berust op", "uw eigen inschatting"))
    reach = words.span(place.low, place.high, material.content)
    if place.source == "antwoorden" and reach != words.level(place, material.content):
        rows.append(("Kan nog worden", reach))
    rows.append(("Beantwoord", f"{place.answered} van de {place.asked} stellingen"))
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    if place.contributions:
        yield from _answers(place, material)


def weighed_most(place: AxisPlacement, against: Fraction, material: Material) -> Iterator[Block]:
    """The statements that weighed most on an axis, seen from a place on it such as the middle."""
    if telling := most_telling(place, against):
        yield Bullets(tuple(Line(_weighs(entry, against, material)) for entry in telling))


def most_telling(place: AxisPlacement, against: Fraction) -> list[Contribution]:
    """The answers furthest from a place on the axis, by weight."""
    told = (entry for entry in place.contributions if entry.counted is not None and not entry.withheld)
    pulls = [(_pull(entry, against), entry) for entry in told]
    return [entry for pull, entry in sorted(pulls, key=lambda pair: -abs(pair[0])) if pull][:MOST_TELLING]


def middle(material: Material) -> Fraction:
    """The middle of the answer scale."""
    scale = material.content.typology.scale
    return Fraction(scale.lowest + scale.highest, 2)


def _pull(entry: Contribution, against: Fraction) -> Fraction:
    return entry.weight * ((entry.counted or Fraction()) - against)


def pulls_up(entry: Contribution, against: Fraction) -> bool:
    """Whether an answer pulls its axis up, seen from a place on it such as the middle."""
    return _pull(entry, against) > 0


def _weighs(entry: Contribution, against: Fraction, material: Material) -> str:
    up = "Trekt omhoog" if pulls_up(entry, against) else "Trekt omlaag"
    return f"{up}: {statement_text(entry.statement, material)} Antwoord: {tell_answer(entry, material.outcome)}."


def _answers(place: AxisPlacement, material: Material) -> Iterator[Block]:
    head = ("Stelling", "Antwoord", "Telt als", "Toelichting")
    rows = [
        (
            f"{at}. {statement_text(entry.statement, material)}",
            tell_answer(entry, material.outcome),
            "telt niet mee" if entry.counted is None else words.halves(entry.counted),
            explained(entry, material, IMPLIED.rstrip(".") if entry.implied_by else ""),
        )
        for at, entry in enumerate(place.contributions, 1)
    ]
    told = len(head) if any(row[-1] for row in rows) else len(head) - 1
    if place.score is not None:
        rows.append(("Samen", "", words.about(place.score), ""))
    yield Table("Alle antwoorden op deze as", head[:told], tuple(row[:told] for row in rows))
    if any(entry.withheld for entry in place.contributions):
        yield Paragraph(Line(TOGETHER), "stil")
