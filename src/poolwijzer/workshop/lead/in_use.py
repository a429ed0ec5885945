"""Whether somebody is busy with the file of a group, as far as this computer can tell."""

from __future__ import annotations

from poolwijzer.file_claim import FileClaim
from poolwijzer.problems import InputError
from poolwijzer.workshop.session import Group, Session


def in_use(session: Session) -> frozenset[str]:
    """The groups with whose file somebody is busy, by their ids."""
    return frozenset(group.id for group in session.groups if _is_claimed(group))


def _is_claimed(group: Group) -> bool:
    try:
        FileClaim(group.path, "", "").release()
    except InputError:
        return True
    return False
