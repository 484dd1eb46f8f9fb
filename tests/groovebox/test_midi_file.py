"""The MIDI file as an independent reader (mido) hears it."""

from __future__ import annotations

import io

import mido
import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.midi import PROGRAMS, midi_bytes
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Score
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance

KITS = {key for key in INSTRUMENTS if key.endswith("_kit") or key.endswith("_percussion")}


def _read(score: Score) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(midi_bytes(score)))


def _tempo_map(file: mido.MidiFile) -> list[tuple[int, float, int]]:
    """(tick, seconds, microseconds per beat) at each tempo change."""
    changes, tick, seconds, tempo, last = [], 0, 0.0, 500000, 0
    for message in file.tracks[0]:
        tick += message.time
        if message.type == "set_tempo":
            seconds += mido.tick2second(tick - last, file.ticks_per_beat, tempo)
            last, tempo = tick, message.tempo
            changes.append((tick, seconds, tempo))
    return changes


def _seconds(file: mido.MidiFile, tick: int, changes: list[tuple[int, float, int]]) -> float:
    start, seconds, tempo = next(c for c in reversed(changes) if c[0] <= tick)
    return seconds + mido.tick2second(tick - start, file.ticks_per_beat, tempo)


def _notes(file: mido.MidiFile, track: mido.MidiTrack) -> list[tuple[int, float, float]]:
    """(pitch, start, end) in order of pitch, then time."""
    changes, tick, open_notes, found = _tempo_map(file), 0, {}, []
    for message in track:
        tick += message.time
        if message.type == "note_on":
            assert message.note not in open_notes
            open_notes[message.note] = tick
        elif message.type == "note_off":
            start = open_notes.pop(message.note)
            found.append((message.note, _seconds(file, start, changes), _seconds(file, tick, changes)))
    assert not open_notes
    return sorted(found)


@pytest.mark.parametrize(
    ("tempo", "first_beat", "first_downbeat"), [(112.0, 0.1, 0), (97.31, 0.43, 3), (61.7, 0.0, 0), (173.9, 0.02, 1)]
)
@pytest.mark.parametrize("name", ["house", "ballet jazz"])
def test_notes_are_where_the_score_has_them(name: str, tempo: float, first_beat: float, first_downbeat: int):
    dance = made_dance(tempo_bpm=tempo, first_beat_s=first_beat, first_downbeat=first_downbeat)
    score = arrange(dance, 40.0, STYLES[name], PromptIntent(), 2).score
    file = _read(score)
    assert file.type == 1
    assert len(file.tracks) == len(score.parts) + 1
    for part, track in zip(score.parts, file.tracks[1:], strict=True):
        assert track.name == part.name
        expected = sorted((n.pitch, n.start_seconds, n.start_seconds + n.seconds) for n in part.notes)
        found = _notes(file, track)
        assert [pitch for pitch, *_ in found] == [pitch for pitch, *_ in expected]
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-3)


def test_no_drift_over_ten_minutes():
    dance = made_dance(seconds=600.0, tempo_bpm=118.37, first_beat_s=0.21, first_downbeat=2)
    score = arrange(dance, 600.0, STYLES["techno"], PromptIntent(), 1).score
    file = _read(score)
    for part, track in zip(score.parts, file.tracks[1:], strict=True):
        starts = np.array([start for _, start, _ in _notes(file, track)])
        expected = np.array([n.start_seconds for n in part.notes])
        assert np.abs(np.sort(starts) - np.sort(expected)).max() < 1e-3
    assert file.length == pytest.approx(600.0, abs=1e-3)


@pytest.mark.parametrize(("first_beat", "first_downbeat"), [(0.1, 0), (0.43, 3), (0.0, 0), (0.5, 2)])
def test_bar_lines_fall_on_downbeats(first_beat: float, first_downbeat: int):
    dance = made_dance(tempo_bpm=104.0, first_beat_s=first_beat, first_downbeat=first_downbeat)
    score = arrange(dance, 40.0, STYLES["pop"], PromptIntent(), 2).score
    file = _read(score)
    changes, tick, metres = _tempo_map(file), 0, []
    for message in file.tracks[0]:
        tick += message.time
        if message.type == "time_signature":
            metres.append((tick, message.numerator * 4 * file.ticks_per_beat // message.denominator))
    start, bar = metres[-1]
    assert all((start - t) % b == 0 for t, b in metres)
    lines = [_seconds(file, start + k * bar, changes) for k in range(len(score.downbeats))]
    np.testing.assert_allclose(lines, score.beats[score.downbeats], atol=1e-3)


def test_markers_key_programs_and_channels():
    score = arrange(made_dance(), 40.0, STYLES["latin"], PromptIntent(tonic=2, is_minor=True), 2).score
    file = _read(score)
    conductor = file.tracks[0]
    assert [m.text for m in conductor if m.type == "marker"] == [s.name for s in score.sections]
    assert [m.key for m in conductor if m.type == "key_signature"] == ["Dm"]
    channels = []
    for part, track in zip(score.parts, file.tracks[1:], strict=True):
        used = {m.channel for m in track if m.type in ("note_on", "program_change")}
        assert len(used) == 1
        channel = used.pop()
        assert (channel == 9) == (part.instrument in KITS)
        channels += [channel] if channel != 9 else []
    assert len(set(channels)) == len(channels)


@pytest.mark.parametrize("tonic", range(12))
@pytest.mark.parametrize("is_minor", [True, False])
def test_every_key_has_its_signature(tonic: int, is_minor: bool):
    score = arrange(made_dance(seconds=6.0), 6.0, STYLES["pop"], PromptIntent(tonic=tonic, is_minor=is_minor), 1).score
    key = next(m.key for m in _read(score).tracks[0] if m.type == "key_signature")
    name = score.key.replace(" minor", "m").replace(" major", "")
    assert key == name


def test_every_pitched_instrument_has_a_program():
    assert set(PROGRAMS) == set(INSTRUMENTS) - KITS
