"""A condition of an own folder takes the place of the one it lies over, however either is put together."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.content.read import load_menus


def test_a_condition_that_looks_at_another_thing_replaces_the_one_below(tmp_path: Path) -> None:
    below = load_menus()
    assert below.plan is not None
    name, step = next(
        (name, step)
        for name, step in below.plan.phases["verkennen"].steps.items()
        if step.when and step.when.key == "all"
    )
    own = f"phases:\n  verkennen:\n    steps:\n      {name}: {{when: {{quadrant: [gemeenten-aan-zet]}}}}\n"
    (tmp_path / "stappenplan.yaml").write_text(own, encoding="utf-8")
    above = load_menus(tmp_path)
    assert above.plan is not None
    laid = above.plan.phases["verkennen"].steps[name]
    assert laid.when is not None and laid.when.key == "quadrant"
    assert laid.what == step.what and laid.because == step.because
