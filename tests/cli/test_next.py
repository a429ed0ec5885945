"""`poolwijzer next`: the papers of the next step, as a user asks for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer import list_papers, load, make_paper, save
from poolwijzer.problems import InputError
from tests.roots import ROOT

Run = Callable[..., Result]
ON = ("--date", "2026-11-28")
REGION = ROOT / "examples" / "voorbeeldregio-merenland.yaml"
PAPERS = ("collegevoorstel", "raadsvoorstel", "raadsbrief", "checklist", "opdracht", "profiel", "begroting")
LAST = "Concept, gemaakt met Poolwijzer op 28 november 2026."


def test_without_a_paper_it_lists_them_with_what_fits_now_why_and_what_each_lacks(run: Run) -> None:
    result = run("next", REGION, *ON)
    assert result.exit_code == 0
    for paper in PAPERS:
        assert f"\n{paper}: past nu" in result.stdout
    assert "raadsbrief: past nu minder goed" in result.stdout
    assert "De raad moet nu over geld besluiten. Een raadsvoorstel past beter." in result.stdout
    assert "Dit stuk mist nog: " in result.stdout
    assert result.stdout.index("raadsvoorstel: past nu") < result.stdout.index("raadsbrief: past nu minder goed")
    assert f"poolwijzer next {REGION} --paper collegevoorstel -o collegevoorstel.docx" in result.stderr


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_written_in_every_format_that_is_asked_for(paper: str, run: Run, tmp_path: Path) -> None:
    names = [tmp_path / f"stuk{suffix}" for suffix in (".docx", ".md", ".pdf", ".html")]
    result = run("next", REGION, "--paper", paper, *ON, *(part for name in names for part in ("-o", name)))
    assert result.exit_code == 0
    assert all(name.stat().st_size > 1000 for name in names)
    assert LAST in names[1].read_text(encoding="utf-8")


def test_a_paper_without_a_file_is_shown(run: Run) -> None:
    result = run("next", REGION, "--paper", "opdracht", *ON)
    assert result.exit_code == 0
    assert result.stdout.startswith("Opdrachtbrief voor de procestrekker")
    assert LAST in result.stdout.replace("\n", " ")


def test_a_paper_goes_to_stdout_alone_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    asked = ("next", REGION, "--paper", "raadsbrief", *ON, "-o", "-", "--as")
    assert run(*asked, "md").stdout.startswith("# Raadsbrief\n")
    template, word = tmp_path / "sjabloon.docx", tmp_path / "brief.pdf"
    assert run("report", "template", template).exit_code == 0
    both = run(*asked, "docx", "--template", template, "-o", word)
    assert both.exit_code == 0
    assert both.stdout_bytes.startswith(b"PK")
    assert word.exists()


def test_a_paper_takes_a_house_style_and_a_template(run: Run, tmp_path: Path) -> None:
    style, template = tmp_path / "stijl.yaml", tmp_path / "sjabloon.docx"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    assert run("report", "template", template).exit_code == 0
    page, word = tmp_path / "brief.html", tmp_path / "brief.docx"
    asked = ("next", REGION, "--paper", "raadsbrief", *ON)
    assert run(*asked, "-o", page, "--style", style).exit_code == 0
    assert "Gemeente Heuvelzoom" in page.read_text(encoding="utf-8")
    assert run(*asked, "-o", word, "--template", template).exit_code == 0
    assert word.exists()


def test_a_file_that_is_there_is_left_alone_unless_it_is_forced(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "brief.md"
    there.write_text("van mij", encoding="utf-8")
    asked = ("next", REGION, "--paper", "raadsbrief", *ON, "-o", there)
    assert run(*asked).exit_code == 2
    assert there.read_text(encoding="utf-8") == "van mij"
    assert run(*asked, "--force").exit_code == 0
    assert there.read_text(encoding="utf-8").startswith("# Raadsbrief")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--paper", "raadsbrif"), "--paper: Het stuk 'raadsbrif' bestaat niet. Bedoelde u raadsbrief?"),
        (("--paper", "nota"), "Het stuk 'nota' bestaat niet. Kies uit collegevoorstel, raadsvoorstel, raadsbrief"),
        (("-o", "brief.docx"), "--paper: Welk stuk u wilt, staat er niet bij. Vraag eerst de lijst: poolwijzer next"),
        (("--paper", "raadsbrief", "-o", "brief.json"), "Het soort bestand '.json' kan niet gemaakt worden."),
        (("--paper", "raadsbrief", "-o", "brief.svg"), "Het soort bestand '.svg' kan niet gemaakt worden."),
        (
            ("--paper", "raadsbrief", "-o", "-"),
            "-o: Aan - is niet te zien welk soort bestand het wordt. Zet erbij: --as md.",
        ),
        (("--paper", "raadsbrief", "--as", "md"), "--as: Er gaat niets naar de uitvoer. Gebruik dit samen met -o -."),
        (("--paper", "raadsbrief", "-o", "-", "--as", "doc"), "--as: Het soort 'doc' kan niet. Bedoelde u docx?"),
        (("--paper", "raadsbrief", "--date", "morgen"), "--date: 'morgen' is geen datum."),
    ],
)
def test_what_cannot_be_made_is_told_in_one_line(
    arguments: tuple[str, ...], told: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("next", REGION, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_a_paper_that_makes_no_sense_is_told_in_one_line_and_not_made(run: Run, tmp_path: Path) -> None:
    file, to = tmp_path / "stopt.yaml", tmp_path / "profiel.docx"
    file.write_text(
        "poolwijzer: 1\ninitiative: {id: stopt, name: Stopt}\ncontext: {fase: afbouwen}\nanswers: {m1: 3}\n",
        encoding="utf-8",
    )
    result = run("next", file, "--paper", "profiel", "-o", to, *ON)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "--paper: De samenwerking stopt of verandert. Een profiel voor een nieuwe coördinator past daar niet bij. "
        "Het stuk 'profiel' is niet gemaakt."
    )
    assert not to.exists()
    listed = run("next", file, *ON)
    assert listed.exit_code == 0
    assert "profiel: kan nu niet" in listed.stdout


def test_an_own_folder_changes_a_sentence_and_adds_a_paper(run: Run, tmp_path: Path) -> None:
    menus = tmp_path / "eigen"
    menus.mkdir()
    (menus / "vervolg.yaml").write_text(
        """
