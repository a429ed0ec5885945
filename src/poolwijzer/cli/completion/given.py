"""What the file or folder on the command line holds: its municipalities, its money, its groups.

It is read as it is, and never checked: who is typing wants to choose, and hears of mistakes from the command itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.problems import InputError

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

    from poolwijzer.cli.completion.answer import Suggestion


def municipalities(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """The municipalities of the initiative; all there are where it names none."""
    named = _of(_data(context), "initiative", "municipalities")
    found = named if isinstance(named, list) else []
    yield from ((str(name), "") for name in found) if found else _all_municipalities()


def several_municipalities(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Municipalities with a stroke between them."""
    head, stroke, _ = begun.rpartition("|")
    yield from ((f"{head}{stroke}{name}", meaning) for name, meaning in _all_municipalities())


def sources(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Where the money of the initiative comes from."""
    income = _of(_data(context), "costs", "income")
    names = [one.get("from") for one in income if isinstance(one, dict)] if isinstance(income, list) else []
    yield from ((str(name), "") for name in dict.fromkeys(filter(None, names)))


def groups(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """The groups of a session."""
    from poolwijzer.workshop.plan_file import plan_path

    found = _of(_read(plan_path(Path(context.params.get("folder") or "."))), "groups")
    yield from ((str(one), "") for one in (found if isinstance(found, dict) else {}))


def codes(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """The lines of a ledger by their codes, the last one first."""
    from poolwijzer.cli.strips.sources import ledger_path
    from poolwijzer.strips.read import read_ledger

    file, ledger = context.params.get("file"), context.params.get("ledger")
    if file is not None:
        for line in reversed(read_ledger(ledger_path(file, ledger)).lines):
            yield line.id, f"{line.day} {line.municipality} {line.product}"


def _all_municipalities() -> Iterator[Suggestion]:
    from poolwijzer.municipalities import list_municipalities

    return ((one.name, f"gemeente in {one.province}") for one in list_municipalities())


def _data(context: Context) -> Any:
    file = context.params.get("file") or context.params.get("initiative")
    return _read(file) if isinstance(file, Path) else None


def _read(path: Path) -> Any:
    from poolwijzer.yamlfile import read_document

    with suppress(InputError):
        return read_document(path).data
    return None


def _of(data: Any, *keys: str) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data
