"""Which short texts are like each other, by a measure that can be told in a sentence.

Two texts are the same when capitals, accents and signs do not count. They are like each other when enough of their
groups of three letters are the same: twice what they share, over what both have (the coefficient of Dice).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from poolwijzer.dutch import fold_text

LIKE_FROM = Fraction(3, 5)
"""Of the groups of three letters. A choice of ours: below it, texts with only a common word are found too."""
_PART, _OF = LIKE_FROM.as_integer_ratio()


def fold(text: str) -> str:
    """A text by its words alone; one of signs alone as it is."""
    return re.sub(r"[\W_]+", " ", fold_text(text)).strip() or text.strip()


def letter_groups(folded: str) -> frozenset[str]:
    """Its groups of three letters, with a space at both ends, so that a word of one letter has one too."""
    padded = f" {folded} "
    return frozenset(padded[at : at + 3] for at in range(max(1, len(padded) - 2)))


def likeness(one: str, other: str) -> Fraction:
    """Of two folded texts, from 0, nothing in common, to 1."""
    groups, others = letter_groups(one), letter_groups(other)
    return Fraction(2 * len(groups & others), len(groups) + len(others))


class LikeIndex:
    """Folded texts to find the one in that another is most like.

    The groups of a text are the bits of a number, so that thousands are held against each other in a second.
    """

    def __init__(self) -> None:
        """Begin without texts."""
        self._bits: dict[str, int] = {}
        self._texts: list[tuple[int, int, str]] = []

    def add(self, folded: str, name: str) -> None:
        """Take in a text, by the name under which it is found."""
        self._texts.append((*self._groups(folded), name))

    def find(self, folded: str) -> str | None:
        """The name of the text that is most like it, of equals the first; None where none is like it."""
        many, groups = self._groups(folded)
        best, found, of = 0, None, 1
        for size, others, name in self._texts:
            shared = (groups & others).bit_count()
            total = many + size
            if 2 * _OF * shared >= _PART * total and shared * of > best * total:
                best, of, found = shared, total, name
        return found

    def _groups(self, folded: str) -> tuple[int, int]:
        """How many groups of letters it has, and which."""
        groups = letter_groups(folded)
        return len(groups), sum(1 << self._bits.setdefault(group, len(self._bits)) for group in groups)


def group_alike(folded: Iterable[str]) -> list[list[str]]:
    """Texts with those that are like them: each stands with the one before it that it is most like.

    Only the first of a group is compared, so that a group never drifts away from it.

    Args:
        folded: Each once, what comes first leading; the groups come in this order too.
    """
    index = LikeIndex()
    found: dict[str, list[str]] = {}
    for text in folded:
        leader = index.find(text)
        if leader is None:
            index.add(text, text)
            found[text] = [text]
        else:
            found[leader].append(text)
    return list(found.values())
