from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import EscapedLine, Jump, Keep, TypedLine
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.text_rows import place_in, row_of, wrap_rows
from poolwijzer.interview.screens.text_screen import TextScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route

Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, date(2026, 11, 24))


@pytest.fixture
def asked(script: Script, assessment_of: Make) -> Callable[[str], InterviewQuestion]:
    state = script.begin(assessment_of(), Route())
    return lambda key: script.ask(script.react(state, Jump(key)))


@pytest.fixture
def field(asked: Callable[[str], InterviewQuestion]) -> TextScreen:
    return on(asked("highlight:striking:"))


@pytest.fixture
def box(asked: Callable[[str], InterviewQuestion]) -> TextScreen:
    return on(replace(asked("highlight:striking:"), lines=True))


@pytest.fixture
def names(asked: Callable[[str], InterviewQuestion]) -> TextScreen:
    return on(asked("municipalities::"))


def on(question: InterviewQuestion, text: str = "", kept: list[str] | None = None, wrong: str = "") -> TextScreen:
    kept = [] if kept is None else kept
    return TextScreen(question, Surroundings(), lambda _: wrong, text, kept.append)


def press(screen: TextScreen, *keys: str) -> TextScreen:
    for key in keys:
        for sign in [key] if key in NAMED else key:
            screen.press(sign)
    return screen


EDITING = [
    "left",
    "right",
    "home",
    "end",
    "word-left",
    "word-right",
    "backspace",
    "delete",
    "delete-word",
    "delete-before",
    "delete-after",
    "undo",
    "redo",
    "tab",
    "backtab",
    "up",
    "down",
    "pageup",
    "pagedown",
    "newline",
    "text-start",
    "text-end",
]
NAMED = [*EDITING, "escape", "enter", "alt-enter", "editor"]


def cursors(lines: list[Line]) -> int:
    return sum("[SetCursorPosition]" in style for line in lines for style, _ in line)


def words(lines: list[Line]) -> str:
    return "\n".join("".join(part for _, part in line).rstrip() for line in lines)


# Editing.


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["Proef", "undo", "Noord"], "Noord"),
        (["Proef noord", "undo"], "Proef"),
        (["Proef noord", "undo", "undo", "redo"], "Proef"),
        (["undo", "redo"], ""),
        (["een twee", "delete-word", "drie"], "een drie"),
        (["een twee", "word-left", "delete-before"], "twee"),
        (["een twee", "word-left", "delete-after", "undo"], "een twee"),
        (["ab", "home", "delete", "left", "x"], "xb"),
        (["ab", "left", "left", "left", "x", "right", "right", "right", "y"], "xaby"),
        (["ab", "backspace", "backspace", "backspace", "c"], "c"),
        (["tab", "up", "a"], "a"),
        (["\x1a", "\x07", "\u200b", "a"], "a"),
        (["\u00a0", "é€😀"], " é€😀"),
    ],
)
def test_what_keys_do_to_a_line(field: TextScreen, keys: list[str], text: str) -> None:
    assert press(field, *keys).text == text


@given(keys=st.lists(st.sampled_from([*EDITING, "a", " ", "é", "日", "\u05d0"])), lines=st.booleans())
def test_any_keys_leave_a_field_that_draws_and_undoes_to_what_it_was(
    script: Script, keys: list[str], lines: bool
) -> None:
    state = script.begin(None, Route())
    screen = on(replace(script.ask(state), lines=lines), "begin")
    press(screen, *keys)
    assert len(screen.lines(60, 20)) <= 20
    assert cursors(screen.lines(24, 8)) == 1
    changed = screen.text
    for _ in keys:
        screen.press("undo")
    if not {"undo", "redo"} & set(keys):
        assert screen.text == "begin"
        for _ in keys:
            screen.press("redo")
        assert screen.text == changed


