"""Ctrl-C while pydantic builds a model, of which it makes a mistake of its own."""

from __future__ import annotations


def is_interrupt(error: BaseException) -> bool:
    """Whether an error stands for a Ctrl-C. A model is built when it is first used, so this can be anywhere."""
    from pydantic_core import SchemaError

    return isinstance(error, SchemaError) and KeyboardInterrupt.__name__ in str(error)
