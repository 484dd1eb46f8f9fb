"""A section made anew: outside of it and its cross-fades every sample, note and beat is the old one."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import mido
import numpy as np
import pytest

from kinescore.dance.metre import Metre
from kinescore.editing.find_section import find_section
from kinescore.editing.spliced_sound import FADE_SECONDS, spliced
from kinescore.editing.spliced_take import next_variation, with_part, with_section
from kinescore.engines.composer import compose
from kinescore.errors import RequestError
from kinescore.form.form import SectionStart
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Section, Take
from tests.groovebox.made_cycles import walk_cycle

RATE = 44100
SECONDS = 20.0
SECTIONS = (SectionStart(0.0, "calm"), SectionStart(6.0, "chorus"), SectionStart(14.0, "break"))


@cache
def taken(variation: int = 0, seed: int = 0, seconds: float = SECONDS, sections: bool = True) -> Take:
    walk = walk_cycle(round(24 * seconds))
    given = SECTIONS if sections else ()
    return compose(SoundtrackRequest(walk, genre="house", stems=True, variation=variation, seed=seed, sections=given))


def played(midi: bytes) -> set[tuple[str, float, int, int]]:
    """Track, start in seconds to the ms, pitch and velocity of every note."""
    file = mido.MidiFile(file=io.BytesIO(midi))
    tempi = [(0, 0.0, 500_000)]
    tick = 0
    for message in file.tracks[0]:
        tick += message.time
        if message.type == "set_tempo":
            last, at, tempo = tempi[-1]
            tempi.append((tick, at + (tick - last) * tempo / file.ticks_per_beat / 1e6, message.tempo))
    notes = set()
    for track in file.tracks[1:]:
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity:
                last, at, tempo = next(one for one in reversed(tempi) if one[0] <= tick)
                seconds = at + (tick - last) * tempo / file.ticks_per_beat / 1e6
                notes.add((track.name, round(seconds, 3), message.note, message.velocity))
    return notes


def unlike(notes: set[tuple[str, float, int, int]], others: set[tuple[str, float, int, int]]) -> list[object]:
    """Those of `notes` that no one of `others` is, at 3 ms: a file's ticks are rounded."""
    times: dict[tuple[str, int, int], list[float]] = {}
    for name, time, pitch, velocity in others:
        times.setdefault((name, pitch, velocity), []).append(time)
    return [
        (name, time, pitch, velocity)
        for name, time, pitch, velocity in notes
        if all(abs(time - other) > 0.003 for other in times.get((name, pitch, velocity), ()))
    ]


def inside(time: float, section: Section) -> bool:
    return section.start_seconds - 0.002 <= time < section.end_seconds - 0.002


@pytest.mark.parametrize("number", [0, 1, 2])
def test_outside_of_the_section_every_sample_is_the_old_one(number: int) -> None:
    old, again = taken(), taken(1)
    section = old.sections[number]
    new = with_section(old, again, section.start_seconds, section.end_seconds)
    first = round((section.start_seconds - FADE_SECONDS) * RATE)
    stop = round(section.end_seconds * RATE)
    for before, after in [(old.audio, new.audio), *((old.stems[name], new.stems[name]) for name in old.stems)]:
        assert after.samples.shape == before.samples.shape
        np.testing.assert_array_equal(after.samples[:, : max(0, first)], before.samples[:, : max(0, first)])
        np.testing.assert_array_equal(after.samples[:, stop:], before.samples[:, stop:])
    core = slice(round(section.start_seconds * RATE), stop - round(FADE_SECONDS * RATE))
    np.testing.assert_array_equal(new.audio.samples[:, core], again.audio.samples[:, core])
    assert np.abs(new.audio.samples[:, core] - old.audio.samples[:, core]).mean() > 1e-3, "nothing is new"
    total = sum(stem.samples.astype(np.float64) for stem in new.stems.values())
    assert np.abs(total - new.audio.samples).max() < 1e-5
    usual = np.abs(np.diff(old.audio.samples)).max()
    assert np.abs(np.diff(new.audio.samples)).max() <= 1.05 * max(usual, np.abs(np.diff(again.audio.samples)).max())


