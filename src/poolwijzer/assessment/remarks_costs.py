"""What the costs in a file say that then does nothing, or does not fit what else the file says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from poolwijzer.assessment.costs import Amounts, Costs, Key, KeyKind, Membership
from poolwijzer.assessment.mismatch import Loc, key_of
from poolwijzer.assessment.model import Assessment, DatedChoice
from poolwijzer.assessment.remark import Remark
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, euros
from poolwijzer.problems import quote

COSTS: Loc = ("costs",)
_CLASSES: dict[str, tuple[int, int | None]] = {
    "tot-100k": (0, 100_000),
    "tot-500k": (100_000, 500_000),
    "tot-1m": (500_000, 1_000_000),
    "meer": (1_000_000, None),
}
"""What the answers on how much money there is mean, in euros a year; menus of one's own can have others."""
_SETTLED = "Wat bij costs staat, telt."


def find_cost_remarks(assessment: Assessment, content: Content) -> Iterator[Remark]:
    """Everything of the costs that is worth saying and is not wrong."""
    costs = assessment.costs
    if costs is None:
        return
    yield from _members(costs)
    yield from _rises(costs)
    yield from _payers(costs, assessment)
    yield from _year_before(costs, assessment)
    if costs.key:
        yield from _key(costs.key, costs)
        yield from _other_key(costs.key.kind, assessment, content)
    for at, one in enumerate(costs.compare):
        if one in (costs.key, *costs.compare[:at]):
            message = "Deze sleutel staat er al, met dezelfde cijfers. Er is één vergelijking mee."
            yield Remark((*COSTS, "compare", at), message, "Haal deze weg.")
    yield from _money_there_is(costs, assessment, content)


def total_of(costs: Costs, year: int | None) -> Decimal:
    """What the posts of a year cost, without any rise."""
    return sum((_of_year(one.amount, year) for one in costs.posts), Decimal())


def _of_year(amount: Amounts, year: int | None) -> Decimal:
    return amount.get(year or 0, Decimal()) if isinstance(amount, dict) else amount


def _first(costs: Costs) -> int | None:
    return min(costs.years) if costs.years else None


def _members(costs: Costs) -> Iterator[Remark]:
    """From and until when somebody takes part, where that changes nothing or leaves it out altogether."""
    if costs.members and not costs.years:
        message = "Zonder years doet iedereen het hele jaar mee. Wat bij members staat, telt niet."
        yield Remark((*COSTS, "members"), message, "Zet de jaren in years, zoals years: [2027, 2028].")
        return
    for name, stay in costs.members.items():
        if said := _about_stay(name, stay, min(costs.years), max(costs.years)):
            yield Remark((*COSTS, "members", name), said, "Kijk from en until na.")


def _about_stay(name: str, stay: Membership, first: int, last: int) -> str:
    begin, end = date(first, 1, 1), date(last, 12, 31)
    if (stay.start and stay.start > end) or (stay.until and stay.until < begin):
        return f"{name} doet in geen van deze jaren mee, en betaalt dus niets."
    if (stay.start or begin) <= begin and (stay.until or end) >= end:
        return f"{name} doet alle jaren mee. Wat hier staat, verandert niets."
    return ""


def _rises(costs: Costs) -> Iterator[Remark]:
    """A yearly rise of what does not go on to another year, or has an amount for each."""
    own = [(index, one) for index, one in enumerate(costs.posts) if one.indexing is not None]
    risen = [one for one in costs.posts if one.indexing is None and not isinstance(one.amount, dict)]
    for index, one in own:
        loc = (*COSTS, "posts", index, "indexing")
        if isinstance(one.amount, dict):
            yield Remark(loc, f"{capitalise(one.what)} heeft een bedrag voor elk jaar. Dan telt indexing niet mee.")
        elif len(costs.years) < 2:
            yield Remark(loc, _ONE_YEAR, _MORE_YEARS)
    if costs.indexing and len(costs.years) < 2:
        yield Remark((*COSTS, "indexing"), _ONE_YEAR, _MORE_YEARS)
    elif costs.indexing and costs.posts and not risen:
        yield Remark(
            (*COSTS, "indexing"), "Elke post heeft een eigen stijging of eigen bedragen. Dan telt dit niet mee."
        )


_ONE_YEAR = "Kosten stijgen pas vanaf het tweede jaar. Nu telt indexing niet mee."
_MORE_YEARS = "Zet meer jaren in years."


def _payers(costs: Costs, assessment: Assessment) -> Iterator[Remark]:
    """Shares that leave nothing for the municipalities, or name one of them apart."""
    if costs.shares and "gemeenten" not in costs.shares and sum(costs.shares.values(), Fraction()) == 1:
        message = "De delen in shares zijn samen het geheel. De gemeenten betalen dus niets."
        yield Remark((*COSTS, "shares"), message, "Klopt dat niet? Verlaag een deel.")
    listed = {key_of(one.name) for one in assessment.initiative.municipalities} if costs.shares else set()
    for name in costs.shares:
        if key_of(name) in listed:
            message = f"{name} betaalt zo twee keer: een eigen deel, en mee met de gemeenten."
            yield Remark((*COSTS, "shares", name), message, "Klopt dat? Dan hoeft u niets te doen.")


