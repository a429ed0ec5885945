"""A few inputs of every kind of `make fuzz`: nothing is found, and each kind tries what it says."""

from pathlib import Path

import pytest

from fuzz.kinds import KINDS
from fuzz.trying import try_some
from poolwijzer.cli.settings.chosen import OFF

FEW = {"formats": 3, "menus": 8, "compared": 8}
"""Of what takes long."""


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_inputs_that_nobody_would_make_on_purpose_harm_nothing(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "leeg"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv(OFF)  # settings are read in a folder of their own
    number = FEW.get(kind, 30)
    tried = try_some(kind, 1, range(number))
    assert [told.why for told in tried.found] == []
    assert tried.read and tried.read + tried.refused == number, "a kind of which all is refused tries nothing"
    assert list(tmp_path.iterdir()) == [folder]
