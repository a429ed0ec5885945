"""The numbers of a file, computed a second time from docs/methode.md and the menus alone.

Nothing of the program is imported. Words between asterisks are the paragraphs of that page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.engine.read_again import CONTEXT, RETIRED, STATEMENTS, TYPOLOGY, Respondent, known, municipalities, who_count
from tests.engine.van_der_eijk import agreement

AXES, PRIVACY, DIVIDED = TYPOLOGY["axes"], TYPOLOGY["privacy"], TYPOLOGY["divided"]
LOWEST, HIGHEST = Fraction(TYPOLOGY["scale"]["lowest"]), Fraction(TYPOLOGY["scale"]["highest"])
MIDDLE = (LOWEST + HIGHEST) / 2
SHORT = {statement for statement, about in STATEMENTS.items() if about.get("short")}
SCORED = {statement for statement, about in STATEMENTS.items() if "axis" in about}
NEW = {statement for statement, about in STATEMENTS.items() if "added" in about}
MOVED = STATEMENTS.keys() - SCORED - NEW
HOLDING = {
    (question, answer): rule["holds_down"]
    for question, about in CONTEXT.items()
    for answer, rule in about.get("answers", {}).items()
    if "holds_down" in rule
}
STATUSES = ("onbekend", "voorlopig", "definitief")


def exact(number: object) -> Fraction:
    return Fraction(str(number))


def mean(values: Iterable[Fraction]) -> Fraction:
    listed = list(values)
    return sum(listed, Fraction(0)) / len(listed)


def count(statement: str, answer: Any) -> Fraction | None:
    """*Telt als*."""
    value = known(answer)
    if value is None:
        return None
    return LOWEST + HIGHEST - value if STATEMENTS[statement].get("reversed") else exact(value)


def weighed(values: dict[str, Fraction]) -> dict[str, Fraction]:
    """*Score*: what each statement contributes; the sum is the score."""
    weights = {statement: exact(STATEMENTS[statement].get("weight", 1)) for statement in values}
    return {s: weights[s] * value / sum(weights.values()) for s, value in values.items()}


def score_of(values: dict[str, Fraction]) -> Fraction:
    return sum(weighed(values).values(), Fraction(0))


def sides(score: Fraction) -> set[str]:
    """*Plekken in beeld*: the sides of an axis that are in play."""
    low, high = (exact(TYPOLOGY["bands"][bound]) for bound in ("low_below", "high_above"))
    return {"laag"} if score < low else {"hoog"} if score > high else {"laag", "hoog"}


def nearest_side(score: Fraction) -> set[str]:
    return {"laag"} if score < MIDDLE else {"hoog"} if score > MIDDLE else set()


@dataclass(frozen=True)
class Counted:
    """A statement as it counts; the value is None where it is open."""

    value: Fraction | None
    low: Fraction
    high: Fraction
    joint: bool


@dataclass(frozen=True)
class Axis:
    score: Fraction | None
    low: Fraction
    high: Fraction
    coverage: Fraction
    municipality_coverage: Fraction | None
    status: str
    estimated: bool
    divided: bool


@dataclass(frozen=True)
class Measured:
    """One measurement: the file itself, or an earlier one in it."""

    part: dict[str, Any]
    listed: list[str]

    @cached_property
    def respondents(self) -> list[Respondent]:
        return who_count(self.part, self.listed)

    @cached_property
    def fixed(self) -> dict[str, Fraction]:
        """*Geen verband*: the axes with a fixed score."""
        context, absent = self.part.get("context", {}), {axis: about.get("absent") for axis, about in AXES.items()}
        chosen = {key: answer["kind"] if isinstance(answer, dict) else answer for key, answer in context.items()}
        holds = {a: one for a, one in absent.items() if one and chosen.get(one["when"]["context"]) == one["when"]["is"]}
        return {axis: exact(one["score"]) for axis, one in holds.items()}

    @cached_property
    def given(self) -> list[dict[str, Any]]:
        return [self.part.get("answers", {}), *(one.answers for one in self.respondents)]

    @property
    def questions(self) -> str:
        """*Welke stellingen*: the list."""
        answered = {s for answers in self.given for s, answer in answers.items() if known(answer) is not None}
        return str(self.part.get("questions", "volledig" if answered & SCORED - SHORT else "kort"))

    @cached_property
    def asked(self) -> set[str]:
        """*Welke stellingen*: those on the list, and whatever got something beside it."""
        listed = SCORED if self.questions == "volledig" else SHORT
        return SCORED & listed.union(*self.given, self.implied)

    @cached_property
    def implied(self) -> dict[str, Fraction]:
        """*Wat al vastligt*: what was done shows the wish, where nobody answered that."""
        found = {}
        for statement, rule in ((s, about["implied_by"]) for s, about in STATEMENTS.items() if "implied_by" in about):
            done = self._counted(rule["statement"]).value
            if self._counted(statement).value is None and done is not None and done >= rule["at_least"]:
                found[statement] = exact(rule["at_least"])
        return found

    @cached_property
    def older(self) -> bool:
        """*Oude bestanden*: something was answered that is not asked any more or does not count, and nothing new."""
        sheets = [self.part.get("answers", {}), *(one.get("answers", {}) for one in self.part.get("responses", []))]
        given = {s for sheet in sheets for s, a in sheet.items() if (a.get("value") if isinstance(a, dict) else a)}
        return bool(given & (MOVED | RETIRED)) and not given & NEW

    @cached_property
    def held(self) -> dict[str, Any] | None:
        """*Een gemeente die niet kan ontbreken*."""
        context = self.part.get("context", {}).items()
        return next((HOLDING[pair] for pair in context if isinstance(pair[1], str) and pair in HOLDING), None)

    def asked_on(self, axis: str, kind: str | None = None) -> list[str]:
        """What was asked on an axis, of all or of one kind; nothing counts where the score is fixed."""
        counting = [s for s in STATEMENTS if s in self.asked and axis not in self.fixed]
        on_axis = [s for s in counting if STATEMENTS[s].get("axis") == axis]
        return [s for s in on_axis if kind is None or kind in STATEMENTS[s]["asked_of"]]

    def organisations(self, kind: str) -> set[str]:
        return {one.organisation for one in self.respondents if one.kind == kind}

    @cached_property
    def said(self) -> dict[tuple[str, str], dict[str, Fraction]]:
        """*Veel respondenten*, 2 and 3: by statement and kind, what each organisation says."""
        found: dict[tuple[str, str], dict[str, list[tuple[Respondent, Fraction]]]] = {}
        for one in self.respondents:
            for statement, answer in one.answers.items():
                if (value := count(statement, answer)) is not None:
                    group = found.setdefault((statement, one.kind), {})
                    group.setdefault(one.organisation, []).append((one, value))
        return {key: {name: _one_answer(group) for name, group in groups.items()} for key, groups in found.items()}

    @cached_property
    def counted(self) -> dict[str, Counted]:
        implied = {statement: Counted(value, value, value, joint=True) for statement, value in self.implied.items()}
        return {statement: self._counted(statement) for statement in STATEMENTS} | implied

    def _counted(self, statement: str) -> Counted:
        """*Veel respondenten*, 1, 4 and 5."""
        together = count(statement, self.part.get("answers", {}).get(statement))
        if together is not None:
            return Counted(together, together, together, joint=True)
        means, ends = [], []
        for kind in STATEMENTS[statement]["asked_of"]:
            said = list(self.said.get((statement, kind), {}).values())
            size = len(self.listed) if kind == "gemeente" and self.listed else len(self.organisations(kind))
            silent = max(1, size) - len(said)
            means += [mean(said)] if said else []
            ends.append([mean([*said, *[end] * silent]) for end in (LOWEST, HIGHEST)])
        low, high = (mean(end) for end in zip(*ends, strict=True))
        return Counted(mean(means) if means else None, low, high, joint=False)

    def values(self, axis: str) -> dict[str, Fraction]:
        return {s: value for s in self.asked_on(axis) if (value := self.counted[s].value) is not None}

    def answered_apart(self, axis: str) -> set[str] | None:
        """*Dekking*: the municipalities that answered on an axis; None where nothing that was given apart counts."""
        theirs = self.asked_on(axis, "gemeente")
        counts = any(self.counted[s].value is not None and not self.counted[s].joint for s in theirs)
        if not counts or not any(kind == "gemeente" for _, kind in self.said):
            return None
        return {municipality for s in theirs for municipality in self.said.get((s, "gemeente"), {})}

    @cached_property
    def axes(self) -> dict[str, Axis]:
        return {axis: self._axis(axis) for axis in AXES}

    def _axis(self, axis: str) -> Axis:
        """*Dekking*, and what follows from it."""
        if axis in self.fixed:
            value = self.fixed[axis]
            return Axis(value, value, value, Fraction(1), None, "definitief", estimated=False, divided=False)
        asked, answered, apart = self.asked_on(axis), self.values(axis), self.answered_apart(axis)
        coverage = Fraction(len(answered), len(asked))
        of_municipalities = None if apart is None or not self.listed else Fraction(len(apart), len(self.listed))
        whole = {STATEMENTS[s]["facet"] for s in asked} == {STATEMENTS[s]["facet"] for s in answered}
        definitive, provisional = (exact(TYPOLOGY["coverage"][bound]) for bound in ("definitive", "provisional"))
        least = coverage if of_municipalities is None else min(coverage, of_municipalities)
        sure = least >= definitive and whole and (self.listed or apart is None)
        sure = sure and not (self.older and NEW.intersection(asked)) and not (self.held and self.held["axis"] == axis)
        status = "onbekend" if least < provisional else "definitief" if sure else "voorlopig"
        score, estimate = None if least < provisional else score_of(answered), self.part.get("estimate", {}).get(axis)
        low, high = (score_of({s: getattr(self.counted[s], end) for s in asked}) for end in ("low", "high"))
        if estimated := score is None and estimate is not None:
            score, low, high, status = exact(estimate), LOWEST, HIGHEST, "voorlopig"
        return Axis(score, low, high, coverage, of_municipalities, status, estimated, self.divided(axis))

    def own_scores(self, axis: str) -> dict[str, Fraction]:
        """*Eigen plek van een gemeente*."""
        theirs, found = [s for s in self.asked_on(axis, "gemeente") if s not in self.implied], {}
        for municipality in self.organisations("gemeente"):
            said = {s: self.said.get((s, "gemeente"), {}).get(municipality) for s in theirs}
            own = {s: value for s, value in said.items() if value is not None}
            if own and Fraction(len(own), len(theirs)) >= exact(PRIVACY["own_mark_coverage"]):
                found[municipality] = score_of(own)
        return found

    def divided(self, axis: str) -> bool:
        """*Verdeeld*."""
        at = [sides(score) for score in self.own_scores(axis).values()]
        shares = [(at.count({"hoog"}), DIVIDED["high_share"]), (at.count({"laag"}), DIVIDED["low_share"])]
        enough = len(at) >= DIVIDED["municipalities"]
        return enough and all(Fraction(number, len(at)) >= exact(share) for number, share in shares)

    def places(self, sides_of: Callable[[Fraction], set[str]]) -> set[str]:
        """*Plekken in beeld*: with `sides` those in play, with `nearest_side` the nearest."""
        at = {axis: sides_of(about.score) for axis, about in self.axes.items() if about.score is not None}
        if len(at) < len(AXES):
            return set()
        if self.held and sides_of is sides and not self.held.get("unless_high"):
            at[self.held["axis"]] = at[self.held["axis"]] | {"laag"}
        quadrants = {name: about["place"] for name, about in TYPOLOGY["quadrants"].items()}
        return {name for name, place in quadrants.items() if all(place[axis] in at[axis] for axis in place)}

    @property
    def status(self) -> str:
        return min((axis.status for axis in self.axes.values()), key=STATUSES.index)

    def agreement(self, statement: str) -> Fraction | None:
        """*Eensgezind*: of the hands, else of persons; None where it is not shown."""
        answer, enough = self.part.get("answers", {}).get(statement), PRIVACY["agreement_from"]
        hands = answer.get("votes") if isinstance(answer, dict) else None
        if hands and any(hands):
            chose = hands[: int(HIGHEST) - int(LOWEST) + 1]
            return agreement(chose) if sum(chose) >= enough else None
        persons = [one for one in self.respondents if one.kind == "gemeente" and known(one.answers.get(statement))]
        few = len({one.organisation for one in persons}) < PRIVACY["spread_from"] or len(persons) < enough
        given = [known(one.answers[statement]) for one in persons]
        return None if few else agreement([given.count(point) for point in range(int(LOWEST), int(HIGHEST) + 1)])


def _one_answer(given: list[tuple[Respondent, Fraction]]) -> Fraction:
    on_behalf = [(one.when, value) for one, value in given if one.on_behalf]
    return max(on_behalf)[1] if on_behalf else mean(value for _, value in given)


def measure(file: dict[str, Any]) -> list[Measured]:
    """Every measurement, the oldest first and the file itself, the newest, last."""
    earlier = sorted(file.get("measurements", []), key=lambda measurement: measurement["date"])
    return [Measured(part, municipalities(file)) for part in (*earlier, file)]


def change(axis: str, then: Measured, now: Measured) -> tuple[dict[str, Fraction], Fraction] | None:
    """*Verandering door de tijd*: `change` by statement, and `other`; None where one of the two has no score."""
    old, new, was, values = then.axes[axis], now.axes[axis], then.values(axis), now.values(axis)
    if old.score is None or new.score is None or then.older != now.older:
        return None
    both = set() if old.estimated or new.estimated else was.keys() & values.keys()
    found = weighed({statement: values[statement] - was[statement] for statement in both})
    return found, new.score - old.score - sum(found.values(), Fraction(0))
