"""What many respondents said, within the bounds of privacy that stand in the typology.

Counts, the lowest and the highest, and agreement are told from a number of municipalities on; a role from a number
of persons on. What is not told is None, and cannot be worked out from what is told: a group that is too small takes
another one with it, so that nothing is left over beside a total. In the anonymous mode only what persons said together
is told, and nothing of a single municipality: not its place, and not that it is the lowest.

The body answers as an organisation. Its answer is told like that of any statement that is asked of it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf
from poolwijzer.content.typology import Level
from poolwijzer.engine.agreement import agreement
from poolwijzer.engine.anonymous import check_respondents, respondent_number
from poolwijzer.engine.answers import WHO, by_organisation, organisation_answer, responses_of
from poolwijzer.engine.exact import mean
from poolwijzer.engine.own_places import NO_PLACES, OwnPlaces, find_own_places
from poolwijzer.engine.placement import level_of
from poolwijzer.engine.results import Placement
from poolwijzer.engine.turnout import Turnout, find_turnout
from poolwijzer.engine.untold import average_out, find_untold
from poolwijzer.engine.vote import Vote, find_vote
from poolwijzer.validation import Exact

Mode = Literal["standaard", "named", "anonymous"]
Role = Literal["ambtelijk", "secretaris", "bestuurlijk"]
Sides = Mapping[AskedOf, Mapping[str, tuple[Response, ...]]]
"""The respondents of each municipality, and of the body."""
ROLES: tuple[Role, ...] = ("ambtelijk", "secretaris", "bestuurlijk")


class Spread(NamedTuple):
    """The lowest and the highest, on the answer scale."""

    lowest: Exact
    highest: Exact


class RoleView(NamedTuple):
    """What the people in one role said."""

    role: Role
    respondents: int
    mean: Exact


class BodyView(NamedTuple):
    """What the body says beside the municipalities, where both were asked."""

    municipalities: Exact
    body: Exact
    gap: Exact
    """Body minus municipalities."""
    differs: bool
    """Whether the gap is large enough to report."""


class StatementView(NamedTuple):
    """What the municipalities said on one statement."""

    axis: str | None
    """None where it does not count for the place."""
    joint: bool
    """Whether the group answered it together afterwards: then that answer counts, not these."""
    source: Literal["respondenten", "handen"]
    """Whose answers these are: of respondents, or hands that were counted in the group."""
    respondents: int
    municipalities: int
    counts: tuple[int, ...] | None
    """How many persons gave each answer as given, lowest first."""
    spread: Spread | None
    """Over municipalities."""
    agreement: Exact | None
    """Van der Eijk's A, from -1 to 1."""
    talking_point: bool | None
    """Whether there are answers on both sides of the middle of the scale; of hands, whether they are divided."""
    roles: tuple[RoleView, ...]
    body: BodyView | None
    vote: Vote | None
    """What the hands say, where they were counted and may be told."""


class AxisView(NamedTuple):
    """What the municipalities said on one axis."""

    respondents: int
    municipalities: int
    levels: dict[Level, int] | None
    """How many of the marks are where; of an axis that has none of their own, none."""
    spread: Spread | None
    """Of the marks."""
    agreement: Exact | None
    """The mean of its statements by weight, where each that was answered has one."""


class Respondents(NamedTuple):
    """All that may be told of who answered what."""

    mode: Mode
    respondents: int
    municipalities: int
    statements: dict[str, StatementView]
    """Only those that somebody answered apart, or for which hands were counted."""
    axes: dict[str, AxisView]
    places: OwnPlaces
    turnout: Turnout | None
    """None where that is not told."""


def view_respondents(
    assessment: Assessment, content: Content, placement: Placement, mode: Mode = "standaard"
) -> Respondents:
    """What the respondents said, as it may be told in this mode.

    Args:
        assessment: With responses.
        content: The menus, with the bounds.
        placement: That of the assessment.
        mode: `named` shows the names of municipalities that agreed; `anonymous` tells no roles, no places of
            municipalities, and nothing of statements that `find_untold` finds.

    Raises:
        TooFewRespondents: In the anonymous mode.
    """
    untold, counted = frozenset[str](), assessment
    if mode == "anonymous":
        check_respondents(assessment, content)
        untold, counted = find_untold(assessment), average_out(assessment, content)
    sides = {kind: by_organisation(responses_of(kind, counted)) for kind in WHO}
    asked: list[tuple[str, str | None]] = [
        *((entry.statement, axis) for axis, place in placement.axes.items() for entry in place.contributions),
        *((entry.statement, None) for block in placement.blocks.values() for entry in block.answers),
    ]
    views = {
        name: view
        for name, axis in asked
        if (view := _statement(name, axis, assessment, sides, content, mode, untold)) is not None
    }
    places = (
        NO_PLACES if mode == "anonymous" else find_own_places(assessment, content, placement, named=mode == "named")
    )
    towns = [response.organisation.name for response in responses_of("gemeente", assessment) if _answers(response)]
    return Respondents(
        mode=mode,
        respondents=respondent_number(assessment.counted()),
        municipalities=len(set(towns)),
        statements=views,
        axes={axis: _axis(axis, assessment, content, views, places) for axis in placement.axes},
        places=places,
        turnout=None if mode == "anonymous" or not towns else find_turnout(assessment, content, named=mode == "named"),
    )


