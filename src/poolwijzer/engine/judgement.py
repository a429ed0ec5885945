"""The judge: every rule of the menus held against an initiative, once. All else about the advice follows from that.

Which rules hold, how each option fits, which signals are raised and what stands out in the choices is data here; the
reports make the sentences.
"""

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from poolwijzer.content.claims import Dated, Rule
from poolwijzer.content.component import Coherence, Option
from poolwijzer.content.content import Content
from poolwijzer.content.evidence import Signal, SignalRule
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.engine.coherence import ChoiceFinding, find_coherence
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.questions import questions_for
from poolwijzer.engine.results import Verdict
from poolwijzer.engine.verdicts import OptionJudgement, RuleStanding, find_verdict, judge_option, place_effect
from poolwijzer.rules.conditions import (
    AxisIs,
    Condition,
    InQuadrant,
    IsDivided,
    Observation,
    RolesDiffer,
    Truth,
    walk,
)
from poolwijzer.rules.facts import Ref
from poolwijzer.rules.together import MOST_REMEMBERED, Picker, Together, Truths

AnyRule = Rule | SignalRule
Silences = dict[int, tuple[tuple[Condition, int], ...]]
"""By the identity of the rule of a signal: the conditions that silence it, with their numbers."""


class Trace(NamedTuple):
    """One rule held against the initiative: true, false or unknown, by which values, and what would settle it."""

    rule: AnyRule
    truth: Truth
    seen: tuple[tuple[Observation, object], ...]
    """What is known of the things its condition looks at."""
    unknown: tuple[Ref, ...]
    expired: date | None
    """The last day it held, once that is past."""
    silent: Condition | None = None
    """What silences it: the rule of a signal that would hold, or might, and is not told."""


class Judgement(NamedTuple):
    """What the menus say to one initiative on a date."""

    facts: PlacedFacts
    verdicts: dict[str, Verdict]
    """Of every option, in the order of the menus."""
    signals: tuple[str, ...]
    """Points of attention that were raised, each once."""
    strengths: tuple[str, ...]
    """What speaks for the initiative, each once."""
    findings: tuple[ChoiceFinding, ...]
    """What stands out in the choices together."""
    truths: Truths
    """Of every condition, by its number."""
    numbers: dict[int, int]
    """By the identity of a rule or a relation: the number of its condition; not of one that ran out."""
    silences: Silences
    """What silences the rules of signals."""

    def truth(self, rule: AnyRule) -> Truth:
        """Whether a rule of an option or a signal holds and is told; unknown once it ran out."""
        return self._settled(rule) if self.silent(rule) is None else False

    def silent(self, rule: AnyRule) -> Condition | None:
        """What silences the rule of a signal: only what is known to be so."""
        for condition, at in self.silences.get(id(rule), ()):
            if self.truths[at]:
                return condition
        return None

    def holds(self, claim: Coherence | WholeRule) -> Truth:
        """Whether a relation or a rule over the whole choice counts now; of one that ran out unknown."""
        return _holds(claim, self.facts.on, self.truths, self.numbers)

    def trace(self, rule: AnyRule) -> Trace:
        """A rule of an option or a signal with what it saw."""
        facts, seen = self.facts, list[tuple[Observation, object]]()
        silent = self.silent(rule)
        unknown = () if silent else self._open(rule)
        if id(rule) in self.silences:
            unknown = tuple(dict.fromkeys((*unknown, *self.could_silence(rule))))
        for part in (*walk(rule.when), *(walk(silent) if silent else ())):
            if isinstance(part, RolesDiffer):
                seen.append((part, facts.statement(part.statement)))  # how roles answered is not told here
            elif isinstance(part, Observation) and not isinstance(part, IsDivided):
                seen.append((part, part.see(facts)))
        return Trace(
            rule, False if silent else self._settled(rule), tuple(seen), unknown, rule.last_day(facts.on), silent
        )

    def outcome_of(self, option: str) -> tuple[Verdict, bool]:
        """The verdict on an option, and whether it is impossible."""
        verdict, rules = self.verdicts[option], self.facts.content.options[option].rules
        return verdict, verdict == "minder-passend" and any(
            rule.effect == "sluit-uit" and self._settled(rule) for rule in rules
        )

    def _settled(self, rule: AnyRule | WholeRule | Coherence) -> Truth:
        """What its condition comes to; unknown once it ran out."""
        number = self.numbers.get(id(rule))
        return None if number is None else self.truths[number]

    def option(self, name: str) -> OptionJudgement:
        """How an option fits, with everything that decided that."""
        own = self.facts.content.options[name].rules
        rules = [RuleStanding(rule, self._settled(rule), self._open(rule)) for rule in own]
        return judge_option(name, self.verdicts[name], rules, self.facts)

    def unknown(self, rule: AnyRule) -> tuple[Ref, ...]:
        """What would settle a rule, as questions; of one that holds, does not hold or is not in force nothing."""
        return () if self.silent(rule) else self._open(rule)

    def _open(self, rule: AnyRule) -> tuple[Ref, ...]:
        settled = id(rule) not in self.numbers or self._settled(rule) is not None
        return () if settled else questions_for(rule.when.unknowns(self.facts), self.facts)

    def could_silence(self, rule: AnyRule) -> tuple[Ref, ...]:
        """What could still silence the rule of a signal that is told, or may be. As questions these weigh nothing."""
        if self.truth(rule) is False:
            return ()
        open_ = (condition for condition, at in self.silences.get(id(rule), ()) if self.truths[at] is None)
        return questions_for((ref for condition in open_ for ref in condition.unknowns(self.facts)), self.facts)

    def card(self, component: str) -> tuple[OptionJudgement, ...]:
        """The options of a component in the order of its card.

        What most speaks for comes first; of equal ones what least speaks against, else as the menus have it. What is
        impossible comes last.
        """
        options = map(self.option, self.facts.content.components[component].options)
        return tuple(sorted(options, key=lambda one: (one.excluded, -one.score, one.reasons_against)))