def test_every_change_is_kept_and_nothing_else(asked: Callable[[str], InterviewQuestion]) -> None:
    kept: list[str] = []
    screen = press(on(asked("highlight:striking:"), "", kept), "ab", "left", "home", "backspace", "enter", "end")
    assert kept == ["a", "ab"]
    screen.paste("c\nd")
    assert kept == ["a", "ab", "abc d"]
    assert screen.press("escape") == EscapedLine("abc d")
    assert screen.press("enter") == TypedLine("abc d")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["een", "newline", "twee"], "een\ntwee"),
        (["een", "alt-enter", "twee", "up", "x"], "eenx\ntwee"),
        (["een", "newline", "newline", "drie", "up", "twee"], "een\ntwee\ndrie"),
        (["een", "newline", "twee", "home", "backspace"], "eentwee"),
        (["een", "newline", "twee", "up", "end", "delete"], "eentwee"),
        (["een", "newline", "twee", "up", "end", "delete-after"], "eentwee"),
        (["een", "newline", "twee", "delete-before", "drie"], "een\ndrie"),
        (["een", "newline", "twee", "delete-before", "delete-before", "drie"], "eendrie"),
        (["een", "newline", "twee", "text-start", "x", "text-end", "y"], "xeen\ntweey"),
        (["een", "newline", "twee", "word-left", "word-left", "x"], "xeen\ntwee"),
        (["een", "newline", "twee", "undo", "undo"], "een"),
        (["een", "newline", "twee", "undo", "undo", "redo", "redo"], "een\ntwee"),
        (["lang", "newline", "a", "newline", "lang", "up", "up", "x"], "langx\na\nlang"),
        (["a", "up", "down", "down", "pagedown", "pageup", "b"], "ab"),
        (["tab", "a"], "a"),
    ],
)
def test_what_keys_do_to_lines(box: TextScreen, keys: list[str], text: str) -> None:
    assert press(box, *keys).text == text


def test_only_a_box_begins_a_new_line(field: TextScreen) -> None:
    assert press(field, "een", "newline", "twee").text == "eentwee"
    assert field.press("alt-enter") == TypedLine("eentwee")


def test_enter_saves_all_lines(box: TextScreen) -> None:
    assert press(box, "een", "newline", "twee").press("enter") == TypedLine("een\ntwee")


def test_up_and_down_go_by_the_rows_that_are_seen(box: TextScreen) -> None:
    press(box, "een twee drie vier vijf zes zeven")
    box.lines(20, 20)
    assert "een twee drie\n" in words(box.lines(20, 20))
    assert press(box, "up", "x").text == "een twee drie vier xvijf zes zeven"
    assert press(box, "home", "down", "down", "backspace").text == "een twee drie vier xvijf zeszeven"


@given(text=st.text("ab \n日é"), room=st.integers(4, 20))
def test_the_rows_of_a_text_hold_all_of_it_and_no_more_than_fits(text: str, room: int) -> None:
    from prompt_toolkit.utils import get_cwidth

    rows = wrap_rows(text, room)
    assert "".join(text[row.start : row.end] + ("\n" if row.ends else "") for row in rows) == f"{text}\n"
    for row in rows:
        assert get_cwidth(text[row.start : row.end].removesuffix(" ")) <= room
        if not row.ends and " " in text[row.start : row.end]:
            assert text[row.end - 1] == " "
        for column in range(room + 2):
            assert row_of(rows, place_in(text, row, column)) == rows.index(row)


# Pasting.


