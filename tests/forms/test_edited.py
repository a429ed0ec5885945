"""The lines above a block, when somebody changes an answer there: the block counts, and that is told."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.forms.sent import find_blocks
from tests.forms.filling import ANSWERS, REGION
from tests.forms.senders import block

FILES = sorted(ANSWERS.glob("*.txt"))
TOLD = "In de tekst boven het blok staat iets anders dan in het blok: "


def taken(text: str, content: Content) -> Arrivals:
    pieces = (Piece("brief.txt", ".txt", io.BytesIO(text.encode())),)
    region = read_assessment(REGION, content).assessment
    return take_in([], region, content, date(2026, 11, 30), TableRoad(), pieces)


def of_today(path: Path, content: Content) -> str:
    """What the form saved, as if it was made with the menus of today: with others the lines are not held against it."""
    text = path.read_text(encoding="utf-8")
    start = text.index("----- BEGIN POOLWIJZER")
    (found,) = find_blocks(text)
    assert found.data is not None
    data = json.loads(found.data)
    data["form"]["menus"] = {"version": content.version, "hash": content.hash}
    return text[:start] + block(data)


def told(text: str, content: Content) -> list[str]:
    return [one.message.removeprefix(TOLD) for one in taken(text, content).remarks if one.message.startswith(TOLD)]


def as_mailed(text: str) -> str:
    """Quoted and broken off, as a mail program answers."""
    lines = [part for line in text.split("\n") for part in (line[:40], line[40:]) if part or not line]
    return "Beste Ans,\r\n\r\nHierbij.\r\n\r\n" + "\r\n".join(f"> > {line}" for line in lines)


def test_what_nobody_changed_is_never_told(content: Content) -> None:
    assert len(FILES) == 12
    whole = [of_today(path, content) for path in FILES]
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
    text = of_today(ANSWERS / "antwoorden-voorbeeldbeek-0e79bd.txt", content)
    assert said in text
    for changed in (text.replace(said, now), as_mailed(text.replace(said, now))):
        assert told(changed, content) == [where]
        assert taken(changed, content).received[0].response == taken(text, content).received[0].response


def test_of_changed_answers_the_statements_are_told(content: Content) -> None:
    text = of_today(FILES[0], content)
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("3. "))
    answered = lines[first + 1]
    lines[first + 1] = "   ja, helemaal" if answered != "   ja, helemaal" else "   weet niet"
    assert told("\n".join(lines), content) == ["bij stelling 3."]
