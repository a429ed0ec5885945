"""From joint answers and many respondents to one value per statement.

Content of the method: per statement first the answer on behalf of a municipality, else the mean of its respondents;
then the mean over municipalities. Where both municipalities and the body are asked, each side counts half. A joint
answer replaces all of this for its statement.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf, ImpliedBy, Statement
from poolwijzer.engine.exact import less, mean, over, ratio, total, weighted
from poolwijzer.engine.tally import Tally, add_up


class Consolidated(NamedTuple):
    """One statement's answer on the scale as given; `low` and `high` put who did not answer at the extremes."""

    value: Fraction | None
    low: Fraction
    high: Fraction
    asked: bool
    """Whether there is an entry at all, be it a note or hands."""
    given: bool = False
    """Whether somebody answered, be it *weet niet*."""
    joint: bool = False
    note: str = ""
    respondents: int = 0
    municipalities: int = 0
    implied_by: str | None = None
    """The statement from which the value follows, where nobody gave one."""
    agreed: bool = True
    """Whether the group settled on its joint answer."""


def consolidate_answers(
    assessment: Assessment, content: Content, silent: frozenset[str] = frozenset(), tally: Tally | None = None
) -> dict[str, Consolidated]:
    """One value for each statement of the menus, known or not, and for each that was asked before.

    Args:
        assessment: What was answered.
        content: The menus.
        silent: Statements whose answers tell nothing of another one.
        tally: What its respondents said, for who has it.
    """
    tally = tally or add_up(assessment, content)
    expected = len(assessment.initiative.municipalities) or len(tally["gemeente"].organisations)
    apart, joint = any(side.organisations for side in tally.values()), assessment.answers
    nothing = nothing_said(content)
    found = {
        name: _one(name, whom, joint.get(name), tally, expected, nothing) if apart or name in joint else nothing
        for name, whom in content.asked_of.items()
    }
    return found | {
        name: value
        for name, rule in content.implied.items()
        if rule.statement not in silent and (value := _implied(found[name], found.get(rule.statement), rule))
    }


def nothing_said(content: Content) -> Consolidated:
    """What there is of a statement that nobody was asked."""
    scale = content.typology.scale
    return Consolidated(None, ratio(scale.lowest), ratio(scale.highest), False)


def _implied(own: Consolidated, other: Consolidated | None, rule: ImpliedBy) -> Consolidated | None:
    """The answer that follows from another one, where there is none of its own."""
    if own.value is not None or other is None or other.value is None or other.value < rule.at_least:
        return None
    value = ratio(rule.at_least)
    return own._replace(value=value, low=value, high=value, asked=True, implied_by=rule.statement)


def _one(
    name: str,
    asked_of: tuple[AskedOf, ...],
    joint: Answer | None,
    tally: Tally,
    expected: int,
    nothing: Consolidated,
) -> Consolidated:
    note = joint.note if joint else ""
    if joint and (known_together := joint.known) is not None:
        value = ratio(known_together)
        return Consolidated(value, value, value, True, True, joint=True, note=note, agreed=joint.agreed)
    asked = joint is not None or any(name in tally[kind].asked for kind in asked_of)
    given = (joint is not None and joint.given) or any(name in tally[kind].given for kind in asked_of)
    said = {kind: tally[kind].answers(name) for kind in asked_of}
    average = mean([over(total(answers), len(answers)) for answers in said.values() if answers])
    if average is None:
        return nothing._replace(asked=asked, given=given, note=note)
    lowest, highest = nothing.low.numerator, nothing.high.numerator
    ends: list[tuple[Fraction, Fraction]] = []
    for kind, answers in said.items():
        # A side that said nothing yet was asked all the same: it counts once, at the ends of the scale.
        size = max(1, expected if kind == "gemeente" else len(tally[kind].organisations))
        known, missing = total(answers), size - len(answers)
        ends.append((over(known, size, missing * lowest), over(known, size, missing * highest)))
    low, high = (over(total(numbers), len(ends)) for numbers in zip(*ends, strict=True))
    respondents = sum(tally[kind].respondents(name) for kind in asked_of)
    return Consolidated(average, low, high, True, True, False, note, respondents, len(said.get("gemeente", ())))


def own_scores(tally: Tally, content: Content, asked: Iterable[str]) -> dict[str, Fraction]:
    """Each municipality's own score on an axis, where it answered enough of what was asked of it there.

    Args:
        tally: What the respondents said.
        content: The menus.
        asked: The statements of the axis that were asked.
    """
    organisations = tally["gemeente"].organisations
    own = [name for name in asked if "gemeente" in content.statements[name].asked_of] if organisations else []
    found = {}
    for municipality, theirs in organisations.items():
        answered = [(name, value) for name in own if (value := theirs.answer(name)) is not None]
        if own and Fraction(len(answered), len(own)) >= content.typology.privacy.own_mark_coverage:
            weights = [content.statements[name].weight for name, _ in answered]
            counted = [counts_as(value, content.statements[name], content) for name, value in answered]
            found[municipality] = weighted(zip(weights, counted, strict=True)) / total(weights)
    return found


def counts_as(value: Fraction, statement: Statement, content: Content) -> Fraction:
    """An answer as it counts: on a reversed statement, lowest plus highest minus the answer."""
    scale = content.typology.scale
    return less(scale.lowest + scale.highest, value) if statement.reversed else value
