"""The path of an initiative: each measurement, what changed since the one before, and which statements made it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from poolwijzer.dutch import capitalise, join_words, long_date
from poolwijzer.engine.over_time import AxisChange, Caution, Moment, StatementChange
from poolwijzer.report import words
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table
from poolwijzer.report.pictures import path_chart
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.statements import statement_text

MOST_STATEMENTS = 3
Name = Callable[[str, Material], str]
CAUTIONS: dict[Caution, str] = {
    "menus": "De vragen kwamen uit andere menu's dan de keer ervoor.",
    "vragenlijst": "De ene keer is de korte lijst gevraagd, de andere keer de volledige.",
    "bron": "De ene keer rust de plek op antwoorden, de andere keer op iets anders.",
}


def over_time(material: Material, moments: tuple[Moment, ...], name: Name = statement_text) -> Section:
    """Every measurement with what changed; nothing where there is only one.

    Args:
        material: Of the report.
        moments: The measurements.
        name: How a statement is told: as it is read, or by its number where the answers stand beside it.
    """
    if len(moments) < 2:
        return Section("tijd", "Door de tijd")
    blocks: list[Block] = [_table(moments, material)]
    if material.full:
        blocks.insert(0, path_chart(material, moments))
    for before, moment in pairwise(moments):
        if lines := tuple(_changes(moment, material, name)):
            blocks += [Paragraph(Line(f"Sinds de keer ervoor ({when(before)}):"), "sterk"), Bullets(lines)]
        blocks += [Paragraph(Line(_caution(caution, before, moment)), "let-op") for caution in moment.cautions]
    return Section("tijd", "Door de tijd", tuple(blocks))


def _caution(caution: Caution, before: Moment, now: Moment) -> str:
    if caution == "vragen":
        change = before.questions_changed or now.questions_changed
        return change.between if change and change.between else CAUTIONS["menus"]
    return CAUTIONS[caution]


def when(moment: Moment) -> str:
    """The day of a measurement in words."""
    return long_date(moment.date) if moment.date else "nu"


def _table(moments: tuple[Moment, ...], material: Material) -> Table:
    axes = () if material.full else tuple(material.content.typology.axes.items())  # a picture tells these
    rows = tuple(
        (
            when(moment),
            words.headline(moment.placement, material.content),
            *(words.level(moment.placement.axes[name], material.content) for name, _ in axes),
        )
        for moment in moments
    )
    head = ("Meting", "Plek", *(axis.short for _, axis in axes))
    return Table("De metingen", head, rows)


def _changes(moment: Moment, material: Material, name: Name) -> Iterator[Line]:
    for axis, change in moment.changes.items():
        if change.change is not None:
            yield Line(_change(axis, change, material, name))
        elif change.statements:
            title = capitalise(words.place_title(axis, material.content))
            yield Line(f"{title}, op stellingen die gelijk bleven: {_statements(change.statements, material, name)}.")


def _from_to(entry: StatementChange) -> str:
    before, now = words.about(entry.before), words.about(entry.now)
    return f"van {before} naar {now}" if before != now else "een klein verschil"


def _change(axis: str, found: AxisChange, material: Material, name: Name) -> str:
    title = capitalise(words.place_title(axis, material.content))
    change = found.change or Fraction()
    if not change:
        return f"{title} bleef gelijk."
    way = f"{title} ging {'omhoog' if change > 0 else 'omlaag'}."
    along = [entry for entry in found.statements if (entry.change > 0) == (change > 0)]
    against = [entry for entry in found.statements if entry not in along]
    why = f" Vooral door: {_statements(along, material, name)}." if along else ""
    but = f" De andere kant op: {_statements(against, material, name)}." if against else ""
    return f"{way}{why}{but}{' Ook telt mee dat toen en nu niet hetzelfde is beantwoord.' if found.other else ''}"


def _statements(changed: Sequence[StatementChange], material: Material, name: Name) -> str:
    shown = [(name(entry.statement, material), _from_to(entry)) for entry in changed[:MOST_STATEMENTS]]
    return join_words([f"{_within(said)} ({change})" for said, change in shown], "en")


def _within(said: str) -> str:
    """A statement inside a sentence: as a quotation where it is a sentence itself."""
    return f"'{said.removesuffix('.')}'" if said.endswith(".") else said
