"""From what a file says to typed values, with Dutch for everything that does not fit."""

from poolwijzer.validation.checking import Source, problems_of, validate
from poolwijzer.validation.model import Fault, Model
from poolwijzer.validation.shape import fields_at
from poolwijzer.validation.values import Bool, Date, Exact, Slug, Whole

__all__ = [
    "Bool",
    "Date",
    "Exact",
    "Fault",
    "Model",
    "Slug",
    "Source",
    "Whole",
    "fields_at",
    "problems_of",
    "validate",
]
