"""`poolwijzer strips add`: a line in the ledger of strips."""

from __future__ import annotations

from datetime import date as day
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.options import MenusFolder, value_option
from poolwijzer.cli.screen import AsJson, show_data
from poolwijzer.cli.strips.options import LedgerFile, StripsFile
from poolwijzer.cli.strips.sources import StripSources, read_sources
from poolwijzer.given import parse_date, usual_date
from poolwijzer.problems import harmless
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.costs.strips.lines import LedgerLine
    from poolwijzer.strips.entry import Entry


def add(
    file: StripsFile,
    municipality: Annotated[
        str | None,
        value_option("--municipality", "GEMEENTE", "Wie het gebruikt, geeft of meeneemt."),
    ] = None,
    product: Annotated[
        str | None,
        value_option("--product", "PRODUCT", "Waarvoor: een product van de menukaart, of eigen woorden."),
    ] = None,
    hours: Annotated[str | None, value_option("--hours", "UREN", "Hoeveel uren, zoals 16 of 7,5.")] = None,
    strips: Annotated[
        str | None,
        value_option("--strips", "STRIPPEN", "Of hoeveel strippen, zoals 2 of 0,5."),
    ] = None,
    note: Annotated[str | None, value_option("--note", "TEKST", "Een notitie bij de regel.")] = None,
    date: Annotated[
        str | None,
        value_option("--date", "JJJJ-MM-DD", "De dag waarop het is gebruikt. Anders vandaag."),
    ] = None,
    joint: Annotated[
        bool, typer.Option("--joint", help="Het is voor iedereen samen, en gaat van het gezamenlijke deel af.")
    ] = False,
    to: Annotated[
        str | None,
        value_option("--to", "GEMEENTE", "Geef deze strippen aan een andere gemeente."),
    ] = None,
    carry_over: Annotated[
        bool, typer.Option("--carry-over", help="De gemeente neemt dit mee uit het jaar ervoor.")
    ] = False,
    corrects: Annotated[
        str | None,
        value_option(
            "--corrects",
            "CODE",
            "Deze regel komt in de plaats van een regel met een fout. Wat u weglaat, blijft hetzelfde.",
        ),
    ] = None,
    ledger: LedgerFile = None,
    json: AsJson = False,
    menus: MenusFolder = None,
) -> None:
    """Voeg een regel toe aan het logboek: wie gebruikte wat, en hoeveel."""
    with mistakes_told():
        from poolwijzer.strips.entry import Entry

        when = parse_date(date, "--date") if date is not None else None
        typed = Entry(when, municipality, product, hours, strips, note, joint, to, carry_over, corrects)
        today = usual_date()
        sources = read_sources(file, ledger, read_menus(menus), may_be_new=True)
        sources.tell_problems()
        line = _append(typed, sources, today)
        after = sources.read_again()
        if json:
            _show_json(line, after, today)
        else:
            _tell(line, after, today)


def _append(typed: Entry, sources: StripSources, today: day) -> LedgerLine:
    from poolwijzer.strips.append import append_lines
    from poolwijzer.strips.entry import compose_line

    made = compose_line(typed, sources.assessment, sources.content, sources.ledger.lines, today)
    path = sources.ledger.path
    is_new = not path.exists()
    written = append_lines(path, [made.line])[0]
    if is_new:  # who mistyped the name of one that is there sees it here
        say(harmless(f"Dit logboek is nieuw: {path}"))
    tell(made.remarks)
    return written


def _tell(line: LedgerLine, sources: StripSources, on: day) -> None:
    """What was written, and what whom it is about has left."""
    from poolwijzer.report.strips.added import tell_balances
    from poolwijzer.report.strips.words import tell_line
    from poolwijzer.report.typed_text import sanitize

    typer.echo(harmless(f"Toegevoegd: {tell_line(sanitize(line), sources.content)}. Code {line.id}."))
    material = sources.material(on, line.day.year)
    for told in tell_balances(line, material):
        typer.echo(harmless(told))
    if not material.known:
        why = f"poolwijzer strips show {sources.file} --year {line.day.year}"
        say(harmless(f"De stand is nog niet te geven. Vraag waarom: {why}"))


def _show_json(line: LedgerLine, sources: StripSources, on: day) -> None:
    from poolwijzer.report.strips.data import added_document

    show_data(added_document(line, sources.material(on, line.day.year), str(sources.ledger.path), __version__))
