"""The mails that go with a form, as text to paste: the invitation, and the reminder for who has not answered.

One reminder goes to all of these, and names nobody: who did not answer yet is for the sender alone, on screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil
from pathlib import PurePath
from textwrap import wrap
from typing import NamedTuple

from poolwijzer.dutch import long_date
from poolwijzer.forms.questionnaire import Questionnaire
from poolwijzer.report.typed_text import sanitize_text

BREADTH = 72
"""Letters of a line: mail programs break longer ones where they like."""
_SECONDS, _BEFORE, _STEP = 45, 120, 5
"""What a statement takes and what comes before them, in seconds; and of how many minutes the time is a multiple."""
USUAL = ("vragenlijst.html", "vragenlijst.xlsx", "vragenlijst.docx")
WAYS = {
    ".html": "Sla {file} op en dubbelklik erop. De vragenlijst opent in uw browser. Internet is niet nodig. Aan het "
    "eind bewaart u een klein bestand met uw antwoorden, of u kopieert een tekst. Stuur dat naar ons.",
    ".xlsx": "Open {file} in Excel. Kies uw antwoorden uit de lijsten. Sla het bestand op, en stuur het naar ons.",
    ".docx": "Open {file} in Word. Print het of vul het in op uw scherm. Stuur het naar ons.",
    ".pdf": "Print {file} en vul het in. Stuur een scan of een foto naar ons.",
    ".md": "Open {file} in een tekstprogramma. Vul het in, en stuur het naar ons.",
}
"""How one answers with each kind of file."""
BLOCKED = " Dit kan ook als uw organisatie bestanden op .html tegenhoudt."
WOO = "Een overheid kan een ingevulde vragenlijst openbaar moeten maken (Woo)."
_TO_FILL = "[in te vullen: {}]"


class Round(NamedTuple):
    """What a mail says beside the form itself."""

    files: tuple[str, ...]
    """The names of the files that go with it."""
    reply_by: date | None
    """The last day to answer; left open without one."""


def write_invitation(questionnaire: Questionnaire, about: Round) -> bytes:
    """The mail with which a form is sent."""
    return _as_text(questionnaire, about, _invite(questionnaire), "Vragenlijst over samenwerken")


def write_reminder(questionnaire: Questionnaire, about: Round) -> bytes:
    """The mail for who has not answered: the same for all of them, without any of their names."""
    return _as_text(questionnaire, about, _remind(questionnaire), "Herinnering: vragenlijst over samenwerken")


def _invite(asked: Questionnaire) -> Iterator[str]:
    who = "uw organisatie" if asked.form.of == "verband" else "uw gemeente"
    yield f"Wij willen weten hoe {who} kijkt naar samenwerken. Het gaat om: {asked.form.name}."
    yield f"Wilt u {len(asked.questions)} stellingen beantwoorden? Dat duurt ongeveer {_minutes(asked)} minuten."


def _remind(asked: Questionnaire) -> Iterator[str]:
    who = "uw organisatie" if asked.form.of == "verband" else "uw gemeente"
    yield f"Eerder stuurden wij u een vragenlijst over samenwerken. Het gaat om: {asked.form.name}."
    yield f"Van {who} hebben wij nog geen antwoord. Met uw antwoord wordt het beeld beter."
    yield f"Het duurt ongeveer {_minutes(asked)} minuten. Hebt u intussen geantwoord? Dan hoeft u niets te doen."


def _minutes(asked: Questionnaire) -> int:
    return _STEP * ceil((_BEFORE + _SECONDS * len(asked.questions)) / 60 / _STEP)


def _as_text(asked: Questionnaire, about: Round, beginning: Iterable[str], subject: str) -> bytes:
    first = f"Onderwerp: {subject}: {_plain(asked.form.name)}"
    lines = [first, "", *(line for text in _body(asked, about, beginning) for line in (*_lines(text), ""))]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def _body(asked: Questionnaire, about: Round, beginning: Iterable[str]) -> Iterator[str]:
    until = long_date(about.reply_by) if about.reply_by else _TO_FILL.format("de laatste dag")
    yield "Beste collega,"
    yield from beginning
    yield f"Wilt u uiterlijk op {until} antwoorden?"
    ways = list(_ways(about.files or USUAL))
    yield "HOE ANTWOORDT U?" if len(ways) == 1 else "HOE ANTWOORDT U? KIES ÉÉN MANIER."
    yield from (ways if len(ways) == 1 else (f"{number}. {way}" for number, way in enumerate(ways, start=1)))
    yield "WAT GEBEURT ER MET UW ANTWOORDEN?"
    yield " ".join((*asked.opening[:-1], WOO, asked.note))
    yield f"Hebt u vragen? Neem dan contact op met {_TO_FILL.format('naam, telefoonnummer en e-mailadres')}."
    yield "Met vriendelijke groet,"
    yield f"{_TO_FILL.format('uw naam')}\n{asked.form.organisation}"


def _ways(files: tuple[str, ...]) -> Iterator[str]:
    suffixes = [PurePath(name).suffix.lower() for name in files]
    for name, suffix in zip(files, suffixes, strict=True):
        blocked = BLOCKED if suffix == ".xlsx" and ".html" in suffixes else ""
        yield WAYS[suffix].replace("{file}", _plain(name)) + blocked


def _plain(text: str) -> str:
    """A name on one line."""
    return " ".join(sanitize_text(text).split())


def _lines(text: str) -> Iterator[str]:
    """A paragraph in lines that stay as they are; what a person typed is one line of it."""
    for part in sanitize_text(text).split("\n"):
        yield from wrap(part, BREADTH, break_long_words=False, break_on_hyphens=False) or [""]
