"""From what somebody types about a use to a line of the ledger, with what is odd about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeVar

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.participants import find_participant, who_take_part
from poolwijzer.content.content import Content
from poolwijzer.costs.strips.corrections import apply_corrections
from poolwijzer.costs.strips.lines import LedgerLine, LineKind
from poolwijzer.dutch import join_words
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.strips.cells import YEARS
from poolwijzer.strips.products import find_product, tell_unknown_product
from poolwijzer.validation import Fault
from poolwijzer.validation.amounts import read_quantity

Value = TypeVar("Value")
_NO_AMOUNT = "Zet erbij: --hours 16, of --strips 2."


class Entry(NamedTuple):
    """What was typed about one line; None where an option was not given."""

    day: date | None = None
    municipality: str | None = None
    product: str | None = None
    hours: str | None = None
    strips: str | None = None
    note: str | None = None
    joint: bool = False
    to: str | None = None
    carry_over: bool = False
    corrects: str | None = None


class Composed(NamedTuple):
    """A line to add, and what is odd about it and does no harm."""

    line: LedgerLine
    remarks: tuple[Problem, ...]


def compose_line(
    entry: Entry, assessment: Assessment, content: Content, ledger: Iterable[LedgerLine], on: date
) -> Composed:
    """The line that is meant. A correction takes over from the line it corrects what was not typed anew.

    Args:
        entry: What was typed.
        assessment: For the municipalities, and the products that the group chose in its own words.
        content: For the products of the menu card.
        ledger: The lines that are there.
        on: The day of a line for which none was typed.

    Raises:
        InputError: With all that does not fit.
    """
    problems: list[Problem] = []
    there = tuple(ledger)
    old = _corrected(entry.corrects, there) if entry.corrects is not None else None
    asked = _tried(lambda: _kind(entry, old), problems)
    kind = asked or "use"
    day = _tried(lambda: _day(entry, old, on), problems) or on
    amount = _tried(lambda: _amount(entry, old), problems) or (None, None)
    municipality = _tried(lambda: _municipality(entry, old, kind, assessment), problems) or ""
    to = _tried(lambda: _receiver(entry, old, kind, municipality, assessment), problems) or ""
    product = _tried(lambda: _product(entry, old, kind, content), problems) if asked else None
    if problems:
        raise InputError(problems)
    line = LedgerLine(
        id="",
        day=day,
        kind=kind,
        municipality=municipality,
        product=product or "",
        hours=amount[0],
        strips=amount[1],
        to=to,
        corrects=old.id if old else "",
        note=entry.note if entry.note is not None else old.note if old else "",
    )
    return Composed(line, tuple(_remarks(line, assessment, content, there, on)))


def _tried(make: Callable[[], Value], problems: list[Problem]) -> Value | None:
    """What is made, or None with what is wrong among the problems: who typed it hears all at once."""
    try:
        return make()
    except InputError as error:
        problems.extend(error.problems)
        return None


def _wrong(option: str, message: str, hint: str) -> InputError:
    return InputError(Problem(option, message, hint))


def _corrected(typed: str, lines: tuple[LedgerLine, ...]) -> LedgerLine:
    wanted = typed.strip()
    found = next((one for one in lines if one.id == wanted), None)
    if found is None:
        hint = did_you_mean(wanted, [one.id for one in lines]) or "Zoek de code met: poolwijzer strips show --lines"
        raise _wrong("--corrects", f"Er is geen regel met code {quote(wanted)}.", hint)
    if later := next((one for one in reversed(lines) if one.corrects == found.id), None):
        message = f"Regel {quote(wanted)} is al verbeterd, door code {later.id}."
        raise _wrong("--corrects", message, f"Verbeter die: --corrects {later.id}")
    return found


def _day(entry: Entry, old: LedgerLine | None, on: date) -> date:
    if entry.day is not None and entry.day.year not in YEARS:
        raise _wrong("--date", f"Het jaar {entry.day.year} is niet van deze tijd.", "Kijk de datum na.")
    return entry.day or (old.day if old else on)


def _kind(entry: Entry, old: LedgerLine | None) -> LineKind:
    asked: list[tuple[str, LineKind]] = []
    if entry.joint:
        asked.append(("--joint", "joint"))
    if entry.to is not None:
        asked.append(("--to", "transfer"))
    if entry.carry_over:
        asked.append(("--carry-over", "carry"))
    if len(asked) > 1:
        raise _wrong(asked[1][0], f"Dit gaat niet samen met {asked[0][0]}.", "Maak er twee regels van.")
    return asked[0][1] if asked else old.kind if old else "use"


def _amount(entry: Entry, old: LedgerLine | None) -> tuple[Fraction | None, Fraction | None]:
    if entry.hours is not None and entry.strips is not None:
        raise _wrong("--strips", "Een regel gaat over uren of over strippen, niet over allebei.", "Laat er een weg.")
    if entry.hours is None and entry.strips is None:
        if old is None:
            raise _wrong("--hours", "Hoeveel het is, staat er niet bij.", _NO_AMOUNT)
        return old.hours, old.strips
    option, typed = ("--hours", entry.hours) if entry.hours is not None else ("--strips", entry.strips)
    try:
        value = read_quantity(typed)
    except Fault as fault:
        hint = (
            "Is er te veel geteld? Verbeter dan de regel met --corrects."
            if "onder nul" in fault.message
            else fault.hint
        )
        raise _wrong(option, fault.message, hint) from None
    if not value and old is None:
        raise _wrong(
            option, "Een regel over niets telt niet.", "Alleen een verbetering mag 0 zijn: zo haalt u een regel terug."
        )
    return (value, None) if option == "--hours" else (None, value)


def _municipality(entry: Entry, old: LedgerLine | None, kind: LineKind, assessment: Assessment) -> str:
    if entry.municipality is None:
        if old is None and kind != "joint":
            raise _wrong(
                "--municipality", "Van welke gemeente dit is, staat er niet bij.", who_take_part(assessment.initiative)
            )
        return old.municipality if old else ""
    return find_participant(entry.municipality, assessment.initiative, "--municipality")


def _receiver(entry: Entry, old: LedgerLine | None, kind: LineKind, giver: str, assessment: Assessment) -> str:
    if kind != "transfer":
        return ""
    to = find_participant(entry.to, assessment.initiative, "--to") if entry.to is not None else old.to if old else ""
    if to and to == giver:
        raise _wrong("--to", f"{to} kan geen strippen aan zichzelf geven.", "Noem de gemeente die ze krijgt.")
    return to


def _product(entry: Entry, old: LedgerLine | None, kind: LineKind, content: Content) -> str:
    if kind in ("transfer", "carry"):
        if entry.product is not None:
            raise _wrong("--product", "Bij strippen die niemand gebruikt, hoort geen product.", "Laat --product weg.")
        return ""
    if entry.product is not None and entry.product.strip():
        return find_product(entry.product, content)
    if old and old.product:
        return old.product
    raise _wrong("--product", "Waarvoor het is, staat er niet bij.", _some_products(content))


def _some_products(content: Content) -> str:
    from poolwijzer.strips.products import product_ids

    ids = product_ids(content)
    return (
        f"Kies een product van de menukaart, zoals {join_words(ids[:3], 'of')}."
        if ids
        else "Schrijf het in eigen woorden."
    )


def _remarks(
    line: LedgerLine, assessment: Assessment, content: Content, lines: tuple[LedgerLine, ...], on: date
) -> Iterable[Problem]:
    if line.product and (told := tell_unknown_product(line.product, assessment, content)):
        yield told
    if line.day > on:
        what = "Het gebruik telt als gepland." if line.kind in ("use", "joint") else "De regel telt vanaf die dag."
        yield Problem("--date", "Deze dag is nog niet geweest.", what)
    same = replace(line, note="")
    counted = apply_corrections(lines).lines
    if twin := next((one for one in counted if replace(one, note="", corrects="").says_the_same(same)), None):
        message = f"Er stond al zo'n regel: code {twin.id}."
        hint = f"Is het dezelfde? Haal er dan een terug, met --corrects {twin.id} --hours 0."
        yield Problem("strips add", message, hint)
