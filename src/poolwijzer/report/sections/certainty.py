"""The place in words, and how easily it moves: in a sentence beside the figure, and what would move it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import capitalise, join_words
from poolwijzer.engine.moves import Move
from poolwijzer.report import words
from poolwijzer.report.excerpt import LONGEST
from poolwijzer.report.model import Block, Labelled, Line, Paragraph
from poolwijzer.report.sections.material import Material


def tell_place(material: Material) -> Iterator[Block]:
    """The place as the menus tell it; between two, which is nearest and what each of them is."""
    typology, in_play = material.content.typology, material.placement.in_play
    places = material.advice.places.values()
    if len(in_play) > 2:
        yield Paragraph(Line(material.fill(typology.middle.summary)))
    elif len(in_play) == 1:
        yield from (Paragraph(Line(place.summary)) for place in places)
    elif in_play:
        if material.placement.nearest:
            yield Paragraph(Line(words.nearest(material.placement, material.content)))
        yield Labelled(tuple((place.title, Line(place.summary)) for place in places))


def how_certain(material: Material) -> str:
    """How firm the place is, and what the menus remark: all that the card says of certainty in sentences.

    What would move the place is told where there is room to say why it stands there.
    """
    if not material.placement.in_play:
        return ""
    said = [clarity(material), *material.content.typology.remarks]
    return " ".join(filter(None, said))


def clarity(material: Material) -> str:
    """A sentence that says how firm the place is; empty where that was not tested."""
    found = material.outcome.stress
    if found is None:
        return ""
    bounds = material.content.typology.stress
    return bounds.place_sentences.get(found.clarity) or f"{capitalise(bounds.words[found.clarity])}."


def how_firm(material: Material) -> str:
    """How firm the place is, and how often it moves; empty where that was not tested."""
    found = material.outcome.stress
    return f"{clarity(material)} {material.sentences.stress(found)}".rstrip() if found else ""


def what_moves_it(material: Material) -> str:
    """In a sentence the fewest facts that would make it another place; empty where there are none to name.

    On a page it is one that leaves room for the rest.
    """
    told = (tell_move(move, material) for move in material.outcome.moves)
    return next((line for line in told if line and (material.full or len(line) <= LONGEST)), "")


def tell_move(move: Move, material: Material) -> str:
    """The facts that bring another place, and which; empty where the menus have no words for them."""
    facts = [entry.text for entry in move.statements if entry.text]
    if not facts:
        return ""
    # Filled in as one sentence, so that a name in the middle of it gets no capital.
    told = material.fill(f"Als {join_words(facts, 'en')}")
    return f"{told}, dan {words.then_at(move.in_play, material.content)}."
