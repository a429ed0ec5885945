"""What people send back, in every way in which it comes: told apart by what is in it, and refused with a reason."""

from __future__ import annotations

import io
import json
import quopri
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.intake import Piece, find_files, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.forms.sent import find_blocks
from tests.forms.senders import block, sent_data, sent_text

ON = date(2026, 11, 1)
NAMES = ["Assen", "Emmen", "Hoogeveen"]
ANSWERS = {"m16": 3, "m2": 4, "m6": "weet-niet", "m3": {"value": 2, "note": "Eén wens: „samen”"}}

Take = Callable[..., Arrivals]


@pytest.fixture
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """What is asked about."""
    return assessment_of(municipalities=NAMES)


@pytest.fixture
def text(initiative: Assessment, content: Content) -> str:
    """An answers file of Assen."""
    return sent_text(initiative, content, "Assen", ANSWERS)


@pytest.fixture
def take(initiative: Assessment, content: Content) -> Take:
    """Takes in bytes, or texts, each by a name; no name is told by its suffix."""

    def taken(*ones: str | bytes, name: str = "brief", on: date = ON, road: TableRoad | None = None) -> Arrivals:
        raws = [one.encode() if isinstance(one, str) else one for one in ones]
        suffix = Path(name).suffix
        pieces = tuple(
            Piece(name if len(raws) == 1 else f"{name}-{number}", suffix, io.BytesIO(raw))
            for number, raw in enumerate(raws, start=1)
        )
        return take_in([], initiative, content, on, road or TableRoad(), pieces)

    return taken


def whole(arrivals: Arrivals) -> dict[str, Any]:
    """The one response that came in; nothing else did."""
    assert arrivals.refused == ()
    (one,) = arrivals.received
    return one.response.model_dump(mode="json", exclude_defaults=True)


def refused(arrivals: Arrivals) -> str:
    """The one reason why nothing came in."""
    assert arrivals.received == ()
    (one,) = arrivals.refused
    return str(one)


