"""`poolwijzer strips merge`: the lines of copies of a ledger, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, tell
from poolwijzer.cli.pipes import STDIN, is_stdin
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.strips.ledger import MergedLedger


def merge(
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Het logboek, of het bestand van het initiatief.", show_default=False),
    ],
    copies: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="KOPIE", help="De kopieën. Zonder: alle kopieën die naast het logboek staan.", show_default=False
        ),
    ] = None,
) -> None:
    """Zet de regels van kopieën van het logboek bij het logboek zelf."""
    with mistakes_told():
        from poolwijzer.strips.merge import merge_copies
        from poolwijzer.strips.place import is_initiative, ledger_beside

        if is_stdin(file):
            hint = "Noem het logboek, of het bestand van het initiatief."
            raise InputError(Problem(STDIN, "Aan - is niet te zien welk logboek u bedoelt.", hint))
        path = ledger_beside(file) if is_initiative(file) else file
        merged = merge_copies(path, tuple(copies or ()))
        for line in _told(path, merged):
            typer.echo(harmless(line))
        tell(one.problem for one in merged.broken)
        tell(merged.different)
    if merged.broken or merged.different:
        raise typer.Exit(ATTENTION)


def _told(path: Path, merged: MergedLedger) -> list[str]:
    from poolwijzer.cli.settings.chosen import chosen_menus
    from poolwijzer.content.read import load_menus
    from poolwijzer.dutch import count_things
    from poolwijzer.report.strips.words import tell_line
    from poolwijzer.report.typed_text import sanitize

    if not merged.added:
        return [f"Er kwam niets bij in {path}: alle regels stonden er al."]
    content = load_menus(chosen_menus(None))
    number = count_things(len(merged.added), "regel", "regels")
    lines = [f"- {tell_line(sanitize(one), content)}" for one in merged.added]
    return [
        f"Bij {path} zijn {number} toegevoegd:" if len(merged.added) > 1 else f"Bij {path} is 1 regel toegevoegd:",
        *lines,
    ]
