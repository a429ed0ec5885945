"""What each person thought before, in words: where most stand, how wide, beside what came out; nobody by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.words import notes_in_words, table_rows
from poolwijzer.engine.anonymous import anonymise
from poolwijzer.engine.placement import place
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.dots import tell_dots, where_they_stand
from poolwijzer.report.excerpts import where_you_stand
from poolwijzer.report.grid_names import place_called
from poolwijzer.report.model import Depth
from poolwijzer.report.texts import pictures_in, texts_of
from poolwijzer.report.typology import draw_quadrants
from poolwijzer.report.words import who_waits

Make = Callable[..., Assessment]


def high(content: Content) -> dict[str, int]:
    """Answers with which both axes are high."""
    statements = content.statements
    return {name: 1 if statements[name].reversed else 5 for name in content.short_list}


def dots(row: str, content: Content) -> list[dict[str, Any]]:
    found = [place_called(name, content) for name in row.split()]
    return [one for one in found if one is not None]


def pairs(row: str, content: Content) -> list[list[int]]:
    return [[int(step) for step in one.values()] for one in dots(row, content)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("b4", "De ene stip staat in Behoeften ophalen."),
        ("c3", "De ene stip staat op een grens."),
        ("e5 d4", "Beide stippen staan in Samen inrichten."),
        ("e5 d4 d5", "Alle 3 stippen staan in Samen inrichten."),
        ("e5 b4", "Van de 2 stippen staat er 1 in Samen inrichten en 1 in Behoeften ophalen."),
        (
            "d4 d5 e4 e5 c4 d3 a1",
            "Van de 7 stippen staan er 4 in Samen inrichten, 2 op een grens en 1 in Trekker zoeken.",
        ),
    ],
)
def test_it_is_told_in_which_places_the_dots_stand(row: str, told: str, content: Content) -> None:
    assert where_they_stand(dots(row, content), content) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("e5 d4 a1", "2 van de 3 stonden al waar het initiatief uitkwam."),
        ("e5 a2 a1", "1 van de 3 stond al waar het initiatief uitkwam."),
        ("a3 a2 a1", "Geen van de 3 stond al waar het initiatief uitkwam."),
        ("e5 d5", "Zij stonden allebei al waar het initiatief uitkwam."),
        ("e5 d5 d4", "Zij stonden allemaal al waar het initiatief uitkwam."),
        ("a1", "Die stond niet waar het initiatief uitkwam."),
    ],
)
def test_dots_are_held_against_what_came_out(row: str, told: str, content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(municipalities=5, answers=high(content), estimate={"dots": pairs(row, content)})
    assert list(tell_dots(place(assessment, content), content))[-1] == told


def test_how_wide_they_go_is_told_in_levels(content: Content, assessment_of: Make) -> None:
    placement = place(assessment_of(estimate={"dots": pairs("a5 e5", content)}), content)
    assert list(tell_dots(placement, content))[1:] == [
        "Men zag motivatie als nog laag tot hoog en betrokkenheid als hoog."
    ]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=8))
def test_dots_never_move_the_place(row: list[tuple[int, int]]) -> None:
    content = load_menus(None)
    data: dict[str, Any] = {"poolwijzer": 2, "initiative": {"id": "proef", "name": "Proef"}}
    for part in ({}, {"answers": high(content)}, {"answers": {"m2": 4}}):
        without = place(Assessment.model_validate({**data, **part}), content)
        with_dots = place(Assessment.model_validate({**data, **part, "estimate": {"dots": row}}), content)
        assert with_dots._replace(dots=()) == without
        assert len(with_dots.dots) == len(row)


def test_the_report_and_the_place_page_tell_them(content: Content, assessment_of: Make) -> None:
    estimate = {"motivatie": 2, "betrokkenheid": 4, "dots": pairs("e5 d4 b4", content)}
    outcome = Outcome(
        content, assessment_of(municipalities=5, answers=high(content), estimate=estimate), date(2026, 11, 1)
    )
    told = "Van de 3 stippen staan er 2 in Samen inrichten en 1 in Behoeften ophalen."
    depths: tuple[Depth, ...] = ("gewoon", "volledig")
    for depth in depths:
        text = "\n".join(texts_of(build_report(outcome, version="1", depth=depth).sections))
        assert told in text and "2 van de 3 stonden al waar het initiatief uitkwam." in text
        assert "Samen schatte u vooraf: motivatie nog laag en betrokkenheid hoog. Dat is 'Behoeften ophalen'." in text
    page = where_you_stand(outcome)
    assert told in "\n".join(texts_of(page.sections))
    (drawing,) = (one for one in pictures_in(page.sections) if isinstance(one, Drawing))
    assert drawing.cloud and drawing.cloud.label == "3 stippen vooraf, van wie er was"
    assert told in drawing.description


def test_without_dots_nothing_is_said_of_them(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(municipalities=5, answers=high(content), estimate={"motivatie": 2, "betrokkenheid": 4})
    report = build_report(Outcome(content, assessment, date(2026, 11, 1)), version="1", depth="volledig")
    assert not any("stip" in text for text in texts_of(report.sections))


def test_the_drawing_in_words_tells_how_many_are_in_each_field(content: Content) -> None:
    drawing = draw_quadrants(content, [], (), "", dots("b4 b5 c3 e5", content))
    held = {field.title: field.held for _, fields in table_rows(drawing) for field in fields}
    assert held["Behoeften ophalen"] == "2 stippen" and held["Samen inrichten"] == "1 stip"
    assert held["Trekker zoeken"] == ""
    assert "op een grens tussen de vakken: 1 stip" in notes_in_words(drawing)


@pytest.mark.parametrize(("number_of", "kept"), [(1, 0), (4, 0), (5, 5)])
def test_an_anonymous_report_leaves_out_the_dots_of_few_and_says_so(
    number_of: int, kept: int, content: Content, assessment_of: Make
) -> None:
    responses = [
        {"id": f"r{number}", "organisation": {"kind": "gemeente", "name": name}, "answers": {"m2": 4}}
        for number, name in enumerate(("Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden"))
    ]
    estimate = {"motivatie": 2, "betrokkenheid": 4, "dots": [[2, 4]] * number_of}
    anonymous, uncounted = anonymise(assessment_of(responses=responses, estimate=estimate), content)
    assert len(anonymous.estimate.dots) == kept
    assert anonymous.estimate.places == {"motivatie": 2, "betrokkenheid": 4}
    said = " ".join(who_waits(uncounted))
    assert ("stip" in said) == (kept == 0)
