"""The more is known of an initiative, the more rules of the shipped menus are settled; none comes loose again."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.placement import place
from poolwijzer.rules.conditions import Condition, InQuadrant, walk
from poolwijzer.rules.facts import HIDDEN

Parts = dict[str, dict[str, Any]]


@cache
def menus() -> Content:
    return load_menus(None)


def conditions(content: Content) -> list[Condition]:
    """Every condition of the menus, but those on a quadrant: more answers can put an initiative on a border."""
    rules: list[Condition] = [rule.when for option in content.options.values() for rule in option.rules]
    rules += [rule.when for signal in content.signals.values() for rule in signal.rules]
    relations = [relation for option in content.options.values() for relation in option.coherence]
    rules += [rule.when for rule in content.whole.values()]
    phases = content.plan.phases.values() if content.plan else ()
    steps = [step for phase in phases for step in (*phase.steps.values(), *phase.decisions.values())]
    optional = [*(relation.when for relation in relations), *(step.when for step in steps)]
    found = rules + [when for when in optional if when is not None]
    return [when for when in found if not any(isinstance(part, InQuadrant) for part in walk(when))]


def facts_of(parts: Parts, municipalities: int) -> PlacedFacts:
    content = menus()
    members = [{"name": f"Proefdorp {index}", "population": 9000 + 9000 * index} for index in range(municipalities)]
    initiative = {"id": "proef", "name": "Proef", "municipalities": members}
    data = {"poolwijzer": 1, "initiative": initiative, "questions": "volledig", **parts}
    assessment = Assessment.model_validate(data)
    return PlacedFacts(assessment, content, place(assessment, content), date(2026, 11, 1))


def truths(parts: Parts, municipalities: int) -> list[bool | None]:
    facts = facts_of(parts, municipalities)
    return [condition.truth(facts) for condition in conditions(menus())]


def silent_in(parts: Parts, municipalities: int) -> set[str]:
    """What has no answer and leaves nothing open: statements not asked here or in a silent block, silent questions."""
    facts, content = facts_of(parts, municipalities), menus()
    statements = {name for name, one in content.statements.items() if one.block and facts.statement(name) is HIDDEN}
    return statements | {name for name, one in content.context.items() if one.silent and name not in parts["context"]}


@st.composite
def parts_of_an_initiative(draw: st.DrawFn) -> Parts:
    content = menus()
    answers = st.dictionaries(st.sampled_from(list(content.statements)), st.integers(1, 5) | st.just("weet-niet"))
    questions = [name for name, question in content.context.items() if question.answers]
    context = {
        name: draw(st.sampled_from(list(content.context[name].answers)))
        for name in draw(st.lists(st.sampled_from(questions), unique=True))
    }
    choices = {
        name: {"options": draw(st.lists(st.sampled_from(list(content.components[name].options)), unique=True))}
        for name in draw(st.lists(st.sampled_from(list(content.components)), unique=True))
    }
    return {"answers": draw(answers), "context": context, "choices": choices}


@settings(max_examples=40, deadline=None)
@given(less=parts_of_an_initiative(), extra=parts_of_an_initiative(), members=st.tuples(st.just(0), st.integers(0, 9)))
def test_more_knowledge_never_makes_a_known_rule_unknown(less: Parts, extra: Parts, members: tuple[int, int]) -> None:
    # What was said stays as it was said; not knowing is no knowledge, and may give way to an answer.
    known = {name: answer for name, answer in less["answers"].items() if answer != "weet-niet"}
    # An answer that nobody waited for is news: what hangs on it was settled without it, and is looked at anew.
    news = silent_in(less, members[0])
    waited_for = {part: {name: one for name, one in extra[part].items() if name not in news} for part in extra}
    more = {part: {**waited_for[part], **less[part]} for part in less}
    more["answers"] = {**less["answers"], **waited_for["answers"], **known}
    for before, after in zip(truths(less, members[0]), truths(more, members[1]), strict=True):
        assert before is None or after is not None


def test_the_menus_have_rules_to_hold_this_against() -> None:
    assert len(conditions(menus())) > 100
    assert None in truths({}, 0)
