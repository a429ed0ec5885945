"""Groups on one initiative beside each other, for what is told of where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from poolwijzer.compare.comparison import compare_assessments
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.sheet import Sheet
from poolwijzer.content.content import Content
from poolwijzer.report.model import Depth
from poolwijzer.report.notes import Notes
from poolwijzer.report.typed_text import sanitize
from poolwijzer.workshop.session import Group


def lay_beside(named: Sequence[tuple[str, Group]], content: Content, on: date, depth: Depth) -> Sheet:
    """The comparison of groups of which something is known, each called as the paper calls it; without notes.

    Args:
        named: The groups, each behind what it is called.
        content: The menus.
        on: The date of the advice.
        depth: How much is told of each thing.
    """
    by_number = {f"{group.number:02}": label for label, group in named}  # compared in the order of their names
    given = [Given(f"{group.number:02}", group.assessment) for _, group in named if group.assessment]
    found = compare_assessments(given, content, on, "groups")
    subjects = tuple(
        one._replace(label=by_number[one.file], assessment=sanitize(one.assessment)) for one in found.subjects
    )
    return Sheet(content, found._replace(subjects=subjects), depth, Notes({}))
