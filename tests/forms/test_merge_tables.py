"""Tables of respondents, month after month: who is new, who answered again, and what does not fit."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.merging import Merging, merge
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.tables.reader import TableOptions

ON = date(2026, 11, 1)
NAMES = ["Assen", "Emmen", "Hoogeveen"]
Rows = Sequence[Sequence[str]]
Bring = Callable[..., Merging]


@pytest.fixture
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """What is asked about."""
    return assessment_of(municipalities=NAMES)


@pytest.fixture
def bring(content: Content) -> Bring:
    """Brings tables together with an initiative, each a list of rows."""

    def brought(before: Assessment, *tables: Rows, road: TableRoad | None = None) -> Merging:
        pieces = tuple(
            Piece(f"tabel-{number}.csv", ".csv", io.BytesIO(as_csv(rows)))
            for number, rows in enumerate(tables, start=1)
        )
        return merge(before, take_in([], before, content, ON, road or TableRoad(), pieces), ON)

    return brought


def as_csv(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


LIME = ["Antwoord-ID", "Datum ingestuurd", "gemeente", "m2", "m16"]
FORMS = ["ID", "Begintijd", "Voltooiingstijd", "E-mail", "gemeente", "m2", "m16"]
GOOGLE = ["Tijdstempel", "gemeente", "m2", "m16"]
HANDS = ["gemeente", "m2", "m16"]
SHAPES = {
    "LimeSurvey": (
        LIME,
        ["1", "2026-10-01 09:00:05", "Assen", "4", "3"],
        ["2", "2026-10-01 09:10:00", "Emmen", "2", "3"],
        ["7", "2026-10-20 11:00:00", "Assen", "5", "5"],
    ),
    "Microsoft Forms": (
        FORMS,
        ["1", "2026-10-01 09:00:00", "2026-10-01 09:05:00", "anonymous", "Assen", "4", "3"],
        ["2", "2026-10-01 09:01:00", "2026-10-01 09:06:00", "anonymous", "Emmen", "2", "3"],
        ["3", "2026-10-20 09:01:00", "2026-10-20 09:06:00", "anonymous", "Assen", "2", "3"],
    ),
    "Google Forms": (
        GOOGLE,
        ["2026-10-01 09:00:05", "Assen", "4", "3"],
        ["2026-10-01 09:10:00", "Emmen", "2", "3"],
        ["2026-10-20 11:00:00", "Assen", "4", "3"],
    ),
    "a table by hand": (HANDS, ["Assen", "4", "3"], ["Emmen", "2", "3"], ["Assen", "5", "5"]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_next_months_export_adds_only_who_is_new_in_whatever_order(
    bring: Bring, initiative: Assessment, shape: str
) -> None:
    head, first, second, late = SHAPES[shape]
    one = bring(initiative, [head, first, second])
    assert [change.kind for change in one.changes] == ["new", "new"]
    two = bring(one.assessment, [head, late, second, first])
    assert sorted(change.kind for change in two.changes) == ["new", "unchanged", "unchanged"]
    assert len(two.assessment.responses) == 3
    assert bring(two.assessment, [head, late, second, first]).assessment == two.assessment
    assert one.refused == two.refused == ()


def test_who_answered_again_under_the_same_number_is_replaced(bring: Bring, initiative: Assessment) -> None:
    head, first, *_ = SHAPES["LimeSurvey"]
    one = bring(initiative, [head, first])
    two = bring(one.assessment, [head, ["1", "2026-10-05 10:00:00", "Assen", "1", "1"]])
    (change,) = two.changes
    assert change.kind == "replaced"
    assert [each.answers["m2"].value for each in two.assessment.responses] == [1]


def test_rows_that_say_the_same_in_everything_are_of_different_people(bring: Bring, initiative: Assessment) -> None:
    rows = [HANDS, ["Assen", "4", "3"], ["Assen", "4", "3"]]
    one = bring(initiative, rows)
    assert len(one.assessment.responses) == 2
    assert bring(one.assessment, rows).assessment == one.assessment
    assert any("geen nummer per respondent" in str(remark) for remark in one.remarks)


def test_an_id_of_the_tables_own_stays_as_it_is(bring: Bring, initiative: Assessment) -> None:
    found = bring(initiative, [["id", *HANDS], ["assen-1", "Assen", "4", "3"]])
    assert [one.id for one in found.assessment.responses] == ["assen-1"]


def test_a_number_alone_is_made_an_id_that_tells_who_it_is(bring: Bring, initiative: Assessment) -> None:
    found = bring(initiative, SHAPES["Microsoft Forms"][:2])
    (one,) = found.assessment.responses
    assert one.id.startswith("assen-")
    assert len(one.id) == len("assen-") + 10


def test_the_same_number_in_another_survey_is_somebody_else_once_that_has_a_name(
    bring: Bring, initiative: Assessment
) -> None:
    head, first, *_ = SHAPES["LimeSurvey"]
    one = bring(initiative, [head, first])
    other = [head, ["1", "2026-10-09 09:00:00", "Assen", "1", "1"]]
    assert len(bring(one.assessment, other, road=TableRoad(survey="bestuurders")).assessment.responses) == 2
    assert len(bring(one.assessment, other).assessment.responses) == 1


def test_a_row_that_does_not_fit_is_listed_and_all_others_are_taken(bring: Bring, initiative: Assessment) -> None:
    rows = [["id", *HANDS], ["a", "Asen", "4", "3"], ["b", "Zwolle", "4", "3"], ["d", "Hoogeveen", "4", "3"]]
    found = bring(initiative, rows)
    assert [one.id for one in found.assessment.responses] == ["d"]
    said = sorted(str(one) for one in found.refused)
    assert [one.split(":")[1] for one in said] == ["2", "3"]
    assert "Bedoelde u Assen of Asten?" in said[0]
    assert "'Zwolle' staat niet in de lijst van dit initiatief" in said[1]


def test_an_answer_off_the_scale_is_told_and_is_no_answer(bring: Bring, initiative: Assessment) -> None:
    found = bring(initiative, [["id", *HANDS], ["c", "Emmen", "9", "3"], ["d", "Hoogeveen", "4", "3"]])
    assert all(one.answers["m2"].value == 4 for one in found.assessment.responses if "m2" in one.answers)
    assert [str(one).split(":")[1] for one in found.refused] == ["2"]


def test_a_table_of_more_initiatives_gives_only_the_rows_of_this_one(bring: Bring, initiative: Assessment) -> None:
    head = ["initiative.id", "initiative.name", *HANDS]
    rows = [head, ["proef", "Proef", "Assen", "4", "3"], ["ander", "Ander plan", "Emmen", "2", "2"]]
    found = bring(initiative, rows)
    assert [one.organisation.name for one in found.assessment.responses] == ["Assen"]
    assert "gaan over een ander initiatief: ander" in str(found.refused[0]).replace("'", "")


def test_an_own_municipality_of_the_initiative_is_known_in_a_table(
    bring: Bring, assessment_of: Callable[..., Assessment]
) -> None:
    found = bring(assessment_of(municipalities=2), [HANDS, ["proefdorp 0", "4", "3"]])
    assert [one.organisation.name for one in found.assessment.responses] == ["Proefdorp 0"]
    assert found.missing == ("Proefdorp 1",)


def test_the_day_on_which_answers_must_be_gone_can_be_given(bring: Bring, initiative: Assessment) -> None:
    road = TableRoad(delete_on=date(2026, 12, 31))
    found = bring(initiative, SHAPES["LimeSurvey"][:2], road=road)
    assert found.assessment.responses[0].delete_on == date(2026, 12, 31)


def test_who_said_with_his_name_that_he_may_be_named_is_only_so_where_the_table_says_it(
    bring: Bring, initiative: Assessment
) -> None:
    rows = [["id", "named", *HANDS], ["a", "true", "Assen", "4", "3"], ["b", "", "Emmen", "4", "3"]]
    assert [one.named for one in bring(initiative, rows).assessment.responses] == [True, False]


def test_a_table_that_is_none_is_told_once(bring: Bring, initiative: Assessment) -> None:
    found = bring(initiative, [["wat", "dan", "ook"], ["1", "2", "3"]])
    assert found.assessment == initiative
    assert len(found.refused) >= 1


def test_rows_cannot_be_initiatives() -> None:
    from poolwijzer.problems import InputError

    with pytest.raises(InputError, match="Samenbrengen kan alleen antwoorden van anderen"):
        TableRoad(rows="initiatives").check("--rows")
    with pytest.raises(InputError, match="alleen bij een tabel met aantallen"):
        TableRoad(options=TableOptions(agree=True)).check("--rows")
