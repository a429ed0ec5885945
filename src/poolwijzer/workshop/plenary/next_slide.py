"""What people want next, counted by group."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, fold_text, join_words
from poolwijzer.report.model import Block, Line, Paragraph
from poolwijzer.report.slides.fit import Entry, fit_entries, labelled
from poolwijzer.report.slides.measure import height_of
from poolwijzer.report.slides.model import AIR, BODY_HEIGHT, SlideBlock, Tally
from poolwijzer.workshop.plenary.told import GroupTold

TITLE = "Hoe verder? Waar is behoefte aan"
NOTHING = "Nog geen groep heeft dit ingevuld."


def what_next(
    groups: Sequence[GroupTold], content: Content, width: float
) -> tuple[tuple[SlideBlock, ...], tuple[Block, ...]]:
    """The blocks with what groups want next, and the notes with them."""
    labels = list(content.questions.conversation.needs.values())
    known = {fold_text(label): label for label in labels}
    chosen = dict.fromkeys(labels, 0)
    own: dict[str, list[GroupTold]] = {}
    for told in groups:
        needs = told.material.assessment.needs if told.material else ()
        for label in {known[fold_text(need)] for need in needs if fold_text(need) in known}:
            chosen[label] += 1
        for need in dict.fromkeys(need for need in needs if fold_text(need) not in known):
            own.setdefault(need, []).append(told)
    asked = sum(bool(told.material and told.material.assessment.needs) for told in groups)
    blocks: list[SlideBlock] = []
    if asked:
        blocks.append(Tally(tuple(chosen.items()), len(groups), "groep", "groepen"))
    else:
        blocks.append(Paragraph(Line(NOTHING)))
    agreed = sum(len(told.material.assessment.agreements) for told in groups if told.material)
    if agreed:
        verb, they = ("is", "Die staat") if agreed == 1 else ("zijn", "Die staan")
        said = f"Er {verb} {count_things(agreed, 'afspraak', 'afspraken')} gemaakt. {they} in het verslag."
        blocks.append(Paragraph(Line(said), "stil"))
    high = sum(height_of(block, width) + AIR for block in blocks)
    entries = [Entry(join_words([one.label for one in who]), need) for need, who in own.items()]
    shown, rest = fit_entries(entries, width, BODY_HEIGHT - high)
    return (*blocks[:1], *labelled(shown), *blocks[1:]), labelled(rest)
