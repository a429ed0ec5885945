"""The end of a conversation: agreements, what struck, what people want next, and the last page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import Jump, Keep, Reply, WriteBeside
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.screens.text_screen import TextScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
ON = date(2026, 11, 24)
THREE = [
    {"what": "Een brief aan Gedeputeerde Staten", "who": "Assen", "when": "1 december"},
    {"what": "Een gesprek met de RES", "who": "Emmen", "when": "januari"},
    {"what": "Een trekker zoeken", "who": "Coevorden"},
]


@pytest.fixture
def script(content: Content) -> Script:
    return Script(content, ON)


def closing(script: Script, assessment: Assessment, **route: object) -> list[str]:
    """What is asked at the end."""
    state = script.begin(assessment, Route(**route))  # type: ignore[arg-type]
    return [step.key for step in script.steps(state) if step.stage == "afronden"]


def last_page(state: State, script: Script, report: str = "", file: str = "plan.yaml") -> str:
    steps = script.steps(state)
    assert isinstance(steps[-1], EndPage)
    page = steps[-1].page(state, steps, file, report)
    return " ".join((page.title, *texts_of(page.sections)))


# Agreements.


def test_there_are_as_many_agreements_as_a_group_makes_and_an_empty_one_goes_on(
    script: Script, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), "closing")
    for what, who, when in (("Een brief", "Assen", "1 december"), ("Een gesprek", "", "januari")):
        for asked, said in (("what", what), ("who", who), ("when", when)):
            assert state.at.split(":")[2] == asked
            state = script.react(state, Reply(said))
    assert state.at == "agreement:2:what" and "nog meer" in script.ask(state).title
    state = script.react(state, Reply(""))
    assert state.at == "highlight:striking:" and state.assessment is not None
    made = [(one.what, one.who, one.when) for one in state.assessment.agreements]
    assert made == [("Een brief", "Assen", "1 december"), ("Een gesprek", "", "januari")]


def test_the_agreements_made_so_far_stand_with_the_next_one(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(agreements=THREE), Route()), Jump("agreement:3:what"))
    form = script.ask(state).form
    assert [(line.label, line.value, line.current) for line in form] == [
        ("Afspraak 1", "Een brief aan Gedeputeerde Staten · Assen · 1 december", False),
        ("Afspraak 2", "Een gesprek met de RES · Emmen · januari", False),
        ("Afspraak 3", "Een trekker zoeken · Coevorden", False),
        ("Wat", "", True),
        ("Wie", "", False),
        ("Wanneer", "", False),
    ]


def test_of_many_agreements_those_nearby_stand_there_and_all_fits_on_a_small_screen(
    script: Script, assessment_of: Make
) -> None:
    many = [{"what": f"Afspraak over onderwerp {number}"} for number in range(1, 13)]
    state = script.begin(assessment_of(agreements=many), Route())
    for at in (0, 6, 12):
        here = script.react(state, Jump(f"agreement:{at}:what"))
        question = script.ask(here)
        screen = TextScreen(
            question, Surroundings(lambda: "18 van 20 min", "plan.yaml"), lambda _: "", "", lambda _: None
        )
        lines = ["".join(part for _, part in line) for line in screen.lines(59, 20)]
        assert len(lines) <= 20 and all(len(line) <= 59 for line in lines)
        shown = "\n".join(lines)
        assert "En nog" in shown and "▸ Wat" in shown and question.title in shown and "Enter" in shown


# What a group brings back, and what it wants next.


def test_in_twenty_minutes_what_struck_is_asked_and_with_more_time_all_four(
    script: Script, assessment_of: Make
) -> None:
    def asked(**route: object) -> list[str]:
        return [key.split(":")[1] for key in closing(script, assessment_of(), **route) if key.startswith("highlight")]

    four = ["course", "striking", "eye_opener", "worthwhile"]
    assert asked() == ["striking"]
    assert asked(full=True) == asked(part="afronden") == four
    assert asked(left_out=frozenset({"terugkoppeling"})) == []
    assert asked(left_out=frozenset({"terugkoppeling"}), full=True) == four


def test_without_time_to_bring_back_agreements_are_still_made(script: Script, assessment_of: Make) -> None:
    left_out = frozenset({"keuzes", "afwegingen", "terugkoppeling", "stippen"})
    assert closing(script, assessment_of(agreements=THREE), left_out=left_out)[-2:] == ["agreement:3:what", "needs::"]


def test_what_was_brought_back_before_stays_at_hand(script: Script, assessment_of: Make) -> None:
    told = assessment_of(highlights={"course": "Goed"})
    assert "highlight:course:" in closing(script, told)


def test_what_people_want_next_is_picked_from_the_question_of_the_workshop(
    script: Script, content: Content, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("needs::"))
    labels = tuple(content.questions.conversation.needs.values())
    assert [item.label for item in script.ask(state).items] == list(labels)
    state = script.react(state, Keep((labels[2], labels[0])))
    assert state.at == "needs::" and state.assessment is not None
    assert state.assessment.needs == (labels[0], labels[2])
    assert script.react(state, "next").at == "end::"
    assert script.react(state, Keep(())).assessment.needs == ()  # type: ignore[union-attr]


def test_needs_of_ones_own_stay_and_can_be_taken_away(script: Script, content: Content, assessment_of: Make) -> None:
    first = next(iter(content.questions.conversation.needs.values()))
    state = script.react(script.begin(assessment_of(needs=["een secretaris"]), Route()), Jump("needs::"))
    state = script.react(state, WriteBeside("other", "een  rekenmodel"))
    assert state.assessment is not None and state.assessment.needs == ("een secretaris", "een rekenmodel")
    question = script.ask(state)
    assert question.chosen == ("een secretaris", "een rekenmodel")
    assert [item.label for item in question.items][-2:] == list(question.chosen)
    state = script.react(state, Keep((first, "een rekenmodel")))
    assert state.assessment is not None and state.assessment.needs == (first, "een rekenmodel")
    assert "Kies uit de lijst" in script.react(state, Keep(("iets anders",))).said


def test_a_key_writes_another_need(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("needs::"))
    assert ListScreen(script.ask(state), Surroundings()).press("a") == "other"
    behoefte = script.react(script.begin(assessment_of(), Route()), Jump("context:behoefte:"))
    assert ListScreen(script.ask(behoefte), Surroundings()).press("a") != "other"


# The last page.


def test_the_last_page_tells_the_place_only_to_who_saw_it(script: Script, assessment_of: Make) -> None:
    answers = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)
    early = script.react(script.begin(assessment_of(answers=answers), Route()), Jump("end::"))
    headline = "Samen inrichten"
    assert headline not in last_page(early, script)
    assert "U bekeek nog niet waar u staat" in last_page(early, script)
    seen = script.react(script.react(early, Jump("place::")), "next")
    assert headline in last_page(seen, script)


def test_the_last_page_tells_how_to_make_reports_or_where_they_lie(script: Script, assessment_of: Make) -> None:
    state = script.begin(assessment_of(answers={"m2": 4}), Route())
    before = last_page(state, script)
    assert "Druk op r" in before and "op v voor alle" in before
    after = last_page(state, script, "Het verslag staat in plan.pdf.\nDe notitie staat in plan.docx.")
    assert "Het verslag staat in plan.pdf." in after and "De notitie staat in plan.docx." in after
    for page in (before, after):
        assert "poolwijzer advise plan.yaml -o verslag.pdf" in page and "poolwijzer next plan.yaml" in page


def test_the_last_page_says_so_where_the_answers_could_not_be_kept(script: Script, assessment_of: Make) -> None:
    state = script.begin(assessment_of(answers={"m2": 4}), Route())
    page = last_page(state, script, file="")
    assert "nog niet bewaard" in page and "poolwijzer" not in page


def test_every_key_of_the_last_page_is_on_it_once(script: Script, assessment_of: Make) -> None:
    state = script.begin(assessment_of(), Route())
    page = script.steps(state)[-1]
    assert isinstance(page, EndPage)
    assert {key: event for key, (_, event) in page.keys.items()} == {
        "enter": "stop", "r": "report", "v": "reports", "m": "deepen", "k": Jump("costs-total::"), "o": "overview",
        "u": "outcome", "escape": "back", "q": "stop",
    }  # fmt: skip
    deep = script.steps(replace(state, route=Route(full=True)))[-1]
    assert isinstance(deep, EndPage) and "m" not in deep.keys
