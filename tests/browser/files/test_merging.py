"""Answers of others in a page: shown first, then in the file, which keeps what nobody touched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from tests.browser.files.desks import Page
from tests.forms.senders import sent_text

FILE = "plan.yaml"


@pytest.fixture
def sent(example: bytes, content: Content) -> str:
    assessment = parse_assessment(example, FILE, content).assessment
    return sent_text(assessment, content, "Voorbeeldwold", {"m1": 4, "m3": 2})


def lay(page: Page, files: dict[str, bytes]) -> None:
    folder = page.call("merge.begin")["folder"]
    for name, data in files.items():
        page.put(f"{folder}/{name}", data)


def test_it_shows_what_the_command_line_shows_and_writes_nothing(
    page: Page, example: bytes, sent: str, command_line: Callable[..., Any]
) -> None:
    path = Path(page.open(FILE, example)["path"])
    lay(page, {"wold.txt": sent.encode(), "niets.txt": b"Tot morgen!"})
    Path(FILE).write_bytes(example)
    Path("wold.txt").write_text(sent, encoding="utf-8")
    Path("niets.txt").write_bytes(b"Tot morgen!")

    told = page.call("merge.look")
    command = command_line("merge", FILE, "wold.txt", "niets.txt", "--date", "2026-11-01")

    assert told["lines"] == command.stdout.splitlines()
    assert [f"{one['where']}: {one['message']} {one['hint']}" for one in told["refused"]] == [
        line for line in command.stderr.splitlines() if line.startswith("niets.txt")
    ]
    assert told["changes"] is True
    assert "Voorbeeldkade" in told["missing"]
    assert path.read_bytes() == example


def test_what_is_done_equals_the_command_line_to_the_byte(
    page: Page, example: bytes, sent: str, command_line: Callable[..., Any]
) -> None:
    raw = example.replace(b"\n", b"\r\n")
    path = Path(page.open(FILE, raw)["path"])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("map/wold.txt", sent)
    lay(page, {"alles.zip": packed.getvalue()})
    Path(FILE).write_bytes(raw)
    Path("alles.zip").write_bytes(packed.getvalue())
    command_line("merge", FILE, "alles.zip", "-o", FILE, "--force", "--date", "2026-11-01")

    told = page.call("merge.do")

    assert told["saved"]["path"] == str(path)
    assert path.read_bytes() == Path(FILE).read_bytes() != raw
    assert page.call("merge.look")["changes"] is False


def test_who_answered_is_a_page_without_answers(
    page: Page, example: bytes, sent: str, command_line: Callable[..., Any]
) -> None:
    page.open(FILE, example)
    lay(page, {"wold.txt": sent.encode()})
    Path(FILE).write_bytes(example)
    Path("wold.txt").write_text(sent, encoding="utf-8")
    command_line("merge", FILE, "wold.txt", "--status", "respons.html", "--date", "2026-11-01")

    made = page.call("merge.status")

    assert made["name"] == "plan-respons.html"
    assert Path(made["path"]).read_bytes() == Path("respons.html").read_bytes()


def test_answers_that_should_be_gone_are_taken_out(page: Page, example: bytes, sent: str) -> None:
    path = Path(page.open(FILE, example)["path"])
    lay(page, {"wold.txt": sent.encode()})
    page.call("merge.do")
    assert b"r-voorbeeldwold" in path.read_bytes()

    page.desk.on = page.desk.on.replace(year=2027, month=6)
    lay(page, {})
    assert page.call("merge.look", delete_expired=True)["changes"] is True
    page.call("merge.do", delete_expired=True)

    assert b"r-voorbeeldwold" not in path.read_bytes()
