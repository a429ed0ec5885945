"""Tables with an answer in each row, with a respondent in each column, and with counts: also broken on purpose."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import RowReading, Rows, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.table_map import ColumnMap, TableMap

LONG = "respondent;gemeente;stelling;antwoord\n"
COUNTS = "stelling;1;2;3;4;5\n"


def read(table: str, content: Content, rows: Rows = "respondents", **options: object) -> tuple[RowReading, list[str]]:
    """The one initiative in a table, and what was told of it."""
    given_options = TableOptions(**options)  # type: ignore[arg-type]
    (item,) = read_table("tabel.csv", table.encode(), ".csv", rows, content, given_options)
    reading = parse_row(item, content, with_answers=True)
    return reading, [str(one) for one in (*item.remarks, *reading.remarks, *reading.left_out)]


def refused(table: str, content: Content, rows: Rows = "respondents", **options: object) -> list[str]:
    """What is wrong with a table that cannot be used."""
    with pytest.raises(InputError) as error:
        read(table, content, rows, **options)
    return [str(problem) for problem in error.value.problems]


def said(assessment: Assessment) -> list[tuple[str, dict[str, int | str | None]]]:
    """Who answered what, whatever the order."""
    return sorted(
        (
            (one.organisation.name, {name: answer.value for name, answer in sorted(one.answers.items())})
            for one in assessment.responses
        ),
        key=str,
    )


# --- an answer in each row


def test_a_wrong_answer_is_named_with_its_own_row(content: Content) -> None:
    table = (
        LONG + "1;Assen;m1;4\n1;Assen;m2;zeker\n2;Emmen;m1;3\n2;Emmen;m2;9\n3;Emmen;m1;3\n4;Emmen;m1;3\n5;Emmen;m1;3\n"
    )
    reading, told = read(table + "6;Emmen;m2;3\n", content)
    assert len(reading.assessment.responses) == 6
    assert [one.answers["m2"].value for one in reading.assessment.responses if "m2" in one.answers] == [3]
    assert any(one.startswith("tabel.csv:3:4: Het antwoord op 'm2': het antwoord 'zeker' kan niet.") for one in told)
    assert any(one.startswith("tabel.csv:5:4: Het antwoord op 'm2': het antwoord '9' kan niet.") for one in told)


def test_a_wrong_municipality_is_named_where_it_stands(content: Content) -> None:
    rows = "".join(f"{number};Assen;m1;4\n" for number in range(3))
    _, told = read(f"{LONG}{rows}9;Asssen;m1;4\n9;Asssen;m2;4\n", content)
    assert any(one.startswith("tabel.csv:5:2: Kolom B ('gemeente'): ") and "Assen" in one for one in told)


def test_an_answer_of_nobody_is_named_and_counts_for_nobody(content: Content) -> None:
    rows = "".join(f"{number};Assen;m1;4\n" for number in range(3))
    reading, told = read(f"{LONG}{rows};Assen;m1;1\n;Assen;m2;1\n", content)
    assert said(reading.assessment) == [("Assen", {"m1": 4})] * 3
    for row in (5, 6):
        expected = f"tabel.csv:{row}:1: In deze rij staat niet van welke respondent het antwoord is. "
        assert f"{expected}Vul kolom A ('respondent') in." in told


def test_an_answer_to_nothing_is_named(content: Content) -> None:
    rows = "".join(f"{number};Assen;m1;4\n" for number in range(3))
    _, told = read(f"{LONG}{rows}4;Assen;;3\n", content)
    assert "tabel.csv:5: In deze rij staat een antwoord, maar niet waarop. Vul kolom C ('stelling') in." in told


def test_what_stands_beside_the_answers_of_one_respondent_has_to_agree(content: Content) -> None:
    head = "respondent;gemeente;role;stelling;antwoord\n"
    rows = "".join(f"{number};Assen;ambtelijk;m1;4\n" for number in range(3))
    _, told = read(f"{head}{rows}7;Emmen;ambtelijk;m1;4\n7;Emmen;bestuurlijk;m2;4\n", content)
    assert any(
        one.startswith("tabel.csv:6:3: In kolom C ('role') staat 'bestuurlijk'. Dat is iets anders dan in rij 5.")
        for one in told
    )


def test_one_person_of_two_municipalities_is_two_respondents(content: Content) -> None:
    reading, _ = read(f"{LONG}1;Assen;m1;4\n1;Emmen;m1;2\n", content)
    assert said(reading.assessment) == [("Assen", {"m1": 4}), ("Emmen", {"m1": 2})]


def test_a_statement_by_its_id_and_by_its_text_is_one_statement(content: Content) -> None:
    text = "Onze gemeente vraagt zelf om samenwerking op dit thema."
    reading, told = read(f"{LONG}1;Assen;m16;4\n2;Emmen;{text};5\n2;Emmen;m16;2\n", content)
    assert said(reading.assessment) == [("Assen", {"m16": 4}), ("Emmen", {"m16": 2})]
    assert any("Alleen het nieuwste antwoord telt: rij 4 in plaats van rij 3." in one for one in told)


def test_without_a_column_for_the_respondent_the_others_tell_and_two_answers_are_refused(content: Content) -> None:
    head = "gemeente;stelling;antwoord\n"
    reading, told = read(f"{head}Assen;m1;4\nAssen;m2;3\nEmmen;m1;2\n", content)
    assert said(reading.assessment) == [("Assen", {"m1": 4, "m2": 3}), ("Emmen", {"m1": 2})]
    assert any("kolom A ('gemeente'): een kolom met de respondent is er niet." in one for one in told)
    problems = refused(f"{head}Assen;m1;4\nAssen;m1;3\n", content)
    assert problems[0].startswith("tabel.csv:3: In de rijen 2 en 3 staat twee keer een antwoord op 'm1'.")
    assert "Zet er een kolom 'respondent' bij" in problems[0]


def test_what_may_be_a_statement_with_a_mistake_stops_the_table_with_a_suggestion(content: Content) -> None:
    problems = refused(f"{LONG}1;Assen;m1;4\n1;Assen;Onze gemeente vraagt om samenwerking op dit thema;3\n", content)
    assert problems[0].startswith("tabel.csv:3:3: De stelling 'Onze gemeente vraagt om samenwerking op dit thema'")
    assert "Bedoelde u Onze gemeente vraagt zelf om samenwerking op dit thema.?" in problems[0]


def test_statements_that_nobody_knows_are_no_table(content: Content) -> None:
    problems = refused(f"{LONG}1;Assen;kleur;rood\n", content)
    assert problems[0].startswith("tabel.csv:2:3: In kolom C ('stelling') staat geen enkele stelling")
    many = LONG + "".join(f"1;Assen;vraag nummer {number};3\n" for number in range(2100))
    assert "meer dan 2000 vragen die Poolwijzer niet kent." in refused(many, content)[0]


def test_totals_below_are_no_respondent(content: Content) -> None:
    reading, told = read(f"{LONG}1;Assen;m1;4\nTotaal;;;1\nGemiddelde;;m1;4\n", content)
    assert said(reading.assessment) == [("Assen", {"m1": 4})]
    assert any("Dit zijn totalen of gemiddelden, en geen respondenten." in one for one in told)


def test_the_numbers_of_respondents_are_no_points_of_a_scale(content: Content) -> None:
    rows = "".join(f"{number};Assen;{name};3\n" for name in ("m1", "m2", "m3") for number in range(1, 6))
    assert len(read(LONG + rows, content)[0].assessment.responses) == 5


@given(order=st.permutations(range(24)), seed=st.integers(0, 99))
def test_the_order_of_the_rows_makes_no_difference(order: list[int], seed: int, content: Content) -> None:
    draw = random.Random(seed)
    rows = [
        f"{n // 4};{('Assen', 'Emmen')[n // 4 % 2]};{('m1', 'm2', 'b2', 'b6')[n % 4]};{draw.randint(1, 5)}"
        for n in range(24)
    ]
    shuffled = "\n".join(rows[number] for number in order)
    whole = said(read(LONG + "\n".join(rows), content)[0].assessment)
    assert said(read(LONG + shuffled, content)[0].assessment) == whole


# --- a respondent in each column


def test_a_wrong_answer_in_a_turned_table_is_named_where_it_stands(content: Content) -> None:
    table = "Stelling;Assen;Emmen;Hoogeveen;Meppel\nm1;4;5;3;2\nm2;4;zeker;3;2\n"
    reading, told = read(table, content)
    assert ("Emmen", {"m1": 5}) in said(reading.assessment)
    assert any(one.startswith("tabel.csv:3:3: Rij 3 ('m2'): het antwoord 'zeker' kan niet.") for one in told)


def test_two_statements_alike_in_a_turned_table_are_told(content: Content) -> None:
    table = "Stelling;Assen\nm1;4\nm2;4\nm3;4\nanswers.m3;5\n"
    (problem, *_) = refused(table, content)
    assert "'answers.m3' zegt hetzelfde als kolom D ('m3')" in problem


def test_answers_below_one_another_without_known_headers_are_recognised_and_refused(content: Content) -> None:
    rows = "".join(f"{number};Assen;{name};3\n" for number in range(3) for name in ("m1", "m2", "m3"))
    (problem,) = refused(f"wie;gemeente;wat;zei\n{rows}", content)
    assert problem.endswith("Noem de kolommen respondent, gemeente, stelling en antwoord.")


def test_a_map_can_say_which_columns_of_a_long_table_are_which(content: Content) -> None:
    columns: dict[str, ColumnMap | str] = {"wie": "respondent", "wat": "statement", "zei": "answer", "vraag drie": "m3"}
    table_map = TableMap(poolwijzer=1, kind="table-map", shape="long", columns=columns)
    table = "wie;gemeente;wat;zei\n1;Assen;m1;4\n1;Assen;vraag drie;3\n2;Emmen;m1;2\n"
    assert said(read(table, content, map=table_map)[0].assessment) == [
        ("Assen", {"m1": 4, "m3": 3}),
        ("Emmen", {"m1": 2}),
    ]


def test_what_a_map_calls_long_and_is_not_is_told(content: Content) -> None:
    table_map = TableMap(poolwijzer=1, kind="table-map", shape="long")
    (problem,) = refused("gemeente;m1\nAssen;4\n", content, map=table_map)
    assert "de kolommen met de stelling en met het antwoord niet te vinden" in problem


def test_a_turned_table_has_no_more_rows_than_a_table_has_columns(content: Content) -> None:
    rows = "".join(f"vraag {number};3\n" for number in range(2100))
    problems = refused(f"Stelling;Assen\nm1;4\nm2;4\n{rows}", content)
    assert "zij heeft meer dan 2000 rijen. Is elke rij één antwoord?" in problems[0]


@given(
    points=st.lists(
        st.lists(st.sampled_from(["1", "2", "3", "4", "5", "weet niet"]), min_size=3, max_size=3),
        min_size=1,
        max_size=6,
    )
)
def test_a_table_says_the_same_turned_long_or_as_usual(points: list[list[str]], content: Content) -> None:
    names, ids = ["Assen", "Emmen", "Hoogeveen"], ["m1", "m2", "m3"]
    who = [names[number % 3] for number in range(len(points))]
    usual = f"gemeente;{';'.join(ids)}\n" + "".join(
        f"{name};{';'.join(said)}\n" for name, said in zip(who, points, strict=True)
    )
    turned = f"Stelling;{';'.join(who)}\n" + "".join(
        f"{name};{';'.join(one[place] for one in points)}\n" for place, name in enumerate(ids)
    )
    long = LONG + "".join(
        f"{number};{who[number]};{name};{one[place]}\n"
        for number, one in enumerate(points)
        for place, name in enumerate(ids)
    )
    expected = said(read(usual, content)[0].assessment)
    assert said(read(turned, content)[0].assessment) == expected
    assert said(read(long, content)[0].assessment) == expected


# --- counts


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("veel", "staat 'veel'. Dat is geen aantal. Zet er een heel getal"),
        ("-1", "staat '-1'. Dat is geen aantal."),
        ("40%", "Percentages en gemiddelden zijn geen aantallen."),
        ("3,5", "Percentages en gemiddelden zijn geen aantallen."),
        ("1000000", "staan meer dan 999.999 handen."),
    ],
)
def test_what_is_no_count_is_named_with_its_cell(cell: str, words: str, content: Content) -> None:
    (problem,) = refused(f"{COUNTS}m1;1;2;3;4;5\nm2;1;{cell};3;4;5\n", content, "counts")
    assert problem.startswith("tabel.csv:3:3: ")
    assert words in problem


def test_an_answer_that_nobody_knows_is_refused_since_its_hands_would_be_lost(content: Content) -> None:
    (problem,) = refused("stelling;1;2;3;4;5;geen mening\nm1;1;1;1;1;5;3\n", content, "counts", agree=True)
    assert problem.startswith("tabel.csv:1:7: Het antwoord 'geen mening' is niet bekend. Is dat 'weet niet'?")
    meant = TableMap(poolwijzer=1, kind="table-map", answers={"geen mening": "weet-niet"})
    table = "stelling;1;2;3;4;5;geen mening\nm2;1;0;0;0;5;4\n"
    answer = read(table, content, "counts", agree=True, map=meant)[0].assessment.answers["m2"]
    assert (answer.value, answer.votes) == (None, (1, 0, 0, 0, 5, 4))


def test_what_stands_beside_the_counts_and_is_no_statement_is_told(content: Content) -> None:
    reading, told = read(f"{COUNTS.strip()};gem\nm1;1;1;1;1;1;3,0\nVraag over koffie;1;1;1;1;1;3\n", content, "counts")
    assert list(reading.assessment.answers) == ["m1"]
    assert any("Dit kent Poolwijzer niet. Het telt niet mee: 'Vraag over koffie'." in one for one in told)
    assert any("Totalen en gemiddelden tellen niet mee: 'gem'." in one for one in told)


def test_the_votes_of_every_session_are_counted_by_the_text_or_the_id_of_a_statement(content: Content) -> None:
    head = "Date (UTC);Session;Voter;Klopt dit?:: m1;m2: Answer\n"
    rows = "2026-10-01;1;1;4;5\n2026-10-01;2;1;4;\n2026-10-01;2;2;weet niet;2\n"
    answers = read(head + rows, content, "counts")[0].assessment.answers
    assert answers["m1"].votes == (0, 0, 0, 2, 0, 1)
    assert answers["m2"].votes == (0, 1, 0, 0, 1)


def test_two_rows_for_one_statement_are_not_added_up(content: Content) -> None:
    (problem,) = refused(f"{COUNTS}m1;1;2;3;4;5\nm2;1;1;1;1;1\nm1;1;2;3;4;5\n", content, "counts")
    assert problem.startswith("tabel.csv:4:1: Stelling 'm1' staat er twee keer")


@pytest.mark.parametrize(
    ("hands", "value"),
    [
        ("0;0;0;6;5;0", 4),
        ("0;0;0;5;5;0", None),
        ("0;0;0;6;3;3", None),
        ("0;0;0;6;3;2", 4),
        ("0;1;0;0;0;3", "weet-niet"),
        ("0;0;1;0;0;0", 3),
    ],
)
def test_a_majority_is_more_than_half_of_all_hands_also_those_for_not_knowing(
    hands: str, value: int | str | None, content: Content
) -> None:
    table = f"stelling;1;2;3;4;5;weet niet\nm2;{hands}\n"
    answer = read(table, content, "counts", agree=True)[0].assessment.answers["m2"]
    assert answer.value == value
    assert answer.agreed == (value is None)


def test_a_statement_without_hands_says_nothing_and_that_is_told(content: Content) -> None:
    reading, told = read(f"{COUNTS}m1;0;0;0;0;0\nm2;1;;;2;\n", content, "counts")
    assert list(reading.assessment.answers) == ["m2"]
    assert reading.assessment.answers["m2"].votes == (1, 0, 0, 2, 0)
    assert any("Hier ging geen enkele hand omhoog: 'm1'." in one for one in told)


def test_who_takes_one_kind_of_table_for_another_hears_which_to_choose(content: Content) -> None:
    counts, wide = f"{COUNTS}m1;1;2;3;4;5\n", "gemeente;m1;m2\nAssen;4;5\n"
    for rows in ("respondents", "initiatives"):
        assert refused(counts, content, rows)[0].endswith("Kies --rows counts.")
    for table in (wide, f"{LONG}1;Assen;m1;4\n"):
        assert refused(table, content, "counts")[0].endswith("Kies --rows respondents.")
    assert refused(f"{LONG}1;Assen;m1;4\n", content, "initiatives")[0].endswith("Kies --rows respondents.")
    assert "geen aantallen per antwoord te vinden" in refused("Kleur;Smaak\nrood;zoet\n", content, "counts")[0]


# --- codes


CODED = "gemeente;m1;m2\n"


def test_codes_are_points_only_where_all_of_them_leave_no_doubt(content: Content) -> None:
    reading, told = read(f"{CODED}Assen;A1;A5\nEmmen;A3;\nMeppel;A2;weet niet\n", content)
    assert said(reading.assessment) == [
        ("Assen", {"m1": 1, "m2": 5}),
        ("Emmen", {"m1": 3}),
        ("Meppel", {"m1": 2, "m2": "weet-niet"}),
    ]
    assert "tabel.csv: Poolwijzer leest A1 tot en met A5 als 1 tot en met 5." in told


@pytest.mark.parametrize("odd", ["A6", "A0", "3"])
def test_a_code_beyond_the_scale_is_never_guessed_nor_are_the_others(odd: str, content: Content) -> None:
    problems = refused(f"{CODED}Assen;A1;A5\nEmmen;{odd};A2\n", content)
    assert problems[0].startswith("tabel.csv::2: In kolom B ('m1') staan codes die niet op de schaal passen") or (
        "In kolom B ('m1') staan codes die niet op de schaal passen" in problems[0]
    )
    assert f"'{odd}' naast 'A1'" in problems[0]
    assert "Poolwijzer raadt niet wat zij betekenen." in problems[0]
    assert "schrijf in een koppeling bij answers wat het betekent" in problems[0]


def test_numbers_of_choices_beyond_the_scale_are_refused_in_an_export_of_qualtrics(content: Content) -> None:
    head = "Status,Finished,RecordedDate,ResponseId,gemeente,m1\n"
    rows = "0,1,2026-10-01,R_1,Assen,4\n0,1,2026-10-01,R_2,Emmen,6\n"
    assert "'6' naast '4'" in refused(head + rows, content)[0]


# --- rows that are no answers


TRIED = "Status,Finished,RecordedDate,ResponseId,gemeente,m1\n0,1,2026-10-01,R_1,Assen,4\n1,1,2026-10-01,R_2,Emmen,2\n"


def test_a_map_says_what_is_skipped_instead_and_an_empty_one_counts_all(content: Content) -> None:
    usual, told = read(TRIED, content)
    assert said(usual.assessment) == [("Assen", {"m1": 4})]
    assert any("Dit zijn proefrijen of voorbeelden. 1 rij telt niet mee: rij 3." in one for one in told)
    counted = read(TRIED, content, map=TableMap(poolwijzer=1, kind="table-map", skip={}))[0]
    assert len(counted.assessment.responses) == 2
    by_map, told = read(TRIED, content, map=TableMap(poolwijzer=1, kind="table-map", skip={"gemeente": ("Assen",)}))
    assert said(by_map.assessment) == [("Emmen", {"m1": 2})]
    assert any("De koppeling zegt dat deze rijen niet meetellen. 1 rij telt niet mee: rij 2." in one for one in told)


def test_a_header_of_the_map_that_is_not_there_is_told(content: Content) -> None:
    _, told = read(TRIED, content, map=TableMap(poolwijzer=1, kind="table-map", skip={"Kleur": ("rood",)}))
    assert any("De kolom 'Kleur' bij skip staat niet in de tabel." in one for one in told)


@pytest.mark.parametrize("name", ["Totaal", "Gemiddelde", "Grand total", "Totaal Assen", "TEST", "proef"])
def test_a_row_that_is_of_no_municipality_but_a_total_or_a_test_is_told(name: str, content: Content) -> None:
    reading, told = read(f"gemeente;m1\nAssen;4\n{name};5\n", content)
    assert said(reading.assessment) == [("Assen", {"m1": 4})]
    assert any("1 rij telt niet mee: rij 3." in one for one in told)


def test_somebody_whose_name_is_a_word_for_a_total_still_answers(content: Content) -> None:
    reading, _ = read("naam;gemeente;m1\nMax;Assen;4\nSom;Emmen;5\n", content)
    assert len(reading.assessment.responses) == 2
