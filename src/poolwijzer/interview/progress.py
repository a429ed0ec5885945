"""How far the conversation is, in questions and in minutes."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Stage
from poolwijzer.dutch import counted
from poolwijzer.interview.steps import Step

TITLES = {
    "initiatief": "het initiatief",
    "inschatting": "uw eigen inschatting",
    "plek": "waar u staat",
    "situatie": "de situatie",
    "menu": "de menukaart",
    "afronden": "afronden",
    "einde": "klaar",
}


def part_title(part: str, content: Content) -> str:
    """A part of the conversation in running text."""
    axis = content.typology.axes.get(part)
    return axis.short.lower() if axis else TITLES[part]


def progress(step: Step, steps: Sequence[Step], content: Content) -> str:
    """Where a step stands: `vraag 4 van 10, motivatie`."""
    title = part_title(step.part, content)
    if step.kind == "statement":
        peers = [other for other in steps if other.kind == "statement"]
        return f"Vraag {peers.index(step) + 1} van {len(peers)}, {title}"
    wholes = list(dict.fromkeys(_whole(other) for other in steps if other.part == step.part))
    begin = f"{title[:1].upper()}{title[1:]}"
    return begin if len(wholes) == 1 else f"{begin}, {wholes.index(_whole(step)) + 1} van {len(wholes)}"


def _whole(step: Step) -> tuple[str, str]:
    """What a step is part of: the name of a body goes with that body, a consideration with its component."""
    kind = {"context-name": "context", "until": "context", "consideration": "component"}.get(step.kind, step.kind)
    return kind, step.ref


def planned(content: Content, total: int | None = None) -> dict[Stage, float]:
    """The minute at which each stage should be done, for a conversation of so many minutes."""
    minutes = content.questions.conversation.minutes
    scale = (total or 0) / sum(minutes.values()) if total and sum(minutes.values()) else 1.0
    ends: dict[Stage, float] = {}
    end = 0.0
    for stage, length in minutes.items():
        end += length * scale
        ends[stage] = end
    return ends


def clock(step: Step, spent: float, plan: dict[Stage, float]) -> str:
    """The minutes spent against the plan, quietly; `spent` is in minutes."""
    if not plan:
        return ""
    total = round(max(plan.values()))
    now = int(spent)
    if step.stage in plan and spent >= plan[step.stage] + 1:
        late = int(spent - plan[step.stage])
        return f"{now} van {total} min, {counted(late, 'minuut', 'minuten')} over het plan"
    return f"{now} van {total} min"
