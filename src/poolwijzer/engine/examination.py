"""How hard a placement is, and who said what: all that can be found out beside the place and the advice."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.leave_out import Removal, removals
from poolwijzer.engine.moves import Leverage, Move, leverage, moves
from poolwijzer.engine.next_question import NextQuestion, next_questions
from poolwijzer.engine.over_time import Moment, path
from poolwijzer.engine.respondents import Mode, Respondents, respondents
from poolwijzer.engine.results import Advice, Placement
from poolwijzer.engine.stress import Stress, stress


class Examination(NamedTuple):
    """What a placement rests on, and what would change it."""

    stress: Stress | None
    """None without a place, or on an own estimate."""
    removals: tuple[Removal, ...]
    """Each answer left out in turn, the one that changes most first."""
    moves: tuple[Move, ...]
    """The fewest answer-steps to another place, the shortest way first."""
    leverage: dict[str, tuple[Leverage, ...]]
    next_questions: tuple[NextQuestion, ...]
    respondents: Respondents | None
    """None where nobody answered apart and no hands were counted."""
    path: tuple[Moment, ...]
    """Every measurement, oldest first; empty where this is the only one."""


def examine(
    assessment: Assessment, content: Content, placement: Placement, advice: Advice, mode: Mode = "standaard"
) -> Examination:
    """Find out how hard a placement is.

    Args:
        assessment: The initiative; for the anonymous mode already without what could point at persons.
        content: The menus.
        placement: That of the assessment.
        advice: That of the placement.
        mode: What may be told of who answered what.

    Raises:
        TooFewRespondents: In the anonymous mode.
    """
    hands = any(answer.votes for answer in assessment.answers.values())
    return Examination(
        stress=stress(assessment, content, placement),
        removals=removals(placement, content),
        moves=moves(placement, content),
        leverage=leverage(placement, content),
        next_questions=next_questions(advice, placement, content),
        respondents=respondents(assessment, content, placement, mode) if assessment.responses or hands else None,
        path=path(assessment, content) if assessment.measurements else (),
    )
