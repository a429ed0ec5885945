"""Everyone's own dot of before the questions, in words: where most stand, how wide, and beside what came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.drawing.model import Cloud, CloudSpot
from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.results import Placement
from poolwijzer.report import words
from poolwijzer.report.axes import on_axes

Dot = Mapping[str, Fraction]
BORDER = "op een grens"


def count_dots(number_of: int) -> str:
    """So many dots."""
    return count_things(number_of, "stip", "stippen")


def cloud_of(dots: Sequence[Dot], content: Content) -> Cloud | None:
    """The dots as a drawing has them: how many stand on each spot; None without any."""
    spots = Counter(place for dot in dots if (place := on_axes(dot, content)))
    if not spots:
        return None
    label = f"{count_dots(len(dots))} vooraf, van wie er was"
    return Cloud(label, tuple(CloudSpot(*place, count) for place, count in sorted(spots.items())))


def tell_dots(placement: Placement, content: Content) -> Iterator[str]:
    """What there is to say of the dots, a sentence each; nothing without any. Nobody is named."""
    if placement.dots:
        yield where_they_stand(placement.dots, content)
        yield from _how_wide(placement.dots, content)
        yield from _beside_the_outcome(placement, content)


def where_they_stand(dots: Sequence[Dot], content: Content) -> str:
    """In which quadrants the dots stand, the fullest first."""
    places = Counter(_place(dot, content) for dot in dots)
    order = [*(quadrant.title for quadrant in content.typology.quadrants.values()), BORDER]
    fullest = sorted(places, key=lambda place: (-places[place], order.index(place)))
    where = [place if place == BORDER else f"in {place}" for place in fullest]
    if len(dots) == 1:
        return f"De ene stip staat {where[0]}."
    if len(fullest) == 1:
        return f"{'Beide' if len(dots) == 2 else f'Alle {len(dots)}'} stippen staan {where[0]}."
    counts = [places[place] for place in fullest]
    told = [f"{count} {place}" for count, place in zip(counts, where, strict=True)]
    return f"Van de {len(dots)} stippen {'staat' if counts[0] == 1 else 'staan'} er {join_words(told, 'en')}."


def _place(dot: Dot, content: Content) -> str:
    in_play = quadrants_at(dot, content)
    return content.typology.quadrants[in_play[0]].title if len(in_play) == 1 else BORDER


def _how_wide(dots: Sequence[Dot], content: Content) -> Iterator[str]:
    """From which level to which they go, on each axis."""
    if len(dots) < 2:
        return
    told = []
    for axis in content.typology.axes:
        places = [dot[axis] for dot in dots]
        span = words.span(min(places), max(places), content)
        told.append(f"{words.place_title(axis, content)} als {span}")
    yield f"Men zag {join_words(told, 'en')}."


def _beside_the_outcome(placement: Placement, content: Content) -> Iterator[str]:
    """How many thought before what came out; nothing where that is no outcome, or anything goes."""
    found, total = frozenset(placement.in_play), len(placement.dots)
    if placement.source != "antwoorden" or not found or len(found) == len(content.typology.quadrants):
        return
    number_of = sum(found >= set(quadrants_at(dot, content)) for dot in placement.dots)
    where = f"{'' if len(found) == 1 else 'op of tussen de plekken '}waar het initiatief uitkwam"
    if total == 1:
        yield f"Die stond {'al' if number_of else 'niet'} {where}."
    elif number_of == total:
        yield f"Zij stonden alle{'bei' if total == 2 else 'maal'} al {where}."
    else:
        who = "Geen" if not number_of else str(number_of)
        yield f"{who} van de {total} {'stonden' if number_of > 1 else 'stond'} al {where}."
