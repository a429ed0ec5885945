"""Initiatives to measure with: the examples in turn, each with a name and answers of its own."""

from __future__ import annotations

import csv
import random
import re
import shutil
from pathlib import Path

from benchmarks.speed.figures import ROOT
from poolwijzer import load_menus
from poolwijzer.municipalities import list_municipalities

REGIONS = 300
"""At most, in a table of respondents."""
TOWNS = 12
"""In each of those, one beside the other."""
IN_TURN = 8
"""Each so many have all examples once: runs with multiples of it have files of the same sizes."""
ANSWER = re.compile(r"\b([mbdr][0-9]+:\s+(?:\{?value: )?)[1-5]\b(?!.*votes:)")
HANDS = re.compile(r"\bvalue: ([1-5])(.*), votes: \[([0-9, ]+)\]")


class Initiatives:
    """Folders of so many, made when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._examples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.yaml"))]
        assert len(self._examples) == IN_TURN
        self._draw = random.Random(1)
        self._made: list[Path] = []

    def output(self, suffix: str) -> str:
        """A file that may be written over."""
        return str(self._folder / f"out{suffix}")

    def some(self, number: int) -> Path:
        """A folder of so many; the first of them are those of every smaller folder."""
        folder = self._folder / f"{number}"
        if not folder.exists():
            folder.mkdir()
            for index in range(number):
                if index == len(self._made):
                    self._made.append(self._make(index))
                shutil.copy(self._made[index], folder)
        return folder

    def _make(self, index: int) -> Path:
        text = ANSWER.sub(lambda found: f"{found[1]}{self._draw.randint(1, 5)}", self._examples[index % IN_TURN])
        text = HANDS.sub(self._turn, text)
        text = re.sub(r"^(  id: )(.*)$", rf"\1\2-{index}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^(  name: )(.*)$", rf"\1\2 {index}", text, count=1, flags=re.MULTILINE)
        place = self._folder / "all"
        place.mkdir(exist_ok=True)
        path = place / f"{index:05}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def _turn(self, found: re.Match[str]) -> str:
        """The answer that hands were raised for, turned around with the hands or not: both must go on to agree."""
        if self._draw.random() < 0.5:
            return found[0]
        return f"value: {6 - int(found[1])}{found[2]}, votes: [{', '.join(reversed(found[3].split(', ')))}]"

    def respondents(self, number: int) -> Path:
        """A table of so many respondents, of at most three hundred initiatives."""
        table = self._folder / f"respondents-{number}.csv"
        draw, names = random.Random(2), [one.name for one in list_municipalities()]
        statements = [name for name, one in load_menus().statements.items() if "gemeente" in one.asked_of]
        with table.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            head = ["initiative.name", "organisation.kind", "organisation.name", "role"]
            writer.writerow([*head, *(f"answers.{name}" for name in statements)])
            for index in range(number):
                region, turn = index % REGIONS, index // REGIONS % TOWNS
                who = [f"Regio {region}", "gemeente", names[(region + turn) % len(names)], "ambtelijk"]
                writer.writerow([*who, *(draw.choice("12345") for _ in statements)])
        return table
