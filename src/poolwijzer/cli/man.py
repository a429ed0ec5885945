"""Manual pages, one for the program and one for each command: the text of `--help`, for `man poolwijzer`.

Run as a module, `python -m poolwijzer.cli.man FOLDER` writes them; a build does so for the wheel, which installs them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import typer

from poolwijzer.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from typer._click.core import Command, Context

_FILES = (
    (
        "poolwijzer.toml",
        "Wat voor alle opdrachten geldt: style (een huisstijl), menus (een eigen map met menu's) en minutes (de "
        "minuten van een gesprek). In de map waarin u werkt, of in uw persoonlijke map. Een optie gaat voor.",
    ),
)
_ENVIRONMENT = (
    ("POOLWIJZER_MENUS", "Een eigen map met menu's, voor alle opdrachten zonder --menus."),
    ("POOLWIJZER_NO_SETTINGS", "Staat hier iets, dan wordt poolwijzer.toml niet gelezen."),
    ("SOURCE_DATE_EPOCH", "De datum van het advies zonder --date, in seconden sinds 1970."),
    ("NO_COLOR", "Staat hier iets, dan heeft het scherm geen kleuren."),
)
_STATUSES = (
    ("0", "Klaar."),
    ("1", "Iets in de invoer vraagt aandacht."),
    ("2", "Verkeerd gebruikt, of een bestand is niet te gebruiken."),
    ("130", "Gestopt."),
)
_WHOLE_WORDS: Any = {"break_long_words": False, "break_on_hyphens": False}
_SIGNS = {"\\": r"\e", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", "-": r"\-", "|": r"|\:"}
"""By what roff knows signs that mean something to it; at a stroke a line may end."""


def make_pages() -> dict[str, bytes]:
    """Every page by the name of its file, such as `poolwijzer-advise.1`; the same bytes whenever they are made.

    The day at the foot is the last one on which a fact of the menus was looked up: a build has no day of its own.
    """
    from typer._click.core import Context

    from poolwijzer.cli.app import app
    from poolwijzer.cli.dutch_typer import typer_in_dutch
    from poolwijzer.content.folders import find_shipped_menus
    from poolwijzer.content.read import read_folder

    typer_in_dutch()
    facts = read_folder(find_shipped_menus()).dated_facts.values()
    day = max(fact.checked_on for fact in facts if fact.checked_on)
    program = typer.main.get_command(app)
    # Not what whoever builds has set.
    return dict(
        _pages(
            program, Context(program, info_name="poolwijzer", resilient_parsing=True, **program.context_settings), day
        )
    )


def _pages(command: Command, context: Context, day: date) -> Iterator[tuple[str, bytes]]:
    from typer._click.core import Context

    name = context.command_path.replace(" ", "-")
    below = {one: inner for one, inner in getattr(command, "commands", {}).items() if not inner.hidden}
    yield f"{name}.1", "".join(f"{line}\n" for line in _page(name, command, context, list(below), day)).encode("ascii")
    for one, inner in below.items():
        yield from _pages(
            inner, Context(inner, info_name=one, parent=context, resilient_parsing=True, **inner.context_settings), day
        )


def _page(name: str, command: Command, context: Context, below: list[str], day: date) -> Iterator[str]:
    first, *rest = [" ".join(part.split()) for part in (command.help or "").strip().split("\n\n")]
    yield f'.TH {name.upper()} 1 {day.isoformat()} "Poolwijzer {__version__}" Poolwijzer'
    yield ".nh"  # words are broken as English ones
    yield ".ad l"
    yield ".SH NAAM"
    yield from _lines(f"{name} - {first.rstrip('.')}")
    yield ".SH SAMENVATTING"
    pieces = " ".join(command.collect_usage_pieces(context))
    for english, dutch in (("[OPTIONS]", "[OPTIES]"), ("COMMAND [ARGS]...", "OPDRACHT [ARGUMENTEN]...")):
        pieces = pieces.replace(english, dutch)
    yield f"\\fB{_said(context.command_path)}\\fR"
    yield from _lines(pieces)
    yield ".SH BESCHRIJVING"
    for number, part in enumerate((first, *rest)):
        yield from ([".PP"] if number else [])
        yield from _lines(part)
    parameters = [(one, one.get_help_record(context)) for one in command.get_params(context)]
    arguments = [found for one, found in parameters if found and one.param_type_name == "argument"]
    options = [found for one, found in parameters if found and one.param_type_name == "option"]
    commands = [(one, _short(command, one)) for one in below]
    whole = context.parent is None
    yield from _list("ARGUMENTEN", arguments)
    yield from _list("OPTIES", options)
    yield from _list("OPDRACHTEN", commands)
    yield from _list("BESTANDEN", _FILES if whole else ())
    yield from _list("OMGEVING", _ENVIRONMENT if whole else ())
    yield from _list("EXITSTATUS", _STATUSES if whole else ())
    beside = [f"{name}-{one}" for one in below] or [name.rpartition("-")[0]]
    yield ".SH ZIE OOK"
    yield ",\n".join(f".BR {_said(one)} (1)" for one in sorted(beside))


def _short(group: Command, name: str) -> str:
    inner = group.commands[name]  # type: ignore[attr-defined]
    return " ".join((inner.help or "").strip().partition("\n\n")[0].split())


def _list(title: str, entries: object) -> Iterator[str]:
    found = list(entries)  # type: ignore[call-overload]
    if found:
        yield f".SH {title}"
    for term, text in found:
        yield ".TP"
        yield f"\\fB{_said(term)}\\fR"
        yield from _lines(" ".join(text.replace("[env var: ", "[omgeving: ").split()))


def _lines(text: str) -> Iterator[str]:
    return (f"\\&{line}" if line.startswith(".") else line for line in wrap(_said(text), 79, **_WHOLE_WORDS))


def _said(text: str) -> str:
    """Text as roff shows it: signs that mean something there, and whatever is not plain ASCII, by their names."""
    text = re.sub(r"[\\'`^~|-]", lambda sign: _SIGNS[sign[0]], text)
    return "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)


def write_pages(folder: Path) -> list[Path]:
    """Write every page in a folder, and give where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, page in make_pages().items():
        paths.append(folder / name)
        paths[-1].write_bytes(page)
    return paths


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
