"""The same initiative in more than one file is one initiative with more than one measurement."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.batch.overview.measurements import find_moves
from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.content.read import load_menus
from poolwijzer.report.model import Depth, Labelled, Table
from poolwijzer.report.texts import texts_of
from tests.batch.made_rows import ON
from tests.batch.overview.a_folder import a_folder, an_initiative, overview_of, row_of

MENUS = load_menus(None)
FOLDER = a_folder(MENUS, 12)
ROWS = [row_of(name, data, MENUS) for name, data in FOLDER.items()]


def placed(motivation: int, involvement: int, *, id: str = "proef", day: str | None = "2026-05-01") -> dict[str, Any]:
    """An initiative that answered the short list as one that stands there."""
    points = {"motivatie": motivation, "betrokkenheid": involvement}
    data = an_initiative(1, MENUS)
    data["initiative"] = {"id": id, "name": "Proef", **({"date": day} if day else {})}
    data["context"] = {"verband": {"kind": "provincie", "name": "de provincie"}}
    data["estimate"] = {}
    data["answers"] = {
        name: 6 - points[one.axis] if one.reversed else points[one.axis]
        for name, one in MENUS.statements.items()
        if one.short and one.axis
    }
    return data


def said(overview: Overview, depth: Depth = "gewoon") -> str:
    return "\n".join(texts_of(build_overview(overview, MENUS, ON, "0", depth).sections))


def moved(overview: Overview) -> dict[tuple[str, str], int]:
    return {(old[0], new[0]): count for (old, new), count in find_moves(overview).counts.items()}


def test_the_newest_day_counts_and_the_place_moved_from_the_oldest() -> None:
    files = {
        "oud.yaml": placed(1, 1, day="2024-05-01"),
        "nieuw.yaml": placed(5, 5),
        "ouder.yaml": placed(1, 5, day="2023-05-01"),
    }
    overview = overview_of(files, MENUS)
    assert len(overview) == 1 and overview.by_name[0].kept.file == "nieuw.yaml"
    first, _, last = (moment.in_play for moment in overview.measured[0].moments)
    assert find_moves(overview).counts == {(first, last): 1} and first != last
    told = said(overview)
    assert "Overzicht van 1 initiatief" in build_overview(overview, MENUS, ON, "0").title
    assert "1 initiatief heeft meer dan één meting, samen 3." in told
    assert "3, waarvan er hier 1 telt" in told


def test_of_one_day_the_measurement_with_most_answers_counts_and_of_equals_the_first_by_name() -> None:
    less = placed(5, 5)
    less["answers"].popitem()
    overview = overview_of({"a.yaml": less, "c.yaml": placed(1, 1), "b.yaml": placed(5, 1)}, MENUS)
    assert overview.by_name[0].kept.file == "b.yaml"
    assert find_moves(overview).counts == {}
    assert "1 initiatief heeft er meer van dezelfde dag." in said(overview)


def test_two_groups_of_one_day_are_told_as_groups_with_whether_they_saw_it_differently() -> None:
    two = overview_of({"groep-1.yaml": placed(5, 5), "groep-2.yaml": placed(1, 1)}, MENUS)
    assert "twee metingen van dezelfde dag (groepen). Bij 1 van de 1 kwamen zij op een andere plek uit." in said(two)
    almost = placed(5, 5)
    almost["answers"]["m2"] = 4
    same = overview_of({"groep-1.yaml": placed(5, 5), "groep-2.yaml": almost}, MENUS)
    assert "twee metingen van dezelfde dag (groepen). Zij kwamen op dezelfde plek uit." in said(same)
    assert "andere groep die dag: " in said(two, "volledig")


def test_a_copy_is_told_and_is_no_measurement() -> None:
    overview = overview_of({"a.yaml": placed(5, 5), "a (1).yaml": placed(5, 5)}, MENUS)
    assert len(overview) == 1 and overview.measured[0].number == 1
    told = said(overview)
    assert "1 bestand is een kopie van een ander. Een kopie telt niet mee." in told
    assert "meer dan één meting, samen" not in told


def test_what_a_file_measured_before_counts_as_well_and_once_where_that_file_is_there_too() -> None:
    past = placed(1, 1)
    inside = placed(5, 5)
    inside["measurements"] = [
        {"date": "2024-05-01", "questions": "kort", "answers": past["answers"], "context": past["context"]}
    ]
    alone = overview_of({"a.yaml": inside}, MENUS)
    both = overview_of({"a.yaml": inside, "oud.yaml": placed(1, 1, day="2024-05-01")}, MENUS)
    assert alone.measured[0].number == both.measured[0].number == 2
    assert find_moves(alone) == find_moves(both) and sum(find_moves(alone).counts.values()) == 1


def test_what_has_no_date_is_not_said_to_have_come_first() -> None:
    overview = overview_of({"a.yaml": placed(5, 5), "b.yaml": placed(1, 1, day=None)}, MENUS)
    assert overview.by_name[0].kept.file == "a.yaml" and find_moves(overview).without_date == 1
    assert "heeft geen datum. Welke meting eerst kwam, is niet bekend." in said(overview)


def test_places_of_other_questions_are_not_set_beside_each_other() -> None:
    old = placed(1, 1, day="2023-05-01")
    old["menus"] = {"version": "0.9.0", "hash": "0" * 64}
    overview = overview_of({"a.yaml": placed(5, 5), "b.yaml": old}, MENUS)
    assert find_moves(overview).other_questions == 1 and not find_moves(overview).counts
    assert "is met andere vragen gemeten" in said(overview)


def test_an_earlier_measurement_counts_nowhere_else() -> None:
    old = placed(1, 1, day="2024-05-01")
    old["choices"] = {"vorm": {"other": ["Alleen van vroeger"]}}
    told = said(overview_of({"a.yaml": placed(5, 5), "oud.yaml": old}, MENUS), "volledig")
    assert "Alleen van vroeger" not in told


def test_without_any_repeat_nothing_is_said_of_measurements() -> None:
    report = build_overview(overview_of({"a.yaml": placed(5, 5)}, MENUS), MENUS, ON, "0")
    assert "metingen" not in [section.id for section in report.sections]
    [rows] = [block.rows for block in report.sections[0].blocks if isinstance(block, Labelled)]
    assert [label for label, _ in rows][:2] == ["Datum", "Initiatieven"] and "Metingen" not in dict(rows)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_overview_of_a_folder_does_not_depend_on_the_order_of_its_files(random: Random) -> None:
    def report_of(rows: list[Any]) -> Any:
        overview = Overview()
        for row in rows:
            overview.add(deepcopy(row))
        return build_overview(overview, MENUS, ON, "0", "volledig")

    assert report_of(random.sample(ROWS, len(ROWS))) == report_of(ROWS)


def test_every_move_is_of_an_initiative_that_was_measured_on_more_than_one_day() -> None:
    report = build_overview(overview_of(FOLDER, MENUS), MENUS, ON, "0", "volledig")
    section = next(one for one in report.sections if one.id == "metingen")
    moves, each = (block for block in section.blocks if isinstance(block, Table))
    assert sum(int(row[2]) for row in moves.rows) == sum(row[2].count(" 202") > 1 for row in each.rows) == 4
    assert len(each.rows) == 6
