"""Evening out how people and programs write the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from poolwijzer.dutch import fold_text

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, zero widths, marks of direction and of byte order: programs leave them, and nobody sees them."""
_ENUMERATION = re.compile(r"(?:(?:vraag|stelling|question|q|v|s) ?)?\d+[a-z]? ")

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "))

Meaning = TypeVar("Meaning")


def fold_words(text: str) -> str:
    """Only the words of a text: capitals, accents, punctuation and white space make no difference."""
    return " ".join(_WORD.findall(fold_text(drop_unseen(text))))


def drop_unseen(text: str) -> str:
    """A text without the signs that cannot be seen, for where they cannot be meant, and with plain spaces."""
    return text if text.isascii() else _UNSEEN.sub("", text).translate(_SPACES)


def drop_enumeration(words: str) -> str:
    """Folded words without the number in front that survey tools give a question: *3. *, *Q3* or *Vraag 3:*."""
    return _ENUMERATION.sub("", words, count=1) if _ENUMERATION.match(words) else words


def index_by_words(meanings: Iterable[tuple[str, Meaning]]) -> Mapping[str, Meaning]:
    """Meanings by the folded text that stands for them; of two with the same words the first."""
    found: dict[str, Meaning] = {}
    for text, meaning in meanings:
        found.setdefault(fold_words(text), meaning)
    return found
