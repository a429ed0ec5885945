"""What to do where the compiler refuses a document of which it takes every letter on its own.

Which letter is to blame is found with the document itself, so it costs as many documents as it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from poolwijzer.formats.pdf.letters import by_number, change_odd, odd_clusters

Value = TypeVar("Value")

MOST_SOUGHT = 4
"""As many letters are sought; where more of them are to blame, all that are not plain are told by number."""


def tell_refused(data: dict[str, Any], can_compile: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """A document with those letters told by number without which it can be made.

    Args:
        data: What is handed to the compiler.
        can_compile: Whether the compiler makes a document of it.
    """
    odd = sorted(odd_clusters(_texts(data)))
    told: list[str] = []
    while not can_compile(changed := _tell(data, told)):
        if len(told) == MOST_SOUGHT or not can_compile(_tell(data, odd)):
            return _tell(data, odd)
        told.append(_find_one(odd, lambda some: can_compile(_tell(data, [*told, *some]))))
    return changed


def _find_one(odd: Sequence[str], helps: Callable[[Sequence[str]], bool]) -> str:
    """The last of the fewest from the start that help together: without it they do not."""
    without, along = 0, len(odd)
    while along - without > 1:
        middle = (without + along) // 2
        without, along = (without, middle) if helps(odd[:middle]) else (middle, along)
    return odd[along - 1]


def _tell(value: Value, told: Sequence[str]) -> Value:
    done: Any = value
    if isinstance(value, str):
        done = change_odd(value, lambda one: by_number(one) if one in told else one)
    elif isinstance(value, dict):
        done = {name: _tell(part, told) for name, part in value.items()}
    elif isinstance(value, list | tuple):
        done = [_tell(part, told) for part in value]
    result: Value = done
    return result


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
