"""How hard a placement is, and who said what: all that can be found out beside the place and the advice."""

from typing import NamedTuple

from poolwijzer.engine.leave_out import Removal
from poolwijzer.engine.moves import Leverage, Move
from poolwijzer.engine.next_question import NextQuestion
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.respondents import Respondents
from poolwijzer.engine.stress import Stress


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
