"""Bringing what came in together with what was there: what is new, what is newer, and what stays as it was.

A newer answer of the same respondent takes the place of an older one. Of two that are equally old and say different
things neither is guessed to be right. So the order of what comes in makes no difference, and twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import LONG_AGO, Assessment, Measurement, Organisation, Response, counted_responses
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.forms.arrivals import Arrivals, Counted, Received, is_expired
from poolwijzer.municipalities import fold_name
from poolwijzer.problems import Problem, quote

ChangeKind = Literal["new", "replaced", "unchanged", "older"]


class Change(NamedTuple):
    """What became of the answers of one respondent that came in."""

    kind: ChangeKind
    """New, in the place of an older answer, as it was already, or older than what was there."""
    response: Response
    source: str
    before: Response | None = None
    """What was there."""


class HandsChange(NamedTuple):
    """What became of hands that were counted at one statement."""

    kind: Literal["new", "replaced", "unchanged"]
    statement: str
    hands: int
    source: str


class Merging(NamedTuple):
    """What came of it.

    Attributes:
        assessment: The initiative with all answers.
        changes: What became of the answers of each respondent, by the name of the organisation.
        hands: What became of counted hands.
        refused: What did not fit, and why; none of it is in the assessment.
        remarks: What is worth saying.
        missing: The municipalities of the initiative of which nobody answered.
        expired: How many answers there are that should be gone.
        deleted: How many answers were taken out for that.
        files: How many files were read.
    """

    assessment: Assessment
    changes: tuple[Change, ...] = ()
    hands: tuple[HandsChange, ...] = ()
    refused: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    expired: int = 0
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
    names = _BodyNames(assessment)
    found = [one._replace(response=names.as_known(one.response)) for one in sorted(arrivals.received, key=_by_arrival)]
    stored = {response.id: response for response in assessment.responses}
    changes = list(_compare(found, stored, refused))
    for change in changes:
        if change.kind in ("new", "replaced"):
            stored[change.response.id] = change.response
    answers, hands = _take_hands(assessment, arrivals.counted, refused)
    responses, deleted, measurements = tuple(stored.values()), 0, assessment.measurements
    if delete_expired:
        kept = tuple(one for one in responses if not is_expired(one, on))
        measurements = tuple(_without_expired(one, on) for one in measurements)
        deleted = _count_expired(responses, assessment.measurements, on)
        responses = kept
    merged = assessment.model_copy(update={"responses": responses, "answers": answers, "measurements": measurements})
    if merged == assessment:
        merged = assessment  # a file that says nothing new stays as it is
    else:
        merged = merged.model_copy(update={"poolwijzer": max(assessment.poolwijzer, merged.format_used())})
    expired = _count_expired(merged.responses, merged.measurements, on)
    return Merging(
        merged,
        tuple(sorted(changes, key=lambda one: (fold_name(one.response.organisation.name), one.response.id))),
        tuple(hands),
        tuple(refused),
        (*arrivals.remarks, *_spokespeople(merged)),
        list_missing(merged),
        expired,
        deleted,
        arrivals.files,
    )


def list_missing(assessment: Assessment) -> tuple[str, ...]:
    """The municipalities of an initiative of which nobody answered, in the order of its list."""
    answered = {one.organisation.name for one in assessment.responses if one.organisation.kind == "gemeente"}
    return tuple(one.name for one in assessment.initiative.municipalities if one.name not in answered)


def _by_arrival(received: Received) -> tuple[object, ...]:
    """The order in which answers were given, whatever the order of the files."""
    response = received.response
    return (response.age, response.id, received.source, received.line or 0)


def _compare(found: Iterable[Received], stored: dict[str, Response], refused: list[Problem]) -> Iterator[Change]:
    """What becomes of the answers of each respondent."""
    by_id: defaultdict[str, list[Received]] = defaultdict(list)
    for one in found:
        by_id[one.response.id].append(one)
    for id, ones in by_id.items():
        before = stored.get(id)
        if problems := list(_clashes(ones, before)):
            refused += problems
            continue
        *older, newest = sorted(ones, key=lambda one: one.response.age)
        yield _change(newest, before)
        for one in older:
            if one.response.age < newest.response.age:
                yield Change("older", one.response, one.source, newest.response)


def _clashes(ones: list[Received], before: Response | None) -> Iterator[Problem]:
    """Why answers under one id cannot all be of one respondent, or none of them is the newest."""
    here = [one.response for one in ones] + ([before] if before else [])
    names = {(one.organisation.kind, one.organisation.name) for one in here}
    if len(names) > 1:
        listed = join_words(sorted(quote(name) for _, name in names))
        for one in ones:
            message = f"Deze respondent ({one.response.id}) antwoordde voor meer dan één organisatie: {listed}."
            hint = "Haal een van de antwoorden weg, of geef het in het bestand een eigen id."
            yield one.problem(message, hint)
        return
    top = max(one.response.age for one in ones)
    newest = [one for one in ones if one.response.age == top]
    which = _of_whom(newest[0].response)
    if any(not _says_same(one.response, newest[0].response) for one in newest):
        if before is not None and before.age > top:
            return
        for one in newest:
            message = (
                f"Van {which} kwamen twee verschillende antwoorden van hetzelfde moment. Geen ervan is overgenomen."
            )
            yield one.problem(message, "Geef er een op waarvan u weet dat het klopt.")
    elif before is not None and before.age == top and not _says_same(before, newest[0].response):
        message = f"Van {which} staat al een ander antwoord van hetzelfde moment in het bestand. Dat blijft staan."
        hint = "Klopt dit antwoord? Haal het andere dan uit het bestand, of zet er een latere date bij."
        yield newest[0].problem(message, hint)


def _change(newest: Received, before: Response | None) -> Change:
    response = newest.response
    if before is None:
        return Change("new", response, newest.source)
    if _says_same(before, response) and before.age == response.age:
        promised = [one for one in (before.delete_on, response.delete_on) if one]
        first = min(promised, default=None)
        if first == before.delete_on:
            return Change("unchanged", before, newest.source, before)
        return Change("replaced", before.model_copy(update={"delete_on": first}), newest.source, before)
    if response.age > before.age:
        return Change("replaced", response, newest.source, before)
    return Change("older", response, newest.source, before)


def _says_same(one: Response, other: Response) -> bool:
    """Whether two of one moment are the same answer; how that is written and until when it is kept is no part of it."""
    aside = {"delete_on": None, "date": None}
    return one.model_copy(update=aside) == other.model_copy(update=aside)


def _of_whom(response: Response) -> str:
    age = "" if response.date is None else f" van {long_date(response.date)}"
    return f"een respondent van {response.organisation.name}{age}"


class _BodyNames:
    """A body goes by one name, that which the file has first."""

    def __init__(self, assessment: Assessment) -> None:
        self._known: dict[str, str] = {}
        moments: list[Assessment | Measurement] = [assessment, *assessment.measurements]
        for response in (one for moment in moments for one in moment.responses):
            if response.organisation.kind == "verband":
                self._known.setdefault(fold_name(response.organisation.name), response.organisation.name)

    def as_known(self, response: Response) -> Response:
        """The same of an organisation that is known under the name it has here."""
        organisation = response.organisation
        if organisation.kind != "verband":
            return response
        name = self._known.setdefault(fold_name(organisation.name), organisation.name)
        if name == organisation.name:
            return response
        return response.model_copy(update={"organisation": Organisation(kind="verband", name=name)})


def _take_hands(
    assessment: Assessment, counted: tuple[Counted, ...], refused: list[Problem]
) -> tuple[dict[str, Answer], list[HandsChange]]:
    """The answers of the group with counted hands beside them.

    A count has no date. A later one of the same question holds more hands; of one with fewer, or with as many others,
    nobody can tell that it is the one to keep.
    """
    answers, changes = dict(assessment.answers), list[HandsChange]()
    by_statement: defaultdict[str, list[tuple[Answer, str]]] = defaultdict(list)
    for one in counted:
        for name, answer in one.answers.items():
            if answer.votes is not None:
                by_statement[name].append((answer, one.source))
    for name, ones in by_statement.items():
        most = max(sum(answer.votes or ()) for answer, _ in ones)
        first, *others = [(answer, source) for answer, source in ones if sum(answer.votes or ()) == most]
        given, source = first
        before = answers.get(name)
        known = before.votes if before else None
        if any(answer.votes != given.votes for answer, _ in others) or (
            known and known != given.votes and sum(known) >= most
        ):
            message = f"Bij stelling {name} zijn de handen anders geteld dan wat er al is. Zij zijn niet overgenomen."
            hint = "Voeg de tellingen eerst samen in één tabel, of haal votes uit het bestand."
            refused.append(Problem(source, message, hint))
            continue
        answer = _with_hands(before, given)
        kind: Literal["new", "replaced", "unchanged"] = "replaced" if known else "new"
        changes.append(HandsChange("unchanged" if answer == before else kind, name, most, source))
        answers[name] = answer
    return answers, changes


def _with_hands(before: Answer | None, given: Answer) -> Answer:
    """An answer with these hands. What the group settled on stays; what only came from hands goes with them."""
    if before is None:
        return given
    if before.given and before.agreed:
        return before.model_copy(update={"votes": given.votes})
    return given.model_copy(update={"note": before.note or given.note, "of": before.of, "yes": before.yes})


def _without_expired(measurement: Measurement, on: date) -> Measurement:
    kept = tuple(one for one in measurement.responses if not is_expired(one, on))
    if len(kept) == len(measurement.responses):
        return measurement
    return measurement.model_copy(update={"responses": kept})


def _count_expired(responses: tuple[Response, ...], measurements: tuple[Measurement, ...], on: date) -> int:
    every = (*responses, *(one for earlier in measurements for one in earlier.responses))
    return sum(is_expired(one, on) for one in every)


def _spokespeople(assessment: Assessment) -> Iterator[Problem]:
    """Organisations for which more than one spoke on behalf of it: only the newest of these counts."""
    speaking: defaultdict[str, list[Response]] = defaultdict(list)
    for one in counted_responses(assessment.responses, assessment.initiative):
        if one.basis == "namens-organisatie":
            speaking[one.organisation.name].append(one)
    for name, ones in speaking.items():
        if len(ones) > 1:
            newest = max(ones, key=lambda one: one.age)
            when = f", van {long_date(newest.date)}" if newest.date and newest.age > LONG_AGO else ""
            what = count_things(len(ones), "antwoord", "antwoorden")
            message = f"{name} gaf {what} namens de organisatie. Alleen het nieuwste telt{when}. Alle blijven bewaard."
            yield Problem(name, message)
