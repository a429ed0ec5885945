"""A file that people write in as well is changed only where its values change."""

from __future__ import annotations

import codecs
import difflib
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.textedits import find_comments
from poolwijzer.assessment.update import restore_comments, update_file
from poolwijzer.assessment.write import Dumper, dump_assessment
from poolwijzer.interview.steps.step import clean_lines
from poolwijzer.problems import InputError
from poolwijzer.validation import validate
from poolwijzer.yamlfile import MAX_BYTES, parse_document
from poolwijzer.yamlfile.events import events_of
from tests.assessment.strategies import assessments
from tests.roots import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
START = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def read(raw: bytes) -> Assessment:
    return validate(Assessment, parse_document(raw, "proef.yaml"))


def changed(raw: bytes | str, **parts: Any) -> str:
    """The text after a change; a part of `initiative` is named `initiative_…`."""
    given = raw.encode() if isinstance(raw, str) else raw
    data = read(given).model_dump(mode="json")
    for name, value in parts.items():
        if name.startswith("initiative_"):
            data["initiative"][name.removeprefix("initiative_")] = value
        elif isinstance(value, dict):
            data[name] = {key: one for key, one in {**data[name], **value}.items() if one is not None}
        else:
            data[name] = value
    after = Assessment.model_validate(data)
    result = update_file(given, after)
    assert read(result) == after
    text = result.decode()
    assert not Counter(find_comments(given.decode())) - Counter(find_comments(text))
    return text


def difference(old: str, new: str) -> list[str]:
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def sprinkled(text: str, chance: random.Random) -> str:
    """The text with comments and blank lines wherever a line does not end inside a value."""
    source: Any = events_of(text)
    spans = []
    while (token := source.get_token()) is not None:
        spans.append((token.start_mark.index, token.end_mark.index))
    parts = ["# bovenaan\n"] if chance.random() < 0.5 else []
    end = 0
    for number, line in enumerate(re.findall(r"[^\n]*\n", text)):
        end += len(line)
        if any(start < end - 1 < stop or start < end < stop for start, stop in spans) or not line.strip():
            parts.append(line)
            continue
        eol = f"  # bij regel {number}" if chance.random() < 0.3 else ""
        parts.append(f"{line.rstrip()}{eol}\n" if eol else line)
        parts += ["\n"] if chance.random() < 0.2 else []
        if end < len(text) and text[end] != "\n" and chance.random() < 0.3:
            indent = re.match(" *", text[end:])
            parts.append(f"{indent[0] if indent else ''}# onder regel {number}\n")
    return "".join([*parts, "\n# onderaan"] if chance.random() < 0.5 else parts)


@settings(deadline=None, max_examples=45, suppress_health_check=list(HealthCheck))
@given(
    st.deferred(assessments),
    st.deferred(assessments),
    st.sampled_from([False, None, True]),
    st.sampled_from([40, 10**6]),
    st.sampled_from(["\n", "\r\n"]),
    st.randoms(use_true_random=False),
)
def test_whatever_changes_the_file_says_it_and_keeps_every_comment(
    old: dict[str, Any],
    new: dict[str, Any],
    brackets: bool | None,
    width: int,
    newline: str,
    chance: random.Random,
) -> None:
    data = Assessment.model_validate(old).model_dump(mode="json", exclude_defaults=True, by_alias=True)
    plain = yaml.dump(
        data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=width, default_flow_style=brackets
    )
    text = sprinkled(plain, chance).replace("\n", newline)
    # Half of what is new stays as it was, as in a conversation.
    mixed = {**old, **{name: value for name, value in new.items() if chance.random() < 0.5}}
    after = Assessment.model_validate(mixed)
    # As whoever writes a file has it: with the number of the format that can say this.
    after = after.model_copy(update={"poolwijzer": after.format_used()})
    result = update_file(text.encode(), after)
    assert read(result) == after
    assert not Counter(find_comments(text)) - Counter(find_comments(result.decode()))
    # Nor was all of it written anew below a heap of comments.
    comments = find_comments(text)
    heap = "".join(f"{comment}\n" for comment in comments)
    assert len(comments) < 2 or not result.decode().startswith(heap)


