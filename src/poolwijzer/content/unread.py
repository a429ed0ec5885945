"""Menu files that were checked before, and become values when they are first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from poolwijzer.content.aside import Aside


@dataclass(frozen=True, eq=False)
class Unread:
    """What stands aside, as data."""

    data: dict[str, Any]

    def read(self) -> Aside:
        """The values, the same each time."""
        return self._read

    @cached_property
    def _read(self) -> Aside:
        from poolwijzer.content.aside import Aside  # many models, that few commands need

        return Aside.model_validate(self.data)
