"""Opening the file of an initiative in the page: one of the user, a draft, or one of our examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.assessment.overdue import find_overdue
from poolwijzer.assessment.read import Reading, read_assessment
from poolwijzer.browser.files.places import INCOMING, as_named, close, opened, plain_name, tell, told_below
from poolwijzer.content.folders import find_shipped_examples
from poolwijzer.infile import read_file
from poolwijzer.interview.drafts import beside
from poolwijzer.interview.early import says_something
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize_line
from poolwijzer.yamlfile import read_bytes

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk

SENT_BACK = "Dit zijn antwoorden op de vragenlijst, en geen initiatief."
TABLE = "Dit is een tabel, en geen bestand van een initiatief."
WHERE_THOSE_GO = "Open eerst het bestand van het initiatief, en kies dan 'Antwoorden van anderen'."
PACKED = "Dit is een zip-bestand, en geen initiatief."
MOST_SEARCHED = 2 * 1024 * 1024
"""Bytes: no more come in as an initiative."""


def place_for(desk: Desk, name: str) -> dict[str, str]:
    """Where the page lays a file that came in, before `open_file` looks at it."""
    return {"path": str(desk.folder / INCOMING / plain_name(name))}


def open_file(desk: Desk, name: str) -> dict[str, Any]:
    """Open what the page laid at `place_for`; what was open stays so where it cannot be read.

    Raises:
        InputError: with every problem in the file, as the command line tells them.
    """
    came = desk.folder / INCOMING / plain_name(name)
    try:
        with told_below(came.parent):
            reading = read_assessment(came, desk.content)
        reading = reading._replace(remarks=as_named(reading.remarks, came.parent))
        raw = read_bytes(came)
    except InputError:
        if _was_sent_back(came):
            raise InputError(Problem(came.name, SENT_BACK, WHERE_THOSE_GO)) from None
        if came.suffix.lower() == ".zip":
            hint = f"Pak het eerst uit. Zitten er antwoorden in? {WHERE_THOSE_GO}"
            raise InputError(Problem(came.name, PACKED, hint)) from None
        if _is_named_as_a_table(came):
            raise InputError(Problem(came.name, TABLE, WHERE_THOSE_GO)) from None
        raise
    finally:
        came.unlink(missing_ok=True)
    return _take(desk, came.name, raw, reading)


def _was_sent_back(path: Path) -> bool:
    """Whether a file is what somebody answered in the form, which is often taken for an initiative."""
    from poolwijzer.forms.sent import find_blocks

    return any(True for _ in find_blocks(read_file(path, MOST_SEARCHED).decode("utf-8", "replace")))


def _is_named_as_a_table(path: Path) -> bool:
    """Whether it is the export of a survey, by its name; a text may be anything."""
    from poolwijzer.tables.registry import TABLES_IN

    return path.suffix.lower() in TABLES_IN.keys() - {".txt"}


def list_examples(desk: Desk) -> list[dict[str, str]]:
    """The examples that come with the program, by their names; one that own menus do not know is left out."""
    found = []
    for path in sorted(find_shipped_examples().glob("*.yaml")):
        try:
            initiative = read_assessment(path, desk.content).assessment.initiative
        except InputError:
            continue
        found.append({"name": path.name, "title": initiative.name, "note": initiative.note})
    return found


def open_example(desk: Desk, name: str) -> dict[str, Any]:
    """Open a copy of an example."""
    path = next(one for one in find_shipped_examples().glob("*.yaml") if one.name == name)
    return _take(desk, path.name, read_bytes(path), read_assessment(path, desk.content))


def describe(desk: Desk) -> dict[str, Any] | None:
    """The initiative that is open; None without one. Of a conversation it is told without reading its file."""
    record = desk.record
    if record is not None and record.state.assessment is not None and record.saves.path is not None:
        return _described(desk, record.saves.path, Reading(record.state.assessment))
    try:
        path = opened(desk)
        reading = read_assessment(path, desk.content)
    except InputError:
        return None
    return _described(desk, path, reading)


def _take(desk: Desk, name: str, raw: bytes, reading: Reading) -> dict[str, Any]:
    """Lay a file open in place of what was."""
    close(desk)
    path = desk.folder / name
    # What was typed beside an earlier file of this name is not of this one.
    beside(path).unlink(missing_ok=True)
    desk.file = write_whole(path, raw)
    return _described(desk, path, reading)


def _described(desk: Desk, path: Path, reading: Reading) -> dict[str, Any]:
    initiative = reading.assessment.initiative
    remarks = (*reading.remarks, *find_overdue(path.name, reading.assessment, desk.on))
    return {
        "name": path.name,
        "path": str(path),
        "id": initiative.id,
        "title": sanitize_line(initiative.name),
        "begun": says_something(reading.assessment),
        "remarks": tell(remarks, path.parent),
    }
