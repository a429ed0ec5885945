"""What the page shows of a conversation, and what becomes of what people do there."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.browser.talk.words import REWORDED
from tests.browser.talk.held import ON, Talk, View

KEY_WORDS = re.compile(r"[Dd]ruk op|[Mm]et [a-z] |[Tt]yp een letter|opdrachtvenster")
"""What only somebody at a terminal can follow."""


def test_without_a_conversation_there_is_nothing_to_show(talk: Talk) -> None:
    assert talk.call("talk.show") is None
    assert "gesprek" in talk.answer("talk.react", event={"do": "next"})["problems"][0]["message"]


def test_a_new_conversation_welcomes_and_has_no_file_until_there_is_a_name(talk: Talk) -> None:
    view = talk.begin()
    assert (view["shape"], view["title"], view["file"], view["can_back"]) == ("page", "Welkom", "", False)
    assert "samen 20 minuten" in view["page"]["html"]
    assert [one["label"] for one in view["actions"]] == ["Beginnen", "Stoppen"]

    talk.do("next")
    view = talk.do("reply", value="Flexpool Drenthe")

    assert view["file"] == "flexpool-drenthe.yaml"
    assert view["saved"] == {"name": view["file"], "path": str(talk.desk.folder / view["file"])}
    assert read_assessment(talk.desk.folder / view["file"], talk.desk.content).assessment == talk.assessment


def test_only_an_answer_that_changed_the_file_says_that_it_did(talk: Talk) -> None:
    view = talk.named()
    assert view["saved"]
    assert not talk.do("back")["saved"]
    assert not talk.do("reply", value="provincie Drenthe")["saved"]
    assert not talk.do("reply", value="nergens")["saved"]


def test_what_cannot_be_taken_says_why_and_leaves_all_as_it_was(talk: Talk) -> None:
    talk.named()
    talk.do("back")
    before = talk.assessment

    view = talk.do("reply", value="Assn")

    assert view["at"] == "municipalities::"
    assert "Bedoelde u Assen?" in view["said"]
    assert talk.assessment is before


def test_names_are_offered_while_they_are_typed(talk: Talk) -> None:
    assert [one["text"] for one in talk.call("talk.names", typed="Assen, dren")] == [
        "provincie Drenthe",
        "RES-regio Drenthe",
    ]
    assert talk.call("talk.names", typed="provincie Drenthe") == []
    assert talk.call("talk.joined", pasted="Assen\nEmmen\n") == "Assen, Emmen"


def test_a_statement_takes_an_answer_hands_and_a_note(talk: Talk) -> None:
    talk.named()
    view = talk.go_to("statement:m2:")
    assert [item["key"] for item in view["items"]] == ["1", "2", "3", "4", "5", "w"]

    talk.do("hands", counts={"4": 5})
    view = talk.do("hands", counts={"4": 5, "5": 4})
    assert [item["hands"] for item in view["items"]] == [0, 0, 0, 5, 4, 0]
    assert view["proposed"]["value"] == "4"
    view = talk.do("beside", side="note", text="Twee raden\nvroegen erom.")
    assert view["sides"]["note"]["text"] == "Twee raden\nvroegen erom."
    view = talk.do("reply", value="4")

    assert view["at"] != "statement:m2:"
    answer = talk.assessment.answers["m2"]
    assert (answer.value, answer.note, answer.votes) == (4, "Twee raden\nvroegen erom.", (0, 0, 0, 5, 4))


def test_a_count_of_hands_is_turned_back_as_a_whole(talk: Talk) -> None:
    talk.named()
    talk.go_to("statement:m2:")
    for count in (1, 2, 3):
        talk.do("hands", counts={"4": count})
    assert talk.assessment.answers["m2"].votes == (0, 0, 0, 3, 0)

    view = talk.do("undo")

    assert "m2" not in talk.assessment.answers
    assert view["saved"] and view["at"] == "statement:m2:"


def test_a_row_of_answers_goes_to_the_statements_in_turn(talk: Talk) -> None:
    talk.named()
    talk.go_to("statement:m2:")
    view = talk.do("row", typed="4 5 W")
    assert view["progress"].startswith("Vraag 4 van 10")
    assert talk.do("row", typed="vier vijf")["said"].startswith("Dit is geen rij")


def test_the_estimate_is_pointed_at_and_everyone_has_a_dot(talk: Talk) -> None:
    talk.named()
    view = talk.go_to("estimate::")
    plane = view["plane"]
    assert (plane["across"]["id"], plane["down"]["id"]) == ("motivatie", "betrokkenheid")
    assert (plane["across"]["from"], plane["down"]["from"]) == (1, 5)  # high stands on top
    assert [tick["label"] for tick in plane["across"]["ticks"]] == list("abcde")

    view = talk.do("beside", side="dots", text="b4 d5")
    assert (len(view["plane"]["dots"]), view["plane"]["counted"]) == (2, "2 stippen")
    talk.do("point", place={"motivatie": 4, "betrokkenheid": 2.5})

    assert talk.assessment.estimate.places == {"motivatie": Fraction(4), "betrokkenheid": Fraction(5, 2)}


@pytest.mark.parametrize("place", [{}, {"motivatie": 4}, {"motivatie": 4, "betrokkenheid": 9}, {"motivatie": "x"}])
def test_a_point_outside_the_plane_is_refused(talk: Talk, place: dict[str, object]) -> None:
    talk.named()
    talk.go_to("estimate::")
    view = talk.do("point", place=place)
    assert view["said"] and view["at"] == "estimate::"


def test_of_several_answers_one_that_goes_with_no_other_takes_their_place(talk: Talk) -> None:
    talk.answered()
    view = talk.go_to("context:behoefte:")
    alone = view["items"][-1]["value"]
    for item in view["items"][:2]:
        talk.do("toggle", value=item["value"])
    view = talk.do("toggle", value=alone)
    assert [item["value"] for item in view["items"] if item["chosen"]] == [alone]


def test_an_option_of_the_card_is_chosen_considered_or_neither(talk: Talk) -> None:
    talk.answered()
    view = talk.go_to("component:financiering:")
    option = view["items"][0]["value"]
    assert len(view["first"]) == 3 < len(view["items"])
    assert view["items"][0]["verdict"] and view["items"][0]["reason"]

    standings = []
    for standing in ("gekozen", "gekozen", "overwogen", "", ""):
        view = talk.do("mark", option=option, **{"as": standing})
        standings.append(next(item["standing"] for item in view["items"] if item["value"] == option))

    assert standings == ["gekozen", "gekozen", "overwogen", "", ""]
    for standing in ("gekozen", "overwogen", ""):
        view = talk.do("mark-next", option=option)
        assert next(item["standing"] for item in view["items"] if item["value"] == option) == standing


def test_all_about_an_option_is_a_page_of_its_own(talk: Talk) -> None:
    talk.answered()
    view = talk.go_to("component:financiering:")
    page = talk.call("talk.about", option=view["items"][0]["value"])
    assert page["title"] == view["items"][0]["label"]
    assert "<h2" in page["html"] and "<script" not in page["html"]
    assert "problems" in talk.answer("talk.about", option="bestaat-niet")


def test_who_leaves_a_field_keeps_what_was_typed_where_that_can_be_an_answer(talk: Talk) -> None:
    talk.named()
    talk.do("back")
    view = talk.do("back", typed="Flexpool van Drenthe")
    assert (view["kept"], talk.assessment.initiative.name) == (False, "Flexpool Drenthe")
    view = talk.do("closing", typed="Flexpool van Drenthe")
    assert view["kept"] and talk.assessment.initiative.name == "Flexpool van Drenthe"
    assert talk.do("undo", typed="niets") and talk.assessment.initiative.name == "Flexpool Drenthe"


def test_an_answer_that_changed_tells_what_it_did(talk: Talk) -> None:
    talk.answered()
    talk.go_to("place::")
    talk.go_to("statement:m2:")
    assert "Motivatie" in talk.do("reply", value="1")["said"]


def test_the_outcome_is_asked_for_once_more_until_the_place_was_shown(talk: Talk) -> None:
    talk.begin()
    assert talk.call("talk.outcome")["now"] == "refused"
    talk.answered()
    talk.go_to("statement:m2:")
    assert talk.call("talk.outcome")["now"] == "ask-first"
    assert "Samen inrichten" not in talk.call("talk.outcome")["html"]
    assert "Samen inrichten" in talk.call("talk.outcome", early=True)["html"]

    talk.go_to("place::")
    assert talk.call("talk.outcome")["now"] == "now"


def answers_in(overview: View) -> list[str]:
    return [item["answer"] for group in overview["groups"] for item in group["items"] if item["answer"]]


def test_the_overview_gives_no_answer_away_before_the_place_unless_asked(talk: Talk) -> None:
    talk.answered()
    talk.go_to("statement:m2:")
    assert answers_in(talk.call("talk.overview")) == []
    asked = talk.call("talk.overview", answers=True)
    assert answers_in(asked) and "laat zien wat er is geantwoord" in asked["warning"]

    talk.go_to("place::")
    shown = talk.call("talk.overview")
    assert answers_in(shown) and not shown["warning"]


def test_the_clock_stands_still_in_a_break(talk: Talk) -> None:
    talk.begin(spent=3.5)
    view = talk.call("talk.pause")
    assert view["clock"] == "3 van 20 min" and "De klok staat stil" in view["paused"]["html"]
    stood = talk.call("talk.clock")["minutes"]
    assert talk.call("talk.clock")["minutes"] == stood
    assert talk.call("talk.pause", on=False)["paused"] is None
    assert talk.call("talk.clock")["minutes"] > stood


def test_who_stops_early_is_offered_a_report_first_and_can_go_on(talk: Talk) -> None:
    talk.begin()
    assert talk.call("talk.stopping") is None
    talk.answered()
    assert talk.call("talk.stopping")["title"] == "Stoppen"
    view = talk.do("stop")
    assert view["stopped"]
    assert talk.call("talk.resume")["at"] == view["at"] and not talk.record.state.stopped


def test_the_last_page_offers_reports_more_questions_and_who_pays(talk: Talk) -> None:
    talk.answered()
    view = talk.do("jump", key="end::")
    assert [one["label"] for one in view["actions"]] == [
        "Verslagen maken",
        "De verdieping",
        "Wie betaalt wat",
        "Afsluiten",
    ]
    assert "U bekeek nog niet waar u staat." in view["page"]["html"]
    assert talk.do("jump", key=view["actions"][2]["event"]["key"])["at"] == "costs-total::"
    talk.do("reply", value="400.000")
    shown = talk.do("jump", key="costs-page::")["page"]["html"]
    assert "met het programma dat u installeert: poolwijzer costs" in shown


@pytest.mark.parametrize("minutes", [0, -3, 3.5, True, "20", 10**9])
def test_minutes_that_cannot_be_are_refused(talk: Talk, minutes: object) -> None:
    assert "minuten" in talk.answer("talk.begin", minutes=minutes)["problems"][0]["message"]


def test_a_conversation_takes_the_ways_that_the_command_line_has(talk: Talk) -> None:
    choices = talk.call("talk.choices")
    assert choices["minutes"] == 20
    assert {"motivatie", "menu", "kosten"} <= {part["value"] for part in choices["parts"]}

    assert "afwegingen" in talk.begin(minutes=10)["page"]["html"]
    assert "langer dan" in talk.begin(full=True)["page"]["html"]
    assert "problems" in talk.answer("talk.begin", part="bestaat-niet")
    talk.named()
    file = talk.record.saves.path
    assert file is not None
    assert talk.begin(file=file.name, part="menu")["progress"].startswith("De menukaart")
    view = talk.begin(file=file.name, menu_first=True)
    assert "Verder met Flexpool Drenthe" in view["said"]


def test_a_conversation_that_cannot_begin_leaves_the_one_of_now(talk: Talk) -> None:
    at = talk.answered()["at"]
    file = talk.record.saves.path
    assert file is not None
    file.write_text("poolwijzer: [", encoding="utf-8")
    assert "problems" in talk.answer("talk.begin", file=file.name)
    assert "problems" in talk.answer("talk.begin", file="weg.yaml")
    assert talk.call("talk.show")["at"] == at


def test_a_draft_goes_on_where_it_broke_off(talk: Talk) -> None:
    talk.named()
    name = talk.record.saves.path
    assert name is not None
    view = talk.begin(file=name.name, at="statement:m6:", spent=7.0)
    assert (view["at"], view["clock"].split()[0]) == ("statement:m6:", "7")
    assert "De klok gaat verder bij 7 minuten." in view["said"]
    assert talk.begin(file=name.name, at="bestaat-niet", spent=float("nan"))["at"]


def test_what_there_is_to_say_of_a_file_stands_with_the_first_question_only(talk: Talk) -> None:
    (talk.desk.folder / "oud.yaml").write_text(
        "poolwijzer: 1\nmenus: {version: 0.9.0, hash: anders}\ninitiative: {id: oud, name: Oud, date: 2026-11-01}\n"
        "answers: {zz1: 3, zz2: 4, m2: 4}\n",
        encoding="utf-8",
    )
    view = talk.begin(file="oud.yaml")
    assert len(view["remarks"]) > 1 and "zz1" in " ".join(view["remarks"])
    assert talk.do("next")["remarks"] == []


def test_a_new_measurement_shows_what_was_answered_before(talk: Talk) -> None:
    talk.answered()
    file = talk.record.saves.path
    assert file is not None
    talk.record.saves.release()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(str(ON), "2025-11-24"), encoding="utf-8")

    view = talk.begin(file=file.name, again=True)
    assert "Nieuwe meting van Flexpool Drenthe" in view["said"]
    assert "Vorige keer (24 november 2025)" in talk.go_to("statement:m2:")["memory"]


def test_a_file_of_elsewhere_is_not_opened(talk: Talk) -> None:
    answer = talk.answer("talk.begin", file="../../etc/passwd")
    assert answer["problems"][0]["where"] == "passwd"


def test_no_page_speaks_of_keys_that_a_finger_has_not(talk: Talk) -> None:
    found: list[str] = []
    talk.answered()
    talk.begin(file=str(talk.record.saves.path), full=True)
    for step in talk.record.script.steps(talk.record.state):
        view = talk.do("jump", key=step.key)
        page = view["page"]["html"] if view["page"] else ""
        texts = [view["title"], view["lead"], view["said"], page, *view["beside"]]
        texts += [side["lead"] for side in view["sides"].values()]
        texts.append(talk.call("talk.explain")["html"].partition("De toetsen hier")[0])
        found += [f"{step.key}: {text}" for text in texts if KEY_WORDS.search(text)]
    assert found == []


def test_what_is_reworded_is_still_said(talk: Talk) -> None:
    """A sentence that a step says in another way by now is not to stay here unseen."""
    from poolwijzer.interview.steps import closing, placing, situation, statement
    from poolwijzer.report.costs import first_look

    modules = (closing, placing, situation, statement, first_look)
    sources = "".join(
        str(value)
        for module in modules
        for thing in vars(module).values()
        for value in (thing, getattr(thing, "lead", ""))
        if isinstance(value, str)
    )
    code = "".join(__import__("inspect").getsource(module) for module in modules)
    assert all(said in sources or said in code for said in REWORDED)
