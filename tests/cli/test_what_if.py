"""What somebody asks of `poolwijzer costs` who wonders what if."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import Result

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
INDICATION = "Indicatie, zonder btw, inwoners op 1 januari 2024. Geen toezegging."
COSTS = """\
  years: [2027]
  posts:
    - {what: personeel, amount: 900.000}
    - {what: inkoop, amount: 700.000, demand: true}
  income: [{from: rijk, amount: 400.000}]
  shares: {provincie: 1/3}
  key: {kind: vaste-basis-plus-opslag, base: 10%}
  last_year: {year: 2026, amount: 1.500.000, contributions: {Assen: 100.000, Westerveld: 150.000}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    def write(costs: str = COSTS, municipalities: str = "Assen, Emmen, Meppel, Westerveld") -> Path:
        path = tmp_path / "plan.yaml"
        head = f"poolwijzer: 2\ninitiative:\n  id: plan\n  name: Plan\n  municipalities: [{municipalities}]\n"
        path.write_text(f"{head}costs:\n{costs}", encoding="utf-8")
        return path

    return write


def plain(result: Result) -> str:
    """What is shown, without line ends and with plain spaces, as a reader reads it."""
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def amount(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


# Every key.


def test_every_key_shares_the_same_budget_with_an_amount_for_each_inhabitant_beside_it(
    run: Run, file: Callable[..., Path], tmp_path: Path
) -> None:
    written = tmp_path / "sleutels.csv"
    assert run("costs", file(), *ON, "--compare-keys", "-o", written).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(written.read_text(encoding="utf-8-sig")), delimiter=";"))
    cases: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row["Geval"].startswith(("Vaste basis", "Bijdragen vanuit", "Gelijke delen")):
            cases.setdefault(row["Geval"], []).append(row)
    assert len(cases) == 3
    for case in cases.values():
        assert sum(amount(row["Bijdrage"]) for row in case) == Decimal("800000.00")
        for row in case:
            assert abs(amount(row["Bijdrage"]) / int(row["Inwoners"]) - amount(row["Per inwoner"])) < Decimal("0.0001")


def test_who_pays_more_and_who_less_is_said_and_stands_in_the_table(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(), *ON, "--compare-keys"))
    assert "2. Bijdragen vanuit gemeenten, naar rato van inwoners" in shown
    assert "2 gemeenten betalen meer: Assen en Emmen. 2 gemeenten betalen minder: Meppel en Westerveld." in shown
    assert "Hoeveel gemeenten bij een andere sleutel minder of meer betalen" in shown
    assert re.search(r"Emmen \d,\d\d ▲\d,\d\d", shown)
    assert shown.count(INDICATION) >= 4
    whole = plain(run("costs", file(), *ON, "--compare-keys", "--depth", "gewoon"))
    assert re.search(r"Emmen € [\d.]+,\d\d \(€ \d,\d\d\) ▲ € [\d.]+,\d\d meer", whole)
    assert whole.count(INDICATION) >= 6


def test_keys_without_figures_say_what_they_need(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(), *ON, "--compare-keys"))
    assert "Betalen naar gebruik: hoeveel elke gemeente afneemt (use)." in shown
    assert "costs.compare" in shown


def test_a_report_says_what_is_needed_without_words_of_the_file_and_what_to_decide_together(
    run: Run, file: Callable[..., Path]
) -> None:
    strips = "  strips: {price: 10.000, carry_over: 25%}\n"
    told = plain(run("costs", file(COSTS + strips), *ON, "--compare-keys", "-o", "-", "--as", "md"))
    assert "Betalen naar gebruik: hoeveel elke gemeente afneemt. " in told
    for word in ("costs.", "costs\\.", "demand: true", "--leaving"):
        assert word not in told
    assert "Waar u samen over beslist" in told and "Solidariteit of profijt." in told
    assert "In het bestand gaan deze posten mee met de vraag: inkoop." in told
    assert "In het bestand gaat ten hoogste 25% van de eigen strippen mee." in told
    assert "Gaan de bedragen mee met de lonen in de cao? Dat staat niet in het bestand." in told


