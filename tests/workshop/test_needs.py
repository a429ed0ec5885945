"""What people want next is counted the same on the slides and in the report of a session."""

from poolwijzer.content.content import Content
from poolwijzer.workshop.needs import count_needs


def test_a_group_counts_once_for_a_thing_however_it_is_written(content: Content) -> None:
    first, *others = content.questions.conversation.needs.values()
    said = [("a", ("Langs bij de raad", first.upper(), first)), ("b", ("langs bij de ráád", first))]
    listed: list[tuple[str, tuple[str, ...]]] = []
    own: list[tuple[str, tuple[str, ...]]] = []
    for need in count_needs(said, content):
        (listed if need.listed else own).append((need.text, need.groups))
    assert listed == [(first, ("a", "b")), *((text, ()) for text in others)]
    assert own == [("Langs bij de raad", ("a", "b"))]