def mail(body: str, subtype: str = "plain", charset: str = "utf-8", cte: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Een ambtenaar <iemand@example.nl>"
    message["To"] = "regio@example.nl"
    message["Subject"] = "Onze antwoorden"
    message.set_content(body, subtype=subtype, charset=charset, cte=cte)
    return message


def test_an_answers_file_is_taken_whole(take: Take, text: str) -> None:
    found = whole(take(text))
    assert found["organisation"] == {"kind": "gemeente", "name": "Assen"}
    assert found["answers"] == {"m16": 3, "m2": 4, "m6": "weet-niet", "m3": {"value": 2, "note": "Eén wens: „samen”"}}
    assert (found["date"], found["delete_on"], found["questions"]) == ("2026-10-01T09:00", "2026-12-31", "kort")
    assert "named" not in found  # nobody agreed to be named


def in_outlook(text: str) -> str:
    """As a mail program shows a mail that was answered and forwarded, with other line ends and quotes."""
    quoted = "".join(f"> > {line}\r\n" for line in text.splitlines())
    return f"Van: iemand@example.nl\r\nZie hieronder.\r\n\r\n{quoted}\r\n-- \r\nMet groet"


ROADS: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "UTF-16 of Windows": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "Windows-1252": lambda text: text.encode("cp1252", "replace"),
    "forwarded and quoted": lambda text: in_outlook(text).encode(),
    "pasted into one line": lambda text: " ".join(text.split("\n")).encode(),
    "hard spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "a page": lambda text: f"<html><body><p>{'<br>'.join(text.splitlines())}</p></body></html>".encode(),
    "mail": lambda text: mail(text).as_bytes(),
    "mail, quoted-printable": lambda text: mail(text, cte="quoted-printable").as_bytes(),
    "mail, base64": lambda text: mail(text, cte="base64").as_bytes(),
    "mail in Windows-1252": lambda text: mail(text.replace("„", '"').replace("”", '"'), charset="cp1252").as_bytes(),
    "mail in HTML": lambda text: mail("<div>" + "<br/>".join(text.splitlines()) + "</div>", "html").as_bytes(),
    "mail with CRLF": lambda text: mail(text).as_bytes().replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("road", ROADS)
def test_a_text_comes_through_by_every_road_as_it_was_sent(take: Take, text: str, road: str) -> None:
    assert whole(take(ROADS[road](text))) == whole(take(text))


def test_an_attachment_of_a_mail_is_taken_in(take: Take, text: str) -> None:
    message = mail("De antwoorden vindt u in de bijlage.")
    message.add_attachment(text.encode(), maintype="text", subtype="plain", filename="antwoorden-assen.txt")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    assert whole(take(message.as_bytes())) == whole(take(text))


def test_a_mail_that_hangs_on_a_mail_is_taken_in(take: Take, text: str) -> None:
    outer = mail("Ter info, zie de mail hieronder.")
    outer.add_attachment(mail(text))
    assert whole(take(outer.as_bytes())) == whole(take(text))
    loose = mail("Ter info, zie de bijlage.")
    loose.add_attachment(mail(text).as_bytes(), maintype="application", subtype="octet-stream", filename="mail.eml")
    assert whole(take(loose.as_bytes())) == whole(take(text))


def test_the_form_that_hangs_beside_the_answers_is_told_and_no_more(take: Take, text: str) -> None:
    message = mail(text)
    page = b"<!DOCTYPE html><html><body>Vragenlijst</body></html>"
    message.add_attachment(page, maintype="text", subtype="html", filename="vragenlijst.html")
    arrivals = take(message.as_bytes())
    assert len(arrivals.received) == 1
    assert arrivals.refused == ()
    assert "webpagina zonder antwoorden" in str(arrivals.remarks[0])


def test_a_thread_with_more_answers_gives_each_once(
    take: Take, text: str, initiative: Assessment, content: Content
) -> None:
    other = sent_text(initiative, content, "Emmen", ANSWERS)
    arrivals = take(in_outlook(f"{text}\n{other}\n{text}"), text)
    assert [one.response.organisation.name for one in arrivals.received] == ["Assen", "Emmen"]
    assert arrivals.refused == ()


def test_a_damaged_copy_beside_one_that_is_whole_is_no_matter(take: Take, text: str) -> None:
    assert whole(take(text.replace("\n", "\nJdV ")[:-40] + "\n" + text)) == whole(take(text))


def test_half_a_block_is_told_and_the_next_one_is_taken(
    take: Take, text: str, initiative: Assessment, content: Content
) -> None:
    other = sent_text(initiative, content, "Emmen", ANSWERS)
    arrivals = take(text[: len(text) * 2 // 3] + "\n\n" + other)
    assert [one.response.organisation.name for one in arrivals.received] == ["Emmen"]
    assert "EINDE POOLWIJZER ontbreekt" in str(arrivals.refused[0])


def test_a_letter_that_changed_on_the_way_is_seen(take: Take, text: str) -> None:
    start = text.index("BEGIN POOLWIJZER") + 60
    changed = text[:start] + ("A" if text[start] != "A" else "B") + text[start + 1 :]
    said = refused(take(changed))
    assert "onderweg veranderd" in said
    assert "Vraag de afzender om het antwoordbestand zelf" in said


def changed(initiative: Assessment, content: Content, **more: Any) -> dict[str, Any]:
    """What Assen sent, with parts of it otherwise."""
    data = sent_data(initiative, content, "Assen", ANSWERS)
    for path, value in more.items():
        group = data
        *steps, last = path.split("__")
        for step in steps:
            group = group[step]
        group[last] = value
    return data


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"form__initiative": "ander", "form__name": "Ander plan"}, "gaan over een ander initiatief: 'Ander plan'"),
        ({"response__organisation__name": "Emen"}, "Bedoelde u Emmen?"),
        ({"response__organisation__name": "Zwolle"}, "'Zwolle' staat niet in de lijst van dit initiatief"),
        ({"response__answers": {"m16": 7}}, "answers.m16: Het antwoord '7' kan niet."),
        ({"response__answers": {"m16": "vaak"}}, "answers.m16.value: Hier hoort een heel getal, niet 'vaak'."),
        ({"response__answers": {"x9": 3}}, "De stelling 'x9' bestaat niet."),
        ({"response__answers": {}}, "geen enkel antwoord"),
        ({"response__role": "koning"}, "role: "),
        ({"response__extra": 1}, "extra"),
        ({"response__date": "gisteren"}, "date: "),
        ({"response__id": "Jan de Vries"}, "id: "),
        ({"poolwijzer": 99}, "nieuwere Poolwijzer"),
        ({"kind": "iets"}, "geen antwoorden van een vragenlijst"),
        ({"response__delete_on": "2026-10-31"}, "had op 31 oktober 2026 weg moeten zijn"),
        ({"response__answers": {"m16": 10**400}}, "answers.m16.value: Hier hoort een heel getal"),
        ({"response__answers": {"m2": {"value": 3, "note": {"a": [1] * 9}}}}, "answers.m2"),
    ],
)
def test_what_does_not_fit_is_one_line_with_what_to_do(
    take: Take, initiative: Assessment, content: Content, more: dict[str, Any], said: str
) -> None:
    assert said in refused(take(block(changed(initiative, content, **more))))


