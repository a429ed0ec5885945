"""The lines above a block, when somebody changes an answer there: the block counts, and that is told."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from tests.forms.filling import ANSWERS, REGION

FILES = sorted(ANSWERS.glob("*.txt"))
TOLD = "In de tekst boven het blok staat iets anders dan in het blok: "


def taken(text: str, content: Content) -> Arrivals:
    pieces = (Piece("brief.txt", ".txt", io.BytesIO(text.encode())),)
    region = read_assessment(REGION, content).assessment
    return take_in([], region, content, date(2026, 11, 30), TableRoad(), pieces)


def told(text: str, content: Content) -> list[str]:
    return [one.message.removeprefix(TOLD) for one in taken(text, content).remarks if one.message.startswith(TOLD)]


def as_mailed(text: str) -> str:
    """Quoted and broken off, as a mail program answers."""
    lines = [part for line in text.split("\n") for part in (line[:40], line[40:]) if part or not line]
    return "Beste Ans,\r\n\r\nHierbij.\r\n\r\n" + "\r\n".join(f"> > {line}" for line in lines)


def test_what_nobody_changed_is_never_told(content: Content) -> None:
    assert len(FILES) == 12
    whole = [path.read_text(encoding="utf-8") for path in FILES]
    for text in (*whole, *map(as_mailed, whole), "\n".join(whole)):
        assert told(text, content) == []


@pytest.mark.parametrize(
    ("said", "now", "where"),
    [
        ("Gemeente: Voorbeeldbeek", "Gemeente: Voorbeeldbos", "bij gemeente."),
        ("Ik antwoord: namens mijn gemeente", "Ik antwoord: mijn eigen beeld", "bij namens wie."),
        ("met naam in het verslag: nee", "met naam in het verslag: ja", "bij de naam in het verslag."),
        ("functie? niet ingevuld", "functie? bestuurder", "bij de functie."),
    ],
)
def test_another_answer_in_the_lines_is_told_and_the_block_counts(
    said: str, now: str, where: str, content: Content
) -> None:
    text = (ANSWERS / "antwoorden-voorbeeldbeek-0e79bd.txt").read_text(encoding="utf-8")
    assert said in text
    for changed in (text.replace(said, now), as_mailed(text.replace(said, now))):
        assert told(changed, content) == [where]
        assert taken(changed, content).received[0].response == taken(text, content).received[0].response


def test_of_changed_answers_the_statements_are_told(content: Content) -> None:
    text = Path(FILES[0]).read_text(encoding="utf-8")
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("3. "))
    answered = lines[first + 1]
    lines[first + 1] = "   ja, helemaal" if answered != "   ja, helemaal" else "   weet niet"
    assert told("\n".join(lines), content) == ["bij stelling 3."]
