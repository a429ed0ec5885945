"""Where a ledger stands: beside the file of its initiative, unless somebody says otherwise."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".csv"
ENDING = "-strippen"


def ledger_beside(file: Path) -> Path:
    """The ledger that belongs to the file of an initiative: `plan-strippen.csv` beside `plan.yaml`."""
    return file.with_name(f"{file.stem}{ENDING}{SUFFIX}")


def is_ledger(path: Path) -> bool:
    """Whether a path names a ledger and no file of an initiative."""
    return path.suffix.lower() == SUFFIX
