"""What stands in a mail or a text: its words, whatever they were written in, and the files that hang on it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from html import unescape
from typing import NamedTuple

from poolwijzer.problems import InputError, Problem

LARGEST = 32 * 1024 * 1024
"""Of a mail, with what hangs on it: more than most mail servers let through."""
MOST_PARTS = 500
"""Of one mail, with those of the mails that were forwarded in it."""
MOST_HOLDERS = 60
"""Of one mail, parts that hold other parts: every line in them is looked at once for each."""
_HOLDER = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.MULTILINE | re.IGNORECASE)
_HEADER = re.compile(rb"(?:[!-9;-~]{1,80}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n")
_OF_MAIL = re.compile(rb"^(?:mime-version|content-type|message-id|received|return-path|x-mozilla-status):", re.M | re.I)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TAG = re.compile(r"<[^<>]*>")
_IS_PAGE = re.compile(r"\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|body|div|p|table)\b", re.I)
_SILENT = ("image/", "text/calendar", "text/vcard", "text/x-vcard", "application/pkcs7", "application/x-pkcs7")
"""What hangs on a mail and never holds answers: logos, invitations, cards and signatures."""


class Attachment(NamedTuple):
    """A file that hangs on a mail."""

    name: str
    data: bytes


class MailContent(NamedTuple):
    """What a mail says, and what hangs on it."""

    texts: tuple[str, ...]
    attachments: tuple[Attachment, ...] = ()


def is_mail(raw: bytes) -> bool:
    """Whether these bytes are a mail as programs save it (`.eml`): headers, an empty line, and what is in it."""
    found = _HEADER.match(raw[:65536].removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n"))
    return found is not None and _OF_MAIL.search(found[0]) is not None


def read_mail(raw: bytes, name: str) -> MailContent:
    """The texts of a mail, also of mails forwarded in it, and the files that hang on these.

    Raises:
        InputError: it is built so oddly that it cannot be taken apart.
    """
    try:
        if len(_HOLDER.findall(raw)) > MOST_HOLDERS:
            raise ValueError(MOST_HOLDERS)
        parts = list(_parts(message_from_bytes(raw.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n"))))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        message = "Deze mail is niet te lezen."
        raise InputError(Problem(name, message, "Kopieer de tekst ervan naar een tekstbestand.")) from None
    texts = tuple(text for text, _ in parts if text)
    return MailContent(texts, tuple(attached for _, attached in parts if attached))


def decode(raw: bytes, charset: str = "") -> str:
    """Text of others in any of the encodings that mail and Windows have; a sign that cannot be read becomes `�`."""
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    even, odd = raw[:2000:2], raw[1:2000:2]
    for mostly, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # A quote or a bullet among the letters has something there too.
        if len(mostly) < 2 * mostly.count(0) and not letters.count(0):
            return raw.decode(encoding, "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    for encoding in (charset, "utf-8"):
        try:
            if encoding:
                return raw.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def is_page(text: str) -> bool:
    """Whether a text is written in HTML."""
    return _IS_PAGE.match(text[:2000]) is not None


def strip_tags(text: str) -> str:
    """The words of a page."""
    return unescape(_TAG.sub(" ", text))


def _parts(mail: Message) -> Iterator[tuple[str, Attachment | None]]:
    """Of each part its text, or what hangs on the mail."""
    for number, part in enumerate(mail.walk()):
        if number >= MOST_PARTS:
            raise ValueError(number)
        if part.is_multipart():
            continue
        kind, file = part.get_content_type(), part.get_filename()
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            continue
        if file is None and kind in ("text/plain", "text/html"):
            text = decode(data, str(part.get_content_charset() or ""))
            yield (strip_tags(text) if kind == "text/html" else text), None
        elif not kind.startswith(_SILENT):
            yield "", Attachment(str(file or "bijlage"), data)
