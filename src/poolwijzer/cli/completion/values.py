"""What the value of an option or an argument can be: its choices, else by what stands for it in the help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from poolwijzer.cli.completion import given, menus
from poolwijzer.cli.completion.choices import tell_choice
from poolwijzer.cli.completion.files import suggest_files, suggest_outputs
from poolwijzer.forms.registry import SURVEYS
from poolwijzer.tables.registry import TABLES_IN

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

    from poolwijzer.cli.completion.answer import Suggestion

INITIATIVE = (".yaml", ".yml", ".json")
STYLE = (".yaml", ".yml")
LEDGER = (".csv",)
TABLES = tuple(TABLES_IN)
FREE = frozenset(
    {
        "AANTAL",
        "ADRES",
        "AFSPRAAK",
        "ANTWOORD",
        "BEHOEFTE",
        "DEEL",
        "HANDEN",
        "JAAR",
        "JJJJ-MM-DD",
        "KEUZE",
        "MINUTEN",
        "NAAM",
        "PLEK",
        "PLEKKEN",
        "RIJ",
        "STRIPPEN",
        "TEKST",
        "UREN",
    }
)
"""What stands for a value that only who types it knows."""
_BESIDE = {"style": STYLE, "template": (".docx",), "files": (*INITIATIVE, *TABLES)}
"""The suffixes of files by the name of a parameter, where these are other than those of an initiative."""


def _files(*suffixes: str) -> Callable[[Context, Parameter, str], Iterable[Suggestion]]:
    return lambda context, parameter, begun: _bare(suggest_files(begun, suffixes or None))


def _file(context: Context, parameter: Parameter, begun: str) -> Iterable[Suggestion]:
    name = parameter.name or ""
    # Of several files those of a match may be tables; a comparison has initiatives alone.
    several = name == "files" and context.info_name != "match"
    return _bare(suggest_files(begun, INITIATIVE if several else _BESIDE.get(name, INITIATIVE)))


def _output(context: Context, parameter: Parameter, begun: str) -> Iterable[Suggestion]:
    return _bare(suggest_outputs(begun, _suffixes(parameter) or INITIATIVE))


def _kind(context: Context, parameter: Parameter, begun: str) -> Iterable[Suggestion]:
    """What `-` can be: the suffixes of the other option, without their point."""
    (output,) = [one for one in context.command.params if one.name == "output"]
    also = SURVEYS if context.info_name == "form" else ()
    return _bare([*(suffix.removeprefix(".") for suffix in _suffixes(output)), *also])


def _kinds(context: Context, parameter: Parameter, begun: str) -> Iterable[Suggestion]:
    from poolwijzer.formats.registry import known_suffixes

    head, comma, _ = begun.rpartition(",")
    return _bare(f"{head}{comma}{suffix.removeprefix('.')}" for suffix in known_suffixes())


def _suffixes(parameter: Parameter) -> list[str]:
    """The suffixes that the help of an option names."""
    return re.findall(r"(?<=[(\s\w])\.[a-z]+\b", getattr(parameter, "help", None) or "")


def _bare(values: Iterable[str]) -> Iterator[Suggestion]:
    return ((value, "") for value in values)


BY_PLACEHOLDER: dict[str, Callable[[Context, Parameter, str], Iterable[Suggestion]]] = {
    "ANTWOORDEN": _files(),
    "BESTAND": _file,
    "BRON": given.sources,
    "CODE": given.codes,
    "COMPONENT": menus.components,
    "GEMEENTE": given.municipalities,
    "GROEP": given.groups,
    "ID": menus.cases,
    "KOPIE": _files(*LEDGER),
    "KOPPELING": _files(*STYLE),
    "LOGBOEK": _files(*LEDGER),
    "MAP": lambda context, parameter, begun: _bare(suggest_files(begun, (".",))),
    "NAMEN": given.several_municipalities,
    "ONDERDEEL": menus.parts,
    "OPTIE": menus.options,
    "PAD...": _files(*INITIATIVE, *TABLES),
    "PRODUCT": menus.products,
    "SOORT": _kind,
    "SOORTEN": _kinds,
    "STUK": menus.papers,
    "TABEL": _files(*TABLES),
    "TWIJFEL": menus.doubts,
    "UITVOER": _output,
    "VERSIE": menus.versions,
    "WOORD": menus.words,
}
"""What can be suggested, by what stands for a value in the help."""


def suggest_values(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """The values of a parameter that begin so, whatever their capitals."""
    kind = parameter.type_descriptor  # type: ignore[attr-defined]
    if kind.is_choice:
        found: Iterable[Suggestion] = ((str(one), tell_choice(parameter.name or "", str(one))) for one in kind.choices)
    else:
        suggest = BY_PLACEHOLDER.get((parameter.metavar or "").strip("[]"))
        found = suggest(context, parameter, begun) if suggest else ()
    lowered = begun.lower()
    return (one for one in found if one[0].lower().startswith(lowered))
