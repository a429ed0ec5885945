"""What the page says of itself."""

from __future__ import annotations

from poolwijzer.browser.desk import Desk
from poolwijzer.version import __version__


def tell_version(desk: Desk) -> dict[str, str]:
    """The version of the program, and that of the menus that are in use."""
    return {"program": __version__, "menus": desk.content.version, "hash": desk.content.hash}
