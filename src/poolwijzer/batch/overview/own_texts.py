"""What groups wrote themselves for a component (*anders, namelijk*): every text as typed, beside what is like it.

Texts are never made into one: what is like it is said behind each of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.assessment.unshared import UNSHARED
from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.likeness import LikeIndex, fold, group_alike
from poolwijzer.batch.overview.name_list import MOST_ROWS
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_words, number, sorting_key
from poolwijzer.problems import quote
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

MOST_COMPARED = 2_000
"""Texts of one component that are held against each other; those that most initiatives wrote come first."""
FEW_ROWS = 8
"""Of a component, unless all is told."""
LONGEST = 300
"""Of a text in the table."""


class OwnText(NamedTuple):
    """A text as typed, by how many initiatives."""

    text: str
    number: int


class AlikeTexts(NamedTuple):
    """Texts that are like the first of them, by how many initiatives together."""

    texts: tuple[tuple[OwnText, ...], ...]
    """Within each of these only capitals, accents and signs differ."""
    number: int
    like_option: str
    """The title of an option that the first is like; empty where there is none."""


def find_own_texts(overview: Overview, component: str, content: Content) -> tuple[AlikeTexts, ...]:
    """What was written for a component, what most initiatives wrote first; of equals in the order of a dictionary."""
    typed: dict[str, Counter[str]] = defaultdict(Counter)
    who: dict[str, set[int]] = defaultdict(set)
    for one in overview.by_name:
        for name, text in one.kept.chosen.other:
            if name == component and text != UNSHARED:
                typed[fold(text)][text] += 1
                who[fold(text)].add(one.number)
    if not typed:
        return ()
    ordered = sorted(typed, key=lambda folded: (-len(who[folded]), sorting_key(folded), folded))
    compared, rest = ordered[:MOST_COMPARED], ordered[MOST_COMPARED:]
    options = OptionIndex(component, content)
    groups = [(group, options.find(group[0])) for group in group_alike(compared)] + [([one], "") for one in rest]
    found = [
        AlikeTexts(tuple(_variants(typed[one]) for one in group), len(set().union(*(who[one] for one in group))), like)
        for group, like in groups
    ]
    return tuple(sorted(found, key=lambda one: -one.number))


def _variants(typed: Counter[str]) -> tuple[OwnText, ...]:
    return tuple(OwnText(text, typed[text]) for text in sorted(typed, key=lambda text: (-typed[text], text)))


class OptionIndex:
    """Finds the option a text is like: of its own component, or else of another, with that one's title."""

    def __init__(self, component: str, content: Content) -> None:
        """Take in the titles of all options.

        Args:
            component: Whose options come first.
            content: The menus.
        """
        self._own, self._others = LikeIndex(), LikeIndex()
        for name, one in content.components.items():
            for option in one.options.values():
                if name == component:
                    self._own.add(fold(option.title), quote(option.title))
                else:
                    self._others.add(fold(option.title), f"{quote(option.title)} bij {one.title}")

    def find(self, folded: str) -> str:
        """The title, quoted; empty where none is like it."""
        return self._own.find(folded) or self._others.find(folded) or ""


def own_texts(overview: Overview, content: Content, *, whole: bool) -> Section:
    """Per component its texts."""
    blocks: list[Block] = []
    for name, component in content.components.items():
        if found := find_own_texts(overview, name, content):
            blocks += _of_component(component.title, found, whole)
    unshared = sum(text == UNSHARED for one in overview.by_name for _, text in one.kept.chosen.other)
    if not blocks and not unshared:
        return Section("eigen-keuzes", "")
    read = [
        "Elke tekst staat er zoals iemand hem typte. Niets is samengevoegd.",
        "Lijkt op: veel letters zijn gelijk. Of het hetzelfde betekent, moet u zelf zien.",
    ]
    if not blocks:
        read = []
    if unshared:
        who = count_things(unshared, "eigen keuze staat", "eigen keuzes staan")
        read.append(f"{who} hier niet: {'die is' if unshared == 1 else 'die zijn'} niet gedeeld.")
    untold = sum(bool(one.kept.chosen.untold) for one in overview.by_name)
    if untold:
        who = count_things(untold, "initiatief", "initiatieven")
        read.append(f"Van {who} staan bij een onderdeel alleen de eerste tien eigen keuzes hier.")
    return Section("eigen-keuzes", "Wat groepen zelf bedachten", (Paragraph(Line(" ".join(read))), *blocks))


def _of_component(title: str, found: tuple[AlikeTexts, ...], whole: bool) -> Iterator[Block]:
    rows = _rows(found)
    shown = rows[: MOST_ROWS if whole else FEW_ROWS]
    right = frozenset({0, 2})
    yield Table(
        f"{title}: anders, namelijk", ("Nr.", "Anders, namelijk", "Initiatieven", "Lijkt op"), tuple(shown), right
    )
    if left := len(rows) - len(shown):
        where = "" if whole else " Zij staan in het overzicht met --depth volledig."
        yield Paragraph(
            Line(f"Er {'is' if left == 1 else 'zijn'} nog {count_things(left, 'tekst', 'teksten')}.{where}"), "stil"
        )
    if sum(len(one.texts) for one in found) > MOST_COMPARED:
        told = f"Met elkaar vergeleken zijn de {number(MOST_COMPARED, 0)} teksten die het meest voorkomen."
        yield Paragraph(Line(told), "stil")


def _rows(found: tuple[AlikeTexts, ...]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in found:
        first = len(rows) + 1
        total = sum(len(variants) for variants in one.texts)
        for group, variants in enumerate(one.texts):
            same = len(rows) + 1
            for at, own in enumerate(variants):
                like: list[str] = []
                if not group and not at:
                    like += _first_of_many(first, total, one.number)
                    like += [f"de optie {one.like_option}"] if one.like_option else []
                elif at:
                    like.append(f"dezelfde woorden als nr. {number(same, 0)}")
                else:
                    like.append(f"nr. {number(first, 0)}")
                rows.append(
                    (
                        number(len(rows) + 1, 0),
                        excerpt(own.text, LONGEST),
                        number(own.number, 0),
                        join_words(like, "en"),
                    )
                )
    return rows


def _first_of_many(first: int, total: int, initiatives: int) -> Iterator[str]:
    if total > 1:
        second, last = number(first + 1, 0), number(first + total - 1, 0)
        others = {2: second, 3: f"{second} en {last}"}.get(total, f"{second} tot en met {last}")
        yield f"nr. {others} (samen {count_things(initiatives, 'initiatief', 'initiatieven')})"
