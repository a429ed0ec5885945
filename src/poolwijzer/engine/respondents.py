"""What many respondents said, within the bounds of privacy that stand in the typology.

Counts, the lowest and the highest, and agreement are told from a number of municipalities on; a role from a number
of persons on. What is not told is None, and cannot be worked out from what is told: a group that is too small takes
another one with it, so that nothing is left over beside a total. In the anonymous mode only what persons said together
is told, and nothing of a single municipality: not its place, and not that it is the lowest.

The body answers as an organisation. Its answer is told like that of any statement that is asked of it alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import WHO
from poolwijzer.content.typology import Level
from poolwijzer.engine.agreement import agreement
from poolwijzer.engine.anonymous import check_respondents
from poolwijzer.engine.exact import mean
from poolwijzer.engine.own_places import NO_PLACES, OwnPlaces, find_own_places
from poolwijzer.engine.placement import level_of
from poolwijzer.engine.results import Placement
from poolwijzer.engine.tally import Role, Sum, Tally, add_up
from poolwijzer.engine.turnout import Turnout, find_turnout
from poolwijzer.engine.untold import average_out, find_untold
from poolwijzer.engine.vote import Vote, find_vote
from poolwijzer.validation import Exact

Mode = Literal["standaard", "named", "anonymous"]
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
    assessment: Assessment,
    content: Content,
    placement: Placement,
    mode: Mode = "standaard",
    tally: Tally | None = None,
) -> Respondents:
    """What the respondents said, as it may be told in this mode.

    Args:
        assessment: With responses.
        content: The menus, with the bounds.
        placement: That of the assessment.
        mode: `named` shows the names of municipalities that agreed; `anonymous` tells no roles, no places of
            municipalities, and nothing of statements that `find_untold` finds.
        tally: What they said, for who has it.

    Raises:
        TooFewRespondents: In the anonymous mode.
    """
    tally = tally or add_up(assessment, content)
    untold, counted = frozenset[str](), tally
    if mode == "anonymous":
        check_respondents(assessment, content)
        untold, counted = find_untold(assessment), add_up(average_out(assessment, content), content)
    asked: list[tuple[str, str | None]] = [
        *((entry.statement, axis) for axis, place in placement.axes.items() for entry in place.contributions),
        *((entry.statement, None) for block in placement.blocks.values() for entry in block.answers),
    ]
    views = {
        name: view
        for name, axis in asked
        if (view := _statement(name, axis, assessment, (tally, counted), content, mode, untold)) is not None
    }
    named, anonymous, towns = mode == "named", mode == "anonymous", tally["gemeente"].answering
    places = NO_PLACES if anonymous else find_own_places(assessment, content, placement, named, tally)
    return Respondents(
        mode=mode,
        respondents=sum(side.answering_respondents() for side in tally.values()),
        municipalities=len(towns),
        statements=views,
        axes={axis: _axis(axis, tally, content, views, places) for axis in placement.axes},
        places=places,
        turnout=None if anonymous or not towns else find_turnout(assessment, content, tally, named=named),
    )


def _statement(
    name: str,
    axis: str | None,
    assessment: Assessment,
    tallies: tuple[Tally, Tally],
    content: Content,
    mode: Mode,
    untold: frozenset[str],
) -> StatementView | None:
    statement, privacy = content.statements[name], content.typology.privacy
    joint = assessment.answers.get(name)
    together = joint is not None and joint.known is not None
    said, counting = tallies
    known = said["gemeente"].counts.get(name, {}) if "gemeente" in statement.asked_of else {}
    towns = counting["gemeente"].answers(name) if known else []
    vote = find_vote(joint, content)
    if not known and vote is None:
        return None
    if vote is not None:
        counts, enough, people = vote.counts, vote.total >= privacy.spread_from, vote.total
    else:
        counts = tuple(known.get(point, 0) for point in content.typology.scale.points())
        enough, people = len(towns) >= privacy.spread_from and name not in untold, sum(known.values())
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
        roles=() if anonymous or not known else role_views(said["gemeente"].roles[name], privacy.role_from),
        body=None if together or name in untold else _body(name, counting, content),
        vote=vote if enough else None,
    )


def _counted(counts: Sequence[int], content: Content) -> list[Fraction]:
    return [Fraction(p) for p, number in zip(content.typology.scale.points(), counts, strict=True) if number]


def _both_sides(values: Iterable[Fraction], content: Content) -> bool:
    sides = {value > content.typology.scale.middle for value in values if value != content.typology.scale.middle}
    return len(sides) > 1


def role_views(said: Mapping[Role | None, Sum], least: int) -> tuple[RoleView, ...]:
    """The roles that may be told: none too small, and none whose telling leaves too few people over.

    Who is in no role, or in one that is not told, could be worked out from the counts if they were fewer than
    `least`; so the smallest role goes untold as well, until they are none or enough.
    """
    told = {role: said[role] for role in ROLES if role in said and said[role].number >= least}
    left = sum(one.number for one in said.values()) - sum(one.number for one in told.values())
    while told and 0 < left < least:
        smallest = min(told, key=lambda role: told[role].number)
        left += told.pop(smallest).number
    return tuple(RoleView(role, found.number, found.mean()) for role, found in told.items())


def _body(name: str, tally: Tally, content: Content) -> BodyView | None:
    if "verband" not in content.statements[name].asked_of:
        return None
    municipalities, body = (mean(tally[kind].answers(name)) for kind in WHO)
    if municipalities is None or body is None:
        return None
    gap = body - municipalities
    return BodyView(municipalities, body, gap, abs(gap) > content.typology.respondents.gap_above)


def _axis(
    axis: str,
    tally: Tally,
    content: Content,
    views: dict[str, StatementView],
    places: OwnPlaces,
) -> AxisView:
    respondents, municipalities = tally["gemeente"].on_axis.get(axis, (0, ()))
    scores = [mark.scores[axis] for mark in places.marks or () if axis in mark.own]
    enough = len(scores) >= content.typology.privacy.spread_from
    levels = [level_of(score, content) for score in scores]
    shown = [(content.statements[name].weight, view.agreement) for name, view in views.items() if view.axis == axis]
    measured = [(weight, found) for weight, found in shown if found is not None]
    whole = measured and len(measured) == len(shown)
    return AxisView(
        respondents=respondents,
        municipalities=len(municipalities),
        levels={level: levels.count(level) for level in ("laag", "midden", "hoog")} if enough else None,
        spread=Spread(min(scores), max(scores)) if enough else None,
        agreement=(
            sum((weight * found for weight, found in measured), Fraction())
            / sum((weight for weight, _ in measured), Fraction())
            if whole
            else None
        ),
    )
