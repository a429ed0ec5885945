"""The respondents of a table, brought together per initiative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from poolwijzer.dutch import number
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.kept_rows import KeptRespondents

MOST_RESPONDENTS = 1_000_000
"""Of one table. What each says can change who counts, so all are held together: this many take about 250 MB."""
MOST_IN_LONG = 200_000
"""The same where each answer has a row of its own: there all that somebody said is held until the last row."""
_MOST_NAMED = 8


def too_many(path: str, row: int, most: int = MOST_RESPONDENTS) -> InputError:
    """Why a table cannot be used of which this row is one respondent too many."""
    message = f"In deze tabel staan meer dan {number(most, 0)} respondenten."
    hint = "Kijk of rijen zich herhalen. Of verdeel haar over meer bestanden, zoals per initiatief."
    return InputError(Problem(path, message, hint, row))


@dataclass
class Group:
    """The respondents of one initiative."""

    first: int
    """The number of its first row."""
    shared: list[Any]
    """What belongs to the initiative, by the place of its column."""
    respondents: KeptRespondents
    rows: dict[int, int] = field(default_factory=dict)
    """The row in which each of these was first filled in."""
    seen: object = None
    """The last row's part of what belongs to the initiative."""


def name_some(texts: Iterable[str]) -> str:
    """The first of them, and how many more there are."""
    all_of_them = list(texts)
    shown = all_of_them[:_MOST_NAMED]
    if len(all_of_them) > _MOST_NAMED:
        shown.append(f"nog {len(all_of_them) - _MOST_NAMED} keer")
    return "; ".join(shown)
