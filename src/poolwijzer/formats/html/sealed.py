"""Pages with a script that need no network: what is in them may run and show, and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle

_OF_MODULES = re.compile(r'^(?:import \{[^}]*\} from "[^"]*";\n\n?|export )', re.MULTILINE)


def policy_of(style: str, script: str) -> str:
    """What a page may do: use its own look and its own script, show a logo that is in it, and nothing else."""
    sources = (f"style-src {_hash(style)}", f"script-src {_hash(script)}", "img-src data:")
    return "; ".join(("default-src 'none'", *sources, "form-action 'none'", "base-uri 'none'"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def script_of(folder: Path, names: Sequence[str]) -> str:
    """The parts of a script as one, of which nothing can be seen from outside; in this order they need each other.

    What a part says for who takes it as a module, the browser edition, stays out.
    """
    parts = [_OF_MODULES.sub("", (folder / name).read_text(encoding="utf-8")) for name in names]
    return "\n".join(('(() => {\n"use strict";', *parts, "})();"))


def as_address(look: HouseStyle) -> str:
    """The logo of a house style as an address that holds it; empty without one."""
    return f"data:{look.logo_type};base64,{b64encode(look.logo).decode('ascii')}" if look.logo else ""
