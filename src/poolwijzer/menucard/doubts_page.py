"""A page on the doubts that can be heard: what people say, and what can be answered, apart from any initiative."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import capitalise
from poolwijzer.menucard.option_page import tell_dates
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.doubts import ASK_BACK, UNTRIED, in_quotes
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize

UNANSWERED = "Hier staat nog geen antwoord bij."
NONE = "In deze menu's staan geen twijfels."


def make_doubts_page(content: Content, doubt: str | None = None) -> Report:
    """Every doubt, or one, with what can be answered."""
    notes, names = Notes(content.sources), names_in(None, content)
    shown = [doubt] if doubt else content.doubts
    sections = [
        Section(name, capitalise(content.doubts[name].label), tuple(_doubt(name, content, notes, names)))
        for name in shown
    ]
    end = [Section("bronnen", "Bronnen", (notes.listed(),))] if notes else []
    nothing = [] if sections else [Section("geen", "", (Paragraph(Line(NONE)),))]
    subtitle = "Eén twijfel: poolwijzer menu doubts TWIJFEL"
    return sanitize(Report("Wat u kunt horen", "" if doubt else subtitle, (*sections, *end, *nothing)))


def _doubt(name: str, content: Content, notes: Notes, names: dict[str, str]) -> Iterator[Block]:
    found = content.objections.get(name)
    if found is None:
        yield Paragraph(Line(UNANSWERED), "stil")
        yield Labelled((("Id", Line(name)),))
        return
    yield Paragraph(Line(in_quotes(fill_names(found.says, names))), "sterk")
    yield Paragraph(Line(fill_names(found.reply, names)))
    if found.tried == "nee":
        yield Paragraph(Line(UNTRIED), "stil")
    example = notes.line(f"{fill_names(found.example.text, names)}{tell_dates(found.example)}", found.example)
    rows = [(ASK_BACK, Line(fill_names(found.ask_back, names))), ("Voorbeeld", example)]
    if case := content.cases.get(found.example.case or ""):
        rows.append(("Praktijk", Line(f"{case.title} ({found.example.case})")))
    helping = (option for option in found.helps if option in content.options)
    rows += (("Wat helpt", Line(f"{content.options[one].title} ({one})")) for one in helping)
    yield Labelled((*rows, ("Id", Line(name))))
