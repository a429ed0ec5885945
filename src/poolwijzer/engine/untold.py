"""What an anonymous initiative does not tell, such as what all of a group agree on, and how it counts all the same.

Statements of a block, which do not count for the place, are told or not by the same rules, each block apart.

Every answer counts by the mean of what all persons said on that statement, so that nothing goes out but how often each
was given. What is not told counts by the mean of all that is not told of a group on that axis, and something else goes
untold with it where that would leave one possibility.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeVar

from poolwijzer.assessment.answer import Answer, Answers
from poolwijzer.assessment.model import Assessment, Measurement, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import WHO, AskedOf
from poolwijzer.engine.answers import counts_as
from poolwijzer.engine.exact import over, total

Group = list[Response]
Moment = TypeVar("Moment", Assessment, Measurement)


class Averaged(Answer):
    """What stands for an answer in an anonymous initiative: the mean of several, on the answer scale."""

    @property
    def known(self) -> Any:
        """The mean, exact."""
        return self.value


class Pooled(Averaged):
    """The same for an answer that is not told."""


def find_untold(moment: Assessment | Measurement) -> frozenset[str]:
    """The statements of which is not told what respondents said on them.

    Args:
        moment: As `pool` made it.
    """
    answers = (item for one in moment.responses for item in one.answers.items())
    return frozenset(name for name, answer in answers if isinstance(answer, Pooled))


def pool(groups: list[Group], joint: Answers, content: Content) -> tuple[tuple[Response, ...], frozenset[str]]:
    """Put a pooled answer in the place of every answer that is not told.

    Args:
        groups: The respondents in the order in which they came.
        joint: What they answered together; that counts, and not what they said apart on it.
        content: The menus.

    Returns:
        The respondents, and the statements of which some answers do not count: nothing could hide them.
    """
    came = [one for group in groups for one in group]
    few = {name for name in content.statements if _is_few(name, came, content)}
    new: dict[int, dict[str, Fraction | None]] = {id(one): {} for one in came}
    lonely = set[str]()
    for names in (*content.statements_on.values(), *content.blocks.values()):
        apart = [name for name in names if name not in joint or joint[name].known is None]
        untold = _find_untold(apart, few, groups, content)
        for group in groups:
            cells = _cells(untold, group, content)
            tells = _leaves_one(untold, few, group, content)
            lonely.update(name for name, _ in cells if tells)
            mean = None if tells else _mean_of(cells, content)
            for name, one in cells:
                new[id(one)][name] = None if mean is None else counts_as(mean, content.statements[name], content)
        for name in set(names).difference(apart):
            if name in few or any(_agree(name, group, content) for group in groups):
                for _, one in _cells([name], came, content):
                    new[id(one)][name] = content.typology.scale.middle
    return tuple(_with(one, new[id(one)]) for one in came), frozenset(lonely)


def average_out(moment: Moment, content: Content) -> Moment:
    """The same moment, in which every answer of a person is the mean of what all persons said.

    So every person counts alike, whatever the municipality, and nothing goes out but how often each answer was given.
    """
    means = {
        (name, kind): over(total(map(Fraction, said)), len(said))
        for name in content.statements
        for kind in WHO
        if (said := _said(name, moment.responses, content, kind))
    }
    averaged = tuple(
        one.model_copy(
            update={"answers": {name: _averaged(name, answer, one, means) for name, answer in one.answers.items()}}
        )
        for one in moment.responses
    )
    return moment.model_copy(update={"responses": averaged})


def _averaged(name: str, answer: Answer, one: Response, means: dict[tuple[str, AskedOf], Fraction]) -> Answer:
    mean = means.get((name, one.organisation.kind))
    is_person = answer.known is not None and not _speaks_for_body(one)
    return Averaged.model_construct(value=mean) if is_person and mean is not None else answer


def _with(response: Response, new: dict[str, Fraction | None]) -> Response:
    pooled = {name: Pooled.model_construct(value=value) for name, value in new.items() if value is not None}
    kept = {name: answer for name, answer in response.answers.items() if name not in new}
    return response.model_copy(update={"answers": kept | pooled})


def _find_untold(apart: list[str], few: set[str], groups: list[Group], content: Content) -> list[str]:
    """Of one axis what goes untold, and what goes with it to hide it among.

    A group adds to what the groups before it hid, whatever comes after it: so nothing that hid something is told
    later on.
    """
    untold = set[str]()
    for hides in (set[str](), few):
        for group in groups:
            untold.update(name for name in apart if name in hides or _agree(name, group, content))
            others = sorted(
                (name for name in apart if name not in untold and _said(name, group, content)),
                key=lambda name: len(_said(name, group, content)),
            )
            while others and _leaves_one(untold, hides, group, content):
                untold.add(others.pop(0))
    return [name for name in apart if name in untold]


def _is_few(name: str, came: Group, content: Content) -> bool:
    """Whether fewer persons than a group answered, of the municipalities or of the body."""
    least = content.typology.privacy.anonymous_from
    return any(0 < len(_said(name, came, content, kind)) < least for kind in WHO)


def _agree(name: str, group: Group, content: Content) -> bool:
    """Whether all in a group who answered said the same: of the municipalities or of the body."""
    return any(len(set(_said(name, group, content, kind))) == 1 for kind in WHO)


def _leaves_one(untold: Iterable[str], few: set[str], group: Group, content: Content) -> bool:
    """Whether the sum of all that a group said on these could leave one possibility for one of them.

    It leaves at least two where all others together can be two whole points of this one lower or higher.
    """
    span = content.typology.scale.highest - content.typology.scale.lowest
    numbers = {name: len(_said(name, group, content)) for name in untold}
    return any(
        span * (sum(numbers.values()) - number) < 2 * number
        for name, number in numbers.items()
        if name in few or _agree(name, group, content)
    )


def _cells(names: Iterable[str], group: Group, content: Content) -> list[tuple[str, Response]]:
    """Every answer of a person to one of these."""
    return [(name, one) for name in names for one in group if _said(name, [one], content)]


def _mean_of(cells: list[tuple[str, Response]], content: Content) -> Fraction | None:
    """The mean of these answers as they count; None of none.

    All at one end of the scale would tell every one of them: so the sum stays a point per person away from it.
    """
    counted = [
        counts_as(Fraction(value), content.statements[name], content)
        for name, one in cells
        for value in _said(name, [one], content)
    ]
    if not counted:
        return None
    scale, names = content.typology.scale, [name for name, _ in cells]
    away = Fraction(max(map(names.count, set(names))), len(counted))
    return min(max(over(total(counted), len(counted)), scale.lowest + away), scale.highest - away)


def _said(name: str, group: Iterable[Response], content: Content, kind: AskedOf | None = None) -> list[int]:
    """What these persons answered; what somebody says on behalf of the body is said by the body."""
    asked_of = content.statements[name].asked_of
    return [
        answer.known
        for one in group
        if one.organisation.kind in asked_of
        and kind in (None, one.organisation.kind)
        and not _speaks_for_body(one)
        and (answer := one.answers.get(name)) is not None
        and answer.known is not None
    ]


def _speaks_for_body(one: Response) -> bool:
    return one.organisation.kind == "verband" and one.basis == "namens-organisatie"
