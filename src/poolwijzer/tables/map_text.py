"""A draft of a map as the text of its file, with for an adviser what to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import FORMAT
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.municipalities import UnknownMunicipality, find_municipality
from poolwijzer.problems import harmless
from poolwijzer.tables.map_draft import DraftColumn, MapDraft
from poolwijzer.tables.table_map import LEAVE_OUT

_SHAPES = {
    "long": "Elke rij is één antwoord.",
    "transposed": "Elke kolom is een respondent.",
    "wide": "Elke rij is een respondent.",
}
_MOST_WORDS = 200
"""Of each kind that is asked; who has more has free texts."""
_LONGEST_WORD = 80
"""In characters: a longer text is no word for an answer, and may tell who wrote it."""


def write_draft(draft: MapDraft, content: Content) -> str:
    """The text of a draft."""
    return "\n".join(_lines(draft, content)) + "\n"


def _lines(draft: MapDraft, content: Content) -> Iterator[str]:
    name = harmless(PurePath(draft.path).name)
    yield f"# Koppeling bij {name}: wat de woorden in deze tabel betekenen."
    yield "# Zoek op '# ?': daar weet Poolwijzer iets niet. De rest begreep hij zelf; kijk of het klopt."
    yield f"# Gebruik haar zo: poolwijzer batch {name} --map koppeling.yaml"
    yield "# Volgende maand dezelfde enquête? Dan past dezelfde koppeling."
    yield "# Hier staan ook woorden die respondenten typten. Haal weg wat u niet nodig hebt."
    yield f"poolwijzer: {FORMAT}"
    yield "kind: table-map"
    yield f"rows: {draft.rows}"
    if draft.shape:
        yield f"shape: {draft.shape}   # {_SHAPES[draft.shape]}"
    if draft.sheet:
        yield f"{'' if draft.sheet_chosen else '# '}sheet: {_scalar(draft.sheet)}"
    rows = ", ".join(map(str, draft.headers))
    if draft.headers_found:
        yield f"# headers: [{rows}]   # Hier vond Poolwijzer de koppen. Zonder deze regel zoekt hij ze elke keer."
    else:
        yield "# ? Poolwijzer herkende geen enkele kop. Staan de koppen in een andere rij, of in meer rijen?"
        yield f"headers: [{rows}]"
    yield ""
    yield "# Per kop waar de kolom voor staat: een stelling (zoals m2), de toelichting daarbij (answers.m2.note),"
    yield "# gemeente, role (de functie), basis (namens wie), named (mag de naam erbij), date, id of leave-out (niets)."
    yield '# Eigen antwoorden in een kolom: {to: m2, answers: {"zeker wel": 5}}.'
    yield "# Vraagt de enquête het omgekeerde van de stelling? Dan: {to: m2, reversed: true}."
    yield "columns:"
    for column in draft.columns:
        yield f"  {_scalar(column.key)}: {_to(column.to)}{_remark(column)}"
    yield from _answers(draft, content)
    yield from _roles(draft)
    yield from _organisations(draft)
    yield from _skip(draft)


def _remark(column: DraftColumn) -> str:
    sign = "? " if column.asks else ""
    return f"  # {sign}{', '.join(filter(None, (column.where, _plain(column.why))))}"


def _answers(draft: MapDraft, content: Content) -> Iterator[str]:
    scale = content.typology.scale
    yield ""
    points = f"{scale.lowest} tot en met {scale.highest}"
    yield f"# Per tekst welk antwoord dat is: {points}, {UNKNOWN}, of {LEAVE_OUT} (alsof er niets staat)."
    if not draft.answers:
        yield "# Van de stellingen hierboven zijn alle antwoorden begrepen."
        return
    yield "# Poolwijzer raadt niet wat een antwoord betekent. Vul achter de dubbele punt in wat het is, en haal het"
    yield "# eerste hekje weg. Kijk in de enquête wat het laagste en wat het hoogste antwoord was."
    if any(text.isdigit() for text, _ in draft.answers):
        yield f"# Er zijn getallen bij die niet op de schaal van {points} staan."
        yield "# Hoort daar een andere schaal bij? Zet dan ook de getallen die er wel op staan in deze lijst."
    yield "answers:"
    yield from _asked(draft.answers, "")


def _asked(words: Sequence[tuple[str, int]], to: str) -> Iterator[str]:
    """Words that somebody has to say the meaning of; behind a sign where there is nothing that it can be yet."""
    told = 0
    for text, number in words:
        if len(text) <= _LONGEST_WORD and "@" not in text and told < _MOST_WORDS:
            told += 1
            sign = "" if to else "# "
            yield f"  {sign}{_scalar(text)}: {to}  # ? {number} keer"
    if told < len(words):
        yield f"  # En nog {len(words) - told} andere teksten."


def _roles(draft: MapDraft) -> Iterator[str]:
    if "roles" in draft.words:
        yield ""
        yield "# Per functie de rol: ambtelijk, secretaris of bestuurlijk. Met leave-out telt het antwoord, zonder rol."
        yield "roles:"
        yield from _asked(draft.words["roles"], LEAVE_OUT)
    if "bases" in draft.words:
        yield ""
        yield "# Namens wie iemand antwoordt: namens-organisatie of eigen-beeld. Met leave-out is het een eigen beeld."
        yield "bases:"
        yield from _asked(draft.words["bases"], LEAVE_OUT)


def _organisations(draft: MapDraft) -> Iterator[str]:
    if not draft.organisations:
        return
    yield ""
    yield "# Per naam de gemeente. Is het de bestaande samenwerking? Dan: {kind: verband, name: de provincie Drenthe}."
    yield "# Haal het eerste hekje weg als u weet wie het is. Met leave-out tellen de rijen van die naam niet mee."
    yield "organisations:"
    for name, number in draft.organisations[:_MOST_WORDS]:
        if len(name) > _LONGEST_WORD or "@" in name:
            continue
        yield f"  # {_scalar(name)}:   # ? {number} keer. {_plain(_near(name))}"


def _near(name: str) -> str:
    try:
        find_municipality(name)
    except UnknownMunicipality as error:
        return error.hint
    return ""


def _skip(draft: MapDraft) -> Iterator[str]:
    yield ""
    yield '# Per kop bij welke waarden een rij niet meetelt: proefrijen, voorbeelden, niet af. Een lege cel is "".'
    if not draft.skip:
        yield '# skip: {"Status": ["test"]}'
    else:
        yield (
            f"# Om deze waarden: {count_things(draft.skipped, 'rij telt', 'rijen tellen')} nu niet mee."
            if draft.skipped
            else "# Nu staat er geen zo'n rij in."
        )
        yield "skip:"
        for header, values in draft.skip.items():
            yield f"  {_scalar(header)}: [{', '.join(map(_scalar, values))}]"
    yield ""
    yield "# Wat in een cel niets betekent, zoals - of 999:"
    yield '# nothing: ["-", "999"]'


def _to(target: str) -> str:
    return _scalar(target) if "[" in target else target


def _scalar(text: str) -> str:
    """A text as YAML reads it back to the letter."""
    inside = "".join(map(_escaped, text))
    return f'"{inside}"'


def _escaped(sign: str) -> str:
    if sign in ('"', "\\"):
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def _plain(text: str) -> str:
    """A text in a comment of one line."""
    return " ".join(harmless(text).split())
