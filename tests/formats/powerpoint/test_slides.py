from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.formats.powerpoint.writer import render_slides
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.slides.model import Column, Slide, Slides, Tally
from tests.formats.powerpoint.reading import (
    POINT,
    broken_links,
    descriptions_of,
    opened,
    parts_of,
    passed_over,
    said_by,
    said_on,
    shapes_in,
)
from tests.formats.some_slides import ON, SOME_SLIDES

KNOWN = {
    "Titel",
    "Ondertitel",
    *("Tekst", "Tekst 1", "Tekst 2", "Let op", "Streep"),
    *("Antwoord", "Hele balk", "Balk", "Aantal"),
    *("Alle groepen in de typologie", "Vlak", "Stip", "Lijn", "Woorden"),
    *("Dianummer", "Dia", "Notities"),
}
ROOM, GROUP, SHARED, NEXT = range(4)


@pytest.fixture(scope="module")
def made() -> Any:
    return opened(render_slides(SOME_SLIDES))


def one_slide(*columns: Column, title: str = "Titel", subtitle: str = "") -> Slides:
    return Slides("Titel", "", (Slide("een", title, subtitle, columns),), ON)


def only(slides: Slides) -> Any:
    (slide,) = opened(render_slides(slides)).slides
    return slide


def test_every_slide_says_all_it_has_to_say_in_the_order_in_which_it_is_read(made: Any) -> None:
    for number, (slide, value) in enumerate(zip(made.slides, SOME_SLIDES.slides, strict=True), start=1):
        assert said_on(slide) == [*said_by(value), str(number)]


def test_every_slide_has_the_title_that_an_outline_shows(made: Any) -> None:
    assert [slide.shapes.title.text_frame.text for slide in made.slides] == [one.title for one in SOME_SLIDES.slides]


def test_the_text_of_a_column_is_in_its_place_of_the_layout_so_that_an_outline_shows_it(made: Any) -> None:
    places = {one.placeholder_format.idx: one.text_frame.text for one in made.slides[SHARED].placeholders}
    left, right = SOME_SLIDES.slides[SHARED].columns
    assert places[1].startswith(left.title)
    assert places[2].startswith(right.title)


def test_text_beside_a_drawing_is_in_its_place_too() -> None:
    drawing = SOME_SLIDES.slides[ROOM].columns[0].blocks[0]
    slide = only(one_slide(Column((drawing,), share=0.6), Column((Paragraph(Line("1. Groep 1")),), share=0.4)))
    assert [one.text_frame.text for one in slide.placeholders] == ["Titel", "1. Groep 1", "1"]


def test_no_slide_has_an_empty_place(made: Any) -> None:
    assert all(place.text_frame.text for slide in made.slides for place in slide.placeholders)


def test_everything_lies_on_the_slide_and_no_text_over_another(made: Any) -> None:
    for slide in made.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= made.slide_width, shape.name
            assert 0 <= shape.top <= shape.top + shape.height <= made.slide_height, shape.name
        texts = [shape for shape in slide.shapes if not passed_over(shape)]
        for at, one in enumerate(texts):
            assert not [other.name for other in texts[at + 1 :] if overlap(one, other)], one.name


def overlap(one: Any, other: Any) -> bool:
    return bool(
        min(one.left + one.width, other.left + other.width) - max(one.left, other.left) > POINT / 10
        and min(one.top + one.height, other.top + other.height) - max(one.top, other.top) > POINT / 10
    )


def test_a_list_has_real_dots_and_real_numbers(made: Any) -> None:
    paragraphs = {
        one.text: one._p
        for shape in shapes_in(made.slides[GROUP].shapes)
        if shape.has_text_frame
        for one in shape.text_frame.paragraphs
    }
    assert paragraphs["Samen werven"].pPr.get("lvl") == "1"
    assert paragraphs["Eerst dit"].pPr.find(qn("a:buAutoNum")).get("type") == "arabicPeriod"
    assert paragraphs["Eigen inschatting: midden."].pPr.get("lvl") is None


def test_a_label_is_bold_and_its_text_is_not(made: Any) -> None:
    (shape,) = (one for one in made.slides[GROUP].placeholders if "Opvallend" in one.text_frame.text)
    runs = next(one.runs for one in shape.text_frame.paragraphs if one.text.startswith("Opvallend"))
    assert [(run.text, bool(run.font.bold)) for run in runs] == [("Opvallend:", True), (" Niemand heeft tijd.", False)]


