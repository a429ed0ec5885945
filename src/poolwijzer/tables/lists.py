"""A list in one cell: its parts with a bar between them, and a bar within a part behind a backslash."""

from __future__ import annotations

import re
from collections.abc import Sequence

BETWEEN = "|"
"""Stands between the parts of a list in one cell."""
_BAR = re.compile(r"(\\*)\|")
_AT_END = re.compile(r"(\\+)$")


def join_parts(parts: Sequence[str], joined: str = "") -> str:
    """The cell of a list: what `split_parts` makes these parts of again.

    Args:
        parts: Of the list.
        joined: These with a bar between them, where that was made before.
    """
    joined = joined or BETWEEN.join(parts)
    if joined.count(BETWEEN) == len(parts) - 1 and "\\" not in joined:  # nearly all of them
        return joined
    written = [_BAR.sub(r"\1\1\\|", part) for part in parts]
    # Only before a bar a backslash is more than itself.
    return BETWEEN.join([*(_AT_END.sub(r"\1\1", part) for part in written[:-1]), *written[-1:]])


def split_parts(text: str) -> list[str]:
    """The parts of a list in a cell, as they stand there."""
    parts, start = [""], 0
    for bar in _BAR.finditer(text):
        half, is_text = divmod(len(bar[1]), 2)
        parts[-1] += text[start : bar.start()] + "\\" * half
        if is_text:
            parts[-1] += BETWEEN
        else:
            parts.append("")
        start = bar.end()
    parts[-1] += text[start:]
    return parts
