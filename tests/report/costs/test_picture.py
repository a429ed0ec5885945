"""The bars of who pays."""

from __future__ import annotations

from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Bars
from poolwijzer.drawing.svg import draw_alone, drawn_lines
from poolwijzer.municipalities import list_municipalities
from poolwijzer.report.costs.material import gather
from poolwijzer.report.costs.picture import MOST_BARS, payers_chart
from tests.report.costs.telling import THREE, outcome_of


def chart(content: Content, costs: dict[str, object], municipalities: object = THREE) -> Bars | None:
    material = gather(outcome_of(content, costs, municipalities))
    assert material is not None
    return payers_chart(material)


def test_each_who_pays_has_a_bar(content: Content) -> None:
    found = chart(content, {"shares": {"provincie": "10%"}})
    assert found is not None
    assert [(row.label, row.counts) for row in found.rows] == [
        ("Provincie", (9000,)),
        ("Assen", (27000,)),
        ("De Wolden", (27000,)),
        ("Westerveld", (27000,)),
    ]


def test_of_very_many_the_smallest_are_one_bar_and_nothing_is_lost(content: Content) -> None:
    names = [one.name for one in list_municipalities()]
    found = chart(content, {"posts": [{"what": "team", "amount": "342.000"}]}, names)
    assert found is not None and len(found.rows) == MOST_BARS
    assert found.rows[-1].label == f"{len(names) - MOST_BARS + 1} andere samen"
    assert sum(row.counts[0] for row in found.rows) == 342_000


def test_where_nobody_pays_there_is_no_picture(content: Content) -> None:
    assert chart(content, {"posts": [{"what": "team", "amount": 0}]}) is None


def test_on_its_own_it_says_what_it_is_and_that_it_promises_nothing(content: Content) -> None:
    found = chart(content, {"years": [2027]})
    assert found is not None
    said = list(drawn_lines(draw_alone(found)))
    assert said[0] == "Wie betaalt wat, in hele euro's, 2027"
    assert "Geen toezegging." in " ".join(said)
