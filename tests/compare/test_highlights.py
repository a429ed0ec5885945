"""What groups bring back from their conversation, one row a group."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poolwijzer.compare.kinds import Given
from poolwijzer.compare.report import build_comparison_report
from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content
from poolwijzer.report.model import Section, Table

Make = Callable[..., Given]
Compare = Callable[..., Comparison]
SAID = {"course": "Rustig.", "striking": "Veel overlap.", "eye_opener": "Iedereen zoekt mensen.", "worthwhile": "Ja."}


def brought_back(content: Content, found: Comparison, depth: str = "gewoon") -> list[Table]:
    report = build_comparison_report(content, found, version="0", depth=depth)  # type: ignore[arg-type]
    sections: list[Section] = [section for section in report.sections if section.id == "opbrengst"]
    return [block for section in sections for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("depth", ["kort", "gewoon", "volledig"])
def test_each_group_has_a_row_with_the_four_questions_in_their_order(
    content: Content, given: Make, compared: Compare, depth: str
) -> None:
    files = [
        given("Groep A", file="a.yaml", m=4, b=4, highlights=SAID),
        given("Groep B", file="b.yaml", m=2, b=4, highlights={"striking": "Wij zijn het oneens."}),
        given("Groep C", file="c.yaml", m=2, b=2),
    ]
    (table,) = brought_back(content, compared(*files, asked="groups"), depth)
    assert table.head == ("Groep", "Hoe ging het?", "Wat viel op?", "Wat was een eye-opener?", "Had dit zin?")
    assert [row[1:] for row in table.rows] == [tuple(SAID.values()), ("", "Wij zijn het oneens.", "", "")]


def test_a_question_that_nobody_answered_has_no_column(content: Content, given: Make, compared: Compare) -> None:
    files = [
        given("A", id="a", m=4, b=4, highlights={"striking": "Veel overlap."}),
        given("B", id="b", m=2, b=4, highlights={"striking": "Weinig."}),
    ]
    (table,) = brought_back(content, compared(*files))
    assert table.head[1:] == ("Wat viel op?",)


def test_where_nobody_said_anything_there_is_no_table(content: Content, given: Make, compared: Compare) -> None:
    assert not brought_back(content, compared(given("A", id="a", m=4, b=4), given("B", id="b", m=2, b=4)))


def test_groups_of_unlike_size_that_answer_alike_are_told_the_word(
    content: Content, given: Make, compared: Compare
) -> None:
    def group(name: str, towns: list[str]) -> Given:
        one = given(name, id=name.lower(), answers={"m2": 4, "m16": 5})
        places = [{"name": town, "population": 20000} for town in towns]
        return one._replace(
            assessment=type(one.assessment).model_validate(
                {
                    **one.assessment.model_dump(mode="json", by_alias=True),
                    "initiative": {"id": name.lower(), "name": name, "municipalities": places},
                }
            )
        )

    found = compared(
        group("Drie", ["Dorp A", "Dorp B", "Dorp C"]), group("Vier", ["Dorp D", "Dorp E", "Dorp F", "Dorp G"])
    )
    told = str(build_comparison_report(content, found, version="0", depth="gewoon"))
    assert "Antwoord: 4, de meeste" in told
    assert "2 van de 3" not in told
