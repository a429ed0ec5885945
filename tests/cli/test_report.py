from collections.abc import Callable
from datetime import date
from pathlib import Path

from typer.testing import Result

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.word.template_check import check_template
from tests.formats.word.an_organisation import parts_of_an_organisation

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")


def test_the_shipped_template_is_written_and_can_be_used_at_once(run: Run, examples: Path, tmp_path: Path) -> None:
    template, report = tmp_path / "nieuw" / "huisstijl.docx", tmp_path / "verslag.docx"
    made = run("report", "template", template)
    assert made.exit_code == 0 and made.stdout == "" and made.stderr == f"Geschreven: {template}\n"
    check_template(template.read_bytes(), "huisstijl.docx")
    used = run("advise", examples / "flexteam-drenthe.yaml", *ON, "-o", report, "--template", template)
    assert used.exit_code == 0 and used.stderr == f"Geschreven: {report}\n"


def test_a_template_replaces_nothing_unless_that_is_asked(run: Run, tmp_path: Path) -> None:
    template = tmp_path / "huisstijl.docx"
    template.write_bytes(b"van mij")
    refused = run("report", "template", template)
    assert refused.exit_code == 2 and "bestaat al" in refused.stderr and template.read_bytes() == b"van mij"
    assert run("report", "template", template, "--force").exit_code == 0
    assert template.read_bytes().startswith(b"PK")


def test_a_template_is_a_word_document(run: Run, tmp_path: Path) -> None:
    refused = run("report", "template", tmp_path / "huisstijl.dotx")
    assert refused.exit_code == 2 and "eindigt op .docx" in refused.stderr


def test_alone_it_says_that_more_is_needed(run: Run) -> None:
    assert run("report").exit_code == 2


def test_what_of_a_template_stays_behind_is_told_before_the_report_is(run: Run, examples: Path, tmp_path: Path) -> None:
    template, report = tmp_path / "huisstijl.docx", tmp_path / "verslag.docx"
    template.write_bytes(pack_parts(parts_of_an_organisation(), date(2026, 11, 1)))
    told = f"{template}: Niet alles uit dit sjabloon gaat mee in het verslag: zonder het gekoppelde sjabloon.\n"
    used = run("advise", examples / "flexteam-drenthe.yaml", *ON, "-o", report, "--template", template)
    assert used.exit_code == 0 and used.stderr == f"{told}Geschreven: {report}\n"
