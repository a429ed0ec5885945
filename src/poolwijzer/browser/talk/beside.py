"""What the page can ask for beside the question that is shown, which does not change by it."""

from __future__ import annotations

from typing import Any

from poolwijzer.assessment.participants import complete_names, has_lines, join_lines, last_name
from poolwijzer.browser.desk import Desk
from poolwijzer.browser.talk.pages import explanation, stopping_page, tell_page
from poolwijzer.browser.talk.record import open_record
from poolwijzer.browser.talk.words import shown
from poolwijzer.formats.html.part import part_sheet
from poolwijzer.interview.early import (
    SHOWS_ANSWERS,
    TO_WHICH,
    TOO_EARLY,
    asks_before_stopping,
    outcome_now,
    outcome_report,
)
from poolwijzer.interview.progress import title_of_part
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.excerpts import about_option, plain_page

MOST_OFFERED = 8
MOST_TYPED = 10_000
Plain = dict[str, Any]


def overview(desk: Desk, answers: bool = False) -> Plain:
    """All there is to ask, to go to; with what was answered once the place was shown, or who asks for it all the same.

    It tells whether it holds the answers, and what to say of that.
    """
    record = open_record(desk)
    state, steps = record.state, record.script.steps(record.state)
    with_answers = record.script.place_shown(state) or answers is True
    groups: list[Plain] = []
    for step in steps:
        title = title_of_part(step, record.script.content)
        title = title[:1].upper() + title[1:]
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "items": []})
        groups[-1]["items"].append(_in_overview(step, state.at, with_answers))
    warning = "" if record.script.place_shown(state) or not with_answers else SHOWS_ANSWERS
    return shown({"title": TO_WHICH, "warning": warning, "answers": with_answers, "groups": groups})  # type: ignore[no-any-return]


def _in_overview(step: InterviewStep, at: str, with_answers: bool) -> Plain:
    return {
        "key": step.key,
        "label": step.label,
        "answered": step.answer is not None,
        "counts": step.counts,
        "here": step.key == at,
        "answer": step.summarise() if with_answers else "",
    }


def explain(desk: Desk) -> Plain:
    """What the question that is shown is about, and its keys."""
    return tell_page(explanation(open_record(desk).ask()))


def about(desk: Desk, option: str) -> Plain:
    """Everything about one option of the menu card."""
    record = open_record(desk)
    told = record.script.told(record.state)
    if told is None or option not in record.script.content.options:
        raise InputError(Problem("talk.about", "Deze optie staat niet op de menukaart."))
    return tell_page(about_option(told, option))


def outcome(desk: Desk, early: bool = False) -> Plain:
    """The outcome so far; before the place was shown that is asked once more, unless someone wants it all the same."""
    record = open_record(desk)
    now, why_not = outcome_now(record.script, record.state)
    if now == "refused":
        return {"now": now, **tell_page(plain_page("Uitkomst tot nu toe", why_not))}
    if now == "ask-first" and early is not True:
        return {"now": now, **tell_page(plain_page(*TOO_EARLY))}
    return {"now": "now", **tell_page(outcome_report(record.outcome()))}


def stopping(desk: Desk) -> Plain | None:
    """What can be done first, for who stops before the end; None where there is nothing to ask."""
    record = open_record(desk)
    if not asks_before_stopping(record.script, record.state):
        return None
    return tell_page(stopping_page(record))


def offer_names(desk: Desk, typed: str) -> list[Plain]:
    """What can complete the name at the end of what was typed."""
    found = list(complete_names(str(typed)[-MOST_TYPED:]))
    if [one.text for one in found] == [last_name(typed)]:
        return []
    return [{"text": one.text, "meaning": one.meaning} for one in found[:MOST_OFFERED]]


def join_names(desk: Desk, pasted: str) -> str:
    """A column or a list that was pasted, as names on a line."""
    return join_lines(pasted) if has_lines(pasted) else pasted


def sheet(desk: Desk) -> str:
    """The style sheet of the pages in the conversation."""
    return part_sheet()
