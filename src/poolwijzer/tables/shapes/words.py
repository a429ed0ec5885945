"""The words above columns that tell the shape of a table, and beside rows that belong to nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from poolwijzer.tables.words import fold_words


def _words(lines: str) -> frozenset[str]:
    return frozenset(fold_words(line) for line in lines.split("|"))


STATEMENT = _words(
    "stelling|stellingen|stelling id|stellingnummer|stellingcode|statement|statement id|vraag|vragen|vraag id|vraagcode"
    "|vraagnummer|vraagtekst|question|question id|question code|question text|item|item id|variabele|variable"
)
"""Above what was asked, in a table with an answer in each row or a statement in each."""
ANSWER = _words(
    "antwoord|antwoorden|answer|answers|answer text|response|reactie|waarde|value|keuze|choice|antwoordtekst"
)
"""Above what was answered."""
COUNT = _words("aantal|aantallen|count|counts|number|stemmen|votes|handen|hands|frequentie|frequency|responses|n")
"""Above how often that was answered."""
RESPONDENT = _words(
    "respondent|respondent id|respondentid|respondentnummer|respondent nr|respondent nummer|deelnemer|deelnemer id"
    "|deelnemersnummer|invuller|participant|participant id|user id|person|persoon|voter|response id|responseid"
    "|antwoord id|antwoordnummer|inzending|inzending id|submission id|submissionid|instanceid|key|_id|_uuid|uuid|id"
)
"""Above whose answer it is, where a respondent has a row for each answer."""
_TOTALS = _words(
    "totaal|totalen|subtotaal|eindtotaal|totaal generaal|som|gemiddelde|gemiddeld|gemiddelden|gem|mediaan|median|modus"
    "|aantal|aantallen|aantal antwoorden|aantal respondenten|minimum|min|maximum|max|standaarddeviatie"
    "|standaardafwijking|std|stdev|total|totals|grand total|sum|average|averages|mean|count|standard deviation|std dev"
    "|std deviation|variance|variantie|spreiding|respons|response count|answered|skipped"
)
_TOTAL_OF = re.compile(r"(?:sub|eind)?(?:totaal|totalen|total|totals|gemiddelde|gemiddelden|average|mean|som|sum)\b.*")
_LONGEST_TOTAL = 40


@lru_cache(maxsize=4096)
def is_total(text: str) -> bool:
    """Whether a cell says that what stands beside it or below it was added up or averaged, and is nobody's answer."""
    words = fold_words(text) if 0 < len(text) <= _LONGEST_TOTAL else ""
    return words in _TOTALS or _TOTAL_OF.fullmatch(words) is not None
