from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.batch.overview.report import NO_RANKING, Overview, build_overview
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.drawing.charts import Bars, words_of_chart
from poolwijzer.drawing.model import PARTS, Drawing
from poolwijzer.dutch import percentage, sorting_key
from poolwijzer.report.model import Bullets, Depth, Labelled, Paragraph, Report, Section, Table
from poolwijzer.report.texts import drawings_in, texts_of
from poolwijzer.tables.row import Row
from tests.batch.made_rows import ON, made_rows, unreadable

MENUS = load_menus(None)
ROWS = tuple(made_rows(60, MENUS))
NAMES = ("Regio 2", "regio 2", "Regio 10", "Élan", "Eland", "zuid", "'s-Gravenhage", "Ĳssel", "ijssel", "9" * 5000)


def overview_of(rows: Sequence[Row]) -> Overview:
    overview = Overview()
    for row in rows:
        overview.add(row)
    return overview


def report_of(rows: Sequence[Row], depth: Depth = "gewoon", menus: Content = MENUS) -> Report:
    return build_overview(overview_of(rows), menus, ON, "0", depth)


def called(row: Row, name: str, file: str) -> Row:
    assert row["initiative"] is not None
    return {**row, "file": file, "initiative": {**row["initiative"], "name": name}}


def section(report: Report, name: str) -> Section:
    return next(one for one in report.sections if one.id == name)


def tables(part: Section) -> list[Table]:
    return [block for block in part.blocks if isinstance(block, Table)]


