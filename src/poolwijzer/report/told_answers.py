"""An answer in words: as the scale has it, as a number of municipalities, or as the mean of many."""

from __future__ import annotations

from poolwijzer.content.questions import Retired
from poolwijzer.content.scale import ScaleLabels
from poolwijzer.engine.results import Contribution, UncountedAnswer
from poolwijzer.outcome import Outcome
from poolwijzer.report import words

HIDDEN = "niet getoond"
NOT_AGREED = "niet afgesproken"
"""Behind an answer that was taken from a count of hands."""
AT_LEAST = "minstens"
"""Before a number that follows from another answer: that says from where on it holds."""


def tell_answer(entry: Contribution | UncountedAnswer, outcome: Outcome) -> str:
    """What was answered to a statement; of an answer that nobody settled on that too."""
    return _marked(_told(entry, outcome), entry)


def _told(entry: Contribution | UncountedAnswer, outcome: Outcome) -> str:
    if entry.withheld:
        return HIDDEN
    if entry.answer is None:
        return outcome.content.typology.scale.unknown if entry.status == "weet-niet" else "niet beantwoord"
    implied = isinstance(entry, Contribution) and entry.implied_by is not None
    if not (entry.joint or implied) or entry.answer.denominator != 1:
        return f"gemiddeld {words.about(entry.answer)}"
    point = int(entry.answer)
    if number := _number(entry.statement, point, outcome):
        return f"{AT_LEAST} {number}" if implied and point != outcome.content.typology.scale.highest else number
    return _with_word(point, labels_for(entry.statement, outcome))


def tell_plainly(entry: Contribution | UncountedAnswer, outcome: Outcome) -> str:
    """The same without numbers of municipalities, for answers of groups of unlike size."""
    if entry.withheld or entry.answer is None or not entry.joint or entry.answer.denominator != 1:
        return tell_answer(entry, outcome)
    return _marked(_with_word(int(entry.answer), labels_for(entry.statement, outcome)), entry)


def _marked(answer: str, entry: Contribution | UncountedAnswer) -> str:
    return answer if entry.agreed or entry.answer is None else f"{answer} ({NOT_AGREED})"


def words_of(statement: str, outcome: Outcome) -> dict[int, str]:
    """What each point says to this group; a point that does not exist for it keeps its word."""
    labels = labels_for(statement, outcome)
    return {**labels.words, **labels.points(outcome.assessment.number_of_municipalities)}


def labels_for(statement: str, outcome: Outcome) -> ScaleLabels:
    """The words of the scale that this group sees: one municipality alone is asked in the form of its own."""
    content = outcome.content
    asked = content.every_statement[statement]
    if isinstance(asked, Retired):
        return content.labels_of(statement)
    return content.typology.scale.labels[asked.asked_as(outcome.assessment.number_of_municipalities).scale]


def _with_word(point: int, labels: ScaleLabels) -> str:
    return f"{point}, {labels.words[point]}" if point in labels.words else str(point)


def _number(statement: str, point: int, outcome: Outcome) -> str:
    """The number of municipalities for which it holds; empty where words say it."""
    labels, of = labels_for(statement, outcome), outcome.assessment.number_of_municipalities
    given = outcome.assessment.answers.get(statement)
    counted = labels.number(given.count, point) if given and given.count else ""
    return counted or (labels.points(of).get(point, "") if labels.points(of) is not labels.words else "")