def test_a_row_without_a_label_is_its_text_only() -> None:
    assert said_on(only(one_slide(Column((Labelled((("", Line("zo")),)),))))) == ["Titel", "zo", "1"]


def test_a_bar_is_as_long_as_its_part_of_the_whole(made: Any) -> None:
    bars = [shape.width for shape in made.slides[NEXT].shapes if shape.name == "Balk"]
    whole = next(shape.width for shape in made.slides[NEXT].shapes if shape.name == "Hele balk")
    assert [round(4 * bar / whole, 3) for bar in bars] == [4, 3, 1, 2, 1]


def test_of_nothing_counted_there_are_no_bars() -> None:
    slide = only(one_slide(Column((Tally((("niets", 0),), 0, "groep", "groepen"),))))
    assert "0 groepen" in said_on(slide)
    assert not [shape for shape in slide.shapes if shape.name == "Balk"]


def test_who_listens_hears_what_a_drawing_shows_once(made: Any) -> None:
    (group,) = (shape for shape in made.slides[ROOM].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)
    drawing = SOME_SLIDES.slides[ROOM].columns[0].blocks[0]
    assert isinstance(drawing, ShapeDrawing)
    assert descriptions_of(made.slides[ROOM]) == {drawing.title: drawing.description}
    assert all(passed_over(shape) for shape in shapes_in(group.shapes))
    assert not passed_over(group)


def test_a_drawing_is_shapes_that_can_be_moved_with_their_letters_in_them(made: Any) -> None:
    (group,) = (shape for shape in made.slides[ROOM].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)
    discs = [shape for shape in group.shapes if shape.name == "Stip"]
    assert [disc.text_frame.text for disc in discs] == ["A", "B", "C", "D"]
    assert sum(shape.shape_type == MSO_SHAPE_TYPE.LINE for shape in group.shapes) == 2


def test_a_drawing_too_large_for_its_column_becomes_smaller(made: Any) -> None:
    drawing = SOME_SLIDES.slides[ROOM].columns[0].blocks[0]
    slide = only(one_slide(Column((Paragraph(Line("Boven")), drawing))))
    group = next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)
    assert group.top + group.height <= 509 * POINT


def test_what_is_told_with_a_slide_stands_in_its_notes_with_the_credit(made: Any) -> None:
    for slide, value in zip(made.slides, SOME_SLIDES.slides, strict=True):
        told = [one.text for one in slide.notes_slide.notes_text_frame.paragraphs]
        wanted = said_by(Slide("", "", "", (Column(value.notes),)))  # type: ignore[arg-type]
        assert told == [*wanted, SOME_SLIDES.credit]


def test_a_slide_with_nothing_told_has_no_notes() -> None:
    assert not only(one_slide(Column((Paragraph(Line("Dit")),)))).has_notes_slide


def test_all_names_of_what_is_on_a_slide_are_dutch(made: Any) -> None:
    names = {shape.name for slide in made.slides for shape in shapes_in(slide.shapes)}
    names |= {shape.name for slide in made.slides for shape in slide.notes_slide.shapes}
    assert names <= KNOWN
    assert [one.name for one in made.slide_layouts] == ["Alleen titel", "Titel en tekst", "Titel en twee kolommen"]


def test_the_end_of_a_line_stays_one_within_its_paragraph() -> None:
    slide = only(one_slide(Column((Bullets((Line("een\ntwee\tdrie"),)),))))
    assert said_on(slide)[1] == "een\ntwee drie"


def test_lines_with_letters_of_other_scripts_are_as_high_as_was_measured() -> None:
    slide = only(one_slide(Column((Bullets((Line("gewoon"), Line("中文 😀"))),))))
    spacing = {
        one.text: one._p.pPr.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}") is not None
        for one in slide.placeholders[1].text_frame.paragraphs
    }
    assert spacing == {"gewoon": False, "中文 😀": True}


odd = st.text(st.characters(exclude_categories=()), max_size=12)


@settings(max_examples=15, deadline=None)
@given(odd, odd, odd, odd)
def test_whatever_people_typed_the_file_opens_and_is_whole(one: str, two: str, three: str, four: str) -> None:
    blocks = (
        Paragraph(Line(one), "let-op"),
        Bullets((Line(two), Line(one))),
        Labelled(((three, Line(four)),)),
        Tally(((four, 1),), 1, two, three),
        ShapeDrawing(two, three, 100, 50, ()),
    )
    slides = Slides(two, three, (Slide(one, four, one, (Column(blocks, three),), blocks[:3]),), ON, two)
    data = render_slides(slides)
    assert broken_links(parts_of(data)) == []
    opened(data)
