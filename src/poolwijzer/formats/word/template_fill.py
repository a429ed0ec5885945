"""Filling in a template, an organisation's own or the shipped one.

A template is code that somebody else wrote. It may show the fields, and ask with `if` whether one is filled in;
whatever else it tries is refused before it runs, and what is left runs in a sandbox. What goes into it is text, with
every brace and every sign of XML made harmless. What comes out is looked over once more, as if it came from outside.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.dutch import join_words
from poolwijzer.formats.word.intake.carry import clean_document
from poolwijzer.formats.word.intake.content import MARK
from poolwijzer.formats.word.intake.findings import START_WELL
from poolwijzer.formats.word.intake.tree import drop
from poolwijzer.formats.word.template import BODY, FIELDS, PLACES, TEXTS
from poolwijzer.problems import InputError, Problem, quote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.document import CT_Body
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    from jinja2 import Environment
    from jinja2.nodes import Node
    from lxml.etree import XPath  # type: ignore[import-untyped]

_ALONE = re.compile(rf"\s*\{{\{{\s*(?:p\s+)?({'|'.join(PLACES)})\s*\}}\}}\s*")
_ANY_ALONE = re.compile(r"\s*\{\{p\s+(\w{1,40})\s*\}\}\s*")
_TAKES_ALL = re.compile(r"\{\{(p|r|tr|tc)\s+(\w+)")
_ALONE_HINT = (
    "Zet {{{{p {0} }}}} één keer in een eigen alinea van de gewone tekst, niet in een tabel, tekstvak of kopregel."
)
BODY_ALONE = _ALONE_HINT.format(BODY)
_DEEPEST, _MOST_FIELDS, _LARGEST_FILLED = 20, 500, 512 * 1024
_ASIDE = "poolwijzer-opzij"
_IDENTITY = re.compile(r"\{[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}\}")
"""What Word names things by has the braces of a field."""
_BESIDE = ("/header", "/footer", "/footnotes", "/endnotes")
_FIELD = re.compile(r"\{(?:\{[^{}%#&]{0,300}\}|%([^{}%#&]{0,300})%|#[^{}#]{0,2000}#)\}")
_LOOSE = re.compile(r"\{[{%#][^\n]{0,400}|[^\n]{0,80}[}%#]\}")
_ASKS = re.compile(r"(?:(?:p|r|tr|tc)\s)?\s*(?:if|elif|else|endif)\b(?:.*[^-+])?", re.DOTALL)
"""What may stand between `{%` and `%}`; the library knows more there than Jinja does."""
_ALLOWED = ("Template", "Output", "TemplateData", "Name", "If", "Not", "And", "Or")


class Filled(NamedTuple):
    """A template with everything filled in but the parts of the report."""

    document: Document
    places: dict[str, CT_P]
    """The paragraphs that these come in place of, by what each is called; always one for the body."""
    gone: tuple[str, ...]
    """What it asks for that is no field, or no longer: nothing is shown there."""


def fill_template(data: bytes, values: Mapping[str, str], name: str) -> Filled:
    """Fill in a template that was opened before without trouble.

    Args:
        data: The template.
        values: What comes in each field of text.
        name: Of the template, for messages.

    Raises:
        InputError: the template reaches for what it may not, or has no place for the body.
    """
    from docxtpl import DocxTemplate
    from markupsafe import Markup, escape

    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    aside = _set_aside(template.docx.element.body)
    for paragraph in template.docx.element.body.iterchildren("{*}p"):
        if alone := _ALONE.fullmatch(_text(paragraph)):
            _put_alone(paragraph, alone[1])
        elif (alone := _ANY_ALONE.fullmatch(_text(paragraph))) and alone[1] not in FIELDS:
            _put_alone(paragraph, alone[1])  # a place that there is no longer is a field that there is no longer
    environment = _environment()
    gone = _check_all(template, environment, name)
    harmless = {
        field: Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))
        for field, value in values.items()
    }
    marks = {place: Markup(f"<?{MARK} {place}?>") for place in PLACES}
    _render(template, {**dict.fromkeys(gone, ""), **harmless, **marks}, environment)
    _put_back(template.docx.element.body, aside)
    for number, drawn in enumerate(template.docx.element.body.xpath(".//wp:docPr"), start=1001):
        drawn.set("id", str(number))
    packed = io.BytesIO()
    template.docx.save(packed)
    document, found = _find_places(clean_document(packed.getvalue(), name).data, name)
    return Filled(document, found, gone)


def take_out(paragraph: CT_P) -> None:
    """Take away a paragraph that stood for a part of the report, unless a part of the document ends with it."""
    if not paragraph.xpath("./w:pPr/w:sectPr"):
        paragraph.getparent().remove(paragraph)


def _set_aside(body: CT_Body) -> list[BaseOxmlElement]:
    """Take out of a text what no field stands in, and leave a mark for each stretch of it.

    The library that fills in goes over all text with patterns, many times; and so it sees little of a long document.
    """
    from lxml.etree import PI

    aside: list[BaseOxmlElement] = []
    goes_on = False
    for block in list(body.iterchildren("*")):
        if block.tag.endswith("}sectPr") or _has_field(block):
            goes_on = False
            continue
        if not goes_on:
            block.addprevious(PI(_ASIDE, str(len(aside))))
            aside.append(body.makeelement(body.tag))
            body.addnext(aside[-1])  # in the same tree, where it is moved without being copied
        aside[-1].append(block)
        goes_on = True
    return aside


def _put_back(body: CT_Body, aside: list[BaseOxmlElement]) -> None:
    """Put in again what was set aside, unless an `if` took its mark away."""
    from lxml.etree import PI

    for mark in list(body.iter(PI)):
        if mark.target == _ASIDE:
            for block in list(aside[int(mark.text)]):
                mark.addprevious(block)
            drop(mark)
    for emptied in aside:
        drop(emptied)


def _has_field(root: BaseOxmlElement) -> bool:
    return any(re.search("[{}]", _IDENTITY.sub("", text)) for text in _with_braces()(root))


@cache
def _with_braces() -> XPath:
    """All text and values in which a brace stands, asked of lxml: a run of python-docx looks for its own text anew."""
    from lxml.etree import XPath

    return XPath("(.//text() | descendant-or-self::*/@*)[contains(., '{') or contains(., '}')]", smart_strings=False)


def _render(template: DocxTemplate, values: Mapping[str, str], environment: Environment) -> None:
    """Fill in the text, what stands above and below it, and the notes: each part once.

    The library's own way takes the notes again for every section, and fills in the properties too.
    """
    template.render_init()
    tree = template.fix_tables(template.build_xml(values, environment))
    template.map_tree(tree)
    for relation, part in _beside(template):
        xml = template.patch_xml(template.get_part_xml(part))
        filled = template.render_xml_part(xml, part, values, environment).encode("utf-8")
        if hasattr(part, "element"):
            template.map_headers_footers_xml(relation, filled)
        else:
            part._blob = filled


def _beside(template: DocxTemplate) -> list[tuple[str, Part]]:
    """The parts beside the text that a field stands in, and how the text relates to them."""
    from docx.oxml import parse_xml

    return [
        (identity, related.target_part)
        for identity, related in template.docx.part.rels.items()
        if related.reltype.endswith(_BESIDE) and _has_field(parse_xml(related.target_part.blob))
    ]


def _text(paragraph: CT_P) -> str:
    return "".join(paragraph.xpath(".//w:t/text()"))


def _put_alone(paragraph: CT_P, place: str) -> None:
    """Make one run of the field of a part, without the `p` that would take its whole paragraph away.

    A paragraph may carry the end of a section, with its own headers and footers.
    """
    for run in paragraph.xpath("./*[not(self::w:pPr)]"):
        paragraph.remove(run)
    paragraph.add_r().text = f"{{{{ {place} }}}}"


def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for ways_out in (environment.globals, environment.filters, environment.tests):
        ways_out.clear()
    return environment


# What a template may do.


def _check_all(template: DocxTemplate, environment: Environment, name: str) -> tuple[str, ...]:
    """Refuse a template that does more than filling in; what it asks for that is no field."""
    found: dict[str, Problem] = {}
    gone: dict[str, None] = {}
    sources = list(_sources(template))
    if sum(map(len, sources)) > _LARGEST_FILLED:
        raise InputError(Problem(name, "Rond de invulvelden in het sjabloon staat te veel.", START_WELL))
    for raw in sources:
        for problem in _unreadable(raw, name) or _problems(template.patch_xml(raw), environment, name, gone):
            found.setdefault(str(problem), problem)
    if found:
        raise InputError(found.values())
    return tuple(gone)


def _unreadable(raw: str, name: str) -> list[Problem]:
    """What the library that fills in should not be given: it works on the text of a part, with patterns.

    A field that is open, or as long as a book, costs it minutes; and it knows more words than may be used.
    """
    text = re.sub(r"<[^>]+>", "", raw.replace("</w:p>", "\n"))
    found = []
    fields = [field[0] for field in _FIELD.finditer(text)]
    loose = _LOOSE.search(_FIELD.sub(" ", text))
    if len(fields) > _MOST_FIELDS or (loose and len(loose[0]) > 400):
        found.append(Problem(name, "De invulvelden in het sjabloon zijn te ingewikkeld.", fields_hint()))
    elif loose:
        found.append(_wrong(loose[0], name))
    if any(_LOOSE.search(tag) for tag in re.findall(r"<[^>]*[{}][^>]*>", raw)):
        message = "Een invulveld in het sjabloon staat niet in gewone tekst, maar in een eigenschap van iets."
        found.append(Problem(name, message, fields_hint()))
    for field in fields:
        if taken := _TAKES_ALL.match(field):
            message = f"Zo kan {quote('{{' + taken[1] + ' ' + taken[2] + ' }}')} niet in het sjabloon staan."
            found.append(Problem(name, message, _ALONE_HINT.format(taken[2]) if taken[2] in PLACES else fields_hint()))
        elif field.startswith("{%") and not _ASKS.fullmatch(field[2:-2]):
            return [_more_than_filling(field, name)]
    return found


def _wrong(where: str, name: str) -> Problem:
    return Problem(name, f"Een invulveld in het sjabloon klopt niet, bij {quote(where)}.", fields_hint())


def _more_than_filling(where: str, name: str) -> Problem:
    message = f"Het sjabloon probeert meer dan invullen, bij {quote(where)}. Dat mag niet."
    return Problem(name, message, fields_hint())


def _sources(template: DocxTemplate) -> Iterator[str]:
    """All that will be run."""
    yield template.get_xml()
    for _, part in _beside(template):
        yield template.get_part_xml(part)


def _problems(source: str, environment: Environment, name: str, gone: dict[str, None]) -> Iterator[Problem]:
    """What a part of the template asks that it may not, or how it cannot be read; `gone` gets what is no field."""
    from jinja2 import TemplateSyntaxError

    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
    lines = source.splitlines()
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _wrong(_line(lines, error.lineno), name)
    except RecursionError:
        yield Problem(name, "De invulvelden in het sjabloon zijn te ingewikkeld.", fields_hint())
    else:
        yield from _in(tree, lines, name, gone)


def _in(node: Node, lines: list[str], name: str, gone: dict[str, None], depth: int = 0) -> Iterator[Problem]:
    from jinja2 import nodes

    if isinstance(node, nodes.Name) and node.ctx == "load":
        if node.name not in FIELDS:
            gone[node.name] = None
    elif type(node).__name__ not in _ALLOWED or depth > _DEEPEST:
        yield _more_than_filling(_line(lines, node.lineno), name)
        return
    for inner in node.iter_child_nodes():
        yield from _in(inner, lines, name, gone, depth + 1)


def fields_hint() -> str:
    """Which fields there are."""
    texts = ", ".join(f"{{{{ {field} }}}}" for field in TEXTS)
    return f"Gebruik alleen {texts}, en {join_words(f'{{{{p {place} }}}}' for place in PLACES)}."


def _line(lines: list[str], number: int) -> str:
    """What a reader sees of a line, for a message."""
    line = "".join(lines[max(number - 1, 0) :][:1])
    return " ".join(re.sub(r"<[^>]+>", "", line).split())


# Where the parts of a report go.


def _find_places(filled: bytes, name: str) -> tuple[Document, dict[str, CT_P]]:
    """Find the paragraphs that stand for parts of the report.

    Opened anew, because what docxtpl put in place is not yet a document that python-docx can work on.
    """
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(filled))
    body = document.element.body
    places: dict[str, CT_P] = {}
    marks = [
        mark
        for part in document.part.package.iter_parts()
        if (root := getattr(part, "element", None)) is not None
        for mark in root.xpath(f"//processing-instruction('{MARK}')")
    ]
    for mark in marks:
        place = mark.text
        paragraph = next((above for above in mark.iterancestors() if above.getparent() is body), None)
        if place in places or paragraph is None or paragraph.tag != qn("w:p") or _text(paragraph):
            what = "het verslag" if place == BODY else quote(place)
            message = f"Het sjabloon heeft niet één plek voor {what}: {{{{p {place} }}}} staat verkeerd of te vaak."
            raise InputError(Problem(name, message, _ALONE_HINT.format(place)))
        places[place] = paragraph
        mark.getparent().remove(mark)
    if BODY not in places:
        message = f"Het sjabloon zegt niet waar het verslag komt: {{{{p {BODY} }}}} ontbreekt."
        raise InputError(Problem(name, message, BODY_ALONE))
    return document, places
