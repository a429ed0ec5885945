"""What the system refused, where no file is to blame: files tell their own mistakes."""

from __future__ import annotations

import errno
import os

from poolwijzer.problems import Problem


def tell_refusal(error: OSError | MemoryError) -> Problem:
    """Why the program cannot go on, and what to do about it."""
    if isinstance(error, MemoryError) or error.errno == errno.ENOMEM:
        return Problem("poolwijzer", "Het geheugen is vol.", "Sluit andere programma's, en probeer het nog eens.")
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return Problem("poolwijzer", "Er zijn te veel bestanden open.", "Sta er meer toe, zoals met ulimit -n 256.")
    if _folder_is_gone():
        return Problem("poolwijzer", "De map waarin u werkt, bestaat niet meer.", "Ga met cd naar een andere map.")
    # Then it is the screen, or the file that stands in its place.
    return Problem("uitvoer", "De uitkomst kan hier niet worden getoond.", "Is de schijf vol? Kies een andere.")


def _folder_is_gone() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - that of Path is the same
    except OSError:
        return True
    return False
