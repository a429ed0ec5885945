"""Cutting texts for slides: as much as fits in some lines, behind a sentence or else at a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from poolwijzer.report.excerpt import CUT, WORTH
from poolwijzer.report.slides.measure import count_row_lines
from poolwijzer.report.typed_lines import LINE_END, run_on
from poolwijzer.report.typed_text import sanitize_text

MOST_LETTERS = 1200
"""No slide holds more of a text."""
_READ = 8 * MOST_LETTERS
"""So many are looked at for that, since blanks between words are taken away: a text of a whole file costs no more."""
MOST_WORTH = 0.6
"""How much of what fits words have to be; else it is cut within one: *Regionaal …* tells no names apart."""
MORE = "…"


def shorten(label: str, text: str, width: float, lines: int) -> str:
    """A text of one paragraph that stands on so many lines behind its label: cut behind a sentence, or at a word."""
    return cut_text(text, lambda told: count_row_lines(label, told, width) <= lines) if lines else ""


def cut_text(text: str, fits: Callable[[str], bool]) -> str:
    """As much of a text as fits, at a word or within a long one; behind a sentence where that leaves most of it."""
    told = _in_one(text[:_READ])
    begun = told[:MOST_LETTERS]
    if begun == told and len(text) <= _READ and fits(told):
        return told
    kept, letters = _begin(begun.split(" "), " ", fits), _begin(list(begun), "", fits)
    if len(kept) < len(letters) * MOST_WORTH:
        kept = letters
    if not kept:
        return MORE
    whole = max(kept.rfind(end) for end in (". ", "? ", "! ")) + 1
    return _marked(kept[:whole] if whole > len(kept) * WORTH else kept)


def _begin(parts: Sequence[str], between: str, fits: Callable[[str], bool]) -> str:
    """As many of these parts as fit."""
    most = bisect_left(range(1, len(parts)), True, key=lambda n: not fits(_marked(between.join(parts[:n]))))
    return between.join(parts[:most])


def is_all(shown: str, text: str) -> bool:
    """Whether what is shown of a text is all of it."""
    return len(text) <= _READ and shown == _in_one(text)


def _in_one(text: str) -> str:
    """A text as a slide has it: in one paragraph, with single spaces; what is kept on a line stays on it."""
    return run_on(text) if "\n" in text else " ".join(filter(None, re.split("[ \t]+", text)))


def _marked(kept: str) -> str:
    """What was kept, with the sign that there is more; what turns the direction of writing in it ends with it."""
    return sanitize_text(f"{kept.removesuffix(LINE_END)}{CUT}")
