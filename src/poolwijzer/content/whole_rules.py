"""Rules over the whole choice, as `samenhang.yaml` gives them.

What one option asks of another stands with that option (`coherence`). Here stands what no single option can say: money
without a payer, work without an employer.
"""

from functools import cached_property
from typing import Literal

from pydantic import Field

from poolwijzer.content.claims import Dated
from poolwijzer.content.component import Relation
from poolwijzer.rules.conditions import IsChosen, NotSo, walk
from poolwijzer.validation import Model, Slug


class WholeRule(Dated, description="Een regel over alle keuzes samen."):
    """What stands out in the choices together, wherever its condition holds. Never moves a verdict."""

    kind: Relation | Literal["attention"] = Field(
        description="Wat de regel zegt: requires, friction, excludes, combines of attention."
    )

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The options that the condition looks at."""
        return tuple(dict.fromkeys(part.chosen for part in walk(self.when) if isinstance(part, IsChosen)))

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """The options of which the condition asks that they were not chosen."""
        inner = (part for outer in walk(self.when) if isinstance(outer, NotSo) for part in walk(outer.not_))
        return tuple(dict.fromkeys(part.chosen for part in inner if isinstance(part, IsChosen)))


class WholeRules(Model, description="De regels over alle keuzes samen."):
    """All rules over the whole choice, by id."""

    rules: dict[Slug, WholeRule] = Field(description="De regels, elk onder een eigen id.")
