"""What changed between versions of the menus, so that what an older file says is read as it was meant."""

import re
from datetime import date

from pydantic import Field

from poolwijzer.validation import Bool, Date, Model, Slug, Text

_VERSION = re.compile(r"\d+(?:\.\d+)*")


class MenuChange(Model, description="Een versie van de menu's waarin iets veranderde."):
    """A version of the menus. What carries a date `added` on or after its day came with it or later."""

    version: Text = Field(description="De versie, zoals 1.0.0.")
    date: Date = Field(description="De dag van deze versie, als 2026-11-28.")
    questions: Bool = Field(default=False, description="true als andere stellingen meetellen dan daarvoor.")
    sources_gone: tuple[Slug, ...] = Field(default=(), description="De bronnen die toen verdwenen.")
    """What mentions them, in menus of one's own, is no mistake."""
    old_file: str = Field(default="", description="De zin bij een bestand met antwoorden van daarvoor.")
    new_statement: str = Field(
        default="", description="De zin bij een nieuwe stelling, voor wie verdergaat met een bestand van daarvoor."
    )
    between: str = Field(default="", description="De zin bij twee metingen, een van daarvoor en een van daarna.")
    beside: str = Field(default="", description="De zin bij bestanden naast elkaar, van daarvoor en van daarna.")


def is_before(version: str, change: MenuChange) -> bool | None:
    """Whether a recorded version is older than the change; None for one that is no row of numbers."""
    if not _VERSION.fullmatch(version):
        return None
    return _numbers(version) < _numbers(change.version)


def _numbers(version: str) -> tuple[int, ...]:
    """The parts of a version, without the zeros at its end: 1 is 1.0.0."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def first_day_after(version: str, changes: tuple[MenuChange, ...]) -> date | None:
    """The day from which on things are new to who has this version: that of the first change after it."""
    return min((change.date for change in changes if is_before(version, change)), default=None)
