"""What is wrong with a file that is no YAML, in Dutch and with what to do about it.

The parsers say in English where they got stuck, and their two ways of saying it differ. What stands at that
place tells more, so that is what is looked at first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from poolwijzer.problems import quote
from poolwijzer.yamlfile.document import Position
from poolwijzer.yamlfile.events import QUOTE_IT

_QUOTE_WHOLE = "Zet de hele tekst tussen dubbele aanhalingstekens."
_IF_TEXT = f"Is het gewone tekst? {_QUOTE_WHOLE}"
_INDENT = "Laat de regel even ver inspringen als de regels waar hij bij hoort, met spaties."
_NO_SPACE = "Na de dubbele punt ontbreekt een spatie."

_ELISION = re.compile(r"'(?:[snktmr]|er|ie)(?:[- ](\w[\w-]*)?|$)", re.IGNORECASE | re.MULTILINE)
_GLUED = re.compile(r"""\s*(?:-\s+)*([^\s:'"{}\[\]#,]+):(?=[^\s/,\]}])(\S+)""")
_KEY_AND_VALUE = re.compile(r"\s*(?:-\s+)*[^\s#][^#]*?:\s+[^\s#]")
_BREAK = re.compile("\r\n|[\r\n]")
_LONGEST_KEY = 1024

Explained = tuple[int, int, str, str]
"""Line and column from 1, the message and the hint."""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How far the reading had come when the parser got stuck.

    Attributes:
        text: The whole file.
        last: The last event that was read.
        innermost: Where the innermost group or list begins that was still open.
    """

    text: str
    last: Any
    innermost: Position | None

    def line(self, number: int) -> str:
        """Give a line of the file by its number from 0; empty outside the file."""
        lines = _split(self.text)
        return lines[number] if 0 <= number < len(lines) else ""

    def line_before(self, number: int) -> tuple[int, str]:
        """Give the nearest line above that says something."""
        while number > 0:
            number -= 1
            line = self.line(number)
            if line.strip() and not line.lstrip().startswith("#"):
                return number, line
        return 0, self.line(0)

    def ends_at(self, mark: Position) -> bool:
        """Tell whether nothing but blanks follows."""
        return not self.text[mark.index :].strip()


@lru_cache(maxsize=1)
def _split(text: str) -> list[str]:
    return _BREAK.split(text)


def explain_error(error: Exception, state: ReadingState) -> Explained:
    """Tell in Dutch what the parser could not read, at the place where the author can mend it."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark: Position | None = getattr(error, "problem_mark", None)
    start: Position = getattr(error, "context_mark", None) or mark or state.last.start_mark
    mark = mark or start
    sign = state.text[mark.index : mark.index + 1]
    if "quoted scalar" in context:
        return _at(start, *_in_quotes(state, problem, start))
    if sign == "\t" or "tab character" in problem:
        return _at(mark, "Deze regel springt in met een tab.", "Gebruik spaties, twee per niveau.")
    if "mapping values" in problem:
        return _stray_colon(state, mark)
    if "expected ':'" in problem:
        return _no_colon(state, start.line, start.column)
    if (first := _bad_first_sign(state, problem, context, start, mark)) is not None:
        return first
    if "flow" in context:
        return _in_brackets(state, start, mark)
    if "block" in context and (quote := _quote_before(state, mark)) is not None:
        return _at(quote, *_after_quote(state, quote))
    if "block collection" in context:
        return _at(mark, "In deze lijst ontbreekt een streepje, of de regel springt verkeerd in.", _INDENT)
    if "block mapping" in context:
        return _in_group(state, mark, sign)
    if "document start" in problem:
        return _at(mark, "Na het einde van het document staat nog tekst.", "Haal de regel met ... weg.")
    return _at(
        mark,
        "Deze regel is niet te lezen.",
        "Kijk naar het inspringen, de dubbele punten en de aanhalingstekens, ook op de regel erboven.",
    )


def _at(mark: Position, message: str, hint: str) -> Explained:
    return mark.line + 1, mark.column + 1, message, hint


def _elision(state: ReadingState, quote: Position) -> tuple[str, str] | None:
    """Recognise a text such as 's-Gravenhage, of which the apostrophe opens a quotation."""
    found = _ELISION.match(state.text, quote.index)
    if found is None:
        return None
    message = "Deze tekst begint met een apostrof, en dat is hier een aanhalingsteken."
    return message, f'Zet de naam tussen dubbele aanhalingstekens: "{found[0].rstrip()}".'


def _in_quotes(state: ReadingState, problem: str, quote: Position) -> tuple[str, str]:
    if "escape" in problem or "hex" in problem:
        message = "Een schuine streep \\ heeft tussen dubbele aanhalingstekens een bijzondere betekenis."
        return message, "Schrijf \\\\ voor een gewone, of zet de tekst tussen enkele aanhalingstekens."
    message = "Dit aanhalingsteken wordt nergens gesloten."
    hint = 'Zet hetzelfde teken aan het eind van de tekst. Is het een apostrof? Zet er dan " omheen.'
    return _elision(state, quote) or (message, hint)


def _after_quote(state: ReadingState, quote: Position) -> tuple[str, str]:
    message = "Na het sluitende aanhalingsteken staat nog tekst."
    sign = state.text[quote.index : quote.index + 1]
    if sign == '"':
        return message, "Zet de hele tekst tussen enkele aanhalingstekens."
    return _elision(state, quote) or (message, _QUOTE_WHOLE)


def _quote_before(state: ReadingState, mark: Position) -> Position | None:
    """Give the start of the quotation that ended right before, on the same line."""
    style, end = getattr(state.last, "style", None), state.last.end_mark
    if style in ("'", '"') and end.line == mark.line and not state.text[end.index : mark.index].strip():
        begin: Position = state.last.start_mark
        return begin
    return None


def _bad_first_sign(
    state: ReadingState, problem: str, context: str, start: Position, mark: Position
) -> Explained | None:
    """Recognise a value that begins with a sign that means something in YAML."""
    sign = state.text[mark.index : mark.index + 1]
    if any(word in context for word in ("alias", "anchor", "tag", "block scalar", "directive")):
        sign = state.text[start.index : start.index + 1]
        if sign in (">", "|"):
            message = f"Na {sign} begint de tekst pas op de volgende regel."
            return _at(start, message, f"Begint de tekst zelf met {sign}? {_QUOTE_WHOLE}")
        return _at(start, f"Een waarde kan niet beginnen met {sign}.", QUOTE_IT)
    if "tag handle" in problem:
        return _at(mark, "Een waarde kan niet beginnen met !.", QUOTE_IT)
    if "sequence entries" in problem:
        hint = f"Zet het streepje op een nieuwe regel. {_IF_TEXT}"
        return _at(mark, "Een lijst kan niet beginnen op de regel van de naam.", hint)
    if "cannot start any token" in problem or "mapping keys" in problem:
        return _at(mark, f"Een waarde kan niet beginnen met {sign}.", QUOTE_IT)
    if "node content" in problem and not state.ends_at(mark):
        return _at(mark, f"Een waarde kan niet beginnen met {sign}.", QUOTE_IT)
    return None


def _stray_colon(state: ReadingState, mark: Position) -> Explained:
    line = state.line(mark.line)
    before = line[: mark.column]
    if mark.column > _LONGEST_KEY and ": " not in before:
        return _at(mark, "De tekst vóór deze dubbele punt is te lang.", "Houd een naam kort.")
    if _KEY_AND_VALUE.match(before):
        return _at(mark, "In deze tekst staat een dubbele punt met een spatie erna.", _QUOTE_WHOLE)
    number, above = state.line_before(mark.line)
    if ":" not in above or _GLUED.match(above):
        return _no_colon(state, number, len(above) - len(above.lstrip()))
    indent, indent_above = (len(text) - len(text.lstrip()) for text in (line, above))
    if indent > indent_above:
        message = "Deze regel springt verder in dan de regel erboven, en die heeft al een waarde."
        return mark.line + 1, indent + 1, message, _INDENT
    return _at(mark, "Hier kan geen dubbele punt staan.", _QUOTE_WHOLE)


def _no_colon(state: ReadingState, number: int, column: int) -> Explained:
    """Explain a line that should say what is what, and does not."""
    line = state.line(number)
    if glued := _GLUED.match(line):
        hint = f"Schrijf {quote(f'{glued[1]}: {glued[2]}')}."
        return number + 1, glued.end(1) + 1, _NO_SPACE, hint
    message = "Op deze regel staat tekst zonder dubbele punt."
    hint = "Schrijf een naam, een dubbele punt en een spatie. Of laat de tekst inspringen onder de regel erboven."
    return number + 1, column + 1, message, hint


def _in_brackets(state: ReadingState, start: Position, mark: Position) -> Explained:
    last = state.last
    if getattr(last, "style", None) == "'" and (elided := _elision(state, last.start_mark)):
        return _at(last.start_mark, *elided)
    opened = state.innermost or start
    bracket = state.text[opened.index : opened.index + 1]
    closing = "}" if bracket == "{" else "]"
    if state.ends_at(mark) or mark.line > opened.line:
        return _at(opened, f"Het haakje {bracket} wordt nergens gesloten.", f"Zet {closing} achter de waarde.")
    return _at(mark, f"Hier ontbreekt een komma, of het haakje {closing}.", _IF_TEXT)


def _in_group(state: ReadingState, mark: Position, sign: str) -> Explained:
    before = state.line(mark.line)[: mark.column].rstrip()
    if sign and sign in "]}":
        return _at(mark, f"Het haakje {sign} sluit niets.", f"Haal het weg. {_IF_TEXT}")
    if before.endswith(("]", "}")):
        return _at(mark, "Na het sluitende haakje staat nog tekst.", _QUOTE_WHOLE)
    if sign == ":":
        return _at(mark, "Vóór deze dubbele punt staat niets.", "Zet er een naam voor.")
    if sign == "-" and not before:
        message = "Hier begint een lijst waar een naam met een dubbele punt hoort."
        return _at(mark, message, "Zet boven de lijst waar hij bij hoort, of laat hem verder inspringen.")
    return _at(mark, "Deze regel springt anders in dan de regels waar hij bij hoort.", _INDENT)
