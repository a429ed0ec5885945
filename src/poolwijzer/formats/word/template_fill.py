"""Filling in a template, an organisation's own or the shipped one.

A template is code that somebody else wrote. It may show the fields, and ask with `if` whether one is filled in;
whatever else it tries is refused before it runs, and what is left runs in a sandbox. What goes into it is text, with
every brace and every sign of XML made harmless. What comes out is looked over once more, as if it came from outside.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.formats.word.intake.carry import clean_document
from poolwijzer.formats.word.intake.content import MARK
from poolwijzer.formats.word.intake.findings import START_WELL
from poolwijzer.formats.word.intake.tree import drop
from poolwijzer.formats.word.template import BODY, FIELDS
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.document import CT_Body
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    from jinja2 import Environment
    from jinja2.nodes import Node

_ALONE = re.compile(r"\s*\{\{\s*(?:p\s+)?verslag\s*\}\}\s*")
_TAKES_ALL = re.compile(r"\{\{(p|r|tr|tc)\s+(\w+)")
BODY_ALONE = (
    f"Zet {{{{p {BODY} }}}} één keer in een eigen alinea van de gewone tekst, niet in een tabel, tekstvak of kopregel."
)
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
    """A template with everything filled in but the body."""

    document: Document
    place: CT_P
    """The paragraph that the body comes in place of."""


def fill_template(data: bytes, values: Mapping[str, str], name: str) -> Filled:
    """Fill in a template that was opened before without trouble.

    Args:
        data: The template.
        values: What comes in each field but that of the body.
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
        if _ALONE.fullmatch(_text(paragraph)):
            _put_alone(paragraph)
    environment = _environment()
    _check_all(template, environment, name)
    harmless = {
        field: Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))
        for field, value in values.items()
    }
    _render(template, {**harmless, BODY: Markup(f"<?{MARK}?>")}, environment)
    _put_back(template.docx.element.body, aside)
    for number, drawn in enumerate(template.docx.element.body.xpath(".//wp:docPr"), start=1001):
        drawn.set("id", str(number))
    packed = io.BytesIO()
    template.docx.save(packed)
    return _find_body(clean_document(packed.getvalue(), name).data, name)


def _set_aside(body: CT_Body) -> list[BaseOxmlElement]:
    """Take out of a text what no field stands in, and leave a mark for each stretch of it.

    The library that fills in goes over all text with patterns, many times; and so it sees little of a long document.
    """
    from lxml.etree import PI  # type: ignore[import-untyped]

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
    texts = chain(root.itertext(), (value for one in root.iter() for value in one.attrib.values()))
    return any(re.search("[{}]", _IDENTITY.sub("", text)) for text in texts if "{" in text or "}" in text)


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


def _put_alone(paragraph: CT_P) -> None:
    """Make one run of the field of the body, without the `p` that would take its whole paragraph away.

    A paragraph may carry the end of a section, with its own headers and footers.
    """
    for run in paragraph.xpath("./*[not(self::w:pPr)]"):
        paragraph.remove(run)
    paragraph.add_r().text = f"{{{{ {BODY} }}}}"


def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for ways_out in (environment.globals, environment.filters, environment.tests):
        ways_out.clear()
    return environment


# What a template may do.


def _check_all(template: DocxTemplate, environment: Environment, name: str) -> None:
    found: dict[str, Problem] = {}
    sources = list(_sources(template))
    if sum(map(len, sources)) > _LARGEST_FILLED:
        raise InputError(Problem(name, "Rond de invulvelden in het sjabloon staat te veel.", START_WELL))
    for raw in sources:
        for problem in _unreadable(raw, name) or _problems(template.patch_xml(raw), environment, name):
            found.setdefault(str(problem), problem)
    if found:
        raise InputError(found.values())


