"""The initiative's file with what was brought together in it: comments, order and spelling stay as they were."""

from __future__ import annotations

import json

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import Notation
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.problems import InputError, Problem
from poolwijzer.yamlfile import MAX_BYTES


def notation_of(suffix: str) -> Notation:
    """How a file with this suffix is written."""
    return "json" if suffix.lower() == ".json" else "yaml"


def write_merged(raw: bytes, before: Assessment, after: Assessment, read: Notation, written: Notation) -> bytes:
    """The bytes of the file.

    Args:
        raw: The file as it was.
        before: What it says.
        after: What it should say.
        read: How it is written.
        written: How it is to be written.

    Raises:
        InputError: it would be larger than a file of an initiative can be.
    """
    if read == written and before == after:
        return raw
    if written == "json":
        data = after.model_dump(mode="json", exclude_defaults=True, by_alias=True)
        made = f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()
    else:
        made = update_file(raw, after) if read == "yaml" else dump_assessment(after)
    if len(made) > MAX_BYTES:
        message = f"Met zo veel antwoorden wordt het bestand groter dan {MAX_BYTES // 1024 // 1024} MB. Dat kan niet."
        hint = "Er is niets geschreven. Voeg minder bestanden samen, of maak meer initiatieven."
        raise InputError(Problem("-o", message, hint))
    return made
