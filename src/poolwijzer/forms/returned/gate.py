"""Whether what came in fits an initiative and the menus of now. What does not is refused with why, never guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import FORMAT, Assessment, QuestionList, Response
from poolwijzer.assessment.overdue import is_overdue
from poolwijzer.assessment.read import build_assessment
from poolwijzer.assessment.remarks import NO_LIST
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.forms.questionnaire import Questionnaire, make_questionnaire
from poolwijzer.forms.returned.arrivals import Counted, Received
from poolwijzer.forms.returned.edited import find_edited
from poolwijzer.forms.sent import KIND, SentAnswers
from poolwijzer.problems import InputError, Problem, at_most, did_you_mean, quote
from poolwijzer.validation import WHOLE, validate
from poolwijzer.yamlfile import Location
from poolwijzer.yamlfile.document import RESPONSES

MOST_TOLD = 3
"""Of what is wrong with the answers of one respondent: who gathers them can only ask for them again."""
ASK_AGAIN = "Vraag de afzender om het antwoordbestand zelf, als bijlage."
NEWER = "Dit is gemaakt met een nieuwere Poolwijzer."
INSTALL = "Installeer de nieuwste versie."


@dataclass
class Gate:
    """Takes what came in, one after the other, and remembers what was refused."""

    assessment: Assessment
    content: Content
    on: date
    received: list[Received] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    _remarks: list[Problem] = field(default_factory=list)
    _unknown: dict[str, list[str]] = field(default_factory=dict)
    """By the id of a statement the sources that have it."""
    _other_menus: dict[str, list[str]] = field(default_factory=dict)
    _later: list[str] = field(default_factory=list)
    _other_form: list[str] = field(default_factory=list)
    _forms: dict[tuple[AskedOf, QuestionList], Questionnaire] = field(default_factory=dict)

    def refuse(self, problems: Problem | Sequence[Problem]) -> None:
        """Remember what cannot be used."""
        self.refused += [problems] if isinstance(problems, Problem) else problems

    def remark(self, problems: Sequence[Problem]) -> None:
        """Remember what is worth saying."""
        self._remarks += [one for one in problems if not one.message.startswith(NO_LIST)]

    def take_sent(self, data: bytes, source: str, above: str = "") -> None:
        """Take the answers of a form.

        Args:
            data: The bytes of its JSON.
            source: The file, as messages call it.
            above: The lines for people that stood above it.
        """
        try:
            sent, place = self._read(data, source)
            response = self._as_of_now(sent, place)
        except InputError as error:
            self.refuse(at_most((_as_whole(one) for one in error.problems), MOST_TOLD))
            return
        delete_on = response.delete_on or sent.form.delete_on
        questions = response.questions or sent.form.questions
        response = response.model_copy(update={"delete_on": delete_on, "questions": questions})
        if self.take(Received(response, source)):
            self._compare_form(sent, source, above)

    def take(self, received: Received) -> bool:
        """Take the answers of one respondent, with ids of now; whether they fit."""
        response = received.response
        organisation = response.organisation
        listed = [one.name for one in self.assessment.initiative.municipalities]
        problem: Problem | None = None
        if is_overdue(response, self.on):
            assert response.delete_on is not None
            message = f"Dit antwoord had op {long_date(response.delete_on)} weg moeten zijn. Het is niet overgenomen."
            problem = received.problem(message, "Verwijder dit bestand.")
        elif organisation.kind == "gemeente" and listed and organisation.name not in listed:
            message = f"De gemeente {quote(organisation.name)} staat niet in de lijst van dit initiatief."
            hint = did_you_mean(organisation.name, listed)
            also = f"Doet {organisation.name} mee? Zet de naam dan in initiative.municipalities."
            problem = received.problem(message, f"{hint} {also}".strip())
        known = self._known(response, received.source)
        if problem is None and not known:
            message = "Hier staat geen enkel antwoord in dat de menu's van nu kennen."
            problem = received.problem(message, "Vraag of de vragenlijst is ingevuld.")
        if problem:
            self.refuse(problem)
            return False
        if response.age.date() > self.on:
            self._later.append(received.source)
        response = response.model_copy(update={"answers": known})
        self.received.append(received._replace(response=response))
        return True

    def remarks(self) -> Iterator[Problem]:
        """What is worth saying of all that was taken."""
        yield from self._remarks
        for version, sources in self._other_menus.items():
            what = count_things(len(sources), "antwoord is", "antwoorden zijn")
            message = f"{what} gegeven met andere menu's (versie {version}). Wat de menu's van nu nog vragen, telt mee."
            yield Problem(sources[0], message)
        if self._later:
            what = count_things(len(self._later), "antwoord heeft", "antwoorden hebben")
            message = f"{what} een datum na {long_date(self.on)}. Een antwoord met een latere datum gaat voor."
            yield Problem(self._later[0], message, "Klopt die datum?")
        if self._other_form:
            what = count_things(len(self._other_form), "antwoord hoort", "antwoorden horen")
            message = f"{what} bij een eerdere vragenlijst: het initiatief is daarna veranderd."
            yield Problem(self._other_form[0], message, "Wat nog gevraagd wordt, telt mee.")

    def unknown_ids(self) -> Iterator[Problem]:
        """Answers that were kept out, since these menus do not know their statement."""
        for name, sources in sorted(self._unknown.items()):
            what = count_things(len(sources), "antwoord daarop is", "antwoorden daarop zijn")
            message = f"De stelling {quote(name)} kennen de menu's van nu niet. {what} niet overgenomen."
            yield Problem(sources[0], message, "De andere antwoorden zijn wel overgenomen.")

    def _read(self, data: bytes, source: str) -> tuple[SentAnswers, _Sent]:
        """The answers of a form as they were sent, and the same as plain data.

        Raises:
            InputError: they are of another initiative, or not what a form gives.
        """
        from poolwijzer.yamlfile.jsontext import parse_json

        found = parse_json(data, source).data
        if not isinstance(found, dict) or found.get("kind") != KIND:
            raise InputError(Problem(source, "In dit blok staan geen antwoorden van een vragenlijst.", ASK_AGAIN))
        number = found.get("poolwijzer")
        if isinstance(number, str) and WHOLE.fullmatch(number) and int(number) > FORMAT:
            raise InputError(Problem(source, NEWER, INSTALL))
        place = _Sent(source, found)
        sent = validate(SentAnswers, place)
        initiative = self.assessment.initiative
        if sent.form.initiative != initiative.id:
            message = f"Deze antwoorden gaan over een ander initiatief: {quote(sent.form.name)}."
            told = f"Het id daarvan is {sent.form.initiative}; hier is dat {initiative.id}."
            raise InputError(Problem(source, message, told))
        return sent, place

    def _as_of_now(self, sent: SentAnswers, place: _Sent) -> Response:
        """The answers under the ids of now, on the scale, and of a municipality that there is.

        Raises:
            InputError: with every problem in them.
        """
        file = {
            "poolwijzer": str(FORMAT),
            "menus": sent.form.menus.model_dump(mode="json"),
            "initiative": self.initiative,
            RESPONSES: [place.data["response"]],
        }
        return build_assessment(_Sent(place.path, file), self.content).assessment.responses[0]

    @property
    def initiative(self) -> dict[str, Any]:
        """The initiative as plain data, with its own municipalities: what came in is read as a file of it."""
        members = [one.model_dump(mode="json") for one in self.assessment.initiative.municipalities]
        return {"id": self.assessment.initiative.id, "name": "-", "municipalities": members}

    def _known(self, response: Response, source: str) -> dict[str, Answer]:
        """The answers to statements of these menus, in their order, whatever road they came by."""
        for name in response.answers.keys() - self.content.statement_names:
            self._unknown.setdefault(name, []).append(source)
        return {name: response.answers[name] for name in self.content.every_statement if name in response.answers}

    def _compare_form(self, sent: SentAnswers, source: str, above: str) -> None:
        """Remember where answers belong to other menus or to another form than there would be now, or were edited."""
        form, now = sent.form, self._form(sent.form.of, sent.form.questions)
        if form.menus.hash != self.content.hash:
            self._other_menus.setdefault(form.menus.version, []).append(source)
        elif form.id != now.form.id:
            self._other_form.append(source)
        elif edited := tuple(find_edited(above, sent, now)):
            message = f"In de tekst boven het blok staat iets anders dan in het blok: {join_words(edited)}."
            self._remarks.append(Problem(source, message, "Alleen het blok telt. Vraag de afzender wat klopt."))

    def _form(self, of: AskedOf, questions: QuestionList) -> Questionnaire:
        """The form as it would be now."""
        if (of, questions) not in self._forms:
            self._forms[of, questions] = make_questionnaire(
                self.content, self.assessment, of, organisation="-", delete_on=self.on, questions=questions
            )
        return self._forms[of, questions]


class _Sent(NamedTuple):
    """What a form gave, as a document that has no lines worth telling: a problem is called by its keys."""

    path: str
    data: Any

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        steps = list(map(str, loc))
        names = steps[2:] if steps[:1] == [RESPONSES] else steps[1:] if steps[:1] == ["response"] else steps
        return Location(f"{self.path}, {'.'.join(names)}" if names else self.path, 1, 1)


def _as_whole(problem: Problem) -> Problem:
    """Without a line and column: in a block these say nothing to anybody."""
    return replace(problem, line=None, column=None)


def sent_bytes(sent: SentAnswers) -> bytes:
    """Answers as the bytes that a form sends."""
    from poolwijzer.forms.sent import dump_sent

    return json.dumps(dump_sent(sent), ensure_ascii=False, separators=(",", ":")).encode("utf-8")
