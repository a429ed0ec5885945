"""`poolwijzer menu init`: a small folder to start own menus from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.problems import harmless


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="De map die gemaakt wordt, zoals mijn-menus.", show_default=False)
    ],
) -> None:
    """Maak een map om eigen menu's mee te beginnen.

    Een kleine map met uitleg. Wat er al is, blijft staan.
    """
    with mistakes_told():
        from poolwijzer.content.folders import find_shipped_menus
        from poolwijzer.content.read import load_menus
        from poolwijzer.menucard.own_folder import SCHEMAS, make_own_folder
        from poolwijzer.outfile import plan_outputs, write_whole

        files = make_own_folder(load_menus(find_shipped_menus()))
        _refuse_existing([folder / name for name in files])
        plan_outputs([folder / name for name in files], [], force=False)
        for name, data in files.items():
            write_whole(folder / name, data)
        for name in files:
            if not name.startswith(SCHEMAS):
                typer.echo(harmless(f"Geschreven: {folder / name}"), err=True)
        typer.echo(harmless(f"Verander wat u wilt. Controleer daarna met: poolwijzer menu check {folder}"), err=True)


def _refuse_existing(paths: list[Path]) -> None:
    """Leave alone what is there, and say so without the option `--force`, which this command does not have.

    Raises:
        InputError: naming each file that is there already.
    """
    from poolwijzer.problems import InputError, Problem

    there = [path for path in paths if path.is_file()]
    if there:
        menus = [path for path in there if path.suffix == ".yaml"]
        hint = "Kies een andere map."
        raise InputError(
            [Problem(str(path), "Dit bestand bestaat al en blijft zoals het is.", hint) for path in menus or there]
        )
