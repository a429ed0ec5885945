"""A run whose results are kept as they come, and that goes on where an earlier one was broken off."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from poolwijzer.batch.checkpoint import Checkpoint, key_of_input
from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.report_folder import ReportFolder
from poolwijzer.batch.work import Work, write_row
from poolwijzer.batch.workers import Jobs, judge_all
from poolwijzer.content.content import Content
from poolwijzer.dutch import make_slug
from poolwijzer.problems import Problem
from poolwijzer.tables.document import Rows
from poolwijzer.tables.reader import TableOptions
from poolwijzer.tables.row import Row, list_problems

FILE_SUFFIX = ".yaml"
"""Of an initiative as a file of its own."""


def describe_run(
    work: Work,
    content: Content,
    rows: Rows | None,
    files: Collection[Path] = (),
    options: TableOptions = TableOptions(),  # noqa: B008 - it never changes
) -> dict[str, Any]:
    """What the rows of a run hang on, apart from what is in their inputs.

    Args:
        work: What is asked.
        content: The menus.
        rows: What a row of a table is.
        files: What is read. The names of reports hang on which of these are called alike.
        options: What of a workbook is read.
    """
    reports = None
    if work.reports is not None:
        style = work.reports.theme.style
        looks = (work.reports.theme.template, *((style.name, style.accent, style.ink, style.logo) if style else ()))
        called = Counter(make_slug(path.stem) for path in files)
        alike = [os.fsencode(path) for path in files if called[make_slug(path.stem)] > 1]
        reports = [*work.reports.suffixes, work.reports.depth, sha256(repr((looks, alike)).encode()).hexdigest()]
    return {
        "poolwijzer": work.version,
        "menus": content.hash,
        "date": work.on.isoformat(),
        "stress": work.with_stress,
        "long": work.with_statements,
        "files": work.with_files,
        "rows": rows,
        "table": {
            **options._asdict(),
            "municipalities": [one.name for one in options.municipalities],
            "map": options.map.model_dump(mode="json") if options.map else None,
        },
        "reports": reports,
        **({"overview": True} if work.with_overview else {}),
    }


class _Turn(NamedTuple):
    """An initiative that was passed on, or that was kept before."""

    key: str
    stem: str
    several: bool
    """Whether its file holds more than one."""
    path: str
    kept: tuple[tuple[str, ...], tuple[str, ...]] | None
    """The reports and the files that were written of it before; None where it has to be judged."""


def judge_and_keep(
    work: Work,
    items: Iterable[BatchItem],
    checkpoint: Checkpoint,
    folder: ReportFolder | None = None,
    jobs: Jobs = 1,
    files: ReportFolder | None = None,
) -> Iterator[Row]:
    """The row of every initiative, in order, once it is kept and what is written of it is there.

    Args:
        work: What is asked.
        items: The initiatives.
        checkpoint: Where rows are kept.
        folder: Where reports go.
        jobs: How many workers.
        files: Where initiatives go as files of their own.

    Raises:
        InputError: something cannot be written.
    """
    turns: deque[_Turn] = deque()

    def _places(kept: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[tuple[ReportFolder, tuple[str, ...]]]:
        yield from ((place, names) for place, names in zip((folder, files), kept, strict=True) if place is not None)

    def to_do() -> Iterator[BatchItem]:
        """What was not kept before; ahead of the results, and maybe in another thread."""
        for item in items:
            key = key_of_input(item)
            kept = checkpoint.known(key)
            if kept is not None and not all(place.holds(names) for place, names in _places(kept)):
                kept = None
            turns.append(_Turn(key, item.stem, item.name != item.path, item.path, kept))
            if kept is None:
                yield item

    def kept_before() -> Iterator[Row]:
        while turns and (kept := turns[0].kept) is not None:
            for place, names in _places(kept):
                place.keep(names)
            yield checkpoint.again(turns.popleft().key)

    for result in judge_all(work, to_do(), jobs):
        yield from kept_before()
        turn = turns.popleft()
        row = result.read()
        names = folder.write(_stem(turn, row), result.reports) if folder and result.reports else ()
        line = result.row
        own: tuple[str, ...] = ()
        if files and result.file and row["initiative"]:
            own = files.write(row["initiative"]["id"], ((FILE_SUFFIX, result.file),))
            if told := _told_name(row["file"], row["initiative"]["id"], own[0]):
                row["remarks"] += list_problems([told])
                line = write_row(row)
        checkpoint.add(turn.key if result.lasting else "", line, names, own)
        yield row
    yield from kept_before()


def _told_name(file: str, initiative: str, name: str) -> Problem | None:
    """That the file of an initiative has another name than its id, since that was taken."""
    usual = f"{make_slug(initiative)}{FILE_SUFFIX}"
    if name == usual:
        return None
    message = f"Dit initiatief staat nu in {name}, want {usual} is al van een ander initiatief."
    return Problem(file, message, "Geef elk een eigen id, of laat er een weg.")


def _stem(turn: _Turn, row: Row) -> str:
    """What a report is named after: its file, and of a file with more than one initiative also which it is."""
    initiative = row["initiative"]
    return f"{turn.stem}-{initiative['id']}" if initiative and turn.several else turn.stem
