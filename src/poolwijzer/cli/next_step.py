"""`poolwijzer next`: the papers of the next step, from a file."""

from __future__ import annotations

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
    value_option,
)
from poolwijzer.cli.outputs import OutputOptions, Results, check_outputs, deliver, read_theme, tell_idle
from poolwijzer.cli.pipes import part_outputs
from poolwijzer.cli.screen import show_report
from poolwijzer.formats.registry import WHOLE_REPORTS, check_suffixes
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.report.model import Report


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
        ),
    ] = None,
    municipality: Annotated[
        str | None,
        value_option(
            "--municipality",
            "GEMEENTE",
            "Voor welke gemeente het stuk is. Dan staat haar bijdrage erin, als het bestand kosten heeft.",
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
            OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain, piped),
            advice_date(date),
        )
        if (paths or piped) and paper is None:
            message = "Welk stuk u wilt, staat er niet bij."
            raise InputError(Problem("--paper", message, f"Vraag eerst de lijst: poolwijzer next {file}"))
        if municipality is not None and paper is None:
            message = "Een gemeente hoort bij een stuk, en dat staat er niet bij."
            raise InputError(Problem("--municipality", message, "Noem ook het stuk, zoals: --paper raadsvoorstel"))
        check_suffixes(outputs.paths, WHOLE_REPORTS)
        check_outputs(outputs, [file], menus)
        tell_idle(outputs, as_json=False)
        theme = read_theme(outputs)
        from poolwijzer.outcome import Outcome

        content = read_menus(menus)
        outcome = Outcome(content, read_file(file, content, "standaard", on)[0], on)
        if paper is None:
            from poolwijzer.report.papers.listing import build_listing, list_papers

            show_report(build_listing(outcome), plain)
            first = list_papers(outcome)[0].id
            say(harmless(f"Zo maakt u een stuk: poolwijzer next {file} --paper {first} -o {first}.docx"))
            return
        from poolwijzer.report.papers.build import make_paper

        made = make_paper(outcome, paper, municipality)
        deliver(outputs, _as_results(made), theme, as_json=False)


def _as_results(made: Report) -> Results:
    def no_data() -> bytes:
        raise AssertionError("a paper is no data")

    return Results(report=lambda: made, data=no_data, pictured=lambda: made, on_screen=lambda: made, called="Het stuk")
