"""What there is to write and to show of a year of strips."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from poolwijzer.cli.outputs import Results
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.report.model import Report
    from poolwijzer.report.strips.material import StripMaterial


def prepare_results(material: StripMaterial, *, brief: bool) -> Results:
    """The report, the data and the figures; on screen the balance at a glance where that will do (`brief`)."""

    @cache
    def report() -> Report:
        from poolwijzer.report.strips.build import build_strips_report

        return build_strips_report(material, __version__)

    def on_screen() -> Report:
        from poolwijzer.report.strips.build import build_strips_report, build_strips_view

        narrow = replace(material, narrow=True)
        return build_strips_view(narrow) if brief else build_strips_report(narrow, __version__)

    def data() -> bytes:
        from poolwijzer.report.data import json_bytes
        from poolwijzer.report.strips.data import strips_document

        return json_bytes(strips_document(material, __version__))

    def figures(suffix: str) -> bytes:
        from poolwijzer.report.strips.sheets import make_sheets
        from poolwijzer.tables.outputs.figures import write_figures

        return write_figures(suffix, make_sheets(material))

    return Results(
        report=report, data=data, pictured=report, on_screen=on_screen, called="De strippenkaart", figures=figures
    )
