"""What the groups of a session leave in an archive."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.workshop.archive.bare import Wishes, make_bare
from poolwijzer.workshop.archive.collection import Bare
from poolwijzer.workshop.session import Session


def says_something(assessment: Assessment) -> bool:
    """Whether there is anything to learn from what a group saved."""
    answered = any(answer.given for answer in assessment.answers.values())
    return bool(answered or assessment.responses or assessment.estimate or assessment.choices)


def leave(session: Session, content: Content, wishes: Wishes) -> tuple[Bare, ...]:
    """Of every group that said something what the archive may hold."""
    return tuple(
        Bare(group.id, make_bare(said, content, session.plan.date, wishes))
        for group, said in session.known
        if says_something(said)
    )


def count_left_out(assessments: Iterable[Assessment]) -> dict[str, int]:
    """How many texts of which kind do not go along whatever was asked, by what they are called in Dutch."""
    counts: dict[str, int] = {}

    def add(called: str, texts: Iterable[str]) -> None:
        counts[called] = counts.get(called, 0) + sum(map(bool, texts))

    for one in assessments:
        add("antwoorden op de sleutelvraag", [one.key_question.answer])
        add("afwegingen", [choice.consideration for choice in one.choices.values()])
        add("afspraken", [agreement.what for agreement in one.agreements])
        add("terugkoppelingen", one.highlights.model_dump().values())
        add("notities", [one.initiative.note, *(answer.note for answer in one.answers.values())])
    return {called: count for called, count in counts.items() if count}