@pytest.mark.parametrize(
    ("before", "pasted", "text"),
    [
        ("", "Assen\r\nEmmen\r\nDen Haag\r\n", "Assen, Emmen, Den Haag"),
        ("", "Assen\tEmmen\tDen Haag", "Assen, Emmen, Den Haag"),
        ("", "Assen\n\n  Emmen  \n", "Assen, Emmen"),
        ("", "Assen,\nEmmen;\nDen Haag", "Assen, Emmen, Den Haag"),
        ("", "- Assen\n- Emmen\n", "Assen, Emmen"),
        ("", "1. Assen\n2. Emmen\n", "Assen, Emmen"),
        ("", "•\u00a0Assen\n•\u00a0Emmen", "Assen, Emmen"),
        ("", "Assen\u2028Emmen\x0bDen Haag", "Assen, Emmen, Den Haag"),
        ("", "Nuenen, Gerwen en Nederwetten\n's-Hertogenbosch\n", "Nuenen, Gerwen en Nederwetten, 's-Hertogenbosch"),
        ("", "Assen, Emmen", "Assen, Emmen"),
        ("Hoogeveen", "Assen\nEmmen\n", "Hoogeveen, Assen, Emmen"),
        ("Hoogeveen, ", "Assen\nEmmen\n", "Hoogeveen, Assen, Emmen"),
        ("Hoogeveen,", "Assen\nEmmen\n", "Hoogeveen, Assen, Emmen"),
        ("Den ", "Haag", "Den Haag"),
        ("Den", " Haag", "Den Haag"),
        ("", "\ufeffAssen\x00\nEmmen\x1a", "Assen, Emmen"),
    ],
)
def test_a_column_of_names_is_a_list(
    asked: Callable[[str], InterviewQuestion], before: str, pasted: str, text: str
) -> None:
    screen = on(asked("municipalities::"), before)
    assert screen.paste(pasted) is None
    assert screen.text == text


def test_a_long_column_may_come_in_pieces(names: TextScreen) -> None:
    for piece in ("Assen\rEm", "men\rDen", " Haag", "\rUtrecht"):
        names.paste(piece, more=piece != "Assen\rEm")
    assert names.text == "Assen, Emmen, Den Haag, Utrecht"


@pytest.mark.parametrize(
    ("before", "pasted", "text"),
    [
        ("", "een\ntwee\r\ndrie\n", "een twee drie"),
        ("nul ", "een\ttwee", "nul een twee"),
        ("nul", " een", "nul een"),
        ("", "  een  twee ", "een twee "),
        ("", "e\x1ben\x00\u200b \u202etwee", "een twee"),
        ("", "\n\n", ""),
    ],
)
def test_lines_of_text_are_one_line(
    asked: Callable[[str], InterviewQuestion], before: str, pasted: str, text: str
) -> None:
    screen = on(asked("highlight:striking:"), before)
    screen.paste(pasted)
    assert screen.text == text


@pytest.mark.parametrize(
    ("before", "pasted", "text"),
    [
        ("", "een\ntwee\r\ndrie\n", "een\ntwee\ndrie"),
        ("nul ", "een\n\ntwee", "nul een\n\ntwee"),
        ("nul", "\neen", "nul\neen"),
        ("", "  een\ttwee \u2028 drie", "een twee \n drie"),
        ("", "e\x1ben\x00\u200b \u202etwee\n\U0001f468\u200d\U0001f469", "een twee\n\U0001f468\u200d\U0001f469"),
        ("", "\n\n", ""),
    ],
)
def test_lines_of_text_stay_lines_in_a_box(
    asked: Callable[[str], InterviewQuestion], before: str, pasted: str, text: str
) -> None:
    screen = on(replace(asked("highlight:striking:"), lines=True), before)
    screen.paste(pasted)
    assert screen.text == text


def test_lines_may_come_in_pieces(box: TextScreen) -> None:
    for piece in ("een\rtw", "ee", "\rdrie vier", " vijf"):
        box.paste(piece, more=piece != "een\rtw")
    assert box.text == "een\ntwee\ndrie vier vijf"


@given(pasted=st.text())
def test_nothing_that_is_pasted_is_lost_but_what_cannot_be_seen(script: Script, pasted: str) -> None:
    screen = on(script.ask(script.begin(None, Route())))
    screen.paste(pasted)
    seen = "".join(sign for sign in pasted if sign.isprintable() and not sign.isspace())
    assert seen == "".join(sign for sign in screen.text if sign.isprintable() and not sign.isspace())
    assert "\n" not in screen.text and "\t" not in screen.text
    assert len(screen.lines(60, 20)) <= 20


