"""A report in Markdown. Every text is escaped: nothing a person typed becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.formats.registry import Theme
from poolwijzer.report.in_words import tell_picture
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import flat, table_of, with_annexes

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!^])")
_AFTER_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_AT_START = re.compile(r"^(\s*)([-+=:])", re.MULTILINE)
_LINK = re.compile(r"(?<=\w):(?=/)|(?<=mailto):|(?<=xmpp):|(?<=\w)\.(?=[^\W\d_]{2})|(?<=www)\.|@(?=\w)", re.IGNORECASE)
"""Where some readers would see an address, and make a link of it."""
_DEEPEST = 6


def render(report: Report, theme: Theme | None = None) -> bytes:
    """The report as a Markdown file, which has no style of its own."""
    draft = ["**Concept**", ""] if theme and theme.draft else []
    lines = [*draft, f"# {escape_markdown(report.title)}", "", escape_markdown(report.subtitle), ""]
    for section in with_annexes(report.sections):
        lines.extend(_section(section, 2))
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def escape_markdown(text: str, line_break: str = "<br>") -> str:
    """A text that Markdown shows as it is; a line break stays one inside a list item or a cell."""
    text = _SPECIAL.sub(r"\\\1", text)
    text = _AFTER_NUMBER.sub(r"\1\\\2", text)
    text = _AT_START.sub(r"\1\\\2", text)
    text = _LINK.sub(r"\\\g<0>", text)
    return line_break.join(_edges(line) for line in text.split("\n"))


def _edges(line: str) -> str:
    """Leading white space would start a code block, and trailing spaces a line break."""
    stripped = line.strip()
    lead, tail = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :] if stripped else ""
    return "".join([*map(_entity, lead), stripped, *map(_entity, tail.strip(" \t"))])


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _in(marks: str, text: str) -> str:
    """A text between marks that make it stand out; nothing between them would be read as a line."""
    return f"{marks}{text}{marks}" if text else ""


def _section(section: Section, depth: int) -> Iterator[str]:
    if section.begins:
        yield "---"
        yield ""
    if section.title:
        yield f"{'#' * min(depth, _DEEPEST)} {escape_markdown(section.title)}"
        yield ""
    for block in flat(section.blocks):
        yield from _block(block, depth)
        yield ""
    for part in section.parts:
        yield from _section(part, depth + 1)


def _block(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Paragraph(line=line, tone=tone):
            text = _line(line)
            yield _in("**", text) if tone == "sterk" else f"> {text}" if tone == "let-op" else text
        case Bullets(items=items, numbered=numbered):
            for index, item in enumerate(items, start=1):
                yield f"{index}. {_line(item)}" if numbered else f"* {_line(item)}"
        case Labelled(rows=rows):
            for label, line in rows:
                yield f"- {_in('**', escape_markdown(f'{label}:'))} {_line(line)}"
        case Table():
            yield from _table(block)
        case Card():
            yield from _card(block, depth)
        case Scales() | Grid() | Bars() | Road():
            yield from _table(table_of(block), block.description)
        case Drawing():
            yield from _drawing(block, depth)


def _line(line: Line) -> str:
    marks = "".join(f" \\[{note}\\]" for note in line.notes)
    return f"{escape_markdown(line.text)}{' (onze afleiding)' if line.derived else ''}{marks}{_link(line.url)}"


def _link(url: str) -> str:
    """An address from the menus as a link, if it is a plain one; else as the text it is."""
    if not url:
        return ""
    return f" <{url}>" if re.fullmatch(r"https?://[^\s<>\\]+", url) else f" {escape_markdown(url)}"


def _table(table: Table, description: str = "") -> Iterator[str]:
    yield _in("*", escape_markdown(table.caption))
    yield ""
    if description:
        yield escape_markdown(description)
        yield ""
    yield f"| {' | '.join(escape_markdown(cell) for cell in table.head)} |"
    yield f"| {' | '.join('---:' if index in table.right else '---' for index in range(len(table.head)))} |"
    for at, row in enumerate(table.rows):
        marks = "**" if at in table.sums else ""
        yield f"| {' | '.join(_in(marks, escape_markdown(cell)) for cell in row)} |"


def _card(card: Card, depth: int) -> Iterator[str]:
    standing = f", {escape_markdown(card.standing)}" if card.standing else ""
    verdict = _in("*" if card.badge == "nog-niet-te-zeggen" else "", escape_markdown(card.verdict))
    yield f"{'#' * min(depth + 1, _DEEPEST)} {escape_markdown(card.title)} ({verdict}{standing})"
    for block in card.blocks:
        yield ""
        yield from _block(block, depth + 1)


def _drawing(drawing: Drawing, depth: int) -> Iterator[str]:
    """The typology as a table of its fields, with who stands in each or how many, and the legend below it."""
    for index, told in enumerate(tell_picture(drawing)):
        if index:
            yield ""
        yield from _table(told, drawing.description) if isinstance(told, Table) else _block(told, depth)
