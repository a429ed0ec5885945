"""How own estimates and outcomes differ: the group's own mark and, apart from it, everyone's own dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.learned import LIKENESSES, SAME_WITHIN, Learned
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, number
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

OF_MARKS, OF_DOTS = "De eigen inschatting van de groep", "De stippen van ieder"


class Differences(NamedTuple):
    """What was thought before, beside the answers, on one axis."""

    lower: int
    same: int
    higher: int
    middle: Fraction
    """The median difference, before less answers, on the answer scale."""


def find_differences(learned: Sequence[Learned], axis: str) -> Differences | None:
    """Of the groups' own marks; None where there are none."""
    more = [Fraction(str(one["estimate"][axis])) for one in learned if axis in one["estimate"]]
    if not more:
        return None
    return Differences(
        sum(one <= -SAME_WITHIN for one in more),
        sum(abs(one) < SAME_WITHIN for one in more),
        sum(one >= SAME_WITHIN for one in more),
        median(more),
    )


def find_dot_differences(learned: Sequence[Learned], axis: str) -> Differences | None:
    """Of all dots; the median is over initiatives, of their own medians, so that a large room counts no more."""
    found = [one["dots"][axis] for one in learned if axis in one["dots"]]
    if not found:
        return None
    return Differences(
        sum(one["lower"] for one in found),
        sum(one["same"] for one in found),
        sum(one["higher"] for one in found),
        median(Fraction(str(one["middle"])) for one in found),
    )


def estimates(overview: Overview, content: Content) -> Section:
    """Per axis how many thought higher, the same or lower, and how often the place was another."""
    learned = [one.kept.learned for one in overview.by_name if one.kept.learned]
    marks = {axis: found for axis in content.typology.axes if (found := find_differences(learned, axis))}
    dots = {axis: found for axis in content.typology.axes if (found := find_dot_differences(learned, axis))}
    if not marks and not dots:
        return Section("inschatting", "")
    blocks: list[Block] = [Paragraph(Line(_READ))]
    if marks:
        of = sum(bool(one["estimate"]) for one in learned)
        blocks.append(_table(f"{OF_MARKS}, van {count_things(of, 'initiatief', 'initiatieven')}", marks, content))
        places = [one["estimated_place"] for one in learned if one["estimated_place"]]
        blocks += _places("initiatief", "initiatieven", [places.count(one) for one in LIKENESSES])
    if dots:
        of = sum(bool(one["dots"]) for one in learned)
        total = max(one.lower + one.same + one.higher for one in dots.values())
        many, who = count_things(total, "stip", "stippen"), count_things(of, "initiatief", "initiatieven")
        blocks.append(_table(f"{OF_DOTS}: {many} uit {who}", dots, content))
        counted = zip(*(one["dot_places"] for one in learned if one["dots"]), strict=True)
        blocks += _places("stip", "stippen", [sum(many) for many in counted])
    blocks.append(Paragraph(Line(_NOT_SAID), "let-op"))
    return Section("inschatting", "Eigen inschatting en uitkomst", tuple(blocks))


_READ = (
    f"Vergeleken met de antwoorden. Scheelt het minder dan {number(SAME_WITHIN, 1)} punt op de schaal, dan heet het "
    "gelijk. "
    "Het midden is het verschil waar de helft onder ligt. Een plus zegt: vooraf hoger."
)
_NOT_SAID = (
    "Een inschatting die verschilt, is niet fout. De groep kan iets weten wat geen stelling vraagt. "
    "En wie een inschatting gaf, is geen steekproef."
)


def _table(caption: str, found: dict[str, Differences], content: Content) -> Table:
    head = ("As", "Vooraf lager", "Gelijk", "Vooraf hoger", "Midden van het verschil")
    rows = tuple(
        (
            content.typology.axes[axis].short,
            *(number(count, 0) for count in (one.lower, one.same, one.higher)),
            f"{'+' if number(one.middle, 1) > '0,0' and one.middle > 0 else ''}{number(one.middle, 1)}",
        )
        for axis, one in found.items()
    )
    return Table(caption, head, rows, frozenset({1, 2, 3, 4}))


def _places(singular: str, plural: str, counts: Sequence[int]) -> Iterator[Block]:
    """How often the place was another."""
    total = sum(counts)
    if total:
        same, partly, other = (number(count, 0) for count in counts)
        of = count_things(total, singular, plural)
        told = f"De plek, van {of}: {same} dezelfde, {partly} deels dezelfde, {other} een andere."
        more = " Deels: minstens een van de plekken komt in beide voor." if counts[1] else ""
        yield Paragraph(Line(f"{told}{more}"))
