"""The fixed Dutch words of a report: places, levels, verdicts, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import MONTHS, capitalise, count_things, join_words, long_date, number
from poolwijzer.engine.anonymous import Uncounted
from poolwijzer.engine.months import PlanSpan
from poolwijzer.engine.placement import level_of
from poolwijzer.engine.respondents import Mode
from poolwijzer.engine.results import VERDICTS, AxisPlacement, Placement, Verdict
from poolwijzer.engine.verdicts import PLACE_COUNTS, OptionJudgement
from poolwijzer.problems import quote
from poolwijzer.report.advice import OptionAdvice

VERDICT_WORDS: dict[Verdict, str] = {
    "past-goed": "past goed",
    "kan": "kan",
    "nog-niet-te-zeggen": "nog niet te zeggen",
    "minder-passend": "nu minder passend",
}
IMPOSSIBLE = "kan nu niet"
OUTCOMES: tuple[tuple[Verdict, bool], ...] = (*((verdict, False) for verdict in VERDICTS), ("minder-passend", True))
"""Every verdict, with whether the option is impossible, the best first."""
VERDICT_SENTENCES: dict[Verdict, str] = {
    "past-goed": "In uw situatie spreekt er duidelijk meer voor dan tegen.",
    "kan": "Wat ervoor en ertegen spreekt, weegt ongeveer even zwaar.",
    "nog-niet-te-zeggen": "Er is nog geen reden voor of tegen bekend.",
    "minder-passend": "Er spreekt nu meer tegen dan voor.",
}
UNCOUNTED = ("past", "plek")
"""What is told of an option and decides nothing."""
NOTHING_SPEAKS = "Er spreekt niets voor en niets tegen."
ONLY_THE_PLACE = "Alleen de plek spreekt {}. Die beslist nooit alleen."
STANDING_WORDS = {"gekozen": "gekozen", "overwogen": "overwogen", None: ""}
FINDING_WORDS = {
    "conflict": "Gaat niet samen",
    "mist": "Er ontbreekt iets",
    "wringt": "Wringt",
    "aandacht": "Let op",
    "leeg": "Nog open",
    "versterkt": "Versterkt elkaar",
}
STATUS_WORDS = {
    "definitief": "Genoeg antwoorden",
    "voorlopig": "Voorlopig",
    "onbekend": "Te weinig antwoorden voor een plek",
}
_AGREEMENT = {"eensgezind": Fraction(3, 5), "redelijk eensgezind": Fraction(1, 5), "verdeeld": Fraction(-1, 5)}
"""From which agreement on each word holds; under the last there are two camps."""
SIGNAL_WORDS = {"succesfactor": "succesfactor", "valkuil": "voorkomt een valkuil", "advies": "advies uit de praktijk"}


def verdict_words(verdict: Verdict, excluded: bool) -> str:
    """A verdict as a reader sees it."""
    return IMPOSSIBLE if excluded else VERDICT_WORDS[verdict]


def verdict_sentence(option: OptionJudgement) -> str:
    """A verdict in a sentence; what is impossible has its reason for that."""
    if option.excluded:
        return ""
    if option.verdict == "kan" and not (option.reasons_for or option.reasons_against):
        if option.place_effect:
            return ONLY_THE_PLACE.format("ervoor" if option.place_effect > 0 else "ertegen")
        return NOTHING_SPEAKS if option.undisputed else VERDICT_SENTENCES["nog-niet-te-zeggen"]
    return VERDICT_SENTENCES[option.verdict]


def leading_words(option: OptionAdvice) -> str:
    """What decided a verdict, in a line: the first reason that counts, else what the verdict says."""
    first = option.reasons[0]
    return option.explanation if first.effect in UNCOUNTED and option.explanation else first.text


def place_sentence(effect: Fraction, placement: Placement) -> str:
    """What the place says of an option."""
    if not placement.in_play:
        return "De plek is nog niet bekend. Daarom telt die niet mee."
    if not effect:
        return "De plek zegt hier niets over."
    much = "een halve reden" if abs(effect) == PLACE_COUNTS else "minder dan een halve reden"
    return f"De plek spreekt {'ervoor' if effect > 0 else 'ertegen'} ({much})."


def headline(placement: Placement, content: Content) -> str:
    """The place in words."""
    return places_title(placement.in_play, content)


def places_title(in_play: tuple[str, ...], content: Content) -> str:
    """The quadrants in play in words: one, between two, in the middle, or none yet."""
    titles = [content.typology.quadrants[name].title for name in in_play]
    if not titles:
        return "Nog geen plek"
    if len(titles) > 2:
        return capitalise(content.typology.middle.title)
    return titles[0] if len(titles) == 1 else f"Tussen twee plekken: {join_words(titles, 'en')}"


def then_at(in_play: tuple[str, ...], content: Content) -> str:
    """The quadrants in play, to end a sentence with: *dan …*."""
    title = places_title(in_play, content)
    if len(in_play) == 2:
        return f"staat het initiatief {title[0].lower()}{title[1:]}"
    return f"is de plek '{title}'"


def nearest(placement: Placement, content: Content) -> str:
    """On a border: the quadrant that is nearest, or that none is."""
    if len(placement.in_play) < 2:
        return ""
    if placement.nearest is None:
        return "Precies tussen twee plekken." if len(placement.in_play) == 2 else "Geen van de plekken is dichterbij."
    return f"Het dichtst bij: {content.typology.quadrants[placement.nearest].title}."


def certainty(placement: Placement, content: Content) -> str:
    """How sure the place is, and what that rests on."""
    answered, total = count_answered(placement)
    verb = "is" if 1 in (answered, total) else "zijn"
    rests = f"{answered} van de {count_things(total, 'stelling', 'stellingen')} {verb} beantwoord."
    sentences = [f"{STATUS_WORDS[placement.status]}.", *([rests] if total else [])]
    sentences += [
        f"Op {place_title(axis, content)} ontbreekt een antwoord bij {join_words(facets(axis, place, content), 'en')}."
        for axis, place in placement.axes.items()
        if place.missing_facets and place.status == "voorlopig" and place.source == "antwoorden"
    ]
    if any(place.without_list for place in placement.axes.values()):
        sentences.append(
            "Er is geen lijst van gemeenten. Van hoeveel gemeenten nog niets bekend is, is niet te zeggen."
        )
    if placement.source == "eigen-inschatting":
        sentences.append(content.typology.own_estimate)
    return " ".join(sentences)


def count_answered(placement: Placement) -> tuple[int, int]:
    """How many statements were answered, and how many were asked, where the place rests on answers or on nothing."""
    asked = [place for place in placement.axes.values() if place.source == "antwoorden" or place.source is None]
    return sum(place.answered for place in asked), sum(place.asked for place in asked)


def place_title(axis: str, content: Content) -> str:
    """An axis in running text."""
    return content.typology.axes[axis].short.lower()


def facets(axis: str, place: AxisPlacement, content: Content) -> list[str]:
    """The facets without an answer, by their titles."""
    return [quote(content.typology.axes[axis].facets[facet]) for facet in place.missing_facets]


def who_waits(uncounted: Uncounted) -> Iterator[str]:
    """What an anonymous advice leaves out."""
    if uncounted.waiting:
        yield f"{capitalise(_latest(uncounted.waiting))} hier nog niet mee."
    for day, number_of in uncounted.before:
        yield f"Bij de meting van {long_date(day)}: {_latest(number_of)} niet mee."
    if uncounted.statements:
        where = count_things(len(uncounted.statements), "stelling", "stellingen")
        yield f"Bij {where} tellen er antwoorden niet mee. Anders was te zien wat iemand daarop antwoordde."
    if uncounted.dots:
        dots = "De ene stip vooraf staat" if uncounted.dots == 1 else f"De {uncounted.dots} stippen vooraf staan"
        yield f"{dots} er niet in: van zo weinig mensen is te zien wat iemand vond."


def _latest(number_of: int) -> str:
    return "het laatste antwoord telt" if number_of == 1 else f"de laatste {number_of} antwoorden tellen"


def who_is_missing(placement: Placement, assessment: Assessment, left_out: int, mode: Mode) -> Iterator[str]:
    """How many municipalities have not answered yet, where that is known, and how many answered that do not count.

    Args:
        placement: Where it stands.
        assessment: With the list and the respondents.
        left_out: How many respondents could not be used, and are not among these.
        mode: In an anonymous advice somebody who answered may have to wait.
    """
    number_of, counted = len(assessment.initiative.municipalities), assessment.counted()
    outside = len(assessment.responses) - len(counted)
    shares = [
        place.municipality_coverage for place in placement.axes.values() if place.municipality_coverage is not None
    ]
    if outside and not any(response.organisation.kind == "gemeente" for response in counted):
        shares.append(Fraction())
    absent = number_of - round(min(shares) * number_of) if shares else 0
    if absent > 0:
        if mode == "anonymous":
            what = f"{'telt' if absent == 1 else 'tellen'} hier nog niet mee"
        else:
            what = f"{'heeft' if absent == 1 else 'hebben'} nog niet geantwoord"
        yield f"{absent} van de {number_of} gemeenten {what}."
    if outside:
        come, count = ("komt", "Die telt") if outside == 1 else ("komen", "Die tellen")
        people = count_things(outside, "respondent", "respondenten")
        yield f"{people} {come} van een gemeente die niet in de lijst staat. {count} niet mee."
    if left_out:
        was, count = ("was", "Dat telt") if left_out == 1 else ("waren", "Die tellen")
        answers = "Het antwoord" if left_out == 1 else "De antwoorden"
        people = count_things(left_out, "respondent", "respondenten")
        yield f"{answers} van {people} {was} niet te gebruiken. {count} niet mee."


def level(place: AxisPlacement, content: Content) -> str:
    """The level on an axis in words."""
    return content.typology.levels[place.level] if place.level else "nog onbekend"


def level_at(score: Fraction, content: Content) -> str:
    """The level of a score in words."""
    return content.typology.levels[level_of(score, content)]


def span(low: Fraction, high: Fraction, content: Content) -> str:
    """From the lowest level to the highest: *nog laag tot wisselend*, or one word where it can only be that."""
    return " tot ".join(dict.fromkeys(level_at(score, content) for score in (low, high)))


def halves(value: Fraction) -> str:
    """A number on the answer scale, rounded to halves: more would suggest a precision that is not there."""
    return number(nearest_half(value))


def about(value: Fraction) -> str:
    """The same, which says so where it was rounded: beside a level 2,5 may be just under the bound."""
    return f"{'' if nearest_half(value) == value else 'ongeveer '}{number(nearest_half(value))}"


def nearest_half(value: Fraction) -> Fraction:
    """The nearest half on the answer scale; of two equally near the one farthest from zero."""
    rounded = Fraction(int(abs(value) * 2 + Fraction(1, 2)), 2)
    return -rounded if value < 0 else rounded


def agreed(agreement: Fraction) -> str:
    """How far people agree, in words, by Van der Eijk's measure from -1 to 1, which nobody can read."""
    return next((word for word, least in _AGREEMENT.items() if agreement >= least), "twee kampen")


def months(span: PlanSpan) -> str:
    """A span in months: `in maart 2027`, `tussen maart en mei 2027`."""
    first, last = span
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return f"in {end}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"tussen {MONTHS[first.month - 1]}{year} en {end}"
