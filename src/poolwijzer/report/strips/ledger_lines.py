"""Every line of the ledger for a year, for who wants to see where a balance comes from."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.dutch import short_day, short_number, uncapitalise
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.words import tell_amount, what_for

TITLE, CORRECTED = "Alle regels", "Verbeterd"
HOW = "Een regel verandert nooit. Een fout wordt verbeterd met een nieuwe regel, die de code van de oude noemt."


def ledger_lines(material: StripMaterial) -> Section:
    """The lines that count, and behind them those that another line stands in the place of."""
    counted, corrected = material.lines, material.in_year(material.year.counted.corrected)
    if not material.with_lines or not (counted or corrected):
        return Section("regels", TITLE)
    make = _in_short if material.narrow else _whole
    blocks: list[Block] = []
    if counted:
        blocks.append(make(f"Regels van {material.card.year}", counted, material))
    if corrected:
        blocks += [Paragraph(Line(HOW)), make(f"{CORRECTED}: deze regels tellen niet meer", corrected, material)]
    return Section("regels", TITLE, tuple(blocks), annex=not material.narrow)


def _in_short(caption: str, lines: Sequence[LedgerLine], material: StripMaterial) -> Table:
    """Three columns, for a screen."""
    rows = tuple((_told(one, material), tell_amount(one), one.id) for one in lines)
    return Table(caption, ("Regel", "Hoeveel", "Code"), rows)


def _told(line: LedgerLine, material: StripMaterial) -> str:
    what = what_for(line, material.content)
    who = f"{line.municipality}: {what if line.kind == 'use' else uncapitalise(what)}" if line.municipality else what
    asides = (line.note, f"verbetert {line.corrects}" if line.corrects else "")
    return f"{short_day(line.day, year=False)} {who}{''.join(f' ({aside})' for aside in asides if aside)}"


def _whole(caption: str, lines: Sequence[LedgerLine], material: StripMaterial) -> Table:
    corrects, notes = any(one.corrects for one in lines), any(one.note for one in lines)
    head: tuple[str, ...] = ("Dag", "Gemeente", "Waarvoor", "Uren", "Strippen")
    head += (("Notitie",) if notes else ()) + ("Code",) + (("Verbetert",) if corrects else ())
    rows = tuple(_row(one, material, notes=notes, corrects=corrects) for one in lines)
    return Table(caption, head, rows, frozenset({3, 4}))


def _row(line: LedgerLine, material: StripMaterial, *, notes: bool, corrects: bool) -> tuple[str, ...]:
    hours, strips = material.in_hours(line), material.in_strips(line)
    row: tuple[str, ...] = (
        short_day(line.day, year=False),
        line.municipality,
        what_for(line, material.content),
        "" if hours is None else short_number(hours),
        "" if strips is None else short_number(strips),
    )
    return row + ((line.note,) if notes else ()) + (line.id,) + ((line.corrects,) if corrects else ())
