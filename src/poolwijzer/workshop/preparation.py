"""Making the folder of a session: its plan, a file for each group, what is printed for them, and how to set it up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment, Initiative
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.file_claim import FileClaim
from poolwijzer.formats.registry import Theme, render_handout, render_report
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.handout.build import make_handout
from poolwijzer.report.handout.model import Paper
from poolwijzer.workshop.group_file import dump_group, first_assessment, group_path
from poolwijzer.workshop.guide import NAME as GUIDE
from poolwijzer.workshop.guide import make_guide
from poolwijzer.workshop.plan import WorkshopPlan
from poolwijzer.workshop.plan_file import PHASE, plan_path
from poolwijzer.workshop.plan_text import write_new_plan
from poolwijzer.workshop.whole import is_whole
from poolwijzer.yamlfile import read_bytes

SHEETS = "werkbladen"
"""The folder, in that of a session, with what is printed for each group."""
SHEET_SUFFIX = ".pdf"
Making = Callable[[], bytes]
"""What makes a file; it takes a moment for what is printed."""


class Papers(NamedTuple):
    """Of what the papers of a session are made, and how they look."""

    content: Content
    theme: Theme = Theme()
    paper: Paper = "a3"
    own_menus: bool = False
    """Whether these menus have to be named wherever the session is worked on."""


def sheets_path(folder: Path, group: str) -> Path:
    """What is printed for a group, by its id."""
    return folder / SHEETS / f"{group}{SHEET_SUFFIX}"


def files_of_group(
    folder: Path, plan: WorkshopPlan, group: str, papers: Papers, saved: Assessment | None = None
) -> dict[Path, Making]:
    """The files of one group, with what makes each: what is printed for it, and its own file.

    Args:
        folder: The folder of the session.
        plan: The session.
        group: The id of the group.
        papers: Of what they are made.
        saved: What the group has saved, where that is more than is known before.
    """
    first = first_assessment(plan, group)
    return {
        sheets_path(folder, group): partial(_render_sheets, first, plan, group, papers),
        group_path(folder, group): partial(dump_group, saved or first),
    }


def files_of_session(
    folder: Path,
    plan: WorkshopPlan,
    papers: Papers,
    saved: Mapping[str, Assessment] | None = None,
    *,
    example: bool = False,
) -> dict[Path, Making]:
    """Every file of a new session, with what makes each; the plan comes last, which makes the folder a session.

    Args:
        folder: The folder of the session.
        plan: The session.
        papers: Of what they are made.
        saved: What groups have saved already, by id.
        example: Whether it is a session to practise with, which the page then says.
    """
    files: dict[Path, Making] = {}
    for name in plan.groups:
        files |= files_of_group(folder, plan, name, papers, (saved or {}).get(name))
    guide = make_guide(plan, papers.paper, example=example, own_menus=papers.own_menus)
    return {
        **files,
        folder / GUIDE: partial(render_report, Path(GUIDE).suffix, guide, papers.theme),
        plan_path(folder): partial(write_new_plan, plan, papers.content),
    }


def _render_sheets(assessment: Assessment, plan: WorkshopPlan, group: str, papers: Papers) -> bytes:
    name = plan.groups[group].name
    return render_handout(
        SHEET_SUFFIX, make_handout(papers.content, assessment, plan.date, papers.paper, name), papers.theme
    )


def holds_work(path: Path, content: Content) -> bool:
    """Whether a group's file holds more than what was made before the session, or cannot be read: then it stays."""
    if not path.exists():
        return False
    try:
        return not is_whole(read_bytes(path)) or _is_begun(_read(path, content))
    except InputError:
        return True


def _is_begun(found: Assessment) -> bool:
    initiative = found.initiative
    bare = Assessment(
        poolwijzer=found.poolwijzer,
        menus=found.menus,
        initiative=Initiative(
            id=initiative.id, name=initiative.name, region=initiative.region, date=initiative.date, note=initiative.note
        ),
        questions=found.questions,
        context={name: answer for name, answer in found.context.items() if name == PHASE},
    )
    return found != bare


def _read(path: Path, content: Content) -> Assessment:
    return parse_assessment(read_bytes(path), str(path), content).assessment


def add_to_session(folder: Path, before: WorkshopPlan, after: WorkshopPlan, papers: Papers) -> tuple[Path, ...]:
    """Make the files of the groups that are new in a plan, in a folder where others may be at work.

    New is a group that was not planned before, or that discusses another initiative now. What is there stays as it is:
    a file on that initiative already, and everything of the other groups. Only a file in which nobody filled in
    anything yet is replaced, where its group discusses another initiative now. The plan itself is not written
    (`write_plan`), nor is the page with how to set up.

    Args:
        folder: The folder of the session.
        before: The session as its folder has it.
        after: The session as it is going to be.
        papers: Of what they are made.

    Returns:
        What was written: of each new group its hand-out, then its file.

    Raises:
        InputError: a file holds work on another initiative, cannot be read, or somebody is busy with it; nothing is
            written then. Or a file cannot be written.
    """
    changed = [
        name
        for name, group in after.groups.items()
        if name not in before.groups or before.groups[name].initiative != group.initiative
    ]
    new = [name for name in changed if not _stands(group_path(folder, name), after, name, papers.content)]
    making: dict[Path, Making] = {}
    for name in new:
        making |= files_of_group(folder, after, name, papers)
    made = [(path, make()) for path, make in making.items()]
    claims = [claim_group(group_path(folder, name)) for name in new]
    try:
        return tuple(write_whole(path, data) for path, data in made)
    finally:
        for claim in claims:
            claim.release()


def _stands(path: Path, plan: WorkshopPlan, group: str, content: Content) -> bool:
    """Whether a group's file is there on the initiative that it is to discuss.

    Raises:
        InputError: it is on another, and holds work.
    """
    if not path.exists():
        return False
    with suppress(InputError):
        if _read(path, content).initiative.id == plan.groups[group].initiative:
            return True
    if holds_work(path, content):
        raise InputError(_kept(path))
    return False


def kept_files(folder: Path, groups: Iterable[str], content: Content) -> tuple[Problem, ...]:
    """What is said of each group's file that holds work, for who would put another in its place."""
    return tuple(_kept(path) for name in groups if holds_work(path := group_path(folder, name), content))


def _kept(path: Path) -> Problem:
    message = "In dit bestand is al iets ingevuld. Het blijft zoals het is."
    return Problem(str(path), message, "Verplaats het eerst, of kies een andere map.")


def claim_group(path: Path) -> FileClaim:
    """Have a group's file to ourselves for a moment.

    Raises:
        InputError: a conversation about it is going on.
    """
    message = "Iemand is met dit bestand bezig. Het blijft zoals het is."
    return FileClaim(path, message, "Sluit dat gesprek eerst.")
