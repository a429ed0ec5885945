"""Whether every link in a folder of pages leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

FETCHED = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("form", "action"),
}
"""What a browser gets by itself, or where it sends what was typed."""


class _Reader(HTMLParser):
    """The anchors of a page, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors, self.links = list[str](), list[tuple[str, bool]]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.append(value)
            elif name in ("href", "src", "action") and value is not None:
                self.links.append((value, (tag, name) in FETCHED))


def find_broken(folder: Path) -> list[str]:
    """What is wrong in the pages of a folder, one line each: links that lead nowhere, names that stand twice."""
    own = [path for path in sorted(folder.rglob("*.html")) if path.parent.name != "download"]
    pages = {path.relative_to(folder).as_posix(): _Reader(path.read_text(encoding="utf-8")) for path in own}
    anchors = {address: frozenset(page.anchors) for address, page in pages.items()}
    wrong = []
    for address, page in pages.items():
        twice = sorted(name for name, count in Counter(page.anchors).items() if count > 1)
        wrong += [f"{address}: the name {name!r} stands twice" for name in twice]
        for link, fetched in page.links:
            wrong += [f"{address}: {told}" for told in _wrong(link, fetched, address, anchors, folder)]
    return wrong


def _wrong(link: str, fetched: bool, address: str, anchors: dict[str, frozenset[str]], folder: Path) -> Iterator[str]:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        if fetched:
            yield f"fetches from elsewhere: {link}"
        return
    target = normpath(f"{address}/../{unquote(parts.path)}") if parts.path else address
    if target.startswith("..") or not (target in anchors or (folder / target).is_file()):
        yield f"leads nowhere: {link}"
    elif parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]:
        yield f"there is no such place: {link}"
