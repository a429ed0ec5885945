"""`poolwijzer merge`: the command."""

from __future__ import annotations

from datetime import date as day
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.cli.merge.files import Inputs, check_names, claimed, find_inputs
from poolwijzer.cli.options import (
    Force,
    MenusFolder,
    MenusVersion,
    OnDay,
    Organisation,
    Style,
    advice_date,
    output_option,
)
from poolwijzer.cli.outputs import NO_EFFECT, OutputOptions, idle_looks, read_theme, write
from poolwijzer.cli.pipes import STDOUT
from poolwijzer.cli.screen import AsJson, show_bytes, show_data
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.table_options import Agree, MapFile, SheetName
from poolwijzer.formats.registry import WHOLE_REPORTS, render_report
from poolwijzer.given import parse_date
from poolwijzer.problems import InputError, Problem, harmless
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.read import Notation
    from poolwijzer.content.content import Content
    from poolwijzer.formats.registry import Theme
    from poolwijzer.forms.returned.merging import Merging
    from poolwijzer.forms.returned.table_answers import TableRoad

_OUTPUT, _STATUS = "-o", "--status"


class MergeRows(StrEnum):
    """What a row of a table is, of those that hold answers of others."""

    respondents = "respondents"
    counts = "counts"


def merge(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
    ],
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ANTWOORDEN",
            help="Wat u terugkreeg: bestanden, mappen of patronen. Met - leest hij wat u plakt.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            _OUTPUT,
            "--output",
            metavar="UITVOER",
            help="Waar het initiatief met de antwoorden komt. Zonder -o is het een proef.",
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        list[Path] | None, output_option("de respons tot nu toe, zonder antwoorden", WHOLE_REPORTS, _STATUS)
    ] = None,
    json: AsJson = False,
    rows: Annotated[
        MergeRows | None,
        typer.Option("--rows", help="Wat een rij van een tabel is. Anders een respondent.", show_default=False),
    ] = None,
    sheet: SheetName = "",
    table_map: MapFile = None,
    agree: Agree = False,
    survey: Annotated[
        str,
        typer.Option(
            "--survey",
            metavar="NAAM",
            help="De naam van een enquête, als u er meer dan één hebt.",
            show_default=False,
        ),
    ] = "",
    delete_on: Annotated[
        str | None,
        typer.Option(
            "--delete-on",
            metavar="JJJJ-MM-DD",
            help="De dag waarop u antwoorden uit een tabel verwijdert.",
            show_default=False,
        ),
    ] = None,
    delete_expired: Annotated[
        bool, typer.Option("--delete-expired", help="Haal de antwoorden eruit die al weg moesten zijn.")
    ] = False,
    style: Style = None,
    organisation: Organisation = None,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: OnDay = None,
    force: Force = False,
) -> None:
    """Zet de antwoorden van anderen in het bestand van het initiatief."""
    with mistakes_told():
        from poolwijzer.content.files import list_menu_files

        on, pages = advice_date(date), tuple(status or ())
        until = None if delete_on is None else parse_date(delete_on, "--delete-on")
        piped = output is not None and str(output) == STDOUT
        target = None if piped else output
        _check_streams(piped=piped, as_json=json)
        check_names(file, target, pages, [*list_menu_files(menus), *filter(None, (table_map, style))], force=force)
        theme = _read_theme(OutputOptions(pages, force, style, organisation=organisation))
        content = read_menus(menus, menus_version)
        road = _make_road(content, rows, table_map, sheet, survey, until, agree=agree)
        inputs = find_inputs(answers or [], file, target, pages, force=force)
        with claimed(target):
            found = _bring_together(file, inputs, content, on, road, delete_expired=delete_expired)
            made = b"" if output is None else found.written_as(target or file)
            told = _write(found, made, target, pages, theme, on)
        tell((*found.merging.refused, *found.merging.remarks))
        if piped:
            show_bytes(made)
        if json:
            from poolwijzer.forms.returned.merging_data import merging_document

            show_data(merging_document(found.merging, content, on, __version__))
        else:
            _show(found.merging, file, on, dry=output is None, to_screen=not piped)
        for line in told:
            say(harmless(line))
        if found.merging.refused:
            raise typer.Exit(ATTENTION)


