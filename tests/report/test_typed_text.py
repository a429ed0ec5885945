import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.costs.values import Member
from poolwijzer.report.model import Report
from poolwijzer.report.typed_text import sanitize, sanitize_text

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from(BIDI + "\n\t\r\x1b\ufeff\ufffe")))
HOSTILE = "\x1b[31mrood\x07\x00\u202egespiegeld\ufdd0\U0001ffff"


def test_controls_escapes_surrogates_and_noncharacters_become_a_visible_sign() -> None:
    for character in (
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\r",
        "\u2028",
        "\ud800",
        "\udfff",
        "\ufdd0",
        "\U0010ffff",
    ):
        assert sanitize_text(f"a{character}b") == "a\ufffdb", hex(ord(character))


def test_tabs_newlines_emoji_and_text_from_right_to_left_stay() -> None:
    for text in ("a\tb\nc", "👩‍🚒 é e\u0301", "שלום", "€ 1.600.000 – ‘s-Gravenhage", "[bold]x[/x]", "<b>|</b>"):
        assert sanitize_text(text) == text


def test_line_ends_of_windows_are_one_newline() -> None:
    assert sanitize_text("a\r\nb") == "a\nb"


@given(ANY_TEXT)
def test_nothing_is_left_that_could_steer_a_screen(text: str) -> None:
    clean = sanitize_text(text)
    left = {character for character in clean if unicodedata.category(character) in ("Cc", "Cs")}
    assert left <= {"\n", "\t"}
    assert not any(ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF for character in clean)
    clean.encode("utf-8")


@given(ANY_TEXT)
def test_no_line_leaves_an_embedding_or_isolate_open(text: str) -> None:
    for line in sanitize_text(text).split("\n"):
        opened: list[str] = []
        for character in line:
            if character in "\u202a\u202b\u202d\u202e":
                opened.append("\u202c")
            elif character in "\u2066\u2067\u2068":
                opened.append("\u2069")
            elif character in "\u202c\u2069":
                assert opened and opened.pop() == character
            if character in BIDI and not opened:
                assert character == "\u2069", "a bidi control stands outside the isolates"
        assert not opened


@given(ANY_TEXT)
def test_nothing_else_changes(text: str) -> None:
    def visible(value: str) -> str:
        return re.sub(f"[{BIDI}\ufffd]", "", value)

    kept = [c for c in text.replace("\r\n", "\n") if c in "\n\t" or sanitize_text(c) != "\ufffd"]
    assert visible(sanitize_text(text)) == visible("".join(kept))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn", "Zl", "Zp"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert sanitize_text(text) == text


@given(ANY_TEXT)
def test_cleaning_a_second_time_changes_nothing(text: str) -> None:
    once = sanitize_text(text)
    assert sanitize_text(once) == once


def test_a_value_in_which_nothing_changes_is_the_same_value() -> None:
    kept = {"naam": ("gewone tekst", ("nog een",)), "getal": 3}
    assert sanitize(kept) is kept
    changed = sanitize({**kept, "fout": "\x1b[2J"})
    assert changed["fout"] == "\ufffd[2J" and changed["naam"] is kept["naam"]


def test_what_is_typed_is_isolated_from_the_sentence_it_goes_into(
    report_of: Callable[..., Report], assessment_of: Callable[..., Assessment]
) -> None:
    turned = "\u202eom"
    agreement = {"what": "Bellen", "who": turned, "when": "morgen"}
    texts = list(_strings(report_of(assessment_of(answers={"m1": 4}, agreements=[agreement]))))
    assert "Bellen. Wie: \u2068\u202eom\u202c\u2069. Wanneer: morgen." in texts


def test_every_text_of_a_report_is_cleaned(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    for depth in ("kort", "gewoon"):
        texts = list(_strings(report_of(typed_everywhere(HOSTILE), depth, explain=True)))
        assert any("gespiegeld" in text for text in texts)
        for text in texts:
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
            assert text.count("\u202e") == text.count("\u202c")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))


def test_a_named_value_stays_what_it_is_when_its_text_changes() -> None:
    changed = sanitize((Member("A\x1bssen", 68_000),))
    assert isinstance(changed[0], Member)
    assert changed[0] == Member("A\ufffdssen", 68_000, part=Fraction(1))
