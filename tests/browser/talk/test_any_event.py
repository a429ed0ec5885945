"""Whatever a page sends, in whatever state: the conversation stays whole, and so does its file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.read import load_menus
from poolwijzer.interview.state import State
from tests.browser.talk.held import Talk

SIDES = ["note", "dots", "other", "consider"]
STRANGE = ["", "Assen", "4", "w", "b4 d5", "4 5 w 2", "4 ton", "2027", "provincie 1/3", "\ud800", "\x00", "\u202e"]


class Pick(NamedTuple):
    """An answer or a step that is there when its turn comes, by a number."""

    number: int


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=9), inner, max_size=2),
    max_leaves=4,
)
words = st.sampled_from(STRANGE) | st.text(max_size=20)
value = st.integers(0, 60).map(Pick) | words
amounts = st.integers(-1, 10**5) | st.integers(0, 12)
events = st.one_of(
    st.fixed_dictionaries({"do": st.sampled_from(["next", "back", "undo", "closing", "deepen", "stop"])}),
    st.fixed_dictionaries({"do": st.sampled_from(["back", "closing", "undo"]), "typed": words | anything}),
    st.fixed_dictionaries({"do": st.just("jump"), "key": value}),
    st.fixed_dictionaries({"do": st.just("reply"), "value": value}),
    st.fixed_dictionaries(
        {"do": st.sampled_from(["toggle", "keep", "row"]), "value": value, "typed": words, "text": words}
    ),
    st.fixed_dictionaries({"do": st.sampled_from(["mark", "mark-next"]), "option": value, "as": words}),
    st.fixed_dictionaries(
        {"do": st.just("mark"), "option": value, "as": st.sampled_from(["gekozen", "overwogen", ""])}
    ),
    st.fixed_dictionaries({"do": st.just("beside"), "side": st.sampled_from(SIDES), "text": words}),
    st.fixed_dictionaries({"do": st.just("hands"), "counts": st.dictionaries(st.sampled_from("12345"), amounts)}),
    st.fixed_dictionaries(
        {
            "do": st.just("point"),
            "place": st.fixed_dictionaries({"motivatie": st.floats(1, 5), "betrokkenheid": amounts}),
        }
    ),
    st.dictionaries(st.sampled_from(["do", "value", "key", "side", "text", "counts", "place"]), anything),
    anything,
)


menus = cache(load_menus)


def picked(event: Any, talk: Talk) -> Any:
    """The event with what is there now in place of a number."""
    if not isinstance(event, Mapping):
        return event
    there = [item.value for item in talk.record.ask().items]
    steps = [step.key for step in talk.record.script.steps(talk.record.state)]
    of = steps if event.get("do") == "jump" else there or [""]
    return {name: of[part.number % len(of)] if isinstance(part, Pick) else part for name, part in event.items()}


def been(state: State | None) -> Iterator[Assessment | None]:
    """What was answered now and before, the newest first."""
    while state is not None:
        yield state.assessment
        state = state.before


@given(begun=st.booleans(), sent=st.lists(events, min_size=1, max_size=15))
def test_any_event_gives_a_view_and_loses_no_answer(begun: bool, sent: list[Any]) -> None:
    content = menus()
    with TemporaryDirectory() as folder:
        talk = Talk(Path(folder) / "werk", content)
        talk.named() if begun else talk.begin()
        history = list(been(talk.record.state))[::-1]
        for event in sent:
            answer = talk.answer("talk.react", event=picked(event, talk))

            assert "ok" in answer, answer
            json.dumps(answer, ensure_ascii=False).encode("utf-8")
            view, state = answer["ok"], talk.record.state
            assert view["at"] in [step.key for step in talk.record.script.steps(state)]
            if state.stopped:
                talk.call("talk.resume")
            if state.assessment != history[-1]:
                # An answer is in the file at once, and what it took the place of can be had back.
                path = talk.record.saves.path
                assert view["saved"] and path is not None
                assert read_assessment(path, content).assessment == state.assessment
                assert state.before is None or state.before.assessment in history
                history.append(state.assessment)
        talk.record.saves.release()