# Completing.


def test_names_complete_as_they_are_typed(names: TextScreen) -> None:
    assert "gemeente in Drenthe" in words(press(names, "Assen, coev").lines(80, 24))
    assert press(names, "tab").text == "Assen, Coevorden"
    assert press(names, "tab").text == "Assen, coev"
    assert press(names, "up", ", dren", "tab").text == "Assen, Coevorden, provincie Drenthe"
    assert press(names, "down").text == "Assen, Coevorden, RES-regio Drenthe"
    assert press(names, "escape").text == "Assen, Coevorden, dren"
    assert names.press("escape") == EscapedLine("Assen, Coevorden, dren")


def test_a_name_that_is_whole_is_offered_no_more(names: TextScreen) -> None:
    assert press(names, "Assen").press("escape") == EscapedLine("Assen")


def test_what_completes_a_name_stays_in_view(names: TextScreen) -> None:
    press(names, "a", *["down"] * 12)
    assert "▸" in words(names.lines(80, 24)).split("›")[1]


# What it looks like.


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (100, 10)])
def test_every_unknown_name_and_what_was_meant_can_be_read(
    script: Script, assessment_of: Make, columns: int, rows: int
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("municipalities::"))
    wrong = script.react(state, Keep("Gronigen, Emmmen, Assen, Den Hag")).said
    screen = on(script.ask(state), "Gronigen, Emmmen, Assen, Den Hag", wrong=wrong)
    assert screen.press("enter") is None
    shown = " ".join(words(screen.lines(columns - 1, rows)).split())
    for meant in ("Groningen", "Emmen", "Den Haag"):
        assert f"Bedoelde u {meant}?" in shown
    assert "Welke gemeenten doen mee?" in shown and "› Gronigen" in shown
    assert shown.count("aantal inwoners") == (1 if rows > 10 or columns > 80 else 0)


def test_what_was_meant_stays_to_be_read_while_names_are_mended(asked: Callable[[str], InterviewQuestion]) -> None:
    screen = press(on(asked("municipalities::"), "Emmm", wrong="Bedoelde u Emmen?"), "enter", "backspace", "en")
    assert "Bedoelde u Emmen?" in words(screen.lines(80, 24))
    other = press(on(asked("highlight:striking:"), wrong="Te kort."), "enter", "x")
    assert "Te kort." not in words(other.lines(80, 24))


def test_what_is_to_be_done_about_more_names_is_said_once(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("municipalities::"))
    wrong = script.react(state, Keep("Qwertystad, Zxcvbnburg, Emmmen, Emmmen")).said
    assert wrong.count("'Qwertystad'") == wrong.count("'Zxcvbnburg'") == wrong.count("'Emmmen'") == 1
    assert wrong.count("GM0106") == wrong.count("aantal inwoners") == 1 and "Bedoelde u Emmen?" in wrong


def test_a_long_line_goes_on_below_with_the_cursor_in_view(field: TextScreen) -> None:
    press(field, "woord " * 60)
    lines = field.lines(60, 12)
    assert len(lines) <= 12
    assert any("[SetCursorPosition]" in style for line in lines for style, _ in line)
    press(field, "home")
    lines = field.lines(60, 12)
    assert "› woord" in words(lines)
    assert any("[SetCursorPosition]" in style for line in lines for style, _ in line)


@pytest.mark.parametrize("text", ["日本語" * 30, "é" * 100, "\x1b[2J\x07"])
def test_wide_and_strange_signs_fit(asked: Callable[[str], InterviewQuestion], text: str) -> None:
    from prompt_toolkit.utils import get_cwidth

    lines = on(asked("highlight:striking:"), text).lines(60, 20)
    assert max(get_cwidth(words([line])) for line in lines) <= 60
    assert "\x1b" not in words(lines)


