"""What stands in the file of a group now, to check against its paper; no place is told."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import count_things
from poolwijzer.outcome import Outcome
from poolwijzer.report.dots import count_dots
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.report.typed_lines import run_on
from poolwijzer.workshop.entry.card import say_choices
from poolwijzer.workshop.entry.places import say_dots, say_estimate
from poolwijzer.workshop.entry.situation import asked_at_first, say_context
from poolwijzer.workshop.entry.statements import Row


def summary_lines(outcome: Outcome, row: Row) -> Iterator[str]:
    """A line for everything that was taken over or was there already."""
    assessment = outcome.assessment
    for name in asked_at_first(outcome.content):
        if told := say_context(outcome, name):
            yield f"{outcome.content.context[name].question} {told}"
    if told := say_estimate(outcome):
        yield f"Eigen inschatting: {told}"
    if told := say_dots(outcome):
        yield f"{count_dots(len(assessment.estimate.dots))}: {told}"
    answered = sum(name in assessment.answers and assessment.answers[name].given for name in row.pick(0))
    yield f"Antwoorden: {answered} van de {len(row)}{f' ({row.say(outcome)})' if answered else ''}"
    if counted := sum(answer.votes is not None for answer in assessment.answers.values()):
        yield f"Handen: bij {count_things(counted, 'stelling', 'stellingen')}"
    for name, component in outcome.content.components.items():
        if told := say_choices(outcome, name):
            yield f"{component.title}: {told}"
        if name in assessment.choices and (why := assessment.choices[name].consideration):
            yield f"Afweging bij {component.title.lower()}: {run_on(why)}"
    if answer := assessment.key_question.answer:
        yield f"Antwoord op de sleutelvraag: {run_on(answer)}"
    for one in assessment.agreements:
        yield f"Afspraak: {'; '.join(filter(None, (one.what, one.who, one.when)))}"
    for name, asked in HIGHLIGHTS.items():
        if told := getattr(assessment.highlights, name):
            yield f"{asked} {told}"
    if assessment.needs:
        yield f"Behoeften: {'; '.join(assessment.needs)}"
