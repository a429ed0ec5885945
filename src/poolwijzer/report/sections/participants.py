"""What an initiative is, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import DatedChoice, NamedChoice
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.dutch import capitalise, count_things, join_words, lower_article
from poolwijzer.report.excerpt import LONGEST_TOWN
from poolwijzer.report.model import Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.rules.facts import HIDDEN

ID, TITLE = "wie-meedoet", "Wie meedoet"
ALSO = "ook doet mee:"
"""Goes before a second body, which is told and never counted."""
MOST_NAMED = 12
"""So many municipalities are named at the top; the names of more stand in a list at the end."""


def what_it_is(material: Material) -> Labelled | None:
    """Who takes part, and what was answered to the questions that a conversation begins with; None without any.

    The names are those that the initiative lists, and never stand beside an answer. In an anonymous report there are
    none.
    """
    rows = [("Wie doet mee", _who(material)), *_asked_first(material)]
    told = tuple((label, Line(text)) for label, text in rows if text)
    return Labelled(told) if told else None


def list_participants(material: Material) -> Section:
    """The names of the municipalities, where there are too many for the top of a report."""
    names = _names(material)
    if len(names) <= MOST_NAMED:
        return Section(ID, TITLE)
    listed = Paragraph(Line(f"{join_words(names)}."))
    return Section(ID, TITLE, (listed,), leaves=LEAVES["wie-meedoet"], annex=material.full)


def _names(material: Material) -> list[str]:
    if material.outcome.mode == "anonymous":
        return []
    return [material.brief(one.name, LONGEST_TOWN) for one in material.assessment.initiative.municipalities]


def _who(material: Material) -> str:
    initiative = material.assessment.initiative
    number_of, names = len(initiative.municipalities), _names(material)
    if not number_of:
        return initiative.region
    told = count_things(number_of, "gemeente", "gemeenten")
    told += f" in {initiative.region}" if initiative.region else ""
    return f"{told}: {join_words(names)}" if 0 < len(names) <= MOST_NAMED else told


def _asked_first(material: Material) -> Iterator[tuple[str, str]]:
    asked = {name: question for name, question in material.content.context.items() if question.moment == "start"}
    for name, question in asked.items():
        given = material.assessment.context.get(name)
        if given is not None and material.outcome.facts.context(name) is not HIDDEN:
            yield question.short or capitalise(name.replace("-", " ")), _tell(given, question)


def _tell(given: object, question: ContextQuestion) -> str:
    """What was answered, in words; nothing where that says nothing."""
    told = []
    for one in given if isinstance(given, tuple) else (given,):
        kind = one.kind if isinstance(one, NamedChoice) else one.source if isinstance(one, DatedChoice) else str(one)
        entry = question.answers.get(kind)
        # That there is nothing above the municipalities is said with the place.
        nobody = isinstance(one, NamedChoice) and entry is not None and entry.alone
        if entry is None or not (entry.unknown or nobody):
            label = entry.label if entry else kind
            told.append((lower_article(one.name) if isinstance(one, NamedChoice) else "") or label)
    also = lower_article(given.also) if isinstance(given, NamedChoice) and told else ""
    return "; ".join(filter(None, (join_words(told), f"{ALSO} {also}" if also else "")))
