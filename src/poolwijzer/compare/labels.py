"""What each of the things that are compared is called: by its name, and by its file where names are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from poolwijzer.problems import harmless
from poolwijzer.report.typed_text import sanitize_text


def make_labels(names: Sequence[str], files: Sequence[str], *, by_file: bool = False) -> list[str]:
    """A label of one line for each.

    Args:
        names: What each calls itself.
        files: The file of each, as it was named.
        by_file: Whether the file alone says enough where all names are the same, as among groups.
    """
    shown = [sanitize_text(" ".join(name.split())) for name in names]
    keys = Counter(name.casefold() for name in shown)
    short = tell_files_apart(files)
    if by_file and len(keys) == 1:
        return _without_suffix(short)
    return [name if keys[name.casefold()] == 1 else f"{name} ({file})" for name, file in zip(shown, short, strict=True)]


def tell_files_apart(files: Sequence[str]) -> list[str]:
    """The name of each file, with as many of its folders as it takes to tell it from the others."""
    parts = [PurePath(file).parts for file in files]
    sizes = range(1, max(map(len, parts), default=0) + 1)
    alike = {size: Counter(own[-size:] for own in parts) for size in sizes}
    tails = (next((own[-size:] for size in sizes if alike[size][own[-size:]] == 1), own) for own in parts)
    return [sanitize_text(harmless("/".join(tail))) for tail in tails]


def _without_suffix(files: list[str]) -> list[str]:
    bare = [file.removesuffix(PurePath(file).suffix) for file in files]
    return bare if len(set(bare)) == len(bare) else files
