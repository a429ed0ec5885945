"""A folder of initiatives as they come in: estimates, dots, own texts, groups of one day, years apart, copies."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.batch.overview.learned import add_learned
from poolwijzer.batch.overview.report import Overview
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.tables.row import Row, make_row
from tests.batch.made_rows import ON, _initiative

TEXTS = (
    "Een gedeelde projectleider warmte",
    "een gedeelde projectleider: warmte!",
    "Gezamenlijke projectleider warmte",
    "Studenten van de hogeschool",
    "studenten hogeschool",
    "Bij de provinsie",
    "Een coöperatie met inwoners en =1+1 <b>[x]</b> 🔥",
    "Ruilen van uren tussen gemeenten",
)
HARD = ("m8", "d1")
"""Statements that hardly anyone answers."""


def an_initiative(index: int, content: Content, seed: int = 7, **changes: Any) -> dict[str, Any]:
    """One of them, as the data of its file."""
    random = Random(seed * 10_007 + index)
    data = _initiative(index, random, content)
    data["initiative"]["date"] = "2026-05-01"
    if index % 10:
        count = {name: random.randint(1, 5) for name, one in content.statements.items() if one.short}
        data["answers"] = {**count, **data["answers"]}
    known = {name: 3 if value == "weet-niet" else value for name, value in data["answers"].items()}
    data["answers"] = {name: value if random.random() > 0.01 else "weet-niet" for name, value in known.items()}
    for name in HARD:
        if name in content.statements and random.random() < 0.9:
            data["answers"][name] = "weet-niet"
    axes = list(content.typology.axes)
    if random.random() < 0.7:
        data["estimate"] = {axis: random.randint(2, 5) for axis in axes}
    if random.random() < 0.4:
        dots = [[random.randint(1, 5) for _ in axes] for _ in range(random.randint(2, 9))]
        data["estimate"] = {**data["estimate"], "dots": dots}
    for choice in data["choices"].values():
        choice["other"] = random.sample(TEXTS, random.choice((0, 0, 0, 1, 1, 2)))
    return {**data, **changes}


def a_folder(content: Content, number: int = 40) -> dict[str, dict[str, Any]]:
    """So many initiatives by the name of their file, and behind them groups, earlier years and a copy of some."""
    files = {f"initiatief-{index:02}.yaml": an_initiative(index, content) for index in range(1, number + 1)}
    for index in (3, 8, 9):
        other = an_initiative(index + 500, content)
        other["initiative"] = {**files[f"initiatief-{index:02}.yaml"]["initiative"]}
        files[f"initiatief-{index:02}-groep-2.yaml"] = other
    for index in (5, 8, 12):
        other = an_initiative(index + 700, content)
        other["initiative"] = {**files[f"initiatief-{index:02}.yaml"]["initiative"], "date": "2024-05-01"}
        files[f"initiatief-{index:02}-2024.yaml"] = other
    files["kopie van 7.yaml"] = deepcopy(files["initiatief-07.yaml"])
    past = an_initiative(900, content)
    files["initiatief-10.yaml"]["measurements"] = [
        {"date": "2023-03-01", **{name: past[name] for name in ("questions", "context", "answers")}}
    ]
    return files


def row_of(name: str, data: dict[str, Any], content: Content) -> Row:
    """The row of a file while an overview is asked for."""
    outcome = Outcome(content, assessment_of(data), ON)
    return add_learned(make_row(name, outcome), outcome)


def assessment_of(data: dict[str, Any]) -> Assessment:
    """As it is read."""
    return Assessment.model_validate(data)


def overview_of(files: dict[str, dict[str, Any]], content: Content) -> Overview:
    """The overview of such files."""
    overview = Overview()
    for name, data in files.items():
        overview.add(row_of(name, data, content))
    return overview


def write_folder(folder: Path, content: Content, number: int = 40) -> None:
    """The same as files."""
    for name, data in a_folder(content, number).items():
        (folder / name).write_bytes(dump_assessment(assessment_of(data)))
