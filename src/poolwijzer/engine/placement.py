"""Placing an initiative: a score per axis, its level, and the quadrants that are in play."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import product

from poolwijzer.assessment.earlier_menus import find_change, new_since
from poolwijzer.assessment.model import Assessment, QuestionList
from poolwijzer.content.content import Content
from poolwijzer.content.typology import Side
from poolwijzer.engine.answers import (
    Consolidated,
    consolidate_answers,
    counts_as,
    nothing_said,
    own_scores,
)
from poolwijzer.engine.blocks import find_blocks, find_retired
from poolwijzer.engine.exact import is_below, ratio, share, total, weighted_mean
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.results import AxisPlacement, AxisSource, Contribution, Held, Level, Placement, Status
from poolwijzer.engine.tally import Tally, add_up

SIDES: dict[Level, tuple[Side, ...]] = {"laag": ("laag",), "midden": ("hoog", "laag"), "hoog": ("hoog",)}


def place(
    assessment: Assessment, content: Content, untold: frozenset[str] = frozenset(), tally: Tally | None = None
) -> Placement:
    """Place an initiative in the typology.

    The score of an axis is the weighted mean of what was answered, on the answer scale; `low` and `high` are the
    scores if all that was asked and not answered were at the ends of the scale. All numbers come from the typology.
    Statements in a block never count.

    Args:
        assessment: What was answered.
        content: The menus.
        untold: Statements of which is not told how they were answered; nothing follows from them.
        tally: What its respondents said, for who has it.
    """
    tally = tally or add_up(assessment, content)
    values = consolidate_answers(assessment, content, untold, tally)
    facts = InitiativeFacts(assessment, content, {name: value.value for name, value in values.items()})
    asked = asked_statements(assessment, content, values)
    axes = {axis: _axis(axis, assessment, content, values, facts, asked, tally) for axis in content.typology.axes}
    held = _held(facts)
    older = _lacks_new(assessment, content, values, asked)
    for axis, found in axes.items():
        doubtful = (held is not None and axis == held.axis) or any(e.statement in older for e in found.contributions)
        if doubtful and found.status == "definitief" and found.source != "vaste-waarde":
            axes[axis] = found._replace(status="voorlopig")
    known = [place for place in axes.values() if place.level]
    scores = {axis: place.score for axis, place in axes.items()}
    statuses = {place.status for place in axes.values()}
    kept_low = frozenset({held.axis} if held and held.keeps_low else ())
    return Placement(
        axes=axes,
        in_play=quadrants_at(scores, content, kept_low),
        nearest=_nearest(scores, content),
        divided=any(place.divided for axis, place in axes.items() if content.typology.divided.axis in (None, axis)),
        status=next(status for status in ("onbekend", "voorlopig", "definitief") if status in statuses),
        source=(
            None
            if not known
            else "eigen-inschatting"
            if any(place.source == "eigen-inschatting" for place in known)
            else "antwoorden"
        ),
        estimate={axis: value for axis, value in assessment.estimate.places.items() if axis in axes},
        held=held,
        older_questions=bool(older),
        blocks=find_blocks(values, facts, untold),
        retired=find_retired(values, content),
        dots=tuple(dict(zip(axes, dot, strict=False)) for dot in assessment.estimate.dots if len(dot) == len(axes)),
    )


def _held(facts: InitiativeFacts) -> Held | None:
    """The first answer on the situation that holds the place down."""
    for name, question in facts.content.holding_down.items():
        given = facts.context(name)
        if isinstance(given, str) and (holds := question.answers[given].holds_down):
            return Held(name, given, holds.axis, not holds.unless_high)
    return None


def _lacks_new(
    assessment: Assessment, content: Content, values: dict[str, Consolidated], asked: frozenset[str]
) -> frozenset[str]:
    """Of answers to the questions of before: the statements that came since, are asked now and have no answer."""
    change = find_change(assessment, content)
    if change is None:
        return frozenset()
    return frozenset(name for name in new_since(change, content) & asked if not values[name].given)


def asked_statements(assessment: Assessment, content: Content, values: dict[str, Consolidated]) -> frozenset[str]:
    """What was asked and counts: the list (short or full), and whatever has an entry beside it."""
    beside = {name for name in content.scored if values[name].asked}
    whole = list_asked(assessment, content, values) == "volledig"
    return frozenset(beside.union(content.scored if whole else content.short_list))


def list_asked(assessment: Assessment, content: Content, values: dict[str, Consolidated]) -> QuestionList:
    """The list that was asked; where a file does not say, full if anything outside the short list is answered."""
    if assessment.questions is not None:
        return assessment.questions
    given = (values[name] for name in content.scored - content.short_list)
    return "volledig" if any(value.value is not None and not value.implied_by for value in given) else "kort"


def level_of(score: Fraction, content: Content) -> Level:
    """Low, in the middle, or high, by the bands of the typology."""
    bands = content.typology.bands
    return "laag" if is_below(score, bands.low_below) else "hoog" if is_below(bands.high_above, score) else "midden"


def _axis(
    axis: str,
    assessment: Assessment,
    content: Content,
    values: dict[str, Consolidated],
    facts: InitiativeFacts,
    asked: frozenset[str],
    tally: Tally,
) -> AxisPlacement:
    absent = content.typology.axes[axis].absent
    skipped = absent is not None and absent.when.truth(facts) is True
    names = [name for name in content.statements_on[axis] if name in asked]
    weights = total([content.statements[name].weight for name in names if values[name].value is not None])
    contributions = tuple(
        [
            _contribution(name, value, content, weights, skipped)
            if (value := values[name]).asked
            else _unasked(name, content, skipped)
            for name in names
        ]
    )
    if skipped and absent is not None:
        return AxisPlacement(
            score=absent.score,
            low=absent.score,
            high=absent.score,
            level=level_of(absent.score, content),
            coverage=Fraction(1),
            status="definitief",
            source="vaste-waarde",
            asked=0,
            answered=0,
            missing_facets=(),
            municipality_coverage=None,
            without_list=False,
            divided=False,
            because=absent.because,
            contributions=contributions,
        )
    return _scored(axis, assessment, content, contributions, tally)


def _scored(
    axis: str, assessment: Assessment, content: Content, contributions: tuple[Contribution, ...], tally: Tally
) -> AxisPlacement:
    answered = [entry for entry in contributions if entry.counted is not None]
    coverage = ratio(len(answered), len(contributions) or 1)
    answering = _answering_apart(axis, tally, content, answered)
    size = len(assessment.initiative.municipalities)
    over_municipalities = None if answering is None or not size else ratio(answering, size)
    without_list = answering is not None and not size
    missing = _missing_facets(contributions, content)
    least = coverage if over_municipalities is None else min(coverage, over_municipalities)
    status = _status(least, bool(missing) or without_list, content)
    score: Fraction | None = total([entry.contribution for entry in answered if entry.contribution is not None])
    scale = content.typology.scale
    low, high = ratio(scale.lowest), ratio(scale.highest)
    own = own_scores(tally, content, (entry.statement for entry in contributions if not entry.implied_by))
    source: AxisSource | None = "antwoorden"
    estimate = assessment.estimate.places.get(axis)
    if status == "onbekend" and estimate is not None:
        score, source, status = estimate, "eigen-inschatting", "voorlopig"
    elif contributions:
        weights = [entry.weight for entry in contributions]
        low = weighted_mean(weights, [entry.low for entry in contributions])
        high = weighted_mean(weights, [entry.high for entry in contributions])
    if status == "onbekend":
        score, source = None, None
    return AxisPlacement(
        score=score,
        low=low,
        high=high,
        level=None if score is None else level_of(score, content),
        coverage=coverage,
        status=status,
        source=source,
        asked=len(contributions),
        answered=len(answered),
        missing_facets=missing,
        municipality_coverage=over_municipalities,
        without_list=without_list,
        divided=_divided(own.values(), content),
        because="",
        contributions=contributions,
    )


def _contribution(name: str, value: Consolidated, content: Content, weights: Fraction, skipped: bool) -> Contribution:
    statement = content.statements[name]
    known = None if skipped else value.value
    counted = None if known is None else counts_as(known, statement, content)
    low, high = value.low, value.high
    if value.joint and counted is not None:
        low = high = counted
    elif statement.reversed:
        low, high = counts_as(high, statement, content), counts_as(low, statement, content)
    # By place, since there is one for every statement: so many names would take twice the time.
    return Contribution(
        name,
        "telt-niet" if skipped else "beantwoord" if known is not None else "weet-niet" if value.given else "open",
        value.value,
        statement.reversed,
        counted,
        statement.weight,
        low,
        high,
        None if counted is None else share(statement.weight, counted, weights),
        value.note,
        value.joint,
        value.respondents,
        value.municipalities,
        implied_by=value.implied_by,
        agreed=value.agreed,
    )


@lru_cache(maxsize=1024)
def _unasked(name: str, content: Content, skipped: bool) -> Contribution:
    """The same for everybody who was not asked."""
    return _contribution(name, nothing_said(content), content, Fraction(), skipped)


def _missing_facets(contributions: tuple[Contribution, ...], content: Content) -> tuple[str, ...]:
    asked = dict.fromkeys(content.statements[entry.statement].facet for entry in contributions)
    seen = {content.statements[entry.statement].facet for entry in contributions if entry.counted is not None}
    return tuple(facet for facet in asked if facet and facet not in seen)


def _status(coverage: Fraction, doubtful: bool, content: Content) -> Status:
    if too_little(coverage, content):
        return "onbekend"
    return "voorlopig" if doubtful or is_below(coverage, content.typology.coverage.definitive) else "definitief"


def too_little(coverage: Fraction, content: Content) -> bool:
    """Whether this coverage (0 to 1) is too little for a place on an axis."""
    return not coverage or is_below(coverage, content.typology.coverage.provisional)


def _answering_apart(axis: str, tally: Tally, content: Content, answered: list[Contribution]) -> int | None:
    """How many municipalities answered anything here; None where no answer of theirs can count beside the group's."""
    asked_apart = [entry for entry in answered if not entry.joint and entry.respondents]
    if not any("gemeente" in content.statements[entry.statement].asked_of for entry in asked_apart):
        return None
    theirs = {name for name, statement in content.statements.items() if "gemeente" in statement.asked_of}
    answering = [one.known.keys() & theirs for one in tally["gemeente"].organisations.values()]
    if not any(answering):
        return None
    return sum(any(content.statements[name].axis == axis for name in names) for names in answering)


