"""Ids that stand for two things: what a file then means depends on who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Steps
from poolwijzer.content.references import find_renamable
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.problems import quote


def find_duplicate_ids(content: Content, on: date) -> Iterator[MenuFinding]:
    """An id that two options have, or a statement and a question or map; each later one is told."""
    yield from _options_twice(content)
    seen: dict[str, str] = dict.fromkeys(content.statements, "een stelling")
    for name in content.context:
        yield from _taken(("vragen", "context", name), name, seen, "een contextvraag")
    for name in content.maps:
        yield from _taken(("vragen", "maps", name), name, seen, "een vertaling naar een getal")
    for name in content.components:
        if name in content.options:
            loc = ("componenten", content.component_of[name], "options", name)
            yield _twice(loc, name, "een component")


def _options_twice(content: Content) -> Iterator[MenuFinding]:
    seen: dict[str, str] = {}
    for component, card in content.components.items():
        for option in card.options:
            first = seen.setdefault(option, component)
            if first != component:
                yield _twice(("componenten", component, "options", option), option, f"een optie van {first}")


def _taken(loc: Steps, name: str, seen: dict[str, str], what: str) -> Iterator[MenuFinding]:
    if name in seen:
        yield _twice(loc, name, seen[name])
    seen[name] = what


def _twice(loc: Steps, name: str, what: str) -> MenuFinding:
    return MenuFinding(loc, f"Het id {quote(name)} is al van {what}.", "Kies een ander id.", key=True)


def find_stale_renames(content: Content, on: date) -> Iterator[MenuFinding]:
    """An old id that still exists: nobody can tell which of the two a file means."""
    for steps, names in content.typology.renamed.every().items():
        if steps[0] == "facets":
            continue  # only menus of one's own mention them, and these may still have the old ones
        kind, known = find_renamable(steps, content)
        for old in names:
            if old in known:
                message = f"{kind} {quote(old)} is hernoemd, maar bestaat nog."
                hint = f"Haal {quote(old)} hier weg, of geef wat nog zo heet een ander id."
                yield MenuFinding(("typologie", "renamed", *steps, old), message, hint, key=True)
