"""The examples come out where they should, Drenthe first of all."""

from datetime import date
from pathlib import Path

import pytest

from poolwijzer.api import advise
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import Placement
from poolwijzer.report.advice import Advice

ON = date(2026, 11, 1)


def outcome(examples: Path, name: str, content: Content) -> tuple[Assessment, Placement, Advice]:
    """What one example comes to; reading it gives no remarks."""
    reading = read_assessment(examples / f"{name}.yaml", content, with_answers=True)
    assert reading.remarks == ()
    placement = place(reading.assessment, content)
    return reading.assessment, placement, advise(reading.assessment, content, ON)


def test_drenthe_can_set_up_together_high_on_both_axes(content: Content, examples: Path) -> None:
    _, placement, advice = outcome(examples, "flexteam-drenthe", content)
    assert placement.in_play == ("samen-inrichten",)
    assert {axis.level for axis in placement.axes.values()} == {"hoog"}
    # Half of what counts on motivation is not in any source.
    assert {axis: place.status for axis, place in placement.axes.items()} == {
        "motivatie": "voorlopig",
        "betrokkenheid": "definitief",
    }
    assert (placement.status, placement.source) == ("voorlopig", "antwoorden")
    assert advice.menu_first


def test_no_open_answer_could_take_drenthe_below_the_middle(content: Content, examples: Path) -> None:
    _, placement, _ = outcome(examples, "flexteam-drenthe", content)
    assert all(axis.low >= content.typology.bands.low_below for axis in placement.axes.values())


def test_what_drenthe_chose_can_be_done_and_gives_no_false_conflict(content: Content, examples: Path) -> None:
    assessment, _, advice = outcome(examples, "flexteam-drenthe", content)
    judged = {option.option: option.verdict for card in advice.components for option in card.options}
    assert len(assessment.chosen()) == 17
    assert "minder-passend" not in {judged[option] for option in assessment.chosen()}
    fitting = [option for option in assessment.chosen() if judged[option] == "past-goed"]
    assert len(fitting) > len(assessment.chosen()) / 2
    # The national money was certain until 2025 only, so in 2026 it asks for attention again.
    assert {finding.kind for finding in advice.coherence} == {"versterkt", "mist"}
    assert [finding.options for finding in advice.coherence if finding.kind == "mist"] == [("rijk-via-regio",)]


def test_every_answer_of_drenthe_names_its_evidence_and_the_example_who_filled_it_in(
    content: Content, examples: Path
) -> None:
    assessment, _, advice = outcome(examples, "flexteam-drenthe", content)
    assert set(assessment.answers) == set(content.statements)
    assert all(answer.note for answer in assessment.answers.values())
    assert assessment.initiative.note == "Ingevuld op basis van openbare bronnen, niet door de betrokkenen."
    assert "flexteam-drenthe" not in {case.case for case in advice.similar}


@pytest.mark.parametrize(
    ("name", "in_play", "status", "source"),
    [
        ("voorbeeldregio-noorderveld", ("gemeenten-aan-zet",), "definitief", "antwoorden"),
        ("voorbeeldregio-rivierland", ("behoeften-ophalen",), "definitief", "antwoorden"),
        ("voorbeeldregio-heuvelzoom", ("trekker-zoeken",), "definitief", "antwoorden"),
        ("voorbeeldregio-lagewold", ("behoeften-ophalen",), "definitief", "antwoorden"),
        ("voorbeeldregio-eilandrand", ("gemeenten-aan-zet",), "definitief", "antwoorden"),
        ("voorbeeldregio-merenland", ("samen-inrichten", "behoeften-ophalen"), "definitief", "antwoorden"),
        ("voorbeeldregio-duinstreek", ("samen-inrichten",), "voorlopig", "eigen-inschatting"),
    ],
)
def test_each_other_example_stands_where_its_first_lines_say(
    content: Content, examples: Path, name: str, in_play: tuple[str, ...], status: str, source: str
) -> None:
    assessment, placement, advice = outcome(examples, name, content)
    assert set(placement.in_play) == set(in_play)
    assert (placement.status, placement.source) == (status, source)
    assert assessment.initiative.name.startswith("Voorbeeldregio ")
    assert list(advice.key_questions) == list(placement.in_play)


@pytest.mark.parametrize("name", ["voorbeeldregio-heuvelzoom", "voorbeeldregio-eilandrand"])
def test_the_examples_without_a_body_skip_that_axis(content: Content, examples: Path, name: str) -> None:
    _, placement, _ = outcome(examples, name, content)
    assert placement.axes["betrokkenheid"].source == "vaste-waarde"


def test_the_example_that_winds_down_is_told_nothing_of_a_start(content: Content, examples: Path) -> None:
    _, _, advice = outcome(examples, "voorbeeldregio-lagewold", content)
    assert advice.phase_group == "afbouwen" and "afbouwen" in advice.opening
    assert [phase.phase for phase in advice.road_map.phases] == ["afbouwen"]
    assert advice.steps[0].what == "Stop met het aanbod waar geen vraag naar is, en zeg dat eerlijk."


def test_the_examples_are_all_tested_here(examples: Path) -> None:
    assert {path.stem for path in examples.glob("*.yaml")} == {
        "flexteam-drenthe",
        "voorbeeldregio-noorderveld",
        "voorbeeldregio-rivierland",
        "voorbeeldregio-heuvelzoom",
        "voorbeeldregio-merenland",
        "voorbeeldregio-duinstreek",
        "voorbeeldregio-eilandrand",
        "voorbeeldregio-lagewold",
    }