class _Found(NamedTuple):
    """What came of it, beside the file as it was."""

    raw: bytes
    notation: Notation
    before: Assessment
    merging: Merging

    def written_as(self, path: Path) -> bytes:
        """The file with everything in it, in the notation of this name."""
        from poolwijzer.forms.returned.merged_file import notation_of, write_merged

        return write_merged(self.raw, self.before, self.merging.assessment, self.notation, notation_of(path.suffix))


def _check_streams(*, piped: bool, as_json: bool) -> None:
    """Refuse two results on one stream.

    Raises:
        InputError: they are asked for.
    """
    if piped and as_json:
        raise InputError(Problem("--json", "Dit kan niet samen met -o -.", "Kies een van de twee."))


def _read_theme(pages: OutputOptions) -> Theme:
    """How the pages of the response are to look.

    Raises:
        InputError: the house style or the name cannot be used.
    """
    hint = f"Vraag de respons erbij, zoals {_STATUS} respons.html."
    tell(
        Problem(option, NO_EFFECT, hint) for option in idle_looks(pages, (path.suffix.lower() for path in pages.paths))
    )
    return read_theme(pages)


def _make_road(
    content: Content,
    rows: MergeRows | None,
    table_map: Path | None,
    sheet: str,
    survey: str,
    until: day | None,
    *,
    agree: bool,
) -> TableRoad:
    """How tables are read.

    Raises:
        InputError: the map cannot be used, or says that rows are initiatives.
    """
    from poolwijzer.forms.returned.table_answers import TableRoad
    from poolwijzer.tables.reader import TableOptions

    known = None
    if table_map:
        from poolwijzer.tables.map_file import read_map

        known = read_map(table_map, content)
    road = TableRoad(rows.value if rows else None, TableOptions(sheet, map=known, agree=agree), survey, until)
    road.check(str(table_map or "--rows"))
    return road


def _bring_together(
    file: Path, inputs: Inputs, content: Content, on: day, road: TableRoad, *, delete_expired: bool
) -> _Found:
    """Read everything, and bring it together.

    Raises:
        InputError: the file of the initiative cannot be used.
    """
    from poolwijzer.assessment.read import parse_assessment
    from poolwijzer.forms.returned.intake import take_in
    from poolwijzer.forms.returned.merged_file import notation_of
    from poolwijzer.forms.returned.merging import merge
    from poolwijzer.yamlfile import read_bytes

    raw, notation = read_bytes(file), notation_of(file.suffix)
    reading = parse_assessment(raw, str(file), content, notation=notation)
    tell(reading.remarks)
    busy = BusyLine()
    busy.show("Bezig met lezen …")
    try:
        arrivals = take_in(inputs.files, reading.assessment, content, on, road, inputs.pasted)
    finally:
        busy.clear()
    merging = merge(reading.assessment, arrivals, on, delete_expired=delete_expired)
    return _Found(raw, notation, reading.assessment, merging)


def _write(
    found: _Found, made: bytes, target: Path | None, pages: tuple[Path, ...], theme: Theme, on: day
) -> list[str]:
    """Write the file and the pages, the file only if something changes in it, and give what to say of that.

    Raises:
        InputError: a file could not be written.
    """
    from poolwijzer.forms.returned.status import build_status
    from poolwijzer.yamlfile import read_bytes

    status = build_status(found.merging, on)
    drawn = [(path, render_report(path.suffix.lower(), status, theme)) for path in pages]
    told = []
    if target and target.exists() and read_bytes(target) == made:
        told.append(f"Niets veranderd: {target}")
    elif target:
        write(target, made, "Het initiatief")
        told.append(f"Geschreven: {target}")
    for path, data in drawn:
        write(path, data, "De respons")
        told.append(f"Geschreven: {path}")
    return told


def _show(merging: Merging, file: Path, on: day, *, dry: bool, to_screen: bool) -> None:
    """Say what came of it: on screen, or beside the file where that goes there."""
    from poolwijzer.forms.returned.merging_words import say_merging

    for line in say_merging(merging, on):
        typer.echo(harmless(line), err=not to_screen)
    kinds = {*(one.kind for one in merging.changes), *(one.kind for one in merging.hands)}
    changed = merging.deleted or kinds & {"new", "replaced"}
    if dry and changed:
        typer.echo(harmless(f"Er is nog niets geschreven. Klopt het? Zet er dan bij: -o {file} --force"), err=True)
