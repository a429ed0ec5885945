"""Words as a shell writes them: taken out of a line, and written so that it reads them as they are."""

from __future__ import annotations

import re

_WORD = r"""(?:'[^']*(?:'|$)|"(?:\\.|[^"\\])*(?:"|\\?$)|\\.|\\$|[^\s'"\\])+"""
_SPECIAL = r"[^\w@%+,./:=^-]"
"""What may have a meaning of its own in bash, outside quotes."""


def split_bash_line(line: str) -> tuple[list[str], str]:
    """The words of a line that are whole, without their quotes, and the last one as it was typed so far."""
    words = re.findall(_WORD, line, re.DOTALL)
    typed = words.pop() if words and line.endswith(words[-1]) else ""
    return [unquote(word) for word in words], typed


def unquote(word: str) -> str:
    """What a word says, also where its quotes are not closed yet."""
    return _read(word)[0]


def _read(word: str) -> tuple[str, str]:
    """What a word says, and the quote that it is inside of at its end; empty where it is in none."""
    said, quote, signs = [], "", iter(word)
    for sign in signs:
        if sign == quote:
            quote = ""
        elif not quote and sign in "'\"":
            quote = sign
        elif sign == "\\" and quote != "'":
            after = next(signs, "")
            said.append(after if not quote or after in '"\\$`' else sign + after)
        else:
            said.append(sign)
    return "".join(said), quote


def fit_for_bash(value: str, typed: str, word: str) -> str:
    """What bash puts in the place of what it takes for the word, so that the whole word says the value.

    Args:
        value: What the whole word is to say.
        typed: The whole word as it was typed so far.
        word: The end of it that bash replaces, without a quote before it.
    """
    _, quote = _read(typed)
    # Where bash begins a word anew, it keeps what stands before it; a quote that opens the whole is no part of it.
    kept = unquote(typed[: len(typed) - len(word)]) if typed.endswith(word) else ""
    rest = value.removeprefix(kept)
    if quote == "'":
        return rest.replace("'", "'\\''")
    if quote == '"':
        return re.sub(r'(["\\$`])', r"\\\1", rest)
    home = "~/" if rest.startswith("~/") else ""
    return home + re.sub(_SPECIAL, r"\\\g<0>", rest.removeprefix(home))
