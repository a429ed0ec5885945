"""Whether the advice would have fitted what real initiatives chose: a check on our own rules, and no proof.

Each case is advised on its own facts, on a day in the year it began, at its place as the menus estimate it. Its
choices need no hiding, since rules never look at them. What is measured is the order of the card, beside orders that
know less: the place alone, the rules alone, all without the rules that nearly name the choice, and the number of other
cases that chose an option.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple, get_args

from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.assessment.participants import read_names
from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.content.evidence import Case
from poolwijzer.engine.results import Verdict
from poolwijzer.engine.verdicts import place_effect, score_of
from poolwijzer.menucard.ordering import Rank, Slate
from poolwijzer.municipalities import UnknownMunicipality
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import ComponentAdvice, OptionAdvice
from poolwijzer.report.advice_words import AdviceWords

MADE_UP_POPULATION = 30_000
"""Inhabitants of each municipality where only their number is known: all equally large."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Miss(NamedTuple):
    """An option that a case chose and that the advice calls less suitable, with every reason."""

    component: str
    option: OptionAdvice


class CaseCheck(NamedTuple):
    """One case held against the advice on its own facts."""

    case: str
    title: str
    on: date
    in_play: tuple[str, ...]
    cards: tuple[ComponentAdvice, ...]
    """Those of the components in which the case is known to have chosen."""
    misses: tuple[Miss, ...]


class FitCounts(NamedTuple):
    """How many options got each verdict: of what was chosen, and of what was not."""

    chosen: Mapping[Verdict, int]
    other: Mapping[Verdict, int]


Order = Literal["advies", "plek", "regels", "zonder-keuzewoorden", "aantal"]
"""What options are ordered by: the advice, the place alone, the rules alone, the advice without the rules that nearly
name the choice, or the number of other cases that chose them."""


class Validity(NamedTuple):
    """All cases with known choices, the verdicts per component and overall, and the slates by each order."""

    cases: tuple[CaseCheck, ...]
    components: dict[str, FitCounts]
    overall: FitCounts
    orders: dict[Order, tuple[Slate, ...]]


def measure_validity(content: Content, otherwise: date) -> Validity:
    """Hold every case with known choices against the advice on its own facts.

    Args:
        content: The menus.
        otherwise: The day for a case that does not say in which year it began.
    """
    outcomes = {
        name: Outcome(content, make_case_assessment(name, case, content), choose_day(case, otherwise))
        for name, case in content.cases.items()
        if case.choices
    }
    checks = tuple(_checked(name, outcome) for name, outcome in outcomes.items())
    components = {
        name: _tally(card for check in checks for card in check.cards if card.component == name)
        for name in content.components
    }
    return Validity(
        checks,
        components,
        _tally(card for check in checks for card in check.cards),
        {order: tuple(_slates(order, outcomes)) for order in get_args(Order)},
    )


def make_case_assessment(name: str, case: Case, content: Content) -> Assessment:
    """A case as the file of an initiative: what is known of its context, its municipalities, its place and choices."""
    place = case.placement.place if case.placement else {}
    return Assessment.model_validate(
        {
            "poolwijzer": FORMAT,
            "initiative": {
                "id": name,
                "name": case.title,
                "region": case.region,
                "municipalities": _municipalities(case),
            },
            "context": dict(_context(case, content)),
            "estimate": {axis: _score(levels, content) for axis, levels in place.items() if levels},
            "choices": {component: {"options": options} for component, options in case.choices.items()},
        }
    )


def choose_day(case: Case, otherwise: date) -> date:
    """The middle of the first year that a case's start mentions."""
    year = _YEAR.search(case.start)
    return date(int(year[0]), 7, 1) if year else otherwise


def _checked(name: str, outcome: Outcome) -> CaseCheck:
    cards = tuple(card for card in AdviceWords(outcome).components if card.chosen)
    misses = tuple(
        Miss(card.component, option)
        for card in cards
        for option in card.options
        if option.standing == "gekozen" and option.verdict == "minder-passend"
    )
    return CaseCheck(name, outcome.content.cases[name].title, outcome.on, outcome.placement.in_play, cards, misses)


