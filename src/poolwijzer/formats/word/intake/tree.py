"""Taking elements out of XML, quickly in whatever tree somebody made.

The library makes what it takes out stand by itself as long as anybody knows it, and for that takes the square of its
number of children. So what goes is emptied first, from the innermost outwards; what stays is moved within the tree.
"""

from __future__ import annotations

from typing import Any


def drop(element: Any) -> None:
    """Take an element out, with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        if isinstance(element.tag, str):
            element.clear()
        parent.remove(element)


def unwrap(element: Any) -> None:
    """Leave what is in an element in its place; of some in one another the outermost first."""
    if element.getparent() is not None:
        for inner in list(element):
            element.addprevious(inner)
        drop(element)
