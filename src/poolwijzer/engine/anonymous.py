"""An initiative without what could point at persons, also beside an earlier or a later report on it.

Respondents count in complete groups (`anonymous_from` in the typology, five) in the order in which they came: whoever
comes next changes nothing until a group is complete, and then what changes is what its members said together. What a
group said on a statement is told unless its members agree, or fewer than a group answered. What is not told counts
all the same: in the score of its axis, by the mean of all that is not told there. So nothing but the score hangs on
it, and the score alone cannot be taken apart. Replacing values by the mean of their group is microaggregation
(Hundepool et al. 2012, *Statistical Disclosure Control*, section 3.4).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, TypeVar

from poolwijzer.assessment.model import (
    LONG_AGO,
    Answer,
    Answers,
    Assessment,
    Initiative,
    Measurement,
    Response,
    counted_responses,
)
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import WHO, counts_as
from poolwijzer.engine.exact import share, total, weighted
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement

Moment = Assessment | Measurement
_M = TypeVar("_M", Assessment, Measurement)


class TooFewRespondents(Exception):  # noqa: N818 - a refusal, told to the user as one
    """There are too few respondents to be anonymous among.

    Attributes:
        number: How many there are.
        least: How many it takes.
    """

    def __init__(self, number: int, least: int) -> None:
        self.number = number
        self.least = least
        super().__init__(f"{number} respondents of at least {least}")


class Uncounted(NamedTuple):
    """What an anonymous initiative leaves out."""

    waiting: int = 0
    """Respondents who came after the last complete group."""
    before: tuple[tuple[datetime.date, int], ...] = ()
    """The same per earlier measurement that has any."""
    statements: tuple[str, ...] = ()
    """Those that cannot count: the score would tell what was said on them."""


NOTHING = Uncounted()


def respondent_number(responses: Iterable[Response]) -> int:
    """How many respondents answered anything."""
    return sum(map(_answered, responses))


def check_respondents(assessment: Assessment, content: Content) -> None:
    """Whether one can be anonymous among these.

    Raises:
        TooFewRespondents: Otherwise; also for a group that answered together, in which nobody answered apart.
    """
    number, least = respondent_number(assessment.counted()), content.typology.privacy.anonymous_from
    if number < least:
        raise TooFewRespondents(number, least)


def anonymise(assessment: Assessment, content: Content) -> tuple[Assessment, Uncounted]:
    """The same initiative with complete groups of respondents, without roles, notes and consent to names.

    What follows from it cannot tell roles: rules on the difference between them are unknown then. An earlier
    measurement with some respondents, but too few, is left out.

    Returns:
        The initiative, and what of it does not count.

    Raises:
        TooFewRespondents: As in `check_respondents`.
    """
    check_respondents(assessment, content)
    initiative = assessment.initiative
    now, waiting = _in_groups(assessment, initiative, content)
    bare = assessment.model_copy(
        update={
            "initiative": initiative.model_copy(update={"note": ""}),
            "answers": _without_notes(assessment.answers),
            "responses": now,
            "measurements": (),
        }
    )
    earlier, before = [], []
    for measurement in assessment.measurements:
        responses, too_late = _in_groups(measurement, initiative, content)
        if responses or not measurement.responses:
            answers = _without_notes(measurement.answers)
            earlier.append(measurement.model_copy(update={"answers": answers, "responses": responses}))
            before += [(measurement.date, too_late)] if too_late else []
    lonely = _find_untold(bare, content).lonely
    anonymous = _without(bare, lonely).model_copy(
        update={"measurements": tuple(_without(one, _find_untold(one, content).lonely) for one in earlier)}
    )
    left_out = tuple(name for name in content.statements if name in lonely)
    return anonymous, Uncounted(waiting, tuple(before), left_out)


def place_anonymously(assessment: Assessment, content: Content) -> Placement:
    """The place of an anonymous initiative, in which what is not told stands by the mean of all that is not told.

    Args:
        assessment: As `anonymise` made it.
        content: The menus.
    """
    placement = place(assessment, content)
    untold = find_untold(assessment, content)
    return placement._replace(axes={axis: _blurred(found, untold, content) for axis, found in placement.axes.items()})


def find_untold(assessment: Moment, content: Content) -> frozenset[str]:
    """The statements of which is not told what respondents said on them.

    Args:
        assessment: As `anonymise` made it.
        content: The menus.
    """
    return _find_untold(assessment, content).statements


# Groups.


def _answered(response: Response) -> bool:
    return any(answer.known is not None for answer in response.answers.values())


def _in_groups(moment: Moment, initiative: Initiative, content: Content) -> tuple[tuple[Response, ...], int]:
    """The respondents in complete groups, in the order of the file, and how many came after these."""
    size = content.typology.privacy.anonymous_from
    came = _as_they_came(one for one in counted_responses(moment.responses, initiative) if _answered(one))
    waiting = len(came) % size
    counted = {id(response) for response in came[: len(came) - waiting]}
    bare = {"role": None, "named": False}
    kept = tuple(
        response.model_copy(update={**bare, "answers": _without_notes(response.answers)})
        for response in moment.responses
        if id(response) in counted
    )
    return kept, waiting


def _as_they_came(responses: Iterable[Response]) -> list[Response]:
    """In the order of their moments, then of the file.

    Without a moment, or with a day alone beside a time on that day, a respondent came right after the one above. So
    nobody who is added later comes before who was there.
    """
    above, found = LONG_AGO, []
    for response in responses:
        moment = response.age
        if response.date is None or (
            not isinstance(response.date, datetime.datetime) and moment.date() == above.date()
        ):
            moment = max(above, moment)
        above = moment
        found.append((moment, response))
    return [response for _, response in sorted(found, key=lambda pair: pair[0])]


def _without_notes(answers: Answers) -> dict[str, Answer]:
    return {name: answer.model_copy(update={"note": ""}) for name, answer in answers.items()}


def _without(moment: _M, statements: frozenset[str]) -> _M:
    """The same moment, in which no respondent answered these."""
    if not statements:
        return moment
    bare = tuple(
        one.model_copy(update={"answers": {name: said for name, said in one.answers.items() if name not in statements}})
        for one in moment.responses
    )
    return moment.model_copy(update={"responses": bare})


# What is not told.


class _Untold(NamedTuple):
    statements: frozenset[str]
    lonely: frozenset[str]
    """Of these, the ones with no other on their axis to stand together with."""


def _find_untold(moment: Moment, content: Content) -> _Untold:
    """What is too small or too much agreed on to tell, and what goes untold so that it cannot be worked out."""
    size = content.typology.privacy.anonymous_from
    came = _as_they_came(moment.responses)
    groups = [came[start : start + size] for start in range(0, len(came), size)]
    untold = {name for name in content.statements if _would_tell(name, groups, size, content)}
    lonely = set[str]()
    for names in content.statements_on.values():
        apart = [name for name in names if _is_apart(name, moment) and _said(name, came, content)]
        hidden = [name for name in apart if name in untold]
        others = sorted(set(apart) - untold, key=lambda name: (len(_said(name, came, content)), name))
        while hidden and others and (len(hidden) == 1 or _at_an_end(hidden, came, content)):
            hidden.append(others.pop(0))
        untold.update(hidden)
        lonely.update(hidden if len(hidden) == 1 else ())
    return _Untold(frozenset(untold), frozenset(lonely))


def _at_an_end(names: list[str], came: list[Response], content: Content) -> bool:
    """Whether the mean of these would tell every answer, since all are the lowest or all are the highest."""
    scale = content.typology.scale
    counted = {
        counts_as(Fraction(value), content.statements[name], content)
        for name in names
        for value in _said(name, came, content)
    }
    return counted in ({scale.lowest}, {scale.highest})


def _would_tell(name: str, groups: list[list[Response]], size: int, content: Content) -> bool:
    """Whether what was said on a statement would tell what one person said."""
    for kind in WHO:
        number = sum(len(_said(name, group, content, kind)) for group in groups)
        if 0 < number < size:
            return True
    return any(len(set(said)) == 1 for group in groups if (said := _said(name, group, content)))


def _is_apart(name: str, moment: Moment) -> bool:
    """Whether the respondents' answers to a statement count, and not one of the group."""
    joint = moment.answers.get(name)
    return joint is None or joint.known is None


