"""What every part of a report is made from."""

from __future__ import annotations

from dataclasses import dataclass

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.results import Advice, Placement
from poolwijzer.report.model import Depth
from poolwijzer.report.notes import Notes


@dataclass(frozen=True)
class Material:
    """One initiative with all that was found out about it."""

    content: Content
    assessment: Assessment
    placement: Placement
    advice: Advice
    depth: Depth
    notes: Notes

    @property
    def full(self) -> bool:
        """Whether there is room for everything."""
        return self.depth == "gewoon"
