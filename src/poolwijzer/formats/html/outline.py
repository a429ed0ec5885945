"""The sections of a report with the level of their headings, the names that links lead to, and the contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from poolwijzer.formats.html.anchors import Anchors
from poolwijzer.report.model import Card, Section
from poolwijzer.report.texts import flat

DEEPEST = 6
MOST_PARTS = 12
"""A section with more parts than this is one line in the contents."""
FEWEST = 3
"""A page of fewer sections needs no contents."""
FEWEST_CARDS = 2
"""What folds all cards of a section open at once makes sense from here on."""


@dataclass(frozen=True)
class Part:
    """A section as it stands in the page."""

    section: Section
    anchor: str
    level: int
    """Of its heading, 1 to 6."""
    within: int
    """Of the headings in it."""
    parts: tuple[Part, ...]
    unfolding: str
    """The name of all that is in it, where that holds cards that fold open together; else empty."""


def outline(sections: Iterable[Section], anchors: Anchors, level: int = 2) -> tuple[Part, ...]:
    """Every section with its place; levels never skip, also under a section without a title."""
    return tuple(_part(section, anchors, level, folded=False) for section in sections)


def _part(section: Section, anchors: Anchors, level: int, *, folded: bool) -> Part:
    anchor = anchors.take(section.id)
    within = min(level + 1 if section.title.strip() else level, DEEPEST)
    cards = _cards(section) + sum(map(_cards, section.parts))
    unfolding = anchors.take(f"{section.id}-open") if cards >= FEWEST_CARDS and not folded else ""
    parts = tuple(_part(part, anchors, within, folded=folded or bool(unfolding)) for part in section.parts)
    return Part(section, anchor, level, within, parts, unfolding)


def _cards(section: Section) -> int:
    return sum(isinstance(block, Card) for block in flat(section.blocks))


def contents(parts: tuple[Part, ...]) -> tuple[tuple[Part, tuple[Part, ...]], ...]:
    """What the table of contents names: the sections, and their parts where those are few."""
    entries = tuple(_entries(parts))
    return entries if len(entries) >= FEWEST else ()


def _entries(parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    for part in parts:
        if part.section.title.strip():
            titled = tuple(inner for inner in part.parts if inner.section.title.strip())
            few = len(titled) <= MOST_PARTS and part.section.begins != "one-page"
            yield part, titled if few else ()