def _holds(claim: Coherence | WholeRule, on: date, truths: Truths, numbers: dict[int, int]) -> Truth:
    if claim.when is None:
        return None if claim.expired(on) else True
    number = numbers.get(id(claim))
    return None if number is None else truths[number]


Cards = dict[str, tuple[OptionJudgement, ...]]
"""By component its options, in the order of its card."""


class Judge:
    """Judges initiatives by the rules of the menus, as they hold on a date."""

    def __init__(self, content: Content, on: date) -> None:
        """Makes the rules of the menus ready; those that ran out on the date never hold."""
        self.content = content
        self.on = on
        signals = content.signals.items()
        options = content.options.values()
        claims: list[Dated | Coherence] = [rule for option in options for rule in option.rules]
        claims += [relation for option in options for relation in option.coherence]
        claims += [rule for _, signal in signals for rule in signal.rules]
        claims += content.whole.values()
        live = [(id(one), one.when) for one in claims if one.when is not None and not one.expired(on)]
        silencing = [
            (id(rule), condition)
            for _, signal in signals
            for rule in signal.rules
            for condition in (signal.silent_when, rule.silent_when)
            if condition is not None
        ]
        self._together = Together((condition for _, condition in (*live, *silencing)), content.component_of)
        of_rules, of_silences = self._together.numbers[: len(live)], self._together.numbers[len(live) :]
        self._numbers = number = {rule: at for (rule, _), at in zip(live, of_rules, strict=True)}
        self._silences: Silences = {}
        for (rule, condition), at in zip(silencing, of_silences, strict=True):
            self._silences[rule] = (*self._silences.get(rule, ()), (condition, at))
        self._options = {name: _OptionJudge(option, number, self._together) for name, option in content.options.items()}
        self._at: dict[tuple[str, ...], list[_OptionAt]] = {}
        self._signals = [
            (name, one, one.pick, one.remembered)
            for name, signal in signals
            if (one := _SignalJudge(signal, number, self._silences, self._together)).rules
        ]

    def judge(self, facts: PlacedFacts) -> Judgement:
        """What the menus say to an initiative, by what is known of it."""
        truths = self._together.truths(facts)
        verdicts = self._verdicts(facts, truths)
        seen = truths.seen
        raised = [
            (name, signal.raised(truths) if (known := remembered.get(pick(seen))) is None else known)
            for name, signal, pick, remembered in self._signals
        ]
        return Judgement(
            facts,
            verdicts,
            tuple([name for name, effects in raised if "aandacht" in effects]),
            tuple([name for name, effects in raised if "sterk" in effects]),
            self._findings(facts, verdicts, truths) if facts.assessment.choices else (),
            truths,
            self._numbers,
            self._silences,
        )

    def _verdicts(self, facts: PlacedFacts, truths: Truths) -> dict[str, Verdict]:
        """The verdict on every option; of which is withheld what was answered none is remembered."""
        if facts.withheld:
            return {name: option.verdict(facts, truths) for name, option in self._options.items()}
        place, seen = facts.placement.in_play, truths.seen
        if (options := self._at.get(place)) is None:
            options = self._at[place] = [
                (name, one, one.pick, one.remembered.setdefault(place, {})) for name, one in self._options.items()
            ]
        return {name: known.get(pick(seen)) or option.verdict(facts, truths) for name, option, pick, known in options}

    def _findings(self, facts: PlacedFacts, verdicts: dict[str, Verdict], truths: Truths) -> tuple[ChoiceFinding, ...]:
        return find_coherence(
            facts,
            verdicts,
            excluded=lambda name: "sluit-uit" in self._options[name].held(truths),
            truth_of=lambda claim: _holds(claim, self.on, truths, self._numbers),
        )


