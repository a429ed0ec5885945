"""The shipped menus as a build made them ready: they say exactly what the YAML says, or YAML is read."""

import pickle
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.complete import load_complete
from poolwijzer.content.content import Content
from poolwijzer.content.files import read_base_files
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.make_ready import make_ready
from poolwijzer.content.read import read_folder, read_ready_content
from poolwijzer.content.ready import ReadyMenus, write_ready
from poolwijzer.problems import InputError
from tests.roots import SMALL_MENUS

LATER = ("sources", "terms", "papers")
"""What becomes values when it is asked for."""


def said(content: Content) -> dict[str, object]:
    """All that menus say, by name."""
    names = {field.name for field in fields(content)} - {"aside"}
    return {name: getattr(content, name) for name in (*sorted(names), *LATER)}


@pytest.fixture
def menus(tmp_path: Path) -> Path:
    """A folder of menus that a test may change."""
    return shutil.copytree(SMALL_MENUS, tmp_path / "menus")


@pytest.fixture
def ready(menus: Path, tmp_path: Path) -> Path:
    """What a build made of it."""
    path = tmp_path / "ready.json"
    make_ready(menus, path)
    return path


@pytest.mark.parametrize("folder", [find_shipped_menus(), SMALL_MENUS], ids=["shipped", "small"])
def test_ready_menus_say_what_the_yaml_says_in_the_same_order(folder: Path, tmp_path: Path) -> None:
    make_ready(folder, tmp_path / "ready.json")
    ready = read_ready_content(folder, tmp_path / "ready.json")
    assert ready
    yaml = load_complete(read_base_files(folder))
    assert said(ready) == said(yaml)
    # Of dictionaries the order counts too, and who asks what was given.
    assert repr(said(ready)) == repr(said(yaml))
    parts, same = ([(type(one), one.model_fields_set, at) for one, at in menus.models] for menus in (ready, yaml))
    assert parts == same


def test_what_stands_aside_is_made_once_also_for_another_day(menus: Path, ready: Path) -> None:
    content = read_ready_content(menus, ready)
    assert content and content.papers is content.papers
    assert content.sources is content.sources


def test_ready_menus_travel_to_a_worker(menus: Path, ready: Path) -> None:
    content = read_ready_content(menus, ready)
    assert content
    assert said(pickle.loads(pickle.dumps(content))) == said(read_folder(menus))


def test_menus_that_were_edited_after_the_build_are_read_from_yaml(menus: Path, ready: Path) -> None:
    file = menus / "typologie.yaml"
    before = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("e", "ë", 1), encoding="utf-8")
    assert read_ready_content(menus, ready) is None
    file.write_text(text, encoding="utf-8")
    assert before.st_mtime_ns != file.stat().st_mtime_ns
    assert read_ready_content(menus, ready)


@pytest.mark.parametrize("name", ["componenten/nieuw.yaml", "onbekend.yml", "componentn/vorm.txt"])
def test_a_file_or_folder_that_came_after_the_build_counts(name: str, menus: Path, ready: Path) -> None:
    (menus / name).parent.mkdir(exist_ok=True)
    (menus / name).touch()
    assert read_ready_content(menus, ready) is None


def test_a_file_with_another_name_counts(menus: Path, ready: Path) -> None:
    component = next((menus / "componenten").iterdir())
    component.rename(component.with_stem("anders"))
    assert read_ready_content(menus, ready) is None


@pytest.mark.parametrize("name", ["typologie", "vervolg"])
def test_what_other_code_made_ready_is_read_from_yaml(name: str, menus: Path, tmp_path: Path) -> None:
    files, path = read_base_files(menus), tmp_path / "ready.json"
    odd = {**files.data, name: {"of_another_time": "1"}}
    write_ready(ReadyMenus(odd, "0", files.hidden), menus, path)
    content = read_ready_content(menus, path) or read_folder(menus)
    yaml = read_folder(menus)
    assert content.typology == yaml.typology
    assert (content.papers, content.sources) == (yaml.papers, yaml.sources)


def test_where_nothing_was_made_ready_yaml_is_read(menus: Path, ready: Path) -> None:
    ready.unlink()
    assert read_ready_content(menus, ready) is None
    ready.mkdir()
    assert read_ready_content(menus, ready) is None


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("ready") / "ready.json"
    make_ready(SMALL_MENUS, path)
    return path.read_bytes()


@given(part=st.floats(0, 1), new=st.binary(max_size=3), cut=st.booleans())
def test_ready_menus_with_any_damage_are_not_used(
    part: float, new: bytes, cut: bool, whole: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    at = int(part * (len(whole) - 2))
    path.write_bytes(whole[:at] + new + (b"" if cut else whole[at + 1 :]))
    # The end of the line is no part of it.
    damaged = path.read_bytes().removesuffix(b"\n") != whole.removesuffix(b"\n")
    assert (read_ready_content(SMALL_MENUS, path) is None) == damaged


def test_menus_with_a_mistake_are_not_made_ready(menus: Path, tmp_path: Path) -> None:
    component = next((menus / "componenten").iterdir())
    component.write_text(component.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    with pytest.raises(InputError) as told:
        make_ready(menus, tmp_path / "ready.json")
    assert "titel" in str(told.value)
    assert not (tmp_path / "ready.json").exists()
