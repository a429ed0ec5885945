"""The card that a report begins with: the news first, and no name or number where there should be none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Scales
from poolwijzer.engine.anonymous import anonymise
from poolwijzer.municipalities import list_municipalities
from poolwijzer.outcome import Outcome
from poolwijzer.report.model import Beside, Depth, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.card import card as make_card
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.participants import list_participants
from poolwijzer.report.texts import drawings_in, texts_of
from tests.assessment.strategies import assessments, contexts, menus
from tests.at_place import answers_at

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
TOWNS = [one.name for one in list_municipalities()]
WITH_BODY: dict[str, Any] = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}
DEPTHS: tuple[Depth, ...] = ("kort", "gewoon", "volledig")


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


def card(report: Report) -> Section:
    return report.sections[0]


def card_of(outcome: Outcome, depth: Depth) -> str:
    """All that the card says and what belongs to it elsewhere, without the rest of the report."""
    material = Material(outcome, outcome.assessment, depth, Notes({}))
    return "\n".join(texts_of([make_card(material), list_participants(material)]))


def every_part(sections: Sequence[Section]) -> Iterator[Section]:
    for one in sections:
        yield one
        yield from every_part(one.parts)


def in_order(told: str, *parts: str) -> bool:
    places = [told.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_news_stands_before_what_was_measured_and_own_words_before_what_was_computed(
    depth: Depth, report_of: Callable[..., Report], examples: Path
) -> None:
    told = text(report_of(examples / "flexteam-drenthe.yaml", depth))
    assert in_order(
        told,
        "12 gemeenten in Drenthe: Aa en Hunze, Assen,",
        "warmteprogramma of WUP, energiearmoede",
        "De plek nu: Samen inrichten (voorlopig)",
        "De gemeenten willen samenwerken en de provincie Drenthe is betrokken.",
        "Motivatie en betrokkenheid",
        "De plek kan nog verschuiven.",
        "De plek van Flexteam Warmtetransitie Drenthe",
        "Hoe richten wij dit in, zodat het past bij wat de gemeenten nodig hebben?",
        "Eén team in dienst van de provincie.",
        "Waarom: De provincie betaalt een derde en de gemeenten twee derde.",
        "Elke gemeente kiest haar inzet van de menukaart",
        "Ook gemeenten met minder haast haakten aan (workshop).",
        "Bespreek elk kwartaal de inzet, de wachtrij en de wensen. Wie: coördinator met teamleiders.",
        "13 van de 20 stellingen zijn beantwoord.",
    )


def test_the_drawing_stands_beside_the_place_in_words_and_the_bars(
    report_of: Callable[..., Report], examples: Path
) -> None:
    first = card(report_of(examples / "voorbeeldregio-merenland.yaml", "kort"))
    (beside,) = [block for block in first.blocks if isinstance(block, Beside)]
    (bars,) = [block for block in beside.left if isinstance(block, Scales)]
    assert bars.bars and [zone.words for zone in bars.zones] == ["nog laag", "wisselend", "hoog"]
    assert all(
        row.low is not None and row.high is not None and row.low <= (row.at or 0) <= row.high for row in bars.rows
    )
    assert len(list(drawings_in([first]))) == 1


def test_of_many_participants_the_card_tells_the_number_and_a_list_stands_at_the_end(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    few, many = (assessment_of(municipalities=TOWNS[:number]) for number in (12, 13))
    assert f"12 gemeenten: {TOWNS[0]}, " in text(report_of(few))
    told = report_of(many)
    assert "Wie doet mee\n13 gemeenten\n" in "\n".join(texts_of([card(told)]))
    annexes = [part for section in told.sections if section.annex for part in section.parts]
    (listed,) = [part for part in annexes if part.id == "wie-meedoet"]
    assert f"{TOWNS[11]} en {TOWNS[12]}." in "\n".join(texts_of([listed]))
    assert "Wie meedoet" not in text(report_of(few))


def test_an_empty_file_says_what_to_answer_first_and_draws_the_places_with_nothing_in_them(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    told = report_of(assessment_of(), "kort")
    assert in_order(text(told), "Nog geen plek", "Beantwoord eerst deze stellingen.", "Waar dit op rust")
    (drawing,) = drawings_in(told.sections)
    assert not drawing.markers and not any(field.in_play for field in drawing.fields)


@pytest.mark.parametrize("depth", DEPTHS)
def test_who_winds_down_reads_first_what_that_asks(
    depth: Depth, report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    made = assessment_of(answers=answers_at(5, 5, content), context={**WITH_BODY, "fase": "afbouwen"})
    assert text(report_of(made, depth)).startswith("In het kort\nU bent bezig met afbouwen of veranderen.")


def test_a_page_says_what_is_asked_of_boards_and_on_a_border_of_each_place(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    context = {**WITH_BODY, "fase": "idee"}
    told = text(report_of(assessment_of(answers=answers_at(5, 5, content), context=context), "kort"))
    assert "Het college besluit\nin te stemmen met samenwerken op dit thema" in told
    between = text(report_of(assessment_of(answers=answers_at(3, 5, content), context=context), "kort"))
    assert "Het college bespreekt het voorstel om (Samen inrichten)" in between
    assert (
        "Het college bespreekt het voorstel om (Behoeften ophalen)" in between and "Het college besluit" not in between
    )


@settings(max_examples=8)
@given(
    names=st.lists(st.sampled_from(TOWNS), min_size=5, max_size=20, unique=True),
    points=st.lists(st.integers(1, 5), min_size=20, max_size=20),
    context=contexts(menus()),
    depth=st.sampled_from(DEPTHS),
)
def test_no_card_of_an_anonymous_report_names_a_municipality(
    names: list[str], points: list[int], context: dict[str, Any], depth: Depth
) -> None:
    scored = [name for name, statement in menus().statements.items() if statement.axis]
    people = [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": name},
            "answers": dict(zip(scored, points[index % 20 :] + points[: index % 20], strict=False)),
        }
        for index, name in enumerate(names)
    ]
    named = {**context, "verband": "provincie"} if "verband" in context else context
    whole = {"poolwijzer": 1, "initiative": {"id": "a", "name": "Proef", "municipalities": names}}
    given_ = Assessment.model_validate({**whole, "context": named, "responses": people})
    quiet, uncounted = anonymise(given_, menus())
    told = card_of(Outcome(menus(), quiet, ON, "anonymous", uncounted), depth)
    assert f"{len(names)} gemeenten" in told
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", told)]


@settings(max_examples=8)
@given(made=assessments(), depth=st.sampled_from(DEPTHS))
def test_no_card_tells_a_score_as_a_number(made: dict[str, Any], depth: Depth) -> None:
    typed = ("choices", "agreements", "highlights", "key_question", "needs")
    initiative = {"id": "a", "name": "Proef"}
    bare = {name: part for name, part in made.items() if name not in typed} | {"initiative": initiative}
    context = {name: part for name, part in made.get("context", {}).items() if name != "verband"}
    outcome = Outcome(menus(), Assessment.model_validate({**bare, "context": context}), ON)
    assert not re.search(r"\d,\d", card_of(outcome, depth))


def test_where_nothing_can_be_said_of_any_option_the_card_does_not_name_them_twice(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    (found,) = (part for part in report_of(assessment_of(), "gewoon").sections if part.id == "kijk-eerst")
    assert "Beantwoord eerst de open vragen hieronder." in text_of_part(found) and not found.parts
    assert "sleutelvraag" not in text_of_part(found), "without a place there is none"


def text_of_part(part: Section) -> str:
    return "\n".join(texts_of([part]))
