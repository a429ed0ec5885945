"""Holding a file against a model."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaError

from poolwijzer.problems import InputError
from poolwijzer.yamlfile import LocatedData

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def validate(model: type[AnyModel], source: LocatedData, *, context: Any = None) -> AnyModel:
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
        from poolwijzer.validation.errors import explain_errors  # only for who made a mistake

        problems = explain_errors(error, source, model, context)
    except SchemaError as error:
        if is_interrupt(error):
            raise KeyboardInterrupt from None
        raise
    raise InputError(problems)


def is_interrupt(error: BaseException) -> bool:
    """Whether an error stands for a Ctrl-C while pydantic built a model, of which it makes a mistake of its own.

    A model is built when it is first used, so this can be anywhere.
    """
    return isinstance(error, SchemaError) and KeyboardInterrupt.__name__ in str(error)