def test_figures_for_other_keys_can_be_given_to_compare_with(run: Run, file: Callable[..., Path]) -> None:
    more = "  compare:\n    - {kind: gewichten, weights: {Assen: 2, Emmen: 3, Meppel: 1, Westerveld: 1}}\n"
    shown = plain(run("costs", file(COSTS + more), *ON, "--compare-keys", "--depth", "gewoon"))
    assert "2. Eigen gewichten Deze sleutel staat in het bestand om mee te vergelijken." in shown
    assert "Emmen € 342.857,14" in shown


def test_keys_that_differ_in_figures_alone_can_be_told_apart(
    run: Run, file: Callable[..., Path], tmp_path: Path
) -> None:
    own, other = (f"{{kind: gewichten, weights: {{Assen: {weight}, Emmen: 1}}}}" for weight in (1, 3))
    costs = f"  posts: [{{what: team, amount: 100.000}}]\n  key: {own}\n  compare: [{other}]\n"
    written = tmp_path / "sleutels.csv"
    run("costs", file(costs, "Assen, Emmen"), "--compare-keys", "-o", written, *ON)
    rows = list(csv.DictReader(io.StringIO(written.read_text(encoding="utf-8-sig")), delimiter=";"))
    of_assen = {row["Geval"]: row["Bijdrage"] for row in rows if row["Wie"] == "Assen"}
    assert (of_assen["Eigen gewichten"], of_assen["Eigen gewichten (2)"]) == ("50000,00", "75000,00")


def test_a_municipality_that_takes_no_part_is_refused_in_a_key_to_compare_with(
    run: Run, file: Callable[..., Path]
) -> None:
    result = run("costs", file(COSTS + "  compare: [{kind: gewichten, weights: {Zwolle: 1}}]\n"), *ON)
    assert result.exit_code == 2 and "De gemeente 'Zwolle' doet niet mee" in result.stderr


def test_without_a_base_several_are_shown_and_none_is_called_agreed(run: Run, examples: Path) -> None:
    asked = ("costs", examples / "flexteam-drenthe.yaml", *ON, "--compare-keys")
    shown = plain(run(*asked))
    for base in ("10%", "25%", "50%"):
        assert f"vaste basis {base}. Dit is een voorbeeld. Over de vaste basis is in het bestand niets" in shown
    shown = plain(run(*asked, "--depth", "gewoon"))
    for base in ("10%", "25%", "50%"):
        assert f"vaste basis {base} Dit is een voorbeeld. Over de vaste basis is in het bestand niets" in shown
    assert "Emmen € 217.113,69" in shown  # the deck's rules, with a tenth in equal parts
    assert "In het bestand staat nog geen sleutel die te berekenen is." in shown
    assert "Welk deel iedereen gelijk betaalt. Zet dit in costs.key.base." in shown


def test_last_year_stands_beside_this_one(run: Run, file: Callable[..., Path], tmp_path: Path) -> None:
    shown = plain(run("costs", file(), *ON, "--compare-keys"))
    assert "In 2026 kostte het € 1.500.000" in shown
    assert "1 gemeente betaalt meer: Assen. 1 gemeente betaalt minder: Westerveld." in shown
    written = tmp_path / "s.md"
    run("costs", file(), *ON, "--compare-keys", "-o", written)
    assert "Tegenover 2026" in written.read_text(encoding="utf-8")


def test_small_ones_pay_less_than_they_may_use(run: Run, file: Callable[..., Path]) -> None:
    strips = "  strips: {price: 10.000, hours: 100, key: gelijke-delen}\n"
    shown = plain(run("costs", file(COSTS + strips), *ON, "--compare-keys"))
    assert "De 2 kleinste gemeenten hebben samen 23,8% van de inwoners." in shown
    assert "Hun deel van het gebruik is 50,0%. Dat is meer dan hun deel van de kosten." in shown
    assumed = plain(run("costs", file(), *ON, "--compare-keys"))
    assert "Het bestand zegt niet wat elke gemeente mag gebruiken. Daarom staan hier twee aannamen." in assumed


