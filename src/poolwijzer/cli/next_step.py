"""`poolwijzer next`: the papers of the next step, from a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.advise import read_file
from poolwijzer.cli.boundary import mistakes_told, read_menus, say
from poolwijzer.cli.options import (
    AdviceDate,
    Draft,
    Force,
    Gray,
    MenusFolder,
    OpenThem,
    Organisation,
    Plain,
    Style,
    Template,
    advice_date,
    kind_option,
    output_option,
)
from poolwijzer.cli.outputs import OutputOptions, Results, check_outputs, deliver, read_theme, tell_idle
from poolwijzer.cli.screen import show_bytes, show_report
from poolwijzer.formats.registry import WHOLE_REPORTS, check_suffixes, render_report
from poolwijzer.problems import InputError, Problem, did_you_mean, harmless, quote

if TYPE_CHECKING:
    from poolwijzer.report.model import Report

STDOUT = "-"


def complete_paper(begun: str) -> list[str]:
    """The papers whose name begins so, for a shell that completes what is typed."""
    from poolwijzer.content.read import load_menus

    papers = load_menus().papers
    return [name for name in (papers.papers if papers else ()) if name.startswith(begun)]


def next_step(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
    ],
    paper: Annotated[
        str | None,
        typer.Option(
            "--paper",
            metavar="STUK",
            help="Welk stuk, zoals raadsbrief. Zonder: een lijst van wat nu past.",
            show_default=False,
            autocompletion=complete_paper,
        ),
    ] = None,
    output: Annotated[list[Path] | None, output_option("het stuk naar een bestand", WHOLE_REPORTS)] = None,
    named: Annotated[str | None, kind_option("md")] = None,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Maak een stuk voor de volgende stap, zoals een raadsbrief."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), named)
        outputs, on = (
            OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain),
            advice_date(date),
        )
        if (paths or piped) and paper is None:
            message = "Welk stuk u wilt, staat er niet bij."
            raise InputError(Problem("--paper", message, f"Vraag eerst de lijst: poolwijzer next {file}"))
        check_suffixes(outputs.paths, WHOLE_REPORTS)
        check_outputs(outputs._replace(template=None) if piped == ".docx" else outputs, [file], menus)
        if not piped:
            tell_idle(outputs, as_json=False)
        theme = read_theme(outputs)
        from poolwijzer.outcome import Outcome

        content = read_menus(menus)
        outcome = Outcome(content, read_file(file, content, "standaard")[0], on)
        if paper is None:
            from poolwijzer.report.papers.listing import build_listing, list_papers

            show_report(build_listing(outcome), plain)
            first = list_papers(outcome)[0].id
            say(harmless(f"Zo maakt u een stuk: poolwijzer next {file} --paper {first} -o {first}.docx"))
            return
        from poolwijzer.report.papers.build import make_paper

        made = make_paper(outcome, paper)
        if paths or not piped:
            deliver(outputs, _as_results(made), theme, as_json=False)
        if piped:
            show_bytes(render_report(piped, made, theme))


def part_outputs(
    output: Iterable[Path], named: str | None, suffixes: Iterable[str] = WHOLE_REPORTS, also: Iterable[str] = ()
) -> tuple[tuple[Path, ...], str]:
    """The files that are asked for, and the suffix of what goes to stdout, for which `-` stands.

    Args:
        output: What was asked for.
        named: What `-` is to be.
        suffixes: What it can be.
        also: Other kinds that the command has, to name where one is not known.

    Raises:
        InputError: it is not said what `-` is to be, or it is said where there is no `-`.
    """
    paths = tuple(path for path in output if str(path) != STDOUT)
    piped = len(paths) < len(tuple(output))
    kinds = [suffix.removeprefix(".") for suffix in suffixes]
    choose = f"Kies uit {', '.join((*kinds, *also))}."
    if named is None:
        if piped:
            message = "Aan - is niet te zien welk soort bestand het wordt."
            raise InputError(Problem("-o", message, f"Zet erbij: --as {kinds[0]}. {choose}"))
        return paths, ""
    kind = named.lower().removeprefix(".")
    if kind not in kinds:
        raise InputError(
            Problem("--as", f"Het soort {quote(named)} kan niet.", did_you_mean(kind, (*kinds, *also)) or choose)
        )
    if not piped:
        raise InputError(Problem("--as", "Er gaat niets naar de uitvoer.", "Gebruik dit samen met -o -."))
    return paths, f".{kind}"


def _as_results(made: Report) -> Results:
    def no_data() -> bytes:
        raise AssertionError("a paper is no data")

    return Results(report=lambda: made, data=no_data, pictured=lambda: made, on_screen=lambda: made, called="Het stuk")
