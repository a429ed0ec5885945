"""What a report has said, sentence by sentence, so that it says nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

REFERS = "zie ", "geldt bij "
FEWEST = 4
"""From how many words on a sentence is one that nobody wants to read again; shorter ones are labels."""
LONG, SHARED = 5, 0.6
"""From how many letters on a word tells what a step is about, and which part of those makes two steps alike."""
_ABBREVIATED = "".join(rf"(?<!\b{one}\.)" for one in ("bijv", "evt", "incl", "excl", "resp", "art", "nr", "ca"))
_NEXT = re.compile(rf"(?<=[.?!…]){_ABBREVIATED}\s+(?=[^a-z])")
_WORD = re.compile(r"\w+")
_BREAKS, _HELD = re.compile(r"[.?!…]\s"), "\x00"
"""What cuts a sentence, and what stands for a name meanwhile."""


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each with its end mark."""
    return [part for part in _NEXT.split(text.strip()) if part]


def is_told(sentence: str) -> bool:
    """Whether this is a sentence, and not a label, a title or a few words that refer to another place."""
    return len(_WORD.findall(sentence)) >= FEWEST and not sentence.casefold().startswith(REFERS)


class Said:
    """Remembers the sentences of a report while it is put together, and under which title each was said."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Nothing was said yet; these names may stand in sentences, and hold whatever somebody typed."""
        self._where: dict[str, str] = {}
        broken = sorted((name for name in names if _BREAKS.search(name)), key=len, reverse=True)
        # Somebody may have typed the sign that stands for a name; then that is held too.
        self._names = re.compile("|".join(map(re.escape, (*broken, _HELD))), re.IGNORECASE) if broken else None

    def remember(self, text: str, title: str = "") -> None:
        """A text is said, under this title."""
        for sentence in self._told(text):
            self._where.setdefault(_key(sentence), title)

    def is_new(self, text: str) -> bool:
        """Whether none of the sentences of a text was said."""
        return not any(_key(sentence) in self._where for sentence in self._told(text))

    def rest(self, text: str, title: str = "") -> str:
        """What of a text was not said yet; from now on it is said, under this title."""
        parts = self._split(text)
        kept = [one for one in parts if not (is_told(one) and _key(one) in self._where)]
        self.remember(text, title)
        # What is left of a text that was said but for a few words makes no sense.
        return " ".join(kept) if len(kept) == len(parts) or any(map(is_told, kept)) else ""

    def where(self, text: str) -> str:
        """The title under which the first sentence of a text that was said stands; empty where there is none."""
        found = (self._where[key] for sentence in self._told(text) if (key := _key(sentence)) in self._where)
        return next(found, "")

    def _told(self, text: str) -> Iterable[str]:
        return filter(is_told, self._split(text))

    def _split(self, text: str) -> list[str]:
        """The sentences of a text; a name in it is never cut."""
        if self._names is None:
            return split_sentences(text)
        held: list[str] = []

        def hold(found: re.Match[str]) -> str:
            held.append(found[0])
            return _HELD

        parts, waiting = split_sentences(self._names.sub(hold, text)), iter(held)
        return [re.sub(_HELD, lambda _: next(waiting), part) for part in parts]


def _key(sentence: str) -> str:
    """What makes a sentence the same: its words, whatever signs and capitals they have."""
    return " ".join(_WORD.findall(sentence.casefold()))


class Alike:
    """Remembers steps, and knows one that says the same in other words."""

    def __init__(self) -> None:
        """No step was told yet."""
        self._told: list[frozenset[str]] = []

    def remember(self, step: str) -> None:
        """A step is told."""
        self._told.append(_long_words(step))

    def is_like(self, step: str) -> bool:
        """Whether a step that was told has most of its longer words in common with this one."""
        words = _long_words(step)
        return any(words & told and len(words & told) >= SHARED * min(len(words), len(told)) for told in self._told)


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if len(word) >= LONG)
