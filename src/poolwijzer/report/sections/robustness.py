"""How hard the picture is: the stress test, what would change it, and which question would settle most."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import capitalise, count_things, join_words, number
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.leave_out import Removal
from poolwijzer.engine.moves import Move
from poolwijzer.engine.next_question import NextQuestion
from poolwijzer.engine.stress import BORDER, Stress
from poolwijzer.report import words
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.place import statement_text

MOST_LEVERAGE = 2
"""How many answers of each axis are named for how much hangs on them."""


def robustness(material: Material) -> Section:
    """An honest answer to *hoe hard is dit?*."""
    found = material.examination
    if not material.placement.in_play:
        return Section("hardheid", "Hoe hard is dit beeld")
    rows = list(_in_short(material))
    blocks: list[Block] = [Labelled(tuple((label, Line(text)) for label, text in rows))] if rows else []
    if found.stress is not None:
        blocks += [_shares(found.stress, material), _ranges(found.stress, material)]
    parts = []
    if changes := tuple(_changes(material)):
        parts.append(Section("verandering", "Wat zou het beeld veranderen?", changes))
    return Section("hardheid", "Hoe hard is dit beeld", tuple(blocks), tuple(parts))


def clarity(material: Material) -> str:
    """In a word and a sentence how hard the place is; empty where that was not tested."""
    found = material.outcome.stress
    return f"{capitalise(_word(found, material))}. {material.sentences.stress(found)}" if found else ""


def _word(found: Stress, material: Material) -> str:
    return material.content.typology.stress.words[found.clarity]


def _in_short(material: Material) -> Iterator[tuple[str, str]]:
    found = material.examination
    if found.stress is not None:
        yield "De plek is", _word(found.stress, material)
        yield "Doorrekening", material.sentences.stress(found.stress)
        if found.stress.removal is not None:
            yield "Hangt het meest aan", _removal(found.stress.removal, material)
    elif material.placement.source == "eigen-inschatting":
        yield "Doorrekening", "Die is er niet: een eigen inschatting is niet door te rekenen."
    if found.next_questions:
        yield "Vraag hierna", _next(found.next_questions[0], material)


def _removal(removal: Removal, material: Material) -> str:
    text = statement_text(removal.statement, material)
    axis = words.place_title(removal.axis, material.content)
    change = f"Zonder dit antwoord gaat {axis} {'omhoog' if removal.change > 0 else 'omlaag'} met "
    moved = (
        f" De plek is dan '{_places(removal.in_play, material)}'." if removal.moves else " De plek blijft dan gelijk."
    )
    return f"{text} {change}{number(abs(removal.change), 1)}.{moved}"


def _places(in_play: tuple[str, ...], material: Material) -> str:
    return words.places_title(in_play, material.content)


def _next(question: NextQuestion, material: Material) -> str:
    points = len(material.content.typology.scale.points())
    settles = []
    if question.changes:
        count = int(question.changes * points)
        settles.append(f"bij {count} van de {points} antwoorden verandert de plek")
    if question.options:
        settles.append(f"{count_things(question.options, 'oordeel hangt', 'oordelen hangen')} ervan af")
    if question.narrows:
        axis = words.place_title(question.axis or "", material.content)
        settles.append(f"het gebied op {axis} wordt {number(question.narrows, 1)} smaller")
    text = material.sentences.question(question.question).text
    return f"{text} ({join_words(settles, 'en')})" if settles else text


def _shares(found: Stress, material: Material) -> Table:
    titles = {name: quadrant.title for name, quadrant in material.content.typology.quadrants.items()}
    rows = [(titles.get(name, "op een grens"), found.shares[name]) for name in (*titles, BORDER)]
    return Table(
        f"Waar het initiatief uitkomt in {count_things(found.runs, 'doorrekening', 'doorrekeningen')}",
        ("Plek", "Van de 100"),
        tuple((title, number(share * 100, 1)) for title, share in rows),
        right=frozenset({1}),
    )


def _ranges(found: Stress, material: Material) -> Table:
    share = number(material.content.typology.stress.range_share * 100)
    rows = []
    for axis, reach in found.axes.items():
        place = material.placement.axes[axis]
        rows.append(
            (
                material.content.typology.axes[axis].short,
                words.score(place),
                words.span(place) if place.source == "antwoorden" else words.score(place),
                f"{number(reach.low, 1)} tot {number(reach.high, 1)}",
            )
        )
    head = ("As", "Score", "Als wat open is meetelt", f"In {share} van de 100 doorrekeningen")
    return Table("Tussen welke scores het beeld ligt", head, tuple(rows), right=frozenset({1}))


def _changes(material: Material) -> Iterator[Block]:
    """Facts and steps that would make it another picture. None of them is better than another."""
    found = material.examination
    lines = [line for move in found.moves if (line := _move(move, material))]
    if lines:
        yield Bullets(tuple(map(Line, lines)))
    if leverage := tuple(_leverage(found, material)):
        yield Paragraph(Line("Aan deze antwoorden hangt het meest:"))
        yield Bullets(leverage)


def _leverage(found: Examination, material: Material) -> Iterator[Line]:
    for axis, entries in found.leverage.items():
        for entry in entries[:MOST_LEVERAGE]:
            title = words.place_title(axis, material.content)
            reach = f"{title} kan {number(entry.down, 1)} lager of {number(entry.up, 1)} hoger uitvallen"
            yield Line(f"{statement_text(entry.statement, material)} ({reach})")


def _move(move: Move, material: Material) -> str:
    facts = [entry.text for entry in move.statements if entry.text]
    if not facts:
        return ""
    steps = count_things(move.steps, "stap", "stappen")
    # Filled in as one sentence, so that a name in the middle of it gets no capital.
    facts_told = material.fill(f"Als {join_words(facts, 'en')}")
    return f"{facts_told}, dan is de plek '{_places(move.in_play, material)}'. Dat scheelt {steps} in de antwoorden."
