"""An answer to a statement as a survey tool writes it: a point, a label of the scale, or both."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Form, Retired
from poolwijzer.content.scale import MunicipalityWords
from poolwijzer.dutch import drop_unseen
from poolwijzer.tables.surveys import AGREEMENT, SKIPPED
from poolwijzer.tables.surveys import UNKNOWN as UNKNOWN_WORDS
from poolwijzer.tables.values import WITH_ZEROS
from poolwijzer.tables.words import LEAVE_OUT, fold_words, said_as

TWO = "2"
_YES, _OF = "qqvoorqq", "qqvanqq"
_POINT_AND_LABEL = re.compile(r"([0-9]+)\s*(?:[-–—:=,;.)(\[/|]\s*|\s)\s*(\S.*)", re.DOTALL)

AnswerReader = Callable[[str], str | dict[str, str] | None]
"""From a cell to a point as digits, `weet-niet`, a number of municipalities as a file has it, or None for no answer; a
text that means nothing stays as it is."""


def answer_reader(
    statement: str,
    forms: tuple[Form, ...],
    content: Content,
    otherwise: Callable[[], None] = lambda: None,
    *,
    mapped: Mapping[str, str] | None = None,
    turned: bool = False,
    strange: Callable[[str], None] = lambda text: None,
) -> AnswerReader:
    """How the cells below one statement are read.

    Args:
        statement: Its id.
        forms: The forms it was asked in, likeliest first; where labels of two forms are the same words for another
            point, the first counts.
        content: The menus, with the labels.
        otherwise: Called when a cell holds a word of the usual scale of agreement, which the menus do not have.
        mapped: What words mean by a map of the table, by `said_as`; it goes before all else.
        turned: Whether the survey asked the opposite, so that its highest point is our lowest.
        strange: Called with a text that means nothing.
    """
    labels = _labels(statement, forms, content)
    scale = content.typology.scale
    points = {str(point) for point in scale.points()}
    unknown = {*UNKNOWN_WORDS, fold_words(scale.unknown), fold_words(UNKNOWN)}
    agreement = AGREEMENT if (scale.lowest, scale.highest) == (1, 5) else {}
    counting = content.labels_of(statement).counting if "joint" in forms else None
    counts = _counts(counting) if counting else ()
    by_map = mapped or {}

    def read(text: str) -> str | dict[str, str] | None:
        text = drop_unseen(text)
        if by_map and (answer := by_map.get(said_as(text))):
            return None if answer == LEAVE_OUT else answer
        if text in points:
            return text
        if whole := WITH_ZEROS.fullmatch(text):
            return whole[1]
        words = fold_words(text)
        if words in labels:
            return labels[words]
        if words in unknown:
            return UNKNOWN
        for count in counts:
            if found := count.fullmatch(words):
                said = found.groupdict()
                of = said.get("of", TWO)
                return {"of": of, "yes": said.get("yes", of)}
        if words in SKIPPED:
            return None
        if words in agreement:
            otherwise()
            return agreement[words]
        both = _POINT_AND_LABEL.fullmatch(text)
        if both and both[1] in points:
            words = fold_words(both[2])
            if (by_map.get(words) or labels.get(words) or agreement.get(words)) == both[1]:
                return both[1]
        strange(text)
        return text

    return _turned(read, points, scale.lowest + scale.highest) if turned else read


def _turned(read: AnswerReader, points: Collection[str], ends: int) -> AnswerReader:
    """The same with every answer at the other side of the scale; `ends` is its lowest and highest point together."""

    def other_side(text: str) -> str | dict[str, str] | None:
        answer = read(text)
        if isinstance(answer, dict):
            return {**answer, "yes": str(int(answer["of"]) - int(answer["yes"]))}
        return str(ends - int(answer)) if answer is not None and answer in points else answer

    return other_side


def _counts(counting: MunicipalityWords) -> tuple[re.Pattern[str], ...]:
    """How the words for a number of municipalities look: some of them, both, and all."""
    texts = (
        counting.some.replace("{aantal}", f" {_YES} ").replace("{n}", f" {_OF} "),
        counting.both,
        counting.all.replace("{n}", f" {_OF} "),
    )
    groups = ((_YES, "(?P<yes>[0-9]{1,3})"), (_OF, "(?P<of>[0-9]{1,3})"))
    return tuple(re.compile(_with_groups(re.escape(fold_words(text)), groups)) for text in texts)


def _with_groups(pattern: str, groups: tuple[tuple[str, str], ...]) -> str:
    for word, group in groups:
        pattern = pattern.replace(word, group)
    return pattern


def _labels(statement: str, forms: tuple[Form, ...], content: Content) -> Mapping[str, str]:
    found: dict[str, str] = {}
    asked, labels = content.every_statement[statement], content.typology.scale.labels
    if isinstance(asked, Retired):  # its forms are gone, and who answered alone had other words than a group
        scales = [asked.scale, *labels]
    else:
        wordings = (getattr(asked, form) for form in (*forms, "joint", "own", "body"))
        scales = [wording.scale for wording in wordings if wording is not None]
    for scale in scales:
        for point, words in labels[scale].words.items() if scale in labels else ():
            found.setdefault(fold_words(words), str(point))
    return found
