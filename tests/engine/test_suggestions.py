"""What goes well with the choices so far, for what is still open."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.report.advice_words import AdviceWords

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)


def advised(content: Content, assessment: Assessment) -> AdviceWords:
    return AdviceWords(find_outcome(assessment, content, ON))


def chosen(**options: list[str]) -> dict[str, Any]:
    return {component: {"options": listed} for component, listed in options.items()}


def offered(content: Content, assessment: Assessment) -> dict[str, list[str]]:
    """The options that are suggested, each with the choices that it goes well with."""
    found = advised(content, assessment).suggested
    return {entry.option: [partner.option for partner in entry.partners] for entry in found}


def test_nothing_is_suggested_before_something_was_chosen(content: Content, assessment_of: Make) -> None:
    assert offered(content, assessment_of()) == {}


def test_what_combines_with_a_choice_is_suggested_whichever_of_the_two_says_so(
    content: Content, assessment_of: Make
) -> None:
    found = offered(content, assessment_of(municipalities=8, choices=chosen(verdeling=["strippenkaart"])))
    assert found["bij-provincie"] == ["strippenkaart"], "said by the province's option"
    assert found["vaste-basis-plus-opslag"] == ["strippenkaart"], "said by the strippenkaart"


def test_each_suggestion_says_why(content: Content, assessment_of: Make) -> None:
    found = advised(content, assessment_of(municipalities=8, choices=chosen(verdeling=["strippenkaart"]))).suggested
    assert found
    assert all(partner.because and partner.title for entry in found for partner in entry.partners)


def test_a_component_with_a_choice_or_something_of_ones_own_gets_no_suggestion(
    content: Content, assessment_of: Make
) -> None:
    choices = {**chosen(verdeling=["strippenkaart"]), "vorm": {"other": ["Een eigen vorm."]}}
    found = advised(content, assessment_of(municipalities=8, choices=choices)).suggested
    assert not {"vorm", "verdeling"} & {entry.component for entry in found}


def test_what_is_being_considered_is_still_open(content: Content, assessment_of: Make) -> None:
    choices = {**chosen(verdeling=["strippenkaart"]), "vorm": {"considering": ["nieuwe-organisatie"]}}
    assert "bij-provincie" in offered(content, assessment_of(municipalities=8, choices=choices))


@pytest.mark.slow
def test_what_chafes_with_a_choice_is_not_suggested_even_if_it_combines_with_another(
    tmp_path: Path, assessment_of: Make
) -> None:
    (tmp_path / "componenten").mkdir()
    own = "options: {strippenkaart: {coherence: [{kind: %s, options: [bij-provincie], because: Dat is zo.}]}}"
    for kind, suggested in (("friction", False), ("excludes", False), ("combines", True)):
        (tmp_path / "componenten" / "verdeling.yaml").write_text(own % kind, encoding="utf-8")
        choices = chosen(verdeling=["strippenkaart"], personeel=["inzet-op-opdracht"])
        found = offered(load_menus(tmp_path), assessment_of(municipalities=8, choices=choices))
        assert ("bij-provincie" in found) is suggested


def test_what_fits_less_now_is_not_suggested(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(municipalities=3, choices=chosen(verdeling=["strippenkaart"]))
    assert "vaste-basis-plus-opslag" not in offered(content, assessment), "too few municipalities for that"


def test_what_would_leave_work_without_an_employer_is_not_suggested(content: Content, assessment_of: Make) -> None:
    choices = chosen(vorm=["onderlinge-afspraken"], verdeling=["strippenkaart"])
    for arranged, suggested in (("nog-niets", False), ("werkgever", True)):
        assessment = assessment_of(municipalities=5, choices=choices, context={"geregeld": [arranged]})
        assert ("procesbegeleiding-projectleiding" in offered(content, assessment)) is suggested


@cache
def menus() -> Content:
    return load_menus(None)


def picks() -> st.SearchStrategy[dict[str, list[str]]]:
    """Choices in some of the components."""
    some = {
        name: st.lists(st.sampled_from(sorted(component.options)), unique=True, max_size=2)
        for name, component in menus().components.items()
    }
    return st.fixed_dictionaries({}, optional=some)


@pytest.mark.slow
@given(picked=st.deferred(picks))
def test_no_suggestion_brings_a_conflict_or_friction_or_a_gap_with_what_was_chosen(
    picked: dict[str, list[str]],
) -> None:
    parts = {"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef"}}
    before = advised(menus(), Assessment.model_validate({**parts, "choices": chosen(**picked)}))
    known = {finding.text for finding in before.coherence}
    for entry in before.suggested:
        more = chosen(**{**picked, entry.component: [entry.option]})
        after = advised(menus(), Assessment.model_validate({**parts, "choices": more}))
        for finding in after.coherence:
            # An option may say that it does not do well alone: that is for a next choice to mend.
            both = entry.option in finding.options and len(finding.options) > 1
            bad = finding.kind in ("conflict", "wringt", "mist") and finding.certain and finding.text not in known
            assert not (both and bad), finding
        others = menus().components.keys() - {entry.component}
        assert all(after.outcome.cards[name] == before.outcome.cards[name] for name in others), "a verdict moved"
