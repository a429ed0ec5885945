"""What a changed answer did to the outcome, in a few words."""

from __future__ import annotations

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import counted, number
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import Placement
from poolwijzer.interview.steps import Step
from poolwijzer.report import words


def told(step: Step, before: Assessment, after: Assessment, content: Content) -> str:
    """What changed besides the answer itself; that nothing else did, where someone may expect it."""
    old, new = place(before, content), place(after, content)
    sentences = [*_uncounted(old, new), *_scores(old, new, content)]
    was, now = words.headline(old, content), words.headline(new, content)
    if was != now:
        sentences.append(f"De plek was '{was}' en is nu '{now}'.")
    elif step.kind == "statement":
        sentences.append(f"De plek blijft '{now}'.")
    return " ".join(["Uw antwoord is veranderd.", *sentences, "Uw andere antwoorden staan er nog."])


def _uncounted(old: Placement, new: Placement) -> list[str]:
    """Answers that count no more, or again."""
    found = []
    for axis, place_now in new.axes.items():
        off = [entry for entry in place_now.contributions if entry.status == "telt-niet" and entry.answer is not None]
        was_off = any(entry.status == "telt-niet" for entry in old.axes[axis].contributions)
        if off and not was_off:
            verb = "telt" if len(off) == 1 else "tellen"
            found.append(f"{counted(len(off), 'antwoord', 'antwoorden')} {verb} nu niet mee, maar blijven bewaard.")
        elif was_off and place_now.answered:
            found.append(f"{counted(place_now.answered, 'antwoord telt', 'antwoorden tellen')} weer mee.")
    return found


def _scores(old: Placement, new: Placement, content: Content) -> list[str]:
    found = []
    for axis, now in new.axes.items():
        was = old.axes[axis].score
        if was is not None and now.score is not None and was != now.score:
            title = content.typology.axes[axis].short
            found.append(f"{title} ging van {number(was, 1)} naar {number(now.score, 1)}.")
    return found