@pytest.mark.parametrize(
    "data",
    [
        b'{"kind": ' + b"[" * 60_000,
        b'{"kind": "answers", "kind": "answers"}',
        b'{"kind": "answers", "poolwijzer": ' + b"9" * 5000 + b"}",
        b"[1, 2",
        b"\xff\xfe\x00",
        b'"tekst"',
        b"{}",
        json.dumps({"kind": "answers", **{f"k{number}": number for number in range(5000)}}).encode(),
    ],
    ids=range(8),
)
def test_a_hostile_block_is_a_few_lines_and_no_more(take: Take, data: bytes) -> None:
    from poolwijzer.forms.sent import write_block

    arrivals = take(write_block(data))
    assert arrivals.received == ()
    assert 1 <= len(arrivals.refused) <= 4
    assert all(len(str(one)) < 600 for one in arrivals.refused)


def test_an_id_of_other_menus_is_listed_and_kept_out(take: Take, initiative: Assessment, content: Content) -> None:
    menus = {"version": "0.9", "hash": "ander"}
    texts = [
        block(
            changed(
                initiative,
                content,
                form__menus=menus,
                response__id=f"r-{number}",
                response__answers={"m16": 3, "oud": 2},
            )
        )
        for number in range(3)
    ]
    arrivals = take(*texts)
    assert [list(one.response.answers) for one in arrivals.received] == [["m16"]] * 3
    (problem,) = arrivals.refused
    assert "De stelling 'oud' kennen de menu's van nu niet. 3 antwoorden daarop zijn niet overgenomen." in str(problem)
    assert "3 antwoorden zijn gegeven met andere menu's (versie 0.9)" in str(arrivals.remarks[0])


def test_another_version_of_the_form_is_told_once(take: Take, initiative: Assessment, content: Content) -> None:
    texts = [block(changed(initiative, content, form__id="anders", response__id=f"r-{number}")) for number in range(4)]
    arrivals = take(*texts)
    assert len(arrivals.received) == 4
    (remark,) = arrivals.remarks
    assert "4 antwoorden horen bij een eerdere vragenlijst" in str(remark)


def test_a_text_without_a_block_says_what_should_be_in_it(take: Take) -> None:
    said = refused(take("Beste regio,\n\nWij hebben het ingevuld. Groet, een ambtenaar"))
    assert "Hier staan geen antwoorden in" in said
    assert "BEGIN POOLWIJZER" in said


