"""*Hoort u dit?*: the doubts that were heard, with what can be answered, what to ask back and which options help."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import count_things
from poolwijzer.report.advice import HelpAdvice, ObjectionAdvice
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import STANDING_WORDS, verdict_words

ID, TITLE = "hoort-u-dit", "Hoort u dit?"
ON_A_PAGE = 3
"""How many doubts have a line where there is only a page: own menus may let people choose more."""
ASK_BACK = "Vraag terug"
MORE = "In het verslag staan ook voorbeelden, en de opties die helpen."
UNTRIED = "Wij vonden niet of dit antwoord ergens is gebruikt."


def doubts(material: Material) -> Section:
    """A part for each doubt; where there is only a page, a line: what people say, and what to ask them."""
    heard = material.advice.objections
    if not material.full:  # with more room the doubts stand in the report, and what is said to them behind it
        lines = [Line(f"{in_quotes(entry.says)} Vraag dan: {entry.ask_back}") for entry in heard[:ON_A_PAGE]]
        if left := len(heard) - len(lines):
            lines.append(Line(f"Nog {count_things(left, 'twijfel staat', 'twijfels staan')} in het hele verslag."))
        return Section(ID, TITLE, (Bullets(tuple(lines)),) if lines else ())
    parts = (
        Section(f"twijfel-{entry.doubt}", in_quotes(entry.says), tuple(_objection(entry, material))) for entry in heard
    )
    return Section(ID, TITLE, (), tuple(parts))


def in_quotes(says: str) -> str:
    """What people say, so that nobody takes it for what the report says."""
    return f"'{says}'"


def reply(entry: ObjectionAdvice) -> Iterator[Block]:
    """What can be answered, and whether anybody is known to have tried that."""
    yield Paragraph(Line(entry.reply))
    if entry.tried == "nee":
        yield Paragraph(Line(UNTRIED), "stil")


def _objection(entry: ObjectionAdvice, material: Material) -> Iterator[Block]:
    yield Paragraph(Line(material.said.rest(entry.reply)))
    example = entry.example
    asked = material.said.rest(entry.ask_back)
    rows = [(ASK_BACK, Line(asked))] if asked else []
    rows += [("Elders gebruikt", Line("dat vonden wij niet"))] if entry.tried == "nee" else []
    if told := material.said.rest(example.text):
        rows.append(("Voorbeeld", material.notes.line(material.dated(told, example.expired), example)))
    if example.case_title:
        rows.append(("Praktijk", Line(example.case_title)))
    if rows:
        yield Labelled(tuple(rows))
    if entry.helps:
        yield Paragraph(Line("Wat helpt"), "sterk")
        yield Bullets(tuple(Line(_help(one)) for one in entry.helps))


def _help(option: HelpAdvice) -> str:
    said = (verdict_words(option.verdict, option.excluded), STANDING_WORDS[option.standing])
    return f"{option.title}: {', '.join(filter(None, said))}"
