"""What the papers of the next step mention: fields, parts, places, groups of phases, sources and each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Loc
from poolwijzer.content.papers import (
    PaperBlock,
    PaperExample,
    PaperReason,
    PaperRow,
    Papers,
    PaperSection,
    PaperTableRow,
    PaperText,
    PlaceText,
    PlaceTexts,
)
from poolwijzer.content.wording import BESTUUR, PLACEHOLDER
from poolwijzer.validation import Model

if TYPE_CHECKING:
    from poolwijzer.content.references import Mention

COST_FIELDS = (
    "deze-gemeente",
    "bijdrage",
    "begrotingen",
    "kosten-totaal",
    "kosten-sleutel",
    "kosten-anders",
    "kosten-ongekozen",
    "kosten-anderen",
    "kosten-stijging",
    "kosten-nodig",
    "kosten-mist",
    "indicatie",
)
"""For which municipality a paper is, and what the costs of a file say."""
OWN_FIELDS = (
    *("initiatief", "regio", "gemeenten", "n", "datum", "jaar", "antwoord", "keuzes", "plek", BESTUUR),
    *COST_FIELDS,
)
"""The fields that are no question and no choice. `keuzes` and `plek` stand in no text: they are known where there is a
choice, and where the place is."""
CHOICE, PAST = "keuze-", "voorbij-"
"""Before a component or a group of options; before money of which the last year is past."""
ALSO = "-ook"
"""Behind a question about a body: another body that takes part."""


@lru_cache(maxsize=4)
def find_field_names(content: Content) -> frozenset[str]:
    """Every field that a paper may have; one of what an own folder took off is known, and stays open."""
    components, off = content.components, content.hidden
    groups = (group for component in components.values() for group in component.groups)
    names = {*OWN_FIELDS, *content.context, *off, *(f"{CHOICE}{name}" for name in (*components, *groups, *off))}
    names |= {f"{name}{ALSO}" for name, one in content.context.items() if one.kind == "named-choice"}
    names |= {f"{name}{ALSO}" for name in off}
    dated = {name: one.answers for name, one in content.context.items() if one.kind == "dated-choices"}
    for name in (*dated, *off):
        answers = (*dated.get(name, ()), *off)
        names |= {f"{past}{name}-{answer}" for answer in answers for past in ("", PAST)}
    return frozenset(names)


def _in_papers(papers: Papers, loc: Loc, content: Content) -> Iterator[Mention]:
    for name, words in papers.words.items():
        yield (*loc, "words", name), "De contextvraag", name, content.context
        if question := content.context.get(name):
            for answer in words:
                yield (*loc, "words", name, answer), "Het antwoord", answer, question.answers
    for name in papers.titles:
        yield (*loc, "titles", name), "De optie", name, content.options
    for open_text, text in papers.filled.items():
        yield from _in_fields(open_text, text, (*loc, "filled"), content)
    known = find_field_names(content)
    for name in papers.fields:
        yield (*loc, "fields", name), "Het veld", name, known


def _in_paper_part(part: Any, loc: Loc, content: Content) -> Iterator[Mention]:
    """What stands in a paper in some situations only, with the fields of its text."""
    for index, group in enumerate(part.groups):
        yield (*loc, "groups", index), "De groep", group, content.first_steps.groups if content.first_steps else ()
    if isinstance(part, PaperText):
        yield from _in_fields("text", part.text, loc, content)
        if part.source:
            yield (*loc, "source"), "De bron", part.source, content.sources
        if part.known:
            yield (*loc, "known"), "Het veld", part.known, find_field_names(content)
    if isinstance(part, PaperBlock) and part.part:
        yield (*loc, "part"), "Het deel", part.part, content.papers.parts if content.papers else ()
    if isinstance(part, PaperExample):
        yield (*loc, "source"), "De bron", part.source, content.sources
        for index, paper in enumerate(part.papers):
            yield (*loc, "papers", index), "Het stuk", paper, content.papers.papers if content.papers else ()


def _in_place_texts(texts: PlaceTexts, loc: Loc, content: Content) -> Iterator[Mention]:
    for place in texts.places:
        yield (*loc, "places", place), "De plek", place, content.typology.quadrants
    for key in ("middle", "unknown"):
        yield from _in_fields(key, getattr(texts, key), loc, content)


def _in_place_text(text: PlaceText, loc: Loc, content: Content) -> Iterator[Mention]:
    for group, other in text.groups.items():
        yield (*loc, "groups", group), "De groep", group, content.first_steps.groups if content.first_steps else ()
        yield from _in_fields(group, other, (*loc, "groups"), content)
    for key in ("text", "without_body", "behind"):
        yield from _in_fields(key, getattr(text, key), loc, content)


def _in_fields(key: str, text: str, loc: Loc, content: Content) -> Iterator[Mention]:
    if "{" in text:
        for found in PLACEHOLDER.finditer(text):
            if found["name"]:
                yield (*loc, key), "Het veld", found["name"], find_field_names(content)


PAPER_FINDERS: dict[type[Model], Callable[[Any, Loc, Content], Iterator[Mention]]] = {
    Papers: _in_papers,
    **dict.fromkeys(
        (PaperSection, PaperBlock, PaperText, PaperRow, PaperTableRow, PaperReason, PaperExample), _in_paper_part
    ),
    PlaceTexts: _in_place_texts,
    PlaceText: _in_place_text,
}
"""What finds the ids that a part of the papers mentions."""
