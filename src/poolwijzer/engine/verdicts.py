"""The verdict on an option: the reasons for it less those against it, with the place as half a reason.

Every reason counts one: on new cases unit weights do as well as fitted ones (Dawes, 1979, *The robust beauty of
improper linear models in decision making*, American Psychologist 34, doi 10.1037/0003-066X.34.7.571).
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.claims import Effect, Rule
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.results import Standing, Verdict
from poolwijzer.rules.conditions import Truth
from poolwijzer.rules.facts import Ref
from poolwijzer.validation import Exact

COUNTS: dict[str, int] = {"sterk": 1, "tegen": -1}
"""What a rule that holds counts for; `past` is told and counts nothing, `sluit-uit` is final."""
NEUTRAL_FIT = 1
"""Where the place says nothing of an option; 2 speaks for it and 0 against it, beside the others of its component."""
PLACE_COUNTS = Fraction(1, 2)
"""The place is made of the same answers as the rules, and says little alone: half a reason."""
BOUND = 1
"""From so much above nothing an option fits well; from so much below it fits less now."""


def place_effect(fit: Mapping[str, int], in_play: Sequence[str]) -> Fraction:
    """What the place counts for, from -1/2 to 1/2: the mean over the quadrants in play; without a place nothing."""
    if not in_play:
        return Fraction()
    return PLACE_COUNTS * Fraction(sum(fit[quadrant] - NEUTRAL_FIT for quadrant in in_play), len(in_play))


def score_of(place: Fraction, effects: Iterable[str]) -> Fraction:
    """What speaks for an option less what speaks against it, in reasons."""
    return place + sum(COUNTS.get(effect, 0) for effect in effects)


def verdict_at(score: Fraction) -> Verdict:
    """The verdict that a score stands for."""
    return "past-goed" if score >= BOUND else "minder-passend" if score <= -BOUND else "kan"


def find_verdict(place: Fraction, held: Sequence[str], open_: Sequence[str]) -> Verdict:
    """The verdict on an option.

    Args:
        place: What the place counts for.
        held: The effects of the rules that hold.
        open_: The effects of the rules that a question could still settle.
    """
    if "sluit-uit" in held:
        return "minder-passend"
    if not COUNTS.keys() & held and find_decisive(place, held, open_) & COUNTS.keys():
        return "nog-niet-te-zeggen"
    return verdict_at(score_of(place, held))


def find_decisive(place: Fraction, held: Sequence[str], open_: Sequence[str]) -> set[Effect]:
    """The effects of which an open rule could still change the verdict, whatever the other open ones turn out to be.

    Only how many rules there are counts, and each moves the score by one. So all scores between the two ends can come
    about, and some rule matters just where the verdicts at the ends differ.
    """
    if "sluit-uit" in held:
        return set()
    score = score_of(place, held)
    worst, best = verdict_at(score - open_.count("tegen")), verdict_at(score + open_.count("sterk"))
    found: set[Effect] = {"sterk", "tegen"} if worst != best else set()
    return found | ({"sluit-uit"} if best != "minder-passend" else set())


class RuleStanding(NamedTuple):
    """How it stands with one rule of an option."""

    rule: Rule
    truth: Truth
    questions: tuple[Ref, ...]
    """What to ask to settle it: without a question it is not open, even where its truth is unknown."""


class OptionJudgement(NamedTuple):
    """How one option fits, with all that decided it."""

    option: str
    standing: Standing | None
    verdict: Verdict
    excluded: bool
    score: Exact
    """The reasons for it less those against it, and the effect of the place."""
    reasons_for: int
    reasons_against: int
    reasons_open: int
    """How many rules that would count are still open."""
    place_effect: Exact
    """What the place adds, from -1/2 to 1/2."""
    reasons: tuple[Rule, ...]
    """The rules that hold, those in the direction of the verdict first; each kind in the order of the menus."""
    better_when: tuple[str, ...]
    """Texts of the menus."""
    depends_on: tuple[Ref, ...]
    """What could be asked and could change the verdict."""
    lapsed: tuple[Rule, ...]
    """Rules that could change the verdict but ran out."""

    @property
    def leading(self) -> Rule | None:
        """The reason to tell where there is room for one; None where no reason counts."""
        return next((rule for rule in self.reasons if rule.effect != "past"), None)

    @property
    def undisputed(self) -> bool:
        """Whether nothing speaks for it or against it, and nothing that is open could."""
        return not (self.reasons_for or self.reasons_against or self.reasons_open or self.place_effect or self.excluded)


def judge_option(name: str, verdict: Verdict, rules: Sequence[RuleStanding], facts: PlacedFacts) -> OptionJudgement:
    """Everything about one option, from its verdict and how it stands with its rules."""
    option = facts.content.options[name]
    place = place_effect(option.fit, facts.placement.in_play)
    held = [one.rule for one in rules if one.truth]
    effects = [rule.effect for rule in held]
    open_ = [one for one in rules if one.questions]
    decisive = find_decisive(place, effects, [one.rule.effect for one in open_])
    ran_out = [one.rule for one in rules if one.rule.expired(facts.on)]
    could = [*(one.rule.effect for one in open_), *(rule.effect for rule in ran_out)]
    lapsed = find_decisive(place, effects, could) if ran_out else set()
    questions = (question for one in open_ if one.rule.effect in decisive for question in one.questions)
    lifted = [rule.better_when for rule in held if rule.better_when]
    # What is impossible need not say how that changes; the option itself always says when it fits better.
    own = [option.better_when] if place < 0 or not lifted else []
    return OptionJudgement(
        option=name,
        standing=facts.standing(name),
        verdict=verdict,
        excluded="sluit-uit" in effects,
        score=score_of(place, effects),
        reasons_for=effects.count("sterk"),
        reasons_against=effects.count("tegen"),
        reasons_open=sum(one.rule.effect != "past" for one in open_),
        place_effect=place,
        reasons=_in_order(held, verdict),
        better_when=tuple(dict.fromkeys([*own, *lifted])) if verdict == "minder-passend" else (),
        depends_on=tuple(dict.fromkeys(questions)),
        lapsed=tuple(rule for rule in ran_out if rule.effect in lapsed),
    )


FOR, AGAINST = ("sterk", "tegen", "past"), ("sluit-uit", "tegen", "sterk", "past")
"""The order in which reasons are told: those in the direction of the verdict first, those that do not count last."""


def _in_order(held: Iterable[Rule], verdict: Verdict) -> tuple[Rule, ...]:
    order = AGAINST if verdict == "minder-passend" else FOR
    return tuple(sorted(held, key=lambda rule: order.index(rule.effect)))
