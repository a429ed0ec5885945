"""What would no longer stand in a file once something is taken over from paper: it is asked about first."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.problems import quote
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.workshop.entry.statements import Row

LONGEST = 60
"""How many characters are told of a text that would go."""


def list_overwritten(before: Assessment, after: Assessment, row: Row, content: Content) -> Iterator[str]:
    """What of a file is replaced by something else, in words; adding to it replaces nothing."""
    for name, answer in before.context.items():
        now = after.context.get(name)
        named = isinstance(answer, NamedChoice) and isinstance(now, NamedChoice) and answer.kind == now.kind
        if now != answer and not (named and not answer.name):  # type: ignore[union-attr]
            yield f"het antwoord op {quote(content.context[name].question if name in content.context else name)}"
    if before.estimate.places and before.estimate.places != after.estimate.places:
        yield "de eigen inschatting"
    if before.estimate.dots and before.estimate.dots != after.estimate.dots:
        yield "de stippen"
    yield from _answers(before, after, row)
    if (answer_before := before.key_question.answer) and answer_before != after.key_question.answer:
        yield f"het antwoord op de sleutelvraag ({excerpt(answer_before, LONGEST)})"
    for name, choice in before.choices.items():
        now_choice = after.choices.get(name)
        moved = now_choice is None or not set(choice.options) <= set(now_choice.options)
        if moved or (now_choice and not set(choice.considering) <= {*now_choice.considering, *now_choice.options}):
            yield f"keuzes bij {content.components[name].title.lower() if name in content.components else name}"
    for agreement in before.agreements:
        now_agreed = next((one for one in after.agreements if one.what == agreement.what), None)
        if now_agreed is None or any(
            old and old != new for old, new in ((agreement.who, now_agreed.who), (agreement.when, now_agreed.when))
        ):
            yield f"de afspraak {excerpt(agreement.what, LONGEST)}"
    for name, question in HIGHLIGHTS.items():
        text = getattr(before.highlights, name)
        if text and text != getattr(after.highlights, name):
            yield f"het antwoord op {quote(question)} ({excerpt(text, LONGEST)})"


def _answers(before: Assessment, after: Assessment, row: Row) -> Iterator[str]:
    numbers = {name: number for number, name in enumerate(row.pick(0), 1)}
    for name, answer in before.answers.items():
        now = after.answers.get(name)
        if answer.given and (now is None or (now.value, now.count) != (answer.value, answer.count)):
            yield f"het antwoord op stelling {numbers.get(name, name)}"
        if answer.votes and (now is None or now.votes != answer.votes):
            yield f"de handen bij stelling {numbers.get(name, name)}"
