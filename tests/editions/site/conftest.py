"""The site, built once for all tests of a run."""

import os
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from editions.site.build import build_site
from tests.roots import ROOT

DAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, in a path with a space; workers share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "de site" / "submap"
    with FileLock(shared / "site.lock"):
        if not (folder / "stijl.css").is_file():
            build_site(ROOT, folder, DAY)
    return folder
