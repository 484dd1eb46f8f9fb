"""Songs from MIDI files: their notes in seconds, who plays what, in which key, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("mido")

import mido

from kinescore.data import midi_songs
from kinescore.data.midi_songs import read_song
from kinescore.data.song_parts import found_key, parts_of
from kinescore.errors import DataError
from tests.data.made_songs import BEATS, band, track, write_song

PIANO = [(beat, 1.0, pitch) for beat in range(0, 8, 2) for pitch in (36, 60, 64, 67)]


def test_notes_and_beats_follow_changes_of_tempo(tmp_path: Path) -> None:
    path = write_song(tmp_path / "a.mid", [track([(0, 1, 60), (4, 2, 62), (6, 1, 64)])], ((0, 120.0), (4, 60.0)))
    song = read_song(path)
    notes = song.voices[0].notes
    assert [round(note.start_seconds, 4) for note in notes] == [0.0, 2.0, 4.0]
    assert [round(note.seconds, 4) for note in notes] == [0.5, 2.0, 1.0]
    np.testing.assert_allclose(song.beats, [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0], atol=1e-5)


def test_a_file_of_beats_says_when_they_fall(tmp_path: Path) -> None:
    path = write_song(tmp_path / "a.mid", [track([(0, 1, 60)])])
    path.with_suffix(".beats").write_text("0.1 1.0\n0.9 0.0\n1.65 0.0\n")
    np.testing.assert_allclose(read_song(path).beats, [0.1, 0.9, 1.65])


def test_the_parts_of_a_band_are_known_by_channel_program_and_line(tmp_path: Path) -> None:
    parts = {part.stem: part for part in parts_of(read_song(write_song(tmp_path / "a.mid", band())).voices)}
    assert {stem: len(part.notes) for stem, part in parts.items()} == {
        **{"drums": BEATS, "bass": BEATS // 2, "harmony": 3 * BEATS // 4, "melody": BEATS},
    }
    assert found_key(tuple(parts.values())) == "D major"
    assert found_key((parts["drums"],)) == ""


def test_the_left_hand_is_the_bass_where_nobody_plays_one(tmp_path: Path) -> None:
    tracks = [track(PIANO, "PIANO"), track([(0, 1, 50), (1, 1, 52)], "Lead vocals")]
    parts = {part.stem: part.notes for part in parts_of(read_song(write_song(tmp_path / "a.mid", tracks)).voices)}
    assert {note.pitch for note in parts["bass"]} == {36}
    assert {note.pitch for note in parts["harmony"]} == {60, 64, 67}
    assert {note.pitch for note in parts["melody"]} == {74, 76}


def test_what_is_no_song_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, because: str) -> None:
        with pytest.raises(DataError, match=because):
            read_song(path)

    whole = write_song(tmp_path / "whole.mid", band()).read_bytes()
    noise = np.random.default_rng(0).integers(0, 256, 400, dtype=np.uint8).tobytes()
    for name, content in (("cut", whole[: len(whole) // 2]), ("empty", b""), ("noise", noise), ("head", whole[:20])):
        (tmp_path / f"{name}.mid").write_bytes(content)
        refused(tmp_path / f"{name}.mid", rf"{name}.mid (is no MIDI file|keeps|has)|no notes in {name}.mid")
    several = mido.MidiFile(type=2)
    several.tracks.append(track([(0, 1, 60)]))
    several.save(tmp_path / "several.mid")
    refused(tmp_path / "several.mid", "keeps several songs")
    refused(write_song(tmp_path / "none.mid", [track([])]), "no notes in none.mid")
    refused(write_song(tmp_path / "six.mid", band(), metre=8), "4/8: its beat is no quarter note")
    refused(write_song(tmp_path / "quick.mid", band(), ((0, 5000.0),)), "tempo above 1000 BPM")
    refused(write_song(tmp_path / "long.mid", [track([(0, 8000, 60)])]), "longer than 60 minutes")
    monkeypatch.setattr(midi_songs, "MOST_BYTES", 100)
    refused(tmp_path / "whole.mid", "larger than")


def test_bytes_that_were_changed_are_read_or_refused(tmp_path: Path) -> None:
    """Each byte of a song's first 300 by another: never another error, never without end."""
    whole = bytearray(write_song(tmp_path / "a.mid", band()).read_bytes())
    for place in range(300):
        changed = whole.copy()
        changed[place] ^= 0xA5
        (tmp_path / "b.mid").write_bytes(changed)
        try:
            read_song(tmp_path / "b.mid")
        except DataError:
            continue
