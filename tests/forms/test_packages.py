"""Answers that came packed: in a zip, or pasted into a document of Word or LibreOffice."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import docx
import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.packages import MOST_UNPACKED
from poolwijzer.forms.returned.table_answers import TableRoad
from tests.forms.senders import sent_text
from tests.forms.test_merge_intake import ANSWERS, NAMES, ON

Take = Callable[[str, bytes], Arrivals]


@pytest.fixture
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """What is asked about."""
    return assessment_of(municipalities=NAMES)


@pytest.fixture
def take(initiative: Assessment, content: Content) -> Take:
    """Takes in one file."""

    def taken(suffix: str, raw: bytes) -> Arrivals:
        return take_in([], initiative, content, ON, TableRoad(), (Piece(f"terug{suffix}", suffix, io.BytesIO(raw)),))

    return taken


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "."), data)
    return file.getvalue()


def names(arrivals: Arrivals) -> list[str]:
    return [one.response.organisation.name for one in arrivals.received]


def test_a_zip_gives_every_answers_file_in_it(take: Take, initiative: Assessment, content: Content) -> None:
    one, other = (sent_text(initiative, content, name, ANSWERS).encode() for name in ("Assen", "Emmen"))
    files = {"assen__txt": one, "map/emmen__txt": other, "leesmij__txt": b"Zie hier.", "thumbs__db": b"12"}
    inside = packed(**files)
    arrivals = take(".zip", inside)
    assert names(arrivals) == ["Assen", "Emmen"]
    (problem,) = arrivals.refused
    assert problem.path == "terug.zip, bestand 'leesmij.txt'"
    assert names(take(".zip", packed(een__zip=inside))) == ["Assen", "Emmen"]
    assert names(take(".zip", packed(assen__txt=one))) == ["Assen"]


def test_a_zip_of_one_table_is_that_table(take: Take) -> None:
    arrivals = take(".zip", packed(uitvraag__csv=b"id;gemeente;m2\na-1;Assen;3\n"))
    assert names(arrivals) == ["Assen"] and arrivals.refused == ()


def test_a_zip_that_grows_without_end_is_one_line_and_takes_no_memory(take: Take) -> None:
    raw = packed(groot__txt=b"a" * (MOST_UNPACKED + 10), ander__txt=b"b")
    tracemalloc.start()
    arrivals = take(".zip", raw)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(arrivals.refused) == 1 and "veel te groot" in arrivals.refused[0].message
    assert most < 4 * MOST_UNPACKED
    half = packed(half__txt=b"a" * (MOST_UNPACKED * 2 // 3))
    assert any("veel te groot" in one.message for one in take(".zip", packed(een__zip=half, twee__zip=half)).refused)
    many = packed(**{f"{number}__txt": b"" for number in range(600)})
    assert "meer dan 500 bestanden" in take(".zip", many).refused[0].message


def test_a_text_that_was_pasted_into_word_is_read(take: Take, initiative: Assessment, content: Content) -> None:
    document = docx.Document()
    for line in sent_text(initiative, content, "Emmen", ANSWERS).splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    arrivals = take(".docx", file.getvalue())
    assert names(arrivals) == ["Emmen"] and arrivals.refused == () and arrivals.remarks == ()
    assert arrivals.received[0].response.answers["m3"].note == "Eén wens: „samen”"
