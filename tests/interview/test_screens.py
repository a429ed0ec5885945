from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from poolwijzer.interview.commands import AboutOption, AnswerRow, Jump, Keep, MarkOption, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, fitted, keys_line
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.interview.screens.point_screen import PointScreen
from poolwijzer.interview.screens.text_screen import TextScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.sentences import names_in

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def shown(script: Script, assessment: Assessment, key: str, **route: Any) -> InterviewQuestion:
    return script.ask(script.react(script.begin(assessment, Route(**route)), Jump(key)))


def words(lines: list[Line]) -> str:
    return "\n".join("".join(part for _, part in line).rstrip() for line in lines)


# What keys mean.


def test_a_digit_or_a_letter_answers_at_once(script: Script, assessment_of: Make) -> None:
    listing = ListScreen(shown(script, assessment_of(), "statement:m2:"), Surroundings())
    assert listing.press("4") == Reply("4")
    assert listing.press("w") == Reply("weet-niet")
    assert listing.press("9") is None


def test_enter_picks_nothing_until_something_is_pointed_at(script: Script, assessment_of: Make) -> None:
    listing = ListScreen(shown(script, assessment_of(), "statement:m2:"), Surroundings())
    assert listing.press("enter") is None
    assert "druk op s om deze vraag over te slaan" in words(listing.lines(80, 24))
    listing.press("down")
    listing.press("down")
    assert listing.press("enter") == Reply("2")
    listing.press("up")
    listing.press("up")
    assert listing.press("enter") == Reply("weet-niet")


def test_spaces_between_answers_that_are_typed_in_a_row_answer_nothing(script: Script, assessment_of: Make) -> None:
    answered = ListScreen(shown(script, assessment_of(answers={"m2": 2}), "statement:m2:"), Surroundings())
    assert answered.press("space") is None


def test_a_pasted_row_is_a_row_of_answers(script: Script, assessment_of: Make) -> None:
    listing = ListScreen(shown(script, assessment_of(), "statement:m2:"), Surroundings())
    assert listing.paste("4 5 w 2 3\n") == AnswerRow(("4", "5", "w", "2", "3"))


@pytest.mark.parametrize(
    "pasted", ["4\n5\nw", "3 gemeenten willen niet", "Eerste regel\n3 gemeenten willen niet\n5 wel\n", "9", "  \n"]
)
def test_pasted_lines_and_sentences_are_no_answers(script: Script, assessment_of: Make, pasted: str) -> None:
    for key in ("statement:m2:", "context:soort:", "component:verdeling:"):
        listing = ListScreen(shown(script, assessment_of(), key), Surroundings())
        assert listing.paste(pasted) is None
        assert "plak" in words(listing.lines(80, 24)).lower()


@pytest.mark.parametrize(
    ("key", "means"),
    [
        ("escape", "back"),
        ("left", "back"),
        ("right", "next"),
        ("n", "note"),
        ("h", "hands"),
        ("?", "explain"),
        ("o", "overview"),
        ("u", "outcome"),
        ("e", "closing"),
        ("p", "pause"),
        ("z", "undo"),
        ("q", "stop"),
        ("Q", "stop"),
    ],
)
def test_letters_are_commands_at_a_statement(script: Script, assessment_of: Make, key: str, means: str) -> None:
    assert ListScreen(shown(script, assessment_of(), "statement:m2:"), Surroundings()).press(key) == means


def test_the_evidence_shows_on_a_key_and_goes_again(script: Script, content: Content, assessment_of: Make) -> None:
    listing = ListScreen(shown(script, assessment_of(), "statement:m2:"), Surroundings())
    evidence = content.statements["m2"].evidence
    assert evidence not in words(listing.lines(80, 24))
    assert listing.press("b") is None
    assert evidence in words(listing.lines(80, 24))
    listing.press("b")
    assert evidence not in words(listing.lines(80, 24))


def test_several_answers_go_on_and_off_and_are_kept_each_time(script: Script, assessment_of: Make) -> None:
    listing = ListScreen(
        shown(script, assessment_of(context={"thema": ["isolatie"]}), "context:thema:"), Surroundings()
    )
    assert listing.press("3") == Keep(("isolatie", "energiearmoede"))
    assert listing.press("2") == Keep(())
    assert listing.press("enter") == "next"


