from functools import cached_property

from pydantic import Field

from poolwijzer.content.claims import Claim
from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below
from poolwijzer.rules.conditions import Condition
from poolwijzer.validation import Model


def _below(value: object) -> set[int]:
    """Every model in a value, found by looking at all there is; a condition is not looked into."""
    if isinstance(value, dict):
        return set().union(*map(_below, value.values()))
    if isinstance(value, tuple):
        return set().union(*map(_below, value))
    if not isinstance(value, Model):
        return set()
    return {id(value)}.union(*([] if isinstance(value, Condition) else (_below(part) for _, part in value)))


class _Group(Model):
    claims: dict[str, tuple[Claim, ...]] = Field(default={})
    either: str | Claim = ""
    words: dict[str, str] = {}

    @cached_property
    def first(self) -> Claim:
        return self.claims["a"][0]


def test_a_walk_finds_a_model_in_whatever_field_can_hold_it_and_each_once() -> None:
    claim = Claim.model_construct(text="a", basis="afgeleid", sources=())
    group = _Group.model_construct(claims={"a": (claim,)}, either=claim, words={"b": "c"})
    assert group.first is claim
    assert [model for model, _ in models_below(group, (None, "x"))] == [group, claim, claim]


def test_a_walk_along_the_menus_misses_nothing(content: Content) -> None:
    for name, part in {**content.components, **content.signals, **content.cases, "plan": content.plan}.items():
        assert {id(model) for model, _ in models_below(part, (None, name))} == _below(part)