def _answers(response: Response) -> bool:
    return any(answer.known is not None for answer in response.answers.values())


def _statement(
    name: str,
    axis: str | None,
    assessment: Assessment,
    sides: Sides,
    content: Content,
    mode: Mode,
    untold: frozenset[str],
) -> StatementView | None:
    statement, privacy = content.statements[name], content.typology.privacy
    joint = assessment.answers.get(name)
    together = joint is not None and joint.known is not None
    asked = list(responses_of("gemeente", assessment)) if "gemeente" in statement.asked_of else []
    known = [(response, value) for response in asked if (value := _value(response.answers.get(name))) is not None]
    towns = _by_organisation(sides["gemeente"], name) if asked else []
    vote = find_vote(joint, content)
    if not known and vote is None:
        return None
    if vote is not None:
        counts, enough, people = vote.counts, vote.total >= privacy.spread_from, vote.total
    else:
        values = [value for _, value in known]
        counts = tuple(values.count(point) for point in content.typology.scale.points())
        enough, people = len(towns) >= privacy.spread_from and name not in untold, len(known)
    anonymous = mode == "anonymous"
    over_towns = enough and vote is None and not anonymous
    answers = towns if not anonymous else _counted(counts, content)
    return StatementView(
        axis=axis,
        joint=together,
        source="respondenten" if vote is None else "handen",
        respondents=people,
        municipalities=0 if vote is not None else len(towns),
        counts=counts if enough else None,
        spread=Spread(min(towns), max(towns)) if over_towns else None,
        agreement=agreement(counts) if enough and sum(counts) >= privacy.agreement_from else None,
        talking_point=(vote.divided if vote else _both_sides(answers, content)) if enough else None,
        roles=() if anonymous else role_views(known, privacy.role_from),
        body=None if together or name in untold else _body(name, sides, content),
        vote=vote if enough else None,
    )


def _value(answer: Answer | None) -> int | None:
    return None if answer is None else answer.known


def _by_organisation(groups: Mapping[str, tuple[Response, ...]], name: str) -> list[Fraction]:
    """Each organisation's own answer."""
    return [value for group in groups.values() if (value := organisation_answer(group, name)) is not None]


def _counted(counts: Sequence[int], content: Content) -> list[Fraction]:
    return [Fraction(p) for p, number in zip(content.typology.scale.points(), counts, strict=True) if number]


def _both_sides(values: Iterable[Fraction], content: Content) -> bool:
    sides = {value > content.typology.scale.middle for value in values if value != content.typology.scale.middle}
    return len(sides) > 1


def role_views(known: Iterable[tuple[Response, int]], least: int) -> tuple[RoleView, ...]:
    """The roles that may be told: none too small, and none whose telling leaves too few people over.

    Who is in no role, or in one that is not told, could be worked out from the counts if they were fewer than
    `least`; so the smallest role goes untold as well, until they are none or enough.
    """
    answers: dict[Role | None, list[Fraction]] = {}
    for response, value in known:
        answers.setdefault(response.role, []).append(Fraction(value))
    told = {role: answers[role] for role in ROLES if len(answers.get(role, [])) >= least}
    left = sum(map(len, answers.values())) - sum(map(len, told.values()))
    while told and 0 < left < least:
        smallest = min(told, key=lambda role: len(told[role]))
        left += len(told.pop(smallest))
    return tuple(RoleView(role, len(v), average) for role, v in told.items() if (average := mean(v)) is not None)


def _body(name: str, sides: Sides, content: Content) -> BodyView | None:
    if "verband" not in content.statements[name].asked_of:
        return None
    municipalities, body = (mean(_by_organisation(sides[kind], name)) for kind in WHO)
    if municipalities is None or body is None:
        return None
    gap = body - municipalities
    return BodyView(municipalities, body, gap, abs(gap) > content.typology.respondents.gap_above)


def _axis(
    axis: str,
    assessment: Assessment,
    content: Content,
    views: dict[str, StatementView],
    places: OwnPlaces,
) -> AxisView:
    own = [name for name in content.statements_on[axis] if "gemeente" in content.statements[name].asked_of]
    answered = [
        response
        for response in responses_of("gemeente", assessment)
        if any(_value(response.answers.get(name)) is not None for name in own)
    ]
    scores = [mark.scores[axis] for mark in places.marks or () if axis in mark.own]
    enough = len(scores) >= content.typology.privacy.spread_from
    levels = [level_of(score, content) for score in scores]
    shown = [(content.statements[name].weight, view.agreement) for name, view in views.items() if view.axis == axis]
    measured = [(weight, found) for weight, found in shown if found is not None]
    whole = measured and len(measured) == len(shown)
    return AxisView(
        respondents=len(answered),
        municipalities=len({response.organisation.name for response in answered}),
        levels={level: levels.count(level) for level in ("laag", "midden", "hoog")} if enough else None,
        spread=Spread(min(scores), max(scores)) if enough else None,
        agreement=(
            sum((weight * found for weight, found in measured), Fraction())
            / sum((weight for weight, _ in measured), Fraction())
            if whole
            else None
        ),
    )
