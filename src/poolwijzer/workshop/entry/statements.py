"""The sheet with the short list: the answers as one row in its order, and where these were counted the hands."""

from __future__ import annotations

import re

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.interview.picking import hands_row
from poolwijzer.interview.question import WEET_NIET
from poolwijzer.interview.steps.statement import StatementStep
from poolwijzer.interview.steps.step import Refused
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.handout.situation import Situation
from poolwijzer.report.handout.statements import asked_in_order
from poolwijzer.workshop.entry.taken import Taken, part_head

NOTHING = "-"
"""What is typed where a sheet has no cross."""
_UNKNOWN = ("?", WEET_NIET, UNKNOWN, "wn")


class Row:
    """The statements on the sheet, in order.

    Which ones stand there follows from what was known when it was printed: without a body above the municipalities
    half of them. Who typed first that there is none still holds a sheet with all of them.
    """

    def __init__(self, content: Content, printed: Assessment) -> None:
        """The sheet that was printed of this."""
        self._shown = _list(Situation(content, printed))
        self._all = _list(Situation(content, printed.model_copy(update={"context": {}})))

    def __len__(self) -> int:
        return len(self._shown)

    def pick(self, number: int) -> tuple[str, ...]:
        """The statements of a sheet with so many of them; those that are there where there is no such sheet."""
        return self._all if number == len(self._all) else self._shown

    def named(self, number: str) -> str:
        """The statement with this number.

        Raises:
            Refused: there is none.
        """
        if re.fullmatch("[0-9]{1,3}", number) and 1 <= int(number) <= len(self._all):
            order = self._shown if int(number) <= len(self._shown) else self._all
            return order[int(number) - 1]
        raise Refused(f"Stelling {quote(number)} is er niet. De stellingen zijn 1 tot en met {len(self._all)}.")

    def say(self, outcome: Outcome) -> str:
        """The row as it is typed; empty where nothing was answered."""
        steps = [StatementStep(outcome, name) for name in self._shown]
        if all(step.answer is None for step in steps):
            return ""
        return " ".join(_typed(step) for step in steps)


def take_answers(outcome: Outcome, row: Row, typed: str) -> Taken:
    """The answers as one row, such as `4 4 ? 3 2`.

    Raises:
        Refused: there are too many or too few, which would shift all others, or one cannot be; tells of all.
    """
    keys = _keys(typed, row)
    names = row.pick(len(keys))
    if len(keys) != len(names):
        there = f"{'Dit is' if len(keys) == 1 else 'Dit zijn'} {count_things(len(keys), 'antwoord', 'antwoorden')}"
        message = f"{there}, en er zijn {count_things(len(names), 'stelling', 'stellingen')}."
        raise Refused(f"{message} Typ een streepje waar niets is aangekruist, en ? bij weet niet.")
    told, wrong = [], []
    for number, (name, key) in enumerate(zip(names, keys, strict=True), 1):
        if key == NOTHING:
            continue
        step = StatementStep(outcome, name)
        point = UNKNOWN if key in _UNKNOWN else step.meant(key)
        try:
            if point is None:
                raise Refused(f"{quote(key)} kan hier niet. Kies {_choices(step)}, of ? bij weet niet.")
            after = step.put_answer(point)
        except Refused as refusal:
            wrong.append(f"Stelling {number}: {refusal}")
            continue
        outcome = Outcome(outcome.content, after, outcome.on)
        told.append(f"{number}: {_words(StatementStep(outcome, name))}")
    if wrong:
        raise Refused(" ".join(wrong))
    return Taken(outcome.assessment, ", ".join(told) or "geen antwoorden")


def take_hands(outcome: Outcome, row: Row, typed: str) -> Taken:
    """The hands for statements, such as `3: 0 2 5 1 0; 8: 1 1 4 2 0 2`.

    Raises:
        Refused: there is no such statement, or these are no hands for its answers.
    """
    told = []
    for piece in filter(None, map(str.strip, typed.split(";"))):
        number, counts = part_head(piece)
        name = row.named(number)
        step = StatementStep(outcome, name)
        question = step.ask()
        hands = hands_row(question, counts)
        if hands is None:
            many = len(question.items)
            raise Refused(f"Stelling {number}: typ {many - 1} of {many} getallen, zoals {number}: 0 2 5 1 0.")
        outcome = Outcome(outcome.content, step.put_hands(hands), outcome.on)
        told.append(f"stelling {number}: {' '.join(map(str, hands.values()))}")
    return Taken(outcome.assessment, "; ".join(told))


def _list(situation: Situation) -> tuple[str, ...]:
    return tuple(
        name
        for axis in situation.content.typology.axes
        for names in asked_in_order(axis, situation).values()
        for name in names
    )


def _keys(typed: str, row: Row) -> list[str]:
    """What was typed for each statement, also where all was typed together: `44?325`."""
    keys = [key.lower() for key in re.split(r"[\s,;/]+", typed) if key]
    together = len(keys) == 1 and len(row) > 1 and re.fullmatch(r"[0-9?w-]{3,}", keys[0])
    return list(keys[0]) if together else keys


def _choices(step: StatementStep) -> str:
    keys = [item.key for item in step.ask().items if item.key.isdigit()]
    return f"{keys[0]} tot en met {keys[-1]}"


def _typed(step: StatementStep) -> str:
    if step.answer is None:
        return NOTHING
    return "?" if step.answer.known is None else step.keys.get(step.answer.known, NOTHING)


def _words(step: StatementStep) -> str:
    """An answer with its words, so that who typed sees a row that shifted."""
    at = step.answer.known if step.answer else None
    words = step.content.typology.scale.unknown if at is None else step.labels.points(step.of).get(at, str(at))
    return words if at is None else f"{step.summarise()} ({words})"
