"""What the page shows of the question that it is at, as plain data: one value for all that stands around it too."""

from __future__ import annotations

from typing import Any, get_args

from poolwijzer.browser.talk.keys import key_names, list_page_keys
from poolwijzer.browser.talk.pages import actions_of, page_of, pause_page, tell_page
from poolwijzer.browser.talk.plane import lay_out
from poolwijzer.browser.talk.record import WebRecord
from poolwijzer.browser.talk.words import shown
from poolwijzer.interview.commands import OF_LINES, Side
from poolwijzer.interview.picking import ALL_OPTIONS, first_of
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.step import PageStep, Refused
from poolwijzer.interview.typed_text import field_of

Plain = dict[str, Any]


def show_view(record: WebRecord, *, wrote: bool, kept: bool = False) -> Plain:
    """Everything that the page needs to show where a conversation is.

    Args:
        record: The conversation.
        wrote: Whether the file has just changed.
        kept: Whether what stood in a field that someone left was taken as its answer.
    """
    question, state = record.ask(), record.state
    around = record.surroundings(question)
    path = record.saves.path
    initiative = state.assessment.initiative if state.assessment else None
    view = {
        **shown(_of_question(question)),
        "at": state.at,
        "clock": around.clock(),
        "minutes": record.clock.minutes(),
        "file": path.name if path and state.assessment else "",
        "name": shown(initiative.name) if initiative else "",
        "said": shown(state.said),
        "remarks": shown(state.remarks),
        "stopped": state.stopped,
        "paused": tell_page(pause_page(record)) if record.clock.stands_still else None,
        "can_back": record.script.steps(state)[0].key != state.at,
        "can_undo": state.before is not None and state.before.assessment is not None,
        "text": question.text,
        "field": field_of(question.step.key),
        "sides": _sides(question),
        "plane": lay_out(question, record.script.content) if question.shape == "point" else None,
        "page": None,
        "actions": [],
        "saved": {"name": path.name, "path": str(path)} if wrote and path else None,
        "kept": kept,
    }
    if isinstance(question.step, PageStep):
        page = tell_page(page_of(record, question.step))
        view |= {"page": page, "title": page["title"], "actions": actions_of(record, question.step)}
    return view


def _of_question(question: InterviewQuestion) -> Plain:
    """What a question says itself."""
    card, several = question.shape == "card", question.shape in ("several", "card")
    proposed = next((item for item in question.items if item.value == question.proposed), None)
    return {
        "shape": question.shape,
        "title": question.title,
        "lead": question.lead,
        "progress": question.progress,
        "introduction": question.introduction,
        "memory": question.memory,
        "form": [{"label": one.label, "value": one.value, "current": one.current} for one in question.form],
        "items": [_item(item, question) for item in question.items],
        "first": list(first_of(question)) if question.first else [],
        "offer": question.offer if card else "",
        "offer_all": ALL_OPTIONS if card else "",
        "beside": question.beside,
        "counted": question.counted,
        "proposed": {"value": proposed.value, "label": proposed.label} if proposed else None,
        "evidence": question.evidence,
        "in_a_row": question.step.in_a_row,
        "answered": question.step.answer is not None,
        "several": several,
        "lines": question.lines,
        "names": question.names,
        "keys": key_names(question),
        "told_keys": list_page_keys(question),
    }


def _item(item: AnswerItem, question: InterviewQuestion) -> Plain:
    return {
        "key": item.key,
        "value": item.value,
        "label": item.label,
        "behind": item.behind,
        "chosen": item.value in question.chosen,
        "standing": item.standing,
        "sign": item.sign or "",
        "verdict": item.verdict,
        "reason": item.reason,
        "hands": item.hands or 0,
    }


def _sides(question: InterviewQuestion) -> dict[str, Plain]:
    """The lines of text that go with a question, each with what stands in it and the field it is typed in."""
    found = {}
    for side in get_args(Side):
        try:
            line = question.step.side_line(side)
        except Refused:
            continue
        found[side] = {
            **shown({"title": line.title, "lead": line.lead}),
            "text": line.text,
            "lines": side in OF_LINES,
            "field": field_of(question.step.key, side),
        }
    return found
