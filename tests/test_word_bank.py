"""The banks of words, and descriptions made from them."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore import word_bank
from kinescore.groovebox.prompt.parse import read_prompt
from kinescore.pseudo_words.marks import GENRE_MARK, RHYTHM_MARK


@pytest.mark.parametrize("bank", ["MUSIC_GENRES", "INSTRUMENTS", "EMOTIONS"])
def test_a_bank_has_many_different_words_and_no_marks(bank: str) -> None:
    words = getattr(word_bank, bank)
    assert len(words) >= 40
    assert len(words) == len(set(words))
    assert not {RHYTHM_MARK, GENRE_MARK} & set("".join(words))


def test_the_papers_prompt_can_be_built() -> None:
    built = word_bank.description(["laid-back", "joyful"], "", ["saxophone", "piano ensemble"])
    assert built == "laid-back and joyful music featuring saxophone and piano ensemble"
    assert word_bank.description([], "house", []) == "house music"


def test_random_descriptions_vary_and_repeat_with_the_seed() -> None:
    def drawn(seed: int) -> list[str]:
        generator = np.random.default_rng(seed)
        return [word_bank.random_description(generator) for _ in range(50)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert len(set(drawn(1))) > 45


def test_words_join_a_prompt_as_one_would_write_them() -> None:
    assert word_bank.with_instrument("joyful house", "piano") == "joyful house with piano"
    assert word_bank.with_instrument("joyful house with piano.", "flute") == "joyful house with piano and flute"
    assert word_bank.with_instrument("music featuring organ", "flute") == "music featuring organ and flute"
    assert word_bank.with_instrument("", "flute") == "music with flute"
    assert word_bank.with_emotion("house", "dark") == "dark house"
    assert word_bank.with_emotion(" ", "dark") == "dark music"


def test_the_built_in_engine_hears_the_emotions_and_instruments() -> None:
    """It is said in a note where a word was not understood, or is played by a relative."""
    unheard = [word for word in (*word_bank.EMOTIONS, *word_bank.INSTRUMENTS) if read_prompt(word).unknown]
    assert unheard == []
