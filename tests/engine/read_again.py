"""What stands in a file and in the menus, as docs/bestand.md tells it; nothing of the program is imported."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
QUESTIONS = yaml.safe_load((ROOT / "menus/vragen.yaml").read_text("utf-8"))
STATEMENTS, CONTEXT, RETIRED = QUESTIONS["statements"], QUESTIONS["context"], set(QUESTIONS["retired"])
TYPOLOGY = yaml.safe_load((ROOT / "menus/typologie.yaml").read_text("utf-8"))
LONG_AGO = datetime(1, 1, 1)  # noqa: DTZ001 - moments are compared as they are written


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((ROOT / "src/poolwijzer/data" / table).read_text("utf-8").splitlines()))


_BY_CODE = {row["code"]: row["name"] for row in _rows("gemeenten.csv")}
_ALIASES = {row["alias"]: _BY_CODE[row["code"]] for row in _rows("gemeente-aliases.csv")}
_NAMES = {key.casefold(): name for key, name in (_ALIASES | _BY_CODE | {n: n for n in _BY_CODE.values()}).items()}


def official(name: str, own: Iterable[str] = ()) -> str:
    """A municipality by its code, its name or another name for it, whatever the capitals."""
    return {one.casefold(): one for one in own}.get(name.casefold()) or _NAMES.get(name.casefold(), name)


def known(answer: Any) -> int | None:
    """The point on the scale; *weet niet*, hands and a note are none."""
    value = answer.get("value") if isinstance(answer, dict) else answer
    return value if isinstance(value, int) else None


def municipalities(file: dict[str, Any]) -> list[str]:
    """The list of the initiative; an own municipality is called as it calls her."""
    listed = file["initiative"].get("municipalities", [])
    return [one["name"] if isinstance(one, dict) else official(one) for one in listed]


@dataclass(frozen=True)
class Respondent:
    """Somebody who counts, with the answers to what is asked of such a respondent."""

    kind: str
    organisation: str
    on_behalf: bool
    when: tuple[bool, datetime, int]
    answers: dict[str, Any]


def _asked_of(statement: str) -> list[str]:
    return STATEMENTS[statement]["asked_of"] if statement in STATEMENTS else []


def who_count(part: dict[str, Any], listed: list[str]) -> list[Respondent]:
    """*Wie meetelt*, and of *Welke stellingen* that an answer counts only where it is asked."""
    found = []
    for place, response in enumerate(part.get("responses", [])):
        kind, name = response["organisation"]["kind"], response["organisation"]["name"]
        name = official(name, listed) if kind == "gemeente" else name
        if kind == "verband" or not listed or name in listed:
            day, on_behalf = response.get("date"), response.get("basis") == "namens-organisatie"
            when = (day is not None, datetime.fromisoformat(day) if day else LONG_AGO, place)
            answers = {s: a for s, a in response.get("answers", {}).items() if kind in _asked_of(s)}
            found.append(Respondent(kind, name, on_behalf, when, answers))
    return found
