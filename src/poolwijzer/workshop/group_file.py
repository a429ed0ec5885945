"""The file of one group: what it begins with, and what can be taken of it now."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from poolwijzer.assessment.model import FORMAT, Assessment, Context, Initiative
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.workshop.amount import NOTHING, amount_of, saved_at, tell_loss
from poolwijzer.workshop.clock import Clock
from poolwijzer.workshop.plan import WorkshopPlan
from poolwijzer.workshop.plan_file import PHASE
from poolwijzer.workshop.session import Group, Reading, Trace
from poolwijzer.workshop.whole import END, look_at
from poolwijzer.yamlfile import MAX_BYTES, read_bytes

SUFFIX = ".yaml"
REST = 2.0
"""Seconds without a change after which a file without its mark is taken as it is."""
_TRIES = 3
_WAIT = "Wacht tot het helemaal is gekopieerd, of sla het op de laptop van de groep opnieuw op."
_ADD_MARK = "Is het heel? Zet er onderaan een regel bij met drie punten (...)."


class Seen(NamedTuple):
    """The bytes of a file, and when they were written."""

    data: bytes
    changed: float
    """Seconds."""
    steady: bool
    """Whether they stayed the same while they were read."""


def group_path(folder: Path, group: str) -> Path:
    """The file of a group, by its id."""
    return folder / f"{group}{SUFFIX}"


def first_assessment(plan: WorkshopPlan, group: str) -> Assessment:
    """What is known of a group's initiative before it begins."""
    name = plan.groups[group].initiative
    known = plan.initiatives[name]
    initiative = Initiative(id=name, name=known.name, region=known.region, date=plan.date)
    context: Context = {PHASE: known.phase} if known.phase else {}
    return Assessment(poolwijzer=FORMAT, initiative=initiative, context=context)


def dump_group(assessment: Assessment) -> bytes:
    """The file of a group as bytes, with the mark by which one sees that it is whole."""
    return dump_assessment(assessment) + END


def read_group(
    folder: Path, plan: WorkshopPlan, name: str, content: Content, before: Group | None, clock: Clock
) -> Group:
    """A group with what its file says, or said when it was read last; copies are told by who sees the whole folder."""
    path, planned = group_path(folder, name), plan.groups[name]
    known = Group(
        id=name,
        number=plan.numbers()[name],
        plan=planned,
        initiative=plan.initiatives[planned.initiative],
        path=path,
        reading="missing",
        assessment=before.assessment if before else None,
        trace=before.trace if before else None,
        most=before.most if before else NOTHING,
    )
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return known
    except (OSError, ValueError):
        return _held(known)
    known = replace(known, saved=saved_at(path))
    try:
        seen = look_twice(path, clock)
    except InputError as error:
        if stat.S_ISREG(found.st_mode):
            return _held(known)
        hint = f"Geef dit een andere naam, zodat {planned.name} hier kan opslaan."
        return _with(known, "unusable", *(replace(one, hint=hint) for one in error.problems))
    return _judge(known, before, seen, content, clock)


def look_twice(path: Path, clock: Clock) -> Seen:
    """Read a file; what was changed just now is read again, until two readings are the same.

    Raises:
        InputError: it cannot be read.
    """
    data = read_bytes(path)
    for _ in range(_TRIES):
        changed = _changed(path)
        if abs(clock.now() - changed) > REST:
            return Seen(data, changed, True)
        again = read_bytes(path)
        if again == data:
            return Seen(data, changed, True)
        data = again
    return Seen(data, _changed(path), False)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        raise InputError(Problem(str(path), "Dit bestand is niet te lezen.")) from None


def _judge(known: Group, before: Group | None, seen: Seen, content: Content, clock: Clock) -> Group:
    look, digest, earlier = look_at(seen.data), hashlib.sha256(seen.data).digest(), known.trace
    same = earlier is not None and earlier.digest == digest
    since = earlier.since if earlier and same else clock.now()
    had_mark = bool(earlier and earlier.marked)
    known = replace(known, trace=Trace(digest, since, look == "marked" or had_mark))
    path = str(known.path)
    if not seen.steady:
        return _half(known, "Dit bestand verandert nu steeds.", "Wacht even.")
    if look == "emptied":
        return _half(known, "In dit bestand staat een stuk zonder tekst.", f"{_WAIT} Of zet een kopie terug.")
    now = clock.now()
    at_rest = same and not had_mark and (now - seen.changed >= REST or now - since >= REST)
    # What is too large is told as such: no more of it will ever be read.
    unfinished = look == "broken" or (look == "unmarked" and not at_rest)
    if unfinished and len(seen.data) <= MAX_BYTES:
        return _half(known, "Dit bestand is nog niet heel.", f"{_WAIT} {_ADD_MARK}")
    if same and before and before.reading in ("whole", "unusable") and before.initiative == known.initiative:
        # Nothing changed since: what was found then holds.
        return replace(before, saved=known.saved, plan=known.plan, number=known.number)
    try:
        reading = parse_assessment(seen.data, path, content)
    except InputError as error:
        return _with(known, "unusable", *error.problems)
    assessment = reading.assessment
    remarks = [*reading.remarks, *_remarks(known, assessment)]
    if look == "unmarked":
        message = "Onderaan dit bestand staan de drie punten (...) niet. Poolwijzer leest het zoals het nu is."
        remarks.append(Problem(path, message, f"Kijk of het heel is. {_ADD_MARK}"))
    most = known.most.widest(amount_of(assessment))
    return replace(known, reading="whole", assessment=assessment, remarks=tuple(remarks), most=most)


def _remarks(group: Group, assessment: Assessment) -> list[Problem]:
    """What is odd of a file that can be read: another initiative, or less than before."""
    told, path, initiative = [], str(group.path), assessment.initiative
    planned = group.initiative.name
    if initiative.id != group.plan.initiative and fold_text(initiative.name) != fold_text(planned):
        message = f"Dit bestand gaat over {quote(initiative.name)}, en {group.label} bespreekt {quote(planned)}."
        hint = "Is er een ander bestand overheen opgeslagen? Kijk het na, of verander workshop.yaml."
        told.append(Problem(path, message, hint))
    if loss := tell_loss(group.most, amount_of(assessment)):
        hint = "Is er een oudere versie overheen gezet? Kijk op de laptop van de groep."
        told.append(Problem(path, loss, hint))
    return told


def _half(group: Group, message: str, hint: str) -> Group:
    return _with(group, "half", Problem(str(group.path), message, hint))


def _held(group: Group) -> Group:
    hint = "Een ander programma houdt het misschien vast. Sluit het daar, en controleer of u het mag openen."
    return _half(group, "Dit bestand is nu niet te openen.", hint)


def _with(group: Group, reading: Reading, *problems: Problem) -> Group:
    return replace(group, reading=reading, problems=problems)
