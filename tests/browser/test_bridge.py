"""What the page asks of Python, and what it hears."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.browser import bridge
from poolwijzer.browser.desk import Desk
from poolwijzer.content.content import Content
from poolwijzer.version import __version__


@pytest.fixture(autouse=True)
def page(tmp_path: Path, content: Content) -> None:
    bridge.start(Desk(tmp_path / "werk", content=content))


def ask(name: str, **given: object) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(bridge.answer(json.dumps({"call": name, "with": given})))
    return answer


def test_the_page_tells_the_version_of_the_program_and_of_the_menus(content: Content) -> None:
    assert ask("about.version") == {
        "ok": {"program": __version__, "menus": content.version, "hash": content.hash},
    }


def test_the_folder_of_the_page_is_there(tmp_path: Path) -> None:
    assert (tmp_path / "werk").is_dir()


@given(st.text() | st.dictionaries(st.sampled_from(["call", "with"]), st.text() | st.integers()).map(json.dumps))
def test_whatever_is_asked_gets_an_answer(request: str) -> None:
    answer = json.loads(bridge.answer(request))

    assert set(answer) <= {"ok", "problems", "broken"}
    assert len(answer) == 1
