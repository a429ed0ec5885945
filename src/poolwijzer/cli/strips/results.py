"""What there is to write and to show of a year of strips."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from poolwijzer.cli.outputs import Results, make_results
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.report.model import Report
    from poolwijzer.report.sheets import Sheets
    from poolwijzer.report.strips.material import StripMaterial


def prepare_results(material: StripMaterial, *, brief: bool) -> Results:
    """The report, the data and the figures; on screen the balance at a glance where that will do (`brief`)."""

    def report(narrow: bool) -> Report:
        from poolwijzer.report.strips.build import build_strips_report, build_strips_view

        told = replace(material, narrow=narrow)
        return build_strips_view(told) if brief and narrow else build_strips_report(told, __version__)

    def document() -> dict[str, Any]:
        from poolwijzer.report.strips.data import strips_document

        return strips_document(material, __version__)

    def sheets() -> Sheets:
        from poolwijzer.report.strips.sheets import make_sheets

        return make_sheets(material)

    return make_results("De strippenkaart", report, document, sheets)