@each_example
def test_what_stays_the_same_keeps_every_byte(path: Path) -> None:
    raw = path.read_bytes()
    assert update_file(raw, read(raw)) == raw


@each_example
def test_one_answer_changes_one_line(path: Path) -> None:
    raw = path.read_bytes()
    before = read(raw)
    text = changed(raw, questions="volledig" if before.questions == "kort" else "kort")
    assert len(difference(raw.decode(), text)) == 2
    for statement, answer in before.answers.items():
        value = 1 if answer.known != 1 else 2
        new = {"value": value, "note": answer.note, "votes": answer.votes}
        text = changed(raw, answers={statement: {key: one for key, one in new.items() if one not in (None, "")}})
        removed, added = difference(raw.decode(), text)
        assert re.sub(r"^[-+] ", "", added) == re.sub(
            rf"^- ((?: *{statement}:)?.*?)(?:[1-5]|weet-niet)(?=[ ,}}]|$)", rf"\g<1>{value}", removed
        )


@each_example
def test_a_new_answer_is_one_new_line(path: Path) -> None:
    raw = path.read_bytes()
    if not read(raw).answers:
        assert difference(raw.decode(), changed(raw, answers={"m1": 3})) == ["+ answers:", "+   m1: 3"]
        return
    assert difference(raw.decode(), changed(raw, answers={"nieuw": 3})) == ["+   nieuw: 3"]


def test_what_the_program_wrote_it_writes_again(assessment_of: Any) -> None:
    first, second = assessment_of(answers={"m1": 4}), assessment_of(answers={"m1": 5, "m2": 2})
    assert update_file(dump_assessment(first), second) == dump_assessment(second)


def test_a_new_section_comes_in_the_order_of_the_format_above_the_comment_of_the_next() -> None:
    text = f"""# boven
{START}
# Wat wij antwoordden
answers:
  m1: 4  # zeker
  # nog bespreken: m2

# Wat wij gaan doen
agreements:
  - what: Bellen  # morgen

# einde
"""
    after = changed(text, key_question={"answer": "Wie trekt?"}, choices={"vorm": {"options": ["bij-provincie"]}})
    assert difference(text, after) == [
        "+ key_question:",
        "+   answer: Wie trekt?",
        "+ ",
        "+ choices:",
        "+   vorm:",
        "+     options:",
        "+       - bij-provincie",
        "+ ",
    ]
    assert after.index("nog bespreken") < after.index("key_question") < after.index("# Wat wij gaan doen")


def test_an_answer_goes_between_its_neighbours() -> None:
    text = f"{START}answers:\n  # eerst\n  m1: 4  # a\n  # daarna\n  m3: 2\n"
    answers = {"answers": {"b1": 1, "m1": 4, "m2": {"value": 3, "note": "a: b"}, "m3": 2}}
    data = {**read(text.encode()).model_dump(mode="json"), **answers}
    assert update_file(text.encode(), Assessment.model_validate(data)).decode() == (
        f"{START}answers:\n  b1: 1\n  # eerst\n  m1: 4  # a\n  m2:\n    value: 3\n    note: 'a: b'\n"
        "  # daarna\n  m3: 2\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("options: [a, b, c]", "options: [a, c]"),
        ("options: [ a ,  b , c ]  # x", "options: [ a ,  c ]  # x"),
        ("options: [a,  # om a\n      b,  # om b\n      c]", "options: [a,  # om a\n      # om b\n      c]"),
        ("options:\n      - a\n      - b  # om b\n      - c", "options:\n      - a\n      # om b\n      - c"),
        (
            "options:\n    # om b\n    - b\n    # om c\n    - a\n    - c",
            "options:\n    # om b\n    # om c\n    - a\n    - c",
        ),
    ],
    ids=["brackets", "blanks", "comments in brackets", "dashes", "first"],
)
def test_an_option_that_is_no_longer_chosen_leaves_its_comment(before: str, after: str) -> None:
    text = f"{START}choices:\n  vorm:\n    {before}\n    considering: [d]\n"
    result = changed(text, choices={"vorm": {"options": ["a", "c"], "considering": ["d"]}})
    assert result == text.replace(before, after)


