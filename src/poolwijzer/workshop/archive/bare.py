"""An initiative without names of persons and organisations, and without what people wrote: what an archive may hold.

What stays is what menus learn from: answers, hands, dots, what was chosen, the situation. It is built up from what may
stay, so that what a later format adds is left out until somebody decides on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from poolwijzer.assessment.answer import UNKNOWN, Answer, Answers
from poolwijzer.assessment.model import (
    Assessment,
    Choice,
    Context,
    ContextAnswer,
    DatedChoice,
    Initiative,
    Measurement,
    NamedChoice,
    Participant,
    Response,
    counted_responses,
)
from poolwijzer.assessment.unshared import UNSHARED
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.engine.vote import find_vote
from poolwijzer.workshop.archive.own_texts import is_of_the_menus
from poolwijzer.workshop.archive.pseudonyms import pseudonym, size_class


class Wishes(NamedTuple):
    """What an archive holds beside what every archive does."""

    key: str
    shared: frozenset[str] = frozenset()
    """The texts that got a yes."""
    named: bool = False
    """Whether initiatives and municipalities keep their names."""


def make_bare(assessment: Assessment, content: Content, on: date, wishes: Wishes) -> Assessment:
    """An initiative as an archive holds it.

    Respondents who answered apart become hands, as in a room: how many gave each answer. Of fewer than the menus say
    (`privacy.anonymous_from`) nothing stays.

    Args:
        assessment: What a group saved.
        content: The menus.
        on: The day of the session, for an initiative that has no day.
        wishes: What else may stay.
    """
    listed = assessment.initiative
    return Assessment(
        poolwijzer=assessment.poolwijzer,
        menus=assessment.menus,
        initiative=_bare_initiative(listed, on, wishes),
        questions=assessment.questions,
        context=_bare_context(assessment.context, content),
        estimate=assessment.estimate,
        answers=_bare_answers(assessment.answers, counted_responses(assessment.responses, listed), content),
        choices=_bare_choices(assessment.choices, content, wishes),
        needs=_bare_needs(assessment.needs, content, wishes),
        measurements=tuple(_bare_measurement(one, listed, content, wishes) for one in assessment.measurements),
    )


def _bare_initiative(initiative: Initiative, on: date, wishes: Wishes) -> Initiative:
    day = initiative.date or on
    if wishes.named:
        return initiative.model_copy(update={"date": day, "note": ""})
    name = pseudonym(initiative.id, wishes.key)
    sizes = sorted((size_class(one.population or 1) for one in initiative.municipalities), reverse=True)
    municipalities = tuple(
        Participant(name=f"Gemeente {number}", population=size) for number, size in enumerate(sizes, 1)
    )
    called = name.replace("-", " ").capitalize()
    return Initiative(id=name, name=called, municipalities=municipalities, date=day)


def _bare_measurement(one: Measurement, initiative: Initiative, content: Content, wishes: Wishes) -> Measurement:
    return Measurement(
        date=one.date,
        menus=one.menus,
        questions=one.questions,
        context=_bare_context(one.context, content),
        estimate=one.estimate,
        answers=_bare_answers(one.answers, counted_responses(one.responses, initiative), content),
        needs=_bare_needs(one.needs, content, wishes),
    )


# The situation.


def _bare_context(context: Context, content: Content) -> Context:
    """The answers that the menus have; a name that was given with one is left out."""
    questions = content.questions.context
    found = {name: _bare_answer_to(questions[name], said) for name, said in context.items() if name in questions}
    return {name: said for name, said in found.items() if said is not None and said != ()}


def _bare_answer_to(question: ContextQuestion, said: ContextAnswer) -> ContextAnswer | None:
    if question.kind == "date":
        return said if isinstance(said, str) and _is_date(said) else None
    if isinstance(said, NamedChoice):
        return NamedChoice(kind=said.kind, number=said.number) if said.kind in question.answers else None
    if isinstance(said, tuple):
        return tuple(one for one in said if _id_of(one) in question.answers)
    return said if said in question.answers else None


def _is_date(said: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(said).isoformat() == said
    return False


def _id_of(said: str | DatedChoice) -> str:
    return said if isinstance(said, str) else said.source


# The answers.


def _bare_answers(answers: Answers, responses: Iterable[Response], content: Content) -> Answers:
    """The answers of the group without notes, and where it gave none the hands of who answered apart."""
    known = content.statements.keys() | content.retired.keys()
    given = {name: _without_note(answer) for name, answer in answers.items() if name in known}
    found = {name: bare for name, bare in given.items() if bare is not None}
    apart = tuple(responses)
    if len(apart) >= content.typology.privacy.anonymous_from:
        for name in content.statements:
            if (name not in found or not found[name].given) and (hands := _as_hands(name, apart, content)):
                found[name] = hands
    return found


def _without_note(answer: Answer) -> Answer | None:
    parts = {"value": answer.value, "of": answer.of, "yes": answer.yes, "votes": answer.votes, "agreed": answer.agreed}
    says = answer.value is not None or answer.yes is not None or answer.votes is not None
    return Answer.model_validate(parts) if says else None


def _as_hands(statement: str, responses: Iterable[Response], content: Content) -> Answer | None:
    """What respondents said on a statement as hands; None of too few. What most of them said is an answer on loan."""
    said = [one.answers[statement] for one in responses if statement in one.answers]
    counts = Counter(answer.value for answer in said if answer.given)
    if counts.total() < content.typology.privacy.anonymous_from:
        return None
    votes = tuple(counts[point] for point in (*content.typology.scale.points(), UNKNOWN))
    vote = find_vote(Answer(votes=votes), content)
    most = vote.fullest if vote else ()
    return Answer(value=most[0], votes=votes, agreed=False) if len(most) == 1 else Answer(votes=votes)


# What was chosen, and what people want.


def _bare_choices(choices: Mapping[str, Choice], content: Content, wishes: Wishes) -> dict[str, Choice]:
    """The choices from the menus, and that something else was chosen; without the reasons."""
    found = {
        name: Choice(
            options=_known(choice.options, content),
            considering=_known(choice.considering, content),
            other=tuple(dict.fromkeys(text if text in wishes.shared else UNSHARED for text in choice.other)),
        )
        for name, choice in choices.items()
        if name in content.components
    }
    return {name: choice for name, choice in found.items() if choice != Choice()}


def _known(options: Iterable[str], content: Content) -> tuple[str, ...]:
    return tuple(name for name in options if name in content.options)


def _bare_needs(needs: Collection[str], content: Content, wishes: Wishes) -> tuple[str, ...]:
    return tuple(need for need in needs if is_of_the_menus(need, content) or need in wishes.shared)
