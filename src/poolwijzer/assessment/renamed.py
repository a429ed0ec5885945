"""Following ids that the menus renamed: an old file says the same under the new ids, with a remark for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from poolwijzer.assessment.check import Loc
from poolwijzer.content.content import Content
from poolwijzer.content.renamed import latest
from poolwijzer.problems import Problem, quoted
from poolwijzer.yamlfile import Document
from poolwijzer.yamlfile.document import Group, Placed, Series, Spot


class Followed(NamedTuple):
    """A file with the present ids, a remark for each old one, and the places where the old one was left."""

    document: Placed
    remarks: tuple[Problem, ...] = ()
    left: frozenset[Loc] = frozenset()
    """Where the new id stands in the file as well: that one counts, and the old one is kept."""


def with_present_ids(document: Placed, content: Content) -> Followed:
    """The same file under the ids that the menus have now; positions stay those of the file."""
    if not any(content.typology.renamed.every().values()):
        return Followed(document)
    follower = _Follower(document, content)
    data, spot = follower.top(document.data, document.spot)
    return Followed(Document(document.path, data, spot), tuple(follower.remarks), frozenset(follower.left))


class _Follower:
    """One walk through a file, along the places that hold ids."""

    def __init__(self, document: Placed, content: Content) -> None:
        self._document = document
        self._content = content
        self._renamed = content.typology.renamed
        self.remarks: list[Problem] = []
        self.left: list[Loc] = []

    def top(self, data: Any, spot: Spot) -> tuple[Any, Spot]:
        data, spot = self._measurement(data, spot, ())
        data, spot = self._each(data, spot, ("measurements",), self._measurement)
        return self._inside(data, spot, ("choices",), self._choices)

    def _measurement(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        data, spot = self._inside(data, spot, (*loc, "answers"), self._answers)
        data, spot = self._each(data, spot, (*loc, "responses"), self._response)
        data, spot = self._inside(data, spot, (*loc, "estimate"), self._estimate)
        return self._inside(data, spot, (*loc, "context"), self._context)

    def _response(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        return self._inside(data, spot, (*loc, "answers"), self._answers)

    def _answers(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        return self._keys(data, spot, loc, "De stelling", self._renamed.statements, self._content.statements)

    def _estimate(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        return self._keys(data, spot, loc, "De as", self._renamed.axes, self._content.typology.axes)

    def _context(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        renamed, asked = self._renamed.context, self._content.context
        # What is inside comes first: its place is still found under the key of the file.
        for key in data if isinstance(data, dict) else ():
            question = latest(key, renamed, asked)
            if question in self._renamed.answers and question in asked:
                names, known = self._renamed.answers[question], asked[question].answers
                data = {**data, key: self._ids(data[key], (*loc, key), "Het antwoord", names, known)}
        return self._keys(data, spot, loc, "De contextvraag", renamed, asked)

    def _choices(self, data: Any, spot: Spot, loc: Loc) -> tuple[Any, Spot]:
        content = self._content
        for component in data if isinstance(data, dict) else ():
            for name in ("options", "considering"):
                choice = data[component]
                if isinstance(choice, dict) and name in choice:
                    here = (*loc, component, name)
                    options = self._ids(choice[name], here, "De optie", self._renamed.options, content.options)
                    data = {**data, component: {**choice, name: options}}
        return self._keys(data, spot, loc, "De component", self._renamed.components, content.components)

    def _inside(self, data: Any, spot: Spot, loc: Loc, follow: Any) -> tuple[Any, Spot]:
        """What follows renames in the value at the last step of a loc."""
        step = loc[-1]
        if not (isinstance(data, dict) and isinstance(spot, Group) and step in data):
            return data, spot
        value, place = follow(data[step], spot.values[str(step)], loc)
        return {**data, step: value}, spot._replace(values={**spot.values, str(step): place})

    def _each(self, data: Any, spot: Spot, loc: Loc, follow: Any) -> tuple[Any, Spot]:
        """The same for every item of the list at the last step of a loc."""

        def items(value: Any, place: Spot, here: Loc) -> tuple[Any, Spot]:
            if not (isinstance(value, list) and isinstance(place, Series)):
                return value, place
            pairs = [
                follow(item, inner, (*here, index))
                for index, (item, inner) in enumerate(zip(value, place.values, strict=True))
            ]
            return [item for item, _ in pairs], place._replace(values=[inner for _, inner in pairs])

        return self._inside(data, spot, loc, items)

    def _keys(
        self, data: Any, spot: Spot, loc: Loc, kind: str, names: Mapping[str, str], known: Mapping[str, object]
    ) -> tuple[Any, Spot]:
        """A group under its present keys, in the order of the file."""
        if not (isinstance(data, dict) and isinstance(spot, Group)):
            return data, spot
        present = dict(self._present(data, loc, kind, names, known))
        return (
            {present[key]: value for key, value in data.items()},
            Group(
                spot.mark,
                {present[key]: mark for key, mark in spot.keys.items()},
                {present[key]: inner for key, inner in spot.values.items()},
            ),
        )

    def _present(
        self, data: Mapping[str, Any], loc: Loc, kind: str, names: Mapping[str, str], known: Mapping[str, object]
    ) -> Iterator[tuple[str, str]]:
        taken = set(data)
        for key in data:
            now = latest(key, names, known)
            if now == key:
                yield key, key
            elif now in taken:
                self.left.append((*loc, key))
                self._remark((*loc, key), f"{kind} {quoted(key)} heet nu {quoted(now)}. Die staat er ook; die telt.")
                yield key, key
            else:
                taken.add(now)
                self._remark((*loc, key), f"{kind} {quoted(key)} heet nu {quoted(now)}. Zo telt dit mee.")
                yield key, now

    def _ids(self, value: Any, loc: Loc, kind: str, names: Mapping[str, str], known: Mapping[str, object]) -> Any:
        """Ids as values: one, a list, or inside `kind` or `source`."""
        if isinstance(value, list):
            return [self._ids(item, (*loc, index), kind, names, known) for index, item in enumerate(value)]
        if isinstance(value, dict):
            inside = {key: self._ids(value[key], (*loc, key), kind, names, known) for key in _INSIDE if key in value}
            return {**value, **inside}
        if not isinstance(value, str) or (now := latest(value, names, known)) == value:
            return value
        self._remark(loc, f"{kind} {quoted(value)} heet nu {quoted(now)}. Zo telt dit mee.", key=False)
        return now

    def _remark(self, loc: Loc, message: str, *, key: bool = True) -> None:
        where = self._document.locate(loc, key)
        self.remarks.append(Problem(where.path, message, "", where.line, where.column))


_INSIDE = ("kind", "source")
"""Where the id of an answer stands that has more to it: a name, or a year."""
