"""What stands behind a paper: all that was chosen and why, and what was agreed, in the words of the group."""

from __future__ import annotations

from collections.abc import Iterator, Set

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.papers import ChoicesTable
from poolwijzer.report.model import Table
from poolwijzer.report.papers.fields import PaperFields


def tell_choices(fields: PaperFields, words: ChoicesTable, told: Set[str]) -> Table:
    """Components with what was chosen and considered, and why; a column that would be empty is left out.

    Args:
        fields: Of the initiative.
        words: Of the table.
        told: The components of which the paper itself tells why.
    """
    facts, content = fields.outcome.facts, fields.outcome.content
    rows = []
    for name, component in content.components.items():
        choice = fields.assessment.choices.get(name)
        if choice is None:
            continue
        own = choice.other
        chosen = "; ".join([*map(fields.title, facts.chosen_in(name)), *own])
        considering = "; ".join(map(fields.title, facts.considered_in(name)))
        why = words.told if name in told else choice.consideration
        rows.append((component.title, chosen or words.open, considering, why))
    head = (words.component, words.chosen, words.considering, words.reason)
    kept = [column for column in range(len(head)) if column < 2 or any(row[column] for row in rows)]
    shown = (tuple(row[column] or "-" for column in kept) for row in rows)
    return Table(words.caption, tuple(head[column] for column in kept), tuple(shown))


def has_own_words(assessment: Assessment) -> bool:
    """Whether an annex with the choices repeats what people typed."""
    typed = (one.consideration or one.other for one in assessment.choices.values())
    return bool(assessment.key_question.answer or assessment.agreements or any(typed))


def list_agreements(fields: PaperFields) -> Iterator[str]:
    """What was agreed, each with who and when."""
    for one in fields.assessment.agreements:
        beside = ", ".join(filter(None, (one.who, one.when)))
        yield f"{one.what.rstrip('. ')} ({beside})." if beside else one.what
