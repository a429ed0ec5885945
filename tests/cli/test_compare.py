"""`poolwijzer compare`, as somebody uses it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")


@pytest.fixture
def two(examples: Path) -> tuple[Path, Path]:
    return examples / "flexteam-drenthe.yaml", examples / "voorbeeldregio-noorderveld.yaml"


def file(folder: Path, name: str, *, id: str = "proef", day: str = "", answer: int = 4, more: str = "") -> Path:
    path = folder / name
    date = f", date: {day}" if day else ""
    answers = ", ".join(f"{one}: {answer}" for one in ("m16", "m2", "m3", "b2", "b9", "b11", "b12"))
    text = f"poolwijzer: 1\ninitiative: {{id: {id}, name: Proef{date}}}\nanswers: {{{answers}}}\n{more}"
    path.write_text(text, encoding="utf-8")
    return path


def refused(result: Result, *words: str) -> None:
    """In Dutch on stderr, exit 2, and nothing else."""
    assert result.exit_code == 2, result.output
    assert result.stdout == "" and "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


# What it gives.


def test_a_comparison_on_screen_is_short_and_a_file_says_more(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    shown = run("compare", *two, *ON)
    assert shown.exit_code == 0 and shown.stderr == ""
    assert shown.stdout.startswith("Vergelijking van 2 initiatieven\n")
    assert shown.stdout == run("compare", *two, *ON, "--depth", "kort").stdout
    written = tmp_path / "vergelijking.md"
    result = run("compare", *two, *ON, "-o", written)
    assert result.stdout == "" and result.stderr == f"Geschreven: {written}\n"
    assert written.stat().st_size > 1.5 * len(shown.stdout)
    assert len(run("compare", *two, *ON, "--depth", "volledig").stdout) > 3 * len(shown.stdout)


def test_every_format_is_written_in_one_go_and_twice_the_same(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    names = ["v.md", "v.html", "v.pdf", "v.docx", "v.json", "v.svg"]
    for folder in ("een", "twee"):
        outputs = [part for name in names for part in ("-o", tmp_path / folder / name)]
        assert run("compare", *two, *ON, *outputs).exit_code == 0
    for name in names:
        assert (tmp_path / "een" / name).read_bytes() == (tmp_path / "twee" / name).read_bytes(), name
    drawn = (tmp_path / "een" / "v.svg").read_text(encoding="utf-8")
    assert "De plekken van 2 initiatieven" in drawn and "Voorbeeldregio Noorderveld" in drawn


def test_json_stands_alone_and_fits_the_schema(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("compare", *two, *ON, "--json", "-o", tmp_path / "v.json")
    data = json.loads(result.stdout)
    assert result.stdout_bytes == (tmp_path / "v.json").read_bytes() and result.stderr == ""
    Draft202012Validator(json.loads(run("schema", "comparison").stdout)).validate(data)
    assert [one["row"]["file"] for one in data["subjects"]] == [path.name for path in two]


def test_the_order_of_the_files_changes_nothing(run: Run, two: tuple[Path, Path]) -> None:
    for form in (("--json",), ("--depth", "volledig")):
        assert run("compare", *two, *ON, *form).stdout == run("compare", *two[::-1], *ON, *form).stdout


def test_what_the_files_are_can_be_said(run: Run, tmp_path: Path) -> None:
    files = [file(tmp_path, f"{day}.yaml", day=day, answer=n) for n, day in ((2, "2025-01-01"), (4, "2026-01-01"))]
    assert run("compare", *files, *ON).stdout.startswith("Proef door de tijd\n")
    assert run("compare", *files, *ON, "--as", "groups").stdout.startswith("Proef: 2 groepen naast elkaar\n")
    apart = run("compare", *files, *ON, "--as", "initiatives").stdout
    assert "1 Proef (2025-01-01.yaml)" in apart and "2 Proef (2026-01-01.yaml)" in apart


def test_a_file_alone_is_compared_with_its_earlier_measurements(run: Run, tmp_path: Path) -> None:
    more = "measurements: [{date: 2024-01-01, answers: {m16: 1, m2: 1, m3: 1, b2: 1, b9: 1, b11: 1, b12: 1}}]\n"
    alone = file(tmp_path, "alleen.yaml", day="2026-01-01", more=more)
    assert "meting van 1 januari 2024" in run("compare", alone, *ON).stdout
    refused(run("compare", file(tmp_path, "kaal.yaml"), *ON), "geen eerdere metingen", "Noem nog een bestand")


def test_a_house_style_and_a_template_dress_a_comparison_too(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    style, template, made = tmp_path / "stijl.yaml", tmp_path / "huis.docx", tmp_path / "v.docx"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    assert run("report", "template", template).exit_code == 0
    assert run("compare", *two, *ON, "-o", made, "--style", style, "--template", template).exit_code == 0
    assert made.stat().st_size > 10_000
    refused(run("compare", *two, *ON, "--template", template), "--template")
    refused(run("compare", *two, *ON, "--open"), "niets om te openen")


def test_own_menus_count_for_all(run: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "typologie.yaml").write_text("bands:\n  high_above: 4.7\n", encoding="utf-8")
    assert "wisselend en" not in run("compare", *two, *ON).stdout
    assert "Tussen" in run("compare", *two, *ON, "--menus", tmp_path).stdout


# What it refuses.


def test_a_file_that_is_named_twice_is_refused_by_whatever_road(run: Run, tmp_path: Path) -> None:
    one, other = file(tmp_path, "een.yaml"), file(tmp_path, "twee.yaml")
    (tmp_path / "map").mkdir()
    roads = [one, tmp_path / "map" / ".." / "een.yaml"]
    link = tmp_path / "link.yaml"
    link.symlink_to(one)
    for road in (*roads, link):
        refused(run("compare", one, other, road, *ON), f"{road}: Dit bestand staat twee keer in de opdracht.")


def test_the_problems_of_all_files_are_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    good, bad, empty = file(tmp_path, "goed.yaml"), file(tmp_path, "slecht.yaml", answer=9), tmp_path / "leeg.yaml"
    empty.write_text("poolwijzer: 1\ninitiative: {id: leeg, name: Leeg}\n", encoding="utf-8")
    made = tmp_path / "v.md"
    result = run("compare", good, bad, empty, tmp_path / "weg.yaml", *ON, "-o", made)
    refused(result, "slecht.yaml:3:16: Het antwoord '9' kan niet", "leeg.yaml: Er is nog niets ingevuld", "weg.yaml: ")
    assert len(result.stderr.splitlines()) == 9 and not made.exists()


def test_an_existing_file_and_one_that_is_read_are_never_written_over(
    run: Run, tmp_path: Path, two: tuple[Path, Path]
) -> None:
    made = tmp_path / "v.md"
    made.write_text("van mij", encoding="utf-8")
    refused(run("compare", *two, *ON, "-o", made), "--force")
    assert made.read_text(encoding="utf-8") == "van mij"
    assert run("compare", *two, *ON, "-o", made, "--force").exit_code == 0
    markdown = file(tmp_path, "een.md"), file(tmp_path, "twee.yaml", id="ander")
    refused(run("compare", *markdown, *ON, "-o", markdown[0], "--force"), "wordt ook gelezen")


def test_what_cannot_be_chosen_is_refused(run: Run, two: tuple[Path, Path]) -> None:
    refused(run("compare", *ON))
    for wrong in (("--as", "ranglijst"), ("--depth", "bestuur"), ("--date", "morgen")):
        assert run("compare", *two, *wrong).exit_code == 2


def test_remarks_go_to_stderr_and_do_not_stop_it(run: Run, tmp_path: Path) -> None:
    more = "menus: {version: '0', hash: anders}\nchoices: {vorm: {options: [bestaat-niet-meer]}}\n"
    result = run("compare", file(tmp_path, "oud.yaml", more=more), file(tmp_path, "nieuw.yaml", id="ander"), *ON)
    assert result.exit_code == 0 and "andere menu's" in result.stderr and "oud.yaml" in result.stderr
    assert "andere menu's" not in result.stdout
