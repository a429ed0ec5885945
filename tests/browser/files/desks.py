"""The desk of a page, without a browser: what it asks as JSON, and the files that it lays there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from poolwijzer.browser import bridge
from poolwijzer.browser.desk import Desk


class RefusedError(Exception):
    """What the page would show: the lines of a refusal."""

    def __init__(self, problems: list[dict[str, str]]) -> None:
        self.lines = [f"{one['where']}: {one['message']} {one['hint']}".rstrip() for one in problems]
        super().__init__("\n".join(self.lines))


class Page:
    """What a page does with its desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        bridge.start(desk)

    def call(self, name: str, /, **given: Any) -> Any:
        told = json.loads(bridge.answer(json.dumps({"call": name, "with": given})))
        if "problems" in told:
            raise RefusedError(told["problems"])
        assert "broken" not in told, told
        return told["ok"]

    def put(self, path: str, data: bytes) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)

    def open(self, name: str, data: bytes) -> Any:
        self.put(self.call("files.place", name=name)["path"], data)
        return self.call("files.open", name=name)

    def report(self, suffix: str, **asked: Any) -> bytes:
        return Path(self.call("reports.make", suffix=suffix, on="2026-11-01", **asked)["path"]).read_bytes()
