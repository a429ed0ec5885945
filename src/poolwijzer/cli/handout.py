"""`poolwijzer handout`: what is laid on the table in a conversation."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    Draft,
    Force,
    Gray,
    MenusFolder,
    OpenThem,
    Organisation,
    Style,
    advice_date,
    kind_option,
    output_option,
)
from poolwijzer.cli.outputs import (
    OutputOptions,
    check_outputs,
    open_written,
    read_theme,
    tell_idle,
    tell_written,
    write_files,
)
from poolwijzer.cli.pipes import part_outputs, read_given, require_output
from poolwijzer.cli.screen import show_bytes
from poolwijzer.formats.registry import SHEETS, check_suffixes, render_handout

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content

SUFFIXES = tuple(SHEETS)


class PaperChoice(StrEnum):
    """How large the sheets are."""

    a3 = "a3"
    a4 = "a4"


def handout(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND", help="Het bestand van het initiatief. Zonder: algemene woorden.", show_default=False
        ),
    ] = None,
    output: Annotated[list[Path] | None, output_option("het werkblad", SUFFIXES)] = None,
    named: Annotated[str | None, kind_option("pdf")] = None,
    paper: Annotated[PaperChoice, typer.Option("--paper", help="Hoe groot het papier is.")] = PaperChoice.a3,
    style: Style = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Maak lege werkbladen voor op tafel: het assenstelsel, de stellingen en de menukaart."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), named, SUFFIXES)
        require_output(paths or piped, "de werkbladen komen", "werkblad.pdf")
        outputs = OutputOptions(paths, force, style, None, open_them, organisation, draft, gray)
        on = advice_date(date)
        check_suffixes(paths, SUFFIXES)
        check_outputs(outputs, [file] if file else [], menus)
        if not piped:
            tell_idle(outputs, as_json=False)
        theme = read_theme(outputs)
        from poolwijzer.report.handout.build import make_handout

        content = read_menus(menus)
        made = make_handout(content, _read(file, content) if file else None, on, paper.value)
        written = write_files(paths, lambda path: render_handout(path.suffix.lower(), made, theme), "Het werkblad")
        tell_written(paths)
        if piped:
            show_bytes(render_handout(piped, made, theme))
        open_written(outputs, written)


def _read(file: Path, content: Content) -> Assessment:
    """The initiative; before a conversation nothing has to be answered yet."""
    reading = read_given(file, content, with_answers=False)
    tell(reading.remarks)
    return reading.assessment
