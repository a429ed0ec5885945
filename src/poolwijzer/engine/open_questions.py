"""The questions whose answers could change the advice, the most telling first."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.engine.judgement import Cards, Judgement
from poolwijzer.engine.placement import level_of
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.rules.facts import Ref


class OpenRef(NamedTuple):
    """A question whose answer could change the advice."""

    question: Ref
    placement: bool
    """Whether it could change the place, or how sure that is."""
    options: tuple[str, ...]
    signals: tuple[str, ...]


def find_open_questions(cards: Cards, judgement: Judgement) -> tuple[OpenRef, ...]:
    """Every question that could move the place, a verdict or a signal.

    Telling is how many verdicts and signals could change; a question that could move the place counts for every
    option of the menu, since the place counts for each of them.
    """
    content = judgement.facts.content
    options: dict[Ref, list[str]] = {}
    signals: dict[Ref, list[str]] = {}
    for option in (option for card in cards.values() for option in card):
        for question in option.depends_on:
            options.setdefault(question, []).append(option.option)
    for name, signal in content.signals.items():
        for question in dict.fromkeys(question for rule in signal.rules for question in judgement.unknown(rule)):
            signals.setdefault(question, []).append(name)
    moving = {Ref("statement", name) for name in _moving_statements(judgement.facts.placement, content)}
    size = len(content.options)
    found = [
        OpenRef(question, question in moving, tuple(options.get(question, ())), tuple(signals.get(question, ())))
        for question in dict.fromkeys([*sorted(moving, key=lambda question: question.id), *options, *signals])
        if question.kind != "component"
    ]
    order = {name: index for index, name in enumerate((*content.statements, *content.context))}

    def telling(entry: OpenRef) -> tuple[int, bool, int]:
        weight = size * entry.placement + len(entry.options) + len(entry.signals)
        # Asking roles apart takes a round of its own: of equal questions it comes last.
        return -weight, entry.question.kind == "responses", order.get(entry.question.id, -1)

    return tuple(sorted(found, key=telling))


def _moving_statements(placement: Placement, content: Content) -> Iterable[str]:
    """The asked, unanswered statements that could change the level of their axis, or how sure it is."""
    for axis in placement.axes.values():
        for entry in axis.contributions:
            if entry.status in ("open", "weet-niet") and _could_move(axis, entry, content):
                yield entry.statement


def _could_move(axis: AxisPlacement, entry: Contribution, content: Content) -> bool:
    if axis.status != "definitief" or axis.score is None or axis.source != "antwoorden":
        return True
    weights = sum((other.weight for other in axis.contributions if other.counted is not None), Fraction())
    scale = content.typology.scale
    return any(
        level_of((axis.score * weights + end * entry.weight) / (weights + entry.weight), content) != axis.level
        for end in (scale.lowest, scale.highest)
    )
