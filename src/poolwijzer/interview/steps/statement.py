"""The steps along the statements: those of the axes, of the blocks, and what stands out in the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from poolwijzer.assessment.answer import MOST_HANDS, UNKNOWN, Answer
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import number
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.vote import find_vote
from poolwijzer.interview.commands import READ_ON_KEYS, Side
from poolwijzer.interview.question import WEET_NIET, AnswerItem, InterviewQuestion, SideLine
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep, Refused, clean_lines
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Report
from poolwijzer.report.sentences import names_in
from poolwijzer.report.told_answers import labels_for, words_of
from poolwijzer.report.typed_lines import run_on
from poolwijzer.report.vote_words import DIVIDED, answer_of, tell_fullest, tell_hands
from poolwijzer.rules.facts import HIDDEN

NO_KEY = "-"
"""Of an answer that was given before and cannot be chosen anew."""
REVERSED = "Let op: hoe meer u het hiermee eens bent, hoe lager de score. Poolwijzer houdt daar rekening mee."
UNCOUNTED = "Deze stelling telt niet mee voor de plek."
NOT_SETTLED = "Nog niet afgesproken. Uit de telling kwam:"
HANDS = "Met h telt u de handen. Een telling is geen antwoord: de groep kiest daarna samen één antwoord."
CHANGES_NOTHING = "Dit verandert geen antwoord en geen plek. Met o gaat u terug naar een stelling."


class StatementStep(InterviewStep):
    """A statement: a point on the scale or a number of municipalities, and beside it a note and hands."""

    kind = "statement"
    stage = "stellingen"
    shape = "one"
    in_a_row = True
    missed = True

    def __init__(self, outcome: Outcome, name: str, introduction: str = "") -> None:
        """A statement by its id, and what is to be said before it."""
        self.statement = outcome.content.statements[name]
        self.block = self.statement.block
        self.part = self.statement.axis or self.statement.block or ""
        super().__init__(outcome, name)
        self.introduction = introduction
        self.of = self.assessment.number_of_municipalities
        wording = self.statement.asked_as(self.of)
        self.title = self.label = fill_names(wording.text, names_in(self.assessment, self.content))
        self.said = self.assessment.answers.get(name)
        """The answer with what is said beside it, or only that: hands and notes are kept, and are no answer."""
        self.answer = self.said if self.said and self.said.given and self.said.agreed else None
        """None too where nobody settled on what most hands were for: it is asked, with that answer proposed."""
        self.vote = find_vote(self.said, self.content)
        self.labels = labels_for(name, outcome)
        self.keys = self._keys()

    def _keys(self) -> dict[int, str]:
        """What is typed for each point: its number, or the number of municipalities it stands for.

        A point that does not exist for so many is there only if it was answered, or hands went up for it.
        """
        points = self.labels.points(self.of)
        if points is self.labels.words or not self.of or not self.labels.counting:
            return {point: str(point) for point in self.content.typology.scale.points()}
        counts = self.labels.counting.counts(self.of)
        held = {self.said.known} if self.said else set()
        held |= {int(value) for value, hands in self._hands().items() if hands and value != UNKNOWN}
        every = self.content.typology.scale.points()
        return {at: str(counts[at][-1]) if at in counts else NO_KEY for at in every if at in counts or at in held}

    def _hands(self) -> dict[str, int]:
        """The hands that were counted, by the value of each answer; none where none went up."""
        if self.vote is None:
            return {}
        points = map(str, self.content.typology.scale.points())
        return {**dict(zip(points, self.vote.counts, strict=True)), UNKNOWN: self.vote.unknown}

    @property
    def _numbers(self) -> bool:
        """Whether numbers of municipalities take the place of the words."""
        return self.labels.points(self.of) is not self.labels.words

    @property
    def _other_count(self) -> str:
        """What was answered while there were more or fewer municipalities; empty where that is not so."""
        if self.answer is None or self.answer.count is None or self.answer.of == self.of:
            return ""
        return self.labels.number(self.answer.count, self.answer.known or 0)

    def summarise(self) -> str:
        if self.answer is None:
            return ""
        if self.answer.known is None:
            return self.content.typology.scale.unknown
        if self._other_count and self.answer.count:
            return "{}/{}".format(*self.answer.count)
        key = self.keys.get(self.answer.known, NO_KEY)
        return str(self.answer.known) if not self._numbers or key == NO_KEY else f"{key}/{self.of}"

    def overview_line(self) -> str:
        # The answer first: the statement is long.
        answer = self.summarise()
        return f"{self.mark(answer)}{(answer or '…').ljust(3)} {self.label}"

    def _about(self) -> Iterator[str]:
        statement = self.statement
        if statement.axis and statement.facet:
            axis = self.content.typology.axes[statement.axis]
            yield f"Deze stelling gaat over: {axis.title.lower()}. Onderdeel: {axis.facets[statement.facet].lower()}."
        elif statement.block:
            yield UNCOUNTED
            yield self.content.questions.blocks[statement.block].introduction

    def ask(self) -> InterviewQuestion:
        hands, words, behind = self._hands(), words_of(self.ref, self.outcome), self.labels.behind(self.of)
        points = [
            AnswerItem(key, str(at), words[at], behind=behind.get(at, ""), hands=hands.get(str(at)))
            for at, key in self.keys.items()
        ]
        unknown, other = self.content.typology.scale.unknown, self._other_count
        return replace(
            super().ask(),
            introduction=self.introduction,
            lead=f"{self.labels.asks(self.of)}{f' Eerder geantwoord: {other}.' if other else ''}",
            items=(*points, AnswerItem(WEET_NIET, UNKNOWN, unknown, hands=hands.get(UNKNOWN))),
            chosen=(str(self.answer.value),) if self.answer and not other else (),
            explanation=(
                *self._about(),
                f"Kies {unknown} als de groep het niet weet. Dat telt niet als een antwoord in het midden.",
                REVERSED if self.statement.reversed else "",
                HANDS,
            ),
            counted=tuple(self._counted()),
            proposed=self._proposed(),
            evidence=self.statement.evidence,
            note=run_on(self.said.note) if self.said else "",
        )

    @property
    def _unsettled(self) -> Answer | None:
        """The answer that was taken from hands, and that the group still has to settle on."""
        return self.said if self.said and self.said.given and not self.said.agreed else None

    def _proposed(self) -> str:
        """The answer with most hands as long as none was given; none of two with as many, and none that cannot be."""
        if self._unsettled:
            return str(self._unsettled.value)
        if self.vote is None or self.answer or len(self.vote.fullest) > 1:
            return ""
        (fullest,) = self.vote.fullest
        return "" if fullest != UNKNOWN and self.keys.get(fullest, NO_KEY) == NO_KEY else str(fullest)

    def _counted(self) -> Iterator[str]:
        """What the hands say, and what is to be done about it."""
        if self._unsettled and self._unsettled.value is not None:
            yield f"{NOT_SETTLED} {answer_of(self._unsettled.value, self.ref, self.outcome)}. Is de groep het eens?"
        if self.vote is None:
            return
        hands = f"{tell_hands(self.vote, self.ref, self.outcome)}."
        yield f"{hands} {DIVIDED}" if self.vote.divided else hands
        fullest = tell_fullest(self.vote, self.ref, self.outcome)
        if self._unsettled:
            return
        if self.answer is None:
            yield f"{fullest} {'Is de groep het eens?' if self._proposed() else 'Kies samen één antwoord.'}"
        elif self.answer.value is not None and self.answer.value not in self.vote.fullest:
            yield f"{fullest} Uw antwoord blijft: {answer_of(self.answer.value, self.ref, self.outcome)}."

    def meant(self, key: str) -> object:
        if key == WEET_NIET:
            return UNKNOWN
        return next((str(point) for point, own in self.keys.items() if own == key), None)

    def put_answer(self, value: object) -> Assessment:
        point = int(value[:9]) if isinstance(value, str) and value.isascii() and value.isdigit() else value
        if point == UNKNOWN:
            return self._with_answer(value=UNKNOWN, of=None, yes=None, agreed=True)
        held = self.answer is not None and point == self.answer.value and not self._other_count
        if held:
            return self.assessment
        if not isinstance(point, int) or self.keys.get(point, NO_KEY) == NO_KEY:
            keys = [key for key in self.keys.values() if key != NO_KEY]
            raise Refused(f"Dit antwoord kan hier niet. Kies {keys[0]} tot en met {keys[-1]}, of w voor weet niet.")
        # A count stays true when other municipalities join later; of many only a range is known.
        count = {"of": self.of, "yes": int(self.keys[point])} if self._numbers else {"of": None, "yes": None}
        return self._with_answer(value=point, agreed=True, **count)

    def side_line(self, side: Side) -> SideLine:
        if side == "note":
            return SideLine(
                f"Notitie bij: {self.title}", self.content.questions.note, self.said.note if self.said else ""
            )
        return super().side_line(side)

    def put_beside(self, side: Side, text: str) -> Assessment:
        return self._with_answer(note=clean_lines(text)) if side == "note" else super().put_beside(side, text)

    def put_hands(self, counts: Mapping[str, int]) -> Assessment:
        points = [str(point) for point in self.content.typology.scale.points()]
        if not counts.keys() <= {*map(str, self.keys), UNKNOWN}:
            raise Refused("Handen tellen kan alleen bij de antwoorden die er zijn.")
        if not all(0 <= count <= MOST_HANDS for count in counts.values()):
            raise Refused(f"Geef een aantal handen van 0 tot en met {number(MOST_HANDS)}.")
        hands = {**dict.fromkeys([*points, UNKNOWN], 0), **self._hands(), **counts}
        votes = tuple(hands[value] for value in (*points, *([UNKNOWN] if hands[UNKNOWN] else [])))
        # What was taken from an earlier count says nothing about this one.
        anew = {"value": None, "of": None, "yes": None, "agreed": True} if self._unsettled else {}
        return self._with_answer(votes=votes if any(votes) else None, **anew)

    def _with_answer(self, **parts: object) -> Assessment:
        before = {name: getattr(self.said, name) for name in Answer.model_fields} if self.said else {}
        # What goes without saying, that the group settled on it, is nothing to keep.
        said = {name: part for name, part in {**before, **parts}.items() if part not in (None, "") and part is not True}
        answers = {name: answer for name, answer in self.assessment.answers.items() if name != self.ref}
        if said:
            answers = {**self.assessment.answers, self.ref: Answer.model_validate(said)}
        return self.assessment.model_copy(update={"answers": answers})


class RemarksPage(PageStep):
    """What stands out in the answers, to look at once before the place is shown."""

    kind = "remarks"
    stage = "stellingen"
    title = label = "Kijk hier nog even naar"
    keys = READ_ON_KEYS

    def __init__(self, outcome: Outcome, remarks: tuple[str, ...]) -> None:
        # Other remarks are another page, which was not seen yet.
        super().__init__(outcome, detail=" ".join(remarks))
        self.remarks = remarks

    def is_open(self, state: State) -> bool:
        return self.key not in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return plain_page(self.title, *self.remarks, CHANGES_NOTHING)


def statement_steps(outcome: Outcome, route: Route, facts: InitiativeFacts) -> Iterator[InterviewStep]:
    """The short list or all, axis by axis; what the answers so far make pointless is left out.

    Statements that came since the file was made are asked too, each with a word on why.
    """
    statements, new = outcome.content.statements, route.renewed
    for names in outcome.content.statements_on.values():
        for name in names:
            asked = route.full or statements[name].short or name in new
            if asked and facts.statement(name) is not HIDDEN:
                yield StatementStep(outcome, name, route.why if name in new else "")


def block_steps(outcome: Outcome, route: Route, facts: InitiativeFacts) -> Iterator[InterviewStep]:
    """The statements that do not count for the place: only when there is time for more, or for one block alone."""
    for block, names in outcome.content.blocks.items():
        if not facts.is_asked(block) or not (route.full or route.part == block):
            continue
        introduction = outcome.content.questions.blocks[block].introduction
        for name in names:
            if not facts.is_pointless(outcome.content.statements[name]):
                yield StatementStep(outcome, name, introduction)
                introduction = ""


def remark_steps(outcome: Outcome) -> Iterator[InterviewStep]:
    """What stands out in the answers, if anything does."""
    if remarks := AdviceWords(outcome).remarks:
        yield RemarksPage(outcome, remarks)
