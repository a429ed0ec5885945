"""What a notebook or a script calls: each step of the road in one function, on the shipped menus unless told otherwise.

What the command line does can be done here, without a terminal: nothing prints and nothing asks. A mistake in a file
is an `InputError`, with every problem in it; what is worth a remark is a Python warning. An option of a wrong type is a
`TypeError` that says what it should be.

Options take what a script has: a date or its text, a path or its text, an assessment or a dict of the same shape as
its file, menus or the folder they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.given import (
    as_assessment,
    as_date,
    as_depth,
    as_menus,
    as_names,
    as_outcome,
    as_paper,
    as_path,
    as_table_map,
    warn_of,
    wrong_type,
)
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.batch.workers import Jobs
    from poolwijzer.compare.kinds import Kind
    from poolwijzer.compare.values import Comparison
    from poolwijzer.engine.examination import Examination
    from poolwijzer.engine.results import Placement
    from poolwijzer.formats.registry import Theme
    from poolwijzer.given import AnyAssessment, AnyDate, AnyMenus, AnyPath
    from poolwijzer.menucard.checks.menu_check import MenuCheck
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.advice import Advice
    from poolwijzer.report.handout.model import Handout, Paper
    from poolwijzer.report.model import Depth, Report
    from poolwijzer.report.papers.listing import PaperState
    from poolwijzer.report.slides.model import Slides
    from poolwijzer.tables.document import Rows
    from poolwijzer.tables.row import Row
    from poolwijzer.tables.table_map import TableMap


def load(path: AnyPath, menus: AnyMenus | None = None) -> Assessment:
    """Read an initiative's file, YAML or JSON.

    Args:
        path: the file.
        menus: the menus its ids belong to; the shipped ones if none are given.

    Raises:
        InputError: with every problem in the file.
    """
    from poolwijzer.assessment.read import read_assessment

    reading = read_assessment(as_path("path", path), as_menus(menus))
    warn_of(reading.remarks)
    return reading.assessment


def place(assessment: AnyAssessment, menus: AnyMenus | None = None) -> Placement:
    """Place an initiative in the typology: per axis a score on the answer scale, and the quadrants in play.

    Scores are exact fractions; None is unknown.
    """
    return as_outcome(assessment, menus, date.min).placement


def advise(assessment: AnyAssessment, menus: AnyMenus | None = None, on: AnyDate | None = None) -> Advice:
    """What the menus say to an initiative on a date. It offers options with considerations, and prescribes none.

    Args:
        assessment: the initiative.
        menus: the menus; the shipped ones if none are given.
        on: the date; see `usual_date` for what it is if none is given.
    """
    from poolwijzer.report.advice_words import AdviceWords

    return AdviceWords(find_outcome(assessment, menus, on)).whole()


def examine(assessment: AnyAssessment, menus: AnyMenus | None = None, on: AnyDate | None = None) -> Examination:
    """How hard a placement is: the stress test, what most depends on, what to ask next, and who said what."""
    return find_outcome(assessment, menus, on).examination


def find_outcome(assessment: AnyAssessment, menus: AnyMenus | None = None, on: AnyDate | None = None) -> Outcome:
    """The whole road of one initiative as a value: what is asked of it is made then, once."""
    return as_outcome(assessment, menus, as_date(on))


def to_data(value: Any) -> Any:
    """A placement, an advice, an examination, a comparison or any part of them as plain dicts, lists and numbers.

    An `Outcome` gives all of `advise --json`, a `Comparison` that of `compare --json`; an examination on its own has no
    sentences. Dates are text, exact numbers have four decimals, unknown is None.
    """
    from poolwijzer.compare.data import comparison_document
    from poolwijzer.compare.values import Comparison
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.data import document, make_plain

    if isinstance(value, Outcome):
        return document(value, __version__)
    if isinstance(value, Comparison):
        return comparison_document(value, value.subjects[0].outcome.content, __version__)
    try:
        return make_plain(value)
    except AttributeError:
        raise wrong_type("value", "een uitkomst, een vergelijking, een plaatsing of een advies", value) from None


def make_report(
    assessment: AnyAssessment, menus: AnyMenus | None = None, on: AnyDate | None = None, *, depth: Depth = "gewoon"
) -> Report:
    """The whole report of an initiative as a value; `save` writes it.

    Args:
        assessment: the initiative.
        menus: the menus; the shipped ones if none are given.
        on: the date of the advice.
        depth: `kort` for one page, `bestuur` for a note to decide on, `gewoon` for a document, `volledig` for all.

    Raises:
        InputError: the note for the board is asked for, and the menus have none.
    """
    from poolwijzer.report.build import build_report

    return build_report(find_outcome(assessment, menus, on), version=__version__, depth=as_depth(depth))


def list_papers(
    assessment: AnyAssessment, menus: AnyMenus | None = None, on: AnyDate | None = None
) -> list[PaperState]:
    """The papers of the next step: which fit this initiative now, why, and what each lacks. What fits comes first.

    Args:
        assessment: the initiative.
        menus: the menus; the shipped ones if none are given.
        on: the date; see `usual_date` for what it is if none is given.
    """
    from poolwijzer.report.papers.listing import list_papers

    return list_papers(find_outcome(assessment, menus, on))


def make_paper(
    assessment: AnyAssessment,
    paper: str,
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    municipality: str | None = None,
) -> Report:
    """A paper of the next step, such as `raadsbrief`, as a value; `save` writes it. What is not known stands open.

    Args:
        assessment: the initiative.
        paper: the id of the paper, as `list_papers` gives it.
        menus: the menus; the shipped ones if none are given.
        on: the date of the paper.
        municipality: that the paper is for, one of the initiative: then its own contribution stands in it, where the
            file has costs. None for all.

    Raises:
        InputError: there is no such paper, it makes no sense for this initiative, the municipality takes no part, or
            the paper says nothing of one municipality.
    """
    from poolwijzer.report.papers.build import make_paper

    return make_paper(find_outcome(assessment, menus, on), paper, municipality)


def make_handout(
    assessment: AnyAssessment | None = None,
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    paper: Paper = "a3",
) -> Handout:
    """What is laid on the table in a conversation, as a value; `save` writes it as PDF or Word. It holds no answers.

    Args:
        assessment: the initiative, for its name and its words; without one the sheets are general.
        menus: the menus; the shipped ones if none are given.
        on: the date of the menus.
        paper: `a3` or `a4`.
    """
    from poolwijzer.report.handout.build import make_handout

    content = as_menus(menus)
    given = None if assessment is None else as_assessment(assessment, content)
    return make_handout(content, given, as_date(on), as_paper(paper))


def save(
    report: Report | Handout | Slides,
    path: AnyPath,
    *,
    style: AnyPath | None = None,
    template: AnyPath | None = None,
    organisation: str = "",
    draft: bool = False,
    gray: bool = False,
    force: bool = False,
) -> Path:
    """Write a report to a file, whole or not at all; the suffix says in which format.

    Args:
        report: what is written: a report, sheets for the table, or slides.
        path: `.md`, `.html`, `.pdf`, `.docx`, or `.svg` for the drawing alone. Sheets are `.pdf` or `.docx`,
            slides `.html`, `.pdf` or, with the extra `slides`, `.pptx`.
        style: a file with a house style.
        template: a Word template of one's own.
        organisation: the name of the organisation, instead of that in the house style.
        draft: mark it as a draft.
        gray: in black, white and grey.
        force: replace a file that is there.

    Returns:
        Where it went: another name beside it if a program kept holding the file.

    Raises:
        InputError: the format is not known, the file is there already, or it cannot be written.
    """
    from poolwijzer.formats.registry import DATA_SUFFIX, check_suffixes, read_theme
    from poolwijzer.outfile import plan_outputs, write_whole

    known, render = _writer_of(report)
    to = as_path("path", path)
    looks = [None if one is None else as_path(name, one) for name, one in (("style", style), ("template", template))]
    check_suffixes([to], known)
    if to.suffix.lower() == DATA_SUFFIX:
        raise InputError(Problem(str(path), "Een verslag kan geen JSON worden.", "Gebruik to_data, of advise --json."))
    plan_outputs([to], [one for one in looks if one], force)
    theme = read_theme(looks[0], looks[1], organisation, draft=draft, gray=gray)
    plan_outputs([to], theme.files, force)
    return write_whole(to, render(to.suffix.lower(), theme))


def _writer_of(made: object) -> tuple[tuple[str, ...], Callable[[str, Theme], bytes]]:
    """The suffixes of the files that a thing can become, and what makes one of them."""
    from poolwijzer.formats.registry import (
        SHEETS,
        SLIDES,
        known_suffixes,
        render_handout,
        render_report,
        render_slides,
    )
    from poolwijzer.report.handout.model import Handout
    from poolwijzer.report.model import Report
    from poolwijzer.report.slides.model import Slides

    if isinstance(made, Handout):
        return tuple(SHEETS), lambda suffix, theme: render_handout(suffix, made, theme)
    if isinstance(made, Slides):
        return tuple(SLIDES), lambda suffix, theme: render_slides(suffix, made, theme)
    if isinstance(made, Report):
        return known_suffixes(), lambda suffix, theme: render_report(suffix, made, theme)
    raise wrong_type("report", "een verslag, zoals make_report dat maakt", made)


def run_batch(
    paths: AnyPath | Iterable[AnyPath],
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    rows: Rows | None = None,
    table_map: AnyPath | TableMap | None = None,
    jobs: Jobs = 1,
    stress: bool = False,
    statements: bool = False,
) -> Iterator[Row]:
    """Judge many initiatives, one after the other, without holding them all in memory.

    Args:
        paths: files, folders and patterns: YAML, JSON, JSON Lines and tables.
        menus: the menus; the shipped ones if none are given.
        on: the date of the advice.
        rows: what a row of a table is: one of the `initiatives`, one of the `respondents`, or `counts` of answers.
            Needed for tables, unless `table_map` says it.
        table_map: what the own words of the tables mean: a file as `poolwijzer tables map` begins it, or what was read
            from one.
        jobs: how many workers: a number, `auto`, or None for what joblib's `parallel_config` says, such as a cluster.
        stress: also the stress test.
        statements: also every statement of each, under `statements`.

    Yields:
        A row for each, as plain data: in the order of the inputs, the same whatever the number of workers. One that
        cannot be used has `status: fout` and its problems, and never stops the others.

    Raises:
        InputError: there is a table, and `rows` does not say what its rows are; or `jobs` is no number.
    """
    from poolwijzer.batch.inputs import find_inputs
    from poolwijzer.batch.items import check_rows, read_items
    from poolwijzer.batch.repeats import tell_repeats
    from poolwijzer.batch.work import prepare_work
    from poolwijzer.batch.workers import check_jobs, judge_all
    from poolwijzer.tables.reader import TableOptions

    content = as_menus(menus)
    files = find_inputs(as_names("paths", paths))
    options = TableOptions(map=as_table_map(table_map, content))
    rows = rows or (options.map.rows if options.map else None)
    check_rows(files, rows)
    check_jobs(jobs)
    work = prepare_work(content, as_date(on), __version__, with_stress=stress, with_statements=statements)
    found = judge_all(work, read_items(files, content, rows, options), jobs)
    return tell_repeats(result.read() for result in found)


def compare_initiatives(
    paths: AnyPath | Iterable[AnyPath],
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    kind: Kind | None = None,
) -> Comparison:
    """Lay initiatives, groups on one initiative, or measurements side by side. It is no ranking.

    Args:
        paths: the files; one alone is compared with its own earlier measurements.
        menus: the menus; the shipped ones if none are given.
        on: the date of the advice.
        kind: what the files are, where that does not follow from their ids and dates.

    Raises:
        InputError: with every problem in every file, or because there is nothing to compare.
    """
    from poolwijzer.compare.comparison import compare_assessments
    from poolwijzer.compare.inputs import read_files

    content = as_menus(menus)
    given, remarks = read_files([Path(name) for name in as_names("paths", paths)], content)
    warn_of(remarks)
    return compare_assessments(given, content, as_date(on), kind)


def check_menus(folder: AnyPath | None = None, on: AnyDate | None = None) -> MenuCheck:
    """Everything that is wrong with menus or stands out in them on a date, as `menu check` tells it."""
    from poolwijzer.menucard.checks.menu_check import check_menus as check

    return check(None if folder is None else as_path("folder", folder), as_date(on))
