"""Answers that should have been gone are told to who keeps the file, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
ANSWERS = "{m2: 4, m16: 5, m6: 2, m3: 4, m12: 2, b2: 4, b9: 4, b6: 2, b11: 4}"
TOLD = (
    "oud.yaml: De antwoorden van 2 respondenten moesten al weg zijn, de eerste op 1 oktober 2026. "
    "Met poolwijzer merge BESTAND --delete-expired haalt u ze eruit. Of vraag of de antwoorden langer mogen blijven."
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    days = ["2026-10-01", "2026-10-15", "2026-12-15"]
    towns = ["Assen", "Emmen", "Meppel"]
    responses = [
        f"  - {{id: r{number}, organisation: {{kind: gemeente, name: {town}}}, delete_on: {day}, answers: {ANSWERS}}}"
        for number, (town, day) in enumerate(zip(towns, days, strict=True))
    ]
    head = ["poolwijzer: 2", "initiative: {id: oud, name: Proef, municipalities: [Assen, Emmen, Meppel]}", "responses:"]
    path = Path("oud.yaml")
    path.write_text("\n".join([*head, *responses]), encoding="utf-8")
    return path


def test_an_advice_remarks_once_how_many_answers_should_have_been_gone_and_since_when(run: Run, file: Path) -> None:
    result = run("advise", file, "--date", "2026-11-01", "-o", "verslag.md", "-o", "verslag.json")
    assert result.exit_code == 0
    assert result.stderr.count("moesten al weg zijn") == 1 and TOLD in result.stderr
    assert "moesten al weg" not in result.stdout
    for name in ("verslag.md", "verslag.json"):
        assert "moesten al weg" not in Path(name).read_text(encoding="utf-8")
    result = run("advise", file, "--date", "2026-10-02")
    assert "De antwoorden van 1 respondent moesten al weg zijn, op 1 oktober 2026." in result.stderr
    assert "moesten" not in run("advise", file, "--date", "2026-10-01").stderr, "that is the day itself"


def test_a_batch_remarks_it_on_the_screen_and_in_no_file(run: Run, file: Path) -> None:
    outputs = ["-o", "uit.csv", "-o", "uit.json", "--overview", "overzicht.md", "--reports", "map", "--format", "md"]
    result = run("batch", file, "--date", "2026-11-01", *outputs)
    assert result.exit_code == 0 and TOLD in result.stderr
    written = [path for path in Path().rglob("*") if path.is_file() and path.name != "oud.yaml"]
    assert len(written) >= 4
    assert not any("moesten al weg" in path.read_text(encoding="utf-8") for path in written)
