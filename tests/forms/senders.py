"""What people send back, made as a form makes it: for tests that bring it together."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf
from poolwijzer.forms.questionnaire import make_questionnaire
from poolwijzer.forms.sent import write_block

DELETE_ON = date(2026, 12, 31)


def sent_data(
    assessment: Assessment,
    content: Content,
    name: str,
    answers: dict[str, Any],
    *,
    id: str = "",
    on: datetime | date | None = datetime(2026, 10, 1, 9, 0),  # noqa: DTZ001 - a form gives no offset
    of: AskedOf = "gemeente",
    **more: Any,
) -> dict[str, Any]:
    """The plain data of what one respondent sends back."""
    form = make_questionnaire(content, assessment, of, organisation="Regio Proef", delete_on=DELETE_ON).form
    response: dict[str, Any] = {
        "id": id or f"r-{name.lower().replace(' ', '-')}",
        "organisation": {"kind": of, "name": name},
        "role": "ambtelijk",
        "questions": "kort",
        "answers": answers,
    }
    if on is not None:
        response["date"] = on.isoformat("T", "minutes") if isinstance(on, datetime) else on.isoformat()
    return {
        "poolwijzer": FORMAT,
        "kind": "answers",
        "form": form.model_dump(mode="json"),
        "response": {**response, **more},
    }


def block(data: Any) -> str:
    """The block that carries this."""
    return write_block(json.dumps(data, ensure_ascii=False).encode("utf-8"))


def sent_text(assessment: Assessment, content: Content, name: str, answers: dict[str, Any], **more: Any) -> str:
    """The text that one respondent sends back: lines for people, and the block."""
    lines = [f"Antwoorden van {name}", "", *(f"{statement}: {answer}" for statement, answer in answers.items()), ""]
    return "\n".join(lines) + block(sent_data(assessment, content, name, answers, **more))
