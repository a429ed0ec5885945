"""What a wrong file of 2 MiB costs beside a right one of the same size, and how much memory it takes.

Processor time of the whole program, start included; each right file is what the wrong one
would be without its mistakes. It is a report, not a test. It makes its files in a temporary folder.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from poolwijzer import load_menus
from poolwijzer.yamlfile import MAX_BYTES

GOAL = 3.0
RUNS = 3
PROGRAM = "import sys; from poolwijzer.cli.main import run; sys.exit(run())"
HEAD: dict[str, Any] = {
    "poolwijzer": 1,
    "initiative": {"id": "groot", "name": "Groot", "municipalities": ["Assen", "Emmen", "Hoogeveen"]},
}
ASKED = [name for name, one in load_menus().statements.items() if "gemeente" in one.asked_of]
Make = Callable[[int], dict[str, Any]]
"""What a file says with so many of something."""


def responses(answer: Any = 4, **more: Any) -> Make:
    """Many respondents."""

    def make(number: int) -> dict[str, Any]:
        return {**HEAD, "responses": [respondent(index) for index in range(number)]}

    def respondent(index: int) -> dict[str, Any]:
        organisation = {"kind": "gemeente", "name": more.get("name", "Assen")}
        own = {key: value for key, value in more.items() if key != "name"}
        return {"id": f"r{index:06}", "organisation": organisation, "answers": dict.fromkeys(ASKED, answer), **own}

    return make


def own(answer: int = 4) -> Make:
    """One answer, and much that is kept and never looked at."""
    return lambda number: {**HEAD, "answers": {"m1": answer}, "own": {"getallen": [1] * number}}


def keys(word: str) -> Make:
    """Many words that nobody knows, each near one that there is."""
    return lambda number: {**HEAD, "answers": {"m1": 4}, **{f"{word}{index:06}": 4 for index in range(number)}}


KINDS: list[tuple[str, Make, dict[str, Make]]] = [
    (
        "respondents",
        responses(),
        {
            "every answer off the scale": responses(9),
            "every answer a word": responses("vier"),
            "every answer a list": responses([4]),
            "every name mistyped": responses(name="Asen"),
            "an unknown word in each": responses(rol="ambtelijk"),
        },
    ),
    ("own numbers", own(), {"one answer wrong": own(9), "unknown words instead": keys("answer")}),
]
"""What a right file holds, and wrong ones like it."""
BROKEN: dict[str, Callable[[str], str]] = {
    "broken at the end": lambda text: text[:-40] + '}]"',
    "an open quote": lambda text: text.replace("Groot", '"Groot', 1),
    "half of it, with hard spaces": lambda text: text[: MAX_BYTES // 2].replace("answers", "\u00a0answers"),
    "a name twice": lambda text: text[:-1] + ',"poolwijzer":1}' if text[0] == "{" else text + text[:14],
}


def as_yaml(value: Any, margin: str = "") -> str:
    """Plain data as somebody would type it."""
    if isinstance(value, dict):
        pairs = (
            f"{margin}{key}:\n{as_yaml(inner, margin + '  ')}"
            if isinstance(inner, dict) or (inner and isinstance(inner, list) and isinstance(inner[0], dict))
            else f"{margin}{key}: {json.dumps(inner, ensure_ascii=False)}\n"
            for key, inner in value.items()
        )
        return "".join(pairs)
    return "".join(f"{margin}- {as_yaml(item, margin + '  ').lstrip()}" for item in value)


def as_json(value: Any) -> str:
    """The same as a program would write it, on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def filled(make: Make, write: Callable[[Any], str]) -> str:
    """A text of nearly 2 MiB."""
    some = len(write(make(200)))
    none = len(write(make(0)))
    text = write(make(int((MAX_BYTES - 40_000 - none) / (some - none) * 200)))
    assert len(text.encode()) <= MAX_BYTES
    return text


def cost(path: Path) -> tuple[float, float]:
    """Seconds of processor time of one advice, and the most memory it took, in MB."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "advise", str(path), "--date", "2026-11-01"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(program.pid, 0)
    program.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def show(name: str, wrong: Path, right: float) -> None:
    """One line of the table, beside what the right file takes in seconds."""
    runs = [cost(wrong) for _ in range(RUNS)]
    seconds, memory = median(one for one, _ in runs), max(most for _, most in runs)
    verdict = "holds" if seconds / right <= GOAL else "missed"
    print(
        f"{name:<52}  {seconds / right:5.2f} x  {GOAL:4.2f} x  {verdict:<6}"
        f"  {1000 * seconds:5.0f} ms  {1000 * right:5.0f} ms  {memory:5.0f} MB",
        flush=True,
    )


def main() -> None:
    """Prints the table."""
    print("\nA wrong file of 2 MiB, and a right one")
    print(f"{'':<52}  {'median':>7}  {'goal':>6}  {'':<6}  {'wrong':>8}  {'right':>8}  {'memory':>8}")
    with TemporaryDirectory() as made:
        for suffix, write in ((".json", as_json), (".yaml", as_yaml)):
            path = Path(made) / f"large{suffix}"
            for kind, make_right, wrong in KINDS:
                right = filled(make_right, write)
                path.write_text(right, encoding="utf-8")
                usual = median(cost(path)[0] for _ in range(RUNS))
                texts = {name: filled(make, write) for name, make in wrong.items()}
                texts |= {name: spoil(right) for name, spoil in BROKEN.items()}
                for name, text in texts.items():
                    path.write_text(text, encoding="utf-8")
                    show(f"{suffix[1:]}, {kind}: {name}", path, usual)


if __name__ == "__main__":
    main()
