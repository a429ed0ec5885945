"""A form made from Python is the one that the command makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from poolwijzer import Assessment, InputError, load, make_form
from poolwijzer.cli.app import app
from poolwijzer.forms.registry import FORM_KINDS
from tests.forms.filling import RIVIERLAND

SAID: dict[str, Any] = {"on": "2026-11-30", "organisation": " Regiobureau  Rivierland ", "delete_on": "2027-03-01"}
OPTIONS = ("--date", "2026-11-30", "--organisation", "Regiobureau Rivierland", "--delete-on", "2027-03-01")


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_every_kind_of_form_is_the_same_as_by_the_command(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"lijst{FORM_KINDS[kind].suffix}"
    survey = ("--as", kind) if FORM_KINDS[kind].called else ()
    result = CliRunner().invoke(app, ["form", str(RIVIERLAND), "-o", str(path), *survey, *OPTIONS])
    assert result.exit_code == 0, result.output
    assert make_form(load(RIVIERLAND), kind, **SAID) == path.read_bytes()


def test_what_cannot_be_promised_or_asked_is_said(assessment_of: Callable[..., Assessment]) -> None:
    with pytest.raises(InputError, match=r'(?s)organisation="Gemeente Assen".*ligt niet na 30 november'):
        make_form(load(RIVIERLAND), **{**SAID, "organisation": " ", "delete_on": "2026-11-30"})
    nobody = assessment_of(context={"verband": {"kind": "geen"}})
    with pytest.raises(InputError, match="Er is niets te vragen aan de bestaande samenwerking"):
        make_form(nobody, of="verband", **SAID)
    with pytest.raises(TypeError, match="kind: geef een van html, xlsx"):
        make_form(load(RIVIERLAND), "odt", **SAID)
    with pytest.warns(UserWarning, match="ontbreken de gemeenten"):
        make_form(assessment_of(), **SAID)
