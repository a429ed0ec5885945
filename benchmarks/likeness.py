"""How much the reports of like initiatives say the same, as a table of pairs.

Of two initiatives on the same place and in the same group of phases: which part of the sentences of the body of each
stands in the other too. Annexes, headings, pictures and legal lines are left out, and names and numbers are masked.
`make likeness` prints the table, and fails where a pair has more than half in common.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from poolwijzer import load_menus
from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import percentage
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.build import build_report
from poolwijzer.report.facts import ID as LEGAL
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Paragraph, Report, Section, Table
from poolwijzer.report.said import is_told, split_sentences
from poolwijzer.report.texts import flat

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ROOT / "examples", ROOT / "tests" / "files" / "cases"
ON = date(2026, 11, 28)
MOST = Fraction(1, 2)
"""Which part of its sentences a report may have in common with another."""
_LABEL = re.compile(r"^[A-Z]\w+: ")
"""What stands before a reason or an answer, and says what it is."""
_SHORT = "Wie: ", "Wanneer: "
_NUMBER = re.compile(r"\d[\d.,]*")


class Told(NamedTuple):
    """One initiative with the sentences of its body."""

    name: str
    place: tuple[str, ...]
    group: str
    sentences: tuple[str, ...]


class Pair(NamedTuple):
    """Two that are alike, with which part of the sentences of each the other says too."""

    first: Told
    second: Told
    shares: tuple[Fraction, Fraction]

    @property
    def most(self) -> Fraction:
        """The larger of the two."""
        return max(self.shares)


def sentences_in(sections: Sequence[Section]) -> Iterator[str]:
    """The sentences of these sections and the parts inside them: no headings, labels, row heads or pictures."""
    for section in sections:
        for text in _running_text(section.blocks):
            told = (_LABEL.sub("", one) for one in split_sentences(text) if not one.startswith(_SHORT))
            yield from filter(is_told, told)
        yield from sentences_in(section.parts)


def _running_text(blocks: Sequence[Block]) -> Iterator[str]:
    for block in flat(blocks):
        match block:
            case Paragraph(line=line, tone=tone) if tone != "sterk":  # that is a heading
                yield line.text
            case Bullets(items=items):
                yield from (item.text for item in items)
            case Labelled(rows=rows):
                yield from (line.text for _, line in rows)
            case Table(rows=cells):
                yield from (cell for row in cells for cell in row[1:])
            case Card(blocks=inner):
                yield from _running_text(inner)
            case _:
                pass


def body_of(report: Report) -> list[Section]:
    """What stands before the annexes, but for what a lawyer has to look at."""
    return [section for section in report.sections if not section.annex and section.id != LEGAL]


def tell(assessment: Assessment, content: Content) -> Told:
    """An initiative with the sentences of its body, names and numbers masked."""
    outcome = Outcome(content, assessment, ON)
    report = build_report(outcome, version="0")
    names = sorted(_names(assessment), key=len, reverse=True)
    masked = (_mask(sentence, names) for sentence in sentences_in(body_of(report)))
    group = AdviceWords(outcome).phase_group or ""
    return Told(assessment.initiative.name, outcome.placement.in_play, group, tuple(dict.fromkeys(masked)))


def _names(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    yield from filter(None, (initiative.name, initiative.region))
    yield from (member.name for member in initiative.municipalities)
    yield from (given.name for given in assessment.context.values() if isinstance(given, NamedChoice) and given.name)


def _mask(sentence: str, names: Sequence[str]) -> str:
    for name in names:
        sentence = re.sub(re.escape(name), "N", sentence, flags=re.IGNORECASE)
    return _NUMBER.sub("0", sentence).casefold()


def pairs_of(told: Sequence[Told]) -> list[Pair]:
    """Those on the same place in the same group of phases, the most alike first."""
    found = [
        Pair(one, other, (_share(one, other), _share(other, one)))
        for one, other in combinations(told, 2)
        if one.place and (one.place, one.group) == (other.place, other.group)
    ]
    return sorted(found, key=lambda pair: -pair.most)


def _share(one: Told, other: Told) -> Fraction:
    return Fraction(sum(sentence in other.sentences for sentence in one.sentences), len(one.sentences) or 1)


def read_all(content: Content) -> list[Assessment]:
    """The examples, and the cases of the tests."""
    return [read_assessment(path, content).assessment for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))]


def main() -> int:
    """Print the pairs; 1 where one of them is too much alike."""
    content = load_menus()
    found = pairs_of([tell(assessment, content) for assessment in read_all(content)])
    for pair in found:
        shares = " and ".join(percentage(share) for share in pair.shares)
        sizes = f"{len(pair.first.sentences)} and {len(pair.second.sentences)} sentences"
        place = " + ".join(pair.first.place)
        print(f"{pair.first.name} | {pair.second.name} | {place}, {pair.first.group} | {sizes} | {shares}")
    return int(any(pair.most > MOST for pair in found))


if __name__ == "__main__":
    sys.exit(main())
