"""The mail to send with the report of a session, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.typed_text import sanitize_line, sanitize_text
from poolwijzer.workshop.proceedings.agreements import OPEN, is_settled
from poolwijzer.workshop.proceedings.group_page import LONG_NEED
from poolwijzer.workshop.proceedings.minutes import Agreed, SessionMinutes

WIDEST = 78
"""In letters, of a line."""
IN_FULL = {".pdf": "als PDF", ".docx": "in Word"}
PRIVACY = (
    "De antwoorden blijven bij ons. Gaan zij later naar een archief om van te leren? Dan zonder namen van personen en "
    "organisaties. Eigen teksten gaan alleen mee als daar ja op is gezegd."
)


def write_mail(minutes: SessionMinutes, report: Sequence[str], own: Sequence[str], organisation: str = "") -> str:
    """The whole mail, with lines of at most `WIDEST` letters.

    Args:
        minutes: What is told of the session.
        report: The names of the files with the report.
        own: The names of the files with a report of one group.
        organisation: Who sends it; may be empty.
    """
    parts = [
        _lines(f"Onderwerp: Verslag: {minutes.title}, {long_date(minutes.session.plan.date)}"),
        _lines("Beste deelnemers,"),
        _lines(_thanks(minutes)),
        *_attached(minutes, report, own),
        *_agreements(minutes),
        *_wanted(minutes),
        [*_lines("Wat er met de antwoorden gebeurt"), *_lines(PRIVACY)],
        _lines("Klopt er iets niet, of wilt u iets toevoegen? Antwoord dan op deze mail."),
        _lines("Met vriendelijke groet,"),
        *([_lines(sanitize_line(organisation))] if organisation.strip() else []),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _lines(text: str, first: str = "", then: str = "") -> list[str]:
    """A text of one or more lines, each broken off between words where it is too long."""
    lines: list[str] = []
    for line in sanitize_text(text).split("\n"):
        begin = then if lines else first
        lines += wrap(line, WIDEST, initial_indent=begin, subsequent_indent=then, break_on_hyphens=False)
    return lines


def _thanks(minutes: SessionMinutes) -> str:
    where = f" ({minutes.place})" if minutes.place else ""
    thanks = f"Dank u wel voor uw komst en uw inbreng op {long_date(minutes.session.plan.date)}{where}."
    if not minutes.groups:
        return thanks
    groups = count_things(len(minutes.groups), "groep", "groepen")
    initiatives = {one.group.plan.initiative for one in minutes.groups}
    return f"{thanks} In {groups} bespraken wij {count_things(len(initiatives), 'initiatief', 'initiatieven')}."


def _attached(minutes: SessionMinutes, report: Sequence[str], own: Sequence[str]) -> Iterator[list[str]]:
    """What is attached, by name, and what is not in it."""
    kinds = join_words([IN_FULL[name[name.rindex(".") :]] for name in report])
    said = f"Bij deze mail zit het verslag {kinds} ({join_words(report)}). "
    said += "Elke groep heeft daarin een eigen bladzijde. Alle afspraken staan achteraan bij elkaar."
    yield _lines(said)
    if own:
        of = "één groep" if len(own) == 1 else count_things(len(own), "groep", "groepen")
        yield _lines(f"Ook zit er van {of} een eigen verslag bij ({join_words(own)}).")
    if without := [one.label for one in minutes.groups if not one.has_said]:
        yield _lines(f"Van {join_words(without)} staan er nog geen antwoorden in.")


def _agreements(minutes: SessionMinutes) -> Iterator[list[str]]:
    """Every agreement whole, group by group."""
    made = minutes.agreements()
    if not made:
        yield _lines("Er zijn geen afspraken opgeschreven.")
        return
    yield _lines("Deze afspraken zijn gemaakt:" if len(made) > 1 else "Deze afspraak is gemaakt:")
    for (_, label, about), agreed in groupby(made, lambda one: (one.minutes.number, one.minutes.label, one.minutes)):
        yield [
            *_lines(f"{label} ({about.initiative})"),
            *(line for one in agreed for line in _agreement(one)),
        ]
    if any(not is_settled(one.agreement) for one in made):
        yield _lines(f"Staat er '{OPEN}'? Laat ons dan weten wie het doet, of wanneer.")


def _agreement(one: Agreed) -> Iterator[str]:
    yield from _lines(one.agreement.what, "- ", "  ")
    for label, text in (("Wie", one.agreement.who), ("Wanneer", one.agreement.when)):
        yield from _lines(f"{label}: {text.strip() or OPEN}", "  ", "  ")


def _wanted(minutes: SessionMinutes) -> Iterator[list[str]]:
    """What people asked for next, counted."""
    if found := minutes.wanted():
        yield [
            *_lines("Hier is nog behoefte aan:"),
            *(
                line
                for one in found
                for line in _lines(f"{excerpt(one.text, LONG_NEED)}: {_count(len(one.groups))}", "- ", "  ")
            ),
        ]


def _count(groups: int) -> str:
    return count_things(groups, "groep", "groepen")
