"""Pages of docs/, written in Markdown, as pages of the site. The same files are read on a forge.

A fence may carry more words than its language, for the tests that run it: a status (`console exit-1`) or a file
(`yaml regio.yaml`). Who reads sees the file's name, and with which status a command leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from editions.site.pages import plain_words

WIDE_TABLE = 4
"""From so many columns on a table may have to scroll within itself."""
SHORT_LINE = 34
"""Letters that fit beside each other on a phone."""
WORDS = {
    "nl": {
        "file": "Bestand: {}",
        "exit": "Dit eindigt met status {}.",
        "code": "Tekst uit een bestand of programma",
        "screen": "Beeld van het opdrachtvenster",
        "table": "Tabel",
        "diagram": "Een schema, in woorden. Een pijl wijst naar wat erna komt.",
    },
    "en": {
        "file": "File: {}",
        "exit": "This leaves with status {}.",
        "code": "Text of a file or a program",
        "screen": "Picture of the terminal",
        "table": "Table",
        "diagram": "A diagram, in text (Mermaid). An arrow points to what comes next.",
    },
}
Locate = Callable[[str], str | None]
"""From a path in the repository to an address on the site; None for what has no place there.

Raises:
    LookupError: there is no such file.
"""


@dataclass(frozen=True)
class Written:
    """A page of Markdown as markup."""

    title: str
    body: Markup
    contents: tuple[tuple[str, str], ...]
    """Anchors of its chapters, with their titles."""
    parts: tuple[tuple[str, str, str], ...]
    """What each chapter says: anchor, title and words; the first has neither anchor nor title."""


def parser() -> MarkdownIt:
    """Markdown as a forge reads it."""
    return MarkdownIt("commonmark").enable("table")


def render_markdown(text: str, path: str, locate: Locate, root: str = "", language: str = "nl") -> Written:
    """A page as markup.

    Args:
        text: The Markdown.
        path: Where it stands in the repository, for its links.
        locate: Where something stands on the site.
        root: The way from the page to the root of the site.
        language: Of the words that are put beside fences and tables.

    Raises:
        ValueError: what a page of the site cannot hold, or a link that leads nowhere.
    """
    tokens = parser().parse(text)
    writer = _Writer(path, locate, root, WORDS[language])
    title, pieces, chapters = "", list[str](), list[tuple[str, str, int]]()
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            inner = tokens[at + 1]
            called = plain_words(writer.inline(inner))
            if token.tag == "h1" and not title:
                title = called
                token.hidden = inner.hidden = tokens[at + 2].hidden = True
                continue
            anchor = writer.anchor(called)
            token.attrSet("id", anchor)
            if token.tag == "h2":
                chapters.append((anchor, called, len(pieces)))
        if not token.hidden:
            pieces.append(writer.block(token, tokens, at))
        elif token.type == "inline" and not token.hidden:
            pieces.append(writer.inline(token))
    starts = [0, *(start for _, _, start in chapters), len(pieces)]
    heads = [("", ""), *((anchor, called) for anchor, called, _ in chapters)]
    parts = tuple(
        (anchor, called, plain_words("".join(pieces[start:end])))
        for (anchor, called), start, end in zip(heads, starts, starts[1:], strict=False)
    )
    return Written(title, Markup("".join(pieces)), tuple((one[0], one[1]) for one in chapters), parts)


class _Writer:
    """Writes the tokens of one page."""

    def __init__(self, path: str, locate: Locate, root: str, words: dict[str, str]) -> None:
        self._path, self._locate, self._root, self._words = path, locate, root, words
        self._taken: dict[str, int] = {}

    def anchor(self, title: str) -> str:
        """The anchor that a forge gives to a heading."""
        name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        count = self._taken.get(name, 0)
        self._taken[name] = count + 1
        return f"{name}-{count}" if count else name

    def block(self, token: Token, tokens: Sequence[Token], at: int) -> str:
        """One token of the page."""
        match token.type:
            case "inline":
                return self.inline(token)
            case "fence" | "code_block":
                return self._fence(token)
            case "html_block":
                return self._comment(token)
            case "table_open":
                head = next(index for index in range(at, len(tokens)) if tokens[index].type == "thead_close")
                columns = sum(one.type == "th_open" for one in tokens[at:head])
                reach = _reached(self._words["table"]) if columns >= WIDE_TABLE else ""
                return f'<div class="rol"{reach}><table>\n'
            case "table_close":
                return "</table></div>\n"
        tag = token.tag
        if (token.type == "th_open" and not tokens[at + 1].content) or (
            token.type == "th_close" and not tokens[at - 1].content
        ):
            tag = "td"  # an empty cell heads nothing
        end = "\n" if token.block and (token.nesting < 1 or token.type not in _INLINE_HOLDERS) else ""
        if token.nesting < 0:
            return f"</{tag}>{end}"
        return f"<{tag}{_attributes(token, tag)}>{end}"

    def inline(self, token: Token) -> str:
        """What stands in a paragraph, a heading or a cell."""
        return "".join(self._inner(token.children or []))

    def _inner(self, children: Sequence[Token]) -> Iterator[str]:
        open_links: list[bool] = []
        for child in children:
            match child.type:
                case "text":
                    yield str(escape(child.content))
                case "code_inline":
                    yield f"<code>{escape(child.content)}</code>"
                case "softbreak":
                    yield "\n"
                case "hardbreak":
                    yield "<br>\n"
                case "link_open":
                    target = self._target(str(child.attrs["href"]))
                    open_links.append(target is not None)
                    yield f'<a href="{escape(target)}">' if target is not None else ""
                case "link_close":
                    yield "</a>" if open_links.pop() else ""
                case "image" | "html_inline":
                    raise ValueError(f"{self._path}: this cannot stand on the site: {child.content!r}")
                case _:
                    yield f"<{'/' if child.nesting < 0 else ''}{child.tag}>"

    def _target(self, link: str) -> str | None:
        if re.match(r"[a-z]+:", link) or link.startswith("#"):
            return link
        path, sign, anchor = link.partition("#")
        wanted = normpath(str(PurePosixPath(self._path).parent / path))
        try:
            found = self._locate(wanted)
        except LookupError:
            raise ValueError(f"{self._path}: this link leads nowhere: {link}") from None
        if found is None:
            return None
        return found + sign + anchor if re.match(r"[a-z]+:", found) else f"{self._root}{found}{sign}{anchor}"

    def _comment(self, token: Token) -> str:
        if not re.fullmatch(r"(?:\s*<!--.*?-->\s*)+", token.content, re.DOTALL):
            raise ValueError(f"{self._path}: this cannot stand on the site: {token.content!r}")
        return ""

    def _fence(self, token: Token) -> str:
        language, name = (*token.info.split(), "", "")[:2]
        above, label = "", self._words["code"]
        if name.startswith("exit-"):
            above = self._words["exit"].format(name.removeprefix("exit-"))
        elif "." in name:
            above = self._words["file"].format(name)
        elif name or language == "console":
            label = self._words["screen"]
        if language == "mermaid":
            above = self._words["diagram"]
        caption = f"<figcaption>{escape(above)}</figcaption>" if above else ""
        wide = any(len(line) > SHORT_LINE for line in token.content.splitlines())
        reach = _reached(label) if wide else ""
        inner = _prompts(token.content) if language == "console" else str(escape(token.content))
        kind = "scherm" if label == self._words["screen"] else "tekst"
        return f'<figure class="{kind}">{caption}<pre{reach}><code>{inner}</code></pre></figure>\n'


def _reached(label: str) -> str:
    """The attributes of what may scroll within itself: only what the keyboard reaches can be read that way."""
    return f' tabindex="0" role="group" aria-label="{label}"'


_INLINE_HOLDERS = ("paragraph_open", "heading_open", "th_open", "td_open", "list_item_open")


def _attributes(token: Token, tag: str) -> str:
    """The attributes of a tag; a cell says by a class that it holds figures."""
    found = dict(token.attrs)
    style = str(found.pop("style", ""))
    if "right" in style:
        found["class"] = "getal"
    if tag == "th":
        found["scope"] = "col"
    return "".join(f' {name}="{escape(str(value))}"' for name, value in found.items())


def _prompts(content: str) -> str:
    """What is typed in a terminal, apart from what it prints."""
    lines = (
        f'<span class="prompt">$ </span><b>{escape(line[2:])}</b>' if line.startswith("$ ") else str(escape(line))
        for line in content.splitlines()
    )
    return "\n".join(lines) + "\n"
