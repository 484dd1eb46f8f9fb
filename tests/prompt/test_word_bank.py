"""The genre table's fixed order, names that people use, and descriptions made from the bank."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import PromptError
from kinescore.prompt import word_bank
from kinescore.prompt.marks import GENRE_MARK, RHYTHM_MARK


def test_genres_stand_in_the_order_of_the_one_hot_vector() -> None:
    """Sorted two-letter codes, as the released training code numbers them."""
    assert word_bank.GENRE_CODES == ("BR", "HO", "JB", "JS", "KR", "LH", "LO", "MH", "PO", "WA")


@pytest.mark.parametrize(
    ("name", "code"), [("HO", "HO"), (" house ", "HO"), ("Waacking", "WA"), ("LA Hip-Hop", "LH"), ("hip-hop", "MH")]
)
def test_a_dance_genre_is_found_by_code_name_or_alias(name: str, code: str) -> None:
    assert word_bank.dance_genre(name).code == code


def test_an_unknown_genre_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PromptError, match=r"'polka'.*house \(HO\)"):
        word_bank.dance_genre("polka")


def test_no_name_means_two_genres() -> None:
    names = [n for g in word_bank.DANCE_GENRES for n in (g.code.lower(), g.name.lower(), *g.aliases)]
    assert len(names) == len(set(names))


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
