"""All agreements of a session on one page, with who and when."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import Agreement
from poolwijzer.dutch import count_things, join_words
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table
from poolwijzer.workshop.proceedings.minutes import SessionMinutes

OPEN = "nog open"
NONE = "Er zijn geen afspraken opgeschreven."
TITLE = "Alle afspraken"


def all_agreements(minutes: SessionMinutes) -> Section:
    """Every agreement whole, group by group; who or when is told to be open where nobody said so."""
    return Section("afspraken", TITLE, tuple(_all(minutes)), begins="page")


def is_settled(agreement: Agreement) -> bool:
    """Whether it was said who does it, and when."""
    return bool(agreement.who.strip() and agreement.when.strip())


def _all(minutes: SessionMinutes) -> Iterator[Block]:
    made = minutes.agreements()
    if not made:
        yield Paragraph(Line(NONE))
        return
    if unsettled := sum(not is_settled(one.agreement) for one in made):
        yield Paragraph(Line(f"Bij {count_things(unsettled, 'afspraak', 'afspraken')} is nog open wie of wanneer."))
    rows = tuple(
        (
            one.minutes.label,
            one.agreement.what,
            one.agreement.who if one.agreement.who.strip() else OPEN,
            one.agreement.when if one.agreement.when.strip() else OPEN,
        )
        for one in made
    )
    yield Table("Wie doet wat, en wanneer", ("Groep", "Wat", "Wie", "Wanneer"), rows)
    if without := [one.label for one in minutes.groups if not (one.typed and one.typed.agreements)]:
        yield Paragraph(Line(f"Zonder afspraken: {join_words(without)}."), "stil")
