"""What a statement asks, in the general words of the menus: a table is about more than one initiative."""

from __future__ import annotations

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Statement
from poolwijzer.content.wording import fill_names
from poolwijzer.report.sentences import names_in


def statement_texts(content: Content) -> dict[str, str]:
    """By id, as a group is asked it; also of those that are asked no more."""
    names = names_in(None, content)
    return {
        name: fill_names(one.joint.text if isinstance(one, Statement) else one.text, names)
        for name, one in content.every_statement.items()
    }


def question_texts(content: Content) -> dict[str, str]:
    """The questions about the situation, by id."""
    names = names_in(None, content)
    return {name: fill_names(one.question, names) for name, one in content.context.items()}