def _unreadable(raw: str, name: str) -> list[Problem]:
    """What the library that fills in should not be given: it works on the text of a part, with patterns.

    A field that is open, or as long as a book, costs it minutes; and it knows more words than may be used.
    """
    text = re.sub(r"<[^>]+>", "", raw.replace("</w:p>", "\n"))
    found = []
    fields = [field[0] for field in _FIELD.finditer(text)]
    loose = _LOOSE.search(_FIELD.sub(" ", text))
    if len(fields) > _MOST_FIELDS or (loose and len(loose[0]) > 400):
        found.append(Problem(name, "De invulvelden in het sjabloon zijn te ingewikkeld.", _fields_hint()))
    elif loose:
        found.append(_wrong(loose[0], name))
    if any(_LOOSE.search(tag) for tag in re.findall(r"<[^>]*[{}][^>]*>", raw)):
        message = "Een invulveld in het sjabloon staat niet in gewone tekst, maar in een eigenschap van iets."
        found.append(Problem(name, message, _fields_hint()))
    for field in fields:
        if taken := _TAKES_ALL.match(field):
            message = f"Zo kan {quote('{{' + taken[1] + ' ' + taken[2] + ' }}')} niet in het sjabloon staan."
            found.append(Problem(name, message, BODY_ALONE if taken[2] == BODY else _fields_hint()))
        elif field.startswith("{%") and not _ASKS.fullmatch(field[2:-2]):
            return [_more_than_filling(field, name)]
    return found


def _wrong(where: str, name: str) -> Problem:
    return Problem(name, f"Een invulveld in het sjabloon klopt niet, bij {quote(where)}.", _fields_hint())


def _more_than_filling(where: str, name: str) -> Problem:
    message = f"Het sjabloon probeert meer dan invullen, bij {quote(where)}. Dat mag niet."
    return Problem(name, message, _fields_hint())


def _sources(template: DocxTemplate) -> Iterator[str]:
    """All that will be run."""
    yield template.get_xml()
    for _, part in _beside(template):
        yield template.get_part_xml(part)


def _problems(source: str, environment: Environment, name: str) -> Iterator[Problem]:
    """What a part of the template asks that it may not, or how it cannot be read at all."""
    from jinja2 import TemplateSyntaxError

    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
    lines = source.splitlines()
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _wrong(_line(lines, error.lineno), name)
    except RecursionError:
        yield Problem(name, "De invulvelden in het sjabloon zijn te ingewikkeld.", _fields_hint())
    else:
        yield from _in(tree, lines, name, 0)


def _in(node: Node, lines: list[str], name: str, depth: int) -> Iterator[Problem]:
    from jinja2 import nodes

    if isinstance(node, nodes.Name) and node.ctx == "load":
        if node.name not in FIELDS:
            hint = did_you_mean(node.name, FIELDS) or _fields_hint()
            yield Problem(name, f"Het sjabloon vraagt om {quote(node.name)}. Dat veld is er niet.", hint)
    elif type(node).__name__ not in _ALLOWED or depth > _DEEPEST:
        yield _more_than_filling(_line(lines, node.lineno), name)
        return
    for inner in node.iter_child_nodes():
        yield from _in(inner, lines, name, depth + 1)


def _fields_hint() -> str:
    return f"Gebruik alleen {', '.join('{{ ' + field + ' }}' for field in FIELDS[:-1])} en {{{{p {BODY} }}}}."


def _line(lines: list[str], number: int) -> str:
    """What a reader sees of a line, for a message."""
    line = "".join(lines[max(number - 1, 0) :][:1])
    return " ".join(re.sub(r"<[^>]+>", "", line).split())


# Where the body goes.


def _find_body(filled: bytes, name: str) -> Filled:
    """Find the paragraph that stands for the body.

    Opened anew, because what docxtpl put in place is not yet a document that python-docx can work on.
    """
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(filled))
    marks = [
        mark
        for part in document.part.package.iter_parts()
        if (root := getattr(part, "element", None)) is not None
        for mark in root.xpath(f"//processing-instruction('{MARK}')")
    ]
    if not marks:
        message = f"Het sjabloon zegt niet waar het verslag komt: {{{{p {BODY} }}}} ontbreekt."
        raise InputError(Problem(name, message, BODY_ALONE))
    body = document.element.body
    paragraph = next((above for above in marks[0].iterancestors() if above.getparent() is body), None)
    if len(marks) > 1 or paragraph is None or paragraph.tag != qn("w:p") or _text(paragraph):
        message = f"Het sjabloon heeft niet één plek voor het verslag: {{{{p {BODY} }}}} staat verkeerd of te vaak."
        raise InputError(Problem(name, message, BODY_ALONE))
    marks[0].getparent().remove(marks[0])
    return Filled(document, paragraph)
