"""What a header can stand for: a dotted path, the text of a statement, or a question about the situation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Form, Retired
from poolwijzer.content.renames import find_current_id
from poolwijzer.content.wording import PLACEHOLDER
from poolwijzer.tables.document import Rows
from poolwijzer.tables.paths import Leaf, find_shape
from poolwijzer.tables.surveys import MUNICIPALITY as MUNICIPALITY
from poolwijzer.tables.surveys import NOTE, asked_by_note, is_mark, may_be_name, parts_of_header
from poolwijzer.tables.words import drop_enumeration, fold_words, index_by_words, plain_header

_NUMBER = re.compile(r"(?<=\.)[1-9][0-9]{0,3}(?=\.)")
_OF_EACH = re.compile(r"(?:questions|answers|responses)\b")
_LONGEST = 1000
"""In characters; a header beyond this is the text of no question."""
_IN_BRACKETS = re.compile(r"(.*)\[([^\[\]]*)\]\s*", re.DOTALL)
_WRAPPED = re.compile(r"[a-z][\w/]*?(?:\[(?P<inside>[a-z0-9-]+)\]|[_/-](?P<behind>[a-z0-9-]+))")
_COMMENT = re.compile(r"(?:\[comment\]|_?comment)$|(?<=\w)comment(?=\]$)")
_ASKS = re.compile(r"(?<!\d)(?<!\d[a-z])[?:]\s")
"""What comes before this is a question, and no part of a name; behind a number it only counts."""
_OF_FREE_NAMES = re.compile(r"own(?:\.[^.]+){1,40}")
_OF_OTHER_MENUS = re.compile(
    r"(?:answers|context|estimate)\.[a-z0-9-]+|choices\.[a-z0-9-]+\.(?P<field>options|considering|other|consideration)"
)


Path = tuple[str | int, ...]


class Meaning(NamedTuple):
    """What a column stands for.

    Attributes:
        path: Where it stands in the file, or among the answers of a respondent; parts of lists by their number, from 1.
        leaf: What stands there.
        of_respondent: Whether it is a respondent's own.
        part: Of a question with several answers in columns of their own: the answer that this column is.
    """

    path: Path
    leaf: Leaf
    of_respondent: bool = False
    part: str = ""

    def __str__(self) -> str:
        return ".".join(map(str, self.path))


class Vocabulary:
    """Every header that is known, for one set of menus and one kind of row."""

    def __init__(self, content: Content, rows: Rows, *, other_menus: bool = False, only_present: bool = False) -> None:
        """Know the headers of a kind of table; with `other_menus` ids of other menus too.

        With `only_present`, texts of before are not known.
        """
        self.content = content
        self.rows = rows
        self.of_respondents = rows == "respondents"
        self.leaves, self.required = find_shape(Assessment, content)
        """By the path of a group in the file: what it cannot do without."""
        self.required_of_each: Mapping[str, tuple[str, ...]] = {}
        """The same for a respondent."""
        self._of_each: Mapping[str, Leaf] = {}
        if self.of_respondents:
            self._of_each, self.required_of_each = find_shape(Response, content)
            self.leaves = {path: leaf for path, leaf in self.leaves.items() if not _OF_EACH.match(path)}
        self.forms: tuple[Form, ...] = ("own", "body") if self.of_respondents else ("joint",)
        self._other_menus = other_menus
        self._texts: dict[str, set[Meaning]] = {}
        self._patterns: list[tuple[re.Pattern[str], Meaning]] = []
        self._present: Vocabulary | None = None
        for text, meaning in (*self._worded(), *(() if only_present else self._formerly_worded())):
            if PLACEHOLDER.search(text):
                self._patterns.append((_pattern(text), meaning))
            else:
                self._texts.setdefault(fold_words(text), set()).add(meaning)

    def meaning(self, header: str) -> Meaning | None:
        """What a header stands for; None if it is not known, or could be two statements."""
        header = plain_header(header)
        return self._of_path(header) or self._of_code(header.lower()) or self._of_text(header[:_LONGEST])

    def is_former(self, header: str, meaning: Meaning) -> bool:
        """Whether a header that has this meaning has it only by a text of before."""
        self._present = self._present or Vocabulary(self.content, self.rows, only_present=True)
        return " " in header and meaning.leaf.kind == "answer" and self._present.meaning(header) != meaning

    def renamed(self, header: str) -> str:
        """The header under the ids that the menus have now."""
        renamed = self.content.typology.renamed
        steps = header.strip().lower().split(".")
        kinds: dict[str, tuple[Mapping[str, str], Mapping[str, object]]] = {
            "answers": (renamed.statements, self.content.every_statement),
            "context": (renamed.context, self.content.context),
            "estimate": (renamed.axes, self.content.typology.axes),
            "choices": (renamed.components, self.content.components),
        }
        if len(steps) == 1:
            return find_current_id(steps[0], *kinds["answers"])
        for index, step in enumerate(steps[:-1]):
            if step in kinds:
                names, known = kinds[step]
                steps[index + 1] = find_current_id(steps[index + 1], names, known)
        return ".".join(steps)

    def statement_in(self, words: str) -> str:
        """The one statement with a name in it that stands somewhere in folded words; empty if none or more do."""
        found = {meaning.leaf.of for pattern, meaning in self._patterns if pattern.search(words)}
        return next(iter(found)) if len(found) == 1 else ""

    def suggestions(self) -> Iterator[str]:
        """Everything worth suggesting for a header that is not known."""
        for path in (*self._of_each, *self.leaves):
            yield path.replace("#", "1")
        for text, _ in (*self._worded(), *self._formerly_worded()):
            yield text

    def _of_path(self, path: str) -> Meaning | None:
        if _OF_FREE_NAMES.fullmatch(path):
            return Meaning(tuple(path.split(".")), Leaf("text"))
        path = path.lower()
        if path in self.content.every_statement:
            path = f"answers.{path}"
        counted = _NUMBER.sub("#", path)
        for leaves, of_respondent in ((self._of_each, True), (self.leaves, False)):
            for pattern in (path, counted):
                if leaf := leaves.get(pattern):
                    steps = _steps(path, pattern)
                    bare = leaf.kind == "answer" and steps[-1] == "value" and pattern.removesuffix(".value") in leaves
                    return Meaning(steps[:-1] if bare else steps, leaf, of_respondent)
        if self._other_menus and (unknown := _OF_OTHER_MENUS.fullmatch(path)):
            several = unknown["field"] not in (None, "consideration")
            of_respondent = self.of_respondents and path.startswith("answers.")
            return Meaning(tuple(path.split(".")), Leaf("texts" if several else "text"), of_respondent)
        return None

    def _of_code(self, header: str) -> Meaning | None:
        """An id as a tool wraps it: `stel[m1]`, `stel_m1`, `groep/m1`, `groep-m1`; with a sign that it is a comment."""
        code = _COMMENT.sub("", header)
        wrapped = _WRAPPED.fullmatch(code)
        name = (wrapped["inside"] or wrapped["behind"]) if wrapped else code
        name = find_current_id(name, self.content.typology.renamed.statements, self.content.every_statement)
        if name not in self.content.every_statement:
            return None
        if code != header:
            return Meaning(("answers", name, "note"), Leaf("text"), self.of_respondents)
        return Meaning(("answers", name), Leaf("answer", name), self.of_respondents)

    def _of_text(self, header: str) -> Meaning | None:
        if is_mark(header):
            return None
        inside = _IN_BRACKETS.fullmatch(header)
        asked = self._of_words(inside[1]) if inside else None
        if inside and asked and fold_words(inside[2]) in NOTE:
            return (
                asked._replace(path=(*asked.path, "note"), leaf=Leaf("text")) if asked.leaf.kind == "answer" else None
            )
        if inside and asked and asked.leaf.kind == "context":
            answers = self.content.context[asked.leaf.of].answers
            named = index_by_words((label, name) for name, one in answers.items() for label in (name, one.label))
            part = named.get(fold_words(inside[2]))
            return asked._replace(part=part) if part else None
        if noted := self._of_part(asked_by_note(header)):
            return noted._replace(path=(*noted.path, "note"), leaf=Leaf("text"))
        parts = (inside[2],) if inside else parts_of_header(header)
        return self._of_words(header) or next(filter(None, map(self._of_part, parts)), None)

    def _of_part(self, part: str) -> Meaning | None:
        """What a part of a header stands for: the text of a statement, or alone an id."""
        found = self._of_words(part) or (self._of_path(part) if part in self.content.statements else None)
        return found if found and found.leaf.kind == "answer" else None

    def _of_words(self, text: str) -> Meaning | None:
        words = fold_words(text)
        first, _, rest = words.partition(" ")
        others = [drop_enumeration(words), rest if first in self.content.every_statement else ""]
        for variant in dict.fromkeys((words, *others)):
            # A text without a name in it is not one with a name: another statement may look like it.
            found = self._texts.get(variant, set())
            if not found and not _ASKS.search(text):
                matched = ((pattern.fullmatch(variant), meaning) for pattern, meaning in self._patterns)
                found = {meaning for match, meaning in matched if match and all(map(may_be_name, match.groups()))}
            if len(found) == 1:
                return next(iter(found))
        return None

    def _worded(self) -> Iterator[tuple[str, Meaning]]:
        """Every text of a statement or question as the menus have it."""
        for name, statement in self.content.statements.items():
            meaning = Meaning(("answers", name), Leaf("answer", name), self.of_respondents)
            for wording in (statement.joint, statement.own, statement.body):
                if wording is not None:
                    yield wording.text, meaning
        for name, question in self.content.context.items():
            path = f"context.{name}"
            yield question.question, Meaning(("context", name), self.leaves[path])

    def _formerly_worded(self) -> Iterator[tuple[str, Meaning]]:
        """The texts of before, of what is asked in other words now and of what is asked no more."""
        for name, statement in self.content.every_statement.items():
            texts = (statement.text, *statement.was) if isinstance(statement, Retired) else statement.was
            for text in texts:
                yield text, Meaning(("answers", name), Leaf("answer", name), self.of_respondents)


def _pattern(text: str) -> re.Pattern[str]:
    """Matches the words of a text whatever was filled in: any name, and a verb in one of its forms or in both."""
    parts, end = [], 0
    for found in PLACEHOLDER.finditer(text):
        parts.append(re.escape(fold_words(text[end : found.start()])))
        forms = [re.escape(fold_words(form)) for form in (found["one"], found["more"]) if form]
        parts.append(f"(?:{'|'.join((*forms, ' '.join(forms)))})" if forms else "(.+)")
        end = found.end()
    parts.append(re.escape(fold_words(text[end:])))
    return re.compile(r"\ ".join(part for part in parts if part))


def _steps(path: str, pattern: str) -> Path:
    """The steps of a path; those that the pattern counts are numbers."""
    return tuple(
        int(step) if sign == "#" else step for step, sign in zip(path.split("."), pattern.split("."), strict=True)
    )
