"""The report of a session: what it says of every group, and what it leaves to nobody's guess."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Agreement, Assessment, Highlights, KeyQuestion
from poolwijzer.assessment.read import read_assessment
from poolwijzer.compare.sections.lead import NO_GROUP_IS_RIGHT
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.drawing.model import Drawing
from poolwijzer.formats.registry import Theme, render_report
from poolwijzer.report.excerpt import LONGEST
from poolwijzer.report.leaving_out import count_least_of, shorten_section
from poolwijzer.report.many import NO_RANKING
from poolwijzer.report.model import Report, Section, Table
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.report.texts import drawings_in, texts_of
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.proceedings.build import build_proceedings, tell_session
from poolwijzer.workshop.proceedings.mail import WIDEST, write_mail
from poolwijzer.workshop.proceedings.minutes import take_minutes
from poolwijzer.workshop.session import Reading, Session
from tests.workshop.a_room import DAY, files, make_room, placed
from tests.workshop.some_sessions import long_winded, session_of, silent


@pytest.fixture(scope="module")
def room(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of four groups: two on one initiative, one half way, one on paper."""
    folder = make_room(tmp_path_factory.mktemp("zaal") / "sessie", content)
    return build_proceedings(read_session(folder, content), content, DAY, "1.0")


def _made(content: Content, session: Session) -> Report:
    return build_proceedings(session, content, DAY, "1.0")


def _part(report: Report, name: str) -> Section:
    return next(one for one in report.sections if one.id == name)


def _said(*sections: Section) -> str:
    return "\n".join(texts_of(sections))


def test_it_tells_who_discussed_what_with_how_many(room: Report) -> None:
    assert (room.title, room.subtitle) == (
        "Werksessie warmtetransitie",
        "Verslag van de werksessie, 10 december 2026, Assen",
    )
    first = _part(room, "zaal")
    assert "4 groepen bespraken 3 initiatieven. Er zaten 40 deelnemers aan tafel." in _said(first)
    table = first.blocks[1]
    assert isinstance(table, Table)
    assert [row[1:] for row in table.rows] == [
        ("Groep 1", "Flexteam Warmtetransitie Drenthe (Drenthe)", "11", "Samen inrichten (voorlopig)"),
        ("Groep 2", "Flexteam Warmtetransitie Drenthe (Drenthe)", "12", "Trekker zoeken (voorlopig)"),
        ("Groep 3", "Warmtepool Heuvelrand (Utrecht)", "9", "nog geen plek"),
        ("Groep 4", "Kennisring Zuid (Limburg)", "8", "nog niet bekend"),
    ]


def test_the_groups_stand_in_one_typology_and_it_is_no_ranking(room: Report) -> None:
    (drawn,) = drawings_in(room.sections)
    assert [(one.sign, one.label) for one in drawn.markers if one.kind == "genummerd"] == [
        ("1", "Groep 1"),
        ("2", "Groep 2"),
    ]
    assert [(one.sign, one.label) for one in drawn.markers if one.kind == "eerder"] == [
        ("a", "eigen inschatting vooraf van Groep 1"),
        ("b", "eigen inschatting vooraf van Groep 2"),
    ]
    assert drawn.cloud is not None
    assert sum(spot.count for spot in drawn.cloud.spots) == 5
    assert NO_RANKING in _said(_part(room, "plekken"))


def test_a_number_stays_that_of_the_group_where_others_have_no_place(content: Content) -> None:
    session = session_of(None, silent(), files(content)["groep-1"])
    (drawn,) = drawings_in(_made(content, session).sections)
    assert [one.sign for one in drawn.markers if one.kind == "genummerd"] == ["3"]


@pytest.mark.parametrize(("others", "marked"), [(1, ["a", "b", "2"]), (6, [str(number) for number in range(1, 8)])])
def test_a_group_that_only_put_itself_somewhere_is_not_drawn_as_if_it_came_out_there(
    others: int, marked: list[str], content: Content
) -> None:
    answered = files(content)["groep-1"]
    guess = silent().model_copy(update={"estimate": placed(5, 5, ())})
    report = _made(content, session_of(guess, *[answered] * others))
    (drawing,) = drawings_in([_part(report, "plekken")])
    assert isinstance(drawing, Drawing)
    assert sorted(marker.sign for marker in drawing.markers) == sorted(marked)
    own = [marker.label for marker in drawing.markers if "Groep 1" in marker.label]
    assert len(own) == 1 and "eigen inschatting" in own[0]


