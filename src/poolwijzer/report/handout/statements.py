"""The sheet with the short list of statements, a box for every answer and room for a note."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from poolwijzer.content.scale import ScaleLabels
from poolwijzer.report.handout.model import Checklist, Item, Sheet
from poolwijzer.report.handout.numbers import point_keys
from poolwijzer.report.handout.situation import Situation

TITLE = "Wat weet u nu?"
ABOUT = (
    "Lees een stelling voor. Zet samen één kruisje. Weet u het niet? Kies dan {unknown}. "
    "Onder de stelling staat waaraan u het kunt zien."
)
NOTE = "notitie"
KEPT = "\u00a0"
"""A space at which no line ends."""


def statements_sheet(situation: Situation) -> Iterator[Sheet]:
    """The statements axis by axis; none of them tells which way it counts."""
    numbers = count(1)
    lists = tuple(made for axis in situation.content.typology.axes for made in _of_axis(axis, situation, numbers))
    about = [ABOUT.replace("{unknown}", situation.content.typology.scale.unknown), situation.content.questions.note]
    about += [
        axis.absent.because
        for axis in situation.content.typology.axes.values()
        if axis.absent and situation.without_body
    ]
    if lists:
        yield Sheet(TITLE, tuple(filter(None, about)), (lists,))


def asked_in_order(axis: str, situation: Situation) -> dict[str, list[str]]:
    """The statements of the short list on an axis, in the order of the sheet: those of each wording of the scale."""
    scales: dict[str, list[str]] = {}
    for statement in situation.content.statements_on[axis]:
        entry = situation.content.statements[statement]
        if entry.short and situation.asks(statement):
            scales.setdefault(entry.asked_as(situation.of).scale, []).append(statement)
    return scales


def _of_axis(name: str, situation: Situation, numbers: Iterator[int]) -> Iterator[Checklist]:
    """The statements on an axis, in a list for each wording of the scale."""
    content = situation.content
    for scale, statements in asked_in_order(name, situation).items():
        entries = [content.statements[statement] for statement in statements]
        items = (
            Item(f"{next(numbers)}. {situation.fill(one.asked_as(situation.of).text)}", situation.fill(one.evidence))
            for one in entries
        )
        labels = content.typology.scale.labels[scale]
        answers = (*_answers(labels, situation.of), content.typology.scale.unknown)
        question = labels.asks(situation.of)
        yield Checklist(content.typology.axes[name].title, question, answers, tuple(items), NOTE)


def _answers(labels: ScaleLabels, of: int | None) -> Iterator[str]:
    """The words of the scale and what one types for them, and of many municipalities which numbers these stand for."""
    behind, keys = labels.behind(of), point_keys(labels, of)
    for point, words in labels.points(of).items():
        # Above a box there is little room: a number does not stand there alone.
        numbers = KEPT.join(behind.get(point, "").rsplit(" ", 1))
        said = words if words.startswith(keys[point]) else f"{keys[point]}:{KEPT}{words}"
        yield f"{said}\n{numbers}".rstrip()
