"""Text that a spreadsheet would read as a formula, and the apostrophe that keeps it text.

Whoever opens a table may not run what somebody else typed. Numbers of our own are no text, and stay numbers.
"""

from __future__ import annotations

import re

_COULD_BE_ONE = re.compile(r"'*[\s\ufeff\u200b-\u200f\u2060]*[-=+@\t\r\n\uff0d\uff1d\uff0b\uff20]")
"""A sign that starts a formula, of ordinary or full width, behind any white space. Apostrophes in front count too, so
that taking one away gives what was typed."""


def could_be_formula(text: str) -> bool:
    """Whether a program may take this text for a formula, or for one that was made safe."""
    return _COULD_BE_ONE.match(text) is not None


def protect_text(text: str) -> str:
    """The text with an apostrophe in front if it could be a formula."""
    if text[:1].isalnum():  # nearly all of them: no formula starts with a letter or a digit
        return text
    return f"'{text}" if could_be_formula(text) else text


def unprotect_text(text: str) -> str:
    """What was typed, from what `protected` made of it."""
    return text[1:] if text.startswith("'") and could_be_formula(text) else text
