"""How far the conversation is, in questions and in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import get_args

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Extra, Stage
from poolwijzer.dutch import count_things, join_words
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import InterviewStep

TITLES = {
    "welkom": "Poolwijzer",
    "initiatief": "het initiatief",
    "inschatting": "uw eigen inschatting",
    "stellingen": "de antwoorden",
    "plek": "waar u staat",
    "situatie": "de situatie",
    "menu": "de menukaart",
    "kosten": "wie betaalt wat",
    "afronden": "afronden",
    "einde": "klaar",
}
EXTRAS: dict[Extra, str] = {
    "keuzes": "het overzicht van de keuzes",
    "afwegingen": "de afwegingen",
    "terugkoppeling": "de terugkoppeling",
    "stippen": "de stip van iedereen",
}
NEAR_THE_END = 2
"""Minutes before the end from which the clock says how many are left."""


def describe_progress(step: InterviewStep, steps: Sequence[InterviewStep], content: Content) -> str:
    """Where a step stands: `Vraag 4 van 10, motivatie`."""
    title = title_of_part(step, content)
    if step.in_a_row and not step.block:
        peers = [other for other in steps if other.in_a_row and not other.block]
        return f"Vraag {peers.index(step) + 1} van {len(peers)}, {title}"
    wholes = list(dict.fromkeys(other.whole for other in steps if other.part == step.part))
    begin = f"{title[:1].upper()}{title[1:]}"
    return begin if len(wholes) == 1 else f"{begin}, {wholes.index(step.whole) + 1} van {len(wholes)}"


def title_of_part(step: InterviewStep, content: Content) -> str:
    """What the part of the conversation is called that a step belongs to, in the middle of a sentence."""
    if step.block:
        return content.questions.blocks[step.block].title
    axis = content.typology.axes.get(step.part)
    return axis.short.lower() if axis else step.part_title or TITLES[step.part]


def tell_answered(steps: Sequence[InterviewStep]) -> str:
    """How many of the questions were answered: `4 van de 28 vragen zijn al beantwoord`."""
    asked = [step for step in steps if step.counts]
    answered = sum(step.answer is not None for step in asked)
    return f"{answered} van de {count_things(len(asked), 'vraag is', 'vragen zijn')} al beantwoord."


def plan_minutes(content: Content, route: Route) -> dict[Stage, Fraction]:
    """The minute at which each stage should be done, in the order in which they come.

    What is left out frees its minutes for all the rest.
    """
    plan = content.questions.conversation
    minutes = {stage: Fraction(length) for stage, length in plan.minutes.items()}
    total = sum(minutes.values()) if route.minutes is None else Fraction(route.minutes)
    for name, extra in plan.extras.items():
        if name in route.left_out and extra.stage in minutes:
            minutes[extra.stage] = max(minutes[extra.stage] - extra.minutes, Fraction(0))
    usual = sum(minutes.values())
    scale = total / usual if usual else Fraction(1)
    # The menu card stands before the statements where a group chose so.
    early: tuple[Stage, ...] = ("initiatief", "inschatting", "menu")
    first = [stage for stage in early if route.menu_first and stage in minutes]
    order = sorted(minutes, key=lambda stage: first.index(stage) if stage in first else len(first))
    return dict(zip(order, accumulate(minutes[stage] * scale for stage in order), strict=True))


def list_lengths(plan: dict[Stage, Fraction]) -> dict[Stage, int]:
    """The whole minutes that each stage takes, which together are those of the conversation."""
    lengths = {
        stage: end - begin for (begin, end), stage in zip(pairwise([Fraction(0), *plan.values()]), plan, strict=True)
    }
    whole = {stage: int(length) for stage, length in lengths.items()}
    left = round(sum(lengths.values())) - sum(whole.values())
    for stage in sorted(lengths, key=lambda stage: whole[stage] - lengths[stage])[:left]:
        whole[stage] += 1
    return whole


def pick_extras(content: Content, minutes: int | None) -> frozenset[Extra]:
    """What there is no time for in a conversation of so many minutes."""
    extras = content.questions.conversation.extras
    return frozenset(name for name, extra in extras.items() if minutes is not None and minutes < extra.at_least)


def tell_left_out(route: Route) -> str:
    """What there is no time for, in a sentence; empty where there is time for all."""
    names = [EXTRAS[name] for name in get_args(Extra) if name in route.left_out]
    if not names:
        return ""
    return f"In {count_minutes(route.minutes or 0)} is geen tijd voor {join_words(names, 'en')}. De stellingen blijven."


def count_minutes(minutes: int) -> str:
    """A number of minutes in words."""
    return count_things(minutes, "minuut", "minuten")


def furthest_step(step: InterviewStep, steps: Sequence[InterviewStep], plan: dict[Stage, Fraction]) -> InterviewStep:
    """The step that tells how far a group is in the plan: who goes back to mend an answer is not late with that."""
    order: list[Stage | None] = [*plan]
    reached = [one for one in steps if one.stage in plan and one.answer is not None]
    return max([step, *reached], key=lambda one: order.index(one.stage)) if step.stage in plan else step


def tell_minutes(spent: float) -> str:
    """The minutes spent where there is no plan for them."""
    return f"{int(spent)} min"


def describe_clock(step: InterviewStep, spent: float, plan: dict[Stage, Fraction]) -> str:
    """The minutes spent against the plan, quietly; `spent` is in minutes."""
    if not plan:
        return ""
    total = round(max(plan.values()))
    text, left = f"{int(spent)} van {total} min", total - int(spent)
    over = int(spent - plan[step.stage]) if step.stage in plan else 0
    # Near the end it matters no more which part took too long.
    if 0 < left <= NEAR_THE_END:
        return f"{text} · nog {count_minutes(left)}"
    return f"{text} · {count_minutes(over)} over het plan" if over >= 1 else text
