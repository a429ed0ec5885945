"""`kill -9` at random moments: no answered question lost, nothing that was typed, no broken file.

A question counts as answered once the next one is on the screen, and a letter as typed once it is there.
POOLWIJZER_KILLS says how many times; the number here keeps the suite quick.
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
from poolwijzer.interview.drafts import Drafts
from tests.interview.terminal import Terminal
from tests.interview.test_conversations import ASSESS, to_the_statements

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("POOLWIJZER_KILLS", "8"))
SHORT = ("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12")


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


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_loses_nothing_that_was_typed(
    half_way: Path, tmp_path: Path, content: Content, number: int
) -> None:
    draw = random.Random(1000 + number)
    file = tmp_path / "plan.yaml"
    file.write_bytes(half_way.read_bytes())
    text = " ".join("".join(draw.choices("abcdeéëgijklnorstuz", k=draw.randint(1, 9))) for _ in range(12))
    typed = text[: draw.randint(3, len(text))].rstrip()
    # A new line in place of a space, now and then.
    typed = "".join("\n" if letter == " " and draw.random() < 0.4 else letter for letter in typed)
    seen = f"› {typed.rpartition(chr(10))[2]}\n\n"
    answered = draw.randrange(0, 4)
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path, columns=120) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        for index in range(answered):
            terminal.press("4")
            terminal.wait_for(f"Vraag {index + 2} van 10")
        terminal.press("n")
        terminal.wait_for("Notitie bij:")
        for letter in typed:
            terminal.press("\x0e" if letter == "\n" else letter)
            terminal.read(draw.choice([0, 0, 0.01]))
        terminal.wait_for(seen)
        # In the middle of one letter more, or of what Enter sets going.
        entered = draw.random() < 0.4
        terminal.press("Enter" if entered else "x")
        time.sleep(draw.uniform(0, 0.15))
        terminal.child.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    assessment = read_assessment(file, content).assessment
    assert [assessment.answers[name].value for name in SHORT[:answered]] == [4] * answered
    assert file.read_text(encoding="utf-8").startswith("# Ons bestand\n")
    written = SHORT[answered] in assessment.answers and assessment.answers[SHORT[answered]].note == typed
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path, columns=120) as again:
        if written and not Drafts(file).newest():
            again.wait_for("Verder met Proefregio")
        else:
            again.wait_for(f"Vraag {answered + 1} van 10", "Notitie bij:", seen.rstrip("\n"))
        again.press("Ctrl-C")
        again.ended()
    assert {path.name for path in tmp_path.iterdir()} <= {"plan.yaml", "plan.yaml.concept"}


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_loses_no_number_of_hands(
    half_way: Path, tmp_path: Path, content: Content, number: int
) -> None:
    draw = random.Random(2000 + number)
    file = tmp_path / "plan.yaml"
    file.write_bytes(half_way.read_bytes())
    hands = [draw.randint(1, 30) for _ in range(draw.randint(1, 6))]
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("h")
        terminal.wait_for("Typ bij elk antwoord hoeveel handen")
        terminal.press(" ".join(map(str, hands)))
        terminal.wait_for(f"  {sum(hands)} hand")
        # In the middle of one digit more, or of what Enter sets going.
        terminal.press(draw.choice(["Enter", "3"]))
        time.sleep(draw.uniform(0, 0.15))
        terminal.child.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    answer = read_assessment(file, content).assessment.answers["m2"]
    kept = [*(answer.votes or ()), 0][:6]
    assert answer.given is False, "a count is no answer"
    assert kept[: len(hands) - 1] == hands[:-1]
    assert kept[len(hands) - 1] in (hands[-1], hands[-1] * 10 + 3)
    with Terminal(*ASSESS, "plan.yaml", cwd=tmp_path) as again:
        again.wait_for("Vraag 1 van 10", f"{sum(kept)} hand")
