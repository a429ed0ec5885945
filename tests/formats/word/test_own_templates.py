from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Pt

from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.styles import W
from poolwijzer.formats.word.template import ANNEXES, CARD, make_template
from poolwijzer.formats.word.template_check import LARGEST, check_template, open_template, read_template
from poolwijzer.formats.word.writer import render
from poolwijzer.problems import InputError
from poolwijzer.report.model import Report
from tests.formats.word.conftest import parts_of

With = Callable[..., bytes]


def _texts(document: DocumentObject) -> list[str]:
    """The paragraphs without those of the table of contents."""
    return [
        one.text for one in document.paragraphs if not (one.style and str(one.style.name).lower().startswith("toc"))
    ]


BODY = "{{p verslag }}"
GOOD = {
    "a body without the p": (BODY, "{{ verslag }}"),
    "a body without spaces": (BODY, "{{p verslag}}"),
    "without a title": ("{{ titel }}", "Advies"),
    "a field in the footer": ("{{ datum }}", "{{ titel }}, {{ datum }}"),
    "an if": ("{{ ondertitel }}", "{% if ondertitel %}{{ ondertitel }}{% else %}leeg{% endif %}"),
    "an if that takes its paragraph": (
        "{{ ondertitel }}",
        "{%p if ondertitel %}</w:t></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>{%p endif %}",
    ),
    "a field in two runs": ("{{ titel }}", "{{ ti</w:t></w:r><w:r><w:t>tel }}"),
    "a comment": ("{{ titel }}", "{{ titel }}{# wij #}"),
}
BAD = {
    "an attribute": ("{{ titel }}", "{{ titel.__class__ }}", "probeert meer dan invullen"),
    "a call": ("{{ titel }}", "{{ titel() }}", "probeert meer dan invullen"),
    "an item": ("{{ titel }}", "{{ titel[0] }}", "probeert meer dan invullen"),
    "a filter": ("{{ titel }}", "{{ titel|upper }}", "probeert meer dan invullen"),
    "a sum": ("{{ titel }}", "{{ 7*7 }}", "probeert meer dan invullen"),
    "an import": ("{{ titel }}", "{% import 'x' as y %}", "probeert meer dan invullen"),
    "an include": ("{{ titel }}", "{% include '/etc/passwd' %}", "probeert meer dan invullen"),
    "a loop": ("{{ titel }}", "{% for x in titel %}{{ x }}{% endfor %}", "probeert meer dan invullen"),
    "a setting": ("{{ titel }}", "{% set titel = 1 %}", "probeert meer dan invullen"),
    "a way out": ("{{ titel }}", "{{ cycler.__init__.__globals__ }}", "probeert meer dan invullen"),
    "in the footer": ("{{ datum }}", "{{ datum.year }}", "probeert meer dan invullen, bij '{{ datum.year }}Pagina"),
    "a deep one": ("{{ titel }}", "{% if titel %}" * 150 + "{% endif %}" * 150, "probeert meer dan invullen"),
    "one too deep to read": ("{{ titel }}", f"{{{{ {'(' * 4000}titel{')' * 4000} }}}}", "te ingewikkeld"),
    "a field of nothing known, open": ("{{ titel }}", "{{ x ", "Gebruik alleen {{ titel }}, {{ ondertitel }}"),
    "a field half open": ("{{ titel }}", "{{ titel ", "klopt niet, bij '{{ titel"),
    "an if without an end": ("{{ titel }}", "{% if titel %}", "klopt niet"),
    "a tag that is none": ("{{ titel }}", "{% als titel %}", "probeert meer dan invullen"),
    "a field that takes its paragraph": ("{{ titel }}", "{{p titel }}", "Zo kan '{{p titel }}' niet"),
    "no body": (BODY, "", "{{p verslag }} ontbreekt"),
    "two bodies": (BODY, f"{BODY}</w:t></w:r></w:p><w:p><w:r><w:t>{BODY}", "verkeerd of te vaak"),
    "a body in a sentence": (BODY, "Zie: {{ verslag }}", "verkeerd of te vaak"),
    "a body in the footer": ("{{ datum }}", "{{ verslag }}", "verkeerd of te vaak"),
    "a style that is missing": ('w:val="caption"', 'w:val="bijschrift"', "ontbreekt een stijl: Bijschrift (Caption)"),
    "a list that is none": ('<w:numPr><w:numId w:val="1"/></w:numPr>', "", "Lijst opsom.teken (List Bullet) maakt"),
    "no document": ("wordprocessingml.document.main+xml", "x", "geen Word-document"),
    "an entity": ("<w:document ", '<!DOCTYPE x [<!ENTITY y "z">]><w:document ', "geen Word-document"),
    "a part of an unknown kind": ("relationships/metadata/core-properties", "relationships/x", "onbekend is ('x')"),
    "a page that is no size": ('<w:pgSz w:w="11906"', '<w:pgSz w:w="breed"', "geen Word-document"),
    "broken xml": ("</w:body>", "", "geen Word-document"),
}
"""What is replaced in the shipped template, by what, and what the message says."""


