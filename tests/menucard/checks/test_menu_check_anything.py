"""Whatever stands in an own folder, a check tells what is wrong, and neither it nor a comparison fails itself."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.menucard.checks.menu_check import check_menus
from poolwijzer.menucard.difference import compare_menus
from poolwijzer.menucard.difference_page import make_difference_page
from poolwijzer.problems import InputError
from poolwijzer.yamlfile import read_document
from tests.roots import SMALL_MENUS

FILES = ("typologie", "vragen", "aandachtspunten", "bronnen", "componenten/vorm", "praktijk/flexteam-drenthe")
DATA = {name: read_document(SMALL_MENUS / f"{name}.yaml").data for name in FILES}
JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "x", "m3", "3", "-1", "true", [], ["x"], {}, {"x": "y"}, {"hide": "true"}, [{}], [[]]]
)


def steps(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*path, step)
        yield from steps(value, (*path, step))


WAYS = {name: list(steps(data)) for name, data in DATA.items()}


def changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    if isinstance(data, dict):
        return {key: changed(inner, path[1:], value) if key == path[0] else inner for key, inner in data.items()}
    if isinstance(data, list):
        return [changed(inner, path[1:], value) if index == path[0] else inner for index, inner in enumerate(data)]
    return data


@settings(max_examples=40)
@given(data=st.data())
def test_a_check_never_fails_on_a_value_that_does_not_belong(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        own = Path(place)
        for name in data.draw(st.sets(st.sampled_from(FILES), min_size=1, max_size=2)):
            text = DATA[name]
            for path in data.draw(st.lists(st.sampled_from(WAYS[name]), min_size=1, max_size=3)):
                text = changed(text, path, data.draw(JUNK))
            (own / name).parent.mkdir(exist_ok=True)
            (own / f"{name}.yaml").write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
        found = check_menus(own, date(2026, 11, 1), SMALL_MENUS)
        with suppress(InputError):
            assert make_difference_page(compare_menus(own, SMALL_MENUS), "eigen").title
        for problem in (*found.problems, *found.remarks):
            assert problem.message and problem.path