def test_where_groups_saw_it_differently_none_of_them_is_right(room: Report) -> None:
    said = _said(_part(room, "verschillen"))
    assert NO_GROUP_IS_RIGHT in said
    assert "Samen inrichten\nGroep 1\nTrekker zoeken\nGroep 2" in said
    assert "Een fonds van de regio (Groep 2)" in said
    assert "Warmtepool" not in said


def test_what_people_want_next_is_counted(room: Report) -> None:
    (table,) = _part(room, "behoefte").blocks
    assert isinstance(table, Table)
    assert table.rows == (
        ("sparren of advies", "2", "Groep 1 en Groep 2"),
        ("voorbeelden uit de praktijk", "1", "Groep 1"),
        ("Een keer langs bij onze raad", "1", "Groep 2"),
    )


def test_every_group_has_a_page_of_its_own(room: Report) -> None:
    pages = [one for one in room.sections if one.begins == "one-page"]
    assert [one.title for one in pages] == [
        "Groep 1: Flexteam Warmtetransitie Drenthe",
        "Groep 2: Flexteam Warmtetransitie Drenthe",
        "Groep 3: Warmtepool Heuvelrand",
        "Groep 4: Kennisring Zuid",
    ]
    second = _said(pages[1])
    for told in (
        "Trekker zoeken. Motivatie nog laag en betrokkenheid nog laag.",
        "13 van de 20 stellingen zijn beantwoord.",
        "De groep schatte: motivatie nog laag en betrokkenheid hoog.",
        "Wie kan dit trekken, en wat is ons gezamenlijk belang?",
        "Eerst vragen wat de kleine gemeenten nodig hebben.",
        "Een fonds van de regio. Waarom: Dat is er al.",
        "Hoe ging het?\nGoed gesprek.",
        "De kosten op een rij zetten. Wie: Anna de Vries. Wanneer: voor 1 februari.",
    ):
        assert told in second


def test_a_group_that_stopped_half_way_is_told_as_it_is(room: Report) -> None:
    said = _said(_part(room, "groep-3"))
    assert "Nog geen plek." in said
    assert "Te weinig antwoorden voor een plek. 2 van de 11 stellingen zijn beantwoord." in said


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        ("missing", "Van deze groep is er geen bestand. Daarom staat hier niets over het gesprek."),
        ("half", "Het bestand van deze groep is nog niet heel. Daarom staat hier niets over het gesprek."),
        ("unusable", "Het bestand van deze groep is niet te lezen. Daarom staat hier niets over het gesprek."),
    ],
)
def test_of_a_file_that_cannot_be_read_nothing_is_guessed(reading: Reading, told: str, content: Content) -> None:
    session = session_of(None)
    session = replace(session, groups=(replace(session.groups[0], reading=reading),))
    made = _made(content, session)
    assert told in _said(_part(made, "groep-1"))
    assert "Sleutelvraag" not in _said(*made.sections)


def test_what_a_file_said_before_stays_where_it_cannot_be_read_now(content: Content) -> None:
    session = session_of(files(content)["groep-2"])
    session = replace(session, groups=(replace(session.groups[0], reading="half"),))
    said = _said(_part(_made(content, session), "groep-1"))
    assert "nog niet heel. Hier staat wat er eerder in stond." in said
    assert "Goed gesprek." in said


def test_a_group_on_paper_and_one_that_said_nothing_are_told_apart(room: Report, content: Content) -> None:
    assert "Deze groep werkte op papier. De antwoorden zijn nog niet overgenomen." in _said(_part(room, "groep-4"))
    quiet = _said(_part(_made(content, session_of(silent())), "groep-1"))
    assert "Deze groep heeft nog niets ingevuld." in quiet


def test_a_group_with_only_words_has_these_on_its_page(content: Content) -> None:
    words = {"highlights": Highlights(striking="Iedereen wil."), "key_question": KeyQuestion(answer="Ja.")}
    said = silent().model_copy(update=words)
    page = _said(_part(_made(content, session_of(said)), "groep-1"))
    assert "Iedereen wil." in page
    assert "Antwoord van de groep\nJa." in page


def test_a_page_that_is_cut_says_where_the_whole_answer_is(content: Content) -> None:
    said = _said(_part(_made(content, session_of(long_winded(content))), "groep-1"))
    assert said.endswith("Hier is ingekort. Het hele antwoord staat in het verslag van de groep.")
    assert "En nog 3 afspraken. Zie 'Alle afspraken'." in said


def test_who_answered_apart_is_not_named(content: Content, examples: Path) -> None:
    rich = read_assessment(examples / "voorbeeldregio-rivierland.yaml", content).assessment
    noted = [one.model_copy(update={"role": "wethouder Jansen", "note": "Zegt Jansen."}) for one in rich.responses]
    assert noted
    said = _said(*_made(content, session_of(rich.model_copy(update={"responses": tuple(noted)}))).sections)
    assert "Jansen" not in said