# Scenarios.


def test_what_is_different_stands_at_the_top_and_against_the_file_as_it_is(run: Run, file: Callable[..., Path]) -> None:
    shown = run("costs", file(), *ON, "--without", "Rijk").stdout.replace("\xa0", " ").splitlines()
    assert shown[1] == "Wie betaalt wat: zonder rijksgeld, 1 november 2026"
    assert shown[3].startswith("Wat als ──")
    assert shown[4] == "-  Het rijksgeld valt weg. Dat is € 400.000."
    table = "\n".join(shown)
    assert re.search(r"Provincie +€ 533\.333,33 +▲ € 133\.333,33 meer", table)
    assert re.search(r"Gemeenten samen +€ 1\.066\.666,67 +▲ € 266\.666,67 meer", table)


def test_of_less_demand_it_is_told_what_stays_and_who_pays_the_empty_hours(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(), *ON, "--demand", "50%"))
    assert "Deze kosten gaan mee met de vraag: inkoop. Deze kosten blijven gelijk: personeel." in shown
    empty = "Daardoor is € 450.000 voor uren en middelen waar niemand om vraagt: de lege uren."
    assert f"{empty} Van anderen komt daarvoor € 200.000." in shown
    assert "Samen € 850.000,00 € 250.000,00" in shown


def test_where_nothing_goes_with_demand_that_is_said(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file("  posts: [{what: team, amount: 100}]\n  key: gelijke-delen\n"), "--demand", "1/2"))
    assert "Geen enkele post gaat mee met de vraag. Zet demand: true bij een post die dat wel doet" in shown


def test_who_leaves_is_named_in_any_spelling_and_the_others_pay_its_part(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(), *ON, "--leaving", "gemeente MEPPEL", "--leaving", "1701"))
    assert "Meppel en Westerveld doen in geen enkel jaar mee. Dat verandert niet wat het kost." in shown
    assert "2 gemeenten betalen meer: Assen en Emmen." in shown
    assert "Meppel € 0,00 doet niet mee" in shown


def test_where_bounds_let_it_through_no_more_it_says_so_where_the_amounts_would_stand(
    run: Run, file: Callable[..., Path]
) -> None:
    bounded = "  posts: [{what: team, amount: 100.000}]\n  key: {kind: gelijke-delen, most: 30.000}\n"
    shown = plain(run("costs", file(bounded), "--leaving", "Assen", *ON))
    assert "Wat elke gemeente dan betaalt, is niet te berekenen. Bij 'Wat nog nodig is' staat waarom." in shown
    assert "Wat nog nodig is ─" in shown and "Ruimere grenzen, want het hele bedrag past er niet in." in shown


def test_what_the_deck_asks_of_every_budget_comes_with_the_keys(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(), *ON, "--compare-keys"))
    for case in ("Zonder rijksgeld € 1.066.666,67", "50% van de vraag € 566.666,67", "Emmen doet niet mee"):
        assert case in shown
    halved = plain(run("costs", file(), *ON, "--compare-keys", "--demand", "50%"))
    assert "50% van de vraag € " not in halved  # half of a half is asked by nobody


def test_scenarios_add_up_and_hold_for_the_keys_too(run: Run, file: Callable[..., Path]) -> None:
    asked = ("--without", "rijk", "--leaving", "Meppel", "--demand", "50%", "--compare-keys", "--json")
    data = json.loads(run("costs", file(), *ON, *asked).stdout)
    assert data["scenario"] == {"without": ["rijk"], "leaving": ["Meppel"], "demand": 0.5}
    assert data["years"][0]["municipalities_together"]["after"] == 833333.33
    for key in data["keys"]:
        if not key["needs"]:
            paid = [one["amount"] for one in key["years"][0]["municipalities"]]
            assert len(paid) == 3 and round(sum(paid), 2) == 833333.33


