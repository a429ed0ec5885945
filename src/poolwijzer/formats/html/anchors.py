"""The places in a page that links lead to: every one has a name of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from poolwijzer.report.model import Section
from poolwijzer.report.texts import count_sources

TAKEN = ("boven", "inhoud")
"""Names that the page itself uses."""


class Mention(NamedTuple):
    """A note in the text: its own name, and that of the source it leads to."""

    id: str
    source: str


class Anchors:
    """Hands out names while a page is made."""

    def __init__(self, sections: Iterable[Section], before: str = "") -> None:
        """Names for a report with these sections; only notes that are in its list of sources get a link.

        What stands `before` each name keeps it apart from those in another part of the page.
        """
        self._before = before
        self._taken = set(TAKEN)
        self._mentioned: Counter[int] = Counter()
        self._sources = {number: self.take(f"bron-{number}") for number in range(1, count_sources(sections) + 1)}

    def take(self, wanted: str) -> str:
        """A name like this one that nothing else has: small letters, digits and dashes."""
        name = re.sub(r"[^a-z0-9]+", "-", wanted.casefold()).strip("-") or "deel"
        name = f"{self._before}{name}"
        free, number = name, 1
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._taken.add(free)
        return free

    def mention(self, note: int) -> Mention | None:
        """The next place where a note stands; None where there is no source to lead to."""
        if note not in self._sources:
            return None
        self._mentioned[note] += 1
        return Mention(self._mention(note, self._mentioned[note]), self._sources[note])

    def source(self, note: int) -> str:
        """The name of a source in the list."""
        return self._sources[note]

    def first_mention(self, note: int) -> str:
        """The name of the first place where a note stood until now; empty where it did not."""
        return self._mention(note, 1) if self._mentioned[note] else ""

    def _mention(self, note: int, time: int) -> str:
        # With lines that no other name has, so that nothing else is called so.
        return f"{self._before}noot_{note}_{time}"
