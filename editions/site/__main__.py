"""`python -m editions.site`: makes the site in build/site, or tells what in it leads nowhere."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from editions.site.build import build_site
from poolwijzer.given import usual_date

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make the site; the status is 1 where a page cannot stand on it."""
    options = argparse.ArgumentParser(prog="python -m editions.site", description=__doc__)
    options.add_argument("-o", "--output", type=Path, default=ROOT / "build/site", help="the folder of the site")
    options.add_argument("--date", type=date.fromisoformat, help="the day on which facts are told, as 2026-12-31")
    given = options.parse_args()
    try:
        built = build_site(ROOT, given.output, given.date or usual_date())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for edition, found in built.downloads.items():
        if not found:
            told = f"{edition.folder} holds no {edition.pattern}. Build it first with '{edition.command}'."
            print(f"Not on the site, since it is not built: {told}", file=sys.stderr)
        for one in found:
            print(f"{one.path.name}: {one.size} bytes, sha256 {one.digest}")
    print(f"The site has {built.pages} pages. Open {built.folder / 'index.html'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
