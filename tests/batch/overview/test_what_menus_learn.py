"""What an overview tells who keeps the menus: choices by place, own texts, hard statements, and own estimates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from statistics import median
from typing import Any

import pytest

from poolwijzer.assessment.unshared import UNSHARED
from poolwijzer.batch.overview.choices_by_place import count_at_places, place_of
from poolwijzer.batch.overview.learned import drop_learned
from poolwijzer.batch.overview.own_texts import find_own_texts
from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.batch.overview.unanswered import find_met
from poolwijzer.content.read import load_menus
from poolwijzer.formats.registry import WHOLE_REPORTS, Theme, render_report
from poolwijzer.report.model import Depth, Paragraph, Report, Section, Table
from poolwijzer.report.texts import texts_of
from poolwijzer.tables.row import Row
from tests.batch.made_rows import ON
from tests.batch.overview.a_folder import HARD, a_folder, an_initiative, overview_of, row_of
from tests.batch.overview.test_measured import placed
from tests.formats.finding import missing_in
from tests.formats.test_registry import READERS

MENUS = load_menus(None)
FOLDER = a_folder(MENUS)
OVERVIEW = overview_of(FOLDER, MENUS)
COMPONENT = next(iter(MENUS.components))


def report_of(overview: Overview = OVERVIEW, depth: Depth = "volledig") -> Report:
    return build_overview(overview, MENUS, ON, "0", depth)


def section(report: Report, name: str) -> Section:
    return next(one for one in report.sections if one.id == name)


def tables(part: Section) -> list[Table]:
    return [block for block in part.blocks if isinstance(block, Table)]


def said(part: Section) -> str:
    return "\n".join(texts_of((part,)))


def wrote(*texts: str | Sequence[str]) -> Overview:
    """Initiatives that wrote this for the first component, one text or more each."""
    files = {}
    for index, text in enumerate(texts):
        data = an_initiative(index, MENUS)
        data["choices"] = {COMPONENT: {"other": [text] if isinstance(text, str) else list(text)}}
        files[f"{index:04}.yaml"] = data
    return overview_of(files, MENUS)


# Which options are chosen where.


def test_every_choice_is_counted_at_the_place_of_who_made_it_and_between_places_apart() -> None:
    found = count_at_places(OVERVIEW)
    assert sum(found.all.values()) == 40
    wanted: Counter[tuple[str, str]] = Counter()
    for one in OVERVIEW.by_name:
        data = FOLDER[one.kept.file]
        wanted.update(
            (place_of(one.kept), option) for choice in data["choices"].values() for option in choice.get("options", ())
        )
    assert found.chosen == wanted
    assert {place_of(one.kept) for one in OVERVIEW.by_name if len(one.kept.in_play) > 1} == {"tussen"}


def test_the_tables_by_place_add_up_to_what_was_chosen() -> None:
    found = section(report_of(), "keuzes-per-plek")
    for name, component in MENUS.components.items():
        [table] = [one for one in tables(found) if one.caption == f"{component.title}, per plek"]
        for title, *cells in table.rows[:-1]:
            option = next(key for key, about in component.options.items() if about.title == title)
            counts = [[int(part) for part in cell.split(" + ")] for cell in cells if cell]
            assert sum(pair[0] for pair in counts) == OVERVIEW.counts.chosen[name, option]
            assert sum(pair[1] for pair in counts if len(pair) > 1) == OVERVIEW.counts.considered[name, option]


def test_what_the_menus_find_less_fitting_at_a_place_and_was_chosen_there_is_named_and_is_no_mistake() -> None:
    quadrant = overview_of({"a.yaml": placed(5, 5)}, MENUS).by_name[0].kept.in_play[0]
    name, option = next((key, one) for key, one in MENUS.options.items() if one.fit[quadrant] == 0)
    component = MENUS.component_of[name]
    for number, shown in ((2, False), (3, True)):
        files = {f"{at}.yaml": placed(5, 5, id=f"proef-{at}") for at in range(4)}
        for at, data in enumerate(files.values()):
            data["choices"] = {component: {"options": [name] if at < number else [], "other": ["iets"]}}
        told = said(section(report_of(overview_of(files, MENUS), "gewoon"), "keuzes-per-plek"))
        where = f"bij {MENUS.typology.quadrants[quadrant].title}: {number} van de 4 die daar dit onderdeel invulden"
        assert (f"{option.title} ({MENUS.components[component].title}), {where}, kozen het." in told) == shown
        assert ("Dat is geen fout" in told) == shown


# Own texts.


def test_own_texts_stay_as_typed_with_how_many_wrote_them_and_what_they_are_like() -> None:
    overview = wrote(
        "Gedeelde projectleider",
        "gedeelde projectleider!",
        "Gedeelde projectleider",
        "Iets heel anders",
        "Gedeelde projectleiders",
    )
    [table] = tables(section(report_of(overview), "eigen-keuzes"))
    assert table.rows == (
        ("1", "Gedeelde projectleider", "2", "nr. 2 en 3 (samen 4 initiatieven)"),
        ("2", "gedeelde projectleider!", "1", "dezelfde woorden als nr. 1"),
        ("3", "Gedeelde projectleiders", "1", "nr. 1"),
        ("4", "Iets heel anders", "1", ""),
    )


def test_what_groups_did_not_share_is_counted_and_is_no_text_that_returns() -> None:
    found = section(report_of(wrote(UNSHARED, "Iets heel anders", UNSHARED)), "eigen-keuzes")
    assert [row[1] for table in tables(found) for row in table.rows] == ["Iets heel anders"]
    assert "2 eigen keuzes staan hier niet: die zijn niet gedeeld." in said(found)
    alone = section(report_of(wrote(UNSHARED)), "eigen-keuzes")
    assert said(alone).splitlines()[-1] == "1 eigen keuze staat hier niet: die is niet gedeeld."


def test_one_initiative_that_wrote_alike_texts_is_one_initiative() -> None:
    [found] = find_own_texts(wrote(("Gedeelde projectleider", "gedeelde projectleider!")), COMPONENT, MENUS)
    assert found.number == 1 and len(found.texts[0]) == 2


def test_a_text_like_an_option_says_which_also_of_another_component() -> None:
    own = next(iter(MENUS.components[COMPONENT].options.values())).title
    other, elsewhere = [(name, one) for name, one in MENUS.components.items() if name != COMPONENT][1]
    theirs = next(iter(elsewhere.options.values())).title
    [table] = tables(section(report_of(wrote(f"{own}.", theirs.upper())), "eigen-keuzes"))
    like = {row[1]: row[3] for row in table.rows}
    assert like[f"{own}."].startswith("de optie ") and own in like[f"{own}."]
    assert theirs in like[theirs.upper()] and f"bij {elsewhere.title}" in like[theirs.upper()] and other


def test_every_text_of_a_folder_is_there_when_all_is_told() -> None:
    shown = Counter(
        {
            (table.caption, row[1]): int(row[2])
            for table in tables(section(report_of(), "eigen-keuzes"))
            for row in table.rows
        }
    )
    wanted = Counter(
        (f"{MENUS.components[name].title}: anders, namelijk", text)
        for one in OVERVIEW.by_name
        for name, choice in FOLDER[one.kept.file]["choices"].items()
        for text in choice["other"]
    )
    assert shown == wanted


def test_shorter_it_tells_how_many_texts_are_left() -> None:
    overview = wrote(
        *(f"{word} {word}" for word in ("aap", "noot", "mies", "wim", "zus", "jet", "teun", "vuur", "gijs", "lam"))
    )
    part = section(report_of(overview, "gewoon"), "eigen-keuzes")
    assert len(tables(part)[0].rows) == 8 and "Er zijn nog 2 teksten. Zij staan in het overzicht met" in said(part)


def test_of_who_wrote_very_much_the_first_ten_stand_here_and_that_is_told() -> None:
    part = section(report_of(wrote([f"tekst {at}{at}{at}" for at in range(12)])), "eigen-keuzes")
    assert len(tables(part)[0].rows) == 10 and "alleen de eerste tien eigen keuzes" in said(part)


@pytest.mark.parametrize("text", ["=1+1", "<b>x</b>", "[x](y)", "🔥", "\u202eomgekeerd", "e" * 3000, "#let x", "|a|b|"])
@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_whatever_was_typed_the_overview_is_made_in_every_format(text: str, suffix: str) -> None:
    if suffix != ".pdf" or text in ("🔥", "#let x"):  # each of these takes a second
        assert render_report(suffix, report_of(wrote(text)), Theme())


@pytest.mark.slow
def test_of_very_many_texts_all_are_counted_and_those_that_most_wrote_are_compared() -> None:
    row = row_of("a.yaml", an_initiative(1, MENUS), MENUS)
    overview = Overview()
    for at in range(2_200):
        own = {COMPONENT: {"options": [], "considering": [], "other": [f"{at * 7919 % 100_003:05} {at}"]}}
        assert row["initiative"] is not None
        again: Any = {**row, "file": f"{at}.yaml", "choices": own, "initiative": {**row["initiative"], "id": f"i-{at}"}}
        overview.add(again)
    part = section(report_of(overview), "eigen-keuzes")
    assert len(tables(part)[0].rows) == 500 and "Er zijn nog 1.700 teksten." in said(part)
    assert "Met elkaar vergeleken zijn de 2.000 teksten die het meest voorkomen." in said(part)


# Statements that nobody can answer.


def test_every_statement_is_counted_for_every_initiative_and_what_fewest_can_answer_comes_first() -> None:
    met = find_met(OVERVIEW, MENUS)
    assert {one.statement for one in met} == set(MENUS.statements)
    assert all(one.answered + one.unknown + one.open + one.not_asked == 40 for one in met)
    asked = [one for one in met if one.asked]
    assert [one.share for one in asked] == sorted(one.share for one in asked)
    assert {one.statement for one in met[:2]} == set(HARD) and met[0].unknown > 30


def test_where_less_than_half_could_answer_it_is_told_where_the_answer_can_be_found() -> None:
    told = said(section(report_of(), "stellingen"))
    assert "Begrotingspost met bedrag en jaren." in told and "Uitspraak in een verslag, memo of voorstel." in told


def test_weet_niet_open_and_not_asked_are_told_apart() -> None:
    data = placed(4, 4)
    data["answers"] |= {"m2": "weet-niet"}
    del data["answers"]["m6"]
    met = {one.statement: one for one in find_met(overview_of({"a.yaml": data}, MENUS), MENUS)}
    assert met["m2"][1:] == (0, 1, 0, 0) and met["m6"][1:] == (0, 0, 1, 0) and met["m8"][1:] == (0, 0, 0, 1)
    assert met["d1"][1:] == met["r1"][1:] == (0, 0, 0, 1)


def test_a_short_overview_names_three_of_them_and_leaves_out_the_rest() -> None:
    report = report_of(depth="kort")
    assert len(tables(section(report, "stellingen"))[0].rows) == 3
    names = {one.id for one in report.sections}
    assert not names & {"keuzes-per-plek", "eigen-keuzes", "inschatting", "samenhang"} and "metingen" in names


# Own estimates.


def test_estimates_are_counted_as_higher_the_same_and_lower_with_the_middle_difference() -> None:
    files = {}
    for at, mark in enumerate((5, 4, 3, 3)):
        files[f"{at}.yaml"] = placed(3, 5, id=f"proef-{at}") | {"estimate": {"motivatie": mark, "betrokkenheid": 5}}
    part = section(report_of(overview_of(files, MENUS)), "inschatting")
    [table] = tables(part)
    assert table.rows[0] == ("Motivatie", "0", "2", "2", "+0,5")
    assert table.rows[1] == ("Betrokkenheid", "0", "4", "0", "0,0")
    assert "De plek, van 4 initiatieven: 2 dezelfde, 2 deels dezelfde, 0 een andere." in said(part)
    assert "Een inschatting die verschilt, is niet fout." in said(part)


def test_dots_are_told_apart_from_the_mark_of_the_group_and_a_large_room_weighs_no_more_in_the_middle() -> None:
    one = placed(3, 3) | {"estimate": {"dots": [[5, 3]] * 9}}
    two = placed(3, 3, id="twee") | {"estimate": {"dots": [[1, 3]]}}
    part = section(report_of(overview_of({"a.yaml": one, "b.yaml": two}, MENUS)), "inschatting")
    [table] = tables(part)
    assert table.caption == "De stippen van ieder: 10 stippen uit 2 initiatieven"
    assert table.rows[0] == ("Motivatie", "1", "0", "9", "0,0")


def test_the_middle_difference_is_that_of_the_marks_themselves() -> None:
    [row, *_] = tables(section(report_of(), "inschatting"))[0].rows
    found = [
        one.kept.learned["estimate"]["motivatie"]
        for one in OVERVIEW.by_name
        if one.kept.learned and "motivatie" in one.kept.learned["estimate"]
    ]
    assert sum(map(int, row[1:4])) == len(found)
    assert abs(
        Fraction(row[4].replace(",", ".").replace("+", "")) - median(map(Fraction, map(str, found)))
    ) <= Fraction(1, 20)


def test_who_has_no_place_from_answers_has_no_difference() -> None:
    data = placed(3, 3) | {"answers": {}, "estimate": {"motivatie": 4, "betrokkenheid": 2}}
    names = [one.id for one in report_of(overview_of({"a.yaml": data}, MENUS)).sections]
    assert "inschatting" not in names


# In files.


@pytest.mark.parametrize("suffix", [".html", ".md", pytest.param(".docx", marks=pytest.mark.slow)])
def test_all_of_it_is_in_every_file_that_shows_any_letter_in_order_and_always_the_same(suffix: str) -> None:
    report = report_of()
    data = render_report(suffix, report, Theme())
    assert data == render_report(suffix, report, Theme())
    text = "".join(READERS[suffix](data).split())
    assert not missing_in(text, suffix, report, lambda text: "".join(text.split()))


def test_no_share_of_few_is_told_as_a_percentage() -> None:
    names = ("keuzes-per-plek", "eigen-keuzes", "stellingen", "inschatting", "metingen", "samenhang")
    assert not any("%" in said(section(report_of(), name)) for name in names)


def test_nothing_new_is_told_of_what_could_not_be_read() -> None:
    names = [one.id for one in report_of(Overview()).sections]
    assert names == ["kort", "typologie", "verantwoording"]


def test_rows_for_tables_hold_nothing_of_it() -> None:
    rows: list[Row] = [row_of("a.yaml", FOLDER["initiatief-01.yaml"], MENUS)]
    assert "overview" in rows[0] and "overview" not in next(drop_learned(rows))
    told = [block for block in section(report_of(), "inschatting").blocks if isinstance(block, Paragraph)]
    assert told


# Respondents.


def with_respondents(number: int) -> dict[str, Any]:
    """An initiative of which so many municipalities answered apart, one respondent each, and nobody together."""
    data = placed(4, 2)
    answers = data.pop("answers")
    towns = ("Assen", "Emmen", "Hoogeveen", "Meppel", "Coevorden", "Westerveld", "Tynaarlo", "Noordenveld")[:number]
    data["initiative"]["municipalities"] = list(towns)
    data["responses"] = [
        {
            "id": f"r{at}",
            "organisation": {"kind": "gemeente", "name": town},
            "answers": {name: value for name, value in answers.items() if name.startswith("m")},
        }
        for at, town in enumerate(towns)
    ]
    return data


@pytest.mark.parametrize(("number", "told"), [(3, False), (6, True)])
def test_what_respondents_said_is_counted_and_their_mean_only_where_a_table_may_tell_it(
    number: int, told: bool
) -> None:
    overview = overview_of({"a.yaml": with_respondents(number)}, MENUS)
    met = {one.statement: one for one in find_met(overview, MENUS)}
    assert met["m2"].answered == 1 and met["b2"].open == 1
    learned = overview.by_name[0].kept.learned
    assert learned is not None
    value = learned["values"][list(MENUS.statements).index("m2")]
    assert (value == 4) == told and (value is None) != told
