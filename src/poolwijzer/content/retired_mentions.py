"""Conditions on statements that are asked no more: they read older files, and a remark says what they read now."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Located, Steps, steps_to
from poolwijzer.problems import Problem, quote
from poolwijzer.rules.conditions import Condition, RolesDiffer, StatementIs


def find_retired_mentions(content: Content) -> Iterator[tuple[Steps, str, str]]:
    """Where a condition names a statement that is asked no more: the place, what it reads now, and what to do."""
    if not content.retired:
        return
    for model, node in content.models:
        if isinstance(model, Condition):
            yield from _in_condition(model, steps_to((node,)), content)


def retired_remarks(content: Content, files: Located) -> Iterator[Problem]:
    """The same as remarks, each at its file, line and column."""
    for loc, message, hint in find_retired_mentions(content):
        yield files.locate(loc).problem(message, hint)


def _in_condition(condition: Condition, loc: Steps, content: Content) -> Iterator[tuple[Steps, str, str]]:
    for index, part in enumerate(condition.parts()):
        inner = (*loc, condition.key) if condition.key == "not" else (*loc, condition.key, index)
        yield from _in_condition(part, inner, content)
    if isinstance(condition, StatementIs | RolesDiffer) and condition.statement in content.retired:
        name = condition.statement
        heir = content.successors.get(name)
        reads = f"De regel leest nu {quote(heir)}." if heir else "De regel leest alleen nog antwoorden van vroeger."
        yield (
            (*loc, "statement"),
            f"De stelling {quote(name)} wordt niet meer gevraagd. {reads}",
            content.retired[name].instead,
        )
