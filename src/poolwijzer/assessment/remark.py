"""Something worth saying of a file."""

from typing import NamedTuple

from poolwijzer.assessment.mismatch import Loc


class Remark(NamedTuple):
    """Something worth saying that is not wrong."""

    loc: Loc
    message: str
    hint: str = ""
    shared: str = ""
    """What others are told, where this names what a respondent gave."""
