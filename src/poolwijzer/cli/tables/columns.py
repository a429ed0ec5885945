"""`poolwijzer tables columns`: what the columns mean of the tables that are written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus
from poolwijzer.cli.options import Force, MenusFolder, kind_option, output_option
from poolwijzer.cli.outputs import tell_written, write_files
from poolwijzer.cli.pipes import part_outputs
from poolwijzer.cli.screen import AsJson, show_bytes
from poolwijzer.tables.outputs.dictionary import DICTIONARIES
from poolwijzer.version import __version__


def columns(
    long: Annotated[bool, typer.Option("--long", help="Alleen van de lange tabel, die batch --long schrijft.")] = False,
    output: Annotated[list[Path] | None, output_option("het woordenboek", DICTIONARIES)] = None,
    kind: Annotated[str | None, kind_option("csv")] = None,
    json: AsJson = False,
    menus: MenusFolder = None,
    force: Force = False,
) -> None:
    """Zeg wat elke kolom betekent van de tabellen die batch schrijft."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, DICTIONARIES, as_json=json)
        from poolwijzer.content.files import list_menu_files
        from poolwijzer.formats.registry import check_suffixes
        from poolwijzer.given import usual_date
        from poolwijzer.outfile import plan_outputs
        from poolwijzer.tables.outputs.context import TableContext
        from poolwijzer.tables.outputs.dictionary import list_entries, tell_columns, write_dictionary

        check_suffixes(paths, DICTIONARIES)
        plan_outputs(paths, list_menu_files(menus), force)
        context = TableContext(read_menus(menus), usual_date(), __version__)
        entries = list_entries(context, only_long=long)
        write_files(paths, lambda path: write_dictionary(path.suffix.lower(), entries, context), "Het woordenboek")
        tell_written(paths)
        if piped or json:
            show_bytes(write_dictionary(piped or ".json", entries, context._replace(dialect="standard")))
        elif not paths:
            for line in tell_columns(entries):
                typer.echo(line)
