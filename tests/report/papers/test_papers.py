"""The papers of the next step: what they say of an initiative, and in which voice."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.papers import PaperText
from poolwijzer.content.questions import Questions
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from poolwijzer.report.model import Bullets, Labelled, Paragraph, Report, Section, Table
from poolwijzer.report.papers.listing import list_papers
from poolwijzer.report.papers.voice import choose_text, in_voice
from tests.formats.pdf.reading import pages_of
from tests.report.papers.initiatives import MERENLAND, initiatives, merenland
from tests.report.papers.reading import CONTENT, ON, annex, make, of_paper, section, text
from tests.report.richest import richest

assert CONTENT.papers is not None
PAPERS = tuple(CONTENT.papers.papers)
EVERYWHERE = "Concept, gemaakt met Poolwijzer op 28 november 2026. Laat het toetsen door een jurist en een fiscalist."
# What the page of contents says so itself: two headings, and a desk for residents.
ALLOWED = ("Uit uw keuzes", "Wat betekent het voor onze gemeente", "één plek waar inwoners hulp krijgen")
OTHER_VOICE = re.compile(r"\b(u|uw|wij|we|ons|onze|plek|as|menukaart|verdict|motivatie)\b", re.IGNORECASE)


def possible(assessment: Assessment) -> list[str]:
    return [one.id for one in list_papers(Outcome(CONTENT, assessment, ON)) if not one.fit.senseless]


def fitting(assessment: Assessment) -> set[str]:
    return {one.id for one in list_papers(Outcome(CONTENT, assessment, ON)) if one.fit.fits}


def foreign_words(report: Report) -> list[str]:
    told = text(report)
    for allowed in ALLOWED:
        told = told.replace(allowed, "")
    return [match[0] for match in OTHER_VOICE.finditer(told)]


# The worked example.


def test_the_reason_for_it_is_told_as_it_was_decided() -> None:
    assert section(make(merenland(), "raadsvoorstel"), "Aanleiding").splitlines()[1] == (
        "Isolatieteam Merenland is in uitvoering. Zes gemeenten in Merenland doen mee: Voorbeeldmeer, Voorbeeldplas, "
        "Voorbeeldeiland, Voorbeeldoever, Voorbeeldgracht en Voorbeeldpolder. De gemeenten willen samenwerken en de "
        "Omgevingsdienst Merenland is betrokken. De gemeenten hebben het meest behoefte aan uren voor uitvoering en "
        "samen inkopen. "
        "Gemeenten noemen als twijfel: wat zij terugkrijgen."
    )


def test_what_comes_of_it_is_told_by_what_was_chosen() -> None:
    assert section(make(merenland(), "raadsvoorstel"), "Beoogd resultaat").splitlines()[1:] == [
        "De samenwerking levert op:",
        "één inkoop in plaats van zes",
        "één plek waar inwoners hulp krijgen",
        "De samenwerking wordt na drie jaar geëvalueerd.",
    ]


def test_costs_are_told_as_far_as_they_are_known() -> None:
    costs = next(one for one in make(merenland(), "raadsvoorstel").sections if one.id == "kosten")
    rows = next(block for block in costs.blocks if isinstance(block, Labelled)).rows
    assert [(label, line.text) for label, line in rows] == [
        ("Totaal per jaar", "€ 100.000 tot € 500.000"),
        ("Bijdrage van deze gemeente", "[in te vullen]"),
        ("Verdeling", "betalen naar gebruik"),
        ("Zeker tot en met", "2028"),
        ("Dekking", "[in te vullen: begrotingsprogramma]"),
    ]


def test_an_argument_begins_with_the_title_of_the_choice_and_what_is_not_chosen_is_named() -> None:
    arguments = section(make(merenland(), "raadsvoorstel"), "Argumenten").splitlines()[1:]
    assert 3 <= len(arguments) - 1 <= 5
    titles = [option.title for option in CONTENT.options.values()]
    for argument in arguments[:-1]:
        assert any(argument.startswith(f"{title}: ") for title in titles), argument
    assert "Ondergebracht bij bestaand regionaal/ provinciaal samenwerkingsverband: er is al" in "\n".join(arguments)
    assert arguments[-1] == "De volgende onderdelen zijn nog niet gekozen: kennisborging, looptijd."


def test_with_hardly_a_choice_the_writers_get_them() -> None:
    few = merenland(choices={name: [] for name in CONTENT.components})
    assert "Het college kan ze meegeven aan de schrijfgroep." in section(make(few, "raadsvoorstel"), "Argumenten")


def test_the_remarks_end_with_what_research_says_and_answer_the_doubt() -> None:
    remarks = section(make(merenland(), "raadsvoorstel"), "Kanttekeningen").splitlines()[1:]
    assert len(remarks) <= 4
    assert "Twijfel: wat zij terugkrijgen. De gemeenten spreken vooraf af wat elke gemeente krijgt" in "\n".join(
        remarks
    )
    assert remarks[-1].startswith("Samenwerken verlaagt de uitgaven van gemeenten meestal niet.")


def test_what_comes_next_are_the_first_three_steps_of_the_place_and_phase() -> None:
    assert section(make(merenland(), "raadsvoorstel"), "Vervolg en planning").splitlines()[1:] == [
        "Bespreek elk kwartaal de inzet, de wachtrij en de wensen (coördinator met teamleiders, op vaste data).",
        "Laat zien wat het samen oplevert, naast de uren per gemeente (coördinator, elk half jaar).",
        "Stel het jaarprogramma en de bijdragen voor het volgende jaar vast (wethouders en colleges, op tijd voor de "
        "begroting).",
        "In [in te vullen: maand] komt een volgend voorstel.",
    ]


# The voice, and what no paper says.


@pytest.mark.parametrize("phase", ["", "idee", "verkennen", "opdracht", "draait", "evalueren", "afbouwen"])
@pytest.mark.parametrize(
    "name", ["flexteam-drenthe", "duinstreek", "heuvelzoom", "merenland", "noorderveld", "rivierland"]
)
def test_every_paper_of_every_example_speaks_in_the_third_person(name: str, phase: str, examples: Path) -> None:
    path = examples / (f"{name}.yaml" if name.startswith("flexteam") else f"voorbeeldregio-{name}.yaml")
    given = read_assessment(path, CONTENT).assessment
    # What people wrote themselves is theirs.
    own = {"other": (), "consideration": ""}
    choices = {name: choice.model_copy(update=own) for name, choice in given.choices.items()}
    context = {**given.context, **({"fase": phase} if phase else {})}
    assessment = given.model_copy(update={"context": context, "choices": choices})
    for paper in possible(assessment):
        assert not foreign_words(make(assessment, paper)), paper


@given(data=st.data(), paper=st.sampled_from(PAPERS))
def test_whatever_was_answered_and_chosen_a_paper_speaks_in_the_third_person(data: st.DataObject, paper: str) -> None:
    assessment = data.draw(initiatives(CONTENT))
    if paper in possible(assessment):
        report = make(assessment, paper)
        assert not foreign_words(report)
        assert "{" not in text(report)
        assert text(report).endswith(EVERYWHERE)


@given(data=st.data(), paper=st.sampled_from(PAPERS))
def test_no_paper_names_a_body_or_a_government_that_is_not_there(data: st.DataObject, paper: str) -> None:
    drawn = data.draw(initiatives(CONTENT))
    without = drawn.model_copy(update={"context": {**drawn.context, "verband": NamedChoice(kind="geen")}})
    chosen = {option for choice in without.choices.values() for option in choice.options}
    if paper in possible(without):
        # With money of the province, or a team with it, its board decides whatever the body is.
        if not chosen & {"bij-provincie", "provincie-direct"}:
            assert "Gedeputeerde Staten" not in text(make(without, paper))
        assert "organisatie boven de gemeenten]" not in text(make(without, paper))


@given(data=st.data())
def test_the_steps_of_a_paper_are_those_of_its_phase(data: st.DataObject) -> None:
    """No paper of work that goes on asks to agree in principle."""
    drawn = data.draw(initiatives(CONTENT))
    running = drawn.model_copy(update={"context": {**drawn.context, "fase": "draait"}})
    for paper in possible(running):
        told = text(make(running, paper))
        assert "in te stemmen met het principe" not in told
        assert "verkennen of zij samen kunnen werken" not in told


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_ends_with_who_has_to_look_at_it(paper: str) -> None:
    assert text(make(merenland(), paper)).endswith(EVERYWHERE)


def test_verbs_follow_a_body_of_more_than_one() -> None:
    both = {"verband": {"kind": "anders", "name": "de provincie en de omgevingsdienst"}}
    told = section(make(merenland(context=both), "raadsbrief"), "Waar gaat het over")
    assert "en de provincie en de omgevingsdienst zijn betrokken" in told


def test_on_a_border_both_places_are_told_joined_by_of_and_nothing_is_decided() -> None:
    border = merenland(estimate={"motivatie": 4.5, "betrokkenheid": 3})
    proposal = make(border, "raadsvoorstel")
    assert (
        "De gemeenten willen samenwerken en de Omgevingsdienst Merenland is betrokken, of de Omgevingsdienst Merenland "
        "is nog weinig betrokken." in section(proposal, "Aanleiding")
    )
    assert "Ter bespreking. De raad bespreekt:" in section(proposal, "Gevraagd besluit")
    assert "ter bespreking" in section(proposal, "Onderwerp")


@pytest.mark.parametrize("estimate", [(2.8, 1.5), (3.2, 1.5)])
def test_on_a_border_places_are_told_in_the_same_order_whichever_is_nearest(estimate: tuple[float, float]) -> None:
    border = merenland(estimate=dict(zip(("motivatie", "betrokkenheid"), estimate, strict=True)))
    assert (
        "De gemeenten willen samenwerken. De Omgevingsdienst Merenland is nog weinig betrokken, of de gemeenten zoeken "
        "nog wie dit kan trekken en wat hun gezamenlijk belang is."
        in section(make(border, "raadsvoorstel"), "Aanleiding")
    )


def test_where_the_place_is_settled_the_council_decides() -> None:
    firm = merenland(
        answers=dict.fromkeys(CONTENT.scored, 4) | {name: 2 for name, one in CONTENT.statements.items() if one.reversed}
    )
    assert Outcome(CONTENT, firm, ON).placement.status == "definitief"
    proposal = make(firm, "raadsvoorstel")
    assert section(proposal, "Gevraagd besluit").splitlines()[1] == "De raad besluit:"
    assert "ter besluitvorming" in section(proposal, "Onderwerp")


def test_a_proposal_to_stop_gives_no_reasons_to_go_on() -> None:
    stops = make(merenland(context={"fase": "afbouwen"}), "raadsvoorstel")
    assert section(stops, "Argumenten").splitlines()[1:] == [
        "[in te vullen: waarom de samenwerking stopt of verandert].",
    ]
    assert "Praten gemeenten eerst over geld en pas daarna over de mensen" in section(stops, "Kanttekeningen")
    assert "samenwerken aan" not in section(stops, "Gevraagd besluit")


# Names.


def test_twelve_municipalities_are_named_and_of_more_the_first_three_with_a_list_at_the_end() -> None:
    names = [f"Dorp {number}" for number in range(1, 14)]
    twelve = make(merenland(municipalities=names[:12]), "raadsbrief")
    assert "Dorp 1, Dorp 2, " in text(twelve)
    assert "Dorp 11 en Dorp 12" in text(twelve)
    assert not annex(twelve, "De gemeenten")
    thirteen = make(merenland(municipalities=names), "raadsbrief")
    assert "13 gemeenten in Merenland doen mee: Dorp 1, Dorp 2, Dorp 3 en 10 andere." in text(thirteen)
    assert annex(thirteen, "De gemeenten").splitlines()[1:] == names
    assert "lijst van de gemeenten" in section(make(merenland(municipalities=names), "raadsvoorstel"), "Bijlagen")


@pytest.mark.parametrize("number", [0, 1])
def test_too_few_municipalities_stay_open(number: int) -> None:
    brief = make(merenland(municipalities=MERENLAND[:number]), "raadsbrief")
    assert "[in te vullen: aantal] gemeenten in Merenland" in text(brief)
    assert "Dit stuk mist nog: aantal gemeenten, gemeenten." in text(brief)


def test_no_name_stands_beside_an_answer() -> None:
    """A rule may name the largest municipality with what it wants; a paper never does."""
    host = merenland(
        municipalities=["Grootstad", "Dorp"],
        context={"gastheer": "ja"},
        choices={"vorm": ["centrumgemeente"], "personeel": ["in-dienst-bij-gastheer"]},
    ).model_copy()
    for paper in PAPERS:
        for line in text(make(host, paper)).splitlines():
            assert not re.search(r"Grootstad (wil|is|heeft|twijfelt)\b", line)


# What fits when, and what is missing.


@pytest.mark.parametrize(
    ("phase", "other", "fits"),
    [
        ("idee", {}, {"raadsbrief", "opdracht", "checklist"}),
        ("opdracht", {}, {"raadsvoorstel", "opdracht", "checklist", "profiel", "begroting"}),
        ("opdracht", {"geld": ["niets"]}, {"raadsbrief", "opdracht", "checklist", "profiel", "begroting"}),
        ("draait", {}, {"raadsbrief", "checklist", "profiel", "begroting"}),
        ("afbouwen", {}, {"raadsbrief", "checklist", "opdracht"}),
        ("idee", {"geregeld": ["trekker-met-uren"]}, {"raadsbrief", "checklist"}),
    ],
)
def test_which_papers_fit_follows_phase_money_and_choices(phase: str, other: dict[str, Any], fits: set[str]) -> None:
    assert fitting(merenland(context={"fase": phase, **other})) == {"collegevoorstel", *fits}


def test_a_new_organisation_is_a_matter_of_the_council() -> None:
    new = merenland(context={"fase": "verkennen"}, choices={"vorm": ["nieuwe-organisatie"]})
    assert "raadsvoorstel" in fitting(new)
    proposal = make(new, "raadsvoorstel")
    assert section(proposal, "Wat de raad kan").endswith(
        "De raad kan wensen en bedenkingen geven. De raad kan een zienswijze geven op de ontwerpregeling."
    )
    assert "het college de wens [in te vullen] mee te geven (Gemeentewet, artikel 160);" in text(proposal)
    assert "Wat de raad kan" not in [one.title for one in make(merenland(), "raadsvoorstel").sections]


def test_a_paper_that_does_not_fit_says_so_at_its_top_and_is_made_all_the_same() -> None:
    first = make(merenland(), "raadsvoorstel").sections[0]
    assert first.title == "Bij dit concept"
    assert text(make(merenland(), "raadsvoorstel")).splitlines()[1] == (
        "Dit stuk past nu minder goed. De raad hoeft nu nog niet over geld te besluiten. Een raadsbrief past beter."
    )


def test_of_an_empty_file_every_paper_is_open_and_says_what_it_lacks(assessment_of: Callable[..., Assessment]) -> None:
    empty = assessment_of()
    for paper in possible(empty):
        assert "Dit stuk mist nog: " in text(make(empty, paper)) or paper == "checklist"
    told = text(make(empty, "raadsbrief"))
    assert "[in te vullen: aantal] gemeenten in [in te vullen: regio] verkennen of zij samen kunnen werken aan" in told


def test_a_profile_for_what_stops_makes_no_sense() -> None:
    with pytest.raises(InputError, match="De samenwerking stopt of verandert"):
        make(merenland(context={"fase": "afbouwen"}), "profiel")


def test_an_answer_that_says_nothing_is_not_told() -> None:
    nothing = merenland(context={"behoefte": ["weten-wij-nog-niet"], "twijfel": ["geen"], "thema": ["anders"]})
    told = section(make(nothing, "raadsbrief"), "Waar gaat het over")
    assert "behoefte aan" not in told
    assert "als twijfel" not in told


def test_money_that_has_stopped_is_told_as_past() -> None:
    stopped = merenland(context={"geld": [{"source": "rijk-via-de-regio", "until": 2025}]})
    told = section(make(stopped, "begroting"), "Wat nog onzeker is")
    assert "Het geld van het Rijk was zeker tot en met 2025." in told
    assert "stopt in" not in told
    later = merenland(context={"geld": [{"source": "provincie", "until": 2028}]})
    assert "Het geld van de provincie stopt in 2028. Wat er daarna gebeurt, is nog niet afgesproken." in section(
        make(later, "begroting"), "Wat nog onzeker is"
    )


def test_a_fact_says_what_holds_on_the_day_and_stands_once() -> None:
    lent = merenland(context={"fase": "opdracht"}, choices={"financiering": ["rijk-via-regio"]})
    before, after = (text(make(lent, "raadsvoorstel", on=day)) for day in (date(2026, 12, 31), date(2027, 1, 1)))
    assert before.count("moet vóór 1 januari 2027 klaar zijn") == 1
    assert after.count("De uitkering voor de regionale structuur is afgelopen.") == 1
    assert "moet vóór 1 januari 2027 klaar zijn" not in after


# The papers one by one.


def table(report: Report) -> dict[str, tuple[str, ...]]:
    found = next(block for one in report.sections for block in one.blocks if isinstance(block, Table))
    return {row[0]: row[1:] for row in found.rows}


def test_the_checklist_has_its_twelve_subjects_in_order_and_says_what_is_not_chosen() -> None:
    rows = table(make(merenland(), "checklist"))
    assert list(rows) == [
        "Partijen",
        "Doel en onderwerpen",
        "Opdracht en uitvoering",
        "Sturing en besluiten",
        "Kosten en verdeling",
        "Verdeling van het werk",
        "Mensen en leiding",
        "Dienstverlening",
        "Kennis en eigendom",
        "Privacy",
        "Looptijd, evaluatie en uittreden",
        "Geschillen en aansprakelijkheid",
    ]
    assert rows["Kennis en eigendom"] == (
        "Nog niet gekozen",
        "[in te vullen: wie is eigenaar van producten en gegevens]",
    )
    assert rows["Partijen"][0].endswith("Voorbeeldpolder; de Omgevingsdienst Merenland")
    assert "leiding geeft" in rows["Mensen en leiding"][1]
    assert "btw" in rows["Kosten en verdeling"][1]
    assert "uittreden" in rows["Looptijd, evaluatie en uittreden"][1]
    assert "onderlinge afspraak" in rows["Privacy"][0]


def test_only_documents_of_others_that_fit_are_pointed_at_with_whose_they_are() -> None:
    plain = section(make(merenland(), "checklist"), "Voorbeelden")
    assert "Centrumregeling" not in plain
    assert plain.endswith(
        "Deze stukken zijn van anderen en gelden voor hun situatie. Gebruik ze als voorbeeld, niet als tekst."
    )
    centre = make(merenland(choices={"vorm": ["centrumgemeente"]}), "checklist")
    last = next(one for one in centre.sections if one.title == "Voorbeelden")
    lines = next(block for block in last.blocks if isinstance(block, Bullets)).items
    found = next(line for line in lines if line.text.startswith("Centrumregeling Aalsmeer en Amstelveen."))
    assert found.url == "https://lokaleregelgeving.overheid.nl/CVDR672501"
    assert "1 januari 2022" in found.text


@pytest.mark.parametrize(
    ("estimate", "phase", "result"),
    [
        ((4.5, 4.5), "verkennen", "een plan waar alle colleges over kunnen besluiten, en een planning tot de start"),
        ((4.5, 1.5), "verkennen", "en een concreet verzoek aan de Omgevingsdienst Merenland"),
        ((1.5, 4.5), "verkennen", "een overzicht per gemeente van behoeften en twijfels"),
        ((1.5, 4.5), "afbouwen", "een overzicht van wat stopt, wat blijft en wie het overneemt"),
        ((1.5, 1.5), "verkennen", "twee tot vier gemeenten die willen, en één klein gezamenlijk belang"),
    ],
)
def test_the_assignment_asks_for_a_result_by_the_place(estimate: tuple[float, float], phase: str, result: str) -> None:
    given = dict(zip(("motivatie", "betrokkenheid"), estimate, strict=True))
    assert result in section(make(merenland(estimate=given, context={"fase": phase}), "opdracht"), "Resultaat")


def test_the_profile_takes_its_tasks_from_the_file() -> None:
    tasks = section(make(merenland(), "profiel"), "Wat de coördinator doet").splitlines()
    assert "de wachtrij en de uren bijhouden" in tasks
    assert "contact met de Omgevingsdienst Merenland houden" in tasks
    assert "kwaliteit bewaken" in tasks
    alone = make(
        merenland(context={"verband": {"kind": "geen"}}, choices={"verdeling": [], "financiering": []}), "profiel"
    )
    assert "contact met" not in text(alone)
    assert "wachtrij" not in text(alone)
    province = make(merenland(choices={"vorm": ["bij-provincie"]}), "profiel")
    assert "in dienst bij de provincie" in text(province)


def test_the_budget_fills_what_the_file_knows_and_computes_nothing() -> None:
    rows = table(make(merenland(), "begroting"))
    assert rows["Totaal per jaar"] == ("€ 100.000 tot € 500.000", "", "€ 100.000 tot € 500.000")
    assert rows["Bijdrage gemeenten"][0] == "Betalen naar gebruik; tot en met 2028"
    assert rows["Bijdrage Rijk"] == ("-", "-", "[in te vullen]")
    assert rows["Verschil"][-1] == "[in te vullen]"
    assert "Prijspeil 2026. Btw is niet berekend; laat dat toetsen." in text(make(merenland(), "begroting"))


def test_an_amount_of_others_stands_only_with_its_source() -> None:
    told = section(make(merenland(), "begroting"), "Ter vergelijking")
    assert "€ 1,6 miljoen" in told
    assert "(bron: Workshop" in told
    assert "Dit is geen schatting voor deze regio." in told


def test_what_people_typed_is_made_harmless() -> None:
    hostile = merenland(municipalities=["A\u202eB", "C\x07D"])
    told = text(make(hostile, "raadsbrief"))
    assert "\x07" not in told
    assert "\u2068" in told


# The menus behind them.


def test_every_option_has_something_for_and_against_it_in_the_voice_of_papers() -> None:
    for name, option in CONTENT.options.items():
        for claims in (option.pros, option.cons):
            assert choose_text(claims[0].text, claims[0].note), f"give the first pro and con of {name} a note"
        for relation in option.coherence:
            if relation.kind in ("requires", "friction", "excludes"):
                assert choose_text(relation.because, relation.note), f"give this a note: {relation.because}"
    for rule in CONTENT.whole.values():
        if rule.kind in ("requires", "friction", "excludes"):
            assert choose_text(rule.because, rule.note), f"give this a note: {rule.because}"


def test_every_first_step_and_answer_to_a_doubt_has_the_voice_of_papers() -> None:
    assert CONTENT.first_steps is not None
    for place in CONTENT.first_steps.cells.values():
        for cell in place.values():
            told = [choose_text(action.what, action.note) for action in cell.actions]
            assert len(list(filter(None, told))) >= 3, cell.actions
    for doubt, objection in CONTENT.objections.items():
        assert in_voice(objection.note), f"give {doubt} a note"


def test_a_note_itself_speaks_in_the_third_person() -> None:
    for model, _ in CONTENT.models:
        note = getattr(model, "note", "")
        if note and not isinstance(model, Questions):
            assert in_voice(note), note


def test_what_a_paper_tells_of_a_fact_speaks_in_the_third_person() -> None:
    assert CONTENT.papers is not None
    asked = {model.fact for model, _ in CONTENT.models if isinstance(model, PaperText) and model.fact}
    for name, fact in CONTENT.dated_facts.items():
        for stage in fact.stages if fact.notice or name in asked else ():
            assert in_voice(stage.note or stage.text), f"give {name} a note"


# On paper.


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("place", [(5, 5), (5, 1), (1, 5), (1, 1), (3, 3)])
def test_a_paper_of_the_richest_file_fits_on_its_pages(paper: str, place: tuple[int, int]) -> None:
    assert CONTENT.papers is not None
    made = make(richest(CONTENT, *place), paper)
    pages = pages_of(render(replace(made, sections=of_paper(made)), Theme()))
    assert len(pages) <= CONTENT.papers.papers[paper].pages


def test_papers_are_as_long_as_was_decided() -> None:
    assert CONTENT.papers is not None
    assert {name: paper.pages for name, paper in CONTENT.papers.papers.items()} == {
        "collegevoorstel": 2,
        "raadsvoorstel": 2,
        "raadsbrief": 2,
        "checklist": 3,
        "opdracht": 2,
        "profiel": 2,
        "begroting": 1,
    }


def test_no_section_of_a_paper_is_empty() -> None:
    for paper in PAPERS:
        for one in make(merenland(), paper).sections:
            assert isinstance(one, Section)
            assert one.blocks
            assert all(block.line.text for block in one.blocks if isinstance(block, Paragraph))
