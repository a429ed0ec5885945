"""How firm the place is: how often it moves, what would change it, and which question would settle most."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.leave_out import Removal
from poolwijzer.engine.moves import Leverage, Move
from poolwijzer.engine.next_question import NextQuestion
from poolwijzer.engine.stress import BORDER, Stress
from poolwijzer.report import words
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sections.certainty import how_firm, tell_move
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.statements import refer_to_statement, statement_number

TITLE = "Hoe vast staat de plek?"
MOST_LEVERAGE = 2
"""How many answers of each axis are named for how much hangs on them."""


def robustness(material: Material) -> Section:
    """An honest answer to *hoe vast staat de plek?*."""
    if not material.placement.in_play:
        return Section("hardheid", TITLE)
    found = material.examination
    blocks: list[Block] = []
    if said := material.said.rest(how_firm(material)):
        blocks.append(Paragraph(Line(said)))
    elif material.placement.source == "eigen-inschatting":
        blocks.append(Paragraph(Line("Dat is niet te zeggen. Een eigen inschatting is niet te toetsen.")))
    if rows := tuple((label, Line(text)) for label, text in _in_short(material)):
        blocks.append(Labelled(rows))
    if found.stress is not None:
        blocks.append(_reaches(found.stress, material))
    parts = []
    if changes := tuple(_changes(material)):
        parts.append(Section("verandering", "Wat zou het beeld veranderen?", changes))
    return Section("hardheid", TITLE, tuple(blocks), tuple(parts))


def _in_short(material: Material) -> Iterator[tuple[str, str]]:
    found = material.examination
    if found.stress is not None:
        if elsewhere := _elsewhere(found.stress, material):
            yield "Komt u ergens anders uit", elsewhere
        if found.stress.removal is not None:
            yield "Eén antwoord weglaten", _removal(found.stress.removal, material)
    if found.next_questions:
        yield "Vraag hierna", _next(found.next_questions[0], material)


def _elsewhere(found: Stress, material: Material) -> str:
    """Where it ends in most of the runs in which it does not stay; empty where that is no single place."""
    here = material.placement.in_play[0] if len(material.placement.in_play) == 1 else BORDER
    share, most = max((share, name) for name, share in found.shares.items() if name != here)
    if 2 * share <= found.changed:
        return ""
    quadrants = material.content.typology.quadrants
    return "meestal tussen twee plekken" if most == BORDER else f"meestal op '{quadrants[most].title}'"


def _removal(removal: Removal, material: Material) -> str:
    text = f"{capitalise(refer_to_statement(removal.statement, material))}."
    axis = words.place_title(removal.axis, material.content)
    change = f"Zonder dit antwoord komt {axis} {'hoger' if removal.change > 0 else 'lager'} uit."
    then = words.then_at(removal.in_play, material.content) if removal.moves else "blijft de plek gelijk"
    return f"{text} {change} Dan {then}." if removal.change else f"{text} Zonder dit antwoord {then}."


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
        settles.append(f"dan is beter bekend hoe hoog {axis} is")
    ref = question.question
    asked = ref.kind == "statement" and statement_number(ref.id, material)
    text = capitalise(refer_to_statement(ref.id, material)) if asked else material.sentences.question(ref).text
    return f"{text} ({join_words(settles, 'en')})" if settles else text


def _reaches(found: Stress, material: Material) -> Table:
    """Per axis the level, and between which levels it could come."""
    rows = []
    for axis, reach in found.axes.items():
        place = material.placement.axes[axis]
        opened = (place.low, place.high) if place.source == "antwoorden" else (place.score or Fraction(),) * 2
        rows.append(
            (
                material.content.typology.axes[axis].short,
                words.level(place, material.content),
                words.span(*opened, material.content),
                words.span(reach.low, reach.high, material.content),
            )
        )
    head = ("As", "Nu", "Als wat open is wordt beantwoord", "Als enkele antwoorden net anders waren")
    return Table("Waar de assen kunnen uitkomen", head, tuple(rows))


def _changes(material: Material) -> Iterator[Block]:
    """Facts and steps that would make it another picture. None of them is better than another."""
    found = material.examination
    lines = [line for move in found.moves if (line := material.said.rest(_move(move, material)))]
    if lines:
        yield Bullets(tuple(map(Line, lines)))
    if leverage := tuple(_leverage(found, material)):
        yield Paragraph(Line("Deze antwoorden bepalen de uitkomst het meest:"))
        yield Bullets(leverage)


def _leverage(found: Examination, material: Material) -> Iterator[Line]:
    for axis, entries in found.leverage.items():
        title = words.place_title(axis, material.content)
        for entry in entries[:MOST_LEVERAGE]:
            about = capitalise(refer_to_statement(entry.statement, material))
            yield Line(f"{about} ({title} kan {_way(entry)} uitvallen)")


def _way(entry: Leverage) -> str:
    """Which way an answer can still pull its axis."""
    if entry.down == entry.up:
        return "lager of hoger"
    most = "lager" if entry.down > entry.up else "hoger"
    return f"{'vooral' if min(entry.down, entry.up) else 'alleen'} {most}"


def _move(move: Move, material: Material) -> str:
    told = tell_move(move, material)
    steps = count_things(move.steps, "stap", "stappen")
    return f"{told[:-1]} (samen {steps})." if told and material.said.is_new(told) else ""
