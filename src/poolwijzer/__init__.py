"""Poolwijzer: decide whether and how municipalities pool people and expertise.

The public functions are found here and imported when they are used:

    from poolwijzer import load, make_report, save

    initiative = load("initiatief.yaml")
    save(make_report(initiative), "advies.pdf")

`docs/python.md` shows more: placing, advising, many initiatives at once, and a cluster.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.api import (
        advise,
        check_menus,
        compare_initiatives,
        examine,
        find_outcome,
        list_papers,
        load,
        make_handout,
        make_paper,
        make_report,
        place,
        run_batch,
        save,
        to_data,
    )
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.write import write_assessment
    from poolwijzer.compare.values import Comparison
    from poolwijzer.content.content import Content
    from poolwijzer.costs.strips.lines import LedgerLine
    from poolwijzer.costs.strips.values import StripYear
    from poolwijzer.costs.values import Division
    from poolwijzer.engine.examination import Examination
    from poolwijzer.engine.results import Placement
    from poolwijzer.everyone import make_form, merge_answers
    from poolwijzer.forms.returned.merging import Merging
    from poolwijzer.given import load_menus
    from poolwijzer.matching.values import Matching
    from poolwijzer.menucard.checks.menu_check import MenuCheck
    from poolwijzer.money import add_strips, balance_strips, divide_costs, match_capacity, read_ledger
    from poolwijzer.outcome import Outcome
    from poolwijzer.problems import InputError
    from poolwijzer.report.advice import Advice
    from poolwijzer.report.handout.model import Handout
    from poolwijzer.report.model import Report
    from poolwijzer.report.slides.model import Slides
    from poolwijzer.strips.ledger import Ledger
    from poolwijzer.tables.row import Row
    from poolwijzer.workshop.session import Session
    from poolwijzer.workshops import archive_workshop, make_plenary, make_proceedings, read_workshop

__all__ = [
    "Advice",
    "Assessment",
    "Comparison",
    "Content",
    "Division",
    "Examination",
    "Handout",
    "InputError",
    "Ledger",
    "LedgerLine",
    "Matching",
    "MenuCheck",
    "Merging",
    "Outcome",
    "Placement",
    "Report",
    "Row",
    "Session",
    "Slides",
    "StripYear",
    "__version__",
    "add_strips",
    "advise",
    "archive_workshop",
    "balance_strips",
    "check_menus",
    "compare_initiatives",
    "divide_costs",
    "examine",
    "find_outcome",
    "list_papers",
    "load",
    "load_menus",
    "make_form",
    "make_handout",
    "make_paper",
    "make_plenary",
    "make_proceedings",
    "make_report",
    "match_capacity",
    "merge_answers",
    "place",
    "read_ledger",
    "read_workshop",
    "run_batch",
    "save",
    "to_data",
    "write_assessment",
]

_HOMES = {
    "Advice": "report.advice",
    "Assessment": "assessment.model",
    "Comparison": "compare.values",
    "Content": "content.content",
    "Division": "costs.values",
    "Examination": "engine.examination",
    "Handout": "report.handout.model",
    "InputError": "problems",
    "Ledger": "strips.ledger",
    "LedgerLine": "costs.strips.lines",
    "MenuCheck": "menucard.checks.menu_check",
    "Matching": "matching.values",
    "Merging": "forms.returned.merging",
    "Outcome": "outcome",
    "Placement": "engine.results",
    "Report": "report.model",
    "Row": "tables.row",
    "Session": "workshop.session",
    "Slides": "report.slides.model",
    "StripYear": "costs.strips.values",
    "add_strips": "money",
    "archive_workshop": "workshops",
    "balance_strips": "money",
    "divide_costs": "money",
    "load_menus": "given",
    "make_form": "everyone",
    "make_plenary": "workshops",
    "match_capacity": "money",
    "make_proceedings": "workshops",
    "merge_answers": "everyone",
    "read_ledger": "money",
    "read_workshop": "workshops",
    "write_assessment": "assessment.write",
}
"""Where a public name stands, if not in `api`."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562), so that a start pays only for what it uses."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
