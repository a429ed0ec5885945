"""How far the conversation is, in questions and in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Stage
from poolwijzer.dutch import count_things
from poolwijzer.interview.steps.step import InterviewStep

TITLES = {
    "initiatief": "het initiatief",
    "inschatting": "uw eigen inschatting",
    "stellingen": "de antwoorden",
    "plek": "waar u staat",
    "situatie": "de situatie",
    "menu": "de menukaart",
    "afronden": "afronden",
    "einde": "klaar",
}


def describe_progress(step: InterviewStep, steps: Sequence[InterviewStep], content: Content) -> str:
    """Where a step stands: `Vraag 4 van 10, motivatie`."""
    axis = content.typology.axes.get(step.part)
    if step.block:
        title = content.questions.blocks[step.block].title
    else:
        title = axis.short.lower() if axis else step.part_title or TITLES[step.part]
    if step.in_a_row and not step.block:
        peers = [other for other in steps if other.in_a_row and not other.block]
        return f"Vraag {peers.index(step) + 1} van {len(peers)}, {title}"
    wholes = list(dict.fromkeys(other.whole for other in steps if other.part == step.part))
    begin = f"{title[:1].upper()}{title[1:]}"
    return begin if len(wholes) == 1 else f"{begin}, {wholes.index(step.whole) + 1} van {len(wholes)}"


def plan_minutes(content: Content, total: int | None = None) -> dict[Stage, float]:
    """The minute at which each stage should be done, for a conversation of so many minutes."""
    minutes = content.questions.conversation.minutes
    usual = sum(minutes.values())
    scale = total / usual if total and usual else 1.0
    return dict(zip(minutes, accumulate(length * scale for length in minutes.values()), strict=True))


def describe_clock(step: InterviewStep, spent: float, plan: dict[Stage, float]) -> str:
    """The minutes spent against the plan, quietly; `spent` is in minutes."""
    if not plan:
        return ""
    text = f"{int(spent)} van {round(max(plan.values()))} min"
    over = int(spent - plan[step.stage]) if step.stage in plan else 0
    return f"{text}, {count_things(over, 'minuut', 'minuten')} over het plan" if over >= 1 else text
