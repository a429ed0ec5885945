"""The fields of papers: what the file of an initiative knows, and what stands open as long as it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from poolwijzer.assessment.model import Assessment, DatedChoice, NamedChoice
from poolwijzer.content.paper_references import ALSO, CHOICE, PAST, find_field_names
from poolwijzer.content.papers import Papers
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.content.wording import BESTUUR, PLACEHOLDER, PLURAL, fill_names
from poolwijzer.dutch import join_words, long_date, lower_article
from poolwijzer.outcome import Outcome
from poolwijzer.report.papers.voice import inside_sentence
from poolwijzer.report.sentences import names_in
from poolwijzer.rules.facts import HIDDEN

MOST_NAMED, FIRST_NAMED = 12, 3
"""So many municipalities are named in full; of more these first ones, and the rest in an annex."""
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


class PaperFields(Mapping[str, str]):
    """What fills the fields of a paper. It remembers which were asked for and are not known."""

    def __init__(self, outcome: Outcome, assessment: Assessment, papers: Papers, municipality: str = "") -> None:
        """Make what fills the fields of one paper.

        Args:
            outcome: Of the initiative.
            assessment: That of the outcome as it is told: with what people typed made harmless.
            papers: Of the menus.
            municipality: That the paper is for; empty for all.
        """
        self.outcome = outcome
        self.assessment = assessment
        self.missing: dict[str, None] = {}
        self._papers = papers
        self._municipality = municipality
        self.told = set[str]()
        """The fields that were filled in."""
        self._names = find_field_names(outcome.content)

    def __getitem__(self, name: str) -> str:
        """The value of a field, or what stands open."""
        if name == PLURAL:
            return self._in_texts[PLURAL]
        if name not in self._names:
            raise KeyError(name)
        value = self._values.get(name, "")
        if value:
            self.told.add(name)
        if not value or (name in ("gemeenten", "n") and len(self.municipalities) < 2):
            self.miss(name)
        return value or self._open(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def fill(self, text: str, *, inside: bool = False) -> str:
        """A text with its fields filled in."""
        return fill_names(text, self, inside=inside)

    def fill_decision(self, text: str) -> str:
        """What is decided in a place, inside a sentence: what it leaves open filled in where the file knows it."""
        for left_open, known in self._papers.filled.items():
            if left_open in text and self.knows(known):
                text = text.replace(left_open, known)
        return self.fill(text, inside=True)

    def knows(self, text: str) -> bool:
        """Whether every field of a text is known."""
        return all(self._values.get(name) for name in fields_of(text))

    def is_known(self, name: str) -> bool:
        """Whether a field is known."""
        return bool(self._values.get(name))

    def miss(self, name: str) -> None:
        """Remember that a field is not known."""
        self.missing.setdefault(self._called(name))

    def miss_all(self, *texts: str) -> None:
        """Remember of these texts which fields are not known, of those that have a name to tell."""
        for name in (name for text in texts for name in fields_of(text)):
            if not self._values.get(name) and (name in self._papers.fields or name.startswith(CHOICE)):
                self.miss(name)

    def title(self, option: str) -> str:
        """What an option is called in a paper."""
        return self._papers.titles.get(option) or self.outcome.content.options[option].title

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(member.name for member in self.assessment.initiative.municipalities)

    @property
    def has_choices(self) -> bool:
        """Whether anything was chosen, considered or said of a component."""
        given = self.assessment.choices.values()
        return any(one.options or one.considering or one.other or one.consideration for one in given)

    @property
    def named(self) -> tuple[str, ...]:
        """Those whose names may be told: none in an anonymous paper."""
        return () if self.outcome.mode == "anonymous" else self.municipalities

    def _called(self, name: str) -> str:
        field = self._papers.fields.get(name)
        if field:
            return field.name
        component = self.outcome.content.components.get(name.removeprefix(CHOICE))
        return component.title.lower() if component else name.removeprefix(CHOICE)

    def _open(self, name: str) -> str:
        field = self._papers.fields.get(name)
        return (field.open if field else "") or f"[in te vullen: {self._called(name)}]"

    @cached_property
    def _in_texts(self) -> dict[str, str]:
        return names_in(self.assessment, self.outcome.content)

    @cached_property
    def _values(self) -> dict[str, str]:
        initiative, on = self.assessment.initiative, self.outcome.on
        return {
            "initiatief": initiative.name,
            "regio": initiative.region,
            "gemeenten": self._list_municipalities(),
            "n": _count(len(self.municipalities)),
            "datum": long_date(on),
            "jaar": str(on.year),
            "keuzes": "bekend" if self.has_choices else "",
            "antwoord": self.assessment.key_question.answer,
            "plek": "bekend" if self.outcome.placement.in_play else "",
            **dict(self._of_questions()),
            **dict(self._of_choices()),
            **dict(self._of_costs()),
        }

    def _list_municipalities(self) -> str:
        names = self.named
        if len(names) == 1:
            return f"{names[0]} en [in te vullen: de andere gemeenten]"
        if len(names) <= MOST_NAMED:
            return join_words(names)
        return f"{', '.join(names[:FIRST_NAMED])} en {len(names) - FIRST_NAMED} andere"

    def _of_questions(self) -> Iterator[tuple[str, str]]:
        for name, question in self.outcome.content.context.items():
            given = self.assessment.context.get(name)
            if question.kind == "named-choice":
                body = given if isinstance(given, NamedChoice) and not _says_nothing(question, given.kind) else None
                yield name, self._in_texts[name] if body and body.name else ""
                yield f"{name}{ALSO}", lower_article(body.also) if body else ""
                yield BESTUUR, self._in_texts[BESTUUR] if body else ""
            elif question.kind == "dated-choices":
                yield from self._of_money(name, question, given)
            elif (seen := self.outcome.facts.context(name)) is not None and seen is not HIDDEN:
                yield name, self._of_answers(name, question, seen)

    def _of_answers(self, name: str, question: ContextQuestion, seen: object) -> str:
        """What was answered, in the words of papers, in the order of the menus."""
        if not isinstance(seen, str | frozenset):
            return ""
        given, words = {seen} if isinstance(seen, str) else seen, self._papers.words.get(name, {})
        told = [
            words.get(answer, entry.label)
            for answer, entry in question.answers.items()
            if answer in given and not _says_nothing(question, answer)
        ]
        return join_words(filter(None, told)) if any(told) else ""

    def _of_money(self, name: str, question: ContextQuestion, given: object) -> Iterator[tuple[str, str]]:
        """Until when money is certain: each source, and all that is certain still."""
        dated = [one for one in given if isinstance(one, DatedChoice) and one.until] if isinstance(given, tuple) else []
        live = [one for one in dated if one.source in question.answers and (one.until or 0) >= self.outcome.on.year]
        for one in dated:
            yield f"{'' if one in live else PAST}{name}-{one.source}", str(one.until)
        labels = [f"{one.until} ({question.answers[one.source].label})" for one in live]
        yield name, str(live[0].until) if len(live) == 1 else join_words(labels) if live else ""

    def _of_costs(self) -> Iterator[tuple[str, str]]:
        yield "deze-gemeente", self._municipality
        if self.assessment.costs is not None:
            from poolwijzer.report.papers.money import cost_fields  # only for who gives figures

            yield from cost_fields(self.outcome, self._municipality)

    def _of_choices(self) -> Iterator[tuple[str, str]]:
        facts = self.outcome.facts
        for name, component in self.outcome.content.components.items():
            choice = self.assessment.choices.get(name)
            chosen = facts.chosen_in(name)
            titles = list(map(self.title, chosen))
            yield f"{CHOICE}{name}", "; ".join([*titles, *(choice.other if choice else ())])
            for group in component.groups:
                of_group = [self.title(one) for one in chosen if component.options[one].group == group]
                yield f"{CHOICE}{group}", join_words(map(inside_sentence, of_group)) if of_group else ""


def fields_of(text: str) -> list[str]:
    """The fields of a text, without the forms of verbs."""
    return [found["name"] for found in PLACEHOLDER.finditer(text) if found["name"]]


def _count(number: int) -> str:
    """How many, in words as far as these are short; nothing where it is too few to be all of them."""
    return "" if number < 2 else _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _says_nothing(question: ContextQuestion, answer: str) -> bool:
    """Whether an answer is no answer: not known, or none of all."""
    entry = question.answers.get(answer)
    return entry is None or entry.unknown or entry.alone
