"""The end of a report: how this was made, terms and sources."""

from __future__ import annotations

import re

from poolwijzer.content.content import Content
from poolwijzer.content.evidence import Term
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import long_date, number
from poolwijzer.municipalities import credit_population, list_planned_changes
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.texts import texts_of

ORIGIN = "Een nummer tussen haken verwijst naar een bron. Wat geen nummer heeft, is onze afleiding: advies, geen feit."
_STRICTER = "Deze menu's zijn strenger met de privacy dan de gewone menu's van Poolwijzer."


def describe_making(material: Material, version: str) -> Section:
    """The method in a few lines, what it is not, and what it was made with."""
    typology = material.content.typology
    answered_on = material.assessment.initiative.date
    rows = [
        ("Datum van het advies", long_date(material.advice.date)),
        ("Ingevuld op", long_date(answered_on) if answered_on else ""),
        ("Gemaakt met", name_versions(material.content, version)),
        ("Inwoners", _population_source(material)),
    ]
    blocks: list[Block] = [Paragraph(Line(describe_method(material.content))), Paragraph(Line(ORIGIN))]
    blocks.append(Labelled(tuple((label, Line(text)) for label, text in rows if text)))
    if not material.facts.dated and (checked := material.facts.checked()):
        blocks.append(Paragraph(Line(checked), "stil"))
    named = material.assessment.initiative.municipalities if material.outcome.mode != "anonymous" else ()
    codes = [member.code for member in named if member.code]
    blocks += [Paragraph(Line(change), "let-op") for change in list_planned_changes(codes, material.advice.date)]
    blocks.append(Paragraph(Line(typology.credit), "stil"))
    return Section("hoe-dit-is-gemaakt", "Hoe dit is gemaakt", tuple(blocks))


def background(material: Material) -> Section:
    """Where the subject comes from, in a whole report."""
    lines = material.claims(material.content.typology.background) if material.whole else ()
    return Section("achtergrond", "Achtergrond", tuple(map(Paragraph, lines)))


def colophon(content: Content, version: str, checked: str = "") -> Section:
    """In a few lines: what it is not, with which menus it was made, and where it comes from; for reports of a page.

    Args:
        content: The menus.
        version: Of the program.
        checked: Until when law and dates were checked, as a sentence.
    """
    made = f"Gemaakt met {name_versions(content, version)}. {content.typology.credit}"
    lines = [line for line in (describe_method(content), checked, made) if line]
    return Section("verantwoording", "", tuple(Paragraph(Line(line), "stil") for line in lines))


def name_versions(content: Content, version: str) -> str:
    """The program and the menus, with the version of each."""
    return f"Poolwijzer {version}, menu's {content.version} ({content.hash[:12]})"


def describe_method(content: Content, *, bounds_too: bool = True) -> str:
    """The method in the words of the menus, with the bounds as they are set, or without where no score is told."""
    bands = content.typology.bands
    bounds = {"laag": number(bands.low_below), "hoog": number(bands.high_above)}
    method = [one for one in content.typology.method if bounds_too or "{" not in one]
    said = [*method, *((_STRICTER,) if content.typology.privacy.is_stricter else ())]
    return fill_names(" ".join(said), bounds)


def _population_source(material: Material) -> str:
    looked_up = any(member.code for member in material.assessment.initiative.municipalities)
    return credit_population() if looked_up else ""


def terms(material: Material, sections: tuple[Section, ...]) -> Section:
    """The words of the glossary that the report uses."""
    text = "\n".join(texts_of(sections)).casefold()
    used = sorted(
        (term for term in material.content.terms.values() if _mentions(text, term)),
        key=lambda term: term.term.casefold(),
    )
    rows = tuple((term.term, Line(term.meaning)) for term in used)
    return Section("begrippen", "Begrippen", (Labelled(rows),) if rows else ())


def _mentions(text: str, term: Term) -> bool:
    """Whether a casefolded text has the term as words of their own."""
    # Begun with the word itself, not with what may stand before it: only then is a search fast.
    return any(
        re.search(rf"{word}(?<!\w{word})(?!\w)", text)
        for word in (re.escape(name.casefold()) for name in (term.term, *term.also))
    )


def sources(material: Material) -> Section:
    """The numbered sources; made last, when every note has its number."""
    return Section("bronnen", "Bronnen", (material.notes.listed(),) if material.notes else ())
