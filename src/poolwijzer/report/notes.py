"""Numbering sources in the order in which a report mentions them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from poolwijzer.content.evidence import Source
from poolwijzer.report.model import Bullets, Line


class Claimed(Protocol):
    """Anything that says where it comes from."""

    @property
    def basis(self) -> str:
        """`deck`, `bron` or `afgeleid`."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of sources."""


class Notes:
    """Hands out note numbers while a report is put together."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Notes on these sources; an id that is not among them gets no number."""
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def line(self, text: str, claim: Claimed | None = None) -> Line:
        """A text with the notes of a claim; without a note it is our own inference, as the report says."""
        if claim is None:
            return Line(text)
        numbers = self.numbers(claim.sources)
        return Line(text, numbers, derived=bool(numbers) and claim.basis == "afgeleid")

    def numbers(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """The note numbers of these sources."""
        known = (source for source in sources if source in self._sources)
        return tuple(self._numbers.setdefault(source, len(self._numbers) + 1) for source in known)

    def listed(self) -> Bullets:
        """The sources that were mentioned, by number."""
        return Bullets(tuple(_reference(self._sources[name]) for name in self._numbers), numbered=True)

    def __bool__(self) -> bool:
        return bool(self._numbers)


def _reference(source: Source) -> Line:
    stop = "" if source.title.endswith(("?", "!", ".")) else "."
    weak = f" Zwakke bron: {source.weak}" if source.weak else ""
    return Line(f"{source.title}{stop} {source.publisher}, {source.date}.{weak}", url=source.url)
