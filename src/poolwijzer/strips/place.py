"""Where a ledger stands: beside the file of its initiative, unless somebody says otherwise."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".csv"
ENDING = "-strippen"
_OF_INITIATIVES = (".yaml", ".yml", ".json")


def ledger_beside(file: Path) -> Path:
    """The ledger that belongs to the file of an initiative: `plan-strippen.csv` beside `plan.yaml`."""
    return file.with_name(f"{file.stem}{ENDING}{SUFFIX}")


def is_initiative(path: Path) -> bool:
    """Whether a path names the file of an initiative and no ledger."""
    return path.suffix.lower() in _OF_INITIATIVES
