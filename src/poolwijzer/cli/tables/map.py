"""`poolwijzer tables map`: a first draft of what the own words of a table mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say
from poolwijzer.cli.options import Force, MenusFolder
from poolwijzer.cli.table_options import RowsChoice, SheetName
from poolwijzer.dutch import count_things
from poolwijzer.problems import InputError, Problem, harmless

_SUFFIXES = (".yaml", ".yml")


def map_table(
    export: Annotated[
        Path, typer.Argument(metavar="TABEL", help="De tabel, zoals een export van een enquête.", show_default=False)
    ],
    rows: Annotated[
        RowsChoice | None,
        typer.Option(
            "--rows",
            help="Wat een rij van een tabel is. Anders ziet Poolwijzer dat aan de koppen.",
            show_default=False,
        ),
    ] = None,
    sheet: SheetName = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="UITVOER",
            help="Waar de koppeling komt, zoals koppeling.yaml. Anders op het scherm.",
            show_default=False,
        ),
    ] = None,
    menus: MenusFolder = None,
    force: Force = False,
) -> None:
    """Begin een koppeling: wat de woorden in een tabel betekenen.

    Poolwijzer zet neer wat hij begrijpt en vraagt de rest. Vul dat aan in een teksteditor. Gebruik de koppeling
    daarna met --map, bij batch, merge en tables check.
    """
    with mistakes_told():
        from poolwijzer.batch.items import is_table
        from poolwijzer.infile import open_file
        from poolwijzer.outfile import plan_outputs, write_whole
        from poolwijzer.tables.map_draft import draft_map
        from poolwijzer.tables.map_text import write_draft
        from poolwijzer.tables.reader import TableOptions

        to_screen = output is None or str(output) == "-"
        if output is not None and not to_screen:
            if output.suffix.lower() not in _SUFFIXES:
                message = "Een koppeling is een YAML-bestand."
                raise InputError(Problem(str(output), message, "Kies een naam die eindigt op .yaml."))
            plan_outputs([output], [export], force)
        if not is_table(export):
            message = "Dit is geen tabel."
            raise InputError(Problem(str(export), message, "Noem een export van een enquête, zoals .csv of .xlsx."))
        content = read_menus(menus)
        with open_file(export) as file:
            options = TableOptions(sheet)
            draft = draft_map(str(export), file, export.suffix, rows.value if rows else None, content, options)
        text = write_draft(draft, content)
        if output is None or to_screen:
            typer.echo(text, nl=False)
        else:
            say(harmless(f"Geschreven: {write_whole(output, text.encode())}"))
        say(_what_now(draft.questions))


def _what_now(questions: int) -> str:
    """What is left to do with a draft."""
    if not questions:
        return "Poolwijzer begreep alles."
    return f"Er {'is' if questions == 1 else 'zijn'} {count_things(questions, 'vraag', 'vragen')}: zoek op '# ?'."
