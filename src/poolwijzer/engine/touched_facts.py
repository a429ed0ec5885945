"""Which facts of law, money and dates touch an initiative, and which of them belong at the top of its report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFact
from poolwijzer.content.locations import models_below
from poolwijzer.engine.judgement import Judgement
from poolwijzer.engine.roadmap import MoneyEnd, find_deadlines

MOST_NOTICES = 4


def find_touched_facts(judgement: Judgement) -> frozenset[str]:
    """The facts that a chosen option, a rule that holds, a raised signal, a deadline or their own `when` brings in.

    The menus are those of the day (see `menus_on`), in which nothing refers to a fact that is silent.
    """
    return frozenset(_touched(judgement))


def find_notices(touched: frozenset[str], content: Content, on: date) -> tuple[str, ...]:
    """Of the facts that touch an initiative those for the top of its report, at most `MOST_NOTICES`.

    Those whose text changes first come first.
    """
    facts = content.dated_facts
    told = [name for name, fact in facts.items() if fact.notice and name in touched]
    return tuple(sorted(told, key=lambda name: _next_change(facts[name], on))[:MOST_NOTICES])


def facts_named_in(part: object, content: Content) -> tuple[str, ...]:
    """The facts that a part of the menus refers to, each once, in the order of the menus."""
    found: set[str] = set()
    for model, _ in models_below(part, (None, "")):
        fields = model.__dict__
        if fact := fields.get("fact"):
            found.add(fact)
        elif facts := fields.get("facts"):
            found.update(facts)
    return tuple(name for name in content.dated_facts if name in found)


def _touched(judgement: Judgement) -> Iterator[str]:
    facts = judgement.facts
    content: Content = facts.content
    for name, option in content.options.items():
        if facts.chosen(name):
            yield from facts_named_in(option, content)
        for rule in option.rules:
            if rule.fact and judgement.truth(rule):
                yield rule.fact
    for name in (*judgement.signals, *judgement.strengths):
        signal = content.signals[name]
        yield from signal.facts
        yield from (rule.fact for rule in signal.rules if rule.fact and judgement.truth(rule))
    for whole in content.whole.values():
        if whole.fact and whole.truth(facts, facts.on):
            yield whole.fact
    for _, deadline in find_deadlines(facts):
        if not isinstance(deadline, MoneyEnd) and deadline.fact:
            yield deadline.fact
    for name, fact in content.dated_facts.items():
        if fact.when and fact.stage(facts.on) and fact.when.truth(facts):
            yield name


def _next_change(fact: DatedFact, on: date) -> date:
    """The day after which the fact says something else, or nothing."""
    stage = fact.stage(on)
    return (stage.valid_until if stage else None) or date.max
