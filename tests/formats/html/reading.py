"""Reads a page as a browser does: its elements in order, and the text between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img", "br"}
"""Elements that hold nothing and are not closed; the page has no others."""


@dataclass
class Element:
    """An element with its attributes and what is in it."""

    tag: str
    attributes: dict[str, str | None]
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> "Iterable[Element]":
        """The elements inside it, at any depth, in order; those with one of these tags, if any are given."""
        for part in self.inside:
            if isinstance(part, Element):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    def text(self, without: tuple[str, ...] = ()) -> str:
        """All text inside it; a line break that was typed is one, and elements with these tags are left out."""
        return "".join(
            part if isinstance(part, str) else part.text(without)
            for part in self.inside
            if not _left_out(part, without)
        )


def _left_out(part: "Element | str", without: tuple[str, ...]) -> bool:
    return isinstance(part, Element) and part.tag in without


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {tag} {attrs}"
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(data: bytes) -> Element:
    """The whole page; every element in it has to be closed in its turn."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1, [element.tag for element in reader.open]
    return reader.open[0]


def page_text(data: bytes) -> str:
    """What the page says: without its contents, and without the drawing, whose words stand below it."""
    body = next(iter(read_page(data).all("body")))
    return body.text(without=("nav", "svg"))
