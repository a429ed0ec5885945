"""The page on the file of an initiative, docs/bestand.md: every key, the short list and all answers as they are."""

from __future__ import annotations

import re
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from tests.test_readme import fences, inline, mentions, text_of

NAMED = {"verband": "{verband}"}


def keys(schema: Any) -> set[str]:
    """The name of every key that a schema knows, at any depth."""
    if isinstance(schema, list):
        return {key for part in schema for key in keys(part)}
    if not isinstance(schema, dict):
        return set()
    below = {key for name, part in schema.items() if name != "enum" for key in keys(part)}
    properties = schema.get("properties", {})
    return below | set(properties) if isinstance(properties, dict) else below


def test_the_page_on_the_file_explains_every_key() -> None:
    written_by_nobody = {"code"}  # how the program keeps a municipality it looked up
    known = keys(Assessment.model_json_schema()) - written_by_nobody
    shown = [token.content for token in inline("docs/bestand.md") if token.type == "code_inline"]
    shown += [content for _, info, content in fences("docs/bestand.md") if info[:1] == ["yaml"]]
    assert {"initiative", "votes", "until", "eye_opener"} <= known
    assert sorted(key for key in known if not mentions(" ".join(shown), key)) == []


def test_the_page_on_the_file_lists_the_short_list_and_all_answers_as_they_are(content: Content) -> None:
    page = text_of("docs/bestand.md")
    rows = dict(re.findall(r"(?m)^\| `([mb]\d+)` \| (.*) \|$", page))
    short = {id: fill_names(one.joint.text, NAMED) for id, one in content.statements.items() if one.short}
    wrong = sorted({id for id, _ in rows.items() ^ short.items()})
    assert not wrong, f"the short list in docs/bestand.md is not that of menus/vragen.yaml: {wrong}"
    apart = [id for id, one in content.statements.items() if one.block] + list(content.retired)
    assert [id for id in apart if f"`{id}`" not in page] == [], "say in docs/bestand.md that these count for no place"
    answers = dict(re.findall(r"(?m)^\| `(\w+)` \| (.*) \|$", page.partition("## De situatie")[2]))
    missing = {
        id: [one for one in asked.answers or () if not mentions(answers.get(id, ""), one)]
        for id, asked in content.context.items()
    }
    unknown = {id: what for id, what in missing.items() if what or id not in answers}
    assert not unknown, f"show these questions with these answers under 'De situatie' in docs/bestand.md: {unknown}"
    for scale in content.typology.scale.labels.values():
        assert " | ".join(scale.words[point] for point in sorted(scale.words)) in page
