"""How many respondents one table can have: all are held together, and memory is bounded."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.dutch import number
from poolwijzer.tables.groups import MOST_IN_LONG, MOST_RESPONDENTS
from tests.tables.test_reading import told

TOO_MANY = "In deze tabel staan meer dan {} respondenten. Kijk of rijen zich herhalen."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("header", "row", "most"),
    [
        ("gemeente;m1\n", "Assen;4\n", MOST_RESPONDENTS),
        ("respondent;gemeente;stelling;antwoord\n", "{};Assen;m1;4\n", MOST_IN_LONG),
    ],
)
def test_more_respondents_than_memory_is_for_are_refused_in_clear_words(
    header: str, row: str, most: int, content: Content
) -> None:
    rows = "".join(row.format(number) for number in range(most + 1))
    (problem,) = told(header + rows, content, "respondents")
    assert problem.startswith(f"tabel.csv:{most + 2}: {TOO_MANY.format(number(most, 0))}")
