"""The typology drawn, and what the place rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis, Side
from poolwijzer.dutch import number
from poolwijzer.engine.results import AxisPlacement, Contribution
from poolwijzer.report import words
from poolwijzer.report.model import (
    Block,
    Bullets,
    Field,
    Labelled,
    Line,
    Mark,
    MarkKind,
    Paragraph,
    Picture,
    Section,
    Table,
)
from poolwijzer.report.sections.material import Material

MOST_TELLING = 3


def typology(material: Material) -> Section:
    """The four places with the initiative among them."""
    placement = material.placement
    places: list[tuple[str, MarkKind, Mapping[str, Fraction | None]]] = [
        (
            material.assessment.initiative.name,
            "initiatief",
            {name: axis.score for name, axis in placement.axes.items()},
        ),
        ("eigen inschatting vooraf", "eigen-inschatting", placement.estimate),
    ]
    picture = pictured(material.content, places, placement.in_play, _description(material))
    return Section("typologie", "De plek in het assenstelsel", (picture,))


def pictured(
    content: Content,
    places: Iterable[tuple[str, MarkKind, Mapping[str, Fraction | None]]],
    in_play: Collection[str],
    description: str,
) -> Picture:
    """The four places drawn, with marks where something stands; what has no place on both axes gets none.

    Args:
        content: the menus.
        places: of each mark its label, its kind, and its place on each axis, on the answer scale.
        in_play: the quadrants to point out.
        description: what the picture shows, in words.
    """
    axes = list(content.typology.axes.items())
    across = next(item for item in axes if item[1].direction == "horizontal")
    down = next(item for item in axes if item[1].direction == "vertical")
    return Picture(
        description=description,
        top=_end(down[1], 0),
        bottom=_end(down[1], 1),
        left=_end(across[1], 0),
        right=_end(across[1], 1),
        fields=tuple(
            Field(
                title=quadrant.title,
                key_question=quadrant.key_question,
                column=_first_or_last(across[1], quadrant.place[across[0]]),
                row=_first_or_last(down[1], quadrant.place[down[0]]),
                in_play=name in in_play,
            )
            for name, quadrant in content.typology.quadrants.items()
        ),
        marks=tuple(
            Mark(label, kind, _position(x, across[1], content), _position(y, down[1], content))
            for label, kind, place in places
            if (x := place.get(across[0])) is not None and (y := place.get(down[0])) is not None
        ),
    )


def _first_or_last(axis: Axis, side: Side) -> Literal[0, 1]:
    """0 for left or top, 1 for right or bottom."""
    return 1 if (axis.high_side in ("right", "bottom")) == (side == "hoog") else 0


def _end(axis: Axis, position: int) -> str:
    return axis.ends["hoog" if _first_or_last(axis, "hoog") == position else "laag"]


def _position(score: Fraction, axis: Axis, content: Content) -> float:
    scale = content.typology.scale
    share = float((score - scale.lowest) / (scale.highest - scale.lowest))
    return share if _first_or_last(axis, "hoog") == 1 else 1 - share


def _description(material: Material) -> str:
    scores = [
        f"{axis.short.lower()} {words.score(material.placement.axes[name])}"
        for name, axis in material.content.typology.axes.items()
    ]
    return f"{words.headline(material.placement, material.content)}: {' en '.join(scores)}."


def grounds(material: Material) -> Section:
    """Per axis the score, how it could move, and what weighed most."""
    parts = tuple(
        Section(f"as-{name}", axis.title, tuple(_axis(name, material)))
        for name, axis in material.content.typology.axes.items()
    )
    return Section("onderbouwing", "Waar de plek op rust", (), parts)


def _axis(name: str, material: Material) -> Iterator[Block]:
    place = material.placement.axes[name]
    if place.because:
        yield Paragraph(Line(f"{place.because} De stellingen over deze as tellen daarom niet mee."))
        return
    stand = f"{words.level(place, material.content)}, score {words.score(place)}" if place.level else "nog geen score"
    rows = [("Stand", stand)]
    if place.source == "eigen-inschatting":
        rows.append(("Berust op", "uw eigen inschatting"))
    if place.source == "antwoorden" and place.low != place.high:
        rows.append(("Kan nog worden", words.span(place)))
    rows.append(("Beantwoord", f"{place.answered} van de {place.asked} stellingen"))
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    if place.source == "antwoorden":
        yield from weighed_most(place, middle(material), material)
    if material.full and place.contributions:
        yield _answers(place, material)


def weighed_most(place: AxisPlacement, against: Fraction, material: Material) -> Iterator[Block]:
    """The statements that weighed most on an axis, seen from a place on it such as the middle."""
    if telling := most_telling(place, against):
        yield Bullets(tuple(Line(_weighs(entry, against, material)) for entry in telling))


def most_telling(place: AxisPlacement, against: Fraction) -> list[Contribution]:
    """The answers furthest from a place on the axis, by weight."""
    pulls = [(_pull(entry, against), entry) for entry in place.contributions if entry.counted is not None]
    return [entry for pull, entry in sorted(pulls, key=lambda pair: -abs(pair[0])) if pull][:MOST_TELLING]


def middle(material: Material) -> Fraction:
    """The middle of the answer scale."""
    scale = material.content.typology.scale
    return Fraction(scale.lowest + scale.highest, 2)


def _pull(entry: Contribution, against: Fraction) -> Fraction:
    return entry.weight * ((entry.counted or Fraction()) - against)


def _weighs(entry: Contribution, against: Fraction, material: Material) -> str:
    up = "Trekt omhoog" if _pull(entry, against) > 0 else "Trekt omlaag"
    return f"{up}: {statement_text(entry.statement, material)} Antwoord: {answer_words(entry, material)}."


def statement_text(statement: str, material: Material) -> str:
    """A statement as the group reads it, with the body's name."""
    return material.filled(material.content.statements[statement].joint.text)


def answer_words(entry: Contribution, material: Material) -> str:
    """An answer in the words of the scale, or as a mean."""
    if entry.answer is None:
        return material.content.typology.scale.unknown if entry.status == "weet-niet" else "niet beantwoord"
    statement = material.content.statements[entry.statement]
    labels = material.content.typology.scale.labels[statement.joint.scale].words
    if entry.joint and entry.answer.denominator == 1 and int(entry.answer) in labels:
        return f"{int(entry.answer)}, {labels[int(entry.answer)]}"
    return f"gemiddeld {number(entry.answer, 1)}"


def _answers(place: AxisPlacement, material: Material) -> Table:
    return Table(
        caption="Alle antwoorden op deze as",
        head=("Stelling", "Antwoord", "Telt als", "Toelichting"),
        rows=tuple(
            (
                statement_text(entry.statement, material),
                answer_words(entry, material),
                "telt niet mee" if entry.counted is None else number(entry.counted, 1),
                entry.note,
            )
            for entry in place.contributions
        ),
    )
