"""Pages of docs/, written in Markdown, as pages of the site. The same files are read on a forge.

A fence may carry more words than its language, for the tests that run it: a status (`console exit-1`) or a file
(`yaml regio.yaml`). Who reads sees the file's name, and with which status a command leaves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
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
    return MarkdownIt("commonmark", {"xhtmlOut": False}, renderer_cls=_Renderer).enable("table")


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
    reader = parser()
    tokens = reader.parse(text)
    for token in tokens:
        _fit(token, path, locate, root)

    def render(part: Sequence[Token]) -> str:
        return str(reader.renderer.render(part, reader.options, {"words": WORDS[language]}))

    title, first = (
        "",
        next((at for at, one in enumerate(tokens) if (one.type, one.tag) == ("heading_open", "h1")), None),
    )
    if first is not None:
        title = plain_words(render(tokens[first + 1 : first + 2]))
        del tokens[first : first + 3]
    chapters, taken = [("", "", 0)], Counter[str]()
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            called = plain_words(render(tokens[at + 1 : at + 2]))
            token.attrSet("id", _anchor(called, taken))
            if token.tag == "h2":
                chapters.append((str(token.attrs["id"]), called, at))
    ends = [*(start for _, _, start in chapters[1:]), len(tokens)]
    pieces = [render(tokens[start:end]) for (_, _, start), end in zip(chapters, ends, strict=True)]
    heads = [(anchor, called) for anchor, called, _ in chapters]
    parts = tuple((*head, plain_words(piece)) for head, piece in zip(heads, pieces, strict=True))
    return Written(title, Markup("".join(pieces)), tuple(heads[1:]), parts)


def _anchor(title: str, taken: Counter[str]) -> str:
    """The anchor that a forge gives to a heading."""
    name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
    taken[name] += 1
    return f"{name}-{taken[name] - 1}" if taken[name] > 1 else name


def _fit(token: Token, path: str, locate: Locate, root: str) -> None:
    """Have a token lead to where things stand on the site, without what no page of it can hold."""
    comment = re.fullmatch(r"(?:\s*<!--.*?-->\s*)+", token.content, re.DOTALL)
    if token.type in ("image", "html_inline") or (token.type == "html_block" and not comment):
        raise ValueError(f"{path}: this cannot stand on the site: {token.content!r}")
    if token.type == "html_block":
        token.content = ""
    children, open_links = token.children or [], list[bool]()
    for child in children:
        _fit(child, path, locate, root)
        if child.type == "link_open":
            target = _target(str(child.attrs["href"]), path, locate, root)
            child.attrSet("href", target or "")
            child.hidden = target is None
            open_links.append(child.hidden)
        elif child.type == "link_close":
            child.hidden = open_links.pop()


def _target(link: str, path: str, locate: Locate, root: str) -> str | None:
    if re.match(r"[a-z]+:", link) or link.startswith("#"):
        return link
    wanted, sign, anchor = link.partition("#")
    try:
        found = locate(normpath(str(PurePosixPath(path).parent / wanted)))
    except LookupError:
        raise ValueError(f"{path}: this link leads nowhere: {link}") from None
    if found is None:
        return None
    return f"{'' if re.match(r'[a-z]+:', found) else root}{found}{sign}{anchor}"


class _Renderer(RendererHTML):
    """Writes fences and tables as the site shows them; the rest is as the library has it."""

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        token, words = tokens[idx], env["words"]
        language, name = (*token.info.split(), "", "")[:2]
        above, label = "", words["code"]
        if name.startswith("exit-"):
            above = words["exit"].format(name.removeprefix("exit-"))
        elif "." in name:
            above = words["file"].format(name)
        elif name or language == "console":
            label = words["screen"]
        if language == "mermaid":
            above = words["diagram"]
        caption = f"<figcaption>{escape(above)}</figcaption>" if above else ""
        wide = any(len(line) > SHORT_LINE for line in token.content.splitlines())
        reach = _reached(label) if wide else ""
        inner = _prompts(token.content) if language == "console" else str(escape(token.content))
        kind = "scherm" if label == words["screen"] else "tekst"
        return f'<figure class="{kind}">{caption}<pre{reach}><code>{inner}</code></pre></figure>\n'

    code_block = fence

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        head = next(at for at in range(idx, len(tokens)) if tokens[at].type == "thead_close")
        columns = sum(one.type == "th_open" for one in tokens[idx:head])
        reach = _reached(env["words"]["table"]) if columns >= WIDE_TABLE else ""
        return f'<div class="rol"{reach}><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        # An empty cell heads nothing.
        return f'<th{_cell_class(tokens[idx])} scope="col">' if tokens[idx + 1].content else "<td>"

    def th_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</th>\n" if tokens[idx - 1].content else "</td>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<td{_cell_class(tokens[idx])}>"


def _cell_class(token: Token) -> str:
    """Says of a cell that it holds figures: those stand to the right."""
    return ' class="getal"' if "right" in str(token.attrs.get("style", "")) else ""


def _reached(label: str) -> str:
    """The attributes of what may scroll within itself: only what the keyboard reaches can be read that way."""
    return f' tabindex="0" role="group" aria-label="{label}"'


def _prompts(content: str) -> str:
    """What is typed in a terminal, apart from what it prints."""
    lines = (
        f'<span class="prompt">$ </span><b>{escape(line[2:])}</b>' if line.startswith("$ ") else str(escape(line))
        for line in content.splitlines()
    )
    return "\n".join(lines) + "\n"
