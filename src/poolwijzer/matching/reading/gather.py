"""Everything that was given to match, from a file of ours and from tables, as one: requests, offers and rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from poolwijzer.infile import open_file
from poolwijzer.matching.reading.entries import Entry
from poolwijzer.matching.reading.file import MatchingFile
from poolwijzer.matching.reading.our_file import FileRead, parse_matching_file
from poolwijzer.matching.reading.periods import Span
from poolwijzer.matching.reading.row_of_priority import RowOfPriority, make_row
from poolwijzer.matching.reading.table import read_table
from poolwijzer.matching.reading.table_rows import TableOptions
from poolwijzer.matching.values import Offer, Request, Rules, Spread
from poolwijzer.problems import InputError, Problem, did_you_mean, in_order, quote
from poolwijzer.tables.words import said_as
from poolwijzer.yamlfile import is_json, read_bytes

OWN_SUFFIXES = (".yaml", ".yml", ".json")
_SPREADS: dict[str, Spread] = {"gelijk": "evenly", "vrij": "anywhere"}


class Source(NamedTuple):
    """A file to read.

    Attributes:
        path: The file.
        asked: Whether the rows of a table are requests or offers; None where the table says so itself.
        raw: What is in it, where it was read already, as standard input is.
    """

    path: Path
    asked: bool | None = None
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """What there is to match.

    Attributes:
        requests: In the order in which they were read.
        offers: In the order in which they were read.
        rules: As they were agreed.
        row: Who goes first, and by which measure.
        title: What the report is to be called; may be empty.
        left_out: What is wrong with rows of tables that do not count.
        remarks: What else is worth saying.
    """

    requests: tuple[Entry, ...]
    offers: tuple[Entry, ...]
    rules: Rules = field(default_factory=Rules)
    row: RowOfPriority = field(default_factory=RowOfPriority)
    title: str = ""
    left_out: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def asked(self) -> tuple[Request, ...]:
        """The requests, as they are matched."""
        return tuple(Request(*one.given) for one in self.requests)

    def offered(self) -> tuple[Offer, ...]:
        """The offers, as they are matched."""
        return tuple(Offer(*one.given) for one in self.offers)


def gather_hours(sources: Sequence[Source], *, sheet: str = "", count_hidden: bool = False) -> Hours:
    """Read all that was given.

    Args:
        sources: One file of ours at most, and any number of tables.
        sheet: Which sheet of the workbooks.
        count_hidden: Whether rows of tables count that a spreadsheet does not show.

    Raises:
        InputError: with every problem in the file of ours, in the headers of the tables, and where nothing is left to
            match. Rows of tables that cannot be used are left out, and told in `left_out`.
    """
    ours = [one for one in sources if _is_ours(one)]
    problems: list[Problem] = []
    for other in ours[1:]:
        message = "Er is al een bestand met vraag, aanbod en regels gegeven."
        problems.append(Problem(str(other.path), message, "Zet alles in één bestand. Tabellen mogen er meer zijn."))
    for one in ours:
        if one.asked is not None:
            message = "Dit is geen tabel: het zegt zelf wat vraag is, en wat aanbod."
            problems.append(Problem(str(one.path), message, "Noem het zonder --requests of --offers."))
    if problems:
        raise InputError(problems)
    read: FileRead | None = None
    try:
        read = _read_ours(ours[0]) if ours else None
    except InputError as error:
        problems += error.problems
    file = read.file if read else None
    found = list(read.entries) if read else []
    remarks, left_out = list(read.remarks if read else ()), list[Problem]()
    for source in sources:
        if _is_ours(source):
            continue
        period = Span(file.period.start, file.period.until) if file and file.period else None
        organisations = file.others if file else ()
        options = TableOptions(source.asked, sheet, count_hidden, period, organisations)
        try:
            with open_file(source.path) as table:
                of_table = read_table(str(source.path), table, source.path.suffix.lower(), options)
        except InputError as error:
            problems += error.problems
            continue
        found += of_table.entries
        left_out += of_table.left_out
        remarks += of_table.remarks
    if problems:
        raise InputError(problems)
    return _together(found, file, read, in_order(left_out), remarks)


def _is_ours(source: Source) -> bool:
    return source.raw is not None or source.path.suffix.lower() in OWN_SUFFIXES


def _read_ours(source: Source) -> FileRead:
    raw = read_bytes(source.path) if source.raw is None else source.raw
    json = is_json(raw) if source.raw is not None else source.path.suffix.lower() == ".json"
    return parse_matching_file(raw, str(source.path), json=json)


def _together(
    found: Sequence[Entry],
    file: MatchingFile | None,
    read: FileRead | None,
    left_out: Sequence[Problem],
    remarks: list[Problem],
) -> Hours:
    words = _one_spelling(found)
    entries = [replace(one, expertise=words[said_as(one.expertise)]) for one in found]
    requests = tuple(one for one in entries if one.asked)
    offers = tuple(one for one in entries if not one.asked)
    missing = [what for what, there in (("vraag", requests), ("aanbod", offers)) if not there]
    if missing:
        path = str(found[0].place.path) if found else read.path if read else left_out[0].path if left_out else "match"
        hint = (
            "Verbeter eerst wat hierboven staat."
            if left_out
            else "Zet vraag en aanbod in het bestand, of geef tabellen."
        )
        raise InputError([*left_out, Problem(path, f"Er is geen {' en geen '.join(missing)}.", hint)])
    row = make_row(file, {one.municipality for one in requests}) if file else RowOfPriority()
    rules = Rules(
        priority=row.places,
        offered=_SPREADS[file.rules.offered] if file else Rules().offered,
        asked=_SPREADS[file.rules.asked] if file else Rules().asked,
        own=file.rules.own if file else Rules().own,
    )
    remarks += [*_twice(entries), *_near_words(requests, offers)]
    if read:
        remarks += read.tell_idle(row, entries)
    return Hours(requests, offers, rules, row, file.title if file else "", tuple(left_out), tuple(remarks))


def _one_spelling(entries: Iterable[Entry]) -> dict[str, str]:
    """By what makes no difference in an expertise how it is written: as most do, whatever the order."""
    spelled: dict[str, Counter[str]] = {}
    for one in entries:
        spelled.setdefault(said_as(one.expertise), Counter())[one.expertise] += 1
    return {said: min(counts, key=lambda text: (-counts[text], text)) for said, counts in spelled.items()}


def _twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Hours that stand there twice, word for word: they count twice."""
    seen: dict[tuple[object, ...], Entry] = {}
    for one in entries:
        first = seen.setdefault((one.asked, *one.given), one)
        if first is not one:
            what = "Deze vraag" if one.asked else "Dit aanbod"
            where = f"regel {first.place.line}" if first.place.path == one.place.path else str(first.place.path)
            message = f"{what} van {one.municipality} staat er twee keer: ook in {where}. Allebei tellen mee."
            yield one.problem(message, "Is het hetzelfde? Haal er een weg. Anders helpt een toelichting.")


def _near_words(requests: Sequence[Entry], offers: Sequence[Entry]) -> Iterator[Problem]:
    """Expertises without any offer, where one that is offered is nearly the same word."""
    offered = {one.expertise for one in offers}
    asked = {one.expertise for one in requests}
    for word in sorted(asked - offered):
        if hint := did_you_mean(word, sorted(offered)):
            first = next(one for one in requests if one.expertise == word)
            yield first.problem(f"Niemand biedt {quote(word)} aan. Poolwijzer koppelt alleen gelijke woorden.", hint)
