"""Hands at an answer: for each point of the scale, and since format 2 for *weet niet* too."""

from __future__ import annotations

import pytest

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError

HEAD = "poolwijzer: {}\ninitiative: {{id: proef, name: Proef}}\nanswers:\n  m2: {{value: 4, votes: {}}}\n"


@pytest.mark.parametrize(
    ("votes", "number", "unknown"), [([0, 1, 2, 5, 1], 1, 0), ([0, 1, 2, 5, 1, 0], 2, 0), ([0, 1, 2, 5, 1, 3], 2, 3)]
)
def test_a_sixth_number_is_for_who_does_not_know_and_asks_for_the_newer_format(
    votes: list[int], number: int, unknown: int, content: Content
) -> None:
    text = HEAD.format(1, votes)
    read = parse_assessment(text.encode(), "proef.yaml", content).assessment
    hands = read.answers["m2"].hands(5)
    assert hands is not None
    assert (hands.counts, hands.unknown, hands.total) == ((0, 1, 2, 5, 1), unknown, 9 + unknown)
    assert read.format_used() == number
    written = dump_assessment(read)
    assert written.startswith(b"poolwijzer: %d\n" % number)
    assert parse_assessment(written, "proef.yaml", content).assessment.answers == read.answers
    assert update_file(text.encode(), read).endswith(text.split("answers:")[1].encode())


@pytest.mark.parametrize("votes", [[1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7], []])
def test_another_number_of_numbers_is_refused(votes: list[int], content: Content) -> None:
    with pytest.raises(InputError, match="Daarachter mag dat voor weet-niet"):
        parse_assessment(HEAD.format(2, votes).encode(), "proef.yaml", content)
