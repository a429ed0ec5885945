"""One person who answered twice: only the newest answer counts, and nobody's address is kept.

Addresses are compared by a hash with a salt of this run. A mailbox that people share never makes two of them one.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from poolwijzer.tables.words import fold_words

_ADDRESS = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+")
# fmt: off
_SHARED = frozenset((
    "admin", "administratie", "algemeen", "balie", "beheer", "beleid", "bestuur", "bestuurssecretariaat",
    "burgemeester", "burgerzaken", "college", "communicatie", "contact", "cluster", "duurzaam", "duurzaamheid",
    "energie", "energieloket", "energietransitie", "enquete", "fysiek", "gemeente", "gemeentehuis", "griffie",
    "hallo", "hello", "info", "informatie", "isolatie", "kcc", "klantcontact", "klimaat", "klimaatadaptatie",
    "leefomgeving", "loket", "mail", "milieu", "noreply", "omgeving", "ondersteuning", "ontvangst", "openbaar",
    "office", "planning", "post", "postbus", "projecten", "raad", "receptie", "redactie", "regio", "ruimte",
    "ruimtelijk", "samenleving", "secretariaat", "secretaris", "stad", "stadhuis", "support", "team", "transitie",
    "transitievisie", "vergunningen", "voorlichting", "warmte", "warmtetransitie", "wethouder", "wethouders",
    "welkom", "wijk", "wonen", "woonloket",
))
# fmt: on
"""How mailboxes begin that belong to more than one person."""


class Sender(NamedTuple):
    """Who sent in a row, as far as it tells."""

    row: int
    organisation: str
    age: datetime
    id: str | None
    role: str | None
    address: bytes | None
    """The hash of an address."""
    shared: bool
    """Whether that is the address of more than one person."""


class Twice(NamedTuple):
    """Two rows that may be of one person."""

    row: int
    other: int
    """The newer one."""
    counts: bool
    """Whether the first counts all the same, since more than one person may share its address."""


class AddressBook:
    """Addresses as hashes, that only this run can compare."""

    def __init__(self) -> None:
        """With a salt that nobody keeps."""
        self._salt = secrets.token_bytes(16)

    def look_up(self, texts: Iterable[str], organisation: str) -> tuple[bytes | None, bool]:
        """The hash of the first address among texts, and whether more than one person may use it."""
        for text in texts:
            if found := _ADDRESS.search(text):
                local, _, domain = found[0].casefold().partition("@")
                words = re.split(r"[^a-z0-9]+", local.partition("+")[0])
                own = {fold_words(organisation).replace(" ", ""), domain.partition(".")[0]}
                shared = "".join(words) in own or any(word in _SHARED for word in words)
                return blake2b(f"{local}@{domain}".encode(), key=self._salt, digest_size=16).digest(), shared
        return None, False


def find_doubles(senders: Sequence[Sender]) -> Iterator[Twice]:
    """Every row that has a newer one of the same person: by its id, else by its address.

    The same id or address for another organisation is another answer: people work for more than one municipality.
    """
    gone: set[int] = set()
    for by_address in (False, True):
        found: dict[Hashable, list[Sender]] = {}
        for sender in senders:
            key = sender.address if by_address else sender.id
            if key is not None and sender.row not in gone:
                found.setdefault((sender.organisation, key), []).append(sender)
        for group in found.values():
            newest = max(group, key=lambda one: (one.age, one.row))
            for sender in group:
                if sender.row != newest.row:
                    apart = by_address and (sender.shared or _differ(sender, newest))
                    if not apart:
                        gone.add(sender.row)
                    yield Twice(sender.row, newest.row, apart)


def _differ(one: Sender, other: Sender) -> bool:
    """Whether two rows from one address say that they are of two persons."""
    return one.role is not None and other.role is not None and one.role != other.role
