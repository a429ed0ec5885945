"""`poolwijzer workshop report`: what remains of a session on paper, and the mail to send with it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    DepthChoice,
    Draft,
    Force,
    Gray,
    MenusFolder,
    OpenThem,
    Organisation,
    SessionFolder,
    Style,
    Template,
    advice_date,
)
from poolwijzer.cli.outputs import (
    OutputOptions,
    check_outputs,
    check_template,
    open_written,
    read_theme,
    tell_idle,
    tell_written,
    write_files,
)
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.formats.registry import Theme
    from poolwijzer.workshop.proceedings.minutes import Minutes, SessionMinutes

STEM, MAIL = "verslag", "mail.txt"


class ReportKind(StrEnum):
    """What the report of a session can be written as."""

    docx = "docx"
    pdf = "pdf"


class Names(NamedTuple):
    """Where everything goes."""

    report: tuple[Path, ...]
    mail: Path
    own: tuple[tuple[Minutes, Path], ...]
    """The groups of which there is something to report, each with its file."""

    def every(self) -> tuple[Path, ...]:
        """All of them, as they are told."""
        return (*self.report, self.mail, *(path for _, path in self.own))


def report(
    folder: SessionFolder,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="MAP",
            help="De map waar alles komt. Anders verslag, in de map van de werksessie.",
            show_default=False,
        ),
    ] = None,
    kinds: Annotated[
        list[ReportKind] | None,
        typer.Option("--as", help="Welk soort bestand het verslag wordt. Mag vaker. Anders beide.", show_default=False),
    ] = None,
    depth: Annotated[
        DepthChoice, typer.Option("--depth", help="Hoe uitgebreid het eigen verslag van elke groep is.")
    ] = DepthChoice.gewoon,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Maak het verslag van een werksessie, met een mail en per groep een eigen verslag."""
    with mistakes_told():
        on = advice_date(date)
        suffixes = tuple(dict.fromkeys(f".{kind.value}" for kind in kinds or ReportKind))
        check_template(template, suffixes, "Vraag er een met --as docx.")
        from poolwijzer.assessment.overdue import find_overdue
        from poolwijzer.workshop.folder import PATIENCE, read_session
        from poolwijzer.workshop.proceedings.minutes import take_minutes

        content = read_menus(menus)
        session = read_session(folder, content, patience=PATIENCE)
        minutes = take_minutes(session, content, on)
        names = _name_all(minutes, output or folder / STEM, suffixes)
        outputs = OutputOptions(names.every(), force, style, template, open_them, organisation, draft, gray)
        check_outputs(outputs, session.files, menus, (*suffixes, ".pdf", Path(MAIL).suffix))
        theme = read_theme(outputs)
        tell_idle(outputs, as_json=False)
        makers = _makers(minutes, names, depth, theme)
        written = write_files(makers, lambda path: makers[path](), "Het bestand")
        tell_written(makers)
        attention = session.attention()
        tell(attention)
        for group, said in session.known:
            tell(find_overdue(str(group.path), said, on))
        open_written(outputs, written[: len(names.report)])
    if attention:
        raise typer.Exit(ATTENTION)


def _name_all(minutes: SessionMinutes, folder: Path, suffixes: tuple[str, ...]) -> Names:
    """Where everything of a session goes in a folder.

    Raises:
        InputError: that is no folder.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(Problem(str(folder), "Dit is een bestand en geen map.", "Kies met -o een andere map."))
    return Names(
        report=tuple(folder / f"{STEM}{suffix}" for suffix in suffixes),
        mail=folder / MAIL,
        own=tuple((one, folder / f"{one.group.id}.pdf") for one in minutes.groups if one.has_said),
    )


def _makers(minutes: SessionMinutes, names: Names, depth: DepthChoice, theme: Theme) -> dict[Path, Callable[[], bytes]]:
    """What makes each file, in the order in which they are told."""
    from poolwijzer.formats.registry import render_report
    from poolwijzer.report.build import build_report
    from poolwijzer.workshop.proceedings.build import tell_session
    from poolwijzer.workshop.proceedings.mail import write_mail

    whole = tell_session(minutes, __version__)

    def mail() -> bytes:
        own = [path.name for _, path in names.own]
        sender = theme.style.name if theme.style else ""
        return write_mail(minutes, [path.name for path in names.report], own, sender).encode("utf-8")

    def own(one: Minutes) -> bytes:
        assert one.material is not None, "who said something was found out about"
        made = build_report(one.material.outcome, version=__version__, depth=depth.value)
        return render_report(".pdf", made, theme)

    makers: dict[Path, Callable[[], bytes]] = {
        path: partial(render_report, path.suffix, whole, theme) for path in names.report
    }
    return makers | {names.mail: mail} | {path: partial(own, one) for one, path in names.own}