def test_a_mail_without_a_block_says_so_once(take: Take) -> None:
    assert "Hier staan geen antwoorden in" in refused(take(mail("Zie de bijlage.").as_bytes()))


def test_an_outlook_message_says_how_to_save_it_otherwise(take: Take) -> None:
    raw = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "__properties_version1.0".encode("utf-16-le") + b"\0" * 600
    assert "Alleen tekst (.txt)" in refused(take(raw, name="antwoord.msg"))


def test_a_pdf_and_a_word_document_are_told_to_be_paper(take: Take) -> None:
    assert "op papier" in refused(take(b"%PDF-1.7\n%\xe2\xe3", name="scan.pdf"))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
    assert "op papier" in refused(take(package.getvalue(), name="vragenlijst.docx"))


@pytest.mark.parametrize("raw", [bytes(range(256)) * 40, b"\0" * 5000, b"", b"\xff" * 100, b"\x80\x81" * 3000])
def test_rubbish_is_one_line(take: Take, raw: bytes) -> None:
    arrivals = take(raw, name="rommel.bin")
    assert arrivals.received == ()
    assert len(arrivals.refused) == 1


def test_a_mail_built_to_break_readers_is_one_line(take: Take) -> None:
    deep = b"MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=b0\n\n"
    for number in range(400):
        inner = f"--b{number}\nContent-Type: multipart/mixed; boundary=b{number + 1}\n\n"
        deep += inner.encode()
    arrivals = take(deep)
    assert arrivals.received == ()
    assert len(arrivals.refused) == 1
    many = mail("x")
    for number in range(600):
        many.add_attachment(b"x", maintype="text", subtype="plain", filename=f"{number}.txt")
    assert len(take(many.as_bytes()).refused) == 1


def test_a_mail_in_an_unknown_character_set_is_read_all_the_same(take: Take, text: str) -> None:
    raw = b"MIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; charset=klingon\n\n" + text.encode()
    assert whole(take(raw)) == whole(take(text))


def test_marks_without_end_take_no_time_and_no_memory(take: Take) -> None:
    arrivals = take("BEGIN POOLWIJZER 1 00000000 " * 200_000)
    assert arrivals.received == ()
    assert any("meer dan 20000 blokken" in str(one) for one in arrivals.refused)


def test_another_file_of_the_same_initiative_gives_its_respondents(take: Take) -> None:
    file = """
poolwijzer: 1
initiative: {id: proef, name: Proef}
answers: {m2: 5}
responses:
  - {id: emmen-1, organisation: {kind: gemeente, name: Emmen}, role: bestuurlijk, answers: {m2: 2}}
"""
    arrivals = take(file, name="emmen.yaml")
    assert [one.response.id for one in arrivals.received] == ["emmen-1"]
    assert "alleen de respondenten" in str(arrivals.remarks[0])
    assert "ander initiatief: 'Ander'" in refused(
        take(file.replace("id: proef, name: Proef", "id: ander, name: Ander"))
    )


