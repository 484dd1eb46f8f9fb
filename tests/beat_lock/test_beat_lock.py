"""Music at the wrong tempo and phase is brought onto a movement's beats, at its pitch, with its onsets whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("librosa")
pytest.importorskip("python_stretch")

from kinescore.beat_lock.lock import Locked, locked_to, measured_unlocked, seconds_to_play
from kinescore.beat_lock.matching import FASTEST
from kinescore.beat_lock.on_grid import CLEAR_PULSE, chance_on_grid, pulse_on_grid, share_on_grid
from kinescore.beat_lock.stretching import stretched
from kinescore.beat_lock.time_map import TimeMap
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import analysis_of
from kinescore.fit.onset_strength import onset_strength
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from tests.beat_lock.made_music import stand_in
from tests.cli.bouncers import write_bouncer

RATE = 44_100
SECONDS = 10.0


@pytest.fixture(scope="module")
def request_of(tmp_path_factory: pytest.TempPathFactory) -> SoundtrackRequest:
    place = tmp_path_factory.mktemp("dance") / "dance.npz"
    return SoundtrackRequest(read_motion_file(write_bouncer(place, 112, seconds=SECONDS)), genre="house", seed=4)


@pytest.fixture(scope="module")
def analysis(request_of: SoundtrackRequest) -> DanceAnalysis:
    return analysis_of(request_of)


def distance(times: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.abs(times[:, None] - others[None]).min(axis=1)


def onto_beats(locked: Locked, true: np.ndarray, grid: np.ndarray) -> float:
    """How far the music's own beats, which are known, are from the movement's when they are heard; the median in s."""
    assert locked.time_map is not None
    return float(np.median(distance(locked.time_map.sound_at(grid), true)))


@pytest.mark.parametrize("style", ["krump", "ballet jazz"])
def test_music_on_the_grid_stays_as_it_was_to_the_sample(
    style: str, request_of: SoundtrackRequest, analysis: DanceAnalysis
) -> None:
    """Trackers mishear beats in both, and would take them off the grid."""
    played, _ = stand_in(replace(request_of, genre=style), analysis, 1.0, 0.0, seconds_to_play(analysis, SECONDS))
    locked = locked_to(played, analysis, SECONDS)
    assert locked.time_map is None
    assert locked.fits
    assert np.array_equal(locked.audio.samples, played.part(0, round(SECONDS * RATE)))


def test_music_half_a_beat_late_is_not_taken_for_music_in_time(
    request_of: SoundtrackRequest, analysis: DanceAnalysis
) -> None:
    """Its off-beats lie on the grid."""
    late = 0.5 * 60.0 / analysis.grid.tempo_bpm
    played, true = stand_in(request_of, analysis, 1.0, late, seconds_to_play(analysis, SECONDS))
    locked = locked_to(played, analysis, SECONDS)
    assert onto_beats(locked, true, analysis.grid.beats) < 0.03


def clicks(times: np.ndarray, seconds: float) -> Audio:
    """Short bursts of noise at `times` [N] s, in faint noise."""
    rng = np.random.default_rng(3)
    sound = 0.001 * rng.normal(size=round(seconds * RATE))
    for time in times[times < seconds - 0.1]:
        sound[round(time * RATE) :][:1500] += np.exp(-np.arange(1500) / 300) * rng.normal(size=1500)
    return Audio(sound[None].astype(np.float32), RATE)


def test_a_pulse_stands_out_on_its_own_beats_alone() -> None:
    grid = np.arange(0.25, 12.0, 0.5)

    def pulse(times: np.ndarray) -> float:
        return pulse_on_grid(onset_strength(clicks(times, 12.0)), grid)

    assert pulse(grid) > 2 * CLEAR_PULSE
    assert pulse(grid + 0.015) > CLEAR_PULSE
    assert pulse(grid + 0.25) == pulse(grid + 0.06) == 0.0
    for ratio in (0.95, 1.02):
        assert pulse(ratio * grid) < CLEAR_PULSE
    assert pulse(np.random.default_rng(5).uniform(0.0, 12.0, 24)) < CLEAR_PULSE
    assert pulse_on_grid(onset_strength(Audio(np.zeros((1, RATE), np.float32), RATE)), grid) == 0.0
    slowing = np.cumsum(np.geomspace(0.4, 0.8, 20))
    assert pulse_on_grid(onset_strength(clicks(slowing, 12.0)), slowing) > 2 * CLEAR_PULSE


@pytest.mark.parametrize(
    ("style", "ratio", "skipped"),
    [("house", 0.93, 0.1), ("house", 1.08, 0.31), ("rock", 1.0, 0.22), ("jazz", 0.94, 0.4)],
)
def test_beats_of_any_tempo_and_phase_end_on_the_grid(
    style: str, ratio: float, skipped: float, request_of: SoundtrackRequest, analysis: DanceAnalysis
) -> None:
    """Judged by the beats that the music was made with. `benchmarks/beat_lock.py` asks another tracker."""
    asked = replace(request_of, genre=style)
    played, true = stand_in(asked, analysis, ratio, skipped, seconds_to_play(analysis, SECONDS))
    grid = analysis.grid.beats
    locked = locked_to(played, analysis, SECONDS)
    assert locked.audio.samples.shape == (2, round(SECONDS * RATE))
    assert np.median(distance(grid, true)) > 0.05
    assert onto_beats(locked, true, grid) < 0.03
    assert locked.fits
    assert locked.time_map.most <= FASTEST + 1e-6
    assert locked.share > 0.8 > 2 * locked.chance
    assert locked.before < 0.6


def test_the_same_music_gives_the_same_bytes(request_of: SoundtrackRequest, analysis: DanceAnalysis) -> None:
    played, _ = stand_in(request_of, analysis, 1.05, 0.2, seconds_to_play(analysis, SECONDS))
    one, other = (locked_to(played, analysis, SECONDS) for _ in range(2))
    assert one.audio.samples.tobytes() == other.audio.samples.tobytes()


def test_what_is_too_far_off_or_ends_early_or_is_silent_stays_as_it_was_and_does_not_fit(
    request_of: SoundtrackRequest, analysis: DanceAnalysis
) -> None:
    played, _ = stand_in(request_of, analysis, 1.3, 0.1, seconds_to_play(analysis, SECONDS))
    assert not (wrong := locked_to(played, analysis, SECONDS)).fits or wrong.share < 0.7
    early, _ = stand_in(request_of, analysis, 1.0, 0.1, 8.0)
    locked = locked_to(early, analysis, SECONDS)
    assert not locked.fits
    assert locked.time_map is None
    assert locked.missing_seconds == pytest.approx(2.0, abs=0.1)
    assert locked.audio.samples.shape == (2, round(SECONDS * RATE))
    silence = locked_to(Audio(np.zeros((2, 15 * RATE), np.float32), RATE), analysis, SECONDS)
    assert (silence.share, silence.time_map, silence.missing_seconds) == (0.0, None, SECONDS)
    assert measured_unlocked(early, analysis, 8.0).audio.samples.tobytes() == early.samples.tobytes()


def tones_and_hits(seconds: float) -> tuple[Audio, np.ndarray]:
    """Three steady tones, and noise that begins sharply every half second."""
    time = np.arange(round(seconds * RATE)) / RATE
    sound = 0.1 * np.sin(2 * np.pi * 440 * time) + 0.05 * np.sin(2 * np.pi * 1320 * time)
    hit = 0.6 * np.exp(-np.arange(2000) / 150) * np.random.default_rng(1).normal(size=2000)
    starts = np.arange(0.5, seconds - 0.3, 0.5)
    for start in starts:
        sound[round(start * RATE) :][:2000] += hit
    return Audio(np.stack([sound, 0.7 * sound]).astype(np.float32), RATE), starts


def rises(audio: Audio, around: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """When the sound rises most steeply within 60 ms of each time [N] s, and how steeply: over 2 ms."""
    level = np.convolve(np.abs(np.diff(audio.samples[0], prepend=0.0)), np.ones(44) / 44, "same")
    rise = np.maximum(level[88:] - level[:-88], 0.0)
    found = [rise[round((time - 0.06) * RATE) : round((time + 0.06) * RATE)] for time in around]
    at = np.array([part.argmax() / RATE - 0.06 + 44 / RATE for part in found])
    return around + at, np.array([part.max() for part in found])


def pitch_near(audio: Audio, hertz: float) -> float:
    spectrum = np.abs(np.fft.rfft(audio.samples[0] * np.hanning(audio.count)))
    frequencies = np.fft.rfftfreq(audio.count, 1 / RATE)
    near = (frequencies > 0.9 * hertz) & (frequencies < 1.1 * hertz)
    return float((frequencies[near] * spectrum[near] ** 4).sum() / (spectrum[near] ** 4).sum())


def test_a_stretch_moves_onsets_where_they_belong_whole_and_keeps_the_pitch() -> None:
    """Every second joint of uneven rates, up to the limit, is at an onset."""
    audio, starts = tones_and_hits(8.0)
    picture = np.cumsum([0.0, *(0.5 * np.tile([1 / 1.09, 1.09, 1.0, 0.95], 4)[:14])])
    uneven = TimeMap(picture, 0.5 * np.arange(15))
    moved = stretched(audio, uneven)
    wanted = np.interp(starts[:13], uneven.sound, uneven.picture)
    (before, sharp), (after, still_sharp) = rises(audio, starts[:13]), rises(moved, wanted)
    late = np.median(before - starts[:13])
    assert np.abs(after - wanted - late).max() < 0.004
    assert np.median(still_sharp / sharp) > 0.85
    assert (still_sharp / sharp).min() > 0.7
    for hertz in (440.0, 1320.0):
        assert abs(1200 * np.log2(pitch_near(moved, hertz) / pitch_near(audio, hertz))) < 5.0
    loud = [np.sqrt((one.samples[:, RATE:-RATE] ** 2).mean()) for one in (audio, moved)]
    assert abs(20 * np.log10(loud[1] / loud[0])) < 0.5


def test_a_stretch_of_one_rate_is_as_flat_and_as_long_as_it_should_be() -> None:
    audio, _ = tones_and_hits(4.0)
    moved = stretched(audio, TimeMap(np.array([0.0, 3.0]), np.array([0.0, 3.3])))
    assert moved.count == 3 * RATE
    same = stretched(audio, TimeMap(np.array([0.0, 3.0]), np.array([0.0, 3.0])))
    assert np.abs(same.samples - audio.part(0, 3 * RATE)).max() < 1e-3


def test_a_map_keeps_few_anchors_and_goes_on_beyond_them() -> None:
    beats = np.arange(1.0, 9.0)
    straight = TimeMap(beats, 1.05 * beats + 0.3)
    assert len(straight.simplified(0.001).picture) == 2
    assert straight.most == pytest.approx(1.05)
    assert straight.covering(10.0).sound[[0, -1]] == pytest.approx([0.3, 10.8])
    bent = TimeMap(beats, np.where(beats > 4, 1.2 * beats - 0.6, 1.05 * beats))
    assert bent.within(1.1) is None
    assert len(bent.simplified(0.001).picture) == 3


def test_the_share_on_the_grid_and_its_chance() -> None:
    grid = np.arange(0.0, 10.0, 0.5)
    assert share_on_grid(grid + 0.06, grid) == 1.0
    assert share_on_grid(np.arange(0.0, 10.0, 0.25), grid) == pytest.approx(0.5, abs=0.03)
    assert share_on_grid(np.zeros(0), grid) == 0.0
    assert chance_on_grid(grid, 10.0) == pytest.approx(0.14 / 0.5, abs=0.02)
    drawn = np.random.default_rng(2).uniform(0.0, 9.5, 4000)
    assert share_on_grid(drawn, grid) == pytest.approx(chance_on_grid(grid, 10.0), abs=0.03)
