"""The note with which a college decides: what `--depth bestuur` makes, and `next --paper collegevoorstel`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.assessment.read import read_assessment
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Bullets, Line, Report, Table
from poolwijzer.report.texts import flat
from tests.at_place import answers_at
from tests.report.papers.initiatives import initiatives, merenland
from tests.report.papers.reading import CONTENT, ON, annex, make, of_paper, section, text
from tests.report.richest import richest
from tests.roots import ROOT

NOTE = "collegevoorstel"
EXAMPLE = ROOT / "tests" / "files" / "papers" / "isolatieteam-merenland.yaml"
EXPECTED = """\
Onderwerp
Isolatieteam Merenland: samenwerken aan isolatie
Aan
het college van [in te vullen: gemeente]
Van
[in te vullen: afdeling en naam]
Portefeuillehouder
[in te vullen]
Vergadering
[in te vullen: datum]
Soort
ter besluitvorming
Openbaar
[in te vullen]
Aanleiding
Isolatieteam Merenland is in uitvoering. Zes gemeenten in Merenland doen mee: Voorbeeldmeer, Voorbeeldplas, \
Voorbeeldeiland, Voorbeeldoever, Voorbeeldgracht en Voorbeeldpolder. De gemeenten willen samenwerken en de \
Omgevingsdienst Merenland is betrokken. De gemeenten hebben het meest behoefte aan uren voor uitvoering en samen \
inkopen. \
Gemeenten noemen als twijfel: wat zij terugkrijgen.
Gevraagd besluit
Het college besluit:
kennis te nemen van de resultaten over [in te vullen: jaar];
het jaarprogramma voor [in te vullen: jaar] vast te stellen;
de bijdrage voor [in te vullen: jaar] vast te stellen op [in te vullen: bedrag];
vóór [in te vullen: datum] te besluiten over verlengen, veranderen of stoppen.
Beoogd resultaat
De samenwerking levert op:
één inkoop in plaats van zes
één plek waar inwoners hulp krijgen
De samenwerking wordt na drie jaar geëvalueerd.
Argumenten
Betalen naar gebruik: gemeenten vragen wat zij terugkrijgen. Hier betaalt een gemeente alleen wat zij gebruikt.
Ondergebracht bij bestaand regionaal/ provinciaal samenwerkingsverband: er is al een vast bestuurlijk overleg. \
Opdracht en geld kunnen daar op tafel komen.
Inkoopacties: de gemeenten vragen zelf om samen in te kopen.
Eén loket voor inwoners, met energiecoaches: bij dit thema hebben inwoners van veel gemeenten dezelfde vraag. \
Eén loket kan dat bundelen.
De volgende onderdelen zijn nog niet gekozen: verdeling, sturing, personeel, kennisborging, looptijd.
Kanttekeningen
De werkgever weet niet vooraf hoeveel geld er binnenkomt.
Twijfel: wat zij terugkrijgen. De gemeenten spreken vooraf af wat elke gemeente krijgt, in dagen, strippen of producten.
Een extra taak kan te zwaar zijn voor de Omgevingsdienst Merenland.
Samenwerken verlaagt de uitgaven van gemeenten meestal niet. Dat blijkt uit onderzoek over 2005 tot en met 2013.
Kosten en dekking
Totaal per jaar
€ 100.000 tot € 500.000
Bijdrage van deze gemeente
[in te vullen]
Verdeling
betalen naar gebruik
Zeker tot en met
2028
Dekking
[in te vullen: begrotingsprogramma]
De raad gaat over het geld. [in te vullen: begroting of begrotingswijziging].
Vervolg en planning
Bespreek elk kwartaal de inzet, de wachtrij en de wensen (coördinator met teamleiders, op vaste data).
Laat zien wat het samen oplevert, naast de uren per gemeente (coördinator, elk half jaar).
Stel het jaarprogramma en de bijdragen voor het volgende jaar vast (wethouders en colleges, op tijd voor de begroting).
In [in te vullen: maand] komt een volgend voorstel.
Communicatie
De raad krijgt een voortgangsbericht. Per gemeente is één aanspreekpunt.
Bijlagen
overzicht van de gemaakte keuzes
[in te vullen: begroting]
bronnen
Concept, gemaakt met Poolwijzer op 28 november 2026. Laat het toetsen door een jurist en een fiscalist."""
# The page of contents says so itself: a desk for residents.
FORBIDDEN = re.compile(
    r"\b(?:u|uw|wij|we|ons|onze|plek(?! waar inwoners)|plekken|as|assen|motivatie|betrokkenheid|kwadrant|menukaart"
    r"|sleutelvraag|score)\b",
    re.IGNORECASE,
)
BODY: dict[str, Any] = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}
FIRST = {
    "in te stemmen met samenwerken op dit thema met [in te vullen: de andere gemeenten] en de provincie Drenthe;": (
        5,
        5,
    ),
    "Gedeputeerde Staten te vragen om [in te vullen: één taak, zoals penvoerder];": (5, 1),
    "voor die gesprekken [in te vullen: uren] beschikbaar te stellen;": (1, 5),
    "in [in te vullen: maand] te bespreken of er een vervolg komt.": (1, 1),
}
RUNNING = {
    "vóór [in te vullen: datum] te besluiten over verlengen, veranderen of stoppen.": (5, 5),
    "Gedeputeerde Staten te vragen om [in te vullen: taak];": (5, 1),
    "in [in te vullen: maand] te kiezen voor doorgaan, kleiner doorgaan of stoppen.": (1, 5),
    "vóór [in te vullen: datum] te besluiten over doorgaan of stoppen.": (1, 1),
}
Make = Callable[..., Assessment]


def numbered(report: Report, id: str) -> list[Line]:
    """The numbered list of a section."""
    blocks = (block for one in report.sections if one.id == id for block in one.blocks)
    return [line for block in blocks if isinstance(block, Bullets) and block.numbered for line in block.items]


def table_of_choices(report: Report) -> dict[str, tuple[str, ...]]:
    blocks = (block for one in report.sections if one.annex for block in one.blocks)
    table = next(block for block in blocks if isinstance(block, Table))
    return {row[0]: row[1:] for row in table.rows}


def test_the_worked_example_reads_as_it_was_decided() -> None:
    assert text(make(read_assessment(EXAMPLE, CONTENT).assessment, NOTE)) == EXPECTED


@pytest.mark.parametrize(
    ("decision", "place", "phase"),
    [*((*one, "idee") for one in FIRST.items()), *((*one, "draait") for one in RUNNING.items())],
)
def test_every_place_asks_the_board_its_own_decisions_by_how_far_it_is(
    decision: str, place: tuple[int, int], phase: str, assessment_of: Make
) -> None:
    report = make(assessment_of(answers=answers_at(*place, CONTENT), context={**BODY, "fase": phase}), NOTE)
    asked = section(report, "Gevraagd besluit").splitlines()
    assert asked[1] == "Het college besluit:"
    assert decision in asked
    assert phase == "idee" or "met het principe" not in text(report)


def test_on_a_border_the_board_discusses_the_points_of_both_places_and_decides_nothing(assessment_of: Make) -> None:
    report = make(assessment_of(answers=answers_at(3, 5, CONTENT), context={**BODY, "fase": "draait"}), NOTE)
    said = section(report, "Ter bespreking").splitlines()
    assert said[1] == "Het college bespreekt deze punten:"
    assert said[5] == "vóór [in te vullen: datum] te besluiten over verlengen, veranderen of stoppen; of"
    assert said[-1] == "in [in te vullen: maand] te kiezen voor doorgaan, kleiner doorgaan of stoppen."
    assert "ter bespreking" in section(report, "Onderwerp")
    assert "Het college wordt nog geen besluit gevraagd." in section(report, "Bij dit concept")
    assert not section(report, "Gevraagd besluit")


def test_with_few_answers_nothing_is_to_be_decided(assessment_of: Make) -> None:
    few = {name: answer for name, answer in answers_at(5, 5, CONTENT).items() if CONTENT.statements[name].short}
    told = text(make(assessment_of(answers=few, questions="volledig", context={**BODY, "fase": "idee"}), NOTE))
    assert "Ter bespreking" in told
    assert "Het college besluit" not in told


def test_where_nothing_is_known_the_board_talks_about_what_municipalities_want(assessment_of: Make) -> None:
    report = make(assessment_of(), NOTE)
    assert section(report, "Ter bespreking").splitlines()[1:] == [
        "Het college bespreekt deze punten:",
        "Wat willen de gemeenten, en wie kan daarbij helpen?",
    ]
    assert "hoe ver het initiatief is" in section(report, "Bij dit concept")
    assert section(report, "Argumenten").endswith("Het college kan ze meegeven aan de schrijfgroep.")
    assert "overzicht" not in section(report, "Bijlagen")
    assert not annex(report, "Overzicht van de gemaakte keuzes")


@pytest.mark.parametrize(
    ("form", "point"),
    [
        (
            "nieuwe-organisatie",
            "geen besluit te nemen over een nieuwe organisatie voordat de raad",
        ),
        (
            "gemeenschappelijke-regeling",
            "geen regeling vast te stellen voordat de raden hun zienswijze",
        ),
    ],
)
def test_before_the_last_decision_stands_what_the_council_is_heard_about(form: str, point: str) -> None:
    for phase, asked in (("verkennen", True), ("afbouwen", False)):
        points = numbered(make(merenland(context={"fase": phase}, choices={"vorm": [form]}), NOTE), "bespreking")
        assert points[-2].text.startswith(point) is asked


def test_without_a_body_no_decision_asks_one_something(assessment_of: Make) -> None:
    alone = assessment_of(answers=answers_at(5, 1, CONTENT), context={"fase": "idee", "verband": {"kind": "geen"}})
    points = numbered(make(alone, NOTE), "besluit")
    assert len(points) == 3
    assert "te vragen" not in " ".join(line.text for line in points)


def test_a_reason_of_the_group_itself_is_the_argument_and_the_overview_points_at_it() -> None:
    own = {
        "verdeling": {
            "options": ["strippenkaart", "gezamenlijk-jaarprogramma"],
            "consideration": "- Strippen maken het werk afrekenbaar.\n- Zo is het eerlijk.",
        },
        "vorm": {"options": ["bij-bestaand-verband"], "consideration": "Dat kennen wij al."},
        "sturing": {"options": ["neutrale-procestrekker"], "consideration": "Iemand zonder eigen belang. " * 20},
        "personeel": {"options": ["detachering"], "consideration": "Voorbeeldoever wil geen mensen kwijt."},
        "looptijd": {"options": ["groeimodel"], "consideration": "Wij willen\nklein beginnen."},
    }
    report = make(merenland().model_copy(update={"choices": merenland_choices(own)}), NOTE)
    said = [line.text for line in numbered(report, "argumenten")]
    assert "Strippenkaart en gezamenlijk jaarprogramma: Strippen maken het werk afrekenbaar. Zo is het eerlijk." in said
    not_told = ("Dat kennen wij al", "Iemand zonder eigen belang", "Voorbeeldoever", "klein beginnen")
    assert not [one for one in said if any(text in one for text in not_told)]
    table = table_of_choices(report)
    assert table["Verdeling van middelen"][-1] == "Zie de argumenten."
    assert table["Vorm/ organisatiestructuur"][-1] == "Dat kennen wij al."
    assert table["Opdrachtgeverschap en sturing"][-1].startswith("Iemand zonder eigen belang. Iemand")
    assert table["Personeel en werkgeverschap"][-1] == "Voorbeeldoever wil geen mensen kwijt."
    assert "Financiering" not in table
    assert "Lees die na voordat het stuk weggaat." in section(report, "Bij dit concept")


def merenland_choices(choices: dict[str, Any]) -> Any:
    return Assessment.model_validate(
        {"poolwijzer": 1, "initiative": {"id": "a", "name": "A"}, "choices": choices}
    ).choices


def test_behind_it_stands_what_the_group_said_and_agreed() -> None:
    said = merenland(
        key_question={"answer": "Eén team voor zes gemeenten."},
        agreements=[{"what": "Schrijf de brief.", "who": "de wethouder", "when": "in mei"}, {"what": "Begin klein."}],
    )
    report = make(said, NOTE)
    assert annex(report, "In de woorden van de gemeenten").endswith("Eén team voor zes gemeenten.")
    told = annex(report, "Overzicht van de gemaakte keuzes")
    assert told.endswith("Wat al is afgesproken\nSchrijf de brief (de wethouder, in mei).\nBegin klein.")


def test_every_number_in_it_is_a_source_behind_it_and_our_own_inference_has_none() -> None:
    report = make(merenland(), NOTE)
    blocks = [block for one in of_paper(report) for block in flat(one.blocks)]
    lines = [line for block in blocks if isinstance(block, Bullets) for line in block.items]
    numbers = {number for line in lines for number in line.notes}
    sources = annex(report, "Bronnen")
    assert numbers and len(re.findall(r"https://", sources)) >= len(numbers) - 1
    assert not next(line for line in lines if line.text.startswith("Stel het jaarprogramma")).notes
    assert len(re.findall("Stand van de feiten: ", sources)) == 1


@given(data=st.data(), phase=st.sampled_from(("", "draait", "afbouwen")))
def test_whatever_was_answered_a_note_has_one_voice_and_each_argument_names_a_choice(
    data: st.DataObject, phase: str
) -> None:
    drawn = data.draw(initiatives(CONTENT))
    assessment = drawn.model_copy(update={"context": {**drawn.context, **({"fase": phase} if phase else {})}})
    report = make(assessment, NOTE)
    behind = annex(report).removesuffix(annex(report, "Bronnen"))
    assert not FORBIDDEN.findall(f"{text(report)}\n{behind}")
    assert phase != "draait" or "met het principe" not in text(report)
    assert "Om te bespreken" not in text(report)
    options = {name for choice in assessment.choices.values() for name in choice.options}
    titles = {PAPERS.titles.get(name) or CONTENT.options[name].title for name in options}
    for argument in numbered(report, "argumenten"):
        assert any(argument.text.startswith(f"{title}: ") for title in titles), argument
    assert len(numbered(report, "argumenten")) <= 5
    assert len(numbered(report, "kanttekeningen")) <= 4


assert CONTENT.papers is not None
PAPERS = CONTENT.papers


def test_nothing_is_said_of_a_person_who_answered() -> None:
    assessment = richest(CONTENT, 5, 5)
    told = text(make(assessment, NOTE))
    assert not re.search(r"wethouder van|ambtenaar van|\b(?:Assen|Emmen) (?:vindt|wil|zegt)", told)
    assert "Wij hebben hier lang over gesproken" not in told


def test_a_note_stays_as_short_whatever_people_typed(typed_everywhere: Callable[[str], Assessment]) -> None:
    long = typed_everywhere("woord " * 2000)
    body = {"verband": NamedChoice(kind="provincie", name="woord " * 2000)}
    report = make(long.model_copy(update={"agreements": long.agreements * 12, "context": body}), NOTE)
    assert len(report.title) + len(report.subtitle) < 230
    assert len(text(report).split()) < 700
    assert "woord " * 1000 in annex(report)


def test_the_depth_for_a_board_is_this_paper() -> None:
    outcome = Outcome(CONTENT, merenland(), ON)
    assert build_report(outcome, version="0", depth="bestuur") == make(merenland(), NOTE)
