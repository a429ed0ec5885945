"""The slides that the screen of a session makes: never over what somebody else made."""

from __future__ import annotations

from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.group_file import dump_group
from poolwijzer.workshop.lead.slides_file import SlidesFile
from tests.workshop.a_room import DAY, files, make_room


def test_slides_that_are_made_again_take_the_place_of_what_they_were(tmp_path: Path, content: Content) -> None:
    room, slides = make_room(tmp_path, content), SlidesFile()
    path = slides.make(read_session(room, content), content, DAY)
    assert path.name == "plenaire.html"
    first = path.read_bytes()
    (room / "groep-3.yaml").write_bytes(dump_group(files(content)["groep-1"]))
    assert slides.make(read_session(room, content), content, DAY) == path
    assert path.read_bytes() != first
    assert SlidesFile().make(read_session(room, content), content, DAY) == path, "the same slides are there already"


def test_slides_of_somebody_else_stay(tmp_path: Path, content: Content) -> None:
    room, slides = make_room(tmp_path, content), SlidesFile()
    slides.make(read_session(room, content), content, DAY)
    (room / "plenaire.html").write_text("van mij", encoding="utf-8")
    assert slides.make(read_session(room, content), content, DAY).name == "plenaire-2.html"
    assert (room / "plenaire.html").read_text(encoding="utf-8") == "van mij"


def test_in_a_folder_that_is_away_none_are_made(tmp_path: Path, content: Content) -> None:
    room = make_room(tmp_path / "stick", content)
    session = read_session(room, content)
    room.rename(tmp_path / "weg")
    with pytest.raises(InputError, match="Zit de stick er nog in"):
        SlidesFile().make(session, content, DAY)
    assert not room.exists()
