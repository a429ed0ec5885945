"""The licences that travel with the frozen program: of all that is in it, or there is no program."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

import pytest

from editions.frozen import licences
from editions.frozen.licences import FOLDER, INDEX, UnlicensedError, write_licences


def file_of(name: str, ending: str) -> Path:
    (found, *_) = (path for path in distribution(name).files or () if str(path).endswith(ending))
    return Path(str(found.locate()))


def test_what_is_in_the_program_brings_its_licence_and_what_is_not_does_not(tmp_path: Path) -> None:
    parts = write_licences([file_of("jinja2", "loaders.py"), file_of("pydantic", "main.py")], tmp_path)
    assert {"Jinja2", "pydantic", "Python"} <= {part.name for part in parts}
    assert not {"pytest", "lxml"} & {part.name for part in parts}
    index = (tmp_path / FOLDER / INDEX).read_text(encoding="utf-8")
    for part in parts:
        assert f"{part.name} {part.version}: " in index
        assert any((tmp_path / FOLDER / f"{part.name}-{part.version}").iterdir()), part.name


def test_a_library_that_brings_no_licence_gets_the_text_that_we_keep(tmp_path: Path) -> None:
    write_licences([file_of("docxtpl", "template.py")], tmp_path)
    (text,) = (tmp_path / FOLDER).glob("docxtpl-*/*")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text.read_text(encoding="utf-8")


def test_without_a_licence_of_something_there_is_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "TEXTS", tmp_path)
    with pytest.raises(UnlicensedError, match=r"docxtpl \(LGPL-2.1-only\)"):
        write_licences([file_of("docxtpl", "template.py")], tmp_path)


def test_what_came_from_the_system_is_named(tmp_path: Path) -> None:
    library = tmp_path / "libvan-elders.so.1"
    library.write_bytes(b"\x7fELF")
    write_licences([library], tmp_path)
    assert "libvan-elders.so.1" in (tmp_path / FOLDER / INDEX).read_text(encoding="utf-8")
