"""The files that menus are made of: those that come with the program, and an own folder laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from poolwijzer.content.folders import FOLDERS, find_own_menus, find_shipped_menus, list_yaml
from poolwijzer.content.layers import HIDE, LayeredFile, lay_over
from poolwijzer.content.moved import list_gone, settle_moved
from poolwijzer.problems import InputError, Problem, did_you_mean
from poolwijzer.yamlfile import Document, Location, read_document

SINGLE = (
    "typologie",
    "vragen",
    "aandachtspunten",
    "samenhang",
    "stappenplan",
    "bronnen",
    "begrippen",
    "feiten",
    "eerste-stappen",
    "bezwaren",
    "vervolg",
)
NEEDED = ("typologie", "vragen")
EXTENDS = "extends"
MOST_FILES = 200
MOST_BYTES = 8 * 1024 * 1024
"""Of all menu files in one folder together: some twenty times what the shipped menus take."""

_Read = tuple[dict[str, Document], list[Problem]]
"""By name the files that can be read, and what is wrong with the others."""


@dataclass(frozen=True)
class MenuFiles:
    """All menu files that count as one tree, each by its name: `componenten`, `vorm`, and so on.

    A position in the tree is the position in the file it came from.
    """

    files: dict[str, LayeredFile]
    """By name without suffix, such as `componenten/vorm`."""
    hidden: frozenset[str]
    """The ids an own folder took off, and for one those that went since it may have been made."""
    remarks: tuple[Problem, ...] = ()
    """What an own folder says that moved since it was made."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """The merged data of all files."""
        tree: dict[str, Any] = {}
        for name, file in self.files.items():
            folder, slash, item = name.partition("/")
            if slash:
                tree.setdefault(folder, {})[item] = file.data
            else:
                tree[folder] = file.data
        return tree

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The place of a value, or of the key it stands at."""
        depth = 2 if loc and loc[0] in FOLDERS else 1
        return self.files["/".join(str(step) for step in loc[:depth])].locate(loc[depth:], key)


def read_menu_files(own: Path | None, base: Path | None = None) -> MenuFiles:
    """Find and merge the files.

    Args:
        own: an own folder; else the one in `POOLWIJZER_MENUS`; else none.
        base: what an own folder lies over, other than the shipped menus.

    Raises:
        InputError: a folder or file that cannot be used; files that are not YAML are told all at once.
    """
    files, problems = read_usable_files(find_own_menus(own), base)
    if problems:
        raise InputError(problems)
    return files


def read_base_files(base: Path) -> MenuFiles:
    """The files of one folder, with no own folder over them.

    Raises:
        InputError: as for `read_menu_files`.
    """
    files, problems = read_usable_files(None, base)
    if problems:
        raise InputError(problems)
    return files


def list_menu_files(own: Path | None) -> list[Path]:
    """Every file that menus are read from: those of an own folder, and those it lies over.

    Raises:
        InputError: there is no such folder.
    """
    folders = (find_own_menus(own), find_shipped_menus())
    return [path for folder in folders if folder for path in list_yaml(folder)]


def read_usable_files(own: Path | None, base: Path | None = None) -> tuple[MenuFiles, list[Problem]]:
    """The files that can be read, merged, and what is wrong with the others; `own` None is the shipped ones alone.

    Raises:
        InputError: the folder as a whole cannot be used.
    """
    problems: list[Problem] = []
    files = _merged_files(own, base or find_shipped_menus(), problems)
    off = {name for name, file in files.items() if file.off}
    if found := [_indispensable(files[name]) for name in NEEDED if name in off]:
        raise InputError(found)
    # With a file its own id is off too: components and cases are known by the name of their file.
    hidden = frozenset(name.rpartition("/")[2] for name in off).union(*(file.hidden for file in files.values()))
    left = {name: file for name, file in files.items() if not file.off}
    hidden |= list_gone(left) if own else set()
    return MenuFiles(left, hidden, tuple(settle_moved(left))), problems


def _merged_files(own: Path | None, base: Path, problems: list[Problem]) -> dict[str, LayeredFile]:
    """Every menu file by its name without suffix, such as `componenten/vorm`."""
    own_documents, base_documents = dict[str, Document](), dict[str, Document]()
    if own:
        own_documents, found = _documents(own)
        problems += found
    if not _starts_from_nothing(own_documents):
        base_documents, found = _shipped() if base == find_shipped_menus() else _documents(base)
        problems += found
    elif not problems and (problem := _missing_basis(own_documents)):
        raise InputError([problem])
    return {
        name: lay_over([layer[name] for layer in (own_documents, base_documents) if name in layer])
        for name in sorted({*own_documents, *base_documents})
    }


