"""Initiatives with more than one measurement, and how their place moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.measured import Measured, Moment
from poolwijzer.batch.overview.name_list import MOST_ROWS
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date, number
from poolwijzer.report.many import in_menu_order
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table
from poolwijzer.report.words import places_title

Place = tuple[str, ...]


class Moves(NamedTuple):
    """From the first measurement of an initiative to its last."""

    counts: Counter[tuple[Place, Place]]
    other_questions: int
    """Initiatives of which the first was measured by other questions, so that their places do not compare."""
    without_date: int
    """Of which it is not known which came first."""


def find_moves(overview: Overview) -> Moves:
    """How the places moved, of every initiative that was measured on more than one day."""
    counts: Counter[tuple[Place, Place]] = Counter()
    other = without = 0
    for one in overview.measured:
        first, *later = one.moments
        if not later:
            continue
        last = later[-1]
        if first.date is None:
            without += 1
        elif first.questions != last.questions:
            other += 1
        else:
            counts[first.in_play, last.in_play] += 1
    return Moves(counts, other, without)


def count_measurements(overview: Overview) -> tuple[int, int]:
    """How many measurements there are, and how many files are a copy."""
    return sum(one.number for one in overview.measured), sum(one.copies for one in overview.measured)


def measurements(overview: Overview, content: Content, *, whole: bool, short: bool = False) -> Section:
    """What was measured more than once; nothing where nothing was."""
    several = [one for one in overview.measured if one.number > 1]
    copies = sum(one.copies for one in overview.measured)
    blocks = [*_copies(copies), *_counted(several)]
    if several and not short:
        blocks += [*_same_day(several), *_moved(find_moves(overview), content)]
    if several and whole:
        blocks.append(_each(overview, content))
    return Section("metingen", "Meer dan één meting", tuple(blocks))


def _copies(copies: int) -> Iterator[Block]:
    if copies:
        told = count_things(copies, "bestand is een kopie van een ander", "bestanden zijn een kopie van een ander")
        yield Paragraph(Line(f"{told}. Een kopie telt niet mee."))


def _counted(several: list[Measured]) -> Iterator[Block]:
    if several:
        number_of = sum(one.number for one in several)
        who = count_things(len(several), "initiatief heeft", "initiatieven hebben")
        told = f"{who} meer dan één meting, samen {number(number_of, 0)}."
        rule = "De nieuwste telt in dit overzicht, en van één dag de meting met de meeste antwoorden."
        yield Paragraph(Line(f"{told} {rule} De andere staan alleen hier."))


def _same_day(several: list[Measured]) -> Iterator[Block]:
    """Two groups on one initiative."""
    found = [one for one in several if one.same_day]
    if not found:
        return
    two = sum(len(one.same_day) == 1 for one in found)
    many = len(found) - two
    told = [f"{count_things(two, 'initiatief heeft', 'initiatieven hebben')} twee metingen van dezelfde dag (groepen)."]
    told = told if two else []
    if many:
        told.append(f"{count_things(many, 'initiatief heeft', 'initiatieven hebben')} er meer van dezelfde dag.")
    differing = sum(any(other.in_play != one.kept.in_play for other in one.same_day) for one in found)
    told.append(
        f"Bij {number(differing, 0)} van de {number(len(found), 0)} kwamen zij op een andere plek uit."
        if differing
        else "Zij kwamen op dezelfde plek uit."
    )
    yield Paragraph(Line(" ".join(told)))


def _moved(moves: Moves, content: Content) -> Iterator[Block]:
    """From where to where, the most frequent first."""
    rows = {(_title(old, content), _title(new, content)): count for (old, new), count in moves.counts.items()}
    ordered = sorted(rows, key=lambda pair: (-rows[pair], pair))
    if ordered:
        cells = tuple((*pair, number(rows[pair], 0)) for pair in ordered[:MOST_ROWS])
        yield Table("Van de eerste naar de laatste meting", ("Van", "Naar", "Initiatieven"), cells, frozenset({2}))
        told = "Geen plek is beter dan een andere. Een andere groep aan tafel kan ook een andere plek geven."
        yield Paragraph(Line(told), "stil")
    for count, why in (
        (moves.other_questions, "is met andere vragen gemeten. Die plekken zijn niet te vergelijken."),
        (moves.without_date, "heeft geen datum. Welke meting eerst kwam, is niet bekend."),
    ):
        if count:
            who = count_things(count, "initiatief", "initiatieven")
            yield Paragraph(Line(f"Bij {who} staat hier geen verschuiving: de eerste meting {why}"))


def _title(place: Place, content: Content) -> str:
    return places_title(in_menu_order(place, content), content)


def _each(overview: Overview, content: Content) -> Table:
    """Every initiative that was measured more than once, with the place of each day."""
    found = {id(one.kept): one for one in overview.measured if one.number > 1}
    rows = []
    for numbered in overview.by_name:
        one = found.get(id(numbered.kept))
        if one is not None:
            path = [f"{_day(moment)}: {_title(moment.in_play, content)}" for moment in one.moments]
            path += [f"andere groep die dag: {_title(other.in_play, content)}" for other in one.same_day]
            rows.append((numbered.label, number(one.number, 0), "; ".join(path)))
    return Table(
        "De metingen per initiatief", ("Initiatief", "Metingen", "Plek"), tuple(rows[:MOST_ROWS]), frozenset({1})
    )


def _day(moment: Moment) -> str:
    return long_date(date.fromisoformat(moment.date)) if moment.date else "zonder datum"
