"""A session from a script: the same as the commands make."""

from pathlib import Path
from typing import Any

import pytest

import poolwijzer
from poolwijzer.content.content import Content
from tests.workshop.a_room import DAY, make_room


def test_a_script_makes_slides_a_report_and_an_archive(tmp_path: Path, content: Content) -> None:
    room = make_room(tmp_path / "werksessie", content)
    session = poolwijzer.read_workshop(str(room))
    slides = poolwijzer.save(poolwijzer.make_plenary(session, on=DAY), tmp_path / "plenaire.html")
    report = poolwijzer.save(poolwijzer.make_proceedings(room, on=DAY), tmp_path / "verslag.md")
    assert "Groep 2" in slides.read_text(encoding="utf-8")
    assert "Anna de Vries" in report.read_text(encoding="utf-8")
    files = poolwijzer.archive_workshop(session, tmp_path / "archief", share=["Een fonds van de regio"])
    whole = "".join(path.read_text(encoding="utf-8") for path in files)
    assert len(files) == 3 and "Een fonds van de regio" in whole and "Anna" not in whole


def test_slides_are_no_word_document_and_a_session_is_no_number(tmp_path: Path, content: Content) -> None:
    room: Any = make_room(tmp_path / "werksessie", content)
    with pytest.raises(poolwijzer.InputError, match=r"\.pptx"):
        poolwijzer.save(poolwijzer.make_plenary(room, on=DAY), tmp_path / "dia.docx")
    wrong: Any = 5
    with pytest.raises(TypeError, match="session: geef wat read_workshop teruggeeft, of een map"):
        poolwijzer.make_plenary(wrong)
    with pytest.raises(poolwijzer.InputError, match="share: Geen groep schreef"):
        poolwijzer.archive_workshop(room, tmp_path / "archief", share=["Iets anders"])
