"""A conversation in the page, held without a browser: calls as JSON, and what comes of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.browser import bridge
from poolwijzer.browser.desk import Desk
from poolwijzer.browser.talk.record import WebRecord
from poolwijzer.content.content import Content

ON = date(2026, 11, 24)
View = dict[str, Any]


class Talk:
    """One page with a conversation in it."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.desk = Desk(folder, on=ON, content=content)
        bridge.start(self.desk)

    def call(self, name: str, **given: object) -> Any:
        """What comes of a call; it has to go well."""
        answer = self.answer(name, **given)
        assert "ok" in answer, answer
        return answer["ok"]

    def answer(self, name: str, **given: object) -> View:
        """All that a call says, also that something is wrong."""
        found: View = json.loads(bridge.answer(json.dumps({"call": name, "with": given})))
        return found

    def begin(self, **how: object) -> View:
        """The first view of a conversation."""
        view: View = self.call("talk.begin", **how)
        return view

    def do(self, what: str, **given: object) -> View:
        """What an event makes of it."""
        view: View = self.call("talk.react", event={"do": what, **given})
        return view

    def go_to(self, key: str) -> View:
        """Straight to a step."""
        view = self.do("jump", key=key)
        assert view["at"] == key, view["said"]
        return view

    def named(self, name: str = "Flexpool Drenthe", municipalities: str = "provincie Drenthe") -> View:
        """A conversation that has a name and municipalities."""
        self.begin()
        self.do("next")
        self.do("reply", value=name)
        return self.do("reply", value=municipalities)

    def answered(self, value: str = "4") -> View:
        """The same with every statement of the short list answered."""
        self.named()
        view = self.go_to("statement:m2:")
        for _ in range(10):
            view = self.do("reply", value=value)
        return view

    @property
    def record(self) -> WebRecord:
        """The conversation itself."""
        assert isinstance(self.desk.record, WebRecord)
        return self.desk.record

    @property
    def assessment(self) -> Assessment:
        """What was answered."""
        assert self.record.state.assessment is not None
        return self.record.state.assessment
