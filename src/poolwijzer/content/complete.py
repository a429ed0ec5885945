"""All menu files as one tree, validated at once, with every reference checked."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from poolwijzer.content.aside import Aside
from poolwijzer.content.central import Central
from poolwijzer.content.completeness import find_gaps
from poolwijzer.content.content import Content, join_parts
from poolwijzer.content.files import MenuFiles
from poolwijzer.content.references import find_broken_references
from poolwijzer.problems import InputError, in_order
from poolwijzer.validation import validate


class Menus(Central, Aside):
    """Every menu file at its name."""


def load_complete(files: MenuFiles) -> Content:
    """The menus of these files.

    Raises:
        InputError: with every problem found, each at its file, line and column.
    """
    content = make_content(validate(Menus, files), files)
    if problems := [*find_broken_references(content, files), *find_gaps(content, files)]:
        raise InputError(in_order(problems))
    return content


def make_content(menus: Menus, files: MenuFiles) -> Content:
    """The menus of these files as one value."""
    return join_parts(menus, menus, hash_menus(files.data), files.hidden)


def hash_menus(data: Any) -> str:
    """SHA-256 of data as canonical JSON: order, comments and line ends do not count."""
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
