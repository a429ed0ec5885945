"""What the statements need to know of the initiative: how far it is, and which body is above the municipalities."""

from __future__ import annotations

import re

from poolwijzer.assessment.model import NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.interview.steps.bodies import ContextNameStep
from poolwijzer.interview.steps.context import ContextStep
from poolwijzer.interview.steps.step import Refused
from poolwijzer.outcome import Outcome
from poolwijzer.workshop.entry.taken import Taken, find_named, find_numbered, part_head


def asked_at_first(content: Content) -> tuple[str, ...]:
    """The questions about the situation that a conversation begins with."""
    return tuple(name for name, question in content.context.items() if question.moment == "start")


def take_context(outcome: Outcome, typed: str, name: str | None = None) -> Taken:
    """An answer to a question about the situation: `fase: idee`, or of a body its name too: `1 de provincie Drenthe`.

    Raises:
        Refused: there is no such question or answer.
    """
    if name is None:
        head, typed = part_head(typed)
        labels = {one: question.short or one for one, question in outcome.content.context.items()}
        name = find_named(head, labels)
    step = ContextStep(outcome, name, outcome.content.context[name].moment)
    labels = {answer: one.label for answer, one in step.question.answers.items()}
    if step.question.kind == "named-choice":
        return _body(outcome, step, labels, typed)
    if step.several:
        numbers = re.fullmatch(r"[\d\s,;]+", typed)
        pieces = re.split(r"[\s,;]+" if numbers else "[,;]", typed.strip())
        after = step.put_answer(tuple(find_numbered(one, labels) for one in pieces if one.strip()))
    else:
        after = step.put_answer(find_numbered(typed, labels) if labels else typed)
    return Taken(after, say_context(Outcome(outcome.content, after, outcome.on), name))


def _body(outcome: Outcome, step: ContextStep, labels: dict[str, str], typed: str) -> Taken:
    kind, _, body = (part.strip() for part in typed.partition(","))
    if not body and (numbered := re.fullmatch(r"([0-9]{1,2})\s+(\S.*)", kind)):
        kind, body = numbered.groups()
    answer = find_numbered(kind, labels)
    after = step.put_answer(answer)
    if body and step.question.answers[answer].alone:
        raise Refused(f"Bij '{labels[answer]}' past geen naam.")
    if body:
        now = Outcome(outcome.content, after, outcome.on)
        after = ContextNameStep(now, ContextStep(now, step.ref, step.question.moment), apart=False).put_answer(body)
    return Taken(after, say_context(Outcome(outcome.content, after, outcome.on), step.ref))


def say_context(outcome: Outcome, name: str) -> str:
    """What was answered to a question about the situation."""
    step = ContextStep(outcome, name, outcome.content.context[name].moment)
    body = step.said.name if isinstance(step.said, NamedChoice) else ""
    return ", ".join(filter(None, (step.summarise() or (step.answer if isinstance(step.answer, str) else ""), body)))
