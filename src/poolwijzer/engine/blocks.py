"""What was answered that does not count for the place: statements in a block, and those that are asked no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from poolwijzer.content.content import Content
from poolwijzer.engine.answers import Consolidated
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.results import BlockAnswers, UncountedAnswer


def find_blocks(
    values: Mapping[str, Consolidated], facts: InitiativeFacts, untold: Collection[str]
) -> dict[str, BlockAnswers]:
    """What was answered in each block.

    Args:
        values: One value per statement.
        facts: What is known before placing.
        untold: Statements of which is not told how they were answered.
    """
    content = facts.content
    return {
        block: _count(
            [
                _answer(name, values[name], untold, pointless=facts.is_pointless(content.statements[name]))
                for name in names
            ],
            content.questions.blocks[block].solid_from,
        )
        for block, names in content.blocks.items()
    }


def find_retired(values: Mapping[str, Consolidated], content: Content) -> tuple[UncountedAnswer, ...]:
    """The answers to statements that are asked no more."""
    found = (_answer(name, values[name], ()) for name in content.retired)
    return tuple(entry for entry in found if entry.status != "open")


def _count(answers: list[UncountedAnswer], solid_from: int | None) -> BlockAnswers:
    known = [entry.answer for entry in answers if entry.status == "beantwoord" and entry.answer is not None]
    return BlockAnswers(
        asked=sum(entry.status != "telt-niet" for entry in answers),
        answered=sum(entry.status == "beantwoord" for entry in answers),
        settled=None if solid_from is None else sum(answer >= solid_from for answer in known),
        answers=tuple(answers),
    )


def _answer(name: str, value: Consolidated, untold: Collection[str], *, pointless: bool = False) -> UncountedAnswer:
    if not value.asked:
        return _unasked(name, pointless)
    hidden = name in untold and not value.joint and value.value is not None
    return UncountedAnswer(
        statement=name,
        status=(
            "telt-niet"
            if pointless
            else "beantwoord"
            if value.value is not None
            else "weet-niet"
            if value.given
            else "open"
        ),
        answer=None if hidden or pointless else value.value,
        note=value.note,
        joint=value.joint,
        respondents=value.respondents,
        municipalities=value.municipalities,
        withheld=hidden,
        agreed=value.agreed,
    )


@lru_cache(maxsize=1024)
def _unasked(name: str, pointless: bool) -> UncountedAnswer:
    """The same for everybody who was not asked."""
    return UncountedAnswer(name, "telt-niet" if pointless else "open", None, "", False, 0, 0)
