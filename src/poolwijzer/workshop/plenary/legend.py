"""Who each number in the drawing is: as much as there is room for beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poolwijzer.dutch import NO_BREAK_SPACE, join_words
from poolwijzer.report.model import Labelled, Line, Paragraph
from poolwijzer.report.slides.cut import shorten
from poolwijzer.report.slides.fit import Entry, fit_entries, labelled
from poolwijzer.report.slides.measure import height_of
from poolwijzer.report.slides.model import SlideBlock
from poolwijzer.workshop.plenary.told import GroupTold

NAMES = range(40, 3, -1)
"""To how many letters names are cut where all of them have to stand in one text."""


def legend(groups: Sequence[GroupTold], width: float, height: float) -> tuple[SlideBlock, ...]:
    """Each group with its place, else by its name alone, else by initiative; names are cut where not even that fits."""
    ways = (
        [Entry(f"{told.number}.", f"{told.known_as}: {told.in_a_word()}") for told in groups],
        [Entry(f"{told.number}.", told.known_as) for told in groups],
        [Entry(f"{_numbers(same)}.", same[0].initiative) for same in _by_initiative(groups)],
    )
    for entries in ways:
        shown, rest = fit_entries(entries, width, height)
        if not rest:
            return labelled(shown)
    if cut := _cut(ways[-1], width, height):
        return cut
    texts = (_run_on(groups, longest) for longest in NAMES)
    return (next((text for text in texts if height_of(text, width) <= height), Paragraph(Line(""))),)


def _cut(entries: Sequence[Entry], width: float, height: float) -> tuple[SlideBlock, ...]:
    """Names on a line each, and on more as far as there is room; none where there is not even that."""
    lines = [1] * len(entries)

    def made() -> tuple[Labelled, ...]:
        return labelled(
            (one.label, Line(shorten(one.label, one.text, width, most)))
            for one, most in zip(entries, lines, strict=True)
        )

    if height_of(made()[0], width) > height:
        return ()
    for at in (*range(len(lines)), *range(len(lines))):
        lines[at] += 1
        if height_of(made()[0], width) > height:
            lines[at] -= 1
    return made()


def _run_on(groups: Sequence[GroupTold], longest: int) -> Paragraph:
    """All names in one text, each cut to so many letters, and its number never at the end of a line."""
    told = (f"{one.number}{NO_BREAK_SPACE}{_first(one.initiative, longest)}" for one in groups)
    return Paragraph(Line("; ".join(told)))


def _first(name: str, longest: int) -> str:
    """The beginning of a name, also in the middle of a word: words alone would be too short to tell names apart."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _numbers(groups: Iterable[GroupTold]) -> str:
    return join_words([str(told.number) for told in groups])


def _by_initiative(groups: Sequence[GroupTold]) -> list[list[GroupTold]]:
    found: dict[str, list[GroupTold]] = {}
    for told in groups:
        found.setdefault(told.group.plan.initiative, []).append(told)
    return list(found.values())
