"""All menus together, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from poolwijzer.content.central import Central
from poolwijzer.content.component import Component, Option
from poolwijzer.content.dated_facts import DatedFact
from poolwijzer.content.evidence import Case, Signal, Source, Term
from poolwijzer.content.first_steps import FirstSteps
from poolwijzer.content.locations import Node, models_below
from poolwijzer.content.objections import Objection
from poolwijzer.content.plan import Plan
from poolwijzer.content.questions import (
    WHO,
    AskedOf,
    ContextAnswer,
    ContextQuestion,
    ImpliedBy,
    Map,
    Questions,
    Retired,
    Statement,
)
from poolwijzer.content.scale import ScaleLabels
from poolwijzer.content.typology import Typology
from poolwijzer.content.unread import Unread
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.problems import Problem
from poolwijzer.validation import Model

if TYPE_CHECKING:
    from poolwijzer.content.aside import Aside
    from poolwijzer.content.papers import Papers


@dataclass(frozen=True, eq=False)
class Content:
    """What the advice says. Made by `load_menus`; everything is found by id. Equal is only what is the same."""

    typology: Typology
    questions: Questions
    components: dict[str, Component]
    signals: dict[str, Signal]
    whole: dict[str, WholeRule]
    """The rules over the whole choice."""
    plan: Plan | None
    """The step plan; menus of one's own need not have one."""
    cases: dict[str, Case]
    dated_facts: dict[str, DatedFact]
    first_steps: FirstSteps | None
    """Per place and phase; menus of one's own need not have them."""
    objections: dict[str, Objection]
    """What can be answered to a doubt, by the id of that doubt: an answer to `doubts_asked`."""
    doubts_asked: str | None
    """The context question about doubts, where there are objections."""
    aside: Aside | Unread
    """The files that a judgement needs not."""
    hash: str
    """SHA-256 of the merged menus as canonical JSON: comments and line ends do not count."""
    hidden: frozenset[str] = frozenset()
    """Ids that an own folder took off; references to them are ignored."""
    remarks: tuple[Problem, ...] = ()
    """What an own folder says that moved since it was made, or is asked no more."""
    on: date | None = None
    """The day on which all this holds; None where it is for every day (see `menus_on`)."""
    every_day: Content | None = None
    """What these menus of one day were made from."""

    @property
    def version(self) -> str:
        """The version the menus give themselves."""
        return self.typology.version

    @property
    def sources(self) -> dict[str, Source]:
        """Every source, by id."""
        return self.aside.read().bronnen.sources

    @property
    def terms(self) -> dict[str, Term]:
        """The glossary, by id."""
        return self.aside.read().begrippen.terms

    @property
    def papers(self) -> Papers | None:
        """Of the next step; menus of one's own need not have them."""
        return self.aside.read().vervolg

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement, by id, in the order they are asked."""
        return self.questions.statements

    @cached_property
    def blocks(self) -> dict[str, tuple[str, ...]]:
        """The ids of the statements in each block: they do not count on an axis."""
        return {
            block: tuple(name for name, statement in self.statements.items() if statement.block == block)
            for block in self.questions.blocks
        }

    @cached_property
    def scored(self) -> frozenset[str]:
        """The statements that count on an axis."""
        return frozenset(name for name, statement in self.statements.items() if statement.axis)

    @cached_property
    def short_list(self) -> frozenset[str]:
        """The statements of the short list."""
        return frozenset(name for name, statement in self.statements.items() if statement.short)

    @property
    def retired(self) -> dict[str, Retired]:
        """The statements that are asked no more, by id."""
        return self.questions.retired

    @cached_property
    def successors(self) -> dict[str, str]:
        """Of retired statements the one for which they stand in while it has no answer."""
        return {entry.stands_in: name for name, entry in self.statements.items() if entry.stands_in}

    @cached_property
    def every_statement(self) -> dict[str, Statement | Retired]:
        """What a file can hold an answer to: what is asked, and behind it what was."""
        return {**self.statements, **self.retired}

    def labels_of(self, statement: str) -> ScaleLabels:
        """The words of the scale with a statement that a group answers together; also of one that is asked no more."""
        asked = self.every_statement[statement]
        return self.typology.scale.labels[asked.scale if isinstance(asked, Retired) else asked.joint.scale]

    @cached_property
    def asked_of(self) -> dict[str, tuple[AskedOf, ...]]:
        """Who is asked each statement, by id; one that was asked before was asked of all."""
        whom: dict[str, tuple[AskedOf, ...]] = dict.fromkeys(self.retired, WHO)
        return whom | {name: statement.asked_of for name, statement in self.statements.items()}

    @cached_property
    def implied(self) -> dict[str, ImpliedBy]:
        """The statements of which an answer may follow from another one, by id."""
        return {name: entry.implied_by for name, entry in self.statements.items() if entry.implied_by}

    @cached_property
    def statement_names(self) -> frozenset[str]:
        """What a condition on a statement may name: one that is asked, or one that was."""
        return frozenset((*self.statements, *self.retired))

    @cached_property
    def context(self) -> dict[str, ContextQuestion]:
        """Every context question, by id."""
        return self.questions.context

    @cached_property
    def holding_down(self) -> dict[str, ContextQuestion]:
        """The context questions with an answer that holds the place down, by id."""
        return {
            name: question
            for name, question in self.context.items()
            if any(answer.holds_down for answer in question.answers.values())
        }

    @cached_property
    def doubts(self) -> dict[str, ContextAnswer]:
        """Every doubt that can be heard, by id: the answers that are one, with an objection or without."""
        question = self.context.get(self.doubts_asked or "")
        answers = question.answers.items() if question else ()
        return {name: answer for name, answer in answers if not (answer.alone or answer.unknown)}

    @property
    def maps(self) -> dict[str, Map]:
        """Every map from a context question to a number, by id."""
        return self.questions.maps

    @cached_property
    def models(self) -> list[tuple[Model, Node]]:
        """Every part of the menus with its location in the tree of all menu files; conditions whole."""
        menus = {
            "typologie": self.typology,
            "vragen": self.questions,
            "aandachtspunten": {"signals": self.signals},
            "samenhang": {"rules": self.whole},
            "stappenplan": self.plan,
            "componenten": self.components,
            "praktijk": self.cases,
            "bronnen": {"sources": self.sources},
            "begrippen": {"terms": self.terms},
            "feiten": {"feiten": self.dated_facts},
            "eerste-stappen": self.first_steps,
            "bezwaren": {"bezwaren": self.objections},
            "vervolg": self.papers,
        }
        return [found for name, menu in menus.items() for found in models_below(menu, (None, name))]

    @cached_property
    def context_names(self) -> frozenset[str]:
        """What a condition on the context may name: a question, or a map from one."""
        return frozenset((*self.context, *self.maps))

    @cached_property
    def options(self) -> dict[str, Option]:
        """Every option, by id, in the order of the card."""
        return {name: option for component in self.components.values() for name, option in component.options.items()}

    @cached_property
    def component_of(self) -> dict[str, str]:
        """The component each option belongs to."""
        return {option: name for name, component in self.components.items() for option in component.options}

    @cached_property
    def statements_on(self) -> dict[str, tuple[str, ...]]:
        """The ids of the statements on each axis."""
        return {
            axis: tuple(name for name, statement in self.statements.items() if statement.axis == axis)
            for axis in self.typology.axes
        }


def join_parts(menus: Central, aside: Aside | Unread, hash: str, hidden: frozenset[str]) -> Content:
    """The menus as one value, with the hash of their data and what an own folder hides of them."""
    return Content(
        typology=menus.typologie,
        questions=menus.vragen,
        components=dict(sorted(menus.componenten.items(), key=lambda item: (item[1].order, item[0]))),
        signals=menus.aandachtspunten.signals,
        whole=menus.samenhang.rules,
        plan=menus.stappenplan,
        cases=menus.praktijk,
        dated_facts=menus.feiten.facts,
        first_steps=menus.eerste_stappen,
        objections=menus.bezwaren.objections if menus.bezwaren else {},
        doubts_asked=menus.bezwaren.question if menus.bezwaren else None,
        aside=aside,
        hash=hash,
        hidden=hidden,
    )
