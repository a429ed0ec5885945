"""What was answered at earlier measurements, to stand with a question that is asked again. It is no answer now."""

from __future__ import annotations

from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import join_words, long_date
from poolwijzer.engine.over_time import list_measurements
from poolwijzer.interview.route import list_steps
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.outcome import Outcome

REMEMBERED = ("statement", "context", "context-name", "context-also", "until", "estimate", "key-question")
"""The kinds of steps that tell what was answered before."""


def list_memories(assessment: Assessment, content: Content, on: date, *, full: bool) -> dict[str, str]:
    """By the key of its step what was answered the last time that it was.

    A statement that other menus asked has no step here: only where it is the same, there is something to remember.
    What is asked as one question now is told as one, though the deepening (`full`) asks it apart.
    """
    memories = {}
    *before, _ = list_measurements(assessment)
    for earlier in before:
        day = earlier.initiative.date
        outcome, routes = Outcome(content, earlier, on), dict.fromkeys((Route(full=True), Route(full=full)))
        for step in (step for route in routes for step in list_steps(content, outcome, route, on)):
            if day and step.kind in REMEMBERED and step.answer is not None:
                memories[step.key] = f"Vorige keer ({long_date(day)}): {_in_words(step)}"
    return memories


def _in_words(step: InterviewStep) -> str:
    """An answer as it was picked, or as the overview tells it."""
    asked = step.ask()
    return join_words([item.label for item in asked.items if item.value in asked.chosen]) or step.summarise()
