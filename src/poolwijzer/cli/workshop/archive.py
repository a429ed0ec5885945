"""`poolwijzer workshop archive`: what is kept of a session to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.options import MenusFolder, SessionFolder
from poolwijzer.cli.screen import has_terminal
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.problems import harmless, quote

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
    folder: SessionFolder,
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
        from poolwijzer.workshop.archive.leave import check_shared, put_in_archive, says_something, texts_of_session
        from poolwijzer.workshop.archive.pseudonyms import KEY_NAME
        from poolwijzer.workshop.folder import PATIENCE, read_session

        content = read_menus(menus)
        session = read_session(folder, content, patience=PATIENCE)
        texts = texts_of_session(session, content)
        check_shared(texts, share or (), "--share")
        shared = _ask_for_each(texts, session, share or (), content)
        additions, new_key = put_in_archive(session, content, output, shared, named=named, force=force)
        for one in additions:
            day = f", {long_date(one.day)}" if one.day else ""
            say(harmless(f"{one.path}: {TOLD[one.kind]}{day}."))
        _tell_left_out(session, texts, shared, additions)
        if new_key:
            say(harmless(f"De sleutel van het archief staat in {output / KEY_NAME}. Geef die niet aan anderen."))
        for group, said in session.known:
            if not says_something(said):
                say(harmless(f"{group.label} heeft nog niets om te bewaren."))
        attention = session.attention()
        tell(attention)
    if attention:
        raise typer.Exit(ATTENTION)


def _ask_for_each(texts: Sequence[OwnText], session: Session, asked: Sequence[str], content: Content) -> frozenset[str]:
    """The texts that got a yes: earlier, in the command, or now where somebody can be asked."""
    written = {one.text for one in texts}
    shared = {*asked, *(text for text in session.plan.shared_texts if text in written)}
    still = [one for one in texts if one.text not in shared]
    if still and not asked and has_terminal():
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
    counts = count_left_out(said for _, said in session.known)
    if counts and additions:
        say(f"Weggelaten: {join_words([f'{count} {called}' for called, count in counts.items()], 'en')}.")
