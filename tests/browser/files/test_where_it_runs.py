"""What a browser has not: processes, and locks between programs. There the same is done without."""

from __future__ import annotations

import sys
from importlib import util
from pathlib import Path

import pytest

from poolwijzer.file_claim import FileClaim, lock_of
from poolwijzer.formats.logo import compiler
from poolwijzer.problems import Fault
from tests.formats.logo.pictures import png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#123456"/></svg>'


@pytest.fixture
def in_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr("subprocess.run", None)


@pytest.mark.usefixtures("in_a_browser")
def test_a_logo_is_drawn_without_another_process() -> None:
    drawn = compiler.try_out(SVG, "svg")

    assert drawn.startswith(b"\x89PNG")
    with pytest.raises(Fault, match="zo lang als breed"):
        compiler.try_out(SVG.replace(b"0 0 30 10", b"0 0 3000 10"), "svg")
    with pytest.raises(Fault, match="kan niet getekend worden"):
        compiler.try_out(b"geen plaatje", "png")


@pytest.mark.usefixtures("in_a_browser")
def test_without_the_compiler_a_logo_in_pixels_stays_and_another_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    logo = png()

    assert compiler.try_out(logo, "png") == logo
    with pytest.raises(Fault, match="kleine uitgave"):
        compiler.try_out(SVG, "svg")


@pytest.mark.usefixtures("in_a_browser")
def test_a_file_in_the_memory_of_a_page_needs_no_claim(tmp_path: Path) -> None:
    first = FileClaim(tmp_path / "plan.yaml", "Bezet.", "")
    second = FileClaim(tmp_path / "plan.yaml", "Bezet.", "")

    assert not lock_of(tmp_path / "plan.yaml").exists()
    first.release()
    second.release()
