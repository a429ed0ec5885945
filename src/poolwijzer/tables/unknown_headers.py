"""What an unknown header was likely meant to be; of one that was meant to be nothing the column can be left out."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.dutch import join_words
from poolwijzer.problems import did_you_mean, quote, words_meant
from poolwijzer.tables.paths import find_shape
from poolwijzer.tables.surveys import IN_DUTCH, OF_RESPONDENT_IN_DUTCH
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.words import fold_words

HOW_TO_NAME = "Gebruik een pad zoals answers.m1, of de tekst van een stelling. Of haal de kolom weg."
_OF_RESPONDENTS = "Is elke rij een respondent? Kies dan --rows respondents."
_ENOUGH = 12
"""In characters: from this length on, a part of a text tells which one is meant."""
_FEW_WORDS = 3
_ALIKE = 0.6
"""The share of words in the same order from which a question may be a statement in other words."""


def hint_at_header(header: str, vocabulary: Vocabulary) -> str:
    """What to do about a header that is not known; empty if it looks like nothing that counts."""
    header = header.strip()
    path, words = header.lower(), fold_words(header)
    statements = vocabulary.content.statements
    if not vocabulary.of_respondents and path in find_shape(Response, vocabulary.content).leaves:
        return _OF_RESPONDENTS
    in_dutch = {**IN_DUTCH, **OF_RESPONDENT_IN_DUTCH} if vocabulary.of_respondents else IN_DUTCH
    ids = [word for word in (path.rpartition(".")[2], *words.split()) if word in statements]
    if words in in_dutch:
        return f"Bedoelde u {in_dutch[words]}?"
    if ids and (" " not in path or len(words.split()) <= _FEW_WORDS):
        return f"Bedoelde u answers.{ids[0]}?"
    suggestions = list(vocabulary.suggestions())
    parent, dot, last = path.rpartition(".")
    beside = [one[len(parent) + 1 :] for one in suggestions if dot and one.rpartition(".")[0] == parent]
    if beside:
        meant = [f"{parent}.{name}" for name in words_meant(last, beside)]
        return f"Bedoelde u {join_words(meant, 'of')}?" if meant else HOW_TO_NAME
    parts = [text for text in suggestions if " " in text and _holds_the_other(words, fold_words(text))]
    if len(parts) == 1:
        return f"Bedoelde u {quote(parts[0])}?"
    if hint := did_you_mean(header, suggestions):
        return hint
    if alike := next(_worded_alike(words, suggestions), None):
        return f"Bedoelde u {quote(alike)}?"
    roots = {leaf.partition(".")[0] for leaf in find_shape(Assessment, vocabulary.content).leaves}
    is_path = "." in path and " " not in path and path.partition(".")[0] in roots
    return HOW_TO_NAME if parts or is_path else ""


def _holds_the_other(words: str, text: str) -> bool:
    return (len(words) >= _ENOUGH and words in text) or (len(text) >= _ENOUGH and text in words)


def _worded_alike(words: str, texts: list[str]) -> Iterator[str]:
    """The texts that say nearly the same words in the same order."""
    asked = words.split()
    for text in texts:
        said = fold_words(text).split()
        shared = len(set(asked) & set(said))
        near = shared > _FEW_WORDS and 2 * shared >= _ALIKE * (len(asked) + len(said))
        if near and SequenceMatcher(None, asked, said, autojunk=False).ratio() >= _ALIKE:
            yield text
