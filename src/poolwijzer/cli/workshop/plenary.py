"""`poolwijzer workshop plenary`: the slides of a session."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    Force,
    Gray,
    MenusFolder,
    OpenThem,
    Organisation,
    SessionFolder,
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
from poolwijzer.cli.pipes import part_outputs, require_output
from poolwijzer.cli.screen import show_bytes
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.formats.registry import SLIDES, check_suffixes, render_slides
from poolwijzer.version import __version__

SUFFIXES = tuple(SLIDES)


def plenary(
    folder: SessionFolder,
    output: Annotated[list[Path] | None, output_option("de dia's", SUFFIXES)] = None,
    named: Annotated[str | None, kind_option("pdf")] = None,
    style: Style = None,
    organisation: Organisation = None,
    gray: Gray = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Maak dia's voor de plenaire afsluiting: alle groepen in één beeld, en wat elke groep vertelt."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), named, SUFFIXES)
        require_output(paths or piped, "de dia's moeten komen", "plenaire.html")
        outputs = OutputOptions(paths, force, style, None, open_them, organisation, gray=gray)
        on = advice_date(date)
        check_suffixes(paths, SUFFIXES)
        from poolwijzer.workshop.folder import PATIENCE, read_session
        from poolwijzer.workshop.plenary.build import build_plenary

        content = read_menus(menus)
        session = read_session(folder, content, patience=PATIENCE)
        check_outputs(outputs, session.files, menus, SUFFIXES)
        theme = read_theme(outputs)
        if not piped:
            tell_idle(outputs, as_json=False)
        made = build_plenary(session, content, on, __version__)
        shown = render_slides(piped, made, theme) if piped else b""
        written = write_files(paths, lambda path: render_slides(path.suffix.lower(), made, theme), "Het bestand")
        tell_written(paths)
        attention = session.attention()
        tell(attention)
        if piped:
            show_bytes(shown)
        open_written(outputs, written)
    if attention:
        raise typer.Exit(ATTENTION)
