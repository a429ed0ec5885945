"""What counts of one initiative in a table: who answered, how often, and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Retired
from poolwijzer.content.wording import fill_names
from poolwijzer.report.sentences import names_in
from poolwijzer.tables.document import RowReading, Rows, TableDocument


class MunicipalitySeen(NamedTuple):
    """A municipality of which somebody counts."""

    name: str
    respondents: int
    on_behalf: tuple[int, ...]
    """The rows of those who answer on its behalf; the last of them goes before all others, statement by statement."""


class StatementSeen(NamedTuple):
    """A statement that somebody answered."""

    id: str
    asked: bool
    """Whether it is asked still, and of who answered: only then its answers count."""
    respondents: int
    """Who gave a point that counts."""
    municipalities: int
    """Of how many municipalities these are."""
    points: tuple[int, ...]
    """How many gave each point, lowest first."""
    unknown: int
    """How many do not know."""
    uncounted: int
    """Answers that do not count, since it is not asked of who gave them, or asked no more."""


class InitiativeSeen(NamedTuple):
    """What counts of one initiative."""

    id: str
    name: str
    row: int
    """Its first row."""
    usable: bool
    read: int
    """Respondents that were read, doubles apart."""
    respondents: int
    """Those that count."""
    rejected: tuple[int, ...]
    """The rows with something wrong in them."""
    outside: tuple[tuple[str, int], ...]
    """Municipalities that are not in the list, and how many respondents of each do not count."""
    municipalities: tuple[MunicipalitySeen, ...]
    """Those of which somebody counts, as they first come."""
    bodies: tuple[str, ...]
    """Other organisations of which somebody counts."""
    listed: tuple[str, ...]
    """The municipalities that take part; empty where no list was given."""
    silent: int
    """Respondents that count and answered no statement at all."""
    statements: tuple[StatementSeen, ...]
    period: tuple[datetime, datetime] | None
    """The oldest and the newest moment of an answer."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Those who take part and of which nobody counts."""
        here = {one.name for one in self.municipalities}
        return tuple(name for name in self.listed if name not in here)


def see_initiative(reading: RowReading, document: TableDocument, content: Content, rows: Rows) -> InitiativeSeen:
    """What counts of an initiative as it was read."""
    assessment = reading.assessment
    counted = assessment.counted()
    here = {one.id for one in counted}
    outside = Counter(one.organisation.name for one in assessment.responses if one.id not in here)
    dates = sorted(one.age for one in counted if one.date is not None)
    joint = rows != "respondents"
    statements = _joint(assessment, content) if joint else _apart(assessment, content)
    return InitiativeSeen(
        id=assessment.initiative.id,
        name=assessment.initiative.name,
        row=document.row,
        usable=True,
        read=len(set(document.response_rows).union(reading.rejected)),
        respondents=len(counted),
        rejected=reading.rejected,
        outside=tuple(outside.items()),
        municipalities=tuple(_municipalities(document, reading, counted)),
        bodies=tuple(dict.fromkeys(one.organisation.name for one in counted if one.organisation.kind != "gemeente")),
        listed=tuple(one.name for one in assessment.initiative.municipalities),
        silent=sum(not any(answer.given for answer in one.answers.values()) for one in counted),
        statements=tuple(statements),
        period=(dates[0], dates[-1]) if dates else None,
    )


def see_unusable(document: TableDocument) -> InitiativeSeen:
    """An initiative of which nothing counts: which it is, and who was read."""
    data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
    about = data.get("initiative", {})
    return InitiativeSeen(
        id=str(about.get("id", "")),
        name=str(about.get("name", "")),
        row=document.row,
        usable=False,
        read=len(set(document.response_rows).union(document.rejected)),
        respondents=0,
        rejected=tuple(sorted(document.rejected.union(document.response_rows))),
        outside=(),
        municipalities=(),
        bodies=(),
        listed=(),
        silent=0,
        statements=(),
        period=None,
    )


def statement_text(name: str, content: Content, *, joint: bool) -> str:
    """A statement as it is asked of who answers here."""
    asked = content.every_statement[name]
    if isinstance(asked, Retired):
        return asked.text
    wording = asked.joint if joint else asked.own or asked.body or asked.joint
    return fill_names(wording.text, names_in(None, content))


def _municipalities(
    document: TableDocument, reading: RowReading, counted: Sequence[Response]
) -> Iterator[MunicipalitySeen]:
    """The municipalities of which somebody counts, with the rows of who answers on their behalf."""
    left = set(reading.rejected)
    rows = [row for row in document.response_rows if row not in left]
    of = {one.id: row for one, row in zip(reading.assessment.responses, rows, strict=True)}
    groups: dict[str, list[Response]] = {}
    for one in counted:
        if one.organisation.kind == "gemeente":
            groups.setdefault(one.organisation.name, []).append(one)
    for name, group in groups.items():
        behalf = sorted((one for one in group if one.basis == "namens-organisatie"), key=lambda one: one.age)
        yield MunicipalitySeen(name, len(group), tuple(of[one.id] for one in behalf))


def _apart(assessment: Assessment, content: Content) -> Iterator[StatementSeen]:
    """What respondents answered to each statement, in the order of the menus."""
    given: dict[str, list[tuple[Response, Answer]]] = {}
    for response in assessment.counted():
        for name, answer in response.answers.items():
            if answer.given:
                given.setdefault(name, []).append((response, answer))
    for name in (name for name in content.every_statement if name in given):
        asked = content.statements[name].asked_of if name in content.statements else ()
        here = [(one, answer) for one, answer in given[name] if one.organisation.kind in asked]
        known = Counter(answer.known for _, answer in here if answer.known is not None)
        towns = {
            one.organisation.name
            for one, answer in here
            if one.organisation.kind == "gemeente" and answer.known is not None
        }
        yield StatementSeen(
            id=name,
            asked=bool(here),
            respondents=known.total(),
            municipalities=len(towns),
            points=tuple(known[point] for point in content.typology.scale.points()),
            unknown=len(here) - known.total(),
            uncounted=len(given[name]) - len(here),
        )


def _joint(assessment: Assessment, content: Content) -> Iterator[StatementSeen]:
    """What a group answered to each statement, or how many hands went up for it."""
    points = content.typology.scale.points()
    for name in (name for name in content.every_statement if name in assessment.answers):
        answer = assessment.answers[name]
        asked = name in content.statements
        hands = answer.hands(len(points))
        if hands:
            total = sum(hands.counts)
            yield StatementSeen(name, asked, total, 0, hands.counts, hands.unknown, 0)
        elif answer.given:
            counts = tuple(int(answer.known == point) for point in points)
            yield StatementSeen(name, asked, sum(counts), 0, counts, 1 - sum(counts), 0)
