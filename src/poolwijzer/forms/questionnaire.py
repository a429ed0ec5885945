"""What a form asks, as a value: every kind of form (page, workbook, paper, survey) is another way to write it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import Assessment, MenusUsed, QuestionList
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf, Statement, Wording
from poolwijzer.content.renames import find_current_id
from poolwijzer.dutch import long_date
from poolwijzer.forms.sent import FormIdentity
from poolwijzer.report.handout.situation import Situation

ROLES = (("ambtelijk", "ambtenaar"), ("secretaris", "secretaris"), ("bestuurlijk", "bestuurder"))
BASES = (("namens-organisatie", "namens mijn gemeente"), ("eigen-beeld", "mijn eigen beeld"))
BODY_BASES = (("namens-organisatie", "namens mijn organisatie"), ("eigen-beeld", "mijn eigen beeld"))
ROLE_QUESTION = "Wat is uw functie?"
BASIS_QUESTION = "Ik antwoord:"
NAMED_QUESTION = "Onze gemeente mag met naam in het verslag:"
YES_OR_NO = (("true", "ja"), ("false", "nee"))


class Question(NamedTuple):
    """A statement as one respondent is asked it."""

    id: str
    text: str
    evidence: str
    scale: str
    """The id of the words of its scale."""
    answers: tuple[tuple[str, str], ...]
    """Points of the scale with their words, lowest first, and behind them *weet niet*."""


class QuestionGroup(NamedTuple):
    """Statements under one head."""

    title: str
    questions: tuple[Question, ...]


class Questionnaire(NamedTuple):
    """A form for one kind of respondent."""

    form: FormIdentity
    title: str
    opening: tuple[str, ...]
    """What stands above it, a sentence a line: for what it is, who uses it and until when."""
    note: str
    """What not to write down."""
    organisations: tuple[str, ...]
    """To choose from: the municipalities of the initiative, or the body; empty where these are not known."""
    roles: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    named: str
    """The question whether the organisation may be named; empty where it is not asked."""
    groups: tuple[QuestionGroup, ...]
    renamed: dict[str, str] = {}
    """Former ids of what is asked, with those of now: answers of before may have them."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, in order."""
        return tuple(question for group in self.groups for question in group.questions)


def make_questionnaire(
    content: Content,
    assessment: Assessment,
    of: AskedOf = "gemeente",
    *,
    organisation: str,
    delete_on: date,
    questions: QuestionList | None = None,
) -> Questionnaire:
    """What is asked of one respondent of a kind.

    Args:
        content: The menus.
        assessment: The initiative; only what it is, never what was answered.
        of: Whether municipalities are asked, or the existing body.
        organisation: Who gathers the answers.
        delete_on: When these will be deleted.
        questions: Which list; that of the initiative, or the short one, if none is given.
    """
    situation = Situation(content, assessment)
    asked: QuestionList = questions or assessment.questions or "kort"
    groups = tuple(_groups(situation, of, asked))
    initiative = assessment.initiative
    form = FormIdentity(
        id=_mark(groups, of),
        initiative=initiative.id,
        name=initiative.name,
        menus=MenusUsed(version=content.version, hash=content.hash),
        of=of,
        questions=asked,
        organisation=organisation,
        delete_on=delete_on,
    )
    body = of == "verband"
    members = (situation.body,) if body else tuple(one.name for one in initiative.municipalities)
    return Questionnaire(
        form=form,
        title=f"Vragenlijst: {initiative.name}",
        opening=tuple(_opening(organisation, delete_on, body=body)),
        note=content.questions.note,
        organisations=tuple(filter(None, members)),
        roles=ROLES,
        bases=BODY_BASES if body else BASES,
        named="" if body else NAMED_QUESTION,
        groups=groups,
        renamed=dict(_renamed(groups, content)),
    )


def _opening(organisation: str, delete_on: date, *, body: bool) -> Iterator[str]:
    yield f"Deze vragenlijst gaat over uw {'organisatie' if body else 'gemeente'}, niet over u."
    yield f"{organisation} gebruikt de antwoorden om te kijken hoe gemeenten kunnen samenwerken."
    yield "In het verslag staan geen namen van personen."
    yield f"Wij verwijderen de antwoorden op {long_date(delete_on)}."
    yield "Een overheid kan dit bestand openbaar moeten maken (Woo)."


def _groups(situation: Situation, of: AskedOf, asked: QuestionList) -> Iterator[QuestionGroup]:
    content = situation.content
    for axis, names in content.statements_on.items():
        found = tuple(_questions(names, situation, of, asked))
        if found:
            yield QuestionGroup(content.typology.axes[axis].title, found)
    for block, about in content.questions.blocks.items():
        names = tuple(name for name, entry in content.statements.items() if entry.block == block)
        if found := tuple(_questions(names, situation, of, asked)):
            yield QuestionGroup(about.title, found)


def _questions(names: tuple[str, ...], situation: Situation, of: AskedOf, asked: QuestionList) -> Iterator[Question]:
    content = situation.content
    for name in names:
        entry = content.statements[name]
        wording = _wording(entry, of)
        if wording is None or (asked == "kort" and not entry.short) or not situation.asks(name):
            continue
        labels = content.typology.scale.labels[wording.scale]
        answers = (
            *((str(point), words) for point, words in sorted(labels.words.items())),
            (UNKNOWN, content.typology.scale.unknown),
        )
        yield Question(name, situation.fill(wording.text), situation.fill(entry.evidence), wording.scale, answers)


def _wording(entry: Statement, of: AskedOf) -> Wording | None:
    return entry.own if of == "gemeente" else entry.body


def _renamed(groups: tuple[QuestionGroup, ...], content: Content) -> Iterator[tuple[str, str]]:
    asked = {question.id for group in groups for question in group.questions}
    names = content.typology.renamed.statements
    for former in names:
        now = find_current_id(former, names, content.every_statement)
        if now in asked and former != now:
            yield former, now


def _mark(groups: tuple[QuestionGroup, ...], of: AskedOf) -> str:
    """What tells this form from others about the same initiative: by what it asks."""
    return sha256(json.dumps([of, groups], ensure_ascii=False).encode()).hexdigest()[:12]
