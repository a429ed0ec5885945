"""Three questions that are enough for a first indication of who pays what: how much, who else, and by which key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from poolwijzer.assessment.costs import EVERYBODY, Costs, Key, KeyKind, Post
from poolwijzer.assessment.model import Assessment
from poolwijzer.dutch import count_things, euros, join_words, percentage, short_percentage
from poolwijzer.interview.commands import READ_ON_KEYS
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep, Refused, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.problems import Fault, quote
from poolwijzer.report.costs.words import key_title
from poolwijzer.report.model import Report
from poolwijzer.validation.amounts import read_money, read_share

PART = "kosten"
ALL_TOGETHER = "alles samen"
"""What the one post is called that stands for all of it."""
IN_THE_FILE = "Dit staat uitgewerkt in het bestand, meer dan hier past. Verander het daar, bij costs."
LEAST_TOTAL, LEAST_GIVEN = 1_000, 100
"""Euros a year; what is less was meant otherwise, and no budget of municipalities together."""
_BASES = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 2))
"""Parts to pick from that everybody pays alike; another one stands in the file."""
_IN_WORDS = {"helft": "1/2", "derde": "1/3", "kwart": "1/4", "twee derde": "2/3", "driekwart": "3/4"}
_PLAIN_KEYS = (
    Key(kind="gemeenten-naar-inwoners"),
    Key(kind="gelijke-delen"),
    *(Key(kind="vaste-basis-plus-opslag", base=base) for base in _BASES),
)
"""Keys to pick that need no other figures."""
_KINDS: frozenset[str] = frozenset(get_args(KeyKind))
_HOW = "Schrijf een naam met een deel of een bedrag, zoals: provincie 1/3, rijk € 400.000."
_BETWEEN = r"(\s*;\s*|,\s+|\s+en\s+|\s+plus\s+)"
_NUMBER = (
    r"(?:€ ?)?[0-9][0-9.,/]*(?:,-+)?(?: ?%|(?<=[0-9])(?:de|e)\b)?"
    r"(?: ?(?:duizend|ton|mln|miljoen|mld|miljard)\b\.?)?"
)
_GIVEN = rf"(?:\b(?:de |een )?(?P<word>{'|'.join(_IN_WORDS)})\b)|(?P<number>{_NUMBER})"
_ARTICLES = r"(?:van )?(?:de |het |een )?"


class Contribution(NamedTuple):
    """What one other gives: a part of all, or an amount."""

    payer: str
    share: Fraction | None
    amount: Decimal | None


def read_contributions(line: str) -> tuple[Contribution, ...]:
    """Who else pays, as people say it: `provincie 1/3, rijk € 400.000`.

    Raises:
        Refused: a piece says no name, or no part and no amount.
    """
    found = tuple(map(_read_one, _split(clean_line(line).rstrip(". "))))
    names = [one.payer for one in found]
    if double := next((name for name in names if names.count(name) > 1), ""):
        raise Refused(f"{quote(double)} staat er twee keer in. Tel het bij elkaar op.")
    return found


def _split(line: str) -> Iterator[str]:
    """The pieces, each up to its part or amount: a name may have *en* or a comma in it."""
    texts = re.split(_BETWEEN, line)
    piece = ""
    for text, between in zip_longest(texts[::2], texts[1::2], fillvalue=""):
        piece += text
        if re.search(_GIVEN, piece, re.IGNORECASE):
            yield piece
            piece = ""
        elif piece:
            piece += between
    if piece.strip(" ,;"):
        yield piece


def _read_one(piece: str) -> Contribution:
    given = re.search(_GIVEN, piece, re.IGNORECASE)
    if given is None:
        raise Refused(f"{quote(piece)} zegt niet hoeveel. {_HOW}")
    rest = f"{piece[: given.start()].strip()} {piece[given.end() :].strip()}".strip()
    payer = re.sub(rf"^{_ARTICLES}|\s*:$", "", rest, flags=re.IGNORECASE).strip(" :=-")
    if not payer or re.search("[0-9€%]", payer):
        raise Refused(f"{quote(piece)} is niet te lezen. {_HOW}")
    typed = _IN_WORDS[given["word"].lower()] if given["word"] else re.sub("(?<=[0-9])(de|e)$", "", given["number"])
    try:
        if "/" in typed or "%" in typed:
            return Contribution(payer, read_share(typed), None)
        amount = read_money(typed)
    except Fault as fault:
        raise Refused(f"{fault.message} {fault.hint}".strip()) from None
    if amount < LEAST_GIVEN:
        hint = f"Bedoelt u een deel? Schrijf dan {payer} {typed.removeprefix('0,')}%, met het procentteken."
        raise Refused(f"{euros(amount)} per jaar is wel heel weinig. {hint}")
    return Contribution(payer, None, amount)


class CostsStep(InterviewStep):
    """One of the questions about costs. Who has no time for them can go to them from the last page."""

    part = PART

    def __init__(self, outcome: Outcome, *, asked: bool) -> None:
        super().__init__(outcome)
        self.passed_by = not asked
        self.counts = asked
        self.costs = self.assessment.costs or Costs()

    def is_open(self, state: State) -> bool:
        return super().is_open(state) and bool(self.after or not self.passed_by)

    def with_costs(self, **parts: Any) -> Assessment:
        """The assessment with other costs; costs that say nothing are not there."""
        given = {name: getattr(self.costs, name) for name in self.costs.model_fields_set}
        try:
            costs = Costs.model_validate({**given, **parts})
        except ValidationError as wrong:
            fault = wrong.errors()[0].get("ctx", {}).get("error")
            raise Refused(f"{fault.message} {fault.hint}" if isinstance(fault, Fault) else _HOW) from None
        return self.assessment.model_copy(update={"costs": None if costs == Costs() else costs})


class CostsTotalStep(CostsStep):
    """What all of it costs in a year, roughly."""

    kind = "costs-total"
    title = "Hoeveel kost het samen per jaar, ongeveer?"
    lead = "Een ruw bedrag is genoeg, zoals € 400.000 of 1,6 miljoen."
    label = "Kosten per jaar"

    def __init__(self, outcome: Outcome, *, asked: bool) -> None:
        super().__init__(outcome, asked=asked)
        posts, assignments = self.costs.posts, self.costs.key.assignments if self.costs.key else ()
        self.one = len(posts) <= 1 and not any(isinstance(post.amount, dict) for post in posts)
        if posts and self.one:
            self.answer = euros(_plain(posts[0]))
        elif posts or assignments:
            from poolwijzer.costs.division import divide_costs

            total = divide_costs(self.costs, self.assessment.initiative).years[0].total
            where = count_things(len(posts), "post", "posten") if posts else "de opdrachten"
            self.answer, self.one = f"{euros(total)} ({where} in het bestand)", False

    def put_answer(self, value: object) -> Assessment:
        line = clean_line(value)
        if not self.one:
            raise Refused(IN_THE_FILE)
        if not line:
            return self.with_costs(posts=())
        try:
            amount = read_money(line)
        except Fault as fault:
            raise Refused(f"{fault.message} {fault.hint}".strip()) from None
        if amount < LEAST_TOTAL:
            hint = "Bedoelt u miljoen? Schrijf dan 1,6 miljoen. Weet u het nog niet? Laat het vak dan leeg."
            raise Refused(f"{euros(amount)} per jaar is wel heel weinig. {hint}")
        before = self.costs.posts[0] if self.costs.posts else Post(what=ALL_TOGETHER, amount=amount)
        return self.with_costs(posts=(before.model_copy(update={"amount": amount}),))


class CostsOthersStep(CostsStep):
    """Who else pays, and which part or how much."""

    kind = "costs-others"
    title = "Betaalt iemand anders mee?"
    lead = "Schrijf wie, met een deel of een bedrag: provincie 1/3, rijk € 400.000. Betaalt niemand mee? Laat het leeg."
    label = "Wie nog meer betaalt"
    after = "costs-total::"

    def __init__(self, outcome: Outcome, *, asked: bool) -> None:
        super().__init__(outcome, asked=asked)
        income = self.costs.income
        self.plain = not any(isinstance(one.amount, dict) or one.deduct_from != EVERYBODY for one in income)
        shares = [f"{name} {_share_words(share)}" for name, share in self.costs.shares.items()]
        amounts = [f"{one.source} {euros(one.amount)}" for one in income if isinstance(one.amount, Decimal)]
        told = ", ".join([*shares, *amounts])
        self.answer = (told if self.plain else "zie het bestand") or None

    def put_answer(self, value: object) -> Assessment:
        if not self.plain:
            raise Refused(IN_THE_FILE)
        found = read_contributions(clean_line(value))
        income = tuple({"from": one.payer, "amount": one.amount} for one in found if one.amount is not None)
        return self.with_costs(shares={one.payer: one.share for one in found if one.share is not None}, income=income)


class CostsKeyStep(CostsStep):
    """How the municipalities share what is theirs: the keys that need no more figures, and the one in the file."""

    kind = "costs-key"
    shape = "one"
    title = "Hoe verdelen de gemeenten hun deel?"
    label = "Verdeelsleutel"
    after = "costs-others::"
    explanation = (
        "Praat eerst over de bedoeling: betaalt u ook voor elkaar, of betaalt vooral wie er iets aan heeft? "
        "Hier staan de sleutels die geen andere cijfers vragen. Andere sleutels, zoals naar gebruik of in uren, "
        "schrijft u in het bestand bij costs.key."
    )

    def __init__(self, outcome: Outcome, *, asked: bool) -> None:
        super().__init__(outcome, asked=asked)
        worked_out = (*self.costs.compare, *([self.costs.key] if self.costs.key else ()))
        self.keys = {self._label(key): key for key in (*_PLAIN_KEYS, *worked_out)}
        self.answer = self._label(self.costs.key) if self.costs.key else None

    def _label(self, key: Key) -> str:
        title = key_title(key.kind, self.content)
        if key.kind != "vaste-basis-plus-opslag":
            return title
        return f"{title}: {percentage(key.base)} voor ieder gelijk" if key.base is not None else title

    def ask(self) -> InterviewQuestion:
        chosen = [name for choice in self.assessment.choices.values() for name in choice.options]
        titles = [
            self.content.options[name].title for name in chosen if name in _KINDS and name in self.content.options
        ]
        return replace(
            super().ask(),
            lead=f"Op de menukaart koos u: {join_words(titles)}." if titles else "",
            items=tuple(AnswerItem(sign, label, label) for sign, label in zip(ANSWER_KEYS, self.keys, strict=False)),
            chosen=(self.answer,) if self.answer else (),
            explanation=(self.explanation,),
        )

    def put_answer(self, value: object) -> Assessment:
        if value and (not isinstance(value, str) or value not in self.keys):
            raise Refused("Dit antwoord kan hier niet. Kies uit de lijst.")
        before, key = self.costs.key, self.keys[value] if isinstance(value, str) and value else None
        if key == before:
            return self.assessment
        # The figures of a key that was worked out in the file stay, to compare with and to come back to.
        compare = tuple(one for one in self.costs.compare if one != key)
        if before and before not in (*_PLAIN_KEYS, *compare):
            compare = (*compare, before)
        return self.with_costs(key=key, compare=compare) if compare != self.costs.compare else self.with_costs(key=key)


class CostsPage(PageStep):
    """Who pays what, as far as these answers tell."""

    kind = "costs-page"
    part = PART
    title = label = "Wie betaalt wat: een eerste indicatie"
    keys = READ_ON_KEYS
    after = "costs-key::"

    def __init__(self, outcome: Outcome, *, asked: bool) -> None:
        super().__init__(outcome)
        self.passed_by = not asked

    def is_open(self, state: State) -> bool:
        return self.after in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        from poolwijzer.report.costs.first_look import first_look

        return first_look(self.title, self.outcome, file)


def _plain(post: Post) -> Decimal:
    assert isinstance(post.amount, Decimal)
    return post.amount


def _share_words(share: Fraction) -> str:
    """A part as people write it: 1/3, but 10%."""
    return short_percentage(share) if (share * 1000).denominator == 1 else str(share)


def costs_steps(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    """The questions and what follows from them; who gives no amount is asked no more."""
    asked = route.full or route.everything or route.part == PART
    yield CostsTotalStep(outcome, asked=asked)
    costs = outcome.assessment.costs
    if costs and (costs.posts or (costs.key and costs.key.assignments)):
        yield CostsOthersStep(outcome, asked=asked)
        yield CostsKeyStep(outcome, asked=asked)
        yield CostsPage(outcome, asked=asked)
