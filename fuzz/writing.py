"""What is made of initiatives, menus, styles and templates, odd but mostly usable: how they are made, and making it."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from fuzz import corpus
from fuzz.mutation import as_json, as_yaml, mutate, mutate_data, mutate_package, pack, unpack
from fuzz.odd import odd_initiative
from fuzz.oracle import check_problems, check_that
from fuzz.program import DATE, run
from fuzz.reading import any_data
from poolwijzer.content.read import load_menus
from poolwijzer.formats.registry import SHEETS, known_suffixes
from poolwijzer.formats.word.template import make_template
from poolwijzer.menucard.checks.menu_check import check_menus
from poolwijzer.problems import InputError
from poolwijzer.tables.registry import TABLES_OUT


def compared_input(random: Random) -> bytes:
    number = random.choice((1, 2, 2, 3))
    some = [odd_initiative(random) if random.random() < 0.8 else any_data(random) for _ in range(number)]
    return pack({f"{i}.json": as_json(one, random) for i, one in enumerate(some)})


def try_compared(data: bytes, random: Random) -> bool:
    names = _unpacked(data)
    kind = random.choice(((), ("--as", "groups"), ("--as", "time"), ("--as", "initiatives")))
    depth = ("--depth", random.choice(("kort", "gewoon", "volledig")))
    to = random.choice((*(("-o", f"uit{suffix}") for suffix in known_suffixes()), ("--json",), ()))
    return run("compare", *names, *kind, *(depth if to and to[-1] != "--json" else ()), *to, *DATE) == 0


def _unpacked(data: bytes, folder: str = ".") -> list[str]:
    parts = unpack(data)
    for name, part in parts.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part)
    return list(parts)


def formats_input(random: Random) -> bytes:
    return b"\n".join(json.dumps(odd_initiative(random)).encode() for _ in range(random.choice((1, 1, 2, 3))))


def try_formats(data: bytes, random: Random) -> bool:
    """Everything that can be made of some initiatives."""
    names = [f"{i}.json" for i, _ in enumerate(data.splitlines())]
    for name, line in zip(names, data.splitlines(), strict=True):
        Path(name).write_bytes(line)
    depth = ("--depth", random.choice(("kort", "bestuur", "gewoon", "volledig")))
    mode = random.choice(((), ("--named",), ("--anonymous",), ("--explain",)))
    # Over all inputs each kind comes by; all of them for each input would take too long.
    written = random.sample(known_suffixes(), 3)
    every = [word for suffix in written for word in ("-o", f"uit{suffix}")]
    if run("advise", names[0], *depth, *mode, *every, *DATE) == 2:
        check_that(mode == ("--anonymous",) or run("advise", names[0], *DATE) == 2, "refused in some formats alone")
    run("advise", names[0], *depth, *mode, *DATE)
    many = "--stress", "--jobs", "1", *DATE
    overviews = [word for suffix in written if suffix != ".json" for word in ("--overview", f"over{suffix}")]
    some = {".csv", *random.sample(list(TABLES_OUT), 3)}
    tables = [word for suffix in TABLES_OUT if suffix in some for word in ("-o", f"tabel{suffix}")]
    status = run("batch", *names, *tables, *overviews, "--reports", "map", "--format", "md,svg", *many)
    check_that(status < 2, "a batch stops at what it cannot read")
    run("batch", "tabel.csv", "--rows", "initiatives", "-o", "weer.csv", *many)
    sheets = "-o", f"blad{random.choice(list(SHEETS))}"
    laid = run("handout", names[0], *sheets, "--paper", random.choice(("a3", "a4")), *DATE)
    check_that(laid == 0 or run("advise", names[0], *DATE) == 2, "no sheets of what can be read")
    shared = [word.replace("uit", "kosten") for word in every]
    run("costs", names[0], *shared, "-o", random.choice(("kosten.xlsx", "kosten.csv")), *DATE)
    if len(names) > 1:
        run("compare", *names, *(word.replace("uit", "naast") for word in every), *DATE)
    if random.random() < 0.1:
        before = Path("uit.docx"), Path("uit.pdf"), Path("uit.html")
        if all(path.exists() for path in before):
            made = [path.read_bytes() for path in before]
            run("advise", names[0], *depth, *mode, *every, *DATE, "--force")
            check_that(made == [path.read_bytes() for path in before], "other bytes the second time")
    return status == 0


def _logos() -> dict[str, bytes]:
    folder = corpus.ROOT / "fuzz" / "logos"
    return {path.suffix: path.read_bytes() for path in sorted(folder.iterdir())}


def style_input(random: Random) -> bytes:
    suffix, logo = random.choice(list(_logos().items()))
    data: Any = {"name": "Heuvelzoom", "logo": f"logo{suffix}", "accent": "#7a0019", "ink": "#222222"}
    if random.random() < 0.4:
        data = mutate_data(random, data)
    parts = {"stijl.yaml": as_yaml(data, random), f"logo{suffix}": logo}
    name = random.choice(list(parts))
    parts[name] = mutate(random, parts[name], list(_logos().values()))
    return pack(parts)


def _advise_example(*options: str) -> bool:
    Path("voorbeeld.yaml").write_bytes(corpus.EXAMPLE)
    return run("advise", "voorbeeld.yaml", *DATE, *options) == 0


def try_style(data: bytes, random: Random) -> bool:
    _unpacked(data)
    outputs = [word for suffix in (".html", ".docx", ".pdf") for word in ("-o", f"uit{suffix}")]
    return _advise_example("--style", "stijl.yaml", "--depth", "kort", *outputs)


@cache
def _templates() -> list[bytes]:
    return [make_template()]


def template_input(random: Random) -> bytes:
    return mutate_package(random, _templates()[0], _templates())


def try_template(data: bytes, random: Random) -> bool:
    Path("sjabloon.docx").write_bytes(data)
    return _advise_example("--template", "sjabloon.docx", "--depth", "kort", "-o", "uit.docx")


def menus_input(random: Random) -> bytes:
    files = [one for one in corpus.menu_files() if one[1]]
    parts: dict[str, bytes] = {}
    for name, data in random.choices(files, k=random.choice((1, 1, 2))):
        raw = mutate(random, data, [data for _, data in files]) if random.random() < 0.4 else data
        if random.random() < 0.7:
            plain = corpus.plain(data)
            raw = as_yaml(mutate_data(random, plain), random) if plain else raw
        parts[name] = raw
    return pack(parts)


def try_menus(data: bytes, random: Random) -> bool:
    _unpacked(data, "menu")
    try:
        load_menus(Path("menu"))
        wrong = None
    except InputError as error:
        wrong = error
    if random.random() < 0.3:  # it tries every rule, in half a second
        found = check_menus(Path("menu"), corpus.ON)
        check_problems(found.problems, least=wrong is not None)
        check_problems(found.remarks)
    if wrong:
        raise wrong
    if random.random() < 0.3:
        run("handout", "--menus", "menu", "-o", random.choice(("blad.pdf", "blad.docx")), *DATE)
    _advise_example("--menus", "menu", *random.choice((("--json",), ("-o", "uit.md"), ("-o", "uit.html"), ())))
    return True