def test_a_small_window_shows_the_question_and_the_field_before_the_form(
    asked: Callable[[str], InterviewQuestion],
) -> None:
    question = replace(asked("municipalities::"))
    shown = words(on(question).lines(99, 10))
    assert "Welke gemeenten doen mee?" in shown and "›" in shown and "Enter verder" in shown
    assert "Naam " not in shown
    assert "Naam " in words(on(question).lines(79, 24))


def test_twenty_lines_scroll_under_their_question_and_the_rows_stay_while_the_cursor_is_among_them(
    box: TextScreen,
) -> None:
    box.paste("\n".join(f"regel {number} en nog wat woorden erbij" for number in range(1, 21)))
    shown = words(box.lines(59, 20))
    assert box.question.title in shown and "↑ meer" in shown and "regel 20" in shown and "↓ meer" not in shown
    assert "Enter verder" in shown and "Ctrl-N nieuwe regel" in shown
    assert shown == words(press(box, *["up"] * 5).lines(59, 20))
    press(box, "pageup", "pageup")
    shown = words(box.lines(59, 20))
    assert box.question.title in shown and "regel 1 " in shown and "↓ meer" in shown and "↑ meer" not in shown
    for _ in range(30):
        assert cursors(press(box, "down").lines(59, 20)) == 1


def test_no_word_is_cut_where_a_row_ends(box: TextScreen) -> None:
    typed = "De gemeenten vinden dat de omgevingsdienst eerder aan tafel moet zitten"
    shown = words(press(box, typed).lines(40, 20)).split("›")[1].split("Enter")[0]
    assert shown.split() == typed.split()
    assert len(press(box, " " + "w" * 300).lines(40, 20)) <= 20


# What stands with it.


def test_what_was_answered_before_stands_with_the_question_and_not_in_the_field(
    asked: Callable[[str], InterviewQuestion],
) -> None:
    screen = on(replace(asked("highlight:striking:"), memory="Vorige keer: Veel overlap."))
    assert "Vorige keer: Veel overlap." in words(screen.lines(79, 24)) and screen.text == ""


STEPS = ("Eerste stappen:", *(f"- Stap {number}: bel de wethouder en vraag wat er speelt." for number in range(1, 9)))


@pytest.mark.parametrize("typed", ["", "een antwoord", "\n".join(["regel"] * 15)])
def test_what_stands_beside_a_question_gives_way_to_the_field(
    asked: Callable[[str], InterviewQuestion], typed: str
) -> None:
    screen = on(replace(asked("highlight:striking:"), lines=True, beside=STEPS), typed)
    high = words(screen.lines(79, 40))
    assert high.index("Eerste stappen:") < high.index("Stap 8:") < high.index("›") and "meer" not in high
    low = words(screen.lines(59, 12))
    assert screen.question.title in low and "Eerste stappen:" in low and "↓ meer" in low and "Enter verder" in low
    assert cursors(screen.lines(59, 12)) == 1 and len(screen.lines(59, 12)) == 12
    assert low.count("regel") - low.count("nieuwe regel") >= (3 if typed.count("regel") else 0)


@pytest.mark.parametrize("typed", ["", "\n".join(f"regel {number}" for number in range(30)), "日本語" * 40])
def test_on_a_wide_screen_it_stands_next_to_the_field(asked: Callable[[str], InterviewQuestion], typed: str) -> None:
    from prompt_toolkit.utils import get_cwidth

    screen = on(replace(asked("highlight:striking:"), lines=True, beside=STEPS), typed)
    lines = screen.lines(119, 30)
    field = next(line for line in words(lines).split("\n") if "Eerste stappen:" in line)
    assert field[:3] == " › " or field.startswith("↑ meer")
    assert "Stap 8:" in words(lines) and cursors(lines) == 1
    assert max(get_cwidth(words([line])) for line in lines) <= 119
    assert "↓ meer" in words(screen.lines(119, 12)) and cursors(screen.lines(119, 12)) == 1
