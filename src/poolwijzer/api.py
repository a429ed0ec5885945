"""What a notebook or a script calls: each step of the road in one function, on the shipped menus unless told otherwise.

What the command line does can be done here, without a terminal: nothing prints and nothing asks. A mistake in a file
is an `InputError`, with every problem in it; what is worth a remark is a Python warning.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.batch.workers import Jobs
    from poolwijzer.content.content import Content
    from poolwijzer.engine.results import Advice, Placement
    from poolwijzer.report.model import Depth, Report
    from poolwijzer.tables.item import Rows
    from poolwijzer.tables.row import Row

EPOCH = "SOURCE_DATE_EPOCH"


@cache
def shipped() -> Content:
    """The menus that come with the program, or those that `POOLWIJZER_MENUS` names; read once.

    Raises:
        InputError: an own folder holds a mistake.
    """
    from poolwijzer.content.read import load_menus

    return load_menus()


def usual_date() -> date:
    """The date of an advice where none is given: that of `SOURCE_DATE_EPOCH`, else today.

    Raises:
        InputError: the variable holds no number of seconds.
    """
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        hint = "Geef een getal, of haal de variabele weg."
        raise InputError(Problem(EPOCH, "Dit is geen aantal seconden.", hint)) from None


def load(path: str | Path, menus: Content | None = None) -> Assessment:
    """Read an initiative's file, YAML or JSON.

    Args:
        path: the file.
        menus: the menus its ids belong to; the shipped ones if none are given.

    Raises:
        InputError: with every problem in the file.
    """
    from poolwijzer.assessment.read import read_assessment

    reading = read_assessment(Path(path), menus or shipped())
    for remark in reading.remarks:
        warnings.warn(str(remark), stacklevel=2)
    return reading.assessment


def place(assessment: Assessment, menus: Content | None = None) -> Placement:
    """Place an initiative in the typology: per axis a score on the answer scale, and the quadrants in play.

    Scores are exact fractions; None is unknown.
    """
    from poolwijzer.engine.placement import place as placed

    return placed(assessment, menus or shipped())


def advise(
    assessment: Assessment,
    menus: Content | None = None,
    placement: Placement | None = None,
    on: date | None = None,
) -> Advice:
    """What the menus say to an initiative on a date. It offers options with considerations, and prescribes none.

    Args:
        assessment: the initiative.
        menus: the menus; the shipped ones if none are given.
        placement: where it stands, if that is known already.
        on: the date; see `usual_date` for what it is if none is given.
    """
    from poolwijzer.engine.advice import advise as advised

    content = menus or shipped()
    return advised(assessment, content, placement or place(assessment, content), on or usual_date())


def report(
    assessment: Assessment, menus: Content | None = None, on: date | None = None, *, depth: Depth = "gewoon"
) -> Report:
    """The whole report of an initiative as a value; `save` writes it.

    Args:
        assessment: the initiative.
        menus: the menus; the shipped ones if none are given.
        on: the date of the advice.
        depth: `kort` or `bestuur` for one page, `gewoon` for a document, `volledig` for all there is.
    """
    from poolwijzer import __version__
    from poolwijzer.engine.examination import examine
    from poolwijzer.report.build import build_report

    content = menus or shipped()
    placement = place(assessment, content)
    advice = advise(assessment, content, placement, on)
    examination = examine(assessment, content, placement, advice)
    parts = (content, assessment, placement, advice)
    return build_report(*parts, version=__version__, depth=depth, examination=examination)


def save(
    report: Report,
    path: str | Path,
    *,
    style: str | Path | None = None,
    template: str | Path | None = None,
    force: bool = False,
) -> Path:
    """Write a report to a file, whole or not at all; the suffix says in which format.

    Args:
        report: what is written.
        path: `.md`, `.html`, `.pdf`, `.docx`, or `.svg` for the drawing alone.
        style: a file with a house style.
        template: a Word template of one's own.
        force: replace a file that is there.

    Returns:
        Where it went: another name beside it if a program kept holding the file.

    Raises:
        InputError: the format is not known, the file is there already, or it cannot be written.
    """
    from poolwijzer.formats.registry import DATA_SUFFIX, Dress, check_suffixes, made_in
    from poolwijzer.outfile import plan_outputs, write_whole

    to = Path(path)
    check_suffixes([to])
    if to.suffix.lower() == DATA_SUFFIX:
        raise InputError(Problem(str(path), "Een verslag kan geen JSON worden.", "Gebruik batch, of advise --json."))
    plan_outputs([to], [Path(one) for one in (style, template) if one], force)
    dress = Dress()
    if style:
        from poolwijzer.formats.house_style import read_style

        dress = dress._replace(style=read_style(Path(style)))
    if template:
        from poolwijzer.formats.word.checking import read_template

        dress = dress._replace(template=read_template(Path(template)))
    return write_whole(to, made_in(to.suffix.lower(), report, dress))


def batch(
    paths: str | Path | Iterable[str | Path],
    menus: Content | None = None,
    on: date | None = None,
    *,
    rows: Rows | None = None,
    jobs: Jobs = 1,
    stress: bool = False,
) -> Iterator[Row]:
    """Judge many initiatives, one after the other, without holding them all in memory.

    Args:
        paths: files, folders and patterns: YAML, JSON, JSON Lines and tables.
        menus: the menus; the shipped ones if none are given.
        on: the date of the advice.
        rows: what a row of a table is: one of the `initiatives` or one of the `respondents`. Needed for tables.
        jobs: how many workers: a number, `auto`, or None for what joblib's `parallel_config` says, such as a cluster.
        stress: also the stress test.

    Yields:
        A row for each, as plain data: in the order of the inputs, the same whatever the number of workers. One that
        cannot be used has `status: fout` and its problems, and never stops the others.

    Raises:
        InputError: there is a table, and `rows` does not say what its rows are; or `jobs` is no number.
    """
    from poolwijzer import __version__
    from poolwijzer.batch.inputs import inputs
    from poolwijzer.batch.items import check_rows, items
    from poolwijzer.batch.work import work_with
    from poolwijzer.batch.workers import check_jobs, results
    from poolwijzer.tables.row import row_from

    content = menus or shipped()
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    files = inputs(os.fspath(one) for one in named)
    check_rows(files, rows)
    check_jobs(jobs)
    work = work_with(content, on or usual_date(), __version__, with_stress=stress)
    return (row_from(result.row) for result in results(work, items(files, content, rows), jobs))
