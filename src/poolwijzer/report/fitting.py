"""Pictures that would be higher than a page, in pieces: so they are the same pictures in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.drawing.charts import Bars, Grid, Scales
from poolwijzer.drawing.pieces import in_pieces
from poolwijzer.report.model import Block, Report, Section


def fit_pictures(report: Report) -> Report:
    """A report in which every picture fits on a page."""
    return replace(report, sections=tuple(map(_fitted, report.sections)))


def _fitted(section: Section) -> Section:
    return replace(section, blocks=tuple(_pieces(section.blocks)), parts=tuple(map(_fitted, section.parts)))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Scales | Grid | Bars):
            yield from in_pieces(block)
        else:
            yield block