def distribution_of(report: Report) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The rows of the pictures of how many stand where: by place, and by level of each axis."""
    blocks = section(report, "verdeling").blocks
    return tuple(words_of_chart(block).rows for block in blocks if isinstance(block, Bars))


def drawing_of(report: Report) -> Drawing:
    [drawing] = drawings_in(report.sections)
    return drawing


def numbered(report: Report) -> dict[int, tuple[str, ...]]:
    """The rows of the table by name, without their number."""
    [table] = tables(section(report, "initiatieven"))
    return {int(row[0]): row[1:] for row in table.rows}


def said(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


few_rows = st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(NAMES)), min_size=1, max_size=12).map(
    lambda drawn: [called(row, name, f"map/{index}.yaml") for index, (row, name) in enumerate(drawn)]
)


@settings(max_examples=40)
@given(few_rows, st.randoms(use_true_random=False))
def test_an_overview_does_not_depend_on_the_order_in_which_initiatives_came(rows: list[Row], random: Random) -> None:
    shuffled = random.sample(rows, len(rows))
    assert report_of(shuffled, "volledig") == report_of(rows, "volledig")


@settings(max_examples=40)
@given(few_rows)
def test_numbers_are_the_places_in_a_list_by_name_and_no_two_are_called_the_same(rows: list[Row]) -> None:
    listed = overview_of(rows).by_name
    assert [one.number for one in listed] == list(range(1, len(rows) + 1))
    assert [sorting_key(one.kept.name) for one in listed] == sorted(sorting_key(one.kept.name) for one in listed)
    assert len({one.label.casefold() for one in listed}) == len(rows)
    assert sorted(numbered(report_of(rows))) == [one.number for one in listed]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=40))
def test_every_initiative_is_counted_once_and_the_shares_are_of_all(rows: list[Row]) -> None:
    report = report_of(rows)
    places, levels = distribution_of(report)
    assert sum(int(count) for _, count, _ in places) == len(rows)
    assert all(share == percentage(Fraction(int(count), len(rows))) for _, count, share in places)
    assert [sum(map(int, counts)) for _, *counts in levels] == [len(rows)] * len(MENUS.typology.axes)
    drawing = drawing_of(report)
    without = next(int(count) for title, count, _ in places if title == "Nog geen plek")
    assert len(drawing.markers) + sum(one.count for one in drawing.counts) == len(rows) - without


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=40))
def test_each_zone_of_the_drawing_holds_as_many_as_the_distribution_says(rows: list[Row]) -> None:
    report = report_of(rows)
    places, _ = distribution_of(report)
    drawing = drawing_of(report)
    fields = (drawing.field_of(marker) for marker in drawing.markers)
    drawn = Counter(field.title for field in fields if field)
    assert drawn == {title: int(count) for title, count, _ in places[:9] if int(count)}


def test_a_mark_lies_in_the_square_that_its_scores_are_in() -> None:
    drawing = drawing_of(report_of(ROWS))
    for point in drawing.markers:
        column, row = drawing.across.strips[point.square[0]], drawing.down.strips[point.square[1]]
        assert column.start - 1e-4 <= point.across <= column.end + 1e-4
        assert row.start - 1e-4 <= point.down <= row.end + 1e-4


def test_it_is_said_that_this_is_no_ranking_and_nothing_is_sorted_by_score() -> None:
    report = report_of(ROWS)
    first = report.sections[0].blocks[0]
    assert isinstance(first, Paragraph) and first.line.text == NO_RANKING
    names = [row[0] for row in numbered(report).values()]
    assert names == sorted(names, key=sorting_key)


def test_the_table_tells_how_sure_each_score_is_and_what_those_words_mean() -> None:
    report = report_of(ROWS)
    cells = {cell.split(" ", 1)[-1] for row in numbered(report).values() for cell in row[3:5]}
    assert {"voorlopig", "geschat", "geen"} <= cells
    told = said(report)
    assert "Voorlopig: er zijn" in told and "Geschat: de groep" in told and "Geen: er zijn te weinig" in told
    [whole] = tables(section(report_of(ROWS, "volledig"), "initiatieven"))
    assert any(" tot " in cell for row in whole.rows for cell in row)


def test_a_column_is_there_only_if_something_stands_in_it() -> None:
    without = [{**row, "initiative": {**(row["initiative"] or {}), "region": ""}} for row in ROWS[:5]]
    [table] = tables(section(report_of(without), "initiatieven"))  # type: ignore[arg-type]
    assert table.head == ("Nr.", "Naam", "Plek", "Motivatie", "Betrokkenheid")
    divided = [{**row, "placement": {**(row["placement"] or {}), "divided": True}} for row in ROWS[:2]]
    [table] = tables(section(report_of([*ROWS[2:5], *divided]), "initiatieven"))  # type: ignore[list-item]
    assert Counter(row[3].endswith(" (verdeeld)") for row in table.rows) == {False: 3, True: 2}
    assert "Verdeeld: de gemeenten denken verschillend." in said(report_of([*ROWS[2:5], *divided]))  # type: ignore[list-item]


def test_initiatives_with_the_same_name_have_the_file_behind_it_and_the_folder_where_that_is_the_same_too() -> None:
    files = ("noord/a.yaml", "zuid/b.yaml")
    rows = [called(row, "Regio", file) for row, file in zip(ROWS, files, strict=False)]
    assert [row[0] for row in numbered(report_of(rows)).values()] == ["Regio (a.yaml)", "Regio (b.yaml)"]
    rows = [called(row, "Regio", file) for row, file in zip(ROWS, ("noord\\a.yaml", "zuid\\a.yaml"), strict=False)]
    assert [row[0] for row in numbered(report_of(rows)).values()] == ["Regio (noord\\a.yaml)", "Regio (zuid\\a.yaml)"]


def test_who_came_on_an_own_estimate_is_named_and_of_many_it_is_told_how_many() -> None:
    report = report_of(ROWS)
    own = [one for one in overview_of(ROWS).by_name if one.kept.estimated]
    [bullets] = [block for block in section(report, "initiatieven").blocks if isinstance(block, Bullets)]
    assert [line.text for line in bullets.items] == [f"{one.number}: {one.label}" for one in own]
    estimated = next(row for row in ROWS if row["file"] == own[0].kept.file)
    many = [called(estimated, f"Regio {index}", f"{index}.yaml") for index in range(60)]
    assert "Bij 60 initiatieven rust de plek op een eigen inschatting." in said(report_of(many))


def test_the_most_frequent_signals_are_named_with_how_many_and_which_share() -> None:
    counted = Counter(signal for row in ROWS for signal in row["signals"])
    [asks, strong] = tables(section(report_of(ROWS), "aandachtspunten"))
    assert len(asks.rows) == 10 and [int(row[1]) for row in asks.rows] == sorted(counted.values(), reverse=True)[:10]
    titles = {MENUS.signals[name].title: count for name, count in counted.items()}
    assert all(int(count) == titles[title] for title, count, _ in asks.rows)
    assert all(share == percentage(Fraction(int(count), 60)) for _, count, share in (*asks.rows, *strong.rows))
    [every, _] = tables(section(report_of(ROWS, "volledig"), "aandachtspunten"))
    assert len(every.rows) == len(counted)


def test_per_component_it_is_told_how_many_filled_it_in_and_how_often_each_option_was_chosen_or_considered() -> None:
    report = report_of(ROWS)
    for name, component in MENUS.components.items():
        filled = [row["choices"][name] for row in ROWS if name in row["choices"]]
        told = f"{component.title}: {len(filled)} van de 60 initiatieven vulden dit onderdeel in"
        [table] = [one for one in tables(section(report, "keuzes")) if one.caption == told]
        found = {title: (chosen, considered) for title, chosen, considered in table.rows}
        for option, about in component.options.items():
            wanted = [sum(option in choice[key] for choice in filled) for key in ("options", "considering")]
            assert found.get(about.title, ("0", "0")) == tuple(map(str, wanted))


def test_what_nobody_filled_in_or_chose_is_told_too() -> None:
    [row] = [{**ROWS[0], "choices": {"vorm": {"options": ["bij-provincie"], "considering": [], "other": []}}}]
    told = said(report_of([row]))  # type: ignore[list-item]
    assert "1 van de 1 initiatief vulde dit onderdeel in" in told
    assert "Financiering: nog geen enkel initiatief vulde dit onderdeel in." in told
    assert "Door niemand gekozen of overwogen: " in told


def test_files_that_could_not_be_read_are_counted_and_named_with_their_problems() -> None:
    report = report_of([*ROWS[:3], *unreadable(8)])
    assert "8 bestanden konden niet worden gelezen" in said(report)
    [table] = tables(section(report, "niet-gelezen"))
    assert ("map/kapot-1.yaml", "regel 12", "Dit antwoord staat er twee keer.", "Haal er een weg.") in table.rows
    assert [row[2] for row in table.rows if row[0] == "map/kapot-8.yaml"][-1] == "En nog 3 problemen."
    summary = next(block for block in report.sections[0].blocks if isinstance(block, Labelled))
    assert ("Niet te lezen", "8 bestanden") in [(label, line.text) for label, line in summary.rows]


def test_a_batch_in_which_nothing_could_be_read_still_gives_an_overview_with_a_drawing() -> None:
    report = report_of(list(unreadable(2)))
    assert report.title == "Overzicht van 0 initiatieven"
    assert drawing_of(report).description == "Nog geen enkel initiatief heeft een plek."
    assert "Er is nog geen initiatief om te vergelijken." in said(report)


def test_of_a_long_list_the_table_names_the_first_by_name_and_the_drawing_counts_all() -> None:
    rows = [called(ROWS[index % 60], f"Regio {index}", f"{index}.yaml") for index in range(2000)]
    report = report_of(rows)
    assert list(numbered(report)) == list(range(1, 501))
    told = "Deze tabel noemt de eerste 500 van de 2.000 initiatieven, op naam. Alle rijen krijgt u als tabel met -o "
    assert told in said(report)
    drawing = drawing_of(report)
    placed = sum(1 for row in rows if row["placement"] and row["placement"]["in_play"])
    assert not drawing.markers and sum(one.count for one in drawing.counts) == placed


def test_with_few_marks_the_drawing_names_them_with_more_the_table_says_in_which_square_to_look() -> None:
    assert drawing_of(report_of(ROWS[:30])).named
    report = report_of(ROWS)
    drawing = drawing_of(report)
    assert not drawing.named and drawing.markers
    squares = {int(one.sign): drawing.square_name(one.square) for one in drawing.markers}
    [table] = tables(section(report, "initiatieven"))
    column = table.head.index("Vak")
    assert {int(row[0]): row[column] for row in table.rows if row[column]} == squares


def test_marks_that_would_lie_on_a_heap_are_counted_instead() -> None:
    rows = [called(ROWS[0], f"Regio {index}", f"{index}.yaml") for index in range(200)]
    drawing = drawing_of(report_of(rows))
    assert [one.count for one in drawing.counts] == [200]


def test_names_too_long_for_a_legend_are_left_to_the_table() -> None:
    rows = [called(row, f"{'lange naam ' * 30}{index}", f"{index}.yaml") for index, row in enumerate(ROWS[:30])]
    assert not drawing_of(report_of(rows)).named


def test_what_people_typed_is_made_harmless_before_it_stands_in_a_sentence() -> None:
    rows = [called(ROWS[0], "kapot\x07\u202enaam", "a\u202e.yaml"), called(ROWS[1], "kapot\x07\u202enaam", "b.yaml")]
    names = [row[0] for row in numbered(report_of(rows)).values()]
    assert all("\x07" not in name and name.startswith("\u2068kapot\ufffd") for name in names)


def test_the_menus_the_program_and_the_credit_are_told() -> None:
    told = said(report_of(ROWS[:3]))
    assert f"Poolwijzer 0, menu's {MENUS.version} ({MENUS.hash[:12]})" in told
    assert MENUS.typology.credit in told and "1 november 2026" in told
    assert "De grenzen 2,5 en 3,5 zijn een afspraak." in told


def test_a_short_overview_leaves_out_the_choices() -> None:
    assert "keuzes" not in [one.id for one in report_of(ROWS[:5], "kort").sections]


@pytest.mark.parametrize(("low", "high"), [("1", "5"), ("3", "3"), ("2.9", "3.1")])
def test_menus_with_other_bounds_give_a_drawing_as_well(low: str, high: str) -> None:
    typology = MENUS.typology
    bands = typology.bands.model_copy(update={"low_below": Fraction(low), "high_above": Fraction(high)})
    menus = replace(MENUS, typology=typology.model_copy(update={"bands": bands}))
    rows = list(made_rows(30, menus, seed=2))
    report = report_of(rows, menus=menus)
    drawing = drawing_of(report)
    places, _ = distribution_of(report)
    title_at = {(field.column, field.row): field.title for field in drawing.fields}
    held = Counter(title_at[drawing.parts_of(one.square)] for one in drawing.markers)
    for counted in drawing.counts:
        held[title_at[drawing.parts_of(counted.square)]] += counted.count
    assert held == {title: int(count) for title, count, _ in places[:9] if int(count)}
    assert [strip.part for strip in drawing.across.strips] == sorted(strip.part for strip in drawing.across.strips)
    assert {strip.part for strip in drawing.down.strips} == set(PARTS)


def test_axes_that_run_the_other_way_are_drawn_that_way() -> None:
    axes = dict(MENUS.typology.axes)
    axes["motivatie"] = axes["motivatie"].model_copy(update={"high_side": "left"})
    menus = replace(MENUS, typology=MENUS.typology.model_copy(update={"axes": axes}))
    usual, turned = drawing_of(report_of(ROWS)), drawing_of(report_of(ROWS, menus=menus))
    for part in PARTS:
        assert [field.title for field in turned.row(part)][::-1] == [field.title for field in usual.row(part)]
    assert (turned.across.first, turned.across.last) == (usual.across.last, usual.across.first)
    assert [one.across for one in turned.markers] == pytest.approx([1 - one.across for one in usual.markers])
