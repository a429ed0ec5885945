"""What lies open in the page: the menus, the date, and the conversation about one initiative."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.given import usual_date

if TYPE_CHECKING:
    from poolwijzer.interview.record import Record

FOLDER = Path("/werk")
"""Where files lie in the page: in memory, and gone with it."""


@dataclass
class Desk:
    """One page that is open. Calls change it, one after the other."""

    folder: Path = FOLDER
    on: date = field(default_factory=usual_date)
    """The date of every advice."""
    content: Content = field(default_factory=load_menus)
    record: Record | None = None
    """The conversation about the initiative that is open."""
    file: Path | None = None
    """The file of the initiative that is open, also where no conversation is held on it."""
    menus: Path | None = None
    """The folder of own menus that lies over the shipped ones."""
