"""For what is still open: the options that go well with what was chosen, and why. Never moves a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.content.component import Coherence, Relation
from poolwijzer.engine.coherence import holds
from poolwijzer.engine.results import VERDICTS, ComponentAdvice, OptionAdvice, Partner, Suggestion
from poolwijzer.engine.tracing import Tracer

AGAINST = ("requires", "friction", "excludes")
"""The kinds of rules over the whole choice that a suggestion may not bring about."""


def suggestions(components: Iterable[ComponentAdvice], tracer: Tracer) -> tuple[Suggestion, ...]:
    """Per component without a choice: what combines with a chosen option, the best first.

    Left out is what fits less now, what a chosen option excludes or chafes with, what needs something that was not
    chosen, and what would bring a rule over the whole choice to hold.
    """
    chosen = tracer.facts.all_chosen()
    if not chosen:
        return ()
    relations = list(_relations(tracer))
    found: list[Suggestion] = []
    for card in components:
        if not card.chosen and not card.other:
            offered = (_suggested(card.component, option, chosen, relations, tracer) for option in card.options)
            found += sorted((entry for entry in offered if entry is not None), key=_best_first)
    return tuple(found)


def _best_first(entry: Suggestion) -> tuple[int, int]:
    return -VERDICTS.index(entry.verdict), -len(entry.partners)


def _relations(tracer: Tracer) -> Iterator[tuple[str, Coherence]]:
    for name, option in tracer.content.options.items():
        for relation in option.coherence:
            yield name, relation


def _suggested(
    component: str,
    option: OptionAdvice,
    chosen: frozenset[str],
    relations: list[tuple[str, Coherence]],
    tracer: Tracer,
) -> Suggestion | None:
    if option.verdict == "minder-passend" or option.excluded:
        return None
    partners: dict[str, Partner] = {}
    for owner, relation in relations:
        others = _others(option.option, owner, relation, chosen)
        if others is None or (truth := holds(relation, tracer)) is False:
            continue
        if _speaks_against(relation.kind, others):
            return None
        if relation.kind == "combines" and truth is True:
            for other in others:
                title = tracer.content.options[other].title
                because = tracer.filled(relation.because)
                partners.setdefault(other, Partner(other, title, because, relation.basis, relation.sources))
    if not partners or _breaks_a_rule(option.option, tracer):
        return None
    return Suggestion(component, option.option, option.title, option.verdict, tuple(partners.values()))


def _others(option: str, owner: str, relation: Coherence, chosen: frozenset[str]) -> list[str] | None:
    """The chosen options at the other end of a relation; None where it is not about this option and a chosen one."""
    if owner == option:
        return [other for other in relation.options if other in chosen]
    if option in relation.options and owner in chosen and relation.kind != "requires":
        return [owner]
    return None


def _speaks_against(kind: Relation, others: list[str]) -> bool:
    return not others if kind == "requires" else bool(others) and kind != "combines"


def _breaks_a_rule(option: str, tracer: Tracer) -> bool:
    """Whether a rule over the whole choice would come to hold if this were chosen too."""
    rules = [rule for rule in tracer.content.whole.values() if rule.kind in AGAINST and option in rule.named]
    if not rules:
        return False
    then = tracer.facts.choosing(option)
    return any(
        rule.truth(then, tracer.on) is True and rule.truth(tracer.facts, tracer.on) is not True for rule in rules
    )
