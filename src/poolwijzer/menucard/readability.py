"""How the menus read: the length of their sentences, per file, with the long ones at their place.

Short sentences are the part of plain language (B1) that can be counted. A sentence is told by its end mark, a word by
its spaces; `{verband}` counts as one word, though it is filled in with more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from poolwijzer.content.files import MenuFiles
from poolwijzer.content.locations import Steps
from poolwijzer.dutch import count_things, number
from poolwijzer.problems import Problem, quote
from poolwijzer.yamlfile import Location

LONGEST = 25
"""The most words of one sentence."""
AVERAGE_BELOW = 12
"""On average a sentence of a file has fewer words than this."""

_NEXT_SENTENCE = re.compile(r"(?<=[.?!…])\s+(?=[^a-z])")
_WORD = re.compile(r"\S*\w\S*")
_SOURCES = "bronnen"
# Of a source only this is ours: a title and a publisher are the words of others.
_OWN_WORDS_ON_A_SOURCE = "weak"


class Sentence(NamedTuple):
    """One sentence, or a text that is none, such as a title."""

    text: str
    words: int
    place: Location

    @property
    def whole(self) -> bool:
        """Whether this is a sentence by its end mark, and counts for an average."""
        return self.text.endswith((".", "?", "!", "…"))


class FileReading(NamedTuple):
    """What one file is like to read."""

    path: str
    sentences: int
    words: int
    long: tuple[Sentence, ...]

    @property
    def average(self) -> Fraction:
        """Words a sentence; 0 for a file without sentences."""
        return Fraction(self.words, self.sentences) if self.sentences else Fraction(0)


def find_sentences(files: MenuFiles) -> Iterator[Sentence]:
    """Every sentence that somebody may read: no ids, no addresses, no titles of sources."""
    for name, file in files.files.items():
        steps = tuple(name.split("/"))
        for loc, text in _texts(file.data, steps):
            if steps[0] == _SOURCES and loc[-1] != _OWN_WORDS_ON_A_SOURCE:
                continue
            place = files.locate(loc)
            for part in _NEXT_SENTENCE.split(text.strip()):
                yield Sentence(part, len(_WORD.findall(part)), place)


def measure_files(files: MenuFiles) -> list[FileReading]:
    """Each file that has something to read, in the order of the menus."""
    by_path: dict[str, list[Sentence]] = {}
    for sentence in find_sentences(files):
        by_path.setdefault(sentence.place.path, []).append(sentence)
    return [
        FileReading(
            path,
            sum(sentence.whole for sentence in found),
            sum(sentence.words for sentence in found if sentence.whole),
            tuple(sentence for sentence in found if sentence.words > LONGEST),
        )
        for path, found in by_path.items()
    ]


def find_hard_reading(files: MenuFiles) -> list[Problem]:
    """The long sentences, and the files whose sentences are long on average."""
    return [*find_long_sentences(files), *_long_winded(files)]


def find_long_sentences(files: MenuFiles) -> list[Problem]:
    """Every sentence of more than `LONGEST` words, where its text begins."""
    return [
        Problem(
            sentence.place.path,
            f"Deze zin telt {count_things(sentence.words, 'woord', 'woorden')}: {quote(sentence.text)}.",
            f"Maak er twee zinnen van. Een zin telt hooguit {LONGEST} woorden.",
            sentence.place.line,
            sentence.place.column,
        )
        for reading in measure_files(files)
        for sentence in reading.long
    ]


def _long_winded(files: MenuFiles) -> list[Problem]:
    return [
        Problem(
            reading.path,
            f"Een zin telt hier gemiddeld {number(reading.average, 1)} woorden.",
            f"Maak de zinnen korter. Gemiddeld horen het er minder dan {AVERAGE_BELOW} te zijn.",
        )
        for reading in measure_files(files)
        if reading.average >= AVERAGE_BELOW
    ]


def make_readability_table(readings: Sequence[FileReading]) -> str:
    """The files under each other as a Markdown table, with the long sentences by line."""
    rows = [
        f"| {reading.path} | {reading.sentences} | {number(reading.average, 1)} | {_lines(reading)} |"
        for reading in readings
    ]
    head = "| Bestand | Zinnen | Woorden per zin | Lange zinnen |"
    return "\n".join([head, "| --- | ---: | ---: | --- |", *rows])


def _lines(reading: FileReading) -> str:
    return ", ".join(f"regel {sentence.place.line} ({sentence.words})" for sentence in reading.long) or "geen"


def _texts(value: Any, loc: Steps) -> Iterator[tuple[Steps, str]]:
    """Every text with its place. What has no space is an id, a number, an address or a single word."""
    if isinstance(value, str):
        if " " in value.strip():
            yield loc, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*loc, index))
