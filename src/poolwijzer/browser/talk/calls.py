"""What the page can ask about the conversation. Each call takes the desk, and gives plain data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from poolwijzer.browser.desk import Desk
from poolwijzer.browser.talk.events import read_event, typed_with
from poolwijzer.browser.talk.record import KeptByPage, WebRecord, open_record
from poolwijzer.browser.talk.view import show_view
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.interview.beginning import InterviewOptions, check_part, first_state
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.commands import Jump
from poolwijzer.interview.progress import TITLES, pick_extras, plan_minutes
from poolwijzer.interview.route import list_parts
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import InputError, Problem

MOST_MINUTES = 24 * 60
Plain = dict[str, Any]


def tell_choices(desk: Desk) -> Plain:
    """How one can have a conversation: the usual minutes, and the parts that can be done alone."""
    content = desk.content
    return {
        "minutes": round(max(plan_minutes(content, Route()).values(), default=0)),
        "parts": [{"value": name, "label": _title_of(name, desk)} for name in list_parts(content)],
    }


def _title_of(part: str, desk: Desk) -> str:
    axes, blocks = desk.content.typology.axes, desk.content.questions.blocks
    title = axes[part].short if part in axes else blocks[part].title if part in blocks else TITLES[part]
    return title[:1].upper() + title[1:]


def begin(
    desk: Desk,
    file: str | None = None,
    *,
    full: bool = False,
    everything: bool = False,
    part: str | None = None,
    minutes: int | None = None,
    menu_first: bool | None = None,
    again: bool = False,
    spent: float = 0.0,
    at: str | None = None,
) -> Plain:
    """Begin a conversation: a new one, one about a file that lies here, or a new measurement of what is in that file.

    Args:
        desk: Where the file lies.
        file: Its name; without one the conversation is a new one.
        full: As the options of `poolwijzer assess` have it.
        everything: So too (`--all`).
        part: So too.
        minutes: So too.
        menu_first: Whether the menu card comes before the statements.
        again: As the options of `poolwijzer assess` have it.
        spent: The minutes that an earlier conversation about it took.
        at: The key of the step at which that broke off.

    Raises:
        InputError: the file cannot be used, or there is no such part; the conversation of before goes on.
    """
    part, minutes = part or None, _minutes(minutes)
    check_part(part, desk.content)
    path = _path(desk, file)
    route = Route(
        full=full is True,
        everything=everything is True,
        part=part,
        left_out=pick_extras(desk.content, minutes),
        minutes=minutes,
        menu_first=menu_first if isinstance(menu_first, bool) else None,
    )
    options = InterviewOptions(path, desk.on, route, again=again is True)
    script, before = Script(desk.content, desk.on), 0.0 if again else _spent(spent)
    state = first_state(path, options, script, int(before))  # what cannot begin leaves the conversation of now
    if desk.record is not None:
        desk.record.saves.release()
    saves, desk.file = AutoSave(path, desk.folder), path
    if at and any(step.key == at for step in script.steps(state)):
        state = replace(script.react(state, Jump(at)), said=state.said, remarks=state.remarks)
    desk.record = WebRecord(script, state, saves, KeptByPage(before), Clock(before))
    return show_view(desk.record, wrote=False)


def show(desk: Desk) -> Plain | None:
    """What the conversation shows now; None where there is none."""
    return show_view(desk.record, wrote=False) if isinstance(desk.record, WebRecord) else None


def react(desk: Desk, event: object = None) -> Plain:
    """What an event of the page makes of the conversation. One that means nothing here changes nothing."""
    record = open_record(desk)
    try:
        command = read_event(event, record.ask())
    except Refused as refusal:
        record.say(str(refusal))
        return show_view(record, wrote=False)
    if command is None:
        record.say("")
        return show_view(record, wrote=False)
    wrote, kept = record.take(command, typed_with(event))
    return show_view(record, wrote=wrote, kept=kept)


def resume(desk: Desk) -> Plain:
    """Go on, for who stopped."""
    record = open_record(desk)
    record.go_on()
    return show_view(record, wrote=False)


def pause(desk: Desk, on: bool = True) -> Plain:
    """Have the clock stand still, or run again."""
    record = open_record(desk)
    record.clock.stop() if on and not record.clock.stands_still else record.clock.go_on()
    return show_view(record, wrote=False)


def tell_clock(desk: Desk) -> Plain:
    """The time that went by, in words and in minutes."""
    record = open_record(desk)
    return {"clock": record.surroundings(record.ask()).clock(), "minutes": record.clock.minutes()}


def _path(desk: Desk, file: object) -> Path | None:
    """A file on the desk, by its name."""
    if file is None or file == "":
        return None
    path = desk.folder / Path(str(file)).name
    if not path.is_file():
        raise InputError(Problem(Path(str(file)).name, "Dit bestand is hier niet. Open het eerst."))
    return path


def _minutes(minutes: object) -> int | None:
    if minutes is None:
        return None
    if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= MOST_MINUTES:
        raise InputError(Problem("minuten", "Dit is geen aantal minuten.", "Geef een heel getal, zoals 30."))
    return minutes


def _spent(spent: object) -> float:
    """Minutes of before, as far as they can be true."""
    known = isinstance(spent, int | float) and not isinstance(spent, bool) and 0 <= spent < MOST_MINUTES
    return float(spent) if known else 0.0  # type: ignore[arg-type]
