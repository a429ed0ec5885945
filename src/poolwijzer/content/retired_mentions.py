"""Mentions of what is no more: a statement that was asked, which rules still read, and a source that went."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.content.claims import Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.locations import Located, Steps, steps_to
from poolwijzer.problems import Problem, quote
from poolwijzer.rules.conditions import Condition, RolesDiffer, StatementIs


def find_retired_mentions(content: Content) -> Iterator[tuple[Steps, str, str]]:
    """Where the menus name what is no more: the place, what that means now, and what to do."""
    gone = {source for change in content.typology.changes for source in change.sources_gone} - content.sources.keys()
    for model, node in content.models:
        if isinstance(model, Condition):
            yield from _in_condition(model, steps_to((node,)), content)
        elif isinstance(model, Sourced) and not gone.isdisjoint(model.sources):
            for index, source in enumerate(model.sources):
                if source in gone:
                    message = f"De bron {quote(source)} staat niet meer in de menu's."
                    yield steps_to((node, "sources", index)), message, "Haal haar weg, of zet haar in uw bronnen.yaml."


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
