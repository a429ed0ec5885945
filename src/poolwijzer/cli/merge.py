"""`poolwijzer merge`: what people sent back, together in the initiative's file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date as day
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.cli.options import Force, MenusFolder, OnDay, advice_date, output_option
from poolwijzer.cli.outputs import write
from poolwijzer.cli.pipes import STDOUT
from poolwijzer.cli.screen import AsJson, show_bytes, show_data
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.formats.registry import WHOLE_REPORTS, Theme, check_suffixes, render_report
from poolwijzer.given import parse_date
from poolwijzer.problems import InputError, Problem, harmless
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.read import Notation
    from poolwijzer.content.content import Content
    from poolwijzer.filelist import Input
    from poolwijzer.forms.returned.intake import Piece
    from poolwijzer.forms.returned.merging import Merging
    from poolwijzer.forms.returned.table_answers import TableRoad

_SUFFIXES = (".yaml", ".yml", ".json")
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
    sheet: Annotated[
        str, typer.Option("--sheet", metavar="NAAM", help="Welk werkblad van een werkmap.", show_default=False)
    ] = "",
    table_map: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="KOPPELING",
            help="Wat de eigen woorden van een tabel betekenen: zie poolwijzer tables map.",
            show_default=False,
        ),
    ] = None,
    agree: Annotated[
        bool,
        typer.Option(
            "--agree", help="Laat bij getelde handen het antwoord van meer dan de helft tellen, als niet afgesproken."
        ),
    ] = False,
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
    menus: MenusFolder = None,
    date: OnDay = None,
    force: Force = False,
) -> None:
    """Zet de antwoorden van anderen in het bestand van het initiatief."""
    with mistakes_told():
        on, pages = advice_date(date), tuple(status or ())
        until = None if delete_on is None else parse_date(delete_on, "--delete-on")
        piped = output is not None and str(output) == STDOUT
        target = None if piped else output
        _check_streams(piped=piped, as_json=json)
        _check_names(file, target, pages, menus, table_map, force=force)
        content = read_menus(menus)
        road = _make_road(content, rows, table_map, sheet, survey, until, agree=agree)
        inputs = _find_inputs(answers or [], file, target, pages, force=force)
        with _claimed(target):
            found = _bring_together(file, inputs, content, on, road, delete_expired=delete_expired)
            made = b"" if output is None else found.written_as(target or file)
            told = _write(found, made, target, pages, on)
        tell((*found.merging.refused, *found.merging.remarks))
        if piped:
            show_bytes(made)
        if json:
            from poolwijzer.forms.returned.merging_words import merging_document

            show_data(merging_document(found.merging, content, on, __version__))
        else:
            _show(found.merging, file, on, dry=output is None, to_screen=not piped)
        for line in told:
            say(harmless(line))
        if found.merging.refused:
            raise typer.Exit(ATTENTION)


class _Inputs(NamedTuple):
    """What came in."""

    files: list[Input]
    pasted: tuple[Piece, ...]


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


def _check_names(
    file: Path, target: Path | None, pages: tuple[Path, ...], menus: Path | None, table_map: Path | None, *, force: bool
) -> None:
    """Refuse outputs that cannot be written. The file of the initiative itself is one only when somebody says so.

    Raises:
        InputError: with what is wrong.
    """
    from poolwijzer.content.files import list_menu_files
    from poolwijzer.outfile import plan_outputs

    if target:
        check_suffixes([target], _SUFFIXES)
    check_suffixes(pages, WHOLE_REPORTS)
    read = [*list_menu_files(menus), *([table_map] if table_map else [])]
    outputs = [*([target] if target else []), *pages]
    own = target is not None and _is_same(target, file)
    plan_outputs(outputs, read, force=True)
    if own and not force:
        message = "Dit is het bestand van het initiatief zelf."
        hint = "Met --force komen de antwoorden erin. Wat er staat, blijft staan."
        raise InputError(Problem(str(target), message, hint))
    plan_outputs(pages if own else outputs, [file, *read], force)


def _is_same(one: Path, other: Path) -> bool:
    """Whether two names stand for one file, whatever links lead there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


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


def _find_inputs(
    answers: list[str], file: Path, target: Path | None, pages: tuple[Path, ...], *, force: bool
) -> _Inputs:
    """The files that were named, which are never written over, and what was pasted.

    Raises:
        InputError: one of them would be written over.
    """
    from poolwijzer.forms.returned.intake import Piece, find_files
    from poolwijzer.forms.returned.mail import LARGEST
    from poolwijzer.outfile import plan_outputs

    outputs = [*([target] if target else []), *pages]
    files = find_files([name for name in answers if name != STDOUT], [file, *outputs])
    own = [one for one in outputs if _is_same(one, file)]
    plan_outputs([one for one in outputs if one not in own], [one.path for one in files], force)
    pasted: tuple[Piece, ...] = ()
    if STDOUT in answers and sys.stdin is not None:
        pasted = (Piece("invoer", ".txt", io.BytesIO(sys.stdin.buffer.read(LARGEST + 1))),)
    return _Inputs([one for one in files if not _is_same(one.path, file)], pasted)


@contextmanager
def _claimed(target: Path | None) -> Iterator[None]:
    """Be the only one at work on the file that is written, and take away what a run left that was killed.

    Raises:
        InputError: somebody is having a conversation on it.
    """
    if target is None:
        yield
        return
    from poolwijzer.outfile import FileClaim, clear_broken_off

    message = "Met dit bestand is een gesprek bezig, of een ander voegt er antwoorden aan toe."
    claim = FileClaim(target, message, "Sluit dat eerst af, en probeer het dan opnieuw.")
    try:
        clear_broken_off(target)
        yield
    finally:
        claim.release()


def _bring_together(
    file: Path, inputs: _Inputs, content: Content, on: day, road: TableRoad, *, delete_expired: bool
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


def _write(found: _Found, made: bytes, target: Path | None, pages: tuple[Path, ...], on: day) -> list[str]:
    """Write the file and the pages, the file only if something changes in it, and give what to say of that.

    Raises:
        InputError: a file could not be written.
    """
    from poolwijzer.forms.returned.status import build_status
    from poolwijzer.yamlfile import read_bytes

    status = build_status(found.merging, on)
    drawn = [(path, render_report(path.suffix.lower(), status, Theme())) for path in pages]
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
