"""Holding a file against a model."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import SchemaError

from poolwijzer.problems import InputError
from poolwijzer.validation.interrupts import is_interrupt
from poolwijzer.validation.source import Source

AnyModel = TypeVar("AnyModel", bound=BaseModel)


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
    except SchemaError as error:
        if is_interrupt(error):
            raise KeyboardInterrupt from None
        raise
    raise InputError(problems)
