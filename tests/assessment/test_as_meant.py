"""Signs that cannot be seen or look like syntax: read as meant with a remark, or named at their place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import Notation, Reading, parse_assessment
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.cli.app import app
from poolwijzer.problems import InputError
from tests.assessment.strategies import menus
from tests.roots import ROOT

NBSP, ZERO = "\u00a0", "\u200b"
EXAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.yaml"))}
START = "poolwijzer: 1\ninitiative:\n  id: proef\n  name: Proef\n"
ANSWERED = "answers:\n  m3: 4\n  m2: 5\n"
SPACES = "\u00a0\u202f\u2007\u2009\u3000"
UNSEEN = "\u200b\u200c\u2060\ufeff\u00ad\u200e"


def read(text: str, notation: Notation = "yaml") -> Reading:
    return parse_assessment(text.encode(), "f", menus(), notation=notation)


def told(text: str, notation: Notation = "yaml") -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text, notation)
    return [str(problem) for problem in caught.value.problems]


def answers(reading: Reading) -> dict[str, object]:
    return {name: answer.value for name, answer in reading.assessment.answers.items()}


def spot(text: str, index: int) -> str:
    before = text[:index].split("\n")
    return f"f:{len(before)}:{len(before[-1]) + 1}: "


def without(text: str, signs: str) -> str:
    return "".join(sign for sign in text if sign not in signs)


slow_start = settings(suppress_health_check=list(HealthCheck), deadline=None)


@slow_start
@given(st.data(), st.sampled_from(sorted(EXAMPLES)), st.sampled_from(SPACES))
def test_any_space_that_does_not_break_is_read_as_one_or_kept_in_text_or_named(
    data: st.DataObject, name: str, odd: str
) -> None:
    text = EXAMPLES[name]
    index = data.draw(st.sampled_from([found.start() for found in re.finditer(" ", text)]))
    changed = text[:index] + odd + text[index + 1 :]
    try:
        reading = read(changed)
    except InputError as error:
        place = spot(changed, index)
        assert any(str(problem).startswith(place) and f"U+{ord(odd):04X}" in str(problem) for problem in error.problems)
    else:
        before, after = (said(one) for one in (read(text), reading))
        assert squeezed(after.replace(odd, " ")) == squeezed(before.replace(odd, " "))
        kept = odd in after or odd in "".join(re.findall("#.*", changed))
        # The same name of a body with a sign more is that body.
        assert kept or reading.remarks or after == before


def said(reading: Reading) -> str:
    return json.dumps(reading.assessment.model_dump(mode="json"), ensure_ascii=False)


def squeezed(text: str) -> str:
    return "".join(text.replace("\\n", "").split())


@slow_start
@given(st.data(), st.sampled_from(sorted(EXAMPLES)), st.sampled_from(UNSEEN))
def test_any_sign_without_width_is_passed_over_or_kept_in_text_or_named(
    data: st.DataObject, name: str, odd: str
) -> None:
    text = EXAMPLES[name]
    index = data.draw(st.integers(1, len(text) - 1))
    changed = text[:index] + odd + text[index:]
    try:
        reading = read(changed)
    except InputError as error:
        place = spot(changed, index)
        assert any(str(problem).startswith(place) and f"U+{ord(odd):04X}" in str(problem) for problem in error.problems)
    else:
        before, after = (said(one) for one in (read(text), reading))
        assert squeezed(without(after, odd)) == squeezed(without(before, odd))
        kept = odd in after or odd in "".join(re.findall("#.*", changed))
        # The same name of a body with a sign more is that body.
        assert kept or reading.remarks or after == before


def line(text: str) -> str:
    """The beginning of a file in which one line is another; its fifth line."""
    return f"{START}{text}\n{ANSWERED}"


# What stands in a file, what it says, and what is remarked: the line and column, and the sign.
MEANT = {
    "a no-break space after a colon": (START + "answers:\n  m3:\u00a04\n  m2: 5\n", "6:6", "een harde spatie (U+00A0)"),
    "a narrow one after a colon": (
        START + "answers:\n  m3:\u202f4\n  m2: 5\n",
        "6:6",
        "een smalle harde spatie (U+202F)",
    ),
    "no-break spaces before a key": (
        START + "answers:\n\u00a0\u00a0m3: 4\n  m2: 5\n",
        "6:1",
        "Zo staan er 2 in dit bestand.",
    ),
    "half of a margin": (START + "answers:\n \u00a0m3: 4\n  m2: 5\n", "6:2", "(U+00A0)"),
    "in braces": (START + "answers: {m3:\u20074, m2: 5}\n", "5:14", "zo breed als een cijfer (U+2007)"),
    "before a quotation mark": (START + 'questions:\u00a0"kort"\nanswers: {m3: 4, m2: 5}\n', "5:11", "(U+00A0)"),
    "no width before a quotation mark": (START + 'questions: \u200b"kort"\n' + ANSWERED, "5:12", "(U+200B)"),
    "behind a bracket": (START + "needs: [uren]\u00a0\n" + ANSWERED, "5:14", "(U+00A0)"),
    "no width in an answer": (
        START + "answers:\n  m3: 4\u200b\n  m2: 5\n",
        "6:8",
        "een spatie zonder breedte (U+200B)",
    ),
    "no width in a key": (START + "answers:\n  m\u200b3: 4\n  m2: 5\n", "6:4", "(U+200B)"),
    "no width before a line": (START + "answers:\n\u200b  m3: 4\n  m2: 5\n", "6:1", "(U+200B)"),
    "no width behind a colon": (START + "answers:\n  m3:\u2060 4\n  m2: 5\n", "6:6", "(U+2060)"),
    "a byte order mark in the middle": (
        START + "\ufeffanswers:\n  m3: 4\n  m2: 5\n",
        "5:1",
        "een byte order mark (U+FEFF)",
    ),
    "a soft hyphen in a word": (line("questions: ko\u00adrt"), "5:14", "een zacht afbreekstreepje (U+00AD)"),
    "a soft hyphen in an id": (
        "poolwijzer: 1\ninitiative:\n  id: pro\u00adef\n  name: Proef\n" + ANSWERED,
        "3:10",
        "(U+00AD)",
    ),
    "a line separator behind a word": (line("questions: kort\u2028"), "5:16", "een regelscheiding (U+2028)"),
    "curly quotes round a word": (line("questions: “kort”"), "5:12", "een gekruld aanhalingsteken “ (U+201C)"),
    "curly quotes round an answer": (START + "answers: {m3: ‘4’, m2: 5}\n", "5:15", "‘ (U+2018)"),
    "curly quotes round a key": (START + "answers: {“m3”: 4, m2: 5}\n", "5:11", "(U+201C)"),
    "another hyphen in an id": (
        line("context: {gastheer: weet\u2011niet}"),
        "5:25",
        "een bijzonder streepje ‑ (U+2011)",
    ),
    "a dash for a list": (line("needs:\n  – uren\n  – geld"), "6:3", "een bijzonder streepje – (U+2013)"),
    "a bullet for a list": (line("needs:\n•\turen\n•\tgeld"), "6:1", "een opsommingsteken • (U+2022)"),
    "a bullet of Word": (line("needs:\n  \uf0b7 uren\n  \uf0b7 geld"), "6:3", "een opsommingsteken (U+F0B7)"),
    "a wide colon": (START + "answers:\n  m3： 4\n  m2: 5\n", "6:5", "een brede dubbele punt ： (U+FF1A)"),
    "a wide comma": (START + "answers: {m3: 4， m2: 5}\n", "5:16", "een brede komma ， (U+FF0C)"),
    "wide brackets": (START + "answers: ｛m3: 4， m2: 5｝\n", "5:10", "een breed haakje ｛ (U+FF5B)"),
    "a block of code in Markdown": (f"```yaml\n{START}{ANSWERED}```\n", "1:1", "een codeblok van Markdown"),
}
MEANT_IN_JSON = {
    "between values": (
        '{"poolwijzer": 1,\u00a0"initiative": {"id": "proef", "name": "x"}, "answers": {"m3": 4, "m2": 5}}',
        "1:18",
    ),
    "a mark in the middle": (
        '{"poolwijzer": 1,\n\ufeff"initiative": {"id": "proef", "name": "x"}, "answers": {"m3": 4, "m2": 5}}',
        "2:1",
    ),
    "in a value": (
        '{"poolwijzer": 1, "initiative": {"id": "proef", "name": "x"}, "answers": {"m3": "4\u200b", "m2": 5}}',
        "1:83",
    ),
    "written as an escape": (
        '{"poolwijzer": 1, "initiative": {"id": "proef", "name": "x"}, "answers": {"m3": "\\u200b4", "m2": 5}}',
        "1:81",
    ),
    "curly quotes": (
        '{"poolwijzer": 1, “initiative”: {"id": "proef", "name": "x"}, "answers": {"m3": 4, "m2": 5}}',
        "1:19",
    ),
    "wide signs": (
        '{"poolwijzer"： 1， "initiative": {"id": "proef", "name": "x"}, "answers": {"m3": 4, "m2": 5}}',
        "1:14",
    ),
    "a block of code": (
        '```json\n{"poolwijzer": 1, "initiative": {"id": "proef", "name": "x"}, "answers": {"m3": 4, "m2": 5}}\n```\n',
        "1:1",
    ),
}


@pytest.mark.parametrize("how", MEANT)
def test_what_is_clearly_meant_is_read_and_told(how: str) -> None:
    text, place, words = MEANT[how]
    reading = read(text)
    assert answers(reading) == {"m3": 4, "m2": 5} and reading.assessment.initiative.id == "proef"
    first = str(reading.remarks[0])
    assert first.startswith(f"f:{place}: ") and words in first
    assert reading.assessment.questions in (None, "kort")
    assert reading.assessment.needs in ((), ("uren",), ("uren", "geld"))


@pytest.mark.parametrize("how", MEANT_IN_JSON)
def test_it_is_in_json_too(how: str) -> None:
    text, place = MEANT_IN_JSON[how]
    reading = read(text, "json")
    assert answers(reading) == {"m3": 4, "m2": 5} and reading.assessment.initiative.id == "proef"
    assert str(reading.remarks[0]).startswith(f"f:{place}: ")


@pytest.mark.parametrize("quotes", ["“”", "„”", "«»", "‘’", "””", "″″".replace("″", "＂")])
def test_curly_quotes_round_a_text_with_signs_in_it_are_quotation_marks(quotes: str) -> None:
    reading = read(START.replace("Proef", f"{quotes[0]}Flexpool: Noord{quotes[1]}") + ANSWERED)
    assert reading.assessment.initiative.name == "Flexpool: Noord"
    assert str(reading.remarks[0]).startswith("f:4:9: Hier staat een gekruld aanhalingsteken")
    assert 'telt hier alleen "' in str(reading.remarks[0])
    note = read(f"{START}answers: {{m3: {{value: 4, note: {quotes[0]}Met: dubbele punt, en komma{quotes[1]}}}}}\n")
    assert note.assessment.answers["m3"].note == "Met: dubbele punt, en komma"


@pytest.mark.parametrize(
    "text",
    [
        "De “pool” van Noord", "“Wij doen mee”", "’s-Gravenhage en ‘t Gooi", "10\u00a0000 uur", "samen\u00adwerken",
        "a\u2028b", "a\x85b", "\U0001f469\u200d\U0001f33e", "Wij – en zij • ook", "比：，", "\u00a0diep", "slot\u200b",
    ],
)  # fmt: skip
def test_text_keeps_its_own_characters_and_says_nothing_of_them(text: str) -> None:
    reading = read(f"{START.replace('Proef', text)}answers: {{m3: {{value: 4, note: {text}}}}}\n")
    assert reading.assessment.initiative.name == reading.assessment.answers["m3"].note == text
    assert reading.remarks == ()


odd_text = st.text(
    st.sampled_from("“”„’•–：，｛\u00a0\u200b\u00ad\ufeff\u2028\x85\ufdd0#>|\"'[]{}:-,ab \n"), min_size=1
)


@slow_start
@given(odd_text, odd_text, odd_text)
@example("a", "b", "｛[\u00a0[")
@example(":", ":", ":\n\u00a0")
@example(":", ":\ufdd0", ":")
def test_whatever_was_typed_as_text_is_written_and_read_as_it_is(name: str, note: str, need: str) -> None:
    said = {"poolwijzer": 1, "initiative": {"id": "proef", "name": name}, "answers": {"m3": {"value": 4, "note": note}}}
    assessment = Assessment.model_validate({**said, "needs": [need], "own": {name: [note]}})
    reading = read(dump_assessment(assessment).decode())
    assert reading.assessment == assessment and reading.remarks == ()
    other = assessment.model_copy(update={"needs": (note,)})
    commented = b"# bovenaan\n" + dump_assessment(assessment)
    assert read(update_file(commented, other).decode()).assessment == other


def test_text_keeps_them_too_where_something_else_is_mended() -> None:
    text = (
        START.replace("Proef", "De “pool”\u00a0van Noord")
        + "key_question:\n  answer: |\n    een\n    \u00a0\u00a0twee\n"
    )
    assessment = read(text + "answers:\n\u00a0\u00a0m3: 4\n").assessment
    assert assessment.initiative.name == "De “pool”\u00a0van Noord"
    assert assessment.key_question.answer == "een\n\u00a0\u00a0twee\n"


def test_a_line_of_text_that_begins_with_a_dash_is_no_list() -> None:
    text = START + "answers:\n  m3:\n    value: 4\n    note: Wij doen mee\n      – mits er geld is\n  m2:\u00a05\n"
    assert read(text).assessment.answers["m3"].note == "Wij doen mee – mits er geld is"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (START + "answers:\n   \u00a0m3: 4\n  m2: 5\n", "6:4", "U+00A0"),
        (START + "answers:\n  m3：4\n", "6:5", "U+FF1A"),
        (line("needs:\n  •uren\n  •geld"), "6:3", "U+2022"),
        (line("needs:\n  – uren\n  – geld: veel"), "7:3", "U+2013"),
        (START + "answers:\n  m3: 4\u2028  m2: 5\n", "6:8", "U+2028"),
        (START + "answers:\n  m\u00a01: 4\n", "6:4", "U+00A0"),
        (START.replace("Proef", "“Flexpool: Noord") + ANSWERED, "4:9", "U+201C"),
        (START + "answers:\n  m3: 4\n  m3\u200b: 5\n", "7:5", "U+200B"),
    ],
)
def test_what_is_not_clear_is_named_at_its_place(text: str, place: str, words: str) -> None:
    (named,) = [problem for problem in told(text) if problem.startswith(f"f:{place}: Hier staat ")]
    assert words in named


def test_a_sign_that_ends_a_line_to_no_editor_moves_no_place() -> None:
    text = START.replace("Proef", "Pro\u2028e\x85f") + "answers:\n  m3: 9\n"
    assert [problem.split(" ")[0] for problem in told(text)] == ["f:6:7:"]


def test_marks_of_a_merge_are_named_each_at_its_line() -> None:
    text = START + "<<<<<<< HEAD\nanswers: {m3: 4}\n=======\nanswers: {m3: 5}\n>>>>>>> tak\n"
    for problems in (told(text), told('{"poolwijzer": 1,\n\n\n\n' + text.removeprefix(START), "json")):
        assert [problem.split(" ")[0] for problem in problems] == ["f:5:1:", "f:7:1:", "f:9:1:"]
        assert all(
            "samenvoegteken van git" in problem and "Kies per plek één versie" in problem for problem in problems
        )


def test_a_block_of_code_with_words_round_it_is_named() -> None:
    problems = told(f"Hier is het:\n\n```yaml\n{START}{ANSWERED}```\nSucces!\n")
    assert [problem for problem in problems if "codeblok van Markdown" in problem] == [
        "f:3:1: Hier staat een codeblok van Markdown. Haal de regels met ``` weg, en alles wat erbuiten staat.",
        "f:11:1: Hier staat een codeblok van Markdown. Haal de regels met ``` weg, en alles wat erbuiten staat.",
    ]


def test_what_a_message_repeats_shows_what_cannot_be_seen() -> None:
    (problem, _) = told(START + "needs: [uren]\nanswers: {m3: 4}\nchoices: {vorm: {options: [bij\u00a0provincie]}}\n")
    assert "'bij provincie'" in problem
    (other,) = told("poolwijzer: 1\ninitiative: {id: proef, name: x, municipalities: [{name: x, population: 1\\0}]}\n")
    assert "'1" in other


# Text behind a #.


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (START.replace("Proef", "Flexpool #1 Noord"), ["4:18"]),
        (START + "key_question:\n  answer: Wij volgen besluit #12 van de groep\n", ["6:30"]),
        (START + "needs:\n  - Zie punt #3\n  - Zie\n    punt #4\n", ["6:14", "8:10"]),
        (START.replace("Proef", "Poolen #samen"), ["4:16"]),
        (START.replace("Proef", "pool #1"), ["4:14"]),
        (START.replace("Proef", "Pool  #1"), ["4:15"]),
        (START + "needs: [Punt #1\n  , geld]\n", ["5:14"]),
        (START.replace("name: Proef", "name: Proef # de naam\n  region: Noord #TODO navragen"), []),
        (START + "questions: kort #de korte lijst\n", []),
        (START + "#alles hieronder\nanswers: #de antwoorden\n  m3: 4 #zeker\n  m2: 5 # zie punt #3\n", []),
        (START.replace("Proef", '"Flexpool" #1'), []),
        (START.replace("Proef", "Flexpool#1 'Noord #2'"), ["4:27"]),
        (START.replace("Proef", "'Flexpool #1'"), []),
        (START + "key_question:\n  answer: |\n    besluit #12\n", []),
        ("# yaml-language-server: $schema=x\n" + START, []),
    ],
)
def test_text_behind_a_number_sign_is_told_where_it_is_meant_as_text(text: str, places: list[str]) -> None:
    remarks = [str(remark) for remark in read(text).remarks]
    assert [remark.split(" ")[0] for remark in remarks] == [f"f:{place}:" for place in places]
    assert all("Wat na # staat, leest Poolwijzer niet: " in remark for remark in remarks)
    assert all("tussen aanhalingstekens" in remark for remark in remarks)


def test_it_is_told_too_where_it_makes_a_file_of_no_use() -> None:
    for text in ("needs: [Punt #1, geld]\n", "needs:\n  - #1 van de lijst\n"):
        problems = told(START + text + ANSWERED)
        assert len(problems) == 2 and sum("Wat na # staat" in problem for problem in problems) == 1


def test_every_command_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(START.replace("Proef", "Flexpool #1 Noord") + "answers: {m3:\u00a04}\n", encoding="utf-8")
    for command in ("advise", "batch"):
        result = CliRunner().invoke(app, [command, str(path), "--date", "2026-11-01"])
        assert result.exit_code == 0
        assert f"{path}:4:18: Wat na # staat" in result.stderr and f"{path}:5:14: Hier staat" in result.stderr


# Writing in such a file.


@pytest.mark.parametrize("how", [how for how in MEANT if "Markdown" not in how])
def test_an_answer_is_written_into_such_a_file(how: str) -> None:
    text = "# bovenaan\n" + MEANT[how][0]
    reading = read(text)
    changed = reading.assessment.model_copy(update={"region": ""})
    assert update_file(text.encode(), changed) == text.encode()
    initiative = changed.initiative.model_copy(update={"region": "Noord"})
    after = update_file(text.encode(), changed.model_copy(update={"initiative": initiative})).decode()
    again = read(after)
    assert again.assessment.initiative == initiative and answers(again) == answers(reading)
    assert after.startswith("# bovenaan\n") and "\ufdd0" not in after


def test_all_of_it_takes_little_time() -> None:
    for text in ("a: [" + NBSP * 200_000 + "x", "a: " + "[“" * 100_000, "answers:\n" + f"{NBSP}{NBSP}m3: 4\n" * 20_000):
        assert told(START + text)
