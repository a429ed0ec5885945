"""The sheets for the table: what stands on them, for one initiative and in general, and what never does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.drawing.model import Drawing
from poolwijzer.report.handout.build import make_handout
from poolwijzer.report.handout.model import PAPERS, Checklist, Handout, Paper, Picks, Room, SheetBlock, texts_of
from tests.report.richest import richest
from tests.roots import ROOT

ON = date(2026, 11, 28)
Make = Callable[..., Assessment]
OTHER_TYPOLOGY = ROOT / "tests" / "files" / "menus" / "other-typology"
BODY = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}


def blocks_of(handout: Handout) -> list[SheetBlock]:
    return [block for sheet in handout.sheets for part in sheet.parts for block in part]


def lists_of(handout: Handout, *, statements: bool) -> list[Checklist]:
    found = [block for block in blocks_of(handout) if isinstance(block, Checklist)]
    return [block for block in found if bool(block.note) == statements]


def drawing_of(handout: Handout) -> Drawing:
    return next(block for block in blocks_of(handout) if isinstance(block, Drawing))


def named(block: SheetBlock) -> tuple[str, object]:
    return block.title, getattr(block, "items", None)


def everything(handout: Handout) -> str:
    return "\n".join(texts_of(handout))


@pytest.fixture
def general(content: Content) -> Handout:
    return make_handout(content, None, ON)


def test_a_place_is_called_by_a_letter_along_the_bottom_and_a_digit_up_the_side(general: Handout) -> None:
    across, down = drawing_of(general).across.ticks, drawing_of(general).down.ticks
    assert [(tick.words, tick.at) for tick in across] == [("a", 0), ("b", 0.25), ("c", 0.5), ("d", 0.75), ("e", 1)]
    assert [(tick.words, tick.at) for tick in down] == [("5", 0), ("4", 0.25), ("3", 0.5), ("2", 0.75), ("1", 1)]


def test_the_names_go_from_left_to_right_and_up_whichever_side_of_an_axis_is_high() -> None:
    drawing = drawing_of(make_handout(load_menus(OTHER_TYPOLOGY), None, ON))
    assert "".join(tick.words for tick in drawing.across.ticks) == "abcdefg"
    assert "".join(tick.words for tick in drawing.down.ticks) == "7654321"
    for ruler in (drawing.across, drawing.down):
        assert [tick.at for tick in ruler.ticks] == sorted(tick.at for tick in ruler.ticks)


def test_the_typology_is_empty_and_has_its_places_key_questions_ends_and_names(
    general: Handout, content: Content
) -> None:
    drawing = drawing_of(general)
    assert drawing.blank
    assert not drawing.markers
    assert not any(field.in_play for field in drawing.fields)
    assert [field.title for field in drawing.fields] == [one.title for one in content.typology.quadrants.values()]
    asked = [field.key_question for field in drawing.fields]
    assert "Welke rol kan de provincie of regio wél vervullen?" in asked
    assert [tick.words for tick in drawing.across.ticks] == list("abcde")
    assert [tick.words for tick in drawing.down.ticks] == list("54321")
    assert drawing.across.first == "Lage motivatie tot samenwerken - gemeenten"
    about = "\n".join(general.sheets[0].about)
    assert "zoals b4" in about
    assert "Geen plek is beter dan een andere. Elke plek vraagt een andere eerste stap." in about


def plain(text: str) -> str:
    """A text with spaces at which a line may end."""
    return text.replace("\u00a0", " ")


def test_the_short_list_stands_axis_by_axis_with_every_answer_and_the_evidence(
    general: Handout, content: Content
) -> None:
    motivation, involvement = lists_of(general, statements=True)
    assert motivation.title == "Motivatie tot samenwerken van de gemeenten"
    assert tuple(map(plain, motivation.answers)) == (
        "1: geen",
        "2: een paar",
        "3: ongeveer de helft",
        "4: de meeste",
        "5: (bijna) alle",
        "weet niet",
    )
    assert involvement.answers[-1] == "weet niet"
    items = [*motivation.items, *involvement.items]
    assert [item.text.partition(".")[0] for item in items] == [str(number) for number in range(1, 11)]
    assert [item.small for item in items] == [
        content.statements[name].evidence
        for names in content.statements_on.values()
        for name in names
        if content.statements[name].short
    ]


def test_no_statement_tells_which_way_it_counts(general: Handout, content: Content) -> None:
    for block in lists_of(general, statements=True):
        for item in block.items:
            text = item.text.partition(". ")[2]
            wordings = {one.joint.text for one in content.statements.values()}
            assert text in wordings or text.startswith("De provincie of regio")
    assert "omgekeerd" not in everything(general).casefold()


def test_the_menu_card_has_every_option_in_a_line_those_of_the_workshop_first(
    general: Handout, content: Content
) -> None:
    lists = lists_of(general, statements=False)
    assert all(block.answers == ("gekozen", "overwogen") for block in lists)
    told = [item.text for block in lists for item in block.items if not item.open]
    codes = [plain(text).partition(". ")[0] for text in told]
    assert len(set(codes)) == len(codes)
    assert codes[:3] == ["f1", "f2", "f3"]
    assert sorted(plain(text).partition(". ")[2] for text in told) == sorted(
        one.title for one in content.options.values()
    )
    asides = [block.aside for block in lists]
    assert asides == sorted(asides)
    assert {block.title for block in lists if block.aside}.isdisjoint(
        one.title for one in content.components.values() if one.deck
    )
    assert sum(item.open for block in lists for item in block.items) == len(content.components)
    equal = next(item for block in lists for item in block.items if item.text.endswith("Gelijke delen"))
    assert equal.small == "Elke gemeente betaalt hetzelfde bedrag."


def test_the_questions_at_the_end_have_room_for_an_answer(general: Handout) -> None:
    rooms = {block.title: block for block in blocks_of(general) if isinstance(block, Room)}
    assert rooms["Onze afspraken"].columns == ("wat", "wie", "wanneer")
    for question in ("Hoe ging het?", "Wat viel op?", "Wat was een eye-opener?", "Had dit zin?"):
        assert rooms[question].lines > 1
    assert {"Ons antwoord op de sleutelvraag van onze plek", "Onze afwegingen"} < rooms.keys()


def test_what_people_want_next_is_ticked_as_in_the_conversation(general: Handout, content: Content) -> None:
    (needs,) = (block for block in blocks_of(general) if isinstance(block, Picks))
    assert needs.title == "Waar hebt u nu behoefte aan?"
    assert needs.questions == (
        ("", tuple(content.questions.conversation.needs.values())),
        ("anders, namelijk", ()),
    )
    assert "sparren of advies" in needs.questions[0][1]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheets_of_a_group_say_of_which_group_they_are(content: Content, assessment_of: Make, paper: Paper) -> None:
    made = make_handout(content, assessment_of(), ON, paper, "Groep 2")
    assert (made.group, made.subtitle, made.about) == ("Groep 2", "Proef", "Groep 2 · Proef")


def test_a_long_name_of_a_group_leaves_room_for_that_of_the_initiative(content: Content, assessment_of: Make) -> None:
    made = make_handout(content, assessment_of(), ON, group="Groep " + "x" * 500)
    assert made.about.endswith(" · Proef")
    assert len(made.about) < 100


def test_an_initiative_gives_its_name_its_body_and_its_numbers(content: Content, assessment_of: Make) -> None:
    made = make_handout(content, assessment_of(municipalities=["Assen", "Emmen", "Hoogeveen"], context=BODY), ON)
    assert made.subtitle == "Proef · de provincie Drenthe · 3 gemeenten"
    motivation, involvement = lists_of(made, statements=True)
    assert motivation.question == "Voor hoeveel van uw 3 gemeenten geldt dit?"
    assert motivation.answers == ("0:\u00a0geen", "1 van de 3", "2 van de 3", "3:\u00a0alle 3", "weet niet")
    assert involvement.items[0].text == "6. De provincie Drenthe heeft dit thema in het werkprogramma staan."
    assert "{" not in everything(made)


def test_one_municipality_alone_is_asked_in_its_own_words(content: Content, assessment_of: Make) -> None:
    first, *_ = lists_of(make_handout(content, assessment_of(municipalities=["Assen"]), ON), statements=True)
    assert first.items[0].text == "1. Onze gemeente zegt dat zij voor dit werk hulp van anderen nodig heeft."
    assert plain(first.answers[0]) == "1: nee, helemaal niet"


def test_of_many_municipalities_the_words_say_which_numbers_they_stand_for(
    content: Content, assessment_of: Make
) -> None:
    first, *_ = lists_of(make_handout(content, assessment_of(municipalities=8), ON), statements=True)
    assert tuple(map(plain, first.answers)) == (
        "1: geen",
        "2: een paar\n(1 tot en met 3)",
        "3: ongeveer de helft\n(4 of 5)",
        "4: de meeste\n(6 of 7)",
        "5: (bijna) alle\n(8)",
        "weet niet",
    )


def test_without_an_existing_body_nothing_is_asked_about_it(content: Content, assessment_of: Make) -> None:
    made = make_handout(content, assessment_of(context={"verband": "geen"}), ON)
    (only,) = lists_of(made, statements=True)
    assert only.title == "Motivatie tot samenwerken van de gemeenten"
    assert "Boven de gemeenten bestaat nog geen samenwerking." in made.sheets[1].about
    asked = [field.key_question for field in drawing_of(made).fields]
    assert "Welke organisatie boven de gemeenten zou kunnen helpen, en met welke rol?" in asked


@pytest.mark.parametrize("paper", PAPERS)
def test_no_answer_choice_or_place_stands_on_it_whatever_the_file_holds(content: Content, paper: Paper) -> None:
    """All that the group brought in, but its name, its body and how many they are, changes nothing."""
    full = richest(content)
    bare = Assessment.model_validate({"poolwijzer": 1, "initiative": full.initiative, "context": full.context})
    assert make_handout(content, full, ON, paper) == make_handout(content, bare, ON, paper)


def test_what_somebody_typed_is_made_harmless_and_short(content: Content, assessment_of: Make) -> None:
    name = "\x07" + "W" * 3000
    given = assessment_of(context={"verband": {"kind": "gr", "name": "de GR \u202eomgekeerd"}})
    given = given.model_copy(update={"initiative": given.initiative.model_copy(update={"name": name})})
    made = make_handout(content, given, ON)
    assert len(made.subtitle) < 200
    assert "\x07" not in everything(made)
    assert "\u2068" in everything(made)


def test_both_papers_say_the_same_in_the_same_order(content: Content, examples: Path) -> None:
    large, small = (make_handout(content, None, ON, paper) for paper in PAPERS)
    assert list(map(named, blocks_of(large))) == list(map(named, blocks_of(small)))
    assert len(large.sheets) == 3
    assert len(small.sheets) == 4
