"""Text on slides and with them: paragraphs with runs, as who edits on types them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml.etree import SubElement  # type: ignore[import-untyped]
from pptx.oxml.ns import qn

from poolwijzer.drawing.shapes import ColourName
from poolwijzer.formats.letter_breadths import LAST_LATIN
from poolwijzer.formats.powerpoint.look import SCHEME, emu, hundredths
from poolwijzer.formats.word.styles import LANGUAGE
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.model import AIR, INDENT, ITEM, LETTER, LINE

Telling = Paragraph | Bullets | Labelled


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in letters of one kind."""

    text: str
    bold: bool = False
    colour: ColourName | None = None
    size: float = 0.0
    """Of its letters, in points; 0 for what is usual where it stands."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph as PowerPoint knows it."""

    runs: tuple[Run, ...]
    listed: bool = False
    number: int = 0
    """Of an item of a list where the order matters."""
    below: float | None = AIR
    """What is kept free below it; as usual where it stands without."""
    at: Literal["start", "middle", "end"] = "start"
    """Where a line of it stands in its frame."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


def head_of(title: str) -> Sentence:
    """What stands above a column."""
    return Sentence((Run(title, bold=True, colour="accent"),))


def sentences_of(block: Telling) -> Iterator[Sentence]:
    """The paragraphs of a block, the last of which keeps it away from what follows."""
    match block:
        case Paragraph(line=line, tone=tone):
            yield Sentence((Run(_said(line), tone == "sterk", "quiet" if tone == "stil" else None),))
        case Bullets(items=items, numbered=numbered):
            told = (
                Sentence((Run(_said(item)),), listed=True, number=at * numbered) for at, item in enumerate(items, 1)
            )
            yield from _as_list(told)
        case Labelled(rows=rows):
            yield from _as_list(Sentence(tuple(_labelled(label_of(label), line))) for label, line in rows)


def _labelled(label: str, line: Line) -> Iterator[Run]:
    if label.strip():
        yield Run(label, bold=True)
        yield Run(f" {_said(line)}")
    else:
        yield Run(_said(line))


def _as_list(items: Iterable[Sentence]) -> Iterator[Sentence]:
    """Items close to each other."""
    *close, last = [*items] or [Sentence(())]
    yield from (replace(item, below=ITEM) for item in close)
    yield last


def _said(line: Line) -> str:
    derived = " (onze afleiding)" if line.derived else ""
    return f"{line.text}{derived} {line.url}" if line.url else f"{line.text}{derived}"


def write_sentences(body: Any, sentences: Iterable[Sentence], size: float = LETTER) -> None:
    """Fill a frame with text, which it has none of yet.

    Args:
        body: The element of the text of a shape.
        sentences: What it says.
        size: Of its letters: the usual one for where it stands.
    """
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for sentence in sentences:
        _write(SubElement(body, qn("a:p")), sentence, size / LETTER)
    if body.find(qn("a:p")) is None:
        _end(SubElement(body, qn("a:p")))


def _write(paragraph: Any, sentence: Sentence, scale: float) -> None:
    looks = SubElement(paragraph, qn("a:pPr"))
    if sentence.at != "start":
        looks.set("algn", "ctr" if sentence.at == "middle" else "r")
    if sentence.number:
        looks.set("marL", str(emu(INDENT * scale)))
        looks.set("indent", str(-emu(INDENT * scale)))
    elif sentence.listed:
        looks.set("lvl", "1")
    if any(sign > LAST_LATIN for sign in sentence.text):
        # Letters of other scripts are higher: without this their lines take more than was measured.
        points = SubElement(SubElement(looks, qn("a:lnSpc")), qn("a:spcPts"))
        points.set("val", str(hundredths(LETTER * scale * LINE)))
    if sentence.below is not None and sentence.below != (ITEM if sentence.listed and not sentence.number else AIR):
        points = SubElement(SubElement(looks, qn("a:spcAft")), qn("a:spcPts"))
        points.set("val", str(hundredths(sentence.below * scale)))
    if sentence.number:
        SubElement(looks, qn("a:buFont")).set("typeface", "+mj-lt")
        numbered = SubElement(looks, qn("a:buAutoNum"))
        numbered.set("type", "arabicPeriod")
    for run in sentence.runs:
        add_run(paragraph, run)
    _end(paragraph)


def add_run(paragraph: Any, run: Run) -> None:
    """Text at the end of a paragraph; the end of a line in it is that on the slide too."""
    for number, line in enumerate(run.text.replace("\t", " ").split("\n")):
        if number:
            _looks(SubElement(SubElement(paragraph, qn("a:br")), qn("a:rPr")), run)
        if line:
            element = SubElement(paragraph, qn("a:r"))
            _looks(SubElement(element, qn("a:rPr")), run)
            SubElement(element, qn("a:t")).text = line


def _looks(element: Any, run: Run) -> None:
    element.set("lang", LANGUAGE)
    if run.size:
        element.set("sz", str(hundredths(run.size)))
    if run.bold:
        element.set("b", "1")
    if run.colour:
        SubElement(SubElement(element, qn("a:solidFill")), qn("a:schemeClr")).set("val", SCHEME[run.colour])


def _end(paragraph: Any) -> None:
    SubElement(paragraph, qn("a:endParaRPr")).set("lang", LANGUAGE)
