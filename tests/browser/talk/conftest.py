from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from tests.browser.talk.held import Talk


@pytest.fixture
def talk(tmp_path: Path, content: Content) -> Talk:
    """A page in which no conversation was begun."""
    return Talk(tmp_path / "werk", content)
