"""Following ids that the menus renamed: an old file says the same under the new ids, with a remark for each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from poolwijzer.assessment.check import DOTS
from poolwijzer.assessment.mismatch import Loc
from poolwijzer.content.content import Content
from poolwijzer.content.renames import find_current_id
from poolwijzer.problems import Problem, quote
from poolwijzer.yamlfile import LocatedDocument, Location

_INSIDE = ("kind", "source")
"""Where the id of an answer stands that has more to it: a name, or a year."""

_Follow = Callable[[Any, Loc], Any]


class FollowedRenames(NamedTuple):
    """A file with the present ids, a remark for each old one, and the places where the old one was left."""

    document: LocatedDocument
    remarks: tuple[Problem, ...] = ()
    left: frozenset[Loc] = frozenset()
    """Where the new id stands in the file as well: that one counts, and the old one is kept."""


class RenamedDocument(NamedTuple):
    """A file under other names than those in it; a position is found under what was typed."""

    path: str
    data: Any
    typed: Mapping[Loc, str]
    document: LocatedDocument

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        real = [self.typed.get((*loc[:index], step), step) for index, step in enumerate(loc)]
        return self.document.locate(real, key)


def follow_renames(document: LocatedDocument, content: Content) -> FollowedRenames:
    """The same file under the ids that the menus have now; positions stay those of the file."""
    if not any(names for (kind, *_), names in content.typology.renamed.every().items() if kind != "facets"):
        return FollowedRenames(document)
    follower = _Follower(document, content)
    present = RenamedDocument(document.path, follower.top(document.data), follower.typed, document)
    return FollowedRenames(present, tuple(follower.remarks), frozenset(follower.left))


class _Follower:
    """One walk through a file, along the places that hold ids."""

    def __init__(self, document: LocatedDocument, content: Content) -> None:
        self._document = document
        self._content = content
        self._renamed = content.typology.renamed
        self.remarks: list[Problem] = []
        self.left: list[Loc] = []
        self.typed: dict[Loc, str] = {}

    def top(self, data: Any) -> Any:
        data = self._each(self._measurement(data, ()), (), "measurements", self._measurement)
        return _inside(data, (), "choices", self._choices)

    def _measurement(self, data: Any, loc: Loc) -> Any:
        data = self._each(self._response(data, loc), loc, "responses", self._response)
        data = _inside(data, loc, "estimate", self._estimate)
        return _inside(data, loc, "context", self._context)

    def _response(self, data: Any, loc: Loc) -> Any:
        return _inside(data, loc, "answers", self._answers)

    def _answers(self, data: Any, loc: Loc) -> Any:
        return self._keys(data, loc, "De stelling", self._renamed.statements, self._content.statements)

    def _estimate(self, data: Any, loc: Loc) -> Any:
        return self._keys(data, loc, "De as", self._renamed.axes, {DOTS: None, **self._content.typology.axes})

    def _context(self, data: Any, loc: Loc) -> Any:
        renamed, asked = self._renamed.context, self._content.context
        for key in data if isinstance(data, dict) else ():
            question = find_current_id(key, renamed, asked)
            if question in self._renamed.answers and question in asked:
                names, known = self._renamed.answers[question], asked[question].answers
                data = {**data, key: self._ids(data[key], (*loc, key), "Het antwoord", names, known)}
        return self._keys(data, loc, "De contextvraag", renamed, asked)

    def _choices(self, data: Any, loc: Loc) -> Any:
        def options(value: Any, here: Loc) -> Any:
            return self._ids(value, here, "De optie", self._renamed.options, self._content.options)

        if isinstance(data, dict):
            data = dict(data)
            for component in data:
                for name in ("options", "considering"):
                    data[component] = _inside(data[component], (*loc, component), name, options)
        return self._keys(data, loc, "De component", self._renamed.components, self._content.components)

    @staticmethod
    def _each(data: Any, loc: Loc, name: str, follow: _Follow) -> Any:
        """What follows renames in every item of the list under a name."""

        def items(value: Any, here: Loc) -> Any:
            if not isinstance(value, list):
                return value
            return [follow(item, (*here, index)) for index, item in enumerate(value)]

        return _inside(data, loc, name, items)

    def _keys(self, data: Any, loc: Loc, kind: str, names: Mapping[str, str], known: Mapping[str, object]) -> Any:
        """A group under its present keys, in the order of the file."""
        if not isinstance(data, dict):
            return data
        taken, present = set(data), {}
        for key, value in data.items():
            now = find_current_id(key, names, known)
            if now != key and now in taken:
                self.left.append((*loc, key))
                self._remark((*loc, key), f"{kind} {quote(key)} heet nu {quote(now)}. Die staat er ook; die telt.")
                now = key
            elif now != key:
                taken.add(now)
                self.typed[*loc, now] = key
                self._remark((*loc, key), f"{kind} {quote(key)} heet nu {quote(now)}. Zo telt dit mee.")
            present[now] = value
        return present

    def _ids(self, value: Any, loc: Loc, kind: str, names: Mapping[str, str], known: Mapping[str, object]) -> Any:
        """Ids as values: one, a list, or inside `kind` or `source`."""
        if isinstance(value, list):
            return [self._ids(item, (*loc, index), kind, names, known) for index, item in enumerate(value)]
        if isinstance(value, dict):
            inside = {key: self._ids(value[key], (*loc, key), kind, names, known) for key in _INSIDE if key in value}
            return {**value, **inside}
        if not isinstance(value, str) or (now := find_current_id(value, names, known)) == value:
            return value
        self._remark(loc, f"{kind} {quote(value)} heet nu {quote(now)}. Zo telt dit mee.", key=False)
        return now

    def _remark(self, loc: Loc, message: str, *, key: bool = True) -> None:
        self.remarks.append(self._document.locate(loc, key).problem(message))


def _inside(data: Any, loc: Loc, name: str, follow: _Follow) -> Any:
    """What follows renames in the value under a name."""
    if not (isinstance(data, dict) and name in data):
        return data
    return {**data, name: follow(data[name], (*loc, name))}
