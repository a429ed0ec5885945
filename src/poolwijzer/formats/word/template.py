"""The shipped template: a Word document with real styles and fields to fill in, made here and nowhere else."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

from poolwijzer.formats.archive import EARLIEST, pack_parts
from poolwijzer.formats.word.styles import LANGUAGE, Look, W, numbering_part, style_id, styles_part

TEXTS = ("titel", "ondertitel", "datum", "soort", "kop", "organisatie", "concept")
"""What a template may show anywhere: words of the report, a short title with which report it is, whose it is, and
*Concept* on a draft."""
CARD, BODY, ANNEXES = PLACES = ("kaart", "verslag", "bijlagen")
"""Where parts of a report go. Only `verslag` has to be there: what has no place of its own stands in it."""
FIELDS = (*TEXTS, *PLACES)
"""All that a template may ask for."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_R = f'xmlns:r="{_OFFICE}/relationships"'
_PARTS = ("styles", "numbering", "settings", "footer", "header", "headerfirst", "footerfirst")


def make_template(look: Look | None = None, on: date = EARLIEST, *, running: bool = True) -> bytes:
    """The template as a file.

    Args:
        look: Its colours and sizes.
        on: The day that the file says it was made.
        running: Whether the title of the report stands above every page but the first, beside whose report it is.
    """
    look = look or Look()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            *((one.relation, one.part) for one in properties(on)),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_OFFICE}/relationships/{part.removesuffix('first')}", f"{part}.xml") for part in _PARTS)
        ),
        "word/document.xml": _document(look, running),
        "word/footer.xml": _footer(),
        "word/footerfirst.xml": _footer(),
        "word/header.xml": _header(_RUNNING if running else _WHOSE),
        "word/headerfirst.xml": _header(_WHOSE),
        "word/settings.xml": _settings(),
    }
    made = {part: (_HEAD + xml).encode() for part, xml in parts.items()}
    made |= {one.part: one.data for one in properties(on)}
    return pack_parts({**made, "word/styles.xml": styles_part(look), "word/numbering.xml": numbering_part()}, on)


class Properties(NamedTuple):
    """A part with what a document says of itself."""

    part: str
    kind: str
    relation: str
    data: bytes


def properties(on: date) -> tuple[Properties, ...]:
    """What the template says of itself: a title, a language and a day, and nobody's name."""
    program = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Poolwijzer</Application></Properties>'
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        Properties(
            "docProps/app.xml", extended, f"{_OFFICE}/relationships/extended-properties", (_HEAD + program).encode()
        ),
        Properties("docProps/core.xml", core, f"{_RELATIONS}/metadata/core-properties", (_HEAD + _core(on)).encode()),
    )


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        **{f"word/{part}.xml": f"{_WORD}.{part.removesuffix('first')}+xml" for part in _PARTS},
        **{one.part: one.kind for one in properties(EARLIEST)},
    }
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{_CORE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'


def _core(on: date) -> str:
    when = f'xsi:type="dcterms:W3CDTF">{max(on, EARLIEST).isoformat()}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Sjabloon van Poolwijzer</dc:title><dc:language>{LANGUAGE}</dc:language>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified></cp:coreProperties>"
    )


def _settings() -> str:
    """As a Word of today makes them, so that it does not open the document as an old one."""
    uri = 'w:uri="http://schemas.microsoft.com/office/word"'
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" {uri} w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


_WHOSE = "{{ organisatie }}"
_RUNNING = "{% if organisatie %}{{ organisatie }} · {% endif %}{{ kop }}"


def _document(look: Look, running: bool) -> str:
    side, edge = round(look.sizes.side * 567), round(look.sizes.edge * 567)
    body = (
        _paragraph("Title", _text("{{ titel }}"))
        + _paragraph("Subtitle", _text("{% if concept %}{{ concept }}. {% endif %}{{ ondertitel }}"))
        + "".join(_paragraph("Normal", _text(f"{{{{p {place} }}}}")) for place in PLACES)
    )
    first = '<w:headerReference w:type="first" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
    return (
        f'<w:document {W} {_R}><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'{first if running else ""}<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{look.sizes.page[0]}" w:h="{look.sizes.page[1]}"/>'
        f'<w:pgMar w:top="{edge}" w:right="{side}" w:bottom="{edge}" w:left="{side}" w:header="{edge // 2}" '
        f'w:footer="{edge // 2}" w:gutter="0"/>{"<w:titlePg/>" if running else ""}</w:sectPr></w:body></w:document>'
    )


def _header(text: str) -> str:
    return f"<w:hdr {W}>{_paragraph('Header', _text(text))}</w:hdr>"


def _footer() -> str:
    """The day, and which page of how many; Word counts those by itself."""
    pages = f"{_text('Pagina ')}{_field('PAGE')}{_text(' van ')}{_field('NUMPAGES')}"
    day = _text("{{ datum }}")
    return f"<w:ftr {W}>{_paragraph('Footer', f'{day}<w:r><w:tab/></w:r>{pages}')}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{content}</w:p>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
