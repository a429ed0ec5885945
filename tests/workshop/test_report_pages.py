"""The report of a session on paper: a page for each group, whatever it said."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme, render_report
from poolwijzer.report.model import Report
from poolwijzer.workshop.proceedings.build import build_proceedings
from tests.an_office import an_office
from tests.formats.pdf.reading import told
from tests.workshop.a_room import DAY, files
from tests.workshop.some_sessions import long_winded, session_of, silent

Make = Callable[[], Report]


@pytest.fixture(scope="module")
def twelve(content: Content) -> Report:
    """Of twelve groups: with little to say, a lot, nothing, and no file."""
    room = files(content)
    wordy = long_winded(content)
    wordy = wordy.model_copy(update={"agreements": wordy.agreements[:1]})
    said = (room["groep-1"], wordy, silent(), None, room["groep-2"], room["groep-3"])
    return build_proceedings(session_of(*said, *said), content, DAY, "1.0")


def test_every_group_has_one_page_in_a_pdf(twelve: Report) -> None:
    _check(told(render_report(".pdf", twelve, Theme()), "pdftotext"))


@pytest.mark.slow
def test_every_group_has_one_page_in_word(twelve: Report, tmp_path_factory: pytest.TempPathFactory) -> None:
    opened = an_office(tmp_path_factory.mktemp("office"))
    _check(told(opened(render_report(".docx", twelve, Theme()), ".docx", "pdf"), "pdftotext"))


def test_the_same_session_gives_the_same_bytes(content: Content) -> None:
    def made(suffix: str) -> bytes:
        session = session_of(files(content)["groep-1"], None)
        return render_report(suffix, build_proceedings(session, content, DAY, "1.0"), Theme())

    assert made(".docx") == made(".docx")
    assert made(".pdf") == made(".pdf")


def _check(text: str) -> None:
    """Each group begins a page, the next group or the agreements begin the next."""
    pages = text.split("\f")[:-1]
    marks = [f"Groep {number}: " for number in range(1, 13)]
    begins = [next(at for at, page in enumerate(pages) if mark in page and "Initiatief:" in page) for mark in marks]
    begins.append(next(at for at, page in enumerate(pages) if "Wie doet wat, en wanneer" in page))
    assert all(later - earlier == 1 for earlier, later in pairwise(begins))
    assert all("Hier is ingekort." in pages[begins[at]] for at in (1, 7))
    assert all("Hier is ingekort." not in pages[begins[at]] for at in (2, 3))
