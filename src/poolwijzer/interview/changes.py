"""What a changed answer did to the outcome, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import count_things
from poolwijzer.engine.first_steps import in_the_middle
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.outcome import Outcome
from poolwijzer.report import words


def tell_changes(step: InterviewStep, before: Outcome, after: Outcome, place_shown: bool) -> str:
    """What changed besides the answer itself; that nothing else did, where someone may expect it.

    Nothing of the place, as long as the group has not seen that together.
    """
    of_the_place = _place(step, before, after) if place_shown else ()
    sentences = ("U hebt uw antwoord aangepast.", *_uncounted(before, after), *of_the_place)
    return " ".join((*sentences, "Uw andere antwoorden staan er nog."))


def _place(step: InterviewStep, before: Outcome, after: Outcome) -> Iterator[str]:
    yield from _scores(before, after)
    was, now = (words.headline(outcome.placement, outcome.content) for outcome in (before, after))
    old, new = before.placement, after.placement
    # In the middle every quadrant is in play: which of them is nearest makes no other place.
    if old.in_play != new.in_play and not (in_the_middle(old) and in_the_middle(new)):
        yield f"De plek was '{was}' en is nu '{now}'."
    elif step.in_a_row:
        yield f"De plek blijft '{now}'."


def _uncounted(before: Outcome, after: Outcome) -> Iterator[str]:
    """Answers that count no more, or again."""
    for axis, place_now in after.placement.axes.items():
        off = [entry for entry in place_now.contributions if entry.status == "telt-niet" and entry.answer is not None]
        was_off = any(entry.status == "telt-niet" for entry in before.placement.axes[axis].contributions)
        if off and not was_off:
            verb = "telt" if len(off) == 1 else "tellen"
            yield f"{count_things(len(off), 'antwoord', 'antwoorden')} {verb} nu niet mee, maar blijven bewaard."
        elif was_off and place_now.answered:
            yield f"{count_things(place_now.answered, 'antwoord telt', 'antwoorden tellen')} weer mee."


def _scores(before: Outcome, after: Outcome) -> Iterator[str]:
    for axis, now in after.placement.axes.items():
        was = before.placement.axes[axis].score
        if was is not None and now.score is not None and was != now.score:
            title = after.content.typology.axes[axis].short
            old, new = (words.level_at(score, after.content) for score in (was, now.score))
            little = f"ging iets {'omhoog' if now.score > was else 'omlaag'}"
            yield f"{title} {little if old == new else f'ging van {old} naar {new}'}."