@pytest.mark.parametrize("name", GOOD)
def test_a_template_that_only_fills_in_is_used(
    name: str, template_with: With, report_of: Callable[..., Report], examples: Path
) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml", "bestuur")
    template = template_with(GOOD[name])
    check_template(template, "huisstijl.docx")
    document = Document(io.BytesIO(render(report, Theme(template=template))))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Aanleiding" in text and not any("{" in line or "poolwijzer-verslag" in line for line in text)
    if name != "without a title":
        assert report.title in text


@pytest.mark.parametrize("name", BAD)
def test_any_other_template_is_refused_in_one_line(name: str, template_with: With) -> None:
    old, new, words = BAD[name]
    with pytest.raises(InputError) as caught:
        check_template(template_with((old, new)), "huisstijl.docx")
    assert len(caught.value.problems) == 1
    told = str(caught.value)
    assert told.startswith("huisstijl.docx: ") and words in told and "\n" not in told
    assert caught.value.problems[0].hint


def test_a_writer_refuses_it_too(template_with: With) -> None:
    with pytest.raises(InputError, match="probeert meer"):
        render(Report("Titel", "", ()), Theme(template=template_with(("{{ titel }}", "{{ titel.x }}"))))


@pytest.mark.parametrize(
    ("asked", "words"),
    [("titl", "Bedoelde u titel?"), ("handtekening", "Gebruik alleen {{ titel }}, {{ ondertitel }}, {{ datum }}")],
)
def test_a_field_that_there_is_not_or_no_longer_shows_nothing_and_is_told(
    asked: str, words: str, template_with: With
) -> None:
    template = template_with(("{{ titel }}", f"[{{{{ {asked} }}}}]{{% if {asked} %}}ja{{% endif %}}"))
    (remark,) = open_template(template, "huisstijl.docx").remarks
    assert str(remark).startswith(f"huisstijl.docx: Het sjabloon vraagt om '{asked}'. Dat veld is er niet")
    assert words in remark.hint
    document = Document(io.BytesIO(render(Report("De titel", "", ()), Theme(template=template))))
    assert document.paragraphs[0].text == "[]"


def test_a_place_for_a_part_that_there_is_no_longer_stays_empty_and_is_told(template_with: With) -> None:
    template = template_with(("{{p kaart }}", "{{p tekening }}"), ("{{ titel }}", "{{ naam }}"))
    (remark,) = open_template(template, "huisstijl.docx").remarks
    assert "vraagt om 'naam' en 'tekening'. Die velden zijn er niet, of niet meer" in remark.message
    written = Document(io.BytesIO(render(Report("De titel", "", ()), Theme(template=template))))
    assert not any("tekening" in one.text or "{" in one.text for one in written.paragraphs)


def test_a_template_of_before_with_four_fields_holds_the_whole_report(
    template_with: With, report_of: Callable[..., Report], examples: Path
) -> None:
    gone = [f"{{{{p {place} }}}}" for place in (CARD, ANNEXES)]
    template = template_with(*((place, "") for place in gone), ("{% if concept %}{{ concept }}. {% endif %}", ""))
    assert open_template(template, "huisstijl.docx").remarks == ()
    report = report_of(examples / "flexteam-drenthe.yaml")
    old, new = (Document(io.BytesIO(render(report, Theme(template=one)))) for one in (template, make_template()))
    assert [one for one in _texts(old) if one] == [one for one in _texts(new) if one]


def test_a_part_of_the_report_stands_where_the_template_has_a_place_for_it(
    template_with: With, report_of: Callable[..., Report], examples: Path
) -> None:
    moved = template_with(
        ("{{p kaart }}", "{{p bijlagen X }}"),
        ("{{p bijlagen }}", "{{p kaart }}"),
        ("{{p bijlagen X }}", "{{p bijlagen }}"),
    )
    report = report_of(examples / "flexteam-drenthe.yaml")
    text = _texts(Document(io.BytesIO(render(report, Theme(template=moved)))))
    body = next(one.title for one in report.sections[1:] if not one.annex)
    places = [text.index(title) for title in ("Bijlage 5: de tekeningen in woorden", body, "In het kort")]
    assert places == sorted(places)


def test_a_body_in_a_table_is_refused(template_with: With) -> None:
    cell = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>'
    paragraph = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">{{p verslag }}'
    ends = "</w:t></w:r></w:p>"
    table = f"{cell}{BODY}{ends}</w:tc></w:tr></w:tbl><w:p/>"
    with pytest.raises(InputError, match="niet in een tabel"):
        check_template(template_with((paragraph + ends, table)), "huisstijl.docx")


def test_every_missing_style_is_named_at_once(template_with: With) -> None:
    gone = [(f'<w:name w:val="heading {level}"/>', '<w:name w:val="x"/>') for level in (1, 3)]
    with pytest.raises(InputError, match=r"ontbreken stijlen: Kop 1 \(Heading 1\), Kop 3 \(Heading 3\)\."):
        check_template(template_with(*gone), "huisstijl.docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen Word-document"),
        (b"# Verslag", "geen Word-document"),
        (b"PK\x03\x04kapot", "geen Word-document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "oud Word-document, of er zit een wachtwoord op"),
        (b"x" * (LARGEST + 1), "groter dan 20 MB"),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        check_template(data, "huisstijl.docx")


def test_macros_and_templates_of_word_itself_are_refused(template_with: With) -> None:
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    with pytest.raises(InputError, match="macro's"):
        check_template(template_with((plain, macros)), "huisstijl.docm")
    with pytest.raises(InputError, match="dotx"):
        check_template(template_with((plain, plain.replace("document.main", "template.main"))), "huisstijl.dotx")


def test_a_small_file_that_unpacks_into_a_large_one_is_refused(template_with: With) -> None:
    with pytest.raises(InputError, match="te groot"):
        check_template(template_with(add={"word/media/x.png": bytes(101 * 1024 * 1024)}), "huisstijl.docx")


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bestaat niet"):
        read_template(tmp_path / "weg.docx")
    with pytest.raises(InputError, match="een map"):
        read_template(tmp_path)


def test_the_template_of_an_organisation_keeps_its_letterhead_its_letters_and_its_styles(
    report_of: Callable[..., Report], examples: Path
) -> None:
    own = Document(io.BytesIO(make_template()))
    own.sections[0].header.paragraphs[0].text = "Gemeente Heuvelzoom"
    own.styles["Normal"].font.name = "Georgia"
    own.styles["Normal"].font.size = Pt(12)
    own.core_properties.author = "Een Medewerker"
    saved = io.BytesIO()
    own.save(saved)
    report = report_of(examples / "flexteam-drenthe.yaml")
    document = Document(io.BytesIO(render(report, Theme(template=saved.getvalue()))))
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Heuvelzoom"
    assert document.styles["Normal"].font.name == "Georgia" and document.styles["Normal"].font.size == Pt(12)
    assert document.core_properties.author == ""
    assert document.core_properties.title == f"{report.title}: {report.kind}"


def test_a_plain_document_of_word_with_the_fields_in_it_will_do(
    report_of: Callable[..., Report], examples: Path
) -> None:
    own = Document()
    own.add_heading("{{ titel }}", 0)
    own.add_paragraph("{{p verslag }}")
    own.add_paragraph("Vragen? Bel de griffie.")
    saved = io.BytesIO()
    own.save(saved)
    check_template(saved.getvalue(), "huisstijl.docx")
    data = render(report_of(examples / "flexteam-drenthe.yaml"), Theme(template=saved.getvalue()))
    document = Document(io.BytesIO(data))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert text[0] == "Flexteam Warmtetransitie Drenthe" and text[-1] == "Vragen? Bel de griffie."
    assert {"Poolwijzer label", "Poolwijzer cel", "Poolwijzer bron"} <= {style.name for style in document.styles}
    assert b'w:lang w:val="nl-NL"' in parts_of(data)["word/styles.xml"]


def test_a_section_that_ends_where_the_body_goes_keeps_its_end(template_with: With) -> None:
    paragraph = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">{{p verslag }}'
    broken = paragraph.replace("</w:pPr>", '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>')
    template = template_with((paragraph, broken))
    document = Document(io.BytesIO(render(Report("Titel", "", ()), Theme(template=template))))
    assert len(document.sections) == 2


CHANGED = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
"""Who changed it, and when."""
OPEN, SHUT = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
DELETED = f"<w:del {CHANGED}><w:r><w:delText>%s</w:delText></w:r></w:del>"
INSERTED = f"<w:ins {CHANGED}><w:r><w:t>%s</w:t></w:r></w:ins>"
MARK = f"<w:p><w:pPr><w:rPr><w:del {CHANGED}/></w:rPr></w:pPr>{DELETED % '{{ oud }}'}</w:p>"
ROW = "<w:tr>%s<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>"
TRACKED = {
    "a field that was deleted": ("{{ titel }}", DELETED % "{{ oud }}" + OPEN + "{{ titel }}"),
    "a field that was moved from here": (
        "{{ titel }}",
        f'<w:moveFromRangeStart w:id="8" w:name="m"/><w:moveFrom {CHANGED}><w:r><w:t>{{{{ oud }}}}</w:t></w:r>'
        f'</w:moveFrom><w:moveFromRangeEnd w:id="8"/>{OPEN}{{{{ titel }}}}',
    ),
    "a deletion inside a field": ("{{ titel }}", f"{OPEN}{{{{ {SHUT}{DELETED % 'on'}{OPEN}titel }}}}"),
    "a field that was inserted": ("{{ titel }}", f"{INSERTED % '{{ titel }}'}{OPEN}"),
    "a field that was moved to here": (
        "{{ titel }}",
        f"<w:moveTo {CHANGED}><w:r><w:t>{{{{ titel }}}}</w:t></w:r></w:moveTo>{OPEN}",
    ),
    "a field half of which was inserted": ("{{ titel }}", f"{OPEN}{{{{ ti{SHUT}{INSERTED % 'tel }}'}{OPEN}"),
    "a paragraph that was deleted": ("{{ titel }}", f"{OPEN}{{{{ titel }}}}{SHUT}</w:p>{MARK}<w:p>{OPEN}"),
    "a row that was deleted": (
        "{{ titel }}",
        f"{OPEN}{{{{ titel }}}}{SHUT}</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        + ROW % (f"<w:trPr><w:del {CHANGED}/></w:trPr>", "{{ oud }}")
        + ROW % (f"<w:trPr><w:ins {CHANGED}/></w:trPr>", "{{ datum }}")
        + f"</w:tbl><w:p>{OPEN}",
    ),
    "another look before": (
        "{{ titel }}",
        f"<w:r><w:rPr><w:b/><w:rPrChange {CHANGED}><w:rPr/></w:rPrChange></w:rPr><w:t>{{{{ titel }}}}{SHUT}{OPEN}",
    ),
}
"""What stands in the place of the run with the title, when its changes are tracked."""


@pytest.mark.parametrize("name", TRACKED)
def test_what_was_deleted_with_track_changes_is_no_field_and_what_was_inserted_is(
    name: str, template_with: With
) -> None:
    old, new = TRACKED[name]
    template = template_with((OPEN + old, new))
    check_template(template, "huisstijl.docx")
    filled = parts_of(render(Report("De titel", "", ()), Theme(template=template)))["word/document.xml"].decode()
    assert "De titel" in "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", filled))
    assert "{{" not in filled and not re.search(r"<w:(?:del|ins|move\w*|delText|\w+Change)[ />]", filled)
    assert "<w:tr>" not in filled or filled.count("<w:tr>") == 1


