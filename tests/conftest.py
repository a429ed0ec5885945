"""What many tests start from: the shipped menus, the examples, and a short way to make an assessment."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from tests.many import fill

# A slow moment of a busy machine is no failure. What must pass before a change lands draws the same cases each time;
# at a desk every run draws new ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped menus."""
    return load_menus(None)


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of examples."""
    return Path(__file__).resolve().parent.parent / "examples"


@pytest.fixture(scope="session")
def assessment_of() -> Callable[..., Assessment]:
    """Makes an assessment of its parts; `municipalities` are names, or how many made-up ones there are."""

    def made(*, municipalities: list[Any] | int = 0, id: str = "proef", **parts: Any) -> Assessment:
        if isinstance(municipalities, int):
            municipalities = [{"name": f"Proefdorp {i}", "population": 20000} for i in range(municipalities)]
        initiative = {"id": id, "name": "Proef", "municipalities": municipalities}
        return Assessment.model_validate({"poolwijzer": 1, "initiative": initiative, **parts})

    return made


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Callable[..., Path]:
    """Makes a folder of so many initiatives; of every `broken_each` of them one is broken."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.yaml"))]

    def made(number: int, broken_each: int = 0) -> Path:
        return fill(tmp_path_factory.mktemp("veel"), number, texts, broken_each)

    return made
