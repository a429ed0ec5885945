"""Typing over the paper of a group: what each line is taken for."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Agreement, Assessment, Choice, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.interview.steps.step import Refused
from poolwijzer.outcome import Outcome
from poolwijzer.report.handout.build import make_handout
from poolwijzer.report.handout.model import Checklist
from poolwijzer.report.handout.numbers import option_codes
from poolwijzer.workshop.entry import card, closing, places, situation, statements
from poolwijzer.workshop.entry.lines import EntryLine
from poolwijzer.workshop.entry.paper import Paper

ON = date(2026, 12, 10)
Make = Callable[..., Assessment]
SHORT = ("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12")


@pytest.fixture
def begun(content: Content, assessment_of: Make) -> Outcome:
    """A group of which nothing is known."""
    return Outcome(content, assessment_of(), ON)


def values(assessment: Assessment) -> list[object]:
    return [assessment.answers[name].value if name in assessment.answers else None for name in SHORT]


@pytest.mark.parametrize("typed", ["4 4 ? 3 2 5 - 1 w 3", "44?325-1w3", "4,4,?,3,2;5 - 1 W 3"])
def test_a_row_of_answers_is_taken_in_the_order_of_the_sheet(begun: Outcome, typed: str) -> None:
    row = statements.Row(begun.content, begun.assessment)
    taken = statements.take_answers(begun, row, typed)
    assert values(taken.assessment) == [4, 4, "weet-niet", 3, 2, 5, None, 1, "weet-niet", 3]
    assert "3: weet niet" in taken.told
    assert "8: 1 (nee, helemaal niet)" in taken.told
    assert row.say(Outcome(begun.content, taken.assessment, ON)) == "4 4 ? 3 2 5 - 1 ? 3"


def test_the_row_has_the_numbers_of_the_sheet(begun: Outcome) -> None:
    row = statements.Row(begun.content, begun.assessment)
    sheet = make_handout(begun.content, begun.assessment, ON).sheets[1]
    items = [
        item.text for part in sheet.parts for block in part if isinstance(block, Checklist) for item in block.items
    ]
    for number, text in enumerate(items, 1):
        wording = begun.content.statements[row.named(str(number))].joint.text
        assert text.startswith(f"{number}. ")
        assert text.split()[-3:] == wording.split()[-3:]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4 4 4", "Dit zijn 3 antwoorden, en er zijn 10 stellingen."),
        ("4", "Dit is 1 antwoord"),
        ("4 4 4 4 4 4 4 4 4 4 4", "Dit zijn 11 antwoorden"),
        ("7 4 4 4 x 4 4 4 4 4", "Stelling 1: '7' kan hier niet. Kies 1 tot en met 5"),
        ("7 4 4 4 x 4 4 4 4 4", "Stelling 5: 'x' kan hier niet."),
    ],
)
def test_what_is_wrong_in_a_row_is_told_all_at_once(begun: Outcome, typed: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        statements.take_answers(begun, statements.Row(begun.content, begun.assessment), typed)
    assert said in str(caught.value)


def test_of_few_municipalities_their_number_is_typed(content: Content, assessment_of: Make) -> None:
    outcome = Outcome(content, assessment_of(municipalities=3), ON)
    row = statements.Row(content, outcome.assessment)
    taken = statements.take_answers(outcome, row, "0 1 2 3 ? 5 4 3 2 1")
    assert [taken.assessment.answers[name].count for name in SHORT[:4]] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_who_has_no_body_may_hold_a_sheet_with_or_without_its_statements(content: Content, assessment_of: Make) -> None:
    outcome = Outcome(content, assessment_of(context={"verband": "geen"}), ON)
    row = statements.Row(content, outcome.assessment)
    assert len(row) == 5
    short = statements.take_answers(outcome, row, "1 2 3 4 5").assessment
    whole = statements.take_answers(outcome, row, "1 2 3 4 5 - - - - -").assessment
    assert values(short) == values(whole) == [1, 2, 3, 4, 5, None, None, None, None, None]


def test_hands_are_taken_by_the_number_of_the_statement(begun: Outcome) -> None:
    row = statements.Row(begun.content, begun.assessment)
    after = statements.take_hands(begun, row, "3: 0 2 5 1 0; 10: 1 1 1 1 1 2").assessment
    assert after.answers["m6"].votes == (0, 2, 5, 1, 0)
    assert after.answers["b12"].votes == (1, 1, 1, 1, 1, 2)
    for wrong in ("11: 0 0 0 0 1", "3: 1 2", "1 2 3 4 5"):
        with pytest.raises(Refused):
            statements.take_hands(begun, row, wrong)


def test_a_place_is_called_as_on_the_wall(begun: Outcome) -> None:
    taken = places.take_estimate(begun, "C4")
    assert taken.assessment.estimate.places == {"motivatie": Fraction(3), "betrokkenheid": Fraction(4)}
    dots = places.take_dots(Outcome(begun.content, taken.assessment, ON), "b4, c3;c3").assessment
    assert len(dots.estimate.dots) == 3
    assert places.say_dots(Outcome(begun.content, dots, ON)) == "b4 c3 c3"
    for wrong in ("z9", "b4 c3", ""):
        with pytest.raises(Refused):
            places.take_estimate(begun, wrong)


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("f1 f3 ~f6 anders: Een fonds", None),
        ("F1, f3, ~ f6; anders, namelijk: Een fonds", None),
        ("1 3 ~6 anders: Een fonds", "financiering"),
        ("financiering: provincie-direct, cofinanciering, ~Geld uit een fonds, anders: Een fonds", None),
        ("f: Direct vanuit, 3, ~6, anders: Een fonds", None),
    ],
)
def test_choices_are_taken_by_numbers_or_words(begun: Outcome, typed: str, usual: str | None) -> None:
    choice = card.take_choices(begun, typed, usual).assessment.choices["financiering"]
    assert choice.options == ("provincie-direct", "cofinanciering-per-opdracht")
    assert choice.considering == ("fonds-of-eu",)
    assert choice.other == ("Een fonds",)


def test_every_number_of_the_card_is_its_own_option(begun: Outcome) -> None:
    of = {option: name for name, one in begun.content.components.items() for option in one.options}
    for option, code in option_codes(begun.content).items():
        after = card.take_choices(begun, code).assessment
        assert after.choices == {of[option]: Choice(options=(option,))}


def test_choices_that_are_there_stay_and_the_same_once_more_changes_nothing(
    content: Content, assessment_of: Make
) -> None:
    there = {"financiering": {"options": ["provincie-direct"], "other": ["Een fonds"]}}
    outcome = Outcome(content, assessment_of(choices=there), ON)
    after = card.take_choices(outcome, "f1 f3 anders: Een fonds", "financiering").assessment
    assert after.choices["financiering"].options == ("provincie-direct", "cofinanciering-per-opdracht")
    assert after.choices["financiering"].other == ("Een fonds",)


def test_own_words_go_with_the_component_whose_number_stands_before_them(begun: Outcome) -> None:
    taken = card.take_choices(begun, "f1 v9 anders: Een stichting")
    assert taken.assessment.choices["vorm"].other == ("Een stichting",)
    assert taken.assessment.choices["financiering"].other == ()
    assert "anders bij vorm/ organisatiestructuur, namelijk: Een stichting" in taken.told


def test_who_types_the_whole_card_at_once_is_not_asked_for_each_component(begun: Outcome) -> None:
    paper = Paper(begun.content, begun.assessment, ON)

    def asked() -> list[str]:
        return [line.key for line in paper.lines() if line.key.startswith("choice:")]

    every = asked()
    assert len(every) == len(begun.content.components)
    line = next(line for line in paper.lines() if line.key == every[0])
    paper.enter(line, "f1 ~f3")
    assert asked() == every
    paper.enter(line, "f1 ~f3 v2 a1")
    assert asked() == every[:1]
    assert set(paper.assessment.choices) == {"financiering", "vorm", "activiteiten"}


NOT_THERE = ("f99", "zz3", "iets", "anders: Een fonds", "financiering: iets heel anders", "financeering", "", "fin:")


@pytest.mark.parametrize("typed", NOT_THERE)
def test_a_choice_that_is_not_on_the_card_is_refused(begun: Outcome, typed: str) -> None:
    with pytest.raises(Refused):
        card.take_choices(begun, typed)


def test_a_reason_goes_with_the_component_that_is_named_or_the_only_one(begun: Outcome) -> None:
    with pytest.raises(Refused, match="Bij welk onderdeel"):
        card.take_reason(begun, "Er is geld")
    chosen = Outcome(begun.content, card.take_choices(begun, "f1").assessment, ON)
    for typed in ("Er is geld", "f: Er is geld", "financiering: Er is geld", "Financiering: Er is geld"):
        assert card.take_reason(chosen, typed).assessment.choices["financiering"].consideration == "Er is geld"
    first = Outcome(begun.content, card.take_reason(chosen, "f: Een").assessment, ON)
    assert (
        card.take_reason(first, "f: Twee: drie").assessment.choices["financiering"].consideration == "Een\nTwee: drie"
    )


def test_an_agreement_has_three_parts_and_one_that_is_there_gets_what_it_lacks(begun: Outcome) -> None:
    one = closing.take_agreement(begun, "Bellen; ; morgen").assessment
    assert one.agreements == (Agreement(what="Bellen", when="morgen"),)
    two = closing.take_agreement(Outcome(begun.content, one, ON), "bellen;Jan").assessment
    assert two.agreements == (Agreement(what="Bellen", who="Jan", when="morgen"),)
    for wrong in ("a;b;c;d", ";Jan", ""):
        with pytest.raises(Refused):
            closing.take_agreement(begun, wrong)


def test_needs_are_taken_by_number_by_words_and_in_words_of_ones_own(begun: Outcome) -> None:
    named = list(begun.content.questions.conversation.needs.values())
    for typed in ("1 2", "1;2", "sparren, spuk", f"{named[0]}; {named[1]}"):
        assert closing.take_needs(begun, typed).assessment.needs == tuple(named[:2])
    own = closing.take_needs(begun, "Een dag langs, bij de raad; anders: taart")
    assert own.assessment.needs == ("Een dag langs, bij de raad", "taart")
    assert "in eigen woorden" in own.told
    with pytest.raises(Refused):
        closing.take_needs(begun, "99")


def test_one_of_the_four_questions_is_named(begun: Outcome) -> None:
    assert closing.take_highlight(begun, "course: goed: ja").assessment.highlights.course == "goed: ja"
    assert closing.take_highlight(begun, "Wat viel op: veel").assessment.highlights.striking == "veel"
    with pytest.raises(Refused, match="Hoe ging het"):
        closing.take_highlight(begun, "goed")


def test_the_body_is_taken_with_its_name(begun: Outcome) -> None:
    for typed in ("verband: provincie, de provincie Limburg", "verband: 1 de provincie Limburg"):
        body = situation.take_context(begun, typed).assessment.context["verband"]
        assert body == NamedChoice(kind="provincie", name="de provincie Limburg")
    assert situation.take_context(begun, "fase: idee").assessment.context == {"fase": "idee"}
    assert situation.take_context(begun, "1 3", "thema").assessment.context["thema"] == (
        "warmteprogramma-of-wup",
        "energiearmoede",
    )
    for wrong in ("verband: 9", "verband: geen, wij", "kleur: rood", "fase"):
        with pytest.raises(Refused):
            situation.take_context(begun, wrong)


def test_a_line_that_is_typed_again_takes_the_place_of_the_first(content: Content, assessment_of: Make) -> None:
    paper = Paper(content, assessment_of(), ON)
    line = EntryLine("choice", "", "", card.take_choices)
    reason = EntryLine("reason", "", "", card.take_reason)
    paper.enter(line, "f1 v1")
    paper.enter(reason, "f: het geld")
    paper.enter(line, "f2")
    assert paper.assessment.choices == {"financiering": Choice(options=("rijk-via-regio",), consideration="het geld")}
    paper.leave_out(line)
    paper.leave_out(reason)
    assert paper.assessment == paper.start


def test_only_what_the_file_said_is_asked_about_before_it_goes(content: Content, assessment_of: Make) -> None:
    there = assessment_of(answers={"m2": 4}, estimate={"motivatie": 3, "betrokkenheid": 4}, needs=["taart"])
    paper = Paper(content, there, ON)
    row = EntryLine("answers", "", "", lambda outcome, text: statements.take_answers(outcome, paper.row, text))
    estimate = EntryLine("estimate", "", "", places.take_estimate)
    needs = EntryLine("needs", "", "", closing.take_needs)
    assert paper.weigh(row, "4 5 - - - - - - - -")[1] == ()
    assert paper.weigh(row, "5 5 - - - - - - - -")[1] == ("het antwoord op stelling 1",)
    assert paper.weigh(estimate, "c4")[1] == ()
    assert paper.weigh(estimate, "c5")[1] == ("de eigen inschatting",)
    assert paper.weigh(needs, "koffie")[1] == ()
    paper.enter(estimate, "c5")
    assert paper.weigh(estimate, "a1")[1] == (), "that was agreed to"


@given(st.text(max_size=30))
def test_whatever_is_typed_is_taken_or_refused_and_nothing_breaks(typed: str) -> None:
    content = load_menus(None)
    paper = Paper(content, Assessment.model_validate({"poolwijzer": 1, "initiative": {"id": "x", "name": "X"}}), ON)
    for line in paper.lines():
        try:
            paper.weigh(line, typed)
        except Refused as refusal:
            assert str(refusal)
        else:
            paper.enter(line, typed)
