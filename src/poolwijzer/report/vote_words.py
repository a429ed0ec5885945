"""The hands of a group in words: how many went up for what, and where most of them are."""

from __future__ import annotations

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.dutch import count_things, join_words, number
from poolwijzer.engine.respondents import StatementView
from poolwijzer.engine.vote import Choice, Vote
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.told_answers import words_of

DIVIDED, DISAGREED = "De handen gaan uiteen.", "verdeeld"


def tell_hands(vote: Vote, statement: str, outcome: Outcome) -> str:
    """How many hands each answer got: `12 handen: 4 geen, 5 een paar, 3 ongeveer de helft`."""
    told = {answer_of(one, statement, outcome): count for one, count in _hands(vote, outcome).items() if count}
    # Behind a number another number is no word, and a comma in an answer parts no answers.
    times = " keer " if any(answer[:1].isdigit() for answer in told) else " "
    between = "; " if any("," in answer for answer in told) else ", "
    counted = between.join(f"{number(count)}{times}{answer}" for answer, count in told.items())
    return f"{count_things(vote.total, 'hand', 'handen')}: {counted}"


def tell_agreement(view: StatementView) -> str:
    """How far people agree, in a word; empty where that is not told. Of hands that are divided never that they do."""
    if view.agreement is None:
        return ""
    found = words.agreed(view.agreement)
    return DISAGREED if view.vote and view.vote.divided and found.endswith("eensgezind") else found


def tell_fullest(vote: Vote, statement: str, outcome: Outcome) -> str:
    """Which answer has most hands, or which have as many: `De meeste handen: een paar (5 van de 12)`."""
    titles = [answer_of(choice, statement, outcome) for choice in vote.fullest]
    most = number(max(_hands(vote, outcome).values()))
    # Behind a number of municipalities it has to be said that these are hands.
    of = f"{most} van de {number(vote.total)}{' handen' if any(map(str.isdigit, ''.join(titles))) else ''}"
    if len(titles) == 1:
        return f"De meeste handen: {titles[0]} ({of})."
    return f"Evenveel handen: {join_words(titles, 'en')} (elk {of})."


def answer_of(choice: Choice, statement: str, outcome: Outcome) -> str:
    """What hands went up for, as this group reads it."""
    if choice == UNKNOWN:
        return outcome.content.typology.scale.unknown
    return words_of(statement, outcome)[choice]


def _hands(vote: Vote, outcome: Outcome) -> dict[Choice, int]:
    return {**dict(zip(outcome.content.typology.scale.points(), vote.counts, strict=True)), UNKNOWN: vote.unknown}
