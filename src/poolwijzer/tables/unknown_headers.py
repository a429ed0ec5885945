"""What an unknown header was likely meant to be; of one that was meant to be nothing the column can be left out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import join_words
from poolwijzer.problems import MOST_SOUGHT, did_you_mean, quote, words_meant
from poolwijzer.report.sentences import names_in
from poolwijzer.tables.paths import find_shape
from poolwijzer.tables.surveys import IN_DUTCH, OF_RESPONDENT_IN_DUTCH
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.words import fold_words

HOW_TO_NAME = "Gebruik een pad zoals answers.m1, of de tekst van een stelling. Of haal de kolom weg."
_OF_RESPONDENTS = "Is elke rij een respondent? Kies dan --rows respondents."
_ENOUGH = 12
"""In characters: from this length on, a part of a text tells which one is meant."""
_FEW_WORDS = 3
_A_SLIP = 0.93
"""The likeness from which a text is another one with a slip of the pen."""
_DENIAL = re.compile(r"\b(?:niet|geen|nooit|zonder|on[a-z]{4,}|liever|minder|te weinig)\b")
_ALIKE = 0.6
"""The share of words in the same order from which a question may be a statement in other words."""


class LikelyStatement(NamedTuple):
    """A statement that a header seems to be, in other words."""

    id: str
    text: str
    """That of the statement."""
    sure: bool
    """Whether the header holds all of that text or differs by a slip of the pen, and denies as much as it does."""


class HeaderHints:
    """Hints for the unknown headers of one table."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Look up once what every header is held against."""
        content = vocabulary.content
        self._statements = content.statements
        self._statement_in = vocabulary.statement_in
        self._in_dutch = {**IN_DUTCH, **OF_RESPONDENT_IN_DUTCH} if vocabulary.of_respondents else IN_DUTCH
        self._of_respondents = () if vocabulary.of_respondents else tuple(find_shape(Response, content).leaves)
        self._suggestions = list(dict.fromkeys(vocabulary.suggestions()))
        self._texts = {text: fold_words(text) for text in self._suggestions if " " in text}
        self._words = {text: (said.split(), frozenset(said.split())) for text, said in self._texts.items()}
        self._names = [name for name in self._suggestions if name not in self._texts]
        self._sought = 0
        self._meanings = {text: meaning for text in self._texts if (meaning := vocabulary.meaning(text))}
        self._roots = {path.partition(".")[0] for path in find_shape(Assessment, content).leaves}
        self._general = names_in(None, content)

    def hint(self, header: str) -> str:
        """What to do about a header; empty if it looks like nothing that counts."""
        return fill_names(self._hint(header), self._general, inside=True)

    def _hint(self, header: str) -> str:
        header = header.strip()
        path, words = header.lower(), fold_words(header)
        if path in self._of_respondents:
            return _OF_RESPONDENTS
        if words in self._in_dutch:
            return f"Bedoelde u {self._in_dutch[words]}?"
        ids = [word for word in (path.rpartition(".")[2], *words.split()) if word in self._statements]
        if ids and (" " not in path or len(words.split()) <= _FEW_WORDS):
            return f"Bedoelde u answers.{ids[0]}?"
        if "." in path and " " not in path and path.partition(".")[0] in self._roots:
            return self._hint_at_path(path)
        parts = [text for text, said in self._texts.items() if _holds_the_other(words, said)]
        if len(parts) == 1:
            return f"Bedoelde u {quote(parts[0])}?"
        if not parts and (name := self._statement_in(words)):
            return f"Bedoelde u answers.{name}?"
        self._sought += 1
        # To hold a long text against all others takes long.
        if hint := did_you_mean(header, self._suggestions if self._sought <= MOST_SOUGHT else self._names):
            return hint
        asked = words.split()
        known = frozenset(asked)
        alike = next((text for text, (said, those) in self._words.items() if _is_alike(asked, known, said, those)), "")
        if alike:
            return f"Bedoelde u {quote(alike)}?"
        return HOW_TO_NAME if parts else ""

    def statement(self, header: str) -> LikelyStatement | None:
        """The statement that an unknown header seems to be; None if it seems none, or could be more than one."""
        words = fold_words(header)
        texts = [text for text, meaning in self._meanings.items() if meaning.leaf.kind == "answer"]
        sure = [text for text in texts if len(self._texts[text]) >= _ENOUGH and self._texts[text] in words]
        near = (
            sure or words_meant(header, texts) or [text for text in texts if _holds_the_other(words, self._texts[text])]
        )
        if not near:
            asked = words.split()
            near = [text for text in texts if _is_alike(asked, frozenset(asked), *self._words[text])]
        ids = {self._meanings[text].leaf.of for text in near}
        if len(ids) != 1:
            return None
        text = near[0]
        slip = SequenceMatcher(None, words, self._texts[text], autojunk=False).ratio() >= _A_SLIP
        said = fill_names(text, self._general)
        return LikelyStatement(ids.pop(), said, (bool(sure) or slip) and _denials(words) == _denials(self._texts[text]))

    def _hint_at_path(self, path: str) -> str:
        """The same for one of our paths with a mistake in it: what else can stand there."""
        parent, _, last = path.rpartition(".")
        beside = [one[len(parent) + 1 :] for one in self._suggestions if one.rpartition(".")[0] == parent]
        if not beside:
            return did_you_mean(path, self._suggestions) or HOW_TO_NAME
        meant = [f"{parent}.{name}" for name in words_meant(last, beside)]
        return f"Bedoelde u {join_words(meant, 'of')}?" if meant else HOW_TO_NAME


def _holds_the_other(words: str, text: str) -> bool:
    return (len(words) >= _ENOUGH and words in text) or (len(text) >= _ENOUGH and text in words)


def _is_alike(asked: list[str], known: frozenset[str], said: list[str], those: frozenset[str]) -> bool:
    """Whether two texts say nearly the same words in the same order; of each also its words in no order."""
    shared = len(known & those)
    near = shared > _FEW_WORDS and 2 * shared >= _ALIKE * (len(asked) + len(said))
    return near and SequenceMatcher(None, asked, said, autojunk=False).ratio() >= _ALIKE


def _denials(words: str) -> list[str]:
    """What turns a text into its opposite, where it is there in one and not in the other."""
    return sorted(_DENIAL.findall(words))
