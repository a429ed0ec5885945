"""What is made into a PDF for these tests: the examples, the fullest file and an almost empty one, at each depth."""

from typing import get_args

import pytest

from poolwijzer.report.model import Depth
from tests.roots import ROOT

DEPTHS: tuple[Depth, ...] = get_args(Depth)
COUNTED: tuple[Depth, ...] = ("kort", "bestuur")
"""The depths that have to fit on a number of pages."""
EMPTY = {"estimate": {"motivatie": 4, "betrokkenheid": 3}}
NAMES = (*sorted(path.stem for path in (ROOT / "examples").glob("*.yaml")), "richest", "empty")
USUAL = ("richest", "flexteam-drenthe", "empty")
WHOLE = [
    *(pytest.param(name, "gewoon", marks=[pytest.mark.slow] * (name not in USUAL)) for name in NAMES),
    *(pytest.param(name, "volledig", marks=pytest.mark.slow) for name in USUAL),
]
"""Of a whole report, only the fullest, the barest and a usual one are made in `make check`."""
