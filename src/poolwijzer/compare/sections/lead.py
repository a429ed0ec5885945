"""What is compared and how, and how the comparison was made."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.compare.sheet import Sheet
from poolwijzer.dutch import long_date
from poolwijzer.report.facts import say_checked
from poolwijzer.report.many import NO_RANKING
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.closing import colophon, describe_method, name_versions

NO_GROUP_IS_RIGHT = "Geen groep heeft gelijk of ongelijk. Een verschil is iets om over te praten."
MENUS_OF_NOW = "Alle metingen zijn beoordeeld met de menu's van nu, en met de gemeenten die nu meedoen."
KINDS = {
    "initiatives": "initiatieven naast elkaar",
    "groups": "groepen over hetzelfde initiatief",
    "time": "één initiatief door de tijd",
}
GROUNDS = {
    "asked": "Zo is het gevraagd.",
    "other-ids": "Elk bestand gaat over een ander initiatief (een ander id).",
    "some-other-ids": "Niet alle bestanden gaan over hetzelfde initiatief (niet overal hetzelfde id).",
    "same-id": "De bestanden gaan over hetzelfde initiatief, en hebben geen verschillende datums.",
    "other-dates": "De bestanden gaan over hetzelfde initiatief, en hebben verschillende datums.",
    "measurements": "In het bestand staan eerdere metingen.",
}
OTHERWISE = "Klopt dat niet? Kies zelf met --as."


def lead(sheet: Sheet) -> Section:
    """What is compared, why it was taken so, and what it is not."""
    return Section("vergelijking", "Wat is vergeleken", tuple(_lead(sheet)))


def _lead(sheet: Sheet) -> Iterator[Block]:
    found = sheet.found
    yield Paragraph(Line(NO_RANKING), "sterk")
    if found.kind == "groups":
        yield Paragraph(Line(NO_GROUP_IS_RIGHT))
    # Whoever reads a document cannot change it; whoever runs the command can.
    fixed = sheet.full or found.ground in ("asked", "measurements")
    otherwise = "" if fixed else f" {OTHERWISE}"
    order = "op datum, de oudste eerst" if found.kind == "time" else "op naam"
    rows = [
        ("Vergeleken", f"{KINDS[found.kind]}, {order}"),
        ("Waarom zo", f"{GROUNDS[found.ground]}{otherwise}"),
    ]
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    if found.kind == "time":
        yield Paragraph(Line(MENUS_OF_NOW), "stil")
    elif said := _other_questions(sheet):
        yield Paragraph(Line(said), "let-op")


def _other_questions(sheet: Sheet) -> str:
    """That some answered the questions of before and others those of after a change; over time the path says so."""
    changes = [find_change(one.assessment, sheet.content) for one in sheet.found.subjects]
    return next((change.beside for change in changes if change), "") if None in changes else ""


def made_how(sheet: Sheet, version: str) -> Section:
    """The method in a few lines, and what it was made with."""
    checked = say_checked(sheet.content)
    if not sheet.full:
        return colophon(sheet.content, version, checked)
    rows = [
        ("Datum van het overzicht", long_date(sheet.found.date)),
        ("Gemaakt met", name_versions(sheet.content, version)),
        ("Bestanden", ", ".join(dict.fromkeys(one.file for one in sheet.found.subjects))),
    ]
    return Section(
        "verantwoording",
        "Hoe dit is gemaakt",
        (
            Paragraph(Line(describe_method(sheet.content))),
            Paragraph(Line("Per initiatief staan redenen en bronnen in het advies: poolwijzer advise BESTAND.")),
            Labelled(tuple((label, Line(text)) for label, text in rows)),
            *((Paragraph(Line(checked), "stil"),) if checked else ()),
            Paragraph(Line(sheet.content.typology.credit), "stil"),
        ),
    )