def _divided(scores: Iterable[Fraction], content: Content) -> bool:
    bounds = content.typology.divided
    levels = [level_of(score, content) for score in scores]
    if len(levels) < bounds.municipalities:
        return False
    return (
        Fraction(levels.count("hoog"), len(levels)) >= bounds.high_share
        and Fraction(levels.count("laag"), len(levels)) >= bounds.low_share
    )


def quadrants_at(
    scores: Mapping[str, Fraction | None], content: Content, kept_low: Collection[str] = ()
) -> tuple[str, ...]:
    """The quadrants in play at these scores, the nearest first; none if one of the axes has no score.

    Of the axes in `kept_low` the low side is in play at every score.
    """
    known = {axis: score for axis, score in scores.items() if score is not None}
    if len(known) < len(scores):
        return ()
    sides = [_sides_nearest_first(score, content, axis in kept_low) for axis, score in known.items()]
    return tuple(content.typology.quadrant_at(dict(zip(known, chosen, strict=True))) for chosen in product(*sides))


def _sides_nearest_first(score: Fraction, content: Content, keeps_low: bool) -> tuple[Side, ...]:
    sides = SIDES[level_of(score, content)]
    if keeps_low and "laag" not in sides:
        sides = (*sides, "laag")
    return sides[::-1] if len(sides) > 1 and _nearest_side(score, content) == sides[-1] else sides


def _nearest(scores: Mapping[str, Fraction | None], content: Content) -> str | None:
    sides = {axis: _nearest_side(score, content) for axis, score in scores.items()}
    known = {axis: side for axis, side in sides.items() if side}
    return content.typology.quadrant_at(known) if len(known) == len(scores) else None


def _nearest_side(score: Fraction | None, content: Content) -> Side | None:
    """The side of the middle of the scale; exactly in the middle is on neither."""
    middle = content.typology.scale.middle
    if score is None:
        return None
    return "hoog" if is_below(middle, score) else "laag" if is_below(score, middle) else None
