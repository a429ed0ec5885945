"""Headers that only look like those of a statement, and headers that stand between the answers once more."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.tables.document import parse_row
from tests.tables.test_exports import GOOD, STATEMENTS, answers_of
from tests.tables.test_reading import items_of, only, remarks, told


def test_headers_below_in_another_order_are_another_table_and_its_rows_do_not_count(content: Content) -> None:
    above = "gemeente;m1;m2\nAssen;4;5\nEmmen;4;5\nMeppel;4;5\n"
    (item,) = items_of(f"{above}gemeente;m2;m1\nAssen;1;2\n", content, "respondents")
    reading = parse_row(item, content)
    assert [{name: one.known for name, one in each.answers.items()} for each in reading.assessment.responses] == (
        [GOOD] * 3
    )
    assert reading.rejected == (6,)
    assert "tabel.csv:6: Deze rij staat onder andere koppen: die van rij 5. Zij telt niet mee." in str(
        reading.left_out[0]
    )
    again = f"{above}gemeente;m2;m1\nAssen;1;2\ngemeente;m1;m2\nAssen;4;5\n"
    (item,) = items_of(again, content, "respondents")
    assert parse_row(item, content).rejected == (6,)


def test_headers_below_in_other_words_for_the_same_columns_are_headers_again(content: Content) -> None:
    table = f"gemeente;m1;m2\nAssen;4;5\nEmmen;4;5\nGemeente;{STATEMENTS[0]};{STATEMENTS[1]}\nMeppel;4;5\n"
    assert answers_of(table, content) == [GOOD] * 3


BODY = "De provincie Drenthe laat dit thema vooral aan anderen over."


@pytest.mark.parametrize(
    "header",
    [
        f"Toelichting bij {BODY}",
        f"Toelichting: {BODY}",
        f"{BODY} - toelichting",
        f"{BODY} (opmerkingen)",
        "Toelichting bij b6",
    ],
)
def test_a_column_that_says_that_it_holds_what_was_written_at_a_statement_holds_its_notes(
    header: str, content: Content
) -> None:
    read = only(f"gemeente;{BODY};{header}\nAssen;4;zo is het\n", content, "respondents")
    answer = read.responses[0].answers["b6"]
    assert (answer.known, answer.note) == (4, "zo is het")


@pytest.mark.parametrize(
    "header",
    [
        f"Gemiddelde van {BODY}",
        f"Aantal van {BODY}",
        f"Average of {BODY}",
        f"Waarom? {BODY}",
        f"Hoe belangrijk vindt u dit: {BODY}",
        f"Welk cijfer geeft u aan {BODY}",
    ],
)
def test_what_was_added_up_or_asked_of_a_statement_with_a_name_in_it_is_never_that_statement(
    header: str, content: Content
) -> None:
    (problem,) = told(f"gemeente;m1;{header}\nAssen;4;2\n", content, "respondents")
    assert problem.startswith("tabel.csv:1:3: De kolom ") and "is niet bekend" in problem
    assert only(f"gemeente;Stelling 3: {BODY}\nAssen;4\n", content, "respondents").responses[0].answers["b6"].known == 4


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Municipality", "Assen"),
        ("Which municipality do you work for?", "Assen"),
        ("Gemeinde", "Assen"),
        ("Gemeentenaam", "Assen"),
        ("Gemeentecode", "GM0106"),
        ("CBS-code", "106"),
    ],
)
def test_the_municipality_is_known_in_english_and_german_too_and_by_its_code(
    header: str, cell: str, content: Content
) -> None:
    (response,) = only(f"{header};m1\n{cell};4\n", content, "respondents").responses
    assert response.organisation.name == "Assen"
    assert (
        f"De kolom '{header}' telt als de gemeente van de respondent."
        in remarks(f"{header};m1\n{cell};4\n", content, "respondents")[0]
    )


def test_a_header_that_comes_back_is_named_once_with_how_often(content: Content) -> None:
    table = "gemeente;m1;Reden;m2;Reden\nAssen;4;;5;\n"
    assert remarks(table, content, "respondents")[0].endswith("Zij tellen niet mee: 'Reden' (2 keer).")


def test_a_cell_that_may_be_merged_with_the_one_above_it_is_told_so(content: Content) -> None:
    rows = "Assen;4\nEmmen;4\nEmmen;5\n;5\n"
    (item,) = items_of(f"gemeente;m1\n{rows}", content, "respondents")
    assert "Is zij samengevoegd met die erboven?" in str(parse_row(item, content).left_out[0])
