"""What tests of comparing start from: files as they were read, made in a line."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.compare.comparison import compare_assessments
from poolwijzer.compare.kinds import Given, Kind
from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content

ON = date(2026, 11, 1)


@pytest.fixture(scope="session")
def given() -> Callable[..., Given]:
    """Makes a file of its parts; `m` and `b` are the answer to every statement of the short list on an axis."""

    def made(
        name: str = "Proef",
        *,
        id: str = "proef",
        file: str = "",
        day: str | None = None,
        m: int | None = None,
        b: int | None = None,
        **parts: Any,
    ) -> Given:
        towns = [{"name": f"Proefdorp {number}", "population": 20000} for number in range(5)]
        initiative = {"id": id, "name": name, "municipalities": towns, **({"date": day} if day else {})}
        answers = {**on_axis("m", m), **on_axis("b", b), **parts.pop("answers", {})}
        data = {"poolwijzer": 1, "initiative": initiative, "answers": answers, **parts}
        return Given(file or f"{id}.yaml", Assessment.model_validate(data))

    return made


def on_axis(axis: str, value: int | None) -> dict[str, int]:
    """The short list of an axis answered so that each statement counts as this value."""
    if value is None:
        return {}
    names = {"m": ("m16", "m2", "m3", "m6", "m12"), "b": ("b2", "b11", "b12", "b6", "b9")}[axis]
    return {name: 6 - value if name in ("m6", "m12", "b6") else value for name in names}


@pytest.fixture(scope="session")
def compared(content: Content) -> Callable[..., Comparison]:
    """Compares files, as what they are or as asked."""

    def made(*files: Given, asked: Kind | None = None) -> Comparison:
        return compare_assessments(files, content, ON, asked)

    return made
