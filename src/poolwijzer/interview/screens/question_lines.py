"""A question and its answers as lines: the same whether an answer is picked or hands are counted for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil

from poolwijzer.dutch import NO_BREAK_SPACE
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line

SQUARE = "▪"
LONGEST_BAR, SHORTEST_BAR = 30, 3
"""How many squares the longest bar has at most; where there is room for fewer than the second, numbers do alone."""


def question_screen(
    question: InterviewQuestion,
    around: Surroundings,
    answers: Block,
    below: list[Line],
    said: str,
    keys: Iterable[tuple[str, str]],
    size: tuple[int, int],
) -> list[Line]:
    """The whole screen of a question, in so many columns and rows."""
    width, height = size
    narrow = layout.beamer_width(question.title, width) if around.beamer else width
    air: list[Line] = [[], []] if around.beamer else [[]]
    before = question.introduction
    asked = [*layout.text(before, width - 2, layout.QUIET, 2), []] if before else []
    asked += [*air[1:], *layout.text(question.title, narrow - 2, layout.STRONG, 2), *air]
    if question.lead or question.memory:
        lead = layout.text(question.lead, width - 2, layout.QUIET, 2) if question.lead else []
        asked += [*lead, *memory_lines(question, width - 2, 2), []]
    parts = layout.Parts(
        layout.head(question.progress, around, width),
        [*air[:1], *form_lines(question, width)],
        asked,
        answers,
        below,
        layout.message(said, width),
        layout.keys_line(keys, width),
    )
    return layout.arranged(parts, height)


def answer_rows(item: AnswerItem, begin: str, style: str, width: int, standing: Line, hands: Line) -> Iterator[Line]:
    """An answer behind its key: what it says, what goes quietly with it, and the hands that went up for it."""
    verdict = f" ({item.verdict.replace(' ', NO_BREAK_SPACE)})" if item.verdict else ""
    # What it was marked as takes its room on the first line only.
    taken = sum(len(part) for _, part in standing)
    (_, (_, words)), *rest = layout.text(f"{NO_BREAK_SPACE * taken}{item.label}{verdict}", width, style, len(begin))
    behind: Line = [(layout.QUIET, f" {item.behind}")] if item.behind else []
    yield [(style, begin), *standing, (style, words[taken:]), *behind, *hands]
    yield from rest


def begin_of(item: AnswerItem, pointed: bool, tick: str = "") -> str:
    """What stands before an answer: whether it is pointed at, what is typed for it, and whether it was picked."""
    return f" {'▸' if pointed else ' '} {item.key or ' '} {tick}"


def tick_of(item: AnswerItem, question: InterviewQuestion) -> str:
    """What shows which of the answers was given, where there is one."""
    return "● " if item.value in question.chosen else ""


def note_lines(question: InterviewQuestion, width: int) -> list[Line]:
    """What the group wrote with its answer."""
    return layout.text(f"Notitie: {question.note}", width, layout.QUIET, 2) if question.note else []


def hands_behind(question: InterviewQuestion, hands: Mapping[str, int], width: int) -> dict[str, tuple[str, str, str]]:
    """Behind each answer, by its value: the space before its hands, their number, and their bar."""
    begins = {item.value: _length(item, question) for item in question.items}
    widest, most = max(begins.values()), max(hands.values(), default=0)
    digits = len(str(most))
    room = min(width - widest - 2 - digits - 1, LONGEST_BAR)
    return {
        value: (
            " " * (widest - length + 2 + digits - len(str(hands.get(value, 0)))),
            str(hands.get(value, 0)),
            _bar(hands.get(value, 0), most, room),
        )
        for value, length in begins.items()
    }


def _length(item: AnswerItem, question: InterviewQuestion) -> int:
    """How wide an answer is with what stands before and behind it."""
    begin = len(begin_of(item, pointed=False, tick=tick_of(item, question)))
    return begin + len(item.label) + (len(item.behind) + 1 if item.behind else 0)


def _bar(hands: int, most: int, room: int) -> str:
    """A square for each hand, or for so many that the fullest fits; whoever raised a hand is seen."""
    if not hands or room < SHORTEST_BAR:
        return ""
    return f" {SQUARE * (hands if most <= room else max(ceil(Fraction(hands * room, most)), 1))}"


def memory_lines(question: InterviewQuestion, width: int, indent: int = 0) -> list[Line]:
    """What was answered the last time, quietly: it is no answer now."""
    return layout.text(question.memory, width, layout.QUIET, indent) if question.memory else []


def beside_lines(question: InterviewQuestion, width: int, indent: int = 0) -> list[Line]:
    """What stands with a question while the group thinks."""
    return [line for words in question.beside for line in layout.text(words, width, layout.QUIET, indent)]


def form_lines(question: InterviewQuestion, width: int) -> list[Line]:
    """The form that a question is part of, with what was filled in so far."""
    if not question.form:
        return []
    widest = max(len(line.label) for line in question.form)
    lines: list[Line] = []
    for entry in question.form:
        pointer, style = ("▸", layout.STRONG) if entry.current else (" ", layout.QUIET)
        begin = f" {pointer} {entry.label.ljust(widest)}  "
        value_style = "" if entry.value else layout.QUIET
        first, *rest = layout.text(entry.value or "…", width, value_style, len(begin))
        lines += [[(style, begin), *first[1:]], *rest]
    return [*lines, []]
