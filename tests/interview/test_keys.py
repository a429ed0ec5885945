"""One table of keys: no screen uses a key for something else, and people can read all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import (
    READ_ON_KEYS,
    READING_KEYS,
    AboutOption,
    Jump,
    Keep,
    MarkOption,
    Reply,
    with_common,
)
from poolwijzer.interview.keys import ALWAYS, ANSWER_KEYS, KEYS, asks_always, keys_table, list_keys, names_at
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion, explain_question
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.hands_screen import HandsScreen
from poolwijzer.interview.screens.layout import Line, Screen
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.interview.screens.pick_screen import PickScreen
from poolwijzer.interview.screens.point_screen import PointScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Labelled

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
PRESSES = (
    *(chr(sign) for sign in range(33, 127)),
    *("space", "enter", "escape", "up", "down", "left", "right", "pageup", "pagedown"),
)
"""Every key that a screen where nobody types can hear of."""
ANSWERS = (Reply, Keep, MarkOption)
ASKED: dict[str, Callable[[Any], bool]] = {
    "choose": lambda event: isinstance(event, ANSWERS),
    "none": lambda event: isinstance(event, ANSWERS),
    "choose-more": lambda event: isinstance(event, ANSWERS),
    "unknown": lambda event: event == Reply("weet-niet"),
    "pick": lambda event: isinstance(event, ANSWERS),
    "onward": lambda event: event == "next" or isinstance(event, Reply),
    "note": lambda event: event in ("note", "consider"),
    "explain": lambda event: event == "explain" or isinstance(event, AboutOption),
    "costs": lambda event: isinstance(event, Jump),
}
"""What a key may ask for where the table leaves that to what is shown."""


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def questions(script: Script, assessment_of: Make) -> Iterator[InterviewQuestion]:
    """Every kind of question, new and answered, on every way through."""
    body = {"kind": "provincie", "name": "de provincie"}
    answered = assessment_of(
        municipalities=12,
        context={"verband": body, "thema": ["isolatie"], "soort": "beide", "geld": ["provincie"]},
        answers={"m2": 4, "b2": "weet-niet"},
        estimate={"motivatie": 4, "betrokkenheid": 2},
        choices={"vorm": {"options": ["bij-provincie"], "considering": ["sok-met-programmateam"]}},
    )
    for assessment in (assessment_of(municipalities=3), answered):
        state = script.begin(assessment, Route(full=True))
        for step in script.steps(state):
            yield script.ask(script.react(state, Jump(step.key)))


def screens(question: InterviewQuestion, content: Content) -> Iterator[Screen]:
    """A question as it is first shown, and with something pointed at and all of it shown."""
    around = Surroundings()
    if isinstance(question.step, PageStep):
        yield PageScreen(plain_page("Titel", "Tekst"), around, with_common(question.step.keys))
    elif question.shape == "point":
        yield PointScreen(question, around, content)
    elif question.shape != "text":
        for unfolded, pointed in ((False, False), (True, False), (False, True)):
            listing = ListScreen(question, around)
            listing.all = listing.all or unfolded
            if pointed:
                listing.press("down")
            yield listing


def means(press: str, question: InterviewQuestion) -> set[str]:
    """What the table says of a key; of the arrows on the typology, that they move the dot."""
    typed = press if press in {item.key for item in question.items} else press.lower() if len(press) == 1 else press
    found = {name for name, key in KEYS.items() if typed in key.presses}
    return {"move"} & found or found if question.shape == "point" else found - {"move"}


def is_as_the_table_says(event: Any, names: set[str]) -> bool:
    return any(event == KEYS[name].asks or ASKED.get(name, lambda _: False)(event) for name in names)


def test_no_screen_uses_a_key_for_something_else(script: Script, assessment_of: Make) -> None:
    seen: set[str] = set()
    for question in questions(script, assessment_of):
        for press in PRESSES:
            for screen in screens(question, script.content):
                event = screen.press(press)
                names = means(press, question)
                own = isinstance(question.step, PageStep) and press in question.step.keys
                assert event is None or own or is_as_the_table_says(event, names), (question.title, press, event)
                seen |= names if event is not None else set()
    assert {"choose", "choose-more", "none", "unknown", "pick", "onward", "other", *ALWAYS} <= seen


def test_the_own_keys_of_a_page_mean_there_what_they_mean_in_the_table(script: Script, assessment_of: Make) -> None:
    for route in (Route(), Route(full=True)):
        for step in script.steps(script.begin(assessment_of(), route)):
            for press, (_, event) in step.keys.items() if isinstance(step, PageStep) else ():
                (key,) = (key for name, key in KEYS.items() if press in key.presses and name != "move")
                assert key.asks in (None, event), (step.key, press)


def test_what_works_everywhere_works_on_every_screen_where_nobody_types(script: Script, assessment_of: Make) -> None:
    for question in questions(script, assessment_of):
        for screen in screens(question, script.content):
            for press, event in {"q": "stop", "o": "overview", "u": "outcome", "e": "closing", "p": "pause"}.items():
                assert screen.press(press) == event == asks_always(press), (question.title, press)
                assert screen.press(press.upper()) == event or press.upper() in {item.key for item in question.items}
            assert screen.press("z") == "undo"


def test_what_works_everywhere_works_on_a_page_beside_a_question_too() -> None:
    for keys in (READING_KEYS, READ_ON_KEYS):
        page = PageScreen(plain_page("Titel", "Tekst"), Surroundings(), with_common(keys, without="explain"))
        assert [page.press(key) for key in "qouepz?"] == [
            *("stop", "overview", "outcome", "closing", "pause", "undo"),
            None,
        ]
        assert page.press("left") == page.press("escape") == "back"


def test_a_digit_or_a_capital_picks_at_once_from_a_list() -> None:
    for number in range(1, 16):
        for index, key in enumerate(ANSWER_KEYS[:number]):
            picking = PickScreen("Wat nu?", [f"keuze {one}" for one in range(number)])
            assert picking.press(key) == "next" and picking.at == index
    picking = PickScreen("Wat nu?", ["een", "twee"])
    assert picking.press("3") is None and "3" in words(picking.lines(80, 24))
    for press in PRESSES:
        event = PickScreen("Wat nu?", ["een", "twee"]).press(press)
        assert event is None or press in (*"12", "enter", "right", "escape", "left")


def test_a_letter_that_means_nothing_on_a_screen_is_answered(script: Script, assessment_of: Make) -> None:
    for question in questions(script, assessment_of):
        for screen in screens(question, script.content):
            assert screen.press("x") is None
            assert "Deze toets doet hier niets." in words(screen.lines(99, 40)), question.title
            assert screen.press("x") is None and screen.press("o") == "overview"
            assert "Deze toets" not in words(screen.lines(99, 40))


def test_before_the_first_list_there_is_nothing_to_go_back_to() -> None:
    for first, foot in ((True, "Esc stoppen"), (False, "Esc terug")):
        picking = PickScreen("Wat wilt u doen?", ["een", "twee"], first=first)
        assert foot in words(picking.lines(99, 30)) and picking.press("escape") == "back"


@pytest.mark.parametrize("number", [1, 15, 16, 35, 36, 90])
def test_a_list_of_any_length_can_be_gone_through(number: int) -> None:
    picking = PickScreen("Naar welke vraag?", [f"vraag {one}" for one in range(number)], number - 1)
    assert f"vraag {number - 1}" in words(picking.lines(99, 30))
    picking.press("up")
    assert picking.press("enter") == "next" and picking.at == max(number - 2, 0)


def test_every_key_has_one_meaning_but_for_arrows_on_the_typology() -> None:
    names = [name for name in KEYS if name != "move"]
    presses = [press for name in names for press in KEYS[name].presses]
    assert len(presses) == len(set(presses))


def test_the_explanation_ends_with_every_key_of_its_screen(script: Script, assessment_of: Make) -> None:
    for question in questions(script, assessment_of):
        page = explain_question(question)
        if question.shape == "text":
            assert not list(list_keys(question))
            continue
        (told,) = page.sections[-1].blocks
        assert isinstance(told, Labelled)
        assert len(told.rows) >= len(ALWAYS) and all(label and line.text for label, line in told.rows)
        for screen in screens(question, script.content):
            for press in PRESSES:
                if screen.press(press) is not None and not isinstance(question.step, PageStep):
                    assert any(
                        press in KEYS[name].presses or press.lower() in KEYS[name].presses
                        for name in names_at(question)
                    ), (question.title, press)


def test_the_explanation_of_the_last_page_tells_its_own_keys_too(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("end::"))
    told = dict(list_keys(script.ask(state)))
    step = script.step(state)
    assert isinstance(step, PageStep)
    assert {press for press in step.keys if len(press) == 1} <= set(told)


def test_counting_hands_uses_the_keys_that_count_nothing_as_the_table_says(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    question = script.ask(state)
    for press in (press for press in PRESSES if not press.isdecimal()):
        event = HandsScreen(question, Surroundings(), lambda _: "").press(press)
        assert event is None or is_as_the_table_says(event, means(press, question)), (press, event)


def test_while_hands_are_counted_the_explanation_says_that_a_digit_is_a_number(
    script: Script, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    told = dict(list_keys(replace(script.ask(state), shape="hands")))
    assert "hoeveel handen" in told["0 tot en met 9"] and "klaar" in told["Enter of →"]
    assert not any(key in told for key in ("1 tot en met 5", "w", "n", "h", "s"))


def test_where_lines_are_typed_the_explanation_tells_no_arrows(script: Script, assessment_of: Make) -> None:
    for question in questions(script, assessment_of):
        told = dict(list_keys(question, by_line=True))
        assert not {"↑ ↓", "spatie", "Esc of ←"} & set(told)
        assert told.get("t", "gaat terug") == "gaat terug"


@pytest.mark.parametrize("width", [79, 84])
def test_the_keys_in_the_foot_stand_on_one_line_of_eighty_columns(
    script: Script, assessment_of: Make, width: int
) -> None:
    for question in questions(script, assessment_of):
        for screen in screens(question, script.content) if question.step.kind != EndPage.kind else ():
            last, before = words(screen.lines(width, 40)).split("\n")[-1:-3:-1]
            assert "? " in last and "Esc" in last and "? " not in before, (question.title, last)


def test_where_the_keys_take_more_than_a_line_the_first_tells_where_all_of_them_are() -> None:
    keys = [("1-5", "antwoord"), ("w", "weet niet"), ("n", "notitie"), ("?", "uitleg en toetsen"), ("Esc", "terug")]
    for width in range(22, 50):
        first, *rest = words(layout.keys_line(keys, width)).split("\n")
        assert "? uitleg" in first and rest and all(len(line) <= width for line in (first, *rest))


def test_at_a_statement_the_foot_has_what_one_needs_there(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    foot = words(ListScreen(script.ask(state), Surroundings()).lines(79, 24)).split("\n")[-1]
    assert foot.rstrip() == "1-5 antwoord  w weet niet  n notitie  h handen  ? uitleg en toetsen  Esc terug"


def test_the_table_for_the_manual_has_a_row_for_every_key() -> None:
    table = keys_table()
    assert table.startswith("| toets | wat die doet |\n| --- | --- |\n| `1` tot en met `9` | kiest dat antwoord.")
    assert len(table.split("\n")) == len(KEYS) + 2
    assert all(line.startswith("| ") and line.endswith(" |") and line.count("|") == 3 for line in table.split("\n"))


def test_a_memory_and_what_stands_beside_show_with_a_question(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    remembered = replace(script.ask(state), memory="Vorige keer: een paar", beside=("Eerste stap: bel de buren.",))
    text = words(ListScreen(remembered, Surroundings()).lines(80, 24))
    assert text.index("Vorige keer: een paar") < text.index("1 geen") < text.index("Eerste stap: bel de buren.")


def words(lines: list[Line]) -> str:
    return "\n".join("".join(part for _, part in line).rstrip() for line in lines)


# How it stands on the screen.


def test_what_the_last_answer_did_stands_above_the_question(script: Script, assessment_of: Make) -> None:
    said = Surroundings(said="U hebt uw antwoord aangepast.", file="proef.yaml", clock=lambda: "3 van 20 min")
    for question in questions(script, assessment_of):
        for screen in screens(question, script.content):
            if isinstance(screen, PageScreen):
                screen.around = said
                title = "Titel"
            else:
                screen.around = said  # type: ignore[attr-defined]
                title = question.title[:30]
            for width, height in ((100, 30), (79, 24), (59, 20)):
                text = words(screen.lines(width, height))
                assert text.index("U hebt uw antwoord aangepast.") < text.index(title), (width, height)


def test_at_sixty_by_twenty_a_statement_shows_with_all_its_answers_and_the_clock(
    script: Script, assessment_of: Make
) -> None:
    around = Surroundings(
        clock=lambda: "18 van 20 min · nog 2 minuten", file="een-heel-lange-naam-van-een-bestand-in-drenthe.yaml"
    )
    long = "een notitie die lang genoeg is voor een paar regels " * 3
    for assessment in (
        assessment_of(municipalities=12),
        assessment_of(municipalities=3, answers={"m2": {"value": 4, "note": long, "votes": [1, 2, 3, 4, 5]}}),
    ):
        state = script.begin(assessment, Route(full=True))
        for step in script.steps(state):
            question = script.ask(script.react(state, Jump(step.key)))
            if not step.in_a_row or question.introduction:
                continue
            for said in ("", "U hebt uw antwoord aangepast. Uw andere antwoorden staan er nog."):
                text = words(ListScreen(question, around._replace(said=said)).lines(59, 20))
                flat = " ".join(text.split())
                assert question.title in flat and question.lead in flat and "nog 2 minuten" in flat and said in flat
                assert all(f" {item.key} " in text and item.label[:20] in text for item in question.items)
                assert "h handen  ? uitleg" in text


def test_whoever_goes_to_the_last_answer_sees_what_stands_below_it(script: Script, assessment_of: Make) -> None:
    choices = {"vorm": {"other": ["Een maatschap"], "consideration": "Dat kennen wij."}}
    state = script.react(script.begin(assessment_of(choices=choices), Route()), Jump("component:vorm:"))
    listing = ListScreen(script.ask(state), Surroundings())
    listing.press("up")
    assert "Een maatschap" in (text := words(listing.lines(59, 20))) and "Dat kennen wij." in text


def test_nothing_is_cut_off_that_somebody_wrote(script: Script, assessment_of: Make) -> None:
    long = "de gemeenschappelijke regeling voor het warme oosten en het koude westen van het hele land"
    context = {"verband": {"kind": "gr", "name": long}, "thema": ["isolatie"]}
    state = script.begin(assessment_of(municipalities=12, context=context), Route())
    named = script.ask(script.react(state, Jump("context:fase:")))
    file = "een-bestand-met-een-naam-die-langer-is-dan-zestig-kolommen-breed-is.yaml"
    shown = words(ListScreen(named, Surroundings(file=file)).lines(59, 40))
    assert long in " ".join(shown.split()) and file in "".join(shown.split())
    overview = [step.overview_line() for step in script.steps(state)]
    for at in range(len(overview)):
        for width, height in ((59, 20), (39, 12)):
            picking = PickScreen("Naar welke vraag?", overview, at)
            text = words(picking.lines(width, height))
            assert " ".join(overview[at].split()) in " ".join(text.replace("▸", "").split())
            assert "…" not in text.replace("○ …", "")


def test_a_page_shows_every_line_between_its_pages() -> None:
    page = PageScreen(plain_page("Titel", *(f"Alinea {n}." for n in range(60))), Surroundings(), READING_KEYS)
    seen = words(page.lines(60, 20))
    for _ in range(20):
        page.press("pagedown")
        seen += words(page.lines(60, 20))
    assert all(f"Alinea {number}." in seen for number in range(60))


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (160, 45), (250, 60)])
def test_on_a_wide_screen_the_question_stands_in_the_middle(
    script: Script, assessment_of: Make, columns: int, rows: int
) -> None:
    for question in questions(script, assessment_of):
        for screen in screens(question, script.content):
            lines = layout.drawn(screen, columns, rows)
            assert len(lines) == rows
            filled = [line for line in words(lines).split("\n") if line.strip()]
            margin = min(len(line) - len(line.lstrip()) for line in filled)
            assert margin >= (columns - 1 - layout.READABLE) // 2
            assert max(map(len, filled)) <= margin + layout.READABLE + 2


def test_a_terminal_of_eighty_columns_is_used_whole(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    listing = ListScreen(script.ask(state), Surroundings(clock=lambda: "3 van 20 min"))
    assert words(layout.drawn(listing, 80, 24)).split("\n")[0].endswith("3 van 20 min")
    assert len(words(layout.drawn(listing, 80, 24)).split("\n")[0]) == 79
