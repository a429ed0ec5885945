"""The licences of everything that travels inside the frozen program, gathered in a folder of it.

Who spreads a library spreads its licence too; what is in the program decides which those are.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

TEXTS = Path(__file__).with_name("texts")
"""Licences of libraries that do not bring the text along, by their names in SPDX behind `COPYING-`."""
FOLDER = "licenties"
INDEX = "LEESMIJ.txt"
OF_SYSTEM = "van het systeem waarop het programma is gebouwd"
"""Some systems do not keep their licences, which are those of everything on them."""
_LICENCE = re.compile(r"(?i)^(licen[cs]es?|copying|copyright|notice|authors|eupl)\b.*|.*\.cyclonedx\.json$")
"""Names of files that say what one may do with a library; and the lists of what was compiled into it."""
_OF_LIBRARY = re.compile(r"(?i)licen[cs]e")
HEAD = """Poolwijzer bestaat uit deze onderdelen. De tekst van elke licentie staat in de map met dezelfde naam.

"""


class Part(NamedTuple):
    """Something of others that is in the program."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]
    """With its licence."""


class UnlicensedError(Exception):
    """Something in the program does not say what one may do with it."""


def write_licences(sources: Iterable[Path], folder: Path) -> list[Part]:
    """Write the licences of everything that the sources belong to.

    Args:
        sources: Every file that went into the program.
        folder: The folder of the program.

    Raises:
        UnlicensedError: of a part the text of the licence is not there.
    """
    parts = sorted(_parts({source.resolve() for source in sources}), key=lambda part: part.name.lower())
    if bare := [f"{part.name} ({part.licence})" for part in parts if not part.files and part.licence != OF_SYSTEM]:
        raise UnlicensedError(f"These bring no licence, and {TEXTS.name}/ has none for them: {', '.join(bare)}")
    target = folder / FOLDER
    for part in parts:
        home = target / f"{part.name}-{part.version}".rstrip("-")
        for path in part.files:
            home.mkdir(parents=True, exist_ok=True)
            copy = home / path.name
            number = 2
            while copy.exists():
                copy = home / f"{path.stem}-{number}{path.suffix}"
                number += 1
            shutil.copyfile(path, copy)
    rows = "".join(f"{part.name} {part.version}: {part.licence or 'zie de map'}\n" for part in parts)
    (target / INDEX).write_text(HEAD + rows, encoding="utf-8")
    return parts


def _parts(sources: set[Path]) -> Iterator[Part]:
    left = set(sources)
    for one in distributions():
        home = Path(str(one.locate_file(""))).resolve()
        files = {Path(normpath(home / path)) for path in one.files or ()}
        # PyInstaller puts its own beginning in the program.
        if files & sources or one.name == "pyinstaller":
            yield _part(one)
        left -= files
    yield Part("Python", platform.python_version(), "PSF-2.0", tuple(_python_licences()))
    base = Path(sys.base_prefix).resolve()
    prefix = Path(sys.prefix).resolve()
    yield from _of_system(path for path in left if base not in path.parents and prefix not in path.parents)


def _part(one: Distribution) -> Part:
    files = [Path(str(one.locate_file(path))) for path in one.files or () if _LICENCE.match(path.name)]
    told = one.metadata
    said = [(told.get_all(field) or [""])[0].strip() for field in ("License-Expression", "License")]
    classes = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if _OF_LIBRARY.match(line)]
    licence = next(filter(None, said), ", ".join(classes)).partition("\n")[0]
    known = [*filter(Path.is_file, files), *filter(Path.is_file, [TEXTS / f"COPYING-{licence}.txt"])]
    return Part(one.name, one.version, licence, tuple(known))


def _python_licences() -> Iterator[Path]:
    """Where Python keeps its licence: beside the standard library, at its top, or where the system keeps all."""
    version = sysconfig.get_python_version()
    for path in (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/python{version}/copyright"),
    ):
        if path.is_file():
            yield path
            return
    raise UnlicensedError("The licence of Python is not where it should be.")


def _of_system(paths: Iterable[Path]) -> Iterator[Part]:
    """Libraries that came from the system on which it was built; Debian and Ubuntu know their licences."""
    packages = {}
    for path in paths:
        package = _debian_package(path)
        packages[package or path.name] = package
    for name, package in packages.items():
        copyright_file = Path("/usr/share/doc", package or "-", "copyright")
        found = (copyright_file,) if copyright_file.is_file() else ()
        yield Part(name, "", OF_SYSTEM, found)


def _debian_package(path: Path) -> str:
    """The package that a file belongs to; it may have been installed before folders moved into `/usr`."""
    if not shutil.which("dpkg-query"):
        return ""
    for name in (str(path), str(path).removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""