def test_a_field_that_was_deleted_from_the_footer_or_a_footnote_is_none_either(template_with: With) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = (
        f"<w:footnotes {W}><w:footnote><w:p>{DELETED % '{{ oud }}'}{OPEN}Zie {{{{ titel }}}}{SHUT}</w:p></w:footnote>"
    )
    template = template_with(
        (OPEN + "{{ datum }}", DELETED % "{{ oud }}" + OPEN + "{{ datum }}"),
        ("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'),
        (
            'Target="styles.xml"/>',
            f'Target="styles.xml"/><Relationship Id="v" Type="{relation}" Target="footnotes.xml"/>',
        ),
        add={"word/footnotes.xml": f"{note}</w:footnotes>".encode()},
    )
    check_template(template, "huisstijl.docx")
    parts = parts_of(render(Report("De titel", "", ()), Theme(template=template)))
    for part in ("word/footer.xml", "word/footnotes.xml"):
        assert "oud" not in parts[part].decode() and "{{" not in parts[part].decode()
    assert "Zie De titel" in parts["word/footnotes.xml"].decode()


def test_a_template_of_which_the_body_was_deleted_has_none(template_with: With) -> None:
    with pytest.raises(InputError, match="verslag }} ontbreekt"):
        check_template(template_with((f"{OPEN}{BODY}{SHUT}", DELETED % BODY)), "huisstijl.docx")
