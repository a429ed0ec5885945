"""The facts of law, money and dates in a report: each is told once, and referred to wherever else it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from poolwijzer.content.claims import Claim
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, long_date
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.notes import Notes

ID, CHAPTER = "feiten", "Laat dit toetsen"
OTHER = "Geld en datums"
HEADLINE = "Let op deze datums"
POINTS_TOO = "Dat geldt ook voor wat bij een optie onder 'Recht en belasting' staat."


def say_checked(content: Content, days: Iterable[date] = ()) -> str:
    """Until when law, money and dates were checked: the oldest of these days, else of all facts. Empty without any."""
    known = list(days) or [fact.checked_on for fact in content.dated_facts.values() if fact.checked_on]
    return content.typology.facts_checked.replace("{datum}", long_date(min(known))) if known else ""


class FactBook:
    """Remembers, while a report is put together, which facts were told and which are referred to.

    What is referred to is told in a chapter of its own, which is made after all that refers to it.
    """

    def __init__(
        self, content: Content, on: date, notes: Notes, fill: Callable[[str], str], depth: str, apart: bool = False
    ) -> None:
        """On menus of a day; a report of a page has no chapter, and only a whole one has the details.

        With `apart` money and dates have a chapter of their own (`others`).
        """
        self._apart, self._aged = apart, False
        self._coming: tuple[str, ...] = ()
        self._belongs: Mapping[str, str] = {}
        self._content, self._on, self._notes, self._fill = content, on, notes, fill
        self._has_chapter = depth in ("gewoon", "volledig")
        self._whole = depth == "volledig"
        self._told: dict[str, str] = {}
        """By fact where it was told."""
        self._referred: dict[str, None] = {}
        self._points: list[date] = []
        """Of points of law that are no facts: when they were checked."""
        self._made = False
        """Whether the chapter was made: nothing can be added to it."""
        self.dated = False
        """Whether the report says until when it was checked."""

    def text(self, fact: str) -> str:
        """What a fact says on the day; empty where it is silent."""
        stage = self._content.dated_facts[fact].stage(self._on)
        return self._fill(stage.text) if stage else ""

    def title(self, fact: str) -> str:
        """What a fact is about, as it stands inside a sentence."""
        return self._content.dated_facts[fact].title or fact.replace("-", " ")

    def tell(self, fact: str, where: str) -> Line:
        """The text of a fact, in the part of the report with this title."""
        self._told[fact] = where
        return self._notes.line(self.text(fact), self._content.dated_facts[fact])

    def was_told(self, fact: str) -> bool:
        """Whether a fact was told already."""
        return fact in self._told

    def see(self, facts: Iterable[str]) -> str:
        """A sentence that refers to facts; empty where there are none, or no chapter to refer to."""
        named = list(dict.fromkeys(fact for fact in facts if self._is_shown(fact)))
        if not named or not self._has_chapter:
            return ""
        self._referred.update(dict.fromkeys(named))
        under: dict[str, list[str]] = {}
        for fact in named:
            under.setdefault(self._chapter_of(fact), []).append(self.title(fact))
        return " ".join(f"Zie '{chapter}': {'; '.join(titles)}." for chapter, titles in under.items())

    def _chapter_of(self, fact: str) -> str:
        return OTHER if self._apart and not self._content.dated_facts[fact].legal else CHAPTER

    def refer(self, text: str, fact: str | None, where: str = "") -> str:
        """A text, or where it ends with that of a fact a reference to where that is told.

        With the title of a part of the report it is told there, unless it was told before; a text of its own is
        followed by a reference.
        """
        if fact is None:
            return text
        before, told, after = text.rpartition(self.text(fact))
        if not told or after:
            return f"{text} {self.see([fact])}".rstrip() if where else text
        if fact in self._told:
            return f"{before}Zie '{self._told[fact]}': {self.title(fact)}."
        if where:
            self.tell(fact, where)
            return text
        return f"{before}{seen}" if (seen := self.see([fact])) else text

    def claims(
        self, claims: Iterable[Claim], line: Callable[[str, Claim], Line], before_chapter: bool = False
    ) -> tuple[Line, ...]:
        """Claims as lines; those that give the text of a fact are referred to together, after the others.

        Where the chapter follows at once (`before_chapter`) that needs no words.
        """
        own, facts = list[Line](), list[str]()
        for claim in claims:
            if claim.fact:
                facts.append(claim.fact)
            if not (claim.fact and self._has_chapter and self._fill(claim.text) == self.text(claim.fact)):
                own.append(line(claim.text, claim))
        seen = self.see(facts)
        return (*own, *([Line(seen)] if seen and not before_chapter else ()))

    def note_points(self, claims: Iterable[Claim]) -> None:
        """Points of law were told that are no facts."""
        self._points += [claim.checked_on for claim in claims if not claim.fact and claim.checked_on]

    def age(self, where: str) -> Iterator[Block]:
        """Said once in a part of the report that tells facts, if somebody should look at some again."""
        told = (self._content.dated_facts[fact] for fact, place in self._told.items() if place == where)
        days = [fact.checked_on for fact in told if fact.checked_on and fact.is_old(self._on)]
        if days:
            yield Paragraph(Line(self._content.typology.facts_old.replace("{datum}", long_date(min(days)))), "let-op")

    def chapter(
        self,
        touched: Iterable[str] = (),
        belongs: Mapping[str, str] | None = None,
        points: Iterable[tuple[str, Line]] | None = None,
    ) -> Section:
        """Every fact that the report refers to, those of law and tax first, and until when all of it was checked.

        Args:
            touched: Facts that belong in it, whether or not anything referred to them.
            belongs: By fact to which choices it belongs, in a sentence.
            points: Of law and tax that are no facts, each under what it belongs to; None where these stand elsewhere.
        """
        self.see(touched)
        belongs = belongs or {}
        facts, self._made = self._content.dated_facts, True
        # What was told elsewhere stands here too: under one line is all that a lawyer has to look at.
        listed = [name for name in facts if name in self._referred or (name in self._told and facts[name].legal)]
        legal = [name for name in listed if facts[name].legal]
        other = [name for name in listed if not facts[name].legal]
        if self._apart:
            self._coming, self._belongs, other = tuple(other), belongs, []
        if not legal and not other and not self._points:
            return Section(ID, CHAPTER)
        self.dated = True
        blocks: list[Block] = []
        if legal or self._points:
            too = [POINTS_TOO] if self._points and points is None else []
            day = min(self._days(), default=None)
            advice = self._content.typology.legal.replace("{datum}", long_date(day) if day else "onbekend")
            blocks.append(Paragraph(Line(" ".join([advice, *too])), "let-op"))
        if rows := (*self._rows(legal, belongs), *(points or ())):
            blocks.append(Labelled(rows))
        if rows := self._rows(other, belongs):
            blocks += [Paragraph(Line(OTHER), "sterk"), Labelled(rows)]
        checked = self.checked()
        self._aged = bool(old := [*self.age(CHAPTER)])
        blocks += [*old, *([Paragraph(Line(checked), "stil")] if checked else [])]
        return Section(ID, CHAPTER, tuple(blocks))

    def others(self) -> Section:
        """The facts of money and dates, where these stand apart from law and tax; after the chapter of those."""
        rows = self._rows(self._coming, self._belongs)
        blocks: tuple[Block, ...] = (Labelled(rows),) if rows else ()
        return Section("geld-en-datums", OTHER, (*blocks, *([] if self._aged else self.age(OTHER))))

    def _rows(self, facts: Sequence[str], belongs: Mapping[str, str]) -> tuple[tuple[str, Line], ...]:
        """Facts under their titles, with to which choices each belongs."""
        lines = ((fact, self._row(fact)) for fact in facts)
        return tuple(
            (capitalise(self.title(fact)), replace(line, text=f"{line.text} {belongs.get(fact, '')}".rstrip()))
            for fact, line in lines
        )

    def _row(self, fact: str) -> Line:
        elsewhere = self._told.get(fact)
        return Line(f"Zie '{elsewhere}'.") if elsewhere else self.tell(fact, self._chapter_of(fact))

    def checked(self) -> str:
        """Until when what the report tells was checked; of one that tells nothing of it, all there is."""
        return say_checked(self._content, self._days())

    def _days(self) -> list[date]:
        facts = (self._content.dated_facts[name] for name in {**self._told, **self._referred})
        return [*self._points, *(fact.checked_on for fact in facts if fact.checked_on)]

    def _is_shown(self, fact: str) -> bool:
        if self._made and fact not in (*self._told, *self._coming):
            return False
        return self._whole or not self._content.dated_facts[fact].detail
