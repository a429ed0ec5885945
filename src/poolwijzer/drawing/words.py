"""A drawing in words, for who cannot see it and for formats that cannot draw: what stands in each of its fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.drawing.model import Drawing, Marker, Part
from poolwijzer.dutch import count_things

_ON_A_LINE = "op een lijn tussen de vakken"


class FieldWords(NamedTuple):
    """What is told of a field in a table; what there is not is empty."""

    title: str
    key_question: str
    standing: str
    held: str
    """The numbers that stand in it, or how many."""


def words_in_order(drawing: Drawing) -> Iterator[str]:
    """What stands in a drawing, in the order in which a report tells it; of many, what lies between has no name."""
    yield from (drawing.title, drawing.description, drawing.across.first, drawing.across.last)
    for end, fields in drawing.rows():
        corners = [field for field in fields if field.column != 1 and field.row != 1]
        told = (end, *(words for field in corners for words in (field.title, field.key_question)))
        yield from filter(None, told)
    yield from (marker.label for marker in drawing.legend())
    yield from drawing.notes()


def location_of(marker: Marker, drawing: Drawing) -> str:
    """In which field a marker is drawn, in words."""
    field = drawing.field_of(marker)
    if field is None:
        return _ON_A_LINE
    return field.title if drawing.of_many else f"in het vak {field.title}"


def notes_in_words(drawing: Drawing) -> list[str]:
    """What is told after the names: also of which numbers without a name stand in no field, as no field tells them."""
    lone = [one.sign for one in drawing.markers if one.sign and not one.label and drawing.field_of(one) is None]
    between = sum(spot.count for spot in drawing.cloud.spots if not drawing.field_under(spot)) if drawing.cloud else 0
    return [
        *drawing.notes(),
        *([f"{_ON_A_LINE}: {drawing.nouns} {', '.join(lone)}"] if lone else []),
        *([f"op een grens tussen de vakken: {_dots(between)}"] if between else []),
    ]


def table_rows(drawing: Drawing) -> Iterator[tuple[str, list[FieldWords]]]:
    """The fields row by row with what stands in each, and before a row the words at that end of the axis."""
    held = _held(drawing)
    alone = sum(field.in_play for field in drawing.fields) == 1
    stands = "hier staat het initiatief" if alone else "in beeld"
    for end, fields in drawing.rows():
        yield (
            end or drawing.down.between,
            [
                FieldWords(
                    one.title, one.key_question, stands if one.in_play else "", held.get((one.column, one.row), "")
                )
                for one in fields
            ],
        )


def _held(drawing: Drawing) -> dict[tuple[Part, Part], str]:
    """What stands in the fields, in words, by their column and row."""
    signs: dict[tuple[Part, Part], list[str]] = defaultdict(list)
    for marker in drawing.markers:
        field = drawing.field_of(marker)
        if field and marker.kind == "genummerd":
            signs[field.column, field.row].append(marker.sign)
    counts: Counter[tuple[Part, Part]] = Counter()
    for one in drawing.counts:
        counts[drawing.parts_of(one.square)] += one.count
    dots: Counter[tuple[Part, Part]] = Counter()
    for spot in drawing.cloud.spots if drawing.cloud else ():
        if under := drawing.field_under(spot):
            dots[under.column, under.row] += spot.count
    numbers = "nummers" if drawing.of_many else drawing.nouns
    told = {parts: f"{numbers}: {', '.join(held)}" for parts, held in signs.items()}
    told |= {parts: f"aantal: {count}" for parts, count in counts.items()}
    return told | {parts: "\n".join(filter(None, (told.get(parts, ""), _dots(count)))) for parts, count in dots.items()}


def _dots(number_of: int) -> str:
    return count_things(number_of, "stip", "stippen")
