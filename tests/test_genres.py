"""One meaning for every word that names a genre, for the engine, the encoders and the data."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from kinescore.data.aist_names import is_aist_name, parse_aist_name
from kinescore.engines.composer import analysis_of
from kinescore.errors import PromptError, RequestError
from kinescore.genres import AIST_CODES, AIST_GENRES, GENRES, as_phrase, find_aist_genre, find_genre, genres_in
from kinescore.groovebox.engine import settle_style
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.motion.keypoints import Keypoints
from kinescore.request import SoundtrackRequest


def test_aist_genres_stand_in_the_order_of_the_one_hot_vector() -> None:
    """Sorted two-letter codes, as the released training code numbers them."""
    assert AIST_CODES == ("BR", "HO", "JB", "JS", "KR", "LH", "LO", "MH", "PO", "WA")
    assert [genre.name for genre in AIST_GENRES] == [
        *("break", "house", "ballet jazz", "street jazz", "krump", "la hip-hop", "lock", "middle hip-hop", "popping"),
        "waack",
    ]


def test_every_aist_genre_says_what_it_is_danced_to() -> None:
    assert all(genre.music for genre in AIST_GENRES)


@pytest.mark.parametrize("code", AIST_CODES)
def test_a_code_means_the_same_genre_everywhere(code: str) -> None:
    spellings = (code, code.lower(), f"g{code}", f" {code} ")
    found = {find(spelling) for find in (find_genre, find_aist_genre) for spelling in spellings}
    assert [genre.aist_code for genre in found] == [code]


@pytest.mark.parametrize("code", AIST_CODES)
def test_file_names_of_aist_hold_these_codes_only(code: str) -> None:
    assert parse_aist_name(f"g{code}_sBM_cAll_d04_m{code}0_ch02").genre == code
    assert not is_aist_name(f"g{code}_sBM_cAll_d04_mXX0_ch02")
    assert not is_aist_name(f"gXX_sBM_cAll_d04_m{code}0_ch02")


@pytest.mark.parametrize(
    ("text", "code"), [("HO", "HO"), (" house ", "HO"), ("Waacking", "WA"), ("LA Hip-Hop", "LH"), ("hip-hop", "MH")]
)
def test_an_aist_genre_is_found_by_code_name_or_alias(text: str, code: str) -> None:
    assert find_aist_genre(text).aist_code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LA-style hip-hop", "la hip-hop"),
        ("Middle  Hip-Hop", "middle hip-hop"),
        ("ballet_jazz", "ballet jazz"),
        ("salsa", "latin"),
        ("K-pop", "k-pop"),
        ("R&B", "street jazz"),
        ("pop", "pop"),
        ("jazz", "jazz"),
        ("ballet", "orchestral"),
        ("hip-hop", "hip-hop"),
        ("funk", "funk"),
        ("disco", "waack"),
        ("electro", "popping"),
    ],
)
def test_a_word_means_the_genre_that_the_table_says(text: str, name: str) -> None:
    assert find_genre(text).name == name


@pytest.mark.parametrize("word", ["pop", "jazz", "ballet", "funk", "disco", "soul", "techno"])
def test_music_is_not_taken_for_a_dance_that_goes_with_it(word: str) -> None:
    with pytest.raises(PromptError, match=rf"'{word}'.*popping \(PO\)"):
        find_aist_genre(word)


@pytest.mark.parametrize("text", ["yodel", "", "XX", "g"])
def test_an_unknown_genre_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(PromptError) as strict:
        find_aist_genre(text)
    with pytest.raises(RequestError) as wide:
        find_genre(text)
    assert all(str(genre) in str(strict.value) for genre in AIST_GENRES)
    assert all(str(genre) in str(wide.value) for genre in GENRES)


def test_no_word_means_two_genres() -> None:
    words = Counter(as_phrase(word) for genre in GENRES for word in (genre.name, *genre.aliases, *genre.includes))
    assert {word: count for word, count in words.items() if count > 1} == {}


def test_a_mix_names_genres_and_their_shares() -> None:
    assert genres_in("") == ()
    assert genres_in("house") == (("house", 1.0),)
    assert genres_in("house + krump") == (("house", 0.5), ("krump", 0.5))
    assert genres_in("drum and bass 3+gKR 1") == (("drum and bass", 0.75), ("gKR", 0.25))
    for wrong in ("house +", "house 0 + krump", " + ", "a + b + c + d + e"):
        with pytest.raises(RequestError, match=r"mix|above 0"):
            genres_in(wrong)


def test_the_built_in_engine_plays_the_heaviest_of_a_mix() -> None:
    steps = 40.0 * np.abs(np.sin(np.arange(120) * np.pi / 15))[:, None, None]
    moving = Keypoints(100.0 + steps * np.ones((120, 17, 2)), np.ones((120, 17)), 30.0, (640, 480))
    analysis = analysis_of(SoundtrackRequest(moving))
    name, notes = settle_style("house 1 + krump 2", parse_prompt(""), analysis)
    assert name == "krump"
    assert "plays one style of a mix" in notes[0]
