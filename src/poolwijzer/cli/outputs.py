"""The files that a command is asked for: whether they may be written, how they look, and making them.

A command says what there is to write (`Results`) and which files are asked for (`OutputOptions`); what goes into each
follows from its suffix.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from poolwijzer.cli.boundary import say, tell
from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.cli.screen import show_bytes, show_report
from poolwijzer.formats.registry import known_suffixes
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.formats.registry import Theme
    from poolwijzer.outfile import Content
    from poolwijzer.report.model import Report
    from poolwijzer.report.sheets import Sheets

FIGURES = (".xlsx", ".csv")
"""The suffixes of tables with figures, for a command that has them."""
WITH_FIGURES = (*known_suffixes(), *FIGURES)
NO_EFFECT = "Deze optie heeft nu geen effect."


class OutputOptions(NamedTuple):
    """The files that are asked for, and how they are to look."""

    paths: tuple[Path, ...]
    force: bool = False
    style: Path | None = None
    template: Path | None = None
    open_them: bool = False
    organisation: str | None = None
    draft: bool = False
    gray: bool = False
    plain: bool = False
    """Whether what is on screen stands in plain lines."""
    piped: str = ""
    """The suffix of what goes to standard output instead of the screen."""

    @property
    def suffixes(self) -> frozenset[str]:
        """Of everything that is asked for, in small letters."""
        return frozenset(filter(None, (self.piped, *(path.suffix.lower() for path in self.paths))))


class Results(NamedTuple):
    """What there is to write of what was found out; each is made when a file asks for it."""

    report: Callable[[], Report]
    data: Callable[[], bytes]
    pictured: Callable[[], Report]
    """The report whose drawing is written where only that is asked for."""
    on_screen: Callable[[], Report]
    """What is shown where no file is asked for."""
    called: str
    """In a sentence: *Het advies*."""
    figures: Callable[[str], bytes] | None = None
    """Its tables with figures as a spreadsheet or CSV, by the suffix; None where there are none."""


def check_outputs(
    options: OutputOptions, inputs: Iterable[Path], menus: Path | None, known: Sequence[str] | None = None
) -> None:
    """Refuse files that cannot be written, and options that nothing could come of.

    Args:
        options: The files that are asked for.
        inputs: The files that the command reads, which are never written over.
        menus: An own folder of menus; what is read of that is no more written over.
        known: The suffixes that can be written, where that are not all.

    Raises:
        InputError: with what is wrong.
    """
    check_template(options.template, options.suffixes, "Vraag er een met -o verslag.docx.")
    if not options.paths:
        if options.open_them:
            message = "Er is niets om te openen."
            raise InputError(Problem("--open", message, "Vraag met -o om een bestand, zoals -o verslag.docx."))
        return
    from poolwijzer.content.files import list_menu_files
    from poolwijzer.formats.registry import check_suffixes
    from poolwijzer.outfile import plan_outputs

    check_suffixes(options.paths, known or known_suffixes())
    looks = [path for path in (options.style, options.template) if path]
    plan_outputs(options.paths, [*inputs, *looks, *list_menu_files(menus)], options.force)


def tell_idle(options: OutputOptions, *, as_json: bool, **about_reports: bool) -> None:
    """Say of options that nothing comes of them in this command.

    Args:
        options: The files that are asked for.
        as_json: Whether JSON is shown.
        about_reports: Options that say what a report holds, by their name without dashes, and whether they were given.
    """
    from poolwijzer.formats.registry import READABLE

    suffixes = options.suffixes
    ask = "Vraag met -o om een verslag, zoals -o verslag.pdf."
    idle = [
        ("--force", options.force and not options.paths, ask),
        *((option, True, ask) for option in idle_looks(options, suffixes)),
        ("--open", options.open_them and not sys.stdout.isatty(), "Hier is geen scherm om iets te openen."),
    ]
    if as_json or suffixes:
        idle += [("--plain", options.plain, "Dit is voor een verslag op het scherm.")]
        reports = not suffixes.isdisjoint(READABLE)
        idle += [(f"--{name}", given and not reports, ask) for name, given in about_reports.items()]
    tell(Problem(option, NO_EFFECT, hint) for option, without_effect, hint in idle if without_effect)


def idle_looks(options: OutputOptions, suffixes: Iterable[str]) -> list[str]:
    """The options about looks that were given and that change nothing in files with these suffixes."""
    from poolwijzer.formats.registry import COLOURED, DRESSED, SLIDES, WHOLE_REPORTS

    asked = set(suffixes)
    effects: list[tuple[str, object, Iterable[str]]] = [
        ("--style", options.style, (*COLOURED, *SLIDES)),
        ("--organisation", options.organisation, (*DRESSED, *SLIDES)),
        ("--draft", options.draft, (*WHOLE_REPORTS, *SLIDES)),
        ("--gray", options.gray, (*COLOURED, *SLIDES)),
    ]
    return [option for option, given, changed in effects if given and asked.isdisjoint(changed)]


def check_template(template: Path | None, suffixes: Iterable[str], hint: str) -> None:
    """Refuse a template for Word where nothing is written that could use it.

    Raises:
        InputError: it is such a template.
    """
    if template and ".docx" not in map(str.lower, suffixes):
        message = "Een sjabloon is er voor een verslag in Word, en dat wordt nu niet gemaakt."
        raise InputError(Problem("--template", message, hint))


def read_theme(options: OutputOptions, also: Iterable[str] = ()) -> Theme:
    """How the documents are to look; without a house style as it is set in `poolwijzer.toml`, if any document wears it.

    Args:
        options: The files that are asked for.
        also: Suffixes of files that are written beside these.

    Raises:
        InputError: the house style, the template or the name cannot be used, or what they are read from would be
            written over.
    """
    from poolwijzer.formats.registry import COLOURED, SLIDES, read_theme
    from poolwijzer.outfile import plan_outputs

    name = options.organisation
    if name is not None and not name.strip():
        message = "Hier staat geen naam."
        raise InputError(Problem("--organisation", message, 'Schrijf hem zo: --organisation "Gemeente Assen".'))
    style = options.style
    if style is None and not options.suffixes.union(also).isdisjoint((*COLOURED, *SLIDES)):
        from poolwijzer.cli.settings.chosen import chosen_style

        style = chosen_style()
    theme = read_theme(style, options.template, name or "", draft=options.draft, gray=options.gray)
    plan_outputs(options.paths, theme.files, options.force)
    tell(theme.remarks)
    return theme


def make_results(
    called: str, report: Callable[[bool], Report], document: Callable[[], Any], sheets: Callable[[], Sheets]
) -> Results:
    """What there is to write of something with figures.

    Args:
        called: In a sentence: *De koppeling*.
        report: Makes the report; with True for a screen, where tables have few columns.
        document: Makes its data.
        sheets: Makes its tables with figures.
    """
    once = cache(report)

    def data() -> bytes:
        from poolwijzer.report.data import json_bytes

        return json_bytes(document())

    def figures(suffix: str) -> bytes:
        from poolwijzer.tables.outputs.figures import write_figures

        return write_figures(suffix, sheets())

    return Results(lambda: once(False), data, lambda: once(False), lambda: once(True), called, figures)


def check_picture(file: Path, options: OutputOptions, results: Results, hint: str) -> None:
    """Refuse a drawing where there is nothing to draw.

    Raises:
        InputError: it is asked for all the same.
    """
    from poolwijzer.formats.registry import PICTURE_SUFFIX
    from poolwijzer.report.texts import pictures_in

    if PICTURE_SUFFIX in options.suffixes and next(pictures_in(results.pictured().sections), None) is None:
        raise InputError(Problem(str(file), "Er is nog niets om te tekenen.", hint))


def deliver(options: OutputOptions, results: Results, theme: Theme, *, as_json: bool) -> None:
    """Make every file, and only when all of them could be made write them; then show what is to be on screen.

    That is JSON alone where it was asked for, else where the files are and what goes to standard output, else the
    report.

    Raises:
        InputError: a file could not be written.
    """
    written = write_files(options.paths, lambda path: make_bytes(path.suffix.lower(), results, theme), results.called)
    if as_json:
        show_bytes(results.data())
    elif options.suffixes:
        tell_written(options.paths)
        if options.piped:
            show_bytes(make_bytes(options.piped, results, theme))
    else:
        show_report(results.on_screen(), options.plain)
    open_written(options, written)


def open_written(options: OutputOptions, written: list[Path]) -> None:
    """Open the files where that was asked for, and there is a screen."""
    if options.open_them and sys.stdout.isatty():
        from poolwijzer.viewer import open_all, open_with_system

        for told in open_all(written, open_with_system):
            say(harmless(told))


def write_files(paths: Iterable[Path], make: Callable[[Path], bytes], called: str) -> list[Path]:
    """Make every file, and only when all of them could be made write them; where each went.

    Raises:
        InputError: a file could not be written.
    """
    return [write(path, data, called) for path, data in _make_all(paths, make)]


def _make_all(paths: Iterable[Path], make: Callable[[Path], bytes]) -> list[tuple[Path, bytes]]:
    """Every file with what goes into it; at a terminal it is told which one is being made."""
    busy = BusyLine()
    try:
        files = []
        for path in paths:
            busy.show(f"Bezig met {path} …")
            files.append((path, make(path)))
        return files
    finally:
        busy.clear()


def make_bytes(suffix: str, results: Results, theme: Theme) -> bytes:
    """What goes into a file of this suffix, in small letters."""
    from poolwijzer.formats.registry import DATA_SUFFIX, PICTURE_SUFFIX, render_report

    if suffix == DATA_SUFFIX:
        return results.data()
    if results.figures and suffix in FIGURES:
        return results.figures(suffix)
    return render_report(suffix, results.pictured() if suffix == PICTURE_SUFFIX else results.report(), theme)


def write(path: Path, data: Content, called: str) -> Path:
    """Write a file, and give where it went; `called` says what it holds, where it had to go elsewhere."""
    from poolwijzer.outfile import write_whole

    return tell_elsewhere(path, write_whole(path, data), called)


def tell_elsewhere(path: Path, went_to: Path, called: str) -> Path:
    """Say of a file that it had to go elsewhere, if it had, and give where it went."""
    if went_to != path:
        say(harmless(f"{path} is in gebruik door een ander programma. {called} staat nu in {went_to}."))
    return went_to


def tell_written(paths: Iterable[Path]) -> None:
    """Say which files were written."""
    for path in paths:
        say(harmless(f"Geschreven: {path}"))
