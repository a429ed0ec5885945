"""Taking in what people sent back: what each file is, by what is in it and not by its name, and what it says.

Answers of a form, as a file or in a mail; a workbook of a form; a table of a survey; a file of the same initiative.
What is none of these is refused with what to do about it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import Notation, parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.filelist import FolderRule, Input, list_files
from poolwijzer.forms.returned.arrivals import Arrivals, Received
from poolwijzer.forms.returned.gate import ASK_AGAIN, INSTALL, NEWER, Gate, sent_bytes
from poolwijzer.forms.returned.looks import is_form_as_text, is_initiative, is_outlook, is_table, sheet_names
from poolwijzer.forms.returned.mail import LARGEST, Attachment, decode, is_mail, is_page, read_mail, strip_tags
from poolwijzer.forms.returned.packages import MOST_UNPACKED, holds_one_table, unpack, words_of_document
from poolwijzer.forms.returned.table_answers import TableRoad, take_table
from poolwijzer.forms.returned.workbook_kinds import KINDS, read_other_kind
from poolwijzer.forms.sent import find_blocks
from poolwijzer.forms.words import EVIDENCE, WHICH_BODY, WHICH_MUNICIPALITY
from poolwijzer.forms.workbook_form import CARRIED, SHEET
from poolwijzer.infile import open_file
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.file_kinds import recognise
from poolwijzer.tables.grid import MOST_BYTES
from poolwijzer.tables.registry import TABLES_IN
from poolwijzer.tables.xlsx_sheets import read_sheets
from poolwijzer.yamlfile import MAX_BYTES

MOST_BLOCKS = 20_000
"""In one text: as many people as one file of an initiative could hold, a few times over."""
_NO_FILES = ("thumbs.db", "desktop.ini")
_NO_SUFFIXES = (".lock", ".concept")
"""Of what a conversation keeps beside its file."""
_BEGINNING = 64 * 1024
"""In bytes, in which a form shows itself."""
_DEEPEST = 3
"""How far mails hang on mails."""
_DATA_SUFFIXES = (".yaml", ".yml", ".json")
_PAPER = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".pages")
_NOTHING = "Hier staan geen antwoorden in die Poolwijzer kan lezen."
_WHAT_TO_SEND = "Het blok tussen BEGIN POOLWIJZER en EINDE POOLWIJZER hoort erin te staan, in zijn geheel."
_IN_FOLDERS = FolderRule(
    lambda name: not name.startswith("~$") and name.lower() not in _NO_FILES and not name.endswith(_NO_SUFFIXES),
    "In deze map staat niets.",
    "Zet er de bestanden in die u kreeg, of noem ze zelf.",
)


class NoAnswersError(InputError):
    """There is nothing in it that could be answers: beside answers that is no matter."""


class Piece(NamedTuple):
    """Something that came in: a file, or what hung on a mail."""

    name: str
    """As messages call it."""
    suffix: str
    file: BinaryIO


def find_files(named: Iterable[str], besides: Iterable[Path]) -> list[Input]:
    """The files that these names stand for, each once; of a folder all of them that are not hidden."""
    found: dict[str, Input] = {}
    for one in list_files(named, _IN_FOLDERS, besides):
        found.setdefault(one.real if one.problem is None else str(one.problem), one)
    return list(found.values())


def take_in(
    files: Iterable[Input],
    assessment: Assessment,
    content: Content,
    on: date,
    road: TableRoad,
    pasted: tuple[Piece, ...] = (),
) -> Arrivals:
    """Take in everything that people sent back.

    Args:
        files: The files.
        assessment: The initiative.
        content: The menus.
        on: The day: what should be gone by then is not taken.
        road: How tables are read.
        pasted: What does not stand in a file.
    """
    gate = Gate(assessment, content, on)
    intake = _Intake(gate, road)
    number = len(pasted)
    for one in files:
        if one.problem:
            gate.refuse(one.problem)
            continue
        try:
            with open_file(one.path) as file:
                number += 1
                intake.take(Piece(str(one.path), one.path.suffix.lower(), file))
        except InputError as error:
            gate.refuse(error.problems)
    for piece in pasted:
        intake.take(piece)
    gate.refuse(intake.damaged())
    gate.refuse(list(gate.unknown_ids()))
    return Arrivals(
        tuple(gate.received),
        tuple(gate.counted),
        tuple(dict.fromkeys(gate.refused)),
        tuple(gate.remarks()),
        number,
    )


class _Intake:
    """One walk along all that came in."""

    def __init__(self, gate: Gate, road: TableRoad) -> None:
        self._gate = gate
        self._road = road
        self._seen: set[bytes] = set()
        self._whole: set[str] = set()
        self._damaged: list[tuple[str, Problem]] = []
        self._blocks = 0
        self._room = MOST_UNPACKED
        """Bytes that may still be unpacked of the piece that is taken in now."""
        self._beside: list[Problem] = []
        """What holds no answers, of the piece that is taken in now and what hangs on it."""

    def damaged(self) -> list[Problem]:
        """Blocks that are not whole, and of which no other copy is either."""
        return [problem for checksum, problem in self._damaged if checksum not in self._whole]

    def take(self, piece: Piece, depth: int = 0) -> None:
        """Take in a piece; what is wrong with it goes to the gate."""
        if depth == 0:
            self._room = MOST_UNPACKED
        try:
            self._take(piece, depth)
        except NoAnswersError as error:
            self._beside += error.problems
        except InputError as error:
            self._gate.refuse(error.problems)
        if depth == 0:
            self._gate.refuse(self._beside)
            self._beside = []

    def _take(self, piece: Piece, depth: int) -> None:
        start = piece.file.read(2048)
        piece.file.seek(0)
        if is_outlook(piece.file):
            message = "Dit is een bericht van Outlook (.msg). Dat leest Poolwijzer niet."
            hint = "Kies in Outlook Opslaan als, en dan Alleen tekst (.txt). Of sla de bijlage zelf op."
            raise InputError(Problem(piece.name, message, hint))
        kind = recognise(piece.file)
        piece.file.seek(0)
        if kind is not None and (self._took_workbook(piece, kind.suffix) or self._unpacked(piece, kind.suffix, depth)):
            return
        page = kind is not None and not kind.suffix and is_page(decode(start))
        if kind is not None and not page:
            if kind.message and self._take_blocks(words_of_document(piece.file), piece.name):
                return  # pasted into a document
            if kind.message and (piece.suffix in _PAPER or start.startswith(b"%PDF-")):
                hint = "Neem de antwoorden over in een lege vragenlijst in Excel, of in een tabel."
                raise NoAnswersError(Problem(piece.name, "Een formulier op papier leest Poolwijzer niet.", hint))
            take_table(self._gate, piece.name, piece.file, piece.suffix, self._road)
            return
        # Tables in plain text may be larger than any mail.
        if piece.suffix in TABLES_IN and piece.suffix != ".txt" and not is_mail(start):
            self._refuse_form(piece, decode(piece.file.read(_BEGINNING)))
            piece.file.seek(0)
            take_table(self._gate, piece.name, piece.file, piece.suffix, self._road)
            return
        raw = piece.file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            message = f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB."
            raise InputError(Problem(piece.name, message, "Sla het bericht op zonder de bijlagen."))
        if is_mail(raw):
            self._take_mail(piece, raw, depth)
        else:
            self._take_text(piece, raw)

    def _unpacked(self, piece: Piece, suffix: str, depth: int) -> bool:
        """Take in what is packed together; false if it is no package, or one table, which is read as it comes."""
        if suffix != ".zip" or depth >= _DEEPEST or holds_one_table(piece.file):
            return False
        found = unpack(piece.name, piece.file, self._room)
        self._room -= sum(len(packed.data) for packed in found)
        for packed in found:
            self._take_held(f"{piece.name}, bestand {quote(packed.name)}", packed, depth)
        return True

    def _take_held(self, name: str, held: Attachment, depth: int) -> None:
        """Take in a file that came in another one."""
        self.take(Piece(name, PurePath(held.name).suffix.lower(), io.BytesIO(held.data)), depth + 1)

    def _took_workbook(self, piece: Piece, suffix: str) -> bool:
        """Take the answers out of a workbook that a form was made as; false if it is another one."""
        names = sheet_names(piece.file) if suffix == ".xlsx" else frozenset()
        sheets = read_other_kind(piece.name, piece.file, suffix) if suffix in KINDS else None
        piece.file.seek(0)
        if not names & {SHEET, CARRIED} and sheets is None:
            return False
        from poolwijzer.forms.returned.workbook_in import NOT_OURS, read_workbook

        remarks: list[Problem] = []
        try:
            sent = read_workbook(piece.name, piece.file.read(MOST_BYTES), self._gate.content, remarks, sheets)
        except InputError as error:
            piece.file.seek(0)
            # A sheet of somebody else may have the same name as the one to fill in.
            if sheets or CARRIED in names or error.problems[0].message != NOT_OURS[0] or self._is_form(piece):
                raise
            return False
        self._gate.remark(remarks)
        self._gate.take_sent(sent_bytes(sent), piece.name)
        return True

    def _is_form(self, piece: Piece) -> bool:
        """Whether a workbook asks what a form asks, though what it carried is gone."""
        sheets = read_sheets(piece.name, piece.file)
        piece.file.seek(0)
        texts = {text for sheet in sheets if sheet.title == SHEET for row in sheet.rows for text in row.texts}
        return not texts.isdisjoint((WHICH_MUNICIPALITY, WHICH_BODY, EVIDENCE))

    def _take_mail(self, piece: Piece, raw: bytes, depth: int) -> None:
        mail = read_mail(raw, piece.name)
        before = self._so_far()
        for text in mail.texts:
            self._take_blocks(text, piece.name)
        for attached in mail.attachments:
            if depth < _DEEPEST:
                self._take_held(f"{piece.name}, bijlage {quote(attached.name)}", attached, depth)
        if self._so_far() != before:
            # What hangs on a mail beside the answers, such as the form itself, is worth saying and no more.
            self._gate.remark(self._beside)
            self._beside = []
        elif not self._beside:
            raise NoAnswersError(Problem(piece.name, _NOTHING, f"{_WHAT_TO_SEND} {ASK_AGAIN}"))

    def _so_far(self) -> tuple[int, int, int]:
        """How much was found that could be answers."""
        return self._blocks, len(self._gate.received), len(self._gate.refused)

    def _take_text(self, piece: Piece, raw: bytes) -> None:
        text = decode(raw)
        if self._take_blocks(strip_tags(text) if is_page(text) else text, piece.name):
            return
        if is_page(text):
            hint = f"{_WHAT_TO_SEND} Is dit de lege vragenlijst? Vraag dan om het antwoordbestand."
            raise NoAnswersError(Problem(piece.name, "Dit is een webpagina zonder antwoorden.", hint))
        if piece.suffix in _DATA_SUFFIXES or is_initiative(text):
            self._take_initiative(piece, raw, text)
        elif "\0" in text:
            hint = "Lezen kan Poolwijzer: antwoordbestanden, mails, vragenlijsten in Excel en tabellen."
            raise NoAnswersError(Problem(piece.name, "Dit is geen tekst, geen mail en geen tabel.", hint))
        elif is_table(text):
            self._refuse_form(piece, text)
            take_table(self._gate, piece.name, io.BytesIO(raw), piece.suffix, self._road)
        else:
            hint = f"{_WHAT_TO_SEND} {ASK_AGAIN}"
            raise NoAnswersError(Problem(piece.name, _NOTHING if text.strip() else "Dit bestand is leeg.", hint))

    def _refuse_form(self, piece: Piece, text: str) -> None:
        """Refuse the sheet of a form as plain text: as a table all of it would be taken for answers.

        Raises:
            InputError: it is one.
        """
        if is_form_as_text(text):
            message = "Dit is een werkblad van de vragenlijst als tekst. Welke vragenlijst, staat daar niet meer in."
            raise InputError(Problem(piece.name, message, "Vraag om de werkmap zelf (.xlsx of .ods)."))

    def _take_blocks(self, text: str, name: str) -> int:
        """Take the answers in every block of a text, and give how many blocks there are."""
        number = before = 0
        for number, block in enumerate(find_blocks(text), start=1):
            if number > MOST_BLOCKS:
                message = f"Hier staan meer dan {MOST_BLOCKS} blokken in. De rest is niet gelezen."
                self._gate.refuse(Problem(name, message, "Verdeel het over meer bestanden."))
                break
            self._blocks += 1
            if block.number > 1:
                self._gate.refuse(Problem(name, NEWER, INSTALL))
            elif block.data is None:
                message = "Het blok met antwoorden is onderweg veranderd: de controle klopt niet."
                if not block.ends:
                    message = "Het blok met antwoorden is niet heel: de regel met EINDE POOLWIJZER ontbreekt."
                self._damaged.append((block.checksum, Problem(name, message, ASK_AGAIN)))
            else:
                self._whole.add(block.checksum)
                # A thread that was forwarded holds it again.
                if block.data not in self._seen:
                    self._seen.add(block.data)
                    self._gate.take_sent(block.data, name, text[before : block.start])
            before = block.start
        return number

    def _take_initiative(self, piece: Piece, raw: bytes, text: str) -> None:
        """Take the respondents out of another file of the same initiative."""
        if len(raw) > MAX_BYTES:
            raise InputError(Problem(piece.name, "Dit bestand is groter dan 2 MB.", "Is dit het goede bestand?"))
        json = piece.suffix == ".json" or (piece.suffix not in _DATA_SUFFIXES and text.lstrip().startswith("{"))
        notation: Notation = "json" if json else "yaml"
        reading = parse_assessment(raw, piece.name, self._gate.content, notation=notation)
        other, here = reading.assessment, self._gate.assessment.initiative
        if other.initiative.id != here.id:
            message = f"Dit bestand gaat over een ander initiatief: {quote(other.initiative.name)}."
            told = f"Het id daarvan is {other.initiative.id}; hier is dat {here.id}."
            raise InputError(Problem(piece.name, message, told))
        if not other.responses:
            hint = "Antwoorden van de groep zelf neemt u niet zo over: die horen in één bestand."
            raise InputError(Problem(piece.name, "In dit bestand staat geen enkele respondent (responses).", hint))
        for response in other.responses:
            self._gate.take(Received(response, piece.name))
        if other.answers or other.choices or other.agreements or other.costs:
            more = "Antwoorden, keuzes en kosten" if other.costs else "Antwoorden en keuzes"
            message = f"Hieruit komen alleen de respondenten. {more} van de groep blijven daar staan."
            self._gate.remark([Problem(piece.name, message)])
