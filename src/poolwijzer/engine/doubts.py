"""Which doubts were heard, of those to which the menus have an answer."""

from __future__ import annotations

from poolwijzer.engine.facts import InitiativeFacts


def find_heard_doubts(facts: InitiativeFacts) -> tuple[str, ...]:
    """The doubts that were answered and have an objection, by id and in the order of the menus.

    A question that has no point here was not answered, whatever stands in the file.
    """
    content = facts.content
    found = facts.context(content.doubts_asked) if content.doubts_asked else None
    heard = found if isinstance(found, frozenset) else {found}
    return tuple(doubt for doubt in content.doubts if doubt in heard and doubt in content.objections)
