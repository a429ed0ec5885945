"""Reports in a process that runs already: `python -m benchmarks.speed.documents FOLDER KIND NUMBER`.

It makes so many reports of a kind, of initiatives that all differ, after one that is not counted: libraries are
imported then, and fonts read. For each it prints the seconds of the processor, of all cores together; for `held` how
many MB the process holds after one and after all. No two documents are the same, since typst
remembers what it compiled; the kinds run in processes of their own, since it would remember that of the other too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import typst
from pydantic_core import to_json

from poolwijzer import Report, load, load_menus, make_report
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.pdf import writer
from poolwijzer.formats.pdf.compiler import STANDARDS
from poolwijzer.formats.pdf.handover import hand_over
from poolwijzer.formats.pdf.row_headers import mark_row_headers
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme, writer_for

Make = Callable[[Report], bytes]


def _written(suffix: str) -> Make:
    write = writer_for(suffix)
    return lambda report: write(report, Theme())


def _handed(report: Report) -> dict[str, str]:
    return {"report": to_json(hand_over(report, PLAIN)).decode("utf-8")}


def _bare(handed: dict[str, str]) -> bytes:
    made = typst.compile(
        writer.TEMPLATE,
        root=writer.TEMPLATE.parent,
        font_paths=SHIPPED.fonts,
        ignore_system_fonts=True,
        sys_inputs=handed,
        pdf_standards=STANDARDS,
    )
    assert isinstance(made, bytes)
    return made


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _held() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def main() -> None:
    """Print a figure for each report."""
    folder, kind, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
    menus, files = load_menus(), sorted(Path(folder).iterdir())
    reports = (make_report(load(path, menus), menus, date(2026, 11, 1)) for path in islice(files, number + 1))
    if kind == "held":
        # The reports themselves are made on the way, as for a batch with reports.
        write, held = _written(".pdf"), []
        for report in islice(reports, number):
            write(report)
            held.append(_held())
        print(held[0], held[-1])
        return
    first, *rest = reports
    if kind == "typst":
        assert mark_row_headers(_bare(_handed(first))) == writer.render(first, Theme())
        for handed in map(_handed, rest):
            print(_spent(partial(_bare, handed)))
        return
    write = _written(f".{kind}")
    write(first)
    for report in rest:
        print(_spent(partial(write, report)))


if __name__ == "__main__":
    main()
