"""How much a group has said, and when: what tells at a glance which of two versions of a file is the fuller one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.dutch import count_things


class Amount(NamedTuple):
    """Answers to statements, and choices on the menu card."""

    answers: int
    choices: int

    def __str__(self) -> str:
        return (
            f"{count_things(self.answers, 'antwoord', 'antwoorden')} en {count_things(self.choices, 'keuze', 'keuzes')}"
        )

    def widest(self, other: Amount) -> Amount:
        """The most of both."""
        return Amount(max(self.answers, other.answers), max(self.choices, other.choices))


NOTHING = Amount(0, 0)


def amount_of(assessment: Assessment) -> Amount:
    """How much an initiative's file says."""
    chosen = (len(one.options) + len(one.other) for one in assessment.choices.values())
    return Amount(sum(answer.given for answer in assessment.answers.values()), sum(chosen))


def tell_loss(most: Amount, now: Amount) -> str:
    """That a file once said more, in words; empty where it did not, or lost no more than somebody takes back."""
    if most.answers - now.answers > 1:
        return f"Hier stonden eerst {count_things(most.answers, 'antwoord', 'antwoorden')} en nu {now.answers}."
    if most.choices - now.choices > 1:
        return f"Hier stonden eerst {count_things(most.choices, 'keuze', 'keuzes')} en nu {now.choices}."
    return ""


def saved_at(path: Path) -> datetime | None:
    """When a file was written last; None where that is not known."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None
