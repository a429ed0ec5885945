"""Hands that were counted, beside the answers of the group."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment
from poolwijzer.forms.returned.arrivals import Counted
from poolwijzer.problems import Problem


class HandsChange(NamedTuple):
    """What became of hands that were counted at one statement."""

    kind: Literal["new", "replaced", "unchanged"]
    statement: str
    hands: int
    source: str


def take_hands(
    assessment: Assessment, counted: tuple[Counted, ...], refused: list[Problem]
) -> tuple[dict[str, Answer], list[HandsChange]]:
    """The answers of the group with counted hands beside them.

    A count has no date. A later one of the same question holds more hands; of one with fewer, or with as many others,
    nobody can tell that it is the one to keep.
    """
    answers, changes = dict(assessment.answers), list[HandsChange]()
    by_statement: defaultdict[str, list[tuple[Answer, str]]] = defaultdict(list)
    for one in counted:
        for name, answer in one.answers.items():
            if answer.votes is not None:
                by_statement[name].append((answer, one.source))
    for name, ones in by_statement.items():
        most = max(sum(answer.votes or ()) for answer, _ in ones)
        first, *others = [(answer, source) for answer, source in ones if sum(answer.votes or ()) == most]
        given, source = first
        before = answers.get(name)
        known = before.votes if before else None
        if any(answer.votes != given.votes for answer, _ in others) or (
            known and known != given.votes and sum(known) >= most
        ):
            message = f"Bij stelling {name} zijn de handen anders geteld dan wat er al is. Zij zijn niet overgenomen."
            hint = "Voeg de tellingen eerst samen in één tabel, of haal votes uit het bestand."
            refused.append(Problem(source, message, hint))
            continue
        answer = _with_hands(before, given)
        kind: Literal["new", "replaced", "unchanged"] = "replaced" if known else "new"
        changes.append(HandsChange("unchanged" if answer == before else kind, name, most, source))
        answers[name] = answer
    return answers, changes


def _with_hands(before: Answer | None, given: Answer) -> Answer:
    """An answer with these hands. What the group settled on stays; what only came from hands goes with them."""
    if before is None:
        return given
    if before.given and before.agreed:
        return before.model_copy(update={"votes": given.votes})
    return given.model_copy(update={"note": before.note or given.note, "of": before.of, "yes": before.yes})
