"""What people say against pooling and what can be answered, as `bezwaren.yaml` gives it."""

from typing import Literal

from pydantic import Field

from poolwijzer.content.component import Example
from poolwijzer.validation import Model, Slug, Text


class Objection(Model, description="Wat men zegt, en wat u kunt antwoorden."):
    """A doubt as it is said, with a reply, a question back, an example and the options that help."""

    says: Text = Field(description="Wat men zegt.")
    reply: Text = Field(description="Wat u kunt antwoorden.")
    note: str = Field(default="", description="Het antwoord in een korte zin, voor een stuk aan een bestuur.")
    ask_back: Text = Field(description="De vraag die u terug kunt stellen.")
    example: Example = Field(description="Een voorbeeld.")
    helps: tuple[Slug, ...] = Field(description="De ids van de opties die helpen.")
    tried: Literal["ja", "bron", "nee"] = Field(
        description="ja (een bron beschrijft dit), bron (volgt uit een bron) of nee (eigen antwoord)."
    )


class Objections(Model, description="De bezwaren die men hoort."):
    """By the answer to a context question about doubts."""

    question: Slug = Field(description="Het id van de vraag naar twijfel. Elk bezwaar staat onder een antwoord daarop.")
    objections: dict[Slug, Objection] = Field(
        alias="bezwaren", description="De bezwaren, elk onder het antwoord op de vraag naar twijfel."
    )
