"""Holding a file against a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from poolwijzer.problems import InputError
from poolwijzer.yamlfile import Location

AnyModel = TypeVar("AnyModel", bound=BaseModel)


class Source(Protocol):
    """What a file says, or several files on top of each other, with the place of every value."""

    @property
    def data(self) -> Any:
        """Dictionaries, lists and text."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """Give the place of a value, or of the key it stands at."""


def validate(model: type[AnyModel], source: Source, *, context: Any = None) -> AnyModel:
    """Read a file's data into a model.

    Args:
        model: What the file should hold.
        source: What it holds.
        context: For validators that need to know more than the file.

    Raises:
        InputError: Something does not fit; carries every problem, in the order of the file.
    """
    try:
        return model.model_validate(source.data, context=context)
    except ValidationError as error:
        from poolwijzer.validation.checking import problems_of  # only for who made a mistake

        problems = problems_of(error, source, model)
    raise InputError(problems)