@lru_cache(maxsize=4)
def find_judge(content: Content, on: date) -> Judge:
    """The judge by these menus on a date; the same one each time."""
    return Judge(content, on)


PLACE_KEYS = (AxisIs.key, InQuadrant.key)


Remembered = dict[tuple[Truth, ...], Verdict]
"""By what was seen: the verdict that follows."""


class _OptionJudge:
    """The verdict on one option, remembered by the place and by what its rules look at."""

    def __init__(self, option: Option, numbers: dict[int, int], together: Together) -> None:
        """With those of its rules that are in force: they have a number."""
        self._fit = option.fit
        self._rules = [(rule, numbers[id(rule)]) for rule in option.rules if id(rule) in numbers]
        self.pick = together.settled_by(at for _, at in self._rules)
        """Of what was seen, what its rules look at."""
        # Of a place may be unknown what no question could settle, on a border.
        self._asks_always = not any(part.key in PLACE_KEYS for rule, _ in self._rules for part in walk(rule.when))
        self._effects: dict[tuple[str, ...], Fraction] = {}
        """What each place counts for."""
        self.remembered: dict[tuple[str, ...], Remembered] = {}
        """By the place; where something is withheld it does not count."""

    def held(self, truths: Truths) -> list[str]:
        """The effects of the rules that hold."""
        return [rule.effect for rule, at in self._rules if truths[at]]

    def verdict(self, facts: PlacedFacts, truths: Truths) -> Verdict:
        """The verdict, by the truths of all conditions."""
        if facts.withheld or not self._asks_always:
            return self._find(facts, truths, ask=True)
        remembered = self.remembered.setdefault(facts.placement.in_play, {})
        if len(remembered) >= MOST_REMEMBERED:
            remembered.clear()
        found = remembered[self.pick(truths.seen)] = self._find(facts, truths, ask=False)
        return found

    def _find(self, facts: PlacedFacts, truths: Truths, *, ask: bool) -> Verdict:
        """The verdict; where asked, only what a question could settle is open, and else all that is unknown."""
        said = [(rule, truths[at]) for rule, at in self._rules]
        held = tuple([rule.effect for rule, truth in said if truth])
        open_ = tuple(
            [
                rule.effect
                for rule, truth in said
                if truth is None and not (ask and not questions_for(rule.when.unknowns(facts), facts))
            ]
        )
        place = facts.placement.in_play
        if (effect := self._effects.get(place)) is None:
            effect = self._effects[place] = place_effect(self._fit, place)
        return _verdict_by(effect, held, open_)


_verdict_by = lru_cache(maxsize=1024)(find_verdict)
"""Of many options and initiatives the same reasons hold."""
_OptionAt = tuple[str, _OptionJudge, Picker, Remembered]
"""An option at one place: its id, who judges it, what it looks at and what is remembered of that."""


class _SignalJudge:
    """What a signal says, remembered by what its rules and what silences them look at."""

    def __init__(self, signal: Signal, numbers: dict[int, int], silences: Silences, together: Together) -> None:
        """With those of its rules that are in force: they have a number."""
        self.rules = [
            (rule.effect, numbers[id(rule)], [at for _, at in silences.get(id(rule), ())])
            for rule in signal.rules
            if id(rule) in numbers
        ]
        self.pick = together.settled_by(at for _, own, others in self.rules for at in (own, *others))
        self.remembered: dict[tuple[Truth, ...], tuple[str, ...]] = {}

    def raised(self, truths: Truths) -> tuple[str, ...]:
        """The effects of the rules that hold and that nothing silences."""
        if len(self.remembered) >= MOST_REMEMBERED:
            self.remembered.clear()
        found = tuple(
            effect
            for effect, at, silences in self.rules
            if truths[at] and not any(truths[silence] for silence in silences)
        )
        self.remembered[self.pick(truths.seen)] = found
        return found
