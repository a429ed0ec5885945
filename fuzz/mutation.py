"""Making another input of one: bytes, lines, plain data, and the parts of a zip."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import yaml

from fuzz.odd import PIECES, odd_text, odd_value

LARGEST = 400_000
"""In bytes, of what grows. A file may be five times as large; then a few inputs would take all the time."""


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change some bytes, a few times; `others` are for taking pieces from."""
    for _ in range(random.choice((0, 0, 0, 1, 1, 2, 4, 9))):
        data = random.choice(_CHANGES)(random, data, random.choice(others))[:LARGEST]
    return data


def _span(random: Random, data: bytes, most: int = 60) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, random.choice((1, 4, most))))


def _flip(random: Random, data: bytes, other: bytes) -> bytes:
    start, _ = _span(random, data)
    return data[:start] + bytes([random.randrange(256)]) + data[start + 1 :]


def _insert(random: Random, data: bytes, other: bytes) -> bytes:
    start, end = _span(random, data, 4)
    piece: str = random.choice(PIECES)
    return data[:start] + piece.encode("utf-8", "surrogatepass") + data[end:]


def _delete(random: Random, data: bytes, other: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[end:]


def _repeat(random: Random, data: bytes, other: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[start:end] * random.choice((2, 3, 50, 3000)) + data[end:]


def _splice(random: Random, data: bytes, other: bytes) -> bytes:
    (start, end), (first, last) = _span(random, data), _span(random, other, 600)
    return data[:start] + other[first:last] + data[end:]


def _lines(random: Random, data: bytes, other: bytes) -> bytes:
    lines, more = data.splitlines(keepends=True) or [b""], other.splitlines(keepends=True) or [b""]
    place, elsewhere = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines.insert(elsewhere, lines[place])
        case 2:
            lines[place], lines[elsewhere] = lines[elsewhere], lines[place]
        case 3:
            lines.insert(place, random.choice(more))
        case _:
            lines[place] = b" " * random.choice((1, 2, 7)) + lines[place]
    return b"".join(lines)


def _number(random: Random, data: bytes, other: bytes) -> bytes:
    found = list(re.finditer(rb"[0-9]+", data))
    if not found:
        return data
    one, number = (
        random.choice(found),
        random.choice(("0", "-1", "6", "00", "1.5", "9" * 20, "9" * 5001, "1e9", "1e29", "1e-29", "4,5")),
    )
    return data[: one.start()] + number.encode() + data[one.end() :]


def _encoding(random: Random, data: bytes, other: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    match random.randrange(5):
        case 0:
            return text.encode(random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7")), "replace")
        case 1:
            return b"\xef\xbb\xbf" + data
        case 2:
            return data.replace(b"\n", random.choice((b"\r", b"\r\n", b"\n\n", b"\xe2\x80\xa8")))
        case 3:
            return data.replace(b";", random.choice((b",", b"\t", b"|", b":")))
    return data.replace(b"  ", random.choice((b"\t", b"\xc2\xa0 ", b"   ")))


def _cut(random: Random, data: bytes, other: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


_CHANGES: tuple[Callable[[Random, bytes, bytes], bytes], ...] = (
    *(_flip, _insert, _insert, _delete, _repeat, _splice, _lines, _lines, _number, _encoding, _cut),
)


def mutate_data(random: Random, data: Any) -> Any:
    """Change a few values in plain data: of another kind, under another key, gone, twice, or elsewhere."""
    data = json.loads(json.dumps(data))
    for _ in range(random.choice((1, 1, 2, 4))):
        groups = list(_groups(data))
        if not groups:
            return odd_value(random)
        group = random.choice(groups)
        key = random.choice(list(group) if isinstance(group, dict) else range(len(group)))
        match random.randrange(6):
            case 0:
                del group[key]
            case 1 if isinstance(group, dict):
                group[odd_text(random, 2)] = group.pop(key)
            case 1 | 2 if isinstance(group, list):
                group[key:key] = [group[key]] * random.choice((1, 1, 300))
            case 3:
                other = random.choice(groups)
                value = (
                    other[random.choice(list(other) if isinstance(other, dict) else range(len(other)))] if other else 0
                )
                group[key] = json.loads(json.dumps(value))
            case 4:
                group[key] = odd_text(random)
            case _:
                group[key] = odd_value(random)
    return data


def _groups(value: Any) -> Any:
    if isinstance(value, dict | list) and value:
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _groups(part)


def as_json(data: Any, random: Random) -> bytes:
    """Plain data as JSON, with escapes or without."""
    text = json.dumps(data, ensure_ascii=random.random() < 0.5, indent=random.choice((None, 1)))
    return text.encode("utf-8", "surrogatepass")


def as_yaml(data: Any, random: Random) -> bytes:
    """Plain data as YAML, in one of the ways it can be written."""
    flow, plain = random.choice((True, False, None)), random.random() < 0.7
    data = json.loads(json.dumps(data).replace("\\ud800", ""))  # which YAML cannot hold
    text: str = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, default_flow_style=flow, allow_unicode=plain)
    return text.encode()


def pack(parts: dict[str, bytes]) -> bytes:
    """Named bytes as a zip: how an input of more than one file is kept."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED, 1)
    return file.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a zip of ours."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def mutate_package(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change the bytes of a package, or the parts in it."""
    if random.random() < 0.15:
        return mutate(random, data, others)
    parts = unpack(data)
    for _ in range(random.choice((1, 1, 2))):
        name = random.choice(list(parts))
        match random.randrange(12):
            case 0:
                del parts[name]
            case 1:
                parts[name + random.choice((".bin", "/x", "x", "../x"))] = parts[name]
            case 2:
                parts[name] = random.choice(list(unpack(random.choice(others)).values()))
            case 3:
                parts[name] = re.sub(rb"<\?xml[^>]*>", b'<!DOCTYPE x [<!ENTITY y "zz">]>', parts[name])
            case 4 | 5 | 6:
                parts[name] = _marks(random, parts[name])
            case _:
                parts[name] = mutate(random, parts[name], list(parts.values()))
        if not parts:
            break
    return pack(parts)


def _marks(random: Random, text: bytes) -> bytes:
    """Change an element or attribute of XML so that it is still XML."""
    found = list(re.finditer(rb'<[^<>]*/>|="[^"<]*"|>[^<>]+<', text))
    if not found:
        return text
    one = random.choice(found)
    piece = re.sub('[<>&"\0-\x08\x0b-\x1f\ud800\ufffe\uffff]', "", odd_text(random)).encode()
    if one[0].startswith(b"<"):
        new = random.choice((b"", one[0] * 2, one[0] * 500))
    elif one[0].startswith(b"="):
        new = b'="' + random.choice((piece, b"", b"-1", b"99999999999", b"1.5", b"x", b"http://x/")) + b'"'
    else:
        new = b">" + random.choice((piece, b"", b"-1", b"99999999999")) + b"<"
    return text[: one.start()] + new + text[one.end() :]