def test_an_answer_such_as_none_takes_the_others_off(script: Script, assessment_of: Make) -> None:
    doubts = assessment_of(context={"twijfel": ["kosten", "steun-van-de-raad"]})
    listing = ListScreen(shown(script, doubts, "context:twijfel:", full=True), Surroundings())
    alone = next(item.key for item in listing.question.items if item.alone)
    assert alone.isupper()
    assert listing.press(alone) == Keep(("geen",))
    none = assessment_of(context={"twijfel": ["geen"]})
    assert ListScreen(shown(script, none, "context:twijfel:", full=True), Surroundings()).press("2") == Keep(
        ("kosten",)
    )


def test_more_than_the_most_is_refused_in_words(script: Script, assessment_of: Make) -> None:
    three = assessment_of(context={"behoefte": ["vaste-mensen", "specialisten", "samen-inkopen"]})
    listing = ListScreen(shown(script, three, "context:behoefte:"), Surroundings())
    assert listing.press("1") is None
    assert "hooguit 3" in words(listing.lines(80, 24))


def test_on_the_menu_card_a_digit_chooses_considers_and_takes_away(script: Script, assessment_of: Make) -> None:
    question = shown(script, assessment_of(), "component:verdeling:")
    second = question.items[1].value
    assert ListScreen(question, Surroundings()).press("2") == MarkOption(second, "gekozen")
    state = script.react(script.begin(assessment_of(), Route()), Jump("component:verdeling:"))
    stands = []
    for _ in range(3):
        mark = ListScreen(script.ask(state), Surroundings()).press("2")
        assert isinstance(mark, MarkOption)
        state = script.react(state, mark)
        stands.append(next(item.standing for item in script.ask(state).items if item.value == second))
    assert stands == ["gekozen", "overwogen", ""]


def test_space_marks_what_is_pointed_at_and_a_question_mark_tells_about_it(script: Script, assessment_of: Make) -> None:
    question = shown(script, assessment_of(), "component:verdeling:")
    listing = ListScreen(question, Surroundings())
    assert listing.press("space") is None and "pijlen" in words(listing.lines(80, 24))
    assert listing.press("?") == "explain"
    listing.press("down")
    listing.press("down")
    assert listing.press("space") == MarkOption(question.items[1].value, "gekozen")
    assert listing.press("?") == AboutOption(question.items[1].value)
    assert (listing.press("a"), listing.press("n"), listing.press("enter")) == ("other", "consider", "next")


def test_the_menu_card_shows_the_three_to_look_at_first_and_what_was_picked(
    script: Script, assessment_of: Make
) -> None:
    question = shown(script, assessment_of(), "component:verdeling:")
    last = question.items[-1]
    listing = ListScreen(question, Surroundings())
    text = " ".join(words(listing.lines(100, 40)).split())
    assert f"Alle {len(question.items)} opties: druk op m." in text
    assert all(item.label in text for item in question.items[:3])
    assert not any(item.label in text for item in question.items[3:])
    picked = ListScreen(
        shown(script, assessment_of(choices={"verdeling": {"considering": [last.value]}}), "component:verdeling:"),
        Surroundings(),
    )
    assert last.label in " ".join(words(picked.lines(100, 40)).split())
    listing.press("m")
    text = " ".join(words(listing.lines(100, 60)).split())
    assert all(item.label in text for item in question.items)


def test_an_option_that_is_not_shown_is_shown_before_a_digit_can_choose_it(script: Script, assessment_of: Make) -> None:
    question = shown(script, assessment_of(), "component:verdeling:")
    listing = ListScreen(question, Surroundings())
    assert listing.press("7") is None
    assert listing.at == 6 and "Druk nog eens op 7" in words(listing.lines(100, 60))
    assert listing.press("7") == MarkOption(question.items[6].value, "gekozen")


def test_every_option_says_what_speaks_for_it_or_against_it(script: Script, assessment_of: Make) -> None:
    context = {"fase": "opdracht", "behoefte": ["uren-voor-uitvoering"], "gastheer": "ja"}
    placed = assessment_of(estimate={"motivatie": 5, "betrokkenheid": 5}, context=context, municipalities=12)
    found = [
        item
        for name in ("financiering", "vorm", "activiteiten", "verdeling")
        for item in shown(script, placed, f"component:{name}:").items
    ]
    assert {item.reason.split()[0] for item in found if item.sign == "past-goed"} == {"want"}
    assert {item.reason.split()[0] for item in found if item.sign == "minder-passend"} == {"maar"}
    assert all(item.reason for item in found)