def test_odd_signs_in_a_name_break_nothing(run: Run, file: Callable[..., Path]) -> None:
    odd = '{name: "Voor\\u202Ebeeld [b]", population: 5000}, {name: "[red]X", population: 900}, Assen'
    last = '  last_year: {contributions: {"[red]X": 10.000}}\n'
    costs = f"  posts: [{{what: team, amount: 90.000}}]\n  key: gelijke-delen\n{last}"
    shown = plain(run("costs", file(costs, odd), *ON, "--leaving", "Voor\u202ebeeld [b]"))
    assert "\u2068Voor\u202ebeeld [b]\u202c\u2069 € 0,00 doet niet mee" in shown
    assert "[red]X € 45.000,00 ▲ € 35.000,00 meer" in shown
    keys = plain(run("costs", file(costs, odd), "--compare-keys", "--depth", "volledig"))
    assert "[red]X € 30.000,00 (€ 33,33) ▲ € 20.000,00 meer" in keys


# Formats.


def test_json_fits_its_schema_and_every_format_is_written_twice_the_same(
    run: Run, file: Callable[..., Path], tmp_path: Path
) -> None:
    schema = json.loads(run("schema", "costs-alternatives").stdout)
    for asked in (("--compare-keys",), ("--demand", "50%"), ("--without", "rijk", "--compare-keys")):
        Draft202012Validator(schema).validate(json.loads(run("costs", file(), *ON, *asked, "--json").stdout))
    names = ["v.md", "v.html", "v.pdf", "v.docx", "v.json", "v.svg", "v.xlsx", "v.csv"]
    for folder in ("een", "twee"):
        outputs = [part for name in names for part in ("-o", tmp_path / folder / name)]
        assert run("costs", file(), *ON, "--compare-keys", *outputs).exit_code == 0
    for name in names:
        assert (tmp_path / "een" / name).read_bytes() == (tmp_path / "twee" / name).read_bytes(), name
    assert "Wat het per inwoner kost" in (tmp_path / "een" / "v.svg").read_text(encoding="utf-8")


