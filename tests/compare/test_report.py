"""What a report on a comparison says, in every format and on a narrow screen, and what it does not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from poolwijzer.assessment.read import read_assessment
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.report import build_comparison_report
from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Grid
from poolwijzer.drawing.model import Drawing
from poolwijzer.formats.registry import WHOLE_REPORTS, Theme, writer_for
from poolwijzer.formats.terminal import show_report
from poolwijzer.report.model import Depth, Labelled, Report, Section, Table
from poolwijzer.report.texts import drawings_in, table_of, texts_of
from tests.compare.conftest import on_axis
from tests.formats.finding import missing_in
from tests.formats.test_registry import READERS

Make = Callable[..., Given]
Build = Callable[..., Report]
DEPTHS: tuple[Depth, ...] = ("kort", "gewoon", "volledig")
AXES = ["Motivatie", "Betrokkenheid"]
HOSTILE = "[/x] [bold]vet[/bold] | <b>dik</b> \x1b[31mrood \u202eom {{ 1 }} =1+1\n# kop"


@pytest.fixture(scope="session")
def report(compared: Callable[..., Comparison], content: Content) -> Build:
    """Makes the report on a comparison of files."""

    def made(*files: Given, depth: Depth = "gewoon", asked: Any = None) -> Report:
        return build_comparison_report(content, compared(*files, asked=asked), version="0", depth=depth)

    return made


def sections(parts: tuple[Section, ...]) -> Iterator[Section]:
    for part in parts:
        yield part
        yield from sections(part.parts)


def told(report: Report, id: str = "") -> str:
    return "\n".join(texts_of(one for one in sections(report.sections) if not id or one.id == id))


def tables(report: Report, id: str) -> list[Table]:
    """The tables of a section, and its pictures as tables."""
    blocks = [b for one in sections(report.sections) if one.id == id for b in one.blocks]
    return [table_of(b) if isinstance(b, Grid) else b for b in blocks if isinstance(b, Grid | Table)]


def drawing(report: Report) -> Drawing:
    return next(drawings_in(report.sections))


def many(number: int, given: Make, **more: Any) -> list[Given]:
    return [given(f"Regio {i}", id=f"regio-{i}", m=1 + i % 5, b=1 + i // 2 % 5, **more) for i in range(1, number + 1)]


def of_every_kind(given: Make, text: str = "Een eigen keuze") -> dict[str, list[Given]]:
    own: dict[str, Any] = {
        "context": {"verband": {"kind": "provincie", "name": text}},
        "choices": {"vorm": {"options": ["bij-provincie"], "other": [text], "consideration": text}},
    }
    past = [{"date": "2024-01-01", "answers": {"m16": {"value": 2, "note": text}, **on_axis("b", 2)}}]
    name = text
    return {
        "initiatives": [given(name, id="a", m=5, b=4, **own), given("Zuid", id="b", m=1, b=4)],
        "groups": [given(name, file="t1.yaml", m=5, b=2, **own), given(name, file="t2.yaml", m=4, b=2)],
        "time": [given(name, day="2025-01-01", m=2, **own), given(name, day="2026-01-01", m=4, measurements=past)],
        "many": [*many(9, given), given(name, id="x", m=3, b=3, **own)],
    }


# What it says.


@pytest.mark.parametrize("depth", DEPTHS)
def test_every_comparison_says_that_it_is_no_ranking(depth: Depth, given: Make, report: Build) -> None:
    for files in of_every_kind(given).values():
        made = report(*files, depth=depth)
        assert "Dit overzicht vergelijkt situaties. Het is geen ranglijst." in told(made, "vergelijking")
        assert told(made).count("Geen plek is beter dan een andere.") == 1
        assert "Geen plek is beter dan een andere." in told(made, "plekken")


def test_it_says_what_it_took_the_files_for_and_why(given: Make, report: Build) -> None:
    kinds = of_every_kind(given)
    for kind, words in (
        ("initiatives", "ander initiatief"),
        ("groups", "geen verschillende datums"),
        ("time", "datums"),
    ):
        assert words in told(report(*kinds[kind]), "vergelijking")
        assert "Kies zelf met --as" in told(report(*kinds[kind], depth="kort"), "vergelijking")
        assert "--as" not in told(report(*kinds[kind]), "vergelijking"), "whoever reads a document cannot change it"
    asked = told(report(*kinds["groups"], asked="initiatives", depth="kort"), "vergelijking")
    assert "initiatieven naast elkaar" in asked and "Zo is het gevraagd" in asked and "--as" not in asked


def test_all_are_drawn_with_the_number_of_their_name_also_where_one_has_no_place(given: Make, report: Build) -> None:
    files = [given("Cee", id="c", m=5, b=5), given("Aa", id="a", m=1, b=1), given("Bee", id="b", answers={"m16": 3})]
    made = report(*files)
    assert [(mark.sign, mark.label) for mark in drawing(made).markers] == [("1", "Aa"), ("3", "Cee")]
    assert drawing(made).nouns == "initiatieven"
    assert "Nog geen plek heeft: Bee." in told(made, "plekken")
    levels, table = tables(made, "plekken")
    assert levels.rows == (
        ("1. Aa", "nog laag", "nog laag"),
        ("2. Bee", "nog onbekend", "nog onbekend"),
        ("3. Cee", "hoog", "hoog"),
    )
    assert [row[:2] for row in table.rows] == [
        ("1. Aa", "Trekker zoeken"),
        ("2. Bee", "Nog geen plek"),
        ("3. Cee", "Samen inrichten"),
    ]


def test_a_divided_initiative_is_said_to_be_so(given: Make, report: Build) -> None:
    people = [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": f"Proefdorp {n}"}, "answers": on_axis("m", score)}
        for n, score in enumerate((1, 1, 5, 5))
    ]
    _, table = tables(report(given("A", id="a", responses=people), given("B", id="b", m=4)), "plekken")
    assert table.head[-1] == "Gemeenten verdeeld"
    assert [row[-1] for row in table.rows] == ["ja", ""]
    assert "verdeeld" not in tables(report(*many(2, given)), "plekken")[1].head[-1]


def test_a_few_are_called_by_name_and_answers_stand_in_words(given: Make, report: Build) -> None:
    (table,) = tables(
        report(given("Noord", id="a", m=5), given("Zuid", id="b", answers={"m16": 2, "m2": 1})), "verschillen"
    )
    assert table.head == ("Stelling", "Noord", "Zuid")
    assert [row[1:] for row in table.rows] == [("5, (bijna) alle", "1, geen"), ("5, (bijna) alle", "2, een paar")]


def test_some_stand_in_columns_by_number_with_the_key_to_them(given: Make, report: Build) -> None:
    (table,) = tables(report(*many(8, given)), "verschillen")
    assert table.head == ("Stelling", *"12345678")
    assert "De nummers: 1: Regio 1, 2: Regio 2," in told(report(*many(8, given)), "verschillen")
    assert len(table.rows) == 5
    (listed,) = tables(report(*many(8, given), depth="kort"), "verschillen")
    assert len(listed.rows) == 3 and listed.right == frozenset(range(1, 9))


def test_with_many_the_table_turns_to_one_a_row(given: Make, report: Build) -> None:
    made = report(*many(30, given))
    (table,) = tables(made, "verschillen")
    assert table.head == ("Initiatief", *"ABCDE")
    assert [row[0] for row in table.rows] == [f"{i}. Regio {i}" for i in range(1, 31)]
    assert "Onze gemeenten vragen zelf om samenwerking op dit thema." in told(made, "verschillen")
    assert len(tables(report(*many(30, given), depth="volledig"), "alle-motivatie")[0].head) == 6


def test_how_many_differences_are_told_goes_with_the_depth(given: Make, report: Build) -> None:
    files = [given("Noord", id="a", m=5, b=5), given("Zuid", id="b", m=1, b=1)]
    short, usual, whole = (report(*files, depth=depth) for depth in DEPTHS)
    assert [len(tables(made, "verschillen")[0].rows) for made in (short, usual, whole)] == [3, 5, 5]
    assert "Op nog 7 stellingen verschillen de antwoorden." in told(short, "verschillen")
    assert [len(tables(whole, f"alle-{axis}")[0].rows) for axis in ("motivatie", "betrokkenheid")] == [5, 5]


def test_where_answers_are_the_same_that_is_told_with_the_answer(given: Make, report: Build) -> None:
    files = [given("Noord", id="a", answers={"m16": 5, "m6": 4}), given("Zuid", id="b", answers={"m16": 5, "m6": 3})]
    assert "om samenwerking op dit thema. Antwoord: 5, (bijna) alle." in told(report(*files), "gelijk")
    assert "Op 1 stelling zijn de antwoorden gelijk." in told(report(*files, depth="kort"), "gelijk")


def test_without_a_difference_that_is_said(given: Make, report: Build) -> None:
    same = [given("Noord", id="a", m=4), given("Zuid", id="b", m=4)]
    assert "geen stelling waarop de antwoorden verschillen" in told(report(*same), "verschillen")
    none = [given("Noord", id="a", m=4), given("Zuid", id="b", b=4)]
    assert "geen stelling die door twee of meer is beantwoord" in told(report(*none), "verschillen")


def test_choices_stand_side_by_side_with_what_was_added(given: Make, report: Build) -> None:
    one = {"vorm": {"options": ["bij-provincie"], "considering": ["nieuwe-organisatie"]}}
    two = {"vorm": {"options": ["bij-provincie"], "other": ["Iets anders"]}}
    files = [
        given("Noord", id="a", m=4, choices=one),
        given("Zuid", id="b", m=4, choices=two),
        given("Oost", id="c", m=4),
    ]
    made = report(*files)
    (table,) = tables(made, "keuzes")
    assert table.head == ("Optie", "Noord", "Oost", "Zuid")
    component = "Vorm/ organisatiestructuur"
    assert table.rows == (
        (f"{component}: Geen aparte entiteit, ondergebracht bij provincie", "gekozen", "", "gekozen"),
        (f"{component}: Nieuwe organisatie", "overwogen", "", ""),
        (f"{component}: Iets anders (eigen keuze)", "", "", "gekozen"),
    )
    assert "Nog niet ingevuld door:" in told(made, "keuzes") and "Oost" in told(made, "keuzes")


def test_of_many_it_is_told_per_component_who_chose_what(given: Make, report: Build) -> None:
    chose = {"vorm": {"options": ["bij-provincie"]}}
    (table,) = tables(report(*(given(f"Regio {n}", id=f"r{n}", choices=chose) for n in range(9))), "keuzes")
    assert table.caption == "Vorm/ organisatiestructuur"
    assert table.rows == (("Geen aparte entiteit, ondergebracht bij provincie", "alle initiatieven", ""),)


def test_only_verdicts_that_differ_are_told_and_all_with_reasons_in_the_whole_report(
    given: Make, report: Build
) -> None:
    # What they need speaks for trainees, and says nothing of plans.
    needs = ["vaste-mensen", "van-elkaar-leren"]
    files = [given(name, id=name.lower(), context={"behoefte": [need]}) for name, need in zip("AB", needs, strict=True)]
    short, usual, whole = (report(*files, depth=depth) for depth in DEPTHS)
    assert re.search(
        r"Van de \d+ opties krijgen er \d+ bij beide initiatieven hetzelfde oordeel\.", told(short, "oordelen")
    )
    assert not tables(short, "oordelen")
    [differing] = [table for table in tables(usual, "oordelen") if table.caption == "Activiteiten"]
    [every] = tables(whole, "oordelen-activiteiten")
    assert differing.head == every.head == ("Optie", "A", "B")
    assert ("Traineepool", "past goed", "nog niet te zeggen") in differing.rows
    titles = [[row[0] for row in table.rows] for table in (differing, every)]
    assert "Planvorming (bijv. WUP) begeleiden" not in titles[0] and "Planvorming (bijv. WUP) begeleiden" in titles[1]
    assert "Waarom: " not in told(usual) and "Waarom: Traineepool" in told(whole, "oordelen-activiteiten")


def test_a_reason_that_rests_on_a_source_gets_its_note_and_the_source_is_listed(
    report: Build, examples: Path, content: Content
) -> None:
    names = ("flexteam-drenthe", "voorbeeldregio-merenland")
    files = [Given(name, read_assessment(examples / f"{name}.yaml", content).assessment) for name in names]
    whole = report(*files, depth="volledig")
    reasons = [
        line for one in sections(whole.sections) for b in one.blocks if isinstance(b, Labelled) for _, line in b.rows
    ]
    assert any(line.notes for line in reasons)
    assert told(whole, "bronnen").startswith("Bronnen\n")


def test_each_point_stands_once_with_what_it_is_for_everyone(given: Make, report: Build) -> None:
    files = [given("A", id="a", m=5, b=5), given("B", id="b", m=5, b=1), given("C", id="c", m=1, b=1)]
    [table] = tables(report(*files), "aandachtspunten")
    assert table.head == ("Punt", "A", "B", "C")
    points = [row[0] for row in table.rows]
    assert points and len(points) == len(set(points))
    asked = [row.count("let op") for row in table.rows]
    assert asked == sorted(asked, reverse=True), "what most have to look at comes first"
    assert {cell for row in table.rows for cell in row[1:]} == {"let op", "goed", ""}
    [table] = tables(report(*many(5, given)), "aandachtspunten")
    assert table.head == ("Punt", "Vraagt aandacht", "Gaat al goed")
    short = told(report(*files[:2], depth="kort"), "aandachtspunten")
    assert "bij een deel van de initiatieven." in short
    short = told(report(given("A", id="a", m=5, b=5), given("B", id="b", m=5, b=5), depth="kort"), "aandachtspunten")
    assert "Bij beide initiatieven:" in short


# Groups.


def test_groups_hear_first_whether_they_agree_on_the_place(given: Make, report: Build) -> None:
    apart = told(report(given(file="t1.yaml", m=5, b=5), given(file="t2.yaml", m=1, b=5)), "plekken")
    assert "De groepen komen op verschillende plekken uit." in apart
    assert "Motivatie\nnog laag en hoog.\nBetrokkenheid\nhoog." in apart
    together = told(report(given(file="t1.yaml", m=5, b=5), given(file="t2.yaml", m=4, b=5)), "plekken")
    assert "Beide groepen komen op dezelfde plek uit: Samen inrichten." in together


def test_groups_hear_who_said_what_and_what_to_look_at_together_and_none_is_right(given: Make, report: Build) -> None:
    files = [given(file=f"t{n}.yaml", m=m, b=4) for n, m in enumerate((5, 2, 2), 1)]
    made = report(*files)
    said = told(made, "verschillen")
    assert "2, een paar\nt2 en t3\n5, (bijna) alle\nt1\nKijk samen naar\nbrief, motie, agendapunt of verslag" in said
    assert "Vraag niet wie gelijk heeft." in said
    assert "Geen groep heeft gelijk of ongelijk." in told(made, "vergelijking")
    assert "Hier antwoorden de groepen hetzelfde" in told(made, "gelijk")
    assert made.title == "Proef: 3 groepen naast elkaar"


def test_how_far_eight_groups_agree_is_told_in_a_word(given: Make, report: Build) -> None:
    files = [given(file=f"t{n}.yaml", m=5 if n % 2 else 1) for n in range(8)]
    assert "Hoe eensgezind\ntwee kampen" in told(report(*files), "verschillen")
    assert "eensgezind" not in told(report(*files[:7]))


def test_many_are_drawn_as_an_overview_is_and_named_beside_it(given: Make, report: Build) -> None:
    made = report(*many(9, given))
    assert drawing(made).of_many and drawing(made).named
    assert all("Vak" not in table.head for table in tables(made, "plekken"))


def test_of_more_than_a_legend_can_name_the_table_says_in_which_square_to_look(
    given: Make, compared: Callable[..., Comparison], content: Content
) -> None:
    found = compared(*many(41, given))
    for depth in DEPTHS:
        made = build_comparison_report(content, found, version="0", depth=depth)
        shown = drawing(made)
        squares = {f"{one.sign}. {one.label}": shown.square_name(one.square) for one in shown.markers}
        assert len(squares) == 41 and not shown.named
        (table,) = tables(made, "plekken")
        assert table.head[1] == "Vak" and {row[0]: row[1] for row in table.rows} == squares


# Over time.


def test_over_time_the_way_is_drawn_and_what_came_and_went_is_told(given: Make, report: Build) -> None:
    before = {"vorm": {"options": ["bij-provincie"], "other": ["Los"]}}
    now = {"vorm": {"options": ["nieuwe-organisatie"]}}
    made = report(
        given("Weg", day="2025-01-01", m=1, b=4, choices=before), given("Weg", day="2026-01-01", m=5, b=4, choices=now)
    )
    assert made.title == "Weg door de tijd"
    assert [(mark.label, mark.kind) for mark in drawing(made).markers] == [
        ("Weg, 1 januari 2026", "initiatief"),
        ("meting van 1 januari 2025", "eerder"),
    ]
    assert "Motivatie ging omhoog." in told(made, "tijd")
    step = told(made, "stap-2")
    assert "Van 1 januari 2025 naar 1 januari 2026" in step
    assert "Nu gekozen\nNieuwe organisatie\nNiet meer gekozen\nGeen aparte entiteit" in step
    assert "Los (eigen keuze bij Vorm/ organisatiestructuur)" in step
    assert "Van 'nu minder passend' naar 'kan'" in step


def test_what_each_thought_before_is_told_of_everyone_and_over_time(given: Make, report: Build) -> None:
    first = given("a", estimate={"motivatie": 4, "betrokkenheid": 4, "dots": [[4, 4], [5, 5], [1, 1]]})
    beside = told(
        report(first, given("b", id="b", estimate={"motivatie": 1, "betrokkenheid": 1}), asked="initiatives"), "plekken"
    )
    assert "Van de 3 stippen staan er 2 in Samen inrichten en 1 in Trekker zoeken." in beside
    assert beside.count("stippen staan er") == 1
    earlier = [{"date": "2025-10-01", "estimate": {"dots": [[1, 1], [1, 2]]}, "answers": {"m2": 2}}]
    now = given("a", day="2026-10-01", estimate={"dots": [[5, 5]]}, answers={"m2": 4}, measurements=earlier)
    path = report(now)
    assert "Beide stippen staan in Trekker zoeken." in told(path, "plekken")
    assert "De ene stip staat in Samen inrichten." in told(path, "plekken")
    cloud = drawing(path).cloud
    assert cloud and cloud.label == "1 stip vooraf, van wie er was"


def test_in_short_only_the_newest_step_is_told(given: Make, report: Build) -> None:
    files = [given(file=f"{year}.yaml", day=f"{year}-01-01", m=m, b=3) for year, m in ((2024, 1), (2025, 3), (2026, 5))]
    assert [told(report(*files, depth=depth), "stappen").count("Van 1 januari") for depth in DEPTHS] == [1, 2, 2]


def test_measurements_are_known_by_their_dates_and_never_by_a_number(given: Make, report: Build) -> None:
    days = [f"{year}-0{month}-01" for year in range(2021, 2026) for month in (1, 9)]
    files = [given(file=f"{day}.yaml", day=day, answers={"m16": 1 + n % 5}) for n, day in enumerate(days)]
    made = report(*files, given(file="nu.yaml", m=4, b=4))
    (table,) = tables(made, "verschillen")
    assert [row[0] for row in table.rows] == [
        f"1 {month} {y}" for y in range(2021, 2026) for month in ("januari", "september")
    ] + ["nu"]
    assert "Nog geen plek hebben: 1 januari 2021, 1 september 2021" in told(made, "plekken")


# What it does not say.


@pytest.mark.parametrize("depth", DEPTHS)
def test_no_respondent_municipality_or_role_is_named(depth: Depth, given: Make, report: Build) -> None:
    people = [
        {
            "id": f"geheim-{n}",
            "organisation": {"kind": "gemeente", "name": f"Proefdorp {n}"},
            "role": "bestuurlijk",
            "named": True,
            "answers": {name: {"value": value, "note": "Notitie"} for name, value in on_axis("m", 1 + n).items()},
        }
        for n in range(5)
    ]
    for asked in ("initiatives", "groups"):
        files = [given("A", id="a", file="a.yaml", responses=people), given("B", id="b", file="b.yaml", m=4)]
        said = told(report(*files, depth=depth, asked=asked))
        assert not re.search("Proefdorp|geheim|bestuurlijk|Notitie", said)


# Every format, every screen, whatever was typed.


@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_every_text_is_in_the_file_of_every_format_in_order(suffix: str, given: Make, report: Build) -> None:
    # A PDF gives back what runs from right to left in the order in which it is read.
    for kind, files in of_every_kind(given, HOSTILE.replace("\u202e", "")).items():
        made = report(*files, depth="kort" if kind == "many" else "gewoon")
        text = joined(READERS[suffix](writer_for(suffix)(made, Theme())))
        assert not (missing := missing_in(text, suffix, made, joined)), f"{kind}: {missing}"


def joined(text: str) -> str:
    return "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_fits_every_screen(width: int, given: Make, report: Build) -> None:
    several = {**of_every_kind(given, HOSTILE), "eight": many(8, given), "thirty": many(30, given)}
    for kind, files in several.items():
        for depth in DEPTHS:
            file = StringIO()
            show_report(report(*files, depth=depth), Console(file=file, width=width))
            shown = file.getvalue()
            assert max(map(cell_len, shown.splitlines())) <= width, f"{kind}, {depth}"
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_a_table_of_answers_stays_a_table_on_the_narrowest_screen(given: Make, report: Build) -> None:
    for number, head in ((8, ["Stelling", *"12345678"]), (30, ["Initiatief", *"ABC"])):
        file = StringIO()
        show_report(report(*many(number, given), depth="kort"), Console(file=file, width=60))
        assert head in [line.split() for line in file.getvalue().splitlines()]
