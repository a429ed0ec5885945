"""The choices judged together: conflicts, gaps, and what strengthens each other. Never moves a verdict.

What one option asks of another stands with that option; what the whole choice asks stands in `samenhang.yaml`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from poolwijzer.content.claims import Sourced
from poolwijzer.content.component import Coherence, Relation
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.results import FindingKind, Verdict
from poolwijzer.rules.conditions import Truth

KINDS: dict[Relation | Literal["attention"], FindingKind] = {
    "excludes": "conflict",
    "friction": "wringt",
    "requires": "mist",
    "combines": "versterkt",
    "attention": "aandacht",
}
ORDER = ("conflict", "mist", "wringt", "aandacht", "leeg", "versterkt")


class ChoiceFinding(NamedTuple):
    """Something about the choices together: a conflict, a gap, or a good combination."""

    kind: FindingKind
    options: tuple[str, ...]
    components: tuple[str, ...]
    claim: Sourced | None
    """What says so: a relation, a rule over the whole choice, or the option that does not fit; None if nothing does."""
    certain: bool = True


TruthOf = Callable[[Coherence | WholeRule], Truth]
"""Whether the condition of a relation or a rule holds; of one that ran out unknown, as with every rule."""


def find_coherence(
    facts: PlacedFacts, verdicts: dict[str, Verdict], excluded: Callable[[str], bool], truth_of: TruthOf
) -> tuple[ChoiceFinding, ...]:
    """Everything that stands out in the choices, conflicts first."""
    chosen = facts.all_chosen
    relations, whole = _relations(facts, chosen, truth_of), _whole(facts, chosen, truth_of)
    found = [*relations, *whole, *_unfitting(facts, verdicts, excluded), *_empty(facts)]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _relations(facts: PlacedFacts, chosen: frozenset[str], truth_of: TruthOf) -> Iterator[ChoiceFinding]:
    options = facts.content.options
    for name in [one for one in options if one in chosen]:
        for relation in options[name].coherence:
            met = () if chosen.isdisjoint(relation.options) else tuple(one for one in relation.options if one in chosen)
            if bool(met) == (relation.kind == "requires"):
                continue  # what it needs is there, or what it is about is not
            truth = truth_of(relation)
            if truth is False or (truth is None and relation.kind == "combines"):
                continue
            if others := met or tuple(other for other in relation.options if other in options):
                about = tuple(dict.fromkeys((name, *others)))
                components = tuple(_components(about, facts))
                yield ChoiceFinding(KINDS[relation.kind], about, components, relation, truth is True)


def _whole(facts: PlacedFacts, chosen: frozenset[str], truth_of: TruthOf) -> Iterator[ChoiceFinding]:
    """What the rules over the whole choice find."""
    own = {name for name, choice in facts.assessment.choices.items() if choice.other}
    for rule in facts.content.whole.values():
        if chosen.isdisjoint(rule.named):
            continue
        met = tuple(option for option in rule.named if option in chosen)
        truth = truth_of(rule)
        if truth is False or (truth is None and not _worth_asking(rule, facts)):
            continue
        if not own.isdisjoint(_components(rule.absent, facts)):
            continue  # what seems absent may be what they wrote
        components = tuple(_components((*met, *rule.absent), facts))
        yield ChoiceFinding(KINDS[rule.kind], met, components, rule, truth is True)


def _worth_asking(rule: WholeRule, facts: PlacedFacts) -> bool:
    """Whether an unknown rule is told: if something may be missing, and what would settle it is no component.

    That a component is not filled in yet is told once, for all of them.
    """
    return rule.kind == "requires" and all(ref.kind != "component" for ref in rule.when.unknowns(facts))


def _components(options: Iterable[str], facts: PlacedFacts) -> dict[str, None]:
    """The components of these options, each once and in their order; options that are hidden have none."""
    component_of = facts.content.component_of
    return dict.fromkeys(component_of[option] for option in options if option in component_of)


def _unfitting(
    facts: PlacedFacts, verdicts: dict[str, Verdict], excluded: Callable[[str], bool]
) -> Iterator[ChoiceFinding]:
    """What was chosen and fits less now; of one component what is impossible last."""
    for component, menu in facts.content.components.items():
        told = [option for option in facts.chosen_in(component) if verdicts[option] == "minder-passend"]
        if not told:
            continue
        told = [option for option in menu.options if option in told]
        for option in sorted(told, key=excluded):
            yield ChoiceFinding("aandacht", (option,), (component,), menu.options[option])


def _empty(facts: PlacedFacts) -> Iterator[ChoiceFinding]:
    """Components without a choice, once the group has begun to choose."""
    components = facts.content.components
    empty = tuple(name for name in components if not facts.filled_in(name))
    if empty and len(empty) < len(components):
        yield ChoiceFinding("leeg", (), empty, None)