def test_notes_beats_sections_and_sync_are_right() -> None:
    old, again = taken(), taken(1)
    section = old.sections[1]
    new = with_section(old, again, section.start_seconds, section.end_seconds)
    was, would, has = played(old.midi), played(again.midi), played(new.midi)
    wanted = {n for n in was if not inside(n[1], section)} | {n for n in would if inside(n[1], section)}
    assert len(unlike(has, wanted)) + len(unlike(wanted, has)) <= 0.02 * len(wanted)
    assert {n for n in was if inside(n[1], section)} != {n for n in has if inside(n[1], section)}
    np.testing.assert_array_equal(new.beats, old.beats)
    np.testing.assert_array_equal(new.downbeats, old.downbeats)
    assert new.sections == old.sections
    assert new.hits == old.hits
    assert {"hit_onset_rank", "beat_onset_rank"} <= set(new.scores)
    assert new.scores["beat_onset_rank"] > 0.6
    assert mido.MidiFile(file=io.BytesIO(new.midi)).length == pytest.approx(SECONDS, abs=5e-3)


def test_a_variation_keeps_key_tempo_chords_and_band() -> None:
    one, other, stranger = taken(), taken(1), taken(0, 5)
    kept = ("key", "tempo_bpm", "style", "instruments", "seed")
    assert [one.provenance[name] for name in kept] == [other.provenance[name] for name in kept]
    assert other.provenance["variation"] == 1
    assert "variation" not in one.provenance
    assert (one.sections, one.beats.tolist()) == (other.sections, other.beats.tolist())
    assert one.provenance["instruments"] != stranger.provenance["instruments"]
    likeness = np.corrcoef(one.audio.samples[0], other.audio.samples[0])[0, 1]
    assert likeness < 0.85  # the kick, which makes most of the sound, stays


def test_a_part_with_beats_of_its_own_keeps_notes_and_gets_a_sync() -> None:
    old, part = taken(), taken(0, 3, 5.0, sections=False)
    new = with_part(old, part, 6.5)
    np.testing.assert_array_equal(new.audio.samples[:, : round(6.5 * RATE)], old.audio.samples[:, : round(6.5 * RATE)])
    np.testing.assert_array_equal(
        new.audio.samples[:, round(11.5 * RATE) :], old.audio.samples[:, round(11.5 * RATE) :]
    )
    notes = played(new.midi)
    assert {n for n in notes if n[1] < 6.4} == {n for n in played(old.midi) if n[1] < 6.4}
    fresh = {(pitch, velocity) for _, time, pitch, velocity in notes if 6.5 <= time < 11.4}
    assert fresh <= {(pitch, velocity) for _, _, pitch, velocity in played(part.midi)}
    assert (np.diff(new.beats) > 0).all()
    assert "hit_onset_rank" in new.scores


@pytest.mark.parametrize(("begin", "end"), [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (0.0, 3.0), (1.0, 1.01)])
def test_the_edges_of_a_splice(begin: float, end: float) -> None:
    rng = np.random.default_rng(0)
    old, new = (Audio(rng.normal(size=(2, 3 * RATE)).astype(np.float32), RATE) for _ in range(2))
    after = spliced(old, new, begin, end, 0.0).samples
    first = max(0, round((begin - FADE_SECONDS) * RATE))
    np.testing.assert_array_equal(after[:, :first], old.samples[:, :first])
    np.testing.assert_array_equal(after[:, round(end * RATE) :], old.samples[:, round(end * RATE) :])
    if begin == 0.0 and end == 3.0:
        np.testing.assert_array_equal(after, new.samples)


def test_a_section_is_found_by_name_or_number() -> None:
    sections = [Section("Verse", 0, 4), Section("chorus", 4, 8), Section("verse", 8, 9)]
    assert find_section(sections, "Chorus") == 1
    assert find_section(sections, "3") == 2
    with pytest.raises(RequestError, match=r"2 sections are called 'verse'; the take has 1 Verse \(0.00 s\)"):
        find_section(sections, "verse")
    with pytest.raises(RequestError, match="no section '4'"):
        find_section(sections, "4")


def test_variations_count_on() -> None:
    assert next_variation({}) == 1
    assert next_variation({"request": {"variation": 4}}) == 5
    assert next_variation({"request": {}, "made_anew": [{"variation": 1}, {"variation": 7}, {"first_frame": 3}]}) == 8


def test_a_part_in_another_metre_keeps_it() -> None:
    three = compose(SoundtrackRequest(walk_cycle(144), genre="house", metre=Metre.THREE_FOUR))
    waltz = replace(three, metres=(Metre.THREE_FOUR,))
    new = with_part(taken(), waltz, 7.0)
    assert len(new.metres) == len(new.downbeats)
    starts = new.beats[new.downbeats]
    assert {new.grid.metre_of(bar) for bar in np.flatnonzero((starts > 7.1) & (starts < 12.9))} == {Metre.THREE_FOUR}
    outside = np.flatnonzero((starts < 6.9) | (starts > 13.1))
    assert {new.grid.metre_of(bar) for bar in outside} == {taken().grid.metre}
