"""No sentence stands twice in one report, and reports of like initiatives are about these initiatives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.likeness import MOST, Told, pairs_of, read_all, sentences_in, tell
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Depth, Report, Section
from poolwijzer.report.said import split_sentences
from poolwijzer.report.texts import texts_of
from tests.conftest import ON
from tests.report.richest import richest

UNDER_AMOUNTS = "Indicatie, zonder btw, "


def typed_in(value: object) -> Iterator[str]:
    """Every text that somebody typed, by its sentences."""
    if isinstance(value, str):
        yield from split_sentences(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from typed_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from typed_in(part)


def repeated(assessment: Assessment, content: Content, depth: Depth = "gewoon") -> dict[str, int]:
    """The sentences that stand more than once in a report, but for those that people typed."""
    report = build_report(Outcome(content, assessment, ON), version="0", depth=depth)
    own = " ".join(typed_in(assessment.model_dump(mode="json")))
    # The whole menu card is for looking things up, and two sources may have one publisher.
    sections = [without_sources(one) for one in report.sections if not (one.annex and depth == "volledig")]
    told = (one for one in sentences_in(sections) if one.endswith((".", "?", "!", "…")))
    # What has to stand under every amount comes back with each of their blocks.
    told = (one for one in told if not one.startswith(UNDER_AMOUNTS))
    counted = Counter(one for one in told if not all(part in own for part in one.rstrip(" .…").split("; ")))
    return {sentence: number for sentence, number in counted.items() if number > 1}


def without_sources(section: Section) -> Section:
    """The same section without the list of sources."""
    return replace(section, parts=tuple(part for part in section.parts if part.id != "bronnen"))


@pytest.fixture(scope="module")
def initiatives(content: Content) -> list[Assessment]:
    return [*read_all(content), richest(content), richest(content, 5, 5)]


@pytest.mark.slow
def test_no_sentence_stands_twice_in_a_report_or_in_what_stands_behind_it(
    initiatives: list[Assessment], content: Content
) -> None:
    assert {one.initiative.id: found for one in initiatives if (found := repeated(one, content))} == {}


def test_the_body_of_a_whole_report_says_nothing_twice_either(content: Content) -> None:
    assert repeated(richest(content), content, "volledig") == {}


def test_what_is_left_of_a_reason_can_be_read_without_what_was_said_before(
    report_of: Callable[..., Report], examples: Path
) -> None:
    told = "\n".join(texts_of(report_of(examples / "flexteam-drenthe.yaml", "gewoon").sections))
    assert "Voor: Er is al een werkgever geregeld: die kan trainees aannemen." in told
    assert "Tegen: Het werk loopt al: een proef van een jaar voegt dan vaak weinig toe." in told
    assert not re.search(r"zie '[^']+'\. (Dan|Dat|Die|Zij|Daar) ", told)


def test_of_like_initiatives_at_most_half_of_what_is_said_is_the_same(content: Content) -> None:
    told: list[Told] = [tell(one, content) for one in read_all(content)]
    pairs = pairs_of(told)
    assert len(pairs) >= 3
    assert {(pair.first.name, pair.second.name): pair.most for pair in pairs if pair.most > MOST} == {}
