"""What is printed of letters that the typeface, the compiler or the standards do not take."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.pdf.compiler import RefusedError, compile_with
from poolwijzer.formats.pdf.letters import by_number, odd_clusters, split_clusters
from poolwijzer.formats.pdf.refusals import tell_refused
from poolwijzer.formats.pdf.typeface import MOST_SIGNS, SHIPPED, Typeface
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.problems import InputError
from poolwijzer.report.model import Line, Paragraph, Report, Section
from tests.formats.pdf.made_fonts import PLAIN, lacking_typeface
from tests.formats.pdf.reading import text_of

ON = date(2026, 11, 1)
STRESSED = "b\u00edj\u0301"
"""Dutch with stress on its *ij*: there is a sign for the i with its mark, and none for the j."""
ANSWERS = {"m1": 4, "m2": 5, "m3": 2, "m6": 2, "m7": 4, "b2": 4, "b3": 4, "b4": 5, "b6": 2, "b9": 4}
BREAKS = "\u202eU\U00072a84\u1dc5\u202c"
"""On this the compiler breaks: from right to left, a sign that no font has, with a mark."""


@pytest.fixture(scope="module")
def named(assessment_of: Callable[..., Assessment], report_of: Callable[..., Report]) -> Callable[[str], Report]:
    """Makes the short report of an initiative with a place, that is called like this."""

    def made(name: str) -> Report:
        whole = assessment_of(answers=ANSWERS)
        return report_of(
            whole.model_copy(update={"initiative": whole.initiative.model_copy(update={"name": name})}), "kort"
        )

    return made


def test_a_mark_that_composes_with_nothing_is_printed_and_told_by_number_only_where_it_cannot_be_drawn(
    named: Callable[[str], Report],
) -> None:
    text = " ".join(text_of(render(named(f"Samen {STRESSED} elkaar, \u00e9\u00e9n en al"), Theme())).split())
    assert text.startswith(f"Samen {STRESSED} elkaar, \u00e9\u00e9n en al Advies over ")
    assert "Samen b\u00edj[U+0301] elkaar, \u00e9\u00e9n en al" in text
    assert set(re.findall(r"\[U\+[^]]*\]", text)) == {"[U+0301]"}


def test_a_drawing_that_the_compiler_takes_is_drawn_as_typed(named: Callable[[str], Report]) -> None:
    text = text_of(render(named("Caf\u00e9 e\u0301\u00e9n \u05e9\u05dc\u05d5\u05dd"), Theme()))
    assert "[U+" not in text


def test_what_the_fonts_lack_is_told_by_number_for_that_letter_alone() -> None:
    assert SHIPPED.show("vos \U0001f98a en \u4e2d\u6587") == "vos [U+1F98A] en [U+4E2D][U+6587]"
    assert SHIPPED.show("x\u4e2d\u0301y") == "x[U+4E2D U+0301]y"  # the compiler would print the mark on nothing
    assert SHIPPED.show("1\ufe0f\u20e3") == "1[U+FE0F U+20E3]"
    assert SHIPPED.show("\U0001f468\u200d\U0001f469") == "[U+1F468 U+200D U+1F469]"
    assert SHIPPED.show("\u1112\u1161\u11ab") == "[U+1112 U+1161 U+11AB]"


def test_a_letter_is_written_as_one_sign_where_the_typeface_has_only_that(tmp_path: Path) -> None:
    typeface = lacking_typeface(tmp_path, f"{PLAIN}\u00e9")
    assert typeface.show("een, e\u0301e\u0301n, j\u0301 en \u00eb") == "een, \u00e9\u00e9n, j[U+0301] en [U+00EB]"


def test_a_letter_with_hundreds_of_marks_is_printed_and_one_with_more_is_told_by_number() -> None:
    some, most = "j" + "\u0301" * (MOST_SIGNS - 1), "j" + "\u0301" * MOST_SIGNS
    assert SHIPPED.show(some) == some
    assert SHIPPED.show(most) == by_number(most)


def test_a_report_in_a_typeface_that_lacks_most_signs_is_printed_with_the_others_by_number(
    tmp_path: Path, report_of: Callable[..., Report], examples: Path
) -> None:
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", "kort")
    text = text_of(render(report, Theme(HouseStyle("Gemeente S\u00fad"), typeface=lacking_typeface(tmp_path))))
    assert text.isascii()
    assert "Gemeente S[U+00FA]d" in text
    assert "\n- " in text  # of a list


def test_whether_a_letter_can_be_shown_does_not_depend_on_what_was_tried_before(
    named: Callable[[str], Report],
) -> None:
    report = named(f"{STRESSED} \u0237 \ufeff\u200b\ue000")
    fresh = Theme(typeface=Typeface(SHIPPED.folder, SHIPPED.family))
    first = render(report, fresh)
    render(named("\u0237\u200b \ufeff j\u0301\u0302 \ue001"), fresh)
    assert render(report, fresh) == first == render(report, Theme())


def test_a_text_on_which_the_compiler_breaks_is_refused_and_says_nothing_by_itself(
    capfd: pytest.CaptureFixture[str],
) -> None:
    source = '#set document(title: "x")\n#set text(font: "DejaVu Sans")\n' + BREAKS
    with pytest.raises(RefusedError):
        compile_with(SHIPPED.fonts, source.encode(), {})
    assert capfd.readouterr().err == ""


def test_a_logo_is_to_blame_only_where_no_text_is(named: Callable[[str], Report]) -> None:
    style = HouseStyle("Naam", b"geen plaatje", "image/png")
    with pytest.raises(InputError, match="logo"):
        render(named(STRESSED), Theme(style))


# What the compiler refuses of which it takes every letter.


@settings(max_examples=40)
@given(st.text("\u00e1\u00e9\u00ed\u00f3\u00fa\u4e2d", min_size=1, max_size=20), st.data())
def test_only_the_letters_that_are_to_blame_are_told_by_number(text: str, data: st.DataObject) -> None:
    odd = sorted(set(text))
    wrong = data.draw(st.sets(st.sampled_from(odd), max_size=3))
    told = tell_refused({"a": [text], "n": 1}, lambda now: not any(one in now["a"][0] for one in wrong))
    assert told == {"a": ["".join(by_number(one) if one in wrong else one for one in text)], "n": 1}


def test_where_letters_are_refused_only_beside_each_other_one_of_them_is_told() -> None:
    def can_compile(data: dict[str, Any]) -> bool:
        return not {"\u00e9", "\u00eb"} <= set(data["a"])

    assert tell_refused({"a": "x\u00e9\u00e1\u00eb"}, can_compile) == {"a": "x[U+00E9]\u00e1\u00eb"}


def test_where_too_many_are_to_blame_all_that_is_not_plain_is_told() -> None:
    text = "abc \u00e9\u00eb\u00ed\u00f3\u00fa\u00e0\u00e8"
    told = tell_refused({"a": text}, lambda data: data["a"].isascii())
    assert told == {"a": "abc " + "".join(map(by_number, text[4:]))}


def test_what_no_letter_is_to_blame_for_is_told(tmp_path: Path) -> None:
    report = Report("Proef", "Onder", (Section("a", "", (Paragraph(Line("x")),)),), ON)
    with pytest.raises(InputError, match="geen PDF"):
        render(report, Theme(typeface=lacking_typeface(tmp_path, "x")))


# Letters and their marks.


@given(st.text())
def test_a_text_is_its_letters_and_each_begins_with_a_sign_of_its_own(text: str) -> None:
    letters = list(split_clusters(text))
    assert "".join(letters) == text
    assert all(letters)
    assert all(one in text for one in odd_clusters([text]))


WHOLE = ("e\u0301", "a\u0323\u0302", "1\ufe0f\u20e3", "\U0001f44d\U0001f3fd", "\u1112\u1161\u11ab", "\u2764\ufe0f")


@pytest.mark.parametrize("letter", WHOLE)
def test_a_letter_with_all_that_belongs_to_it_is_one(letter: str) -> None:
    assert list(split_clusters(f"x{letter}y")) == ["x", letter, "y"]
    assert len(normalize("NFC", letter)) <= len(letter)
