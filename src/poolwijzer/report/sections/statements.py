"""How a statement is named: as the group reads it, or by its number where all of them stand beside it."""

from __future__ import annotations

from poolwijzer.engine.results import Contribution, UncountedAnswer
from poolwijzer.problems import quote
from poolwijzer.report import words
from poolwijzer.report.sections.material import Material
from poolwijzer.report.vote_words import tell_hands


def statement_text(statement: str, material: Material) -> str:
    """A statement as the group reads it, with the body's name."""
    return material.sentences.statement(statement)


def statement_number(statement: str, material: Material) -> str:
    """The number of a statement among those of its axis, as a picture of the answers has it; empty for others."""
    for place in material.placement.axes.values():
        for at, entry in enumerate(place.contributions, 1):
            if entry.statement == statement:
                return str(at)
    return ""


def refer_to_statement(statement: str, material: Material) -> str:
    """A statement by its number and axis; one that does not count for the place as it is read, between quotes."""
    for axis, place in material.placement.axes.items():
        if any(entry.statement == statement for entry in place.contributions):
            about = words.place_title(axis, material.content)
            return f"stelling {statement_number(statement, material)} over {about}"
    return quote(statement_text(statement, material).rstrip("."))


def explained(entry: Contribution | UncountedAnswer, material: Material, more: str = "") -> str:
    """What stands beside an answer: its note, the hands of the group as far as they may be told, and what is more."""
    found = material.outcome.respondents
    view = found.statements.get(entry.statement) if found and not entry.withheld else None
    hands = f"{tell_hands(view.vote, entry.statement, material.outcome)}." if view and view.vote else ""
    # A note is as people wrote it, mostly without a full stop: what the program says begins on a line of its own.
    return "\n".join(filter(None, (entry.note, " ".join(filter(None, (hands, more))))))
