"""Answers that put an initiative anywhere in the typology, whatever the statements of the menus are."""

from __future__ import annotations

from poolwijzer.content.content import Content


def answers_at(motivation: int, involvement: int, content: Content) -> dict[str, int]:
    """The same answer to everything on each axis, counted that high."""
    at = {"motivatie": motivation, "betrokkenheid": involvement}
    scale, found = content.typology.scale, dict[str, int]()
    for name, statement in content.statements.items():
        if statement.axis:
            answer = at[statement.axis]
            found[name] = scale.lowest + scale.highest - answer if statement.reversed else answer
    return found
