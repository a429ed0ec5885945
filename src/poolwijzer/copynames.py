"""Of which file another one is a copy, by its name: as programs that synchronise folders, and people, name them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

IN_PASSING = ("~$", ".")
"""How the names begin of what programs put beside a file while they have it: Office, and what is hidden."""


def copied_name(stem: str, names: Iterable[str]) -> str:
    """Of which of these names another one is a copy: `groep-1 (1)`, `groep-1-LAPTOP`, `Kopie van groep-1`; or empty.

    A name that goes on with a letter or a digit is another one, and of two that fit the longest is meant.
    """
    said = unicodedata.normalize("NFC", stem).casefold()
    fits = [name for name in names if re.search(rf"(?:\A|[\s_(]){re.escape(name.casefold())}(?![^\W_])", said)]
    return max(fits, key=len, default="")
