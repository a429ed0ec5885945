"""What the groups of a session leave in an archive, and putting it there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.workshop.archive.bare import Wishes, make_bare
from poolwijzer.workshop.archive.collection import Addition, Bare, plan_additions, write_additions
from poolwijzer.workshop.archive.own_texts import OwnText, find_texts
from poolwijzer.workshop.archive.pseudonyms import make_key, read_key, write_key
from poolwijzer.workshop.session import Session


def says_something(assessment: Assessment) -> bool:
    """Whether there is anything to learn from what a group saved."""
    answered = any(answer.given for answer in assessment.answers.values())
    return bool(answered or assessment.responses or assessment.estimate or assessment.choices)


def texts_of_session(session: Session, content: Content) -> tuple[OwnText, ...]:
    """Every text of a session's groups that goes along only after a yes."""
    return find_texts([(group.label, said) for group, said in session.known], content)


def check_shared(texts: Iterable[OwnText], asked: Collection[str], option: str) -> None:
    """Refuse a yes for a text that nobody wrote; `option` is what it was given as.

    Raises:
        InputError: naming what comes near.
    """
    written = {one.text for one in texts}
    strange = [text for text in asked if text not in written]
    if strange:
        take_over = "Neem de tekst precies over."
        raise InputError(
            Problem(option, f"Geen groep schreef {quote(text)}.", did_you_mean(text, written) or take_over)
            for text in strange
        )


def put_in_archive(
    session: Session, content: Content, folder: Path, shared: Collection[str], *, named: bool, force: bool
) -> tuple[tuple[Addition, ...], bool]:
    """Put in an archive what every group of a session leaves.

    Args:
        session: As it was read.
        content: The menus.
        folder: The folder of the archive, which need not be there.
        shared: The texts that got a yes.
        named: Whether initiatives and municipalities keep their names.
        force: Whether a measurement of the same day in the archive may be replaced.

    Returns:
        What was added where, and whether the archive got its key now.

    Raises:
        InputError: there is nothing to keep, something in the folder cannot be read or is of the same day, or it
            cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(Problem(str(folder), "Dit is geen map.", "Noem de map waarin het archief staat of komt."))
    if folder.resolve() == session.folder.resolve():
        hint = "Kies een andere map: het archief gaat ook naar anderen."
        raise InputError(Problem(str(folder), "Dit is de map van de werksessie zelf.", hint))
    known = read_key(folder)
    wishes = Wishes(known or make_key(), frozenset(shared), named)
    additions = plan_additions(folder, leave(session, content, wishes), content, force=force)
    if not additions:
        message = "Er is nog niets om te bewaren: geen groep heeft antwoorden."
        hint = "Vul eerst een groep in, of wacht tot er een is opgeslagen."
        raise InputError(Problem(str(session.folder), message, hint))
    if not known:
        write_key(folder, wishes.key)
    return write_additions(additions), not known


def leave(session: Session, content: Content, wishes: Wishes) -> tuple[Bare, ...]:
    """Of every group that said something what the archive may hold."""
    return tuple(
        Bare(group.id, make_bare(said, content, session.plan.date, wishes))
        for group, said in session.known
        if says_something(said)
    )


def count_left_out(assessments: Iterable[Assessment]) -> dict[str, int]:
    """How many texts of which kind do not go along whatever was asked, by what they are called in Dutch."""
    counts: dict[str, int] = {}

    def add(called: str, texts: Iterable[str]) -> None:
        counts[called] = counts.get(called, 0) + sum(map(bool, texts))

    for one in assessments:
        add("antwoorden op de sleutelvraag", [one.key_question.answer])
        add("afwegingen", [choice.consideration for choice in one.choices.values()])
        add("afspraken", [agreement.what for agreement in one.agreements])
        add("terugkoppelingen", one.highlights.model_dump().values())
        add("begrotingen", ["costs"] if one.costs else [])
        add("notities", [one.initiative.note, *(answer.note for answer in one.answers.values())])
    return {called: count for called, count in counts.items() if count}
