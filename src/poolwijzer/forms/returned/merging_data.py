"""What bringing answers together came to, as data for a script: numbered JSON. Never an answer.

Format history: 1 (the first). New keys do not change the number; the schema allows them.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.overdue import overdue_days
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.changes import Change, ChangeKind
from poolwijzer.forms.returned.hands import HandsChange
from poolwijzer.forms.returned.merging import Merging
from poolwijzer.forms.returned.status import OrganisationResponse, count_response
from poolwijzer.problems import Problem
from poolwijzer.report.data import MenusUsed, make_plain

FORMAT: Literal[1] = 1


class InitiativeData(NamedTuple):
    """Which initiative it is."""

    id: str
    name: str


class OrganisationData(NamedTuple):
    """For whom somebody answered."""

    kind: str
    name: str


class ChangeData(NamedTuple):
    """What became of the answers of one respondent that came in."""

    kind: ChangeKind
    id: str
    organisation: OrganisationData
    date: str | None
    """When it was given: a day, or a moment as ISO 8601 has it."""
    before: str | None
    """When what was there was given."""
    source: str
    """The file it came from."""


class ProblemData(NamedTuple):
    """What did not fit, or is worth a remark."""

    path: str
    line: int | None
    column: int | None
    message: str
    hint: str


class OrganisationResponseData(NamedTuple):
    """How many of one organisation answered."""

    kind: str
    name: str
    listed: bool
    """Whether it takes part."""
    respondents: int
    roles: dict[str, int]
    on_behalf: int
    """How many answered on behalf of it."""
    newest: datetime.date | None


class ResponseData(NamedTuple):
    """The response so far."""

    respondents: int
    municipalities: int
    """Of how many that take part there is an answer."""
    of: int | None
    """How many take part; null where the initiative lists none."""
    missing: tuple[str, ...]
    newest: datetime.date | None
    delete_from: datetime.date | None
    """The first day on which an answer must be gone."""
    organisations: tuple[OrganisationResponseData, ...]


class MergeDocument(NamedTuple):
    """What became of all that came in."""

    format: Literal[1]
    kind: Literal["merge"]
    poolwijzer: str
    """The version of the program."""
    menus: MenusUsed
    initiative: InitiativeData
    date: datetime.date
    files: int
    """How many files were read, or tried."""
    changes: tuple[ChangeData, ...]
    hands: tuple[HandsChange, ...]
    refused: tuple[ProblemData, ...]
    remarks: tuple[ProblemData, ...]
    response: ResponseData
    expired: int
    """How many answers should be gone and are still there."""
    deleted: int


def merging_document(merging: Merging, content: Content, on: datetime.date, version: str) -> dict[str, Any]:
    """What came of it as plain data, ready for JSON."""
    assessment = merging.assessment
    initiative = assessment.initiative
    document = MergeDocument(
        FORMAT,
        "merge",
        version,
        MenusUsed(content.version, content.hash),
        InitiativeData(initiative.id, initiative.name),
        on,
        merging.files,
        tuple(map(_change, merging.changes)),
        merging.hands,
        tuple(map(_problem, merging.refused)),
        tuple(map(_problem, merging.remarks)),
        _response(merging),
        len(overdue_days(assessment, on)),
        merging.deleted,
    )
    plain: dict[str, Any] = make_plain(document)
    return plain


def _response(merging: Merging) -> ResponseData:
    so_far = count_response(merging.assessment)
    return ResponseData(
        so_far.respondents,
        so_far.municipalities,
        merging.assessment.number_of_municipalities,
        so_far.missing,
        so_far.newest,
        so_far.delete_from,
        tuple(map(_organisation, so_far.organisations)),
    )


def _organisation(one: OrganisationResponse) -> OrganisationResponseData:
    return OrganisationResponseData(**{**one._asdict(), "roles": dict(one.roles)})


def _change(one: Change) -> ChangeData:
    response, before = one.response, one.before.date if one.before else None
    return ChangeData(
        one.kind,
        response.id,
        OrganisationData(response.organisation.kind, response.organisation.name),
        response.date.isoformat() if response.date else None,
        before.isoformat() if before else None,
        one.source,
    )


def _problem(one: Problem) -> ProblemData:
    return ProblemData(one.path, one.line, one.column, one.message, one.hint)
