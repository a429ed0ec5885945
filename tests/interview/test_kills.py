"""`kill -9` at random moments: no answered question lost, no broken file.

A question counts as answered once the next one is on the screen. POOLWIJZER_KILLS says how many times; the number
here keeps the suite quick.
"""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from tests.interview.terminal import Terminal
from tests.interview.test_conversations import ASSESS, to_the_statements

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("POOLWIJZER_KILLS", "20"))
SHORT = ("m1", "m2", "m3", "m6", "m7", "b2", "b3", "b4", "b6", "b9")


@pytest.fixture(scope="module")
def half_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that goes on at the first statement, with comments that somebody wrote in it."""
    folder = tmp_path_factory.mktemp("half")
    with Terminal(*ASSESS, cwd=folder) as terminal:
        to_the_statements(terminal)
        terminal.press("q")
        assert terminal.ended() == 0
    file = folder / "proefregio.yaml"
    filled = "context: {soort: beide, fase: idee, verband: provincie, thema: [isolatie]}  # van de coördinator\n"
    own = "estimate: {motivatie: 3.5, betrokkenheid: 2}\n"
    text = file.read_text(encoding="utf-8").replace("questions: kort\n", f"questions: kort\n{filled}{own}")
    text = text.replace("name: Proefregio\n", "name: Proefregio\n  municipalities: [Assen]\n")
    text = text.replace("verband: provincie", "verband: {kind: provincie, name: de provincie}")
    file.write_text(f"# Ons bestand\n{text}", encoding="utf-8")
    return file


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_loses_no_answered_question(
    half_way: Path, tmp_path: Path, content: Content, number: int
) -> None:
    draw = random.Random(number)
    file = tmp_path / "plan.yaml"
    file.write_bytes(half_way.read_bytes())
    given: dict[str, int] = {}
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        for index in range(draw.randrange(1, len(SHORT))):
            value = draw.randint(1, 5)
            terminal.press(str(value))
            terminal.wait_for(f"Vraag {index + 2} van 10")
            given[SHORT[index]] = value
        # In the middle of whatever the next answer sets going.
        terminal.press(str(draw.randint(1, 5)))
        time.sleep(draw.uniform(0, 0.12))
        terminal.child.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    assessment = read_assessment(file, content).assessment
    kept = {name: answer.value for name, answer in assessment.answers.items()}
    assert given.items() <= kept.items()
    assert len(kept) <= len(given) + 1
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Ons bestand\n") and "# van de coördinator" in text
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path) as again:
        again.wait_for("Verder met Proefregio")
