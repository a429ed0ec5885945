"""What the shipped menus say, held against what was decided: a slip in a menu file shows here, not at a workshop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import ndiff
from fractions import Fraction
from textwrap import wrap

import pytest

from poolwijzer.content.claims import Sourced
from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.content.papers import PaperExample, PaperText
from poolwijzer.content.wording import fill_names
from poolwijzer.engine.verdicts import NEUTRAL_FIT
from poolwijzer.rules.conditions import Condition, ContextIs, walk
from poolwijzer.validation import Model
from tests.content.decided import as_decided, decided

# What the code says in English. Words that are Dutch too (context, effect, start, term …) are left out.
CODE_WORDS = re.compile(
    r"\b(true|false|null|none|hide|fit|rules?|because|better_when|sources?|answers?|statements?|quadrants?|axis|axes|"
    r"options?|pros|cons|preconditions?|unknown|chosen|considering|when|who|what|kind:|at_least|at_most|includes|"
    r"one_of|the|and|with|is_|score:|file|key|value|label|choices?)\b",
    re.IGNORECASE,
)
IDS = ("past-goed", "minder-passend", "sluit-uit", "weet-niet", *decided()["key_questions"])
# Read for the menus, and kept for who looks further: the costs of climate policy, essays on who pays, an arrangement
# for work across the border, and documents of others that serve as a model.
PARTS = (
    *("typology", "questions", "components", "signals", "whole", "plan", "cases", "sources", "terms"),
    *("dated_facts", "first_steps", "objections"),
)
# Names of people's own making: they may hold anything.
NAMES = ("publisher", "url", "title", "term", "also", "date", "start", "region", "version", "weak", "remark")


def everything(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value in a tree of models, with its path."""
    yield path, value
    if isinstance(value, Model):
        for field in type(value).model_fields:
            yield from everything(getattr(value, field), f"{path}.{field}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(inner, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from everything(inner, f"{path}.{index}")


def menus(content: Content) -> Iterator[tuple[str, object]]:
    for name in PARTS:
        yield from everything(getattr(content, name), name)


def texts(content: Content) -> Iterator[tuple[str, str]]:
    """Every text that somebody may read: not the ids, not the words of the format."""
    for path, value in menus(content):
        parts = path.split(".")
        last = next(part for part in reversed(parts) if not part.isdigit())
        if isinstance(value, str) and (" " in value or value.endswith(".")) and last not in NAMES:
            yield path, value


def lines_of(value: object, path: str = "") -> list[str]:
    """What was decided on a part, a line for every name in it."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in lines_of(inner, f"{path}{key}: ")]
    return [f"{path}{value}"]


@pytest.mark.parametrize("part", decided())
def test_the_menus_say_what_was_decided(content: Content, part: str) -> None:
    now, before = lines_of(as_decided(content)[part]), lines_of(decided()[part])
    changed = [line for line in ndiff(before, now) if line[0] in "+-"]
    assert not changed, (
        f"{part} in tests/content/decided.yaml says otherwise. Decided? Raise `version` in menus/typologie.yaml, "
        "run `make decided`, and look at what that changed:\n" + "\n".join(changed)
    )


def test_all_that_is_pinned_is_held_against_the_menus(content: Content) -> None:
    assert list(decided()) == list(as_decided(content))


def test_a_statement_is_worded_and_scaled_for_whom_it_is_asked_of(content: Content) -> None:
    for name, statement in content.statements.items():
        if statement.body:
            assert "onze organisatie " in statement.body.text.lower(), name
        if statement.axis:
            assert statement.joint.scale == {"motivatie": "aantal", "betrokkenheid": "mate"}[statement.axis], name
        assert statement.own is None or statement.own.scale == "mate"


def test_the_short_list_touches_every_facet_so_that_it_can_be_definitive(content: Content) -> None:
    for axis, definition in content.typology.axes.items():
        short = {s.facet for s in content.statements.values() if s.short and s.axis == axis}
        assert short == set(definition.facets)


@pytest.mark.parametrize(
    ("body", "lines"), [("de provincie of regio", 2), ("de gemeenschappelijke regeling Rivierenland", 3)]
)
def test_a_statement_fits_on_two_lines_of_sixty_columns_and_with_a_long_name_on_three(
    content: Content, body: str, lines: int
) -> None:
    for name, statement in content.statements.items():
        for wording in (statement.joint, statement.own, statement.body):
            if wording:
                assert len(wrap(fill_names(wording.text, {"verband": body}), 60)) <= lines, name


def test_the_stress_test_says_what_its_outcome_is_not(content: Content) -> None:
    stress = content.typology.stress
    assert stress.likely_from < stress.clear_from
    for said in (stress.sentence, stress.sentence_never):
        assert said.endswith("Dit zegt niet of uw antwoorden goed zijn.")
    assert set(stress.place_sentences) == set(stress.words)


def test_each_statement_says_which_fact_would_change_its_answer_in_both_directions(content: Content) -> None:
    for name in content.scored:
        statement = content.statements[name]
        assert statement.if_higher and statement.if_lower, name
        assert statement.if_higher != statement.if_lower, name
        # About facts and steps, never about getting better or climbing.
        for text in (statement.if_higher, statement.if_lower):
            assert not re.search(r"beter|verbeter|groei|stijg|hoger|omhoog|trede|niveau", text), name


def test_every_new_statement_has_a_day_on_which_it_came_and_every_reworded_one_its_former_texts(
    content: Content,
) -> None:
    (change,) = content.typology.changes
    assert {name for name, one in content.statements.items() if one.added == change.date} == {
        *("m11", "m12", "m13", "m15", "m16", "b11", "b12", "b14", "d1", "d2", "r1", "r2", "r3", "r4")
    }
    assert {name for name, one in content.statements.items() if one.was} == {
        *("m1", "m2", "m3", "m7", "m8", "b1", "b5", "b7", "b8")
    }
    assert list(content.retired) == ["m5", "m9", "m10", "b10"]


def test_the_words_for_what_is_settled_go_by_share(content: Content) -> None:
    block = content.questions.blocks["vastgelegd"]
    assert [block.word(Fraction(number, 6)) for number in range(7)] == [
        *("weinig", "weinig", "redelijk wat", "redelijk wat", "redelijk wat", "veel", "veel")
    ]
    assert [block.word(Fraction(number, 4)) for number in range(5)] == [
        *("weinig", "weinig", "redelijk wat", "redelijk wat", "veel")
    ]


def test_each_quadrant_has_all_that_a_group_needs_in_each_group_of_phases(content: Content) -> None:
    steps = content.first_steps
    assert steps is not None and set(steps.cells) == set(content.typology.quadrants)
    for name, quadrant in content.typology.quadrants.items():
        assert quadrant.involve and quadrant.support.text
        assert not (quadrant.actions or quadrant.decision or quadrant.pitfalls)
        for group in steps.groups:
            cell = steps.cells[name][group]
            assert cell.decisions and cell.pitfalls
            for action in cell.actions:
                assert action.what and action.who and action.when


def test_every_context_question_changes_something(content: Content) -> None:
    read = {
        part.context
        for _, value in menus(content)
        if isinstance(value, Condition)
        for part in walk(value)
        if isinstance(part, ContextIs)
    }
    read |= {entry.source for name, entry in content.maps.items() if name in read}
    # The start date only dates the steps.
    unread = sorted(set(content.context) - read - {"start"})
    assert not unread, f"no rule in the menus looks at these questions of menus/vragen.yaml: {unread}"


def test_the_deck_is_named_as_the_origin(content: Content) -> None:
    for names in decided()["from_the_deck"].values():
        assert all("s1" in content.options[name].sources for name in names)


def test_every_option_is_complete(content: Content) -> None:
    for name, option in content.options.items():
        assert option.summary and option.better_when and option.pros and option.cons and option.preconditions, name
        assert option.rules, f"{name} has no rule that says why"
        assert option.legal, f"give {name} in menus/componenten a point under `legal`: law or tax"
        effects = {rule.effect for rule in option.rules}
        assert "tegen" in effects or 0 in option.fit.values() or effects & {"sterk", "past"}, name


def test_every_reason_is_a_sentence(content: Content) -> None:
    reasons = [(path, value) for path, value in menus(content) if path.endswith(".because") and value]
    assert len(reasons) > 100
    for path, value in reasons:
        assert isinstance(value, str)
        assert value[0].isupper() or value[0] in "{‘'€0123456789", path
        assert value.endswith((".", "?")), path


def test_what_would_make_an_option_fit_completes_a_sentence(content: Content) -> None:
    for path, value in menus(content):
        endings = (".better_when", ".rises_when", ".falls_when", ".if_higher", ".if_lower")
        if path.endswith(endings) and value:
            assert isinstance(value, str)
            assert not value.endswith("."), path
            assert value[0].islower() or value.startswith("{") or value.split()[0].isupper(), path


def test_every_text_is_short_enough_to_read_out(content: Content) -> None:
    for path, text in texts(content):
        assert len(text) <= 360, path
        for sentence in re.split(r"(?<=[.?!:;])\s", text):
            assert len(sentence.split()) <= 26, f"{path}: {sentence}"


def test_no_text_holds_a_word_of_the_code(content: Content) -> None:
    for path, text in texts(content):
        found = CODE_WORDS.search(text)
        assert not found, f"{path}: {found}"
        assert not any(name in text for name in IDS), path


def test_every_placeholder_can_be_filled(content: Content) -> None:
    numbers = {"aantal", "totaal", "laag", "midden", "hoog", "as", "bron", "jaar", "gevraagd", "woord", "x"}
    known = {
        "datum",
        "gemeente",
        "bestuur",
        *numbers,
        *(n for n, q in content.context.items() if q.kind == "named-choice"),
    }
    for path, text in texts(content):
        names = set(re.findall(r"\{([^}]*)\}", text))
        two_forms = {name for name in names if re.fullmatch(r"[a-z ]+\|[a-z ]+", name)}
        # How a point of the scale becomes a number of municipalities has names of its own.
        own = {"aantal", "n", "van", "tot"} if path.startswith("typology.scale.labels.aantal.municipalities") else known
        assert names - two_forms <= own, path
        assert not two_forms or names & {"verband", *numbers}, f"{path}: two forms, but what they follow is not named"


def test_every_source_is_used_and_can_be_checked(content: Content) -> None:
    used = {source for _, value in menus(content) if isinstance(value, Sourced) for source in value.sources}
    used |= {part.source for part, _ in content.models if isinstance(part, PaperText | PaperExample) and part.source}
    assert used == set(content.sources)
    for name, source in content.sources.items():
        assert source.url.startswith("https://") or name == "s1" or source.weak or source.publisher, name


def test_every_claim_that_is_not_our_own_names_its_source(content: Content) -> None:
    claims = [value for _, value in menus(content) if isinstance(value, Sourced)]
    assert len(claims) > 300
    assert all(claim.sources for claim in claims if claim.basis != "afgeleid")


def test_a_point_of_law_with_a_source_says_when_it_was_checked(content: Content) -> None:
    for name, option in content.options.items():
        for claim in option.legal:
            assert claim.checked_on or not claim.sources, f"{name}: {claim.text}"


def test_a_requirement_or_exclusion_never_names_the_option_itself(content: Content) -> None:
    for name, option in content.options.items():
        assert isinstance(option, Option)
        # A friction may: that is how an option says that it does not do well alone.
        kinds = {relation.kind for relation in option.coherence if name in relation.options}
        assert kinds <= {"friction"}, name


def test_the_case_of_drenthe_is_told_in_full_and_its_place_is_only_an_estimate(content: Content) -> None:
    case = content.cases["flexteam-drenthe"]
    assert case.placement is not None and case.placement.status == "geschat"
    for part in (case.timeline, case.money, case.form, case.activities, case.results, case.lessons, case.uncertain):
        assert part
    told = " ".join(text for path, text in texts(content) if path.startswith("cases."))
    for quadrant in content.typology.quadrants.values():
        assert quadrant.title not in told


def test_a_similar_case_is_never_said_to_stand_at_an_estimated_place(content: Content) -> None:
    assert all(case.placement is None or case.placement.status != "bevestigd" for case in content.cases.values())


def test_the_signals_of_drenthe_are_there(content: Content) -> None:
    kinds = {signal.kind for signal in content.signals.values()}
    assert kinds == {"succesfactor", "valkuil", "advies"}
    for name, signal in content.signals.items():
        assert any(rule.effect == "aandacht" for rule in signal.rules), name


def test_every_place_speaks_for_some_option_of_each_component(content: Content) -> None:
    for component in content.components.values():
        for quadrant in content.typology.quadrants:
            assert any(option.fit[quadrant] > NEUTRAL_FIT for option in component.options.values()), component.title
