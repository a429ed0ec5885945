"""Where things stand in the repository."""

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
# A small, frozen set of menus. Fixtures lie over it, so that a change in the shipped menus leaves them alone.
SMALL_MENUS = TESTS / "files" / "menus" / "small"
