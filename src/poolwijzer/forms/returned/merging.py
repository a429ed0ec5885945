"""Bringing what came in together with what was there: what is new, what is newer, and what stays as it was.

A newer answer of the same respondent takes the place of an older one. Of two that are equally old and say different
things neither is guessed to be right. So the order of what comes in makes no difference, and twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from poolwijzer.assessment.model import LONG_AGO, Assessment, Response
from poolwijzer.assessment.overdue import find_overdue, is_overdue, overdue_days
from poolwijzer.dutch import count_things, long_date
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.changes import BodyNames, Change, ChangeKind, by_arrival, compare
from poolwijzer.forms.returned.hands import HandsChange, take_hands
from poolwijzer.forms.silent import list_silent
from poolwijzer.municipalities import fold_name
from poolwijzer.problems import Problem


class Merging(NamedTuple):
    """What came of it.

    Attributes:
        assessment: The initiative with all answers.
        changes: What became of the answers of each respondent, by the name of the organisation.
        hands: What became of counted hands.
        refused: What did not fit, and why; none of it is in the assessment.
        remarks: What is worth saying.
        missing: The municipalities of the initiative of which nobody answered.
        deleted: How many answers were taken out for that.
        files: How many files were read.
    """

    assessment: Assessment
    changes: tuple[Change, ...] = ()
    hands: tuple[HandsChange, ...] = ()
    refused: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    deleted: int = 0
    files: int = 0

    def of_kind(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def merge(assessment: Assessment, arrivals: Arrivals, on: date, *, delete_expired: bool = False) -> Merging:
    """Bring what came in together with an initiative.

    Args:
        assessment: The initiative.
        arrivals: What came in, as it fits this initiative and these menus.
        on: The day, which tells which answers should be gone.
        delete_expired: Take those out.
    """
    refused = list(arrivals.refused)
    names = BodyNames(assessment)
    found = [one._replace(response=names.as_known(one.response)) for one in sorted(arrivals.received, key=by_arrival)]
    stored = {response.id: response for response in assessment.responses}
    changes = list(compare(found, stored, refused))
    for change in changes:
        if change.kind in ("new", "replaced"):
            stored[change.response.id] = change.response
    answers, hands = take_hands(assessment, arrivals.counted, refused)
    merged, deleted = assessment.model_copy(update={"responses": tuple(stored.values()), "answers": answers}), 0
    if delete_expired:
        deleted = len(overdue_days(merged, on))
        merged = _without_overdue(merged, on)
    if merged == assessment:
        merged = assessment  # a file that says nothing new stays as it is
    else:
        merged = merged.model_copy(update={"poolwijzer": max(assessment.poolwijzer, merged.format_used())})
    return Merging(
        merged,
        tuple(sorted(changes, key=lambda one: (fold_name(one.response.organisation.name), one.response.id))),
        tuple(hands),
        tuple(refused),
        (*arrivals.remarks, *_spokespeople(merged), *find_overdue(merged.initiative.name, merged, on)),
        list_silent(merged) or (),
        deleted,
        arrivals.files,
    )


def _without_overdue(assessment: Assessment, on: date) -> Assessment:
    """Without the answers that should be gone, of now and of earlier measurements."""
    kept = _kept(assessment.responses, on)
    earlier = tuple(one.model_copy(update={"responses": _kept(one.responses, on)}) for one in assessment.measurements)
    return assessment.model_copy(update={"responses": kept, "measurements": earlier})


def _kept(responses: tuple[Response, ...], on: date) -> tuple[Response, ...]:
    return tuple(one for one in responses if not is_overdue(one, on))


def _spokespeople(assessment: Assessment) -> Iterator[Problem]:
    """Organisations for which more than one spoke on behalf of it: only the newest of these counts."""
    speaking: defaultdict[str, list[Response]] = defaultdict(list)
    for one in assessment.counted():
        if one.basis == "namens-organisatie":
            speaking[one.organisation.name].append(one)
    for name, ones in speaking.items():
        if len(ones) > 1:
            newest = max(ones, key=lambda one: one.age)
            when = f", van {long_date(newest.date)}" if newest.date and newest.age > LONG_AGO else ""
            what = count_things(len(ones), "antwoord", "antwoorden")
            message = (
                f"Er zijn {what} namens de organisatie. Bij elke stelling telt het nieuwste{when}. Alle staan erin."
            )
            yield Problem(name, message)
