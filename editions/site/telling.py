"""What pages of the menus share: texts with names filled in, conditions in words, and where a claim comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from poolwijzer.content.claims import Claim, Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.content.plan import AfterStart
from poolwijzer.content.wording import describe_condition, fill_names
from poolwijzer.dutch import capitalise, long_date
from poolwijzer.menucard.option_page import tell_dates
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize
from poolwijzer.rules.conditions import Condition

BASIS = {
    "deck": "uit de workshop van 1 november 2023",
    "bron": "uit een bron",
    "afgeleid": "onze eigen afleiding: advies, geen feit",
}
"""Where something comes from, in words."""
Rows = Iterable[tuple[str, Line]]


class Teller:
    """Tells of one thing on its page, with the notes that the page has handed out so far."""

    def __init__(self, content: Content, on: date) -> None:
        """The menus as they are on a day."""
        self.content = menus_on(content, on)
        self.notes = Notes(content.sources)
        self._names = names_in(None, content)

    def fill(self, text: str) -> str:
        """A text of the menus with its names filled in."""
        return fill_names(text, self._names)

    def say(self, text: str, claim: Sourced | None = None) -> Line:
        """A text with its notes, and with when it was checked."""
        return self.notes.line(f"{self.fill(text)}{tell_dates(claim) if claim else ''}", claim)

    def claims(self, claims: Iterable[Claim | AfterStart]) -> tuple[Block, ...]:
        """Claims as a list."""
        lines = tuple(self.say(claim.text, claim) for claim in claims)
        return (Bullets(lines),) if lines else ()

    def when(self, condition: Condition) -> str:
        """A condition in words."""
        return self.fill(describe_condition(condition, self.content))

    def fact_titles(self, facts: Iterable[str]) -> Iterator[Line]:
        """What facts are about, for a list that leads to their pages."""
        known = self.content.dated_facts
        return (Line(capitalise(known[fact].title or fact)) for fact in facts if fact in known)

    def report(self, title: str, subtitle: str, *sections: Section) -> Report:
        """The page, with its sources behind it."""
        end = (Section("bronnen", "Bronnen", (self.notes.listed(),)),) if self.notes else ()
        shown = tuple(one for one in (*sections, *end) if one.blocks or one.parts)
        return sanitize(Report(self.fill(title), self.fill(subtitle), shown))


def labelled(rows: Rows) -> tuple[Block, ...]:
    """Rows with labels as blocks; none where there are no rows, and no rows that say nothing."""
    found = tuple((label, line) for label, line in rows if line.text.strip() or line.url)
    return (Labelled(found),) if found else ()


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Running text; what is empty is left out."""
    return tuple(Paragraph(Line(text)) for text in texts if text)


def tell_origin(found: object) -> Iterator[tuple[str, Line]]:
    """Where a thing as a whole comes from, and until when it was checked and holds."""
    if isinstance(found, Sourced):
        yield "Basis", Line(capitalise(BASIS[found.basis]))
    days = (("checked_on", "Nagekeken op"), ("valid_until", "Geldt tot en met"), ("check_by", "Weer nakijken voor"))
    for field, label in days:
        if isinstance(day := getattr(found, field, None), date):
            yield label, Line(long_date(day))
