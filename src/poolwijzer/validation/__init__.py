"""From what a file says to typed values, with Dutch for everything that does not fit."""

from poolwijzer.problems import Fault
from poolwijzer.validation.model import Model, PlainText
from poolwijzer.validation.validator import validate
from poolwijzer.validation.values import WHOLE, Bool, Date, Euros, Exact, Moment, Slug, Text, Whole

__all__ = [
    "WHOLE",
    "Bool",
    "Date",
    "Euros",
    "Exact",
    "Fault",
    "Model",
    "Moment",
    "PlainText",
    "Slug",
    "Text",
    "Whole",
    "validate",
]
