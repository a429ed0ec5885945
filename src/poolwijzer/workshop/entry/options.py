"""The paper of a group given all at once: every line is checked, and what is wrong is told of all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poolwijzer.dutch import join_words
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import InputError, Problem
from poolwijzer.workshop.entry import card, closing, places, situation, statements
from poolwijzer.workshop.entry.lines import EntryLine
from poolwijzer.workshop.entry.paper import Paper

_TAKE = {
    "--context": situation.take_context,
    "--estimate": places.take_estimate,
    "--dots": places.take_dots,
    "--choice": card.take_choices,
    "--reason": card.take_reason,
    "--key-question": closing.take_key_question,
    "--agreement": closing.take_agreement,
    "--highlight": closing.take_highlight,
    "--need": closing.take_needs,
}


class Given(NamedTuple):
    """An option, and what was given with it."""

    option: str
    text: str


def take_over(paper: Paper, given: Iterable[Given], *, force: bool) -> None:
    """Take every line over.

    Args:
        paper: The paper so far.
        given: What was given, in the order of the sheets.
        force: Whether what the file says may be replaced.

    Raises:
        InputError: with all that is wrong; nothing has to be kept of the paper then.
    """
    problems = list(_entered(paper, given, force))
    if problems:
        raise InputError(problems)


def _entered(paper: Paper, given: Iterable[Given], force: bool) -> Iterator[Problem]:
    for at, (option, text) in enumerate(given):
        line = _line(paper, at, option)
        try:
            _, replaced = paper.weigh(line, text)
        except Refused as refusal:
            yield Problem(option, str(refusal))
            continue
        if replaced and not force:
            message = f"Hier stond al iets anders: {join_words(replaced, 'en')}."
            yield Problem(option, message, "Gebruik --force om het te vervangen.")
            continue
        paper.enter(line, text)


def _line(paper: Paper, at: int, option: str) -> EntryLine:
    row = paper.row
    if option == "--answers":
        return EntryLine(f"{at}", option, "", lambda outcome, text: statements.take_answers(outcome, row, text))
    if option == "--hands":
        return EntryLine(f"{at}", option, "", lambda outcome, text: statements.take_hands(outcome, row, text))
    return EntryLine(f"{at}", option, "", _TAKE[option])