def _slates(order: Order, outcomes: Mapping[str, Outcome]) -> Iterator[Slate]:
    """Of every component in which a case chose. An option that came later than the case was recorded stays out."""
    for name, outcome in outcomes.items():
        case = outcome.content.cases[name]
        rank = _ranker(order, name, outcome)
        for component, chosen in case.choices.items():
            options = outcome.content.components[component].options
            ranks = {
                option: rank(option) for option in options if option in chosen or _was_there(options[option], case)
            }
            yield Slate(name, component, ranks, frozenset(chosen))


def _was_there(option: Option, case: Case) -> bool:
    return option.added is None or case.coded_on is None or option.added <= case.coded_on


def _ranker(order: Order, name: str, outcome: Outcome) -> Callable[[str], Rank]:
    """What an order ranks an option of a case by."""
    content, judgement = outcome.content, outcome.judgement

    def popularity(option: str) -> Rank:
        component = content.component_of[option]
        cases = (other.choices.get(component, ()) for key, other in content.cases.items() if key != name)
        return (Fraction(-sum(option in chosen for chosen in cases)),)

    def by_place(option: str) -> Rank:
        return (-place_effect(content.options[option].fit, outcome.placement.in_play),)

    def by_rules(option: str) -> Rank:
        rules = content.options[option].rules
        held = [
            rule.effect
            for rule in rules
            if judgement.truth(rule) and not (order == "zonder-keuzewoorden" and rule.coded)
        ]
        place = -by_place(option)[0] if order != "regels" else Fraction()
        return Fraction("sluit-uit" in held), -score_of(place, held), Fraction(held.count("tegen"))

    return {"aantal": popularity, "plek": by_place}.get(order, by_rules)


def _municipalities(case: Case) -> list[Any]:
    """The real ones where the region is a province or RES region of that size; else as many equally large ones."""
    try:
        members = read_names(case.region).participants
    except UnknownMunicipality:
        members = ()
    if case.municipalities and len(members) == case.municipalities:
        return list(members)
    return [
        {"name": f"{case.title} {number}", "population": MADE_UP_POPULATION}
        for number in range(1, (case.municipalities or 0) + 1)
    ]


def _context(case: Case, content: Content) -> Iterator[tuple[str, Any]]:
    """What a case says in the words of the context questions; two answers to a single choice tell nothing."""
    for name, answers in case.context.items():
        question = content.context.get(name)
        if question is None or not answers:
            continue
        match question.kind:
            case "choices":
                yield name, list(answers)
            case "dated-choices":
                yield name, [{"source": answer} for answer in answers]
            case "named-choice" if len(answers) == 1:
                yield name, {"kind": answers[0]}
            case "choice" if len(answers) == 1:
                yield name, answers[0]


def _score(levels: Iterable[str], content: Content) -> Fraction:
    """A score for an estimated level: the middle of its band; for two levels the bound between them.

    On a bound both sides are in play, so that a doubtful estimate is not made to look sure.
    """
    bands, scale = content.typology.bands, content.typology.scale
    middles = {
        "laag": (scale.lowest + bands.low_below) / 2,
        "midden": (bands.low_below + bands.high_above) / 2,
        "hoog": (bands.high_above + scale.highest) / 2,
    }
    known = set(levels)
    if known == {"laag", "midden"}:
        return bands.low_below
    if known == {"midden", "hoog"}:
        return bands.high_above
    return middles[known.pop()] if len(known) == 1 else middles["midden"]


def _tally(cards: Iterable[ComponentAdvice]) -> FitCounts:
    chosen, other = Counter[Verdict](), Counter[Verdict]()
    for card in cards:
        for option in card.options:
            (chosen if option.standing == "gekozen" else other)[option.verdict] += 1
    return FitCounts(chosen, other)
