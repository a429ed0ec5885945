"""What holds for every sentence of every paper, whatever file it is made of: what a careful reader would mend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.outcome import Outcome
from poolwijzer.report.model import Block, Bullets, Labelled, Paragraph, Report, Table
from poolwijzer.report.papers.build import make_paper
from poolwijzer.report.papers.fit import find_fit
from poolwijzer.report.texts import flat, texts_of
from tests.report.papers.reading import CONTENT, ON, of_paper
from tests.report.richest import richest
from tests.roots import ROOT

assert CONTENT.papers is not None
PAPERS = CONTENT.papers
FILES = ROOT / "tests" / "files" / "papers"
PHASES = ("verkennen", "opdracht", "draait", "afbouwen")
SHORT = re.compile(r"\b(?:bijv|n\.a\.v|o\.b\.v|bv)\.")
"""A full stop that ends no sentence."""
NEXT = re.compile(r"(?<=[.?!]) ")
WRONG = re.compile(r"(?<!\.)\.\.(?!\.)|[?!]\.|[.,;:][,;]|[,;:]\.| [.,;:]|  |\(\)|\{|\}")


def read(path: Path) -> Assessment:
    return read_assessment(path, CONTENT).assessment


def initiatives() -> Iterator[Assessment]:
    """Every example; and in every phase one, the fullest file on a border and off it, and one that knows nothing."""
    yield from map(read, sorted((ROOT / "examples").glob("*.yaml")))
    empty = Assessment.model_validate({"poolwijzer": 1, "initiative": {"id": "leeg", "name": "Leeg"}})
    for one in (*map(read, FILES.glob("*.yaml")), richest(CONTENT, 5, 5), richest(CONTENT, 3, 5), empty):
        for phase in PHASES:
            yield one.model_copy(update={"context": {**one.context, "fase": phase}})


@pytest.fixture(scope="module")
def papers() -> list[tuple[str, Report]]:
    """Every paper that can be made of these, with what it is of."""
    made = []
    for assessment in initiatives():
        outcome = Outcome(CONTENT, assessment, ON)
        for name, paper in PAPERS.papers.items():
            if not find_fit(paper, outcome).senseless:
                about = f"{name} of {assessment.initiative.id} in {assessment.context.get('fase', 'no phase')}"
                made.append((about, make_paper(outcome, name)))
    return made


def lines(report: Report) -> Iterator[str]:
    """The texts of a paper itself; an annex repeats what people typed."""
    return (SHORT.sub("kort", text) for text in texts_of(of_paper(report)) if text)


def blocks(report: Report) -> Iterator[Block]:
    return (block for one in report.sections for block in flat(one.blocks))


def test_no_paper_says_a_sentence_twice(papers: list[tuple[str, Report]]) -> None:
    for about, report in papers:
        said = Counter(sentence for line in lines(report) for sentence in NEXT.split(line) if sentence.endswith("."))
        twice = {sentence for sentence, times in said.items() if times > 1 and not sentence.startswith("[in te vullen")}
        assert not twice, about


def test_every_sentence_begins_with_a_capital_and_ends_once(papers: list[tuple[str, Report]]) -> None:
    for about, report in papers:
        for line in lines(report):
            assert not WRONG.search(line), (about, line)
            assert not [sentence for sentence in NEXT.split(line)[1:] if sentence[:1].islower()], (about, line)
        for block in blocks(report):
            if isinstance(block, Paragraph):
                assert not block.line.text[:1].islower(), (about, block)


def test_nothing_in_a_paper_is_empty(papers: list[tuple[str, Report]]) -> None:
    for about, report in papers:
        assert all(one.title or one.id == "slot" for one in report.sections), about
        assert all(one.blocks for one in report.sections), about
        for block in blocks(report):
            match block:
                case Paragraph(line=line):
                    assert line.text.strip(), about
                case Bullets(items=items):
                    assert items and all(item.text.strip() for item in items), about
                case Labelled(rows=rows):
                    assert rows and all(label.strip() and line.text.strip() for label, line in rows), about
                case Table(rows=cells):
                    assert cells and all(row[0].strip() for row in cells), about