def test_the_last_option_and_a_whole_section_leave_their_comments() -> None:
    text = f"{START}# keuzes\nchoices:\n  vorm:  # v\n    options:\n    - a  # om a\n    consideration: x\n# eind\n"
    assert changed(text, choices={"vorm": {"consideration": "x"}}) == (
        f"{START}# keuzes\nchoices:\n  vorm:  # v\n    # om a\n    consideration: x\n# eind\n"
    )
    assert changed(text, choices={"vorm": None}) == f"{START}# keuzes\n# v\n# om a\n# eind\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("answers: {m1: 4, m2: 5}", "answers: {m1: 2, m2: 5, m3: 3}"),
        ("answers: { m1:   4 , m2: 5 }  # x", "answers: { m1:   2 , m2: 5, m3: 3 }  # x"),
        ("answers:\n  m1: \"4\"\n  m2: '5'", "answers:\n  m1: \"2\"\n  m2: '5'\n  m3: 3"),
        (
            "answers:\n  'm1': {value: 4}  # x\n  m2: {value: 5}",
            "answers:\n  'm1': {value: 2}  # x\n  m2: {value: 5}\n  m3: 3",
        ),
        ("answers:\n    m1: 4\t# tab\n    m2:\t5", "answers:\n    m1: 2\t# tab\n    m2:\t5\n    m3: 3"),
        ("answers:\n  m1:\n    value: 4\n  m2:\n    5", "answers:\n  m1:\n    value: 2\n  m2:\n    5\n  m3: 3"),
        ("answers:\n  ? m1\n  : 4\n  ? m2\n  : 5", "answers:\n  ? m1\n  : 2\n  ? m2\n  : 5\n  m3: 3"),
        ("answers: {m1: 4, # een\n  m2: 5} # twee", "answers: {m1: 2, # een\n  m2: 5, m3: 3} # twee"),
    ],
    ids=["brackets", "blanks", "quotes", "value", "tabs", "below", "question marks", "comments"],
)
@pytest.mark.parametrize("tail", ["\n", "", "\n\n# slot", "\n...\n"], ids=["line", "no line", "comment", "dots"])
def test_every_way_to_write_answers_stays(before: str, after: str, tail: str) -> None:
    assert changed(f"{START}{before}{tail}", answers={"m1": 2, "m3": 3}) == f"{START}{after}{tail}"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
    ids=["plain", "mark", "little", "big"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encoding_and_line_ends_stay(mark: bytes, encoding: str, newline: str) -> None:
    text = f"# één\n{START}answers:\n  m1: 4  # €\nneeds:\n- x\n"
    raw = mark + text.replace("\n", newline).encode(encoding)
    data = read(raw).model_dump(mode="json")
    data["answers"]["m2"] = {"value": 2, "note": "één\ntwee"}
    data["key_question"] = {"answer": "Wie?"}
    result = update_file(raw, Assessment.model_validate(data))
    expected = (
        f"# één\n{START}answers:\n  m1: 4  # €\n  m2:\n    value: 2\n    note: |-\n      één\n      twee\n"
        "key_question:\n  answer: Wie?\nneeds:\n- x\n"
    )
    assert result == mark + expected.replace("\n", newline).encode(encoding)


def test_dots_come_between_brackets_and_the_comments_around_them_stay() -> None:
    text = (
        START + "estimate:\n  motivatie: 4  # na lang praten\n  # de ander:\n  betrokkenheid: 7/2\nanswers: {m1: 4}\n"
    )
    told = changed(text, estimate={"dots": [[2, 4], [4, 5]]})
    assert difference(text, told) == ["+   dots: [[2, 4], [4, 5]]"]
    more = changed(told, estimate={"dots": [[2, 4], [4, 5], [3, 3]]})
    assert difference(told, more) == ["-   dots: [[2, 4], [4, 5]]", "+   dots: [[2, 4], [4, 5], [3, 3]]"]
    assert changed(more, estimate={"dots": []}) == text


def test_dots_on_lines_of_their_own_stay_so() -> None:
    text = START + "estimate:\n  dots:\n    - [2, 4]  # de eerste\n    - [4, 5]\n"
    told = changed(text, estimate={"dots": [[2, 4], [4, 5], [1, 1]]})
    assert difference(text, told) == ["+     - [1, 1]"]


def test_a_municipality_keeps_the_name_it_was_given() -> None:
    text = """# x
poolwijzer: 1
initiative:
  id: proef
  name: Proef
  region: ""
  municipalities:
    - Den Haag
    - GM0106  # Assen
    - "'s-Hertogenbosch"
    - {code: GM0114}
    - {name: Dorp, population: 300}
  date: 2023-11-01
"""
    data = read(text.encode()).model_dump(mode="json")["initiative"]["municipalities"]
    result = changed(text, initiative_municipalities=[*data[:4], {"name": "Dorp", "population": 400}, "Meppel"])
    assert difference(text, result) == [
        "-     - {name: Dorp, population: 300}",
        "+     - {name: Dorp, population: 400}",
        "+     - Meppel",
    ]
    assert "- Den Haag\n    - GM0106  # Assen\n" in changed(text, initiative_date="2024-02-03")
    assert difference(text, changed(text, initiative_date="2024-02-03"))[1] == "+   date: 2024-02-03"
    assert difference(text, changed(text, initiative_region="Noord")) == ['-   region: ""', '+   region: "Noord"']


def test_an_empty_value_stays_empty_until_it_is_filled() -> None:
    text = f"{START}questions:   # nog kiezen\nown: {{a, b: , c: ~}}\n"
    assert changed(text, needs=["x"]) == text.replace("own:", "needs:\n- x\nown:")
    assert changed(text, questions="kort").splitlines()[2] == "questions: kort   # nog kiezen"
    own = changed(text, own={"a": "1", "b": "x", "c": "no"})
    assert own.splitlines()[3] == "own: {a: '1', b: x, c: 'no'}"


def test_lines_of_text_keep_their_shape() -> None:
    text = f"{START}answers:\n  m1:\n    note: |  # kort\n      een\n      twee\n    value: 3\n  m2: 4\n"
    assert difference(text, changed(text, answers={"m2": 5})) == ["-   m2: 4", "+   m2: 5"]
    result = changed(text, answers={"m1": {"value": 3, "note": "drie\n\nvier"}})
    assert "    note: |-\n      drie\n\n      vier\n" in result
    kept = f"{START}highlights:\n  course: |+\n    een\n\n\nneeds:\n- x\n# slot\n"
    assert changed(kept, highlights={"striking": "twee"}) == kept.replace(
        "\n\n\nneeds", "\n\n\n  striking: twee\nneeds"
    )


def test_a_text_that_becomes_lines_is_a_block_and_keeps_the_comment_behind_it() -> None:
    text = f"{START}answers:\n  m1:\n    note: oud  # van Anna\n    value: 3\n  m2: 4  # nieuw\n"
    block = "    note: |-  # van Anna\n      - een\n\n      # twee\n    value: 3\n"
    result = changed(text, answers={"m1": {"value": 3, "note": "- een\n\n# twee"}})
    assert result == text.replace("    note: oud  # van Anna\n    value: 3\n", block)
    quoted = text.replace("oud", '"oud"')
    assert block in changed(quoted, answers={"m1": {"value": 3, "note": "- een\n\n# twee"}})
    own = f"{START}own:\n  a:  # nog niet\nneeds:\n- x"
    assert changed(own, own={"a": "een\ntwee"}) == own.replace(
        "a:  # nog niet\n", "a: |-  # nog niet\n    een\n    twee\n"
    )


def test_a_comment_that_stands_further_in_never_becomes_part_of_lines_of_text() -> None:
    text = f"{START}answers:\n  m1:\n    note: oud\n      # van Anna\n    value: 3\n"
    result = changed(text, answers={"m1": {"value": 3, "note": "een\ntwee"}})
    assert result == text.replace("oud", '"een\\ntwee"')


def test_lines_of_text_in_brackets_stay_on_one_line() -> None:
    text = f"{START}answers:\n  m1: {{value: 3, note: oud}}  # m1\n"
    result = changed(text, answers={"m1": {"value": 3, "note": "een\ntwee"}})
    assert result == text.replace("oud", '"een\\ntwee"')


@given(typed=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff") | st.just("\n")))
def test_whatever_is_typed_on_lines_comes_back_from_a_file_with_comments(typed: str) -> None:
    note = clean_lines(typed)
    text = f"{START}answers:\n  m1:  # een\n    # twee\n    note: oud  # drie\n    value: 3\n  # vier\n"
    result = changed(text, answers={"m1": {"value": 3, **({"note": note} if note else {})}})
    assert result.startswith(START) and "    # twee\n" in result
    if "\n" in note and note.replace("\n", "").isprintable():
        assert "note: |-  # drie\n" in result


def test_own_data_is_changed_like_the_rest() -> None:
    text = f"{START}own:\n  # van ons\n  '<<': {{a: [1, {{b: c}}]}}  # x\n  answers:\n    value: 0x1F\n  nee: no\n"
    assert changed(text, own={"nee": "ja"}) == text.replace("nee: no", "nee: ja")
    assert changed(text, own={"answers": "01"}).endswith("  answers: '01'\n  nee: no\n")
    result = changed(text, own={"<<": {"a": ["1", {"b": "c", "d": None}]}})
    assert result == text.replace("{b: c}", "{b: c, d: null}")


def test_an_answer_may_become_more_and_less_than_a_value() -> None:
    text = f'{START}answers:\n  m1: 4  # zeker\n  m2: {{value: 5, note: "x"}}\n'
    more = changed(text, answers={"m1": {"value": 4, "note": "ja, nu"}})
    assert more == text.replace("4  #", "{value: 4, note: 'ja, nu'}  #")
    assert changed(text, answers={"m2": 3}) == text.replace('value: 5, note: "x"', "value: 3")


def test_a_list_that_was_empty_gets_lines_of_its_own() -> None:
    text = f"{START}responses: []  # komt nog\nneeds:\n  - x\n"
    response = {"id": "a", "organisation": {"kind": "verband", "name": "X"}, "answers": {"m1": 4}}
    assert changed(text, responses=[response]).splitlines()[2:] == [
        "responses:  # komt nog",
        "  - id: a",
        "    organisation:",
        "      kind: verband",
        "      name: X",
        "    answers:",
        "      m1: 4",
        "needs:",
        "  - x",
    ]


@pytest.mark.parametrize(
    "odd", ["a\x85b", "\u2028", "# x", "- x", "a: b", "null", "~", "", " x ", "x\r\ny\t", "{", "😀"]
)
def test_odd_text_is_quoted_where_it_must_be(odd: str) -> None:
    text = f"# x\n{START}own: {{a: b}}\nhighlights:\n  course: x  # y\nneeds: [a]\n"
    changed(text, highlights={"course": odd, "striking": odd}, own={"a": odd, odd or "k": [odd]})
    changed(text, needs=["a", odd or "-"])


def test_comments_are_told_from_what_only_looks_like_one() -> None:
    text = "# 1\na: 'x # y'  # 2\nb: x#y # 3\nc: |  # 4\n  # tekst\n# 5\nd: [ # 6\n  \"#\", e]# 7\n# 8"
    assert find_comments(text) == ("# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "# 7", "# 8")


def test_a_file_that_cannot_be_read_is_not_changed(assessment_of: Any) -> None:
    with pytest.raises(InputError):
        update_file(b"poolwijzer: [", assessment_of())


def test_lines_of_text_at_the_very_end_gain_no_line_end() -> None:
    text = f"{START}# x\nhighlights:\n  course: |  # y\n    een"
    assert changed(text, needs=["x"]) == f"{START}# x\nhighlights:\n  course: |-  # y\n    een\nneeds:\n- x"


def test_an_item_that_becomes_more_lets_no_tab_follow_its_dash() -> None:
    text = "poolwijzer: 1\ninitiative:\n  id: a\n  name: A\n  municipalities:\n  - Assen\t# x\n"
    changed_text = changed(text, initiative_municipalities=[{"name": "Dorp", "population": 300}])
    assert changed_text == text.replace("Assen", "{name: Dorp, population: 300}")


def test_new_lines_find_room_where_the_lines_above_them_go() -> None:
    text = f"{START}answers:\n  m1: 4\n  m2: 3  # twee\n\n# slot\n"
    assert changed(text, answers={"m2": None}, needs=["x"]) == (
        f"{START}answers:\n  m1: 4\n  # twee\n\nneeds:\n- x\n\n# slot\n"
    )


def test_what_stood_first_behind_a_dash_may_go() -> None:
    text = f"{START}agreements:\n  - who: ik  # x\n    # y\n    what: Bellen\n    when: nu\n"
    assert changed(text, agreements=[{"what": "Bellen", "when": "nu"}]) == (
        f"{START}agreements:\n  # x\n  # y\n  - what: Bellen\n    when: nu\n"
    )


def test_where_nothing_comes_before_it_a_new_entry_comes_first() -> None:
    text = f"{START}choices:  # k\n  # over vorm\n  vorm: {{options: [a]}}\n"
    data = {
        **read(text.encode()).model_dump(mode="json"),
        "choices": {"geld": {"options": ["b"]}, "vorm": {"options": ["a"]}},
    }
    assert update_file(text.encode(), Assessment.model_validate(data)).decode() == text.replace(
        "  # over", "  geld: {options: [b]}\n  # over"
    )
    brackets = f"{START}needs: [ b ]  # x\n"
    assert changed(brackets, needs=["a", "b"]) == brackets.replace("[ b", "[ a, b")
    dashes = f"{START}needs:\n# x\n- b\n"
    assert changed(dashes, needs=["a", "b"]) == dashes.replace("# x", "- a\n# x")


def test_a_group_that_becomes_a_value_leaves_its_comments() -> None:
    text = f"{START}own:\n  a:  # 1\n    # 2\n    b: c  # 3\n  d: [e,  # 4\n    f]\n  g: h\n"
    assert (
        changed(text, own={"a": "x", "d": "y"})
        == f"{START}own:\n  a: x  # 1\n    # 2\n    # 3\n  d: y\n    # 4\n  g: h\n"
    )


def test_a_value_in_brackets_of_many_lines_leaves_its_comments_behind_it() -> None:
    text = f"{START}context:\n  geld: [\n    {{source: gemeenten,  # x\n      until: 2030}}]\n"
    assert changed(text, context={"geld": ["provincie"]}) == (
        f"{START}context:\n  geld: [\n    provincie # x\n      ]\n"
    )


def test_a_comment_that_gets_lost_after_all_comes_at_the_end() -> None:
    assert restore_comments(("# a", "# b", "# a"), "x: y # a") == "x: y # a\n# a\n# b\n"
    for end in ("...", "...\n", "...\r\n"):
        assert restore_comments(("# a",), f"x: y\n{end}") == f"x: y\n# a\n{end}"


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(
    st.deferred(assessments),
    st.deferred(assessments),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "# x\n"]),
)
def test_whatever_changes_a_file_that_ended_with_its_mark_still_does(
    old: dict[str, Any], new: dict[str, Any], newline: str, above: str
) -> None:
    before, after = (Assessment.model_validate(one) for one in (old, new))
    text = f"{above}{dump_assessment(before).decode()}...\n"
    try:
        read(text.replace("\n", newline).encode())
    except InputError:
        newline = "\n"  # what was typed holds a sign that goes with a line end alone
    result = update_file(text.replace("\n", newline).encode(), after)
    assert re.search(r"[\r\n]\.\.\.\s*\Z", result.decode())
    assert read(result) == after


def test_what_cannot_be_read_with_its_layout_is_written_anew_below_its_comments() -> None:
    # With one more need it would be too large to be read.
    text = f"# boven\n{START}needs: [a]  # x"
    more = "x" * (MAX_BYTES - len(text) - 1)
    text += f"{more}\n"
    after = Assessment.model_validate({**read(text.encode()).model_dump(mode="json"), "needs": ["a", "b"]})
    assert update_file(text.encode(), after) == f"# boven\n# x{more}\n".encode() + dump_assessment(after)
