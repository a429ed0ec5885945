"""Spelling out what the code page of an old console lacks: *EUR* for the euro sign, and not a question mark."""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache, partial

SPELLED = {
    "€": "EUR",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "•": "-",
    "×": "x",
    "÷": ":",
    "⁄": "/",
    "→": "->",
    "←": "<-",
    "↩": "<-",
    "≤": "<=",
    "≥": ">=",
    "≈": "~",
    "°": " graden",
    "±": "+/-",
    "▲": "^",
    "▼": "v",
    "✓": "v",
    "✔": "v",
    "✗": "x",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "œ": "oe",
    "Œ": "OE",
}
"""What a sign of writing is where there is none; of a letter with an accent it is the letter."""
UNSEEN = ("Cf", "Mn")
"""Kinds of signs that only say how others are written: left out where they cannot be."""


def spell(text: str, encoding: str) -> str:
    """A text in signs that an encoding has; what nothing can be made of is a question mark.

    Args:
        text: What is shown.
        encoding: As Python calls it; one that it does not know has plain signs only.
    """
    return text if text.isascii() or has_signs(text, encoding) else "".join(_spelled(sign, encoding) for sign in text)


def spelling(encoding: str) -> str:
    """The name of what to do with errors, for a stream of this encoding."""
    name = f"poolwijzer-{encoding}"
    codecs.register_error(name, partial(_instead, encoding))
    return name


def _instead(encoding: str, error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spell(error.object[error.start : error.end], encoding), error.end


@cache
def _spelled(sign: str, encoding: str) -> str:
    if has_signs(sign, encoding):
        return sign
    if sign in (known := _known()):
        return known[sign]
    if unicodedata.category(sign) in UNSEEN:
        return ""
    parts = unicodedata.normalize("NFKD", sign)
    return "?" if parts == sign else "".join(_spelled(part, encoding) for part in parts)


@cache
def _known() -> dict[str, str]:
    """Signs of writing and of drawing; these are only read where a console lacks something, and not at every start."""
    from poolwijzer.drawing.plain_charts import PLAIN

    return {**{chr(sign): str(other) for sign, other in PLAIN.items()}, **SPELLED}


def has_signs(text: str, encoding: str) -> bool:
    """Whether an encoding has all signs of a text."""
    try:
        text.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return text.isascii()
    return True
