"""The choices side by side: per component what was chosen and considered, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from poolwijzer.compare.sections.grids import choices_grid
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import ChoiceCompared, ComponentCompared
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table

OWN = "eigen keuze"
MOST_IN_SHORT = 3
"""How many options of a component a short report tells where many are compared."""


def choices(sheet: Sheet) -> Section:
    """Who chose what; over time the steps tell it."""
    title = "De keuzes naast elkaar"
    components = sheet.found.components
    if sheet.found.kind == "time" or not components:
        return Section("keuzes", title)
    if not sheet.full:
        rows = [(sheet.content.components[one.component].title, _in_short(one, sheet)) for one in components]
        return Section(
            "keuzes", title, (*sheet.explained(), Labelled(tuple((label, Line(text)) for label, text in rows)))
        )
    if not sheet.many:
        grid = choices_grid(partial(title_of, sheet=sheet), sheet)
        blocks: tuple[Block, ...] = (grid,) if grid else ()
        return Section("keuzes", title, (*sheet.heads_explained(), *blocks, *_empty(sheet)))
    tables = (block for one in components for block in _component(one, sheet))
    return Section("keuzes", title, (*sheet.explained(), *tables))


def _in_short(one: ComponentCompared, sheet: Sheet) -> str:
    """What was chosen of a component in a line; of many, what the most of them chose."""
    chosen = [entry for entry in one.choices if entry.chosen]
    if sheet.many:
        most = sorted(chosen, key=lambda entry: -len(entry.chosen))[:MOST_IN_SHORT]
        left = len(chosen) - len(most)
        told = [f"{title_of(entry, sheet)}: {len(entry.chosen)} keer" for entry in most]
        told += [f"en nog {count_things(left, 'optie', 'opties')}"] if left else []
    else:
        told = [f"{title_of(entry, sheet)} ({sheet.who(entry.chosen, in_short=True)})" for entry in chosen]
    return "; ".join(told) or "nog niets gekozen"


def title_of(entry: ChoiceCompared, sheet: Sheet) -> str:
    """An option as the menu card calls it, or what somebody added."""
    return f"{entry.text} ({OWN})" if entry.option is None else sheet.content.options[entry.option].title


def _component(one: ComponentCompared, sheet: Sheet) -> Iterator[Block]:
    component = sheet.content.components[one.component].title
    rows = tuple(
        (title_of(entry, sheet), _who(entry.chosen, sheet), _who(entry.considering, sheet)) for entry in one.choices
    )
    if rows:
        yield Table(component, ("Optie", "Gekozen door", "Overwogen door"), rows)
    empty = [number for number in range(1, sheet.size + 1) if number not in one.filled]
    if empty:
        told = f"nog niet ingevuld door {sheet.who(empty)}"
        yield Paragraph(Line(f"{capitalise(told) if rows else f'{component}: {told}'}."), "stil")
    elif not rows:
        yield Paragraph(Line(f"{component}: {sheet.all} kozen hier nog niets."), "stil")


def _empty(sheet: Sheet) -> Iterator[Block]:
    """Of which components nothing was filled in, and by whom."""
    rows = []
    for one in sheet.found.components:
        if empty := [number for number in range(1, sheet.size + 1) if number not in one.filled]:
            rows.append((sheet.content.components[one.component].title, Line(sheet.who(empty))))
        elif not one.choices:
            rows.append((sheet.content.components[one.component].title, Line("door niemand gekozen")))
    if rows:
        yield Paragraph(Line("Nog niet ingevuld door:"), "stil")
        yield Labelled(tuple(rows))


def _who(numbers: tuple[int, ...], sheet: Sheet) -> str:
    return sheet.who(numbers) if numbers else ""
