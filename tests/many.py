"""A folder of many initiatives, of which some are broken, each in another way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

BROKEN: list[bytes] = [
    b"",
    b"initiative: [",
    b"poolwijzer: 1\ninitiative: {id: a, name: A}\n",  # no answers
    b"poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m16: 9}\n",
    b"poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m99: 3}\n",
    b"poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m16: 3}\nonbekend: ja\n",
    b"poolwijzer: 99\ninitiative: {id: a, name: A}\nanswers: {m16: 3}\n",
    b"poolwijzer: 1\ninitiative: {id: a, name: A, municipalities: [Asen]}\nanswers: {m16: 3}\n",
    b"\xff\xfe\x00not text at all",
    b"poolwijzer: 1\nanswers: {m16: 3}\nanswers: {m16: 4}\n",
    b"- a\n- b\n",
    b"poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m16: 3}\nchoices: {vorm: {options: [bestaat-niet]}}\n",
]
"""Files that cannot be used, each for a reason of its own."""


def fill(folder: Path, number: int, texts: Sequence[str], broken_each: int = 0) -> Path:
    """Fill a folder with so many initiatives like these texts; of every `broken_each` of them one is broken."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        data = _another(texts[index % len(texts)], index).encode()
        if broken_each and index % broken_each == broken_each - 1:
            data = BROKEN[index // broken_each % len(BROKEN)]
        (folder / f"initiatief-{index:04}.yaml").write_bytes(data)
    return folder


def _another(text: str, index: int) -> str:
    text = re.sub(r"^(  id: )(.*)$", rf"\1\2-{index}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(  name: )(.*)$", lambda found: f"{found[1]}{found[2]} {index}", text, count=1, flags=re.MULTILINE)
    return re.sub(r"\bm1: [1-5]", f"m16: {1 + index % 5}", text)
