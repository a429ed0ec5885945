"""What is set in `poolwijzer.toml` as people and strangers may write it, and lines that a shell may ask about."""

from pathlib import Path
from random import Random

from fuzz.mutation import mutate
from fuzz.odd import odd_text
from fuzz.oracle import check_that
from fuzz.program import run
from poolwijzer.cli.completion.answer import suggest
from poolwijzer.cli.completion.words import fit_for_bash, split_bash_line, unquote
from poolwijzer.cli.settings.chosen import NAME

_SETTINGS = (
    b'style = "huis.yaml"\nmenus = "eigen"\nminutes = 25\n',
    b"# niets\n",
    b'menus = """\neigen"""\n[style]\nx = 1979-05-27T07:32:00Z\n',
    b"minutes = [[[1]]]\n'menus' = 'eigen'\n\"style\" = {a.b = 0x1f, c = inf}\n",
)
_LINES = (
    b"poolwijzer advise --depth=k",
    b"poolwijzer menu show 'strip",
    b'poolwijzer advise "map met\\ spatie/',
    b"poolwijzer costs voorbeeld.yaml --leaving ",
    b"poolwijzer batch x -o verslag.",
)


def settings_input(random: Random) -> bytes:
    """A file of settings, mostly with some bytes changed."""
    return mutate(random, random.choice(_SETTINGS), _SETTINGS)


def try_settings(data: bytes, random: Random) -> bool:
    """List the menus with these settings."""
    Path("eigen").mkdir()
    Path("huis.yaml").write_text("name: Proef\n", encoding="utf-8")
    Path(NAME).write_bytes(data)
    return run("menu", "list", "vorm", "--json") == 0


def line_input(random: Random) -> bytes:
    """The beginning of a command, mostly with some bytes changed."""
    odd = f"poolwijzer {odd_text(random, 3)}".encode("utf-8", "replace")
    return mutate(random, random.choice((*_LINES, odd)), _LINES)


def try_line(data: bytes, random: Random) -> bool:
    """Complete it as bash asks; what comes back says the value and nothing else."""
    line = data.decode("utf-8", "surrogateescape")
    words, typed = split_bash_line(line)
    try:
        found = suggest(words[1:], unquote(typed))
    except Exception:  # which the program never tells a shell
        return False
    for value, _ in found:
        written = fit_for_bash(value, "", "")
        check_that(unquote(written) == value, f"{written!r} is another word than {value!r}")
    return True
