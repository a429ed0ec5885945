"""The choices judged together: conflicts, gaps, and what goes well."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.report.advice import Finding
from poolwijzer.report.advice_words import AdviceWords

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
SPREAD = "verdeling"


def findings(content: Content, assessment: Assessment, on: date = ON) -> list[Finding]:
    """What stands out in the choices."""
    return list(AdviceWords(find_outcome(assessment, content, on)).coherence)


def kinds(found: list[Finding], kind: str) -> list[tuple[str, ...]]:
    """The options of the findings of one kind."""
    return [finding.options for finding in found if finding.kind == kind]


def chosen(**options: list[str]) -> dict[str, Any]:
    """Choices for components."""
    return {component: {"options": listed} for component, listed in options.items()}


def test_two_choices_that_cannot_go_together_are_a_conflict(content: Content, assessment_of: Make) -> None:
    both = findings(content, assessment_of(choices=chosen(vorm=["nieuwe-organisatie", "bij-provincie"])))
    assert kinds(both, "conflict") == [("bij-provincie", "nieuwe-organisatie")]
    assert both[0].kind == "conflict"
    assert both[0].certain
    assert "kan niet" in both[0].text


def test_one_of_two_excluding_options_is_no_conflict(content: Content, assessment_of: Make) -> None:
    for option in ("nieuwe-organisatie", "bij-provincie"):
        assert not kinds(findings(content, assessment_of(choices=chosen(vorm=[option]))), "conflict")


def test_considering_is_not_choosing(content: Content, assessment_of: Make) -> None:
    choices = {"vorm": {"options": ["bij-provincie"], "considering": ["nieuwe-organisatie"]}}
    assert not kinds(findings(content, assessment_of(choices=choices)), "conflict")


@pytest.mark.parametrize(
    ("municipalities", "options", "stands_out"),
    [
        (7, ["goed-gesprek"], True),
        (6, ["goed-gesprek"], False),
        (7, ["goed-gesprek", "strippenkaart"], False),
        (7, ["goed-gesprek", "gezamenlijk-jaarprogramma"], False),
        (7, ["strippenkaart"], False),
    ],
)
def test_friction_stands_out_only_when_its_condition_holds(
    content: Content, assessment_of: Make, municipalities: int, options: list[str], stands_out: bool
) -> None:
    assessment = assessment_of(municipalities=municipalities, choices=chosen(verdeling=options))
    found = [names for names in kinds(findings(content, assessment), "wringt") if "goed-gesprek" in names]
    assert found == ([("goed-gesprek",)] if stands_out else [])


def test_friction_whose_condition_is_not_known_is_uncertain(content: Content, assessment_of: Make) -> None:
    found = findings(content, assessment_of(choices=chosen(verdeling=["goed-gesprek"])))
    assert [(finding.options, finding.certain) for finding in found if finding.kind == "wringt"] == [
        (("goed-gesprek",), False)
    ]


def test_choices_that_strengthen_each_other_are_told(content: Content, assessment_of: Make) -> None:
    found = findings(content, assessment_of(choices=chosen(verdeling=["strippenkaart", "gezamenlijk-jaarprogramma"])))
    assert kinds(found, "versterkt") == [("strippenkaart", "gezamenlijk-jaarprogramma")]


def test_a_component_left_empty_is_told_once_the_group_has_begun_to_choose(
    content: Content, assessment_of: Make
) -> None:
    assert not kinds(findings(content, assessment_of(choices={})), "leeg")
    begun = findings(content, assessment_of(choices=chosen(vorm=["onderlinge-afspraken"])))
    empty = next(finding for finding in begun if finding.kind == "leeg")
    assert set(empty.components) == set(content.components) - {"vorm"}
    titles = empty.text.removeprefix("Hier is nog niets gekozen: ").removesuffix(".").split("; ")
    assert titles == [component.title for name, component in content.components.items() if name != "vorm"]


def test_something_of_ones_own_fills_a_component(content: Content, assessment_of: Make) -> None:
    choices = {**chosen(vorm=["onderlinge-afspraken"]), SPREAD: {"other": ["Wij loten."]}}
    empty = next(finding for finding in findings(content, assessment_of(choices=choices)) if finding.kind == "leeg")
    assert SPREAD not in empty.components


def test_what_was_chosen_and_now_fits_less_asks_for_attention_with_the_reason(
    content: Content, assessment_of: Make
) -> None:
    # One year speaks for agreements among each other, and against a place with the province.
    context = {"verband": {"kind": "res-regio"}, "looptijd": "tot-1"}
    assessment = assessment_of(context=context, choices=chosen(vorm=["bij-provincie", "onderlinge-afspraken"]))
    found = [finding for finding in findings(content, assessment) if finding.kind == "aandacht"]
    assert [finding.options for finding in found] == [("bij-provincie",)]
    assert found[0].text.startswith("Al gekozen. Vraagt nu extra aandacht: ")
    assert found[0].text != "Al gekozen. Vraagt nu extra aandacht: "


@pytest.fixture
def with_relation(tmp_path: Path) -> Callable[..., Content]:
    """The shipped menus in which the strippenkaart has one other relation."""

    def made(written: str) -> Content:
        folder = tmp_path / "componenten"
        folder.mkdir(exist_ok=True)
        text = f"options:\n  strippenkaart:\n    coherence:\n      - {written}\n"
        (folder / "verdeling.yaml").write_text(text, encoding="utf-8")
        return load_menus(tmp_path)

    return made


def test_what_an_option_requires_is_missing_until_one_of_them_is_chosen(
    with_relation: Callable[..., Content], assessment_of: Make
) -> None:
    menus = with_relation(
        "{kind: requires, options: [goed-gesprek, gezamenlijk-jaarprogramma], because: Er hoort een regel bij.}"
    )
    missing = findings(menus, assessment_of(choices=chosen(verdeling=["strippenkaart"])))
    assert kinds(missing, "mist") == [("strippenkaart", "goed-gesprek", "gezamenlijk-jaarprogramma")]
    complete = assessment_of(choices=chosen(verdeling=["strippenkaart", "gezamenlijk-jaarprogramma"]))
    assert not kinds(findings(menus, complete), "mist")
    assert not kinds(findings(menus, assessment_of(choices=chosen(verdeling=["gezamenlijk-jaarprogramma"]))), "mist")


def test_a_relation_that_ran_out_is_no_longer_certain(
    with_relation: Callable[..., Content], assessment_of: Make
) -> None:
    menus = with_relation(
        "{kind: excludes, options: [capaciteit-matching], because: Dat mag niet., valid_until: 2026-12-31}"
    )
    assessment = assessment_of(choices=chosen(verdeling=["strippenkaart", "capaciteit-matching"]))
    certain = {
        day: [finding.certain for finding in findings(menus, assessment, day) if finding.kind == "conflict"]
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    }
    assert certain == {date(2026, 12, 31): [True], date(2027, 1, 1): [False]}


def test_conflicts_come_before_gaps_and_good_combinations_last(content: Content, assessment_of: Make) -> None:
    choices = chosen(
        vorm=["bij-provincie", "nieuwe-organisatie"],
        verdeling=["strippenkaart", "gezamenlijk-jaarprogramma"],
    )
    order = [finding.kind for finding in findings(content, assessment_of(choices=choices))]
    assert order[0] == "conflict"
    assert order[-1] == "versterkt"
    assert order.index("leeg") < order.index("versterkt")


def whole(content: Content, assessment: Assessment) -> dict[str, tuple[str, bool]]:
    """What the rules over the whole choice find: kind and certainty, by the sentence they say."""
    said = {rule.because: name for name, rule in content.whole.items()}
    found = findings(content, assessment)
    return {said[finding.text]: (finding.kind, finding.certain) for finding in found if finding.text in said}


@pytest.mark.parametrize(
    ("choices", "context", "expected"),
    [
        (
            chosen(vorm=["onderlinge-afspraken"], activiteiten=["procesbegeleiding-projectleiding"]),
            {"geregeld": ["nog-niets"]},
            {"vorm-zonder-werkgever": ("mist", True)},
        ),
        (
            chosen(vorm=["onderlinge-afspraken"], activiteiten=["procesbegeleiding-projectleiding"]),
            {"geregeld": ["werkgever"]},
            {},
        ),
        (
            chosen(vorm=["onderlinge-afspraken"], activiteiten=["procesbegeleiding-projectleiding"]),
            {},
            {"vorm-zonder-werkgever": ("mist", False)},
        ),
        (
            chosen(vorm=["bij-provincie"], activiteiten=["procesbegeleiding-projectleiding"]),
            {"geregeld": ["nog-niets"]},
            {},
        ),
        (
            chosen(activiteiten=["inkoopacties"], financiering=[]),
            {},
            {"werk-zonder-betaler": ("mist", True)},
        ),
        (
            chosen(activiteiten=["inkoopacties"]),
            {"geld": ["niets"]},
            {"werk-zonder-geld": ("wringt", True)},
        ),
        (
            chosen(financiering=["rijk-via-regio"]),
            {"geld": ["provincie"], "geregeld": ["werkgever"], "thema": ["warmtenet"]},
            {"rijksgeld-zonder-beheerder": ("mist", True)},
        ),
        (
            # The list of themes may still name isolation, and then the rule of that grant says who receives it.
            chosen(financiering=["rijk-via-regio"]),
            {"geld": ["provincie"], "geregeld": ["werkgever"]},
            {"rijksgeld-zonder-beheerder": ("mist", False)},
        ),
        (
            chosen(financiering=["rijk-via-regio"]),
            {"geld": ["provincie"]},
            {"rijksgeld-zonder-beheerder": ("mist", False)},
        ),
        (chosen(financiering=["rijk-via-regio"]), {"geld": ["rijk-via-de-regio"]}, {}),
    ],
)
def test_the_whole_choice_is_judged_by_the_rules_of_the_menus(
    content: Content,
    assessment_of: Make,
    choices: dict[str, Any],
    context: dict[str, Any],
    expected: dict[str, tuple[str, bool]],
) -> None:
    assert whole(content, assessment_of(choices=choices, context=context)) == expected


def test_what_the_group_wrote_itself_may_be_what_seems_absent(content: Content, assessment_of: Make) -> None:
    paid = {"options": [], "other": ["Het waterschap betaalt mee."]}
    assert whole(content, assessment_of(choices={**chosen(activiteiten=["inkoopacties"]), "financiering": paid})) == {}


def test_a_rule_over_the_whole_choice_names_what_was_chosen_and_the_components_it_is_about(
    content: Content, assessment_of: Make
) -> None:
    choices = chosen(activiteiten=["inkoopacties"], financiering=[])
    found = next(one for one in findings(content, assessment_of(choices=choices)) if one.kind == "mist")
    assert found.options == ("inkoopacties",)
    assert found.components == ("activiteiten", "financiering")


def test_rules_over_the_whole_choice_are_content(tmp_path: Path, assessment_of: Make) -> None:
    own = """\
rules:
  werk-zonder-betaler: {hide: true}
  proef:
    kind: attention
    when: {all: [{chosen: inkoopacties}, {municipalities: number, at_most: 3}]}
    because: Met weinig gemeenten is dit snel geregeld.
"""
    (tmp_path / "samenhang.yaml").write_text(own, encoding="utf-8")
    assessment = assessment_of(municipalities=3, choices=chosen(activiteiten=["inkoopacties"], financiering=[]))
    assert whole(load_menus(tmp_path), assessment) == {"proef": ("aandacht", True)}


def test_every_rule_over_the_whole_choice_can_be_raised(content: Content) -> None:
    for name, rule in content.whole.items():
        assert set(rule.named) - set(rule.absent), f"{name} speaks only of what was not chosen"
