"""What people typed on several lines, where a report lists it or has room for one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

LINE_END = " /"
"""What shows where a line ended that another runs on behind."""
_BULLET = r"[-–•*·]\s+"


def split_considerations(text: str) -> tuple[str, ...]:
    """Each line is a consideration of its own, without a sign that somebody put before it; empty lines say nothing."""
    lines = text.split("\n")
    if len(lines) == 1:
        return (text,) if text else ()
    return tuple(filter(None, (re.sub(f"^{_BULLET}", "", line.strip()) for line in lines)))


def join_sentences(parts: Iterable[str]) -> str:
    """Parts that are not empty, each as a sentence."""
    return " ".join(part if part.endswith(("?", "!", "…")) else f"{part.rstrip('.')}." for part in parts if part)


def run_on(text: str) -> str:
    """The lines of a text behind each other, for where there is room for one."""
    return f"{LINE_END} ".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
