"""The letters of a text as people see them, each with its marks, and how one is written where it cannot be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, filterfalse

TAB = "    "
"""A tab has no width of its own on paper."""
_ODD = re.compile("[ -~]?[^\n -~]+")
"""What may be more than a plain letter, with the letter before it: that may have a mark."""
_JOINING = re.compile("[\u200c\u200d\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""Beside marks: joiners, the further parts of a Korean syllable, the colours of a skin, and tags behind a flag."""
_JOINER = "\u200d"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STEERED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"


def is_plain(text: str) -> bool:
    """Whether every typeface can show it: most texts hold nothing but letters without accents."""
    return text.isascii() and text.isprintable()


def split_clusters(text: str) -> Iterator[str]:
    """A text in letters with the marks that stand on them, and signs that were joined into one."""
    start = 0
    for at in range(1, len(text)):
        if not _joins(text[at]) and text[at - 1] != _JOINER:
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _joins(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or _JOINING.match(sign) is not None


def odd_clusters(texts: Iterable[str]) -> set[str]:
    """Those in texts of which it has to be tried whether a typeface can show them."""
    stretches = set(chain.from_iterable(map(_ODD.findall, filterfalse(is_plain, texts))))
    return {one for stretch in stretches for one in _parts(stretch) if _is_odd(one)}


def change_odd(text: str, change: Callable[[str], str]) -> str:
    """A text with these changed."""

    def changed(found: re.Match[str]) -> str:
        return "".join([change(one) if _is_odd(one) else one for one in _parts(found[0])])

    return _ODD.sub(changed, text)


@lru_cache(maxsize=4096)
def _parts(stretch: str) -> tuple[str, ...]:
    """Its letters; most stretches are one letter with an accent behind a plain one, and return all the time."""
    return tuple(split_clusters(stretch))


def _is_odd(cluster: str) -> bool:
    return not " " <= cluster <= "~" or len(cluster) > 1


def by_number(cluster: str) -> str:
    """A letter that cannot be shown, told by the numbers of its signs, such as `[U+4E2D]`; a plain one in it stays."""
    plain = cluster[:1] if " " <= cluster[:1] <= "~" else ""
    return f"{plain}[{' '.join(f'U+{ord(sign):04X}' for sign in cluster[len(plain) :])}]"


def isolate(text: str) -> str:
    """A text of which no line that is written from right to left can turn round the note behind it."""
    return "\n".join(map(_isolated, text.split("\n"))) if _RIGHT_TO_LEFT.search(text) else text


def _isolated(line: str) -> str:
    return f"{_ISOLATE}{line}{_END}" if _RIGHT_TO_LEFT.search(line) and not _STEERED.search(line) else line
