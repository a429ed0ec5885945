"""What is said when a conversation ends: where everything lies, and how to go on with it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.interview.conversation import LiveConversation
from poolwijzer.interview.steps.end import as_argument
from poolwijzer.problems import InputError


def last_words(conversation: LiveConversation, broken_off: bool = False) -> str:
    """What became of the answers and of what was being typed, and the command to go on."""
    answers, typing = _about_answers(conversation), _about_typing(conversation, broken_off)
    return "\n".join([*answers, *typing, *_to_go_on(conversation)])


def _about_answers(conversation: LiveConversation) -> Iterator[str]:
    record = conversation.record
    saves, assessment = record.saves, record.state.assessment
    if saves.path is None or assessment is None:
        yield "Er is geen antwoord bewaard: er was nog geen naam."
    elif record.unsaved:
        try:
            rescued = saves.rescue(assessment)
        except InputError as error:
            yield f"Uw laatste antwoorden konden niet worden bewaard. {error}"
        else:
            record.forget_entered()
            yield f"In {saves.path} kon niet worden geschreven. Uw antwoorden staan nu in {rescued}."
    else:
        yield f"Uw antwoorden staan in {saves.path}."
    yield from conversation.reports.told()


def _about_typing(conversation: LiveConversation, broken_off: bool) -> Iterator[str]:
    """What became of text that was typed and not entered."""
    drafts = conversation.record.drafts
    if (newest := drafts.newest()) is not None:
        if drafts.path is not None and drafts.kept:
            yield f"Wat u nog niet had ingevoerd, staat in {drafts.path}. Gaat u verder, dan ziet u het terug."
        else:
            yield f"Niet bewaard is wat u nog typte: {newest[1]}"
    elif broken_off and not conversation.presenter.keeps_lines:
        yield "Niet bewaard is een regel waarachter u nog geen Enter gaf."


def _to_go_on(conversation: LiveConversation) -> Iterator[str]:
    record = conversation.record
    path, drafts = record.saves.path, record.drafts
    kept = record.state.assessment is not None and not record.unsaved
    if path is not None and (kept or (drafts.newest() and drafts.kept)):
        yield f"Verder gaan: poolwijzer assess {as_argument(str(path))}"
