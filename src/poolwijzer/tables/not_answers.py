"""What survey tools keep of a row by which it is no answer: tests and previews, what was not finished, and spam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poolwijzer.tables.surveys import KEPT_BY_QUALTRICS, NO, SKIPPED, as_words
from poolwijzer.tables.witness import Skipped
from poolwijzer.tables.words import fold_words, plain_header

_STATUSES = as_words("Status|Response Type|Responstype|Type antwoord|Antwoordtype|Status van antwoord|Response Status")
"""Columns that say what kind of response it is: of Qualtrics and of Typeform."""
_STATUS: Mapping[str, Skipped] = {
    **dict.fromkeys(
        as_words(
            "Survey Preview|Preview|Survey Test|Test|Offline Survey Preview|Enquêtevoorbeeld|Voorbeeld van enquête"
            "|Voorbeeldweergave|Voorbeeld|Enquêtetest|Enquête testen|Testantwoord"
        ),
        "test",
    ),
    **dict.fromkeys(
        as_words("Spam|Spam Survey Preview|Survey Preview Spam|Preview Spam|Imported Spam|Mogelijke spam"), "rejected"
    ),
    **dict.fromkeys(
        as_words("started|partial|incomplete|in progress|begonnen|gestart|gedeeltelijk|onvolledig|niet voltooid"),
        "unfinished",
    ),
}
_STATUS_CODES: Mapping[str, Skipped] = {
    **dict.fromkeys(("1", "2", "17"), "test"),
    **dict.fromkeys(("8", "9", "12"), "rejected"),
}
"""The same as Qualtrics numbers it; 0 is an ordinary response, 4 an imported one and 16 one from an offline device."""
_WAYS_IN = as_words("DistributionChannel|Distribution Channel|Distributiekanaal")
_TESTING = as_words("preview|test|voorbeeld")
_FINISHED = as_words("Finished|Voltooid")
_SENT_IN = as_words("submitdate|Date submitted|Datum ingestuurd|Datum ingediend|Datum verzonden")
"""Of LimeSurvey: empty for who did not come to the end."""
_KEPT_BY_LIMESURVEY = as_words(
    "lastpage|Last page|Laatste pagina|startlanguage|Start language|Start-taal|Starttaal|seed"
)
_REVIEWS = as_words(
    "_validation_status|_validation_status.label|_validation_status.uid|ReviewState|Review State|Validatiestatus"
)
"""What somebody who looked at it thought of a response, in KoboToolbox and in ODK."""
_REJECTED = as_words("Not Approved|validation_status_not_approved|rejected|Niet goedgekeurd|Afgekeurd|Afgewezen")
_TESTED = as_words("test|proef|testgemeente|test gemeente|proefgemeente|proef gemeente")
"""Instead of a municipality, by who tries a form."""


def values_of_no_answer(headers: Sequence[str], organisation: int | None) -> dict[int, Mapping[str, Skipped]]:
    """By the place of a column its values, as folded words, with which a row is no answer, and why it is none.

    Args:
        headers: What stands above the columns.
        organisation: The place of whom a respondent answers for.
    """
    words = [fold_words(plain_header(header)) for header in headers]
    there = frozenset(words)
    found: dict[int, Mapping[str, Skipped]] = {}
    for place, header in enumerate(words):
        if header in _STATUSES:
            found[place] = {**_STATUS, **(_STATUS_CODES if (there & KEPT_BY_QUALTRICS) - {header} else {})}
        elif header in _WAYS_IN:
            found[place] = dict.fromkeys(_TESTING, "test")
        elif header in _FINISHED:
            found[place] = dict.fromkeys(NO, "unfinished")
        elif header in _SENT_IN and there & _KEPT_BY_LIMESURVEY:
            found[place] = dict.fromkeys(("", *SKIPPED), "unfinished")
        elif header in _REVIEWS:
            found[place] = dict.fromkeys(_REJECTED, "rejected")
    if organisation is not None:
        found[organisation] = dict.fromkeys(_TESTED, "test")
    return found
