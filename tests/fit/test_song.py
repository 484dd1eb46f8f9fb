"""One song over several shots: what is kept, and what is told where the movement does not allow it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinescore.engines.composer import analysis_of, compose
from kinescore.errors import RequestError
from kinescore.fit.song import Song, own_seed
from kinescore.request import SoundtrackRequest
from tests.cli.bouncers import bouncer
from tests.groovebox.made_dances import made_dance

SONG = Song(seed=7, style="funk", prompt="with slap bass", tempo_bpm=100.0)
SHOT = SoundtrackRequest(bouncer(112.0, 8.0), seed=3)


def test_a_second_shot_keeps_seed_style_key_and_band() -> None:
    first = compose(SoundtrackRequest(bouncer(100.0, 8.0), seed=11, prompt="sad rock with piano"))
    song = Song.of(first.provenance, first.tempo_bpm)
    request, notes = song.asked_for(SHOT)
    second = compose(request)
    for name in ("seed", "style", "key", "instruments", "prompt"):
        assert second.provenance[name] == first.provenance[name], name
    assert notes == ()
    other = compose(SHOT)
    assert other.provenance["style"] != "rock"


def test_another_prompt_stays_and_is_told() -> None:
    request, (note,) = SONG.asked_for(replace(SHOT, prompt="in D minor"))
    assert (request.prompt, request.seed, request.genre) == ("in D minor", 7, "funk")
    assert "key and band may differ" in note


@pytest.mark.parametrize(
    ("own", "expected"), [(100.3, 100.0), (50.1, 50.0), (199.6, 200.0), (112.0, None), (66.7, None)]
)
def test_the_tempo_is_the_song_s_where_the_movement_s_beats_stay_near(own, expected) -> None:
    request, notes = SONG.in_tempo(SHOT, made_dance(10.0, tempo_bpm=own))
    assert request.tempo_bpm == expected
    assert bool(notes) == (expected is None)
    if notes:
        assert "100.0 BPM" in notes[0]
        assert f"{own:.1f} BPM" in notes[0]


def test_a_longer_shot_allows_less() -> None:
    """0.3 % are 0.015 s at either end of ten seconds, and 0.09 s at either end of a minute."""
    assert SONG.in_tempo(SHOT, made_dance(60.0, tempo_bpm=100.3))[0].tempo_bpm is None


def test_what_keeps_no_time_of_its_own_takes_the_song_s() -> None:
    request, notes = SONG.in_tempo(SHOT, made_dance(10.0, tempo_bpm=131.0, confidence=0.0))
    assert (request.tempo_bpm, notes) == (100.0, ())


def test_a_tempo_that_was_asked_for_stays() -> None:
    asked = replace(SHOT, tempo_bpm=90.0)
    assert SONG.in_tempo(asked, analysis_of(asked)) == (asked, ())


def test_a_take_that_cannot_be_continued() -> None:
    with pytest.raises(RequestError, match="does not say its seed"):
        Song.of({"engine": "by hand"}, 120.0)
    assert Song.of({"seed": 1, "style": "as prompted", "genre": ""}, 120.0).style == ""


def test_a_song_of_its_own_is_another_for_another_movement_and_stays_while_a_shot_is_refined() -> None:
    dance, other = made_dance(seconds=20.0, tempo_bpm=112.0), made_dance(seconds=27.0, tempo_bpm=96.0)
    refined = replace(dance, energy=dance.energy * 0.99, hits=dance.hits[:-1])
    assert own_seed(3, dance) == own_seed(3, refined) != own_seed(3, other)
    assert own_seed(3, dance) != own_seed(4, dance)


def test_what_the_artist_fixes_leaves_its_own_song() -> None:
    dance = made_dance(seconds=20.0)
    assert own_seed(3, replace(dance, hits=(), as_found=dance)) == own_seed(3, dance)


def test_the_song_of_a_take_with_one_of_its_own_is_that_song() -> None:
    song = Song.of({"seed": 3, "song_seed": 71, "style": "house", "prompt": ""}, 120.0)
    request, _ = song.asked_for(replace(SHOT, own_song=True))
    assert (request.seed, request.own_song) == (71, False)


def test_music_of_its_own_song_says_so_and_by_which_seed_it_is_found_again() -> None:
    given, own = (compose(replace(SHOT, genre="house", own_song=choice)) for choice in (False, True))
    assert own.midi != given.midi
    seed = own.provenance["song_seed"]
    assert any(f"seed {seed}" in note for note in own.notes)
    assert "song_seed" not in given.provenance
    assert compose(replace(SHOT, genre="house", seed=seed)).midi == own.midi
