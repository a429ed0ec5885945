"""The menus as data for scripts: numbered JSON, each with its own `kind`.

Format history: 1 (the first); 2 (`fit` compares an option with the others of its component: 2 speaks for it, 1 says
nothing, 0 speaks against it). New keys do not change the number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.content.wording import describe_condition
from poolwijzer.engine.touched_facts import facts_named_in
from poolwijzer.menucard.checks.menu_check import MenuCheck
from poolwijzer.menucard.option_page import find_cases, find_doubts_helped, find_mentions
from poolwijzer.menucard.search import Hit
from poolwijzer.problems import Problem

FORMAT = 2


def make_document(kind: str, content: Content, version: str, **parts: Any) -> dict[str, Any]:
    """A document of this kind, with what it was made from."""
    menus = {"version": content.version, "hash": content.hash}
    return {"format": FORMAT, "kind": kind, "poolwijzer": version, "menus": menus, **parts}


def make_options_data(content: Content, version: str, component: str | None = None) -> dict[str, Any]:
    """The options of every component, or of one."""
    shown = {component: content.components[component]} if component else content.components
    listed = [
        {
            "id": name,
            "title": card.title,
            "question": card.question,
            "options": [
                {"id": option, "title": entry.title, "summary": entry.summary, "fit": dict(entry.fit)}
                for option, entry in card.options.items()
            ],
        }
        for name, card in shown.items()
    ]
    return make_document("menu-list", content, version, components=listed)


def make_option_data(content: Content, version: str, name: str, on: date) -> dict[str, Any]:
    """One option in full as it is on a day, with what others say of it, who chose it, and its facts, each once."""
    content = menus_on(content, on)
    option = content.options[name]
    data = option.model_dump(mode="json", by_alias=True)
    for rule, told in zip(option.rules, data["rules"], strict=True):
        told["in_words"] = describe_condition(rule.when, content)
    whole = {
        "id": name,
        "component": content.component_of[name],
        **data,
        "mentioned_by": [
            {"option": other, **relation.model_dump(mode="json", by_alias=True)}
            for other, relation in find_mentions(name, content)
        ],
        "cases": list(find_cases(name, content)),
        "doubts": list(find_doubts_helped(name, content)),
    }
    facts = [_fact(fact, content, on) for fact in facts_named_in(option, content)]
    sources = _sources_in([data, facts], content)
    return make_document(
        "menu-option", content, version, date=on.isoformat(), option=whole, facts=facts, sources=sources
    )


def _fact(name: str, content: Content, on: date) -> dict[str, Any]:
    """A fact with what it says on the day."""
    fact = content.dated_facts[name]
    stage = fact.stage(on)
    apart = {"stages", "when", "remark", "valid_until"}
    return {"id": name, "text": stage.text if stage else "", **fact.model_dump(mode="json", exclude=apart)}


def make_doubts_data(content: Content, version: str, doubt: str | None = None) -> dict[str, Any]:
    """Every doubt, or one, with what can be answered; null where nothing is."""
    listed = [
        {
            "id": name,
            "label": content.doubts[name].label,
            "objection": content.objections[name].model_dump(mode="json", by_alias=True)
            if name in content.objections
            else None,
        }
        for name in ([doubt] if doubt else content.doubts)
    ]
    parts = {"question": content.doubts_asked, "doubts": listed, "sources": _sources_in(listed, content)}
    return make_document("menu-doubts", content, version, **parts)


def make_search_data(content: Content, version: str, words: str, hits: Iterable[Hit]) -> dict[str, Any]:
    """What was found."""
    return make_document("menu-search", content, version, words=words, hits=[hit._asdict() for hit in hits])


def make_cases_data(content: Content, version: str) -> dict[str, Any]:
    """Every case in short."""
    listed = [
        {"id": name, "title": case.title, "region": case.region, "municipalities": case.municipalities}
        for name, case in content.cases.items()
    ]
    return make_document("cases", content, version, cases=listed)


def make_case_data(content: Content, version: str, name: str) -> dict[str, Any]:
    """One case in full, without the place on the axes that is only an estimate of ours."""
    case = content.cases[name]
    hidden = {"placement"} if case.placement is None or case.placement.status == "geschat" else set()
    data = case.model_dump(mode="json", by_alias=True, exclude=hidden)
    return make_document("case", content, version, case={"id": name, **data}, sources=_sources_in(data, content))


def make_check_data(found: MenuCheck, version: str) -> dict[str, Any]:
    """What a check found. Without the menus themselves: these may be too broken to have a version."""
    problems, remarks = ([_told(problem) for problem in some] for some in (found.problems, found.remarks))
    return {"format": FORMAT, "kind": "menu-check", "poolwijzer": version, "problems": problems, "remarks": remarks}


def _told(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in ("path", "line", "column", "message", "hint")}


def _sources_in(data: Any, content: Content) -> dict[str, Any]:
    """The sources that plain data names, in the order of the menus."""
    used = {source for claim in _claims(data) for source in claim["sources"]}
    return {name: source.model_dump(mode="json") for name, source in content.sources.items() if name in used}


def _claims(data: Any) -> Iterable[dict[str, Any]]:
    """Every part of plain data that names sources."""
    if isinstance(data, list):
        return [claim for part in data for claim in _claims(part)]
    if not isinstance(data, dict):
        return []
    return [*([data] if "sources" in data else []), *(claim for part in data.values() for claim in _claims(part))]