last_line: Van de regio, {datum}.
papers:
  persbericht:
    title: Persbericht
    about: Een bericht voor de krant.
    fits: [{because: Dit past altijd.}]
    otherwise: Nooit.
    sections:
      nieuws: {title: Het nieuws, blocks: ["{n} gemeenten in {regio} werken aan {thema}."]}
""",
        encoding="utf-8",
    )
    result = run("next", REGION, "--paper", "persbericht", "--menus", menus, *ON)
    assert result.exit_code == 0
    assert "Zes gemeenten in Merenland werken aan isolatie en VvE's." in result.stdout
    assert "Van de regio, 28 november 2026." in result.stdout
    assert "persbericht: past nu" in run("next", REGION, "--menus", menus, *ON).stdout


def test_menus_without_papers_say_so(run: Run, tmp_path: Path) -> None:
    menus = ROOT / "tests" / "files" / "menus" / "other-typology"
    file = tmp_path / "ander.yaml"
    file.write_text("poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {d1: 3}\n", encoding="utf-8")
    for arguments in ((), ("--paper", "raadsbrief")):
        result = run("next", file, "--menus", menus, *arguments)
        assert result.exit_code == 2
        assert "Deze menu's hebben geen stukken." in result.stderr.splitlines()[-1]


def test_the_note_for_a_board_is_the_same_from_advise_and_from_next(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "een.docx", tmp_path / "ander.docx"
    assert run("advise", REGION, "--depth", "bestuur", *ON, "-o", one).exit_code == 0
    assert run("next", REGION, "--paper", "collegevoorstel", *ON, "-o", other).exit_code == 0
    assert one.read_bytes() == other.read_bytes()


def test_menus_without_a_note_for_a_board_say_in_one_line_what_to_do(run: Run, tmp_path: Path) -> None:
    menus = ROOT / "tests" / "files" / "menus" / "other-typology"
    file, folder = tmp_path / "ander.yaml", tmp_path / "uit"
    file.write_text("poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {d1: 3}\n", encoding="utf-8")
    for arguments in (("advise", file), ("batch", file, "--reports", folder, "--format", "md")):
        result = run(*arguments, "--menus", menus, "--depth", "bestuur")
        assert result.exit_code == 2
        assert result.stderr.splitlines()[-1] == (
            "--depth: Deze menu's hebben geen stuk met de naam 'collegevoorstel'. "
            "Zet het in vervolg.yaml, of kies kort, gewoon of volledig."
        )
    assert not folder.exists()


def test_a_script_lists_makes_and_saves_papers(tmp_path: Path) -> None:
    initiative = load(REGION)
    listed = list_papers(initiative, on="2026-11-28")
    assert {one.id for one in listed} == set(PAPERS)
    assert listed[0].fit.fits
    assert listed[0].fit.because
    report = make_paper(initiative, "raadsbrief", on="2026-11-28")
    assert save(report, tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# Raadsbrief")
    with pytest.raises(InputError, match="bestaat niet"):
        make_paper(initiative, "nota")


def test_a_paper_for_a_municipality_tells_what_it_pays(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "voorstel.md"
    asked = ("next", REGION, "--paper", "raadsvoorstel", *ON, "-o", paper)
    assert run(*asked, "--municipality", "voorbeeldmeer").exit_code == 0
    told = paper.read_text(encoding="utf-8")
    assert "- **Aan:** de raad van Voorbeeldmeer" in told
    assert "- **Bijdrage van deze gemeente:** €" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--municipality", "Voorbeeldmeer"], "Noem ook het stuk, zoals: --paper raadsvoorstel"),
        (["--paper", "raadsvoorstel", "--municipality", "Emmen"], "'Emmen' doet niet mee aan dit initiatief."),
        (["--paper", "profiel", "--municipality", "Voorbeeldmeer"], "Laat --municipality weg."),
    ],
)
def test_a_municipality_without_a_place_in_the_paper_is_refused(asked: list[str], said: str, run: Run) -> None:
    result = run("next", REGION, *asked, *ON)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
