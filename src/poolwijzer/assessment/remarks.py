"""What a file says and what then does not count, or counts otherwise than its author may think."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from poolwijzer.assessment.answer import UNKNOWN, Answers
from poolwijzer.assessment.counts import differing
from poolwijzer.assessment.earlier_menus import find_change, list_missing
from poolwijzer.assessment.mismatch import Loc
from poolwijzer.assessment.model import Assessment, Measurement, NamedChoice, Response
from poolwijzer.assessment.remark import Remark
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ASKED_WORDS, AskedOf
from poolwijzer.dutch import capitalise, count_things, join_words, may_be_one_or_more
from poolwijzer.problems import quote

NO_LIST = "Er is geen lijst van gemeenten. Van hoeveel gemeenten nog niets bekend is, is niet te zeggen."
HOW_TO_LIST = "Noem in initiative.municipalities alle gemeenten die meedoen."


def find_remarks(assessment: Assessment, content: Content) -> Iterator[Remark]:
    """What is worth saying about a file that can be used."""
    yield from _without_list(assessment)
    yield from _older_questions(assessment, content)
    yield from _asked_no_more(assessment, content)
    yield from _other_number(assessment)
    moments: list[tuple[Loc, Assessment | Measurement]] = [((), assessment)]
    moments += [(("measurements", index), earlier) for index, earlier in enumerate(assessment.measurements)]
    for loc, moment in moments:
        if moment.responses:
            yield from _outside(moment.responses, loc, assessment)
            yield from _not_asked(moment.responses, loc, content)
            yield from _hands_of_one(moment.responses, loc)
        if more := _more_than_points(moment.answers):
            yield from against_hands(more, (*loc, "answers"), content)
            yield from _against_count(more, (*loc, "answers"), content)
        yield from _beside_nothing(moment, loc)
        yield from _one_or_more(moment, loc)
        yield from _second_of_none(moment, loc, content)
    if assessment.costs is not None:
        from poolwijzer.assessment.remarks_costs import find_cost_remarks  # only for who gives figures

        yield from find_cost_remarks(assessment, content)


def _more_than_points(answers: Answers) -> Answers:
    """The answers that are not simply a point of the scale or *weet niet*: counted, with hands, or none at all."""
    return {
        name: answer
        for name, answer in answers.items()
        if answer.value is None or answer.votes is not None or answer.of is not None
    }


def _older_questions(assessment: Assessment, content: Content) -> Iterator[Remark]:
    """A file with answers to the questions of before, of which some were replaced."""
    change = find_change(assessment, content)
    if change and change.old_file and list_missing(assessment, change, content):
        yield Remark(("answers",) if assessment.answers else _first_apart(assessment), change.old_file)


def _first_apart(assessment: Assessment) -> Loc:
    """Where the first answer stands that somebody gave apart; in a table that is its cell."""
    answered = ((index, name) for index, one in enumerate(assessment.responses) for name in one.answers)
    return next((("responses", index, "answers", name) for index, name in answered), ("responses",))


def _asked_no_more(assessment: Assessment, content: Content) -> Iterator[Remark]:
    """Answers to statements that are asked no more, each statement once."""
    apart = ((("responses", index, "answers"), one.answers) for index, one in enumerate(assessment.responses))
    places: Iterator[tuple[Loc, Answers]] = chain([(("answers",), assessment.answers)], apart)
    found: dict[str, Loc] = {}
    retired = content.retired.keys()
    for loc, answers in places:
        if not retired.isdisjoint(answers):
            for name in answers.keys() & retired:
                found.setdefault(name, (*loc, name))
    for name in (name for name in content.retired if name in found):
        message = f"{name} wordt niet meer gevraagd. Het antwoord blijft in het bestand staan, maar telt niet mee."
        yield Remark(found[name], message, content.retired[name].instead)


def _one_or_more(moment: Assessment | Measurement, loc: Loc) -> Iterator[Remark]:
    """A body of which the name does not tell whether it is one organisation, and the file does not either."""
    for name, answer in moment.context.items():
        if isinstance(answer, NamedChoice) and answer.number is None and may_be_one_or_more(answer.name):
            number = "meervoud" if answer.plural else "enkelvoud"
            message = f"Is {quote(answer.name)} één organisatie? Dat is aan de naam niet te zien. Nu geldt: {number}."
            hint = "Schrijf number: enkelvoud of number: meervoud achter de naam. Dan kloppen de werkwoorden."
            yield Remark((*loc, "context", name, "name"), message, hint)


def _second_of_none(moment: Assessment | Measurement, loc: Loc, content: Content) -> Iterator[Remark]:
    """A second body where the file says that there is none."""
    for name, answer in moment.context.items():
        if not isinstance(answer, NamedChoice) or not answer.also or name not in content.context:
            continue
        known = content.context[name].answers.get(answer.kind)
        if known and known.alone:
            message = f"{quote(answer.also)} komt nergens in het verslag, want bij kind staat {quote(answer.kind)}."
            yield Remark((*loc, "context", name, "also"), message, "Kies bij kind de samenwerking die het meeste doet.")


def _without_list(assessment: Assessment) -> Iterator[Remark]:
    if assessment.initiative.municipalities:
        return
    joint = {name for name, answer in assessment.answers.items() if answer.known is not None}
    for index, response in enumerate(assessment.responses):
        apart = {name for name, answer in response.answers.items() if answer.known is not None} - joint
        if response.organisation.kind == "gemeente" and apart:
            yield Remark(("responses", index), f"{NO_LIST} De plek is daarom hooguit voorlopig.", HOW_TO_LIST)
            return


def _outside(responses: tuple[Response, ...], loc: Loc, assessment: Assessment) -> Iterator[Remark]:
    """Municipalities that answered and are not in the list: none of their answers counts."""
    listed = {one.name for one in assessment.initiative.municipalities}
    outside: dict[str, list[int]] = {}
    for index, response in enumerate(responses):
        if listed and response.organisation.kind == "gemeente" and response.organisation.name not in listed:
            outside.setdefault(response.organisation.name, []).append(index)
    for name, rows in outside.items():
        people = count_things(len(rows), "respondent", "respondenten")
        verb = "telt" if len(rows) == 1 else "tellen"
        message = (
            f"De gemeente {quote(name)} staat niet in initiative.municipalities. {people} van daar {verb} niet mee."
        )
        hint = f"Doet {name} mee? Zet de naam dan in de lijst."
        shared = f"Van een gemeente die niet in initiative.municipalities staat: {people} {verb} niet mee."
        yield Remark((*loc, "responses", rows[0], "organisation", "name"), message, hint, shared)


def _not_asked(responses: tuple[Response, ...], loc: Loc, content: Content) -> Iterator[Remark]:
    """Answers to statements that are not asked of who gave them; said once for each kind of respondent."""
    found: dict[AskedOf, dict[str, list[int]]] = {}
    of_others = {
        kind: {name for name, statement in content.statements.items() if kind not in statement.asked_of}
        for kind in ASKED_WORDS
    }
    for index, response in enumerate(responses):
        kind = response.organisation.kind
        if of_others[kind].isdisjoint(response.answers):
            continue  # as nearly all, and there may be very many
        for name, answer in response.answers.items():
            if answer.given and name in of_others[kind]:
                found.setdefault(kind, {}).setdefault(name, []).append(index)
    for kind, names in found.items():
        number = sum(map(len, names.values()))
        shown = join_words([quote(name) for name in names], "en")
        statements = f"De stelling {shown} wordt" if len(names) == 1 else f"De stellingen {shown} worden"
        answers = "Dit antwoord telt" if number == 1 else f"Deze {number} antwoorden tellen"
        name, rows = next(iter(names.items()))
        hint = (
            "Antwoordde de bestaande samenwerking? Schrijf dan organisation.kind: verband."
            if kind == "gemeente"
            else ""
        )
        message = f"{statements} niet aan {ASKED_WORDS[kind]} gevraagd. {answers} niet mee."
        yield Remark((*loc, "responses", rows[0], "answers", name), message, hint)


def _hands_of_one(responses: tuple[Response, ...], loc: Loc) -> Iterator[Remark]:
    """Hands at the answer of a single respondent: they were counted in a group, and count nowhere here."""
    for index, response in enumerate(responses):
        for name, answer in response.answers.items():
            if answer.votes is not None:
                message = "Handen horen bij een antwoord van de groep. Bij een respondent tellen zij niet mee."
                yield Remark((*loc, "responses", index, "answers", name), message, "Zet ze onder answers.")
                return


def against_hands(answers: Answers, loc: Loc, content: Content) -> Iterator[Remark]:
    """Answers for which no hand was raised, or where most hands were raised for another."""
    points = content.typology.scale.points()
    for name, answer in answers.items():
        raised = answer.hands(len(points))
        if answer.known is None or raised is None or answer.known not in points:
            continue
        hands = (*raised.counts, raised.unknown)
        for_it, fullest = hands[answer.known - points[0]], max(hands)
        if for_it == 0 or (fullest * 2 > raised.total and for_it < fullest):
            counted = ", ".join(
                f"{n} voor antwoord {one}" for one, n in zip((*points, UNKNOWN), hands, strict=True) if n
            )
            message = f"Het antwoord {quote(answer.known)} past niet bij de handen: {counted}. Het antwoord telt."
            hint = "Is dit wat de groep afsprak? Dan hoeft u niets te doen."
            yield Remark((*loc, name), message, hint)


def _against_count(answers: Answers, loc: Loc, content: Content) -> Iterator[Remark]:
    """Answers whose point is another than the one for the municipalities that were counted."""
    for name, answer, point in differing(answers, content):
        message = f"Het antwoord {quote(answer.known)} past niet bij {answer.yes} van de {answer.of}: dat is {point}."
        yield Remark((*loc, name), f"{message} Het antwoord telt.", "Haal value weg, of haal of en yes weg.")


def _other_number(assessment: Assessment) -> Iterator[Remark]:
    """Counts of more or fewer municipalities than there are in the list, said once."""
    listed = assessment.number_of_municipalities
    found = [name for name, answer in assessment.answers.items() if listed and answer.of not in (None, listed)]
    if found:
        counted = count_things(assessment.answers[found[0]].of or 0, "gemeente", "gemeenten")
        more = f" Dat geldt voor {len(found)} antwoorden." if len(found) > 1 else ""
        message = f"Hier is over {counted} geteld; in de lijst staan er {listed}.{more} Wat er staat, telt."
        yield Remark(("answers", found[0]), message, "Klopt het nog? Loop deze antwoorden na.")


def _beside_nothing(moment: Assessment | Measurement, loc: Loc) -> Iterator[Remark]:
    """Hands and notes without an answer, said once."""
    open_ones: list[Loc] = [(*loc, "answers", name) for name, answer in moment.answers.items() if answer.value is None]
    for index, response in enumerate(moment.responses):
        there = (*loc, "responses", index, "answers")
        open_ones += [(*there, name) for name, answer in response.answers.items() if answer.value is None]
    if open_ones:
        what = "hebben handen of een toelichting" if len(open_ones) > 1 else "heeft handen of een toelichting"
        message = f"{count_things(len(open_ones), 'stelling', 'stellingen')} {what}, maar geen antwoord."
        yield Remark(open_ones[0], f"{capitalise(message)} Dat telt als niet beantwoord.")
