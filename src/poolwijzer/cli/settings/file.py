"""One `poolwijzer.toml`: what can stand in it, and what each setting says at which line.

It is read with the library of Python itself, which tells no places: a key is sought where the file up to it is whole.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field

from poolwijzer.infile import leads_out, read_file
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.validation import Fault, Model, Text, Whole, validate
from poolwijzer.validation.model import WrongKind
from poolwijzer.yamlfile.document import Location

LARGEST = 4096
"""Bytes: three lines need no more, and a key is sought by reading the beginning again."""
_SYNTAX = r"(?s)(.*) \(at (?:line (\d+), column (\d+)|end of document)\)"
_HOW = 'Schrijf elke regel zo: menus = "mijn-menus". Een tekst staat tussen aanhalingstekens.'
_STROKES = 'Schrijf een pad met gewone strepen, zoals "D:/poolwijzer/menus".'


def _read_path(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongKind("Hier hoort tekst.", _HOW)
    if any(sign < " " for sign in value):  # what TOML reads of the strokes of Windows, as in "C:\\temp"
        raise Fault(f"{quote(value)} is geen pad.", _STROKES)
    return value


_Path = Annotated[Text, BeforeValidator(_read_path)]


class SettingsFile(Model, description="Wat voor alle opdrachten geldt, tenzij een opdracht het zelf anders vraagt."):
    """What can be set."""

    style: _Path | None = Field(None, description="De huisstijl: een bestand met naam, logo en kleuren (.yaml).")
    menus: _Path | None = Field(None, description="Een eigen map met menu's, over de gewone heen.")
    minutes: Annotated[Whole, Field(ge=1, le=600)] | None = Field(
        None, description="Hoeveel minuten u hebt voor een gesprek (assess)."
    )


class Setting(NamedTuple):
    """A value, and where it stands."""

    value: Any
    place: Location
    of_folder: bool
    """Whether it stands in the folder where somebody works, which may be a stranger's."""

    @property
    def origin(self) -> str:
        """As in *uit poolwijzer.toml:3*."""
        return f"uit {self.place.path}:{self.place.line}"


def read_settings(path: Path, shown: str, *, of_folder: bool) -> Mapping[str, Setting]:
    """What a file says, by its keys; a path in it begins at the folder of the file.

    Args:
        path: The file.
        shown: What it is called in messages.
        of_folder: Whether it stands in the folder where somebody works. Then it may be a stranger's, as after unpacking
            a download, and can only name what lies in that folder.

    Raises:
        InputError: with every problem in it.
    """
    toml = _read_toml(path, shown)
    found = validate(SettingsFile, toml)
    told = {key: Setting(value, toml.locate([key]), of_folder) for key, value in found if value is not None}
    for key in told.keys() & {"style", "menus"}:
        setting = told[key]
        if of_folder and _is_outside(path.parent, setting.value):
            message = (
                f"{quote(setting.value)} ligt buiten deze map. Een {path.name} kan alleen noemen wat ernaast ligt."
            )
            hint = f"Noem het met --{key}, of zet het in {path.name} in uw persoonlijke map."
            raise InputError(setting.place.problem(message, hint))
        # In a folder `~` is a name like any other, or it would lead out.
        named = setting.value if of_folder else os.path.expanduser(setting.value)  # noqa: PTH111 - never an error
        told[key] = setting._replace(value=path.parent / named)
    return told


def _is_outside(folder: Path, name: str) -> bool:
    """Whether a name leads out of a folder, by its text or by a link: what is unpacked can have links too."""
    return leads_out(name) or not Path(os.path.realpath(folder / name)).is_relative_to(os.path.realpath(folder))


@dataclass(frozen=True)
class _Toml:
    """A file of TOML, with the line of every key at its top."""

    path: str
    data: dict[str, Any]
    lines: Sequence[str]

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The place of a key; of what stands deeper that of the key above it."""
        name = re.escape(str(loc[0])) if loc else ""
        for number, line in enumerate(self.lines):
            begins = re.match(rf"\s*\[*\s*[\"']?{name}[\"']?\s*[].=]", line)
            if begins and _is_whole(self.lines[:number]):
                return Location(self.path, number + 1, len(line) - len(line.lstrip()) + 1)
        return Location(self.path, 1, 1)


def _is_whole(lines: Sequence[str]) -> bool:
    """Whether lines end outside a text or a list."""
    import tomllib

    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _read_toml(path: Path, shown: str) -> _Toml:
    import tomllib  # only where there is a file

    from poolwijzer.yamlfile.reader import decode_text

    raw = read_file(path, LARGEST)
    if len(raw) > LARGEST:
        raise InputError(
            Problem(shown, f"Dit bestand is groter dan {LARGEST} bytes.", "Het heeft hooguit drie regels.")
        )
    text = decode_text(raw, shown).replace("\r\n", "\n")
    try:
        return _Toml(shown, tomllib.loads(text), text.split("\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.fullmatch(_SYNTAX, str(error))
        line, column = (int(found[2]), int(found[3])) if found and found[2] else (text.rstrip().count("\n") + 1, 1)
        message, hint = "Deze regel is geen TOML.", _HOW
        if "\\" in text.split("\n")[line - 1]:
            hint = _STROKES
        elif re.search("overwrite|twice", str(error)):
            message, hint = "Dit woord staat hier al.", "Haal een van de twee regels weg."
        raise InputError(Problem(shown, message, hint, line, column)) from None
