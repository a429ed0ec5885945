"""Templates with something odd in them: the shipped one with parts, relations and text put in."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from datetime import date

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.word.template import make_template
from poolwijzer.report.model import Report
from tests.formats.word.conftest import parts_of

With = Callable[..., bytes]
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
R = f"{OFFICE}/relationships"
ELSE = "http://schemas.microsoft.com/office"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HERE = '<w:p><w:pPr><w:pStyle w:val="Title"/>'
"""The first paragraph of the text; what is tried stands before it."""
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 9, 9, 8, 2, 0, 0, 0) + bytes(40)
REPORT = Report("De titel", "De ondertitel", ())


def template(
    text: str = "",
    relations: str = "",
    parts: Mapping[str, bytes] | None = None,
    kinds: Mapping[str, str] | None = None,
    **other: str,
) -> bytes:
    """The shipped template with something in it.

    Args:
        text: What stands at the begin of the text.
        relations: What its text also relates to.
        parts: Other parts, or others in their place.
        kinds: What kind those parts are said to be.
        other: What stands at the begin of other parts, by their name: `footer`, `settings`.
    """
    made = parts_of(make_template())

    def put(part: str, before: str, more: str) -> None:
        assert before.encode() in made[part], part
        made[part] = made[part].replace(before.encode(), more.encode() + before.encode(), 1)

    put("word/document.xml", HERE, text)
    put("word/_rels/document.xml.rels", "</Relationships>", relations)
    for part, kind in (kinds or {}).items():
        put("[Content_Types].xml", "</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/>')
    for part, more in other.items():
        put(f"word/{part}.xml", {"settings": "<w:zoom", "footer": "<w:p>"}.get(part, "</w:"), more)
    for part in ("document", *other):
        root = made[f"word/{part}.xml"]
        named = "".join(
            f'xmlns:{prefix}="{one}" ' for prefix, one in PREFIXES.items() if f"xmlns:{prefix}=" not in str(root)
        )
        made[f"word/{part}.xml"] = re.sub(rb"(<w:\w+ )", rb"\1" + named.encode(), root, count=1)
    return pack_parts({**made, **(parts or {})}, date(2026, 11, 1))


PREFIXES = {
    "r": R,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": f"{ELSE}/word/2010/wordprocessingShape",
    "wp15": f"{ELSE}/word/2012/wordprocessingDrawing",
    "asvg": f"{ELSE}/drawing/2016/SVG/main",
    "w14": f"{ELSE}/word/2010/wordml",
    "w15": f"{ELSE}/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def relation(kind: str, target: str, *, outside: bool = False, identity: str = "vreemd", base: str = R) -> str:
    where = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identity}" Type="{base}/{kind}" Target="{target}"{where}/>'


def rels(*relations: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'.encode()


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def simple(code: str) -> str:
    return paragraph(f'<w:fldSimple w:instr="{code}"><w:r><w:t>resultaat</w:t></w:r></w:fldSimple>')


def char(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(*pieces: str) -> str:
    return "".join(run(f"<w:instrText>{piece}</w:instrText>") for piece in pieces)


def complex_field(*pieces: str, result: str = "resultaat") -> str:
    """A field in runs; a piece that is no plain text stands there as it is."""
    inner = "".join(piece if piece.startswith("<") else code(piece) for piece in pieces)
    return char("begin") + inner + char("separate") + run(f"<w:t>{result}</w:t>") + char("end")


def picture(blip: str) -> str:
    return paragraph(
        run(
            '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
            f'uri="{PREFIXES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
            f"<pic:blipFill>{blip}</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
    )


def with_picture(data: bytes, name: str = "image1.png", kind: str = "image/png") -> bytes:
    return template(
        picture('<a:blip r:embed="vreemd"/>'),
        relation("image", f"media/{name}"),
        {f"word/media/{name}": data},
        {f"word/media/{name}": kind},
    )


def textbox(inner: str) -> str:
    return run(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="{PREFIXES["wps"]}"><wps:wsp><wps:txbx>'
        f"<w:txbxContent><w:p>{inner}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )


def part(name: str, kind: str, data: bytes, relation_kind: str, inside: str = "", base: str = R) -> bytes:
    """A template with one more part, that its text relates to."""
    return template(inside, relation(relation_kind, name, base=base), {f"word/{name}": data}, {f"word/{name}": kind})
