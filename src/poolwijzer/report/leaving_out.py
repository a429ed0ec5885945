"""A report without what matters least, for a format in which it has to fit on its pages.

What may be left out, and in which order, was decided where the report was made (`leaves`). A writer tries ever more
of it, until the rest fits:

    for number in range(count_least(report) + 1):
        shorter = leave_out(report, number)

A section that has to fit on a page of its own is shortened in the same way, whatever becomes of the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from poolwijzer.report.model import Beside, Block, Bullets, Labelled, Line, Paragraph, Report, Section


def count_least(report: Report) -> int:
    """How many things can be left out, one after another."""
    seen = _Reader()
    seen.sections(report.sections)
    return sum(map(bool, seen.leaves))


def leave_out(report: Report, number: int) -> Report:
    """A report without so many of the things that matter least, and with a line that says so.

    Of what matters as much, what stands last goes first. What holds nothing any more goes too.

    Args:
        report: With everything in it.
        number: From 0 (everything stays) to `count_least`.
    """
    if number <= 0:
        return report
    seen = _Reader()
    seen.sections(report.sections)
    order = sorted((-leaves, -at) for at, leaves in enumerate(seen.leaves) if leaves)
    kept = _Reader(frozenset(-at for _, at in order[:number])).sections(report.sections)
    return replace(report, sections=say_more(kept, report.more))


def say_more(sections: tuple[Section, ...], more: str) -> tuple[Section, ...]:
    """These with a line that something was left out at the head of the last one; said once, and not if it is empty."""
    *others, last = sections
    line = Paragraph(Line(more), "stil")
    return sections if not more or line in last.blocks else (*others, replace(last, blocks=(line, *last.blocks)))


def count_least_of(section: Section) -> int:
    """How many things can be left out of one section, one after another."""
    seen = _Reader()
    seen.within(section)
    return sum(map(bool, seen.leaves))


def shorten_section(section: Section, number: int, more: str) -> Section:
    """A section without so many of the things in it that matter least, and with a line at its end that says so.

    Args:
        section: With everything in it.
        number: From 0 (everything stays) to `count_least_of`.
        more: What the line says.
    """
    if number <= 0:
        return section
    seen = _Reader()
    seen.within(section)
    order = sorted((-leaves, -at) for at, leaves in enumerate(seen.leaves) if leaves)
    return add_more(_Reader(frozenset(-at for _, at in order[:number])).within(section), more)


def add_more(section: Section, more: str) -> Section:
    """A section with a line at its end that there is more elsewhere; said once, and not if it is empty."""
    line = Section("meer", "", (Paragraph(Line(more), "stil"),))
    return section if not more or line in section.parts else replace(section, parts=(*section.parts, line))


@dataclass
class _Reader:
    """Goes through a report in reading order, and drops what has one of these numbers in it."""

    dropped: frozenset[int] = frozenset()
    leaves: list[int] = field(default_factory=list)
    """How soon each thing may be left out, in reading order."""

    def sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        found = ((self._stays(one.leaves), one, self._blocks(one.blocks), self.sections(one.parts)) for one in sections)
        return tuple(
            replace(one, blocks=blocks, parts=parts)
            for stays, one, blocks, parts in found
            if stays and (blocks or parts)
        )

    def within(self, section: Section) -> Section:
        """One section that stays, whatever is left of it."""
        return replace(section, blocks=self._blocks(section.blocks), parts=self.sections(section.parts))

    def _stays(self, leaves: int) -> bool:
        self.leaves.append(leaves)
        return len(self.leaves) - 1 not in self.dropped

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._each(blocks))

    def _each(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Beside(left=left, right=right):
                    beside = Beside(self._blocks(left), self._blocks(right))
                    if beside.left or beside.right:
                        yield beside
                case Bullets(items=items, leaves=(_, *_) as leaves):
                    kept = [one for one, least in zip(items, leaves, strict=True) if self._stays(least)]
                    if kept:
                        yield replace(block, items=tuple(kept), numbered=block.numbered and len(kept) > 1, leaves=())
                case Labelled(leaves=(_, *_) as leaves):
                    short = self._shorter(block)
                    rest = [row for row, least in zip(short, leaves, strict=True) if self._stays(least)]
                    if rest:
                        yield Labelled(tuple(rest))
                case _:
                    yield block

    def _shorter(self, block: Labelled) -> list[tuple[str, Line]]:
        """The rows, and of those that need not say all of it what they say in short."""
        if not block.shorter:
            return list(block.rows)
        each = zip(block.rows, block.shorter, block.shortens, strict=True)
        return [row if self._stays(soon) else (row[0], short) for row, short, soon in each]
