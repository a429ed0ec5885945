"""What to do in a place, by how far the initiative is: steps, what a board decides, pitfalls, and who decides.

A place has a cell per group of phases in `eerste-stappen.yaml`. What own menus say at a place itself counts too: in the
group for the start, and wherever there is no cell.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poolwijzer.assessment.model import NamedChoice
from poolwijzer.content.claims import Claim
from poolwijzer.content.content import Content
from poolwijzer.content.first_steps import CardPart
from poolwijzer.content.typology import Action
from poolwijzer.content.wording import names_a_body
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.results import Placement


class PlaceSteps(NamedTuple):
    """What to do in one place. Texts still hold the placeholders of the menus."""

    actions: tuple[Action, ...]
    decisions: tuple[str, ...]
    """Each completes *Het college besluit: …*."""
    pitfalls: tuple[Claim, ...]


class FirstStep(NamedTuple):
    """A step, and the place it belongs to if it is not one for all."""

    quadrant: str | None
    action: Action


def in_the_middle(placement: Placement) -> bool:
    """Whether every quadrant is in play: then there is no quadrant to speak of."""
    return len(placement.in_play) > 2


def quadrants_spoken_of(placement: Placement) -> tuple[str, ...]:
    """The quadrants whose key questions are asked."""
    return () if in_the_middle(placement) else placement.in_play


def find_group(facts: PlacedFacts) -> str | None:
    """The group of phases an initiative is in; None where the menus know no groups."""
    steps = facts.content.first_steps
    return None if steps is None else steps.group_of(facts.context(steps.source)) or steps.unknown.group


def phase_unknown(facts: PlacedFacts) -> str:
    """What to say where it is not known how far the initiative is; empty where it is."""
    steps = facts.content.first_steps
    return "" if steps is None or steps.group_of(facts.context(steps.source)) else steps.unknown.sentence


def opening(facts: PlacedFacts) -> str:
    """What a report begins with in this group of phases; mostly nothing."""
    steps, group = facts.content.first_steps, find_group(facts)
    return steps.opening.get(group, "") if steps and group else ""


def agree_on(facts: PlacedFacts) -> str:
    """What a conversation asks an agreement about first in this group of phases; mostly nothing."""
    steps, group = facts.content.first_steps, find_group(facts)
    return steps.agree_on.get(group, "") if steps and group else ""


def card_part(facts: PlacedFacts) -> CardPart | None:
    """The part of the menu card that comes first in this group of phases; None where that is all of it."""
    steps, group = facts.content.first_steps, find_group(facts)
    return steps.card.get(group) if steps and group else None


def at_place(quadrant: str, facts: PlacedFacts) -> PlaceSteps:
    """What to do in a place; without what names a body where there is none."""
    found = _as_written(quadrant, find_group(facts), facts.content)
    if not facts.without_body:
        return found
    return found._replace(
        decisions=tuple(text for text in found.decisions if not names_a_body(text)),
        pitfalls=tuple(pitfall for pitfall in found.pitfalls if not names_a_body(pitfall.text)),
    )


def _as_written(quadrant: str, group: str | None, content: Content) -> PlaceSteps:
    own, steps = content.typology.quadrants[quadrant], content.first_steps
    cell = steps.cells.get(quadrant, {}).get(group or "") if steps else None
    decisions = (own.decision,) if own.decision else ()
    if steps is None or cell is None:
        return PlaceSteps(own.actions, decisions, own.pitfalls)
    if group != steps.unknown.group:
        return PlaceSteps(cell.actions, cell.decisions, cell.pitfalls)
    return PlaceSteps(own.actions or cell.actions, decisions or cell.decisions, own.pitfalls or cell.pitfalls)


def first_steps(facts: PlacedFacts) -> Iterator[FirstStep]:
    """The steps: what comes before all else, then those of a divided group, of each place in play, and those for all.

    Where there is no body, what asks something of one falls away, and one step takes the place of all of these.
    """
    told = set[str]()
    replaced = False
    for step in _all_steps(facts):
        action = step.action
        if facts.without_body and _needs_body(action):
            instead = None if replaced else _without_body(action, facts)
            if instead is None:
                continue
            action, replaced = instead, True
        if action.what not in told:
            told.add(action.what)
            yield FirstStep(step.quadrant, action)


def _all_steps(facts: PlacedFacts) -> Iterator[FirstStep]:
    typology, placement, group = facts.content.typology, facts.placement, find_group(facts)
    if placement.held and (action := facts.content.context[placement.held.question].first_action):
        yield from _in_group((action,), group)
    if placement.divided:
        yield from _in_group((typology.divided.first_action, *typology.divided.other_actions), group)
    if in_the_middle(placement):
        yield from _in_group((typology.middle.first_action, *typology.middle.other_actions), group)
    for quadrant in quadrants_spoken_of(placement):
        for step in _in_group(at_place(quadrant, facts).actions, group):
            yield step._replace(quadrant=quadrant)
    yield from _in_group(typology.every_quadrant, group)


def _in_group(actions: Iterable[Action], group: str | None) -> Iterator[FirstStep]:
    return (FirstStep(None, one) for one in actions if group is None or not one.groups or group in one.groups)


def _needs_body(action: Action) -> bool:
    return action.with_body or any(map(names_a_body, (action.what, action.who, action.when)))


def _without_body(replaced: Action, facts: PlacedFacts) -> Action | None:
    """What to do in place of a step that needs a body: by and when the same, as far as that needs none."""
    steps = facts.content.first_steps
    action = steps.without_body if steps else None
    if action is None or not any(_in_group((action,), find_group(facts))):
        return None
    who, when = ("" if names_a_body(text) else text for text in (replaced.who, replaced.when))
    return action.model_copy(update={"who": action.who or who, "when": action.when or when})


def who_decides(facts: PlacedFacts) -> Iterator[str]:
    """Who decides about the part of the body, and of others that what was chosen asks something of."""
    steps = facts.content.first_steps
    if steps is None or find_group(facts) not in steps.deciders_in:
        return
    for name, question in facts.content.context.items():
        given = facts.assessment.context.get(name)
        kind = given.kind if isinstance(given, NamedChoice) else given if isinstance(given, str) else ""
        if question.kind == "named-choice" and kind in question.answers and not facts.without_body:
            yield from filter(None, [question.answers[kind].decides or question.decides])
        for other, answer in question.answers.items():
            if other != kind and answer.decides_also_when and answer.decides_also_when.truth(facts):
                yield answer.decides
