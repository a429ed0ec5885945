"""Why an option fits or not, told once in a report, with what the group answered that makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poolwijzer.content.claims import Claim, Rule
from poolwijzer.dutch import join_words
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.report.advice import Question
from poolwijzer.report.model import Line
from poolwijzer.report.said import split_sentences
from poolwijzer.report.sections.material import Material
from poolwijzer.report.told_answers import tell_answer
from poolwijzer.rules.conditions import StatementIs, walk
from poolwijzer.rules.facts import Ref

SPEAKS_FOR, SPEAKS_AGAINST = ("sterk",), ("sluit-uit", "tegen")
MOST_ASKED = 3
LEANS = "Dan ", "Dat ", "Daar", "Die ", "Dit ", "Zij ", "Hij ", "Het ", "Ook ", "De raad"
"""A sentence that begins so cannot do without the one before it."""
LEANS_WITHIN = " dan ", " zij ", " hen ", " hun ", " daar"
"""Nor can most that have this in them; where it compares, as in *meer dan*, one sentence reads as well as two."""
_OF_ONE_NUMBER = "(bijna) "


class Told(NamedTuple):
    """A text with where it comes from."""

    text: str
    sources: tuple[str, ...] = ()
    basis: str = "bron"


def tell_reason(found: OptionJudgement, effects: tuple[str, ...], title: str, material: Material) -> Told | None:
    """The strongest reason of a kind that was not told yet; where all of them were, under which option.

    Args:
        found: The option.
        effects: Which of its rules count: those for it, or those against.
        title: Under which it is told.
        material: Of the report.
    """
    rules = [rule for rule in found.reasons if rule.effect in effects]
    for rule in rules:
        if material.said.is_new(text := _text(rule, material)):
            material.said.remember(text, title)
            return Told(_with_answers(text, rule, material), rule.sources, rule.basis)
    for rule in rules:
        text = _text(rule, material)
        if elsewhere := material.said.where(text):
            rest = material.said.rest(text, title)
            told = _without_the_rest(text, rest) if rest else "" if elsewhere == title else f"zie '{elsewhere}'."
            if told:
                return Told(told, rule.sources, rule.basis)
    return None


def _without_the_rest(text: str, rest: str) -> str:
    """What of a text is new, as words that can be read without the sentences that were said before.

    What leans on the sentence before it makes one sentence with it.
    """
    before = text.removesuffix(rest).rstrip() if text.endswith(rest) else ""
    first = split_sentences(rest)[0]
    leans = rest.startswith(LEANS) or any(word in first for word in LEANS_WITHIN)
    if before.endswith(".") and leans:
        return f"{split_sentences(before)[-1].rstrip('.')}: {rest[0].lower()}{rest[1:]}"
    return rest


def tell_claim(claims: Iterable[Claim], title: str, material: Material) -> Told | None:
    """The first of what the menus say for or against an option that was not told yet; facts stand elsewhere."""
    for claim in claims:
        text = material.fill(claim.text)
        if not claim.fact and not claim.expired(material.outcome.on) and material.said.is_new(text):
            material.said.remember(text, title)
            return Told(text, claim.sources, claim.basis)
    return None


def tell_lapsed(found: OptionJudgement, material: Material) -> Told | None:
    """What could change a verdict and ran out, with its last day; None where nothing did or it was told."""
    for rule in found.lapsed:
        text = material.dated(material.sentences.fill(rule.because), rule.last_day(material.outcome.on))
        if material.said.is_new(text):
            material.said.remember(text, material.content.options[found.option].title)
            return Told(text, rule.sources, rule.basis)
    return None


def line_of(parts: Iterable[str | Told | None], material: Material) -> Line:
    """Parts one after the other, with the sources of all; those that are not there are left out."""
    told = [part for part in parts if part]
    sources = tuple(dict.fromkeys(source for part in told if isinstance(part, Told) for source in part.sources))
    derived = any(isinstance(part, Told) and part.basis == "afgeleid" for part in told)
    text = " ".join(part.text if isinstance(part, Told) else part for part in told)
    return Line(text, numbers := material.notes.numbers(sources), derived=derived and bool(numbers))


def labelled(label: str, told: Told | None) -> Told | None:
    """The same after a word that says what it does; None where there is nothing."""
    return told and told._replace(text=f"{label}: {told.text}")


def open_numbers(questions: Iterable[Ref | Question], material: Material) -> str:
    """Which of the open questions decide, by their numbers: `open vraag 2 en 5`; empty where none is listed.

    Of many only the most telling, and that there are more.
    """
    places = {(one.question.kind, one.question.id): at for at, one in enumerate(material.advice.open_questions, 1)}
    found = sorted({places[one.kind, one.id] for one in questions if (one.kind, one.id) in places})
    told = [*map(str, found[:MOST_ASKED]), *(["andere"] if len(found) > MOST_ASKED else [])]
    return f"open vraag {join_words(told, 'en')}" if told else ""


def _text(rule: Rule, material: Material) -> str:
    return material.facts.refer(material.sentences.fill(rule.because), rule.fact)


def _with_answers(text: str, rule: Rule, material: Material) -> str:
    """A reason with the answers it comes from, behind its first sentence."""
    answers = list(dict.fromkeys(_answers(rule, material)))
    if not answers:
        return text
    first, *rest = split_sentences(text)
    label = "antwoord" if len(answers) == 1 else "antwoorden"
    stop = first[-1] if first[-1] in ".!?…" else ""
    return " ".join([f"{first.removesuffix(stop)} ({label}: {join_words(answers, 'en')}){stop}", *rest])


def _answers(rule: Rule, material: Material) -> Iterator[str]:
    for part in walk(rule.when):
        if isinstance(part, StatementIs) and part.truth(material.outcome.facts):
            entry = material.answers.get(part.statement)
            if entry is not None and entry.answer is not None and not entry.withheld:
                yield tell_answer(entry, material.outcome).replace(_OF_ONE_NUMBER, "bijna ")
