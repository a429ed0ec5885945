"""Evening out how people and programs write the same words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from poolwijzer.dutch import drop_unseen, fold_text

_WORD = re.compile(r"[^\W_]+")
_ENUMERATION = re.compile(r"(?:(?:vraag|stelling|question|q|v|s) ?)?\d+[a-z]? ")

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<br ?/?>")

LEAVE_OUT = "leave-out"
"""Instead of what a column or a word stands for: it counts for nothing. Nor do rows of such an organisation."""
Meaning = TypeVar("Meaning")


def fold_words(text: str) -> str:
    """Only the words of a text: capitals, accents, punctuation and white space make no difference."""
    return " ".join(_WORD.findall(fold_text(drop_unseen(text))))


def plain_header(text: str) -> str:
    """A header without what cannot be seen and without the marks of a web page, which some tools leave in it."""
    if "&" in text or "<" in text:
        text = _TAG.sub(" ", html.unescape(text))
    return drop_unseen(text).strip()


def said_as(text: str) -> str:
    """What two texts share that are the same word in a cell: capitals and white space make no difference.

    A text without any letter or digit, such as `--`, stays as it is.
    """
    return fold_words(text) or " ".join(drop_unseen(text).split())


def drop_enumeration(words: str) -> str:
    """Folded words without the number in front that survey tools give a question: *3. *, *Q3* or *Vraag 3:*."""
    return _ENUMERATION.sub("", words, count=1) if _ENUMERATION.match(words) else words


def index_by_words(meanings: Iterable[tuple[str, Meaning]]) -> Mapping[str, Meaning]:
    """Meanings by the folded text that stands for them; of two with the same words the first."""
    found: dict[str, Meaning] = {}
    for text, meaning in meanings:
        found.setdefault(fold_words(text), meaning)
    return found
