from __future__ import annotations

import pytest

from tests.interview.manual import BLOCK, PAGE, page_with, screens


@pytest.mark.slow
def test_every_picture_in_the_manual_is_what_the_terminal_shows() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = screens()
    assert {block["name"] for block in BLOCK.finditer(page)} == set(shown)
    assert page == page_with(shown, page), "look at the new screens, then run: make screens"
