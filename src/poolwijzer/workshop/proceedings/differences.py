"""Where groups that discussed one initiative saw it differently: no group is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.compare.sections.lead import NO_GROUP_IS_RIGHT
from poolwijzer.compare.sections.places import in_places
from poolwijzer.compare.sections.statements import DIFFERENT, statements
from poolwijzer.compare.sheet import Sheet
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.report.excerpt import BROUGHT_BACK, excerpt
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.workshop.beside import lay_beside
from poolwijzer.workshop.proceedings.minutes import Minutes, SessionMinutes

FEWEST = 2
"""Groups on one initiative that there is something to lay side by side from."""
MOST_CHOICES = 5
"""So many components in which choices differ are told of each initiative."""


def differences(minutes: SessionMinutes) -> Section:
    """For each initiative that more groups discussed: the places, the answers and the choices that differ."""
    parts = []
    for name in minutes.session.plan.initiatives:
        groups = [one for one in minutes.groups if one.group.plan.initiative == name and one.has_answered]
        if len(groups) >= FEWEST:
            told = tuple(_of_initiative(groups, minutes))
            parts.append(Section(f"verschil-{name}", groups[0].initiative, told))
    blocks = (Paragraph(Line(NO_GROUP_IS_RIGHT)),) if parts else ()
    return Section("verschillen", "Waar groepen anders naar keken", blocks, tuple(parts))


def _of_initiative(groups: Sequence[Minutes], minutes: SessionMinutes) -> Iterator[Block]:
    sheet = lay_beside([(one.label, one.group) for one in groups], minutes.content, minutes.on, "kort")
    yield from sheet.explained()
    places = in_places(sheet)
    if len(places) == 1:
        yield Paragraph(Line(f"{capitalise(sheet.all)} komen op dezelfde plek uit: {next(iter(places))}."))
    else:
        yield Paragraph(Line("De groepen komen op verschillende plekken uit:"))
        yield Labelled(tuple((place, Line(sheet.who(numbers))) for place, numbers in places.items()))
    for part in statements(sheet).parts:
        if part.title == DIFFERENT["groups"]:
            yield from part.blocks
    if rows := tuple(_choices(sheet)):
        yield Paragraph(Line("Hier kozen de groepen anders:"))
        yield Labelled(rows[:MOST_CHOICES])
        if (left := len(rows) - MOST_CHOICES) > 0:
            more = count_things(left, "component", "componenten")
            yield Paragraph(Line(f"Ook bij nog {more} van de menukaart verschillen de keuzes."), "stil")


def _choices(sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """The components that more groups filled in, and not all with the same choices."""
    for component in sheet.found.components:
        chosen = [entry for entry in component.choices if entry.chosen]
        if len(component.filled) < FEWEST or all(len(entry.chosen) == len(component.filled) for entry in chosen):
            continue
        options = sheet.content.options
        titles = [options[one.option].title if one.option else excerpt(one.text, BROUGHT_BACK) for one in chosen]
        told = [f"{title} ({sheet.who(one.chosen)})" for title, one in zip(titles, chosen, strict=True)]
        yield sheet.content.components[component.component].title, Line(join_words(told))
