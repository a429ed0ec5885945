"""What a model expects somewhere: told from its annotations, to explain what a file has there instead."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag

Loc = tuple[str | int, ...]

KEY_ITSELF = "[key]"
"""How pydantic marks that a key of a dictionary is wrong, and not its value."""


@dataclass(frozen=True, slots=True)
class ErrorPath:
    """Where an error is, read beside the model.

    Attributes:
        real: The steps that are keys and positions in the file.
        branches: Per step of pydantic's own loc, whether it only names the branch of a union.
        expected: What may stand there.
    """

    real: Loc
    branches: tuple[bool, ...]
    expected: tuple[Any, ...]


def read_error_path(model: type[BaseModel], loc: Sequence[str | int]) -> ErrorPath:
    """Read pydantic's loc beside the annotations of the model, which tell what each step is."""
    expected: tuple[Any, ...] = (model,)
    real: list[str | int] = []
    branches: list[bool] = []
    for step in loc:
        members = [_members(annotation) for annotation in expected]
        is_branch = step == KEY_ITSELF or any(len(some) > 1 for some in members)
        branches.append(is_branch)
        flat = [member for some in members for member in some]
        if is_branch:
            expected = tuple(member for member in flat if _goes_by(member, step)) or tuple(flat)
        else:
            real.append(step)
            expected = tuple(inner for member in flat for inner in _inside(_bare(member), step))
    return ErrorPath(tuple(real), tuple(branches), expected)


def list_fields(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """List the keys that a group may have at a place, as they are written in a file."""
    return list(dict.fromkeys(_names(read_error_path(model, loc).expected)))


def _names(annotations: Iterable[Any]) -> Iterator[str]:
    for annotation in annotations:
        for member in map(_bare, _members(annotation)):
            if _is_model(member):
                for name, field in _complete(member).model_fields.items():
                    yield field.alias or name


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def _members(annotation: Any) -> list[Any]:
    """Give the branches that pydantic tells apart; None is no branch to it."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        members = [member for member in get_args(bare) if member is not types.NoneType]
        return members if len(members) > 1 else _members(members[0])
    return [annotation]


def _goes_by(member: Any, label: str | int) -> bool:
    if get_origin(member) is Annotated:
        tags = [part.tag for part in get_args(member)[1:] if isinstance(part, Tag)]
        if tags:
            return label in tags
    return getattr(_bare(member), "__name__", None) == label


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    if _is_model(annotation):
        for name, field in _complete(annotation).model_fields.items():
            if step == (field.alias or name):
                yield field.annotation
        return
    origin, arguments = get_origin(annotation), get_args(annotation)
    if not isinstance(origin, type) or not arguments:
        return
    if issubclass(origin, Mapping):
        yield arguments[-1]
    elif origin is tuple and arguments[-1] is not ... and isinstance(step, int):
        yield from arguments[step : step + 1]
    else:
        yield arguments[0]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _complete(model: type[BaseModel]) -> type[BaseModel]:
    # A model that only ever was part of another still holds the names of what was defined after it.
    if not model.__pydantic_fields_complete__:
        model.model_rebuild()
    return model
