"""From joint answers and many respondents to one value per statement.

Content of the method: per statement first the answer on behalf of a municipality, else the mean of its respondents;
then the mean over municipalities. Where both municipalities and the body are asked, each side counts half. A joint
answer replaces all of this for its statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf, ImpliedBy, Statement
from poolwijzer.engine.exact import mean, over, total, weighted, whole

WHO: tuple[AskedOf, ...] = ("gemeente", "verband")
"""Who can be asked: the municipalities, and the existing body."""


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
    assessment: Assessment, content: Content, silent: frozenset[str] = frozenset()
) -> dict[str, Consolidated]:
    """One value for each statement of the menus, known or not, and for each that was asked before.

    Args:
        assessment: What was answered.
        content: The menus.
        silent: Statements whose answers tell nothing of another one.
    """
    sides = {kind: by_organisation(responses_of(kind, assessment)) for kind in WHO}
    expected = len(assessment.initiative.municipalities) or len(sides["gemeente"])
    asked_of: dict[str, tuple[AskedOf, ...]] = dict.fromkeys(content.retired, WHO)
    asked_of |= {name: statement.asked_of for name, statement in content.statements.items()}
    found = {
        name: _one(name, whom, assessment.answers.get(name), sides, expected, content)
        for name, whom in asked_of.items()
    }
    return found | {
        name: value
        for name, statement in content.statements.items()
        if statement.implied_by
        and statement.implied_by.statement not in silent
        and (value := _implied(found[name], found.get(statement.implied_by.statement), statement.implied_by))
    }


def _implied(own: Consolidated, other: Consolidated | None, rule: ImpliedBy) -> Consolidated | None:
    """The answer that follows from another one, where there is none of its own."""
    if own.value is not None or other is None or other.value is None or other.value < rule.at_least:
        return None
    value = whole(rule.at_least)
    return own._replace(value=value, low=value, high=value, asked=True, implied_by=rule.statement)


def by_organisation(responses: Iterable[Response]) -> dict[str, tuple[Response, ...]]:
    """The respondents of each organisation, oldest first; of one moment, in the order in which they stand."""
    found: dict[str, list[Response]] = {}
    for response in responses:
        found.setdefault(response.organisation.name, []).append(response)
    return {name: tuple(sorted(group, key=attrgetter("age"))) for name, group in found.items()}


def organisation_answer(group: Iterable[Response], statement: str) -> Fraction | None:
    """One organisation's answer: the newest that is known on its behalf, else the mean of its respondents."""
    on_behalf, own = None, []
    for response in group:
        answer = response.answers.get(statement)
        if answer is not None and answer.known is not None:
            own.append(answer.known)
            if response.basis == "namens-organisatie":
                on_behalf = answer.known
    if on_behalf is not None:
        return whole(on_behalf)
    return Fraction(sum(own), len(own)) if len(own) > 1 else whole(own[0]) if own else None


def _one(
    name: str,
    asked_of: tuple[AskedOf, ...],
    joint: Answer | None,
    sides: Mapping[AskedOf, Mapping[str, tuple[Response, ...]]],
    expected: int,
    content: Content,
) -> Consolidated:
    note = joint.note if joint else ""
    if joint and joint.known is not None:
        value = whole(joint.known)
        return Consolidated(value, value, value, True, True, joint=True, note=note, agreed=joint.agreed)
    scale = content.typology.scale
    lowest, highest = whole(scale.lowest), whole(scale.highest)
    asked = joint is not None
    given = joint is not None and joint.given
    if not any(sides.values()):
        return Consolidated(None, lowest, highest, asked, given, note=note)
    means: list[Fraction] = []
    ends: list[tuple[Fraction, Fraction]] = []
    counts = {"gemeente": 0, "verband": 0}
    for kind in asked_of:
        groups = sides[kind]
        for group in groups.values():
            for response in group:
                if (entry := response.answers.get(name)) is not None:
                    asked, given = True, given or entry.given
        answers = [answer for group in groups.values() if (answer := organisation_answer(group, name)) is not None]
        counts[kind] = len(answers)
        # A side that said nothing yet was asked all the same: it counts once, at the ends of the scale.
        size = max(1, expected if kind == "gemeente" else len(groups))
        known, missing = total(answers), size - len(answers)
        ends.append((over(known, size, missing * scale.lowest), over(known, size, missing * scale.highest)))
        if answers:
            means.append(over(known, len(answers)))
    average = mean(means)
    if average is None:
        return Consolidated(None, lowest, highest, asked, given, note=note)
    low, high = (over(total(numbers), len(ends)) for numbers in zip(*ends, strict=True))
    respondents = _respondents(name, asked_of, sides)
    return Consolidated(average, low, high, True, True, False, note, respondents, counts["gemeente"])


def _respondents(
    name: str, asked_of: tuple[AskedOf, ...], sides: Mapping[AskedOf, Mapping[str, tuple[Response, ...]]]
) -> int:
    return sum(
        1
        for kind in asked_of
        for group in sides[kind].values()
        for response in group
        if (answer := response.answers.get(name)) is not None and answer.known is not None
    )


def own_scores(assessment: Assessment, content: Content, asked: Iterable[str]) -> dict[str, Fraction]:
    """Each municipality's own score on an axis, where it answered enough of what was asked of it there.

    Args:
        assessment: With the responses of the municipalities.
        content: The menus.
        asked: The statements of the axis that were asked.
    """
    own = [name for name in asked if "gemeente" in content.statements[name].asked_of]
    groups = by_organisation(responses_of("gemeente", assessment))
    found = {}
    for municipality, group in groups.items():
        answered = [(name, value) for name in own if (value := organisation_answer(group, name)) is not None]
        if own and Fraction(len(answered), len(own)) >= content.typology.privacy.own_mark_coverage:
            weights = [content.statements[name].weight for name, _ in answered]
            counted = [counts_as(value, content.statements[name], content) for name, value in answered]
            found[municipality] = weighted(zip(weights, counted, strict=True)) / total(weights)
    return found


def responses_of(kind: AskedOf, assessment: Assessment) -> Iterator[Response]:
    """The respondents who count, of the municipalities or of the body."""
    return (response for response in assessment.counted() if response.organisation.kind == kind)


def counts_as(value: Fraction, statement: Statement, content: Content) -> Fraction:
    """An answer as it counts: on a reversed statement, lowest plus highest minus the answer."""
    scale = content.typology.scale
    return scale.lowest + scale.highest - value if statement.reversed else value
