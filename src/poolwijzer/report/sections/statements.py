"""How a statement is named: as the group reads it, or by its number where all of them stand beside it."""

from __future__ import annotations

from poolwijzer.problems import quote
from poolwijzer.report import words
from poolwijzer.report.sections.material import Material


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
