"""The choices judged together: conflicts, gaps, and what strengthens each other. Never moves a verdict.

What one option asks of another stands with that option; what the whole choice asks stands in `samenhang.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from poolwijzer.content.component import Coherence, Relation
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.engine.results import ComponentAdvice, Finding, FindingKind
from poolwijzer.engine.tracing import Tracer

KINDS: dict[Relation | Literal["attention"], FindingKind] = {
    "excludes": "conflict",
    "friction": "wringt",
    "requires": "mist",
    "combines": "versterkt",
    "attention": "aandacht",
}
ORDER = ("conflict", "mist", "wringt", "aandacht", "leeg", "versterkt")


def judged_together(components: Iterable[ComponentAdvice], tracer: Tracer) -> tuple[Finding, ...]:
    """Everything that stands out in the choices, conflicts first."""
    cards = list(components)
    own = {card.component for card in cards if card.other}
    found = [*_relations(tracer), *_whole(own, tracer), *_unfitting(cards, tracer), *_empty(cards)]
    return tuple(sorted(found, key=lambda finding: ORDER.index(finding.kind)))


def _relations(tracer: Tracer) -> Iterator[Finding]:
    chosen, options = tracer.facts.all_chosen(), tracer.content.options
    for name, option in options.items():
        if name not in chosen:
            continue
        for relation in option.coherence:
            met = tuple(other for other in relation.options if other in chosen)
            if bool(met) == (relation.kind == "requires"):
                continue  # what it needs is there, or what it is about is not
            truth = holds(relation, tracer)
            if truth is False or (truth is None and relation.kind == "combines"):
                continue
            if others := met or tuple(other for other in relation.options if other in options):
                yield _finding(name, relation, others, truth is True, tracer)


def holds(relation: Coherence, tracer: Tracer) -> bool | None:
    """Whether a relation counts now; what ran out is unknown, as with every rule."""
    if relation.expired(tracer.on):
        return None
    return True if relation.when is None else relation.when.truth(tracer.facts)


def _whole(own: set[str], tracer: Tracer) -> Iterator[Finding]:
    """What the rules over the whole choice find; `own` are the components in which the group wrote something itself."""
    chosen = tracer.facts.all_chosen()
    for rule in tracer.content.whole.values():
        met = tuple(option for option in rule.named if option in chosen)
        if not met:
            continue
        truth = rule.truth(tracer.facts, tracer.on)
        if truth is False or (truth is None and not _worth_asking(rule, tracer)):
            continue
        if not own.isdisjoint(_components(rule.absent, tracer)):
            continue  # what seems absent may be what they wrote
        yield Finding(
            kind=KINDS[rule.kind],
            options=met,
            components=tuple(_components((*met, *rule.absent), tracer)),
            text=tracer.filled(rule.because),
            certain=truth is True,
            basis=rule.basis,
            sources=rule.sources,
            expired=tracer.lapsed(rule),
        )


def _worth_asking(rule: WholeRule, tracer: Tracer) -> bool:
    """Whether an unknown rule is told: if something may be missing, and what would settle it is no component.

    That a component is not filled in yet is told once, for all of them.
    """
    return rule.kind == "requires" and all(ref.kind != "component" for ref in rule.when.unknowns(tracer.facts))


def _components(options: Iterable[str], tracer: Tracer) -> dict[str, None]:
    """The components of these options, each once and in their order; options that are hidden have none."""
    component_of = tracer.content.component_of
    return dict.fromkeys(component_of[option] for option in options if option in component_of)


def _finding(option: str, relation: Coherence, others: tuple[str, ...], certain: bool, tracer: Tracer) -> Finding:
    return Finding(
        kind=KINDS[relation.kind],
        options=tuple(dict.fromkeys((option, *others))),
        components=tuple(dict.fromkeys(tracer.content.component_of[name] for name in (option, *others))),
        text=tracer.filled(relation.because),
        certain=certain,
        basis=relation.basis,
        sources=relation.sources,
        expired=tracer.lapsed(relation),
    )


def _unfitting(cards: Iterable[ComponentAdvice], tracer: Tracer) -> Iterator[Finding]:
    for card in cards:
        for option in card.options:
            if option.standing == "gekozen" and option.verdict == "minder-passend":
                yield Finding(
                    kind="aandacht",
                    options=(option.option,),
                    components=(card.component,),
                    text=f"Al gekozen. Vraagt nu extra aandacht: {option.reasons[0].text}",
                    certain=True,
                    basis=option.basis,
                    sources=option.sources,
                )


def _empty(cards: list[ComponentAdvice]) -> Iterator[Finding]:
    """Components without a choice, once the group has begun to choose."""
    empty = [card for card in cards if not card.chosen and not card.other]
    if empty and len(empty) < len(cards):
        yield Finding(
            kind="leeg",
            options=(),
            components=tuple(card.component for card in empty),
            # Not joined with a word: a title may hold one itself, as in *Looptijd en opschaling*.
            text=f"Hier is nog niets gekozen: {'; '.join(card.title for card in empty)}.",
            certain=True,
            basis="afgeleid",
            sources=(),
        )
