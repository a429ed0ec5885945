"""Programs of the system that tests look at our work with."""

import os
import shutil

import pytest


def require(program: str, package: str = "") -> str:
    """Where a program is; without it the test is left out, or fails in CI. `package` is what people install it as."""
    found = shutil.which(program)
    if found is None:
        what = f"{program} of {package}" if package else program
        assert not os.environ.get("CI"), f"{what} is missing, and these tests may not be left out here"
        pytest.skip(f"{what} is not installed")
    return found
