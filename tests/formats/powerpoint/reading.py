"""Reading a file for PowerPoint back: its parts, and what it says in the order in which it is read."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.oxml.ns import qn

from poolwijzer.drawing.shapes import Disc, Shape, ShapeDrawing, Words
from poolwijzer.dutch import count_things
from poolwijzer.report.model import Bullets, Labelled, Paragraph
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.model import Slide, Tally

POINT = 12700
"""So many of what places and sizes are counted in go in a point."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """What is in the file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def opened(data: bytes) -> Any:
    """The file as python-pptx opens it."""
    return Presentation(io.BytesIO(data))


def shapes_in(shapes: Any) -> Iterator[Any]:
    """All shapes, those of groups too, as they are read."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes_in(shape.shapes)


def said_on(slide: Any) -> list[str]:
    """The paragraphs of a slide."""
    return [
        paragraph.text.replace("\v", "\n")
        for shape in shapes_in(slide.shapes)
        if shape._element.find(qn("p:txBody")) is not None
        for paragraph in shape.text_frame.paragraphs
    ]


def said_by(slide: Slide) -> list[str]:
    """What a slide has to say, without its number."""
    heads = [slide.title, slide.subtitle]
    told = [text for column in slide.columns for text in (column.title, *_said_by_blocks(column.blocks))]
    return [text.replace("\t", " ") for text in (*heads, *told) if text]


def _said_by_blocks(blocks: Any) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(line=line):
                yield line.text
            case Bullets(items=items):
                yield from (item.text for item in items)
            case Labelled(rows=rows):
                yield from (f"{label_of(label)} {line.text}" for label, line in rows)
            case Tally(rows=counted):
                for label, count in counted:
                    yield from (label, count_things(count, block.noun, block.nouns))
            case ShapeDrawing(shapes=shapes):
                yield from filter(None, map(_said_by_shape, shapes))


def _said_by_shape(shape: Shape) -> str:
    match shape:
        case Words(text=said) | Disc(sign=said):
            return said
        case _:
            return ""


def broken_links(parts: dict[str, bytes]) -> list[str]:
    """What is missing in a file: parts that another names, kinds of parts, and parts that nothing leads to."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {one.get("PartName", "").lstrip("/") for one in types}
    endings = {one.get("Extension") for one in types}
    found = [f"no kind: {name}" for name in parts if name not in named and name.rpartition(".")[2] not in endings]
    found += [f"no part: {name}" for name in named - parts.keys() if name]
    reached = {"[Content_Types].xml"}
    for name, data in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
            related = {
                one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target")))
                for one in etree.fromstring(data)
            }
            reached |= {name, *related.values()}
            found += [f"{name}: {target}" for target in related.values() if target not in parts]
            used = re.findall(rb'r:(?:id|embed)="(\w+)"', parts.get(source, b""))
            found += [f"{source}: {one.decode()}" for one in used if one.decode() not in related]
    return found + [f"reached by nothing: {name}" for name in parts.keys() - reached]


def descriptions_of(slide: Any) -> dict[str, str]:
    """What is told of shapes to who does not see them, by their names."""
    about = (shape._element.find(f".//{qn('p:cNvPr')}") for shape in shapes_in(slide.shapes))
    return {one.get("name"): one.get("descr") for one in about if one.get("descr")}


def passed_over(shape: Any) -> bool:
    """Whether who listens to the slide hears nothing of a shape."""
    about = shape._element.find(f"./*/{qn('p:cNvPr')}")
    return b'decorative" val="1"' in etree.tostring(about)
