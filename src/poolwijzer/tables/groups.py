"""The respondents of a table, brought together per initiative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from poolwijzer.dutch import number
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.kept_rows import KeptRespondents

MOST_RESPONDENTS = 200_000
"""Of one table. What each says can change who counts, so all are held together: this many take less than 1 GB."""
_MOST_NAMED = 8


def too_many(path: str, row: int) -> InputError:
    """Why a table cannot be used of which this row is one respondent too many."""
    message = f"In deze tabel staan meer dan {number(MOST_RESPONDENTS, 0)} respondenten."
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
