"""The response so far, as a page for who gathers the answers: who answered and who did not, and never what.

It names municipalities, for that is what it is for; it names no persons, and holds no answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from poolwijzer.assessment.model import LONG_AGO, Assessment, Response
from poolwijzer.assessment.overdue import find_overdue
from poolwijzer.dutch import count_things, join_words, long_date, sorting_key
from poolwijzer.engine.respondents import ROLES
from poolwijzer.forms.returned.merging import Merging
from poolwijzer.forms.silent import list_silent
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize

NO_ANSWERS = (
    "Deze bladzijde is voor wie de antwoorden verzamelt. Er staat geen enkel antwoord in, en geen naam van een persoon."
)
_HEAD = ("Wie", "Antwoorden", "Functies", "Namens de organisatie", "Laatste antwoord")
_UNKNOWN = "onbekend"


class OrganisationResponse(NamedTuple):
    """What came of one organisation, without any answer."""

    kind: str
    name: str
    listed: bool
    """Whether it takes part: a municipality that is not in the list of the initiative does not count."""
    respondents: int
    roles: tuple[tuple[str, int], ...]
    on_behalf: int
    """How many answered on behalf of it."""
    newest: date | None


class ResponseSoFar(NamedTuple):
    """Who answered, and who did not."""

    organisations: tuple[OrganisationResponse, ...]
    missing: tuple[str, ...]
    respondents: int
    newest: date | None
    delete_from: date | None
    """The first day on which an answer must be gone."""
    more_days: bool
    """Whether other answers must be gone later."""

    @property
    def municipalities(self) -> int:
        """Of how many municipalities that take part there is an answer."""
        return sum(one.kind == "gemeente" and one.listed for one in self.organisations)


def count_response(assessment: Assessment) -> ResponseSoFar:
    """Count who answered, and who did not."""
    listed = {one.name for one in assessment.initiative.municipalities}
    groups: dict[tuple[str, str], list[Response]] = {}
    for one in assessment.responses:
        groups.setdefault((one.organisation.kind, one.organisation.name), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], sorting_key(item[0][1])))
    days = {one.delete_on for one in assessment.responses if one.delete_on}
    found = tuple(
        _organisation(kind, name, ones, listed=kind != "gemeente" or not listed or name in listed)
        for (kind, name), ones in ordered
    )
    return ResponseSoFar(
        found,
        list_silent(assessment) or (),
        len(assessment.responses),
        _newest(assessment.responses),
        min(days, default=None),
        len(days) > 1,
    )


def build_status(merging: Merging, on: date) -> Report:
    """The page: how many answered of how many, who by municipality, and who is still missing."""
    assessment = merging.assessment
    so_far = count_response(assessment)
    sections = (
        Section("stand", "De stand", tuple(_standing(assessment, so_far, on))),
        Section("ontbreekt", "Nog geen antwoord", tuple(_missing(so_far))),
        Section("per-gemeente", "Wie antwoordde", tuple(_answered(so_far))),
        Section("niet-overgenomen", "Niet overgenomen", tuple(_refused(merging))),
    )
    return sanitize(
        Report(
            title=f"{assessment.initiative.name}: de respons",
            subtitle=f"Stand op {long_date(on)}",
            sections=tuple(section for section in sections if section.blocks),
            date=on,
            kind="respons",
        )
    )


def _organisation(kind: str, name: str, ones: list[Response], *, listed: bool) -> OrganisationResponse:
    roles = Counter(one.role for one in ones)
    told = tuple((role, roles[role]) for role in ROLES if roles[role])
    on_behalf = sum(one.basis == "namens-organisatie" for one in ones)
    return OrganisationResponse(kind, name, listed, len(ones), told, on_behalf, _newest(ones))


def _newest(ones: list[Response] | tuple[Response, ...]) -> date | None:
    dated = [one for one in ones if one.age > LONG_AGO]
    newest = max(dated, key=lambda one: one.age, default=None)
    if newest is None or newest.date is None:
        return None
    return newest.date.date() if isinstance(newest.date, datetime) else newest.date


def _standing(assessment: Assessment, so_far: ResponseSoFar, on: date) -> Iterator[Block]:
    yield Paragraph(Line(NO_ANSWERS), "stil")
    of = assessment.number_of_municipalities
    answered = count_things(so_far.municipalities, "gemeente", "gemeenten")
    rows = [
        ("Gemeenten", f"{so_far.municipalities} van de {of} antwoordden" if of else f"{answered} met een antwoord"),
        ("Antwoorden", count_things(so_far.respondents, "respondent", "respondenten")),
        ("Laatste antwoord", long_date(so_far.newest) if so_far.newest else _UNKNOWN),
    ]
    if so_far.delete_from:
        rows.append(("Verwijderen", say_until(so_far)))
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    if not of:
        hint = "Noem in initiative.municipalities wie er meedoen. Dan staat hier ook wie er nog ontbreekt."
        yield Paragraph(Line(f"Dit initiatief heeft geen lijst van gemeenten. {hint}"), "let-op")
    for problem in find_overdue("", assessment, on):
        yield Paragraph(Line(f"{problem.message} {problem.hint}"), "let-op")


def say_until(so_far: ResponseSoFar) -> str:
    """When the answers must be gone; empty if nobody was promised that."""
    if so_far.delete_from is None:
        return ""
    return f"Verwijder de {'eerste ' if so_far.more_days else ''}antwoorden op {long_date(so_far.delete_from)}."


def _missing(so_far: ResponseSoFar) -> Iterator[Block]:
    if so_far.missing:
        yield Bullets(tuple(map(Line, so_far.missing)))


def _answered(so_far: ResponseSoFar) -> Iterator[Block]:
    if not so_far.organisations:
        yield Paragraph(Line("Er is nog geen enkel antwoord."))
        return
    rows = tuple(
        (
            one.name if one.listed else f"{one.name} (staat niet in de lijst, telt niet mee)",
            str(one.respondents),
            _roles(one),
            str(one.on_behalf),
            long_date(one.newest) if one.newest else _UNKNOWN,
        )
        for one in so_far.organisations
    )
    yield Table("De respons per gemeente en organisatie, op naam", _HEAD, rows, frozenset({1, 3}))


def _roles(one: OrganisationResponse) -> str:
    told = [f"{number} {role}" for role, number in one.roles]
    unknown = one.respondents - sum(number for _, number in one.roles)
    return join_words([*told, f"{unknown} {_UNKNOWN}"] if told and unknown else told) or _UNKNOWN


def _refused(merging: Merging) -> Iterator[Block]:
    """How many did not fit. Why is told on screen: it can repeat a name that somebody typed."""
    if merging.refused:
        number = count_things(len(merging.refused), "melding", "meldingen")
        yield Paragraph(Line(f"Niet alles paste: {number}. Op het scherm stond bij elke melding de reden."))
