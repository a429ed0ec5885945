"""There is one judge, for one initiative and for many: it finds what every rule says on its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.judgement import Judge
from poolwijzer.engine.placement import place
from poolwijzer.engine.verdicts import find_verdict, place_effect
from poolwijzer.rules.together import Together
from tests.engine.test_more_knowledge import Parts, conditions, menus, parts_of_an_initiative
from tests.roots import ROOT

DAYS = (date(2026, 11, 1), date(2031, 1, 1))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@cache
def judge(on: date) -> Judge:
    return Judge(menus(), on)


def assert_judged_plainly(assessment: Assessment, content: Content, judge: Judge) -> None:
    """One rule after the other, each held against the facts on its own, gives the same."""
    on = judge.on
    facts = PlacedFacts(assessment, content, place(assessment, content), on)
    found = judge.judge(facts)
    # In the order of the menus, whatever the order of the card.
    assert list(found.verdicts) == list(content.options)
    for name, option in content.options.items():
        truths = [rule.truth(facts, on) for rule in option.rules]
        assert [found.truth(rule) for rule in option.rules] == truths
        held = [rule.effect for rule, truth in zip(option.rules, truths, strict=True) if truth]
        asked = [rule for rule in option.rules if found.unknown(rule)]
        place_counts = place_effect(option.fit, facts.placement.in_play)
        assert found.verdicts[name] == find_verdict(place_counts, held, [rule.effect for rule in asked])
        assert all(rule.truth(facts, on) is None and not rule.expired(on) for rule in asked)
        told = found.option(name)
        assert (told.verdict, told.excluded) == found.outcome_of(name) == (found.verdicts[name], "sluit-uit" in held)
        for relation in option.coherence:
            alone = True if relation.when is None else relation.when.truth(facts)
            assert found.holds(relation) is (None if relation.expired(on) else alone)
        assert {id(rule) for rule in told.reasons} == {
            id(rule) for rule, truth in zip(option.rules, truths, strict=True) if truth
        }
    assert all(found.holds(rule) is rule.truth(facts, on) for rule in content.whole.values())
    for effect, raised in (("aandacht", found.signals), ("sterk", found.strengths)):
        assert raised == tuple(
            name
            for name, signal in content.signals.items()
            if any(
                rule.effect == effect
                and rule.truth(facts, on)
                and not any(one.truth(facts) for one in (signal.silent_when, rule.silent_when) if one)
                for rule in signal.rules
            )
        )


@settings(max_examples=40)
@given(parts=parts_of_an_initiative(), size=st.integers(0, 7), on=st.sampled_from(DAYS))
def test_a_judgement_is_what_every_rule_finds_on_its_own(parts: Parts, size: int, on: date) -> None:
    members = [{"name": f"Proefdorp {index}", "population": 9000 + 9000 * index} for index in range(size)]
    responses = [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": f"Proefdorp {index}"},
            "role": ("ambtelijk", "bestuurlijk")[index % 2],
            "answers": {name: value for name, value in parts["answers"].items() if name > f"m{index}"},
        }
        for index in range(size)
    ]
    data: dict[str, Any] = {"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef", "municipalities": members}}
    assessment = Assessment.model_validate({**data, **parts, "responses": responses})
    assert_judged_plainly(assessment, menus(), judge(on))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_judged_by_every_rule_on_its_own(path: Path) -> None:
    assessment = read_assessment(path, menus()).assessment
    assert_judged_plainly(assessment, menus(), judge(DAYS[0]))


@settings(max_examples=40)
@given(st.lists(parts_of_an_initiative(), min_size=1, max_size=4))
def test_conditions_say_together_what_each_says_alone_also_of_what_was_seen_before(several: list[Parts]) -> None:
    content = menus()
    found = conditions(content)
    together = Together(found, content.component_of)
    for parts in [*several, *several]:
        data = {"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef"}, **parts}
        assessment = Assessment.model_validate(data)
        facts = PlacedFacts(assessment, content, place(assessment, content), DAYS[0])
        truths = together.truths(facts)
        assert [truths[number] for number in together.numbers] == [condition.truth(facts) for condition in found]


def test_menus_of_ones_own_with_one_rule_or_none_are_judged_too(tmp_path: Path) -> None:
    (tmp_path / "componenten").mkdir()
    option = "{options: {bij-provincie: {rules: []}}}"
    (tmp_path / "componenten" / "vorm.yaml").write_text(option, encoding="utf-8")
    content = load_menus(tmp_path)
    assert content.options["bij-provincie"].rules == ()
    for path in EXAMPLES:
        assessment = read_assessment(path, content).assessment
        assert_judged_plainly(assessment, content, Judge(content, DAYS[0]))
