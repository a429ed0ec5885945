"""`poolwijzer workshop enter`: what a group wrote on paper, typed over into its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.options import MenusFolder, SessionFolder
from poolwijzer.cli.screen import has_terminal
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.workshop.entry.group import GroupFile
    from poolwijzer.workshop.entry.paper import Paper


def _option(name: str, kind: str, help: str) -> Any:
    return typer.Option(name, metavar=kind, help=help, show_default=False)


def enter(
    folder: SessionFolder,
    group: Annotated[
        str,
        typer.Argument(metavar="GROEP", help="De groep: het id, het nummer of de naam.", show_default=False),
    ],
    context: Annotated[
        list[str] | None,
        _option("--context", "ANTWOORD", "De situatie, zoals 'verband: provincie, de provincie Drenthe'. Mag vaker."),
    ] = None,
    estimate: Annotated[
        str | None, _option("--estimate", "PLEK", "De eigen inschatting van de groep, zoals c4.")
    ] = None,
    dots: Annotated[str | None, _option("--dots", "PLEKKEN", "De stippen van iedereen, zoals 'b4 c3 c3'.")] = None,
    answers: Annotated[
        str | None,
        _option("--answers", "RIJ", "De antwoorden in de volgorde van het werkblad, zoals '4 4 ? 3 -'."),
    ] = None,
    hands: Annotated[
        list[str] | None, _option("--hands", "HANDEN", "De handen bij een stelling, zoals '3: 0 2 5 1 0'. Mag vaker.")
    ] = None,
    choice: Annotated[
        list[str] | None,
        _option("--choice", "KEUZE", "Keuzes, zoals 'f1 ~f3' of 'financiering: anders: Een fonds'. Mag vaker."),
    ] = None,
    reason: Annotated[
        list[str] | None, _option("--reason", "TEKST", "Een afweging, zoals 'financiering: …'. Mag vaker.")
    ] = None,
    key_question: Annotated[
        str | None, _option("--key-question", "TEKST", "Het antwoord van de groep op de sleutelvraag.")
    ] = None,
    agreement: Annotated[
        list[str] | None, _option("--agreement", "AFSPRAAK", "Een afspraak: 'wat; wie; wanneer'. Mag vaker.")
    ] = None,
    highlight: Annotated[
        list[str] | None,
        _option(
            "--highlight", "TEKST", "Een antwoord op een van de vier vragen, zoals 'Hoe ging het?: goed'. Mag vaker."
        ),
    ] = None,
    need: Annotated[
        list[str] | None, _option("--need", "BEHOEFTE", "Een behoefte: een nummer of woorden. Mag vaker.")
    ] = None,
    menus: MenusFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help="Vervang wat er al in het bestand van de groep staat.")
    ] = False,
) -> None:
    """Neem over wat een groep op papier schreef: regel voor regel, of in één keer met opties."""
    asked: dict[str, str | list[str] | None] = {
        "--context": context,
        "--estimate": estimate,
        "--dots": dots,
        "--answers": answers,
        "--hands": hands,
        "--choice": choice,
        "--reason": reason,
        "--key-question": key_question,
        "--agreement": agreement,
        "--highlight": highlight,
        "--need": need,
    }
    with mistakes_told():
        from poolwijzer.workshop.entry.options import Given

        named = {name: [text] if isinstance(text, str) else text or [] for name, text in asked.items()}
        given = [Given(name, text) for name, texts in named.items() for text in texts]
        if not given and not has_terminal():
            message = "Er is geen opdrachtvenster om de regels in te typen, en er is geen optie gegeven."
            raise InputError(Problem("poolwijzer workshop enter", message, "Zo: --estimate c4 --answers '4 4 ? 3 -'"))
        _take_over(folder, group, given, menus, force)


def _take_over(folder: Path, group: str, given: Any, menus: Path | None, force: bool) -> None:
    from poolwijzer.assessment.write import record_menus
    from poolwijzer.workshop.entry.group import GroupFile
    from poolwijzer.workshop.entry.options import take_over
    from poolwijzer.workshop.entry.paper import Paper

    content = read_menus(menus)
    file = GroupFile(folder, group, content)
    try:
        tell(file.remarks)
        paper = Paper(content, file.start, file.day)
        if not given:
            _ask(paper, file)
            return
        take_over(paper, given, force=force)
        if said := file.save(record_menus(paper.assessment, content)):
            say(harmless(said))
        _show_summary(paper, file, typer.echo)
    finally:
        file.release()


def _ask(paper: Paper, file: GroupFile) -> None:
    from poolwijzer.interview.plain import PlainPresenter
    from poolwijzer.interview.stop_signals import take_stop_signals
    from poolwijzer.workshop.entry.asking import Asking

    lines = PlainPresenter(paper.content)
    lines.say(f"{file.group.label}: {file.group.initiative.name}")
    asking = Asking(paper, file, lines.say)
    try:
        with take_stop_signals():
            asking.run()
    except (KeyboardInterrupt, EOFError):
        if asking.unsaved is None and paper.typed:
            say(harmless(f"Alles wat u overnam, staat in {file.path}."))
        raise KeyboardInterrupt from None
    if asking.unsaved is not None:
        raise asking.unsaved
    _show_summary(paper, file, lines.say)


def _show_summary(paper: Paper, file: GroupFile, show: Any) -> None:
    from poolwijzer.workshop.entry.summary import summary_lines

    show(harmless(f"Dit staat nu in {file.path}, van {file.group.label}:"))
    for line in summary_lines(paper.outcome(), paper.row):
        show(harmless(f"- {line}"))
