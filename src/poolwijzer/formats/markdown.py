"""A report in Markdown. Every text is escaped: nothing a person typed becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.drawing.chart.model import Chart
from poolwijzer.drawing.chart.wording import rows_of, zone_of
from poolwijzer.drawing.model import Field, Mark, Picture
from poolwijzer.formats.registry import Dress
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!^])")
_AFTER_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_AT_START = re.compile(r"^(\s*)([-+=:])", re.MULTILINE)
_LINK = re.compile(r"(?<=\w):(?=/)|(?<=mailto):|(?<=xmpp):|(?<=\w)\.(?=[^\W\d_]{2})|(?<=www)\.|@(?=\w)", re.IGNORECASE)
"""Where some readers would see an address, and make a link of it."""
_DEEPEST = 6


def written(report: Report, dress: Dress | None = None) -> bytes:
    """The report as a Markdown file, which has no style of its own."""
    lines = [f"# {escaped(report.title)}", "", escaped(report.subtitle), ""]
    for section in report.sections:
        lines.extend(_section(section, 2))
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def escaped(text: str, line_break: str = "<br>") -> str:
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
    if section.title:
        yield f"{'#' * min(depth, _DEEPEST)} {escaped(section.title)}"
        yield ""
    for block in section.blocks:
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
                yield f"- {_in('**', escaped(f'{label}:'))} {_line(line)}"
        case Table():
            yield from _table(block)
        case Card():
            yield from _card(block, depth)
        case Picture():
            yield from _picture(block)
        case Chart():
            yield from _chart(block)


def _line(line: Line) -> str:
    marks = "".join(f" \\[{note}\\]" for note in line.notes)
    return f"{escaped(line.text)}{' (onze afleiding)' if line.derived else ''}{marks}{_link(line.url)}"


def _link(url: str) -> str:
    """An address from the menus as a link, if it is a plain one; else as the text it is."""
    if not url:
        return ""
    return f" <{url}>" if re.fullmatch(r"https?://[^\s<>\\]+", url) else f" {escaped(url)}"


def _table(table: Table) -> Iterator[str]:
    yield _in("*", escaped(table.caption))
    yield ""
    yield f"| {' | '.join(escaped(cell) for cell in table.head)} |"
    yield f"| {' | '.join('---:' if index in table.right else '---' for index in range(len(table.head)))} |"
    for row in table.rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"


def _card(card: Card, depth: int) -> Iterator[str]:
    standing = f", {escaped(card.standing)}" if card.standing else ""
    yield f"{'#' * min(depth + 1, _DEEPEST)} {escaped(card.title)} ({escaped(card.verdict)}{standing})"
    for block in card.blocks:
        yield ""
        yield from _block(block, depth + 1)


def _picture(picture: Picture) -> Iterator[str]:
    """The typology as a table of two by two, with who stands in each field, and the legend below it."""
    yield _in("*", escaped(picture.title))
    yield ""
    yield escaped(picture.description)
    yield ""
    yield f"| | {escaped(picture.left)} | {escaped(picture.right)} |"
    yield "| --- | --- | --- |"
    for row, end in ((0, picture.top), (1, picture.bottom)):
        fields = {entry.column: entry for entry in picture.fields if entry.row == row}
        cells = [_field(fields[column], picture) for column in (0, 1)]
        yield f"| {escaped(end)} | {' | '.join(cells)} |"
    yield ""
    for mark, words in picture.legend():
        sign = f"{escaped(mark.sign)}: " if mark.sign else ""
        yield f"* {sign}{escaped(words)} ({_where(mark, picture)})"
    for words in (picture.region.label if picture.region else "", picture.unnamed):
        if words:
            yield f"* {escaped(words)}"


def _chart(chart: Chart) -> Iterator[str]:
    """The nine zones as a table, with who stands in each or how many, and the legend below it."""
    yield _in("*", escaped(chart.title))
    yield ""
    yield escaped(chart.description)
    yield ""
    yield f"| | {escaped(chart.across.first)} | | {escaped(chart.across.last)} |"
    yield "| --- | --- | --- | --- |"
    for end, zones in rows_of(chart):
        cells = ["<br>".join(filter(None, (_in("**", escaped(title)), escaped(held)))) for title, held in zones]
        yield f"| {escaped(end)} | {' | '.join(cells)} |"
    yield ""
    for point in chart.legend():
        yield f"* {point.number}: {escaped(point.label)} ({escaped(zone_of(point, chart))})"
    yield f"* {escaped(chart.border)}"


def _field(field: Field, picture: Picture) -> str:
    """A field in a cell: its title, its key question, and who stands in it."""
    parts = [_in("**", escaped(field.title)), escaped(field.key_question)]
    if field.in_play:
        alone = sum(other.in_play for other in picture.fields) == 1
        parts.append("**hier staat het initiatief**" if alone else "**in beeld**")
    signs = [mark.sign for mark in picture.marks if mark.kind == "genummerd" and _lies_in(mark, field)]
    if signs:
        parts.append(f"{escaped(picture.numbered)}: {', '.join(map(escaped, signs))}")
    return "<br>".join(parts)


def _lies_in(mark: Mark, field: Field) -> bool:
    return (round(mark.across), round(mark.down)) == (field.column, field.row)


def _where(mark: Mark, picture: Picture) -> str:
    """The field that a mark lies in."""
    return escaped(next(field.title for field in picture.fields if _lies_in(mark, field)))
