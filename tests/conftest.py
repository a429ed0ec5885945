"""What many tests start from: the shipped menus, the examples, and a short way to make an assessment."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import settings

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.settings.chosen import OFF
from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.read import load_menus
from poolwijzer.given import EPOCH
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Depth, Report
from poolwijzer.yamlfile import Document, read_document
from tests.many import fill
from tests.roots import ROOT

# A slow moment of a busy machine is no failure. What must pass before a change lands draws the same cases each time;
# at a desk every run draws new ones. Every property draws a quarter of its cases in `make check`: --hypothesis-profile.
settings.register_profile("here", deadline=None, max_examples=30, derandomize=bool(os.environ.get("CI")))
settings.register_profile("quick", settings.get_profile("here"))
settings.load_profile("here")

pytest_plugins = ["tests.slow_guard"]

# To look for garbage among ten thousand tests takes a tenth of the time: as seldom as the program itself does.
gc.set_threshold(150_000, 20, 100)
# Grammars that jsonschema makes for a kind of text that none of our schemas has: seconds for each worker.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

ON = date(2026, 11, 1)
# No test depends on the day on which it is run: where none is given, all of them are run on this one.
os.environ[EPOCH] = str(int(datetime(ON.year, ON.month, ON.day, tzinfo=UTC).timestamp()))
# Nor on what who runs it has set at home, or in the folder of the source.
os.environ[OFF] = "1"


@pytest.fixture(scope="session", autouse=True)
def shipped_files_are_parsed_once() -> Iterator[None]:
    """What lies over the shipped menus needs these parsed, which takes most of the time of reading an own folder."""
    shipped, once = find_shipped_menus(), cache(read_document)

    def read(path: Path) -> Document:
        return (once if shipped in path.parents else read_document)(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("poolwijzer.content.files.read_document", read)
        yield


@pytest.fixture(scope="session", autouse=True)
def commands_are_made_once() -> Iterator[None]:
    """As in a program that starts: Typer makes them anew for each that a test runs in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(typer.main.get_command))
        yield


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped menus."""
    return load_menus(None)


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of examples."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def assessment_of() -> Callable[..., Assessment]:
    """Makes an assessment of its parts; `municipalities` are names, or how many made-up ones there are."""

    def made(*, municipalities: list[Any] | int = 0, id: str = "proef", **parts: Any) -> Assessment:
        if isinstance(municipalities, int):
            municipalities = [{"name": f"Proefdorp {i}", "population": 20000} for i in range(municipalities)]
        initiative = {"id": id, "name": "Proef", "municipalities": municipalities}
        return Assessment.model_validate({"poolwijzer": 1, "initiative": initiative, **parts})

    return made


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Callable[..., Path]:
    """Makes a folder of so many initiatives; of every `broken_each` of them one is broken."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.yaml"))]

    def made(number: int, broken_each: int = 0) -> Path:
        return fill(tmp_path_factory.mktemp("veel"), number, texts, broken_each)

    return made


@pytest.fixture(scope="session")
def report_of(content: Content) -> Callable[..., Report]:
    """Makes the report of an assessment, or of the file it stands in; each is made once."""
    found: dict[tuple[str, str, bool], Report] = {}

    def made(source: Assessment | Path, depth: Depth = "gewoon", explain: bool = False) -> Report:
        assessment = read_assessment(source, content).assessment if isinstance(source, Path) else source
        key = (repr(assessment), depth, explain)
        if key not in found:
            found[key] = build_report(Outcome(content, assessment, ON), version="0", depth=depth, explain=explain)
        return found[key]

    return made


@pytest.fixture(scope="session")
def typed_everywhere(assessment_of: Callable[..., Assessment]) -> Callable[[str], Assessment]:
    """Makes an assessment in which one text is typed wherever somebody can type."""

    def made(text: str) -> Assessment:
        whole: dict[str, Any] = {
            "context": {"verband": {"kind": "provincie", "name": text}},
            "answers": {name: {"value": 4, "note": text} for name in ("m16", "m2", "m3", "m6", "m12", "b2", "b9")},
            "estimate": {"motivatie": 2, "betrokkenheid": 2},
            "key_question": {"answer": text},
            "choices": {"vorm": {"options": ["bij-provincie"], "other": [text], "consideration": text}},
            "agreements": [{"what": text, "who": text, "when": text}],
            "highlights": {"course": text, "striking": text, "eye_opener": text, "worthwhile": text},
            "needs": [text],
        }
        made = assessment_of(municipalities=[{"name": text, "population": 9000}], **whole)
        initiative = made.initiative.model_copy(update={"name": text, "region": text, "note": text})
        return made.model_copy(update={"initiative": initiative})

    return made
