"""The legend of a typology: entries in columns, each with a sample of what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from poolwijzer.drawing.primitives import Palette, Sizes, breadth_of, letters

MOST_LINES = 8
"""Of one entry; a longer name would leave no room for the drawing."""
NARROWEST_COLUMN = 12
"""In letters."""
Sample = Callable[[float, float], Iterable[str]]
"""Draws around a point what an entry tells."""
Columns = list[list[tuple[Sample, list[str]]]]


def in_columns(entries: Sequence[tuple[Sample, str]], sizes: Sizes, most: int = 4) -> Columns:
    """A legend in columns that are read downwards, so many that no word is broken off and it is low."""
    if not entries:
        return []
    numbers = range(1, min(most, max(1, int(sizes.breadth / sizes.letter / NARROWEST_COLUMN))) + 1)

    def costs(way: int) -> tuple[bool, float]:
        room = _room(way, sizes) / sizes.slim
        breaks = any(breadth_of(word, sizes.letter) > room for _, words in entries for word in words.split())
        return breaks, height_of(_split(entries, way, sizes), sizes)

    return _split(entries, min(numbers, key=costs), sizes)


def _room(columns: int, sizes: Sizes) -> float:
    """For the words of one of so many columns."""
    return (sizes.breadth - 2 * sizes.pad) / columns - 3.5 * sizes.letter


def _split(entries: Sequence[tuple[Sample, str]], columns: int, sizes: Sizes) -> Columns:
    told = [(one, _cut(sizes.lines(words, _room(columns, sizes), sizes.letter))) for one, words in entries]
    size = -(-len(told) // columns)
    return [told[start : start + size] for start in range(0, len(told), size)]


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def height_of(columns: Columns, sizes: Sizes) -> float:
    """How much room a legend takes, in units of the drawing."""
    return max((sum(_entry_height(lines, sizes) for _, lines in column) for column in columns), default=0) + sizes.pad


def _entry_height(lines: list[str], sizes: Sizes) -> float:
    return len(lines) * sizes.line + 0.7 * sizes.letter


def draw_legend(columns: Columns, top: float, palette: Palette, sizes: Sizes) -> Iterator[str]:
    """A legend in columns from a height on, each entry with a sample of what it tells before its words."""
    for number, column in enumerate(columns):
        x, y = sizes.pad + sizes.radius + number * (sizes.breadth - 2 * sizes.pad) / len(columns), top + sizes.radius
        for sample, lines in column:
            yield from sample(x, y)
            for index, line in enumerate(lines):
                yield letters(
                    x + 1.8 * sizes.letter, y + 0.35 * sizes.letter + index * sizes.line, line, sizes.letter, palette
                )
            y += _entry_height(lines, sizes)
