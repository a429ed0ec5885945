"""Poolwijzer: decide whether and how municipalities pool people and expertise.

The public functions are found here and imported when they are used:

    from poolwijzer import load, report, save

    initiative = load("initiatief.yaml")
    save(report(initiative), "advies.pdf")

`docs/python.md` shows more: placing, advising, many initiatives at once, and a cluster.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from poolwijzer.api import advise, batch, load, place, report, save
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.read import parse_assessment, read_assessment
    from poolwijzer.assessment.write import write_assessment
    from poolwijzer.content.content import Content
    from poolwijzer.content.read import load_menus
    from poolwijzer.drawing.svg import draw
    from poolwijzer.engine.examination import Examination, examine
    from poolwijzer.engine.next_question import next_questions
    from poolwijzer.engine.over_time import path
    from poolwijzer.engine.respondents import respondents
    from poolwijzer.engine.results import Advice, Placement
    from poolwijzer.engine.stress import stress
    from poolwijzer.menucard.checks.check import MenuCheck, check_menus
    from poolwijzer.problems import InputError
    from poolwijzer.report.build import build_report
    from poolwijzer.report.model import Report

__version__ = "0.1.0"

__all__ = [
    "Advice",
    "Assessment",
    "Content",
    "Examination",
    "InputError",
    "MenuCheck",
    "Placement",
    "Report",
    "__version__",
    "advise",
    "batch",
    "build_report",
    "check_menus",
    "draw",
    "examine",
    "load",
    "load_menus",
    "next_questions",
    "parse_assessment",
    "path",
    "place",
    "read_assessment",
    "report",
    "respondents",
    "save",
    "stress",
    "write_assessment",
]

_HOMES = {
    "Advice": "engine.results",
    "Assessment": "assessment.model",
    "Content": "content.content",
    "Examination": "engine.examination",
    "InputError": "problems",
    "MenuCheck": "menucard.checks.check",
    "check_menus": "menucard.checks.check",
    "Placement": "engine.results",
    "Report": "report.model",
    "advise": "api",
    "batch": "api",
    "load": "api",
    "report": "api",
    "save": "api",
    "draw": "drawing.svg",
    "examine": "engine.examination",
    "load_menus": "content.read",
    "next_questions": "engine.next_question",
    "path": "engine.over_time",
    "respondents": "engine.respondents",
    "stress": "engine.stress",
    "parse_assessment": "assessment.read",
    "place": "api",
    "read_assessment": "assessment.read",
    "build_report": "report.build",
    "write_assessment": "assessment.write",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562), so that a start pays only for what it uses."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


class _Package(ModuleType):
    """This package. Where a public function and a room have one name, such as `batch`, the name means the function.

    Importing from a room would else put the room in its place. `from poolwijzer.tables.row import Row` works as ever.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