def test_the_card_offers_and_says_that_it_does(script: Script, assessment_of: Make) -> None:
    placed = assessment_of(
        estimate={"motivatie": 5, "betrokkenheid": 5}, context={"behoefte": ["uren-voor-uitvoering"]}
    )
    for assessment, offer in ((placed, "Kijk eerst naar deze drie."), (assessment_of(), "nog weinig voor of tegen")):
        listing = ListScreen(shown(script, assessment, "component:activiteiten:"), Surroundings())
        text = words(listing.lines(100, 40))
        assert offer in text and "u kiest zelf" in text.lower()


def test_the_options_come_in_order_of_fit(script: Script, assessment_of: Make) -> None:
    placed = assessment_of(estimate={"motivatie": 5, "betrokkenheid": 5})
    question = shown(script, placed, "component:activiteiten:")
    ranks = {"past-goed": 0, "kan": 1, "nog-niet-te-zeggen": 1, "minder-passend": 2}
    found = [ranks[item.sign] for item in question.items if item.sign]
    assert found == sorted(found) and len(found) == len(question.items)


def test_an_option_that_only_the_place_speaks_for_says_why_it_stands_high(script: Script, assessment_of: Make) -> None:
    answers = {"m2": 2, "m16": 4, "m6": 4, "m3": 2, "m12": 5, "b2": 5, "b9": 4, "b6": 4, "b11": 2, "b12": 4}
    placed = assessment_of(answers=answers, context={"fase": "verkennen", "verband": "res-regio"})
    seen = replace(script.begin(placed, Route()), place_shown=True)
    first = script.ask(script.react(seen, Jump("component:verdeling:"))).items[0]
    assert first.sign == "nog-niet-te-zeggen"
    assert first.reason == "De plek spreekt ervoor. Andere redenen zijn nog niet bekend."


def test_a_list_that_is_shown_again_goes_on_where_it_was(script: Script, assessment_of: Make) -> None:
    question = shown(script, assessment_of(), "component:verdeling:")
    before = ListScreen(question, Surroundings())
    before.press("down")
    before.press("down")
    again = ListScreen(question, Surroundings())
    again.resume(before)
    assert again.at == 1


# The typology to point at.


def test_arrows_move_the_mark_as_the_axes_lie_and_enter_puts_it_there(script: Script, assessment_of: Make) -> None:
    pointing = PointScreen(shown(script, assessment_of(), "estimate::"), Surroundings(), script.content)
    assert pointing.press("enter") == Reply({"motivatie": Fraction(3), "betrokkenheid": Fraction(3)})
    for key in ("right", "right", "up", "left"):
        assert pointing.press(key) is None
    assert pointing.press("enter") == Reply({"motivatie": Fraction(7, 2), "betrokkenheid": Fraction(7, 2)})
    for _ in range(20):
        pointing.press("down")
        pointing.press("left")
    assert pointing.press("enter") == Reply({"motivatie": Fraction(1), "betrokkenheid": Fraction(1)})
    assert pointing.press("s") == "next"
    assert pointing.press("escape") == "back"


def test_the_mark_begins_where_it_was_put_before(script: Script, assessment_of: Make) -> None:
    before = assessment_of(estimate={"motivatie": 4.5, "betrokkenheid": 2})
    pointing = PointScreen(shown(script, before, "estimate::"), Surroundings(), script.content)
    assert "Motivatie: 4,5 · Betrokkenheid: 2" in words(pointing.lines(80, 24))


# Whether it fits.

