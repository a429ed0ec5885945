"""The version and the date of a release, which five files have to say alike, and what its page tells.

`src/poolwijzer/version.py` says which version this is. The heading of that version in CHANGELOG.md makes it a release;
CITATION.cff and publiccode.yml follow, and so does the tag. RELEASING.md says when to run this.
"""

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import yaml

VERSION_FILE = "src/poolwijzer/version.py"
CHANGELOG, CITATION, PUBLICCODE = "CHANGELOG.md", "CITATION.cff", "publiccode.yml"

NEVER = "1970-01-01"
"""What publiccode.yml has for a date as long as nothing was released: a convention of the standard."""

_HEADING = re.compile(r"^## \[(?P<version>\d[^\]]*)\] - (?P<date>\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_UNRELEASED = "## [Unreleased]\n"


def find_differences(root: Path, tag: str | None = None) -> list[str]:
    """What these files say otherwise than the program and CHANGELOG.md do, a line each.

    With a tag, also whether it is the tag of this version, and whether that has a day.
    """
    version = _read_version(root)
    released = {one["version"]: one["date"] for one in _HEADING.finditer(_read(root, CHANGELOG))}
    citation, publiccode = yaml.safe_load(_read(root, CITATION)), yaml.safe_load(_read(root, PUBLICCODE))
    newest = next(iter(released), None)
    wanted = [
        (CITATION, "version", citation.get("version"), version),
        (CITATION, "date-released", citation.get("date-released"), released.get(version)),
        (PUBLICCODE, "softwareVersion", publiccode.get("softwareVersion"), newest),
        (PUBLICCODE, "releaseDate", publiccode.get("releaseDate"), released[newest] if newest else NEVER),
    ]
    found = [
        f"{file}: {key} is {shown or 'absent'}, and not {meant or 'absent'}"
        for file, key, says, meant in wanted
        if (shown := None if says is None else str(says)) != meant
    ]
    if tag is not None and version not in released:
        found.append(f"{CHANGELOG}: there is no heading with a date for {version}")
    if tag is not None and tag != f"v{version}":
        found.append(f"{VERSION_FILE}: the version is {version}, and the tag is {tag}")
    return found


def set_version(root: Path, version: str, on: date | None) -> None:
    """Makes these files say a version: released on a day, or with None the next one to work on.

    Raises:
        ValueError: The version is not one of three numbers, or it was released already.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ValueError(f"{version} is no version such as 1.2.0")
    if any(one["version"] == version for one in _HEADING.finditer(_read(root, CHANGELOG))):
        raise ValueError(f"{version} was released already: {CHANGELOG} has it")
    _change(root, VERSION_FILE, lambda text: re.sub(r'(?m)^(__version__ = )".*"$', rf'\g<1>"{version}"', text))
    _change(root, CITATION, lambda text: _with_date_of(_with_key(text, "version", version), on))
    if on is None:
        return
    _change(root, PUBLICCODE, lambda text: _with_key(text, "releaseDate", f"{on}"))
    _change(root, PUBLICCODE, lambda text: _with_key(text, "softwareVersion", version))
    # The sentence that says what it would become has come true.
    expected = rf"{re.escape(_UNRELEASED)}(\nWill be .*\n)?"
    _change(root, CHANGELOG, lambda text: re.sub(expected, f"{_UNRELEASED}\n## [{version}] - {on}\n", text, count=1))


def find_notes(root: Path, version: str) -> str:
    """What CHANGELOG.md says of a version, for the page of its release.

    Raises:
        ValueError: It says nothing of that version.
    """
    text = _read(root, CHANGELOG)
    for one, following in pairwise([*_HEADING.finditer(text), None]):
        if one and one["version"] == version:
            return text[one.end() : following.start() if following else len(text)].strip() + "\n"
    raise ValueError(f"{CHANGELOG} has no release {version}")


def _read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def _read_version(root: Path) -> str:
    found = re.search(r'^__version__ = "(.*)"$', _read(root, VERSION_FILE), re.MULTILINE)
    assert found, f"{VERSION_FILE} says no version"
    return found[1]


def _change(root: Path, name: str, change: Callable[[str], str]) -> None:
    (root / name).write_text(change(_read(root, name)), encoding="utf-8", newline="\n")


def _with_key(text: str, key: str, value: str) -> str:
    """A key of the first level, at its place or else behind one that is always there; comments are left alone."""
    line = f'{key}: "{value}"'
    changed, times = re.subn(rf"(?m)^{key}: .*$", line, text)
    return changed if times else re.sub(r"(?m)^((?:url|version): .*\n)", rf"\g<1>{line}\n", text, count=1)


def _with_date_of(citation: str, on: date | None) -> str:
    if on is None:
        return re.sub(r"(?m)^date-released: .*\n", "", citation)
    return _with_key(citation, "date-released", f"{on}")


def main(arguments: list[str] | None = None) -> int:
    """Sets, checks or tells, as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m editions.release", description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the source")
    commands = parser.add_subparsers(dest="command", required=True)
    setting = commands.add_parser("set", help="make all files say a version")
    setting.add_argument("version")
    setting.add_argument("--date", type=date.fromisoformat, help="the day of its release; none if that is to come")
    checking = commands.add_parser("check", help="say which files differ")
    checking.add_argument("--tag", help="the tag of the release, such as v1.2.0")
    telling = commands.add_parser("notes", help="print what the changelog says of a version")
    telling.add_argument("version")
    asked = parser.parse_args(arguments)
    try:
        if asked.command == "set":
            set_version(asked.root, asked.version, asked.date)
        if asked.command == "notes":
            sys.stdout.write(find_notes(asked.root, asked.version))
            return 0
    except ValueError as error:
        parser.error(str(error))
    differences = find_differences(asked.root, getattr(asked, "tag", None))
    for line in differences:
        print(line, file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
