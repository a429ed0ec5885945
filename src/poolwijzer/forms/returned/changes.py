"""What becomes of the answers of each respondent: new, newer than what was there, or not to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment, Measurement, Organisation, Response, fold_body
from poolwijzer.dutch import join_words, long_date
from poolwijzer.forms.returned.arrivals import Received
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


def by_arrival(received: Received) -> tuple[object, ...]:
    """The order in which answers were given, whatever the order of the files."""
    response = received.response
    return (response.age, response.id, received.source, received.line or 0)


def compare(found: Iterable[Received], stored: dict[str, Response], refused: list[Problem]) -> Iterator[Change]:
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


class BodyNames:
    """A body goes by one name, that which the file has first."""

    def __init__(self, assessment: Assessment) -> None:
        self._known: dict[str, str] = {}
        moments: list[Assessment | Measurement] = [assessment, *assessment.measurements]
        for response in (one for moment in moments for one in moment.responses):
            if response.organisation.kind == "verband":
                self._known.setdefault(fold_body(response.organisation.name), response.organisation.name)

    def as_known(self, response: Response) -> Response:
        """The same of an organisation that is known under the name it has here."""
        organisation = response.organisation
        if organisation.kind != "verband":
            return response
        name = self._known.setdefault(fold_body(organisation.name), organisation.name)
        if name == organisation.name:
            return response
        return response.model_copy(update={"organisation": Organisation(kind="verband", name=name)})
