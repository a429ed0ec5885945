"""The slides of a plenary: true to what groups saved, complete, and ten at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Choice, Estimate
from poolwijzer.content.content import Content
from poolwijzer.drawing.shapes import Disc, ShapeDrawing
from poolwijzer.dutch import NO_BREAK_SPACE
from poolwijzer.report.model import Bullets, Labelled, Paragraph
from poolwijzer.report.slides.measure import breadth, height_of_column
from poolwijzer.report.slides.model import BODY_HEIGHT, FULL, GAP, SUBTITLE, TITLE, Slide, SlideBlock, Slides, Tally
from poolwijzer.report.typed_lines import run_on
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.workshop.folder import group_path, read_session
from poolwijzer.workshop.plan import MOST_GROUPS, GroupPlan, RoomInitiative
from poolwijzer.workshop.plenary.build import MOST_SLIDES, build_plenary
from poolwijzer.workshop.plenary.differences import NOBODY_IS_RIGHT
from poolwijzer.workshop.plenary.group_words import AS_BEFORE, GONE, NO_FILE, ON_PAPER, UNREADABLE
from poolwijzer.workshop.plenary.next_slide import NOTHING
from poolwijzer.workshop.preparation import dump_group, first_assessment
from poolwijzer.workshop.session import Group, Session
from tests.workshop.a_room import DAY, PLAN, files, make_room

Typed = Callable[[str], Assessment]


def plenary(session: Session, content: Content) -> Slides:
    return build_plenary(session, content, DAY, "1.0")


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Session:
    return read_session(make_room(tmp_path_factory.mktemp("sessie"), content), content)


@pytest.fixture(scope="module")
def slides(four: Session, content: Content) -> Slides:
    return plenary(four, content)


def session_of(assessments: list[Assessment | None], initiatives: int, names: str = "") -> Session:
    """A session in memory, in which groups discuss so many initiatives in turn."""
    known = {f"i{at}": RoomInitiative(name=f"Initiatief {at}{names}") for at in range(initiatives)}
    groups = {
        f"groep-{at}": GroupPlan(name=f"Groep {at}{names}", initiative=f"i{at % initiatives}")
        for at in range(1, len(assessments) + 1)
    }
    plan = PLAN.model_copy(update={"initiatives": known, "groups": groups, "title": f"Sessie{names}"})
    made = (
        Group(name, at, one, known[one.initiative], Path(f"{name}.yaml"), "whole" if said else "missing", said)
        for at, ((name, one), said) in enumerate(zip(groups.items(), assessments, strict=True), 1)
    )
    return Session(Path(), plan, tuple(made))


def texts(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(line=line):
                yield line.text
            case Bullets(items=items):
                yield from (one.text for one in items)
            case Labelled(rows=rows):
                for label, line in rows:
                    yield from (label, line.text)
            case Tally(rows=counted):
                yield from (label for label, _ in counted)
            case ShapeDrawing(description=description):
                yield description


def said_on(slide: Slide) -> str:
    """All that stands on a slide, without its notes."""
    columns = (text for column in slide.columns for text in (column.title, *texts(column.blocks)))
    return "\n".join((slide.title, slide.subtitle, *columns)).replace(NO_BREAK_SPACE, " ")


def blocks_of(slide: Slide) -> list[SlideBlock]:
    return [block for column in slide.columns for block in column.blocks]


def by_id(slides: Slides, name: str) -> Slide:
    return next(slide for slide in slides.slides if slide.id == name)


def drawn_in(slides: Slides) -> ShapeDrawing:
    return next(block for block in blocks_of(slides.slides[0]) if isinstance(block, ShapeDrawing))


def check_measures(slides: Slides) -> None:
    for slide in slides.slides:
        assert breadth(slide.title, TITLE, bold=True) <= FULL
        assert breadth(slide.subtitle, SUBTITLE) <= FULL
        assert sum(column.share for column in slide.columns) == pytest.approx(1)
        whole = FULL - GAP * (len(slide.columns) - 1)
        for column in slide.columns:
            width = whole * column.share
            assert height_of_column(column, width) <= BODY_HEIGHT
            assert breadth(column.title, SUBTITLE, bold=True) <= width


# What stands where.


def test_a_group_on_paper_with_a_prepared_file_says_that_it_was_not_taken_over(
    tmp_path: Path, content: Content
) -> None:
    folder = make_room(tmp_path, content)
    group_path(folder, "groep-4").write_bytes(dump_group(first_assessment(PLAN, "groep-4")))
    session = read_session(folder, content)
    assert session.groups[3].reading == "whole"
    made = plenary(session, content)
    (own,) = [slide for slide in made.slides if slide.title.startswith("Groep 4")]
    assert ON_PAPER in said_on(own)
    assert all("0 van de" not in said_on(slide) for slide in made.slides)
    assert "poolwijzer workshop enter" in "\n".join(map(str, session.attention()))


def test_it_begins_with_all_groups_and_ends_with_what_they_want(slides: Slides) -> None:
    assert [slide.id for slide in slides.slides] == [
        "plekken",
        "groep-1",
        "groep-2",
        "groep-3",
        "groep-4",
        "verschil-1",
        "hoe-verder",
    ]
    assert (slides.title, slides.subtitle, slides.date) == (PLAN.title, "10 december 2026, Assen", DAY)
    check_measures(slides)


def test_the_groups_with_a_place_stand_in_the_drawing_with_their_own_estimates(slides: Slides) -> None:
    signs = [shape.sign for shape in drawn_in(slides).shapes if isinstance(shape, Disc) and shape.sign]
    assert sorted(signs) == ["1", "1", "2", "2"]
    assert "Groep 2 · Flexteam Drenthe: Trekker zoeken" in drawn_in(slides).description
    assert "eigen inschatting vooraf: Behoeften ophalen" in drawn_in(slides).description
    said = said_on(slides.slides[0])
    assert "Flexteam Drenthe: Samen inrichten" in said
    assert "Warmtepool Heuvelrand: nog geen plek" in said
    assert "Kennisring Zuid: nog niet bekend" in said


def test_a_group_tells_its_place_its_answer_its_choices_and_what_struck_it(slides: Slides) -> None:
    slide = by_id(slides, "groep-2")
    assert (slide.title, slide.subtitle.split(",")[0]) == ("Groep 2 · Flexteam Drenthe", "Trekker zoeken")
    said = said_on(slide)
    for text in (
        "Wie kan dit trekken, en wat is ons gezamenlijk belang?",
        "Eerst vragen wat de kleine gemeenten nodig hebben.",
        "Een fonds van de regio. Waarom: Dat is er al.",
        "Goed gesprek.",
    ):
        assert text in said


def test_a_group_that_stopped_half_way_has_no_place_and_says_how_far_it_came(slides: Slides) -> None:
    assert by_id(slides, "groep-3").subtitle == "Nog geen plek: 2 van de 11 stellingen beantwoord"


def test_a_group_on_paper_that_was_not_taken_over_says_so_and_nothing_is_guessed(slides: Slides) -> None:
    slide = by_id(slides, "groep-4")
    assert (slide.subtitle, ON_PAPER in said_on(slide)) == ("Plek nog niet bekend", True)
    assert "Sleutelvraag" not in said_on(slide)


def test_what_was_not_written_down_is_asked(slides: Slides) -> None:
    assert "Hoe ging het? Wat viel op? Wat was een eye-opener? Had dit zin?" in said_on(by_id(slides, "groep-4"))
    assert "Wat viel op? Wat was een eye-opener?" in said_on(by_id(slides, "groep-2"))


def test_a_file_that_cannot_be_read_now_shows_what_was_read_last_and_says_so(tmp_path: Path, content: Content) -> None:
    before = read_session(make_room(tmp_path, content), content)
    path = group_path(tmp_path, "groep-2")
    path.write_bytes(path.read_bytes()[:80])
    known = by_id(plenary(read_session(tmp_path, content, before), content), "groep-2")
    assert f"{UNREADABLE} {AS_BEFORE}" in said_on(known)
    assert "Een fonds van de regio" in said_on(known)
    unknown = by_id(plenary(read_session(tmp_path, content), content), "groep-2")
    assert UNREADABLE in said_on(unknown)
    assert AS_BEFORE not in said_on(unknown)
    assert "Een fonds van de regio" not in said_on(unknown)


def test_a_group_without_a_file_says_so_and_so_does_one_whose_file_is_gone(tmp_path: Path, content: Content) -> None:
    assert NO_FILE in said_on(by_id(plenary(session_of([None], 1), content), "groep-1"))
    before = read_session(make_room(tmp_path, content), content)
    group_path(tmp_path, "groep-2").unlink()
    slide = by_id(plenary(read_session(tmp_path, content, before), content), "groep-2")
    assert f"{GONE} {AS_BEFORE}" in said_on(slide)
    assert "Een fonds van de regio" in said_on(slide)


def test_a_place_on_own_estimate_is_told_as_that(content: Content) -> None:
    guess = Estimate.model_validate({"motivatie": 5, "betrokkenheid": 5})
    said = files(content)["groep-3"].model_copy(update={"answers": {}, "estimate": guess})
    slide = by_id(plenary(session_of([said], 1), content), "groep-1")
    assert slide.subtitle == "Samen inrichten, op eigen inschatting"
    some = dict(list(files(content)["groep-1"].answers.items())[:3])
    half = said.model_copy(update={"answers": some})
    made = plenary(session_of([half], 1), content)
    assert by_id(made, "groep-1").subtitle.startswith("Samen inrichten, op eigen inschatting: ")
    # Beside the drawing it stands among those that came out somewhere.
    assert "alleen een eigen inschatting" in said_on(made.slides[0])
    signs = [shape.sign for shape in drawn_in(made).shapes if isinstance(shape, Disc) and shape.sign]
    assert signs == ["1"], "an open disc, and none that is an outcome"


def test_a_place_on_a_border_is_told_as_that(content: Content) -> None:
    guess = Estimate.model_validate({"motivatie": 3, "betrokkenheid": 5})
    said = files(content)["groep-3"].model_copy(update={"answers": {}, "estimate": guess})
    slides = plenary(session_of([said], 1), content)
    assert by_id(slides, "groep-1").subtitle.startswith("Op de grens van ")
    assert "op de grens" in said_on(slides.slides[0])


def test_a_group_with_a_name_of_its_own_keeps_its_number(content: Content) -> None:
    session = session_of([files(content)["groep-2"]], 1)
    named = replace(session.groups[0], plan=GroupPlan(name="De groene tafel", initiative="i0"))
    slides = plenary(replace(session, groups=(named,)), content)
    assert by_id(slides, "groep-1").title == "1. De groene tafel · Initiatief 0"
    assert "De groene tafel, Initiatief 0" in said_on(slides.slides[0])


def test_sixteen_initiatives_are_all_named_beside_the_drawing(content: Content) -> None:
    slides = plenary(session_of([files(content)["groep-1"]] * 16, 16, " met een lange naam"), content)
    said = "\n".join(texts(slides.slides[0].columns[1].blocks)).replace(NO_BREAK_SPACE, " ")
    assert all(f"{at} Initi" in said for at in range(1, 17))
    check_measures(slides)


def test_a_place_that_is_too_long_for_a_line_tells_less_and_the_whole_stands_in_the_notes(content: Content) -> None:
    answers = {name: Answer(value=4 if name[0] == "b" else 3) for name in ("m16", "m2", "m3", "m6", "m12", "b2", "b9")}
    said = files(content)["groep-3"].model_copy(update={"answers": answers, "questions": "kort"})
    slide = by_id(plenary(session_of([said], 1), content), "groep-1")
    assert slide.subtitle.endswith(", voorlopig")
    assert any(text.startswith(slide.subtitle) and "stellingen" in text for text in texts(slide.notes))


def test_the_dots_of_everyone_stand_in_the_drawing(slides: Slides, four: Session) -> None:
    dots = [shape for shape in drawn_in(slides).shapes if isinstance(shape, Disc) and shape.edge == "quiet"]
    spots = {dot for group in four.readable if group.assessment for dot in group.assessment.estimate.dots}
    assert len(dots) == len(spots)
    assert "stip" in slides.slides[0].subtitle


# Where groups differ.


def test_groups_on_one_initiative_that_saw_it_differently_get_a_slide_where_nobody_is_right(slides: Slides) -> None:
    slide = by_id(slides, "verschil-1")
    assert slide.title == "Anders gezien: Flexteam Drenthe"
    assert NOBODY_IS_RIGHT in slide.subtitle
    said = said_on(slide)
    assert "Groep 1: Samen inrichten; Groep 2: Trekker zoeken" in said
    assert "Groep 2: geen; Groep 1: (bijna) alle" in said
    assert "Alleen Groep 2 koos\nEen fonds van de regio (eigen keuze)" in said


def test_groups_that_say_the_same_get_no_such_slide(content: Content) -> None:
    same = files(content)["groep-1"]
    ids = [slide.id for slide in plenary(session_of([same, same], 1), content).slides]
    assert ids == ["plekken", "groep-1", "groep-2", "hoe-verder"]


def test_of_more_initiatives_than_slides_all_differences_are_told(content: Content) -> None:
    one, other = (files(content)[name] for name in ("groep-1", "groep-2"))
    slides = plenary(session_of([one, one, one, other, other, other], 3), content)
    assert len(slides.slides) <= MOST_SLIDES
    names = {f"Initiatief {at}" for at in range(3)}
    told = [slide for slide in slides.slides if slide.id.startswith("verschil")]
    assert all(any(name in said_on(slide) for slide in told) for name in names)
    full = plenary(session_of([one, one, one, one, other, other, other, other], 4), content)
    *_, last = full.slides
    everything = said_on(last) + "\n".join(texts(last.notes))
    assert all(f"Initiatief {at}" in everything for at in range(4))
    check_measures(slides)
    check_measures(full)


# What comes next.


def test_what_groups_want_is_counted_in_the_order_of_the_menus_with_own_words_below(
    slides: Slides, content: Content
) -> None:
    slide = by_id(slides, "hoe-verder")
    (tally,) = (block for block in blocks_of(slide) if isinstance(block, Tally))
    assert [label for label, _ in tally.rows] == list(content.questions.conversation.needs.values())
    assert dict(tally.rows)["sparren of advies"] == 2
    assert tally.total == 4
    assert "Groep 2\nEen keer langs bij onze raad" in said_on(slide)
    assert slide.subtitle == "2 van de 4 groepen vulden dit in"
    assert "Er zijn 2 afspraken gemaakt." in said_on(slide)


def test_where_nobody_said_what_they_want_that_is_told(content: Content) -> None:
    assert NOTHING in said_on(by_id(plenary(session_of([None, None], 1), content), "hoe-verder"))


def test_what_many_groups_wrote_alike_stands_there_once(content: Content) -> None:
    said = files(content)["groep-3"].model_copy(update={"needs": ("Een dag per jaar samen",)})
    two, four = (said_on(by_id(plenary(session_of([said] * n, 1), content), "hoe-verder")) for n in (2, 4))
    assert "Groep 1 en Groep 2\nEen dag per jaar samen" in two
    assert "4 groepen\nEen dag per jaar samen" in four


def test_groups_with_very_long_names_are_told_by_their_numbers(content: Content) -> None:
    one, other = (files(content)[name] for name in ("groep-1", "groep-2"))
    slides = plenary(session_of([one, other], 1, " die samen aan de lange tafel zit" * 9), content)
    assert "groep 1: Samen inrichten; groep 2: Trekker zoeken" in said_on(by_id(slides, "verschil-1"))
    assert "Groep 2\nEen keer langs bij onze raad" in said_on(by_id(slides, "hoe-verder"))


def test_a_group_counts_once_for_what_it_wants(content: Content) -> None:
    said = files(content)["groep-3"].model_copy(update={"needs": ("sparren of advies", "Sparren of advies", "Geld")})
    (tally,) = (
        block
        for block in blocks_of(by_id(plenary(session_of([said], 1), content), "hoe-verder"))
        if isinstance(block, Tally)
    )
    assert dict(tally.rows)["sparren of advies"] == 1


# Whatever there is.

TYPED = st.text(max_size=60) | st.text("Ww —\n<b>[x]", max_size=300) | st.integers(1, 60).map("Een zin. ".__mul__)


@pytest.mark.parametrize("number", [0, 1, 2, 7, 8, 9, 10, MOST_GROUPS])
def test_ten_slides_are_enough_for_any_number_of_groups(number: int, content: Content) -> None:
    said = list(files(content).values())
    found: list[Assessment | None] = [said[at % 3] if at % 4 else None for at in range(number)]
    slides = plenary(session_of(found, max(number // 2, 1)), content)
    assert len(slides.slides) <= MOST_SLIDES
    check_measures(slides)
    told = "\n".join(map(said_on, slides.slides))
    assert all(f"Groep {at} " in told or f"Groep {at}\n" in told for at in range(1, number + 1))


@pytest.mark.slow
@settings(max_examples=8)
@given(TYPED, st.sampled_from((1, 3, 8, 9)))
def test_whatever_was_typed_fits_and_is_told(content: Content, typed_everywhere: Typed, text: str, number: int) -> None:
    if not sanitize_text(text).strip():
        return
    said = typed_everywhere(text)
    spread = [_answered(said, at) if at % 2 else said for at in range(number)]
    slides = plenary(session_of(list(spread), max(number // 2, 1), f" {text}"), content)
    check_measures(slides)
    told = run_on("\n".join(said_on(slide) + "\n" + "\n".join(texts(slide.notes)) for slide in slides.slides))
    assert run_on(sanitize_text(text)) in told


def _answered(said: Assessment, value: int) -> Assessment:
    answers = {name: Answer(value=1 + value % 5) for name in said.answers}
    return said.model_copy(update={"answers": answers})


def test_every_text_of_a_group_is_on_its_slide_or_in_its_notes(content: Content) -> None:
    first = files(content)["groep-1"]
    components = list(first.choices)
    own = tuple(f"Eigen keuze {at} die wij zelf bedachten" for at in range(9))
    long = first.model_copy(
        update={"choices": {name: Choice(other=own, consideration=f"Om {name}. " * 30) for name in components}}
    )
    slide = by_id(plenary(session_of([long], 1), content), "groep-1")
    told = "\n".join((said_on(slide), *texts(slide.notes)))
    assert all(text in told for text in own)
    assert all(f"Om {name}." in told for name in components)
    assert all(text in told for text in (first.key_question.answer, *dict(first.highlights).values()))


def test_two_groups_that_share_a_slide_each_have_their_half(content: Content) -> None:
    said = files(content)["groep-1"]
    slides = plenary(session_of([said] * 9, 9), content)
    shared = by_id(slides, "groep-1")
    assert shared.title == "Groep 1 en Groep 2"
    assert [column.title for column in shared.columns] == ["Groep 1 · Initiatief 1", "Groep 2 · Initiatief 2"]
    assert len(by_id(slides, "groep-9").columns[0].title) == 0
    assert "Groep 9" in by_id(slides, "groep-9").title


def test_the_same_session_gives_the_same_slides(four: Session, content: Content) -> None:
    assert plenary(four, content) == plenary(four, content)
