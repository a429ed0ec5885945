"""What tells one line of a ledger from all others, so that copies can be joined.

Twelve consonants: no spreadsheet takes them for a number, a date or a formula, and they make no words.
"""

from __future__ import annotations

import hashlib
import re
import secrets

LENGTH = 12
_SIGNS = "bcdfghjklmnpqrstvwxz"


def new_id() -> str:
    """One that nobody has: there are four thousand million million of them."""
    return "".join(secrets.choice(_SIGNS) for _ in range(LENGTH))


def is_id(text: str) -> bool:
    """Whether the program gave this to a line."""
    return re.fullmatch(f"[{_SIGNS}]{{{LENGTH}}}", text) is not None


def id_of_content(content: str) -> str:
    """The same for the same content, for a line that a person added without one."""
    number = int.from_bytes(hashlib.sha256(content.encode("utf-8", errors="replace")).digest()[:10], "big")
    signs = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(_SIGNS))
        signs += _SIGNS[place]
    return signs
