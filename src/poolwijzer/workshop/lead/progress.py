"""How far a group is, from the file that it saves. It never tells an answer, nor what follows from one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import join_some
from poolwijzer.interview.route import list_steps
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.outcome import Outcome
from poolwijzer.workshop.amount import amount_of, tell_loss
from poolwijzer.workshop.session import Group

Stage = Literal[
    "not-begun", "on-paper", "acquaintance", "estimate", "statements", "menu", "closing", "done", "half", "unusable"
]
WORDS: dict[Stage, str] = {
    "not-begun": "nog niet begonnen",
    "on-paper": "op papier: nog over te nemen",
    "acquaintance": "bij het initiatief",
    "estimate": "eigen inschatting",
    "statements": "bij de stellingen: {answered} van de {asked}",
    "menu": "bij de menukaart",
    "closing": "afronden",
    "done": "klaar",
    "half": "bestand wordt gekopieerd",
    "unusable": "bestand niet te lezen: zie hieronder",
}
"""What a room reads."""
BEGINNING, CLOSING = "initiatief", "afronden"
MOST_NAMED = 3
"""Copies of one file that a screen names."""


class GroupProgress(NamedTuple):
    """How far a group is, and what there is to do about its file."""

    stage: Stage
    answered: int = 0
    """The statements that it answered."""
    asked: int = 0
    """The statements that it is asked."""
    todo: tuple[str, ...] = ()
    """What to do about its file, a sentence or two each; none tells what stands in it."""

    @property
    def words(self) -> str:
        """How far it is, as a room reads it."""
        return WORDS[self.stage].format(answered=self.answered, asked=self.asked)

    @property
    def begun(self) -> bool:
        """Whether it may have saved something."""
        return self.stage not in ("not-begun", "on-paper")


def how_far(group: Group, content: Content, on: date) -> GroupProgress:
    """How far a group is.

    Args:
        group: What was read of it.
        content: The menus.
        on: The day of the session, which some questions depend on.
    """
    todo = tuple(_todo(group))
    if group.reading in ("half", "unusable"):
        return GroupProgress("half" if group.reading == "half" else "unusable", todo=todo)
    assessment = group.assessment
    if assessment is None or not group.begun:
        return GroupProgress("on-paper" if group.plan.on_paper else "not-begun", todo=todo)
    steps = list_steps(content, Outcome(content, assessment, on), Route(), on)
    statements = [step for step in steps if step.in_a_row and not step.block]
    answered = sum(step.answer is not None for step in statements)
    stage = _stage(group, assessment, steps, answered, len(statements))
    return GroupProgress(stage, answered, len(statements), todo)


def _stage(group: Group, assessment: Assessment, steps: Sequence[InterviewStep], answered: int, asked: int) -> Stage:
    if group.closed:
        last = [step for step in steps if step.stage == CLOSING and step.counts][-1:]
        return "done" if last and last[0].answer is not None else "closing"
    chose = any(choice.options or choice.considering or choice.other for choice in assessment.choices.values())
    # Who began with the card has answered nothing by then; who skipped a statement has seen the key question.
    if assessment.key_question.answer or (answered and answered == asked) or (chose and not answered):
        return "menu"
    if answered or assessment.estimate.places:
        return "statements"
    if assessment.estimate.dots:
        return "estimate"
    before = [step for step in steps if step.stage == BEGINNING and step.counts]
    return "estimate" if before and before[-1].answer is not None else "acquaintance"


def _todo(group: Group) -> Iterator[str]:
    """What to do about a file. What is wrong with it may tell what stands in it: only where it is wrong is told."""
    name, lines = group.path.name, [problem.line for problem in group.problems if problem.line]
    if group.reading == "half":
        # That never tells what stands in it.
        yield from (f"{name}: {problem.message} Wacht even." for problem in group.problems[:1])
    elif group.reading == "unusable":
        where = f"{name}, regel {lines[0]}" if lines else name
        yield f"{where}: dit klopt niet. Kijk met: poolwijzer advise {name}"
    elif group.reading == "missing" and group.assessment is not None:
        yield f"{name} is weg. Zet het terug in de map."
    elif group.assessment is not None and tell_loss(group.most, amount_of(group.assessment)):
        yield f"{name}: hier staat nu minder in dan eerst. Kijk op de laptop van de groep."
    if others := [copy.path.name for copy in group.copies if copy.differs]:
        yield f"Naast {name} ligt een andere versie: {join_some(others, MOST_NAMED)}. Vergelijk ze."
