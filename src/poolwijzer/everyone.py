"""What a script calls to ask everyone, and to bring together what they answer: the same as `form` and `merge`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poolwijzer.given import (
    as_assessment,
    as_date,
    as_menus,
    as_names,
    as_path,
    as_table_map,
    check_one_of,
    warn_of,
)
from poolwijzer.problems import InputError

if TYPE_CHECKING:
    from poolwijzer.assessment.model import QuestionList
    from poolwijzer.content.questions import AskedOf
    from poolwijzer.forms.returned.merging import Merging
    from poolwijzer.given import AnyAssessment, AnyDate, AnyMenus, AnyPath
    from poolwijzer.tables.document import Rows
    from poolwijzer.tables.table_map import TableMap


def make_form(
    assessment: AnyAssessment,
    kind: str = "html",
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    organisation: str,
    delete_on: AnyDate,
    of: AskedOf = "gemeente",
    questions: QuestionList | None = None,
    style: AnyPath | None = None,
) -> bytes:
    """A form with which others answer by themselves, as the bytes of a file. It holds no answers.

    Args:
        assessment: the initiative: its name, its municipalities and its context.
        kind: `html`, `xlsx`, `docx`, `pdf` or `md`; or `limesurvey` (a .txt) or `microsoft-forms` (a .docx).
        menus: the menus; the shipped ones if none are given.
        on: the day on which it is made.
        organisation: who gathers the answers, which every respondent is told.
        delete_on: the day on which the answers will be deleted, which they are told too.
        of: who answers: a `gemeente`, or the existing body (`verband`).
        questions: which list, `kort` or `volledig`; that of the initiative, or the short one, if none is given.
        style: a file with a house style.

    Raises:
        InputError: there is nothing to ask, the answers should be gone already, or it is not said who gathers them.
    """
    from typing import get_args

    from poolwijzer.assessment.model import QuestionList
    from poolwijzer.content.questions import AskedOf
    from poolwijzer.formats.registry import read_theme
    from poolwijzer.forms.checks import check_asked, check_promise, tidy_organisation
    from poolwijzer.forms.questionnaire import make_questionnaire
    from poolwijzer.forms.registry import FORM_KINDS, render_form

    check_one_of("kind", kind, FORM_KINDS)
    check_one_of("of", of, get_args(AskedOf))
    if questions is not None:
        check_one_of("questions", questions, get_args(QuestionList))
    content, day, until = as_menus(menus), as_date(on), as_date(delete_on)
    who = tidy_organisation(organisation)
    if problems := tuple(check_promise(who, until, day, called=("organisation", "delete_on"), sign="=")):
        raise InputError(problems)
    initiative = as_assessment(assessment, content)
    asked = make_questionnaire(content, initiative, of, organisation=who, delete_on=until, questions=questions)
    warn_of(check_asked(asked, initiative.initiative.id))
    theme = read_theme(None if style is None else as_path("style", style), None, who)
    warn_of(theme.remarks)
    return render_form(FORM_KINDS[kind], asked, theme, day)


def merge_answers(
    assessment: AnyAssessment,
    answers: AnyPath | Iterable[AnyPath],
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
    *,
    rows: Rows | None = None,
    table_map: AnyPath | TableMap | None = None,
    agree: bool = False,
    survey: str = "",
    delete_on: AnyDate | None = None,
    delete_expired: bool = False,
) -> Merging:
    """Bring what people sent back together with an initiative; nothing is written.

    Args:
        assessment: what `load` gave, or a dict of the shape of a file.
        answers: files, folders and patterns: answers of a form, mails, workbooks, tables, files of the same initiative.
        menus: the menus; the shipped ones if none are given.
        on: the day; what should be gone by then is not taken.
        rows: what a row of a table is: one of the `respondents`, or one of the `counts`.
        table_map: what the own words of a table mean: a file, or what was read from one.
        agree: take of a count the answer that most hands are for, as one that nobody settled on.
        survey: a name for the survey of a table, so that its numbers are not taken for those of another.
        delete_on: when answers of a table must be gone.
        delete_expired: take out what should be gone.

    Returns:
        The initiative with all answers (`assessment`), what became of each (`changes`), what did not fit and why
        (`refused`), and who is `missing`.

    Raises:
        InputError: the initiative or the map cannot be used, or rows would be initiatives.
    """
    from poolwijzer.forms.returned.intake import find_files, take_in
    from poolwijzer.forms.returned.merging import merge
    from poolwijzer.forms.returned.table_answers import TableRoad
    from poolwijzer.tables.reader import TableOptions

    content, day = as_menus(menus), as_date(on)
    initiative = as_assessment(assessment, content)
    known = as_table_map(table_map, content)
    until = None if delete_on is None else as_date(delete_on)
    road = TableRoad(rows, TableOptions(map=known, agree=agree), survey, until)
    road.check("rows" if known is None else "table_map")
    files = find_files(as_names("answers", answers), ())
    return merge(initiative, take_in(files, initiative, content, day, road), day, delete_expired=delete_expired)
