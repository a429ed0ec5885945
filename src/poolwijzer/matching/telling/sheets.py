"""A matching as tables with figures: all hours with what became of them, and what else there is to count with."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import long_date
from poolwijzer.matching.telling.account import tell_settings
from poolwijzer.matching.telling.build import PROPOSAL, TITLE
from poolwijzer.matching.telling.material import MatchingMaterial, balances, total
from poolwijzer.matching.telling.why import help_in_words, shortage_in_words, why_in_words
from poolwijzer.matching.values import Stretch
from poolwijzer.report.sheets import Sheet, SheetCell, SheetColumn, Sheets

MATCHED, UNMET, LEFT = "gekoppeld", "niet vervuld", "over"
HOURS = (
    SheetColumn("Wat", "text", 14),
    SheetColumn("Expertise", "text", 22),
    SheetColumn("Voor", "text", 24),
    SheetColumn("Van", "text", 24),
    SheetColumn("Uren", "whole", 10),
    SheetColumn("Eerste dag", "date", 18),
    SheetColumn("Laatste dag", "date", 18),
    SheetColumn("Waarom niet", "text", 50),
    SheetColumn("Wat helpt", "text", 50),
    SheetColumn("Toelichting bij de vraag", "text", 30),
    SheetColumn("Toelichting bij het aanbod", "text", 30),
)
BALANCE = (
    SheetColumn("Wie", "text", 28),
    SheetColumn("Vraagt", "whole", 12),
    SheetColumn("Krijgt", "whole", 12),
    SheetColumn("Biedt", "whole", 12),
    SheetColumn("Leent uit", "whole", 12),
)
SHORTAGES = (
    SheetColumn("Expertise", "text", 24),
    SheetColumn("Eerste dag", "date", 18),
    SheetColumn("Laatste dag", "date", 18),
    SheetColumn("Uren extra vraag per uur aanbod", "whole", 16),
    SheetColumn("Tot en met hoeveel uren", "whole", 16),
    SheetColumn("In woorden", "text", 80),
)
LEFT_OUT = (
    SheetColumn("Bestand", "text", 24),
    SheetColumn("Rij", "whole", 8),
    SheetColumn("Wat er mis is", "text", 60),
    SheetColumn("Wat u kunt doen", "text", 60),
)
ACCOUNT = (SheetColumn("Zo is het gekoppeld", "text", 90),)


def matching_sheets(material: MatchingMaterial) -> Sheets:
    """The tables of a matching; the first holds every hour that is asked or offered."""
    told = tuple(balances(material.matching))
    sheets = [
        Sheet("Uren", HOURS, tuple(_hours(material)), (PROPOSAL,)),
        Sheet("Brengen en krijgen", BALANCE, (*told, total(material)), sums=frozenset({len(told)})),
        Sheet("Waar meer aanbod helpt", SHORTAGES, tuple(_shortages(material))),
        Sheet("Zo is het gekoppeld", ACCOUNT, tuple((text,) for text in tell_settings(material))),
    ]
    if material.left_out:
        rows = tuple((one.path, one.line, one.message, one.hint) for one in material.left_out)
        sheets.append(Sheet("Rijen die niet meetellen", LEFT_OUT, rows))
    return Sheets(f"{material.hours.title or TITLE}, {long_date(material.on)}", material.on, tuple(sheets))


def _hours(material: MatchingMaterial) -> Iterator[tuple[SheetCell, ...]]:
    for met in material.met():
        request = met.request
        for one in met.assignments:
            for part in one.parts:
                notes = (request.name, one.offer.name)
                lender = one.offer.municipality
                yield MATCHED, request.expertise, request.municipality, lender, *_stretch(part), None, None, *notes
        if why := met.unmet:
            told = (why_in_words(why), help_in_words(why))
            days = (met.missing, request.first, request.last)
            yield UNMET, request.expertise, request.municipality, None, *days, *told, request.name, None
    for used in material.left():
        offer = used.offer
        days = (used.left, offer.first, offer.last)
        yield LEFT, offer.expertise, None, offer.municipality, *days, None, None, None, offer.name


def _stretch(part: Stretch) -> tuple[SheetCell, ...]:
    return part.hours, part.first, part.last


def _shortages(material: MatchingMaterial) -> Iterator[tuple[SheetCell, ...]]:
    for one in material.matching.shortages:
        yield one.expertise, one.first, one.last, 1, one.hours, shortage_in_words(one)
