"""The advice as data: numbered JSON, always with the full trace.

Format history: 1 (the first). New keys do not change the number; the schema allows them.
"""

import datetime
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from poolwijzer.engine.examination import Examination
from poolwijzer.engine.results import Advice, Placement
from poolwijzer.outcome import Outcome

FORMAT: Literal[1] = 1
DECIMALS = 4


class MenusUsed(NamedTuple):
    """Which menus the advice was drawn from."""

    version: str
    hash: str


class InitiativeData(NamedTuple):
    """What the initiative is."""

    id: str
    name: str
    region: str
    municipalities: tuple[str, ...]
    population: int | None
    date: datetime.date | None


class AdviceDocument(NamedTuple):
    """One advice with what it was made of. Unknown is null; numbers are rounded to four decimals."""

    format: Literal[1]
    kind: Literal["advice"]
    poolwijzer: str
    menus: MenusUsed
    initiative: InitiativeData
    placement: Placement
    advice: Advice
    examination: Examination


def document(outcome: Outcome, version: str) -> dict[str, Any]:
    """The advice as plain data, ready for JSON."""
    initiative = outcome.assessment.initiative
    members = initiative.municipalities
    whole = AdviceDocument(
        format=FORMAT,
        kind="advice",
        poolwijzer=version,
        menus=MenusUsed(outcome.content.version, outcome.content.hash),
        initiative=InitiativeData(
            id=initiative.id,
            name=initiative.name,
            region=initiative.region,
            municipalities=tuple(member.name for member in members),
            population=sum(member.population or 0 for member in members) if members else None,
            date=initiative.date,
        ),
        placement=outcome.placement,
        advice=outcome.advice,
        examination=outcome.examination,
    )
    data: dict[str, Any] = plain(whole)
    return data


def json_bytes(data: Any) -> bytes:
    """JSON as UTF-8 with line feeds, on every system the same bytes."""
    from pydantic_core import to_json

    return to_json(data, indent=2) + b"\n"


def plain(value: Any) -> Any:
    """A value as JSON knows it: named tuples by their fields, dates as text, exact numbers to four decimals."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else round(float(value), DECIMALS)
    if isinstance(value, tuple):
        if names := getattr(value, "_fields", None):
            return {name: plain(part) for name, part in zip(names, value, strict=True)}
        return [plain(part) for part in value]
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.isoformat()
