"""The shipped template: a Word document with real styles and fields to fill in, made here and nowhere else.

Whoever wants it as a file gets it with its fields; a report that needs no own template is written in it without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

from poolwijzer.formats.archive import EARLIEST, pack_parts
from poolwijzer.formats.word.parts import (
    MAIN,
    RELATED,
    WORD,
    Relation,
    content_types,
    part,
    properties,
    relations,
    root_relations,
)
from poolwijzer.formats.word.styles import LANGUAGE, Look, W, numbering_part, styles_part
from poolwijzer.formats.word.text import Para

TEXTS = ("titel", "ondertitel", "datum", "soort", "kop", "organisatie", "concept")
"""What a template may show anywhere: words of the report, a short title with which report it is, whose it is, and
*Concept* on a draft."""
CARD, BODY, ANNEXES = PLACES = ("kaart", "verslag", "bijlagen")
"""Where parts of a report go. Only `verslag` has to be there: what has no place of its own stands in it."""
FIELDS = (*TEXTS, *PLACES)
"""All that a template may ask for."""

_KINDS = ("styles", "numbering", "settings", "footer", "header", "header", "footer")
_NAMES = ("styles", "numbering", "settings", "footer", "header", "headerfirst", "footerfirst")
OF_THE_TEXT = tuple(Relation(f"{RELATED}/{kind}", f"{name}.xml") for kind, name in zip(_KINDS, _NAMES, strict=True))
"""What the text relates to, in this order."""
OF_PARTS = {
    "word/document.xml": MAIN,
    **{f"word/{name}.xml": f"{WORD}.{kind}+xml" for kind, name in zip(_KINDS, _NAMES, strict=True)},
}
"""Of which kind the parts are."""


class Words(NamedTuple):
    """What the template shows of a report; its own fields, where there is none yet."""

    title: str = "{{ titel }}"
    subtitle: str = "{% if concept %}{{ concept }}. {% endif %}{{ ondertitel }}"
    day: str = "{{ datum }}"
    whose: str = "{{ organisatie }}"
    running: str = "{% if organisatie %}{{ organisatie }} · {% endif %}{{ kop }}"
    """What stands above every page but the first of a long report."""


def words_of(values: Mapping[str, str]) -> Words:
    """The same with the fields of text filled in."""
    draft, whose = values["concept"], values["organisatie"]
    return Words(
        title=values["titel"],
        subtitle=(f"{draft}. " if draft else "") + values["ondertitel"],
        day=values["datum"],
        whose=whose,
        running=(f"{whose} · " if whose else "") + values["kop"],
    )


def make_template(look: Look | None = None, on: date = EARLIEST, *, running: bool = True) -> bytes:
    """The template as a file.

    Args:
        look: Its colours and sizes.
        on: The day that the file says it was made.
        running: Whether the title of the report stands above every page but the first, beside whose report it is.
    """
    look, words, told_of_it = look or Look(), Words(), properties(on)
    places = "".join(str(Para("Normal", fill_in(f"{{{{p {place} }}}}"))) for place in PLACES)
    body = "".join(map(str, above_all(words))) + places + page_settings(look, running=running)
    parts = {
        "[Content_Types].xml": content_types({**OF_PARTS, **{one.part: one.kind for one in told_of_it}}),
        "_rels/.rels": root_relations(told_of_it),
        "word/_rels/document.xml.rels": relations(OF_THE_TEXT),
        "word/document.xml": document_part(body),
        **{f"word/{name}.xml": header_part(above) for name, above in headers(words, running=running).items()},
        **around_the_text(look, words),
    }
    return pack_parts({**parts, **{one.part: one.data for one in told_of_it}}, on)


def around_the_text(look: Look, words: Words, more: Iterable[str] = ()) -> dict[str, bytes]:
    """What a document has beside its text and what stands above that; `more` are other styles."""
    footer = part(_footer(words.day))
    return {
        "word/footer.xml": footer,
        "word/footerfirst.xml": footer,
        "word/settings.xml": part(_SETTINGS),
        "word/styles.xml": styles_part(look, more),
        "word/numbering.xml": numbering_part(),
    }


_SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
"""As a Word of today makes them, so that it does not open the document as an old one."""


def document_part(body: str) -> bytes:
    """The text of a document."""
    return part(f'<w:document {W} xmlns:r="{RELATED}"><w:body>{body}</w:body></w:document>')


def above_all(words: Words) -> list[Para]:
    """What a report begins with: its title, and what it is about."""
    return [Para("Title", fill_in(words.title)), Para("Subtitle", fill_in(words.subtitle))]


def page_settings(look: Look, *, running: bool) -> str:
    """The page, and what stands above and below it."""
    first = "<w:titlePg/>" if running else ""
    return f"<w:sectPr>{references(running=running)}{page_of(look)}{first}</w:sectPr>"


def references(*, running: bool = False) -> str:
    """What stands above and below the pages; above the first something else, where a title runs along."""
    first = '<w:headerReference w:type="first" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
    return (
        f'<w:headerReference w:type="default" r:id="rId5"/>{first if running else ""}'
        '<w:footerReference w:type="default" r:id="rId4"/>'
    )


def page_of(look: Look) -> str:
    """How large a page is, and its margins."""
    side, edge = round(look.sizes.side * 567), round(look.sizes.edge * 567)
    width, height = look.sizes.page
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{_LIES if width > height else ""}/>'
        f'<w:pgMar w:top="{edge}" w:right="{side}" w:bottom="{edge}" w:left="{side}" w:header="{edge // 2}" '
        f'w:footer="{edge // 2}" w:gutter="0"/>'
    )


_LIES = ' w:orient="landscape"'


def headers(words: Words, *, running: bool) -> dict[str, Para]:
    """What stands above every page, and above the first, by the names of the parts."""
    above = {"header": words.running if running else words.whose, "headerfirst": words.whose}
    return {name: Para("Header", fill_in(text)) for name, text in above.items()}


def header_part(above: Para) -> bytes:
    """What stands above a page."""
    return part(f"<w:hdr {W}>{above}</w:hdr>")


def _footer(day: str) -> str:
    """The day, and which page of how many; Word counts those by itself."""
    pages = [*fill_in("Pagina "), _field("PAGE"), *fill_in(" van "), _field("NUMPAGES")]
    return f"<w:ftr {W}>{Para('Footer', [*fill_in(day), '<w:r><w:tab/></w:r>', *pages])}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def fill_in(text: str) -> list[str]:
    """The runs that a field becomes: one, or several where there are tabs in it."""
    filled = []
    for piece in text.split("\t"):
        lines = "<w:br/>".join(map(_as_typed, piece.split("\n")))
        filled += ["<w:r><w:tab/></w:r>", f"<w:r>{lines}</w:r>"]
    return filled[1:]


def _as_typed(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
