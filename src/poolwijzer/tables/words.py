"""Evening out how people and programs write the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from poolwijzer.dutch import drop_unseen, fold_text

_WORD = re.compile(r"[^\W_]+")
_ENUMERATION = re.compile(r"(?:(?:vraag|stelling|question|q|v|s) ?)?\d+[a-z]? ")

Meaning = TypeVar("Meaning")


def fold_words(text: str) -> str:
    """Only the words of a text: capitals, accents, punctuation and white space make no difference."""
    return " ".join(_WORD.findall(fold_text(drop_unseen(text))))


def drop_enumeration(words: str) -> str:
    """Folded words without the number in front that survey tools give a question: *3. *, *Q3* or *Vraag 3:*."""
    return _ENUMERATION.sub("", words, count=1) if _ENUMERATION.match(words) else words


def index_by_words(meanings: Iterable[tuple[str, Meaning]]) -> Mapping[str, Meaning]:
    """Meanings by the folded text that stands for them; of two with the same words the first."""
    found: dict[str, Meaning] = {}
    for text, meaning in meanings:
        found.setdefault(fold_words(text), meaning)
    return found