@cache
def _shipped() -> _Read:
    """The files that come with the program: part of it, and so read once a process."""
    return _documents(find_shipped_menus())


def _starts_from_nothing(own: dict[str, Document]) -> bool:
    """Whether the own typology says `extends: none`; the word itself is no part of the typology."""
    typology = own.get("typologie")
    if typology is None or not isinstance(typology.data, dict) or EXTENDS not in typology.data:
        return False
    value = typology.data.pop(EXTENDS)
    if value != "none":
        where = typology.locate([EXTENDS])
        hint = "Laat de regel weg om op de gewone menu's voort te bouwen."
        message = "Achter 'extends' kan alleen none staan."
        raise InputError(Problem(where.path, message, hint, where.line, where.column))
    return True


def _indispensable(file: LayeredFile) -> Problem:
    where = file.locate([HIDE])
    message = "Dit bestand is altijd nodig en kan niet worden verborgen."
    return Problem(where.path, message, f"Haal '{HIDE}: true' weg.", where.line, where.column)


def _missing_basis(own: dict[str, Document]) -> Problem | None:
    typology = own["typologie"]
    if not typology.data:
        return Problem(
            typology.path,
            "Er staat 'extends: none', maar er is geen typologie.",
            "Zet in dit bestand de assen, de grenzen en de plekken, of haal 'extends: none' weg.",
        )
    for name in NEEDED:
        if name not in own:
            return Problem(
                str(Path(typology.path).parent / f"{name}.yaml"),
                "Dit bestand ontbreekt, en de typologie zegt 'extends: none'.",
                "Maak het, of haal 'extends: none' weg.",
            )
    return None


def _documents(folder: Path) -> _Read:
    """The files of a folder that can be read, and what is wrong with the others."""
    documents, problems = dict[str, Document](), list[Problem]()
    paths = list(islice(list_yaml(folder), MOST_FILES + 1))
    if problem := _too_much(folder, paths):
        raise InputError(problem)
    for path in paths:
        name = path.relative_to(folder).with_suffix("").as_posix()
        if problem := _not_menu_files(name, path) or _twice(name, path, documents):
            problems.append(problem)
            continue
        try:
            documents[name] = read_document(path)
        except InputError as error:
            problems.extend(error.problems)
    problems.extend(_misnamed_folders(folder))
    if not documents and not problems:
        hint = "Een map met menu's heeft bijvoorbeeld een bestand typologie.yaml of een map componenten."
        raise InputError([Problem(str(folder), "In deze map staat geen menubestand.", hint)])
    return documents, problems


def _too_much(folder: Path, paths: Sequence[Path]) -> Problem | None:
    if len(paths) > MOST_FILES:
        message = f"In deze map staan meer dan {MOST_FILES} menubestanden."
        return Problem(str(folder), message, "Kijk of dit de goede map is, of haal bestanden weg.")
    if sum(path.stat().st_size for path in paths) > MOST_BYTES:
        message = f"De menubestanden in deze map zijn samen groter dan {MOST_BYTES // 1024**2} MB."
        return Problem(str(folder), message, "Kijk of dit de goede map is, of haal bestanden weg.")
    return None


def _twice(name: str, path: Path, documents: Mapping[str, Document]) -> Problem | None:
    if name not in documents:
        return None
    return Problem(str(path), f"Dit menubestand is er ook als {Path(documents[name].path).name}.", "Houd er één over.")


def _misnamed_folders(folder: Path) -> Iterator[Problem]:
    """Folders that look like one of ours but are not read: somebody's work would silently not count."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in FOLDERS and (hint := did_you_mean(path.name, FOLDERS)):
            yield Problem(str(path), "Deze map wordt niet gelezen.", hint)


def _not_menu_files(name: str, path: Path) -> Problem | None:
    if "/" in name or name in SINGLE:
        return None
    hint = (
        did_you_mean(name, SINGLE)
        or f"Hier horen alleen: {', '.join(SINGLE)}. Componenten staan in de map componenten."
    )
    return Problem(str(path), "Dit is geen bekend menubestand.", hint)
