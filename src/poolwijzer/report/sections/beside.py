"""What was answered beside the place: what is settled, how partners get on, and what was asked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.engine.results import UncountedAnswer
from poolwijzer.report.answer_words import block_sentence
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.statements import explained, statement_text
from poolwijzer.report.told_answers import tell_answer


def beside_the_place(material: Material) -> Iterator[Section]:
    """A section per block of which enough was answered, and one for what is asked no more."""
    for name, texts in material.content.questions.blocks.items():
        if material.placement.blocks[name].answered >= texts.show_from:
            yield Section(f"blok-{name}", texts.title, tuple(_block(name, material)))
    yield Section("eerdere-antwoorden", "Eerdere antwoorden", tuple(_retired(material)))


def news(material: Material) -> Section:
    """What changed in the menus since the file was made."""
    return Section("sinds-dit-bestand", "Wat er sinds dit bestand veranderde", tuple(_news(material)))


def _news(material: Material) -> Iterator[Block]:
    found, content = material.advice.news, material.content
    if found.options:
        yield Paragraph(Line("Sinds dit bestand zijn er nieuwe opties:"))
        cards = {
            card.title: [name for name in found.options if name in card.options] for card in content.components.values()
        }
        titles = {title: "; ".join(content.options[name].title for name in names) for title, names in cards.items()}
        yield Labelled(tuple((title, Line(names)) for title, names in titles.items() if names))
    if found.facts:
        yield Paragraph(Line("Dit is na de dag van dit bestand nagekeken. Lees het bij uw keuzes opnieuw:"))
        stages = (
            (content.dated_facts[name], content.dated_facts[name].stage(material.outcome.on)) for name in found.facts
        )
        texts = (fact.title or stage.text for fact, stage in stages if stage)
        yield Bullets(tuple(Line(material.fill(text)) for text in texts))


def _block(name: str, material: Material) -> Iterator[Block]:
    """Every answer of a block; how much of it is settled is told with the place."""
    found, sentence = material.placement.blocks[name], block_sentence(name, material.outcome)
    told = [entry for entry in found.answers if entry.status != "telt-niet"]
    yield _table("Wat is geantwoord", told, material)
    if found.settled is None:
        yield Paragraph(Line(sentence), "stil")


def _retired(material: Material) -> Iterator[Block]:
    entries = material.placement.retired
    if entries:
        yield Paragraph(Line("Deze stellingen worden niet meer gevraagd. De antwoorden tellen niet mee voor de plek."))
        yield _table("Wat eerder is geantwoord", entries, material)


def _table(caption: str, entries: Sequence[UncountedAnswer], material: Material) -> Table:
    notes = [explained(entry, material) for entry in entries]
    head = ("Stelling", "Antwoord", *(("Toelichting",) if any(notes) else ()))
    rows = (
        (
            statement_text(entry.statement, material),
            tell_answer(entry, material.outcome),
            *((note,) if any(notes) else ()),
        )
        for entry, note in zip(entries, notes, strict=True)
    )
    return Table(caption, head, tuple(rows))
