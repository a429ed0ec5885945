"""What the shipped menus say, held against what was decided: a slip in a menu file shows here, not at a workshop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

import pytest

from poolwijzer.content.claims import Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.menu import Option
from poolwijzer.content.wording import filled
from poolwijzer.rules.conditions import Condition, ContextIs, walk
from poolwijzer.validation import Model

QUADRANTS = ("samen-inrichten", "gemeenten-aan-zet", "behoeften-ophalen", "trekker-zoeken")

# Decided: base fit in the order of QUADRANTS.
FITS = """
provincie-direct 1 1 2 0
rijk-via-regio 2 2 2 1
gemeenten-naar-inwoners 2 2 0 0
vaste-basis-plus-opslag 2 2 0 0
cofinanciering-per-opdracht 1 1 2 1
gelijke-delen 1 1 0 0
inbreng-in-natura 1 2 0 1
bij-provincie 2 1 1 0
bij-bestaand-verband 2 1 2 0
nieuwe-organisatie 1 1 0 0
onderlinge-afspraken 1 2 1 2
centrumgemeente 2 2 0 0
gemeenschappelijke-regeling 1 0 0 0
marktpool-raamcontract 1 1 2 1
vaste-basis-met-coalities 2 2 1 1
planvorming-begeleiden 2 2 2 2
specialistische-kennis 2 2 2 1
leerwerksessies 1 2 2 2
inkoopacties 2 2 1 1
procesbegeleiding-projectleiding 2 1 1 0
data-en-tools 2 2 2 1
traineepool 2 1 2 0
vakmensen-opleiden 2 1 1 0
regionale-afstemming 2 2 2 1
strippenkaart 2 1 1 0
capaciteit-matching 1 2 0 0
goed-gesprek 2 2 1 1
vast-aantal-dagen 2 2 0 0
aanvraag-en-toets 1 0 2 0
voorrang-kleine-gemeenten 1 1 2 1
gezamenlijk-jaarprogramma 2 2 1 0
rotatie 2 1 2 0
gelijk-tegoed 1 1 2 1
stuurgroep-met-secretarissen 2 1 1 0
bestaand-bestuurlijk-netwerk 2 1 2 0
gemeente-opdrachtgever-per-klus 2 2 1 0
raad-aan-de-voorkant 2 1 1 0
neutrale-procestrekker 2 1 2 2
in-dienst-bij-gastheer 2 1 1 0
inzet-op-opdracht 2 1 2 0
detachering 1 2 0 0
externe-flexschil 1 1 2 1
trainees-en-groei 2 1 2 0
kennisproducten-standaard 2 2 2 1
coach-en-intervisie 2 1 2 2
leerwerkplek-opleiding 2 1 2 1
kennis-in-eigen-huis 2 2 1 1
proef-van-een-jaar 1 2 2 2
drie-tot-vijf-jaar 2 1 0 0
groeimodel 2 1 2 0
verbreden 1 0 0 0
afbouw-en-overdracht 2 2 2 1
"""

DECK_OPTIONS = {
    "financiering": ["provincie-direct", "rijk-via-regio", "gemeenten-naar-inwoners"],
    "vorm": ["bij-provincie", "bij-bestaand-verband", "nieuwe-organisatie", "onderlinge-afspraken"],
    "activiteiten": ["planvorming-begeleiden", "specialistische-kennis", "leerwerksessies", "inkoopacties"],
    "verdeling": ["strippenkaart", "capaciteit-matching", "goed-gesprek"],
}

FACETS = {
    "inzet": ["m1", "m3", "m4", "m5"],
    "belang": ["m2", "m8"],
    "wil": ["m6", "m7", "m9", "m10"],
    "aandacht": ["b1", "b2", "b7", "b8"],
    "bijdrage": ["b3", "b4", "b5", "b10"],
    "houding": ["b6", "b9"],
}

CONTEXT = {
    "soort": 3, "fase": 5, "verband": 7, "thema": 7, "behoefte": 8, "twijfel": 9,
    "geregeld": 6, "geld": 4, "omvang": 5, "looptijd": 4, "gastheer": 3, "start": 0,
}  # fmt: skip

KEY_QUESTIONS = {
    "samen-inrichten": (
        "Hoe het initiatief in te richten o.b.v. behoeften gemeenten? (gebruik componenten en menu-opties)",
        "Hoe richten wij dit in, zodat het past bij wat de gemeenten nodig hebben?",
    ),
    "gemeenten-aan-zet": (
        "In welke rol zou bestaand gremium op hoger schaalniveau (bv provincie, GR) wel kunnen bijdragen?",
        "Welke rol kan {verband} wél nemen?",
    ),
    "behoeften-ophalen": (
        "Hoe kan er (beter) inzicht worden verkregen in behoeften en twijfels van de gemeenten?",
        "Wat hebben gemeenten nodig, en waar twijfelen zij over?",
    ),
    "trekker-zoeken": (
        "Wie zou de kar kunnen trekken om naar gezamenlijke belangen te zoeken?",
        "Wie kan dit trekken, en wat is ons gezamenlijk belang?",
    ),
}

# What the code says in English. Words that are Dutch too (context, effect, start, term …) are left out.
CODE_WORDS = re.compile(
    r"\b(true|false|null|none|hide|fit|rules?|because|better_when|sources?|answers?|statements?|quadrants?|axis|axes|"
    r"options?|pros|cons|preconditions?|unknown|chosen|considering|when|who|what|kind:|at_least|at_most|includes|"
    r"one_of|the|and|with|is_|score:|file|key|value|label|choices?)\b",
    re.IGNORECASE,
)
IDS = ("past-goed", "minder-passend", "sluit-uit", "weet-niet", *QUADRANTS)
# Read for the menus, and kept for who looks further: the costs of climate policy, essays on who pays, an arrangement
# for work across the border, and two sources that are too old to lean on.
BACKGROUND = {"s31", "s32", "s33", "s47", "s131"}
# Names of people's own making: they may hold anything.
NAMES = ("publisher", "url", "title", "term", "also", "date", "start", "region", "version", "weak")


def everything(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value in a tree of models, with its path."""
    yield path, value
    if isinstance(value, Model):
        for field in type(value).model_fields:
            yield from everything(getattr(value, field), f"{path}.{field}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(inner, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from everything(inner, f"{path}.{index}")


def menus(content: Content) -> Iterator[tuple[str, object]]:
    for name in ("typology", "questions", "components", "signals", "whole", "plan", "cases", "sources", "terms"):
        yield from everything(getattr(content, name), name)


def texts(content: Content) -> Iterator[tuple[str, str]]:
    """Every text that somebody may read: not the ids, not the words of the format."""
    for path, value in menus(content):
        parts = path.split(".")
        last = next(part for part in reversed(parts) if not part.isdigit())
        if isinstance(value, str) and (" " in value or value.endswith(".")) and last not in NAMES:
            yield path, value


def test_there_are_twenty_statements_with_the_short_list_and_the_reversed_ones_that_were_decided(
    content: Content,
) -> None:
    assert list(content.statements) == [f"{axis}{number}" for axis in "mb" for number in range(1, 11)]
    short = [name for name, statement in content.statements.items() if statement.short]
    assert short == ["m1", "m2", "m3", "m6", "m7", "b2", "b3", "b4", "b6", "b9"]
    assert [name for name, statement in content.statements.items() if statement.reversed] == ["m6", "b6"]
    assert {statement.weight for statement in content.statements.values()} == {1}


def test_each_statement_stands_at_its_axis_and_facet(content: Content) -> None:
    found: dict[str, list[str]] = {}
    for name, statement in content.statements.items():
        assert statement.axis == {"m": "motivatie", "b": "betrokkenheid"}[name[0]]
        found.setdefault(statement.facet, []).append(name)
    assert found == FACETS


def test_who_is_asked_what_is_as_decided(content: Content) -> None:
    both = {"b1", "b2", "b7", "b8"}
    body = {"b3", "b4", "b5", "b10"}
    for name, statement in content.statements.items():
        expected = ["gemeente", "verband"] if name in both else ["verband"] if name in body else ["gemeente"]
        assert list(statement.asked_of) == expected, name
        if statement.body:
            assert statement.body.text.startswith("Onze organisatie "), name
        assert statement.joint.scale == ("aantal" if name[0] == "m" else "mate"), name
        assert statement.own is None or statement.own.scale == "mate"


def test_the_short_list_touches_every_facet_so_that_it_can_be_definitive(content: Content) -> None:
    for axis, definition in content.typology.axes.items():
        short = {s.facet for s in content.statements.values() if s.short and s.axis == axis}
        assert short == set(definition.facets)


@pytest.mark.parametrize("body", ["de provincie of regio", "de gemeenschappelijke regeling Rivierenland"])
def test_a_statement_fits_on_two_lines_of_sixty_columns(content: Content, body: str) -> None:
    for name, statement in content.statements.items():
        for wording in (statement.joint, statement.own, statement.body):
            if wording:
                assert len(wrap(filled(wording.text, {"verband": body}), 60)) <= 2, name


def test_the_scale_and_the_bounds_are_those_that_were_decided(content: Content) -> None:
    typology = content.typology
    assert (typology.scale.lowest, typology.scale.highest) == (1, 5)
    assert (float(typology.bands.low_below), float(typology.bands.high_above)) == (2.5, 3.5)
    assert (str(typology.coverage.definitive), str(typology.coverage.provisional)) == ("2/3", "1/3")
    assert list(typology.scale.labels["aantal"].words.values()) == [
        "geen", "een paar", "ongeveer de helft", "de meeste", "(bijna) alle",
    ]  # fmt: skip
    assert list(typology.scale.labels["mate"].words.values()) == [
        "nee, helemaal niet", "nauwelijks", "voor een deel", "grotendeels", "ja, helemaal",
    ]  # fmt: skip
    assert list(typology.levels.values()) == ["nog laag", "wisselend", "hoog"]


def test_the_bounds_of_the_stress_test_and_of_privacy_are_those_that_were_decided(content: Content) -> None:
    stress, privacy = content.typology.stress, content.typology.privacy
    assert (stress.runs, float(stress.shift)) == (1000, 0.5)
    assert stress.likely_from < stress.clear_from
    assert stress.sentence.endswith("Dit is geen kans dat de uitkomst klopt.")
    assert (privacy.spread_from, privacy.role_from, privacy.anonymous_from, privacy.agreement_from) == (5, 3, 5, 8)
    assert str(privacy.own_mark_coverage) == "2/3"
    assert content.typology.respondents.gap_above == 1


def test_each_statement_says_which_fact_would_change_its_answer_in_both_directions(content: Content) -> None:
    for name, statement in content.statements.items():
        assert statement.if_higher and statement.if_lower, name
        assert statement.if_higher != statement.if_lower, name
        # About facts and steps, never about getting better or climbing.
        for text in (statement.if_higher, statement.if_lower):
            assert not re.search(r"beter|verbeter|groei|stijg|hoger|omhoog|trede|niveau", text), name


def test_the_key_questions_are_in_the_words_of_the_deck_with_a_plain_version(content: Content) -> None:
    found = {
        name: (quadrant.key_question, quadrant.plain_question) for name, quadrant in content.typology.quadrants.items()
    }
    assert found == KEY_QUESTIONS


def test_each_quadrant_has_all_that_a_group_needs_to_begin(content: Content) -> None:
    for name, quadrant in content.typology.quadrants.items():
        assert quadrant.menu_first == (name == "samen-inrichten")
        assert quadrant.pitfalls and quadrant.involve and quadrant.support.text
        for action in quadrant.actions:
            assert action.what and action.who and action.when, action.what


def test_the_context_questions_are_those_that_were_decided(content: Content) -> None:
    assert {name: len(question.answers) for name, question in content.context.items()} == CONTEXT
    assert [name for name, question in content.context.items() if question.most == 3] == ["behoefte", "twijfel"]
    assert list(content.context["omvang"].answers) == ["tot-100k", "tot-500k", "tot-1m", "meer", "weet-niet"]
    assert list(content.context["looptijd"].answers) == ["tot-1", "2", "3-plus", "weet-niet"]
    assert list(content.context["gastheer"].answers) == ["ja", "nee", "weet-niet"]
    assert dict(content.maps["rijpheid"].values) == {
        "idee": 1,
        "verkennen": 1,
        "opdracht": 2,
        "draait": 3,
        "evalueren": 3,
    }
    assert dict(content.maps["geldruimte"].values) == {"tot-100k": 1, "tot-500k": 2, "tot-1m": 2, "meer": 3}


def test_every_context_question_changes_something(content: Content) -> None:
    read = {
        part.context
        for _, value in menus(content)
        if isinstance(value, Condition)
        for part in walk(value)
        if isinstance(part, ContextIs)
    }
    read |= {entry.source for name, entry in content.maps.items() if name in read}
    # The start date only dates the steps.
    assert set(content.context) - read <= {"start"}


def test_the_base_fits_are_those_that_were_decided(content: Content) -> None:
    decided = {}
    for line in FITS.strip().splitlines():
        name, *fits = line.split()
        decided[name] = dict(zip(QUADRANTS, map(int, fits), strict=True))
    assert {name: option.fit for name, option in content.options.items()} == decided


def test_the_deck_is_whole_and_is_named_as_the_origin(content: Content) -> None:
    for component, options in DECK_OPTIONS.items():
        assert content.components[component].deck
        for name in options:
            option = content.components[component].options[name]
            assert (option.basis, "s1" in option.sources) == ("deck", True), name


def test_every_option_is_complete(content: Content) -> None:
    for name, option in content.options.items():
        assert option.summary and option.better_when and option.pros and option.cons and option.preconditions, name
        assert option.rules, f"{name} has no rule that says why"
        assert option.legal, f"{name} has no point of law or tax"
        effects = {rule.effect for rule in option.rules}
        assert "tegen" in effects or 0 in option.fit.values() or effects & {"sterk", "past"}, name


def test_every_reason_is_a_sentence(content: Content) -> None:
    reasons = [(path, value) for path, value in menus(content) if path.endswith(".because") and value]
    assert len(reasons) > 100
    for path, value in reasons:
        assert isinstance(value, str)
        assert value[0].isupper() or value[0] in "{‘'€0123456789", path
        assert value.endswith((".", "?")), path


def test_what_would_make_an_option_fit_completes_a_sentence(content: Content) -> None:
    for path, value in menus(content):
        endings = (".better_when", ".rises_when", ".falls_when", ".if_higher", ".if_lower")
        if path.endswith(endings) and value is not None:
            assert isinstance(value, str)
            assert not value.endswith("."), path
            assert value[0].islower() or value.startswith("{") or value.split()[0].isupper(), path


def test_every_text_is_short_enough_to_read_out(content: Content) -> None:
    for path, text in texts(content):
        assert len(text) <= 360, path
        for sentence in re.split(r"(?<=[.?!:;])\s", text):
            assert len(sentence.split()) <= 26, f"{path}: {sentence}"


def test_no_text_holds_a_word_of_the_code(content: Content) -> None:
    for path, text in texts(content):
        found = CODE_WORDS.search(text)
        assert not found, f"{path}: {found}"
        assert not any(name in text for name in IDS), path


def test_every_placeholder_can_be_filled(content: Content) -> None:
    numbers = {"aantal", "totaal", "laag", "midden", "hoog", "bron", "jaar"}
    known = {"datum", "gemeente", *numbers, *(n for n, q in content.context.items() if q.kind == "named-choice")}
    for path, text in texts(content):
        assert set(re.findall(r"\{([^}]*)\}", text)) <= known, path


def test_every_source_is_used_or_background_and_can_be_checked(content: Content) -> None:
    used = {source for _, value in menus(content) if isinstance(value, Sourced) for source in value.sources}
    assert used | BACKGROUND == set(content.sources)
    for name, source in content.sources.items():
        assert source.url.startswith("https://") or name == "s1" or source.weak or source.publisher, name


def test_every_claim_that_is_not_our_own_names_its_source(content: Content) -> None:
    claims = [value for _, value in menus(content) if isinstance(value, Sourced)]
    assert len(claims) > 300
    assert all(claim.sources for claim in claims if claim.basis != "afgeleid")


def test_a_point_of_law_with_a_source_says_when_it_was_checked(content: Content) -> None:
    for name, option in content.options.items():
        for claim in option.legal:
            assert claim.checked_on or not claim.sources, f"{name}: {claim.text}"


def test_a_requirement_or_exclusion_never_names_the_option_itself(content: Content) -> None:
    for name, option in content.options.items():
        assert isinstance(option, Option)
        # A friction may: that is how an option says that it does not do well alone.
        kinds = {relation.kind for relation in option.coherence if name in relation.options}
        assert kinds <= {"friction"}, name


def test_the_case_of_drenthe_is_told_in_full_and_its_place_is_only_an_estimate(content: Content) -> None:
    case = content.cases["flexteam-drenthe"]
    assert case.placement is not None and case.placement.status == "geschat"
    for part in (case.timeline, case.money, case.form, case.activities, case.results, case.lessons, case.uncertain):
        assert part
    told = " ".join(text for path, text in texts(content) if path.startswith("cases."))
    for quadrant in content.typology.quadrants.values():
        assert quadrant.title not in told


def test_a_similar_case_is_never_said_to_stand_at_an_estimated_place(content: Content) -> None:
    assert all(case.placement is None or case.placement.status != "bevestigd" for case in content.cases.values())


def test_the_signals_of_drenthe_are_there(content: Content) -> None:
    kinds = {signal.kind for signal in content.signals.values()}
    assert kinds == {"succesfactor", "valkuil", "advies"}
    for name, signal in content.signals.items():
        assert any(rule.effect == "aandacht" for rule in signal.rules), name


def test_the_credit_and_the_method_are_in_the_words_that_were_agreed(content: Content) -> None:
    typology = content.typology
    assert typology.credit == (
        "Gebaseerd op een openbare workshop van Platform31 (1 november 2023). De uitwerking is van Poolwijzer. "
        "Platform31, NPLW en de provincie Drenthe zijn er niet verantwoordelijk voor."
    )
    assert typology.method[:4] == (
        "De stellingen zijn gekozen op inhoud en niet statistisch getoetst.",
        "Alle stellingen wegen even zwaar.",
        "De grenzen {laag} en {hoog} zijn een afspraak.",
        "De uitkomst is bedoeld voor het gesprek.",
    )
    assert typology.remarks == ("Geen plek is beter dan een andere. Elke plek vraagt een andere eerste stap.",)
    assert content.questions.note == "Schrijf geen namen en geen oordelen over personen op."
