from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.report.model import Depth, Report
from tests.formats.pdf.making import EMPTY
from tests.report.richest import richest


@pytest.fixture(scope="package")
def made(
    report_of: Callable[..., Report], content: Content, examples: Path, assessment_of: Callable[..., Assessment]
) -> Callable[[str, Depth], bytes]:
    """The PDF of an example, of the richest file or of one that is almost empty; each is made once."""
    found: dict[tuple[str, str], bytes] = {}

    def one(name: str, depth: Depth) -> bytes:
        if (name, depth) not in found:
            source: Any = examples / f"{name}.yaml"
            if name in ("richest", "empty"):
                source = richest(content) if name == "richest" else assessment_of(**EMPTY)
            found[name, depth] = render(report_of(source, depth), Theme())
        return found[name, depth]

    return one
