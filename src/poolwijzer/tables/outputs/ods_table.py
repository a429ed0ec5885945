"""A spreadsheet of OpenDocument: what the LibreOffice of many municipalities opens, and the Dutch state prescribes.

A small writer of our own: the libraries for it build the whole document in memory (odfdo) or are no longer kept
(odfpy, pyexcel-ods3). No cell has a formula: text is written as text, with its type, so that nothing is evaluated.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from poolwijzer.formats.archive import EARLIEST, make_member
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.outputs.cells import Cell, OutputColumn, cells_of
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.xlsx_table import LONG_SHEET, SHEET
from poolwijzer.tables.row import Row

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"
    for name, urn in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "meta": "meta",
        "config": "config",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "manifest": "manifest",
    }.items()
} | {"dc": "http://purl.org/dc/elements/1.1/"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES_LOST = re.compile(r"^ | {2,}| $")
"""What a paragraph would lose: spaces other than a single one between words. A tab stands as it is: LibreOffice keeps
it so, and loses the element that there is for it."""
_CHARACTER = 0.21
"""About how many centimetres a letter takes in a cell."""


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows."""
    columns = table_columns(context)
    name = LONG_SHEET if context.long else SHEET
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        first = make_member("mimetype", context.on)
        first.compress_type = zipfile.ZIP_STORED  # so that the kind of file can be read from its first bytes
        package.writestr(first, MIME)
        for part, text in (
            ("META-INF/manifest.xml", _manifest()),
            ("meta.xml", _meta(context)),
            ("settings.xml", _settings(name)),
            ("styles.xml", _styles()),
        ):
            package.writestr(make_member(part, context.on), text)
        with package.open(make_member("content.xml", context.on), "w", force_zip64=True) as raw:
            content = io.BufferedWriter(raw, 1 << 16)
            cells, number = cells_of(columns), 0

            def add(row: Row) -> None:
                nonlocal number
                number += 1
                content.write(f"<table:table-row>{''.join(map(_cell, cells(row)))}</table:table-row>\n".encode())

            content.write(_beginning(columns, name).encode())
            yield add
            content.write(_ending(columns, name, number + 1).encode())
            content.flush()
            content.detach()


def _ending(columns: tuple[OutputColumn, ...], name: str, last: int) -> str:
    return (
        "</table:table><table:database-ranges>"
        f'<table:database-range table:name="{name}" table:display-filter-buttons="true" '
        f'table:target-range-address="{name}.A1:{name}.{column_letters(len(columns))}{last}"/>'
        "</table:database-ranges></office:spreadsheet></office:body></office:document-content>\n"
    )


def _cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string">{_paragraphs(cell)}</table:table-cell>'
    if isinstance(cell, date):
        day = cell.isoformat()
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{day}">'
            f"<text:p>{day}</text:p></table:table-cell>"
        )
    shown = str(cell).replace(".", ",")
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{shown}</text:p></table:table-cell>'
    )


def _paragraphs(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f"<text:p>{_SPACES_LOST.sub(_kept, escape(line))}</text:p>" for line in lines)


def _kept(spaces: re.Match[str]) -> str:
    return f'<text:s text:c="{len(spaces[0])}"/>'


def _beginning(columns: tuple[OutputColumn, ...], name: str) -> str:
    widths = sorted({column.width for column in columns})
    styles = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _CHARACTER:.2f}cm"/></style:style>'
        for width in widths
    )
    heads = "".join(
        f'<table:table-cell table:style-name="head" office:value-type="string"><text:p>{escape(column.header)}</text:p>'
        "</table:table-cell>"
        for column in columns
    )
    shapes = "".join(
        f'<table:table-column table:style-name="w{column.width}" table:default-cell-style-name="Default"/>'
        for column in columns
    )
    return (
        f"{_open('document-content')}<office:automatic-styles>{styles}"
        '<style:style style:name="head" style:family="table-cell" style:parent-style-name="Default">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<number:date-style style:name="ymd"><number:year number:style="long"/><number:text>-</number:text>'
        '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
        '</number:date-style><style:style style:name="day" style:family="table-cell" '
        'style:parent-style-name="Default" style:data-style-name="ymd"/>'
        f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="{name}">{shapes}'
        f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>\n"
    )


def _open(part: str) -> str:
    spaces = " ".join(f'xmlns:{name}="{urn}"' for name, urn in _SPACES.items() if name != "manifest")
    return f'{_HEAD}<office:{part} {spaces} office:version="1.3">'


def _manifest() -> str:
    parts = {"/": MIME} | dict.fromkeys(("content.xml", "meta.xml", "settings.xml", "styles.xml"), "text/xml")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_SPACES["manifest"]}" manifest:version="1.3">'
        f"{entries}</manifest:manifest>\n"
    )


def _meta(context: TableContext) -> str:
    moment = datetime.combine(max(context.on, EARLIEST), datetime.min.time()).isoformat()
    return (
        f"{_open('document-meta')}<office:meta><meta:generator>Poolwijzer</meta:generator>"
        f"<dc:title>Uitkomsten</dc:title><dc:language>nl-NL</dc:language>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        "</office:meta></office:document-meta>\n"
    )


def _settings(name: str) -> str:
    """The first row stays in sight."""
    kept = {"VerticalSplitMode": ("short", 2), "VerticalSplitPosition": ("int", 1), "PositionBottom": ("int", 1)}
    items = "".join(
        f'<config:config-item config:name="{key}" config:type="{kind}">{value}</config:config-item>'
        for key, (kind, value) in kept.items()
    )
    return (
        f'{_open("document-settings")}<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item-map-named config:name="Tables">'
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{items}</config:config-item-map-entry>"
        "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>\n"
    )


def _styles() -> str:
    return (
        f"{_open('document-styles')}<office:styles>"
        '<style:style style:name="Default" style:family="table-cell">'
        '<style:text-properties fo:language="nl" fo:country="NL"/></style:style>'
        "</office:styles></office:document-styles>\n"
    )
