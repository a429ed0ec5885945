"""The least that reckons a place for many files: PyYAML's C loader, a model of pydantic, and the sums.

`python benchmarks/speed/plain_sums.py FOLDER TABLE`. It says nothing of what is wrong, knows no rules and no menu card,
and takes the answers as they are: it is no advice, but the floor below one.
"""

from __future__ import annotations

import csv
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

MENUS = Path(__file__).resolve().parents[2] / "menus" / "vragen.yaml"


class Who(BaseModel):
    """Which initiative it is."""

    id: str
    name: str


class Response(BaseModel):
    """The answers of one."""

    answers: dict[str, Any] = {}


class Initiative(BaseModel):
    """What the sums need of a file."""

    initiative: Who
    answers: dict[str, Any] = {}
    responses: list[Response] = []


def read(path: Path) -> Any:
    """A file of YAML."""
    with path.open("rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def mean(values: list[Fraction]) -> Fraction | None:
    """None of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def place(one: Initiative, statements: dict[str, Any], axis: str) -> Fraction | None:
    """The mean of the statements of an axis, each the mean of who answered."""
    means = []
    for name, statement in statements.items():
        if statement.get("axis") == axis:
            told = [one.answers.get(name), *(response.answers.get(name) for response in one.responses)]
            plain = [answer.get("value") if isinstance(answer, dict) else answer for answer in told]
            found = mean([Fraction(answer) for answer in plain if isinstance(answer, int)])
            if found is not None:
                means.append(6 - found if statement.get("reversed") else found)
    return mean(means)


def main() -> None:
    """Write a line for each."""
    statements = read(MENUS)["statements"]
    axes = sorted({one["axis"] for one in statements.values() if "axis" in one})
    with Path(sys.argv[2]).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["id", "name", *axes])
        for path in sorted(Path(sys.argv[1]).iterdir()):
            one = Initiative.model_validate(read(path))
            places = (place(one, statements, axis) for axis in axes)
            told = ["" if value is None else f"{float(value):.2f}" for value in places]
            writer.writerow([one.initiative.id, one.initiative.name, *told])


if __name__ == "__main__":
    main()
