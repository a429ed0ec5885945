"""The advice as data: numbered JSON, always with the full trace.

Format history:

- 1: the first.
- 2: of an option `base_fit` and `adjustment` went: `place_effect`, `reasons_for`, `reasons_against` and `score` hold
  what decides now, and `fit_by_quadrant` compares it with the others of its component. The verdict
  `nog-niet-te-zeggen` came. `reasons` has those in the direction of the verdict first and the place last.

New keys do not change the number; the schema allows them.
"""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.model import NamedChoice
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.respondents import AxisView, Respondents
from poolwijzer.engine.results import Placement
from poolwijzer.engine.stress import Stress
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import Advice, Question
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.sentences import SentenceMaker
from poolwijzer.rules.facts import Ref

FORMAT: Literal[2] = 2
DECIMALS = 4
TOLD_AS: dict[type, type] = {Ref: Question}
"""What is written with more words than the engine has."""
_PLAIN = frozenset((str, int, float, bool, type(None)))
WORDS: dict[type, tuple[str, ...]] = {Stress: ("sentence",), AxisView: ("sentence",)}
"""The words that are written behind what the engine found."""


class MenusUsed(NamedTuple):
    """Which menus the advice was drawn from."""

    version: str
    hash: str


class InitiativeData(NamedTuple):
    """What the initiative is."""

    id: str
    name: str
    region: str
    municipalities: tuple[str, ...]
    population: int | None
    date: datetime.date | None
    bodies: tuple[str, ...]
    """The organisations above the municipalities that were named. The statements are about the first."""


class KeyQuestionData(NamedTuple):
    """What the group itself answers to the key question."""

    answer: str | None


class AdviceDocument(NamedTuple):
    """One advice with what it was made of. Unknown is null; numbers are rounded to four decimals."""

    format: Literal[2]
    kind: Literal["advice"]
    poolwijzer: str
    menus: MenusUsed
    initiative: InitiativeData
    placement: Placement
    key_question: KeyQuestionData
    advice: Advice
    examination: Examination


def document(outcome: Outcome, version: str) -> dict[str, Any]:
    """The advice as plain data, ready for JSON."""
    initiative = outcome.assessment.initiative
    members = initiative.municipalities
    named = [one for one in outcome.assessment.context.values() if isinstance(one, NamedChoice)]
    words = AdviceWords(outcome)
    whole = AdviceDocument(
        format=FORMAT,
        kind="advice",
        poolwijzer=version,
        menus=MenusUsed(outcome.content.version, outcome.content.hash),
        initiative=InitiativeData(
            id=initiative.id,
            name=initiative.name,
            region=initiative.region,
            municipalities=tuple(member.name for member in members),
            population=sum(member.population or 0 for member in members) if members else None,
            date=initiative.date,
            bodies=tuple(filter(None, (name for one in named for name in (one.name, one.also)))),
        ),
        placement=outcome.placement,
        key_question=KeyQuestionData(outcome.assessment.key_question.answer or None),
        advice=words.whole(),
        examination=outcome.examination,
    )
    data: dict[str, Any] = make_plain(whole, words.sentences)
    return data


def json_bytes(data: Any) -> bytes:
    """JSON as UTF-8 with line feeds, on every system the same bytes; no sign in it steers the screen it is shown on."""
    from pydantic_core import to_json

    made = to_json(data, indent=2) + b"\n"
    # What JSON lets stand of the controls; each pattern begins with a plain byte, which is sought quickly.
    made = made.replace(b"\x7f", rb"\u007f")
    return re.sub(rb"\xc2[\x80-\x9f]", lambda sign: b"\\u%04x" % ord(sign[0].decode()), made)


def make_plain(value: Any, sentences: SentenceMaker | None = None) -> Any:
    """A value as JSON knows it: named tuples by their fields, dates as text, exact numbers to four decimals.

    With the sentences of an initiative, what the engine found of it is written with its words.
    """
    if value.__class__ in _PLAIN:
        return value
    # What holds others first: telling a number by its class is slow, and there are thousands of values.
    if isinstance(value, tuple):
        if sentences and isinstance(value, Ref):
            value = sentences.question(value)
        if names := getattr(value, "_fields", None):
            found = dict(zip(names, _parts_plain(value, sentences), strict=True))
            return _worded(value, found, sentences) if sentences else found
        return _parts_plain(value, sentences)
    if isinstance(value, list):
        return _parts_plain(value, sentences)
    if isinstance(value, dict):
        return dict(zip(value, _parts_plain(value.values(), sentences), strict=True))
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Decimal):
        value = Fraction(value)
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else round(float(value), DECIMALS)
    return value.isoformat()


def _parts_plain(parts: Iterable[Any], sentences: SentenceMaker | None) -> list[Any]:
    return [part if part.__class__ in _PLAIN else make_plain(part, sentences) for part in parts]


def _worded(value: object, found: dict[str, Any], sentences: SentenceMaker) -> dict[str, Any]:
    """What was found, with the words that are written behind it."""
    if isinstance(value, Stress):
        found["sentence"] = sentences.stress(value)
    if isinstance(value, Respondents):
        for axis, view in value.axes.items():
            found["axes"][axis]["sentence"] = sentences.divided(axis, view)
    return found