def test_a_folder_gives_all_that_is_in_it_but_what_a_computer_puts_there(tmp_path: Path, text: str) -> None:
    for name in ("b.txt", "a.eml", "in/c.csv", ".verborgen", "Thumbs.db", "~$c.xlsx", "plan.yaml.concept"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = find_files([str(tmp_path), str(tmp_path / "*.txt")], [])
    assert [one.path.relative_to(tmp_path).as_posix() for one in found] == ["a.eml", "b.txt", "in/c.csv"]


def test_blocks_survive_what_mail_does_to_lines(text: str) -> None:
    wrapped = "\n".join(f"> {line[start : start + 50]}" for line in text.splitlines() for start in range(0, 100, 50))
    assert [one.data for one in find_blocks(wrapped)] == [one.data for one in find_blocks(text)]
    printed = quopri.decodestring(quopri.encodestring(text.encode())).decode()
    assert [one.data for one in find_blocks(printed)] == [one.data for one in find_blocks(text)]


def test_an_answer_without_a_day_is_the_oldest(take: Take, initiative: Assessment, content: Content) -> None:
    found = whole(take(sent_text(initiative, content, "Assen", ANSWERS, on=None)))
    assert "date" not in found
    later = sent_text(initiative, content, "Assen", ANSWERS, on=datetime(2026, 10, 2, 8, 30))  # noqa: DTZ001
    assert whole(take(later))["date"] == "2026-10-02T08:30"


def test_a_brochure_beside_an_answers_file_is_no_matter_and_half_a_file_is(
    take: Take, text: str, initiative: Assessment, content: Content
) -> None:
    message = mail("Zie de bijlagen.")
    message.add_attachment(text.encode(), maintype="text", subtype="plain", filename="antwoorden.txt")
    message.add_attachment(b"%PDF-1.7\n", maintype="application", subtype="pdf", filename="folder.pdf")
    found = take(message.as_bytes())
    assert (len(found.received), found.refused) == (1, ())
    assert "op papier" in str(found.remarks[0])
    half = sent_text(initiative, content, "Emmen", ANSWERS)[:-80]
    message.add_attachment(half.encode(), maintype="text", subtype="plain", filename="meer.txt")
    found = take(message.as_bytes())
    assert (len(found.received), len(found.refused)) == (1, 1)
    assert "bijlage 'meer.txt': Het blok met antwoorden is niet heel" in str(found.refused[0])


def test_a_sentence_with_a_semicolon_is_no_table(take: Take) -> None:
    said = refused(take("Beste regio; dank voor de vragenlijst.\nWij vulden hem in; zie hieronder; tot ziens."))
    assert "Hier staan geen antwoorden in" in said


def test_an_answer_from_the_future_is_told_since_it_goes_before_others(
    take: Take, initiative: Assessment, content: Content
) -> None:
    later = sent_text(initiative, content, "Assen", ANSWERS, on=date(2031, 1, 1))
    (remark,) = take(later).remarks
    assert "een datum na 1 november 2026" in str(remark)


def test_the_existing_body_answers_its_own_form(assessment_of: Callable[..., Assessment], content: Content) -> None:
    body = {"kind": "gr", "name": "het regiobureau Proef"}
    assessment = assessment_of(municipalities=NAMES, context={"verband": body})
    text = sent_text(assessment, content, "het regiobureau Proef", {"b2": 4, "b6": 2}, of="verband")
    arrivals = take_in([], assessment, content, ON, TableRoad(), (Piece("brief", "", io.BytesIO(text.encode())),))
    found = whole(arrivals)
    assert found["organisation"] == {"kind": "verband", "name": "het regiobureau Proef"}
    assert (found["answers"], arrivals.remarks) == ({"b2": 4, "b6": 2}, ())


def test_an_id_that_the_menus_renamed_comes_in_under_its_new_one(
    initiative: Assessment, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "typologie.yaml").write_text("renamed: {statements: {oud: m3}}\n", encoding="utf-8")
    menus = load_menus(tmp_path)
    data = sent_data(initiative, content, "Assen", {"oud": 2, "m16": 3})
    raw = io.BytesIO(block(data).encode())
    arrivals = take_in([], initiative, menus, ON, TableRoad(), (Piece("brief", "", raw),))
    assert whole(arrivals)["answers"] == {"m16": 3, "m3": 2}
    assert "andere menu's" in str(arrivals.remarks[0])


def test_more_who_answered_make_no_more_than_a_line_of_each_remark(
    take: Take, initiative: Assessment, content: Content
) -> None:
    texts = [sent_text(initiative, content, "Assen", ANSWERS, id=f"r-{number}") for number in range(30)]
    arrivals = take("\n".join(texts))
    assert (len(arrivals.received), arrivals.refused, arrivals.remarks) == (30, (), ())
