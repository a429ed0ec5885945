"""Files by the name `-`: standard input where one is read, standard output where one is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.formats.registry import WHOLE_REPORTS
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from poolwijzer.assessment.read import Notation, Reading
    from poolwijzer.content.content import Content

STDIN = STDOUT = "-"


def require_output(asked: object, wanted: str, example: str) -> None:
    """Refuse a command that writes and was not told where.

    Args:
        asked: What was asked for; empty where nothing was.
        wanted: What comes there, as in *Waar de dia's moeten komen*.
        example: A file for it.

    Raises:
        InputError: nothing was asked for.
    """
    if not asked:
        message = f"Waar {wanted}, staat er niet bij."
        raise InputError(Problem("-o", message, f"Schrijf het erbij, zoals -o {example}."))


def part_outputs(
    output: Iterable[Path],
    named: str | None,
    suffixes: Iterable[str] = WHOLE_REPORTS,
    *,
    also: Iterable[str] = (),
    as_json: bool = False,
) -> tuple[tuple[Path, ...], str]:
    """The files that are asked for, and the suffix of what goes to stdout, for which `-` stands.

    Args:
        output: What was asked for.
        named: What `-` is to be.
        suffixes: What it can be.
        also: Other kinds that the command has, to name where one is not known.
        as_json: Whether JSON goes to stdout by another option.

    Raises:
        InputError: it is not said what `-` is to be, it is said where there is no `-`, or more would go to stdout than
            one thing.
    """
    everything = tuple(output)
    paths = tuple(path for path in everything if str(path) != STDOUT)
    piped = len(everything) - len(paths)
    if piped + as_json > 1:
        message = "Er kan maar één ding naar de uitvoer."
        both = "Kies --json of -o -." if as_json else "Noem -o - één keer, en geef het andere een naam."
        raise InputError(Problem("-o", message, both))
    kinds = [suffix.removeprefix(".") for suffix in suffixes]
    choose = f"Kies uit {', '.join((*kinds, *also))}."
    if named is None:
        if piped:
            message = "Aan - is niet te zien welk soort bestand het wordt."
            raise InputError(Problem("-o", message, f"Zet erbij: --as {kinds[0]}. {choose}"))
        return paths, ""
    kind = named.lower().removeprefix(".")
    if kind not in kinds:
        raise InputError(
            Problem("--as", f"Het soort {quote(named)} kan niet.", did_you_mean(kind, (*kinds, *also)) or choose)
        )
    if not piped:
        raise InputError(Problem("--as", "Er gaat niets naar de uitvoer.", "Gebruik dit samen met -o -."))
    return paths, f".{kind}"


def is_stdin(path: Path) -> bool:
    """Whether a name stands for standard input."""
    return str(path) == STDIN


def read_given(path: Path, content: Content, *, with_answers: bool = True) -> Reading:
    """Read an initiative from its file, or from standard input: YAML or JSON, as it begins.

    Args:
        path: The file, or `-`.
        content: The menus its ids belong to.
        with_answers: Refuse one without any answer, respondent or own estimate.

    Raises:
        InputError: with every problem in it.
    """
    from poolwijzer.assessment.read import parse_assessment, read_assessment

    if not is_stdin(path):
        return read_assessment(path, content, with_answers=with_answers)
    from poolwijzer.yamlfile import is_json

    raw = read_stdin()
    notation: Notation = "json" if is_json(raw) else "yaml"
    return parse_assessment(raw, STDIN, content, notation=notation, with_answers=with_answers)


def read_stdin() -> bytes:
    """All that comes in, and no more than a file of an initiative may hold: one byte more, so that this is seen.

    Raises:
        InputError: nothing comes in.
    """
    from poolwijzer.yamlfile import MAX_BYTES

    hint = "Stuur er een bestand in: cat plan.yaml | poolwijzer advise -"
    if sys.stdin is None or sys.stdin.isatty():
        raise InputError(Problem(STDIN, "Er komt niets binnen op de invoer.", hint))
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if not raw.strip():
        raise InputError(Problem(STDIN, "Er kwam niets binnen op de invoer.", hint))
    return raw
