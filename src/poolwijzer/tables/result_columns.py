"""The columns of our own tables that say what came out: written, and left out where such a table is read again."""

from __future__ import annotations

import re

_OUTCOMES = re.compile(
    r"file|status|signals|strengths|problems|remarks|initiative\.population|(?:placement|verdicts|stress)\.[a-z0-9._-]+"
)


def is_an_outcome(header: str) -> bool:
    """Whether a header is that of an outcome, and so no answer of anybody."""
    return _OUTCOMES.fullmatch(header.strip().lower()) is not None
