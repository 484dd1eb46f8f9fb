"""Bars of an exported MIDI file fall on the take's downbeats, whatever its tempi, and notes stay where they were."""

from __future__ import annotations

import io
from dataclasses import replace

import mido
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.dance.metre import Metre
from kinescore.exchange.picture_midi import midi_for
from kinescore.files.standard_midi import MidiError
from kinescore.take import Take
from tests.exchange.made_takes import made_take, played_take


def bar_lines(data: bytes, bars: int) -> list[float]:
    """Seconds at which bars begin, by the file's own metres and tempi."""
    file = mido.MidiFile(file=io.BytesIO(data))
    tick, metres, tempi = 0, [], []
    for message in file.tracks[0]:
        tick += message.time
        if message.type == "set_tempo":
            tempi.append((tick, message.tempo))
        elif message.type == "time_signature":
            metres.append((tick, message.numerator * 4 * file.ticks_per_beat // message.denominator))

    def seconds(at: int) -> float:
        ends = [*[start for start, _ in tempi[1:]], at]
        return sum(
            mido.tick2second(max(0, min(end, at) - start), file.ticks_per_beat, tempo)
            for (start, tempo), end in zip(tempi, ends, strict=True)
        )

    lines, at = [], 0
    while len(lines) < bars:
        lines.append(seconds(at))
        length = next(length for start, length in reversed(metres) if start <= at)
        at += length
        assert not [start for start, _ in metres if at - length < start < at], "a metre begins inside a bar"
    return lines


def downbeats_of(take: Take) -> list[float]:
    downbeats = take.beats[take.downbeats].tolist()
    return downbeats if downbeats[0] < 1e-6 else [0.0, *downbeats]


def with_beats(beats: np.ndarray, downbeats: list[int], metres: tuple[Metre, ...], bpm: float) -> Take:
    return replace(
        made_take(), beats=beats, downbeats=np.array(downbeats, np.int64), metres=metres, tempo_bpm=bpm, sections=()
    )


def test_bars_of_a_steady_take_fall_on_its_downbeats() -> None:
    take = made_take()
    lines = bar_lines(midi_for(take, ()), 4)
    np.testing.assert_allclose(lines, downbeats_of(take), atol=2e-6)


@pytest.mark.parametrize("metre", list(Metre), ids=lambda metre: metre.value)
def test_every_metre_has_its_signature(metre: Metre) -> None:
    beats = np.arange(0.0, 60.0, 60 / 97)
    take = with_beats(beats, list(range(0, len(beats), metre.beats)), (metre,), 97.0)
    data = midi_for(take, ())
    (signature,) = (m for m in mido.MidiFile(file=io.BytesIO(data)).tracks[0] if m.type == "time_signature")
    assert f"{signature.numerator}/{signature.denominator}" == metre.value
    np.testing.assert_allclose(bar_lines(data, len(take.downbeats)), downbeats_of(take), atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_bars_fall_on_downbeats_that_drift_change_metre_and_are_cut_short(data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.floats(0.3, 1.2), min_size=12, max_size=60))
    first = data.draw(st.floats(0.0, 1.0))
    beats = first + np.concatenate([[0.0], np.cumsum(steps)])
    metres, downbeats, at = [], [], data.draw(st.integers(0, 2))
    while at < len(beats) - 1:
        metre = data.draw(st.sampled_from(list(Metre)))
        downbeats.append(at)
        metres.append(metre)
        at += data.draw(st.integers(1, metre.beats)) if data.draw(st.booleans()) else metre.beats
    take = with_beats(beats, downbeats, tuple(metres), float(60 / np.median(np.diff(beats))))
    wanted = downbeats_of(take)
    np.testing.assert_allclose(bar_lines(midi_for(take, ()), len(wanted)), wanted, atol=1e-4)


def notes_of(data: bytes) -> list[tuple[int, int, float]]:
    """Channel, pitch and seconds of every note's start."""
    seconds, found = 0.0, []
    for message in mido.MidiFile(file=io.BytesIO(data)):
        seconds += message.time
        if message.type == "note_on" and message.velocity:
            found.append((message.channel, message.note, seconds))
    return sorted(found)


def test_the_notes_are_those_of_the_engine_at_the_same_seconds() -> None:
    take = played_take()
    before, after = notes_of(take.midi), notes_of(midi_for(take, ()))
    assert len(before) == len(after) > 20
    assert [note[:2] for note in before] == [note[:2] for note in after]
    np.testing.assert_allclose([note[2] for note in after], [note[2] for note in before], atol=1e-3)
    names = [track.name for track in mido.MidiFile(file=io.BytesIO(midi_for(take, ()))).tracks]
    assert names == ["Kinescore", *[track.name for track in mido.MidiFile(file=io.BytesIO(take.midi)).tracks[1:]]]


def test_notes_written_at_another_tempo_keep_their_seconds() -> None:
    file = mido.MidiFile(ticks_per_beat=96)
    track = mido.MidiTrack([mido.Message("note_on", note=60, time=96), mido.Message("note_off", note=60, time=96)])
    file.tracks.extend([mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=1_000_000)]), track])
    out = io.BytesIO()
    file.save(file=out)
    (note,) = notes_of(midi_for(replace(made_take(), midi=out.getvalue()), ()))
    assert note == (0, 60, pytest.approx(1.0, abs=1e-3))


@pytest.mark.parametrize("damage", [b"RIFF", b"MThd", b"MThd\x00\x00\x00\x06\x00\x01\x00\x02\x07\x80MTrk\x00\x00\x01"])
def test_notes_that_are_no_midi_are_told(damage: bytes) -> None:
    with pytest.raises(MidiError, match="MIDI file"):
        midi_for(replace(made_take(), midi=damage), ())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_damaged_midi_is_told_or_read_but_never_breaks(tail: bytes) -> None:
    head = b"MThd\x00\x00\x00\x06\x00\x01\x00\x01\x07\x80MTrk" + len(tail).to_bytes(4, "big")
    take = replace(made_take(), midi=head + tail)
    try:
        midi_for(take, ())
    except MidiError:
        return
