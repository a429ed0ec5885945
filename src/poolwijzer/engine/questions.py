"""What to ask to know what is not known yet."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.rules.facts import Ref


def questions_for(refs: Iterable[Ref], facts: PlacedFacts) -> tuple[Ref, ...]:
    """What to ask to know these things, each once: a place is known by statements, a hidden question by another."""
    return tuple(dict.fromkeys(question for ref in refs for question in _questions_for(ref, facts)))


def _questions_for(ref: Ref, facts: PlacedFacts) -> Iterable[Ref]:
    axes = facts.placement.axes
    match ref.kind:
        case "axis" | "quadrant":
            asked = [axes[ref.id]] if ref.kind == "axis" else axes.values()
            open_ = (entry for axis in asked for entry in axis.contributions if entry.status in ("open", "weet-niet"))
            return [Ref("statement", entry.statement) for entry in open_]
        case "context":
            ask_when = facts.content.context[ref.id].ask_when
            return (questions_for(ask_when.unknowns(facts), facts) if ask_when else ()) or [ref]
        case "statement" if ref.id in facts.withheld:
            return ()  # it was answered, and nobody may know how
    return [ref]