SIZES = [(60, 20), (80, 24), (120, 40), (40, 12), (100, 10), (30, 8)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_screen_fits_in_the_terminal(script: Script, assessment_of: Make, columns: int, rows: int) -> None:
    long = "een heel lange notitie " * 30
    assessment = assessment_of(
        answers={"m2": {"value": 4, "note": long, "votes": [40, 1, 2, 3, 99]}},
        context={"verband": {"kind": "gr", "name": "de gemeenschappelijke regeling " * 5}, "geld": ["provincie"]},
        estimate={"motivatie": 4, "betrokkenheid": 2},
        choices={"vorm": {"other": [long], "consideration": long}},
    )
    state = script.begin(assessment, Route(full=True))
    around = Surroundings(clock=lambda: "3 van 20 min", file="f" * 100, said=long[:200])
    for step, beamer in product(script.steps(state), (False, True)):
        question = script.ask(script.react(state, Jump(step.key)))
        screen: Any
        if question.shape in ("one", "several", "card"):
            screen = ListScreen(question, around._replace(beamer=beamer))
            screen.press("b")
        elif question.shape == "point":
            screen = PointScreen(question, around, script.content)
        elif question.shape == "text":
            screen = TextScreen(question, around, lambda _: long[:300], question.text, lambda _: None)
            screen.press("enter")
        else:
            continue
        for _ in range(3):
            lines = screen.lines(columns, rows)
            assert len(lines) <= rows
            if columns >= 60:
                assert question.title[:20] in " ".join(words(lines).split())
            if columns >= 60:
                assert max(len("".join(part for _, part in line)) for line in lines) <= columns
            screen.press("up")


def test_what_is_pointed_at_stays_in_view_however_small_the_screen(script: Script, assessment_of: Make) -> None:
    listing = ListScreen(shown(script, assessment_of(), "context:twijfel:", full=True), Surroundings())
    for number in range(len(listing.question.items)):
        text = words(listing.lines(60, 12))
        assert "▸" in text.replace("▸ Twijfel", ""), number
        listing.press("down")


def test_blank_lines_go_before_words_do() -> None:
    lines: list[Line] = [[("", "a")], [], [("", "b")], [], [("", "c")]]
    assert words(fitted([], Block(lines, 0, 0), [], 3)) == "a\nb\nc"


def test_keys_are_never_parted_from_their_words() -> None:
    keys = [("g", "gekozen"), ("o", "overwegen"), ("Enter", "verder"), ("Esc", "terug")]
    for width in range(20, 80):
        lines = words(keys_line(keys, width)).split("\n")
        assert all(len(line) <= width for line in lines)
        assert " ".join(lines).split() == [word for key in keys for word in key]


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("", 2),
        ("de provincie Noord-Brabant", 2),
        ("de gemeenschappelijke regeling", 3),
        ("de Vereniging Drentse Gemeenten", 3),
    ],
)
def test_every_shipped_statement_fits_on_a_few_lines_of_sixty_columns(
    content: Content, assessment_of: Make, name: str, most: int
) -> None:
    for number in (0, 1):
        verband = {"kind": "provincie", "name": name} if name else "provincie"
        names = names_in(assessment_of(context={"verband": verband}), content)
        for id, statement in content.statements.items():
            text = fill_names(statement.asked_as(number).text, names)
            assert len(layout.text(text, layout.BEAMER_WIDTH - 2, "", 2)) <= most, (id, text)


def test_on_a_beamer_the_statement_stands_alone(script: Script, assessment_of: Make) -> None:
    question = shown(script, assessment_of(), "statement:m12:")
    lines = words(ListScreen(question, Surroundings(beamer=True)).lines(120, 40)).split("\n")
    first = next(index for index, line in enumerate(lines) if line.startswith("  Onze gemeenten"))
    assert lines[first - 2 : first] == ["", ""]
    assert lines[first + 2 : first + 4] == ["", ""]
    assert max(len(line) for line in lines[first : first + 2]) <= 60


def test_a_page_scrolls_to_its_end_and_back() -> None:
    page = PageScreen(
        plain_page("Titel", *(f"Alinea {number}." for number in range(40))),
        Surroundings(),
        {"enter": ("verder", "next")},
    )
    assert "Titel" in words(page.lines(60, 12)) and "↓ meer" in words(page.lines(60, 12))
    for _ in range(40):
        page.press("pagedown")
        page.lines(60, 12)
    assert "Alinea 39." in words(page.lines(60, 12)) and "↓ meer" not in words(page.lines(60, 12))
    for _ in range(200):
        page.press("up")
    assert "Titel" in words(page.lines(60, 12))
    assert page.press("enter") == "next"
    assert page.press("x") is None


def test_what_people_typed_cannot_steer_the_screen(script: Script, assessment_of: Make) -> None:
    nasty = "\x1b[2J\x07weg\u202e"
    assessment = assessment_of(answers={"m2": {"value": 4, "note": nasty}})
    text = words(
        ListScreen(shown(script, assessment, "statement:m2:"), Surroundings(said=nasty, file=nasty)).lines(80, 24)
    )
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
