"""The questions at the end of the hand-out: key question, agreements, what the group brings back, and its needs."""

from __future__ import annotations

import re

from poolwijzer.assessment.model import Agreement
from poolwijzer.dutch import fold_text
from poolwijzer.interview.steps.closing import HighlightStep
from poolwijzer.interview.steps.placing import KeyQuestionStep
from poolwijzer.interview.steps.step import Refused, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.workshop.entry.taken import Taken, find_named, find_numbered, part_head

PARTS = ("what", "who", "when")


def take_key_question(outcome: Outcome, typed: str) -> Taken:
    """The answer of the group to the key question of its place; which that is, is not told here."""
    after = KeyQuestionStep(outcome).put_answer(typed)
    return Taken(after, after.key_question.answer)


def take_agreement(outcome: Outcome, typed: str) -> Taken:
    """An agreement as `wat; wie; wanneer`; one that is there gets what it lacks.

    Raises:
        Refused: it has more parts, or does not say what.
    """
    parts = [clean_line(part) for part in typed.split(";")]
    if len(parts) > len(PARTS):
        raise Refused("Dit zijn meer dan drie delen. Schrijf: wat; wie; wanneer.")
    if not parts[0]:
        raise Refused("Hier staat niet wat er is afgesproken. Schrijf: wat; wie; wanneer.")
    new = Agreement(**dict(zip(PARTS, parts, strict=False)))
    before = outcome.assessment.agreements
    same = next((at for at, one in enumerate(before) if fold_text(one.what) == fold_text(new.what)), None)
    agreements = [*before, new]
    if same is not None:
        filled = {name: getattr(new, name) or getattr(before[same], name) for name in PARTS[1:]}
        agreements = [*before]
        agreements[same] = before[same].model_copy(update=filled)
    told = "; ".join(f"{word}: {part}" for word, part in zip(("wat", "wie", "wanneer"), parts, strict=False) if part)
    return Taken(outcome.assessment.model_copy(update={"agreements": tuple(agreements)}), told)


def take_highlight(outcome: Outcome, typed: str, name: str | None = None) -> Taken:
    """An answer to one of the four questions: `course: goed`, or `Hoe ging het?: goed`.

    Raises:
        Refused: it is not said to which.
    """
    if name is None:
        head, typed = part_head(typed)
        if not head:
            raise Refused(f"Zet de vraag ervoor, zoals Hoe ging het?: goed. Kies uit: {' '.join(HIGHLIGHTS.values())}")
        name = find_named(head, HIGHLIGHTS)
    after = HighlightStep(outcome, name).put_answer(typed)
    return Taken(after, f"{HIGHLIGHTS[name]} {getattr(after.highlights, name)}")


def take_needs(outcome: Outcome, typed: str) -> Taken:
    """What people want next: numbers, or words of the list or of their own with a semicolon between them."""
    named = dict(outcome.content.questions.conversation.needs)
    pieces = re.split(r"[\s,;]+", typed.strip()) if re.fullmatch(r"[\d\s,;]+", typed) else typed.split(";")
    needs, told = list(outcome.assessment.needs), []
    for piece in filter(None, map(clean_line, pieces)):
        for need, own in _needs(piece, named):
            needs.append(need)
            told.append(f"{need} (in eigen woorden)" if own else need)
    return Taken(outcome.assessment.model_copy(update={"needs": tuple(dict.fromkeys(needs))}), "; ".join(told))


def _needs(piece: str, named: dict[str, str]) -> list[tuple[str, bool]]:
    """What is meant by words, each with whether these are somebody's own; several where every part is on the list."""
    if piece.isdecimal():
        return [(named[find_numbered(piece, named)], False)]
    own = re.sub(r"^anders(,? namelijk)?\s*:\s*", "", piece, flags=re.IGNORECASE)
    if own != piece and own:
        return [(own, True)]
    try:
        return [(named[find_named(piece, named)], False)]
    except Refused:
        pass
    try:
        return [(named[find_numbered(part, named)], False) for part in piece.split(",") if part.strip()]
    except Refused:
        return [(piece, True)]
