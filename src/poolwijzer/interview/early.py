"""What a group is asked once more, or is not shown yet: the outcome before its place, the answers, stopping early.

Pure, and the same on every kind of screen.
"""

from __future__ import annotations

from typing import Literal

from poolwijzer.assessment.model import Assessment
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import State
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.interview.steps.placing import PLACE_LATER
from poolwijzer.outcome import Outcome
from poolwijzer.report.model import Report
from poolwijzer.version import __version__

TOO_EARLY = (
    "Dit laat de uitkomst tot nu toe zien",
    "De groep heeft de plek nog niet samen gezien. Die ziet u na de stellingen, bij 'Waar u staat'.",
)
NO_NAME_YET = "Er is nog geen uitkomst. Geef het initiatief eerst een naam."
TO_WHICH = "Naar welke vraag?"
SHOWS_ANSWERS = "Let op: dit overzicht laat zien wat er is geantwoord."
OutcomeNow = Literal["now", "ask-first", "refused"]


def outcome_now(script: Script, state: State) -> tuple[OutcomeNow, str]:
    """Whether the outcome so far can be shown, is to be asked for once more, or is not there; and then why."""
    if state.assessment is None:
        return "refused", NO_NAME_YET
    if state.route.room == "looks-on":
        return "refused", PLACE_LATER[0]
    return ("now" if script.place_shown(state) else "ask-first"), ""


def outcome_report(outcome: Outcome) -> Report:
    """The outcome so far, to look at in the middle of a conversation."""
    from poolwijzer.report.build import build_report

    return build_report(outcome, version=__version__, depth="kort")


def asks_before_stopping(script: Script, state: State) -> bool:
    """Whether there is something to make of the answers first, for who stops before the end."""
    at_the_end = isinstance(script.step(state), EndPage)
    return not at_the_end and state.assessment is not None and says_something(state.assessment)


def says_something(assessment: Assessment) -> bool:
    """Whether there is anything to report on."""
    return bool(assessment.answers or assessment.responses or assessment.estimate or assessment.choices)