def test_groups_with_one_name_are_told_apart(content: Content) -> None:
    session = session_of(files(content)["groep-1"], files(content)["groep-2"])
    named = [replace(one, plan=one.plan.model_copy(update={"name": "Tafel"})) for one in session.groups]
    made = _made(content, replace(session, groups=tuple(named)))
    assert [one.title.partition(":")[0] for one in made.sections if one.begins == "one-page"] == [
        "Tafel (1)",
        "Tafel (2)",
    ]


def test_where_nobody_counted_the_people_there_is_no_column_for_them(content: Content) -> None:
    session = session_of(files(content)["groep-1"])
    alone = replace(session.groups[0], plan=session.groups[0].plan.model_copy(update={"people": None}))
    first = _part(_made(content, replace(session, groups=(alone,))), "zaal")
    assert "1 groep besprak 1 initiatief.\n" in _said(first)
    assert "Deelnemers" not in _said(first)


def test_a_session_without_groups_has_a_report(content: Content) -> None:
    said = _said(*_made(content, session_of()).sections)
    assert "Er zijn nog geen groepen." in said
    assert "Er zijn geen afspraken opgeschreven." in said


texts = st.text(min_size=1, max_size=200).filter(lambda text: text.strip())


@cache
def _menus() -> Content:
    return load_menus(None)


agreements = st.builds(Agreement, what=texts, who=st.text(max_size=60), when=st.text(max_size=60))


@given(made=st.lists(st.lists(agreements, max_size=4), min_size=1, max_size=3))
def test_every_agreement_is_whole_on_the_page_of_agreements_and_in_the_mail(made: list[list[Agreement]]) -> None:
    said = [silent().model_copy(update={"agreements": tuple(one)}) for one in made]
    minutes = take_minutes(session_of(*said), _menus(), DAY)
    part = _part(tell_session(minutes, "1.0"), "afspraken")
    expected = [
        (f"Groep {number}", *(sanitize_text(text) for text in (one.what, one.who, one.when)))
        for number, of_group in enumerate(made, 1)
        for one in of_group
    ]
    expected = [tuple(text if text.strip() else "nog open" for text in row) for row in expected]
    assert [row for block in part.blocks if isinstance(block, Table) for row in block.rows] == expected
    assert part.begins == "page"

    mail = write_mail(minutes, ["verslag.pdf"], [])
    assert max(map(len, mail.split("\n"))) <= WIDEST
    left = "".join(mail.split())
    for _, what, who, when in expected:
        told = "".join(f"-{what}Wie:{who}Wanneer:{when}".split())
        assert told in left
        left = left[left.index(told) + len(told) :]


def test_odd_texts_make_a_report(content: Content) -> None:
    odds = ("<b>[x]</b> =1+1", "🙂" * 300, "\u202egespiegeld", "x" * 3000, "a\nb\n\n- c")
    session = session_of(*(_all_odd(long_winded(content), odd) for odd in odds))
    plan = session.plan.model_copy(update={"title": " ".join(odds), "place": " ".join(reversed(odds))})
    made = _made(content, replace(session, plan=plan))
    assert all(render_report(suffix, made, Theme()) for suffix in (".pdf", ".docx", ".html", ".md"))


def _all_odd(said: Assessment, odd: str) -> Assessment:
    return said.model_copy(
        update={
            "key_question": KeyQuestion(answer=odd),
            "highlights": Highlights(course=odd, striking=odd, eye_opener=odd, worthwhile=odd),
            "agreements": (Agreement(what=odd, who=odd, when=odd),),
            "needs": (odd,),
            "initiative": said.initiative.model_copy(update={"name": odd, "region": odd}),
        }
    )


def test_what_is_long_gets_shorter_before_anything_leaves_a_page(content: Content) -> None:
    page = _part(_made(content, session_of(long_winded(content))), "groep-1")
    number = next(at for at in range(count_least_of(page) + 1) if _longest(shorten_section(page, at, "")) <= LONGEST)
    said = _said(shorten_section(page, number, ""))
    assert all(question in said for question in HIGHLIGHTS.values())
    assert all(component.title in said for component in content.components.values())


def _longest(page: Section) -> int:
    """Letters of the answer to the key question, and of what the group takes along."""
    told = [part for part in page.parts if part.id in ("sleutelvraag", "opbrengst")]
    return max(len(text) for text in texts_of(told) if not text.startswith("0 Wij"))
