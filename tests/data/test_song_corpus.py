"""Songs as pieces to learn from: on the clock that their facts tell, in a style that is named, written once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("mido")
pytest.importorskip("safetensors")

from kinescore.cli.main import main
from kinescore.data.midi_songs import read_song
from kinescore.data.score_corpus import make_corpus, read_corpus
from kinescore.data.score_pieces import FASTEST_BPM, PIECE_SECONDS, SLOWEST_BPM, PieceFacts
from kinescore.data.song_corpus import add_songs, style_in
from kinescore.data.song_pieces import song_pieces
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.layout import FRAME_HZ, RELEASE, Codebook, Codes
from kinescore.groovebox.codes.line_codes import LINES, is_begun
from tests.data.made_songs import BEATS, band, track, write_song


def distances(codes: Codes, facts: PieceFacts, book: Codebook) -> np.ndarray:
    """[N] s from what begins in a codebook to the beat nearest it."""
    begun = is_begun(codes[book]) if book in LINES else codes[book] > RELEASE
    times = (np.flatnonzero(begun) + 0.5) / FRAME_HZ
    places = (times - facts.first_beat_seconds) * facts.tempo_bpm / 60.0
    return np.abs((places + 0.5) % 1.0 - 0.5) * 60.0 / facts.tempo_bpm


@pytest.mark.parametrize("tempi", [((0, 100.0),), ((0, 90.0), (12, 100.0), (24, 84.0), (36, 96.0))])
def test_beats_fall_on_the_steady_clock_of_the_facts(tmp_path: Path, tempi: tuple[tuple[int, float], ...]) -> None:
    song = read_song(write_song(tmp_path / "a.mid", band(), tempi))
    made = list(song_pieces(song, "rock", np.random.default_rng(3)))
    assert made
    for codes, facts in made:
        assert codes.shape == (len(Codebook), PIECE_SECONDS * FRAME_HZ)
        for book in (Codebook.DRUMS, Codebook.BASS, Codebook.CHORD):
            assert distances(codes, facts, book).max() < 0.021
        assert 75.0 < facts.tempo_bpm < 112.0
        assert facts.has_drums
        assert not facts.is_drums_alone


def test_nothing_but_the_facts_tells_key_tempo_and_phase(tmp_path: Path) -> None:
    song = read_song(write_song(tmp_path / "a.mid", band()))
    told = [next(song_pieces(song, "rock", np.random.default_rng(seed)))[1] for seed in range(40)]
    assert len({facts.key for facts in told}) > 8
    assert np.ptp([facts.tempo_bpm for facts in told]) > 15.0
    assert np.ptp([facts.first_beat_seconds * facts.tempo_bpm / 60.0 for facts in told]) > 0.8


@pytest.mark.parametrize(("bpm", "times"), [(40.0, 2.0), (250.0, 0.5)])
def test_a_tempo_that_no_word_tells_is_told_as_its_double_or_half(tmp_path: Path, bpm: float, times: float) -> None:
    song = read_song(write_song(tmp_path / "a.mid", band(), ((0, bpm),)))
    _, facts = next(song_pieces(song, "rock", np.random.default_rng(0)))
    assert SLOWEST_BPM <= facts.tempo_bpm <= FASTEST_BPM
    assert facts.tempo_bpm / bpm == pytest.approx(times, rel=0.12)


def test_songs_are_written_once_and_the_others_are_named(tmp_path: Path) -> None:
    midi, corpus = tmp_path / "midi", tmp_path / "corpus"
    write_song(midi / "rock" / "one.mid", band())
    write_song(midi / "02_funk-fast_120.mid", [track([(beat, 0.1, 36) for beat in range(BEATS)], channel=9)])
    write_song(midi / "untold.mid", band())
    write_song(midi / "funk" / "short.MID", [track([(0, 1, 60)])])
    (midi / "funk" / "damaged.mid").write_bytes(b"MThd")
    make_corpus(corpus, 2, 1, Shard())
    added = [add_songs(corpus, midi, "", 5, Shard(number, 2)) for number in (1, 2, 1)]
    assert sum(each.songs for each in added[:2]) == 2
    assert (added[2].songs, added[2].skipped) == (0, added[0].songs)
    notes = " ".join(note for each in added for note in each.notes)
    for said in ("untold.mid nor its folders' say a style", "short.MID has too few notes", "damaged.mid is no MIDI"):
        assert said in notes
    read = read_corpus(corpus)
    assert {(facts.style, facts.is_drums_alone) for facts in read.facts[2:]} == {("rock", False), ("funk", True)}
    again = tmp_path / "again"
    add_songs(again, midi, "", 5, Shard())
    np.testing.assert_array_equal(read_corpus(again).codes, read.codes[2:])
    with pytest.raises(DataError, match="another seed: 5, and now it is 6"):
        add_songs(again, midi, "", 6, Shard())
    with pytest.raises(DataError, match="no MIDI file in"):
        add_songs(corpus, tmp_path / "again", "", 5, Shard())


def test_names_of_files_go_before_those_of_folders() -> None:
    assert style_in(Path("jazz/02_rock_120_beat_4-4.mid")) == "rock"
    assert style_in(Path("rock/jazz/a_song.mid")) == "jazz"


def test_the_shell_adds_a_folder_and_says_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    write_song(tmp_path / "midi" / "one.mid", band())
    (tmp_path / "midi" / "two.mid").write_bytes(b"")
    arguments = ["prepare", "--engine", "pocket", "--midi", str(tmp_path / "midi"), "-o", str(tmp_path / "corpus")]
    assert main([*arguments, "--genre", "rock"]) == 0
    told = capsys.readouterr().err
    assert "note: two.mid is no MIDI file" in told
    assert "1 pieces of 1 songs written, 0 songs were there already, 1 files left out" in told
    assert main(arguments) == 2
    assert "nothing to learn from" in capsys.readouterr().err
