"""The answer scale and its words, also where a point stands for a number of municipalities."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from poolwijzer.validation import Exact, Fault, Model, Slug, Text, Whole

Share = Annotated[Exact, Field(ge=0, le=1)]
"""A part of a whole, from 0 to 1."""
FARTHEST_POINT = 100
MOST_POINTS = 11
"""Of a scale: from 0 to 10 is what people still use as one."""


class ShareBound(Model, description="Tot welk deel iets geldt. Zonder grens is het voor al het andere."):
    """How far a share from 0 to 1 may go; without a bound it may be any."""

    below: Share | None = Field(default=None, description="Onder dit deel, van 0 tot 1.")
    at_most: Share | None = Field(default=None, description="Tot en met dit deel, van 0 tot 1.")

    def fits(self, share: Fraction) -> bool:
        """Whether the share lies within the bound."""
        return not (self.below is not None and share >= self.below) and (self.at_most is None or share <= self.at_most)

    @property
    def is_open(self) -> bool:
        """Whether there is no bound."""
        return self.below is None and self.at_most is None


class MunicipalityWords(Model, description="Hoe een punt van de schaal een aantal gemeenten wordt."):
    """What a point says where it is known how many municipalities there are: a number of few, a range of many.

    The lowest point of the scale is none of them. Every other point is a share, so each number is one point only.
    """

    question: Text = Field(description="De vraag aan de groep, met {n}.")
    shares: dict[Whole, ShareBound] = Field(
        min_length=1,
        description="Per punt boven het laagste tot welk deel van de gemeenten het geldt, van laag naar hoog.",
    )
    numbers_up_to: Annotated[Whole, Field(ge=1)] = Field(
        description="Tot en met hoeveel gemeenten er getallen staan en geen woorden."
    )
    none: Text = Field(description="Het antwoord als het voor geen gemeente geldt.")
    some: Text = Field(description="Het antwoord voor een deel van de gemeenten, met {aantal} en {n}.")
    both: Text = Field(description="Het antwoord als er twee gemeenten zijn en het voor beide geldt.")
    all: Text = Field(description="Het antwoord als het voor alle gemeenten geldt, met {n}.")
    one_behind: Text = Field(description="Wat achter een woord staat dat één aantal is, met {van}.")
    two_behind: Text = Field(description="Wat achter een woord staat dat twee aantallen is, met {van} en {tot}.")
    range_behind: Text = Field(description="Wat achter een woord staat dat meer aantallen is, met {van} en {tot}.")

    @model_validator(mode="after")
    def _for_all(self) -> Self:
        bounds = [bound for _, bound in sorted(self.shares.items())]
        if not bounds[-1].is_open:
            raise Fault(
                "Het laatste punt bij 'shares' heeft een grens.", "Haal die weg: het is voor alle andere delen."
            )
        if any(bound.is_open for bound in bounds[:-1]):
            raise Fault("Alleen het laatste punt bij 'shares' heeft geen grens.", "Geef elk ander punt een grens.")
        return self

    def point(self, yes: int, of: int) -> int:
        """The point for so many of the municipalities, one of `of` or more."""
        if not yes:
            return min(self.shares) - 1
        return next(point for point, bound in sorted(self.shares.items()) if bound.fits(Fraction(yes, of)))

    def counts(self, of: int) -> dict[int, range]:
        """By point how many municipalities it can stand for; what can be none has no entry."""
        found: dict[int, range] = {}
        for yes in range(of + 1):
            point = self.point(yes, of)
            found[point] = range(found[point].start if point in found else yes, yes + 1)
        return found

    def number(self, yes: int, of: int) -> str:
        """So many of the municipalities in words."""
        if not yes:
            return self.none
        if yes == of:
            return self.both if of == 2 else _fill(self.all, n=of)
        return _fill(self.some, aantal=yes, n=of)

    def behind(self, counts: range) -> str:
        """The numbers that a word stands for; none at all need no telling."""
        first, last = counts[0], counts[-1]
        if not last:
            return ""
        text = (self.one_behind, self.two_behind)[last - first] if last - first < 2 else self.range_behind
        return _fill(text, van=first, tot=last)


class ScaleLabels(Model, description="De woorden bij de punten van de schaal."):
    """One way to put the scale into words, with the question above it."""

    question: str = Field(default="", description="De vraag aan de groep.")
    words: dict[Whole, Text] = Field(description="De woorden per punt of uitkomst.")
    municipalities: MunicipalityWords | None = Field(
        default=None, description="Hoe een punt een aantal gemeenten wordt, als bekend is hoeveel er zijn."
    )

    @property
    def counting(self) -> MunicipalityWords | None:
        """How a point becomes a number of municipalities; None where that is said of other points than these."""
        found = self.municipalities
        return found if found and set(found.shares) == set(self.words) - {min(self.words)} else None

    def points(self, of: int | None) -> Mapping[int, str]:
        """The points that exist and their words, with so many municipalities (None: unknown)."""
        found = self._numbers(of)
        if found is None or of is None:
            return self.words
        return {point: found.number(counts[-1], of) for point, counts in found.counts(of).items()}

    def behind(self, of: int | None) -> Mapping[int, str]:
        """By point the numbers that its word stands for, where there are so many that words stay."""
        found = self.counting
        if found is None or of is None or of <= found.numbers_up_to:
            return {}
        return {point: found.behind(counts) for point, counts in found.counts(of).items()}

    def asks(self, of: int | None) -> str:
        """The question above the answers, with so many municipalities (None: unknown)."""
        found = self._numbers(of)
        return self.question if found is None or of is None else _fill(found.question, n=of)

    def number(self, count: tuple[int, int], point: int) -> str:
        """So many (the first) of so many municipalities, if that is what this point stands for; else nothing."""
        found, (yes, of) = self.counting, count
        return found.number(yes, of) if found and of > 1 and found.point(yes, of) == point else ""

    def _numbers(self, of: int | None) -> MunicipalityWords | None:
        """How points become numbers, where these take the place of words; one municipality alone has no number."""
        return self.counting if of and self.counting and 1 < of <= self.counting.numbers_up_to else None


class Scale(Model, description="De schaal van de antwoorden."):
    """The answer scale: lowest to highest, and the words on it, per set of labels."""

    lowest: Annotated[Whole, Field(ge=-FARTHEST_POINT, le=FARTHEST_POINT)] = Field(description="Het laagste punt.")
    highest: Annotated[Whole, Field(ge=-FARTHEST_POINT, le=FARTHEST_POINT)] = Field(description="Het hoogste punt.")
    unknown: Text = Field(description="De woorden voor weet niet.")
    labels: dict[Slug, ScaleLabels] = Field(description="Woorden bij de schaal, elk met een eigen id.")

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.lowest >= self.highest:
            raise Fault("'lowest' moet lager zijn dan 'highest'.")
        if len(self.points()) > MOST_POINTS:
            raise Fault(
                f"Deze schaal heeft {len(self.points())} punten. Het zijn er hoogstens {MOST_POINTS}.",
                "Zet 'lowest' en 'highest' dichter bij elkaar.",
            )
        return self

    def points(self) -> range:
        """Every answer that can be given."""
        return range(self.lowest, self.highest + 1)

    @cached_property
    def middle(self) -> Fraction:
        """Halfway between the ends; not always a point."""
        return Fraction(self.lowest + self.highest, 2)


def _fill(text: str, **numbers: int) -> str:
    for name, number in numbers.items():
        text = text.replace(f"{{{name}}}", str(number))
    return text
