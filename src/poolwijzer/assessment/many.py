"""Respondents by the hundred thousand: kept as numbers, and made one by one for who goes past them.

They repeat themselves: there are a few answers to a statement, and as many organisations as there are. So every part of
a respondent has a number, and these numbers are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from poolwijzer.assessment.model import Organisation, Response

_HEAD = tuple(name for name in Response.model_fields if name not in ("id", "answers"))


class ManyResponses(Sequence[Response]):
    """Very many respondents, who take little memory as long as nobody holds them all.

    They stand in an initiative where a tuple would.
    """

    def __init__(self) -> None:
        """None yet."""
        self._ids: list[str] = []
        self._begins = array("Q")
        """Where the numbers of each begin: that of its head, of its statements, and of every answer."""
        self._numbers = array("I")
        self._parts: list[Any] = []
        self._number_of: dict[Any, int] = {}
        self.organisations: dict[tuple[str, str], Organisation] = {}
        """Every one that answers, by its kind and name: the same for all who answer on its behalf."""

    def extend(self, responses: Iterable[Response]) -> None:
        """Some more."""
        for one in responses:
            own = one.organisation
            organisation = self.organisations.setdefault((own.kind, own.name), own)
            head = tuple(organisation if name == "organisation" else getattr(one, name) for name in _HEAD)
            key = (id(organisation), *head[1:], frozenset(one.model_fields_set))
            self._ids.append(one.id)
            self._begins.append(len(self._numbers))
            statements = tuple(one.answers)
            self._numbers.append(self._number(key, (head, key[-1])))
            self._numbers.append(self._number(statements, statements))
            # A bare answer is one and the same value wherever it stands; what has a note stands here once.
            self._numbers.extend([self._number(id(answer), answer) for answer in one.answers.values()])

    def _number(self, key: Any, part: Any) -> int:
        found = self._number_of.get(key)
        if found is None:
            found = self._number_of[key] = len(self._parts)
            self._parts.append(part)
        return found

    def _made(self, place: int) -> Response:
        begin = self._begins[place]
        parts, numbers = self._parts, self._numbers
        (head, given), statements = parts[numbers[begin]], parts[numbers[begin + 1]]
        answers = (parts[number] for number in numbers[begin + 2 : begin + 2 + len(statements)])
        said = dict(zip(statements, answers, strict=True))
        return Response.model_construct(
            set(given), id=self._ids[place], answers=said, **dict(zip(_HEAD, head, strict=True))
        )

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Response]:
        return map(self._made, range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Response: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Response]: ...
    def __getitem__(self, place: int | slice) -> Response | Sequence[Response]:
        if isinstance(place, slice):
            return [self._made(one) for one in range(*place.indices(len(self)))]
        return self._made(range(len(self))[place])

    def of(self, counts: Callable[[Organisation], bool]) -> Sequence[Response]:
        """Those of the organisations that count; all of them where each does."""
        if all(map(counts, self.organisations.values())):
            return self
        found = ManyResponses()
        found.extend(one for one in self if counts(one.organisation))
        return found
