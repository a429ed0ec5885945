"""Menu files that were checked before, and become values when they are first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

if TYPE_CHECKING:
    from poolwijzer.content.aside import Aside


@dataclass(frozen=True, eq=False)
class Unread:
    """What stands aside, as data, and the folder with the YAML of it."""

    data: dict[str, Any]
    folder: Path

    def read(self) -> Aside:
        """The values, the same each time."""
        return self._read

    @cached_property
    def _read(self) -> Aside:
        from poolwijzer.content.aside import Aside  # many models, that few commands need

        try:
            return Aside.model_validate(self.data)
        except ValidationError:  # made by other code than this
            from poolwijzer.content.read import read_folder

            return read_folder(self.folder).aside.read()