def test_a_spreadsheet_has_figures_and_no_formulas(run: Run, file: Callable[..., Path], tmp_path: Path) -> None:
    written = tmp_path / "v.xlsx"
    assert run("costs", file(), *ON, "--compare-keys", "--demand", "50%", "-o", written).exit_code == 0
    book = load_workbook(written)
    assert book.sheetnames == ["Wat als", "Betalen en gebruiken", "Wat nog nodig is"]
    values = [cell.value for row in book["Wat als"].iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert not any(isinstance(one, str) and one.startswith("=") for one in values)
    assert values[-1] == INDICATION


# What is refused.


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--without", "fonds"), "--without: Er komt geen geld van 'fonds'. Kies uit: rijk."),
        (("--without", "SpUk"), "Een SpUk is geld van het Rijk. Bedoelt u --without rijk?"),
        (("--leaving", "Zwolle"), "--leaving: De gemeente 'Zwolle' doet niet mee aan dit initiatief."),
        (("--leaving", "Meppelen"), "Bedoelde u Meppel?"),
        (
            [part for name in ("Assen", "Emmen", "Meppel", "Westerveld") for part in ("--leaving", name)],
            "--leaving: Dan doet er niemand meer mee.",
        ),
        (("--demand", "50"), "Bedoelt u 50%?"),
        (("--demand", "100%"), "--demand: '100%' is de vraag van nu. Er verandert dus niets."),
        (("--demand", "de helft"), "--demand: Hier hoort een deel, niet 'de helft'."),
        (("--demand", "0%"), "--demand: Zonder vraag is er niets te verdelen"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(
    run: Run, file: Callable[..., Path], asked: tuple[str, ...], message: str
) -> None:
    result = run("costs", file(), *ON, *asked)
    assert result.exit_code == 2 and result.stdout == ""
    assert message in result.stderr and result.stderr.count("\n") == 1


def test_a_drawing_of_nothing_is_refused(run: Run, file: Callable[..., Path], tmp_path: Path) -> None:
    result = run("costs", file("  key: gelijke-delen\n"), *ON, "--compare-keys", "-o", tmp_path / "v.svg")
    assert result.exit_code == 2 and "Er is nog niets om te tekenen." in result.stderr


def test_without_what_it_costs_it_says_what_is_needed_first(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file("  key: gelijke-delen\n"), *ON, "--compare-keys", "--demand", "50%"))
    assert "Nog geen enkele sleutel is te berekenen. Dit is eerst nodig: - Wat het kost." in shown


# One year on a screen, every year for who asks.

YEARS = COSTS.replace("[2027]", "[2025, 2027, 2028]")


def test_a_screen_tells_the_first_year_that_is_not_past_and_where_the_others_are(
    run: Run, file: Callable[..., Path]
) -> None:
    shown = plain(run("costs", file(YEARS), *ON, "--compare-keys"))
    assert "Euro per inwoner bij elke sleutel, 2027" in shown
    assert "Ook 2025 en 2028 ziet u met --depth volledig, of in een rekenblad (-o .xlsx)." in shown
    assert "In 2027 betalen de gemeenten dan samen dit bedrag." in shown
    whole = plain(run("costs", file(YEARS), *ON, "--compare-keys", "--depth", "volledig"))
    for year in (2025, 2027, 2028):
        assert f"Euro per inwoner bij elke sleutel, {year}" in whole
    assert "--depth" not in whole
    changed = plain(run("costs", file(YEARS), *ON, "--without", "rijk"))
    assert "Ook 2025 en 2028 ziet u met --depth volledig" in changed


def test_read_aloud_every_number_says_which_key_it_is_of(run: Run, file: Callable[..., Path]) -> None:
    lines = run("costs", file(), *ON, "--compare-keys", "--plain").stdout.splitlines()
    assert any(line.startswith("Sleutel 2: ▲") for line in lines)


def test_a_drawing_of_amounts_says_that_they_are_an_indication(
    run: Run, file: Callable[..., Path], tmp_path: Path
) -> None:
    for at, asked in enumerate((("--compare-keys",), ("--without", "rijk"))):
        drawn = tmp_path / f"{at}.svg"
        assert run("costs", file(), *ON, *asked, "-o", drawn).exit_code == 0
        assert "Geen toezegging." in re.sub(r"\s+", " ", drawn.read_text(encoding="utf-8"))


def test_once_all_years_are_past_the_last_one_is_told(run: Run, file: Callable[..., Path]) -> None:
    shown = plain(run("costs", file(YEARS), "--date", "2031-01-01", "--compare-keys"))
    assert "Euro per inwoner bij elke sleutel, 2028" in shown


def test_in_short_costs_tell_one_year_whole_and_every_year_where_asked(run: Run, file: Callable[..., Path]) -> None:
    short = plain(run("costs", file(YEARS), *ON))
    assert "Wie betaalt wat, 2027 Wie Bijdrage" in short
    assert "Wie betaalt wat, 2028 Wie Bijdrage" not in short
    assert "Elk jaar apart ziet u met --depth gewoon" in short
    whole = plain(run("costs", file(YEARS), *ON, "--depth", "gewoon"))
    assert "Wie betaalt wat, 2025 Wie Bijdrage" in whole
    assert "Wie betaalt wat, 2028 Wie Bijdrage" in whole


def test_depth_without_a_report_is_said_to_do_nothing(run: Run, file: Callable[..., Path], tmp_path: Path) -> None:
    result = run("costs", file(), *ON, "--depth", "volledig", "-o", tmp_path / "c.csv")
    assert result.exit_code == 0
    assert "--depth" in result.stderr
