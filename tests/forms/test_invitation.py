"""The invitation and the reminder, as text to paste into a mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.invitation import BREADTH, Round, write_invitation, write_reminder
from poolwijzer.forms.silent import list_silent
from tests.forms.asking import ask

ALL = Round((), date(2027, 1, 15))


def one_line(data: bytes) -> str:
    return " ".join(data.decode().split())


def test_an_invitation_says_what_how_long_until_when_and_what_becomes_of_it(content: Content) -> None:
    data = write_invitation(ask(content), ALL)
    text = one_line(data)
    assert data.decode().splitlines()[0] == "Onderwerp: Vragenlijst over samenwerken: Rivierland"
    for words in (
        "Wilt u 10 stellingen beantwoorden? Dat duurt ongeveer 10 minuten.",
        "Wilt u uiterlijk op 15 januari 2027 antwoorden?",
        "1. Sla vragenlijst.html op en dubbelklik erop.",
        "2. Open vragenlijst.xlsx in Excel.",
        "Dit kan ook als uw organisatie bestanden op .html tegenhoudt.",
        "3. Open vragenlijst.docx in Word.",
        "Wij verwijderen de antwoorden op 30 juni 2027.",
        "openbaar moeten maken (Woo).",
        "[in te vullen: naam, telefoonnummer en e-mailadres]",
    ):
        assert words in text
    assert data == write_invitation(ask(content), ALL)


def test_it_offers_the_files_that_were_made_with_it_and_no_others(content: Content) -> None:
    text = one_line(write_invitation(ask(content), Round(("lijst 2026.xlsx",), None)))
    assert "HOE ANTWOORDT U? Open lijst 2026.xlsx in Excel." in text
    assert ".html" not in text
    assert "Wilt u uiterlijk op [in te vullen: de laatste dag] antwoorden?" in text


def test_no_mail_program_has_to_break_its_lines(content: Content) -> None:
    long = ask(content, name="De regionale samenwerking aan de warmtetransitie in een lange naam")
    for data in (write_invitation(long, ALL), write_reminder(long, ALL)):
        first, *others = data.decode().splitlines()
        assert first.startswith("Onderwerp: ")
        assert max(map(len, others)) <= BREADTH


def test_a_reminder_names_nobody_and_is_for_all_who_have_not_answered(content: Content) -> None:
    text = one_line(write_reminder(ask(content), ALL))
    assert text.startswith("Onderwerp: Herinnering: vragenlijst over samenwerken: Rivierland")
    assert "Van uw gemeente hebben wij nog geen antwoord." in text
    assert not any(name in text for name in ("Assen", "Emmen", "Hoogeveen"))


def test_the_body_gets_a_mail_about_its_own_form(content: Content) -> None:
    for text in (one_line(write(ask(content, "verband"), ALL)) for write in (write_invitation, write_reminder)):
        assert "uw organisatie" in text
        assert "uw gemeente" not in text


def test_who_has_not_answered_is_who_of_the_list_is_not_among_the_respondents(
    assessment_of: Callable[..., Assessment],
) -> None:
    given = [
        {"id": "a-1", "organisation": {"kind": "gemeente", "name": "Emmen"}, "answers": {"m2": 3}},
        {"id": "b-1", "organisation": {"kind": "verband", "name": "de provincie Drenthe"}, "answers": {"b2": 3}},
    ]
    made = assessment_of(municipalities=["Assen", "Emmen", "Hoogeveen"], responses=given)
    assert list_silent(made, "gemeente") == ("Assen", "Hoogeveen")
    assert list_silent(made, "verband") == ()
    assert list_silent(assessment_of(), "gemeente") is None
    assert list_silent(assessment_of(), "verband") == ("de bestaande samenwerking",)
    named = assessment_of(context={"verband": {"kind": "gr", "name": "het regiobureau"}})
    assert list_silent(named, "verband") == ("het regiobureau",)
