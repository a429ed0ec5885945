"""Which names a mistyped one can have been: near, and only near."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from poolwijzer.municipalities.names import fold_name, index_by_name, index_namesakes
from poolwijzer.municipalities.table import list_municipalities, read_rows, without_addition

# From this length of the longer one on two names may differ by one, two or three letters; in shorter ones every letter
# counts, or *test* would be Best. Of more than one letter the first is hardly ever wrong.
_ENOUGH_LETTERS = (5, 10, 16)
_ARTICLE = "^(de|den|het|t) "
# What turns UTF-8 into other signs when it is read as something else.
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp437", "cp850")
_LOST = r"(?<=\w)\?+(?=\w)|\ufffd+"
_FEWEST_LEFT = 4


@cache
def list_names_today() -> tuple[tuple[str, str], ...]:
    """What to suggest: names that are found, with the folded name that people come near to."""
    names: list[tuple[str, str]] = []
    for name, ones in index_namesakes().items():
        names += [(name, without_addition(one.name) if name in index_by_name() else one.name) for one in ones]
    aliases = [alias for alias, _ in read_rows("gemeente-aliases.csv") if not alias.startswith("GM")]
    names += [(fold_name(alias), without_addition(alias)) for alias in aliases]
    without_article = [(re.sub(_ARTICLE, "", name), shown) for name, shown in names if re.match(_ARTICLE, name)]
    return tuple(dict.fromkeys(names + without_article))


def nearest(name: str, names: Iterable[tuple[str, str]]) -> tuple[int, list[str]]:
    """The names nearest to a folded one, and in how many letters they differ; none if no name is near."""
    name = name.replace(" ", "")
    letters = frozenset(name)
    best = len(_ENOUGH_LETTERS)
    found: dict[int, list[str]] = {}
    for known, those, shown in _without_spaces(tuple(names)):
        limit = min(best, bisect_right(_ENOUGH_LETTERS, max(len(name), len(known))))
        # One change touches two kinds of letters at most; this spares most of the counting.
        if abs(len(known) - len(name)) > limit or len(letters ^ those) > 2 * limit:
            continue
        if known[:1] != name[:1]:
            limit = min(limit, 1)
        if (changes := _count_changes(name, known, limit)) <= limit:
            best = changes
            found.setdefault(changes, []).append(shown)
    return best, list(dict.fromkeys(found.get(best, ())))


@lru_cache(maxsize=4)
def _without_spaces(names: tuple[tuple[str, str], ...]) -> list[tuple[str, frozenset[str], str]]:
    """The folded names without their spaces, and the letters in each: every mistyped name is held against all."""
    return [(known, frozenset(known), shown) for spaced, shown in names for known in [spaced.replace(" ", "")]]


def _count_changes(left: str, right: str, limit: int) -> int:
    """How many letters are missing, too many, others, or swapped with the next; counts to just above the limit."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, sign in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (sign != other))
            if row > 1 and column > 1 and sign == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, above = above, current
    return above[-1]


def undamaged(text: str) -> Iterator[str]:
    """What a text can have been before its file was read with the wrong encoding."""
    from html import unescape

    if (plain := unescape(text)) != text:
        yield plain
    for encoding in () if text.isascii() else _READ_AS:
        try:
            yield text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    pieces = re.split(_LOST, text.strip())
    if len(pieces) > 1 and len(re.sub(r"\W", "", text)) >= _FEWEST_LEFT:
        whole = re.compile("..?".join(map(re.escape, pieces)), re.IGNORECASE)
        yield from (one.name for one in list_municipalities() if whole.fullmatch(one.name))
