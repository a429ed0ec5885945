"""One initiative over time: its measurements from all files in one order, and what came and went."""

from collections.abc import Callable
from datetime import date

import pytest

from poolwijzer.compare.kinds import Given
from poolwijzer.compare.timeline import order_measurements, raised_by
from poolwijzer.compare.values import ChoiceChange, Comparison
from poolwijzer.content.content import Content
from poolwijzer.engine.over_time import find_path
from poolwijzer.problems import InputError
from tests.compare.conftest import on_axis

Make = Callable[..., Given]
Compare = Callable[..., Comparison]


def earlier(day: str, m: int, b: int) -> dict[str, object]:
    return {"date": day, "answers": {**on_axis("m", m), **on_axis("b", b)}}


def days(*files: Given) -> list[date | None]:
    return [one.day for one in order_measurements(files)]


# The measurements.


def test_the_measurements_of_all_files_stand_in_one_order(given: Make) -> None:
    old = given(file="oud.yaml", day="2024-05-01", m=2, measurements=[earlier("2023-05-01", 1, 1)])
    new = given(file="nieuw.yaml", day="2026-05-01", m=4, measurements=[earlier("2025-05-01", 3, 1)])
    assert days(new, old) == [date(year, 5, 1) for year in (2023, 2024, 2025, 2026)]
    assert [one.whole for one in order_measurements([new, old])] == [False, True, False, True]


def test_what_has_no_date_is_the_newest(given: Make) -> None:
    assert days(given(file="nu.yaml", m=4), given(file="oud.yaml", day="2024-05-01", m=2)) == [date(2024, 5, 1), None]


def test_two_without_a_date_have_no_order(given: Make) -> None:
    with pytest.raises(InputError) as caught:
        order_measurements([given(file="b.yaml", m=1), given(file="a.yaml", m=2), given(day="2024-05-01", m=3)])
    assert [problem.path for problem in caught.value.problems] == ["a.yaml", "b.yaml"]
    assert "--as groups" in str(caught.value)


def test_a_measurement_that_stands_in_two_files_is_taken_once_from_the_file_with_its_choices(given: Make) -> None:
    choices = {"vorm": {"options": ["bij-provincie"]}}
    old = given(file="oud.yaml", day="2024-05-01", m=2, b=2, choices=choices)
    new = given(file="nieuw.yaml", day="2026-05-01", m=4, b=2, measurements=[earlier("2024-05-01", 2, 2)])
    first, last = order_measurements([new, old])
    assert (first.file, first.whole, last.file) == ("oud.yaml", True, "nieuw.yaml")


@pytest.mark.parametrize("more", [{"m": 3}, {"m": 2, "choices": {"vorm": {}}}])
def test_two_that_say_something_else_of_one_date_are_refused(more: dict[str, object], given: Make) -> None:
    files = [given(file="a.yaml", day="2024-05-01", m=2), given(file="b.yaml", day="2024-05-01", **more)]
    with pytest.raises(InputError, match=r"^b\.yaml: .*1 mei 2024.*anders dan in a\.yaml.*weg.*--as groups"):
        order_measurements([*files, given(file="c.yaml", day="2025-05-01", m=2)])


def test_two_measurements_of_one_date_in_one_file_need_dates_of_their_own(given: Make) -> None:
    file = given(file="a.yaml", day="2024-05-01", m=2, measurements=[earlier("2024-05-01", 4, 4)])
    with pytest.raises(InputError, match=r"^a\.yaml: Er staan hier twee metingen van 1 mei 2024.*eigen date"):
        order_measurements([file])


def test_the_path_is_that_of_one_file_with_all_measurements(given: Make, compared: Compare, content: Content) -> None:
    files = [given(file=f"{year}.yaml", day=f"{year}-05-01", m=m, b=3) for year, m in ((2024, 1), (2025, 3), (2026, 5))]
    whole = given(day="2026-05-01", m=5, b=3, measurements=[earlier("2024-05-01", 1, 3), earlier("2025-05-01", 3, 3)])
    found = compared(*files)
    assert (found.kind, found.ground) == ("time", "other-dates")
    assert found.path == find_path(whole.assessment, content) == compared(whole).path
    assert [one.label for one in found.subjects] == ["1 mei 2024", "1 mei 2025", "1 mei 2026"]
    assert [one.placement for one in found.subjects] == [moment.placement for moment in found.path]


def test_every_measurement_is_placed_with_the_municipalities_of_now(given: Make, compared: Compare) -> None:
    old = given(file="oud.yaml", day="2024-05-01", m=2, b=2)
    initiative = old.assessment.initiative.model_copy(update={"municipalities": ()})
    old = old._replace(assessment=old.assessment.model_copy(update={"initiative": initiative}))
    found = compared(old, given(file="nieuw.yaml", day="2026-05-01", m=4, b=2))
    assert [len(one.assessment.initiative.municipalities) for one in found.subjects] == [5, 5]


# What came and went.


def test_choices_that_came_and_went_are_told_in_the_order_of_the_menus(given: Make, compared: Compare) -> None:
    before = {"vorm": {"options": ["bij-provincie"], "other": ["Los"]}, "verdeling": {"considering": ["strippenkaart"]}}
    now = {"vorm": {"options": ["nieuwe-organisatie"]}, "verdeling": {"options": ["strippenkaart"]}}
    found = compared(given(day="2025-05-01", m=4, b=4, choices=before), given(day="2026-05-01", m=4, b=4, choices=now))
    (step,) = found.steps
    assert step.choices == (
        ChoiceChange("vorm", "bij-provincie", "", "gekozen", None),
        ChoiceChange("vorm", "nieuwe-organisatie", "", None, "gekozen"),
        ChoiceChange("vorm", None, "Los", "gekozen", None),
        ChoiceChange("verdeling", "strippenkaart", "", "overwogen", "gekozen"),
    )


def test_verdicts_and_signals_that_came_and_went_are_those_of_the_two_advices(given: Make, compared: Compare) -> None:
    terms = [{"looptijd": "tot-1"}, {"looptijd": "3-plus"}]
    found = compared(
        given(day="2025-05-01", m=1, b=1, context=terms[0]), given(day="2026-05-01", m=5, b=5, context=terms[1])
    )
    (step,), (before, now) = found.steps, found.subjects
    had, has = (set(raised_by(one.judgement)) for one in (before, now))
    assert set(step.signals_came) == has - had and set(step.signals_went) == had - has
    assert step.signals_came and step.signals_went
    changed = {change.option: change for change in step.verdicts}
    assert changed.keys() == {entry.option for entry in found.verdicts if entry.differs}
    assert changed["in-dienst-bij-gastheer"].before == ("minder-passend", False)


def test_where_a_measurement_has_no_choices_they_are_not_compared_and_signals_leave_them_out(
    given: Make, compared: Compare
) -> None:
    # This choice alone speaks for an initiative.
    choices = {"sturing": {"options": ["vaste-basis-met-coalities"]}}
    alone = given(day="2026-05-01", m=3, b=3, choices=choices, measurements=[earlier("2025-05-01", 3, 3)])
    (step,) = compared(alone).steps
    assert step.choices is None
    assert step.signals_came == step.signals_went == () and step.verdicts == ()
    both = [
        given(file=f"{day}.yaml", day=day, m=3, b=3, choices=own)
        for day, own in (("2025-05-01", {}), ("2026-05-01", choices))
    ]
    (step,) = compared(*both).steps
    assert [effect for _, effect in step.signals_came] == ["sterk"], "between two files a choice does count"
