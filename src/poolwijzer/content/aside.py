"""What stands beside the menus that are judged by: only who shows or writes something asks for it."""

from __future__ import annotations

from pydantic import Field

from poolwijzer.content.evidence import Sources, Terms
from poolwijzer.content.papers import Papers
from poolwijzer.validation import Model


class Aside(Model):
    """The other menu files, each at its name."""

    bronnen: Sources = Field(default_factory=lambda: Sources(sources={}))
    begrippen: Terms = Field(default_factory=lambda: Terms(terms={}))
    vervolg: Papers | None = None

    def read(self) -> Aside:
        """Itself; see `Unread`."""
        return self
