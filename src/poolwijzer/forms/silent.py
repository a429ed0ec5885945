"""Who has not answered yet: for who gathers the answers, on screen and on the page of the response."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.questions import AskedOf
from poolwijzer.content.wording import VERBAND
from poolwijzer.dutch import join_words


def list_silent(assessment: Assessment, of: AskedOf = "gemeente") -> tuple[str, ...] | None:
    """Who has not answered yet, in the order of the initiative; None where it is not known who there are.

    Args:
        assessment: The initiative, with the answers that are in.
        of: Whether it is about municipalities, or the existing body.
    """
    answered = {one.organisation.name for one in assessment.counted() if one.organisation.kind == of}
    if of == "verband":
        given = assessment.context.get(VERBAND)
        name = given.name if isinstance(given, NamedChoice) else ""
        return () if answered else (name or "de bestaande samenwerking",)
    names = [one.name for one in assessment.initiative.municipalities]
    return tuple(name for name in names if name not in answered) if names else None


def tell_silent(names: Sequence[str]) -> str:
    """Who has not answered, in a sentence for the sender."""
    return f"Nog geen antwoord van {len(names)}: {join_words(names)}."
