"""`poolwijzer workshop archive`: what is kept of a session to learn from."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.options import MenusFolder
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.problems import InputError, Problem, did_you_mean, harmless, quote

if TYPE_CHECKING:
    from poolwijzer.content.content import Content
    from poolwijzer.workshop.archive.collection import Addition
    from poolwijzer.workshop.archive.own_texts import OwnText
    from poolwijzer.workshop.session import Session

MOST_TOLD = 10
"""Texts of which it is told that they do not go along."""
ANSWERS = ("Nee, laat deze tekst weg", "Ja, neem deze tekst mee")
TOLD = {
    "new": "nieuw in het archief",
    "measured-again": "een nieuwe meting van een bekend initiatief",
    "earlier": "een eerdere meting van een bekend initiatief",
    "group": "een tweede groep over hetzelfde initiatief",
    "replaced": "in plaats van wat er van die dag stond",
    "same": "stond er al",
}


def archive(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="De map van de werksessie.", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="MAP", help="De map van het archief.", show_default=False),
    ],
    share: Annotated[
        list[str] | None,
        typer.Option(
            "--share",
            metavar="TEKST",
            help="Een eigen tekst van een groep die mee mag. Mag vaker. Anders vraagt Poolwijzer het per tekst.",
            show_default=False,
        ),
    ] = None,
    named: Annotated[
        bool, typer.Option("--with-names", help="Laat de namen van initiatieven en gemeenten staan.")
    ] = False,
    menus: MenusFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help="Vervang wat er van dezelfde dag in het archief staat.")
    ] = False,
) -> None:
    """Zet de uitkomsten van een werksessie zonder namen in een archief, om van te leren."""
    with mistakes_told():
        from poolwijzer.workshop.archive.bare import Wishes
        from poolwijzer.workshop.archive.collection import plan_additions, write_additions
        from poolwijzer.workshop.archive.leave import leave, says_something
        from poolwijzer.workshop.archive.own_texts import find_texts
        from poolwijzer.workshop.archive.pseudonyms import KEY_NAME, make_key, read_key, write_key
        from poolwijzer.workshop.folder import PATIENCE, read_session

        if output.exists() and not output.is_dir():
            raise InputError(Problem(str(output), "Dit is geen map.", "Noem de map waarin het archief staat of komt."))
        content = read_menus(menus)
        session = read_session(folder, content, patience=PATIENCE)
        if output.resolve() == folder.resolve():
            hint = "Kies een andere map: het archief gaat ook naar anderen."
            raise InputError(Problem(str(output), "Dit is de map van de werksessie zelf.", hint))
        texts = find_texts([(one.label, one.assessment) for one in session.readable if one.assessment], content)
        shared = _ask_for_each(texts, session, share or (), content)
        known = read_key(output)
        wishes = Wishes(known or make_key(), shared, named)
        additions = plan_additions(output, leave(session, content, wishes), content, force=force)
        if not additions:
            message = "Er is nog niets om te bewaren: geen groep heeft antwoorden."
            raise InputError(
                Problem(str(folder), message, "Vul eerst een groep in, of wacht tot er een is opgeslagen.")
            )
        if not known:
            write_key(output, wishes.key)
        for one, path in write_additions(additions):
            day = f", {long_date(one.day)}" if one.day else ""
            say(harmless(f"{path}: {TOLD[one.kind]}{day}."))
        _tell_left_out(session, texts, shared, additions)
        if not known:
            say(harmless(f"De sleutel van het archief staat in {output / KEY_NAME}. Geef die niet aan anderen."))
        for silent in session.groups:
            if silent.assessment is not None and not says_something(silent.assessment):
                say(harmless(f"{silent.label} heeft nog niets om te bewaren."))
        attention = session.attention()
        tell(attention)
    if attention:
        raise typer.Exit(ATTENTION)


def _ask_for_each(texts: Sequence[OwnText], session: Session, asked: Sequence[str], content: Content) -> frozenset[str]:
    """The texts that got a yes: earlier, in the command, or now where somebody can be asked.

    Raises:
        InputError: the command names a text that nobody wrote.
    """
    written = {one.text for one in texts}
    problems = [
        Problem(
            "--share",
            f"Geen groep schreef {quote(text)}.",
            did_you_mean(text, written) or "Neem de tekst precies over.",
        )
        for text in asked
        if text not in written
    ]
    if problems:
        raise InputError(problems)
    shared = {*asked, *(text for text in session.plan.shared_texts if text in written)}
    still = [one for one in texts if one.text not in shared]
    if still and not asked and sys.stdin.isatty() and sys.stdout.isatty():
        shared |= _ask(still, content)
    new = tuple(text for text in dict.fromkeys(one.text for one in texts) if text in shared)
    if kept := tuple(text for text in new if text not in session.plan.shared_texts):
        from poolwijzer.workshop.plan_file import write_plan

        plan = session.plan
        write_plan(session.folder, plan, plan.model_copy(update={"shared_texts": (*plan.shared_texts, *kept)}))
    return frozenset(shared)


def _ask(texts: Sequence[OwnText], content: Content) -> set[str]:
    from poolwijzer.interview.session import make_presenter

    presenter = make_presenter(content, plain=False)
    shared = set()
    for number, one in enumerate(texts, 1):
        title = (
            f"Tekst {number} van {len(texts)}. {one.about}, {', '.join(one.groups)}: {quote(one.text)}. Mag dit mee?"
        )
        found = presenter.pick(title, ANSWERS, first=True)
        if found is None:
            break
        if found:
            shared.add(one.text)
    return shared


def _tell_left_out(
    session: Session, texts: Sequence[OwnText], shared: frozenset[str], additions: Sequence[Addition]
) -> None:
    """Say what did not go along, and where the key of the archive is."""
    from poolwijzer.workshop.archive.leave import count_left_out

    held = {one.text: one for one in texts if one.text not in shared}
    if held:
        subject = count_things(len(held), "eigen tekst gaat", "eigen teksten gaan")
        say(f'{subject} niet mee. Mag er een wel mee? Zo: --share "de tekst"')
        for one in list(held.values())[:MOST_TOLD]:
            say(harmless(f"- {one.about}, {join_words(one.groups)}: {quote(one.text)}"))
        if (left := len(held) - MOST_TOLD) > 0:
            say(f"- en nog {left}")
    counts = count_left_out(one.assessment for one in session.readable if one.assessment)
    if counts and additions:
        say(f"Weggelaten: {join_words([f'{count} {called}' for called, count in counts.items()], 'en')}.")