def _said(name: str, group: Iterable[Response], content: Content, kind: str = "") -> list[int]:
    """What these persons answered; what somebody says on behalf of the body is said by the body."""
    asked_of = content.statements[name].asked_of
    return [
        answer.known
        for one in group
        if one.organisation.kind in asked_of
        and kind in ("", one.organisation.kind)
        and not (one.organisation.kind == "verband" and one.basis == "namens-organisatie")
        and (answer := one.answers.get(name)) is not None
        and answer.known is not None
    ]


def _blurred(place: AxisPlacement, untold: frozenset[str], content: Content) -> AxisPlacement:
    """An axis on which all that is not told counts as its mean; the score stays the same."""
    hidden = [entry for entry in place.contributions if _is_hidden(entry, untold)]
    if not hidden:
        return place
    counted = [(entry.weight, entry.counted) for entry in hidden if entry.counted is not None]
    mean = weighted(counted) / total(weight for weight, _ in counted) if counted else None
    weights = total(entry.weight for entry in place.contributions if entry.counted is not None)
    entries = tuple(
        _hide(entry, mean, weights, content) if _is_hidden(entry, untold) else entry for entry in place.contributions
    )
    blurred = place._replace(contributions=entries)
    if place.source != "antwoorden":
        return blurred
    asked = total(entry.weight for entry in entries)
    return blurred._replace(
        low=weighted((entry.weight, entry.low) for entry in entries) / asked,
        high=weighted((entry.weight, entry.high) for entry in entries) / asked,
    )


def _is_hidden(entry: Contribution, untold: frozenset[str]) -> bool:
    return entry.statement in untold and not entry.joint and entry.answer is not None


def _hide(entry: Contribution, mean: Fraction | None, weights: Fraction, content: Content) -> Contribution:
    """A statement that stands by the mean; its reach hangs on how many answered and not on what they said."""
    scale = content.typology.scale
    lowest, highest = Fraction(scale.lowest), Fraction(scale.highest)
    hidden = entry._replace(answer=None, withheld=True, low=lowest, high=highest)
    if mean is None:
        return hidden
    missing = (entry.high - entry.low) / (highest - lowest)
    return hidden._replace(
        counted=mean,
        contribution=share(entry.weight, mean, weights),
        low=mean - missing * (mean - lowest),
        high=mean + missing * (highest - mean),
    )
