"""What stands side by side as pictures: levels and answers, darker where they are higher, and who chose what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import ChoiceCompared, StatementCompared
from poolwijzer.drawing.charts import Cell, Grid, GridRow, Item
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report import words

CHOSEN, CONSIDERED = "gekozen", "overwogen"


def axes_grid(sheet: Sheet) -> Grid:
    """The level of everyone on each axis."""
    axes = sheet.content.typology.axes
    return Grid(
        title="De assen naast elkaar",
        description=f"De stand van {sheet.all} op {count_things(len(axes), 'as', 'assen')}.",
        head=(capitalise(sheet.noun), *(axis.short for axis in axes.values())),
        rows=tuple(
            GridRow(
                sheet.numbered(number),
                tuple(
                    Cell((Item(words.level(place, sheet.content)),), _shade(place.score, sheet))
                    for place in (one.placement.axes[name] for name in axes)
                ),
            )
            for number, one in enumerate(sheet.found.subjects, 1)
        ),
        shade="hoe donkerder, hoe hoger",
    )


def answers_grid(
    caption: str, entries: Sequence[StatementCompared], say: Callable[[StatementCompared, int], str], sheet: Sheet
) -> Grid:
    """The answers to these statements, as each was given."""
    return Grid(
        title=caption,
        description=f"Wat {sheet.all} antwoordden op {count_things(len(entries), 'stelling', 'stellingen')}.",
        head=("Stelling", *sheet.heads()),
        rows=tuple(
            GridRow(
                sheet.statement(entry.statement),
                tuple(
                    Cell((Item(say(entry, number)),), _shade(one.answer if one else None, sheet))
                    for number, one in enumerate(entry.entries, 1)
                ),
            )
            for entry in entries
        ),
        shade="hoe donkerder, hoe hoger het antwoord",
    )


def _shade(value: Fraction | None, sheet: Sheet) -> float:
    """How dark a place on the answer scale is; rounded to halves as it is told."""
    if value is None:
        return 0.0
    scale = sheet.content.typology.scale
    return float((words.nearest_half(value) - scale.lowest) / (scale.highest - scale.lowest))


def choices_grid(title_of: Callable[[ChoiceCompared], str], sheet: Sheet) -> Grid | None:
    """Who chose and considered which option of every component; None where nobody did."""
    rows = tuple(
        GridRow(title_of(entry), _standings(entry, sheet), sheet.content.components[one.component].title)
        for one in sheet.found.components
        for entry in one.choices
    )
    if not rows:
        return None
    return Grid(
        title="Wie wat koos",
        description=f"{capitalise(count_things(len(rows), 'optie', 'opties'))} met wie van {sheet.all} die koos.",
        head=("Optie", *sheet.heads()),
        rows=rows,
        marks=True,
    )


def _standings(entry: ChoiceCompared, sheet: Sheet) -> tuple[Cell, ...]:
    standing = {**dict.fromkeys(entry.considering, CONSIDERED), **dict.fromkeys(entry.chosen, CHOSEN)}
    return tuple(
        Cell((Item(standing[number], standing[number] == CHOSEN),) if number in standing else ())
        for number in range(1, sheet.size + 1)
    )