def _year_before(costs: Costs, assessment: Assessment) -> Iterator[Remark]:
    before = costs.last_year
    if before is None:
        return
    here = (*COSTS, "last_year")
    first = _first(costs)
    if before.year is not None and first is not None and before.year >= first:
        message = f"Het vorige jaar is hier {before.year}, en de kosten beginnen in {first}."
        yield Remark((*here, "year"), message, "Kijk year en years na.")
    paid = sum(before.contributions.values(), Decimal())
    if before.amount is not None and paid > before.amount:
        message = f"De gemeenten betaalden samen {euros(paid)}, en het kostte {euros(before.amount)}."
        yield Remark((*here, "contributions"), message, "Kijk amount en contributions na.")
    listed = {key_of(one.name) for one in assessment.initiative.municipalities}
    for name in before.contributions:
        if listed and key_of(name) not in listed:
            message = (
                f"De gemeente {quote(name)} doet nu niet mee. Zij staat in de vergelijking met een bijdrage van nul."
            )
            yield Remark((*here, "contributions", name), message, "Doet zij wel mee? Zet haar in de lijst.")


def _key(key: Key, costs: Costs) -> Iterator[Remark]:
    """Figures of the key that do nothing, or more than their author may think."""
    here = (*COSTS, "key")
    weights = [one.weight for one in key.sizes]
    if weights != sorted(weights):
        message = "Een grotere gemeente telt hier lichter dan een kleinere."
        yield Remark((*here, "sizes"), message, "Klopt dat? Dan hoeft u niets te doen.")
    if key.base == 1 and (key.sizes or key.weights):
        word = "sizes" if key.sizes else "weights"
        message = f"Iedereen betaalt alles in gelijke delen, want base is 100%. Dan telt {word} niet mee."
        yield Remark((*here, word), message, "Verlaag base, of haal dit weg.")
    for word, given in (("weights", key.weights), ("days", key.days), ("use", key.use)):
        numbers = given.values() if isinstance(given, dict) else [given]
        if given not in (None, {}) and not any(numbers):
            yield Remark((*here, word), "Hier staat alleen nul. Dan is er niets te verdelen.", "Vul een getal in.")
    for year in costs.years or (None,):
        total = total_of(costs, year)
        when = f" in {year}" if year else ""
        asked = sum((one.amount for one in key.assignments if one.year in (None, year)), Decimal())
        if costs.posts and asked > total:
            message = f"De opdrachten kosten samen {euros(asked)}{when}, en de posten {euros(total)}."
            hint = "Elke gemeente betaalt zo minder dan haar opdracht kost. Kijk posts en assignments na."
            yield Remark((*here, "assignments"), message, hint)
            break
        worth = Fraction(key.price or 0) * sum(key.hours.values(), Fraction())
        if worth > total and costs.posts:
            message = f"De uren zijn samen meer waard dan het kost{when}: {euros(total)}."
            yield Remark((*here, "hours"), message, "Zet de waarde van die uren ook bij posts, of kijk price na.")
            break


def _other_key(kind: KeyKind, assessment: Assessment, content: Content) -> Iterator[Remark]:
    """Another key than the group chose on the menu card."""
    options = assessment.chosen()
    chosen = [name for name in get_args(KeyKind) if name in options]
    if chosen and kind not in chosen and kind in content.options:
        message = f"De groep koos {quote(chosen[0])}, en hier staat {quote(kind)}. {_SETTLED}"
        yield Remark((*COSTS, "key"), message, "Kijk choices en costs na.")


def _money_there_is(costs: Costs, assessment: Assessment, content: Content) -> Iterator[Remark]:
    """Costs beside what was answered to the questions about money."""
    size, total = assessment.context.get("omvang"), total_of(costs, _first(costs))
    low, high = _CLASSES.get(size, (0, None)) if isinstance(size, str) else (0, None)
    if total and (total < low or (high is not None and total > high)):
        question = content.context.get("omvang")
        label = question.answers[size].label if question and size in question.answers else size
        message = f"Bij de vraag hoeveel geld er is, staat {quote(str(label))}. De posten zijn samen {euros(total)}."
        yield Remark((*COSTS, "posts"), f"{message} {_SETTLED}", "Kijk context.omvang na.")
    certain = assessment.context.get("geld")
    for one in certain if isinstance(certain, tuple) else ():
        payer = one.source if isinstance(one, DatedChoice) else ""
        until = one.until if isinstance(one, DatedChoice) else None
        if payer in costs.shares and until is not None and costs.years and max(costs.years) > until:
            message = (
                f"Het geld van {payer} is zeker tot en met {until}, en hier gaat het tot en met {max(costs.years)}."
            )
            yield Remark((*COSTS, "shares", payer), message, "Reken ook uit wat er gebeurt als het stopt.")
