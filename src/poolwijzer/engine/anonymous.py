"""An initiative without what could point at persons, also beside an earlier or a later report on it.

Respondents count in complete groups (`anonymous_from` in the typology, five) in the order in which they came: whoever
comes next changes nothing until a group is complete, and then what changes is what its members said together. What a
group said on a statement is told unless its members agree, or fewer than a group answered. What is not told counts
all the same. Replacing values by the mean of their group is microaggregation (Hundepool et al. 2012, *Statistical
Disclosure Control*, section 3.4).
"""

import datetime
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, TypeVar

from poolwijzer.assessment.answer import Answer, Answers
from poolwijzer.assessment.model import (
    LONG_AGO,
    Assessment,
    Estimate,
    Initiative,
    Measurement,
    Response,
    counted_responses,
)
from poolwijzer.content.content import Content
from poolwijzer.engine.exact import share, total, weighted
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.engine.untold import average_out, find_untold, pool

Moment = TypeVar("Moment", Assessment, Measurement)


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
    """Those of which some answers cannot count: the score would tell what was said."""
    dots: int = 0
    """Of too few people to tell where each put it."""


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
    bare, waiting, lonely = _in_groups(assessment, assessment.initiative, content)
    earlier, before = [], []
    for measurement in assessment.measurements:
        then, too_late, _ = _in_groups(measurement, assessment.initiative, content)
        if then.responses or not measurement.responses:
            earlier.append(then)
            before += [(then.date, too_late)] if too_late else []
    anonymous = bare.model_copy(
        update={
            "initiative": assessment.initiative.model_copy(update={"note": ""}),
            "measurements": tuple(earlier),
        }
    )
    dropped = {
        name
        for one in assessment.responses
        for name in one.answers.keys() & content.retired.keys()
        if one.answers[name].given
    }
    left_out = tuple(name for name in (*content.statements, *content.retired) if name in lonely | dropped)
    dots = len(assessment.estimate.dots) - len(anonymous.estimate.dots)
    return anonymous, Uncounted(waiting, tuple(before), left_out, dots)


def place_anonymously(assessment: Assessment, content: Content) -> Placement:
    """The place of an anonymous initiative: by what groups said, and what is not told by the mean of all of that.

    Args:
        assessment: As `anonymise` made it.
        content: The menus.
    """
    untold = find_untold(assessment)
    placement = place(average_out(assessment, content), content, untold)
    exact = place(assessment, content, untold)
    # Of means nobody is divided any more; whether the municipalities are tells of all of them together.
    axes = {
        axis: _blurred(found, untold, content)._replace(divided=exact.axes[axis].divided)
        for axis, found in placement.axes.items()
    }
    return placement._replace(axes=axes, divided=exact.divided)


# Groups.


def _answered(response: Response) -> bool:
    return any(answer.known is not None for answer in response.answers.values())


def _in_groups(moment: Moment, initiative: Initiative, content: Content) -> tuple[Moment, int, frozenset[str]]:
    """The same moment with complete groups, how many came after these, and the statements that could not all count."""
    size = content.typology.privacy.anonymous_from
    counted = counted_responses(moment.responses, initiative)
    came = [_bare(one, content) for one in _as_they_came(one for one in counted if _answered(one))]
    waiting = len(came) % size
    groups = [came[start : start + size] for start in range(0, len(came) - waiting, size)]
    responses, lonely = pool(groups, moment.answers, content)
    answers = _without_notes(moment.answers)
    said = {"answers": answers, "responses": responses, "estimate": _with_enough_dots(moment.estimate, size)}
    return moment.model_copy(update=said), waiting, lonely


def _with_enough_dots(estimate: Estimate, least: int) -> Estimate:
    """An own estimate without the dots of fewer people; nothing else of it is one person's."""
    return estimate if len(estimate.dots) >= least else estimate.model_copy(update={"dots": ()})


def _bare(response: Response, content: Content) -> Response:
    """Without what points at a person; what is asked no more is in no group that hides it, and goes."""
    kept = {name: answer for name, answer in response.answers.items() if name not in content.retired}
    return response.model_copy(update={"role": None, "named": False, "answers": _without_notes(kept)})


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


# The place.


def _blurred(place: AxisPlacement, untold: frozenset[str], content: Content) -> AxisPlacement:
    """An axis on which each statement that is not told stands by the mean of all of these; the score stays the same."""
    hidden = [entry for entry in place.contributions if _is_hidden(entry, untold)]
    if not hidden:
        return place
    counted = [(entry.weight, entry.counted) for entry in hidden if entry.counted is not None]
    mean = weighted(counted) / total(weight for weight, _ in counted) if counted else None
    weights = total(entry.weight for entry in place.contributions if entry.counted is not None)
    entries = tuple(
        _withhold(entry, mean, weights, content) if _is_hidden(entry, untold) else entry
        for entry in place.contributions
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


def _withhold(entry: Contribution, mean: Fraction | None, weights: Fraction, content: Content) -> Contribution:
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
