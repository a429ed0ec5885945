"""A template of somebody else brings nothing into a report that does anything: each kind is tried here by hand."""

# ruff: noqa: SIM905 - names without quotes read at a glance

from __future__ import annotations

import contextlib
import random
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.writer import render
from poolwijzer.problems import InputError
from poolwijzer.report.model import Report
from tests.formats.word.an_organisation import parts_of_an_organisation
from tests.formats.word.conftest import parts_of
from tests.formats.word.made_templates import (
    MAIN,
    PNG,
    REPORT,
    char,
    code,
    complex_field,
    paragraph,
    relation,
    run,
    simple,
    template,
    textbox,
)
from tests.formats.word.test_carried_over import BEHIND, KEPT, TOC
from tests.formats.word.test_refused_templates import REFUSED


def outside_the_list(data: bytes) -> list[str]:
    """What is in a document that a report never has: a second look, that shares nothing with the first."""
    found = []
    for name, content in parts_of(data).items():
        if name.endswith(".rels"):
            for element in etree.fromstring(content):
                kind = element.get("Type").rpartition("/")[2]
                plain = element.get("Target").startswith(("https://", "http://", "mailto:", "#"))
                if kind not in HELD or (
                    element.get("TargetMode") == "External" and not (kind == "hyperlink" and plain)
                ):
                    found.append(f"{name}: {element.get('Type')} {element.get('Target')}")
        elif name.endswith(".xml"):
            root = etree.fromstring(content)
            for element in root.iter():
                text = "".join(
                    [element.get(f"{{{MAIN}}}instr", ""), *element.xpath("self::*[local-name()='instrText']/text()")]
                )
                if (
                    not isinstance(element.tag, str)
                    or etree.QName(element).localname in LIVING
                    or re.search(DANGER, text)
                ):
                    found.append(f"{name}: {element.tag} {text}")
        elif not content.startswith((b"\x89PNG", b"\xff\xd8")):
            found.append(name)
    return found


HELD = set(
    "officeDocument core-properties extended-properties styles numbering settings header footer image hyperlink theme"
    " fontTable footnotes endnotes".split()
)
LIVING = "altChunk subDoc object OLEObject control movie attachedTemplate mailMerge dataBinding svgBlip".split()
DANGER = re.compile("DDE|INCLUDE|^ *LINK|MACRO|javascript|file:", re.IGNORECASE)


@pytest.mark.parametrize("name", [*KEPT, *BEHIND])
def test_a_report_in_any_template_holds_nothing_but_what_a_report_has(name: str) -> None:
    data = template(KEPT[name]) if name in KEPT else BEHIND[name][0]()
    assert outside_the_list(render(REPORT, Theme(template=data))) == []


def test_that_second_look_sees_what_is_there() -> None:
    assert all(
        outside_the_list(REFUSED[name][0]()) for name in ("an embedded object", "dde", "a picture from elsewhere")
    )


PIECES = st.sampled_from(
    [
        *(complex_field("DDE x"), simple("PAGE"), textbox(code("DDE"))),
        *(char(kind) for kind in ("begin", "separate", "end")),
        *(code(piece) for piece in ("D", "DE", "PAGE ", "HYPERLINK ", "&quot;", "{{ titel }}", "javascript:x")),
        *(
            run(f"<w:t>{text}</w:t>")
            for text in ("{{ titel }}", "{#", "#}", "{% if titel %}", "{% endif %}", "{", "}", "D")
        ),
        *(
            f"<w:ins>{run('<w:instrText>DE</w:instrText>')}</w:ins>",
            f"<w:del>{run('<w:delText>x</w:delText>')}</w:del>",
        ),
        *("</w:p><w:p>", '<w:hyperlink r:id="vreemd"><w:r/></w:hyperlink>', "<w:smartTag><w:r/></w:smartTag>"),
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_however_fields_are_put_together_nothing_that_lives_comes_out(pieces: list[str]) -> None:
    data = template(paragraph("".join(pieces)), relation("hyperlink", "javascript:x", outside=True))
    with contextlib.suppress(InputError):
        assert outside_the_list(render(Report('DDEAUTO "x"', "{{ titel }}", ()), Theme(template=data))) == []


@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_template_with_other_bytes_is_used_or_refused(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    parts = parts_of(template(TOC + simple("PAGE"), relation("image", "media/x.png"), {"word/media/x.png": PNG}))
    name = chance.choice(sorted(parts))
    changed = bytearray(parts[name])
    for _ in range(changes):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randrange(3)] = chance.choice(
            [b"<", b'"', b"{{", b"\0", b"\xff", b"w:", b"}", b"/>"]
        )
    with contextlib.suppress(InputError):
        assert outside_the_list(render(REPORT, Theme(template=template(parts={**parts, name: bytes(changed)})))) == []


def test_the_template_of_an_organisation_with_all_that_word_leaves_in_it_is_used() -> None:
    data = pack_parts(parts_of_an_organisation(), date(2026, 11, 1))
    clean = open_template(data, "huisstijl.docx")
    assert [str(one) for one in clean.remarks] == [
        "huisstijl.docx: Niet alles uit dit sjabloon gaat mee in het verslag: zonder het gekoppelde sjabloon."
    ]
    parts = parts_of(render(REPORT, Theme(template=data)))
    text = parts["word/document.xml"].decode()
    assert {"word/media/image1.png", "word/theme/theme1.xml", "word/fonttable.xml"} <= parts.keys()
    assert (
        "Zie De titel." in parts["word/footnotes.xml"].decode()
        and "Logo van de gem" in parts["word/header.xml"].decode()
    )
    assert text.count("Vertrouwelijk") == 2 and "Gemeente Heuvelzoom" in text and " TOC " in text and "De titel" in text
    assert not [name for name in parts if re.search("glossary|custom|people|websettings", name, re.IGNORECASE)]


@pytest.mark.slow
def test_an_office_shows_it_as_it_was(office: Callable[[bytes, str], bytes]) -> None:
    data = pack_parts(parts_of_an_organisation(), date(2026, 11, 1))
    shown = parts_of(office(render(REPORT, Theme(template=data)), "docx"))
    text = b"".join(xml for name, xml in shown.items() if name.endswith(".xml")).decode()
    assert all(words in text for words in ("De titel", "Vertrouwelijk", "Gemeente Heuvelzoom", "Inleiding", " TOC "))
    assert any(name.startswith("word/media/") for name in shown)
