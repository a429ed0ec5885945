"""The verdict on an option: its base fit in the quadrants in play, moved by the rules that hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from poolwijzer.content.claims import Rule
from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.engine.results import VERDICTS, OptionAdvice, Placement, Question, Reason, RuleTrace, Standing
from poolwijzer.engine.tracing import Tracer

EFFECT = {"sterk": 1, "tegen": -1}
"""What a rule that holds adds; `past` is a reason that does not count, `sluit-uit` is final."""
UNPLACED_FIT = 1


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


class Weighed(NamedTuple):
    """An option's rules held against the facts, side by side with their traces."""

    rules: tuple[Rule, ...]
    traces: tuple[RuleTrace, ...]

    def effects(self) -> list[str]:
        """The effects of the rules that hold."""
        return [rule.effect for rule, trace in zip(self.rules, self.traces, strict=True) if trace.truth]

    def decisive_unknowns(self, base: int) -> list[RuleTrace]:
        """The unknown rules that could still change the verdict, whatever the other unknown ones turn out to be."""
        open_rules = [
            (rule.effect, trace)
            for rule, trace in zip(self.rules, self.traces, strict=True)
            if trace.truth is None and rule.effect != "past"
        ]
        held = self.effects()
        found = []
        for index, (effect, trace) in enumerate(open_rules):
            others = [other for position, (other, _) in enumerate(open_rules) if position != index]
            if any(
                value_of(base, [*held, *some]) != value_of(base, [*held, *some, effect]) for some in _outcomes(others)
            ):
                found.append(trace)
        return found


def _outcomes(effects: Sequence[str]) -> Iterable[list[str]]:
    """Every combination of the counts of unknown effects that could hold: enough, since only counts matter."""
    counts = {effect: list(effects).count(effect) for effect in dict.fromkeys(effects)}
    combinations: list[list[str]] = [[]]
    for effect, most in counts.items():
        combinations = [[*some, *[effect] * times] for some in combinations for times in range(most + 1)]
    return combinations


def judged(name: str, option: Option, placement: Placement, tracer: Tracer, standing: Standing | None) -> OptionAdvice:
    """The verdict on one option with every reason."""
    weighed = Weighed(option.rules, tuple(tracer.rule(rule) for rule in option.rules))
    base = base_fit(option.fit, placement.in_play)
    effects = weighed.effects()
    value = value_of(base, effects)
    decisive = weighed.decisive_unknowns(base)
    return OptionAdvice(
        option=name,
        title=option.title,
        group=option.group,
        standing=standing,
        verdict=VERDICTS[value],
        base_fit=base,
        fit_by_quadrant=dict(option.fit),
        adjustment=adjustment(effects),
        excluded="sluit-uit" in effects,
        reasons=_reasons(option, base, placement, weighed, tracer),
        better_when=_better_when(option, base, weighed, tracer) if value == 0 else (),
        depends_on=_unique(question for trace in decisive for question in trace.unknown),
        lapsed=tuple(trace.because for trace in decisive if trace.expired),
        rules=weighed.traces,
        basis=option.basis,
        sources=option.sources,
    )


REASON_ORDER = {
    1: ("sterk", "past", "plek", "tegen", "sluit-uit"),
    0: ("past", "plek", "sterk", "tegen", "sluit-uit"),
    -1: ("tegen", "plek", "past", "sterk", "sluit-uit"),
}
"""By the sum of the rules: what decided the verdict comes first, what speaks against it last."""


def _reasons(option: Option, base: int, placement: Placement, weighed: Weighed, tracer: Tracer) -> tuple[Reason, ...]:
    found = [
        Reason("plek", _place_reason(base, placement, tracer.content), "afgeleid", ()),
        *(
            Reason(rule.effect, trace.because, trace.basis, trace.sources)
            for rule, trace in zip(weighed.rules, weighed.traces, strict=True)
            if trace.truth
        ),
    ]
    if any(reason.effect == "sluit-uit" for reason in found):
        return tuple(sorted(found, key=lambda reason: reason.effect != "sluit-uit"))
    order = REASON_ORDER[adjustment(weighed.effects())]
    return tuple(sorted(found, key=lambda reason: order.index(reason.effect)))


def _place_reason(base: int, placement: Placement, content: Content) -> str:
    if not placement.in_play:
        return "De plek is nog niet bekend. Daarom telt die niet mee."
    titles = " en ".join(f"'{content.typology.quadrants[name].title}'" for name in placement.in_play)
    words = {0: "past minder goed bij", 1: "kan op", 2: "past goed bij"}[base]
    if len(placement.in_play) == 1:
        return f"Deze optie {words} de plek {titles}."
    if len(placement.in_play) == len(content.typology.quadrants):
        return f"Het initiatief staat in het midden. Deze optie {words} die plek."
    return f"Het initiatief staat tussen {titles}. Deze optie {words} die plek."


def _better_when(option: Option, base: int, weighed: Weighed, tracer: Tracer) -> tuple[str, ...]:
    lifted = [
        rule.better_when
        for rule, trace in zip(weighed.rules, weighed.traces, strict=True)
        if trace.truth and rule.better_when
    ]
    # What is excluded need not say how that changes; the option itself always says when it fits better.
    own = [option.better_when] if base == 0 or not lifted else []
    return tuple(tracer.filled(text) for text in dict.fromkeys([*own, *lifted]))


def _unique(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(dict.fromkeys(questions))
