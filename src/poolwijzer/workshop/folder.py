"""Reading the folder of a session while groups save in it: a file is taken as a whole, or not at all.

Our own programs put a file in its place at once. What copies the folder, such as OneDrive or a stick, does not. The
files of groups therefore end with the mark with which YAML ends a document (`...`): without it a file is not whole.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem
from poolwijzer.workshop.plan import WorkshopPlan
from poolwijzer.workshop.plan_file import read_plan
from poolwijzer.workshop.session import Group, Session
from poolwijzer.yamlfile import read_bytes

END = b"...\n"
"""With what the file of a group ends."""
SUFFIX = ".yaml"


def group_path(folder: Path, group: str) -> Path:
    """The file of a group, by its id."""
    return folder / f"{group}{SUFFIX}"


def is_whole(data: bytes) -> bool:
    """Whether the end of a file is there."""
    return data.rstrip().endswith(END.strip())


def read_session(folder: Path, content: Content, before: Session | None = None) -> Session:
    """Read the plan and every group's file.

    Args:
        folder: The folder of the session.
        content: The menus.
        before: The session as it was read last, for what cannot be read now.

    Raises:
        InputError: there is no plan, or it cannot be used. What is wrong with a group's file stands with the group.
    """
    plan = read_plan(folder, content)
    known = {group.id: group for group in before.groups} if before else {}
    groups = tuple(_read_group(folder, plan, name, content, known.get(name)) for name in plan.groups)
    return Session(folder, plan, groups)


def _read_group(folder: Path, plan: WorkshopPlan, name: str, content: Content, before: Group | None) -> Group:
    path, planned = group_path(folder, name), plan.groups[name]
    known = Group(
        id=name,
        number=plan.numbers()[name],
        plan=planned,
        initiative=plan.initiatives[planned.initiative],
        path=path,
        reading="missing",
        assessment=before.assessment if before else None,
        saved=_saved(path),
    )
    if not path.exists():
        return known
    try:
        data = read_bytes(path)
        if not is_whole(data):
            half = Problem(str(path), "Dit bestand is nog niet heel.", "Wacht tot het helemaal is gekopieerd.")
            return replace(known, reading="half", problems=(half,))
        reading = parse_assessment(data, str(path), content)
    except InputError as error:
        return replace(known, reading="unusable", problems=error.problems)
    return replace(known, reading="whole", assessment=reading.assessment, remarks=reading.remarks)


def _saved(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
