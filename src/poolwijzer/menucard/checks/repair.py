"""Menus with mistakes of shape, read without the parts that are wrong: so that the rest can be checked at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from poolwijzer.content.complete import Menus
from poolwijzer.content.files import MenuFiles
from poolwijzer.content.folders import FOLDERS
from poolwijzer.content.layers import lay_over
from poolwijzer.content.locations import Steps
from poolwijzer.problems import MOST_PROBLEMS, Problem
from poolwijzer.validation.annotations import read_error_path
from poolwijzer.validation.errors import explain_errors
from poolwijzer.yamlfile import Location

MOST_ROUNDS = 20
"""Taking something out can make its list or group wrong, which then goes too; never many times."""
COLLECTIONS = (
    ("vragen", "statements"),
    ("vragen", "context"),
    ("vragen", "maps"),
    ("aandachtspunten", "signals"),
    ("bronnen", "sources"),
    ("begrippen", "terms"),
    ("feiten", "feiten"),
    ("bezwaren", "bezwaren"),
)
"""Where items stand that the rest can do without."""
STAND_IN: dict[str, Any] = {
    **dict.fromkeys(("title", "summary", "better_when", "because", "question", "text", "term", "meaning"), "…"),
    **dict.fromkeys(("evidence", "publisher", "date", "region", "start", "participants"), "…"),
    **{name: ["…"] for name in ("pros", "cons", "preconditions")},
    **{name: {} for name in ("context", "choices", "fit")},
    "rules": [],
    "order": "99",
}
"""What stands where something is missing, so that the rest of its item can be checked."""


@dataclass(frozen=True)
class ReducedFiles:
    """Menu files without some parts, and with stand-ins for others; positions stay those of the files."""

    files: MenuFiles
    out: frozenset[Steps]
    added: frozenset[Steps] = frozenset()
    """Where a stand-in is put for what is missing."""

    @property
    def data(self) -> Any:
        """What is left."""
        return _changed(self.files.data, (), self)

    @property
    def hidden(self) -> frozenset[str]:
        """The ids that are taken off, or taken out: mentions of them are no mistake."""
        return self.files.hidden.union(*(_ids_at(self.files.data, loc) for loc in self.out))

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The place of what is left."""
        return self.files.locate(self.place(loc), key)

    def place(self, loc: Sequence[str | int]) -> Steps:
        """Where something stands with the missing parts counted along."""
        found: Steps = ()
        for step in loc:
            if isinstance(step, int):
                for index in sorted(int(inner[-1]) for inner in self.out if inner[:-1] == found and _is_index(inner)):
                    step = step + 1 if index <= step else step
            found = (*found, step)
        return found


class RepairedMenus(NamedTuple):
    """What is left of the menus, if anything, and what was wrong."""

    menus: Menus | None
    files: ReducedFiles
    problems: tuple[Problem, ...]


def repair_menus(files: MenuFiles) -> RepairedMenus:
    """The menus without what does not fit, and every problem of shape."""
    left = ReducedFiles(files, frozenset())
    problems: tuple[Problem, ...] = ()
    for _ in range(MOST_ROUNDS):
        try:
            return RepairedMenus(Menus.model_validate(left.data), left, problems)
        except ValidationError as error:
            problems = problems or tuple(explain_errors(error, files, Menus))
            if error.error_count() > MOST_PROBLEMS:
                break  # so much is wrong that nobody asks about the rest
            found = [
                (left.place(read_error_path(Menus, item["loc"]).real), item["type"] == "missing")
                for item in error.errors(include_url=False)
            ]
        less = _less(left, found)
        if less is None or less == left:
            break
        left = less
    return RepairedMenus(None, left, problems)


def _less(left: ReducedFiles, wrong: list[tuple[Steps, bool]]) -> ReducedFiles | None:
    """The files without the smallest parts that hold what is wrong or is missing; None where too much would go."""
    out, added, files = set(left.out), set(left.added), left.files
    for loc, missing in wrong:
        if missing and loc[-1] in STAND_IN and loc not in added and _item(loc) not in (None, loc):
            added.add(loc)
            continue
        unit = _unit(loc)
        if unit is not None and (unit not in out or (unit := _item(loc)) is not None):
            out.add(unit)
            continue
        name = "/".join(str(step) for step in loc[: 2 if loc[:1] and loc[0] in FOLDERS else 1])
        file = files.files.get(name)
        if file is None or len(file.layers) < 2:
            return None
        # As if the own file were not there.
        files = replace(files, files={**files.files, name: lay_over(file.layers[1:])})
    return ReducedFiles(files, frozenset(out), frozenset(added))


def _unit(loc: Steps) -> Steps | None:
    """The entry of a list that a place lies in, else the item with an id."""
    for index, step in enumerate(loc):
        if isinstance(step, int):
            return loc[: index + 1]
    return _item(loc)


def _item(loc: Steps) -> Steps | None:
    if loc[:2] in COLLECTIONS and len(loc) > 2:
        return loc[:3]
    if loc[:1] == ("componenten",) and loc[2:3] == ("options",) and len(loc) > 3:
        return loc[:4]
    return loc[:2] if loc and loc[0] in FOLDERS and len(loc) > 1 else None


def _changed(data: Any, here: Steps, left: ReducedFiles) -> Any:
    if not any(loc[: len(here)] == here for loc in left.out | left.added):
        return data
    if isinstance(data, dict):
        kept = {key: _changed(value, (*here, key), left) for key, value in data.items() if (*here, key) not in left.out}
        return {**kept, **{loc[-1]: STAND_IN[str(loc[-1])] for loc in left.added if loc[:-1] == here}}
    if isinstance(data, list):
        pairs = enumerate(data)
        return [_changed(value, (*here, index), left) for index, value in pairs if (*here, index) not in left.out]
    return data


def _ids_at(data: Any, loc: Steps) -> Iterator[str]:
    """The id of an item, and of the options in a component."""
    if _is_index(loc):
        return
    yield str(loc[-1])
    for step in loc:
        data = data.get(step) if isinstance(data, dict) else None
    options = data.get("options") if isinstance(data, dict) else None
    yield from options if isinstance(options, dict) else ()


def _is_index(loc: Steps) -> bool:
    return isinstance(loc[-1], int)
