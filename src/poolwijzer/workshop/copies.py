"""Telling of files that are not read: what may be another version of a group's file, and what belongs to nobody.

Each is told with what somebody needs to choose: when it was saved, how much it says, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date
from poolwijzer.problems import InputError, Problem
from poolwijzer.workshop.amount import amount_of, saved_at
from poolwijzer.workshop.neighbours import Neighbour
from poolwijzer.workshop.session import Copy, Group
from poolwijzer.yamlfile import read_bytes

_NEVER = datetime.min.replace(tzinfo=UTC)
MOST_READ = 50
"""Copies of one group's file that are looked into, the newest: more are no accident, and reading them takes long."""


def tell_copies(
    group: Group, neighbours: Iterable[Neighbour], before: Group | None, content: Content
) -> tuple[Copy, ...]:
    """The copies of a group's file; one that did not change since it was told before is not read again."""
    same = before is not None and before.trace == group.trace and before.reading == group.reading
    known = {copy.path: copy for copy in before.copies} if before and same else {}
    saved = {one.path: saved_at(one.path) for one in neighbours if one.group == group.id}
    newest = sorted(saved, key=lambda path: saved[path] or _NEVER, reverse=True)[:MOST_READ]
    copies = []
    for path, when in saved.items():
        earlier = known.get(path)
        if earlier and earlier.saved == when:
            copies.append(earlier)
        elif path in newest:
            copies.append(_look_at(path, when, group, content))
        else:
            message = f"Dit lijkt een kopie van {group.path.name}. Er zijn er te veel om deze na te kijken."
            copies.append(Copy(path, when, True, Problem(str(path), message)))
    return tuple(copies)


def tell_strays(neighbours: Iterable[Neighbour]) -> Iterator[Problem]:
    """What belongs to no group: nothing in the folder is silently unused."""
    for one in neighbours:
        if one.of_the_plan and not one.group:
            message = "Dit lijkt een kopie van workshop.yaml. Deze kopie wordt niet gelezen."
            yield Problem(str(one.path), message, "Is dit de goede? Geef hem dan de naam workshop.yaml.")
        elif not one.group:
            message = "Dit bestand hoort bij geen groep en telt niet mee."
            hint = "Hoort het erbij? Geef het de naam van een groep, of zet een groep met deze naam in workshop.yaml."
            yield Problem(str(one.path), message, hint)


def _look_at(path: Path, saved: datetime | None, group: Group, content: Content) -> Copy:
    said = _read(path, content)
    differs = said is None or said != group.assessment
    when = f" van {_moment(saved)}" if saved else ""
    own = group.path.name
    if said is None:
        message = f"Dit lijkt een kopie van {own}{when}. De kopie is niet te lezen en telt niet mee."
        hint = f"Kijk wat het is. Staat alles in {own}? Haal de kopie dan weg."
    elif not differs:
        message = f"Dit is een kopie van {own}{when}, en zegt hetzelfde. De kopie telt niet mee."
        hint = "U kunt hem weghalen."
    else:
        there = f"{own} is er niet" if group.reading == "missing" else f"{own} is nu niet te lezen"
        if group.assessment:
            there = f"In {own} staan {amount_of(group.assessment)}"
        message = f"Dit lijkt een kopie van {own}{when}, met {amount_of(said)}. De kopie telt niet mee. {there}."
        hint = (
            f'Bekijk ze naast elkaar: poolwijzer compare "{group.path}" "{path}". '
            f"Is de kopie de goede? Geef hem dan de naam {own}."
        )
    return Copy(path, saved, differs, Problem(str(path), message, hint))


def _read(path: Path, content: Content) -> Assessment | None:
    with suppress(InputError):
        return parse_assessment(read_bytes(path), str(path), content).assessment
    return None


def _moment(saved: datetime) -> str:
    here = saved.astimezone()
    return f"{long_date(here)} om {here:%H.%M} uur"
