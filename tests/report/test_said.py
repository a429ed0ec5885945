"""What a report remembers of what it said: whole sentences, and steps in other words."""

import pytest

from poolwijzer.report.said import Alike, Said, split_sentences


def test_only_what_was_not_said_is_left_of_a_text() -> None:
    said = Said()
    said.remember("De gemeenten hebben uren nodig.", "Eerste optie")
    assert said.rest("De gemeenten hebben uren nodig. Een trainee kost tijd in het begin.") == (
        "Een trainee kost tijd in het begin."
    )
    assert said.where("De gemeenten hebben uren nodig.") == "Eerste optie"
    assert said.rest("De gemeenten hebben uren nodig. Dat is veel.") == "", "a few words alone make no sense"


@pytest.mark.parametrize("name", ["de Raad. En meer", "a.\nb", "x\x00y! Z"])
def test_a_name_with_the_end_of_a_sentence_in_it_stays_whole(name: str) -> None:
    said = Said([name])
    said.remember(f"Het bestuur van {name} besluit over de taak.")
    assert said.rest(f"Het bestuur van {name} besluit over de taak.") == ""
    other = f"Vraag {name} om een rol die past."
    assert said.rest(other) == other


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(split_sentences("Planvorming (bijv. WUP) begeleiden kan. Dat helpt.")) == 2


def test_a_step_in_other_words_is_known() -> None:
    steps = Alike()
    steps.remember("Bespreek elk kwartaal de inzet, de wachtrij en de wensen.")
    assert steps.is_like("Bespreek op vaste momenten de inzet, de wensen en de wachtrij.")
    assert not steps.is_like("Regel wie mensen, kennis en verplichtingen overneemt.")
