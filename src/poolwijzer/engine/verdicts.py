"""The verdict on an option: its base fit in the quadrants in play, moved by the rules that hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from poolwijzer.content.claims import Rule
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.questions import questions_for
from poolwijzer.engine.results import Standing, Verdict
from poolwijzer.rules.conditions import Truth
from poolwijzer.rules.facts import Ref

EFFECT = {"sterk": 1, "tegen": -1}
"""What a rule that holds adds; `past` is a reason that does not count, `sluit-uit` is final."""
UNPLACED_FIT = 1
PLACE = "plek"
"""The effect of the place itself, as a reason beside the rules."""


def base_fit(fit: dict[str, int], in_play: tuple[str, ...]) -> int:
    """Base fit where several quadrants are in play: all 2 gives 2, all 0 gives 0, else 1; 1 without a place."""
    fits = {fit[quadrant] for quadrant in in_play}
    return fits.pop() if len(fits) == 1 else UNPLACED_FIT


def value_of(base: int, effects: Iterable[str]) -> int:
    """The verdict as 0, 1 or 2, from the base fit and the effects of the rules that hold."""
    listed = list(effects)
    if "sluit-uit" in listed:
        return 0
    return max(0, min(2, base + adjustment(listed)))


def adjustment(effects: Iterable[str]) -> int:
    """The sum of the effects, held to -1 to 1."""
    return max(-1, min(1, sum(EFFECT.get(effect, 0) for effect in effects)))


class OptionJudgement(NamedTuple):
    """How one option fits, with all that decided it. Fit: 0 less suitable now, 1 possible, 2 fits well."""

    option: str
    standing: Standing | None
    verdict: Verdict
    base_fit: int
    adjustment: int
    """The sum of the rules, held to -1 to 1."""
    excluded: bool
    reasons: tuple[Rule | None, ...]
    """The rules that hold and the place (None), those that decided the verdict first."""
    better_when: tuple[str, ...]
    """Texts of the menus."""
    depends_on: tuple[Ref, ...]
    """What is not known and could change the verdict."""
    lapsed: tuple[Rule, ...]
    """Rules that could change the verdict but ran out."""


def judge_option(
    name: str, verdict: Verdict, rules: Sequence[tuple[Rule, Truth]], facts: PlacedFacts
) -> OptionJudgement:
    """Everything about one option, from its verdict and the truth of its rules."""
    option = facts.content.options[name]
    base = base_fit(option.fit, facts.placement.in_play)
    held = [rule for rule, truth in rules if truth]
    effects = [rule.effect for rule in held]
    decisive = decisive_rules(base, rules)
    refs = (ref for rule in decisive if not rule.expired(facts.on) for ref in rule.when.unknowns(facts))
    lifted = [rule.better_when for rule in held if rule.better_when]
    # What is excluded need not say how that changes; the option itself always says when it fits better.
    own = [option.better_when] if base == 0 or not lifted else []
    return OptionJudgement(
        option=name,
        standing=facts.standing(name),
        verdict=verdict,
        base_fit=base,
        adjustment=adjustment(effects),
        excluded="sluit-uit" in effects,
        reasons=_in_order(held),
        better_when=tuple(dict.fromkeys([*own, *lifted])) if verdict == "minder-passend" else (),
        depends_on=questions_for(refs, facts),
        lapsed=tuple(rule for rule in decisive if rule.expired(facts.on)),
    )


def decisive_rules(base: int, rules: Sequence[tuple[Rule, Truth]]) -> list[Rule]:
    """The unknown rules that could still change the verdict, whatever the other unknown ones turn out to be."""
    held = [rule.effect for rule, truth in rules if truth]
    open_rules = [rule for rule, truth in rules if truth is None and rule.effect != "past"]
    found = []
    for index, rule in enumerate(open_rules):
        others = [other.effect for other in (*open_rules[:index], *open_rules[index + 1 :])]
        outcomes = ([*held, *some] for some in _combinations(others))
        if any(value_of(base, some) != value_of(base, [*some, rule.effect]) for some in outcomes):
            found.append(rule)
    return found


def _combinations(effects: Sequence[str]) -> Iterator[list[str]]:
    """Every combination of the counts of unknown effects that could hold: enough, since only counts matter."""
    counts = {effect: effects.count(effect) for effect in dict.fromkeys(effects)}
    for numbers in product(*(range(most + 1) for most in counts.values())):
        yield [effect for effect, number in zip(counts, numbers, strict=True) for _ in range(number)]


REASON_ORDER = {
    1: ("sterk", "past", PLACE, "tegen", "sluit-uit"),
    0: ("past", PLACE, "sterk", "tegen", "sluit-uit"),
    -1: ("tegen", PLACE, "past", "sterk", "sluit-uit"),
}
"""By the sum of the rules: what decided the verdict comes first, what speaks against it last."""


def _in_order(held: Sequence[Rule]) -> tuple[Rule | None, ...]:
    effects = [rule.effect for rule in held]
    order = REASON_ORDER[adjustment(effects)]
    if "sluit-uit" in effects:
        return tuple(sorted((None, *held), key=lambda rule: rule is None or rule.effect != "sluit-uit"))
    return tuple(sorted((None, *held), key=lambda rule: order.index(rule.effect if rule else PLACE)))
