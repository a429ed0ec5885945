"""The sentences about the answers themselves: what stands out, what is settled, and what makes a place provisional."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.content.wording import fill_names
from poolwijzer.engine.contradictions import find_answer_remarks
from poolwijzer.engine.results import Contribution, UncountedAnswer
from poolwijzer.outcome import Outcome
from poolwijzer.report.sentences import SentenceMaker

NOT_AGREED_ONE = (
    "Bij 1 stelling sprak de groep geen antwoord af. Nu telt het antwoord met de meeste handen. Bespreek dat samen."
)
NOT_AGREED_MORE = (
    "Bij {} stellingen sprak de groep geen antwoord af. Nu telt daar het antwoord met de meeste handen. "
    "Bespreek die samen."
)
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


def tell_not_agreed(outcome: Outcome) -> Iterator[str]:
    """At how many statements the answer that counts is only the one with most hands."""
    placement = outcome.placement
    entries: list[Contribution | UncountedAnswer] = [
        *(entry for place in placement.axes.values() for entry in place.contributions),
        *(entry for block in placement.blocks.values() for entry in block.answers),
    ]
    if number := sum(not entry.agreed and entry.answer is not None for entry in entries):
        yield NOT_AGREED_ONE if number == 1 else NOT_AGREED_MORE.format(number)


def why_provisional(outcome: Outcome, sentences: SentenceMaker) -> Iterator[str]:
    """What makes a place provisional beside answers that are missing: what nobody agreed on, what holds it down."""
    placement, content = outcome.placement, outcome.content
    yield from tell_not_agreed(outcome)
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
