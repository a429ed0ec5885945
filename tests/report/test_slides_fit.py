"""What fits on a slide: nothing is lost, nothing overflows, and what matters most stays longest."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.formats.letter_breadths import BREADTHS
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.slides.cut import MOST_LETTERS
from poolwijzer.report.slides.fit import Entry, fit_entries, fit_line
from poolwijzer.report.slides.measure import count_lines, height_of, height_of_column
from poolwijzer.report.slides.model import BODY_HEIGHT, HALF, LETTER, Column, Tally
from poolwijzer.report.typed_lines import run_on

LONG = "De gemeenten willen dit samen doen, maar zij hebben daar nu geen mensen voor vrij. "
TYPED = st.text(max_size=400) | st.text("Ww —\n", max_size=200) | st.integers(0, 30).map(lambda times: LONG * times)
ENTRIES = st.builds(
    Entry,
    label=st.sampled_from(("Sleutelvraag", "Antwoord", "Wat viel op?", "Opdrachtgeverschap en sturing")),
    text=TYPED,
    leaves=st.sampled_from((0, *LEAVES.values())),
    unbroken=st.booleans(),
)


@given(st.lists(ENTRIES, max_size=12), st.sampled_from((HALF, 300.0)), st.sampled_from((BODY_HEIGHT, 200.0, 40.0)))
def test_whatever_was_typed_fits_and_is_on_the_slide_or_in_its_notes(
    entries: list[Entry], width: float, height: float
) -> None:
    shown, rest = fit_entries(entries, width, height)
    assert not shown or height_of(Labelled(shown), width) <= height
    whole = {(label, run_on(line.text)) for label, line in (*shown, *rest)}
    assert whole >= {(one.label, run_on(one.text)) for one in entries if one.text.strip()}


@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ éëï0123456789 .,()-", max_size=300))
def test_a_text_never_takes_more_lines_in_arial_than_were_counted(text: str) -> None:
    assert _lines_in_arial(text, HALF) <= count_lines(text, HALF)


def _lines_in_arial(text: str, width: float) -> int:
    """As every format wraps: at words, and within a word that is broader than a line."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        broad, space = sum(BREADTHS[letter] for letter in word) * LETTER, BREADTHS[" "] * LETTER
        if used + (space if used else 0) + broad <= width:
            used += (space if used else 0) + broad
            continue
        lines, used = lines + bool(used), 0.0
        for letter in word:
            if used + BREADTHS[letter] * LETTER > width:
                lines, used = lines + 1, 0.0
            used += BREADTHS[letter] * LETTER
    return lines


def test_of_a_text_as_long_as_a_file_the_beginning_stands_there_at_once_and_all_of_it_in_the_notes() -> None:
    entry = Entry("Antwoord", " " * MOST_LETTERS + "Een zin van woorden. " * 40_000)
    began = process_time()
    for _ in range(10):
        ((_, line),), ((_, whole),) = fit_entries([entry], HALF, 200.0)
    assert process_time() - began < 1
    assert line.text.startswith("Een zin van woorden. Een") and line.text.endswith("…")
    assert whole.text == entry.text


def test_all_of_it_stands_on_the_slide_where_there_is_room() -> None:
    entries = [Entry("Antwoord", "Ja."), Entry("Wat viel op?", "Niets.", LEAVES["opbrengst"])]
    shown, rest = fit_entries(entries, HALF, BODY_HEIGHT)
    assert [line.text for _, line in shown] == ["Ja.", "Niets."]
    assert rest == ()


def test_what_matters_least_goes_to_the_notes_first() -> None:
    entries = [
        Entry("Antwoord", LONG),
        Entry("Hoe ging het?", LONG, LEAVES["beleving"]),
        Entry("Wat viel op?", LONG, LEAVES["opbrengst"]),
        Entry("Verdeling", LONG, LEAVES["meer-keuzes"]),
    ]
    left = [{label for label, _ in fit_entries(entries, HALF, high)[0]} for high in (400.0, 320.0, 220.0, 70.0)]
    assert left == [
        {"Antwoord", "Hoe ging het?", "Wat viel op?", "Verdeling"},
        {"Antwoord", "Wat viel op?", "Verdeling"},
        {"Antwoord", "Wat viel op?"},
        {"Antwoord"},
    ]


def test_a_reason_goes_before_the_choice_that_it_is_of() -> None:
    choice = Entry("Vorm", f"Een fonds. Waarom: {LONG * 2}", LEAVES["meer-keuzes"], "Een fonds.", LEAVES["redenen"])
    shown, rest = fit_entries([Entry("Antwoord", LONG), choice], HALF, 150.0)
    assert [line.text for _, line in shown][1] == "Een fonds."
    assert LONG.strip() in rest[-1][1].text


def test_a_long_text_is_cut_with_three_dots_and_stands_whole_in_the_notes() -> None:
    text = LONG * 40
    (told,), (whole,) = fit_entries([Entry("Antwoord", text)], HALF, BODY_HEIGHT)
    assert told[1].text.endswith("…")
    assert len(told[1].text) < MOST_LETTERS
    assert whole == ("Antwoord", Line(text))


def test_who_said_what_is_never_cut() -> None:
    said = Entry("De plek", "Groep 1: Samen inrichten; " * 12, unbroken=True)
    assert fit_entries([said], HALF, 100.0) == ((), (said.row,))


def test_what_only_asks_for_more_is_not_noted() -> None:
    asks = Entry("Vertel zelf", LONG, max(LEAVES.values()) + 1, noted=False)
    assert fit_entries([Entry("Antwoord", LONG), asks], HALF, 150.0)[1] == ()


def test_a_column_is_as_high_as_its_head_and_blocks_with_the_air_between() -> None:
    told = Paragraph(Line("Kort."))
    alone = height_of_column(Column((told,)), HALF)
    assert height_of_column(Column((told,), "Groep 1"), HALF) > alone + LETTER
    assert height_of_column(Column((told, Bullets((Line("a"), Line("b")))), "Groep 1"), HALF) > 4 * LETTER


def test_words_that_are_pointed_out_take_the_room_around_them() -> None:
    assert height_of(Paragraph(Line("Let op."), "let-op"), HALF) > height_of(Paragraph(Line("Let op.")), HALF)


def test_a_label_of_a_tally_wraps_in_its_part_of_the_breadth() -> None:
    row = ("hulp bij de inzet van SpUk-geld", 3)
    narrow, wide = (height_of(Tally((row,), 4, "groep", "groepen"), width) for width in (HALF, 2 * HALF))
    assert narrow > wide


@pytest.mark.parametrize("text", ["Groep 1 · Flexteam", "W" * 200, "Groep 1 · " + LONG, "\u202eomgekeerd " * 30, ""])
def test_a_title_stays_on_one_line(text: str) -> None:
    assert count_lines(fit_line(text, 880.0, 36.0), 880.0, bold=True, size=36.0) == 1


def test_a_name_is_cut_within_a_long_word_and_not_before_it() -> None:
    assert fit_line("Regionaal samenwerkingsverbandenoverleg", 300, 24).startswith("Regionaal samenw")
    assert fit_line("Warmtepool van de Heuvelrand", 300, 24) == "Warmtepool van de\u00a0…"
