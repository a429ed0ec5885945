"""The sentences about the answers themselves: what stands out, what is settled, and what makes a place provisional."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.content.wording import fill_names
from poolwijzer.engine.contradictions import find_answer_remarks
from poolwijzer.outcome import Outcome
from poolwijzer.report.sentences import SentenceMaker

IMPLIED = "Afgeleid uit wat al vastligt."


def remarks_on_answers(outcome: Outcome, sentences: SentenceMaker) -> Iterator[str]:
    """What stands out in the answers; it changes no answer and no place."""
    content = outcome.content
    rules = content.questions.contradictions
    texts = {pair.statements: pair.text for pair in rules.pairs} if rules else {}
    for found in find_answer_remarks(outcome.placement, content):
        if found.axis and rules:
            yield fill_names(rules.same, {"as": content.typology.axes[found.axis].short.lower()})
        elif len(found.statements) == 2:
            yield sentences.fill(texts[found.statements[0], found.statements[1]])


def why_provisional(outcome: Outcome, sentences: SentenceMaker) -> Iterator[str]:
    """What makes a place provisional beside answers that are missing: an answer that holds it down, older questions."""
    placement, content = outcome.placement, outcome.content
    if placement.held:
        holds = content.context[placement.held.question].answers[placement.held.answer].holds_down
        if holds:
            yield sentences.fill(holds.because)
    if placement.older_questions and (change := find_change(outcome.assessment, content)) and change.old_file:
        yield change.old_file


def block_sentence(block: str, outcome: Outcome) -> str:
    """How much of a block is settled, or what it is for."""
    found, texts = outcome.placement.blocks[block], outcome.content.questions.blocks[block]
    if found.settled is None or not found.asked:
        return texts.sentence
    word = texts.word(found.share)
    sentence = texts.sentence_one if found.settled == 1 and texts.sentence_one else texts.sentence
    return fill_names(sentence, {"gevraagd": str(found.asked), "aantal": str(found.settled or "geen"), "woord": word})
