"""Answers and sources that nothing uses: what is asked for nothing, and what is kept for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.papers import PaperExample, PaperText
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.problems import quote
from poolwijzer.rules.conditions import Condition, ContextIs, walk


def find_unused_answers(content: Content, on: date) -> Iterator[MenuFinding]:
    """Answers to a question about the situation that nothing names.

    Of each question one may be: it stands for all that the others are not. What tells nothing, or that there is nothing
    to tell, needs no rule either. Of a question that nothing uses, its answers are not told of as well.
    """
    named = _named(content)
    for name, question in content.context.items():
        answers = [key for key, one in question.answers.items() if not (one.unknown or one.alone)]
        unnamed = [key for key in answers if (name, key) not in named]
        for answer in unnamed if 1 < len(unnamed) < len(answers) else ():
            message = f"Niets kijkt naar het antwoord {quote(answer)}."
            hint = "Schrijf een regel die het noemt, of haal het weg."
            yield MenuFinding(("vragen", "context", name, "answers", answer), message, hint, True, True)


def _named(content: Content) -> set[tuple[str, str]]:
    """Every answer that a condition, a number, a group of phases or an objection goes by."""
    found: set[tuple[str, str]] = set()
    for model, _ in content.models:
        for part in walk(model) if isinstance(model, Condition) else ():
            if isinstance(part, ContextIs):
                found |= {(part.context, answer) for answer in part.named_answers()}
    found |= {(entry.source, answer) for entry in content.maps.values() for answer in entry.values}
    if steps := content.first_steps:
        found |= {(steps.source, answer) for group in steps.groups.values() for answer in group}
    for name, question in content.context.items():
        found |= {(name, answer) for answer in question.answers if answer in content.objections}
    return found


def find_unused_sources(content: Content, on: date) -> Iterator[MenuFinding]:
    """Sources that nothing refers to. Where menus hide something, that may be what refers to them."""
    if content.hidden:
        return
    used = {source for model, _ in content.models for source in model.__dict__.get("sources") or ()}
    used |= {model.source for model, _ in content.models if isinstance(model, PaperText | PaperExample)}
    for name in content.sources:
        if name not in used:
            message = f"Niets verwijst naar de bron {quote(name)}."
            yield MenuFinding(("bronnen", "sources", name), message, "Verwijs ernaar, of haal haar weg.", True, True)
