"""Filling in a template, an organisation's own or the shipped one.

A template is code that somebody else wrote. It may show the fields, and ask with `if` whether one is filled in;
whatever else it tries is refused before it runs, and what is left runs in a sandbox. What goes into it is text, with
every brace and every sign of XML made harmless.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.formats.word.revisions import accept_changes
from poolwijzer.formats.word.template import BODY, FIELDS
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    from jinja2 import Environment
    from jinja2.nodes import Node

_MARK = "poolwijzer-verslag"
_ALONE = re.compile(r"\s*\{\{\s*(?:p\s+)?verslag\s*\}\}\s*")
_TAKES_ALL = re.compile(r"\{\{(p|r|tr|tc)\s+(\w+)")
BODY_ALONE = (
    f"Zet {{{{p {BODY} }}}} één keer in een eigen alinea van de gewone tekst, niet in een tabel, tekstvak of kopregel."
)
_DEEPEST = 20
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
    _unname(template.docx)
    accept_changes(template.docx.part.package)
    names = [str(part.partname) for part in template.docx.part.package.iter_parts()]
    if len(names) != len(set(names)):
        message = "Dit Word-document is beschadigd: een deel ervan is er twee keer."
        raise InputError(Problem(name, message, "Open het in Word en bewaar het opnieuw als .docx."))
    for paragraph in template.docx.element.body.iterchildren("{*}p"):
        if _ALONE.fullmatch(_text(paragraph)):
            _put_alone(paragraph)
    environment = _environment()
    _check_all(template, environment, name)
    harmless = {
        field: Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))
        for field, value in values.items()
    }
    template.render({**harmless, BODY: Markup(f"<?{_MARK}?>")}, environment)
    packed = io.BytesIO()
    template.docx.save(packed)
    return _find_body(packed, name)


def _unname(document: Document) -> None:
    """Take out who made the template and what it says of itself: that is not true of the report."""
    properties = document.core_properties
    for name in ("author", "last_modified_by", "title", "subject", "identifier", "comments"):
        setattr(properties, name, "")


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
    for raw in _sources(template):
        for prefix, field in _TAKES_ALL.findall(re.sub(r"<[^>]+>", "", raw)):
            message = f"Zo kan {quote('{{' + prefix + ' ' + field + ' }}')} niet in het sjabloon staan."
            problem = Problem(name, message, BODY_ALONE if field == BODY else _fields_hint())
            found.setdefault(str(problem), problem)
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", template.patch_xml(raw))
        for problem in _problems(source, environment, name):
            found.setdefault(str(problem), problem)
    if found:
        raise InputError(found.values())


def _sources(template: DocxTemplate) -> Iterator[str]:
    """All that will be run."""
    yield template.get_xml()
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield template.get_part_xml(part)
    for part in template.docx.part.package.iter_parts():
        if part.content_type.endswith(".footnotes+xml"):
            yield part.blob.decode("utf-8")


def _problems(source: str, environment: Environment, name: str) -> Iterator[Problem]:
    """What a part of the template asks that it may not, or how it cannot be read at all."""
    from jinja2 import TemplateSyntaxError

    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        line = _line(source, error.lineno)
        yield Problem(name, f"Een invulveld in het sjabloon klopt niet, bij {quote(line)}.", _fields_hint())
    except RecursionError:
        yield Problem(name, "De invulvelden in het sjabloon zijn te ingewikkeld.", _fields_hint())
    else:
        yield from _in(tree, source, name, 0)


def _in(node: Node, source: str, name: str, depth: int) -> Iterator[Problem]:
    from jinja2 import nodes

    if isinstance(node, nodes.Name) and node.ctx == "load":
        if node.name not in FIELDS:
            hint = did_you_mean(node.name, FIELDS) or _fields_hint()
            yield Problem(name, f"Het sjabloon vraagt om {quote(node.name)}. Dat veld is er niet.", hint)
    elif type(node).__name__ not in _ALLOWED or depth > _DEEPEST:
        line = _line(source, node.lineno)
        message = f"Het sjabloon probeert meer dan invullen, bij {quote(line)}. Dat mag niet."
        yield Problem(name, message, _fields_hint())
        return
    for inner in node.iter_child_nodes():
        yield from _in(inner, source, name, depth + 1)


def _fields_hint() -> str:
    return f"Gebruik alleen {', '.join('{{ ' + field + ' }}' for field in FIELDS[:-1])} en {{{{p {BODY} }}}}."


def _line(source: str, number: int) -> str:
    """What a reader sees of a line, for a message."""
    line = (source.splitlines() or [""])[max(number - 1, 0) :][:1]
    return " ".join(re.sub(r"<[^>]+>", "", "".join(line)).split())


# Where the body goes.


def _find_body(packed: io.BytesIO, name: str) -> Filled:
    """Find the paragraph that stands for the body.

    Opened anew, because what docxtpl put in place is not yet a document that python-docx can work on.
    """
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(packed)
    marks = [
        mark
        for part in document.part.package.iter_parts()
        if (root := getattr(part, "element", None)) is not None
        for mark in root.xpath(f"//processing-instruction('{_MARK}')")
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
