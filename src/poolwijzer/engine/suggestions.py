"""For what is still open: the options that go well with what was chosen, and why. Never moves a verdict."""

from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.content.component import Coherence, Relation
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.judgement import Cards, Judgement

AGAINST = ("requires", "friction", "excludes")
"""The kinds of rules over the whole choice that a suggestion may not bring about."""


class Offer(NamedTuple):
    """An option of a component without a choice that goes well with what was chosen. It prescribes nothing."""

    component: str
    option: str
    partners: dict[str, Coherence]
    """By chosen option, what says that they go well together."""


def find_offers(cards: Cards, judgement: Judgement) -> tuple[Offer, ...]:
    """Per component without a choice: what combines with a chosen option, the best first.

    Left out is what fits less now, what a chosen option excludes or chafes with, what needs something that was not
    chosen, and what would bring a rule over the whole choice to hold.
    """
    facts = judgement.facts
    if not facts.all_chosen:
        return ()
    found: list[Offer] = []
    for component, options in cards.items():
        if not facts.filled_in(component):
            offered = [
                (-option.score, -len(partners), Offer(component, option.option, partners))
                for option in options
                if option.verdict != "minder-passend" and (partners := _partners(option.option, judgement))
            ]
            found += [offer for *_, offer in sorted(offered, key=lambda entry: entry[:2])]
    return tuple(found)


def _partners(option: str, judgement: Judgement) -> dict[str, Coherence]:
    """The chosen options with which one goes well; none where anything speaks against it."""
    partners: dict[str, Coherence] = {}
    for others, relation in _relations(option, judgement.facts):
        if (truth := judgement.holds(relation)) is False:
            continue
        if _speaks_against(relation.kind, others):
            return {}
        if relation.kind == "combines" and truth is True:
            for other in others:
                partners.setdefault(other, relation)
    return {} if not partners or _breaks_a_rule(option, judgement) else partners


def _relations(option: str, facts: PlacedFacts) -> Iterator[tuple[list[str], Coherence]]:
    """What is about this option and a chosen one, with the chosen ones at its other end."""
    chosen = facts.all_chosen
    for owner, entry in facts.content.options.items():
        for relation in entry.coherence:
            if owner == option:
                yield [other for other in relation.options if other in chosen], relation
            elif option in relation.options and owner in chosen and relation.kind != "requires":
                yield [owner], relation


def _speaks_against(kind: Relation, others: list[str]) -> bool:
    return not others if kind == "requires" else bool(others) and kind != "combines"


def _breaks_a_rule(option: str, judgement: Judgement) -> bool:
    """Whether a rule over the whole choice would come to hold if this were chosen too."""
    facts = judgement.facts
    rules = [rule for rule in facts.content.whole.values() if rule.kind in AGAINST and option in rule.named]
    if not rules:
        return False
    then, on = facts.choosing(option), facts.on
    return any(rule.truth(then, on) is True and judgement.holds(rule) is not True for rule in rules)
